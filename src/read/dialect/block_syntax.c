#include "read/dialect/block_syntax.h"

#include "read/dialect/attributes.h"
#include "read/dialect/callout.h"
#include "read/dialect/indented_prose.h"
#include "read/dialect/lone_lines.h"
#include "read/dialect/ruled_table.h"
#include "read/dialect/verbatim.h"
#include "read/html/html_block.h"
#include "read/html/html_table.h"

enum { LEVEL_MOST = 6, INDENT = 4, UNCLOSED_MOST = 50 };

/* A line of code has no text here. */
struct block_syntax_line {
    struct str text, words; /* as a whole; where its words begin, and where they end */
    bool blank;
};

struct block_syntax {
    struct job *job;
    struct rewriting *r;
    const struct source *source;
    struct str text;
    struct ruled_table_lines lines;
    const struct block_syntax_line *all; /* from 1; before and behind them a blank one */
    enum lang lang;
    int level;         /* of the last heading that has its # */
    bool parted;       /* a line end parts paragraphs */
    bool table;        /* the last block was one */
    bool begun;        /* text stands above */
    bool titled;       /* somewhere, by a # of the first level or in the front matter */
    bool *prose;       /* lines that are indented as code is, and are none */
    unsigned unclosed; /* blocks of HTML whose end was looked for in vain */
};

static size_t line_start(const struct block_syntax *b, size_t line)
{
    return line <= b->source->nlines ? b->source->lines[line - 1] : b->text.n;
}

/* Once for all that ask. */
static const struct block_syntax_line *read_lines(struct arena *a, const struct source *source,
                                                  const bool *code)
{
    struct block_syntax_line *all = ARENA_MANY(a, struct block_syntax_line, source->nlines + 2);
    all[0].blank = all[source->nlines + 1].blank = true;
    for (size_t line = 1; line <= source->nlines; line++) {
        struct str s = code[line] ? (struct str){0} : source_line(source, line);
        size_t words = verbatim_skip(s, 0, s.n);
        all[line] = (struct block_syntax_line){s, s, !code[line] && words == s.n};
        if (s.n) all[line].words = str_trim(str_sub(s, words, s.n));
    }
    return all;
}

static const struct block_syntax_line *at_line(const struct block_syntax *b, size_t line)
{
    return &b->all[line <= b->source->nlines ? line : b->source->nlines + 1];
}

static struct str line_of(const struct block_syntax *b, size_t line)
{
    return at_line(b, line)->text;
}

static bool is_blank(const struct block_syntax *b, size_t line)
{
    return at_line(b, line)->blank;
}

/* From a byte to a byte other text stands. */
static void put(struct block_syntax *b, size_t from, size_t to, struct str text)
{
    rewriting_replace(b->r, from, to, text);
}

static struct str words_of(const struct block_syntax *b, size_t line)
{
    return at_line(b, line)->words;
}

static size_t offset_of(const struct block_syntax *b, struct str s)
{
    return (size_t)(s.s - b->text.s);
}

/* -- lines that show nothing -- */

static size_t read_blank(struct block_syntax *b, size_t line)
{
    struct str s = line_of(b, line);
    if (!is_blank(b, line)) return 0;
    bool odd = false;
    for (size_t i = 0; i < s.n; i++) odd |= (unsigned char)s.s[i] >= 0x80;
    if (odd) put(b, offset_of(b, s), offset_of(b, s) + s.n, STR(""));
    return 1;
}

static bool is_toc(struct str s)
{
    static const char *const MARKS[] = {"[TOC]", "[[TOC]]", "[[_TOC_]]", "{:toc}"};
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
        if (str_eq_fold(s, str_of(MARKS[i]))) return true;
    return false;
}

/* A page's end of LaTeX's or Word's: pages are the report's own. */
static bool is_page_break(struct str s)
{
    static const char *const MARKS[] = {"\\newpage", "\\pagebreak", "\\clearpage", "\\tableofcontents", "\f"};
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
        if (str_is(s, MARKS[i])) return true;
    return false;
}

