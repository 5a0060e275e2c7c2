#include "read_help.h"

#include "read/format/yaml_values.h"

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
    n = read_yaml(b, "a:\n  - b\n\t- c\n");
    bench_str(yaml_get(n, "a")->first->next->text, "c");
    assert_int_equal(bench_told(b, DIAG_YAML_TAB_READ), 2);
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
    assert_int_equal(bench_told(b, DIAG_YAML_SIGN), 5);
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
    assert_in_range(b->job.diags->list.n, 60000, 80000);
    assert_null(read_yaml(b, ""));
    assert_null(read_yaml(b, "# nothing\n"));
    bench_str(read_yaml(b, "Only a title")->text, "Only a title");
}

/* -- as people type it -------------------------------------------------------------------------------------
 */

static const struct typed {
    const char *text, *key, *means;
    enum diag_code told; /* once; DIAG_LAST: nothing */
} TYPED[] = {
    {"title:\u200Bក\u200Bខ\u200B\nkey: x\n", "title", "ក\u200Bខ", DIAG_YAML_BLANK},
    {"\u00A0title\u202F:\u3000X\n\u00A0key: y\n", "title", "X", DIAG_YAML_BLANK},
    {"title៖ ក\nkey: x\n", "title", "ក", DIAG_YAML_COLON_SIGN},
    {"title：X\nkey：y\n", "title", "X", DIAG_YAML_COLON_SIGN},
    {"title:X\nkey:y\n", "title", "X", DIAG_YAML_NO_SPACE},
    {"title : X \nkey: y\n", "title", "X", DIAG_LAST},
    {"title: “X”\nkey: «y»\n", "title", "X", DIAG_YAML_QUOTES},
    {"title: ‘X’\n", "title", "X", DIAG_YAML_QUOTES},
    {"title: “A” and “B”\n", "title", "“A” and “B”", DIAG_LAST},
    {"title: What: a question\nkey: x\n", "title", "What: a question", DIAG_YAML_MENDED},
    {"title: \"Said \"yes\" to it\"\nkey: x\n", "title", "Said \"yes\" to it", DIAG_YAML_MENDED},
    {"title: 'It's me'\n", "title", "It's me", DIAG_YAML_MENDED},
    {"title: @home\n", "title", "@home", DIAG_YAML_MENDED},
    {"title: `home`\n", "title", "`home`", DIAG_YAML_MENDED},
    {"title: %home\n", "title", "%home", DIAG_YAML_MENDED},
    {"title: > 5 schools\nkey: x\n", "title", "> 5 schools", DIAG_YAML_MENDED},
    {"title: | a bar\nkey: x\n", "title", "| a bar", DIAG_YAML_MENDED},
    {"title: & more\n", "title", "& more", DIAG_YAML_SIGN},
    {"title: *bold*\n", "title", "*bold*", DIAG_YAML_SIGN},
    {"title: !now\n", "title", "!now", DIAG_YAML_SIGN},
    {"title: C:\\photos: x\n", "title", "C:\\photos: x", DIAG_YAML_MENDED},
    {"title: \"C:\\photos\"\n", "title", "C:\\photos", DIAG_LAST},
    {"title: \"a\\tb \\u1780\"\n", "title", "a\tb ក", DIAG_LAST},
    {"title: Hall #3\nkey: x\n", "title", "Hall #3", DIAG_YAML_REMARK},
    {"title: Issue # 5 of it\n", "title", "Issue # 5 of it", DIAG_YAML_REMARK},
    {"title: The big hall # upstairs\n", "title", "The big hall", DIAG_YAML_REMARK_LEFT},
    {"title: draft    # or final\n", "title", "draft", DIAG_LAST},
    {"title: yes\n", "title", "yes", DIAG_LAST},
    {"title: NULL\n", "title", "NULL", DIAG_LAST},
    {"title: null\n", "title", "", DIAG_LAST},
    {"title: 1e3\n", "title", "1e3", DIAG_LAST},
    {"title: 0x10\n", "title", "0x10", DIAG_LAST},
    {"title: 08:30\n", "title", "08:30", DIAG_LAST},
    {"title: http://x.org\n", "title", "http://x.org", DIAG_LAST},
    {"title: A forum\n  on mentors\nkey: x\n", "title", "A forum on mentors", DIAG_LAST},
    {"title: A forum\non mentors\nkey: x\n", "title", "A forum on mentors", DIAG_YAML_WRAPPED},
    {"title: A forum\n  Mentors: who they are\n", "title", "A forum Mentors: who they are", DIAG_LAST},
    {"title: A\n  key: x\n", "key", "x", DIAG_YAML_INDENT},
    {"title: >\n  A\n  forum\n\n  on\nkey: x\n", "title", "A forum\non", DIAG_LAST},
    {"title: |\n  A\n   forum\nkey: x\n", "title", "A\n forum", DIAG_LAST},
    {"title: \"A\n  forum\"\nkey: x\n", "title", "A forum", DIAG_LAST},
    {"title: [A, B]\n", "title", "A, B", DIAG_LAST},
    {"- - -\ntitle: A\n***\nkey: x\n", "key", "x", DIAG_LAST},
    {"title: One\nTitle: Two\n", "title", "Two", DIAG_YAML_TWICE},
    {"title: One\nTI-TLE: Two\n", "title", "Two", DIAG_YAML_TWICE},
};

