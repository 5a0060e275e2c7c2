#include "compose/book.h"
#include "compose/digest.h"
#include "compose/reflect.h"
#include "compose/when.h"

enum { QUOTES = 2, BARS = 6 };

static struct node *slide(struct pen *p)
{
    struct node *sect = pen_node(p, p->tree->root, ROLE_SECT);
    sect->breaks = p->tree->root->first != sect;
    return sect;
}

static void quotes(struct pen *p, struct node *sect, const struct quote *chosen, size_t n)
{
    for (size_t i = 0; i < n; i++) quote_set(p, sect, &chosen[i]);
}

static void title(struct pen *p)
{
    struct node *sect = slide(p);
    pen_block(p, sect, ROLE_TITLE, words_of(WORD_DIGEST));
    pen_block(p, sect, ROLE_P, p->corpus->event.title);
    pen_block(p, sect, ROLE_LEAD, when_dates(p));
    reflect_faults(p, sect);
}

static void themes(struct digest *d)
{
    struct pen *p = d->p;
    struct quote chosen[QUOTES];
    if (!d->themes.answered) return;
    struct node *sect = slide(p);
    pen_block(p, sect, ROLE_H2, words_of(WORD_TOP_THEMES));
    reflect_themes(p, sect, &d->themes, DIGEST_BARS);
    for (size_t k = 0; k < d->themes.nrows && k < DIGEST_THEMES; k++) {
        size_t n = digest_theme(d, k, QUOTES, chosen);
        if (!n) continue;
        sect = slide(p);
        pen_block(p, sect, ROLE_H2, digest_theme_head(d, k));
        quotes(p, sect, chosen, n);
    }
}

static void questions(struct digest *d)
{
    struct quote chosen[DIGEST_QUESTIONS];
    size_t n = digest_questions(d, QUOTES, chosen);
    if (!n) return;
    struct node *sect = slide(d->p);
    pen_block(d->p, sect, ROLE_H2, words_of(WORD_OPEN_QUESTIONS));
    quotes(d->p, sect, chosen, n);
}

static void form(struct pen *p, const struct form *form)
{
    struct digest d = digest_of(p, form);
    struct node *sect = slide(p);
    pen_block(p, sect, ROLE_H2, reflect_title(form));
    pen_par(p, sect, ROLE_P, digest_totals(p, form));
    themes(&d);
    for (size_t i = 0; i < form->nprompts; i++)
        if (form->prompts[i].type != PROMPT_OPEN) reflect_closed(p, slide(p), form, i, ROLE_H2);
    questions(&d);
}

void slides_write(struct pen *p)
{
    bool any = false;
    book_handout(p, words_of(WORD_DIGEST));
    p->tree->slides = true;
    /* 16 : 9, as screens show it */
    p->tree->sheet = (struct sheet){
        .width = 960000, .height = 540000, .inside = 54000, .outside = 54000, .top = 40000, .bottom = 46000};
    title(p);
    for (size_t i = 0; i < p->corpus->nforms; i++) {
        if (p->corpus->forms[i].nreplies) form(p, &p->corpus->forms[i]);
        any |= p->corpus->forms[i].nreplies > 0;
    }
    if (!any) pen_par(p, slide(p), ROLE_P, words_of(WORD_NOTHING_YET));
}
