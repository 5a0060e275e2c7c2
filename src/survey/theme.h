/* theme: what the sheets of a form are about: as typed in their themes column; where a sheet names none, as
 * the form's key words suggest. They are looked for in what was typed, behind the masks: this file alone of
 * its room sees it, and gives bits. */
#ifndef SASTRA_SURVEY_THEME_H
#define SASTRA_SURVEY_THEME_H

#include "base/job.h"
#include "model/said.h"

struct themes {
    uint64_t *typed, *suggested; /* by reply; bit i: theme i */
    const struct rules *rules;   /* the form's key words; NULL where it has none */
};

/* In job->keep. */
struct themes theme_find(struct job *job, const struct form *form);
/* The same by answer (reply × prompts): which of the sheet's themes an open answer is about, as far as that
 * is known: those whose words it holds; those of its sheet where that holds no other answer; for a theme
 * without words the longest one. Of sheets that may not be quoted nothing is found. */
uint64_t *theme_answers(struct job *job, const struct said_form *form, const struct themes *themes);

#endif
