#include "model/bilingual_text.h"

#include "base/unicode.h"

enum {
    MOST = 3,        /* so many times the other language's letters make it a text in one */
    PART_PURE = 80,  /* of a part's letters, in hundredths: its language's */
    UNLIKE = 5,      /* both sides of a text that is parted have so large a part of its letters */
    ACRONYM = 6,     /* letters of the longest: OPENING is a word */
    HEADING_WEAK = 3 /* capitals that make a heading English where there is nothing else: GOALS */
};

/* -- letters -- */

/* Of a letter without its accents; neither digits nor marks of a script. */
static enum lang letter_lang(uint32_t bare)
{
    enum { MARKS_FROM = 0x17D4, MARKS_TO = 0x17F9 };
    return bare >= MARKS_FROM && bare <= MARKS_TO ? LANG_NONE : lang_of_letter(bare);
}

static bool is_blank(uint32_t c)
{
    return c <= ' ' || c == 0xA0 || c == 0x200B || c == 0x202F || c == 0x3000;
}

struct letter_count {
    size_t of[LANG_N];
    size_t weak[LANG_N]; /* of words that all languages write alike */
};

struct letter_word { /* under way */
    enum lang lang;
    size_t letters, capitals;
    bool cased;
};

static void end_word(struct letter_count *n, struct letter_word *w)
{
    bool shared = w->cased && (w->letters < 2 ||
                               (w->capitals > 1 && (w->capitals < w->letters || w->letters <= ACRONYM)));
    if (w->letters) (shared ? n->weak : n->of)[w->lang] += w->letters;
    *w = (struct letter_word){.lang = LANG_NONE};
}

/* A page's, a letter's, a file's. */
static bool is_address(struct str s)
{
    bool file = str_ends(s, ".png") || str_ends(s, ".jpg") || str_ends(s, ".jpeg") || str_ends(s, ".svg") ||
                str_ends(s, ".pdf");
    return file || str_starts(s, "www.") || memchr(s.s, '@', s.n) || str_find(s, STR("://"), 0) != SIZE_MAX;
}

static void count_token(struct letter_count *n, struct str s)
{
    struct letter_word w = {.lang = LANG_NONE};
    if (is_address(s)) return;
    for (size_t at = 0; at < s.n;) {
        uint32_t c = utf8_next(s, &at), bare = unicode_bare(c);
        enum lang lang = letter_lang(bare);
        if (lang == LANG_NONE && (c == '\'' || c == 0x2019)) continue;
        if (lang != w.lang) end_word(n, &w);
        if (lang == LANG_NONE) continue;
        w.lang = lang;
        w.letters++;
        w.capitals += bare >= 'A' && bare <= 'Z';
        w.cased = bare < 0x80;
    }
    end_word(n, &w);
}

static void count(struct letter_count *n, struct str s)
{
    size_t from = 0;
    for (size_t at = 0; at < s.n;) {
        size_t before = at;
        if (!is_blank(utf8_next(s, &at))) continue;
        if (before > from) count_token(n, str_sub(s, from, before));
        from = at;
    }
    if (s.n > from) count_token(n, str_sub(s, from, s.n));
}

static size_t sum_of(const size_t letters[LANG_N])
{
    size_t n = 0;
    for (int l = 0; l < LANG_N; l++) n += letters[l];
    return n;
}

static enum lang lang_of(const size_t letters[LANG_N])
{
    size_t all = sum_of(letters);
    for (int l = 0; all >= 2 && l < LANG_N; l++)
        if (letters[l] >= MOST * (all - letters[l])) return (enum lang)l;
    return LANG_NONE;
}

enum lang bilingual_text_lang(const struct bilingual_text *t)
{
    return lang_of(t->letters);
}

size_t bilingual_text_letters(const struct bilingual_text *t)
{
    return sum_of(t->letters);
}

/* -- where a text may be parted -- */

struct text_part { /* from a byte of a span to before a byte of a span */
    size_t span, from, span_end, to;
    struct letter_count n;
    enum lang lang;
};

struct text_parts {
    struct arena *arena;
    const struct block *block;
    VEC(struct text_part) list;
    struct text_part now;
    bool open;
};

