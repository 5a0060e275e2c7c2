/* app: a document's way through the stages; a tree that does not nest is told, and still made; writers are
 * rows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/build.h"
#include "app/writers.h"
#include "by_hand.h"
#include "compose/builder.h"
#include "compose/documents.h"
#include "text/shape_store.h"

#include <stdlib.h>

/* -- documents that a test made up ----------------------------------------------------------------------- */

static struct node *text(struct builder *p, struct node *parent, enum role role)
{
    return builder_block(p, parent, role, bi_same(STR("text")));
}

static void good(struct builder *p)
{
    text(p, p->tree->root, ROLE_P);
}

static void list_of_nothing(struct builder *p)
{
    builder_node(p, p->tree->root, ROLE_LIST);
}

static void pair_of_one(struct builder *p)
{
    struct node *pair = builder_node(p, p->tree->root, ROLE_PAIR);
    text(p, builder_node(p, pair, ROLE_SIDE), ROLE_P);
}

static void pair_of_three(struct builder *p)
{
    struct node *pair = builder_node(p, p->tree->root, ROLE_PAIR);
    for (int i = 0; i < 3; i++) text(p, builder_node(p, pair, ROLE_SIDE), ROLE_P);
}

static void row_too_short(struct builder *p)
{
    struct node *table = builder_table(p, p->tree->root, 3);
    builder_cell(p, builder_row(p, table, false), bi_same(STR("one")));
}

static void row_too_long(struct builder *p)
{
    struct node *row = builder_row(p, builder_table(p, p->tree->root, 1), false);
    for (int i = 0; i < 3; i++) builder_cell(p, row, bi_same(STR("one")));
}

static void figure_of_nothing(struct builder *p)
{
    builder_node(p, p->tree->root, ROLE_FIGURE);
}

static void chart_of_nothing(struct builder *p)
{
    builder_node(p, p->tree->root, ROLE_CHART);
}

static void grid_without_columns(struct builder *p)
{
    text(p, builder_node(p, p->tree->root, ROLE_GRID), ROLE_P);
}

static void scale_without_points(struct builder *p)
{
    builder_node(p, p->tree->root, ROLE_SCALE);
}

static void contents_of_nothing(struct builder *p)
{
    text(p, builder_node(p, p->tree->root, ROLE_TOC), ROLE_TOC_ITEM);
}

static void levels_skipped(struct builder *p)
{
    text(p, p->tree->root, ROLE_H4);
}

static void item_alone(struct builder *p)
{
    text(p, builder_node(p, p->tree->root, ROLE_ITEM), ROLE_P);
}

static void cell_alone(struct builder *p)
{
    builder_node(p, p->tree->root, ROLE_ROW);
    builder_cell(p, p->tree->root, bi_same(STR("one")));
}

static void text_and_blocks(struct builder *p)
{
    text(p, text(p, p->tree->root, ROLE_P), ROLE_P);
}

static void note_of_nothing(struct builder *p)
{
    p->tree->notes = builder_node(p, NULL, ROLE_NOTE);
}

/* -- building -------------------------------------------------------------------------------------------- */

struct shop {
    struct hand *hand;
    struct resources shared;
    struct work work;
};

static int open_shop(void **state)
{
    struct hand *h = hand_open();
    struct shop *s = ARENA_ONE(h->keep, struct shop);
    const struct font_wish wish = {0};
    const char *fonts = getenv("SASTRA_FONTS");
    h->options.fonts = str_of(fonts ? fonts : "fonts");
    h->options.threads = 1;
    s->hand = h;
    s->shared = (struct resources){.corpus = &h->corpus, .survey = hand_survey(h), .epoch = -1};
    s->shared.fonts = font_set_open(&h->job, &wish);
    s->shared.words = words_new(h->keep);
    if (s->shared.fonts) s->shared.shaped = shape_store_new(h->keep, s->shared.fonts, s->shared.words);
    *state = s;
    return s->shared.fonts ? 0 : -1;
}

static int close_shop(void **state)
{
    struct shop *s = *state;
    build_close(&s->shared);
    hand_close(s->hand);
    return 0;
}

static const struct print PAPER = {.sheet = {595276, 841890, 62362, 68031, 70866, 73701, false, 0}};

static void made(struct shop *s, void (*write)(struct builder *), enum build_stage stage)
{
    struct document *d = ARENA_ONE(s->hand->keep, struct document);
    *d = (struct document){.name = "made-up", .write = write, .print = &PAPER};
    struct wanted wanted = {.document = d, .name = STR("made-up"), .written = (1u << WRITTEN_KINDS) - 1};
    s->hand->job.diags->list.n = 0;
    build_run(&s->hand->job, &s->shared, &wanted, 1, stage, &s->work);
}

static size_t told(const struct shop *s, enum diag_code code)
{
    const struct diags *d = s->hand->job.diags;
    size_t n = 0;
    for (size_t i = 0; i < d->list.n; i++) n += d->list.at[i].code == code;
    return n;
}

static void a_good_tree_is_not_told(void **state)
{
    struct shop *s = *state;
    made(s, good, BUILD_FILES);
    assert_int_equal(told(s, DIAG_TREE_BROKEN), 0);
    assert_true(s->work.good);
    build_free(&s->work, 1);
}

