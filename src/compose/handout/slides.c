#include "compose/handout/slides.h"

#include "compose/annex/annex_order.h"
#include "compose/calendar.h"
#include "compose/charts.h"
#include "compose/figure/large_number.h"
#include "compose/figure/qr.h"
#include "compose/form_results.h"
#include "compose/front/cover.h"
#include "compose/handout/digest.h"
#include "compose/prompts.h"

enum {
    QUOTES = 5,
    QUESTIONS = 3,
    FEW = 3, /* forms */
    THEMES = 3,
    BARS = 4,           /* of themes, under which a line stands, */
    SLIDES = 3,         /* of a question: of more options those that most chose; */
    OPTIONS = 5,        /* of options: what is on a slide at most */
    LABEL_WIDE = 680,   /* points: beside its number; */
    LABEL_GAP = 30,     /* between two languages on a line; */
    LABEL_LINE = 29,    /* how high; */
    BAR = 31,           /* of a bar, and the space about it; */
    SLIDE = 472,        /* all of a slide; */
    SAID = 73,          /* of it, a line under the title and spaces, */
    SAID_TWICE = 156,   /* two such, and one under the bars; */
    TITLE_MOST = 141,   /* of a title, which is smaller where that is too little; */
    GIVES = 116,        /* per cent: type shrinks a little */
    BRIEF = 80,         /* code points: two lines; */
    ASKED = 60,         /* the same of a question beside others */
    ROOM = 370,         /* points under a slide's heading, for type that shrinks a little; */
    UNDER_NUMBER = 216, /* the same under a large number and what it counts, */
    NOTE = 31,          /* under which a note has a line; */
    TITLE_PAIR = 103,   /* a title of so much leaves it where it is */
    SOURCE_ALONE = 38,  /* under a quote in one language, a line */
    SOURCE = 52,        /* a quote's source, and the space about it */
    CODE = 50,          /* of a slide's width, for a code */
    SHARE = 50          /* of a slide's width, for a large number and what it counts */
};

struct deck {
    struct builder *p;
    VEC(struct bi) titles; /* of the slides so far */
};

static struct node *slide(struct builder *p)
{
    struct node *sect = builder_node(p, p->tree->root, ROLE_SECT);
    sect->breaks = p->tree->root->first != sect;
    return sect;
}

static bool is_taken(const struct deck *deck, struct bi title)
{
    for (size_t i = 0; i < deck->titles.n; i++)
        if (bi_cmp(deck->titles.at[i], title) == 0) return true;
    return false;
}

/* "What would help? (2)" */
static struct bi numbered(struct builder *p, struct bi title, long k)
{
    struct bi n = builder_join(p, bi_same(STR("(")), "", builder_number(p, k));
    return builder_join(p, title, " ", builder_join(p, n, "", bi_same(STR(")"))));
}

/* A slide with its title, which no other has: where another form's had it, its own form is named; then they
 * are numbered. */
static struct node *titled(struct deck *deck, struct bi title, const struct form *form)
{
    struct builder *p = deck->p;
    struct bi own = title;
    if (form && is_taken(deck, own)) own = title = builder_join(p, title, " · ", form_results_title(form));
    for (long k = 2; is_taken(deck, own); k++) own = numbered(p, title, k);
    VEC_ADD(p->a, deck->titles, own);
    struct node *sect = slide(p);
    builder_block(p, sect, ROLE_H2, own);
    return sect;
}

/* Whose answers a slide shows, at its foot. */
static void belongs(struct deck *deck, struct node *sect, const struct form *form)
{
    struct node *holder = builder_node(deck->p, NULL, ROLE_P);
    builder_spans(deck->p, holder, form_results_title(form));
    sect->low = holder->spans;
}

/* Where the rest stands, in place of {1}; empty where there is no report. */
static struct bi in_report(struct builder *p, enum word w)
{
    bool any = p->corpus->event.documents & DOCUMENT_REPORT;
    return any ? builder_say(p, w, annex_order_results(p)) : (struct bi){0};
}

/* -- quotes ---------------------------------------------------------------------------------------------- */

/* Of each language: code points on a quote's line in a column, and on a title's, in its own type and in the
 * least; how high these lines are in points; how wide a code point of a bar's label is, in tenths of one. */
static const struct {
    size_t letters, high, title, title_high, small, small_high, label;
} LINES[LANG_N] = {[LANG_KM] = {31, 50, 60, 49, 70, 38, 93}, [LANG_EN] = {27, 37, 59, 40, 64, 31, 117}};

static size_t lines_of(size_t letters, size_t on_line)
{
    return (letters + on_line - 1) / on_line;
}

