#include "compose/charts.h"

#include "compose/calendar.h"
#include "compose/prompts.h"
#include "compose/session_facts.h"
#include "khmer/number.h"

/* -- names ----------------------------------------------------------------------------------------------- */

struct bi charts_row(struct builder *p, const struct tally *t, const struct tally_row *row)
{
    if (t->prompt) return prompts_type(t->prompt)->row(p, t->prompt, row->at);
    return prompts_name(t->form->themes[row->at].name, t->form->themes[row->at].id);
}

/* With all that its bar says beside the length. */
static struct bi row_label(struct builder *p, const struct tally *t, const struct tally_row *row)
{
    struct bi name = charts_row(p, t, row);
    if (!t->prompt || !prompts_type(t->prompt)->label) return name;
    return prompts_type(t->prompt)->label(p, row, name);
}

struct bi charts_way(enum group_way way)
{
    static const enum word names[GROUP_WAYS] = {WORD_BY_SESSION, WORD_BY_DAY, WORD_BY_ROLE, WORD_BY_LANGUAGE};
    return words_of(names[way]);
}

struct bi charts_in_way(enum group_way way)
{
    static const enum word names[GROUP_WAYS] = {WORD_IN_WAY_SESSION, WORD_IN_WAY_DAY, WORD_IN_WAY_ROLE,
                                                WORD_IN_WAY_LANGUAGE};
    return words_of(names[way]);
}

/* No "one" where a number follows: "a teacher" of the quotes is "teacher" here. */
static struct bi uncounted(struct bi role)
{
    static const char *const articles[] = {"a ", "an "}, one[] = "ម្នាក់";
    for (int l = 0; l < LANG_N; l++) {
        struct str *s = &role.t[l];
        for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
            if (str_starts(*s, articles[i])) *s = str_sub(*s, strlen(articles[i]), s->n);
        if (s->n > sizeof one - 1 && str_ends(*s, one)) s->n -= sizeof one - 1;
    }
    return role;
}

struct bi charts_group(struct builder *p, enum group_way way, const struct group *g)
{
    if (g->pooled)
        return g->day ? builder_say(p, WORD_DAY_OTHERS, calendar_day(p, g->day)) : words_of(WORD_OTHERS);
    if (g->at == GROUP_UNTOLD) return words_of(WORD_NOT_TOLD);
    if (way == GROUP_LANGUAGE) return words_of(words_lang((enum lang)g->at));
    if (way == GROUP_DAY) return calendar_day(p, (int)g->at);
    if (way == GROUP_ROLE) return uncounted(g->role);
    const struct session *s = &p->corpus->sessions[g->at];
    return session_facts_heading(p, s, s->id, (struct bi){0});
}

/* -- bars ------------------------------------------------------------------------------------------------ */

static struct spans bar_label(struct builder *p, struct bi name)
{
    struct node *holder = builder_node(p, NULL, ROLE_P);
    builder_spans(p, holder, name);
    for (size_t i = 0; i < holder->spans.n; i++)
        if (holder->spans.at[i].lang == LANG_NONE) holder->spans.at[i].lang = holder->lang;
    return holder->spans;
}

/* 16; 16 + 3* */
struct bi charts_count(struct builder *p, const struct tally_row *r)
{
    struct bi n = builder_number(p, r->count);
    if (!r->more) return n;
    return builder_join(p, builder_join(p, n, " + ", builder_number(p, r->more)), "", bi_same(STR("*")));
}

/* 33%; "under 1%" of what is not nobody. */
struct bi charts_share(struct builder *p, const struct tally *t, const struct tally_row *r)
{
    struct bi share = {0};
    for (int l = 0; l < LANG_N; l++) {
        long n = prompts_per_cent(t, r);
        bool some = !n && r->count + r->more > 0;
        struct str digits = number_write(p->a, some ? 1 : n, (enum lang)l);
        share.t[l] = str_fmt(p->a, "%s%.*s%%", some ? "<" : "", STR_ARGS(digits));
    }
    return share;
}

/* (16 + 1*) */
static struct bi row_count(struct builder *p, const struct tally_row *r)
{
    return builder_join(p, builder_join(p, bi_same(STR("(")), "", charts_count(p, r)), "", bi_same(STR(")")));
}

static bool any_suggested(const struct tally *t)
{
    for (size_t i = 0; i < t->nrows; i++)
        if (t->rows[i].more) return true;
    return false;
}

struct bi charts_star(const struct tally *t)
{
    return any_suggested(t) ? words_of(WORD_SUGGESTED) : (struct bi){0};
}

struct bi charts_list(struct builder *p, const struct tally *t, const char *between)
{
    struct bi list = {0};
    for (size_t i = 0; i < t->nrows; i++) {
        bool numbers = t->sum || (t->prompt && prompts_type(t->prompt)->label); /* in the name itself */
        const struct tally_row *r = &t->rows[i];
        struct bi name = builder_filled(row_label(p, t, r));
        struct bi one = builder_join(p, name, numbers ? ": " : " ", charts_share(p, t, r));
        list = builder_join(p, list, between, builder_join(p, one, " ", row_count(p, r)));
    }
    return list;
}

