#include "compose/annex/handed_in.h"

#include "compose/calendar.h"
#include "compose/session_facts.h"

static void mark_cell(struct builder *p, struct node *row, bool yes)
{
    builder_cell(p, row, words_of(yes ? WORD_YES_MARK : WORD_NO_MARK));
}

static void document_row(struct builder *p, struct node *table, const struct handed_in *d)
{
    struct node *row = builder_row(p, table, false);
    row->place = d->place;
    builder_cell(p, row, session_facts_number(p, d->session));
    builder_cell(p, row, builder_has(d->title) ? d->title : bi_same(d->file));
    if (d->is_received && d->received_on.year)
        builder_cell(p, row, calendar_date(p, d->received_on));
    else
        mark_cell(p, row, d->is_received);
    for (int l = 0; l < LANG_N; l++) mark_cell(p, row, d->translated[l]);
}

static struct bi total(struct builder *p)
{
    long received = 0, in[LANG_N] = {0};
    for (size_t i = 0; i < p->corpus->ndocuments; i++) {
        received += p->corpus->documents[i].is_received;
        for (int l = 0; l < LANG_N; l++) in[l] += p->corpus->documents[i].translated[l];
    }
    return builder_say(p, WORD_DOCUMENTS_TOTAL, builder_number(p, (long)p->corpus->ndocuments),
                       builder_number(p, received), builder_number(p, in[0]), builder_number(p, in[1]));
}

void handed_in_table(struct builder *p, struct node *parent)
{
    static const enum word heads[] = {WORD_SESSION, WORD_DOCUMENT, WORD_RECEIVED, WORD_IN_KHMER,
                                      WORD_IN_ENGLISH};
    builder_par(p, parent, ROLE_LEAD, total(p));
    struct node *table = builder_table(p, parent, 5), *head = builder_row(p, table, true);
    table->fine = table->columns[2].whole = true;
    for (size_t i = 0; i < 5; i++) builder_cell(p, head, words_of(heads[i]));
    for (size_t i = 0; i < p->corpus->ndocuments; i++) document_row(p, table, &p->corpus->documents[i]);
}
