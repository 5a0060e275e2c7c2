/* app: of a handout that has shorter versions the longest that fits is taken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/build.h"
#include "by_hand.h"
#include "read/read.h"

/* Whether a version keeps to its pages. */
static bool fits(const struct resources *shared, struct job *job, struct wanted wanted, int less)
{
    struct shaper *shaper = shaper_new(job, shared->fonts, shared->words);
    wanted.less = less;
    struct tree *tree = compose(job, shared->corpus, &wanted);
    const struct pages *pages = layout(job, tree, shared->fonts, shaper);
    shaper_free(shaper);
    return pages->list.n <= (size_t)tree->fit_pages;
}

static void the_longest_version_that_fits_is_taken(void **state)
{
    (void)state;
    struct hand *h = hand_open();
    struct resources shared;
    size_t shorter = 0;
    h->options.input = STR("input");
    struct corpus *c = read_corpus(&h->job);
    assert_non_null(c);
    assert_true(build_open(&h->job, c, &shared));
    struct wanted wanted = {.kind = COMPOSE_DIGEST, .name = STR("handouts/reflections-digest")};
    size_t all = c->forms[0].nreplies;
    for (size_t n = all / 6; n <= all; n += all / 6) {
        struct work work;
        c->forms[0].nreplies = n;
        build_run(&h->job, &shared, &wanted, 1, BUILD_PAGES, &work);
        int less = work.wanted.less;
        build_free(&work, 1);
        assert_true(fits(&shared, &h->job, wanted, less));
        assert_true(!less || !fits(&shared, &h->job, wanted, less - 1));
        shorter += less > 0;
    }
    assert_true(shorter > 1);
    build_close(&shared);
    hand_close(h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_longest_version_that_fits_is_taken)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
