#include "read_help.h"

#include "read/format/yaml.h"

static struct yaml_node *read_yaml(struct bench *b, const char *text)
{
    struct source *s = bench_source(b, text);
    return yaml_read(&b->job, s, 0, s->text.n);
}

static void nodes_and_places(void **state)
{
    struct bench *b = *state;
    struct yaml_node *n = read_yaml(b, "ចំណងជើង: ក ខ\n# គ\nlist: [1, {a: ~, b: \"x: y\"}]\n");
    bench_silent(b);
    assert_int_equal(n->kind, YAML_MAP);
    bench_str(yaml_get(n, "ចំណងជើង")->text, "ក ខ");
    assert_int_equal(place_position(n->first->place).column, 10);
    struct yaml_node *list = yaml_get(n, "list");
    assert_int_equal(list->kind, YAML_LIST);
    bench_str(list->first->text, "1");
    struct yaml_node *map = list->first->next;
    assert_int_equal(yaml_get(map, "a")->text.n, 0);
    bench_str(yaml_get(map, "B")->text, "x: y");
    struct position p = place_position(yaml_get(map, "b")->key_place);
    assert_int_equal(p.line, 3);
    assert_int_equal(p.column, 18);
}

static void a_part_of_a_source(void **state)
{
    struct bench *b = *state;
    struct source *s = bench_source(b, "---\ntitle: ខ្មែរ\nspeakers: a\n---\nbody: x\n");
    struct yaml_node *n = yaml_read(&b->job, s, 4, str_find(s->text, STR("---"), 4));
    bench_str(yaml_text(&b->job, n, "title"), "ខ្មែរ");
    assert_null(yaml_get(n, "body"));
    assert_int_equal(place_position(yaml_get(n, "speakers")->place).line, 3);
    assert_null(yaml_read(&b->job, s, 4, 4));
    bench_silent(b);
}

static void a_second_colon(void **state)
{
    struct bench *b = *state;
    struct yaml_node *n = read_yaml(b, "title: Session 2: mentoring\nsession: d1s02\n");
    bench_at(b, DIAG_YAML_MENDED, 1, 17);
    bench_str(yaml_text(&b->job, n, "title"), "Session 2: mentoring");
    bench_str(yaml_text(&b->job, n, "session"), "d1s02");
}

static void an_open_quote(void **state)
{
    struct bench *b = *state;
    struct yaml_node *n = read_yaml(b, "a: 1\ntitle: \"Forum\nvenue: x\nhost: y\n");
    bench_at(b, DIAG_YAML_MENDED, 2, 8);
    bench_str(yaml_text(&b->job, n, "title"), "Forum");
    bench_str(yaml_text(&b->job, n, "venue"), "x");
    bench_str(yaml_text(&b->job, n, "host"), "y");
    bench_str(yaml_text(&b->job, n, "a"), "1");
}

static void an_open_bracket(void **state)
{
    struct bench *b = *state;
    struct yaml_node *n = read_yaml(b, "a: 1\nlist: [x, y\nvenue: z\n");
    assert_int_equal(bench_told(b, DIAG_YAML_BRACKET), 1);
    bench_str(yaml_text(&b->job, n, "a"), "1");
    bench_str(yaml_text(&b->job, n, "venue"), "z");
    assert_int_equal(b->job.diags->list.n, 1);
}

static void an_item_of_a_list(void **state)
{
    struct bench *b = *state;
    struct yaml_node *n = read_yaml(b, "prompts:\n  - {id: q1, en: A}\n  - {id: q2, en: [B}\n"
                                       "  - id: q3\n    en: C: D\n  - {id: q4}\nthemes: [x]\n");
    assert_int_equal(b->job.diags->list.n, 2);
    bench_at(b, DIAG_YAML_BRACKET, 3, 18);
    bench_at(b, DIAG_YAML_MENDED, 5, 10);
    struct yaml_node *list = yaml_get(n, "prompts"), *last = list->first;
    size_t items = 1;
    for (; last->next; last = last->next) items++;
    assert_int_equal(items, 4);
    bench_str(yaml_text(&b->job, last, "id"), "q4");
    bench_str(yaml_text(&b->job, list->first->next, "id"), "q2");
    assert_int_equal(yaml_get(n, "themes")->kind, YAML_LIST);
}

