#include "compose/annex/participant_list.h"

struct people {
    long total, women, unknown, unnamed, unread;
};

static struct people count_people(const struct corpus *c)
{
    struct people n = {.total = (long)c->nparticipants, .unread = (long)c->nunread};
    for (size_t i = 0; i < c->nparticipants; i++) {
        n.women += c->participants[i].sex == SEX_FEMALE;
        n.unknown += c->participants[i].sex == SEX_UNKNOWN;
        n.unnamed += !c->participants[i].consent_name;
    }
    return n;
}

/* -- by organization ------------------------------------------------------------------------------------- */

struct organization_count {
    struct str name; /* as typed in the list; empty: untold */
    long named, women, unknown;
};

struct organization_counts {
    VEC(struct organization_count) list; /* in the order of the list of participants */
    long most;
};

static struct organization_counts count_organizations(struct builder *p)
{
    struct organization_counts all = {0};
    struct map at = MAP(p->a);
    for (size_t i = 0; i < p->corpus->nparticipants; i++) {
        const struct participant *who = &p->corpus->participants[i];
        if (!who->consent_name) continue;
        void **slot = map_at_str(&at, who->organization);
        if (!*slot) {
            VEC_ADD(p->a, all.list, (struct organization_count){.name = who->organization});
            *slot = (void *)(uintptr_t)all.list.n;
        }
        struct organization_count *c = &all.list.at[(uintptr_t)*slot - 1];
        c->women += who->sex == SEX_FEMALE;
        c->unknown += who->sex == SEX_UNKNOWN;
        if (++c->named > all.most) all.most = c->named;
    }
    return all;
}

static void organization_cells(struct builder *p, struct node *row, const struct organization_count *c,
                               bool women)
{
    builder_cell_line(p, row, c->name.n ? bi_typed(c->name) : words_of(WORD_NOT_TOLD));
    builder_cell_once(p, row, c->named);
    if (women && c->named >= group_least(p->corpus) && !c->unknown)
        builder_cell_once(p, row, c->women);
    else
        builder_cell(p, row, bi_same(STR("–")));
}

static void organization_head(struct builder *p, struct node *table)
{
    static const enum word heads[] = {WORD_ORGANIZATION, WORD_TOTAL, WORD_WOMEN};
    struct node *head = builder_row(p, table, true);
    for (size_t i = 0; i < 6; i++) {
        builder_cell(p, head, words_of(heads[i % 3]));
        if (i % 3) table->columns[i].align = ALIGN_RIGHT;
    }
    table->columns[3].heads_row = true;
}

/* Few who are not named: what is told of all others must not tell their sex. */
static bool tells_women(const struct builder *p, struct people n)
{
    return !n.unnamed || n.unnamed >= group_least(p->corpus);
}

static void organizations_table(struct builder *p, struct node *parent, struct people n)
{
    struct organization_counts all = count_organizations(p);
    size_t half = (all.list.n + 1) / 2;
    if (all.list.n < 2 || all.most < 2) return;
    builder_par(p, parent, ROLE_SMALL,
                builder_say(p, WORD_ORGANIZATIONS_NOTE, builder_number(p, group_least(p->corpus))));
    struct node *table = builder_table(p, parent, 6);
    table->fine = table->halves = true;
    organization_head(p, table);
    for (size_t i = 0; i < half; i++) {
        struct node *row = builder_row(p, table, false);
        organization_cells(p, row, &all.list.at[i], tells_women(p, n));
        if (half + i < all.list.n) organization_cells(p, row, &all.list.at[half + i], tells_women(p, n));
        for (size_t k = 0; k < 3 && half + i >= all.list.n; k++) builder_cell(p, row, (struct bi){0});
    }
}

/* -- names ----------------------------------------------------------------------------------------------- */

static void people_table(struct builder *p, struct node *parent)
{
    static const enum word heads[] = {WORD_NUMBER, WORD_NAME, WORD_ROLE_HELD, WORD_ORGANIZATION};
    struct node *table = builder_table(p, parent, 4), *head = builder_row(p, table, true);
    table->fine = true;
    for (size_t i = 0; i < 4; i++) builder_cell(p, head, words_of(heads[i]));
    table->columns[0].whole = true;
    table->columns[0].heads_row = false, table->columns[1].heads_row = true; /* the name, not its number */
    long k = 0;
    for (size_t i = 0; i < p->corpus->nparticipants; i++) {
        const struct participant *who = &p->corpus->participants[i];
        if (!who->consent_name) continue;
        struct node *row = builder_row(p, table, false);
        row->place = who->place;
        builder_cell_once(p, row, ++k);
        builder_cell(p, row, builder_join(p, who->honorific, " ", who->name));
        builder_cell(p, row, who->role);
        builder_cell(p, row, bi_typed(who->organization));
    }
}

static void tell(struct builder *p, struct node *parent, enum word w, long n)
{
    if (n) builder_par(p, parent, ROLE_SMALL, builder_say(p, w, builder_number(p, n)));
}

/* How many there were; where not all are in the table below, how many of them are, and why. */
static struct bi people_told(struct builder *p, struct people n)
{
    struct bi told =
        builder_say(p, WORD_PEOPLE_TOTAL, builder_number(p, n.total), builder_number(p, n.women));
    if (!n.unnamed) return told;
    struct bi named = builder_number(p, n.total - n.unnamed), unnamed = builder_number(p, n.unnamed);
    return builder_join(p, told, " · ", builder_say(p, WORD_PEOPLE_NAMED, named, unnamed));
}

void participant_list_put(struct builder *p, struct node *parent)
{
    struct people n = count_people(p->corpus);
    if (n.total) builder_par(p, parent, ROLE_LEAD, people_told(p, n));
    tell(p, parent, WORD_PEOPLE_SEX_UNKNOWN, n.unknown);
    tell(p, parent, WORD_PEOPLE_UNREAD, n.unread);
    if (n.unnamed == n.total) return;
    organizations_table(p, parent, n);
    people_table(p, parent);
}
