#include "app/document_names.h"

#include "app/writers.h"

static bool is_named(struct str document, struct str name)
{
    name = writers_bare(name);
    struct str bare = str_starts(document, "handouts/") ? str_sub(document, 9, document.n) : document;
    return str_eq(document, name) || str_eq(bare, name);
}

static bool any_named(const struct wanted *all, size_t n, struct str name)
{
    for (size_t i = 0; i < n; i++)
        if (is_named(all[i].name, name)) return true;
    return false;
}

bool document_names_mean(const struct wanted *all, size_t n, size_t at, struct str name)
{
    return any_named(all, n, name) ? is_named(all[at].name, name) : str_is(name, compose_family(&all[at]));
}

size_t document_names_count(const struct wanted *all, size_t n, struct str name, size_t *first)
{
    size_t count = 0;
    for (size_t i = n; i-- > 0;)
        if (document_names_mean(all, n, i, name)) {
            count++;
            *first = i;
        }
    return count;
}
