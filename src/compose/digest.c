#include "compose/book.h"
#include "compose/reflect.h"
#include "compose/when.h"

enum { DIGEST_QUOTES = 3 };

void digest_write(struct pen *p)
{
    struct node *root = p->tree->root;
    book_handout(p, words_of(WORD_DIGEST));
    pen_block(p, root, ROLE_TITLE, words_of(WORD_DIGEST));
    pen_block(p, root, ROLE_SMALL, pen_join(p, p->corpus->event.title, " · ", when_dates(p)));
    reflect_faults(p, root);
    bool any = false;
    for (size_t i = 0; i < p->corpus->nforms; i++) {
        reflect_form(p, root, &p->corpus->forms[i], DIGEST_QUOTES, "");
        any |= p->corpus->forms[i].nreplies > 0;
    }
    if (!any) pen_par(p, root, ROLE_P, words_of(WORD_NOTHING_YET));
}
