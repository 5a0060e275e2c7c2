#include "read/note/prepass.h"

#include "base/map.h"
#include "read/format/link_address.h"
#include "read/note/flank.h"
#include "read/note/list_sign.h"

enum { KA = 0x1780, LABEL_MOST = 200, COUNTER_MOST = 9, LEVELS = 8, TAB = 4 };

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static size_t skip_blank(struct str s, size_t at)
{
    while (at < s.n && is_blank(s.s[at])) at++;
    return at;
}

static struct str line_of(const struct prepass *p, size_t line)
{
    return source_line(p->source, p->first + line - 1);
}

static bool is_khmer(uint32_t c)
{
    return (c >= KA && c <= 0x17F9) || (c >= 0x19E0 && c <= 0x19FF);
}

/* -- what begins a line -- */

static bool ends_marker(struct str s, size_t at)
{
    return at >= s.n || is_blank(s.s[at]);
}

/* A list marker that CommonMark knows (5.2), blanks after it: bytes, or 0. */
static size_t latin_marker(struct str s, size_t at)
{
    size_t i = at;
    if (s.s[i] == '-' || s.s[i] == '+' || s.s[i] == '*') return ends_marker(s, i + 1) ? 1 : 0;
    while (i < s.n && i - at < COUNTER_MOST && s.s[i] >= '0' && s.s[i] <= '9') i++;
    if (i == at || i >= s.n || (s.s[i] != '.' && s.s[i] != ')')) return 0;
    return ends_marker(s, i + 1) ? i + 1 - at : 0;
}

/* [label with its brackets, at a [: bytes, or 0 (4.7, and no longer than a label may be). */
static size_t label_span(struct str s, size_t at)
{
    for (size_t i = at + 1; i < s.n && i - at < LABEL_MOST; i++) {
        if (s.s[i] == '[') return 0;
        if (s.s[i] == ']') return i > at + 1 ? i + 1 - at : 0;
        if (s.s[i] == '\\') i++;
    }
    return 0;
}

static size_t note_definition(struct str s, size_t at, struct prepass_mark *m)
{
    size_t n = s.n > at + 3 && s.s[at + 1] == '^' ? label_span(s, at) : 0;
    if (n < 4 || at + n >= s.n || s.s[at + n] != ':') return 0;
    m->kind = PREPASS_NOTE;
    m->label = str_trim(str_sub(s, at + 2, at + n - 1));
    return m->label.n ? skip_blank(s, at + n + 1) - at : 0;
}

/* A destination that has nothing of an address in it. */
static bool reads_like_prose(struct str rest)
{
    size_t n = 0;
    bool khmer = false, address = false;
    for (; n < rest.n && !is_blank(rest.s[n]); n++) {
        khmer |= (unsigned char)rest.s[n] >= 0x80;
        address |= strchr("/.#:@<%", rest.s[n]) != NULL;
    }
    size_t title = skip_blank(rest, n);
    bool whole = title == rest.n || strchr("\"'(", rest.s[title]);
    if (khmer) address = strchr("/.#<", rest.s[0]) || str_find(rest, STR("://"), 0) != SIZE_MAX;
    return n && whole && !address;
}

static void link_definition(struct prepass *p, struct str s, size_t at, uint32_t line)
{
    size_t n = label_span(s, at);
    if (!n || at + n >= s.n || s.s[at + n] != ':') return;
    struct str rest = str_trim(str_sub(s, at + n + 1, s.n));
    if (!rest.n && line < p->n) rest = str_trim(line_of(p, line + 1));
    struct prepass_link l = {line, (uint32_t)at, str_sub(s, at + 1, at + n - 1), reads_like_prose(rest),
                             false};
    VEC_ADD(p->arena, p->links, l);
    p->unsettled = true;
}

static void add_mark(struct prepass *p, struct prepass_mark m)
{
    VEC_ADD(p->arena, p->marks, m);
    p->unsettled = true;
}

