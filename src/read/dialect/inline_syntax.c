#include "read/dialect/inline_syntax.h"

#include "model/label.h"
#include "read/dialect/attributes.h"
#include "read/dialect/inline_example.h"
#include "read/dialect/inline_html.h"
#include "read/dialect/inline_wiki.h"
#include "read/dialect/verbatim.h"

enum { SIGN_MOST = 40 };

static char at_or(const struct inline_reader *n, size_t at)
{
    return at < n->text.n ? n->text.s[at] : '\n';
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* The ] that closes a [, in its line; SIZE_MAX: none does. */
static size_t bracket_end(const struct inline_reader *n, size_t at)
{
    size_t depth = 0, most = at + INLINE_READER_REACH < n->to ? at + INLINE_READER_REACH : n->to;
    for (size_t i = at; i < most; i++) {
        if (n->text.s[i] == '`')
            i = verbatim_span(n->text, i) - 1;
        else if (n->text.s[i] == '\\')
            i++;
        else if (n->text.s[i] == '[')
            depth++;
        else if (n->text.s[i] == ']' && !--depth)
            return i;
    }
    return SIZE_MAX;
}

/* -- attributes -- */

/* A label stays where a caption keeps it: ![…](file "Words"){#fig:name} has it in its title. */
static size_t read_label(struct inline_reader *n, size_t at, size_t span)
{
    struct str label = str_sub(n->text, at, at + span);
    bool picture = at > n->from + 1 && n->text.s[at - 1] == ')';
    if (label_braces(label)) return 0;
    if (!picture) return at + span;
    bool title = n->text.s[at - 2] == '"';
    if (n->r->done > at - 1 - title) return 0;
    const char *before = title ? " " : " \"";
    return rewriting_replace(n->r, at - 1 - title, at + span,
                             str_fmt(n->job->scratch, "%s%.*s\")", before, STR_ARGS(label)));
}

static size_t read_attributes(struct inline_reader *n, size_t at)
{
    size_t span = attributes_span(n->text, at), from = at, label = span ? read_label(n, at, span) : 0;
    if (!span || label) return label;
    bool behind = at > n->from && strchr(")]`*_>\"", n->text.s[at - 1]);
    bool last = verbatim_is_blank(n->text, at + span, n->to);
    if (!behind && !(last && at > n->from)) return 0;
    if (last)
        while (from > n->r->done && is_space(n->text.s[from - 1])) from--;
    return rewriting_replace(n->r, from, at + span, STR(""));
}

static size_t open_span(struct inline_reader *n, size_t at)
{
    size_t end = bracket_end(n, at);
    size_t span = end != SIZE_MAX ? attributes_span(n->text, end + 1) : 0;
    if (!span || n->nmarks == INLINE_READER_NEST || at_or(n, at + 1) == '^') return 0;
    struct str attributes = str_sub(n->text, end + 1, end + 1 + span);
    bool under = str_find(attributes, STR("underline"), 0) != SIZE_MAX;
    bool mark = str_find(attributes, STR(".mark"), 0) != SIZE_MAX;
    n->marks[n->nmarks++] = under ? STR("</u>") : mark ? STR("</mark>") : STR("");
    return rewriting_replace(n->r, at, at + 1, under ? STR("<u>") : mark ? STR("<mark>") : STR(""));
}

/* -- addresses -- */

/* A data: address at a byte, up to what ends it: its short one written; 0: it is none. */
static size_t read_data(struct inline_reader *n, size_t at)
{
    struct str rest = str_sub(n->text, at, n->to);
    size_t to = at;
    if (!str_starts_fold(rest, "data:image/")) return 0;
    while (to < n->to && !strchr(" \t)>\"'", n->text.s[to])) to++;
    struct str address = str_sub(n->text, at, to);
    return rewriting_replace(n->r, at, to, held_pictures_add(n->pictures, n->job->scratch, address));
}

/* The next ) of the line, or its end: looked for from where it was found last, however many ]( stand before
 * it. */
static size_t next_round(struct inline_reader *n, size_t from)
{
    if (n->round >= from && n->round > n->from) return n->round;
    const char *at = from < n->to ? memchr(n->text.s + from, ')', n->to - from) : NULL;
    return n->round = at ? (size_t)(at - n->text.s) : n->to;
}

/* What is in ( ) is an address: nothing in it has a meaning. */
static size_t read_address(struct inline_reader *n, size_t at)
{
    size_t from = at + 2, data = read_data(n, from + (at_or(n, from) == '<'));
    return data ? data : next_round(n, from) < n->to ? n->round : from;
}

static size_t read_close(struct inline_reader *n, size_t at)
{
    size_t span = n->nmarks ? attributes_span(n->text, at + 1) : 0;
    if (span) return rewriting_replace(n->r, at, at + 1 + span, n->marks[--n->nmarks]);
    return at_or(n, at + 1) == '(' ? read_address(n, at) : 0;
}

/* [label]: <data:…> begins the line. */
static size_t read_definition(struct inline_reader *n, size_t at)
{
    size_t end = at == verbatim_skip(n->text, n->from, n->to) ? bracket_end(n, at) : SIZE_MAX;
    if (end == SIZE_MAX || at_or(n, end + 1) != ':') return 0;
    size_t from = verbatim_skip(n->text, end + 2, n->to);
    return read_data(n, from + (at_or(n, from) == '<'));
}

static size_t read_open(struct inline_reader *n, size_t at)
{
    size_t to = inline_wiki_read(n, at);
    if (!to) to = read_definition(n, at);
    return to ? to : open_span(n, at);
}

/* ![words|300]: the size is taken off. */
static size_t read_picture(struct inline_reader *n, size_t at)
{
    if (at_or(n, at + 1) != '[') return 0;
    size_t to = inline_wiki_read(n, at);
    if (to) return to;
    size_t end = bracket_end(n, at + 1), bar;
    if (end == SIZE_MAX || (at_or(n, end + 1) != '(' && at_or(n, end + 1) != '[')) return 0;
    for (bar = end;
         bar > at && ((n->text.s[bar - 1] >= '0' && n->text.s[bar - 1] <= '9') || n->text.s[bar - 1] == 'x');)
        bar--;
    bool sized = bar < end && n->text.s[bar - 1] == '|';
    return sized ? rewriting_replace(n->r, bar - 1, end, STR("")) : end;
}

/* -- signs in pairs -- */

/* What closes a sign in its line; SIZE_MAX. */
static size_t sign_end(const struct inline_reader *n, size_t from, struct str sign, size_t most)
{
    size_t end = from + most < n->to ? from + most : n->to;
    size_t at = str_find(str_sub(n->text, 0, end), sign, from);
    return at == SIZE_MAX || at == from || is_space(n->text.s[at - 1]) ? SIZE_MAX : at;
}

static size_t read_highlight(struct inline_reader *n, size_t at)
{
    if (n->highlight_end && at == n->highlight_end)
        return rewriting_replace(n->r, at, at + 2, STR("</mark>"));
    if (at_or(n, at + 1) != '=' || at_or(n, at + 2) == '=' || is_space(at_or(n, at + 2))) return 0;
    if ((at && n->text.s[at - 1] == '=') || n->highlight_end > at) return 0;
    size_t end = sign_end(n, at + 2, STR("=="), INLINE_READER_REACH);
    if (end == SIZE_MAX || at_or(n, end + 2) == '=') return 0;
    n->highlight_end = end;
    return rewriting_replace(n->r, at, at + 2, STR("<mark>"));
}

static bool is_word(char c)
{
    return (unsigned char)c >= 0x80 || (unsigned char)((c | 32) - 'a') < 26 || (c >= '0' && c <= '9');
}

/* A lone letter beside the sign: ++j and k++ count. */
static bool is_counter(const struct inline_reader *n, size_t from, size_t to)
{
    return !is_word(at_or(n, from + 1)) || to < from + 2 || !is_word(n->text.s[to - 2]);
}

/* ++words++ put in later: the words. C++ is none. */
static size_t read_inserted(struct inline_reader *n, size_t at)
{
    if (n->inserted_end && at == n->inserted_end) return rewriting_replace(n->r, at, at + 2, STR(""));
    char before = at > n->from ? n->text.s[at - 1] : ' ';
    if (at_or(n, at + 1) != '+' || at_or(n, at + 2) == '+' || is_space(at_or(n, at + 2))) return 0;
    if (before == '+' || is_word(before) || n->inserted_end > at) return 0;
    size_t end = sign_end(n, at + 2, STR("++"), INLINE_READER_REACH);
    if (end == SIZE_MAX || at_or(n, end + 2) == '+' || is_word(at_or(n, end + 2))) return 0;
    if (is_counter(n, at + 2, end)) return 0;
    n->inserted_end = end;
    return rewriting_replace(n->r, at, at + 2, STR(""));
}

/* H~2~O, x^2^: no blank between. */
static size_t read_short(struct inline_reader *n, size_t at, const char *open, const char *close)
{
    struct str sign = str_sub(n->text, at, at + 1);
    if (at == n->from || is_space(n->text.s[at - 1]) || n->text.s[at - 1] == sign.s[0] ||
        is_space(at_or(n, at + 1)))
        return 0;
    size_t end = sign_end(n, at + 1, sign, SIGN_MOST);
    if (end == SIZE_MAX || at_or(n, end + 1) == sign.s[0]) return 0;
    for (size_t i = at + 1; i < end; i++)
        if (is_space(n->text.s[i])) return 0;
    rewriting_replace(n->r, at, at + 1, str_of(open));
    return rewriting_replace(n->r, end, end + 1, str_of(close));
}

static size_t read_lowered(struct inline_reader *n, size_t at)
{
    return read_short(n, at, "<sub>", "</sub>");
}

/* ^name at a line's end: a mark that Obsidian's links lead to. */
static size_t block_mark(struct inline_reader *n, size_t at)
{
    size_t to = at + 1;
    while (to < n->to && ((unsigned char)((n->text.s[to] | 32) - 'a') < 26 || n->text.s[to] == '-' ||
                          (n->text.s[to] >= '0' && n->text.s[to] <= '9')))
        to++;
    bool marks =
        to > at + 1 && verbatim_is_blank(n->text, to, n->to) && at > n->from && n->text.s[at - 1] == ' ';
    return marks ? rewriting_replace(n->r, at - (n->r->done < at), to, STR("")) : 0;
}

/* ^[words]: the words go to the note's end, as a footnote's definition. */
static size_t read_note(struct inline_reader *n, size_t at)
{
    if (at_or(n, at + 1) != '[') {
        size_t to = block_mark(n, at);
        return to ? to : read_short(n, at, "<sup>", "</sup>");
    }
    size_t end = bracket_end(n, at + 1);
    if (end == SIZE_MAX || end == at + 2) return 0;
    VEC_ADD(n->job->scratch, n->notes, (struct inline_reader_note){at + 2, end});
    return rewriting_replace(n->r, at, end + 1, str_fmt(n->job->scratch, "[^^%zu]", n->notes.n));
}

static void put_notes(struct inline_reader *n)
{
    if (n->notes.n) rewriting_replace(n->r, n->text.n, n->text.n, (struct str){0});
    for (size_t i = 0; i < n->notes.n; i++) {
        const struct inline_reader_note *note = &n->notes.at[i];
        rewriting_put(n->r, str_fmt(n->job->scratch, "\n\n[^^%zu]: ", i + 1), note->from);
        rewriting_keep(n->r, note->from, note->to);
        rewriting_put(n->r, STR("\n"), note->to);
    }
}

/* -- what is passed over -- */

static size_t read_code(struct inline_reader *n, size_t at)
{
    return verbatim_span(n->text, at);
}

static size_t read_escape(struct inline_reader *n, size_t at)
{
    size_t to = at + 1;
    if (to < n->text.n) utf8_next(n->text, &to);
    return to;
}

static size_t read_web(struct inline_reader *n, size_t at)
{
    struct str rest = str_sub(n->text, at, n->to);
    if (!str_starts(rest, "http://") && !str_starts(rest, "https://")) return 0;
    while (at < n->to && !is_space(n->text.s[at]) && !strchr("<>)]{}\"", n->text.s[at]) &&
           (unsigned char)n->text.s[at] < 0x80)
        at++;
    return at;
}

/* By the sign that it begins with. */
static size_t (*const READ[128])(struct inline_reader *n, size_t at) = {
    ['`'] = read_code,          ['\\'] = read_escape,    ['['] = read_open,        [']'] = read_close,
    ['!'] = read_picture,       ['{'] = read_attributes, ['='] = read_highlight,   ['+'] = read_inserted,
    ['~'] = read_lowered,       ['^'] = read_note,       ['<'] = inline_html_read, ['h'] = read_web,
    ['('] = inline_example_read};

static const bool SIGNS[128] = {
    ['`'] = true, ['\\'] = true, ['['] = true, [']'] = true, ['!'] = true, ['{'] = true, ['='] = true,
    ['+'] = true, ['~'] = true,  ['^'] = true, ['<'] = true, ['h'] = true, ['('] = true};

/* Reads what begins at the next sign of the line; to the line's end where there is none. */
static size_t read_next(struct inline_reader *n, size_t from)
{
    size_t at = utf8_find_sign(str_sub(n->text, 0, n->to), from, SIGNS);
    size_t to = at < n->to ? READ[(unsigned char)n->text.s[at]](n, at) : n->to;
    return to > at || at == n->to ? to : at + 1;
}

struct rewriting *inline_syntax_rewrite(struct job *job, const struct source *source, size_t from,
                                        struct held_pictures *pictures)
{
    struct inline_reader n = {.job = job, .text = source->text, .pictures = pictures};
    const bool *code = verbatim_lines(job->scratch, source, from);
    n.r = rewriting_new(job->scratch, source);
    inline_example_find(&n, source, code);
    size_t at = 0;
    for (size_t line = 1; line <= source->nlines; line++) {
        struct str s = source_line(source, line);
        n.from = source->lines[line - 1];
        n.to = n.from + s.n;
        n.nmarks = n.items.depth = 0;
        n.round = n.from;
        if (at < n.from) at = n.from;
        while (!code[line] && at < n.to) at = read_next(&n, at);
    }
    put_notes(&n);
    return n.r;
}
