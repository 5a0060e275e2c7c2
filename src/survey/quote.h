/* quote: which answers are quoted. Pure: it depends on the survey and what a document wishes.
 *
 * Promises: nothing is quoted whose writer did not agree or that was not legible; what mask.h masks is
 * masked; a writer's role is given where enough others share it. */
#ifndef SASTRA_SURVEY_QUOTE_H
#define SASTRA_SURVEY_QUOTE_H

#include "survey/survey.h"

#define QUOTE_ANY SIZE_MAX /* of all open prompts */

struct quote {
    struct place place;
    struct bi text;         /* the other side empty where it is not translated */
    enum lang lang;         /* of the writer's words */
    bool unnamed;           /* its role does not show, and others' do */
    struct bi number, role; /* of the sheet; empty where they may not show */
};

struct quote_wish {
    const struct survey_form *form;
    size_t prompt;         /* or QUOTE_ANY: then none that asks, but for .asking */
    const uint64_t *theme; /* by reply × prompt: only those with this bit; NULL: all */
    uint64_t theme_bit;
    bool asking;  /* only answers that end in a question mark */
    size_t brief; /* those of no more code points, in both languages where .both, before others, up to twice
                     as many before those in one; 0: all alike */
    bool both;    /* the document shows both languages */
    enum lang first; /* of the languages that take turns */
    bool *used;      /* by reply: taken already; marked here too; NULL: does not matter */
    size_t most;
};

/* The answers that suit, the languages by turns, good ones first, none twice; chosen has room for wish->most.
 */
size_t quote_pick(const struct quote_wish *wish, struct quote *chosen);
/* All that suit, in the order of the sheets, up to wish->most; chosen NULL: only how many there are. */
size_t quote_list(const struct quote_wish *wish, struct quote *chosen);

#endif
