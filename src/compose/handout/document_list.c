#include "compose/handout/document_list.h"

#include "compose/annex/handed_in.h"
#include "compose/handout/handout_head.h"
#include "compose/session_facts.h"

/* What of a document has not come yet; empty where nothing is missing. */
static struct bi missing_of(struct builder *p, const struct handed_in *d)
{
    struct bi all = {0};
    if (!d->is_received) all = words_of(WORD_MISSING_FILE);
    for (size_t i = 0; i < p->corpus->event.nlangs; i++) {
        enum lang l = p->corpus->event.langs[i];
        if (handed_in_tells(p, l) && !d->translated[l])
            all = builder_join(p, all, ", ", words_of(words_missing_lang(l)));
    }
    return all;
}

/* Columns of both tables stand in the same places. */
static struct node *on_one_grid(const struct builder *p, struct node *table)
{
    table->fine = p->less != DOCUMENT_LIST_ONE_SIDE;
    table->columns[0].alike = table->columns[2].whole = true;
    return table;
}

/* From the third column to the last. */
static void over_the_rest(const struct node *table, struct node *cell)
{
    cell->across = (unsigned)table->ncolumns - 2;
}

static struct node *missing_head(struct builder *p, struct node *root)
{
    static const enum word heads[] = {WORD_SESSION, WORD_DOCUMENT, WORD_REGISTER_MISSING};
    struct node *table = on_one_grid(p, builder_table(p, root, handed_in_columns(p))),
                *head = builder_row(p, table, true);
    for (size_t k = 0; k < 3; k++) builder_cell(p, head, words_of(heads[k]));
    over_the_rest(table, head->last);
    return table;
}

static void missing_table(struct builder *p, struct node *root)
{
    struct node *table = NULL;
    builder_line(p, root, ROLE_H2, words_of(WORD_REGISTER_MISSING));
    for (size_t i = 0; i < p->corpus->ndocuments; i++) {
        const struct handed_in *d = &p->corpus->documents[i];
        struct bi missing = missing_of(p, d);
        if (!builder_has(missing)) continue;
        if (!table) table = missing_head(p, root);
        struct node *row = builder_row(p, table, false);
        row->place = d->place;
        builder_cell(p, row, session_facts_number(p, d->session));
        builder_cell(p, row, builder_has(d->title) ? d->title : bi_same(d->file));
        over_the_rest(table, builder_cell(p, row, missing));
    }
    bool told = false;
    for (size_t i = 0; i < p->nlangs; i++) told |= handed_in_tells(p, p->langs[i]);
    if (!table)
        builder_par(p, root, ROLE_P, words_of(told ? WORD_REGISTER_NONE : WORD_REGISTER_ALL_RECEIVED));
}

int document_list_shorter(const struct corpus *c)
{
    return c->ndocuments ? DOCUMENT_LIST_FLOWS : 0;
}

void document_list_write(struct builder *p)
{
    struct node *root = p->tree->root;
    builder_handout(p, words_of(WORD_REGISTER));
    handout_head(p, root, ROLE_TITLE, words_of(WORD_REGISTER), NULL);
    builder_faults(p, root, STR("documents."));
    missing_table(p, root);
    builder_line(p, root, ROLE_H2, handed_in_heading(p));
    handed_in_table(p, root, true);
    on_one_grid(p, root->last);
}