/* ## or more that words follow at once: one # may be a hashtag. */
static void joined_heading(struct prepass *p, struct str s, size_t at, struct prepass_mark m)
{
    size_t n = 0;
    while (at + n < s.n && s.s[at + n] == '#') n++;
    if (n < 2 || n > 6 || ends_marker(s, at + n)) return;
    m.kind = PREPASS_HEADING;
    m.was_n = (uint32_t)n;
    add_mark(p, m);
}

/* "- | -" under a line with a |: a table's rule, which cmark would take for an item. */
static bool draws_columns(const struct prepass *p, struct str s, size_t at, uint32_t line)
{
    struct str above = line > 1 ? line_of(p, line - 1) : (struct str){0};
    if (!above.n || !memchr(above.s, '|', above.n) || !memchr(s.s + at, '|', s.n - at)) return false;
    for (; at < s.n; at++)
        if (!strchr(" \t|:-", s.s[at])) return false;
    return true;
}

/* -- lists in lists, by their bullets -- */

static size_t columns_of(struct str s, size_t to)
{
    size_t n = 0;
    for (size_t i = 0; i < to; i++) n += s.s[i] == '\t' ? TAB - n % TAB : 1;
    return n;
}

/* How deep a bullet's item lies: where its own kind stands already, or one deeper, by its indentation or its
 * look. */
static size_t depth_of(struct prepass *p, uint32_t glyph, size_t indent)
{
    struct prepass_level *l = p->levels;
    size_t n = p->nlevels, same = n;
    while (same && (l[same - 1].glyph != glyph || indent > l[same - 1].indent + 1)) same--;
    if (same) {
        p->nlevels = same;
        return same - 1;
    }
    bool sub =
        n && (indent > l[n - 1].indent + 1 || (list_sign_is_sub(glyph) && !list_sign_is_sub(l[n - 1].glyph)));
    if (!sub && n)
        while (n > 1 && indent < l[n - 1].indent) n--;
    if (!n || (sub && n < LEVELS)) n++;
    l[n - 1] = (struct prepass_level){glyph, indent};
    p->nlevels = n;
    return n - 1;
}

static bool begins_item(const struct prepass *p, uint32_t line)
{
    struct str s = line > 1 ? str_trim(line_of(p, line - 1)) : (struct str){0};
    struct list_sign found;
    return !s.n || latin_marker(s, 0) || list_sign_read(s, 0, true, &found);
}

/* Does a line near below begin with the sign that follows A. or i.? */
static bool next_stands_below(const struct prepass *p, uint32_t line, struct list_sign after)
{
    enum { NEAR = 12 };
    for (size_t i = line + 1; i <= p->n && i <= line + NEAR; i++) {
        struct str s = line_of(p, i);
        struct list_sign found;
        size_t at = skip_blank(s, 0);
        if (at < s.n && list_sign_read(s, at, false, &found) && found.kind == after.kind &&
            found.number == after.number && found.delimiter == after.delimiter)
            return true;
    }
    return false;
}

/* B. behind A., v. behind iv.; A. where B. follows, and i. where ii. does: no initial of a name, no ninth
 * letter. */
static bool fits_around(const struct prepass *p, const struct prepass_mark *m, struct list_sign *sign)
{
    const struct prepass_mark *last = p->marks.n ? &p->marks.at[p->marks.n - 1] : NULL;
    bool roman = sign->kind == LIST_SIGN_ROMAN || (sign->kind == LIST_SIGN_LETTER && sign->glyph);
    if (sign->kind == LIST_SIGN_UPPER && last && last->kind == PREPASS_UPPER &&
        last->number + 1 == sign->number)
        return true;
    if (sign->kind == LIST_SIGN_UPPER) {
        struct list_sign next = {.kind = LIST_SIGN_UPPER, .number = 2, .delimiter = sign->delimiter};
        return sign->number == 1 && next_stands_below(p, m->line, next);
    }
    if (!roman) return true;
    long number = sign->kind == LIST_SIGN_ROMAN ? sign->number : (long)sign->glyph;
    struct list_sign second = {.kind = LIST_SIGN_ROMAN, .number = 2, .delimiter = sign->delimiter};
    bool behind = last && last->kind == PREPASS_ROMAN && last->number + 1 == number;
    if (behind || (number == 1 && next_stands_below(p, m->line, second))) {
        sign->kind = LIST_SIGN_ROMAN;
        sign->number = number;
        return true;
    }
    return sign->kind == LIST_SIGN_LETTER;
}

