#include "compose/prompts.h"

#include "khmer/number.h"

enum { BLANK_LINES = 4, BLANK_POINTS = 5 }; /* where the form tells none */

/* -- blank sheets ---------------------------------------------------------------------------------------- */

static struct node *option(struct builder *p, struct node *options, struct bi text, struct place place)
{
    struct node *n = builder_block(p, options, ROLE_OPTION, text);
    if (n) n->place = place;
    return n;
}

void prompts_two_boxes(struct builder *p, struct node *parent, struct bi a, struct bi b)
{
    struct node *options = builder_node(p, parent, ROLE_OPTIONS);
    options->count = CHOICE_ONE;
    option(p, options, a, (struct place){0});
    option(p, options, b, (struct place){0});
}

static void blank_open(struct builder *p, struct node *keep, const struct prompt *q)
{
    builder_node(p, keep, ROLE_LINES)->count = q->lines > 0 ? q->lines : BLANK_LINES;
}

static void blank_choice(struct builder *p, struct node *keep, const struct prompt *q)
{
    if (!q->noptions) return;
    struct node *options = builder_node(p, keep, ROLE_OPTIONS);
    options->count = q->type == PROMPT_CHOICE    ? CHOICE_ONE
                     : q->type == PROMPT_RANKING ? CHOICE_RANKED
                                                 : CHOICE_ANY;
    for (size_t i = 0; i < q->noptions; i++) {
        const struct option *o = &q->options[i];
        option(p, options, prompts_name(o->text, o->id), o->place);
    }
    if (!options->first) option(p, options, bi_same(STR("–")), q->place);
}

/* Writers often tell in brackets how to answer. */
static bool says_how(struct bi text)
{
    for (int l = 0; l < LANG_N; l++)
        if (str_find(text.t[l], STR("("), 0) != SIZE_MAX) return true;
    return false;
}

struct bi prompts_asked(struct builder *p, const struct prompt *q, struct bi asked)
{
    struct bi how = words_of(WORD_SEVERAL);
    bool tells = q->type == PROMPT_CHOICES && !says_how(asked);
    for (int l = 0; l < LANG_N && tells; l++)
        if (asked.t[l].n) asked.t[l] = str_fmt(p->a, "%.*s %.*s", STR_ARGS(asked.t[l]), STR_ARGS(how.t[l]));
    return asked;
}

/* Numbers into the boxes. */
static void blank_ranking(struct builder *p, struct node *keep, const struct prompt *q)
{
    enum word how = q->most > 1 ? WORD_WRITE_PLACES : WORD_WRITE_FIRST;
    if (q->noptions) builder_block(p, keep, ROLE_SMALL, builder_say(p, how, builder_number(p, q->most)));
    blank_choice(p, keep, q);
}

static struct spans end_spans(struct builder *p, struct bi text)
{
    struct node *holder = builder_node(p, NULL, ROLE_P);
    builder_spans(p, holder, text);
    return holder->spans;
}

static void blank_scale(struct builder *p, struct node *keep, const struct prompt *q)
{
    struct node *n = builder_node(p, keep, ROLE_SCALE);
    n->place = q->place;
    n->count = q->points > 1 ? q->points : BLANK_POINTS;
    n->low = end_spans(p, q->low);
    n->high = end_spans(p, q->high);
}

static void blank_yesno(struct builder *p, struct node *keep, const struct prompt *q)
{
    (void)q;
    prompts_two_boxes(p, keep, words_of(WORD_YES), words_of(WORD_NO));
}

/* -- names ----------------------------------------------------------------------------------------------- */

struct bi prompts_name(struct bi name, struct str id)
{
    return builder_has(name) ? name : bi_same(id);
}

static struct bi row_option(struct builder *p, const struct prompt *q, size_t at)
{
    (void)p;
    return prompts_name(q->options[at].text, q->options[at].id);
}

static struct bi mark_point(struct builder *p, const struct prompt *q, size_t at)
{
    (void)q;
    return bi_number(p->a, (long)at + 1);
}

/* A scale's ends have words. */
static struct bi word_of_point(const struct prompt *q, size_t at)
{
    long i = (long)at + 1;
    return i == 1 ? q->low : i == q->points ? q->high : (struct bi){0};
}

static bool marked_point(const struct prompt *q, size_t at)
{
    return builder_has(word_of_point(q, at));
}

static struct bi row_point(struct builder *p, const struct prompt *q, size_t at)
{
    struct bi n = mark_point(p, q, at), word = word_of_point(q, at);
    return builder_has(word) ? builder_say(p, WORD_POINT_WORD, n, word) : n;
}

static struct bi row_yesno(struct builder *p, const struct prompt *q, size_t at)
{
    (void)p, (void)q;
    return words_of(at ? WORD_NO : WORD_YES);
}

/* -- what is said of all --------------------------------------------------------------------------------- */

/* The mean of so many numbers, in tenths, to the nearest. */
static long mean_tenths(long sum, long n)
{
    return (sum * 20 + n) / (n * 2);
}

static struct bi tenths(struct builder *p, long n)
{
    struct bi said = {0};
    for (int l = 0; l < LANG_N; l++) said.t[l] = number_tenths(p->a, n, (enum lang)l);
    return said;
}

struct bi prompts_mean(struct builder *p, const struct tally *t)
{
    if (!t->prompt || !prompt_has_points(t->prompt) || !t->answered || tally_split(t)) return (struct bi){0};
    return tenths(p, mean_tenths(t->sum, t->answered));
}

