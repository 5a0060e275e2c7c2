#include "read/note/inlines.h"

#include "khmer/spelling_order.h"
#include "read/note/prepass.h"

enum { WINDOW = 1024, MARK_WINDOW = 1 << 14, ZWSP = 0x200B, STYLED_MOST = 5000 };

void inlines_init(struct inlines *s, struct job *job, const struct source *source,
                  struct footnote_table *notes)
{
    *s = (struct inlines){.job = job, .source = source, .notes = notes};
    s->text = s->clean = BUF(job->scratch);
}

void inlines_start(struct inlines *s, size_t from, size_t to)
{
    s->spans.n = 0;
    s->text.n = s->styled = 0;
    s->open = s->line_end = false;
    s->last = 0;
    s->at = from;
    s->end = to;
}

struct place inlines_place(const struct inlines *s)
{
    return place_in(s->source, s->at);
}

/* -- signs of the pre-pass -- */

/* Is there one at a byte? Its bytes, with the < or > that goes with it, and how many of them stand before. */
static size_t sign_at(struct str s, size_t at, size_t *before)
{
    *before = 0;
    if (at + 2 >= s.n || s.s[at] != PREPASS_FLANK[0] || s.s[at + 1] != PREPASS_FLANK[1]) return 0;
    char kind = s.s[at + 2];
    if (kind == PREPASS_FLANK[2] || kind == PREPASS_CALL[2]) return PREPASS_SIGN;
    if (kind != PREPASS_ANGLE[2]) return 0;
    *before = at && s.s[at - 1] == '<';
    return *before || (at + PREPASS_SIGN < s.n && s.s[at + PREPASS_SIGN] == '>') ? PREPASS_SIGN + 1
                                                                                 : PREPASS_SIGN;
}

/* The next sign at or after a byte (s.n: none), and where it ends. */
static size_t next_sign(struct str s, size_t at, size_t *end)
{
    for (size_t i = at, before; i < s.n; i++) {
        const char *p = memchr(s.s + i, (unsigned char)PREPASS_FLANK[0], s.n - i);
        if (!p) break;
        i = (size_t)(p - s.s);
        size_t n = sign_at(s, i, &before);
        if (!n) continue;
        if (i - before < at) before = 0;
        *end = i - before + n;
        return i - before;
    }
    *end = s.n;
    return s.n;
}

/* libcmark writes what &#xFFFE; stands for as a byte that is no UTF-8: it is no character either. */
static void add_characters(struct buf *out, struct str s)
{
    enum { REPLACEMENT = 0xFFFD };
    for (size_t at = 0; at < s.n;) {
        struct str rest = str_sub(s, at, s.n);
        size_t good = utf8_bad(rest);
        buf_add(out, str_sub(rest, 0, good));
        at += good + 1;
        if (good < rest.n) buf_cp(out, REPLACEMENT);
    }
}

static void add_clean(struct buf *out, struct str s)
{
    for (size_t at = 0, end; at < s.n; at = end) {
        size_t to = next_sign(s, at, &end);
        add_characters(out, str_sub(s, at, to));
    }
}

/* What stands at a place just so, as nearly all does, is not held twice. */
static struct str kept(struct inlines *s, struct str text, size_t place)
{
    struct str mended = spelling_order_mend(s->job->keep, text);
    if (mended.s != text.s) return mended;
    struct str typed = str_sub(s->source->text, place, place + text.n);
    return str_eq(typed, text) ? typed : str_copy(s->job->keep, text);
}

struct str inlines_clean(struct inlines *s, struct str text)
{
    s->clean.n = 0;
    add_clean(&s->clean, text);
    return kept(s, buf_str(&s->clean), 0);
}

/* -- where a piece stands -- */

static size_t look(const struct inlines *s, struct str piece)
{
    size_t most = s->at + piece.n + WINDOW;
    struct str in = str_sub(s->source->text, 0, most < s->end ? most : s->end);
    return piece.n ? str_find(in, piece, s->at) : SIZE_MAX;
}

/* The piece up to its first space, where it does not stand there as a whole (a line end in code, an entity).
 */
