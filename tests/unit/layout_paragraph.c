#include "layout_help.h"

#include "layout/paragraph/paragraph_break.h"

#include <time.h>

static struct layout_context lay_of(struct rig *r)
{
    struct pages *pages = ARENA_ONE(r->job.keep, struct pages);
    pages->arena = r->job.keep;
    return (struct layout_context){.job = &r->job,
                                   .pars = MAP(r->job.keep),
                                   .marks = MAP(r->job.keep),
                                   .passing = r->job.keep,
                                   .pages = pages,
                                   .rooms = {.arena = r->job.keep},
                                   .tree = &r->tree,
                                   .fonts = r->fonts,
                                   .shaper = r->shaper,
                                   .look = style_look(&r->tree, &r->print, 1000)};
}

static struct paragraph *par_of(struct rig *r, struct layout_context *lay, enum lang lang, const char *text)
{
    const struct area area = {.width = 100000};
    return paragraph_collect(lay, put(r, r->tree.root, ROLE_P, lang, text), &area);
}

static int32_t set_width(const struct paragraph_line *l)
{
    return l->width + l->spread + l->widen + l->track;
}

static void lines_hold(const struct paragraph *p, int32_t measure)
{
    size_t at = 0;
    for (size_t i = 0; i < p->nlines; i++) {
        const struct paragraph_line *l = &p->lines[i];
        assert_int_equal(l->from, at);
        assert_true(l->to > l->from);
        size_t letters = 0;
        for (size_t k = l->from; k < l->to; k++) letters += p->text.at[k].kind == CLUSTER_TEXT;
        if (letters > 1) assert_in_range(set_width(l), 0, measure);
        at = l->to;
    }
    assert_int_equal(at, p->text.n);
}

static void no_line_is_overfull(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct layout_context lay = lay_of(&r);
    struct paragraph *km = par_of(&r, &lay, LANG_KM, KM_LONG KM_LONG),
                     *en = par_of(&r, &lay, LANG_EN, EN_LONG EN_LONG);
    for (int32_t measure = 12000; measure < 500000; measure += 7321) {
        paragraph_break(&lay, km, measure);
        lines_hold(km, measure);
        paragraph_break(&lay, en, measure);
        lines_hold(en, measure);
    }
    rig_close(&r);
}

static void a_word_wider_than_its_measure_is_cut(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct layout_context lay = lay_of(&r);
    struct paragraph *p =
        par_of(&r, &lay, LANG_EN, "Donaudampfschifffahrtsgesellschaftskapitaensmuetzenabzeichenfabrik");
    paragraph_break(&lay, p, 60000);
    assert_true(p->nlines > 3);
    lines_hold(p, 60000);
    rig_close(&r);
}

/* However narrow the measure is. */
static void no_line_starts_with_a_mark(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct layout_context lay = lay_of(&r);
    static const char *const before[] = {"គ្រូបង្រៀន។", "word ", "តារាង ៖ ", "long—"};
    struct paragraph *p = paragraph_new(&lay, put(&r, r.tree.root, ROLE_P, LANG_KM, "x"),
                                        style_of(&lay.look, ROLE_P, LANG_KM, STYLE_TEXT), LANG_KM);
    for (size_t i = 0; i < 40; i++) {
        paragraph_words(&lay, p, str_of(before[i % 4]), LANG_KM, PART_SELF);
        paragraph_words(&lay, p, STR("១២"), LANG_KM, PART_MARK);
        p->runs[p->nruns - 1].mark = true;
    }
    paragraph_prepare(&lay, p);
    for (int32_t measure = 16000; measure < 300000; measure += 3217) {
        paragraph_break(&lay, p, measure);
        for (size_t i = 0; i < p->nlines; i++) {
            size_t from = p->lines[i].from;
            bool within = from && p->runs[p->text.at[from - 1].run].mark; /* no line holds the mark itself */
            assert_false(p->runs[p->text.at[from].run].mark && !within);
        }
    }
    rig_close(&r);
}

static bool emphasised(struct rig *r, struct layout_context *lay, enum role role, bool all)
{
    const struct area area = {.width = 100000};
    struct node *n = put(r, r->tree.root, role, LANG_KM, NULL);
    node_text(r->keep, n, STR("សំខាន់"), LANG_KM, NOWHERE)->style = SPAN_EMPH;
    if (!all) node_text(r->keep, n, STR(" ណាស់"), LANG_KM, NOWHERE);
    const struct paragraph *p = paragraph_collect(lay, n, &area);
    assert_false(p->runs[0].bold);
    return p->runs[0].italic;
}

