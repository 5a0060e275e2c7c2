#include "web/inline.h"

/* -- where lines may end --------------------------------------------------------------------------------- */

static bool is_unspaced(uint32_t cp)
{
    enum lang own = lang_of_letter(cp);
    return own != LANG_NONE && !lang_at(own)->spaced;
}

/* A browser finds the breaks of English; in Khmer each is told. */
static bool told(enum lang lang, struct str text, size_t at, unsigned char brk)
{
    if (!at || at >= text.n || !breaks_usable(brk)) return false;
    size_t next = at;
    return !lang_at(lang)->spaced ||
           (is_unspaced(utf8_before(text, at)) && is_unspaced(utf8_next(text, &next)));
}

/* Could a browser part it where no line may end? It looks for words of its own in Khmer, and parts at spaces.
 */
static bool needs_keeping(struct str piece)
{
    size_t bases = 0;
    bool unspaced = false, space = false, joined = false;
    for (size_t at = 0; at < piece.n;) {
        uint32_t cp = utf8_next(piece, &at);
        bool base = cp >= 0x1780 && cp <= 0x17B3;
        bases += base && !joined;
        if (bases > 1) return true;
        joined = cp == 0x17D2;
        unspaced = unspaced || is_unspaced(cp);
        space |= cp == ' ';
    }
    return unspaced && space;
}

struct inline_line { /* the text of some spans, and the breaks in it */
    struct str text;
    const unsigned char *brk;
};

static struct inline_line line_of(struct writing *w, const struct span *s, size_t n)
{
    struct buf b = BUF(w->scratch);
    for (size_t i = 0; i < n; i++) {
        if (s[i].kind == SPAN_TEXT) buf_add(&b, s[i].text);
        if (s[i].kind == SPAN_BREAK) buf_byte(&b, '\n');
    }
    struct inline_line l = {.text = buf_str(&b)};
    l.brk = web_store_breaks(w->store, l.text);
    return l;
}

/* Up to a break: kept whole, the space behind it left free. */
static void put_piece(struct writing *w, struct str piece, bool breaks)
{
    bool spaced = piece.n && piece.s[piece.n - 1] == ' ', kept = false;
    struct str word = str_sub(piece, 0, piece.n - spaced);
    kept = needs_keeping(word);
    if (kept) buf_put(&w->out, w->word[0]);
    buf_markup(&w->out, word);
    if (kept) buf_put(&w->out, w->word[1]);
    if (spaced) buf_byte(&w->out, ' ');
    if (!breaks || spaced) return;
    buf_put(&w->out, "<wbr"); /* at each word of Khmer: no format to be read */
    buf_put(&w->out, w->slash);
    buf_byte(&w->out, '>');
}

static void put_broken(struct writing *w, enum lang lang, const struct inline_line *l, size_t from, size_t to)
{
    size_t start = from;
    for (size_t at = from; at < to; at++) {
        if (!told(lang, l->text, at, l->brk[at])) continue;
        put_piece(w, str_sub(l->text, start, at), true);
        start = at;
    }
    put_piece(w, str_sub(l->text, start, to), false);
}

/* -- spans ----------------------------------------------------------------------------------------------- */

static enum lang span_lang(const struct span *s, enum lang lang)
{
    return lang_or(s->lang, lang);
}

static struct web_letters_type type_of(const struct writing *w, const struct node *n, enum lang lang,
                                       unsigned style)
{
    struct style s = style_of(&w->look, n->role, lang, w->where);
    return (struct web_letters_type){style & SPAN_CODE ? FONT_MONO : s.use, s.bold || style & SPAN_STRONG,
                                     (style & SPAN_EMPH) != 0};
}

static bool leads_somewhere(struct str href)
{
    static const char *const SCHEMES[] = {"#", "http://", "https://", "mailto:", "tel:"};
    for (size_t i = 0; i < sizeof SCHEMES / sizeof *SCHEMES; i++)
        if (str_starts_fold(href, SCHEMES[i])) return true;
    return false;
}

static bool same_href(const struct span *a, const struct span *b)
{
    return a->href.s && b->href.s && str_eq(a->href, b->href);
}