/* :::spoiler Words: the words stand as a title. */
static size_t read_division(struct block_syntax *b, size_t line)
{
    struct str s = words_of(b, line);
    size_t n = 0, name;
    while (n < s.n && s.s[n] == ':') n++;
    for (name = n; name < s.n && (unsigned char)((s.s[name] | 32) - 'a') < 26;) name++;
    size_t title = verbatim_skip(s, name, s.n);
    if (n < 3 || name == n || title == name || title == s.n || s.s[title] == '{') return 0;
    size_t from = offset_of(b, s);
    put(b, from, from + title, STR("**"));
    put(b, from + s.n, from + s.n, STR("**\n"));
    return 1;
}

/* ::: note, ::: {.note}, ::: */
static bool is_division(struct str s)
{
    size_t n = 0;
    while (n < s.n && s.s[n] == ':') n++;
    if (n < 3) return false;
    struct str name = str_trim(str_sub(s, n, s.n));
    while (name.n && name.s[name.n - 1] == ':') name.n--;
    name = str_trim(name);
    size_t brace = name.n && name.s[0] == '{' ? attributes_span(name, 0) : 0;
    return brace ? brace == name.n : !name.n || !memchr(name.s, ' ', name.n);
}

static size_t read_signs(struct block_syntax *b, size_t line)
{
    struct str s = words_of(b, line);
    bool attributes = s.n && s.s[0] == '{' && attributes_span(s, 0) == s.n;
    if (!s.n || (!attributes && !is_toc(s) && !is_division(s) && !is_page_break(s))) return 0;
    put(b, offset_of(b, s), offset_of(b, s) + s.n, STR(""));
    return 1;
}

/* A paragraph that a tab or blanks indent. */
static size_t read_prose(struct block_syntax *b, size_t line)
{
    struct str s = words_of(b, line);
    if (!b->prose[line]) return 0;
    put(b, line_start(b, line), offset_of(b, s), STR(""));
    return 1;
}

/* -- headings -- */

/* % Title, % authors, % date: a note's first lines, as pandoc has them. */
static size_t read_title_block(struct block_syntax *b, size_t line)
{
    size_t n = 0;
    for (; !b->begun && !b->titled && n < 3; n++) {
        struct str s = line_of(b, line + n);
        if (!str_starts(s, "%") || (s.n > 1 && !verbatim_blank(s, 1))) break;
        size_t from = offset_of(b, s), words = verbatim_skip(s, 1, s.n);
        bool title = !n && words < s.n;
        put(b, from, from + words, title ? STR("# ") : STR(""));
        put(b, from + s.n, from + s.n, STR("\n"));
    }
    return n;
}

static size_t read_heading(struct block_syntax *b, size_t line)
{
    struct str s = words_of(b, line);
    size_t n = 0, at = s.n ? offset_of(b, s) : 0;
    while (n < s.n && s.s[n] == '#') n++;
    size_t blank = verbatim_skip(s, n, s.n);
    if (!n || n > LEVEL_MOST || blank == n) return 0;
    b->level = (int)n;
    put(b, line_start(b, line), at, STR(""));
    if (blank != n + 1 || s.s[n] != ' ') put(b, at + n, at + blank, STR(" "));
    return 1;
}

/* **Words**, or __words__: those between; empty where a line is none of it. */
static struct str bold_words(struct str s)
{
    s.n -= str_ends(s, ":") ? 1 : str_ends(s, "៖") ? strlen("៖") : 0;
    bool marks = s.s && s.n > 4 && (s.s[0] == '*' || s.s[0] == '_') && s.s[1] == s.s[0] && s.s[2] != s.s[0];
    if (!marks || s.s[s.n - 1] != s.s[0] || s.s[s.n - 2] != s.s[0] || s.s[s.n - 3] == '\\')
        return (struct str){0};
    struct str in = str_sub(s, 2, s.n - 2), mark = str_sub(s, 0, 2);
    bool whole = str_find(in, mark, 0) == SIZE_MAX && in.s[0] != ' ' && in.s[in.n - 1] != ' ';
    return whole ? in : (struct str){0};
}

