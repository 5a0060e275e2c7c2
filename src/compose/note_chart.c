#include "compose/note_chart.h"

#include "khmer/number.h"

enum { WHOLE = 100000 /* per cent, in thousandths */ };

static struct str number_in(struct arena *a, const struct node *row)
{
    const struct node *cell = row->first ? row->first->next : NULL;
    return cell ? str_trim(spans_text(a, cell->spans)) : (struct str){0};
}

static bool set_bar(struct builder *p, struct bar *b, const struct node *row)
{
    struct str typed = number_in(p->a, row);
    if (!number_read_decimal(typed, &b->value)) return false;
    b->row = row;
    b->label = row->first->spans;
    for (size_t i = 0; i < p->nlangs; i++) {
        enum lang l = p->langs[i];
        struct str digits = number_decimal(p->a, b->value, l);
        b->share[l] = str_ends(typed, "%") ? str_fmt(p->a, "%.*s%%", STR_ARGS(digits)) : digits;
    }
    return true;
}

void note_chart_draw(struct builder *p, struct node *table)
{
    struct chart *c = ARENA_ONE(p->a, struct chart);
    bool shares = true; /* a full bar is all, not the largest */
    size_t n = 0;
    table->chart = NULL;
    for (const struct node *row = table->first; row; row = row->next)
        n += row->role == ROLE_ROW && !row->head;
    c->bars = ARENA_MANY(p->a, struct bar, n ? n : 1);
    for (const struct node *row = table->first; row; row = row->next) {
        if (row->role != ROLE_ROW || row->head) continue;
        struct bar *b = &c->bars[c->nbars++];
        if (!set_bar(p, b, row)) return;
        c->most = b->value > c->most ? b->value : c->most;
        shares &= str_ends(number_in(p->a, row), "%");
    }
    if (!n) return;
    if (shares && c->most < WHOLE) c->most = WHOLE;
    table->chart = c;
    table->columns[0].heads_row = true;
}