/* How high a title is, about: in its own type, or in the least. */
static size_t title_height(const struct builder *p, struct bi title)
{
    size_t high = 0, least = 0;
    for (size_t i = 0; i < p->nlangs; i++) {
        enum lang l = p->langs[i];
        size_t n = utf8_count(title.t[l]);
        high += lines_of(n, LINES[l].title) * LINES[l].title_high;
        least += lines_of(n, LINES[l].small) * LINES[l].small_high;
    }
    return high > TITLE_MOST ? least : high;
}

/* Stands in two languages beside each other: else its lines are twice as long. */
static bool is_pair(const struct builder *p, const struct quote *q)
{
    return p->both && q->text.t[lang_other(q->lang)].n;
}

/* How high a quote will be, about, in lines of so many per cent of the letters that they have in its own
 * type. */
static size_t height_of(const struct builder *p, const struct quote *q, size_t gives)
{
    size_t most = 0, columns = is_pair(p, q) ? 1 : 2;
    for (int l = 0; l < LANG_N; l++) {
        size_t on_line = columns * LINES[l].letters * gives / 100,
               high = lines_of(utf8_count(q->text.t[l]), on_line) * LINES[l].high;
        if (high > most) most = high;
    }
    return most + (is_pair(p, q) ? SOURCE : SOURCE_ALONE);
}

static bool has_room(const struct builder *p, const struct quote *q, size_t room, size_t gives)
{
    return height_of(p, q, gives) <= room * gives / 100;
}

/* The first that has room, of those that stand in two languages beside each other; n: none has. */
static size_t first_pair(const struct builder *p, const struct quote *chosen, size_t n, size_t room,
                         size_t gives)
{
    size_t i = 0;
    while (i < n && (!is_pair(p, &chosen[i]) || !has_room(p, &chosen[i], room, gives))) i++;
    return i;
}

/* Of those in all languages of the slides before others, were it in type that shrinks a little; the least
 * high where none has room. */
static size_t first_quote(const struct builder *p, const struct quote *chosen, size_t n, size_t room)
{
    size_t least = 0, pair = first_pair(p, chosen, n, room, 100);
    if (pair == n) pair = first_pair(p, chosen, n, room, GIVES);
    if (pair < n) return pair;
    for (size_t i = 0; i < n; i++) {
        if (has_room(p, &chosen[i], room, 100)) return i;
        if (height_of(p, &chosen[i], 100) < height_of(p, &chosen[least], 100)) least = i;
    }
    return least;
}

/* That one, and those behind it that have room under it; none where even smaller type has no room. Returns
 * how many. */
static size_t quotes(struct digest *d, struct node *parent, const struct quote *chosen, size_t n, size_t room)
{
    size_t used = 0, shown = 0, first = first_quote(d->p, chosen, n, room);
    if (n && !has_room(d->p, &chosen[first], room, GIVES)) return 0;
    for (size_t i = first; i < n; i++) {
        size_t high = height_of(d->p, &chosen[i], 100);
        if (i > first && used + high > room) continue;
        used += high;
        shown++;
        quotes_set(d->p, parent, &chosen[i]);
    }
    quotes_enlarge(parent);
    return shown;
}

/* -- a number, large ------------------------------------------------------------------------------------- */

/* A large number at the left; returns what it counts is to stand in. */
static struct node *beside(struct builder *p, struct node *sect, struct node **large)
{
    struct node *grid = digest_beside(p, sect, SHARE);
    *large = builder_node(p, grid, ROLE_KEEP);
    return builder_node(p, grid, ROLE_KEEP);
}

/* More than of any other, or simply so. */
static struct bi theme_title(struct builder *p, const struct tally *t, size_t row)
{
    bool most = !row && (t->nrows < 2 || tally_row_all(&t->rows[0]) > tally_row_all(&t->rows[1]));
    return builder_say(p, most ? WORD_PEOPLE_WROTE_MOST_ABOUT : WORD_PEOPLE_WROTE_ABOUT,
                       charts_row(p, t, &t->rows[row]));
}

