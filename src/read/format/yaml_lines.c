#include "read/format/yaml_lines.h"

#include "read/format/yaml_flow.h"
#include "read/format/yaml_scalar.h"

struct level { /* a list or map that is open */
    size_t width;
    bool list;
    bool waits; /* its last key or dash has nothing behind it yet */
    bool plain; /* its last entry is a plain text, which a line that is none may go on with */
};

struct reader {
    struct yaml_rewrite *w;
    struct str text;
    size_t at;  /* of the line */
    bool keys;  /* some line opens an entry */
    bool whole; /* the file is one text or one bracket, which was read */
    struct level levels[YAML_LINES_DEPTH];
    size_t n;
};

/* -- lines that say nothing --------------------------------------------------------------------------------
 */

bool yaml_lines_is_rule(struct str line, bool brief)
{
    size_t signs = 0;
    uint32_t kind = 0;
    line = yaml_rewrite_trim(line);
    for (size_t at = 0, n; at < line.n;) {
        if ((n = yaml_rewrite_blank(line, at))) {
            at += n;
            continue;
        }
        uint32_t c = utf8_next(line, &at);
        bool dash = c == 0x2013 || c == 0x2014 || c == 0x2015 || c == 0x2212;
        if (!dash && c != '-' && c != '*' && c != '_') return false;
        if (kind && kind != (dash ? '-' : c)) return false;
        kind = dash ? '-' : c;
        signs += dash ? 2 : 1;
    }
    return signs >= (brief && kind == '-' ? 2u : 3u);
}

static bool says_nothing(struct str t, size_t line, size_t text)
{
    struct str rest = str_sub(t, text, yaml_scalar_next_line(t, line));
    if (yaml_rewrite_is_end(t, text) || t.s[text] == '#' || str_is(yaml_rewrite_trim(rest), "..."))
        return true;
    return yaml_lines_is_rule(rest, false) || (text == line && t.s[text] == '%');
}

/* -- dashes ------------------------------------------------------------------------------------------------
 */

/* Bytes of a list's dash and the blanks behind it; 0: none. Where a list is expected the blank may be
 * missing, and a bullet or a longer dash does. */
static size_t dash_at(struct str t, size_t at, bool expected)
{
    size_t next = at;
    uint32_t c = at < t.n ? utf8_next(t, &next) : 0;
    bool bullet = c == 0x2013 || c == 0x2014 || c == 0x2022 || c == 0xB7;
    bool blank = yaml_rewrite_blank(t, next) || yaml_rewrite_is_end(t, next);
    bool joined = expected && (c == '-' || bullet) && !(next < t.n && t.s[next] == '-');
    if (!(c == '-' && blank) && !(bullet && blank) && !joined) return 0;
    return yaml_rewrite_past(t, next) - at;
}

static bool expects_list(const struct reader *r, size_t width)
{
    if (!r->n) return false;
    const struct level *top = &r->levels[r->n - 1];
    for (size_t i = r->n; i-- > 0;)
        if (r->levels[i].list && r->levels[i].width == width) return true;
    return top->waits && width >= top->width;
}

/* -- levels ------------------------------------------------------------------------------------------------
 */

static void indent(struct reader *r, size_t level)
{
    if (r->w->out.n) buf_byte(&r->w->out, '\n');
    for (size_t i = 0; i < level; i++) buf_put(&r->w->out, "  ");
}

static bool push(struct reader *r, size_t width, bool list)
{
    if (r->n == YAML_LINES_DEPTH) {
        yaml_rewrite_once(r->w, DIAG_YAML_DEEP, r->at);
        return false;
    }
    r->levels[r->n++] = (struct level){.width = width, .list = list};
    return true;
}

/* A line that stands between two levels belongs to the deeper one if that is of its kind, else to the other.
 */
static bool settle(struct reader *r, size_t was, bool dash)
{
    bool deeper = was > r->n && r->levels[r->n].list == dash;
    if (deeper) r->n++;
    if (!deeper && (!r->n || r->levels[r->n - 1].list != dash)) return false;
    yaml_rewrite_once(r->w, DIAG_YAML_INDENT, r->at);
    return true;
}

