#include "privacy/mask.h"

#include "khmer/breaks.h"
#include "khmer/lexicon.h"
#include "privacy/contact.h"
#include "privacy/name_index.h"
#include "privacy/ordinary_words.h"

#include <stdlib.h>

enum { SMALL_LEAST = 5 /* letters of a name's part that is known in small letters, too */ };

struct mask {
    struct job *job;
    struct name_index *rolls;
    const struct said_words *put;
    struct words *words; /* of the language, once they are asked for */
    size_t count;        /* texts looked through */
    bool unread;         /* nobody knows the participants' names */
};

/* A text in which names are looked for. */
struct search {
    struct mask *m;
    const struct indexed_name *r;
    struct folded_text s;
    struct str text;
    unsigned char *brk; /* where its words may part, once that is asked for */
};

/* -- words ----------------------------------------------------------------------------------------------- */

static const unsigned char *parted(struct search *x)
{
    if (!x->m->words) x->m->words = words_new(x->m->job->keep);
    if (!x->brk) {
        x->brk = arena_get(x->m->job->scratch, x->text.n + 1);
        breaks_find(x->m->words, x->m->job->scratch, x->text, x->brk);
    }
    return x->brk;
}

static bool begins_word(struct search *x, size_t i)
{
    return i == 0 || i >= x->s.n || x->s.at[i].marks & FOLDED_TEXT_GAP ||
           parted(x)[x->s.at[i].from] >= BRK_WORD;
}

/* A part of a Khmer name is often the beginning of a word, too: "science" begins like Vichea. */
static bool longer_word(struct search *x, size_t from, size_t end)
{
    struct folded_text s = x->s;
    if (folded_text_latin(s.at[from].cp) || end >= s.n || s.at[end].marks & FOLDED_TEXT_GAP) return false;
    const unsigned char *brk = parted(x);
    return brk[s.at[from].from] >= BRK_WORD && brk[s.at[end].from] < BRK_WORD;
}

/* Is a letter inside a word of the Khmer list? */
static bool inside_known(struct search *x, size_t at)
{
    enum { FAR = 48 }; /* letters: no word is longer */
    size_t from = at, to = at;
    if (begins_word(x, at)) return false;
    while (!begins_word(x, from) && at - from < FAR) from--;
    while (!begins_word(x, to) && to - at < FAR) to++;
    struct arena *scratch = x->m->job->scratch;
    struct folded_text word =
        folded_text_of(scratch, str_sub(x->text, x->s.at[from].from, x->s.at[to - 1].to));
    return ordinary_words_known(word.at, word.n);
}

static bool is_latin(const struct search *x, size_t i)
{
    return folded_text_latin(x->s.at[i].cp);
}

static bool is_upper(const struct search *x, size_t i)
{
    return x->s.at[i].marks & FOLDED_TEXT_UPPER;
}

/* -- finding names --------------------------------------------------------------------------------------- */

/* The end of the longest spelling with one of the flags that begins at i; 0 where none does. */
static size_t longest(const struct search *x, size_t i, unsigned flags, unsigned *found)
{
    size_t end = 0;
    uint32_t state = 1;
    for (size_t k = i; k < x->s.n && (state = names_next(x->r->trie, state, x->s.at[k].cp)) != 0; k++) {
        unsigned here = name_index_kinds(x->r, state);
        if (!(here & flags) || !folded_text_ends(x->s, k + 1)) continue;
        end = k + 1;
        *found = here;
    }
    return end;
}

/* Does a capital letter, or a Khmer one, stand for a word? */
static bool is_initial(const struct search *x, size_t i)
{
    struct folded_text s = x->s;
    bool dot = s.at[i].to < x->text.n && x->text.s[s.at[i].to] == '.';
    bool before = s.at[i].marks & FOLDED_TEXT_GAP,
         behind = i + 1 >= s.n || s.at[i + 1].marks & FOLDED_TEXT_GAP;
    if (!is_latin(x, i)) return behind && (dot || before);
    return before && behind && (dot || (is_upper(x, i) && s.at[i].cp != 'a' && s.at[i].cp != 'i'));
}

static size_t with_initial(const struct search *x, size_t i)
{
    unsigned found;
    size_t end = longest(x, i, NAME_INDEX_MIXED, &found);
    for (size_t k = i; k < end; k++)
        if (x->s.at[k].marks & FOLDED_TEXT_START && is_initial(x, k)) return end;
    return 0;
}

