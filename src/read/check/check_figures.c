#include "read/check/check.h"
#include "read/check/figures.h"

struct sides { /* of a pair */
    struct job *job;
    const struct block *block[2];
    struct figures figures[2];
};

static const struct figure *first_unmatched(const struct figures *a, const struct figures *b)
{
    for (size_t i = 0; i < a->told.n; i++)
        if (!figures_has(b, a->told.at[i])) return &a->told.at[i];
    return NULL;
}

/* Where it is told: where the other side would have it. */
static void tell(const struct sides *s, int side, const struct figure *x)
{
    struct str other = place_text_line(s->job->scratch, s->block[!side]->place);
    diag_tell(s->job->diags, DIAG_FIGURE_DIFFERS, x->place, x->typed, other);
}

/* One that the other side lacks: small ones are often words there that nobody counts (a few, alone), or are
 * left out; where each side has one that the other lacks, one of the two is wrong. */
static void tell_figures(const struct sides *s)
{
    enum { SMALL = 2 }; /* digits */
    const struct figure *a = first_unmatched(&s->figures[0], &s->figures[1]),
                        *b = first_unmatched(&s->figures[1], &s->figures[0]);
    if (a && (b || a->digits.n >= SMALL))
        tell(s, 0, a);
    else if (b && b->digits.n >= SMALL)
        tell(s, 1, b);
}

static bool has_month(const struct figures *f, struct figure x)
{
    for (size_t i = 0; i < f->months.n; i++)
        if (str_eq(f->months.at[i].digits, x.digits)) return true;
    return false;
}

static const struct figure *first_month(const struct figures *a, const struct figures *b)
{
    for (size_t i = 0; i < a->months.n; i++)
        if (!has_month(b, a->months.at[i])) return &a->months.at[i];
    return NULL;
}

static void tell_months(const struct sides *s)
{
    const struct figure *a = first_month(&s->figures[0], &s->figures[1]),
                        *b = first_month(&s->figures[1], &s->figures[0]);
    if (a && b)
        diag_tell(s->job->diags, DIAG_DATE_DIFFERS, a->place,
                  place_text_line(s->job->scratch, s->block[1]->place));
}

static void tell_pair(struct job *job, const struct block *a, const struct block *b)
{
    if (!figures_any(a) && !figures_any(b)) return;
    struct arena_mark mark = arena_mark(job->scratch);
    struct sides s = {job, {a, b}, {figures_of(job->scratch, a), figures_of(job->scratch, b)}};
    tell_figures(&s);
    tell_months(&s);
    arena_reset(job->scratch, mark);
}

void check_figures(struct job *job, const struct corpus *c)
{
    for (size_t i = 0; i < c->nnotes; i++)
        for (size_t k = 0; k < c->notes[i].npairs; k++) {
            const struct pair *p = &c->notes[i].pairs[k];
            for (int l = 1; l < LANG_N; l++)
                if (p->side[0] && p->side[l] && p->side[0]->kind == p->side[l]->kind)
                    tell_pair(job, p->side[0], p->side[l]);
        }
}