static const struct inline_mark {
    unsigned style;
    const char *open, *close;
} MARKS[] = {
    {SPAN_NUMBER, "<span class=\"number\">", "</span>"},
    {SPAN_STRONG, "<strong>", "</strong>"},
    {SPAN_EMPH, "<em>", "</em>"},
    {SPAN_CODE, "<code>", "</code>"},
    {SPAN_RAISED, "<sup>", "</sup>"},
    {SPAN_LOWERED, "<sub>", "</sub>"},
};
enum { NMARKS = sizeof MARKS / sizeof *MARKS };

static void put_text(struct writing *w, const struct node *n, enum lang lang, const struct span *s,
                     const struct inline_line *l, size_t from)
{
    enum lang own = span_lang(s, lang);
    for (size_t i = 0; i < NMARKS; i++)
        if (s->style & MARKS[i].style) buf_put(&w->out, MARKS[i].open);
    if (own != lang) buf_fmt(&w->out, "<span lang=\"%s\">", lang_tag(own));
    web_letters_see(w->letters, own, type_of(w, n, own, s->style), s->text);
    put_broken(w, own, l, from, from + s->text.n);
    if (own != lang) buf_put(&w->out, "</span>");
    for (size_t i = NMARKS; i-- > 0;)
        if (s->style & MARKS[i].style) buf_put(&w->out, MARKS[i].close);
}

struct str inline_note_id(struct arena *a, const struct writing *w, const struct footnote *note)
{
    return str_fmt(a, "note-%zu", map_number(&w->notes, map_pointer(note)));
}

/* A mark leads to the note, and the note back to its first mark. */
static void put_mark(struct writing *w, const struct node *n, enum lang lang, const struct footnote *note)
{
    size_t number = map_number(&w->notes, map_pointer(note));
    if (!number) return;
    struct str id = inline_note_id(w->arena, w, note);
    buf_put(&w->out, "<sup><a role=\"doc-noteref\"");
    if (!map_add_str(&w->marked, id)) {
        struct str mark = str_fmt(w->arena, "mark-%.*s", STR_ARGS(id)),
                   *file = ARENA_ONE(w->arena, struct str);
        *file = w->file;
        *map_at_str(&w->files, mark) = file;
        buf_fmt(&w->out, " id=\"%.*s\"", STR_ARGS(mark));
    }
    writing_href(w, id);
    buf_byte(&w->out, '>');
    inline_text(w, n, lang, w->bodies[number - 1]->label);
    buf_put(&w->out, "</a></sup>");
}

static void put_picture(struct writing *w, const struct span *s)
{
    struct picture_file f = web_store_picture(w->store, s->picture);
    buf_fmt(&w->out, "<img class=\"in-line\" width=\"%lld\" height=\"%lld\" alt=\"",
            (long long)picture_width(s->picture), (long long)picture_height(s->picture));
    buf_markup(&w->out, s->text);
    buf_put(&w->out, "\" src=\"");
    w->put_address(w, &w->out, s->picture, f.bytes, f.type, f.ending);
    buf_fmt(&w->out, "\"%s>", w->slash);
}

static void open_link(struct writing *w, struct str href)
{
    buf_put(&w->out, "<a");
    if (href.n && href.s[0] == '#') {
        writing_href(w, str_sub(href, 1, href.n));
    } else {
        buf_put(&w->out, " href=\"");
        buf_markup(&w->out, href);
        buf_byte(&w->out, '"');
    }
    buf_byte(&w->out, '>');
}

