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
