/* Bytes as a YAML file and as a table. */
#include "read/format/csv.h"
#include "read/format/encoding.h"
#include "read/format/yaml.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static size_t walk(const struct yaml_node *n, int depth)
{
    size_t sum = 0;
    if (depth > 40) abort(); /* yaml.h promises 32 */
    for (; n; n = n->next) {
        if (n->place.source && n->place.offset > n->place.source->text.n) abort();
        sum += n->text.n + walk(n->first, depth + 1);
    }
    return sum;
}

static void rows(struct job *job, const struct source *s)
{
    struct csv_rows r = csv_read(job, s, 0, s->text.n);
    for (size_t i = 0; i < r.n; i++)
        for (size_t k = 0; k < r.at[i].n; k++) {
            const struct csv_cell *c = &r.at[i].cells[k];
            if (c->place.source && c->place.offset > s->text.n) abort();
            if (utf8_bad(c->text) != c->text.n) abort();
        }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct options options = {.input = STR(".")};
    struct arena *keep = arena_new(), *scratch = arena_new();
    struct job job = {.keep = keep, .scratch = scratch, .diags = diags_new(keep), .options = &options};
    struct str bytes = str_copy(keep, (struct str){(const char *)data, size});
    const struct source *s = encoding_source(&job, STR("a.csv"), bytes);
    if (s) {
        walk(yaml_read(&job, s, 0, s->text.n), 0);
        rows(&job, s);
    }
    diag_sort(job.diags);
    arena_free(scratch);
    arena_free(keep);
    return 0;
}
