#include "read/table/repeated_person.h"

#include "base/map.h"
#include "khmer/spelling_order.h"

enum { COMPARED_MOST = 64 /* rows of one name: where there are more, what one of them refuses all refuse */ };

struct repeated_person_group { /* the rows of one key */
    struct repeated_person_row *last;
    size_t n;
    bool no_name, no_photo;
};

struct repeated_person_row {
    struct participant *who;
    struct str keys[LANG_N + 1]; /* the name in each language, then the id, folded */
    struct repeated_person_group *groups[LANG_N + 1];
    struct repeated_person_row *before[LANG_N + 1]; /* in the same group */
    bool name, photo;                               /* what is left of the consents */
};

static bool differ(struct str a, struct str b)
{
    return a.n && b.n && !str_eq(a, b);
}

static bool is_same(const struct repeated_person_row *a, const struct repeated_person_row *b)
{
    bool sexes = a->who->sex && b->who->sex && a->who->sex != b->who->sex;
    for (int l = 0; l < LANG_N; l++)
        if (differ(a->keys[l], b->keys[l])) return false;
    return !sexes;
}

static void join(struct job *job, struct map *groups, struct repeated_person_row *row, int key)
{
    if (!row->keys[key].n) return;
    void **at = map_at_str(&groups[key], row->keys[key]);
    if (!*at) *at = ARENA_ONE(job->scratch, struct repeated_person_group);
    struct repeated_person_group *g = row->groups[key] = *at;
    row->before[key] = g->last;
    g->last = row;
    g->n++;
    g->no_name |= !row->who->consent_name;
    g->no_photo |= !row->who->consent_photo;
}

static struct repeated_person_row read_row(struct job *job, struct participant *who)
{
    struct repeated_person_row row = {.who = who, .name = who->consent_name, .photo = who->consent_photo};
    for (int l = 0; l < LANG_N; l++) row.keys[l] = spelling_order_fold(job->scratch, who->name.t[l]);
    row.keys[LANG_N] = spelling_order_fold(job->scratch, who->id);
    return row;
}

static void compare(struct repeated_person_row *row, int key)
{
    const struct repeated_person_group *g = row->groups[key];
    if (g && g->n > COMPARED_MOST) {
        row->name &= !g->no_name;
        row->photo &= !g->no_photo;
        return;
    }
    for (struct repeated_person_row *other = row->before[key]; other; other = other->before[key]) {
        if (!is_same(row, other)) continue;
        row->name &= other->who->consent_name;
        other->name &= row->who->consent_name;
        row->photo &= other->who->consent_photo;
        other->photo &= row->who->consent_photo;
    }
}

static void settle(struct job *job, struct repeated_person_row *row)
{
    struct participant *who = row->who;
    if (row->name == who->consent_name && row->photo == who->consent_photo) return;
    diag_tell(job->diags, DIAG_CONSENT_TWICE, who->place, {0});
    who->consent_name = row->name;
    who->consent_photo = row->photo;
}

void repeated_person_settle(struct job *job, struct corpus *c)
{
    struct arena_mark mark = arena_mark(job->scratch);
    struct repeated_person_row *rows = ARENA_MANY(job->scratch, struct repeated_person_row, c->nparticipants);
    struct map groups[LANG_N + 1];
    for (int k = 0; k <= LANG_N; k++) groups[k] = MAP(job->scratch);
    for (size_t i = 0; i < c->nparticipants; i++) {
        rows[i] = read_row(job, &c->participants[i]);
        for (int k = 0; k <= LANG_N; k++) join(job, groups, &rows[i], k);
    }
    for (size_t i = 0; i < c->nparticipants; i++)
        for (int k = 0; k <= LANG_N; k++) compare(&rows[i], k);
    for (size_t i = 0; i < c->nparticipants; i++) settle(job, &rows[i]);
    arena_reset(job->scratch, mark);
}
