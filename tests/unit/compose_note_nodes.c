/* compose: a note's blocks as nodes: headings, lists, footnotes, tables, figures, pairs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "by_hand.h"

/* One session note with a doc in each language asked for. */
static struct hand *with_note(bool km, bool en)
{
    struct hand *h = hand_open();
    struct note *n = ARENA_ONE(h->keep, struct note);
    *n = (struct note){.kind = NOTE_SESSION, .stem = STR("d1s01-talk"), .session = STR("d1s01")};
    if (km) n->doc[LANG_KM] = hand_doc(h, LANG_KM, "sessions/d1s01-talk.km.md");
    if (en) n->doc[LANG_EN] = hand_doc(h, LANG_EN, "sessions/d1s01-talk.en.md");
    h->corpus.notes = n;
    h->corpus.nnotes = 1;
    return h;
}

static struct block *root(struct hand *h, enum lang l)
{
    return h->corpus.notes[0].doc[l]->root;
}

static struct str report(struct hand *h, enum edition e)
{
    hand_pair(h, h->corpus.notes);
    struct tree *t = hand_report(h, e);
    const struct node *bad = tree_check(t);
    if (bad) print_error("%s does not nest\n", role_name(bad->role));
    assert_null(bad);
    return hand_dump(h, t);
}

static struct block *head(struct hand *h, enum lang l, int level, const char *text)
{
    struct block *b = hand_block(h, root(h, l), BLOCK_HEADING, text);
    b->level = level;
    return b;
}

static void headings_skip_no_level(void **state)
{
    (void)state;
    struct hand *h = with_note(false, true);
    head(h, LANG_EN, 2, "A");
    head(h, LANG_EN, 4, "B");
    head(h, LANG_EN, 6, "C");
    head(h, LANG_EN, 2, "D");
    head(h, LANG_EN, 5, "E");
    struct str d = report(h, EDITION_EN);
    assert_true(hand_has(d, "h3 en \"A\""));
    assert_true(hand_has(d, "h4 en \"B\""));
    assert_true(hand_has(d, "h5 en \"C\""));
    assert_true(hand_has(d, "h3 en \"D\""));
    assert_true(hand_has(d, "h4 en \"E\""));
    hand_close(h);
}

static void headings_of_two_languages_skip_none(void **state)
{
    (void)state;
    struct hand *h = with_note(true, true);
    h->corpus.notes[0].kind = NOTE_SUMMARY;
    h->corpus.notes[0].stem = STR("background");
    head(h, LANG_KM, 2, "ក");
    head(h, LANG_EN, 2, "A");
    hand_block(h, root(h, LANG_KM), BLOCK_PARA, "អត្ថបទ");
    head(h, LANG_EN, 3, "B");
    head(h, LANG_KM, 2, "ខ");
    head(h, LANG_EN, 4, "C");
    struct str d = report(h, EDITION_BOTH);
    assert_true(hand_has(d, "h2 \"ក\"@km | \"A\"@en") || hand_has(d, "h2 \"ក\" | \"A\"@en"));
    assert_true(hand_has(d, "toc-item 2 \"ក\""));
    hand_close(h);
}

static void a_heading_in_a_quote_is_bold_text(void **state)
{
    (void)state;
    struct hand *h = with_note(false, true);
    struct block *q = hand_block(h, root(h, LANG_EN), BLOCK_QUOTE, NULL);
    hand_block(h, q, BLOCK_HEADING, "Said")->level = 1;
    struct str d = report(h, EDITION_EN);
    assert_true(hand_has(d, "p en \"Said\"*"));
    hand_close(h);
}

static struct block *list(struct hand *h, struct block *parent, enum counter counter, int start)
{
    struct block *l = hand_block(h, parent, BLOCK_LIST, NULL);
    l->counter = counter;
    l->start = start;
    l->delimiter = '.';
    return l;
}