static struct str first_word(struct str piece)
{
    size_t from = 0, to;
    while (from < piece.n && piece.s[from] == ' ') from++;
    for (to = from; to < piece.n && piece.s[to] != ' ' && piece.s[to] != '\n'; to++) {
    }
    return str_sub(piece, from, to);
}

/* Moves past the piece; returns where it begins, as far as can be seen. */
static struct place locate(struct inlines *s, struct str text)
{
    struct place first = {0};
    for (size_t at = 0, end; at < text.n; at = end) {
        size_t to = next_sign(text, at, &end);
        struct str part = str_sub(text, at, to);
        size_t found = look(s, part);
        if (found == SIZE_MAX && (part = first_word(part)).n) found = look(s, part);
        if (found != SIZE_MAX && !first.source) first = place_in(s->source, found);
        if (found != SIZE_MAX) s->at = found + part.n;
    }
    return first.source ? first : inlines_place(s);
}

void inlines_pass(struct inlines *s, struct str text)
{
    size_t found = look(s, text);
    if (found != SIZE_MAX) s->at = found + text.n;
}

void inlines_pass_link(struct inlines *s, struct str address)
{
    struct str in = str_sub(s->source->text, 0, s->end);
    size_t at = s->at;
    while (at < in.n && strchr("*_`", in.s[at])) at++;
    if (at + 1 >= in.n || in.s[at] != ']' || !strchr("([", in.s[at + 1])) return;
    s->at = at + 2;
    if (in.s[at + 1] == '(') inlines_pass(s, address);
    inlines_pass(s, in.s[at + 1] == '(' ? STR(")") : STR("]"));
}

/* -- a span ends -- */

static void push(struct inlines *s, struct span span)
{
    VEC_ADD(s->job->scratch, s->spans, span);
}

static void push_text(struct inlines *s)
{
    if (!s->clean.n) return;
    struct span span = s->now;
    span.text = kept(s, buf_str(&s->clean), span.place.offset);
    push(s, span);
    s->clean.n = 0;
}

/* The next mark [^U+FDD1label] in the text; its label. */
static bool next_mark(struct str text, size_t from, size_t *at, struct str *label)
{
    static const char opens[] = "[^" PREPASS_CALL;
    *at = str_find(text, STR(opens), from);
    if (*at == SIZE_MAX) return false;
    size_t start = *at + sizeof opens - 1, end = str_find(text, STR("]"), start);
    if (end == SIZE_MAX) return false;
    *label = str_sub(text, start, end);
    return true;
}

static void push_mark(struct inlines *s, struct str typed, size_t *seen)
{
    struct buf mark = BUF(s->job->scratch);
    buf_put(&mark, "[^");
    add_clean(&mark, typed);
    buf_byte(&mark, ']');
    size_t most = *seen + MARK_WINDOW;
    size_t found =
        str_find(str_sub(s->source->text, 0, most < s->end ? most : s->end), buf_str(&mark), *seen);
    struct place place = found == SIZE_MAX ? s->now.place : place_in(s->source, found);
    if (found != SIZE_MAX) *seen = found + mark.n;
    struct str label = str_trim(str_sub((struct str){mark.s, mark.n}, 2, mark.n - 1));
    const struct footnote *note = footnote_find(s->notes, label);
    if (!note) {
        if (footnote_lacks(s->notes, label)) diag_tell(s->job->diags, DIAG_FOOTNOTE_UNDEFINED, place, label);
        buf_add(&s->clean, (struct str){mark.s, mark.n});
        return;
    }
    push_text(s);
    push(s, (struct span){
                .kind = SPAN_NOTE, .style = s->now.style, .lang = LANG_NONE, .note = note, .place = place});
    s->now.place = place_after(place, mark.n);
}

static void finish(struct inlines *s)
{
    if (!s->open) return;
    struct str text = buf_str(&s->text), label;
    size_t from = 0, at, seen = s->now.place.offset;
    s->open = false;
    s->clean.n = 0;
    while (s->notes && !(s->now.style & SPAN_CODE) && next_mark(text, from, &at, &label)) {
        add_clean(&s->clean, str_sub(text, from, at));
        push_mark(s, label, &seen);
        from = (size_t)(label.s - text.s) + label.n + 1;
    }
    add_clean(&s->clean, str_sub(text, from, text.n));
    push_text(s);
    s->text.n = 0;
}

