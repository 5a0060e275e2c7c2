#include "read/check/check.h"

/* An acronym that stands where a speaker's organization stands: (NIE), or behind the last comma. What else
 * stands there in capitals – degrees, countries – is none. */
static bool is_acronym(struct str s)
{
    static const char *const OTHER[] = {"PHD", "MA",  "BA", "MSC",  "BSC", "MBA", "MED", "BED", "USA", "US",
                                        "UK",  "UAE", "EU", "STEM", "ICT", "IT",  "TBC", "TBA", "CV",  "VIP"};
    enum { LEAST = 2, MOST = 12 };
    size_t capitals = 0;
    for (size_t i = 0; i < s.n; i++) {
        bool capital = s.s[i] >= 'A' && s.s[i] <= 'Z', small = s.s[i] >= 'a' && s.s[i] <= 'z';
        if (!capital && !small && s.s[i] != '-' && s.s[i] != '&') return false;
        capitals += capital;
    }
    for (size_t i = 0; i < sizeof OTHER / sizeof *OTHER; i++)
        if (str_eq_fold(s, str_of(OTHER[i]))) return false;
    return s.n >= LEAST && s.n <= MOST && capitals >= LEAST && capitals * 2 >= s.n;
}

/* KAPE / VSO are two that stand together. */
static bool is_part(struct str all, struct str typed)
{
    struct str part;
    while (str_cut(&all, '/', &part))
        if (str_eq_fold(str_trim(part), typed)) return true;
    return false;
}

static bool is_listed(const struct corpus *c, struct str typed)
{
    for (size_t i = 0; i < c->norganizations; i++) {
        const struct organization *o = &c->organizations[i];
        if (str_eq_fold(o->acronym, typed) || is_part(o->acronym, typed)) return true;
        for (int l = 0; l < LANG_N; l++)
            if (str_find(o->name.t[l], typed, 0) != SIZE_MAX) return true;
    }
    for (size_t i = 0; i < c->nterms; i++)
        if (str_eq_fold(c->terms[i].acronym, typed)) return true;
    return false;
}

static struct str find_near(const struct corpus *c, struct str typed)
{
    enum { LEAST = 3 };
    for (size_t i = 0; i < c->norganizations && typed.n >= LEAST; i++)
        if (str_distance(c->organizations[i].acronym, typed, 1) <= 1) return c->organizations[i].acronym;
    return (struct str){0};
}

static void hold(struct job *job, const struct corpus *c, struct str typed, struct place at)
{
    typed = str_trim(typed);
    if (!is_acronym(typed) || is_listed(c, typed)) return;
    struct str near = find_near(c, typed);
    if (near.n)
        diag_tell(job->diags, DIAG_ORGANIZATION_UNKNOWN_NEAR, at, near);
    else
        diag_tell(job->diags, DIAG_ORGANIZATION_UNKNOWN, at, {0});
}

static void hold_speaker(struct job *job, const struct corpus *c, struct str one, struct place at)
{
    size_t open = str_find(one, STR("("), 0), close = open == SIZE_MAX ? open : str_find(one, STR(")"), open);
    size_t comma = one.n;
    if (close != SIZE_MAX) hold(job, c, str_sub(one, open + 1, close), at);
    while (comma && one.s[comma - 1] != ',') comma--;
    if (comma) hold(job, c, str_sub(one, comma, one.n), at);
}

static void hold_cell(struct job *job, const struct corpus *c, struct str cell, struct place at)
{
    struct str one;
    while (str_cut(&cell, ';', &one)) hold_speaker(job, c, one, at);
}

/* Those of participants.csv are told where it is read. */
void check_organizations(struct job *job, const struct corpus *c)
{
    for (size_t i = 0; c->norganizations && i < c->nsessions; i++) {
        const struct session *s = &c->sessions[i];
        for (int l = 0; l < LANG_N; l++)
            hold_cell(job, c, s->speakers.t[l], s->speakers.at[l].source ? s->speakers.at[l] : s->place);
        hold_cell(job, c, s->chair, s->place);
        hold_cell(job, c, s->rapporteur, s->place);
    }
}