/* An item that CommonMark would not know: bytes of its sign, or 0. What is indented as code is (by a tab
 * before the bullet) begins at the margin. */
static size_t listed(struct prepass *p, struct str s, size_t at, struct prepass_mark *m, bool first)
{
    static const enum prepass_kind KINDS[] = {PREPASS_BULLET, PREPASS_NUMBER, PREPASS_DECIMAL, PREPASS_LETTER,
                                              PREPASS_ALPHA,  PREPASS_UPPER,  PREPASS_ROMAN};
    struct list_sign found;
    bool starts = s.s[at] == 'o' && begins_item(p, m->line);
    if (!list_sign_read(s, at, starts, &found) || !fits_around(p, m, &found)) return 0;
    m->kind = KINDS[found.kind];
    m->number = found.number;
    m->delimiter = found.delimiter;
    m->bracket = found.bracket;
    bool margin = first && skip_blank(s, 0) == at;
    if (!margin || (found.kind == LIST_SIGN_BULLET && strchr("-*+", s.s[at]))) return found.n;
    size_t indent = columns_of(s, at);
    if (found.kind == LIST_SIGN_BULLET)
        m->indent = (uint32_t)(2 * depth_of(p, found.glyph, indent));
    else if (p->nlevels || !memchr(s.s, '\t', at))
        return found.n;
    m->was = 0;
    m->lead = (uint32_t)at;
    return found.n;
}

/* "1.First", a large letter, a Khmer one or ** right behind the sign; no 1.5, no 1.jpg: bytes of the sign. */
static size_t crowded_sign(struct str s, size_t at, long *number)
{
    enum { COUNTED_MOST = 3 };
    size_t i = at;
    for (*number = 0; i < s.n && i - at < COUNTED_MOST && s.s[i] >= '0' && s.s[i] <= '9'; i++)
        *number = *number * 10 + s.s[i] - '0';
    if (i == at || i + 1 >= s.n || (s.s[i] != '.' && s.s[i] != ')')) return 0;
    size_t next = i + 1;
    uint32_t c = utf8_next(s, &next);
    bool words = (c >= 'A' && c <= 'Z') || is_khmer(c) || str_starts(str_sub(s, i + 1, s.n), "**");
    return words ? i + 1 - at : 0;
}

/* Its number goes on from the line above, or the line below goes on from it: then it is an item. */
static size_t crowded_item(const struct prepass *p, struct str s, size_t at, struct prepass_mark *m)
{
    size_t n = crowded_sign(s, at, &m->number);
    bool counts = false;
    for (uint32_t side = 0; n && side < 2; side++) {
        uint32_t line = side ? m->line + 1 : m->line - 1;
        struct str other = line && line <= p->n ? line_of(p, line) : (struct str){0};
        size_t begin = skip_blank(other, 0);
        long number = 0, want = side ? m->number + 1 : m->number - 1;
        size_t found = begin < other.n ? crowded_sign(other, begin, &number) : 0;
        counts |= found && number == want && other.s[begin + found - 1] == s.s[at + n - 1];
    }
    m->kind = PREPASS_NUMBER;
    m->delimiter = n ? s.s[at + n - 1] : 0;
    return counts ? n : 0;
}

/* One more sign at the start of a line (first: no marker before it): bytes it takes, or 0 where text begins.
 */
static size_t sign(struct prepass *p, struct str s, size_t at, uint32_t line, bool first)
{
    struct prepass_mark m = {.line = line, .was = (uint32_t)at};
    unsigned char c = (unsigned char)s.s[at];
    if (c == '>') return 1;
    if (first && c == '-' && draws_columns(p, s, at, line)) {
        m.kind = PREPASS_DASH;
        add_mark(p, m);
        return 0;
    }
    if (c == '#') {
        joined_heading(p, s, at, m);
        return 0;
    }
    size_t n = listed(p, s, at, &m, first);
    if (!n && c < 0x80 && (n = latin_marker(s, at))) {
        if (first) p->nlevels = 0;
        return n;
    }
    if (!n && first && at == skip_blank(s, 0)) n = crowded_item(p, s, at, &m);
    if (!n && c == '[') n = note_definition(s, at, &m);
    if (!n && c == '[') link_definition(p, s, at, line);
    if (!n) return 0;
    m.was_n = (uint32_t)(at + n - m.was);
    add_mark(p, m);
    return n;
}

