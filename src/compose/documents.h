/* documents: the table of all that is made: a row is a document, or one for each form. Nothing but its row
 * tells a document from another: a new one is a composer in report/ or handout/, and a row. */
#ifndef SASTRA_COMPOSE_DOCUMENTS_H
#define SASTRA_COMPOSE_DOCUMENTS_H

#include "model/corpus.h"
#include "model/print.h"

struct builder;

struct document {
    const char *name; /* file in out/, without its ending; '*' stands for a form's id: one document a form */
    enum document_bit family; /* asks for it in event.yml; 0: nothing there does */
    enum edition edition;     /* the languages it shows */
    bool (*wanted)(
        const struct corpus *corpus); /* where asked for: is there something to show? NULL: always */
    /* In what forms it is asked for, 1 << enum written: 0 is in none; NULL: as a PDF. */
    unsigned (*written)(const struct corpus *corpus, const struct document *row);
    /* Writes the builder's tree; a form's document finds it in ->form, a shorter version its measure in
     * ->less. */
    void (*write)(struct builder *p);
    const struct print *print; /* paper, margins, type */
    bool each_form;            /* its pages are of each form that has sheets, in a version of its own */
    int pages[2]; /* should take no more, in an event of one day, of several; 0: as many as it takes */
    int (*shorter)(const struct corpus *corpus); /* how many versions say less and less; NULL: none */
    /* How a version is printed, where they differ in more than what they say; NULL: type may shrink in the
     * shortest. */
    void (*version)(const struct corpus *corpus, int less, struct print *print);
};

/* What is set on A4, put on the event's paper; what has a size by its name keeps it. */
void documents_on_paper(struct print *print, enum paper paper);

/* Rows of one family stand together. */
const struct document *documents_all(size_t *n);

#endif