static void inside_a_map(void **state)
{
    struct bench *b = *state;
    struct yaml_node *n =
        read_yaml(b, "en:\n  title: STEM: a forum\n  venue: x\n  host: [y\n  who: z\n"
                     "km: {title: k}\nlist:\n  - id: q1\n    en: A: B\n    km: C\n  - id: q2\nend: e\n");
    struct yaml_node *en = yaml_get(n, "en"), *list = yaml_get(n, "list");
    bench_str(yaml_text(&b->job, en, "title"), "STEM: a forum");
    bench_str(yaml_text(&b->job, en, "venue"), "x");
    bench_str(yaml_text(&b->job, en, "who"), "z");
    bench_str(yaml_text(&b->job, yaml_get(n, "km"), "title"), "k");
    bench_str(yaml_text(&b->job, list->first, "en"), "A: B");
    bench_str(yaml_text(&b->job, list->first, "km"), "C");
    bench_str(yaml_text(&b->job, list->first->next, "id"), "q2");
    assert_null(list->first->next->next);
    bench_str(yaml_text(&b->job, n, "end"), "e");
    assert_int_equal(bench_told(b, DIAG_YAML_MENDED), 2);
    assert_int_equal(b->job.diags->list.n, 3);
}

static void as_typed(void **state)
{
    struct bench *b = *state;
    struct yaml_node *n = read_yaml(b, "title: [Draft] Forum\nhost: \"A\" and \"B\"\nvenue: @home\n");
    bench_str(yaml_text(&b->job, n, "title"), "[Draft] Forum");
    bench_str(yaml_text(&b->job, n, "host"), "\"A\" and \"B\"");
    bench_str(yaml_text(&b->job, n, "venue"), "@home");
    assert_int_equal(bench_told(b, DIAG_YAML_MENDED), 3);
    assert_int_equal(b->job.diags->list.n, 3);
}

static void a_tab(void **state)
{
    struct bench *b = *state;
    struct yaml_node *n = read_yaml(b, "en:\n\ttitle: x\nvenue: z\n");
    bench_at(b, DIAG_YAML_TAB_READ, 2, 1);
    bench_str(yaml_text(&b->job, yaml_get(n, "en"), "title"), "x");
    bench_str(yaml_text(&b->job, n, "venue"), "z");
    read_yaml(b, "a:\n  - b\n\t- c\n");
    assert_int_equal(bench_told(b, DIAG_YAML_TAB), 1);
    assert_int_equal(b->job.diags->list.n, 2);
}

static void twice_and_unknown(void **state)
{
    static const char *const KNOWN[] = {"title", "weight"};
    struct bench *b = *state;
    struct yaml_node *n = read_yaml(b, "title: a\ntitle: b\nwieght: 3\nnothing: x\n");
    bench_at(b, DIAG_YAML_TWICE, 2, 1);
    bench_str(yaml_text(&b->job, n, "title"), "b");
    yaml_unknown(&b->job, n, KNOWN, 2);
    bench_at(b, DIAG_KEY_UNKNOWN_NEAR, 3, 1);
    bench_str(bench_diag(b, DIAG_KEY_UNKNOWN_NEAR)->args[1], "weight");
    bench_at(b, DIAG_KEY_UNKNOWN, 4, 1);
}

static void aliases_are_text(void **state)
{
    struct bench *b = *state;
    struct yaml_node *n = read_yaml(b, "a: &x [1, 1]\nb: [*x, *x, *x]\nc: !Important\n");
    assert_int_equal(bench_told(b, DIAG_YAML_SIGN), 4);
    bench_str(yaml_get(n, "b")->first->text, "*x");
    bench_str(yaml_text(&b->job, n, "c"), "!Important");
}

static void depth(void **state)
{
    struct bench *b = *state;
    struct buf t = BUF(b->job.keep);
    buf_put(&t, "a: ");
    for (int i = 0; i < 100000; i++) buf_byte(&t, '[');
    buf_put(&t, "\nvenue: z\n");
    struct yaml_node *n = read_yaml(b, buf_str(&t).s);
    assert_int_equal(bench_told(b, DIAG_YAML_DEEP), 1);
    bench_str(yaml_text(&b->job, n, "venue"), "z");
}

static void rubbish(void **state)
{
    struct bench *b = *state;
    struct buf t = BUF(b->job.keep);
    for (int i = 0; i < 20000; i++) buf_put(&t, "a: 'x\nb: {\n");
    read_yaml(b, buf_str(&t).s);
    assert_in_range(b->job.diags->list.n, 1, 400);
    assert_null(read_yaml(b, ""));
    assert_null(read_yaml(b, "# nothing\n"));
    bench_str(read_yaml(b, "Only a title")->text, "Only a title");
}

int main(void)
{
    const struct CMUnitTest tests[] = {BENCH(nodes_and_places),
                                       BENCH(a_part_of_a_source),
                                       BENCH(a_second_colon),
                                       BENCH(an_open_quote),
                                       BENCH(an_open_bracket),
                                       BENCH(a_tab),
                                       BENCH(inside_a_map),
                                       BENCH(as_typed),
                                       BENCH(an_item_of_a_list),
                                       BENCH(twice_and_unknown),
                                       BENCH(aliases_are_text),
                                       BENCH(depth),
                                       BENCH(rubbish)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