/* What stands in a line ends the lists above it: words at the margin, behind a blank line. */
static void end_lists(struct prepass *p, struct str s, uint32_t line)
{
    bool margin = s.n && !is_blank(s.s[0]), blank = line < 2 || !str_trim(line_of(p, line - 1)).n;
    size_t marks = p->marks.n;
    if (margin && blank && !(marks && p->marks.at[marks - 1].line == line)) p->nlevels = 0;
}

struct prepass *prepass_new(struct arena *a, const struct source *source, size_t from, size_t to)
{
    struct prepass *p = ARENA_ONE(a, struct prepass);
    p->arena = a;
    p->source = source;
    p->first = place_position(place_in(source, from)).line;
    if (from >= to) return p;
    p->n = place_position(place_in(source, to)).line - p->first + 1;
    if (p->n > 1 && source->lines[p->first + p->n - 2] >= to) p->n--;
    for (uint32_t line = 1; line <= p->n; line++) {
        struct str s = line_of(p, line);
        bool first = true;
        for (size_t at = skip_blank(s, 0), n; at < s.n; at = skip_blank(s, at + n)) {
            bool quote = s.s[at] == '>';
            if (!(n = sign(p, s, at, line, first))) break;
            first &= quote;
        }
        end_lists(p, s, line);
    }
    return p;
}

/* -- signs inside a line -- */

/* A run of * from … to: where the two sides differ and one is Khmer, CommonMark 6.2 would let it open or
 * close only; the sign on the punctuation's side lets it do both. */
static size_t stars(struct buf *out, struct str s, size_t from)
{
    size_t to = from;
    while (to < s.n && s.s[to] == '*') to++;
    size_t after_at = to;
    uint32_t before = from ? utf8_before(s, from) : 0, after = to < s.n ? utf8_next(s, &after_at) : 0;
    enum flank b = flank_of(before), a = flank_of(after);
    bool wanted = to - from <= 3 && (is_khmer(before) || is_khmer(after));
    if (wanted && b == FLANK_PUNCTUATION && a == FLANK_OTHER) buf_put(out, PREPASS_FLANK);
    buf_add(out, str_sub(s, from, to));
    if (wanted && b == FLANK_OTHER && a == FLANK_PUNCTUATION) buf_put(out, PREPASS_FLANK);
    return to;
}

bool prepass_inline(struct buf *out, struct str s, size_t *open)
{
    static const bool SIGNS[128] = {
        ['['] = true, [']'] = true, ['!'] = true, ['\\'] = true, ['*'] = true, ['('] = true};
    size_t done = 0, at = 0, n;
    bool good = true;
    while (at < s.n && (at = utf8_find_sign(s, at, SIGNS)) < s.n) {
        char c = s.s[at];
        if (c == '[') ++*open;
        if (c == ']' && *open) --*open;
        if (c == '!' && at + 1 < s.n && s.s[at + 1] == '[' && *open >= PREPASS_OPEN_MOST) {
            buf_add(out, str_sub(s, done, at + 1));
            buf_put(out, PREPASS_FLANK);
            done = at += 1;
            good = false;
        } else if (c == '\\') {
            at += 2;
        } else if (c == '*') {
            buf_add(out, str_sub(s, done, at));
            done = at = stars(out, s, at);
        } else if (c == '[' && at + 1 < s.n && s.s[at + 1] == '^' && label_span(s, at) > 3) {
            buf_add(out, str_sub(s, done, at + 2));
            buf_put(out, PREPASS_CALL);
            done = at += 2;
        } else if (c == '(' && at && s.s[at - 1] == ']' && (n = link_address_spaced(s, at + 1))) {
            buf_add(out, str_sub(s, done, at + 1));
            buf_put(out, "<" PREPASS_ANGLE);
            buf_add(out, str_sub(s, at + 1, at + 1 + n));
            buf_put(out, PREPASS_ANGLE ">");
            done = at += 1 + n;
        } else {
            at++;
        }
    }
    buf_add(out, str_sub(s, done, s.n));
    return good;
}