/* Amid sans letters emphasis is weight; a whole paragraph of it is not set bold. */
static void khmer_that_is_all_emphasis_is_not_bold(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct layout_context lay = lay_of(&r);
    assert_true(emphasised(&r, &lay, ROLE_P, false));
    assert_true(emphasised(&r, &lay, ROLE_P, true));
    assert_true(emphasised(&r, &lay, ROLE_SMALL, false));
    assert_false(emphasised(&r, &lay, ROLE_SMALL, true));
    rig_close(&r);
}

static void the_space_that_ends_a_line_is_kept(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct layout_context lay = lay_of(&r);
    struct paragraph *p =
        par_of(&r, &lay, LANG_EN, "one two three four five six seven eight nine ten eleven twelve");
    paragraph_break(&lay, p, 90000);
    assert_true(p->nlines > 2);
    size_t n;
    const struct item *it = paragraph_finish(&lay, p, &p->lines[0], 0, 0, 90000, &n);
    assert_int_equal(n, 1);
    assert_true(str_is(it->clusters[it->nclusters - 1].glyphs->text, " "));
    rig_close(&r);
}

static void forced_ends_part_lines(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct layout_context lay = lay_of(&r);
    struct node *n = put(&r, r.tree.root, ROLE_P, LANG_EN, "one");
    struct span *s = node_text(r.keep, n, STR(""), LANG_EN, NOWHERE);
    s->kind = SPAN_BREAK;
    node_text(r.keep, n, STR("two"), LANG_EN, NOWHERE);
    const struct area area = {.width = 300000};
    struct paragraph *p = paragraph_collect(&lay, n, &area);
    paragraph_break(&lay, p, 300000);
    assert_int_equal(p->nlines, 2);
    rig_close(&r);
}

static void a_megabyte_in_one_paragraph_is_quick(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct layout_context lay = lay_of(&r);
    struct buf b = BUF(r.keep);
    while (b.n < 1000000) buf_put(&b, KM_LONG " ");
    buf_byte(&b, 0);
    struct paragraph *p = par_of(&r, &lay, LANG_KM, b.s);
    clock_t from = clock();
    paragraph_break(&lay, p, 230000);
    assert_true(clock() - from < CLOCKS_PER_SEC);
    lines_hold(p, 230000);
    rig_close(&r);
}

static void a_node_is_shaped_once(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct layout_context lay = lay_of(&r);
    const struct area area = {.width = 300000};
    struct node *n = put(&r, r.tree.root, ROLE_P, LANG_KM, KM_LONG);
    assert_ptr_equal(paragraph_collect(&lay, n, &area), paragraph_collect(&lay, n, &area));
    rig_close(&r);
}

/* Its room is the next one's, and what it says is there again where it is asked for. */
static void shaped_text_gives_room(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct layout_context lay = lay_of(&r);
    const struct area area = {.width = 300000};
    struct node *n = put(&r, r.tree.root, ROLE_P, LANG_KM, KM_LONG),
                *other = put(&r, r.tree.root, ROLE_P, LANG_KM, KM_LONG);
    struct paragraph *p = paragraph_collect(&lay, n, &area);
    const struct cluster *room = p->text.at;
    size_t clusters = p->text.n;
    paragraph_leave(&lay, p);
    assert_null(p->text.at);
    assert_ptr_equal(paragraph_collect(&lay, other, &area)->text.at, room);
    assert_ptr_equal(paragraph_collect(&lay, n, &area), p);
    assert_int_equal(p->text.n, clusters);
    assert_ptr_not_equal(p->text.at, room);
    rig_close(&r);
}

static void english_lines_are_even(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct layout_context lay = lay_of(&r);
    struct paragraph *p = par_of(&r, &lay, LANG_EN, EN_LONG EN_LONG EN_LONG);
    paragraph_break(&lay, p, 370000);
    size_t even = 0;
    for (size_t i = 0; i + 1 < p->nlines; i++) even += set_width(&p->lines[i]) == 370000;
    assert_true(even + 2 >= p->nlines);
    rig_close(&r);
}

static bool line_starts(const struct paragraph *p, const char *word)
{
    for (size_t i = 1; i < p->nlines; i++)
        if (str_is(p->text.at[p->lines[i].from].glyphs->text, word)) return true;
    return false;
}

