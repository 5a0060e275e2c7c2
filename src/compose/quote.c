#include "compose/quote.h"

#include "khmer/order.h"

/* -- masking -- */

static bool mail_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || strchr("._%+-", c);
}

/* The address around the '@' at a byte; false where none stands there. */
static bool mail_at(struct str t, size_t at, size_t *from, size_t *to)
{
    *from = at;
    *to = at + 1;
    while (*from > 0 && t.s[*from - 1] && mail_byte(t.s[*from - 1])) --*from;
    while (*to < t.n && t.s[*to] && mail_byte(t.s[*to])) ++*to;
    while (*to > at && t.s[*to - 1] == '.') --*to;
    return *from<at && * to> at + 1;
}

/* A digit in either script, or -1; moves past it. */
static int digit_next(struct str t, size_t *at)
{
    size_t next = *at;
    uint32_t c = utf8_next(t, &next);
    int d = c >= '0' && c <= '9' ? (int)(c - '0') : c >= 0x17E0 && c <= 0x17E9 ? (int)(c - 0x17E0) : -1;
    if (d >= 0) *at = next;
    return d;
}

struct digits {
    int n, groups, longest, lead, value[2]; /* value: of the first two groups, while four digits long */
    size_t end;                             /* after the last digit */
};

static struct digits digits_read(struct str t, size_t at)
{
    struct digits d = {.lead = -1, .end = at};
    int run = 0;
    while (at < t.n) {
        int v = digit_next(t, &at);
        if (v < 0) {
            if (!strchr(" .-()+", t.s[at]) || !t.s[at] || at - d.end > 2) break;
            run = 0;
            at++;
            continue;
        }
        if (d.n++ == 0) d.lead = v;
        if (run++ == 0) d.groups++;
        if (run > d.longest) d.longest = run;
        if (d.groups <= 2 && run <= 4) d.value[d.groups - 1] = d.value[d.groups - 1] * 10 + v;
        d.end = at;
    }
    return d;
}

static bool is_year(int v)
{
    return v >= 1900 && v < 2200;
}

static bool is_phone(struct digits d)
{
    bool years = d.groups == 2 && d.n == 8 && d.longest == 4 && is_year(d.value[0]) && is_year(d.value[1]);
    return d.n >= 8 && d.n <= 15 && !years;
}

struct str quote_masked(struct arena *a, struct str text, enum lang lang)
{
    struct buf out = BUF(a);
    size_t kept = 0; /* bytes of the text already in out, or masked */
    for (size_t i = 0; i < text.n;) {
        size_t from, to;
        if (text.s[i] == '@' && mail_at(text, i, &from, &to)) {
            if (from < kept) from = kept;
            buf_add(&out, str_sub(text, kept, from));
            buf_add(&out, words_in(WORD_MASKED_MAIL, lang));
            i = kept = to;
            continue;
        }
        size_t probe = i;
        if (digit_next(text, &probe) < 0) {
            utf8_next(text, &i);
            continue;
        }
        struct digits d = digits_read(text, i);
        if (is_phone(d)) {
            bool plus = i > kept && text.s[i - 1] == '+';
            buf_add(&out, str_sub(text, kept, i - plus));
            buf_add(&out, words_in(WORD_MASKED_PHONE, lang));
            kept = d.end;
        }
        i = d.end;
    }
    if (!kept) return text;
    buf_add(&out, str_sub(text, kept, text.n));
    return buf_str(&out);
}

/* -- names -- */

static struct str turned(struct arena *a, struct str name)
{
    size_t gap = 0;
    while (gap < name.n && name.s[gap] != ' ') gap++;
    if (gap == name.n) return name;
    struct str first = str_sub(name, 0, gap), rest = str_sub(name, gap, name.n);
    return str_fmt(a, "%.*s%.*s", STR_ARGS(rest), STR_ARGS(first));
}

enum { SHORTEST_NAME = 4 }; /* bytes: shorter ones stand in any text */

struct entry {
    struct str name; /* folded */
    struct entry *next;
};

struct quote_index {
    struct entry **heads; /* by the name's first bytes */
    size_t cap;           /* a power of two */
};

