/* digest: what the forms say in short, on two pages and on the wall; its choices are the slides' too. */
#ifndef SASTRA_COMPOSE_HANDOUT_DIGEST_H
#define SASTRA_COMPOSE_HANDOUT_DIGEST_H

#include "compose/quotes.h"

enum { DIGEST_QUOTES = 8 }; /* the most that are chosen at once */

struct digest {
    struct builder *p;
    const struct survey_form *form;
    bool *used;      /* sheets quoted so far */
    enum role level; /* of the headings in a form's part */
    size_t brief;    /* code points of a quote that is liked best */
};

struct digest digest_of(struct builder *p, const struct survey_form *form, size_t brief);
/* Quotes for the theme at a row of the form's; open questions: as quote_pick. */
size_t digest_theme(struct digest *d, size_t row, size_t most, struct quote *chosen);
size_t digest_questions(struct digest *d, size_t most, struct quote *chosen);
/* So many more are in the report; empty where there are none, or no report. */
struct bi digest_more(struct digest *d, size_t shown);
/* The form's totals, and how many may be quoted. */
struct bi digest_totals(struct builder *p, const struct survey_form *form);
/* In which languages, and how many may be quoted: where there is no room for more. */
struct bi digest_brief(struct builder *p, const struct survey_form *form);

/* Two columns, of which the first takes so many per cent. */
struct node *digest_beside(struct builder *p, struct node *parent, int32_t first);
/* Where the report is, as a code to be read by telephones, with its words; false where event.yml tells none.
 */
bool digest_code(struct builder *p, struct node *parent);

/* The two documents; builder->less: less of all the further down its ladder. */
void digest_write(struct builder *p);
void digest_wall(struct builder *p);
/* How many shorter versions there are. */
int digest_shorter(const struct corpus *c);
int digest_wall_shorter(const struct corpus *c);

#endif
