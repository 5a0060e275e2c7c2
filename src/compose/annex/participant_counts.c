#include "compose/annex/participant_counts.h"

#include <stdlib.h>

/* -- what may be told ------------------------------------------------------------------------------------ */

static struct participant_count sum_of(struct participant_count a, const struct participant_count *b)
{
    a.n += b->n;
    a.women += b->women;
    a.unknown += b->unknown;
    return a;
}

/* Enough people, and not all known to be of one sex. */
static bool is_safe(const struct participant_count *c, long least)
{
    return c->n >= least && c->women > 0 && c->women + c->unknown < c->n;
}

/* All who are in no group whose women are told: their number comes out by subtraction. */
static struct participant_count rest_of(const struct participant_count *groups, size_t n,
                                        struct participant_count all)
{
    for (size_t i = 0; i < n; i++) {
        if (!groups[i].tells) continue;
        all.n -= groups[i].n;
        all.women -= groups[i].women;
        all.unknown -= groups[i].unknown;
    }
    return all;
}

static struct participant_count *smallest_told(struct participant_count *groups, size_t n)
{
    struct participant_count *least = NULL;
    for (size_t i = 0; i < n; i++)
        if (groups[i].tells && (!least || groups[i].n < least->n)) least = &groups[i];
    return least;
}

void participant_counts_settle(struct participant_count *groups, size_t n, struct participant_count all,
                               long least)
{
    for (size_t i = 0; i < n; i++) groups[i].tells = !groups[i].unknown && is_safe(&groups[i], least);
    for (struct participant_count *last; (last = smallest_told(groups, n)) != NULL; last->tells = false) {
        struct participant_count rest = rest_of(groups, n, all);
        if (!rest.n || is_safe(&rest, least)) return;
    }
}

static int larger_first(const void *a, const void *b)
{
    const struct participant_count *x = a, *y = b;
    if (x->n != y->n) return x->n > y->n ? -1 : 1;
    return bi_cmp(x->name, y->name);
}

size_t participant_counts_pool(struct participant_count *groups, size_t n, long least)
{
    struct participant_count pool = {.name = words_of(WORD_OTHERS), .kind = PARTICIPANT_COUNT_OTHERS};
    if (n) qsort(groups, n, sizeof *groups, larger_first);
    while (n && (groups[n - 1].n < least || (pool.n && pool.n < least))) pool = sum_of(pool, &groups[--n]);
    if (pool.n) groups[n++] = pool;
    return n;
}

static int in_order(const void *a, const void *b)
{
    const struct participant_count *x = a, *y = b;
    if (x->kind != y->kind) return x->kind < y->kind ? -1 : 1;
    if (x->n != y->n) return x->n > y->n ? -1 : 1;
    return x->at < y->at ? -1 : x->at > y->at;
}

void participant_counts_order(struct participant_count *groups, size_t n)
{
    if (n) qsort(groups, n, sizeof *groups, in_order);
}

/* -- groups ---------------------------------------------------------------------------------------------- */

struct counts {
    VEC(struct participant_count) list; /* in the order of the list of participants */
    struct map at;
};

static void count_one(struct participant_count *c, const struct participant *who)
{
    c->n++;
    c->women += who->sex == SEX_FEMALE;
    c->unknown += who->sex == SEX_UNKNOWN;
}

static void count_in(struct builder *p, struct counts *all, struct bi name, const struct participant *who)
{
    struct str key = bi_get(name, (enum lang)0, NULL);
    void **slot = map_at_str(&all->at, key);
    if (!*slot) {
        struct participant_count one = {.name = key.n ? name : words_of(WORD_NOT_TOLD), .at = all->list.n};
        one.kind = key.n ? PARTICIPANT_COUNT_NAMED : PARTICIPANT_COUNT_UNTOLD;
        VEC_ADD(p->a, all->list, one);
        *slot = (void *)(uintptr_t)all->list.n;
    }
    count_one(&all->list.at[(uintptr_t)*slot - 1], who);
}

static struct participant_count count_all(const struct corpus *c)
{
    struct participant_count all = {.name = words_of(WORD_TOTAL)};
    for (size_t i = 0; i < c->nparticipants; i++) count_one(&all, &c->participants[i]);
    return all;
}

/* -- tables ---------------------------------------------------------------------------------------------- */

struct participant_sums { /* a table: its groups, then lines that add them up */
    const struct participant_count *groups, *totals;
    size_t n, ntotals;
    enum word head;
    bool women;
};

static void number_cells(struct builder *p, struct node *row, const struct participant_sums *s,
                         const struct participant_count *c)
{
    builder_cell_once(p, row, c->n);
    if (!s->women) return;
    if (c->tells)
        builder_cell_once(p, row, c->women);
    else
        builder_cell(p, row, bi_same(STR("–")));
}