#define EN_RIGHTS                                                                                            \
    "Whereas recognition of the inherent dignity and of the equal and inalienable rights of all members of " \
    "the human family is the foundation of freedom, justice and peace in the world, everyone has the right " \
    "to take part in the government of his country, directly or through freely chosen representatives."

static void hyphens_are_few_and_lines_even(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct layout_context lay = lay_of(&r);
    lay.look.handout = false;
    struct paragraph *p = par_of(&r, &lay, LANG_EN, EN_RIGHTS EN_LONG EN_RIGHTS);
    size_t hyphens = 0, lines = 0;
    for (int32_t measure = 330000; measure < 400000; measure += 1000) {
        paragraph_break(&lay, p, measure);
        for (size_t i = 0; i + 1 < p->nlines; i++, lines++) {
            const struct paragraph_line *l = &p->lines[i];
            bool ragged = set_width(l) < measure;
            assert_false(ragged && l->hyphen);
            assert_true(l->spread <= l->spaces * p->style.size * 36 / 100);
            hyphens += l->hyphen;
        }
        bool word = p->lines[p->nlines - 1].spaces == 0;
        assert_false(word && p->nlines > 1 && p->lines[p->nlines - 2].hyphen);
    }
    assert_true(hyphens > 0 && hyphens * 14 < lines);
    rig_close(&r);
}

/* Ragged and justified, at their best and a line shorter: where lines can end otherwise, no two in a row end
 * in a hyphen. */
static void no_two_hyphens_in_a_row(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    r.tree.toc = true; /* a book: words are parted */
    struct layout_context lay = lay_of(&r);
    struct paragraph *p = par_of(&r, &lay, LANG_EN, EN_RIGHTS EN_LONG EN_RIGHTS EN_LONG);
    size_t hyphens = 0;
    for (int n = 0; n < 6; n++)
        for (int32_t measure = n & 1 ? STYLE_JUSTIFIED : 150000; measure < 420000; measure += 700) {
            p->style.justify = n & 1;
            p->looseness = (enum looseness)(n / 2);
            paragraph_break(&lay, p, measure);
            for (size_t i = 1; i < p->nlines; i++) {
                assert_false(p->lines[i].hyphen && p->lines[i - 1].hyphen);
                hyphens += p->lines[i].hyphen;
            }
        }
    assert_true(hyphens > 20);
    rig_close(&r);
}

static void words_of_unknown_scripts_go_down_whole(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct layout_context lay = lay_of(&r);
    struct paragraph *p = par_of(&r, &lay, LANG_KM, "មាន ข้อความ ภาษาไทย ข้อความ ภาษาไทย ข้อความ ภาษาไทย");
    for (int32_t measure = 60000; measure < 200000; measure += 1000) {
        paragraph_break(&lay, p, measure);
        for (size_t i = 1; i < p->nlines; i++)
            assert_int_equal(p->text.at[p->lines[i].from - 1].kind, CLUSTER_SPACE);
    }
    paragraph_break(&lay, p, 20000);
    lines_hold(p, 20000);
    rig_close(&r);
}

static void addresses_keep_their_strokes(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct layout_context lay = lay_of(&r);
    struct paragraph *p =
        par_of(&r, &lay, LANG_EN, "See https://example.org/averylongaddressindeedwithoutanybreak/x.");
    for (int32_t measure = 45000; measure < 200000; measure += 500) {
        paragraph_break(&lay, p, measure);
        assert_false(line_starts(p, "/"));
    }
    assert_true(p->longest > p->narrowest);
    rig_close(&r);
}

static void an_ellipsis_begins_no_line(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct layout_context lay = lay_of(&r);
    struct paragraph *p =
        par_of(&r, &lay, LANG_EN, "He said “I wondered …”, “I saw …” and “What would happen if …?” too.");
    for (int32_t measure = 60000; measure < 300000; measure += 500) {
        paragraph_break(&lay, p, measure);
        assert_false(line_starts(p, "…"));
    }
    rig_close(&r);
}