static void labels_count_in_their_language(void **state)
{
    (void)state;
    struct hand *h = with_note(true, false);
    struct block *l = list(h, root(h, LANG_KM), COUNTER_KM_LETTER, 1);
    for (int i = 0; i < 2; i++) hand_block(h, hand_block(h, l, BLOCK_ITEM, NULL), BLOCK_PARA, "មួយ");
    l = list(h, root(h, LANG_KM), COUNTER_DECIMAL, 9);
    l->delimiter = ')';
    for (int i = 0; i < 2; i++) hand_block(h, hand_block(h, l, BLOCK_ITEM, NULL), BLOCK_PARA, "មួយ");
    struct str d = report(h, EDITION_KM);
    assert_true(hand_has(d, "item km \"ក.\""));
    assert_true(hand_has(d, "item km \"ខ.\""));
    assert_true(hand_has(d, "item km \"៩)\""));
    assert_true(hand_has(d, "item km \"១០)\""));
    hand_close(h);
}

static void deep_nests_keep_their_text(void **state)
{
    (void)state;
    struct hand *h = with_note(false, true);
    struct block *at = root(h, LANG_EN);
    for (int i = 0; i < 5000; i++) at = hand_block(h, at, BLOCK_QUOTE, NULL);
    hand_block(h, at, BLOCK_PARA, "deep down");
    for (int i = 0; i < 5000; i++) {
        at = i ? hand_block(h, at, BLOCK_ITEM, NULL) : at;
        at = list(h, at, COUNTER_BULLET, 1);
    }
    hand_block(h, hand_block(h, at, BLOCK_ITEM, NULL), BLOCK_PARA, "deeper still");
    hand_block(h, root(h, LANG_EN), BLOCK_PARA, "after");
    struct str d = report(h, EDITION_EN);
    assert_int_equal(hand_count(d, "\"deep down\""), 1);
    assert_int_equal(hand_count(d, "\"deeper still\""), 1);
    assert_int_equal(hand_count(d, "quote"), 12);
    assert_true(hand_has(d, "    p en \"after\"")); /* out of the nests again */
    assert_false(hand_has(d, "          p en \"after\""));
    hand_close(h);
}

static struct footnote *footnote(struct hand *h, const char *text)
{
    struct footnote *f = ARENA_ONE(h->keep, struct footnote);
    f->label = STR("x");
    f->body = block_new(h->keep, NULL, BLOCK_ROOT, (struct place){0});
    hand_block(h, f->body, BLOCK_PARA, text);
    return f;
}

static void mark(struct hand *h, struct block *b, const struct footnote *f)
{
    struct span *s = ARENA_MANY(h->keep, struct span, b->spans.n + 1);
    memcpy(s, b->spans.at, b->spans.n * sizeof *s);
    s[b->spans.n] = (struct span){.kind = SPAN_NOTE, .lang = LANG_NONE, .note = f};
    b->spans = (struct spans){s, b->spans.n + 1};
}

static void footnotes_come_once_and_may_mark_others(void **state)
{
    (void)state;
    struct hand *h = with_note(false, true);
    struct footnote *one = footnote(h, "first note"), *two = footnote(h, "second note");
    mark(h, one->body->first, two);
    mark(h, two->body->first, one); /* a circle */
    struct block *p = hand_block(h, root(h, LANG_EN), BLOCK_PARA, "text");
    mark(h, p, one);
    mark(h, p, one);
    struct str d = report(h, EDITION_EN);
    assert_int_equal(hand_count(d, "\nnote en"), 2);
    assert_true(hand_has(d, "note en \"1\""));
    assert_true(hand_has(d, "note en \"2\""));
    assert_int_equal(hand_count(d, "first note"), 1);
    hand_close(h);
}

static struct block *table(struct hand *h, enum lang l, const char *cell)
{
    struct block *t = hand_block(h, root(h, l), BLOCK_TABLE, NULL);
    t->ncolumns = 2;
    for (int r = 0; r < 2; r++) {
        struct block *row = hand_block(h, t, BLOCK_ROW, NULL);
        row->head = r == 0;
        for (int c = 0; c < (r ? 1 : 2); c++) hand_block(h, row, BLOCK_CELL, cell);
    }
    return t;
}

/* Tables of one shape are one, Khmer over English; what both say as one number or in the same words stands
 * once. */
