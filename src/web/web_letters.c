#include "web/web_letters.h"

enum { PLANES = 0x30000, BITS = 32, MILLE = 1000 };

struct seen { /* characters */
    uint32_t *bits;
};

struct carried { /* a face that the page carries */
    struct seen seen;
    bool used[LANG_N][FONT_USES];
    enum lang script;
};

struct web_letters {
    struct arena *arena;
    struct web_store *store;
    const struct font_set *fonts;
    struct seen seen[LANG_N][FONT_USES][2][2];
    struct carried *faces; /* by their place in the set; found once all is seen */
};

struct web_letters *web_letters_new(struct arena *a, struct web_store *store)
{
    struct web_letters *l = ARENA_ONE(a, struct web_letters);
    l->arena = a;
    l->store = store;
    l->fonts = web_store_fonts(store);
    return l;
}

static void see(struct arena *a, struct seen *s, uint32_t cp)
{
    if (!s->bits) s->bits = ARENA_MANY(a, uint32_t, PLANES / BITS);
    if (cp >= ' ' && cp < PLANES) s->bits[cp / BITS] |= 1u << cp % BITS;
}

void web_letters_see(struct web_letters *l, enum lang lang, struct web_letters_type t, struct str text)
{
    struct seen *s = &l->seen[lang_or(lang, (enum lang)0)][t.use][t.bold][t.italic];
    for (size_t at = 0; at < text.n;) see(l->arena, s, utf8_next(text, &at));
}

/* -- faces ----------------------------------------------------------------------------------------------- */

static void share(struct web_letters *l, enum lang lang, enum font_use use, int bold, int italic)
{
    const uint32_t *bits = l->seen[lang][use][bold][italic].bits;
    for (uint32_t i = 0; bits && i < PLANES / BITS; i++) {
        for (uint32_t left = bits[i]; left; left &= left - 1) {
            uint32_t cp = i * BITS + (uint32_t)__builtin_ctz(left);
            enum lang own = lang_or(lang_of_letter(cp), lang);
            uint16_t face = font_set_find(l->fonts, own, use, bold, italic, &cp, 1);
            if (face == UINT16_MAX) continue;
            struct carried *f = &l->faces[face];
            see(l->arena, &f->seen, cp);
            f->used[lang][use] = true;
            if (lang_of_letter(cp) != LANG_NONE) f->script = lang_of_letter(cp);
        }
    }
}

static struct carried *faces(struct web_letters *l)
{
    if (l->faces) return l->faces;
    size_t n = font_set_count(l->fonts);
    l->faces = ARENA_MANY(l->arena, struct carried, n);
    for (size_t i = 0; i < n; i++) l->faces[i].script = LANG_NONE;
    for (int lang = 0; lang < LANG_N; lang++)
        for (int use = 0; use < FONT_USES; use++)
            for (int way = 0; way < 4; way++)
                share(l, (enum lang)lang, (enum font_use)use, way >> 1, way & 1);
    return l->faces;
}

/* Sizes are told in those of the last language's letters. */
int32_t web_letters_scale(const struct web_letters *l, enum lang lang, enum font_use use)
{
    int32_t as_large = font_set_match(l->fonts, use, (enum lang)(LANG_N - 1), lang, MILLE);
    return lang == LANG_N - 1 || as_large <= 0 ? MILLE : MILLE * MILLE / as_large;
}

/* A family is as large wherever it stands: as in the use that is its own. */
static int32_t percent(const struct web_letters *l, size_t face)
{
    enum lang lang = l->faces[face].script;
    if (lang >= LANG_N - 1) return 100;
    for (int use = 0; use < FONT_USES; use++) {
        size_t own = font_set_face(l->fonts, lang, (enum font_use)use, false, false);
        if (str_eq(font_set_info(l->fonts, own)->family, font_set_info(l->fonts, face)->family))
            return 100 * MILLE / web_letters_scale(l, lang, (enum font_use)use);
    }
    return 100 * MILLE / web_letters_scale(l, lang, FONT_BODY);
}

/* A family as a page calls it: a font's name is anybody's text, and stays out of the rules around it. */
static struct str page_family(struct web_letters *l, size_t face)
{
    struct str family = font_set_info(l->fonts, face)->family;
    struct buf b = BUF(l->arena);
    bool plain = true;
    buf_put(&b, "s ");
    for (size_t i = 0; i < family.n; i++) {
        char c = family.s[i], low = (char)str_low(c);
        bool kept = (low >= 'a' && low <= 'z') || (c >= '0' && c <= '9') || c == ' ';
        buf_byte(&b, kept ? c : '-');
        plain = plain && kept;
    }
    if (!plain) buf_fmt(&b, " %08x", (unsigned)str_hash(family)); /* two may look alike by now */
    return buf_str(&b);
}

static struct str subset(struct web_letters *l, size_t face)
{
    VEC(uint32_t) cps = {0};
    const uint32_t *bits = l->faces[face].seen.bits;
    for (uint32_t i = 0; i < PLANES / BITS; i++)
        for (uint32_t left = bits[i]; left; left &= left - 1)
            VEC_ADD(l->arena, cps, i * BITS + (uint32_t)__builtin_ctz(left));
    return web_store_font(l->store, face, cps.at, cps.n);
}

bool web_letters_fonts(struct web_letters *l, struct buf *css,
                       void (*put_address)(void *with, struct buf *css, struct str font), void *with)
{
    struct carried *all = faces(l);
    for (size_t i = 0; i < font_set_count(l->fonts); i++) {
        if (!all[i].seen.bits) continue;
        const struct face_info *info = font_set_info(l->fonts, i);
        struct str font = subset(l, i);
        if (!font.n) return font_set_refuse(l->fonts, i), false;
        buf_fmt(css, "@font-face{font-family:\"%.*s\";font-weight:%d;font-style:%s;font-display:swap;",
                STR_ARGS(page_family(l, i)), info->bold ? 700 : 400, info->italic ? "italic" : "normal");
        int32_t size = percent(l, i);
        if (size != 100) buf_fmt(css, "size-adjust:%d%%;", (int)size);
        buf_put(css, "src:url(");
        put_address(with, css, font);
        buf_put(css, ") format(\"woff\")}\n");
    }
    return true;
}

static bool put_family(struct web_letters *l, struct buf *css, size_t face, struct buf *named)
{
    struct str quoted = str_fmt(l->arena, "\"%.*s\"", STR_ARGS(page_family(l, face)));
    if (str_find(buf_str(named), quoted, 0) != SIZE_MAX) return false;
    buf_add(named, quoted);
    buf_fmt(css, "%.*s,", STR_ARGS(quoted));
    return true;
}

void web_letters_families(struct web_letters *l, struct buf *css, enum lang lang, enum font_use use)
{
    static const char *const ELSE[FONT_USES] = {"serif", "sans-serif", "sans-serif", "monospace"};
    struct buf named = BUF(l->arena);
    struct carried *all = faces(l);
    size_t n = font_set_count(l->fonts), own = font_set_face(l->fonts, lang, use, false, false);
    if (own < n && all[own].seen.bits) put_family(l, css, own, &named);
    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < n; i++)
            if (all[i].used[lang][use] && (all[i].script == lang) == !round) put_family(l, css, i, &named);
    buf_put(css, ELSE[use]);
}