/* All of its inner lines, or none; and where a line is even, its last letter ends at the measure. */
static void khmer_is_even_or_ragged(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct layout_context lay = lay_of(&r);
    struct paragraph *p = par_of(&r, &lay, LANG_KM, KM_LONG KM_LONG KM_LONG);
    size_t justified = 0, ragged = 0;
    for (int32_t measure = 330000; measure < 410000; measure += 1000) {
        size_t even = 0, n;
        paragraph_break(&lay, p, measure);
        for (size_t i = 0; i + 1 < p->nlines; i++) even += set_width(&p->lines[i]) == measure;
        assert_true(even + 1 == p->nlines || !p->lines[0].widen);
        justified += even + 1 == p->nlines;
        ragged += even + 1 < p->nlines;
        if (even + 1 < p->nlines) continue;
        assert_true(p->lines[p->nlines - 1].width >= measure / 12);
        const struct item *it = paragraph_finish(&lay, p, &p->lines[0], 0, 0, measure, &n);
        const struct placed *last = &it[n - 1].clusters[it[n - 1].nclusters - 1];
        const struct cluster *c = &p->text.at[p->lines[0].to - 1];
        for (; paragraph_is_space(c); c--) last--;
        int64_t width = (int64_t)c->width * (100000 + it[n - 1].widen) / 100000;
        assert_in_range(it[n - 1].x + last->x + width, measure - 2, measure + 2);
    }
    assert_true(justified > 3 * ragged);
    rig_close(&r);
}

static void centred_text_is_not_stretched(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct layout_context lay = lay_of(&r);
    const struct area area = {.width = 370000, .align = ALIGN_CENTRE};
    struct paragraph *p =
        paragraph_collect(&lay, put(&r, r.tree.root, ROLE_P, LANG_EN, EN_LONG EN_LONG), &area);
    paragraph_break(&lay, p, 370000);
    assert_true(p->nlines > 1);
    for (size_t i = 0; i < p->nlines; i++) assert_int_equal(set_width(&p->lines[i]), p->lines[i].width);
    rig_close(&r);
}

/* Two names that no line may cut, and that no line can hold together. */
static void what_cannot_be_even_is_ragged(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct layout_context lay = lay_of(&r);
    struct paragraph *p = par_of(
        &r, &lay, LANG_KM,
        "ក\xE2\x81\xA0ក\xE2\x81\xA0ក\xE2\x81\xA0ក\xE2\x81\xA0ក ក\xE2\x81\xA0ក\xE2\x81\xA0ក\xE2\x81\xA0ក "
        "ក\xE2\x81\xA0ក\xE2\x81\xA0ក\xE2\x81\xA0ក\xE2\x81\xA0ក\xE2\x81\xA0ក");
    paragraph_break(&lay, p, p->longest * 5 / 4);
    assert_int_equal(p->nlines, 3);
    for (size_t i = 0; i < p->nlines; i++) assert_int_equal(set_width(&p->lines[i]), p->lines[i].width);
    rig_close(&r);
}

/* Beside a shorter side a paragraph is set a line shorter where letters and spaces can take that up. */
static void a_line_less_where_lines_stay_good(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct layout_context lay = lay_of(&r);
    struct paragraph *p = par_of(&r, &lay, LANG_KM, KM_LONG KM_LONG);
    size_t saved = 0;
    p->style.justify = false;
    for (int32_t measure = 150000; measure < 240000; measure += 500) {
        p->looseness = LOOSENESS_NONE;
        paragraph_break(&lay, p, measure);
        size_t lines = p->nlines;
        p->looseness = LOOSENESS_SHORTER;
        paragraph_break(&lay, p, measure);
        lines_hold(p, measure);
        assert_true(p->nlines <= lines && p->nlines + 2 >= lines);
        saved += lines - p->nlines;
        for (size_t i = 0; i < p->nlines; i++) {
            assert_true(p->lines[i].widen <= 0 && -p->lines[i].widen <= p->lines[i].width / 40);
            assert_int_equal(p->lines[i].track, 0);
        }
    }
    assert_in_range(saved, 3, 100);
    rig_close(&r);
}

static void where_there_is_room_last_lines_are_longer(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct layout_context lay = lay_of(&r);
    struct paragraph *p =
        par_of(&r, &lay, LANG_EN,
               "After the lesson both teachers talk for twenty minutes, and the teacher speaks first.");
    size_t best = 0, filled = 0;
    p->style.justify = false;
    for (int32_t measure = 190000; measure < 215000; measure += 500) {
        p->looseness = LOOSENESS_NONE;
        paragraph_break(&lay, p, measure);
        best += p->lines[p->nlines - 1].width < measure / 5;
        p->looseness = LOOSENESS_FILLED;
        paragraph_break(&lay, p, measure);
        lines_hold(p, measure);
        filled += p->lines[p->nlines - 1].width < measure / 5;
    }
    assert_true(filled < best);
    rig_close(&r);
}

