#include "compose/calendar.h"
#include "compose/documents.h"
#include "compose/report/annex.h"
#include "compose/session_facts.h"

/* What of a document has not come yet; empty where nothing is missing. */
static struct bi missing_of(struct pen *p, const struct handed_in *d)
{
    struct bi all = {0};
    if (!d->is_received) all = words_of(WORD_MISSING_FILE);
    for (size_t i = 0; i < p->corpus->event.nlangs; i++) {
        enum lang l = p->corpus->event.langs[i];
        if (!d->translated[l])
            all = pen_join(p, all, ", ", words_of(l == LANG_KM ? WORD_MISSING_KM : WORD_MISSING_EN));
    }
    return all;
}

static void missing_table(struct pen *p, struct node *root)
{
    static const enum word heads[] = {WORD_SESSION, WORD_DOCUMENT, WORD_REGISTER_MISSING};
    struct node *table = NULL;
    pen_block(p, root, ROLE_H2, words_of(WORD_REGISTER_MISSING));
    for (size_t i = 0; i < p->corpus->ndocuments; i++) {
        const struct handed_in *d = &p->corpus->documents[i];
        struct bi missing = missing_of(p, d);
        if (!pen_has(missing)) continue;
        if (!table) {
            table = pen_table(p, root, 3);
            struct node *head = pen_row(p, table, true);
            for (size_t k = 0; k < 3; k++) pen_cell(p, head, words_of(heads[k]));
        }
        struct node *row = pen_row(p, table, false);
        row->place = d->place;
        pen_cell(p, row, session_number(p, d->session));
        pen_cell(p, row, pen_has(d->title) ? d->title : pen_same(d->file));
        pen_cell(p, row, missing);
    }
    if (!table) pen_par(p, root, ROLE_P, words_of(WORD_REGISTER_NONE));
}

void register_write(struct pen *p)
{
    struct node *root = p->tree->root;
    book_handout(p, words_of(WORD_REGISTER));
    pen_block(p, root, ROLE_TITLE, words_of(WORD_REGISTER));
    pen_block(p, root, ROLE_SMALL, pen_join(p, p->corpus->event.title, " · ", when_dates(p)));
    pen_faults(p, root, STR("documents.csv"));
    missing_table(p, root);
    pen_block(p, root, ROLE_H2, words_of(WORD_DOCUMENTS));
    annex_documents(p, root);
}
