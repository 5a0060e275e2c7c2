/* The store of what was shaped: documents that share one set what each would set by itself, on any number of
 * threads. */
#include "text_help.h"

#include "text/shape_store.h"

#include <pthread.h>

enum { THREADS = 4, ROUNDS = 40, TEXTS = 6 };

static const char *const SAMPLES[TEXTS] = {"គ្រូបង្រៀនវិទ្យាសាស្ត្រនៅភ្នំពេញ STEM 2023",
                                           "Teachers of the hyphenated countryside",
                                           "a  b",
                                           "\xE2\x80\xAF១២ និង 12",
                                           "“គ្រូ” and (គ្រូ)",
                                           ""};

static struct text_run run_of(const char *text, int32_t size)
{
    return (struct text_run){
        .text = str_of(text), .lang = LANG_KM, .use = FONT_BODY, .hyphenate = true, .size = size};
}

static bool same_clusters(const struct shaped *a, const struct shaped *b)
{
    bool same = a->n == b->n;
    for (size_t i = 0; same && i < a->n; i++) {
        const struct cluster *x = &a->at[i], *y = &b->at[i];
        same = str_eq(x->glyphs->text, y->glyphs->text) && x->glyphs->n == y->glyphs->n &&
               x->glyphs->face == y->glyphs->face && x->kind == y->kind && x->brk == y->brk &&
               x->size == y->size && x->width == y->width && x->run == y->run &&
               glyph_hash_same(x->glyphs->at, y->glyphs->at, x->glyphs->n);
    }
    return same;
}

struct hand {
    struct rig *rig;
    struct shape_store *store;
    bool good;
};

/* All texts again and again, each at its own size, beside what a shaper by itself makes of them. */
static void *shape_all(void *of)
{
    struct hand *h = of;
    struct arena *keep = arena_new();
    struct job job = {
        .keep = keep, .scratch = arena_new(), .diags = diags_new(keep), .options = &h->rig->options};
    struct shaper *shared = shaper_on(&job, h->store),
                  *alone = shaper_new(&job, h->rig->fonts, h->rig->words);
    h->good = true;
    for (int i = 0; i < ROUNDS; i++)
        for (int t = 0; t < TEXTS; t++) {
            struct text_run runs[] = {run_of(SAMPLES[t], 9000 + i * 100),
                                      run_of(SAMPLES[(t + 1) % TEXTS], 12000)};
            runs[1].bold = i % 2;
            runs[0].forced = i % 3 == 0;
            struct shaped a = shape(shared, runs, 2), b = shape(alone, runs, 2);
            h->good = h->good && same_clusters(&a, &b);
        }
    shaper_free(shared);
    shaper_free(alone);
    arena_free(job.scratch);
    arena_free(keep);
    return NULL;
}

static void who_shares_sets_the_same(void **state)
{
    struct rig r;
    struct hand hands[THREADS];
    pthread_t ids[THREADS];
    (void)state;
    rig_start(&r);
    struct shape_store *store = shape_store_new(r.job.keep, r.fonts, r.words);
    for (int i = 0; i < THREADS; i++) {
        hands[i] = (struct hand){&r, store, false};
        assert_int_equal(pthread_create(&ids[i], NULL, shape_all, &hands[i]), 0);
    }
    for (int i = 0; i < THREADS; i++) pthread_join(ids[i], NULL);
    for (int i = 0; i < THREADS; i++) assert_true(hands[i].good);
    shape_store_free(store);
    rig_close(&r);
}

/* What differs in style or in where its runs part is no other's. */
static void styles_are_told_apart(void **state)
{
    struct text_run a[] = {run_of("ក ខ", 9000), run_of("គ", 9000)},
                    b[] = {run_of("ក ", 9000), run_of("ខគ", 9000)};
    (void)state;
    uint64_t hash = shape_store_runs_hash(a, 2);
    assert_int_not_equal(hash, shape_store_runs_hash(b, 2));
    a[0].italic = true;
    assert_int_not_equal(hash, shape_store_runs_hash(a, 2));
    a[0].italic = false;
    a[0].size = 12000;
    assert_int_equal(hash, shape_store_runs_hash(a, 2));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_shares_sets_the_same),
        cmocka_unit_test(styles_are_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
