#include "read/dialect/remark.h"

#include "read/dialect/verbatim.h"

enum { STRUCK_MOST = 4000, PAIRS = 7, LABEL_MOST = 60 };

struct remark_pair {
    const char *open, *close;
    bool struck; /* within a paragraph, words beside its marks */
    enum diag_code code;
};

static const struct remark_pair PAIR[PAIRS] = {{"<!--", "-->", false, DIAG_REMARK_LEFT_OUT},
                                               {"%%", "%%", false, DIAG_REMARK_LEFT_OUT},
                                               {"~~", "~~", true, DIAG_STRUCK_LEFT_OUT},
                                               {"<del>", "</del>", true, DIAG_STRUCK_LEFT_OUT},
                                               {"{%", "%}", false, DIAG_PROGRAM_LEFT_OUT},
                                               {"<s>", "</s>", true, DIAG_STRUCK_LEFT_OUT},
                                               {"<strike>", "</strike>", true, DIAG_STRUCK_LEFT_OUT}};

struct remark_reader {
    struct job *job;
    struct rewriting *r;
    struct str text;
    bool unclosed[PAIRS]; /* nothing closes such a one from here on */
};

static bool is_space(struct str t, size_t at)
{
    return at >= t.n || strchr(" \t\r\n", t.s[at]);
}

/* The end of the paragraph that a byte stands in. */
static size_t paragraph_end(struct str t, size_t at)
{
    while (at < t.n) {
        const char *end = memchr(t.s + at, '\n', t.n - at);
        if (!end) return t.n;
        at = (size_t)(end - t.s) + 1;
        size_t next = verbatim_skip(t, at, t.n);
        if (next >= t.n || strchr("\r\n", t.s[next])) return at - 1;
    }
    return t.n;
}

/* Are these marks that open something? */
static bool opens(struct str t, size_t at, const struct remark_pair *p)
{
    size_t n = strlen(p->open), after = at + n;
    if (!str_eq_fold(str_sub(t, at, after), str_of(p->open))) return false;
    char before = at ? t.s[at - 1] : ' ';
    if (p->open[0] == '<') return true;
    bool run = before == p->open[0] || (after < t.n && t.s[after] == p->open[0]);
    if (run) return false;
    return p->struck ? !is_space(t, after) : before < '0' || before > '9';
}

/* Where what closes it begins; SIZE_MAX: nowhere. */
static size_t closer(struct remark_reader *k, size_t i, size_t at)
{
    const struct remark_pair *p = &PAIR[i];
    size_t from = at + strlen(p->open), most = from + STRUCK_MOST;
    struct str in = k->text;
    bool within = p->struck || p->open[0] == '{' || (p->open[0] == '%' && at && in.s[at - 1] != '\n');
    if (k->unclosed[i]) return SIZE_MAX;
    if (within) {
        size_t end = paragraph_end(str_sub(in, 0, most), from);
        in = str_sub(in, 0, end);
    }
    size_t found = str_find(in, str_of(p->close), from);
    if (found == SIZE_MAX && !within) k->unclosed[i] = true;
    if (found != SIZE_MAX && p->struck && (found == from || is_space(in, found - 1))) return SIZE_MAX;
    return found;
}

static void leave_out(struct remark_reader *k, size_t from, size_t to)
{
    struct str t = k->text;
    bool gap = from && to < t.n && t.s[from - 1] == ' ' && t.s[to] == ' ';
    rewriting_replace(k->r, from, to + gap, (struct str){0});
}

/* One that nothing closes ends at its first blank line: rather too little is printed than what was not meant
 * to be. */
static size_t unclosed(struct remark_reader *k, size_t at)
{
    size_t end = paragraph_end(k->text, at);
    diag_tell(k->job->diags, DIAG_REMARK_OPEN, place_in(k->r->from, at));
    leave_out(k, at, end);
    return k->r->done;
}

static size_t remark_at(struct remark_reader *k, size_t at)
{
    for (size_t i = 0; i < PAIRS; i++) {
        if (!opens(k->text, at, &PAIR[i])) continue;
        size_t end = closer(k, i, at);
        if (end == SIZE_MAX && !i) return unclosed(k, at);
        if (end == SIZE_MAX) continue;
        bool empty =
            verbatim_is_blank(k->text, at + strlen(PAIR[i].open), end); /* pandoc parts lists by it */
        if (!empty) diag_tell(k->job->diags, PAIR[i].code, place_in(k->r->from, at));
        leave_out(k, at, end + strlen(PAIR[i].close));
        return k->r->done;
    }
    return at + 1;
}

/* *[HTML]: what a program shows beside the word; up to the next line, or 0. */
static size_t abbreviation(struct remark_reader *k, size_t at, size_t end)
{
    struct str s = str_sub(k->text, at, end);
    size_t close = str_starts(s, "*[") ? str_find(str_sub(s, 0, LABEL_MOST), STR("]: "), 0) : SIZE_MAX;
    if (close == SIZE_MAX || close == 2) return 0;
    if (memchr(s.s + 2, '[', close - 2) || memchr(s.s + 1, '*', s.n - 1)) return 0; /* *[it leans]: so* */
    diag_tell(k->job->diags, DIAG_PROGRAM_LEFT_OUT, place_in(k->r->from, at));
    return rewriting_replace(k->r, at, end, (struct str){0});
}

/* Most notes hold no sign of any. */
static bool may_hold(struct str t)
{
    return t.n && (memchr(t.s, '<', t.n) || memchr(t.s, '%', t.n) || memchr(t.s, '~', t.n) ||
                   memchr(t.s, '{', t.n) || str_find(t, STR("*["), 0) != SIZE_MAX);
}

struct rewriting *remark_take_out(struct job *job, const struct source *source, size_t from)
{
    static const bool SIGNS[128] = {
        ['\\'] = true, ['`'] = true, ['<'] = true, ['%'] = true, ['~'] = true, ['{'] = true};
    struct remark_reader k = {.job = job, .r = rewriting_new(job->scratch, source), .text = source->text};
    if (!may_hold(k.text)) return k.r;
    const bool *code = verbatim_lines(job->scratch, source, from);
    size_t at = 0;
    for (size_t line = 1; line <= source->nlines; line++) {
        size_t end = line < source->nlines ? source->lines[line] : k.text.n;
        if (at < source->lines[line - 1]) at = source->lines[line - 1];
        if (code[line] && at < end) at = end;
        size_t behind = at == source->lines[line - 1] ? abbreviation(&k, at, end) : 0;
        if (behind) at = behind;
        while ((at = at < end ? utf8_find_sign(str_sub(k.text, 0, end), at, SIGNS) : at) < end) {
            char c = k.text.s[at];
            if (c == '\\')
                at += 2;
            else
                at = c == '`' ? verbatim_span(k.text, at) : remark_at(&k, at);
        }
    }
    return k.r;
}