static void end_part(struct text_parts *p)
{
    if (!p->open) return;
    p->open = false;
    p->now.lang = lang_of(p->now.n.of);
    VEC_ADD(p->arena, p->list, p->now);
}

/* What stands in a span, between two bytes. Blanks at a part's ends are not in it. */
static void add_text(struct text_parts *p, size_t span, size_t from, size_t to)
{
    const struct span *s = &p->block->spans.at[span];
    struct str text = str_sub(s->text, from, to), bare = str_trim(text);
    if (!p->open && !bare.n) return;
    if (!p->open) {
        p->now = (struct text_part){.span = span, .from = (size_t)(bare.s - s->text.s)};
        p->open = true;
    }
    if (!(s->style & SPAN_CODE)) count(&p->now.n, text);
    if (!bare.n) return;
    p->now.span_end = span;
    p->now.to = (size_t)(bare.s - s->text.s) + bare.n;
}

/* A mark or a picture stays with what stands before it. */
static void add_object(struct text_parts *p, size_t span)
{
    if (!p->open) p->now = (struct text_part){.span = span};
    p->open = true;
    p->now.span_end = span;
    p->now.to = 0;
}

static bool ends_sentence(uint32_t c)
{
    return c == '.' || c == '!' || c == '?' || c == ';' || c == ':' || c == 0x17D4 || c == 0x17D5 ||
           c == 0x17D6 || c == 0x17C8 || c == 0x203A || c == 0xBB || c == 0x201D || c == ')';
}

static bool is_dash(uint32_t c)
{
    return c == '-' || c == 0x2013 || c == 0x2014;
}

static bool may_part(uint32_t c)
{
    return c == '/' || c == '|' || is_dash(c);
}

/* Where the sign at "at" parts the text: how many bytes of it belong to neither side. A stroke in running
 * text needs blanks around it. */
static bool parts_here(const struct block *b, struct str text, size_t at, size_t *bytes)
{
    bool line = b->kind != BLOCK_PARA || (b->parent && b->parent->kind == BLOCK_ITEM);
    size_t next = at;
    uint32_t c = utf8_next(text, &next);
    bool before = at && is_blank(utf8_before(text, at));
    size_t peek = next;
    bool after = next < text.n && is_blank(utf8_next(text, &peek));
    *bytes = next - at;
    if (c == '/' || c == '|') return (before && after) || (line && c == '/');
    return line && is_dash(c) && before && after;
}

/* Goals (គោលដៅ), of a heading: the byte of the bracket that its text ends with the partner of; 0: none. */
static size_t bracket_at(const struct block *b, struct str text)
{
    const char *open = b->kind == BLOCK_HEADING && str_ends(text, ")") ? memchr(text.s, '(', text.n) : NULL;
    size_t at = open ? (size_t)(open - text.s) : 0;
    bool one = at && !memchr(text.s + at + 1, '(', text.n - at - 1);
    return one && is_blank(utf8_before(text, at)) ? at : 0;
}

static void cut_text(struct text_parts *p, size_t span)
{
    struct str text = p->block->spans.at[span].text;
    size_t from = 0, bytes, bracket = bracket_at(p->block, text);
    if (bracket) {
        add_text(p, span, 0, bracket);
        end_part(p);
        return add_text(p, span, bracket + 1, text.n - 1);
    }
    for (size_t at = 0; at < text.n;) {
        size_t before = at;
        uint32_t c = utf8_next(text, &at);
        if (may_part(c) && parts_here(p->block, text, before, &bytes)) {
            add_text(p, span, from, before);
            end_part(p);
            from = before + bytes;
        } else if (is_blank(c) && before && ends_sentence(utf8_before(text, before))) {
            add_text(p, span, from, before);
            end_part(p);
            from = at;
        }
    }
    add_text(p, span, from, text.n);
}

/* A line end as typed lies before this span: the reader makes a blank of it. */
static bool on_new_line(const struct spans *s, size_t i)
{
    return i && s->at[i - 1].place.source && s->at[i].place.source == s->at[i - 1].place.source &&
           place_line(s->at[i].place) > place_line(s->at[i - 1].place);
}

