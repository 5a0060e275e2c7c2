#include "model/bilingual_text.h"

#include "base/unicode.h"

enum {
    MOST = 3,        /* so many times the other language's letters make it a text in one */
    PART_PURE = 80,  /* of a part's letters, in hundredths: its language's */
    ACRONYM = 6,     /* letters of the longest: OPENING is a word */
    HEADING_WEAK = 3 /* capitals that make a heading English where there is nothing else: GOALS */
};

/* -- letters -- */

static bool is_khmer(uint32_t c)
{
    return c >= 0x1780 && c <= 0x17D2;
}

static bool is_latin(uint32_t c)
{
    uint32_t bare = unicode_bare(c);
    return (bare >= 'a' && bare <= 'z') || (bare >= 'A' && bare <= 'Z') ||
           (c >= 0xC0 && c <= 0x24F && c != 0xD7);
}

static bool is_capital(uint32_t c)
{
    uint32_t bare = unicode_bare(c);
    return bare >= 'A' && bare <= 'Z';
}

static bool is_blank(uint32_t c)
{
    return c <= ' ' || c == 0xA0 || c == 0x200B || c == 0x202F || c == 0x3000;
}

struct letter_count {
    size_t of[LANG_N];
    size_t weak; /* Latin letters of words that both languages write alike */
};

static void count_word(struct letter_count *n, size_t letters, size_t capitals)
{
    bool shared = letters < 2 || (capitals > 1 && (capitals < letters || letters <= ACRONYM));
    *(shared ? &n->weak : &n->of[LANG_EN]) += letters;
}

/* A page's, a letter's, a file's. */
static bool is_address(struct str s)
{
    static const char *const ENDS[] = {".png", ".jpg", ".jpeg", ".pdf"};
    bool found = str_find(s, STR("://"), 0) != SIZE_MAX || memchr(s.s, '@', s.n) || str_starts(s, "www.");
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++) found = found || str_ends(s, ENDS[i]);
    return found;
}

static void count_token(struct letter_count *n, struct str s)
{
    size_t letters = 0, capitals = 0;
    bool address = is_address(s);
    for (size_t at = 0; at < s.n;) {
        uint32_t c = utf8_next(s, &at);
        bool latin = is_latin(c) && !address;
        n->of[LANG_KM] += is_khmer(c);
        if (!latin && letters && c != '\'' && c != 0x2019)
            count_word(n, letters, capitals), letters = capitals = 0;
        letters += latin;
        capitals += latin && is_capital(c);
    }
    if (letters) count_word(n, letters, capitals);
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

static enum lang lang_of(const size_t letters[LANG_N])
{
    size_t km = letters[LANG_KM], en = letters[LANG_EN];
    if (km + en < 2) return LANG_NONE;
    return km >= MOST * en ? LANG_KM : en >= MOST * km ? LANG_EN : LANG_NONE;
}

enum lang bilingual_text_lang(const struct bilingual_text *t)
{
    return lang_of(t->letters);
}

size_t bilingual_text_letters(const struct bilingual_text *t)
{
    size_t n = 0;
    for (int l = 0; l < LANG_N; l++) n += t->letters[l];
    return n;
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

static void cut_text(struct text_parts *p, size_t span)
{
    struct str text = p->block->spans.at[span].text;
    size_t from = 0, bytes;
    for (size_t at = 0; at < text.n;) {
        size_t before = at;
        uint32_t c = utf8_next(text, &at);
        if (parts_here(p->block, text, before, &bytes)) {
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

/* Both say about as much, in turn, and each part is in its language. */
static bool is_parted(const struct text_parts *p)
{
    size_t all[LANG_N] = {0};
    for (size_t i = 0; i < p->list.n; i++) {
        const struct text_part *x = &p->list.at[i];
        size_t sum = x->n.of[LANG_KM] + x->n.of[LANG_EN];
        if (x->lang == LANG_NONE || x->n.of[x->lang] * 100 < sum * PART_PURE) return false;
        all[x->lang] += sum;
    }
    size_t km = all[LANG_KM], en = all[LANG_EN];
    return p->list.n && p->list.n % 2 == 0 && km <= en * 4 && en <= km * 4;
}

struct bilingual_text bilingual_text_read(struct arena *scratch, const struct block *b)
{
    struct bilingual_text t = {.lang = LANG_NONE};
    struct arena_mark mark = arena_mark(scratch);
    struct text_parts p = parts_of(scratch, b);
    size_t weak = 0;
    for (size_t i = 0; i < p.list.n; i++) {
        for (int l = 0; l < LANG_N; l++) t.letters[l] += p.list.at[i].n.of[l];
        weak += p.list.at[i].n.weak;
    }
    if (b->kind == BLOCK_HEADING && !t.letters[LANG_KM] && weak >= HEADING_WEAK) t.letters[LANG_EN] += weak;
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

static enum lang label_of(struct str word)
{
    static const struct {
        const char *word;
        enum lang lang;
    } WORDS[] = {{"english", LANG_EN},
                 {"englishversion", LANG_EN},
                 {"englishtext", LANG_EN},
                 {"englishtranslation", LANG_EN},
                 {"inenglish", LANG_EN},
                 {"en", LANG_EN},
                 {"eng", LANG_EN},
                 {"អង់គ្លេស", LANG_EN},
                 {"ភាសាអង់គ្លេស", LANG_EN},
                 {"ជាភាសាអង់គ្លេស", LANG_EN},
                 {"អត្ថបទជាភាសាអង់គ្លេស", LANG_EN},
                 {"khmer", LANG_KM},
                 {"khmerversion", LANG_KM},
                 {"khmertext", LANG_KM},
                 {"khmertranslation", LANG_KM},
                 {"inkhmer", LANG_KM},
                 {"km", LANG_KM},
                 {"kh", LANG_KM},
                 {"khm", LANG_KM},
                 {"ខ្មែរ", LANG_KM},
                 {"ភាសាខ្មែរ", LANG_KM},
                 {"ជាភាសាខ្មែរ", LANG_KM},
                 {"អត្ថបទជាភាសាខ្មែរ", LANG_KM},
                 {"ខេមរភាសា", LANG_KM}};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (str_eq_fold(word, str_of(WORDS[i].word))) return WORDS[i].lang;
    return LANG_NONE;
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