/* Opens or finds the level of an entry so far from the margin. */
static bool level(struct reader *r, size_t width, bool dash)
{
    size_t was = r->n;
    if (!was) return push(r, width, dash);
    while (r->n && r->levels[r->n - 1].width > width) r->n--;
    bool behind = !dash && r->n > 1 && r->levels[r->n - 1].list && r->levels[r->n - 2].width == width;
    if (behind && r->levels[r->n - 1].width == width) r->n--;
    const struct level *top = r->n ? &r->levels[r->n - 1] : NULL;
    if (top && top->width == width && top->list == dash) return true;
    bool within = top && (top->width < width || (dash && !top->list));
    if (within && top->waits && was == r->n) return push(r, width, dash);
    if (settle(r, was, dash)) return true;
    r->n = was;
    return false;
}

/* -- entries -----------------------------------------------------------------------------------------------
 */

/* The first line behind at that can be no part of brackets opened in an entry so far from the margin. */
static size_t brackets_end(struct str t, size_t at, size_t width, bool in_level)
{
    size_t text, line = yaml_scalar_next_line(t, at);
    for (; in_level && line < t.n; line = yaml_scalar_next_line(t, line)) {
        size_t w = yaml_scalar_width(t, line, &text);
        bool opens = yaml_scalar_is_key(t, text, false) || dash_at(t, text, false);
        if (w <= width && opens && !yaml_rewrite_is_end(t, text)) break;
    }
    return in_level ? line : t.n;
}

/* A value in brackets; false, and nothing written, where more stands behind them on their line. */
static bool write_brackets(struct reader *r, size_t at, size_t width, size_t *next)
{
    size_t marks = r->w->marks.n, out = r->w->out.n, told = r->w->job->diags->list.n;
    if (at >= r->text.n || (r->text.s[at] != '[' && r->text.s[at] != '{')) return false;
    size_t limit = brackets_end(r->text, at, width, r->n > 0);
    size_t end = yaml_flow_write(r->w, at, limit, YAML_LINES_DEPTH - r->n);
    size_t past = yaml_rewrite_past(r->text, end);
    *next = end >= limit ? limit : yaml_scalar_next_line(r->text, end);
    if (end >= limit || yaml_rewrite_is_end(r->text, past) || r->text.s[past] == '#') return true;
    if (past < yaml_scalar_next_line(r->text, at)) {
        r->w->marks.n = marks;
        r->w->out.n = out;
        r->w->job->diags->list.n = told;
        return false;
    }
    yaml_rewrite_tell(r->w, DIAG_YAML_SYNTAX, past);
    return true;
}

static size_t write_value(struct reader *r, size_t at, size_t width)
{
    size_t next;
    return write_brackets(r, at, width, &next) ? next : yaml_scalar_write(r->w, at, width + 1);
}

/* What stands behind a key or a dash, in the level on top; r->at moves to the next line. */
static void behind(struct reader *r, size_t at)
{
    struct level *top = &r->levels[r->n - 1];
    bool remark = at < r->text.n && r->text.s[at] == '#' && yaml_scalar_is_remark(r->text, at);
    top->waits = yaml_rewrite_is_end(r->text, at) || remark;
    top->plain = false;
    if (top->waits) {
        r->at = yaml_scalar_next_line(r->text, at);
        return;
    }
    size_t n;
    top->plain = !strchr("[{|>", r->text.s[at]) && !yaml_flow_closing(r->text, at, &n);
    r->at = write_value(r, at, top->width);
}

static void tell_colon(struct reader *r, size_t at, size_t after)
{
    const char *s = r->text.s;
    bool ascii = s[after - 1] == ':';
    size_t blank = yaml_rewrite_blank(r->text, after);
    if (!ascii)
        yaml_rewrite_once(r->w, DIAG_YAML_COLON_SIGN, after - 3);
    else if (!blank && !yaml_rewrite_is_end(r->text, after))
        yaml_rewrite_once(r->w, DIAG_YAML_NO_SPACE, at);
    if (blank > 1) yaml_rewrite_once(r->w, DIAG_YAML_BLANK, after);
}

static void write_key(struct reader *r, size_t at, size_t n, struct str name)
{
    tell_colon(r, at, at + n);
    yaml_rewrite_scalar(r->w, name);
    buf_put(&r->w->out, ": ");
    behind(r, yaml_rewrite_past(r->text, at + n));
}

/* From its dash or key on: dashes may stand before one another and before a key. False where there are too
 * many of them. */