/* What part of the sheets speaks of it, and how many they are; under that what somebody wrote. */
static void theme(struct deck *deck, struct digest *d, size_t row, const struct quote *chosen, size_t n)
{
    struct builder *p = d->p;
    const struct tally *t = &d->form->themes;
    const struct tally_row *r = &t->rows[row];
    struct node *sect = titled(deck, theme_title(p, t, row), d->form->form), *large;
    struct bi small = {0};
    if (r->more) small = builder_say(p, WORD_SUGGESTED_NUMBER, builder_number(p, r->more));
    belongs(deck, sect, d->form->form);
    struct node *words = beside(p, sect, &large);
    digest_share(p, large, t, r);
    builder_block(p, words, ROLE_LEAD, digest_share_of(p, t, r));
    builder_block(p, sect, ROLE_DETAIL, small);
    size_t title = title_height(p, deck->titles.at[deck->titles.n - 1]),
           taken = (title > TITLE_PAIR ? title - TITLE_PAIR : 0) + (r->more ? NOTE : 0);
    if (quotes(d, sect, chosen, n, UNDER_NUMBER - (taken < UNDER_NUMBER ? taken : UNDER_NUMBER))) return;
    deck->titles.n--; /* a number alone fills no slide */
    builder_drop(sect);
}

static void themes(struct deck *deck, struct digest *d, size_t most)
{
    struct quote chosen[QUOTES];
    const struct tally *t = &d->form->themes;
    for (size_t k = 0; t->answered && k < t->nrows && k < most; k++) {
        size_t n = digest_theme(d, k, QUOTES, chosen);
        if (n) theme(deck, d, k, chosen, n);
    }
}

static void questions(struct deck *deck, struct digest *d)
{
    struct quote chosen[DIGEST_QUOTES];
    d->brief = ASKED;
    size_t n = digest_questions(d, QUESTIONS, chosen);
    if (!n) return;
    struct node *sect = titled(deck, words_of(WORD_WHICH_STILL_OPEN), d->form->form);
    belongs(deck, sect, d->form->form);
    n = quotes(d, sect, chosen, n, ROOM);
    builder_line(d->p, sect, ROLE_DETAIL, digest_more(d, n, WORD_MORE_QUESTIONS));
}

/* -- numbers --------------------------------------------------------------------------------------------- */

/* Lines of a bar's label: the languages stand on one, or under one another. */
static size_t label_lines(struct builder *p, const struct tally *t, const struct tally_row *row)
{
    struct bi name = charts_row(p, t, row);
    size_t n = 0, all = 0;
    for (size_t i = 0; i < p->nlangs; i++) {
        size_t wide = utf8_count(name.t[p->langs[i]]) * LINES[p->langs[i]].label / 10;
        n += lines_of(wide, LABEL_WIDE);
        all += wide + (i ? LABEL_GAP : 0);
    }
    return all <= LABEL_WIDE ? 1 : n;
}

/* Of so many bars: where one label's languages stand under one another, those of all do. */
static size_t label_lines_of(struct builder *p, const struct tally *t, size_t from, size_t n)
{
    size_t sum = 0, most = 1;
    for (size_t i = from; i < from + n; i++) {
        size_t lines = label_lines(p, t, &t->rows[i]);
        if (lines > most) most = lines;
        sum += lines;
    }
    size_t least = most > 1 ? n * p->nlangs : 0;
    return sum > least ? sum : least;
}

/* How many bars from here on a slide holds in type that a hall reads: fewer where labels or the title are
 * long. */
static size_t bars_on_slide(struct builder *p, const struct tally *t, struct bi title, size_t said,
                            size_t from, size_t most)
{
    size_t n = 1, taken = title_height(p, title) + said,
           room = taken < SLIDE ? (SLIDE - taken) * GIVES / 100 : 0;
    while (n < most && from + n < t->nrows &&
           label_lines_of(p, t, from, n + 1) * LABEL_LINE + (n + 1) * BAR <= room)
        n++;
    return n;
}

/* About as many on each of the slides as that takes. */
static size_t bars_each(struct builder *p, const struct tally *t)
{
    size_t slides = 0;
    for (size_t from = 0; from < t->nrows; slides++)
        from += bars_on_slide(p, t, t->prompt->text, SAID, from, OPTIONS);
    return slides ? (t->nrows + slides - 1) / slides : 1;
}

/* The bars of a choice; where one slide cannot hold them, those behind it are numbered; of very many
 * those that most chose. */
static void choice(struct deck *deck, const struct survey_form *form, size_t i)
{
    struct builder *p = deck->p;
    struct tally all = form->prompts[i].tally;
    struct bi asked = prompts_asked(p, all.prompt, form_results_prompt(p, form->form, i));
    size_t each = bars_each(p, &all), left = all.nrows > SLIDES * each ? all.nrows - SLIDES * each : 0;
    all = charts_most(p, &all, all.nrows - left);
    for (size_t from = 0, n; from < all.nrows && all.answered; from += n) {
        struct tally t = all;
        struct node *sect = titled(deck, asked, from ? NULL : form->form);
        belongs(deck, sect, form->form);
        n = bars_on_slide(p, &all, all.prompt->text, SAID, from, each);
        t.rows = all.rows + from;
        t.nrows = n;
        builder_line(p, sect, ROLE_DETAIL, charts_said(p, &all));
        charts_bars(p, sect, &t, all.prompt->text);
        if (left && from + n == all.nrows)
            builder_line(p, sect, ROLE_DETAIL,
                         builder_say(p, WORD_CHANGE_MORE, builder_number(p, (long)left)));
    }
}

