#include "compose/digest.h"

#include "compose/book.h"
#include "compose/group.h"
#include "compose/guard.h"
#include "compose/reflect.h"
#include "compose/when.h"

/* -- what is said ---------------------------------------------------------------------------------------- */

struct digest digest_of(struct pen *p, const struct form *form)
{
    struct digest d = {.p = p, .form = form};
    d.themes = tally_themes(p, form);
    d.said = theme_find(p, form);
    d.used = ARENA_MANY(p->a, bool, form->nreplies);
    return d;
}

size_t digest_theme(struct digest *d, size_t row, size_t most, struct quote *chosen)
{
    struct quote_wish wish = {.form = d->form, .prompt = QUOTE_ANY, .used = d->used, .most = most};
    wish.theme_bit = (uint64_t)1 << d->themes.rows[row].theme;
    wish.theme = d->said.typed;
    size_t n = quote_pick(d->p, &wish, chosen);
    wish.theme = d->said.suggested;
    wish.most = most - n;
    return n + quote_pick(d->p, &wish, chosen + n);
}

/* A prompt that asks for questions. */
static bool wants_questions(const struct prompt *q)
{
    return q->type == PROMPT_OPEN && (str_find(q->text.t[LANG_EN], STR("question"), 0) != SIZE_MAX ||
                                      str_find(q->text.t[LANG_KM], STR("សំណួរ"), 0) != SIZE_MAX);
}

size_t digest_questions(struct digest *d, size_t most, struct quote *chosen)
{
    struct quote_wish wish = {.form = d->form, .used = d->used, .asking = true};
    size_t n = 0;
    for (size_t i = 0; i < d->form->nprompts; i++) {
        if (!wants_questions(&d->form->prompts[i])) continue;
        wish.prompt = i;
        wish.most = most - n;
        n += quote_pick(d->p, &wish, chosen + n);
    }
    wish.prompt = QUOTE_ANY;
    wish.most = most - n;
    return n + quote_pick(d->p, &wish, chosen + n);
}

struct bi digest_theme_head(const struct digest *d, size_t row)
{
    const struct tally_row *r = &d->themes.rows[row];
    return pen_say(d->p, WORD_THEME_SAID, r->name, pen_number(d->p, r->count + r->more));
}

struct bi digest_totals(struct pen *p, const struct form *form)
{
    long quotable = 0;
    for (size_t i = 0; i < form->nreplies; i++)
        quotable += form->replies[i].quote_ok && form->replies[i].legible;
    return pen_join(p, tally_totals(p, form), " ", pen_say(p, WORD_QUOTABLE, pen_number(p, quotable)));
}

/* -- two pages ------------------------------------------------------------------------------------------- */

struct amounts { /* of what a form's part shows: less where several forms share the two pages */
    size_t bars, themes, quotes, questions;
    bool wide; /* closed prompts one under the other */
};

static void themes_part(struct digest *d, struct node *sect, struct amounts most)
{
    struct pen *p = d->p;
    struct quote chosen[DIGEST_QUESTIONS];
    if (!d->themes.answered) return;
    struct node *keep = pen_node(p, sect, ROLE_KEEP);
    pen_line(p, keep, ROLE_H3, words_of(WORD_TOP_THEMES));
    reflect_themes(p, keep, &d->themes, most.bars);
    for (size_t k = 0; k < d->themes.nrows && k < most.themes; k++) {
        size_t n = digest_theme(d, k, k && most.quotes > 1 ? most.quotes - 1 : most.quotes, chosen);
        if (!n) continue;
        pen_line(p, sect, ROLE_H4, digest_theme_head(d, k));
        for (size_t i = 0; i < n; i++) quote_set(p, sect, &chosen[i]);
    }
}

static void questions_part(struct digest *d, struct node *sect, struct amounts most)
{
    struct quote chosen[DIGEST_QUESTIONS];
    size_t n = digest_questions(d, most.questions, chosen);
    if (!n) return;
    pen_line(d->p, sect, ROLE_H3, words_of(WORD_OPEN_QUESTIONS));
    for (size_t i = 0; i < n; i++) quote_set(d->p, sect, &chosen[i]);
}

/* How many lines a prompt takes, about. */
static size_t weight_of(const struct prompt *q)
{
    enum { HEAD = 3, LEAN = 4 };
    if (q->type == PROMPT_SCALE) return HEAD + LEAN;
    return HEAD + (q->type == PROMPT_YESNO ? 2 : 2 * q->noptions);
}