static struct bi said_scale(struct builder *p, const struct tally *t, struct bi answered)
{
    struct bi mean = prompts_mean(p, t);
    if (!builder_has(mean)) return builder_join(p, answered, " · ", words_of(WORD_SPLIT));
    return builder_say(p, WORD_MEAN, answered, mean, builder_number(p, t->prompt->points));
}

static struct bi said_ranking(struct builder *p, const struct tally *t, struct bi answered)
{
    (void)t;
    return builder_join(p, answered, " · ", words_of(WORD_FIRST_PLACES));
}

/* Of those who gave it a place. */
static struct bi label_ranking(struct builder *p, const struct tally_row *r, struct bi name)
{
    if (!r->placed) return builder_say(p, WORD_UNPLACED, name);
    return builder_say(p, WORD_PLACED_BY, name, builder_number(p, r->placed),
                       tenths(p, mean_tenths(r->places, r->placed)));
}

/* -- columns of tables ----------------------------------------------------------------------------------- */

/* 16; 16 + 1* where key words suggest some. */
static struct str count_text(struct arena *a, const struct tally *t, const struct tally_row *r, enum lang l)
{
    (void)t;
    struct str sure = number_write(a, r->count, l);
    if (!r->more) return sure;
    return str_fmt(a, "%.*s + %.*s*", STR_ARGS(sure), STR_ARGS(number_write(a, r->more, l)));
}

long prompts_per_cent(const struct tally *t, const struct tally_row *row)
{
    long part = row->count + row->more, whole = t->answered;
    return whole > 0 ? (part * 200 + whole) / (whole * 2) : 0;
}

static struct str per_cent_text(struct arena *a, const struct tally *t, const struct tally_row *r,
                                enum lang l)
{
    return number_write(a, prompts_per_cent(t, r), l);
}

static struct str placed_text(struct arena *a, const struct tally *t, const struct tally_row *r, enum lang l)
{
    (void)t;
    return number_write(a, r->placed, l);
}

static struct str mean_place_text(struct arena *a, const struct tally *t, const struct tally_row *r,
                                  enum lang l)
{
    (void)t;
    return r->placed ? number_tenths(a, mean_tenths(r->places, r->placed), l) : STR("–");
}

/* -- cells of the attached table ------------------------------------------------------------------------- */

static struct str cell_open(struct arena *a, const struct prompt *q, const struct said_answer *x)
{
    (void)a, (void)q;
    return x->text;
}

static struct str cell_chosen(struct arena *a, const struct prompt *q, const struct said_answer *x)
{
    struct buf b = BUF(a);
    for (size_t i = 0; i < q->noptions && i < 64; i++) {
        if (!(x->closed.chosen >> i & 1)) continue;
        if (b.n) buf_byte(&b, ';');
        buf_add(&b, q->options[i].id);
    }
    return buf_str(&b);
}

static struct str cell_ranking(struct arena *a, const struct prompt *q, const struct said_answer *x)
{
    struct buf b = BUF(a);
    for (size_t i = 0; i < x->closed.nranked; i++) {
        if (i) buf_byte(&b, '>');
        buf_add(&b, q->options[x->closed.ranked[i]].id);
    }
    return buf_str(&b);
}

static struct str cell_point(struct arena *a, const struct prompt *q, const struct said_answer *x)
{
    (void)q;
    return number_latin(a, x->closed.scale);
}

static struct str cell_yesno(struct arena *a, const struct prompt *q, const struct said_answer *x)
{
    (void)a, (void)q;
    return x->closed.yes ? STR("yes") : STR("no");
}

/* -- the table ------------------------------------------------------------------------------------------- */

static const struct prompts_column COUNTED[] = {{WORD_COUNT, WORD_ALL_SHEETS, count_text},
                                                {WORD_PERCENT, WORD_PERCENT, per_cent_text}},
                                   PLACED[] = {{WORD_PUT_FIRST, WORD_PUT_FIRST, count_text},
                                               {WORD_PLACED, WORD_PLACED, placed_text},
                                               {WORD_MEAN_PLACE, WORD_MEAN_PLACE, mean_place_text}};

static const struct prompts_type TYPES[PROMPT_TYPES] = {
    [PROMPT_OPEN] = {.blank = blank_open, .cell = cell_open},
    [PROMPT_CHOICE] = {.blank = blank_choice, .row = row_option, .cell = cell_chosen, .lines = 2},
    [PROMPT_CHOICES] = {.blank = blank_choice, .row = row_option, .cell = cell_chosen, .lines = 2},
    [PROMPT_SCALE] = {.blank = blank_scale,
                      .row = row_point,
                      .mark = mark_point,
                      .marked = marked_point,
                      .said = said_scale,
                      .cell = cell_point},
    [PROMPT_YESNO] = {.blank = blank_yesno, .row = row_yesno, .cell = cell_yesno, .lines = 1},
    [PROMPT_RANKING] = {.blank = blank_ranking,
                        .row = row_option,
                        .label = label_ranking,
                        .said = said_ranking,
                        .cell = cell_ranking,
                        .lines = 4,
                        .columns = PLACED,
                        .ncolumns = sizeof PLACED / sizeof *PLACED},
};

const struct prompts_type *prompts_type(const struct prompt *q)
{
    return &TYPES[q->type];
}

const struct prompts_column *prompts_columns(const struct tally *t, size_t *n)
{
    const struct prompts_type *type = t->prompt ? &TYPES[t->prompt->type] : NULL;
    bool own = type && type->columns;
    *n = own ? type->ncolumns : sizeof COUNTED / sizeof *COUNTED;
    return own ? type->columns : COUNTED;
}