static void begin(struct inlines *s, unsigned style, struct str href, struct place place)
{
    finish(s);
    s->now =
        (struct span){.kind = SPAN_TEXT, .style = style, .lang = LANG_NONE, .href = href, .place = place};
    s->open = true;
}

/* -- line ends -- */

static bool khmer_letter(uint32_t c)
{
    return (c >= 0x1780 && c <= 0x17D3) || c == 0x17DD;
}

static uint32_t first_char(struct str text)
{
    size_t at = 0, end;
    while (at < text.n && next_sign(str_sub(text, 0, at + PREPASS_SIGN + 1), at, &end) == at) at = end;
    return at < text.n ? utf8_next(text, &at) : 0;
}

/* Only where the block has another line. */
static void next_line(struct inlines *s)
{
    const char *text = s->source->text.s;
    size_t i = s->at;
    while (i < s->end && text[i] != '\n' && text[i] != '\r') i++;
    if (i + 1 < s->end && text[i] == '\r' && text[i + 1] == '\n') i++;
    if (i < s->end) s->at = i + 1;
}

/* What stands for a line end before this character. At the end of an open text it joins that; else it is a
 * span. */
static void put_line_end(struct inlines *s, uint32_t next)
{
    if (!s->line_end) return;
    s->line_end = false;
    bool plain = s->open && !s->now.href.s && !(s->now.style & SPAN_CODE);
    bool split = khmer_letter(s->last) && khmer_letter(next);
    if (s->last == ZWSP || next == ZWSP) return finish(s);
    if (!plain) begin(s, 0, (struct str){0}, inlines_place(s));
    buf_cp(&s->text, split ? ZWSP : ' ');
    finish(s);
}

void inlines_line_end(struct inlines *s)
{
    s->line_end = true;
    next_line(s);
}

/* -- pieces -- */

/* Each piece with a style costs some 5 KB in the PDF; what nobody wrote by hand is set plain. */
static unsigned bounded(struct inlines *s, unsigned style)
{
    if (!style || s->styled < STYLED_MOST) return style;
    if (s->styled++ == STYLED_MOST) diag_tell(s->job->diags, DIAG_STYLES_MANY, inlines_place(s));
    return 0;
}

void inlines_text(struct inlines *s, struct str text, unsigned style, struct str href)
{
    if (!text.n) return;
    style = bounded(s, style);
    put_line_end(s, first_char(text));
    struct place place = locate(s, text);
    bool same = s->open && s->now.style == style && s->now.href.s == href.s;
    if (!same) begin(s, style, href, place);
    s->styled += !same && style;
    buf_add(&s->text, text);
    s->last = utf8_before(text, text.n);
}

void inlines_lines(struct inlines *s, struct str text, unsigned style)
{
    struct str rest = text, line;
    bool more = false;
    while (str_cut(&rest, '\n', &line)) {
        if (more) inlines_break(s);
        if (line.n) inlines_text(s, line, style, (struct str){0});
        more = true;
    }
}

void inlines_break_here(struct inlines *s)
{
    s->line_end = false;
    finish(s);
    push(s, (struct span){.kind = SPAN_BREAK, .lang = LANG_NONE, .place = inlines_place(s)});
    s->last = 0;
}

void inlines_break(struct inlines *s)
{
    inlines_break_here(s);
    next_line(s);
}

void inlines_picture(struct inlines *s, const struct picture *picture, struct str alt, struct str href,
                     struct place place)
{
    put_line_end(s, 0);
    finish(s);
    push(s, (struct span){.kind = SPAN_PICTURE,
                          .lang = LANG_NONE,
                          .text = kept(s, alt, 0),
                          .href = href,
                          .picture = picture,
                          .place = place});
    s->last = 0;
}

struct spans inlines_done(struct inlines *s)
{
    s->line_end = false;
    finish(s);
    struct spans out = {ARENA_MANY(s->job->keep, struct span, s->spans.n), s->spans.n};
    if (out.n) memcpy(out.at, s->spans.at, out.n * sizeof *out.at);
    return out;
}