static bool write_entry(struct reader *r, size_t at, size_t width)
{
    struct str name;
    size_t n;
    indent(r, r->n - 1);
    while (r->levels[r->n - 1].list) {
        n = dash_at(r->text, at, true);
        yaml_rewrite_mark(r->w, at, false);
        buf_put(&r->w->out, "- ");
        r->levels[r->n - 1].waits = true;
        width += utf8_count(str_sub(r->text, at, at + n));
        at += n;
        bool dash = dash_at(r->text, at, false) > 0, opens = dash || yaml_scalar_is_key(r->text, at, false);
        if (!opens || yaml_rewrite_is_end(r->text, at) || r->text.s[at] == '#') return behind(r, at), true;
        if (!push(r, width, dash)) return false;
    }
    n = yaml_flow_key(r->text, at, r->text.n, true, &name);
    write_key(r, at, n, name);
    return true;
}

/* -- lines that open no entry ------------------------------------------------------------------------------
 */

static bool any_key(struct str t, size_t line)
{
    size_t text;
    for (; line < t.n; line = yaml_scalar_next_line(t, line)) {
        yaml_scalar_width(t, line, &text);
        if (yaml_scalar_is_key(t, text, false)) return true;
    }
    return false;
}

/* A text under the plain text of the entry above is its next line; that is told. */
static bool write_wrapped(struct reader *r, size_t text)
{
    struct level *top = &r->levels[r->n - 1];
    struct buf *out = &r->w->out;
    if (!top->plain || !out->n || out->s[out->n - 1] != '"') return false;
    size_t end = yaml_scalar_next_line(r->text, text);
    yaml_rewrite_tell(r->w, DIAG_YAML_WRAPPED, text);
    out->n--;
    buf_byte(out, ' ');
    yaml_rewrite_text(r->w, yaml_rewrite_trim(str_sub(r->text, text, end)), false);
    buf_byte(out, '"');
    yaml_rewrite_mark(r->w, end, false);
    r->at = end;
    return true;
}

/* The value of a key above, a whole file of one text, or a line that goes on; else it cannot be read. */
static void write_loose(struct reader *r, size_t width, size_t text)
{
    struct level *top = r->n ? &r->levels[r->n - 1] : NULL;
    bool bracket = r->text.s[text] == '[' || r->text.s[text] == '{';
    if (!top && !r->w->out.n && (bracket || !r->keys)) {
        r->whole = true;
        r->at = bracket ? write_value(r, text, 0) : yaml_scalar_write(r->w, text, 0);
        return;
    }
    if (top && top->waits && width > top->width) {
        indent(r, r->n);
        size_t far = top->width;
        top->waits = false;
        r->at = write_value(r, text, far);
        return;
    }
    if (top && write_wrapped(r, text)) return;
    yaml_rewrite_tell(r->w, DIAG_YAML_SYNTAX, text);
    r->at = yaml_scalar_next_line(r->text, text);
}

static void tell_blanks(struct reader *r, size_t text)
{
    for (size_t at = r->at; at < text; at += yaml_rewrite_blank(r->text, at)) {
        if (r->text.s[at] == '\t') yaml_rewrite_once(r->w, DIAG_YAML_TAB_READ, r->at);
        if (r->text.s[at] != '\t' && r->text.s[at] != ' ') yaml_rewrite_once(r->w, DIAG_YAML_BLANK, at);
    }
}

static void line(struct reader *r)
{
    size_t text, width = yaml_scalar_width(r->text, r->at, &text),
                 next = yaml_scalar_next_line(r->text, r->at);
    if (says_nothing(r->text, r->at, text)) {
        r->at = next;
        return;
    }
    size_t dash = dash_at(r->text, text, expects_list(r, width));
    tell_blanks(r, text);
    if (r->whole || (!dash && !yaml_scalar_is_key(r->text, text, false)))
        write_loose(r, width, text);
    else if (!level(r, width, dash > 0)) {
        if (!r->w->told[DIAG_YAML_DEEP]) yaml_rewrite_tell(r->w, DIAG_YAML_SYNTAX, text);
        r->at = next;
    } else if (!write_entry(r, text, width))
        r->at = next;
}

struct yaml_rewrite *yaml_lines_rewrite(struct job *job, const struct source *source, size_t from, size_t to)
{
    struct yaml_rewrite *w = ARENA_ONE(job->scratch, struct yaml_rewrite);
    *w = (struct yaml_rewrite){
        .job = job, .source = source, .text = str_sub(source->text, 0, to), .out = BUF(job->scratch)};
    struct reader r = {.w = w, .text = w->text, .at = from, .keys = any_key(w->text, from)};
    while (r.at < to) line(&r);
    return w;
}