/* The era, and what a writer shortens more often than a name. */
static bool is_era(const struct search *x, size_t i)
{
    uint32_t c = x->s.at[i].cp;
    return (c == 0x1796 || c == 0x1782 || c == 0x1798) && x->s.at[i + 1].cp == 0x179F;
}

/* S.D.: each with its dot, and no more of them. */
static size_t initials(const struct search *x, size_t i)
{
    unsigned found;
    struct folded_text s = x->s;
    size_t end = longest(x, i, NAME_INDEX_INITIALS, &found);
    if (!end || is_era(x, i) || (s.at[i].from && x->text.s[s.at[i].from - 1] == '.')) return 0;
    for (size_t k = i; k < end; k++) {
        bool dot = s.at[k].to < x->text.n && x->text.s[s.at[k].to] == '.';
        if (!dot || (is_latin(x, k) && !is_upper(x, k))) return 0;
    }
    bool more = end < s.n && s.at[end].from == s.at[end - 1].to + 1 && end + 1 < s.n &&
                s.at[end + 1].marks & FOLDED_TEXT_GAP;
    return more ? 0 : end;
}

/* A capital inside a sentence, of a name's part that is no short word. */
static bool capital_part(const struct search *x, size_t i, size_t end, unsigned kinds)
{
    return is_upper(x, i) && !(x->s.at[i].marks & FOLDED_TEXT_STOP) && end - i > 3 &&
           !(kinds & NAME_INDEX_COMMON);
}

/* A part that stands alone: in Khmer wherever it cuts no word; in Latin letters as a word, in small ones
 * where it is not too short. */
static bool alone(struct search *x, size_t from, size_t end)
{
    if (is_latin(x, from)) return is_upper(x, from) || end - from >= SMALL_LEAST;
    return !inside_known(x, from) && !inside_known(x, end);
}

/* A name is more than the letters of two words, or of the beginning of one. */
static bool whole_name(struct search *x, size_t from, size_t end, unsigned kinds)
{
    if (!is_latin(x, end - 1))
        return !inside_known(x, end) && !(kinds & NAME_INDEX_COMMON && inside_known(x, from));
    if (end - from > SMALL_LEAST) return true;
    /* "to an": short words by twos are names in capitals alone */
    bool upper = true;
    for (size_t k = from; k < end; k++) upper &= is_upper(x, k) || !(x->s.at[k].marks & FOLDED_TEXT_GAP);
    return upper;
}

/* Does a part behind an honorific mean the person? */
static bool titled_part(struct search *x, size_t from, size_t to, unsigned title, unsigned found)
{
    static const char *const PLACES[] = {"day",  "days",     "hall", "room", "house", "book",  "books",
                                         "time", "training", "talk", "list", "page",  "table", "park"};
    if (found & NAME_INDEX_FULL) return whole_name(x, from, to, found);
    if (longer_word(x, from, to)) return false;
    if (!(found & NAME_INDEX_COMMON) || title & NAME_INDEX_TITLE || !is_latin(x, from)) return true;
    struct str word = str_sub(x->text, x->s.at[from].from, x->s.at[to - 1].to);
    for (size_t i = 0; i < sizeof PLACES / sizeof *PLACES; i++)
        if (str_eq_fold(word, str_of(PLACES[i]))) return false;
    return is_upper(x, from);
}

/* Behind the parts that follow a name's part behind an honorific. */
static size_t more_parts(struct search *x, size_t end)
{
    for (;;) {
        unsigned found;
        size_t to =
            end < x->s.n && x->s.at[end].marks & FOLDED_TEXT_GAP && !(x->s.at[end].marks & FOLDED_TEXT_STOP)
                ? longest(x, end, NAME_INDEX_FULL | NAME_INDEX_PART, &found)
                : 0;
        if (!to || found & NAME_INDEX_COMMON || longer_word(x, end, to) ||
            (is_latin(x, end) && !is_upper(x, end)))
            return end;
        end = to;
    }
}

