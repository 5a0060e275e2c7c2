#include "compare/section_diff.h"

#include "base/map.h"
#include "base/sha256.h"

struct section_pairs {
    struct arena *a;
    struct section_list was, now;
    size_t *was_of;   /* of each section of now: its number in was, from 1; 0: it is added */
    size_t *now_of;   /* the same the other way; 0: it is gone */
    bool *moved;      /* of each of now */
    size_t *above[2]; /* of each of was, of now: the section that it is a part of, from 1; 0: none */
};

/* -- which is which -------------------------------------------------------------------------------------- */

/* The nearest one before it of a lower level. */
static size_t *parents(struct arena *a, struct section_list list)
{
    size_t *above = ARENA_MANY(a, size_t, list.n + 1);
    for (size_t i = 1; i < list.n; i++) {
        size_t up = i;
        while (up && list.at[up - 1].level >= list.at[i].level) up = above[up - 1];
        above[i] = up;
    }
    return above;
}

/* An anchor, or the key of what it is a part of and its title; what comes again has a number. */
static struct str *keys(struct arena *a, struct section_list list, const size_t *above)
{
    struct str *all = ARENA_MANY(a, struct str, list.n + 1);
    struct map seen = MAP(a);
    for (size_t i = 0; i < list.n; i++) {
        const struct section *s = &list.at[i];
        struct str up = above[i] ? all[above[i] - 1] : (struct str){0};
        struct str key = s->anchor.n ? str_fmt(a, "#%.*s", STR_ARGS(s->anchor))
                                     : str_fmt(a, "%.*s\t%.*s", STR_ARGS(up), STR_ARGS(s->title));
        void **times = map_at_str(&seen, key);
        *times = (void *)((uintptr_t)*times + 1);
        all[i] = (uintptr_t)*times == 1 ? key : str_fmt(a, "%.*s\t%zu", STR_ARGS(key), (size_t)*times);
    }
    return all;
}

static void pair(struct section_pairs *p, size_t was, size_t now)
{
    p->was_of[now] = was + 1;
    p->now_of[was] = now + 1;
}

static void pair_keys(struct section_pairs *p)
{
    struct str *was = keys(p->a, p->was, p->above[0]), *now = keys(p->a, p->now, p->above[1]);
    struct map at = MAP(p->a);
    for (size_t i = 0; i < p->was.n; i++) *map_at_str(&at, was[i]) = (void *)(uintptr_t)(i + 1);
    for (size_t i = 0; i < p->now.n; i++) {
        size_t number = (uintptr_t)map_get_str(&at, now[i]);
        if (number) pair(p, number - 1, i);
    }
}

/* Sections without a partner that have this text: their number, and the last of them. */
struct section_alike {
    size_t n[2], last[2];
};

static void count_alike(struct section_pairs *p, struct map *texts, struct section_list list,
                        const size_t *partner, size_t side)
{
    struct str nothing = sha256_digits(p->a, (struct str){0});
    for (size_t i = 0; i < list.n; i++) {
        if (partner[i] || str_eq(list.at[i].digits, nothing)) continue;
        void **at = map_at_str(texts, list.at[i].digits);
        struct section_alike *alike = *at ? *at : (*at = ARENA_ONE(p->a, struct section_alike));
        alike->n[side]++;
        alike->last[side] = i;
    }
}

/* What has another name now, but the text that no other has. */
static void pair_texts(struct section_pairs *p)
{
    struct map texts = MAP(p->a);
    count_alike(p, &texts, p->was, p->now_of, 0);
    count_alike(p, &texts, p->now, p->was_of, 1);
    for (size_t i = 0; i < p->now.n; i++) {
        struct section_alike *alike = p->was_of[i] ? NULL : map_get_str(&texts, p->now.at[i].digits);
        if (alike && alike->n[0] == 1 && alike->n[1] == 1) pair(p, alike->last[0], i);
    }
}

/* -- what moved ------------------------------------------------------------------------------------------ */

