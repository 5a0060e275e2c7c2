#include "compose/quotes.h"

#include "compose/quote_marks.h"

struct quote_wish quotes_wish(const struct builder *p, const struct survey_form *form, size_t prompt,
                              size_t most)
{
    return (struct quote_wish){
        .form = form, .prompt = prompt, .most = most, .both = p->both, .first = p->langs[0]};
}

static bool any_given(const struct survey_form *f, size_t prompt)
{
    for (size_t i = 0; i < f->form->nprompts; i++) {
        bool asked = prompt_is_open(&f->form->prompts[i]) && (prompt == QUOTE_ANY || prompt == i);
        if (asked && f->prompts[i].tally.answered) return true;
    }
    return false;
}

void quotes_withheld(struct builder *p, struct node *parent, const struct survey_form *form, size_t prompt)
{
    if (p->corpus->roster == ROSTER_UNREAD && any_given(form, prompt))
        builder_par(p, parent, ROLE_SMALL, words_of(WORD_ANSWERS_WITHHELD));
}

/* Form 12, a mentor; a participant, where others' roles are told and this one's is not. */
static struct bi source_of(struct builder *p, const struct quote *q)
{
    struct bi who = q->unnamed ? words_of(WORD_A_PARTICIPANT) : q->role;
    if (!builder_has(q->number)) return who;
    return builder_has(who) ? builder_say(p, WORD_SAID_BY, q->number, who)
                            : builder_say(p, WORD_SAID, q->number);
}

/* Paragraphs of an answer typed on several lines. */
static void quote_lines(struct builder *p, struct node *quote, struct str text, enum lang l, struct place at)
{
    struct str rest = text, line;
    while (str_cut(&rest, '\n', &line)) {
        line = str_trim(line);
        if (!line.n) continue;
        struct node *para = node_new(p->a, quote, ROLE_P, l, at);
        node_text(p->a, para, line, l, at);
    }
}

static void set_quote(struct builder *p, struct node *parent, const struct quote *q, enum lang l,
                      struct str source, enum lang source_lang)
{
    struct place at = q->place;
    struct node *n = node_new(p->a, parent, ROLE_QUOTE, l, at);
    quote_lines(p, n, q->text.t[l], l, at);
    if (!source.n) return;
    struct node *s = node_new(p->a, n, ROLE_SOURCE, source_lang, at);
    node_text(p->a, s, source, source_lang, at);
}

static struct str noted(struct builder *p, enum word w, struct str source, enum lang l)
{
    return source.n ? builder_say(p, w, bi_same(source)).t[l] : source;
}

void quotes_set(struct builder *p, struct node *parent, const struct quote *q)
{
    struct bi source = source_of(p, q);
    enum lang own = q->lang, other = lang_other(own), l = p->langs[0];
    bool translated = q->text.t[other].n > 0;
    if (p->both && translated) {
        struct node *sides[LANG_N];
        builder_pair(p, parent, sides);
        set_quote(p, sides[own], q, own, source.t[own], own);
        set_quote(p, sides[other], q, other, noted(p, WORD_TRANSLATED_FROM_OTHER, source.t[other], other),
                  other);
    } else if (p->both || own == l) {
        set_quote(p, parent, q, own, source.t[own], own);
    } else if (translated) {
        set_quote(p, parent, q, l, noted(p, WORD_TRANSLATED_FROM_OTHER, source.t[l], l), l);
    } else {
        set_quote(p, parent, q, own, noted(p, WORD_ORIGINAL_OF_OTHER, source.t[l], l), l);
    }
}

size_t quotes_some(struct builder *p, struct node *parent, const struct survey_form *form, size_t prompt,
                   size_t most)
{
    struct quote *chosen = ARENA_MANY(p->a, struct quote, most ? most : 1);
    struct quote_wish wish = quotes_wish(p, form, prompt, most);
    size_t n = quote_pick(&wish, chosen);
    for (size_t i = 0; i < n; i++) quotes_set(p, parent, &chosen[i]);
    return n;
}

void quotes_mark(struct builder *p, struct node *n)
{
    for (struct node *q = n->first; q; q = q->next) {
        if (q->role == ROLE_QUOTE)
            quote_marks_put(p, q);
        else
            quotes_mark(p, q);
    }
}

void quotes_enlarge(struct node *n)
{
    for (struct node *q = n->first; q; q = q->next) {
        if (n->role == ROLE_QUOTE && q->role == ROLE_P) q->role = ROLE_VOICE;
        quotes_enlarge(q);
    }
}
