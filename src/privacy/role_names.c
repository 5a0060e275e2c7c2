#include "privacy/role_names.h"

#include "khmer/spelling_order.h"

struct role_entry {
    struct str key; /* as typed; of a known one folded, behind a '=' */
    struct role_name role;
    bool used;
};

struct role_names {
    struct job *job;
    struct mask *mask;
    struct role_entry *at;
    size_t cap, n;
};

static struct role_entry *slot_of(struct role_entry *at, size_t cap, struct str key)
{
    size_t i = (size_t)str_hash(key) & (cap - 1);
    while (at[i].used && !str_eq(at[i].key, key)) i = (i + 1) & (cap - 1);
    return &at[i];
}

static struct role_entry *find(struct role_names *r, struct str key)
{
    if (r->n * 2 >= r->cap) {
        size_t cap = r->cap ? r->cap * 2 : 128;
        struct role_entry *at = ARENA_MANY(r->job->keep, struct role_entry, cap);
        for (size_t i = 0; i < r->cap; i++)
            if (r->at[i].used) *slot_of(at, cap, r->at[i].key) = r->at[i];
        r->at = at;
        r->cap = cap;
    }
    return slot_of(r->at, r->cap, key);
}

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

static void know(struct role_names *r, struct str word, struct bi name)
{
    struct str bare = bare_role(r->job->keep, word);
    if (!bare.n) return;
    struct str key = str_fmt(r->job->keep, "=%.*s", STR_ARGS(bare));
    struct role_entry *slot = find(r, key);
    if (slot->used) return;
    *slot = (struct role_entry){key, {name, 0}, true};
    r->n++;
}

struct role_names *role_names_new(struct job *job, struct mask *mask, const struct corpus *corpus,
                                  const struct bi *known, size_t n)
{
    struct role_names *r = ARENA_ONE(job->keep, struct role_names);
    *r = (struct role_names){.job = job, .mask = mask};
    for (size_t i = 0; i < n; i++)
        for (int l = 0; l < LANG_N; l++) know(r, known[i].t[l], known[i]);
    for (size_t i = 0; i < corpus->nterms; i++)
        for (int l = 0; l < LANG_N; l++) know(r, corpus->terms[i].term.t[l], corpus->terms[i].term);
    return r;
}

static const struct role_entry *find_known(struct role_names *r, struct str typed)
{
    struct arena *scratch = r->job->scratch;
    struct arena_mark mark = arena_mark(scratch);
    struct str bare = bare_role(scratch, typed);
    const struct role_entry *known = find(r, str_fmt(scratch, "=%.*s", STR_ARGS(bare)));
    arena_reset(scratch, mark);
    return known->used ? known : NULL;
}

/* Both sides of "KHMER / ENGLISH" apart. */
static struct bi masked_name(struct role_names *r, struct str typed, const struct masked *whole)
{
    struct bi name = bi_typed(typed);
    bool parted = !str_eq(name.t[LANG_KM], name.t[LANG_EN]);
    for (int l = 0; l < LANG_N; l++) {
        struct masked side = parted ? mask_text(r->mask, name.t[l]) : *whole;
        name.t[l] = side.text[l];
    }
    return name;
}

struct role_name role_names_of(struct role_names *r, struct str typed)
{
    struct role_entry *slot = find(r, typed);
    if (slot->used) return slot->role;
    const struct role_entry *known = find_known(r, typed);
    struct masked whole = mask_text(r->mask, str_trim(typed));
    struct bi name = known ? known->role.name : masked_name(r, str_trim(typed), &whole);
    slot = find(r, typed);
    *slot = (struct role_entry){typed, {name, whole.kinds}, true};
    r->n++;
    return slot->role;
}