/* The longest row of sections that stand in the same order in both: those have stayed. */
static void find_stayed(struct section_pairs *p, bool *stayed)
{
    size_t n = p->now.n, length = 0;
    size_t *ends = ARENA_MANY(p->a, size_t, n + 1); /* of rows by length: the section that ends it, from 1 */
    size_t *before = ARENA_MANY(p->a, size_t, n + 1);
    for (size_t i = 0; i < n; i++) {
        if (!p->was_of[i]) continue;
        size_t from = 0, to = length;
        while (from < to) {
            size_t mid = from + (to - from) / 2;
            if (p->was_of[ends[mid] - 1] < p->was_of[i])
                from = mid + 1;
            else
                to = mid;
        }
        before[i] = from ? ends[from - 1] : 0;
        ends[from] = i + 1;
        if (from == length) length++;
    }
    for (size_t i = length ? ends[length - 1] : 0; i; i = before[i - 1]) stayed[i - 1] = true;
}

/* With the section that it is a part of, and that is the same one. */
static bool moved_along(const struct section_pairs *p, const bool *stayed, size_t i)
{
    size_t up = p->above[1][i], old_up = p->above[0][p->was_of[i] - 1];
    return up && old_up && p->was_of[up - 1] == old_up && !stayed[up - 1];
}

static void find_moved(struct section_pairs *p)
{
    bool *stayed = ARENA_MANY(p->a, bool, p->now.n + 1);
    find_stayed(p, stayed);
    for (size_t i = 0; i < p->now.n; i++)
        p->moved[i] = p->was_of[i] && !stayed[i] && !moved_along(p, stayed, i);
}

/* -- what is told ---------------------------------------------------------------------------------------- */

static bool differ(const struct section *a, const struct section *b)
{
    return !str_eq(a->digits, b->digits) || !str_eq(a->title, b->title);
}

static void put_title(struct buf *b, const struct section *s)
{
    if (s->number.n) buf_fmt(b, "%.*s ", STR_ARGS(s->number));
    buf_add(b, s->title);
}

/* From the nearest one on that links lead to. */
static struct str full_title(struct arena *a, struct section_list list, const size_t *above, size_t i)
{
    struct buf b = BUF(a);
    size_t up = above[i];
    if (!list.at[i].anchor.n && up) buf_fmt(&b, "%.*s › ", STR_ARGS(full_title(a, list, above, up - 1)));
    put_title(&b, &list.at[i]);
    return buf_str(&b);
}

static bool is_told(const struct section_pairs *p, size_t i, struct section_change *c)
{
    const struct section *now = &p->now.at[i], *was = p->was_of[i] ? &p->was.at[p->was_of[i] - 1] : NULL;
    bool changed = was && differ(was, now);
    *c = (struct section_change){.was = was, .now = now, .moved = p->moved[i]};
    c->kind = !was ? SECTION_ADDED : changed ? SECTION_CHANGED : SECTION_MOVED;
    c->title = full_title(p->a, p->now, p->above[1], i);
    return !was || changed || p->moved[i];
}

static struct section_diff list(const struct section_pairs *p)
{
    struct section_change *all = ARENA_MANY(p->a, struct section_change, p->now.n + p->was.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < p->now.n; i++) n += is_told(p, i, &all[n]);
    for (size_t i = 0; i < p->was.n; i++)
        if (!p->now_of[i])
            all[n++] = (struct section_change){.kind = SECTION_GONE,
                                               .was = &p->was.at[i],
                                               .title = full_title(p->a, p->was, p->above[0], i)};
    return (struct section_diff){all, n};
}

struct section_diff section_diff_of(struct arena *a, struct section_list was, struct section_list now)
{
    struct section_pairs p = {.a = a, .was = was, .now = now};
    p.was_of = ARENA_MANY(a, size_t, now.n + 1);
    p.now_of = ARENA_MANY(a, size_t, was.n + 1);
    p.moved = ARENA_MANY(a, bool, now.n + 1);
    p.above[0] = parents(a, was);
    p.above[1] = parents(a, now);
    pair_keys(&p);
    pair_texts(&p);
    find_moved(&p);
    return list(&p);
}