static void tables_of_one_shape_are_one(void **state)
{
    (void)state;
    static const struct {
        const char *km, *en, *cell;
    } cases[] = {{"ក្រឡា", "cell", "\"ក្រឡា\" | \"cell\"@en"},
                 {"១.២៣៤,៥", "1,234.5", "en \"1,234.5\""},
                 {"០៨:៣០–០៩:០០", "08:30–09:00", "en \"08:30–09:00\""},
                 {"១២", "13", "\"១២\" | \"13\"@en"},
                 {"១២ នាក់", "12 people", "\"១២ នាក់\" | \"12 people\"@en"},
                 {"STEM", "STEM", "km \"STEM\""}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct hand *h = with_note(true, true);
        table(h, LANG_KM, cases[i].km);
        table(h, LANG_EN, cases[i].en);
        struct str d = report(h, EDITION_BOTH);
        assert_true(str_find(d, STR("table km"), 0) == SIZE_MAX &&
                    str_find(d, STR("table en"), 0) == SIZE_MAX);
        if (str_find(d, str_of(cases[i].cell), 0) == SIZE_MAX)
            fail_msg("%s\n%.*s", cases[i].cell, STR_ARGS(d));
        hand_close(h);
    }
}

static void other_tables_span_both_khmer_first(void **state)
{
    (void)state;
    struct hand *h = with_note(true, true);
    table(h, LANG_KM, "ក្រឡា");
    table(h, LANG_EN, "cell");
    struct block *row = h->corpus.notes->doc[LANG_EN]->root->last->last;
    row->last->across = 2;
    struct str d = report(h, EDITION_BOTH);
    size_t km = str_find(d, STR("table km"), 0), en = str_find(d, STR("table en"), 0);
    assert_true(km < en && en != SIZE_MAX);
    hand_close(h);
}