/* One that begins a note which has no other is its title; what ends in a colon is a part's heading. */
static size_t bold_level(const struct block_syntax *b, struct str words, bool colon)
{
    colon |= str_ends(words, ":") || str_ends(words, "៖");
    if (!b->begun && !b->titled && !colon) return 1;
    if (!b->level) return 2;
    return (size_t)(b->level < LEVEL_MOST ? b->level + 1 : LEVEL_MOST);
}

/* A sentence is no heading, nor is what no text follows. */
static size_t read_bold(struct block_syntax *b, size_t line)
{
    enum { HEADING_MOST = 120 };
    struct str s = words_of(b, line), in = bold_words(s);
    size_t next = line + 1;
    if (!in.n || utf8_count(in) > HEADING_MOST ||
        !(line == 1 || is_blank(b, line - 1) || b->r->done == line_start(b, line)))
        return 0;
    bool sentence =
        strchr(".!|", in.s[in.n - 1]) || str_ends(in, "។") || str_ends(in, "៕") || memchr(in.s, '|', in.n);
    while (next <= b->source->nlines && is_blank(b, next)) next++;
    bool followed = next <= b->source->nlines && !(next == line + 1 && bold_words(words_of(b, next)).n);
    if (sentence || !followed) return 0;
    size_t from = offset_of(b, s), level = bold_level(b, in, s.n > in.n + 4);
    put(b, line_start(b, line), from + 2, str_sub(STR("###### "), LEVEL_MOST - level, LEVEL_MOST + 1));
    put(b, from + 2 + in.n, from + s.n, STR(""));
    if (next == line + 1) put(b, line_start(b, next), line_start(b, next), STR("\n"));
    return 1;
}

/* -- tables -- */

static size_t put_table(struct block_syntax *b, size_t line, size_t lines, const struct drawn_table *t)
{
    size_t from = line_start(b, line);
    rewriting_keep(b->r, b->r->done, from);
    drawn_table_put(t, b->r, from);
    b->r->done = line_start(b, line + lines);
    return lines;
}

static size_t read_ruled(struct block_syntax *b, size_t line)
{
    static size_t (*const READ[])(struct ruled_table_lines *, size_t, struct drawn_table *) = {
        ruled_table_grid, ruled_table_dashes, ruled_table_tabs};
    struct str s = line_of(b, line);
    if (!s.n || verbatim_skip(s, 0, s.n) >= INDENT) return 0;
    for (size_t i = 0; i < sizeof READ / sizeof *READ; i++) {
        struct drawn_table t = {.arena = b->job->scratch};
        size_t n = READ[i](&b->lines, line, &t);
        if (n) return put_table(b, line, n, &t);
    }
    return 0;
}

static size_t read_html_table(struct block_syntax *b, size_t line)
{
    struct str s = words_of(b, line), caption;
    struct drawn_table t = {.arena = b->job->scratch};
    if (!s.n || s.s[0] != '<') return 0;
    size_t from = offset_of(b, s), n = html_table_read(b->text, from, &t, &caption);
    if (!n) return 0;
    size_t last = place_position(place_in(b->source, from + n)).line;
    rewriting_keep(b->r, b->r->done, line_start(b, line));
    if (caption.n) {
        rewriting_put(b->r, STR("\nTable: "), from);
        rewriting_keep(b->r, offset_of(b, caption), offset_of(b, caption) + caption.n);
        rewriting_put(b->r, STR("\n"), from);
    }
    drawn_table_put(&t, b->r, from);
    b->r->done = from + n;
    return last - line + 1;
}

/* The byte behind the block that begins at a byte, or in its line, which ends at to, behind tags that part
 * text and show nothing; 0: none. */
static size_t put_html_block(struct block_syntax *b, size_t from, size_t to)
{
    struct html_tag tag = html_tag_read(b->text, from);
    while (tag.kind == HTML_TAG_FRAME && from + tag.n < to) {
        from = verbatim_skip(b->text, from + tag.n, to);
        tag = html_tag_read(b->text, from);
    }
    bool begins = html_block_begins(&tag);
    struct html_block block = {.arena = b->job->scratch};
    size_t n = begins ? html_block_read(b->text, from, &block) : 0;
    b->unclosed += begins && !n;
    if (!n) return 0;
    rewriting_keep(b->r, b->r->done, from);
    rewriting_put(b->r, STR("\n"), from);
    html_block_put(&block, b->r, from);
    return b->r->done = from + n;
}

