/* watch: what is saved is seen, also what was saved before the waiting began. */
#include "read_help.h"

#include "app/command/watch.h"

#include <pthread.h>
#include <time.h>

static struct watch look(struct bench *b, const char *out)
{
    struct watch w;
    static char but[512];
    snprintf(but, sizeof but, "%s/%s", b->folder, out);
    watch_begin(&w, b->folder, but);
    watch_look(&w);
    return w;
}

static void *wait_for(void *of)
{
    return watch_wait(of) ? of : NULL;
}

/* Has it come back within a second and a half? Ended by removing the folder where it has not. */
static bool comes_back(struct bench *b, struct watch *w)
{
    pthread_t thread;
    void *seen = NULL;
    struct timespec end;
    char command[256];
    assert_int_equal(pthread_create(&thread, NULL, wait_for, w), 0);
    clock_gettime(CLOCK_REALTIME, &end);
    end.tv_sec += 2;
    if (!pthread_timedjoin_np(thread, &seen, &end)) return seen != NULL;
    snprintf(command, sizeof command, "rm -rf %s", b->folder);
    assert_int_equal(system(command), 0);
    assert_int_equal(pthread_join(thread, &seen), 0);
    assert_null(seen); /* the folder is gone */
    return false;
}

static void what_was_saved_during_a_build_is_seen(void **state)
{
    struct bench *b = *state;
    bench_write(b, "sessions/a.md", STR("one"));
    struct watch w = look(b, "out");
    bench_write(b, "sessions/a.md", STR("another")); /* while it builds */
    assert_true(comes_back(b, &w));
}

static void a_new_file_is_seen(void **state)
{
    struct bench *b = *state;
    struct watch w = look(b, "out");
    bench_write(b, "event.yml", STR(""));
    assert_true(comes_back(b, &w));
}

static void nothing_new_is_waited_for(void **state)
{
    struct bench *b = *state;
    bench_write(b, "event.yml", STR("x"));
    struct watch w = look(b, "out");
    assert_false(comes_back(b, &w));
}

static void what_the_build_made_does_not_count(void **state)
{
    struct bench *b = *state;
    bench_write(b, "out/report.pdf", STR("old"));
    struct watch w = look(b, "out");
    bench_write(b, "out/report.pdf", STR("newer"));
    bench_write(b, "out/handouts/programme.pdf", STR("new"));
    assert_false(comes_back(b, &w));
}

static void another_folder_counts(void **state)
{
    struct bench *b = *state;
    char also[512];
    bench_write(b, "out/fonts/a.ttf", STR("old"));
    struct watch w = look(b, "out");
    snprintf(also, sizeof also, "%s/out/fonts", b->folder);
    watch_also(&w, also);
    bench_write(b, "out/fonts/a.ttf", STR("newer"));
    assert_true(comes_back(b, &w));
}

static void what_is_as_it_was_again_is_no_change(void **state)
{
    struct bench *b = *state;
    struct watch w = look(b, "out");
    char path[512];
    bench_write(b, "a.md", STR("gone soon"));
    snprintf(path, sizeof path, "%s/a.md", b->folder);
    assert_int_equal(remove(path), 0);
    assert_false(comes_back(b, &w));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_was_saved_during_a_build_is_seen, bench_open, bench_close),
        cmocka_unit_test_setup_teardown(a_new_file_is_seen, bench_open, bench_close),
        cmocka_unit_test_setup_teardown(nothing_new_is_waited_for, bench_open, bench_close),
        cmocka_unit_test_setup_teardown(what_the_build_made_does_not_count, bench_open, bench_close),
        cmocka_unit_test_setup_teardown(another_folder_counts, bench_open, bench_close),
        cmocka_unit_test_setup_teardown(what_is_as_it_was_again_is_no_change, bench_open, bench_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
