#include "read/format/link_address.h"

#include "read/format/files.h"

bool link_address_is_good(struct str url)
{
    size_t i = 0;
    while (i < url.n && url.s[i] != ':' && url.s[i] != '/' && url.s[i] != '?' && url.s[i] != '#') i++;
    if (i == url.n || url.s[i] != ':') return true;
    struct str scheme = str_sub(url, 0, i);
    return str_eq_fold(scheme, STR("http")) || str_eq_fold(scheme, STR("https")) ||
           str_eq_fold(scheme, STR("mailto"));
}

/* A file's name and its folders are shorter. */
enum { NAME_MOST = 1024 };

size_t link_address_spaced(struct str s, size_t at)
{
    size_t to = at, most = at + NAME_MOST < s.n ? at + NAME_MOST : s.n;
    for (size_t open = 0; to < most && !strchr("<>\"\\\t", s.s[to]); to++) { /* photo (1).jpg */
        if (s.s[to] == ')' && !open) break;
        open += s.s[to] == '(';
        open -= s.s[to] == ')';
    }
    struct str name = str_sub(s, at, to);
    bool spaced = to < most && s.s[to] == ')' && name.n && memchr(name.s, ' ', name.n);
    return spaced && str_trim(name).n == name.n && files_ends(name, ".jpg .jpeg .png .svg") ? name.n : 0;
}

/* -- labels of link definitions -- */

static uint64_t fold_hash(struct str s)
{
    uint64_t h = 1469598103934665603u;
    s = str_trim(s);
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.s[i];
        h = (h ^ (c >= 'A' && c <= 'Z' ? c + 32u : c)) * 1099511628211u;
    }
    return h;
}

static bool same_label(const void *value, const void *wanted)
{
    return str_eq_fold(str_trim(*(const struct str *)value), str_trim(*(const struct str *)wanted));
}

static void note_use(struct map *used, struct str label)
{
    void **at = map_at_by(used, fold_hash(label), same_label, &label);
    if (*at) return;
    struct str *known = *at = ARENA_ONE(used->arena, struct str);
    *known = label;
}

void link_address_uses(struct map *used, struct str s, size_t own)
{
    size_t open = SIZE_MAX;
    for (size_t i = 0; i < s.n; i++) {
        if (s.s[i] == '\\')
            i++;
        else if (s.s[i] == '[')
            open = i;
        else if (s.s[i] == ']' && open != SIZE_MAX) {
            struct str label = str_sub(s, open + 1, i);
            if (label.n && open != own) note_use(used, label);
            open = SIZE_MAX;
        }
    }
}

bool link_address_used(const struct map *used, struct str label)
{
    return map_get_by(used, fold_hash(label), same_label, &label);
}
