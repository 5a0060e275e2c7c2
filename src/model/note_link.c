#include "model/note_link.h"

struct str note_link_bare(struct str name)
{
    static const char *const ENDS[] = {".md", ".markdown", ".txt", ".docx", ".odt"};
    size_t hash = str_find(name, STR("#"), 0);
    if (hash != SIZE_MAX) name = str_sub(name, 0, hash);
    for (size_t i = name.n; i-- > 0;)
        if (name.s[i] == '/' || name.s[i] == '\\') {
            name = str_sub(name, i + 1, name.n);
            break;
        }
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++) {
        struct str end = str_of(ENDS[i]);
        if (name.n > end.n && str_eq_fold(str_sub(name, name.n - end.n, name.n), end)) name.n -= end.n;
    }
    return str_trim(name);
}

static bool is_meant(const struct note *n, struct str bare)
{
    if (str_eq_fold(bare, n->stem)) return true;
    for (int l = 0; l < LANG_N; l++)
        if (n->doc[l] && str_eq_fold(bare, note_link_bare(n->doc[l]->source->path))) return true;
    return false;
}

const struct note *note_link_find(const struct corpus *corpus, struct str address)
{
    struct str bare = note_link_bare(address);
    for (size_t i = 0; i < corpus->nnotes && bare.n; i++)
        if (is_meant(&corpus->notes[i], bare)) return &corpus->notes[i];
    for (size_t i = 0; i < corpus->nnotes && bare.n; i++)
        if (str_eq_fold(bare, corpus->notes[i].session)) return &corpus->notes[i];
    return NULL;
}
