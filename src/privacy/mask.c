#include "privacy/mask.h"

#include "privacy/contact/contact.h"
#include "privacy/name/name_search.h"

#include <stdlib.h>

struct mask {
    struct job *job;
    const struct corpus *corpus;
    struct memo_key state;    /* of the names; */
    struct name_index *names; /* NULL until a text is looked through that was not before */
    struct contact *contact;
    const struct said_words *put;
    size_t count; /* texts looked through */
    bool unread;  /* nobody knows the participants' names */
};

/* -- masking --------------------------------------------------------------------------------------------- */

struct hole {
    size_t from, to;
    enum mask_kind kind;
};

struct holes {
    VEC(struct hole) list;
};

static void open_names(struct mask *m)
{
    if (m->names) return;
    m->names = name_index_new(m->job, m->corpus);
    m->contact = contact_new(m->job->keep, m->names);
}

static void find_contacts(struct mask *m, struct str text, struct holes *h)
{
    size_t from, to;
    bool mail;
    for (size_t at = 0; contact_next(m->contact, text, at, &from, &to, &mail); at = to)
        VEC_ADD(m->job->scratch, h->list, (struct hole){from, to, mail ? MASK_MAIL : MASK_PHONE});
}

struct named_holes {
    struct mask *m;
    struct holes *holes;
};

static void add_name(void *with, size_t from, size_t to)
{
    struct named_holes *x = with;
    VEC_ADD(x->m->job->scratch, x->holes->list, (struct hole){from, to, MASK_NAME});
}

static int by_place(const void *left, const void *right)
{
    const struct hole *a = left, *b = right;
    if (a->from != b->from) return a->from < b->from ? -1 : 1;
    if (a->to != b->to) return a->to > b->to ? -1 : 1;
    return (a->kind > b->kind) - (a->kind < b->kind);
}

/* A bracket or quotation mark that opens in a hole shuts in it. */
static void balance(struct str text, struct hole *x)
{
    static const char open[] = "([{", shut[] = ")]}";
    for (int k = 0; k < 3; k++) {
        int depth = 0;
        for (size_t i = x->from; i < x->to; i++) depth += (text.s[i] == open[k]) - (text.s[i] == shut[k]);
        if (depth > 0 && x->to < text.n && text.s[x->to] == shut[k]) x->to++;
        if (depth < 0 && x->from > 0 && text.s[x->from - 1] == open[k]) x->from--;
    }
    size_t marks = 0;
    for (size_t i = x->from; i < x->to; i++) marks += text.s[i] == '"';
    if (marks % 2 && x->to < text.n && text.s[x->to] == '"') x->to++;
}

static struct str hole_word(const struct mask *m, enum mask_kind kind, int lang)
{
    return kind == MASK_MAIL    ? m->put->mail.t[lang]
           : kind == MASK_PHONE ? m->put->phone.t[lang]
                                : m->put->name.t[lang];
}

static void look(struct mask *m, struct str text, struct holes *h)
{
    open_names(m);
    find_contacts(m, text, h);
    name_search(m->names, m->job->scratch, text, add_name, &(struct named_holes){m, h});
    for (size_t i = 0; i < h->list.n; i++) balance(text, &h->list.at[i]);
    if (h->list.n) qsort(h->list.at, h->list.n, sizeof *h->list.at, by_place);
}

/* By their places; as they were in the same text, when the names were the same. */
static struct holes holes_of(struct mask *m, struct str text)
{
    struct holes h = {0};
    struct str known;
    if (!m->job->memo) return look(m, text, &h), h;
    struct memo_key key = memo_begin(MEMO_HOLES);
    memo_add_key(&key, m->state);
    memo_add(&key, text);
    if (!memo_find(m->job->memo, key, &known)) {
        look(m, text, &h);
        memo_keep(m->job->memo, key, (struct str){(const char *)h.list.at, h.list.n * sizeof *h.list.at});
        return h;
    }
    h.list.n = h.list.cap = known.n / sizeof *h.list.at;
    h.list.at = ARENA_RAW(m->job->scratch, struct hole, h.list.n);
    if (known.n) memcpy(h.list.at, known.s, known.n);
    return h;
}

/* The text with words of a language in its holes; *left: bytes that are not. */
static struct str fill_holes(const struct mask *m, struct str text, const struct holes *h, int lang,
                             size_t *left)
{
    struct buf out = BUF(m->job->keep);
    size_t kept = 0;
    *left = 0;
    for (size_t i = 0; i < h->list.n; i++) {
        struct hole x = h->list.at[i];
        if (x.to <= kept) continue;
        if (x.from >= kept) {
            buf_add(&out, str_sub(text, kept, x.from));
            *left += x.from - kept;
            buf_add(&out, hole_word(m, x.kind, lang));
        }
        kept = x.to;
    }
    buf_add(&out, str_sub(text, kept, text.n));
    *left += text.n - kept;
    return buf_str(&out);
}

struct masked mask_text(struct mask *m, struct str text)
{
    struct masked done = {.text = {text, text}, .left = text.n};
    if (!text.n) return done;
    if (m->unread) return (struct masked){.text = {m->put->name.t[0], m->put->name.t[1]}, .kinds = MASK_NAME};
    struct arena_mark mark = arena_mark(m->job->scratch);
    struct holes holes = holes_of(m, text);
    m->count++;
    for (size_t i = 0; i < holes.list.n; i++) done.kinds |= (unsigned)holes.list.at[i].kind;
    for (int l = 0; l < LANG_N && holes.list.n; l++)
        done.text[l] = fill_holes(m, text, &holes, l, &done.left);
    arena_reset(m->job->scratch, mark);
    return done;
}

struct mask *mask_new(struct job *job, const struct corpus *corpus, const struct said_words *words)
{
    struct mask *m = ARENA_ONE(job->keep, struct mask);
    *m = (struct mask){.job = job, .corpus = corpus, .put = words, .unread = corpus->roster == ROSTER_UNREAD};
    if (job->memo) m->state = name_index_state(corpus);
    return m;
}

size_t mask_count(const struct mask *m)
{
    return m->count;
}