/* Behind it in its last line the next one may begin: programs write all of a page in one line. */
static size_t read_html_block(struct block_syntax *b, size_t line)
{
    struct str s = words_of(b, line);
    size_t at = s.n ? offset_of(b, s) : b->text.n, lines = 0, next;
    while (at < line_start(b, line + 1) && b->text.s[at] == '<' && b->unclosed <= UNCLOSED_MOST) {
        if (!(next = put_html_block(b, at, line_start(b, line + 1)))) break;
        for (lines += !lines; next > line_start(b, line + 1); line++) lines++;
        at = verbatim_skip(b->text, next, line_start(b, line + 1));
    }
    return lines;
}

/* "Table: words", in either language: how many bytes of it are "Table:". */
static size_t caption_words(struct str s)
{
    static const char *const WORDS[] = {"Table:", "តារាង៖", "តារាង:", "តារាង ៖"};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (str_starts_fold(s, WORDS[i])) return strlen(WORDS[i]);
    return 0;
}

/* Beside a table; ": Words" too. It stands alone, and read/note/caption.c takes it to the table. */
static size_t read_caption(struct block_syntax *b, size_t line)
{
    struct str s = words_of(b, line);
    size_t words = caption_words(s), mark = words ? words : s.n > 1 && s.s[0] == ':' && s.s[1] == ' ' ? 1 : 0;
    size_t next = line + 1;
    if (!mark) return 0;
    while (next <= b->source->nlines && is_blank(b, next)) next++;
    struct str below = words_of(b, next);
    bool under = b->table && !is_blank(b, line - 1) && b->r->done < line_start(b, line);
    bool beside = b->table || (below.n && strchr("|+-<", below.s[0]));
    bool parted = is_blank(b, line - 1) || b->table;
    if (!beside || !parted || (under && !words)) return 0;
    size_t from = offset_of(b, s);
    if (under) put(b, line_start(b, line), line_start(b, line), STR("\n"));
    if (!words) put(b, from, from + verbatim_skip(s, mark, s.n), STR("Table: "));
    return 1;
}

/* -- definitions, lines of verse, tasks, callouts -- */

static bool is_definition(struct str s)
{
    return s.n > 2 && (s.s[0] == ':' || s.s[0] == '~') && (s.s[1] == ' ' || s.s[1] == '\t');
}

/* An indented line that goes on with what stands above it. */
static bool goes_on(const struct block_syntax *b, size_t line)
{
    struct str s = words_of(b, line);
    return s.n && !is_definition(s) && offset_of(b, s) > line_start(b, line);
}

/* Behind blank lines, further paragraphs of what a term means: indented, and no code. */
static size_t put_more_meaning(struct block_syntax *b, size_t line)
{
    size_t at = line;
    for (size_t next = at; is_blank(b, next) && next <= b->source->nlines; next = at) {
        while (next <= b->source->nlines && is_blank(b, next)) next++;
        if (!goes_on(b, next) || offset_of(b, words_of(b, next)) < line_start(b, next) + INDENT - 2) break;
        for (; goes_on(b, next); next++)
            put(b, line_start(b, next), offset_of(b, words_of(b, next)), STR(""));
        at = next;
    }
    return at - line;
}

/* The term in bold, what it means behind it. */
static size_t read_definition(struct block_syntax *b, size_t line)
{
    struct str s = words_of(b, line), next = words_of(b, line + 1);
    size_t to = line + 1;
    if (!next.n && is_blank(b, to)) next = words_of(b, ++to);
    bool plain = s.n && (!strchr("#>|:-+*<[0123456789", s.s[0]) || str_starts(s, "**")) &&
                 (line == 1 || is_blank(b, line - 1));
    if (!plain || !is_definition(next)) return 0;
    size_t from = offset_of(b, s), end = from + s.n;
    struct str marks = memchr(s.s, '*', s.n) ? STR("") : STR("**");
    put(b, from, from, marks);
    rewriting_keep(b->r, b->r->done, end);
    rewriting_put(b->r, marks, end);
    b->r->done = end;
    for (size_t at = to; is_definition(next); next = words_of(b, ++at)) {
        size_t mark = offset_of(b, next);
        put(b, end, mark + verbatim_skip(next, 1, next.n), STR("\\\n"));
        while (goes_on(b, at + 1)) next = words_of(b, ++at);
        end = offset_of(b, next) + next.n;
        to = at + 1;
        if (is_blank(b, to) && is_definition(words_of(b, to + 1))) at++;
    }
    return to - line + put_more_meaning(b, to);
}