static void a_broken_tree_is_told_and_made(void **state)
{
    struct shop *s = *state;
    static void (*const BROKEN[])(struct builder *) = {
        list_of_nothing,      pair_of_one,         pair_of_three,  row_too_short,   row_too_long,
        figure_of_nothing,    chart_of_nothing,    item_alone,     cell_alone,      grid_without_columns,
        scale_without_points, contents_of_nothing, levels_skipped, text_and_blocks, note_of_nothing};
    for (size_t i = 0; i < sizeof BROKEN / sizeof *BROKEN; i++) {
        made(s, BROKEN[i], BUILD_FILES);
        assert_int_equal(told(s, DIAG_TREE_BROKEN), 1);
        assert_true(s->work.good);
        assert_true(s->work.files[0].bytes.n > 0);
        build_free(&s->work, 1);
    }
}

/* -- where it is told, and what of it -------------------------------------------------------------------- */

static struct place HERE;

static void born_in_a_file(struct builder *p)
{
    struct node *sect = builder_node(p, p->tree->root, ROLE_SECT);
    sect->place = HERE;
    builder_node(p, builder_node(p, sect, ROLE_KEEP), ROLE_LIST);
}

static void it_is_told_where_it_came_from(void **state)
{
    struct shop *s = *state;
    const struct source *source = source_new(s->hand->keep, STR("sessions/x.en.md"), STR("one\ntwo\n"));
    HERE = place_in(source, 4);
    made(s, born_in_a_file, BUILD_TREE);
    assert_int_equal(s->hand->job.diags->list.n, 1);
    const struct diag *d = &s->hand->job.diags->list.at[0];
    assert_int_equal(diag_severity(d->code), SEVERITY_ERROR);
    assert_int_equal(place_position(d->place).line, 2);
    for (int l = 0; l < LANG_N; l++) {
        struct str message = diag_message(s->hand->keep, d, (enum lang)l);
        assert_true(hand_has(message, "made-up"));
        assert_true(hand_has(message, "list"));
    }
    build_free(&s->work, 1);
}

/* -- shorter versions ------------------------------------------------------------------------------------ */

enum { VERSIONS = 9 };

static int versions(const struct corpus *c)
{
    (void)c;
    return VERSIONS - 1;
}

static int FITS; /* the first version that takes no more than a page */

static void less_and_less(struct builder *p)
{
    text(p, p->tree->root, ROLE_P);
    for (int i = 0; i < (p->less < FITS ? 2 : 1); i++)
        text(p, builder_node(p, p->tree->root, ROLE_SECT), ROLE_P)->parent->breaks = i > 0;
    builder_node(p, p->tree->root, ROLE_LIST); /* tells of the version that is made, once */
}

/* The longest that fits; the shortest, where none does. */
static void the_longest_version_that_fits_is_made(void **state)
{
    struct shop *s = *state;
    static const struct document NINE = {
        .name = "nine", .write = less_and_less, .print = &PAPER, .pages = {1, 1}, .shorter = versions};
    struct wanted wanted = {.document = &NINE, .name = STR("nine"), .written = 1u << WRITTEN_PDF};
    for (FITS = 0; FITS <= VERSIONS; FITS++) {
        bool fits = FITS < VERSIONS;
        s->hand->job.diags->list.n = 0;
        build_run(&s->hand->job, &s->shared, &wanted, 1, BUILD_PAGES, &s->work);
        assert_int_equal(s->work.wanted.less, fits ? FITS : VERSIONS - 1);
        assert_int_equal(s->work.pages->list.n, fits ? 1 : 2);
        assert_int_equal(told(s, DIAG_TREE_BROKEN), 1);
        build_free(&s->work, 1);
    }
}

/* -- writers --------------------------------------------------------------------------------------------- */

static void each_writer_makes_its_file(void **state)
{
    struct shop *s = *state;
    size_t n;
    const struct writer *w = writers_all(&n);
    made(s, good, BUILD_FILES);
    assert_int_equal(s->work.nfiles, n);
    for (size_t i = 0; i < n; i++) {
        struct str name = str_fmt(s->hand->keep, "made-up%s", w[i].ending);
        assert_true(str_eq(s->work.files[i].name, name));
        assert_true(str_is(writers_bare(name), "made-up"));
        assert_true(s->work.files[i].bytes.n > 0);
        for (size_t k = 0; k < i; k++) {
            assert_int_not_equal(w[i].kind, w[k].kind);
            assert_string_not_equal(w[i].ending, w[k].ending);
        }
    }
    assert_true(str_is(writers_bare(STR("report.km")), "report.km"));
    build_free(&s->work, 1);
    made(s, good, BUILD_PAGES);
    assert_int_equal(s->work.nfiles, 0);
    build_free(&s->work, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_good_tree_is_not_told),
        cmocka_unit_test(a_broken_tree_is_told_and_made),
        cmocka_unit_test(it_is_told_where_it_came_from),
        cmocka_unit_test(the_longest_version_that_fits_is_made),
        cmocka_unit_test(each_writer_makes_its_file),
    };
    return cmocka_run_group_tests(tests, open_shop, close_shop);
}
