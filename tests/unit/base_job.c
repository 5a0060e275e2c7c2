/* base/job: work that is shared out is done once each, and told in order, by however many threads. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "arena_help.h"
#include "base/buf.h"
#include "base/job.h"

enum { MANY = 500 };

struct shares {
    int done[MANY];
    char *kept[MANY];
    size_t exhausted; /* the item for which memory runs out; MANY: none */
};

static void do_one(struct job *own, void *with, size_t i)
{
    struct shares *s = with;
    s->done[i]++;
    if (i == s->exhausted) arena_fail(own->keep, 1);
    memset(arena_get(own->scratch, 4000), 1, 4000);
    s->kept[i] = ARENA_MANY(own->keep, char, 16);
    memset(s->kept[i], (int)(i % 100), 16);
    if (i % 7 == 0)
        diag_tell(own->diags, DIAG_NOTE_SESSION, (struct place){0}, str_fmt(own->scratch, "%zu", i));
}

static struct job job_of(struct arena *a, struct options *options, int threads)
{
    *options = (struct options){.threads = threads};
    return (struct job){.keep = a,
                        .scratch = arena_new_like(a),
                        .diags = diags_new(a),
                        .options = options,
                        .pool = thread_pool_new(a, threads)};
}

static void each_is_done_once_and_told_in_order(void **state)
{
    for (int threads = 1; threads <= 8; threads *= 2) {
        struct options options;
        struct job job = job_of(*state, &options, threads);
        struct shares s = {.exhausted = MANY};
        job_share(&job, MANY, do_one, &s);
        arena_free(job.scratch);
        for (size_t i = 0; i < MANY; i++) {
            assert_int_equal(s.done[i], 1);
            for (size_t k = 0; k < 16; k++) assert_int_equal(s.kept[i][k], i % 100);
        }
        assert_int_equal(job.diags->list.n, (MANY + 6) / 7);
        for (size_t i = 0; i < job.diags->list.n; i++) {
            struct str wanted = str_fmt(*state, "%zu", i * 7);
            assert_true(str_eq(job.diags->list.at[i].args[0], wanted));
        }
    }
}

static void where_memory_runs_out_for_one_the_job_fails(void **state)
{
    (void)state;
    for (volatile int threads = 1; threads <= 4; threads++) {
        jmp_buf back;
        struct arena *volatile a = arena_new();
        struct arena *volatile scratch = NULL;
        volatile bool failed = true;
        arena_back(a, &back);
        if (!setjmp(back)) {
            struct options options;
            struct job job = job_of(a, &options, threads);
            scratch = job.scratch;
            struct shares s = {.exhausted = MANY / 2};
            job_share(&job, MANY, do_one, &s);
            failed = false;
        }
        assert_true(failed);
        arena_free(scratch);
        arena_free(a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_is_done_once_and_told_in_order, arena_start, arena_end),
        cmocka_unit_test(where_memory_runs_out_for_one_the_job_fails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
