#include "read/dialect/inline_wiki.h"

static bool is_picture(struct str name)
{
    static const char *const ENDINGS[] = {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".heic", ".bmp"};
    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++) {
        size_t n = strlen(ENDINGS[i]);
        if (name.n > n && str_eq_fold(str_sub(name, name.n - n, name.n), str_of(ENDINGS[i]))) return true;
    }
    return false;
}

static bool is_size(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (!strchr("0123456789x", s.s[i])) return false;
    return true;
}

static void keep(struct inline_reader *n, struct str part)
{
    size_t from = (size_t)(part.s - n->text.s);
    if (part.n) rewriting_keep(n->r, from, from + part.n);
}

/* ![[picture.png|words or 300]] */
static size_t put_picture(struct inline_reader *n, size_t at, size_t to, struct str name, struct str shown)
{
    rewriting_replace(n->r, at, to, STR("!["));
    if (!is_size(shown)) keep(n, shown);
    rewriting_put(n->r, STR("](<"), at);
    keep(n, name);
    rewriting_put(n->r, STR(">)"), at);
    return n->r->done;
}

/* The name without its mark; what a note's part is called stands behind it. */
static size_t put_words(struct inline_reader *n, size_t at, size_t to, struct str name, struct str shown)
{
    struct str part = {0};
    bool parted = !shown.n && str_cut(&name, '#', &part);
    rewriting_replace(n->r, at, to, STR(""));
    keep(n, shown.n ? shown : parted ? part : name);
    if (!parted || !name.n) return n->r->done;
    if (part.n) rewriting_put(n->r, STR(" – "), at);
    if (name.s[0] != '^') keep(n, name);
    return n->r->done;
}

size_t inline_wiki_read(struct inline_reader *n, size_t at)
{
    bool picture = n->text.s[at] == '!';
    size_t from = at + picture + 2;
    if (!str_starts(str_sub(n->text, at + picture, n->to), "[[")) return 0;
    size_t reach = from + INLINE_READER_REACH < n->to ? from + INLINE_READER_REACH : n->to;
    size_t end = str_find(str_sub(n->text, 0, reach), STR("]]"), from);
    if (end == SIZE_MAX || end == from || memchr(n->text.s + from, '[', end - from)) return 0;
    struct str shown = str_sub(n->text, from, end), name = {0};
    str_cut(&shown, '|', &name);
    if (name.n && name.s[name.n - 1] == '\\') name.n--; /* \| in a table */
    name = str_trim(name);
    shown = str_trim(shown);
    if (picture && is_picture(name)) return put_picture(n, at, end + 2, name, shown);
    return put_words(n, at, end + 2, name, shown);
}
