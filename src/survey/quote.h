/* quote: which answers are quoted, and how they are set.
 *
 * Promises: nothing is quoted whose writer did not agree or that was not legible; what mask.h masks is
 * masked, and told; a writer's role is given where enough others share it. */
#ifndef SASTRA_SURVEY_QUOTE_H
#define SASTRA_SURVEY_QUOTE_H

#include "compose/builder.h"

#define QUOTE_ANY SIZE_MAX /* of all open prompts */

struct quote {
    const struct form *form;
    const struct reply *reply;
    const struct answer *answer;
    struct bi text; /* masked; the other side empty where it is not translated */
    size_t left;    /* bytes of its own words that are not masked */
    enum lang lang; /* of the writer's words */
    unsigned kinds; /* what was masked */
};

struct quote_wish {
    const struct form *form;
    size_t prompt;         /* or QUOTE_ANY: then none that asks, but for .asking */
    const uint64_t *theme; /* by reply × prompt: only those with this bit; NULL: all */
    uint64_t theme_bit;
    bool asking;  /* only answers that end in a question mark */
    size_t brief; /* those of no more code points, in both languages where the document shows both, before
                     others; 0: all alike */
    bool *used;   /* by reply: taken already; marked here too; NULL: does not matter */
    size_t most;
};

/* The answers that suit, the document's languages by turns, good ones first, none twice; chosen has room for
 * wish->most. */
size_t quote_pick(struct builder *p, const struct quote_wish *wish, struct quote *chosen);
/* All that suit, in the order of the sheets, up to wish->most; chosen NULL: only how many there are. */
size_t quote_list(struct builder *p, const struct quote_wish *wish, struct quote *chosen);
/* Where the list of participants could not be read, and answers would stand: says that they are withheld. */
void quote_withheld(struct builder *p, struct node *parent, const struct form *form, size_t prompt);
void quote_set(struct builder *p, struct node *parent, const struct quote *q);
/* Form 12, a mentor. */
struct bi quote_source(struct builder *p, const struct quote *q);
/* A sheet's number; empty where it is longer than a number is, or would have to be masked. */
struct bi quote_number(struct builder *p, const struct reply *r);
/* A text that ends in a question mark. */
bool quote_asks(struct str text);
/* Up to most quotes from the answers to an open prompt; returns how many. */
size_t quote_some(struct builder *p, struct node *parent, const struct form *form, size_t prompt,
                  size_t most);

#endif
