#include "pdf/structure/tongue.h"

#include "base/unicode.h"

static const char HAN[] = "zh", JAPANESE[] = "ja", VIETNAMESE[] = "vi", GREEK[] = "el";

enum { GREEK_LEAST = 3 }; /* letters in a row: fewer are formulas, ΔH and π */

/* By their beginnings; NULL: whose letters are looked at one by one, or signs. */
static const struct {
    uint32_t from;
    const char *tag;
} SCRIPTS[] = {
    {0, NULL},           {0x370, GREEK},     {0x400, "und-Cyrl"}, {0x530, "hy"},        {0x590, "he"},
    {0x600, "und-Arab"}, {0x700, NULL},      {0x900, "und-Deva"}, {0x980, "und-Beng"},  {0xA00, "pa"},
    {0xA80, "gu"},       {0xB00, "or"},      {0xB80, "ta"},       {0xC00, "te"},        {0xC80, "kn"},
    {0xD00, "ml"},       {0xD80, "si"},      {0xE00, "th"},       {0xE80, "lo"},        {0xF00, "bo"},
    {0x1000, "my"},      {0x10A0, "ka"},     {0x1100, "ko"},      {0x1200, "und-Ethi"}, {0x13A0, NULL},
    {0x1F00, GREEK},     {0x2000, NULL},     {0x3040, JAPANESE},  {0x3100, HAN},        {0x3130, "ko"},
    {0x3190, HAN},       {0x31F0, JAPANESE}, {0x3200, NULL},      {0x3400, HAN},        {0x4DC0, NULL},
    {0x4E00, HAN},       {0xA000, NULL},     {0xAC00, "ko"},      {0xD7B0, NULL},       {0xF900, HAN},
    {0xFB00, NULL},      {0xFF66, JAPANESE}, {0xFFA0, "ko"},      {0xFFE0, NULL},       {0x20000, HAN},
    {0x32000, NULL},
};

static const char *of_script(uint32_t cp)
{
    size_t from = 0, to = sizeof SCRIPTS / sizeof *SCRIPTS;
    while (to - from > 1) {
        size_t mid = from + (to - from) / 2;
        if (SCRIPTS[mid].from <= cp)
            from = mid;
        else
            to = mid;
    }
    return SCRIPTS[from].tag;
}

/* -- Vietnamese words -- */

enum vietnamese { NOT_A_LETTER, PLAIN /* anybody's */, MAYBE /* an accent that it has too */, CERTAIN };

/* ẹ ị ọ ụ are Yoruba's and Igbo's, too, ẽ ỹ Guarani's. */
static bool is_shared(uint32_t cp)
{
    static const uint32_t SMALL[] = {0x1EB9, 0x1EBD, 0x1ECB, 0x1ECD, 0x1EE5, 0x1EF9};
    for (size_t i = 0; i < sizeof SMALL / sizeof *SMALL; i++)
        if ((cp | 1) == SMALL[i]) return true;
    return false;
}

/* ơ ư and their capitals, ạ to ỹ, and the same with marks of their own (hook above, horn). */
static enum vietnamese kind_of(uint32_t cp)
{
    if (cp >= 0x1EA0 && cp <= 0x1EF9) return is_shared(cp) ? MAYBE : CERTAIN;
    if (cp == 0x1A0 || cp == 0x1A1 || cp == 0x1AF || cp == 0x1B0) return CERTAIN;
    if (cp == 0x309 || cp == 0x31B) return CERTAIN;
    if (unicode_accent(cp)) return MAYBE;
    if (lang_of_letter(cp) != LANG_EN) return NOT_A_LETTER;
    return cp < 0x80 ? PLAIN : MAYBE;
}

static enum vietnamese cluster_kind(const struct cluster_glyphs *c)
{
    enum vietnamese most = NOT_A_LETTER;
    for (size_t at = 0; at < c->text.n;) {
        enum vietnamese k = kind_of(utf8_next(c->text, &at));
        most = k > most ? k : most;
    }
    return most;
}

static bool is_space(const struct cluster_glyphs *c)
{
    return str_is(c->text, " ");
}

/* The end of the word that begins at a cluster, and the surest that any of its letters tells. */
static size_t word_end(const struct item *it, size_t at, enum vietnamese *most)
{
    *most = NOT_A_LETTER;
    for (; at < it->nclusters; at++) {
        enum vietnamese k = cluster_kind(it->clusters[at].glyphs);
        if (!k) break;
        *most = k > *most ? k : *most;
    }
    return at;
}

static void mark(const char **tongues, size_t from, size_t to)
{
    while (from < to) tongues[from++] = VIETNAMESE;
}

/* Words with a letter of its own, and words with accents next to them: Hà beside Nội. */
static void find_vietnamese(const struct item *it, const char **tongues)
{
    bool is = false;
    size_t to, maybe = SIZE_MAX; /* maybe: words with accents begin there */
    for (size_t at = 0; at < it->nclusters; at = to) {
        enum vietnamese most;
        to = word_end(it, at, &most);
        bool space = to == at && is_space(it->clusters[at].glyphs);
        if (to == at) to++;
        if (most == CERTAIN) mark(tongues, maybe < at ? maybe : at, to);
        if (most == MAYBE && is) mark(tongues, at, to);
        is = most == CERTAIN || (is && (most == MAYBE || space));
        if (most == MAYBE && !is)
            maybe = maybe < at ? maybe : at;
        else if (!space)
            maybe = SIZE_MAX;
    }
}

/* -- all -- */

static void drop_formulas(const char **tongues, size_t n)
{
    for (size_t at = 0, to; at < n; at = to) {
        for (to = at; to < n && tongues[to] == GREEK; to++) {
        }
        for (size_t k = at; k < to && to - at < GREEK_LEAST; k++) tongues[k] = NULL;
        if (to == at) to++;
    }
}

static const char *of_cluster(const struct cluster_glyphs *c)
{
    size_t at = 0;
    return c->khmer || !c->text.n ? NULL : of_script(utf8_next(c->text, &at));
}

/* Most texts have none: that is found fast. */
static bool has_any(const struct item *it, bool *vietnamese, bool *kana)
{
    bool any = *vietnamese = *kana = false;
    for (size_t i = 0; i < it->nclusters; i++) {
        const struct cluster_glyphs *c = it->clusters[i].glyphs;
        if (c->khmer || (c->text.n == 1 && (unsigned char)c->text.s[0] < 0x80)) continue;
        const char *tag = of_cluster(c);
        any |= tag != NULL;
        *kana |= tag == JAPANESE;
        *vietnamese |= !tag && cluster_kind(c) == CERTAIN;
    }
    return any || *vietnamese;
}

const char **tongue_find(struct arena *a, const struct item *it)
{
    bool vietnamese, kana;
    if (!has_any(it, &vietnamese, &kana)) return NULL;
    const char **tongues = ARENA_MANY(a, const char *, it->nclusters);
    for (size_t i = 0; i < it->nclusters; i++) {
        tongues[i] = of_cluster(it->clusters[i].glyphs);
        if (tongues[i] == HAN && kana) tongues[i] = JAPANESE;
    }
    drop_formulas(tongues, it->nclusters);
    if (vietnamese) find_vietnamese(it, tongues);
    return tongues;
}