static bool ends_at(const struct paragraph *p, enum brk brk)
{
    for (size_t i = 0; i + 1 < p->nlines; i++)
        if (p->text.at[p->lines[i].to - 1].brk == brk) return true;
    return false;
}

/* How much the emptiest line but the last would want, did no line end so. */
static int32_t wanted_without(struct layout_context *lay, struct paragraph *p, int32_t measure, enum brk brk)
{
    int32_t most = 0;
    struct cluster *whole = ARENA_RAW(lay->job->keep, struct cluster, p->text.n), *parted = p->text.at;
    memcpy(whole, parted, p->text.n * sizeof *whole);
    for (size_t i = 0; i < p->text.n; i++)
        if (whole[i].brk == brk) whole[i].brk = BRK_NONE;
    p->text.at = whole;
    paragraph_break(lay, p, measure);
    for (size_t i = 0; i + 1 < p->nlines; i++)
        if (measure - p->lines[i].width > most) most = measure - p->lines[i].width;
    p->text.at = parted;
    return most;
}

/* Measures at which ragged lines part a compound or a word; one of them would else want a third, or nearly.
 */
static size_t parted_words(struct rig *r, struct layout_context *lay, enum lang lang, const char *text,
                           int32_t step)
{
    struct paragraph *p = par_of(r, lay, lang, text);
    enum brk brk = lang == LANG_KM ? BRK_JOINT : BRK_HYPHEN;
    size_t parted = 0;
    p->style.justify = false;
    for (int32_t measure = p->widest * 25 / 100; measure < p->widest * 80 / 100; measure += step) {
        paragraph_break(lay, p, measure);
        if (!ends_at(p, brk)) continue;
        parted++;
        assert_true(wanted_without(lay, p, measure, brk) > measure * 3 / 10);
    }
    return parted;
}

static void words_are_parted_in_need_alone(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct layout_context lay = lay_of(&r);
    lay.look.handout = false;
    assert_true(parted_words(&r, &lay, LANG_KM, "នៅការអភិវឌ្ឍនៅការអភិវឌ្ឍនៅការអភិវឌ្ឍ", 500) > 0);
    assert_int_equal(parted_words(&r, &lay, LANG_KM, KM_LONG KM_LONG, 1500), 0);
    assert_true(parted_words(&r, &lay, LANG_EN,
                             "the responsibility of representatives, recommendations of administrators",
                             500) > 0);
    assert_int_equal(parted_words(&r, &lay, LANG_EN, EN_LONG " " EN_LONG, 1500), 0);
    rig_close(&r);
}

/* At no measure that has room for it elsewhere does a ragged line begin with what leans on the word before.
 */
static void no_line_begins_with_what_leans(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct layout_context lay = lay_of(&r);
    struct paragraph *p = par_of(&r, &lay, LANG_KM, "តើវគ្គនេះមានប្រយោជន៍កម្រិតណា សម្រាប់ការងាររបស់លោកអ្នក?");
    size_t at = 0;
    p->style.justify = false;
    while (!str_is(p->text.at[at].glyphs->text, "ណា")) at++;
    assert_int_equal(p->text.at[at - 1].brk, BRK_LEANING);
    for (int32_t measure = p->widest * 40 / 100; measure < p->widest; measure += 500) {
        paragraph_break(&lay, p, measure);
        for (size_t i = 1; i < p->nlines; i++) assert_int_not_equal(p->lines[i].from, at);
        paragraph_break_balanced(&lay, p, measure);
        for (size_t i = 1; i < p->nlines; i++) assert_int_not_equal(p->lines[i].from, at);
    }
    rig_close(&r);
}

/* A ragged paragraph does not end with the short rest of words that are read as one. */
static void no_last_line_is_the_rest_of_words(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct layout_context lay = lay_of(&r);
    struct paragraph *p = par_of(&r, &lay, LANG_KM, "គ្រូឧទ្ទេសម្នាក់; ប្រធានក្រុមបច្ចេកទេសម្នាក់");
    size_t at = p->text.n;
    p->style.justify = false;
    while (!str_is(p->text.at[at - 1].glyphs->text, "ម្នា")) at--;
    for (int32_t measure = 4 * STYLE_MM(12) + 1000; measure < p->widest; measure += 500) {
        paragraph_break(&lay, p, measure);
        assert_int_not_equal(p->lines[p->nlines - 1].from, at - 1);
    }
    rig_close(&r);
}

