#include "read/dialect/inline_example.h"

#include "read/dialect/verbatim.h"

enum { LABEL_MOST = 40 };

/* "(@label)" at a byte: bytes, or 0. */
static size_t label_at(struct str text, size_t at, size_t to, struct str *label)
{
    size_t end = at + 2;
    if (!str_starts(str_sub(text, at, to), "(@")) return 0;
    while (end < to && end < at + LABEL_MOST && !strchr(") \t(@", text.s[end])) end++;
    *label = str_sub(text, at + 2, end);
    return end < to && text.s[end] == ')' ? end + 1 - at : 0;
}

void inline_example_find(struct inline_reader *n, const struct source *source, const bool *code)
{
    n->examples = n->labels = MAP(n->job->scratch);
    if (str_find(n->text, STR("(@"), 0) == SIZE_MAX) return;
    for (size_t line = 1; line <= source->nlines; line++) {
        struct str label;
        size_t from = source->lines[line - 1], to = from + source_line(source, line).n;
        size_t at = verbatim_skip(n->text, from, to),
               bytes = code[line] ? 0 : label_at(n->text, at, to, &label);
        if (!bytes || at + bytes >= to || !verbatim_blank(n->text, at + bytes)) continue;
        uintptr_t number = ++n->nexamples;
        map_put_number(&n->examples, at + 1, number);
        if (!label.n) continue;
        void **known = map_at_str(&n->labels, label);
        if (!*known) *known = (void *)number;
    }
}

/* An example that begins here goes by its place, one that is named by its label. */
size_t inline_example_read(struct inline_reader *n, size_t at)
{
    struct str label;
    size_t bytes = n->nexamples ? label_at(n->text, at, n->to, &label) : 0;
    if (!bytes) return 0;
    size_t number = map_number(&n->examples, at + 1);
    if (!number && label.n) number = (size_t)(uintptr_t)map_get_str(&n->labels, label);
    if (!number) return 0;
    return rewriting_replace(n->r, at, at + bytes, str_fmt(n->job->scratch, "(%zu)", number));
}