static void group_row(struct builder *p, struct node *table, const struct participant_sums *s, size_t i)
{
    struct node *row = builder_row(p, table, false);
    builder_cell_line(p, row, s->groups[i].name);
    number_cells(p, row, s, &s->groups[i]);
}

/* The last is of all. */
static void total_row(struct builder *p, struct node *table, const struct participant_sums *s, size_t i)
{
    struct node *row = builder_row(p, table, false), *first = builder_cell_line(p, row, s->totals[i].name);
    row->sums = true;
    number_cells(p, row, s, &s->totals[i]);
    for (struct node *cell = first; cell && i + 1 == s->ntotals; cell = cell->next) builder_strong(cell);
}

static void sums_table(struct builder *p, struct node *parent, const struct participant_sums *s)
{
    const enum word heads[] = {s->head, WORD_TOTAL, WORD_WOMEN};
    size_t width = s->women ? 3 : 2;
    struct node *table = builder_table(p, parent, width), *head = builder_row(p, table, true);
    table->fine = true;
    table->two_up = TWO_UP_DOWN;
    for (size_t i = 0; i < width; i++) {
        builder_cell(p, head, words_of(heads[i]));
        if (i) table->columns[i].align = ALIGN_RIGHT;
    }
    for (size_t i = 0; i < s->n; i++) group_row(p, table, s, i);
    for (size_t i = 0; i < s->ntotals; i++) total_row(p, table, s, i);
}

/* True where a table was put. */
static bool provinces(struct builder *p, struct node *parent)
{
    const struct corpus *c = p->corpus;
    long least = group_least(c);
    struct counts all = {.at = MAP(p->a)};
    struct participant_count total = count_all(c);
    bool any = false;
    for (size_t i = 0; i < c->nparticipants; i++) {
        any |= !bi_empty(c->participants[i].province);
        count_in(p, &all, c->participants[i].province, &c->participants[i]);
    }
    size_t n = any ? participant_counts_pool(all.list.at, all.list.n, least) : 0;
    if (n < 2) return false;
    participant_counts_settle(all.list.at, n, total, least);
    participant_counts_order(all.list.at, n);
    total.tells = true;
    builder_par(p, parent, ROLE_SMALL, builder_say(p, WORD_PROVINCES_NOTE, builder_number(p, least)));
    sums_table(p, parent, &(struct participant_sums){all.list.at, &total, n, 1, WORD_PROVINCE, true});
    return true;
}

/* Where every group tells its women, so do those who are named and the rest: both come out by sums. */
static void add_totals(const struct corpus *c, const struct counts *groups,
                       const struct participant_count *total, struct participant_count *totals, size_t *n)
{
    struct participant_count named = {.name = words_of(WORD_NAMED_HERE)},
                             unnamed = {.name = words_of(WORD_NOT_NAMED_HERE)};
    for (size_t i = 0; i < c->nparticipants; i++)
        count_one(c->participants[i].consent_name ? &named : &unnamed, &c->participants[i]);
    bool all = total->tells;
    for (size_t i = 0; i < groups->list.n; i++) all = all && groups->list.at[i].tells;
    named.tells = unnamed.tells = all;
    if (unnamed.n) totals[(*n)++] = named, totals[(*n)++] = unnamed;
    totals[(*n)++] = *total;
}

static void organizations(struct builder *p, struct node *parent, bool women)
{
    const struct corpus *c = p->corpus;
    struct counts all = {.at = MAP(p->a)};
    struct participant_count total = count_all(c), totals[3];
    struct participant_sums s = {.head = WORD_ORGANIZATION, .women = women, .totals = totals};
    long most = 0;
    for (size_t i = 0; i < c->nparticipants; i++) {
        struct str name = c->participants[i].organization;
        if (c->participants[i].consent_name)
            count_in(p, &all, name.n ? bi_typed(name) : (struct bi){0}, &c->participants[i]);
    }
    for (size_t i = 0; i < all.list.n; i++) most = all.list.at[i].n > most ? all.list.at[i].n : most;
    if (all.list.n < 2 || most < 2) return;
    if (women) participant_counts_settle(all.list.at, all.list.n, total, group_least(c));
    participant_counts_order(all.list.at, all.list.n);
    total.tells = women;
    add_totals(c, &all, &total, totals, &s.ntotals);
    s.groups = all.list.at;
    s.n = all.list.n;
    builder_par(p, parent, ROLE_SMALL,
                women ? builder_say(p, WORD_ORGANIZATIONS_NOTE, builder_number(p, group_least(c)))
                      : words_of(WORD_ORGANIZATIONS_NAMED));
    sums_table(p, parent, &s);
}

void participant_counts_put(struct builder *p, struct node *parent)
{
    bool told = provinces(p, parent);
    organizations(p, parent, !told);
}