/* -- the text -- */

static void put_mark(struct buf *out, struct prepass_mark *m, struct str line, size_t line_start)
{
    size_t end = m->was + m->was_n;
    for (size_t i = 0; i < m->indent && !m->refused; i++) buf_byte(out, ' ');
    m->now = (uint32_t)(out->n - line_start);
    if (m->refused)
        buf_add(out, str_sub(line, m->was, end));
    else if (m->kind == PREPASS_CLOSE)
        buf_add(out, m->label);
    else if (m->kind == PREPASS_SHOW)
        buf_put(out, "# \\");
    else if (m->kind == PREPASS_DASH)
        buf_byte(out, '\\');
    else if (m->kind == PREPASS_HEADING) {
        buf_add(out, str_sub(line, m->was, end));
        buf_byte(out, ' ');
    } else if (m->kind == PREPASS_NOTE)
        buf_put(out, end < line.n ? "+   " : "+");
    else if (m->kind == PREPASS_BULLET)
        buf_put(out, "-");
    else
        buf_fmt(out, "%ld%c", m->number, m->delimiter);
    if (!m->refused && m->kind <= PREPASS_ROMAN && end < line.n) buf_byte(out, ' ');
    m->now_n = (uint32_t)(out->n - line_start) - m->now;
}

struct str prepass_text(struct prepass *p)
{
    struct buf out = BUF(p->arena);
    size_t next = 0, open = 0;
    p->crowded = 0;
    for (size_t line = 1; line <= p->n; line++) {
        struct str s = line_of(p, line);
        size_t at = 0, start = out.n;
        if (!str_trim(s).n) open = 0;
        for (; next < p->marks.n && p->marks.at[next].line == line; next++) {
            struct prepass_mark *m = &p->marks.at[next];
            m->taken = false;
            buf_add(&out, str_sub(s, at, m->was));
            put_mark(&out, m, s, start);
            at = m->was + m->was_n;
        }
        if (!prepass_inline(&out, str_sub(s, at, s.n), &open) && !p->crowded) p->crowded = line;
        buf_byte(&out, '\n');
    }
    return buf_str(&out);
}

/* -- cmark's word on it -- */