static struct entry **head_of(const struct quote_index *x, const char *s)
{
    return &x->heads[str_hash((struct str){s, SHORTEST_NAME}) & (x->cap - 1)];
}

static void index_name(struct pen *p, struct str name)
{
    struct str folded = order_fold(p->a, name);
    if (folded.n < SHORTEST_NAME) return;
    struct entry **head = head_of(p->names, folded.s), *e = ARENA_ONE(p->a, struct entry);
    *e = (struct entry){folded, *head};
    *head = e;
}

static void index_people(struct pen *p)
{
    const struct corpus *c = p->corpus;
    struct quote_index *x = p->names = ARENA_ONE(p->a, struct quote_index);
    for (x->cap = 64; x->cap < c->nparticipants * 4; x->cap *= 2) {
    }
    x->heads = ARENA_MANY(p->a, struct entry *, x->cap);
    for (size_t i = 0; i < c->nparticipants; i++)
        for (int l = 0; l < LANG_N; l++) {
            struct str name = str_trim(c->participants[i].name.t[l]);
            index_name(p, name);
            index_name(p, turned(p->a, name));
        }
}

static bool name_at(const struct quote_index *x, struct str folded, size_t at)
{
    for (const struct entry *e = *head_of(x, folded.s + at); e; e = e->next)
        if (e->name.n <= folded.n - at && !memcmp(e->name.s, folded.s + at, e->name.n)) return true;
    return false;
}

bool quote_names(struct pen *p, struct str text)
{
    if (!p->corpus->nparticipants) return false;
    if (!p->names) index_people(p);
    struct arena_mark mark = arena_mark(p->job->scratch);
    struct str folded = order_fold(p->job->scratch, text);
    bool found = false;
    for (size_t i = 0; i + SHORTEST_NAME <= folded.n && !found; i++) found = name_at(p->names, folded, i);
    arena_reset(p->job->scratch, mark);
    return found;
}

/* -- choosing -- */

enum { QUOTE_SHORTEST = 12, QUOTE_LONGEST = 420 }; /* code points that make a good quote */

struct candidate {
    const struct reply *reply;
    const struct answer *answer;
};

static bool may_quote(const struct reply *r, const struct answer *a)
{
    return r->quote_ok && r->legible && a->given && a->text.n;
}

static bool nameless(struct pen *p, const struct answer *a)
{
    bool named = quote_names(p, a->text);
    for (int l = 0; l < LANG_N && !named; l++) named = quote_names(p, a->translation[l]);
    if (named) diag_tell(p->job->diags, DIAG_QUOTE_NAME, a->place);
    return !named;
}

static bool good_length(const struct answer *a)
{
    size_t n = utf8_count(a->text);
    return n >= QUOTE_SHORTEST && n <= QUOTE_LONGEST;
}

/* The next answer in a language, of good length or not, at or after *at. */
static bool next_in(struct pen *p, const struct form *f, size_t prompt, enum lang l, bool good, size_t *at,
                    struct candidate *c)
{
    for (; *at < f->nreplies; ++*at) {
        const struct reply *r = &f->replies[*at];
        const struct answer *a = &r->answers[prompt];
        if (!may_quote(r, a) || a->lang != l || good_length(a) != good || !nameless(p, a)) continue;
        *c = (struct candidate){r, a};
        ++*at;
        return true;
    }
    return false;
}

/* Languages by turns, answers of good length first, else in the order of their sheets. */
static size_t choose(struct pen *p, const struct form *f, size_t prompt, size_t most,
                     struct candidate *chosen)
{
    static const bool lengths[] = {true, false};
    size_t n = 0;
    for (size_t k = 0; k < 2; k++) {
        size_t at[LANG_N] = {0};
        bool more[LANG_N] = {true, true};
        while (n < most && (more[0] || more[1]))
            for (int i = 0; i < LANG_N && n < most; i++) {
                enum lang l = i ? (enum lang)(LANG_N - 1 - p->langs[0]) : p->langs[0];
                more[l] = more[l] && next_in(p, f, prompt, l, lengths[k], &at[l], &chosen[n]);
                n += more[l];
            }
    }
    return n;
}

/* -- setting -- */