/* | lines that end where they end: no bar but the first. */
static bool is_verse(struct str s)
{
    return s.n > 1 && s.s[0] == '|' && s.s[1] == ' ' && !memchr(s.s + 1, '|', s.n - 1);
}

static size_t read_verse(struct block_syntax *b, size_t line)
{
    size_t n = 0;
    while (is_verse(words_of(b, line + n))) n++;
    if (n < 2 && !(n && is_blank(b, line + 1))) return 0;
    for (size_t i = 0; i < n; i++) {
        struct str s = words_of(b, line + i);
        size_t from = offset_of(b, s);
        put(b, from, from + verbatim_skip(s, 1, s.n), STR(""));
        if (i + 1 < n) put(b, from + s.n, from + s.n, STR("\\"));
    }
    return n;
}

static size_t read_task(struct block_syntax *b, size_t line)
{
    struct str s = words_of(b, line);
    size_t mark = 0;
    while (mark < s.n && s.s[mark] >= '0' && s.s[mark] <= '9') mark++;
    if (mark < s.n && strchr(mark ? ".)" : "-*+", s.s[mark])) mark++;
    size_t box = verbatim_skip(s, mark, s.n);
    if (!mark || box == mark || box + 2 >= s.n || s.s[box] != '[') return 0;
    size_t sign = verbatim_skip(s, box + 1, s.n), end = sign;
    if (s.s[sign] != ']') end = sign + 1; /* [/] half done, [-] given up, [>] put off: Obsidian's */
    if (end >= s.n || s.s[end] != ']' || !verbatim_blank(s, end + 1)) return 0;
    if (end > sign && !strchr("xX/->", s.s[sign])) return 0;
    size_t from = offset_of(b, s);
    bool done = end > sign && (s.s[sign] | 32) == 'x';
    put(b, from + box, from + verbatim_skip(s, end + 1, s.n), done ? STR("☑ ") : STR("☐ "));
    return 1;
}

/* Its title in bold. */
static void put_title(struct block_syntax *b, const struct callout *c, size_t from)
{
    struct str title = c->title.n ? c->title : c->word;
    bool bold = !memchr(title.s, '*', title.n);
    put(b, from, from + c->n, bold ? STR("**") : STR(""));
    if (c->title.n)
        put(b, from + c->n + c->title.n, from + c->n + c->title.n, bold ? STR("**") : STR(""));
    else
        rewriting_put(b->r, str_fmt(b->job->scratch, "%.*s**", STR_ARGS(c->word)), from);
}

/* A box keeps its mark: read/note/caption.c makes it one. */
static size_t read_callout(struct block_syntax *b, size_t line)
{
    struct str s = words_of(b, line);
    struct callout c;
    bool read = callout_read(s, b->lang, &c);
    if (c.kind.n && !c.known)
        diag_tell(b->job->diags, DIAG_BOX_MARK, place_in(b->source, offset_of(b, s) + c.mark), c.kind);
    if (!read) return 0;
    if (!c.box) put_title(b, &c, offset_of(b, s) + c.mark);
    put(b, line_start(b, line + 1), line_start(b, line + 1),
        str_fmt(b->job->scratch, "%.*s\n", STR_ARGS(str_sub(s, 0, c.quote))));
    return 1;
}

/* -- lines of minutes: "Date: 4 April", "**Ms. A:** We need time." -- */