static void columns_of_numbers_stand_right(void **state)
{
    (void)state;
    static const struct {
        const char *cell;
        bool number;
    } cases[] = {{"12", true},        {"១.២៣៤,៥", true},    {"45%", true},      {"-3", true},
                 {"1.6, 2.6", false}, {"2022-2023", false}, {"12 cups", false}, {"%", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct hand *h = with_note(false, true);
        table(h, LANG_EN, cases[i].cell);
        hand_pair(h, h->corpus.notes);
        const struct tree *t = hand_compose(h, "report.en");
        const struct node *found = NULL;
        for (const struct node *c = t->root->first; c; c = c->next)
            for (const struct node *s = c->first; s; s = s->next)
                for (const struct node *b = s->first; b; b = b->next)
                    if (b->role == ROLE_TABLE && !found && b->lang == LANG_EN) found = b;
        assert_non_null(found);
        assert_int_equal(found->columns[0].number, cases[i].number);
        hand_close(h);
    }
}

/* A table from a picture of it: rows parted by |, cells by blanks, each "text", "*text" in bold, "_" for an
 * empty one, or "text:ACROSSxDOWN"; ^ begins a row of the head. */
static const struct node *merged(struct hand *h, const char *rows)
{
    struct block *t = hand_block(h, root(h, LANG_EN), BLOCK_TABLE, NULL), *row = NULL;
    struct str rest = str_of(rows), line, cell;
    while (str_cut(&rest, '|', &line)) {
        row = hand_block(h, t, BLOCK_ROW, NULL);
        while (str_cut(&line, ' ', &cell)) {
            struct str text, span = cell;
            row->head |= str_is(cell, "^");
            if (!cell.n || str_is(cell, "^")) continue;
            str_cut(&span, ':', &text);
            bool strong = str_starts(text, "*"), empty = str_is(text, "_");
            if (strong) text = str_sub(text, 1, text.n);
            struct block *c = hand_block(h, row, BLOCK_CELL, empty ? NULL : str_copy(h->keep, text).s);
            if (strong) c->spans.at[0].style |= SPAN_STRONG;
            if (span.n) sscanf(str_copy(h->keep, span).s, "%ux%u", &c->across, &c->down);
        }
    }
    hand_pair(h, h->corpus.notes);
    const struct tree *tree = hand_compose(h, "report.en");
    assert_null(tree_check(tree));
    for (const struct node *c = tree->root->first; c; c = c->next)
        for (const struct node *s = c->first; s; s = s->next)
            for (const struct node *b = s->first; b; b = b->next)
                if (b->role == ROLE_TABLE && b->lang == LANG_EN) return b;
    fail();
    return NULL;
}

static void merged_cells_cover_each_place_once(void **state)
{
    (void)state;
    static const struct {
        const char *typed,
            *made; /* made: columns, then each row's cells as they were typed, . for one added */
    } cases[] = {
        {"a b|c d", "2 a b|c d"},
        {"a:2x1|b c", "2 a:2x1|b c"},
        {"a:1x2 b|c", "2 a:1x2 b|c"},
        {"a b c|d", "3 a b c|d . ."},
        {"a:1x9 b|c", "2 a:1x2 b|c"},             /* further down than there are rows */
        {"a b:1x2 c|d:2x1 e", "3 a b:1x2 c|d e"}, /* into a column that is taken */
        {"a:1x3 b|c|d", "2 a:1x3 b|c|d"},
        {"a:1x2 b:1x2||c d", "2 a b|c d"}, /* a row that is covered whole */
        {"a:1x3 b:1x3||c d", "4 a:1x2 b:1x2 . .|c d"},
        {"a:4000000000x4000000000", "1000 a:1000x1"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct hand *h = with_note(false, true);
        const struct node *t = merged(h, cases[i].typed);
        struct buf b = BUF(h->keep);
        buf_fmt(&b, "%zu ", t->ncolumns);
        for (const struct node *row = t->first; row; row = row->next)
            for (const struct node *c = row->first; c; c = c->next) {
                struct str text = spans_text(h->keep, c->spans);
                buf_fmt(&b, "%.*s", text.n ? (int)text.n : 1, text.n ? text.s : ".");
                if (node_across(c) > 1 || node_down(c) > 1)
                    buf_fmt(&b, ":%zux%zu", node_across(c), node_down(c));
                if (c->next || row->next) buf_put(&b, c->next ? " " : "|");
            }
        if (!str_is(buf_str(&b), cases[i].made)) print_error("%s: %.*s\n", cases[i].typed, (int)b.n, b.s);
        assert_true(str_is(buf_str(&b), cases[i].made));
        hand_close(h);
    }
}

static void names_head_their_rows(void **state)
{
    (void)state;
    static const struct {
        const char *typed;
        bool heads;
    } cases[] = {
        {"^ Who Girls|Kampot 12|Takeo 9", true},
        {"^ Who What|Kampot rain|Takeo sun", true},
        {"^ Who What|Kampot rain|Kampot sun", false}, /* one name twice, words beside it */
        {"^ Who What|Kampot 12|Kampot 9", true},
        {"^ Year Girls|2022 12|2023 9", false},
        {"^ _ Girls|2022 12|2023 9", true}, /* the empty corner says so */
        {"^ Year Girls|*2022 12|*2023 9", true},
        {"^ Year Girls|*2022 12|2023 9", false},
        {"^ Who What|Kampot rain|_ sun", false},
        {"^ Who|Kampot|Takeo", false},                                          /* nothing beside them */
        {"^ Who What|ក្រុមគ្រូបង្រៀនវិទ្យាសាស្ត្រនៃវិទ្យាល័យខេត្តកំពត rain|Takeo sun", true}, /* 150 bytes */
        {"^ Who Girls|South:2x1|Kampot 12", true},
        {"^ Who Girls|Kampot:1x2 12|9", true},
        {"^ Who "
         "What|an-answer-that-goes-on-and-on-and-is-no-name-of-anything-but-a-text-of-its-own-if-ever-one- "
         "was rain|Takeo sun",
         false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct hand *h = with_note(false, true);
        const struct node *t = merged(h, cases[i].typed);
        if (t->columns[0].heads_row != cases[i].heads) print_error("%s\n", cases[i].typed);
        assert_int_equal(t->columns[0].heads_row, cases[i].heads);
        hand_close(h);
    }
}

static struct picture *picture(struct hand *h, const char *path)
{
    struct picture *p = ARENA_ONE(h->keep, struct picture);
    p->path = str_of(path);
    p->width = p->height = 10;
    p->alt[LANG_EN] = STR("A bridge");
    p->alt[LANG_KM] = STR("ស្ពាន");
    return p;
}

static void one_picture_in_both_notes_is_one_figure(void **state)
{
    (void)state;
    struct hand *h = with_note(true, true);
    for (int l = 0; l < LANG_N; l++)
        hand_block(h, root(h, l), BLOCK_FIGURE, l == LANG_KM ? "ស្ពានក្រដាស" : "Paper bridge")->picture =
            picture(h, "photos/bridge.png");
    struct str d = report(h, EDITION_BOTH);
    assert_int_equal(hand_count(d, "figure"), 1);
    assert_true(hand_has(d, "alt-km \"ស្ពាន\" alt-en \"A bridge\""));
    assert_true(hand_has(d, "figure 1 numbered"));
    assert_true(hand_has(
        d, "\"រូបភាព\u00a0១\"* \"៖ \"* \"ស្ពានក្រដាស\" | \"Figure\u00a01\"*@en \". \"*@en \"Paper bridge\"@en"));
    hand_close(h);
}

static void a_run_without_partners_is_told_once(void **state)
{
    (void)state;
    struct hand *h = with_note(true, true);
    hand_block(h, root(h, LANG_KM), BLOCK_PARA, "មួយ");
    hand_block(h, root(h, LANG_EN), BLOCK_PARA, "one");
    hand_block(h, root(h, LANG_EN), BLOCK_PARA, "two");
    hand_block(h, root(h, LANG_EN), BLOCK_PARA, "three");
    struct str both = report(h, EDITION_BOTH);
    assert_int_equal(hand_count(both, "missing km"), 1);
    assert_int_equal(hand_count(both, "p en \"t"), 2);
    struct str km = report(h, EDITION_KM);
    assert_int_equal(hand_count(km, "missing km"), 1);
    assert_false(hand_has(km, "two"));
    hand_close(h);
}

static void a_quote_ends_with_its_source(void **state)
{
    (void)state;
    struct hand *h = with_note(false, true);
    struct block *q = hand_block(h, root(h, LANG_EN), BLOCK_QUOTE, NULL);
    hand_block(h, q, BLOCK_PARA, "— not a source: it stands alone");
    q = hand_block(h, root(h, LANG_EN), BLOCK_QUOTE, NULL);
    hand_block(h, q, BLOCK_PARA, "Said so.");
    hand_block(h, q, BLOCK_PARA, "— a student");
    struct str d = report(h, EDITION_EN);
    assert_true(hand_has(d, "source en \"— a student\""));
    assert_int_equal(hand_count(d, "source en"), 1);
    hand_close(h);
}

static void draft_and_sample_are_marked(void **state)
{
    (void)state;
    struct hand *h = with_note(false, true);
    hand_block(h, root(h, LANG_EN), BLOCK_PARA, "text");
    struct doc *d = (struct doc *)h->corpus.notes[0].doc[LANG_EN];
    d->front.draft = d->front.sample = true;
    struct str out = report(h, EDITION_EN);
    assert_true(hand_has(out, "missing en \"Draft: "));
    assert_true(hand_has(out, "missing en \"Sample: "));
    h->corpus.event.sample = true;
    assert_false(hand_has(report(h, EDITION_EN), "missing en \"Sample: "));
    hand_close(h);
}

static void titles_of_their_own(void **state)
{
    (void)state;
    struct hand *h = with_note(false, true);
    head(h, LANG_EN, 1, "Mentors at work");
    hand_block(h, root(h, LANG_EN), BLOCK_PARA, "text");
    struct str d = report(h, EDITION_EN);
    assert_true(hand_has(d, "h2 en #d1s01-talk \"1.1 \"# \"Mentors at work\""));
    assert_false(hand_has(d, "h3"));
    head(h, LANG_EN, 1, "And more"); /* two first headings: neither is the title */
    d = report(h, EDITION_EN);
    assert_true(hand_has(d, "h3 en \"Mentors at work\""));
    assert_true(hand_has(d, "h3 en \"And more\""));
    hand_close(h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(headings_skip_no_level),
        cmocka_unit_test(headings_of_two_languages_skip_none),
        cmocka_unit_test(a_heading_in_a_quote_is_bold_text),
        cmocka_unit_test(labels_count_in_their_language),
        cmocka_unit_test(deep_nests_keep_their_text),
        cmocka_unit_test(footnotes_come_once_and_may_mark_others),
        cmocka_unit_test(tables_of_one_shape_are_one),
        cmocka_unit_test(other_tables_span_both_khmer_first),
        cmocka_unit_test(names_head_their_rows),
        cmocka_unit_test(columns_of_numbers_stand_right),
        cmocka_unit_test(merged_cells_cover_each_place_once),
        cmocka_unit_test(one_picture_in_both_notes_is_one_figure),
        cmocka_unit_test(a_run_without_partners_is_told_once),
        cmocka_unit_test(a_quote_ends_with_its_source),
        cmocka_unit_test(draft_and_sample_are_marked),
        cmocka_unit_test(titles_of_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