/* The first mark that stands at this line and byte of the text, or later. */
static size_t first_mark(const struct prepass *p, size_t line, size_t byte)
{
    size_t low = 0, high = p->marks.n;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        const struct prepass_mark *m = &p->marks.at[mid];
        if (m->line < line || (m->line == line && m->now < byte))
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

static struct prepass_mark *mark_at(const struct prepass *p, size_t line, size_t byte)
{
    size_t i = first_mark(p, line, byte);
    return i < p->marks.n && p->marks.at[i].line == line && p->marks.at[i].now == byte ? &p->marks.at[i]
                                                                                       : NULL;
}

const struct prepass_mark *prepass_at(const struct prepass *p, size_t line, size_t byte)
{
    const struct prepass_mark *m = mark_at(p, line, byte);
    return m && !m->refused ? m : NULL;
}

void prepass_take(struct prepass *p, size_t line, size_t byte)
{
    struct prepass_mark *m = mark_at(p, line, byte);
    if (m) m->taken = true;
}

struct place prepass_place(const struct prepass *p, size_t line, size_t byte)
{
    size_t was = byte, i = first_mark(p, line, byte);
    const struct prepass_mark *m = i && p->marks.at[i - 1].line == line ? &p->marks.at[i - 1] : NULL;
    if (m) was = byte < m->now + m->now_n ? m->was + m->lead : m->was + m->was_n + (byte - m->now - m->now_n);
    if (mark_at(p, line, byte)) was = p->marks.at[i].was + p->marks.at[i].lead;
    return place_at_line(p->source, p->first + line - 1, was);
}

/* -- link definitions that are prose -- */

static struct map uses(struct prepass *p)
{
    struct map used = MAP(p->arena);
    size_t next = 0;
    for (size_t line = 1; line <= p->n; line++) {
        while (next < p->links.n && p->links.at[next].line < line) next++;
        bool here = next < p->links.n && p->links.at[next].line == line;
        link_address_uses(&used, line_of(p, line), here ? p->links.at[next].at : SIZE_MAX);
    }
    return used;
}

static bool before(const struct prepass_mark *a, const struct prepass_mark *b)
{
    return a->line != b->line ? a->line < b->line : a->was < b->was;
}

static void merge_marks(struct prepass *p, const struct prepass_mark *more, size_t n)
{
    struct prepass_mark *all = ARENA_MANY(p->arena, struct prepass_mark, p->marks.n + n);
    size_t i = 0, j = 0, k = 0;
    while (i < p->marks.n || j < n)
        all[k++] =
            j == n || (i < p->marks.n && before(&p->marks.at[i], &more[j])) ? p->marks.at[i++] : more[j++];
    p->marks.at = all;
    p->marks.n = p->marks.cap = k;
}

void prepass_close(struct prepass *p, size_t line, struct str marks)
{
    struct prepass_mark m = {.kind = PREPASS_CLOSE, .line = (uint32_t)line, .label = marks};
    merge_marks(p, &m, 1);
}

static bool show_prose(struct prepass *p, const unsigned char *lines)
{
    VEC(struct prepass_mark) more = {0};
    struct map used = {0};
    for (size_t i = 0; i < p->links.n; i++) {
        struct prepass_link *l = &p->links.at[i];
        if (!l->prose || lines[l->line] != PREPASS_HIDDEN) continue;
        if (!used.arena) used = uses(p);
        l->prose = false;
        if (link_address_used(&used, l->label)) continue;
        struct prepass_mark m = {.kind = PREPASS_SHOW, .line = l->line, .was = l->at, .label = l->label};
        VEC_ADD(p->arena, more, m);
    }
    if (more.n) merge_marks(p, more.at, more.n);
    return more.n > 0;
}

/* Definitions that show nothing, and that nothing shown calls. */
static void find_idle(struct prepass *p, const unsigned char *lines)
{
    struct map used = {0};
    for (size_t i = 0; i < p->links.n; i++) {
        struct prepass_link *l = &p->links.at[i];
        l->idle = !l->prose && lines[l->line] == PREPASS_HIDDEN;
        if (!l->idle) continue;
        if (!used.arena) used = uses(p);
        l->idle = !link_address_used(&used, l->label);
    }
}

bool prepass_settle(struct prepass *p, const unsigned char *lines, bool last)
{
    bool changed = false;
    for (size_t i = 0; i < p->marks.n; i++) {
        struct prepass_mark *m = &p->marks.at[i];
        bool good = m->kind < PREPASS_CLOSE ? m->taken : lines[m->line] != PREPASS_VERBATIM;
        if (good || m->refused || m->kind == PREPASS_CLOSE) continue;
        m->refused = changed = true;
    }
    changed |= !last && show_prose(p, lines);
    find_idle(p, lines);
    return changed;
}

void prepass_definitions(const struct prepass *p, struct buf *out)
{
    for (size_t i = 0; i < p->links.n; i++) {
        const struct prepass_link *l = &p->links.at[i];
        if (prepass_at(p, l->line, l->at)) continue;
        struct str s = line_of(p, l->line),
                   next = l->line < p->n ? str_trim(line_of(p, l->line + 1)) : (struct str){0};
        buf_add(out, str_sub(s, l->at, s.n));
        buf_byte(out, '\n');
        bool goes_on = next.n && (strchr("\"'(", next.s[0]) || str_trim(s).n == l->at + l->label.n + 3);
        if (goes_on) buf_add(out, next);
        buf_put(out, goes_on ? "\n\n" : "\n");
    }
}
