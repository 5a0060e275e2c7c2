#include "read/note/chart_fence.h"

#include "khmer/number.h"

/* The next word of a text, which is cut off. */
static struct str word_of(struct str *rest)
{
    struct str word;
    *rest = str_trim(*rest);
    if (!str_cut(rest, ' ', &word)) word = (struct str){0};
    return word;
}

bool chart_fence_is(struct str info)
{
    return str_eq_fold(word_of(&info), STR("chart"));
}

static struct str cell_text(struct arena *a, const struct block *cell)
{
    return cell ? str_trim(spans_text(a, cell->spans)) : (struct str){0};
}

static bool is_bar(struct arena *a, const struct block *row)
{
    const struct block *label = row->first, *number = label ? label->next : NULL;
    long value;
    return number && !number->next && cell_text(a, label).n &&
           number_read_decimal(cell_text(a, number), &value);
}

struct str chart_fence_mark(struct job *job, struct block *table, struct str info)
{
    word_of(&info);
    struct str rest = info, kind = word_of(&rest);
    bool bar = str_eq_fold(kind, STR("bar")) || str_eq_fold(kind, STR("bars"));
    if (kind.n && !bar) diag_tell(job->diags, DIAG_CHART_KIND, table->place, kind);
    struct block *first = table->first, *bad = NULL;
    first->head = first->next && !is_bar(job->scratch, first);
    for (struct block *row = first->head ? first->next : first; row && !bad; row = row->next)
        if (!is_bar(job->scratch, row)) bad = row;
    if (first->head && (!first->first || !first->first->next || first->first->next->next)) bad = first;
    table->chart = !bad;
    first->head |= bad != NULL;
    if (bad) diag_tell(job->diags, DIAG_CHART_ROW, bad->place);
    return str_trim(rest);
}