static void chart_alt(struct builder *p, struct node *n, const struct tally *t, struct bi title)
{
    struct bi list = charts_list(p, t, "; ");
    list = builder_join(p, list, ". ", charts_star(t));
    struct bi alt = builder_say(p, WORD_CHART_OF, builder_join(p, title, " – ", list));
    for (int l = 0; l < LANG_N; l++) n->alt[l] = str_trim(alt.t[l]);
}

/* In a report numbers stand in the digits of each language; on a handout once for both. */
static bool shows(const struct builder *p, enum lang l)
{
    return !p->both || !p->once || l == tree_numerals(p->tree);
}

static void set_numbers(const struct builder *p, struct str at[LANG_N], struct bi number)
{
    for (size_t i = 0; i < p->nlangs; i++)
        if (shows(p, p->langs[i])) at[p->langs[i]] = number.t[p->langs[i]];
}

static void set_bar(struct builder *p, struct bar *b, const struct tally *t, const struct tally_row *r)
{
    b->label = bar_label(p, row_label(p, t, r));
    b->value = r->count + r->more;
    b->lighter = r->more;
    set_numbers(p, b->share, charts_share(p, t, r));
    set_numbers(p, b->count, row_count(p, r));
}

struct node *charts_bars(struct builder *p, struct node *parent, const struct tally *t, struct bi title)
{
    if (!t->nrows || !t->answered) return NULL;
    struct chart *c = ARENA_ONE(p->a, struct chart);
    c->bars = ARENA_MANY(p->a, struct bar, t->nrows);
    c->nbars = t->nrows;
    c->most = t->answered;
    for (size_t i = 0; i < t->nrows; i++) set_bar(p, &c->bars[i], t, &t->rows[i]);
    struct node *n = builder_node(p, parent, ROLE_CHART);
    n->chart = c;
    if (any_suggested(t)) {
        n->low = bar_label(p, words_of(WORD_NAMED));
        n->high = bar_label(p, words_of(WORD_SUGGESTED_SHORT));
    }
    chart_alt(p, n, t, title);
    return n;
}

struct node *charts_stacked(struct builder *p, struct node *parent, const struct tally *t, struct bi title)
{
    struct node *n = charts_bars(p, parent, t, title);
    if (!n) return NULL;
    struct chart *c = ARENA_ONE(p->a, struct chart);
    *c = *n->chart;
    c->stacked = true;
    n->chart = c;
    return n;
}

static size_t most_chosen(const struct tally *t, const bool *taken)
{
    size_t best = SIZE_MAX;
    for (size_t i = 0; i < t->nrows; i++) {
        if (taken[i]) continue;
        if (best == SIZE_MAX || t->rows[i].count > t->rows[best].count) best = i;
    }
    return best;
}

struct tally charts_most(struct builder *p, const struct tally *t, size_t most)
{
    struct tally few = *t;
    bool *taken = ARENA_MANY(p->a, bool, t->nrows + 1);
    for (size_t i = 0; i < most && i < t->nrows; i++) taken[most_chosen(t, taken)] = true;
    few.rows = ARENA_MANY(p->a, struct tally_row, t->nrows + 1);
    few.nrows = 0;
    for (size_t i = 0; i < t->nrows; i++)
        if (taken[i]) few.rows[few.nrows++] = t->rows[i];
    return few;
}

/* Thousandths of its answers; the middle point's lie on both sides. */
static long below_middle(const struct tally *t)
{
    long twice = 0, all = 0;
    for (size_t i = 0; i < t->nrows; i++) {
        all += t->rows[i].count;
        twice += t->rows[i].count * (2 * i + 1 < t->nrows ? 2 : 2 * i + 1 == t->nrows ? 1 : 0);
    }
    return all ? twice * 500 / all : 500;
}

static void set_axis(struct chart *c, const struct survey_form *form)
{
    for (size_t i = 0; i < form->form->nprompts; i++) {
        if (!prompt_has_points(&form->form->prompts[i]) || !form->prompts[i].tally.answered) continue;
        long below = below_middle(&form->prompts[i].tally);
        if (below > c->reach) c->reach = below;
        if (1000 - below > c->reach) c->reach = 1000 - below;
    }
}

struct node *charts_prompt(struct builder *p, struct node *parent, const struct survey_form *form,
                           size_t prompt)
{
    const struct prompt *q = &form->form->prompts[prompt];
    struct node *n = charts_bars(p, parent, &form->prompts[prompt].tally, q->text);
    if (!n || !prompt_has_points(q)) return n;
    struct chart *c = ARENA_ONE(p->a, struct chart);
    *c = *n->chart;
    c->scale = true;
    set_axis(c, form);
    for (size_t i = 0; i < c->nbars; i++) {
        struct bi number = builder_number(p, (long)i + 1);
        for (size_t k = 0; k < p->nlangs; k++) c->bars[i].point[p->langs[k]] = number.t[p->langs[k]];
    }
    n->chart = c;
    n->low = bar_label(p, q->low);
    n->high = bar_label(p, q->high);
    return n;
}