static struct node *asked_slide(struct deck *deck, const struct survey_form *form, size_t i)
{
    struct node *sect = titled(deck, form_results_prompt(deck->p, form->form, i), form->form);
    belongs(deck, sect, form->form);
    return sect;
}

/* A number, large, and what it is, in words in which the other language says it once more; under it how many
 * answered. */
static void number_of_all(struct builder *p, struct node *sect, const struct tally *t, struct bi number,
                          struct bi numbered, struct bi words)
{
    struct node *large, *at = beside(p, sect, &large);
    large_number_written(p, large, number);
    builder_block(p, at, ROLE_LEAD, large_number_said(p, numbered, words));
    builder_line(p, sect, ROLE_DETAIL, charts_answered(p, t));
}

/* Its mean, large, where that does not lie; its bar fills what is left. */
static void scale(struct deck *deck, const struct survey_form *form, size_t i)
{
    struct builder *p = deck->p;
    const struct tally *t = &form->prompts[i].tally;
    struct bi mean = prompts_mean(p, t),
              words = builder_say(p, WORD_MEAN_ON, builder_number(p, t->prompt->points));
    struct node *sect = asked_slide(deck, form, i);
    if (builder_has(mean))
        number_of_all(p, sect, t, mean, builder_join(p, mean, " ", words), words);
    else
        builder_line(p, sect, ROLE_DETAIL, charts_said(p, t));
    charts_prompt(p, builder_node(p, sect, ROLE_KEEP), form, i);
}

/* One of two answers is all that a sheet can tell. */
static bool has_halves(const struct tally *t)
{
    enum prompt_type type = t->prompt->type;
    return t->answered && t->nrows == 2 && (type == PROMPT_YESNO || type == PROMPT_CHOICE);
}

/* What most of them answered, large, over the whole as one bar of two parts. */
static void halves(struct deck *deck, const struct survey_form *form, size_t i)
{
    struct builder *p = deck->p;
    const struct tally *t = &form->prompts[i].tally;
    const struct tally_row *most = &t->rows[tally_row_all(&t->rows[1]) > tally_row_all(&t->rows[0])];
    struct bi n = builder_number(p, tally_row_all(most)), all = builder_number(p, t->answered),
              share = charts_share(p, t, most),
              words = builder_say(p, WORD_OF_ANSWERED, n, all, charts_row(p, t, most));
    struct node *sect = asked_slide(deck, form, i);
    number_of_all(p, sect, t, share, builder_say(p, WORD_NUMBER_OF, share, words), words);
    charts_stacked(p, builder_node(p, sect, ROLE_KEEP), t, t->prompt->text);
}

static void closed(struct deck *deck, const struct survey_form *form)
{
    for (size_t i = 0; i < form->form->nprompts; i++) {
        if (prompt_is_open(&form->form->prompts[i])) continue;
        if (form_results_is_scale(form, i))
            scale(deck, form, i);
        else if (has_halves(&form->prompts[i].tally))
            halves(deck, form, i);
        else
            choice(deck, form, i);
    }
}

/* -- the whole ------------------------------------------------------------------------------------------- */

static long sheets_of(const struct corpus *c)
{
    long n = 0;
    for (size_t i = 0; i < c->nforms; i++) n += (long)c->forms[i].nreplies;
    return n;
}

static struct bi sheets(struct builder *p, long n)
{
    return builder_say(p, WORD_FORMS_COUNTED, builder_number(p, n));
}

/* The event's field; what could not be read on a slide of its own behind it. */
static void title(struct builder *p)
{
    const struct event *e = &p->corpus->event;
    struct node *cover = builder_node(p, p->tree->root, ROLE_COVER), *g;
    long n = sheets_of(p->corpus);
    cover_each(p, cover, ROLE_COVER_TITLE, words_of(WORD_DIGEST));
    cover_each(p, cover, ROLE_COVER_SUBTITLE, e->title);
    g = cover_group(p, cover);
    cover_lines(p, g, calendar_dates(p));
    cover_lines(p, g, n ? sheets(p, n) : words_of(WORD_NOTHING_YET));
    builder_line(p, g, ROLE_COVER_STATUS, p->tree->mark);
    cover_settle(g);
    g = cover_group(p, cover);
    cover_lines(p, g, e->host);
    cover_lines(p, g, e->venue);
    cover_settle(g);
    struct node *faults = slide(p);
    form_results_faults(p, faults);
    if (!faults->first) builder_drop(faults);
}

