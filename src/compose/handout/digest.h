/* digest: what the forms say in short: what is chosen of it, for a page, slides and the wall; and a side a
 * form, in versions that say less and less. */
#ifndef SASTRA_COMPOSE_HANDOUT_DIGEST_H
#define SASTRA_COMPOSE_HANDOUT_DIGEST_H

#include "compose/quotes.h"

enum { DIGEST_QUOTES = 8 }; /* the most that are chosen at once */

struct digest {
    struct builder *p;
    const struct survey_form *form;
    bool *used;   /* sheets quoted so far */
    size_t brief; /* code points of a quote that is liked best */
};

struct digest digest_of(struct builder *p, const struct survey_form *form, size_t brief);
/* Quotes from the answers to a prompt, or QUOTE_ANY, from no sheet twice. */
struct quote_wish digest_wish(struct digest *d, size_t prompt, size_t most);
/* Quotes for the theme at a row of the form's; open questions: as quote_pick. */
size_t digest_theme(struct digest *d, size_t row, size_t most, struct quote *chosen);
/* Quotes from all that was written, but for what asks. */
size_t digest_quotes(struct digest *d, size_t most, struct quote *chosen);
/* Quotes from the answers to the last open prompt; *prompt: which; SIZE_MAX: the form has none. */
size_t digest_last(struct digest *d, size_t most, struct quote *chosen, size_t *prompt);
size_t digest_questions(struct digest *d, size_t most, struct quote *chosen);
/* So many more are in the report, by a word that says so; empty where there are none, or no report. */
struct bi digest_more(struct digest *d, size_t shown, enum word w);
/* How many sheets may be quoted. */
struct bi digest_quotable(struct builder *p, const struct survey_form *form);
/* In which languages, and how many may be quoted: where there is no room for more. */
struct bi digest_brief(struct builder *p, const struct survey_form *form);
/* The event and its dates. */
struct bi digest_event(struct builder *p);

/* A large number: the per cent that a theme has; under it, how many of those that have one that is. */
void digest_share(struct builder *p, struct node *parent, const struct tally *t, const struct tally_row *row);
struct bi digest_share_of(struct builder *p, const struct tally *t, const struct tally_row *row);
/* Columns that share the width so. */
struct node *digest_grid(struct builder *p, struct node *parent, const int32_t *shares, size_t n);
/* Two columns, of which the first takes so many per cent. */
struct node *digest_beside(struct builder *p, struct node *parent, int32_t first);
/* Where the report is, as a code to be read by telephones, with its words; false where event.yml tells none.
 */
bool digest_code(struct builder *p, struct node *parent);

/* How much of each part a form's side shows. */
struct digest_amounts {
    size_t themes, quotes; /* without themes: open prompts; quotes of each */
    size_t questions;
    size_t closed; /* prompts */
    size_t better; /* where nobody asked anything, of what the last open prompt asks for */
    bool asked;    /* what was asked for in words; */
    bool more;     /* how many more questions the report has, over these; else at the foot */
};

/* A side a form in versions that say less and less. */
struct digest_ladder {
    const struct digest_amounts *rungs;
    void (*head)(struct builder *p); /* where no form has sheets */
    void (*side)(struct builder *p, const struct survey_form *form, const struct digest_amounts *most,
                 bool first);
};

/* The sides of all forms, or of builder->form's alone, each on its rung: builder->less_of's, or less. */
void digest_sides(struct builder *p, const struct digest_ladder *ladder);

#endif