/* -- in words -------------------------------------------------------------------------------------------- */

enum { PAGES_TOLD = 12 /* of one kind: those that follow are not listed */ };

static const char *const KINDS[LANG_N][SECTION_CHANGES] = {{"បានកែ", "បន្ថែម", "ដកចេញ", "ប្តូរកន្លែង"},
                                                           {"changed", "added", "gone", "moved"}};
static const char *const PAGE[LANG_N] = {"ទំព័រ ", "p. "};

static void put_range(struct buf *b, const struct section *s)
{
    buf_fmt(b, "%zu", s->first);
    if (s->last > s->first) buf_fmt(b, "–%zu", s->last);
}

static const struct section *place_of(const struct section_change *c)
{
    return c->now ? c->now : c->was;
}

static bool same_place(const struct section *a, const struct section *b)
{
    return a && a->first == b->first && a->last == b->last;
}

/* (p. 12–13, 15) */
static void put_pages(struct buf *b, const struct section_diff *d, enum section_change_kind kind,
                      enum lang lang)
{
    static const char *const WAS[LANG_N] = {"ពីមុន", "was "};
    const struct section *last = NULL;
    size_t told = 0;
    buf_fmt(b, " (%s%s", kind == SECTION_GONE ? WAS[lang] : "", PAGE[lang]);
    for (size_t i = 0; i < d->n && told <= PAGES_TOLD; i++) {
        if (d->at[i].kind != kind || same_place(last, place_of(&d->at[i]))) continue;
        if (told) buf_put(b, ", ");
        last = place_of(&d->at[i]);
        if (++told > PAGES_TOLD)
            buf_put(b, "…");
        else
            put_range(b, last);
    }
    buf_byte(b, ')');
}

static size_t count(const struct section_diff *d, enum section_change_kind kind)
{
    size_t n = 0;
    for (size_t i = 0; i < d->n; i++) n += d->at[i].kind == kind;
    return n;
}

void section_diff_sum(struct buf *b, const struct section_diff *d, enum lang lang)
{
    static const char *const NONE[LANG_N] = {"គ្មានផ្នែកណាផ្លាស់ប្តូរទេ", "no section changed"},
                             *const FIRST[LANG_N][2] = {{"ផ្នែក%s %zu", "ផ្នែក%s %zu"},
                                                        {"%2$zu section %1$s", "%2$zu sections %1$s"}},
                             *const NEXT[LANG_N] = {" %s %zu", ", %2$zu %1$s"};
    bool any = false;
    for (int k = 0; k < SECTION_CHANGES; k++) {
        enum section_change_kind kind = (enum section_change_kind)k;
        size_t n = count(d, kind);
        if (!n) continue;
        buf_fmt(b, any ? NEXT[lang] : FIRST[lang][n != 1], KINDS[lang][k], n);
        put_pages(b, d, kind, lang);
        any = true;
    }
    if (!any) buf_put(b, NONE[lang]);
}

static void put_places(struct buf *b, const struct section_change *c, enum lang lang)
{
    buf_put(b, PAGE[lang]);
    if (c->was && c->now && c->moved) {
        put_range(b, c->was);
        buf_put(b, " → ");
    }
    put_range(b, place_of(c));
}

void section_diff_lines(struct buf *b, const struct section_diff *d, enum lang lang)
{
    static const char *const BOTH[LANG_N] = {"បានកែ និងប្តូរកន្លែង", "changed and moved"};
    for (size_t i = 0; i < d->n; i++) {
        const struct section_change *c = &d->at[i];
        bool both = c->kind == SECTION_CHANGED && c->moved;
        buf_fmt(b, "%s\t", both ? BOTH[lang] : KINDS[lang][c->kind]);
        put_places(b, c, lang);
        buf_fmt(b, "\t%.*s\n", STR_ARGS(c->title));
    }
}
