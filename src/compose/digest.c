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

static void themes_part(struct digest *d, struct node *sect, size_t quotes)
{
    struct pen *p = d->p;
    struct quote chosen[DIGEST_QUESTIONS];
    if (!d->themes.answered) return;
    struct node *keep = pen_node(p, sect, ROLE_KEEP);
    pen_block(p, keep, ROLE_H3, words_of(WORD_TOP_THEMES));
    reflect_themes(p, keep, &d->themes, DIGEST_BARS);
    for (size_t k = 0; k < d->themes.nrows && k < DIGEST_THEMES; k++) {
        size_t n = digest_theme(d, k, quotes, chosen);
        if (!n) continue;
        pen_block(p, sect, ROLE_H4, digest_theme_head(d, k));
        for (size_t i = 0; i < n; i++) quote_set(p, sect, &chosen[i]);
    }
}

static void questions_part(struct digest *d, struct node *sect)
{
    struct quote chosen[DIGEST_QUESTIONS];
    size_t n = digest_questions(d, DIGEST_QUESTIONS, chosen);
    if (!n) return;
    pen_block(d->p, sect, ROLE_H3, words_of(WORD_OPEN_QUESTIONS));
    for (size_t i = 0; i < n; i++) quote_set(d->p, sect, &chosen[i]);
}

/* Open prompts are quoted by theme; without themes, one by one. */
static void prompts_part(struct digest *d, struct node *sect, size_t quotes)
{
    bool headed = false;
    for (size_t i = 0; i < d->form->nprompts; i++) {
        bool open = d->form->prompts[i].type == PROMPT_OPEN;
        if (open && d->themes.answered) continue;
        if (!headed) pen_block(d->p, sect, ROLE_H3, words_of(WORD_ANSWERS));
        headed = true;
        reflect_closed(d->p, sect, d->form, i, ROLE_H4);
        if (open) quote_some(d->p, sect, d->form, i, quotes);
    }
}

static void form_part(struct pen *p, struct node *root, const struct form *form, size_t quotes)
{
    struct digest d = digest_of(p, form);
    struct node *sect = pen_node(p, root, ROLE_SECT);
    sect->place = place_in(form->source, PLACE_WHOLE_FILE);
    struct node *h = pen_block(p, sect, ROLE_H2, reflect_title(form));
    pen_anchor(p, h, form->id);
    pen_par(p, sect, ROLE_LEAD, digest_totals(p, form));
    themes_part(&d, sect, quotes);
    questions_part(&d, sect);
    prompts_part(&d, sect, quotes);
}

/* Two quotes a theme, one where there is much to show. */
static size_t quotes_each(const struct corpus *c)
{
    enum { MUCH = 14 };
    size_t closed = 0;
    for (size_t i = 0; i < c->nforms; i++)
        for (size_t k = 0; c->forms[i].nreplies && k < c->forms[i].nprompts; k++)
            closed += c->forms[i].prompts[k].type != PROMPT_OPEN;
    return closed > MUCH ? 1 : 2;
}

static void body(struct pen *p)
{
    struct node *root = p->tree->root;
    bool any = false;
    book_handout(p, words_of(WORD_DIGEST));
    pen_block(p, root, ROLE_TITLE, words_of(WORD_DIGEST));
    pen_block(p, root, ROLE_SMALL, pen_join(p, p->corpus->event.title, " · ", when_dates(p)));
    reflect_faults(p, root);
    for (size_t i = 0; i < p->corpus->nforms; i++) {
        if (!p->corpus->forms[i].nreplies) continue;
        form_part(p, root, &p->corpus->forms[i], quotes_each(p->corpus));
        any = true;
    }
    if (!any) pen_par(p, root, ROLE_P, words_of(WORD_NOTHING_YET));
}

void digest_write(struct pen *p)
{
    body(p);
    p->tree->fit_pages = 2;
    struct sheet *s = &p->tree->sheet;
    s->inside = s->outside = PEN_MM(18);
    s->top = PEN_MM(16);
    s->bottom = PEN_MM(20);
    guard_tell_all(p);
    for (size_t i = 0; i < p->corpus->nforms; i++) group_tell(p, &p->corpus->forms[i]);
}

/* On the wall: A3, in letters that are read from two steps away. */
void digest_wall(struct pen *p)
{
    body(p);
    p->tree->slides = true;
    p->tree->sheet = (struct sheet){.width = PEN_MM(297),
                                    .height = PEN_MM(420),
                                    .inside = PEN_MM(24),
                                    .outside = PEN_MM(24),
                                    .top = PEN_MM(24),
                                    .bottom = PEN_MM(28)};
}
