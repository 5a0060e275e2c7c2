#include "read/table/previous_programme.h"

#include "read/folder/table_names.h"
#include "read/table/tables.h"

static bool is_before(struct date a, struct date b)
{
    if (a.year != b.year) return a.year < b.year;
    return a.month != b.month ? a.month < b.month : a.day < b.day;
}

/* The newest of those that are older than the programme itself; empty: none. */
static struct str newest(const struct input *in, struct date as_of, struct date *date)
{
    struct str best = {0};
    for (size_t i = 0; i < in->top.n; i++) {
        struct date d;
        if (!table_names_dated(in->top.at[i], &d) || (as_of.year && !is_before(d, as_of))) continue;
        if (best.n && !is_before(*date, d)) continue;
        best = in->top.at[i];
        *date = d;
    }
    return best;
}

static void tell_others(struct job *job, const struct input *in, struct date as_of, struct str used)
{
    for (size_t i = 0; i < in->top.n; i++) {
        struct date d;
        struct str name = in->top.at[i];
        if (str_eq(name, used) || !table_names_dated(name, &d)) continue;
        if (as_of.year && !is_before(d, as_of))
            diag_tell(job->diags, DIAG_PROGRAMME_LATER, files_place(job, name), {0});
        else
            diag_tell(job->diags, DIAG_PROGRAMME_OLDER, files_place(job, name), used);
    }
}

void previous_programme_read(struct job *job, struct input *in, struct corpus *c)
{
    struct date as_of = c->event.programme_as_of;
    struct str name = newest(in, as_of, &c->before_of);
    tell_others(job, in, as_of, name);
    const struct source *s = name.n ? input_source(job, name, false) : NULL;
    if (!s) return;
    struct corpus old = {.event = c->event};
    size_t told = job->diags->list.n;
    tables_programme(job, s, &old);
    if (old.nsessions) job->diags->list.n = told; /* nobody mends a version that is past */
    c->before = old.sessions;
    c->nbefore = old.nsessions;
}