static struct text_parts parts_of(struct arena *scratch, const struct block *b)
{
    struct text_parts p = {.arena = scratch, .block = b};
    for (size_t i = 0; i < b->spans.n; i++) {
        const struct span *s = &b->spans.at[i];
        if (s->kind == SPAN_BREAK || on_new_line(&b->spans, i)) end_part(&p);
        if (s->kind == SPAN_TEXT)
            cut_text(&p, i);
        else if (s->kind != SPAN_BREAK)
            add_object(&p, i);
    }
    end_part(&p);
    return p;
}

/* Neighbours in one language become one. */
static void join_parts(struct text_parts *p)
{
    size_t n = 0;
    for (size_t i = 0; i < p->list.n; i++) {
        struct text_part part = p->list.at[i], *last = n ? &p->list.at[n - 1] : NULL;
        bool same = last && (part.lang == LANG_NONE || last->lang == LANG_NONE || part.lang == last->lang);
        if (!same) {
            p->list.at[n++] = part;
            continue;
        }
        if (last->lang == LANG_NONE) last->lang = part.lang;
        last->span_end = part.span_end;
        last->to = part.to;
        for (int l = 0; l < LANG_N; l++) last->n.of[l] += part.n.of[l];
    }
    p->list.n = n;
}

/* Words in brackets that are no sentence explain a term: "… (Professional Learning Community)". */
static bool explains(const struct block *b, const struct text_part *part)
{
    struct str text = b->spans.at[part->span].text;
    if (b->kind == BLOCK_HEADING || part->span != part->span_end || part->to > text.n) return false;
    text = str_sub(text, part->from, part->to);
    return text.n > 2 && text.s[0] == '(' && text.s[text.n - 1] == ')' &&
           !ends_sentence(utf8_before(text, text.n - 1));
}

/* Both say about as much, in turn, and each part is in its language. */
static bool is_parted(const struct text_parts *p)
{
    size_t all[LANG_N] = {0};
    for (size_t i = 0; i < p->list.n; i++) {
        const struct text_part *x = &p->list.at[i];
        size_t sum = sum_of(x->n.of);
        if (x->lang == LANG_NONE || x->n.of[x->lang] * 100 < sum * PART_PURE || explains(p->block, x))
            return false;
        all[x->lang] += sum;
    }
    for (int l = 0; l < LANG_N; l++)
        if (all[l] * UNLIKE < sum_of(all)) return false;
    return p->list.n && p->list.n % 2 == 0;
}

struct bilingual_text bilingual_text_read(struct arena *scratch, const struct block *b)
{
    struct bilingual_text t = {.lang = LANG_NONE};
    struct arena_mark mark = arena_mark(scratch);
    struct text_parts p = parts_of(scratch, b);
    size_t weak[LANG_N] = {0};
    for (size_t i = 0; i < p.list.n; i++)
        for (int l = 0; l < LANG_N; l++) {
            t.letters[l] += p.list.at[i].n.of[l];
            weak[l] += p.list.at[i].n.weak[l];
        }
    bool bare = b->kind == BLOCK_HEADING && !sum_of(t.letters);
    for (int l = 0; bare && l < LANG_N; l++)
        if (weak[l] >= HEADING_WEAK) t.letters[l] = weak[l];
    t.lang = lang_of(t.letters);
    if (t.lang == LANG_NONE && b->kind != BLOCK_CODE) {
        join_parts(&p);
        t.parted = is_parted(&p);
    }
    arena_reset(scratch, mark);
    return t;
}

/* -- one side -- */

struct text_side {
    struct arena *arena;
    VEC(struct span) list;
};

static void add_part(struct text_side *out, const struct block *b, const struct text_part *part)
{
    for (size_t i = part->span; i <= part->span_end; i++) {
        struct span s = b->spans.at[i];
        size_t from = i == part->span ? part->from : 0, to = i == part->span_end ? part->to : s.text.n;
        if (s.kind == SPAN_TEXT) {
            s.text = str_sub(s.text, from, to);
            s.place = place_after(s.place, from);
        }
        if (s.kind != SPAN_TEXT || s.text.n) VEC_ADD(out->arena, out->list, s);
    }
}

