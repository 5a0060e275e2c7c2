#include "survey/suppression.h"

#include "survey/disclosure.h"
#include "survey/recoding.h"

enum {
    BY_SESSION = 1u << GROUP_SESSION | 1u << GROUP_DAY, /* a day is its sessions' sum */
    BY_DAY = 1u << GROUP_DAY,
    BY_ROLE = 1u << GROUP_ROLE,
    BY_LANGUAGE = 1u << GROUP_LANGUAGE,
    BY_ALL = BY_SESSION | BY_ROLE | BY_LANGUAGE
};

static const unsigned CHOICES[] = {
    BY_ALL,
    BY_SESSION | BY_ROLE,
    BY_DAY | BY_ROLE | BY_LANGUAGE,
    BY_SESSION | BY_LANGUAGE,
    BY_ROLE | BY_LANGUAGE,
    BY_DAY | BY_ROLE,
    BY_DAY | BY_LANGUAGE,
    BY_SESSION,
    BY_ROLE,
    BY_LANGUAGE,
    BY_DAY,
    0,
};
enum { NCHOICES = sizeof CHOICES / sizeof *CHOICES };

/* -- how much is printed --------------------------------------------------------------------------------- */

/* Cells of a prompt's tables by some ways. */
static size_t cells_of(const struct survey_prompt *q, unsigned ways)
{
    size_t n = 0;
    if (q->tally.nrows > TALLY_COLUMNS_MOST) return 0;
    for (int w = 0; w < GROUP_WAYS; w++)
        if ((ways >> w & 1) && q->groups[w].n > 1) n += q->groups[w].n * q->tally.nrows;
    return n;
}

static size_t cells_in_all(const struct survey_form *f, const unsigned *ways)
{
    size_t n = 0;
    for (size_t i = 0; i < f->form->nprompts; i++) n += cells_of(&f->prompts[i], ways[i]);
    return n;
}

static void all_by(const struct survey_form *f, unsigned *ways, unsigned by)
{
    for (size_t i = 0; i < f->form->nprompts; i++) ways[i] = by;
}

/* -- the two releases ------------------------------------------------------------------------------------ */

static unsigned tables_of(struct arena *scratch, const struct survey_form *f, size_t prompt, long least)
{
    const struct survey_prompt *q = &f->prompts[prompt];
    struct disclosure d = {&q->tally, q->groups, q->cells, f->form->nreplies, least};
    unsigned best = 0;
    for (size_t k = 0; k < NCHOICES; k++)
        if (cells_of(q, CHOICES[k]) > cells_of(q, best) && !disclosure_told(scratch, &d, CHOICES[k]))
            best = CHOICES[k];
    return best;
}

/* False: the sheets are too few, or an answer in words gives a small group away. */
static bool microdata_of(struct arena *scratch, const struct survey_form *f, long least, unsigned *ways)
{
    unsigned *tried = ARENA_MANY(scratch, unsigned, f->form->nprompts);
    size_t most = 0;
    bool any = false;
    for (size_t k = 0; k < NCHOICES; k++) {
        all_by(f, tried, CHOICES[k]);
        size_t cells = cells_in_all(f, tried);
        if ((any && cells <= most) || !recoding_anonymous(scratch, f->said, f->groups, CHOICES[k], least))
            continue;
        *ways = CHOICES[k];
        most = cells;
        any = true;
    }
    return any;
}

/* Nothing that a row could be found by in the printed tables. */
static void take_ticks(struct arena *a, const struct survey_form *f, struct said_reply *r, bool themes)
{
    struct said_answer *answers = ARENA_MANY(a, struct said_answer, f->form->nprompts);
    for (size_t i = 0; i < f->form->nprompts; i++)
        if (prompt_is_open(&f->form->prompts[i])) answers[i] = r->answers[i];
    r->answers = answers;
    if (themes) r->themes = 0;
}

static void attach(struct arena *a, const struct corpus *c, struct survey_form *f, unsigned ways, bool few)
{
    struct said_reply *sheets = ARENA_MANY(a, struct said_reply, f->form->nreplies);
    f->recoded = recoding_sheets(c, f->said, f->groups, ways, sheets);
    for (size_t i = 0; i < f->form->nreplies && !f->microdata; i++) take_ticks(a, f, &sheets[i], few);
    f->attached = sheets;
}

void suppression_choose(struct job *job, const struct corpus *c, struct survey_form *f)
{
    struct arena_mark mark = arena_mark(job->scratch);
    long least = group_least(c);
    unsigned *tables = ARENA_MANY(job->scratch, unsigned, f->form->nprompts),
             *wished = ARENA_MANY(job->scratch, unsigned, f->form->nprompts), by = 0;
    for (size_t i = 0; i < f->form->nprompts; i++) tables[i] = tables_of(job->scratch, f, i, least);
    all_by(f, wished, BY_ALL);
    size_t all = cells_in_all(f, wished), theirs = cells_in_all(f, tables);
    if (c->event.attach_sources && microdata_of(job->scratch, f, least, &by)) {
        all_by(f, wished, by);
        size_t ours = cells_in_all(f, wished);
        f->microdata = ours * 5 >= all * 4 || ours >= theirs;
    }
    for (size_t i = 0; i < f->form->nprompts; i++) f->prompts[i].shown = f->microdata ? by : tables[i];
    attach(job->keep, c, f, f->microdata ? by : 0, (long)f->form->nreplies < least);
    arena_reset(job->scratch, mark);
}