/* "a mentor", "mentor" and គ្រូប្រឹក្សាគរុកោសល្យ are one. */
static struct str bare_role(struct pen *p, struct str role)
{
    static const char *const articles[] = {"a ", "an ", "the "};
    role = str_trim(role);
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
        size_t n = strlen(articles[i]);
        if (role.n > n && str_eq_fold(str_sub(role, 0, n), str_of(articles[i])))
            role = str_sub(role, n, role.n);
    }
    struct str one = STR("ម្នាក់");
    if (role.n > one.n && str_ends(role, one.s)) role.n -= one.n;
    return order_fold(p->a, role);
}

/* A role in both languages where it is known, else as typed. */
static struct bi role_of(struct pen *p, struct str typed)
{
    struct str bare = bare_role(p, typed);
    for (int w = WORD_A_TEACHER; w <= WORD_A_PARTICIPANT && bare.n; w++)
        for (int l = 0; l < LANG_N; l++)
            if (str_eq(bare, bare_role(p, words_in((enum word)w, (enum lang)l))))
                return words_of((enum word)w);
    for (size_t i = 0; i < p->corpus->nterms && bare.n; i++)
        for (int l = 0; l < LANG_N; l++)
            if (str_eq(bare, bare_role(p, p->corpus->terms[i].term.t[l]))) return p->corpus->terms[i].term;
    return pen_typed(typed);
}

static struct bi source_of(struct pen *p, const struct reply *r)
{
    struct bi number = pen_digits(p, r->number), role = role_of(p, r->role);
    bool tell = r->role.n && !quote_names(p, r->role);
    if (!r->number.n) return tell ? role : (struct bi){0};
    return tell ? pen_say(p, WORD_SAID_BY, number, role) : pen_say(p, WORD_SAID, number);
}

/* Paragraphs of an answer typed on several lines. */
static void quote_lines(struct pen *p, struct node *quote, struct str text, enum lang l, struct place at)
{
    struct str rest = text, line;
    while (str_cut(&rest, '\n', &line)) {
        line = str_trim(line);
        if (!line.n) continue;
        struct node *para = node_new(p->a, quote, ROLE_P, l, at);
        node_text(p->a, para, line, l, at);
    }
}

static void set_quote(struct pen *p, struct node *parent, const struct candidate *c, struct str text,
                      enum lang l, struct str source, enum lang source_lang)
{
    struct place at = c->answer->place;
    struct node *q = node_new(p->a, parent, ROLE_QUOTE, l, at);
    quote_lines(p, q, quote_masked(p->a, text, l), l, at);
    if (!source.n) return;
    struct node *s = node_new(p->a, q, ROLE_SOURCE, source_lang, at);
    node_text(p->a, s, source, source_lang, at);
}

static struct str noted(struct pen *p, enum word w, struct str source, enum lang l)
{
    return source.n ? pen_say(p, w, pen_same(source)).t[l] : source;
}

static void quote_one(struct pen *p, struct node *parent, const struct candidate *c)
{
    struct bi source = source_of(p, c->reply);
    enum lang own = c->answer->lang, other = (enum lang)(LANG_N - 1 - own), l = p->langs[0];
    struct str translation = c->answer->translation[other];
    if (p->both && translation.n) {
        struct node *sides[LANG_N];
        pen_pair(p, parent, sides);
        set_quote(p, sides[own], c, c->answer->text, own, source.t[own], own);
        set_quote(p, sides[other], c, translation, other,
                  noted(p, WORD_TRANSLATED_FROM_OTHER, source.t[other], other), other);
    } else if (p->both || own == l) {
        set_quote(p, parent, c, c->answer->text, own, source.t[own], own);
    } else if (translation.n) {
        set_quote(p, parent, c, translation, l, noted(p, WORD_TRANSLATED_FROM_OTHER, source.t[l], l), l);
    } else {
        set_quote(p, parent, c, c->answer->text, own, noted(p, WORD_ORIGINAL_OF_OTHER, source.t[l], l), l);
    }
}

void quote_some(struct pen *p, struct node *parent, const struct form *form, size_t prompt, size_t most)
{
    struct candidate *chosen = ARENA_MANY(p->a, struct candidate, most ? most : 1);
    size_t n = choose(p, form, prompt, most, chosen);
    for (size_t i = 0; i < n; i++) quote_one(p, parent, &chosen[i]);
}