/* The end of the name behind an honorific at i; *from: where it begins. */
static size_t titled(struct search *x, size_t i, size_t *from)
{
    struct folded_text s = x->s;
    uint32_t state = 1;
    size_t end = 0;
    unsigned found = 0;
    for (size_t k = i; k + 1 < s.n && (state = names_next(x->r->trie, state, s.at[k].cp)) != 0; k++) {
        unsigned title = name_index_kinds(x->r, state) & (NAME_INDEX_TITLE | NAME_INDEX_WORD);
        if (!title || !folded_text_ends(s, k + 1)) continue;
        size_t to = longest(x, k + 1, NAME_INDEX_FULL | NAME_INDEX_PART, &found);
        if (to && titled_part(x, k + 1, to, title, found)) *from = k + 1, end = more_parts(x, to);
    }
    return end;
}

/* Are they the same but for one letter, changed, left out or put in? */
static bool one_edit(struct str a, struct str b)
{
    size_t least = a.n < b.n ? a.n : b.n, most = a.n + b.n - least, head = 0, tail = 0;
    if (most - least > 1) return false;
    while (head < least && a.s[head] == b.s[head]) head++;
    while (tail < least - head && a.s[a.n - 1 - tail] == b.s[b.n - 1 - tail]) tail++;
    return head + tail + 1 >= most;
}

/* Two to four words with capitals that differ from a name by one letter. */
static size_t near_miss(const struct name_index *r, struct folded_text s, size_t i)
{
    enum { LEAST = 7 };
    char word[NAME_INDEX_BUCKETS] = "";
    size_t n = 0, words = 0, found = 0;
    if (!(s.at[i].marks & FOLDED_TEXT_UPPER)) return 0;
    for (size_t k = i; k < s.n && n < NAME_INDEX_BUCKETS - 2 && s.at[k].cp < 0x80; k++) {
        bool begins = folded_text_begins(s, k);
        if (begins && (!(s.at[k].marks & FOLDED_TEXT_UPPER) || words == 4)) break;
        words += begins;
        word[n++] = (char)s.at[k].cp;
        if (words < 2 || n < LEAST || !folded_text_ends(s, k + 1)) continue;
        for (size_t len = n - 1; len <= n + 1; len++)
            for (size_t j = 0; j < r->near[len].n; j++)
                if (r->near[len].at[j].s[0] == word[0] && one_edit(r->near[len].at[j], (struct str){word, n}))
                    found = k + 1;
    }
    return found;
}

/* The end of a Latin word that begins at i, and as it reads; 0 where none does. */
static size_t word_at(const struct search *x, size_t i, char *word)
{
    size_t n = 0, k = i;
    if (i >= x->s.n || !is_upper(x, i) || !folded_text_begins(x->s, i)) return 0;
    for (; k < x->s.n && (k == i || !folded_text_begins(x->s, k)); k++) {
        if (n == NAME_INDEX_BUCKETS - 1 || !is_latin(x, k)) return 0;
        word[n++] = (char)x->s.at[k].cp;
    }
    word[n] = 0;
    return k;
}

static bool is_common(const struct search *x, size_t from, size_t to)
{
    return ordinary_words_common(x->m->rolls->lone, (struct folded_text){x->s.at + from, to - from});
}

/* Is a word but for one letter what stands beside a part? */
static bool near_beside(const struct search *x, size_t from, size_t to, const char *word, size_t part,
                        size_t part_end)
{
    enum { LETTERS_LEAST = 4, COMMON_LEAST = 3 };
    uint32_t state = 1;
    size_t n = strlen(word);
    for (size_t k = part; k < part_end && state; k++) state = names_next(x->r->trie, state, x->s.at[k].cp);
    if (!state || n + part_end - part < LETTERS_LEAST) return false;
    bool common = is_common(x, part, part_end);
    if (n < 2 || (common && (n < COMMON_LEAST || is_common(x, from, to)))) return false;
    for (size_t b = name_index_beside(x->r, state); b; b = x->r->beside.at[b].next) {
        struct str other = x->r->beside.at[b].part;
        if (other.n + 1 < n || other.n > n + 1 || other.n < 2) continue;
        if (one_edit(other, (struct str){word, n})) return true;
    }
    return false;
}

