#include "read/table/roster.h"

#include "base/map.h"
#include "khmer/spelling_order.h"
#include "model/replies.h"
#include "read/table/participants.h"

static const char OWN[] = "participants.csv";

static void read_list(struct job *job, const struct source *s, struct corpus *c)
{
    c->nparticipants = c->nunread = 0;
    c->roster = ROSTER_UNREAD;
    if (s) participants_read(job, s, c);
}

/* A list under another name is read where its columns tell that it is one, and told else. */
static bool read_other(struct job *job, struct input *in, struct str path, struct corpus *c)
{
    size_t told = job->diags->list.n;
    read_list(job, input_is_table(path) ? input_source(job, path, true) : NULL, c);
    if (c->roster == ROSTER_READ && c->nparticipants) {
        input_read_as(job, in, path, OWN);
        return true;
    }
    read_list(job, NULL, c);
    job->diags->list.n = told;
    return false;
}

/* Where no file has the list's name: those that may be it, by their names; or else by their columns. */
static struct files_names find_others(struct job *job, const struct input *in)
{
    struct files_names all = input_others(job, in);
    VEC(struct str) people = {0}, lists = {0};
    size_t told = job->diags->list.n;
    for (size_t i = 0; i < all.n; i++)
        if (input_is_people(job, all.at[i])) VEC_ADD(job->keep, people, all.at[i]);
    if (people.n) return (struct files_names){people.at, people.n};
    for (size_t i = 0; i < all.n; i++) {
        const struct source *s = input_is_table(all.at[i]) ? input_source(job, all.at[i], true) : NULL;
        if (s && participants_are(job, s)) VEC_ADD(job->keep, lists, all.at[i]);
    }
    job->diags->list.n = told;
    return (struct files_names){lists.at, lists.n};
}

/* -- another list beside the one that is read -------------------------------------------------------------
 */

static struct map index_names(struct arena *a, const struct corpus *c)
{
    struct map names = MAP(a);
    for (size_t i = 0; i < c->nparticipants; i++)
        for (int l = 0; l < LANG_N; l++) {
            struct str name = spelling_order_fold(a, c->participants[i].name.t[l]);
            if (name.n) map_add_str(&names, name);
        }
    return names;
}

static bool is_listed(struct arena *a, const struct map *names, const struct participant *who)
{
    for (int l = 0; l < LANG_N; l++) {
        struct str name = spelling_order_fold(a, who->name.t[l]);
        if (name.n && map_has_str(names, name)) return true;
    }
    return false;
}

/* Who is in a copy alone may have been taken off the list, or come later: nobody knows what they agreed to.
 */
static void add_copy(struct job *job, const struct source *s, const struct map *names, struct corpus *c)
{
    struct corpus other = {.organizations = c->organizations, .norganizations = c->norganizations};
    read_list(job, s, &other);
    size_t n = other.nparticipants + other.nunread;
    struct participant *all = ARENA_MANY(job->keep, struct participant, c->ncopies + n);
    if (c->ncopies) memcpy(all, c->copies, c->ncopies * sizeof *all);
    c->copies = all;
    for (size_t i = 0; i < n; i++)
        if (!is_listed(job->scratch, names, &other.participants[i]))
            all[c->ncopies++] = other.participants[i];
}

static void add_copies(struct job *job, const struct input *in, struct corpus *c)
{
    struct arena_mark mark = arena_mark(job->scratch);
    struct map names = index_names(job->scratch, c);
    struct files_names all = input_others(job, in);
    size_t told = job->diags->list.n; /* of the copy itself something is told where it lies */
    for (size_t i = 0; i < all.n; i++) {
        bool people = input_is_table(all.at[i]) && input_is_people(job, all.at[i]);
        const struct source *s = people ? input_source(job, all.at[i], true) : NULL;
        if (s) add_copy(job, s, &names, c);
    }
    job->diags->list.n = told;
    arena_reset(job->scratch, mark);
}

/* -- the list ---------------------------------------------------------------------------------------------
 */

static struct str read_roster(struct job *job, struct input *in, struct corpus *c)
{
    struct str path = input_top(job, in, OWN);
    if (path.n) read_list(job, input_source(job, path, true), c);
    if (c->nparticipants || c->nunread) return path;
    struct files_names others = find_others(job, in); /* one that names nobody is the wrong one of two */
    if (!others.n || (path.n && c->roster == ROSTER_UNREAD)) return path;
    if (path.n || others.n > 1 || !read_other(job, in, others.at[0], c)) c->roster = ROSTER_UNREAD;
    return others.at[0];
}

struct str roster_read(struct job *job, struct input *in, struct corpus *c)
{
    struct str path = read_roster(job, in, c);
    if (c->roster == ROSTER_READ) add_copies(job, in, c);
    return path;
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