/* A few words with a colon behind them, and more on the line. */
static bool is_labelled(struct str s)
{
    enum { LABEL_MOST = 40, WORDS_MOST = 4 };
    size_t words = 1, next = 0, seen = 0;
    if (str_starts(s, "**")) s = str_sub(s, 2, s.n);
    for (size_t at = 0; at < s.n && seen < LABEL_MOST && words <= WORDS_MOST; at = next, seen++) {
        uint32_t c = utf8_next(s, &next);
        bool colon = c == ':' || c == 0x17D6 || c == 0xFF1A;
        if (colon && at) return next < s.n && (strchr(" \t*", s.s[next]) || c != ':');
        if (!at && c < 0x80 && (unsigned char)((c | 32) - 'a') >= 26) return false;
        if (colon || (c < 0x80 && strchr(",;!?|[]`<>#", (int)c)) || c == 0x17D4) return false;
        words += c == ' ';
    }
    return false;
}

/* Each stands on a line of its own. */
static size_t read_labelled(struct block_syntax *b, size_t line)
{
    struct str s = words_of(b, line), whole = line_of(b, line);
    bool broken = str_ends(whole, "  ") || str_ends(whole, "\\");
    if (b->parted || broken || !is_labelled(s) || !is_labelled(words_of(b, line + 1))) return 0;
    size_t end = offset_of(b, s) + s.n;
    put(b, end, end, STR("\\"));
    return 1;
}

/* -- plain lines -- */

/* Blanks that no keyboard puts there by habit, before a line's words: the sign behind them would not be seen.
 */
static size_t read_plain(struct block_syntax *b, size_t line)
{
    struct str s = line_of(b, line), words = words_of(b, line);
    if (!words.n) return 1;
    size_t from = offset_of(b, words), start = line_start(b, line);
    bool odd = false;
    for (size_t i = start; i < from; i++) odd |= (unsigned char)b->text.s[i] >= 0x80;
    if (odd) put(b, start, from, STR(""));
    size_t end = from + words.n, to = start + s.n;
    odd = false;
    for (size_t i = end; i < to; i++) odd |= (unsigned char)b->text.s[i] >= 0x80;
    if (odd) put(b, end, to, STR(""));
    return 1;
}

static bool has_title(const struct block_syntax *b)
{
    for (size_t line = 1; line <= b->source->nlines; line++) {
        struct str s = line_of(b, line);
        if (str_starts(s, "# ") || str_starts(s, "#\t")) return true;
    }
    return false;
}

struct rewriting *block_syntax_rewrite(struct job *job, const struct source *source, size_t from,
                                       enum lang lang)
{
    static size_t (*const READ[])(struct block_syntax *, size_t) = {
        read_blank,   read_prose,      read_title_block, read_signs,      read_division, read_heading,
        read_callout, read_caption,    read_html_table,  read_html_block, read_ruled,    read_task,
        read_bold,    read_definition, read_verse,       read_labelled,   read_plain};
    struct block_syntax b = {.job = job, .source = source, .text = source->text, .lang = lang};
    b.r = rewriting_new(job->scratch, source);
    bool *code = verbatim_lines(job->scratch, source, from);
    b.lines = (struct ruled_table_lines){.source = source, .code = code};
    b.prose = indented_prose_lines(job->scratch, source, code);
    b.all = read_lines(job->scratch, source, code);
    b.titled = from > 0 || has_title(&b);
    b.parted = lone_lines_are_paragraphs(job, source, b.lines.code);
    for (size_t line = 1, n; line <= source->nlines; line += n) {
        n = 1;
        if (b.lines.code[line]) continue;
        struct str s = words_of(&b, line);
        size_t i = 0;
        while (!(n = READ[i](&b, line))) i++; /* the last one reads them all */
        bool parts = b.parted && s.n && lone_lines_is_text(line_of(&b, line + n));
        if (parts && line_start(&b, line + n) >= b.r->done)
            put(&b, line_start(&b, line + n), line_start(&b, line + n), STR("\n"));
        bool table = READ[i] == read_caption || READ[i] == read_html_table || READ[i] == read_ruled;
        if (s.n) b.table = table || s.s[0] == '|';
        b.begun |= s.n > 0;
    }
    return b.r;
}