/* Two words of which one is a part of a name, and the other nearly the part beside it. */
static size_t near_pair(const struct search *x, size_t i)
{
    char first[NAME_INDEX_BUCKETS] = "", second[NAME_INDEX_BUCKETS] = "";
    size_t mid = word_at(x, i, first), end = mid ? word_at(x, mid, second) : 0;
    if (!end || x->s.at[mid].marks & FOLDED_TEXT_STOP) return 0;
    return near_beside(x, i, mid, first, mid, end) || near_beside(x, mid, end, second, i, mid) ? end : 0;
}

/* The end of a name that begins at i, or a little behind it (*from); 0 where none does. */
static size_t name_at(struct search *x, size_t i, size_t *from)
{
    unsigned found;
    *from = i;
    size_t end = longest(x, i, NAME_INDEX_FULL, &found);
    if (end && whole_name(x, i, end, found)) return end;
    end = titled(x, i, from);
    if (end) return end;
    *from = i;
    end = with_initial(x, i);
    if (!end) end = initials(x, i);
    if (end) return end;
    size_t lone = longest(x, i, NAME_INDEX_LONE, &found);
    if (!is_latin(x, i)) return lone && alone(x, i, lone) ? lone : 0;
    end = near_miss(x->m->rolls, x->s, i);
    if (end) return end;
    end = longest(x, i, NAME_INDEX_PART, &found);
    if (end && capital_part(x, i, end, found)) return end;
    return lone && alone(x, i, lone) ? lone : 0;
}

/* By bones alone no single part is known but behind an honorific. */
static size_t bones_at(struct search *x, size_t i, size_t *from)
{
    unsigned found;
    *from = i;
    size_t end = longest(x, i, NAME_INDEX_FULL, &found);
    if (end && whole_name(x, i, end, found)) return end;
    end = titled(x, i, from);
    if (end) return end;
    *from = i;
    return is_latin(x, i) ? near_pair(x, i) : 0;
}

/* -- masking --------------------------------------------------------------------------------------------- */

struct hole {
    size_t from, to;
    enum mask_kind kind;
};

struct holes {
    VEC(struct hole) list;
};

static void find_contacts(struct mask *m, struct str text, struct holes *h)
{
    size_t from, to;
    bool mail;
    for (size_t at = 0; contact_next(text, at, &from, &to, &mail); at = to)
        VEC_ADD(m->job->scratch, h->list, (struct hole){from, to, mail ? MASK_MAIL : MASK_PHONE});
}

static void find_by(struct search *x, size_t (*at)(struct search *, size_t, size_t *), struct holes *h)
{
    for (size_t i = 0; i < x->s.n;) {
        size_t from, end = folded_text_begins(x->s, i) ? at(x, i, &from) : 0;
        if (end)
            VEC_ADD(x->m->job->scratch, h->list,
                    (struct hole){x->s.at[from].from, x->s.at[end - 1].to, MASK_NAME});
        i = end ? end : i + 1;
    }
}

static void find_names(struct mask *m, struct str text, struct holes *h)
{
    struct arena *scratch = m->job->scratch;
    struct search x = {.m = m, .r = &m->rolls->exact, .text = text};
    x.s = folded_text_of(scratch, text);
    find_by(&x, name_at, h);
    x.r = &m->rolls->bones;
    x.s = folded_text_bones(scratch, x.s);
    find_by(&x, bones_at, h);
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
    struct holes holes = {0};
    m->count++;
    find_contacts(m, text, &holes);
    if (m->rolls->any) find_names(m, text, &holes);
    for (size_t i = 0; i < holes.list.n; i++) {
        balance(text, &holes.list.at[i]);
        done.kinds |= (unsigned)holes.list.at[i].kind;
    }
    if (holes.list.n) {
        qsort(holes.list.at, holes.list.n, sizeof *holes.list.at, by_place);
        for (int l = 0; l < LANG_N; l++) done.text[l] = fill_holes(m, text, &holes, l, &done.left);
    }
    arena_reset(m->job->scratch, mark);
    return done;
}

struct mask *mask_new(struct job *job, const struct corpus *corpus, const struct said_words *words)
{
    struct mask *m = ARENA_ONE(job->keep, struct mask);
    *m = (struct mask){.job = job,
                       .rolls = name_index_new(job, corpus),
                       .put = words,
                       .unread = corpus->roster == ROSTER_UNREAD};
    return m;
}

size_t mask_count(const struct mask *m)
{
    return m->count;
}
