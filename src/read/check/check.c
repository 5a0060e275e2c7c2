#include "read/check/check.h"

#include "read/check/alt_text.h"

void check_corpus(struct job *job, const struct corpus *c)
{
    static void (*const CHECKS[])(struct job *, const struct corpus *) = {
        check_sessions, check_titles, check_script, check_links,   check_labels,        check_glossary,
        check_figures,  check_people, check_names,  check_consent, check_organizations, alt_text_tell};
    for (size_t i = 0; i < sizeof CHECKS / sizeof *CHECKS; i++) {
        struct arena_mark mark = arena_mark(job->scratch);
        CHECKS[i](job, c);
        arena_reset(job->scratch, mark);
    }
}
