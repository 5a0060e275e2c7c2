/* pdf: bookmarks, as ISO 32000-1, 12.3.3 counts and links them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pdf_hand.h"

static struct hand h;

static int open_hand(void **state)
{
    (void)state;
    hand_open(&h);
    return h.fonts ? 0 : -1;
}

static int close_hand(void **state)
{
    (void)state;
    hand_close(&h);
    return 0;
}

static void mark(int level, const char *title)
{
    struct bookmark b = {.title = str_of(title), .level = level, .y = h.y};
    VEC_ADD(h.keep, h.pages.bookmarks, b);
}

/* The keys of the object that holds a piece of text. */
static struct str keys(struct str bytes, const char *what)
{
    size_t at = str_find(bytes, str_of(what), 0);
    if (at == SIZE_MAX) fail_msg("%s is not in the file", what);
    while (at && bytes.s[at - 1] != '\n') at--;
    return str_sub(bytes, at, str_find(bytes, STR(">>\nendobj"), at));
}

/* The number behind a key; 0 where it is not there. */
static long number(struct str keys, const char *key)
{
    size_t at = str_find(keys, str_of(key), 0);
    return at == SIZE_MAX ? 0 : strtol(keys.s + at + strlen(key), NULL, 10);
}

/* "26 0 obj", "<<", and then the keys. */
static long id_of(struct str bytes, const char *what)
{
    const char *line = keys(bytes, what).s - strlen("<<\n");
    for (line--; line > bytes.s && line[-1] != '\n';) line--;
    return strtol(line, NULL, 10);
}

/* One | Two (Deep (Deepest) | Last) | Three (Skips) */
static struct str outlined(void)
{
    hand_line(&h, h.tree.root, ROLE_P, LANG_EN, "text");
    mark(1, "One");
    mark(1, "Two");
    mark(2, "Deep");
    mark(3, "Deepest");
    mark(2, "Last");
    mark(1, "Three");
    mark(3, "Skips");
    return hand_write(&h);
}

/* The root's are open, all others shut: a shut one counts, with a minus, what opening it would show. */
static void counts_are_of_what_shows(void **state)
{
    (void)state;
    static const struct {
        const char *what;
        long count;
    } WANTED[] = {{"/Type/Outlines", 3}, {"(One)", 0},  {"(Two)", -2},   {"(Deep)", -1},
                  {"(Deepest)", 0},      {"(Last)", 0}, {"(Three)", -1}, {"(Skips)", 0}};
    struct str b = outlined();
    for (size_t i = 0; i < sizeof WANTED / sizeof *WANTED; i++) {
        long got = number(keys(b, WANTED[i].what), "/Count ");
        if (got != WANTED[i].count) fail_msg("%s counts %ld, not %ld", WANTED[i].what, got, WANTED[i].count);
    }
}

static void neighbours_are_linked(void **state)
{
    (void)state;
    struct str b = outlined(), root = keys(b, "/Type/Outlines"), two = keys(b, "(Two)");
    long one_id = id_of(b, "(One)"), three_id = id_of(b, "(Three)");
    assert_true(one_id > 0);
    assert_int_equal(number(root, "/First "), one_id);
    assert_int_equal(number(root, "/Last "), three_id);
    assert_int_equal(number(two, "/Parent "), id_of(b, "/Type/Outlines"));
    assert_int_equal(number(two, "/Prev "), one_id);
    assert_int_equal(number(two, "/Next "), three_id);
    assert_int_equal(number(two, "/First "), id_of(b, "(Deep)"));
    assert_int_equal(number(two, "/Last "), id_of(b, "(Last)"));
    assert_int_equal(number(keys(b, "(Deepest)"), "/Parent "), id_of(b, "(Deep)"));
    assert_int_equal(number(keys(b, "(Skips)"), "/Parent "), three_id);
    assert_int_equal(number(keys(b, "(One)"), "/Prev "), 0);
    assert_int_equal(number(keys(b, "(Three)"), "/Next "), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(counts_are_of_what_shows, open_hand, close_hand),
        cmocka_unit_test_setup_teardown(neighbours_are_linked, open_hand, close_hand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