/* How many themes are not shown; where they are. */
static struct bi more_themes(struct builder *p, const struct tally *t, size_t shown)
{
    long more = 0;
    for (size_t i = shown; i < t->nrows; i++) more += tally_row_all(&t->rows[i]) > 0;
    if (!more) return (struct bi){0};
    if (!(p->corpus->event.documents & DOCUMENT_REPORT))
        return builder_say(p, WORD_CHANGE_MORE, builder_number(p, more));
    return builder_say(p, WORD_MORE_THEMES, builder_number(p, more), annex_order_results(p));
}

/* rest: of what else the report tells. */
static void head_themes(struct deck *deck, struct node *sect, const struct tally *t, struct bi rest)
{
    struct builder *p = deck->p;
    struct tally top = *t;
    top.nrows = 0;
    while (top.nrows < t->nrows && top.nrows < BARS && tally_row_all(&t->rows[top.nrows])) top.nrows++;
    top.nrows = bars_on_slide(p, &top, deck->titles.at[deck->titles.n - 1], SAID_TWICE, 0, top.nrows);
    struct bi paler = charts_paler(&top), said = builder_join(p, form_results_themed(p, t), " · ", paler);
    if (builder_has(paler))
        builder_block(p, sect, ROLE_DETAIL, said);
    else
        builder_line(p, sect, ROLE_DETAIL, said);
    charts_plain(p, charts_bars(p, sect, &top, words_of(WORD_THEMES)), &top);
    builder_line(p, sect, ROLE_DETAIL, builder_has(rest) ? rest : more_themes(p, t, top.nrows));
}

/* The form's title over how many wrote; the question that a chart of themes answers. */
static void head(struct deck *deck, const struct survey_form *form, bool many)
{
    struct builder *p = deck->p;
    const struct tally *t = &form->themes;
    struct bi name = form_results_title(form->form);
    struct node *sect =
        titled(deck, t->answered ? builder_say(p, WORD_WHAT_DID_PEOPLE_WRITE, builder_filled(name)) : name,
               form->form);
    struct bi rest = many ? in_report(p, WORD_OTHER_RESULTS) : (struct bi){0};
    if (t->answered) {
        head_themes(deck, sect, t, rest);
    } else {
        long n = (long)form->form->nreplies;
        struct node *large, *words = beside(p, sect, &large);
        large_number_put(p, large, n);
        builder_block(p, words, ROLE_LEAD, large_number_words(p, n, words_of(WORD_FORMS_READ)));
        builder_block(p, words, ROLE_P, digest_brief(p, form));
        builder_line(p, sect, ROLE_DETAIL, rest);
    }
    quotes_withheld(p, sect, form, QUOTE_ANY);
}

/* Of many forms each says less: nobody sits through sixty slides. */
static void form(struct deck *deck, const struct survey_form *form, bool many)
{
    struct digest d = digest_of(deck->p, form, BRIEF);
    head(deck, form, many);
    themes(deck, &d, many ? 1 : THEMES);
    if (!many) closed(deck, form);
    questions(deck, &d);
}

/* The code of where the report is, beside it its address and what is there. */
static void code(struct deck *deck)
{
    struct builder *p = deck->p;
    struct str url = p->corpus->event.url;
    struct node *sect = titled(deck, words_of(WORD_READ_REPORT), NULL), *grid = digest_beside(p, sect, CODE);
    if (!qr_node(p, grid, url)) {
        builder_drop(sect);
        return;
    }
    struct node *words = builder_node(p, grid, ROLE_KEEP);
    qr_words_near(p, words, url)->role = ROLE_LEAD;
    builder_block(p, words, ROLE_LEAD, in_report(p, WORD_ALL_ANSWERS_THERE));
}

void slides_write(struct builder *p)
{
    struct deck deck = {.p = p};
    size_t forms = 0;
    builder_handout(p, words_of(WORD_DIGEST));
    title(p);
    for (size_t i = 0; i < p->corpus->nforms; i++) forms += p->corpus->forms[i].nreplies > 0;
    for (size_t i = 0; i < p->corpus->nforms; i++)
        if (p->corpus->forms[i].nreplies) form(&deck, &p->survey->forms[i], forms > FEW);
    if (forms && p->corpus->event.url.n) code(&deck);
}