/* Closed prompts in two columns of about one length, a few at a time. */
static void numbers_part(struct digest *d, struct node *sect, struct amounts most)
{
    enum { FEW = 6 };
    struct node *grid = NULL, *columns[2] = {0};
    size_t n = 0, weights[2] = {0};
    for (size_t i = 0; i < d->form->nprompts; i++) {
        const struct prompt *q = &d->form->prompts[i];
        if (q->type == PROMPT_OPEN) continue;
        if (most.wide) {
            reflect_closed(d->p, sect, d->form, i, ROLE_H3);
            continue;
        }
        if (n++ % FEW == 0) {
            grid = pen_node(d->p, sect, ROLE_GRID);
            grid->count = 2;
            memset(weights, 0, sizeof weights);
            memset(columns, 0, sizeof columns);
        }
        size_t side = weights[1] < weights[0];
        weights[side] += weight_of(q);
        if (!columns[side]) columns[side] = pen_node(d->p, grid, ROLE_KEEP);
        reflect_closed(d->p, columns[side], d->form, i, ROLE_H3);
    }
}

/* Open prompts are quoted by theme; without themes, one by one. */
static void prompts_part(struct digest *d, struct node *sect, struct amounts most)
{
    for (size_t i = 0; i < d->form->nprompts && !d->themes.answered; i++) {
        if (d->form->prompts[i].type != PROMPT_OPEN) continue;
        reflect_closed(d->p, sect, d->form, i, ROLE_H3);
        quote_some(d->p, sect, d->form, i, most.quotes);
    }
}

/* Which open questions were asked, and how many answered them: their answers stand under themes. Then what
 * the star behind some themes' numbers says. */
static void asked_part(struct digest *d, struct node *sect)
{
    struct pen *p = d->p;
    struct bi all = {0};
    for (size_t i = 0; i < d->form->nprompts && d->themes.answered; i++) {
        if (d->form->prompts[i].type != PROMPT_OPEN) continue;
        struct tally t = tally_prompt(p, d->form, i);
        struct bi one = pen_filled(reflect_prompt(p, d->form, i));
        one = pen_say(p, WORD_ASKED, one, tally_said(p, &t, &d->form->prompts[i]));
        all = pen_join(p, all, " ", one);
    }
    pen_par(p, sect, ROLE_SMALL, pen_join(p, all, " ", tally_star(&d->themes)));
}

static void form_part(struct pen *p, struct node *root, const struct form *form, struct amounts most)
{
    struct digest d = digest_of(p, form);
    struct node *sect = pen_node(p, root, ROLE_SECT);
    sect->place = place_in(form->source, PLACE_WHOLE_FILE);
    struct node *h = pen_line(p, sect, ROLE_H2, reflect_title(form));
    pen_anchor(p, h, form->id);
    pen_par(p, sect, ROLE_LEAD, digest_totals(p, form));
    asked_part(&d, sect);
    themes_part(&d, sect, most);
    prompts_part(&d, sect, most);
    questions_part(&d, sect, most);
    numbers_part(&d, sect, most);
}

static struct amounts amounts_of(const struct corpus *c)
{
    enum { MANY = 4 };
    size_t forms = 0;
    for (size_t i = 0; i < c->nforms; i++) forms += c->forms[i].nreplies > 0;
    if (forms < 2) return (struct amounts){DIGEST_BARS, DIGEST_THEMES, 3, DIGEST_QUESTIONS, false};
    return (struct amounts){4, 2, forms < MANY ? 2 : 1, forms < MANY ? 2 : 1, false};
}

static void body(struct pen *p, struct amounts most)
{
    struct node *root = p->tree->root;
    bool any = false;
    book_handout(p, words_of(WORD_DIGEST));
    pen_block(p, root, ROLE_TITLE, words_of(WORD_DIGEST));
    pen_par(p, root, ROLE_SMALL, pen_join(p, p->corpus->event.title, " · ", when_dates(p)));
    reflect_faults(p, root);
    for (size_t i = 0; i < p->corpus->nforms; i++) {
        if (!p->corpus->forms[i].nreplies) continue;
        form_part(p, root, &p->corpus->forms[i], most);
        any = true;
    }
    if (!any) pen_par(p, root, ROLE_P, words_of(WORD_NOTHING_YET));
}

void digest_write(struct pen *p)
{
    body(p, amounts_of(p->corpus));
    p->tree->fit_pages = 2;
    struct sheet *s = &p->tree->sheet;
    s->inside = s->outside = PEN_MM(16);
    s->top = PEN_MM(20);
    s->bottom = PEN_MM(20);
    guard_tell_all(p);
    for (size_t i = 0; i < p->corpus->nforms; i++) group_tell(p, &p->corpus->forms[i]);
}

/* On the wall: A3, in letters that are read from two steps away. */
void digest_wall(struct pen *p)
{
    body(p, (struct amounts){4, 2, 1, 2, true});
    p->tree->slides = true;
    p->tree->fit_pages = 2;
    p->tree->sheet = (struct sheet){.width = PEN_MM(297),
                                    .height = PEN_MM(420),
                                    .inside = PEN_MM(24),
                                    .outside = PEN_MM(24),
                                    .top = PEN_MM(24),
                                    .bottom = PEN_MM(28)};
}