static void typed_by_people(void **state)
{
    struct bench *b = *state;
    for (size_t i = 0; i < sizeof TYPED / sizeof *TYPED; i++) {
        b->job.diags->list.n = 0;
        struct yaml_node *n = read_yaml(b, TYPED[i].text);
        bench_str(yaml_text(&b->job, n, TYPED[i].key), TYPED[i].means);
        assert_int_equal(b->job.diags->list.n, TYPED[i].told != DIAG_LAST);
        if (TYPED[i].told != DIAG_LAST) assert_int_equal(b->job.diags->list.at[0].code, TYPED[i].told);
        if (strstr(TYPED[i].text, "\nkey")) assert_true(yaml_text(&b->job, n, "key").n > 0);
    }
}

static const struct flow {
    const char *text;
    size_t n;
    const char *items[4];
} FLOWS[] = {
    {"[A mentor, C: teacher, D]", 3, {"A mentor", "C: teacher", "D"}},
    {"[A, \"B, director\", C: teacher]", 3, {"A", "B, director", "C: teacher"}},
    {"[Sok (Takeo, Kampot), Dara]", 2, {"Sok (Takeo, Kampot)", "Dara"}},
    {"[ក៖ ខ,\u200Bគ, “ឃ, ង”]", 3, {"ក៖ ខ", "គ", "ឃ, ង"}},
    {"[\n  A,\n  B, # a remark\n]", 2, {"A", "B"}},
    {"[@meas, #two, room #3, a & b] # a remark", 4, {"@meas", "#two", "room #3", "a & b"}},
    {"[\n  A, ## a remark\n  #B,\n  C]", 2, {"A", "C"}},
    {"[yes, no, null, 08:30]", 4, {"yes", "no", "null", "08:30"}},
    {"\n  - Chair: Dr X\n  - B\n  - https://x.org", 3, {"Chair: Dr X", "B", "https://x.org"}},
    {"\n  -A\n  –B\n  • C", 3, {"A", "B", "C"}},
    {"\n- “A, B”\n- C\n  D", 2, {"A, B", "C D"}},
};

static void lists_of_texts(void **state)
{
    struct bench *b = *state;
    for (size_t i = 0; i < sizeof FLOWS / sizeof *FLOWS; i++) {
        struct yaml_node *n = read_yaml(b, str_fmt(b->job.keep, "list: %s\nkey: x\n", FLOWS[i].text).s);
        struct yaml_values v = yaml_values_list(&b->job, n, "list");
        assert_int_equal(v.n, FLOWS[i].n);
        for (size_t k = 0; k < v.n; k++) bench_str(v.at[k].text, FLOWS[i].items[k]);
        bench_str(yaml_text(&b->job, n, "key"), "x");
    }
}

static void maps_in_brackets(void **state)
{
    struct bench *b = *state;
    struct yaml_node *n =
        read_yaml(b, "m: {en: What, and why?, km: ក, ខ, who: \"a, b\", how:good: or bad}\nkey: x\n");
    struct yaml_node *m = yaml_get(n, "m");
    bench_str(yaml_text(&b->job, m, "en"), "What, and why?");
    bench_str(yaml_text(&b->job, m, "km"), "ក, ខ");
    bench_str(yaml_text(&b->job, m, "who"), "a, b");
    bench_str(yaml_text(&b->job, m, "how"), "good: or bad");
    assert_int_equal(bench_told(b, DIAG_YAML_MENDED), 2);
    n = read_yaml(b, "{\n\"title\": \"X\",\n\"list\": [1, {\"a\": 2}]\n}\n");
    bench_str(yaml_text(&b->job, n, "title"), "X");
    bench_str(yaml_text(&b->job, yaml_get(n, "list")->first->next, "a"), "2");
}

/* Whatever is typed, in any order: libyaml takes what is written for it. */
static void anything(void **state)
{
    static const char *const PARTS[] = {
        "\n", "\n  ", "\n ",  "\n    ", "- ", "-",  "a: ", "b:", "“",  "”",  "\"", "'",      "[",
        "]",  "{",    "}",    ", ",     ",",  "# ", "#",   "|",  ">",  "x",  "ក",  "\u200B", "៖",
        "\t", "\\",   "--- ", "&",      "*",  "!",  "? ",  "%",  "\r", ": ", "(",  ")"};
    enum { MANY = sizeof PARTS / sizeof *PARTS };
    struct bench *b = *state;
    unsigned long seed = 1;
    for (int i = 0; i < 20000; i++) {
        struct buf t = BUF(b->job.keep);
        for (int k = 0; k < 24; k++) {
            seed = seed * 6364136223846793005ul + 1442695040888963407ul;
            buf_put(&t, PARTS[(seed >> 33) % MANY]);
        }
        b->job.diags->list.n = 0;
        read_yaml(b, buf_str(&t).s);
        for (size_t k = 0; k < b->job.diags->list.n; k++)
            assert_int_not_equal(b->job.diags->list.at[k].code, DIAG_YAML_REFUSED);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {BENCH(nodes_and_places),  BENCH(a_part_of_a_source),
                                       BENCH(a_second_colon),    BENCH(an_open_quote),
                                       BENCH(an_open_bracket),   BENCH(a_tab),
                                       BENCH(inside_a_map),      BENCH(as_typed),
                                       BENCH(an_item_of_a_list), BENCH(twice_and_unknown),
                                       BENCH(aliases_are_text),  BENCH(depth),
                                       BENCH(rubbish),           BENCH(typed_by_people),
                                       BENCH(lists_of_texts),    BENCH(maps_in_brackets),
                                       BENCH(anything)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
