#include "read/table/roster.h"

#include "model/replies.h"
#include "read/table/participants.h"

struct str roster_read(struct job *job, struct input *in, struct corpus *c)
{
    struct str path = input_top(job, in, "participants.csv"), other = {0};
    const struct source *s = input_source(job, path, true);
    if (s)
        participants_read(job, s, c);
    else if (path.n)
        c->roster = ROSTER_UNREAD;
    if (c->roster == ROSTER_UNREAD) return path;
    if (!c->nparticipants) other = input_roster(job, in); /* one that names nobody is the wrong one of two */
    if (other.n) c->roster = ROSTER_UNREAD;
    return other;
}

static bool any_open(const struct form *f, const struct reply *r)
{
    for (size_t i = 0; i < f->nprompts; i++)
        if (prompt_is_open(&f->prompts[i]) && r->answers[i].given) return true;
    return false;
}

static bool has_open(const struct corpus *c)
{
    for (size_t i = 0; i < c->nforms; i++)
        for (size_t k = 0; k < c->forms[i].nreplies; k++)
            if (any_open(&c->forms[i], &c->forms[i].replies[k])) return true;
    return false;
}

void roster_tell(struct job *job, struct str unread, const struct corpus *c)
{
    if (!has_open(c)) return;
    if (c->roster == ROSTER_UNREAD)
        diag_tell(job->diags, DIAG_PARTICIPANTS_UNREAD, files_place(job, unread), {0});
    else if (!c->nparticipants)
        diag_tell(job->diags, DIAG_PARTICIPANTS_NONE, files_place(job, STR("participants.csv")), {0});
}