void charts_plain(struct builder *p, struct node *chart, const struct tally *t)
{
    for (size_t i = 0; chart && i < chart->chart->nbars; i++) {
        struct bi whole = builder_say(p, WORD_IN_BRACKETS, builder_number(p, tally_row_all(&t->rows[i])));
        set_numbers(p, chart->chart->bars[i].count, whole);
    }
    if (chart) chart->low = chart->high = (struct spans){0};
}

struct bi charts_paler(const struct tally *t)
{
    return any_suggested(t) ? words_of(WORD_SUGGESTED_PALER) : (struct bi){0};
}

/* -- lines ----------------------------------------------------------------------------------------------- */

struct bi charts_answered(struct builder *p, const struct tally *t)
{
    return builder_say(p, WORD_ANSWERED, builder_number(p, t->answered), builder_number(p, t->of));
}

struct bi charts_said(struct builder *p, const struct tally *t)
{
    const struct prompts_type *type = prompts_type(t->prompt);
    struct bi said = charts_answered(p, t);
    return type->said && t->answered ? type->said(p, t, said) : said;
}

struct bi charts_written(struct builder *p, const struct survey_form *form)
{
    const struct groups *g = &form->groups[GROUP_LANGUAGE];
    struct bi list = {0};
    const struct event *e = &p->corpus->event;
    if (g->n == 1 && g->at[0].pooled) return list;
    if (g->n == 1 && e->nlangs == 1 && g->at[0].at == (size_t)e->langs[0]) return list; /* as all is */
    for (size_t i = 0; i < g->n; i++) {
        struct bi one = builder_join(p, charts_group(p, GROUP_LANGUAGE, &g->at[i]), NO_BREAK,
                                     builder_number(p, g->at[i].n));
        list = builder_join(p, list, ", ", one);
    }
    return builder_has(list) ? builder_say(p, WORD_WRITTEN_IN, list) : list;
}

static long groups_told(const struct groups *g)
{
    for (size_t i = 0; i < g->n; i++)
        if (g->at[i].pooled || g->at[i].at == GROUP_UNTOLD) return 0;
    return (long)g->n;
}

long charts_parts(const struct survey_form *form, enum word *what)
{
    long sessions = groups_told(&form->groups[GROUP_SESSION]);
    *what = sessions ? WORD_FROM_SESSIONS : WORD_FROM_DAYS;
    return sessions ? sessions : groups_told(&form->groups[GROUP_DAY]);
}

/* True of some prompt that was answered. */
static bool any_bars(const struct survey_form *form, bool points)
{
    bool any = !points && form->themes.answered;
    for (size_t i = 0; i < form->form->nprompts; i++) {
        const struct tally *t = &form->prompts[i].tally;
        any |= t->answered && t->nrows && prompt_has_points(t->prompt) == points;
    }
    return any;
}

struct bi charts_how(struct builder *p)
{
    bool bars = false, points = false, themes = false;
    for (size_t i = 0; i < p->corpus->nforms; i++) {
        const struct survey_form *form = &p->survey->forms[i];
        if (!form->form->nreplies) continue;
        bars |= any_bars(form, false);
        points |= any_bars(form, true);
        themes |= form->themes.answered > 0;
    }
    struct bi how = bars ? words_of(themes ? WORD_BAND_THEMES : WORD_BAND) : (struct bi){0};
    return points ? builder_join(p, how, " ", words_of(WORD_SCALE_KEY)) : how;
}

struct bi charts_received(struct builder *p, const struct survey_form *form)
{
    const struct form *f = form->form;
    size_t came = f->rows_read - f->rows_blank;
    struct bi n = builder_number(p, (long)came);
    if (!came) return words_of(WORD_ROWS_NO);
    if (!f->nreplies) return builder_say(p, WORD_ROWS_NONE, n);
    if (f->rows_left_out)
        return builder_say(p, WORD_ROWS_SOME, n, builder_number(p, (long)f->nreplies),
                           builder_number(p, (long)f->rows_left_out));
    return came == 1 ? words_of(WORD_ROWS_ONE) : builder_say(p, WORD_ROWS_ALL, n);
}

struct bi charts_uncounted(struct builder *p, const struct survey_form *form)
{
    const struct form *f = form->form;
    struct bi said = {0};
    if (f->rows_left_out) said = words_of(WORD_LEFT_OUT_WHY);
    if (f->rows_blank)
        said = builder_join(p, said, " ",
                            builder_say(p, WORD_ROWS_BLANK, builder_number(p, (long)f->rows_blank)));
    if (form->lost)
        said = builder_join(p, said, " ", builder_say(p, WORD_ANSWERS_LOST, builder_number(p, form->lost)));
    return said;
}

struct bi charts_sheets(struct builder *p, const struct survey_form *form)
{
    return builder_join(p, charts_received(p, form), " ", charts_uncounted(p, form));
}