/* A dot between two parts stands where they share a line, and nowhere else. */
static void a_dot_ends_and_begins_no_line(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    struct layout_context lay = lay_of(&r);
    struct paragraph *p = par_of(&r, &lay, LANG_EN, "A speaker of the sample · Main hall");
    p->style.justify = false;
    for (int32_t measure = p->widest * 40 / 100; measure < p->widest; measure += 700) {
        paragraph_break(&lay, p, measure);
        for (size_t i = 0; i < p->nlines; i++) {
            size_t n, shown = 0, dots = 0;
            struct item *it = paragraph_finish(&lay, p, &p->lines[i], 0, 0, measure, &n);
            for (size_t k = 0; k < it->nclusters; k++) {
                const struct cluster_glyphs *c = it->clusters[k].glyphs;
                bool seen = c->above || c->below;
                if (str_is(c->text, "·") && seen) dots = k;
                if (seen) shown = k;
            }
            assert_false(str_is(it->clusters[0].glyphs->text, "·"));
            assert_true(!dots || shown > dots);
        }
    }
    rig_close(&r);
}

/* As many lines as there would be anyway; parted at the phrase wherever it fits. */
static void ends_at_phrase(struct rig *r, enum lang lang, const char *text, const char *begins)
{
    struct layout_context lay = lay_of(r);
    struct paragraph *p = par_of(r, &lay, lang, text);
    size_t at = 1;
    p->style.justify = false;
    while (!str_is(p->text.at[at].glyphs->text, begins) || !paragraph_is_space(&p->text.at[at - 1])) at++;
    paragraph_measure(r->job.keep, p);
    int64_t first = p->end[at], rest = p->end[p->text.n] - p->at[at], wider = first > rest ? first : rest;
    for (int32_t measure = (int32_t)wider; measure < p->widest; measure += 1000) {
        paragraph_break(&lay, p, measure);
        size_t lines = p->nlines;
        paragraph_break_balanced(&lay, p, measure);
        lines_hold(p, measure);
        assert_int_equal(p->nlines, lines);
        if (lines == 2) assert_int_equal(p->lines[1].from, at);
    }
}

static void headings_are_parted_at_phrases(void **state)
{
    (void)state;
    struct rig r;
    rig_open(&r);
    ends_at_phrase(&r, LANG_KM, "វេទិកាស្តីពីការប្រឹក្សាគរុកោសល្យ សម្រាប់គ្រូបង្រៀនស្ទែមនៅកម្ពុជា", "ស");
    ends_at_phrase(&r, LANG_KM, "សិស្សស្រីក្នុងមុខវិជ្ជាស្ទែម៖ ពីថ្នាក់រៀនដល់ការជ្រើសរើសផ្នែកសិក្សា", "ពី");
    ends_at_phrase(&r, LANG_EN, "Mentoring as a school habit: views from Thailand", "v");
    rig_close(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_line_is_overfull),
        cmocka_unit_test(a_word_wider_than_its_measure_is_cut),
        cmocka_unit_test(no_line_starts_with_a_mark),
        cmocka_unit_test(khmer_that_is_all_emphasis_is_not_bold),
        cmocka_unit_test(the_space_that_ends_a_line_is_kept),
        cmocka_unit_test(forced_ends_part_lines),
        cmocka_unit_test(a_megabyte_in_one_paragraph_is_quick),
        cmocka_unit_test(a_node_is_shaped_once),
        cmocka_unit_test(shaped_text_gives_room),
        cmocka_unit_test(english_lines_are_even),
        cmocka_unit_test(hyphens_are_few_and_lines_even),
        cmocka_unit_test(no_two_hyphens_in_a_row),
        cmocka_unit_test(words_of_unknown_scripts_go_down_whole),
        cmocka_unit_test(addresses_keep_their_strokes),
        cmocka_unit_test(an_ellipsis_begins_no_line),
        cmocka_unit_test(khmer_is_even_or_ragged),
        cmocka_unit_test(what_cannot_be_even_is_ragged),
        cmocka_unit_test(centred_text_is_not_stretched),
        cmocka_unit_test(a_line_less_where_lines_stay_good),
        cmocka_unit_test(where_there_is_room_last_lines_are_longer),
        cmocka_unit_test(words_are_parted_in_need_alone),
        cmocka_unit_test(no_line_begins_with_what_leans),
        cmocka_unit_test(no_last_line_is_the_rest_of_words),
        cmocka_unit_test(a_dot_ends_and_begins_no_line),
        cmocka_unit_test(headings_are_parted_at_phrases),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