static void put_spans(struct writing *w, const struct node *n, enum lang lang, const struct span *s,
                      size_t count)
{
    struct arena_mark mark = arena_mark(w->scratch);
    struct inline_line l = line_of(w, s, count);
    size_t at = 0;
    bool linked = false;
    for (size_t i = 0; i < count; i++) {
        bool goes_on = linked && same_href(&s[i - 1], &s[i]);
        if (linked && !goes_on) buf_put(&w->out, "</a>");
        if (!goes_on) linked = s[i].href.s && s[i].kind == SPAN_TEXT && leads_somewhere(s[i].href);
        if (linked && !goes_on) {
            open_link(w, s[i].href);
        }
        switch (s[i].kind) {
        case SPAN_TEXT: put_text(w, n, lang, &s[i], &l, at); break;
        case SPAN_BREAK: buf_fmt(&w->out, "<br%s>", w->slash); break;
        case SPAN_NOTE: put_mark(w, n, lang, s[i].note); break;
        case SPAN_PICTURE: put_picture(w, &s[i]); break;
        }
        at += s[i].kind == SPAN_TEXT ? s[i].text.n : s[i].kind == SPAN_BREAK;
    }
    if (linked) buf_put(&w->out, "</a>");
    arena_reset(w->scratch, mark);
}

void inline_text(struct writing *w, const struct node *n, enum lang lang, struct str text)
{
    lang = lang_or(lang, lang_or(node_lang(n), w->tree->lang));
    struct span s = {.kind = SPAN_TEXT, .lang = lang, .text = text};
    put_spans(w, n, lang, &s, 1);
}

/* -- both languages in one text -------------------------------------------------------------------------- */

static bool is_dot(const struct span *s)
{
    return s->kind == SPAN_TEXT && str_is(s->text, " · ");
}

struct inline_part { /* of a text: spans of one language */
    size_t from, to;
    enum lang lang;
};

/* A part's one language; LANG_NONE where it has several. */
static enum lang part_lang(const struct span *s, size_t from, size_t to, enum lang lang)
{
    enum lang one = LANG_NONE;
    for (size_t i = from; i < to; i++) {
        enum lang own = span_lang(&s[i], lang);
        if (one != LANG_NONE && own != one) return LANG_NONE;
        one = own;
    }
    return one;
}

enum { PARTS_MOST = 16 };

/* As many in each language. */
static bool alike(const size_t count[LANG_N])
{
    for (int l = 1; l < LANG_N; l++)
        if (count[l] != count[0]) return false;
    return true;
}

/* The parts of a text that says the same in each language, one behind the other; 0: it does not. */
static size_t parts_of(struct spans s, enum lang lang, struct inline_part parts[PARTS_MOST])
{
    size_t n = 0, count[LANG_N + 1] = {0}, from = 0;
    for (size_t i = 0; i <= s.n; i++) {
        if (i < s.n && s.at[i].kind != SPAN_BREAK && !is_dot(&s.at[i])) continue;
        if (n == PARTS_MOST) return 0;
        parts[n] = (struct inline_part){from, i, part_lang(s.at, from, i, lang)};
        count[parts[n++].lang]++;
        from = i + 1;
    }
    return count[0] && !count[LANG_NONE] && alike(count) ? n : 0;
}

static void put_parts(struct writing *w, const struct node *n, struct spans s,
                      const struct inline_part *parts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct inline_part *p = &parts[i];
        bool line = i && s.at[p->from - 1].kind == SPAN_BREAK;
        const char *kind = i && parts[i - 1].lang != p->lang ? "between" : lang_tag(p->lang);
        if (i && line) buf_fmt(&w->out, "<br class=\"%s\"%s>", kind, w->slash);
        if (i && !line) buf_fmt(&w->out, "<span class=\"%s\"> · </span>", kind);
        buf_fmt(&w->out, "<span class=\"%s\" lang=\"%s\">", lang_tag(p->lang), lang_tag(p->lang));
        put_spans(w, n, p->lang, s.at + p->from, p->to - p->from);
        buf_put(&w->out, "</span>");
    }
}

void inline_put(struct writing *w, const struct node *n, struct spans s)
{
    if (w->spotted) VEC_ADD(w->arena, w->spots, (struct writing_spot){w->out.n, n});
    struct inline_part parts[PARTS_MOST];
    enum lang lang = lang_or(node_lang(n), w->tree->lang);
    size_t count = w->tree->both && !w->side ? parts_of(s, lang, parts) : 0;
    if (count)
        put_parts(w, n, s, parts, count);
    else
        put_spans(w, n, lang, s.at, s.n);
}
