#include "read/check/check.h"

#include "read/check/alt_text.h"

static void (*const CHECKS[])(struct job *, const struct corpus *) = {
    check_sessions, check_titles, check_links,   check_labels,        check_glossary, check_figures,
    check_people,   check_names,  check_consent, check_organizations, alt_text_tell};

static void check_one(struct job *own, void *with, size_t i)
{
    const struct corpus *const *c = with;
    CHECKS[i](own, *c);
}

/* check_script asks what reading told: it comes alone, and first. */
void check_corpus(struct job *job, const struct corpus *c)
{
    struct arena_mark mark = arena_mark(job->scratch);
    check_script(job, c);
    arena_reset(job->scratch, mark);
    job_share(job, sizeof CHECKS / sizeof *CHECKS, check_one, &c);
}
