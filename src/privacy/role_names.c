#include "privacy/role_names.h"

#include "base/map.h"
#include "khmer/spelling_order.h"

struct role_names {
    struct job *job;
    struct mask *mask;
    struct map typed, known; /* struct role_name: as typed; bare, in the spelling that stands for all */
};

/* "a mentor", "mentor" and គ្រូប្រឹក្សាគរុកោសល្យ are one. */
static struct str bare_role(struct arena *a, struct str role)
{
    static const char *const articles[] = {"a ", "an ", "the "};
    role = str_trim(role);
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
        size_t n = strlen(articles[i]);
        if (role.n > n && str_eq_fold(str_sub(role, 0, n), str_of(articles[i])))
            role = str_sub(role, n, role.n);
    }
    struct str one = STR("ម្នាក់");
    if (role.n > one.n && str_ends(role, one.s)) role.n -= one.n;
    return spelling_order_fold(a, role);
}

static struct role_name *add(struct role_names *r, struct map *to, struct str key, struct role_name name)
{
    struct role_name *x = ARENA_ONE(r->job->keep, struct role_name);
    *x = name;
    *map_at_str(to, key) = x;
    return x;
}

static void know(struct role_names *r, struct str word, struct bi name)
{
    struct str bare = bare_role(r->job->keep, word);
    if (bare.n && !map_get_str(&r->known, bare)) add(r, &r->known, bare, (struct role_name){name, 0});
}

struct role_names *role_names_new(struct job *job, struct mask *mask, const struct corpus *corpus,
                                  const struct bi *known, size_t n)
{
    struct role_names *r = ARENA_ONE(job->keep, struct role_names);
    *r = (struct role_names){.job = job, .mask = mask, .typed = MAP(job->keep), .known = MAP(job->keep)};
    for (size_t i = 0; i < n; i++)
        for (int l = 0; l < LANG_N; l++) know(r, known[i].t[l], known[i]);
    for (size_t i = 0; i < corpus->nterms; i++)
        for (int l = 0; l < LANG_N; l++) know(r, corpus->terms[i].term.t[l], corpus->terms[i].term);
    return r;
}

static const struct role_name *find_known(struct role_names *r, struct str typed)
{
    struct arena *scratch = r->job->scratch;
    struct arena_mark mark = arena_mark(scratch);
    const struct role_name *known = map_get_str(&r->known, bare_role(scratch, typed));
    arena_reset(scratch, mark);
    return known;
}

/* Both sides of "KHMER / ENGLISH" apart. */
static struct bi masked_name(struct role_names *r, struct str typed, const struct masked *whole)
{
    struct bi name = bi_typed(typed);
    bool parted = !bi_is_same(name);
    for (int l = 0; l < LANG_N; l++) {
        struct masked side = parted ? mask_text(r->mask, name.t[l]) : *whole;
        name.t[l] = side.text[l];
    }
    return name;
}

struct role_name role_names_of(struct role_names *r, struct str typed)
{
    const struct role_name *had = map_get_str(&r->typed, typed);
    if (had) return *had;
    const struct role_name *known = find_known(r, typed);
    struct masked whole = mask_text(r->mask, str_trim(typed));
    struct bi name = known ? known->name : masked_name(r, str_trim(typed), &whole);
    return *add(r, &r->typed, typed, (struct role_name){name, whole.kinds});
}
