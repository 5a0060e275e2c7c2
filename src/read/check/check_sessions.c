#include "khmer/number.h"
#include "khmer/spelling_order.h"
#include "read/check/check.h"

#include <stdlib.h>
#include <time.h>

/* -- sessions without notes ------------------------------------------------------------------------------ */

/* What is worth a note: breaks are not, and openings and closings need none. */
static bool wants_note(const struct session *s)
{
    static const bool WANTS[] = {[SESSION_TALK] = true,
                                 [SESSION_PANEL] = true,
                                 [SESSION_DISCUSSION] = true,
                                 [SESSION_VISIT] = true,
                                 [SESSION_CLOSING] = false};
    return s->id.n && WANTS[s->type];
}

static bool has_note(const struct corpus *c, const struct session *s)
{
    for (size_t i = 0; i < c->nnotes; i++)
        if (c->notes[i].kind == NOTE_SESSION && str_eq(c->notes[i].session, s->id)) return true;
    return false;
}

/* Has it taken place? Else nobody could take notes. */
static bool is_over(const struct corpus *c)
{
    for (size_t i = 0; i < c->nnotes; i++)
        if (c->notes[i].kind == NOTE_SESSION) return !c->event.before;
    return false;
}

/* A few are told one by one, many together: notes are still coming in. */
static void tell_without_note(struct job *job, const struct corpus *c)
{
    enum { FEW = 5 };
    VEC(const struct session *) all = {0};
    if (!is_over(c)) return;
    for (size_t i = 0; i < c->nsessions; i++)
        if (wants_note(&c->sessions[i]) && !has_note(c, &c->sessions[i]))
            VEC_ADD(job->scratch, all, &c->sessions[i]);
    struct buf ids = BUF(job->scratch);
    for (size_t i = 0; i < all.n; i++) {
        if (all.n <= FEW) diag_tell(job->diags, DIAG_SESSION_NOTELESS, all.at[i]->place, all.at[i]->id);
        buf_fmt(&ids, i ? ", %.*s" : "%.*s", STR_ARGS(all.at[i]->id));
    }
    if (all.n > FEW)
        diag_tell(job->diags, DIAG_SESSION_NOTELESS_MANY, all.at[0]->place,
                  str_fmt(job->scratch, "%zu", all.n), buf_str(&ids));
}

/* -- days beyond the event's ----------------------------------------------------------------------------- */

static long day_number(struct date d)
{
    struct tm t = {.tm_year = d.year - 1900, .tm_mon = d.month - 1, .tm_mday = d.day};
    return (long)(timegm(&t) / 86400);
}

/* How many days the event has; two dates may be its first and its last. */
static long days_of(const struct event *e)
{
    long span = e->ndates == 2 ? day_number(e->dates[1]) - day_number(e->dates[0]) + 1 : 0;
    return span > (long)e->ndates ? span : (long)e->ndates;
}

static void tell_days(struct job *job, const struct corpus *c)
{
    long days = days_of(&c->event);
    for (size_t i = 0; days && i < c->nsessions; i++)
        if (c->sessions[i].day > days) {
            diag_tell(job->diags, DIAG_SESSION_BEYOND, c->sessions[i].place,
                      number_latin(job->scratch, c->sessions[i].day), number_latin(job->scratch, days));
            return;
        }
}

static bool is_event_day(const struct event *e, struct date d)
{
    long day = day_number(d), first = day, last = day;
    for (size_t i = 0; i < e->ndates; i++) {
        long x = day_number(e->dates[i]);
        if (!i || x < first) first = x;
        if (!i || x > last) last = x;
    }
    return day >= first && day <= last;
}

static void tell_note_dates(struct job *job, const struct corpus *c)
{
    for (size_t i = 0; c->event.ndates && i < c->nnotes; i++)
        for (int l = 0; l < LANG_N; l++) {
            const struct doc *doc = c->notes[i].doc[l];
            struct date d = {0};
            if (!doc || c->notes[i].kind != NOTE_SESSION || !doc->front.date.n ||
                !date_read(doc->front.date, &d.year, &d.month, &d.day) || is_event_day(&c->event, d))
                continue;
            struct place at = doc->front.date_place.source ? doc->front.date_place : doc->front.place;
            diag_tell(job->diags, DIAG_NOTE_DATE, at, {0});
        }
}

/* -- one room, two sessions ------------------------------------------------------------------------------ */

struct roomed {
    const struct session *session;
    struct str room; /* folded */
};

static int by_room(const void *left, const void *right)
{
    const struct roomed *x = left, *y = right;
    const struct session *a = x->session, *b = y->session;
    if (a->day != b->day) return a->day < b->day ? -1 : 1;
    int c = str_cmp(x->room, y->room);
    if (c) return c;
    if (a->start != b->start) return a->start < b->start ? -1 : 1;
    return (a->place.offset > b->place.offset) - (a->place.offset < b->place.offset);
}

/* Held against the one that ends last of those before it: a short one may lie inside a long one. */
static void tell_overlaps(struct job *job, const struct corpus *c)
{
    struct roomed *all = ARENA_MANY(job->scratch, struct roomed, c->nsessions);
    const struct session *last = NULL;
    size_t n = 0;
    for (size_t i = 0; i < c->nsessions; i++)
        if (c->sessions[i].room.n && c->sessions[i].start >= 0)
            all[n++] =
                (struct roomed){&c->sessions[i], spelling_order_fold(job->scratch, c->sessions[i].room)};
    if (n) qsort(all, n, sizeof *all, by_room);
    for (size_t i = 0; i < n; i++) {
        const struct session *s = all[i].session;
        bool same = i && s->day == all[i - 1].session->day && str_eq(all[i].room, all[i - 1].room);
        if (!same) last = NULL;
        if (last && s->start < last->end) {
            struct str name = last->id.n ? last->id : bi_get(last->title, (enum lang)(LANG_N - 1), NULL);
            diag_tell(job->diags, DIAG_SESSION_OVERLAP, s->place, name);
        }
        if (!last || s->end > last->end) last = s;
    }
}

void check_sessions(struct job *job, const struct corpus *c)
{
    tell_without_note(job, c);
    tell_days(job, c);
    tell_note_dates(job, c);
    tell_overlaps(job, c);
}
