#include "compose/annex/participant_list.h"

#include "compose/annex/participant_counts.h"

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
    participant_counts_put(p, parent);
    if (n.unnamed < n.total) people_table(p, parent);
}