struct spans bilingual_text_side(struct arena *keep, struct arena *scratch, const struct block *b,
                                 enum lang lang)
{
    struct arena_mark mark = arena_mark(scratch);
    struct text_side out = {.arena = keep};
    struct text_parts p = parts_of(scratch, b);
    join_parts(&p);
    if (!bilingual_text_read(scratch, b).parted) return arena_reset(scratch, mark), b->spans;
    for (size_t i = 0; i < p.list.n; i++) {
        const struct text_part *part = &p.list.at[i];
        if (part->lang != lang) continue;
        struct span between = {.kind = SPAN_BREAK, .lang = LANG_NONE, .place = b->spans.at[part->span].place};
        if (b->kind == BLOCK_HEADING) between.kind = SPAN_TEXT, between.text = STR(" ");
        if (out.list.n) VEC_ADD(keep, out.list, between);
        add_part(&out, b, part);
    }
    arena_reset(scratch, mark);
    return (struct spans){out.list.at, out.list.n};
}

/* -- names of languages -- */

/* In English; the English version; អត្ថបទជាភាសាខ្មែរ: blanks are off already. */
static enum lang label_of(struct str word)
{
    static const char *const BEFORE[] = {"the", "in", "អត្ថបទ", "ជា"}, *const AFTER[] = {"version", "text",
                                                                                        "translation"};
    struct str w = word;
    for (size_t i = 0; i < sizeof BEFORE / sizeof *BEFORE; i++) {
        struct str cut = str_of(BEFORE[i]);
        if (w.n > cut.n && str_eq_fold(str_sub(w, 0, cut.n), cut)) w = str_sub(w, cut.n, w.n);
    }
    for (size_t i = 0; i < sizeof AFTER / sizeof *AFTER; i++) {
        struct str cut = str_of(AFTER[i]);
        if (w.n > cut.n && str_eq_fold(str_sub(w, w.n - cut.n, w.n), cut)) w = str_sub(w, 0, w.n - cut.n);
    }
    return lang_named(w);
}

/* Blanks and the signs around a label. */
static bool is_idle(uint32_t c)
{
    return is_blank(c) || is_dash(c) || c == ':' || c == 0xFF1A || c == 0x17D6 || c == 0x17C8 || c == '(' ||
           c == ')' || c == '[' || c == ']' || c == '*' || c == '_' || c == '.' || c == 0x17D4;
}

enum lang bilingual_text_label(struct arena *scratch, const struct block *b)
{
    enum { LONGEST = 120 };
    if (b->kind != BLOCK_HEADING && b->kind != BLOCK_PARA && b->kind != BLOCK_CELL) return LANG_NONE;
    struct str text = spans_text(scratch, b->spans), word;
    struct buf bare = BUF(scratch);
    enum lang lang = LANG_NONE;
    if (text.n > LONGEST) return LANG_NONE;
    for (size_t at = 0; at < text.n;) {
        uint32_t c = utf8_next(text, &at);
        if (!is_idle(c)) buf_cp(&bare, c == '|' ? '/' : c);
    }
    for (struct str rest = buf_str(&bare); str_cut(&rest, '/', &word);) {
        enum lang own = label_of(word);
        if (own == LANG_NONE || (lang != LANG_NONE && own != lang)) return LANG_NONE;
        lang = own;
    }
    return lang;
}

size_t bilingual_text_label_spans(const struct spans *s, enum lang lang)
{
    enum { LONGEST = 40 };
    char word[LONGEST];
    size_t n = 0, bytes = 0;
    bool colon = false, open = false, shut = false, ended = false;
    for (size_t i = 0; i < s->n && s->at[i].kind == SPAN_TEXT; i++) {
        struct str text = s->at[i].text;
        for (size_t at = 0, from = 0; at < text.n; from = at) {
            uint32_t c = utf8_next(text, &at);
            if (ended && !is_blank(c)) return bytes + from;
            if (ended) continue;
            open |= c == '(' || c == '[';
            shut |= c == ')' || c == ']';
            colon |= c == ':' || c == 0xFF1A || c == 0x17D6 || c == 0x17C8;
            ended = colon || (open && shut);
            if (ended && label_of((struct str){word, n}) != lang) return 0;
            if (ended || is_idle(c)) continue;
            if (n + at - from > LONGEST) return 0;
            memcpy(word + n, text.s + from, at - from);
            n += at - from;
        }
        bytes += text.n;
    }
    return 0;
}
