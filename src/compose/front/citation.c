#include "compose/front/citation.h"

static bool has_imprint(const struct imprint *i)
{
    return builder_has(i->number) || builder_has(i->publisher) || builder_has(i->isbn) ||
           builder_has(i->licence) || builder_has(i->disclaimer);
}

/* One is asked for, so that a side that lacks it has the other's. */
static struct str in(struct bi text, enum lang l)
{
    return bi_get(text, l, NULL);
}

static void add_part(struct buf *b, struct str part, enum lang l)
{
    struct str stop = words_in(WORD_FULL_STOP, l);
    while (part.n && (part.s[part.n - 1] == ' ' || part.s[part.n - 1] == '.')) part.n--;
    if (!part.n) return;
    if (b->n) buf_add(b, stop);
    buf_add(b, part);
}

static struct str who_and_when(struct builder *p, enum lang l)
{
    const struct event *e = &p->corpus->event;
    struct str who = in(builder_has(e->host) ? e->host : e->imprint.publisher, l);
    int year = e->ndates ? e->dates[e->ndates - 1].year : 0;
    if (!who.n) who = in(e->title, l);
    if (!year) return who;
    return str_fmt(p->a, "%.*s (%.*s)", STR_ARGS(who), STR_ARGS(in(bi_number(p->a, year), l)));
}

static struct str what(struct builder *p, enum lang l)
{
    const struct event *e = &p->corpus->event;
    bool draft = !e->final, titled = builder_has(e->host) || builder_has(e->imprint.publisher);
    struct bi kind = words_of(WORD_FINAL_REPORT);
    if (draft) kind = builder_say(p, WORD_CITED_DRAFT, kind);
    return in(titled ? builder_say(p, WORD_CITED_TITLE, e->title, kind) : kind, l);
}

static struct str cited(struct builder *p, enum lang l)
{
    const struct event *e = &p->corpus->event;
    struct str publisher = in(e->imprint.publisher, l), isbn = in(e->imprint.isbn, l);
    struct buf b = BUF(p->a);
    add_part(&b, who_and_when(p, l), l);
    add_part(&b, what(p, l), l);
    if (builder_has(e->host) && !str_eq(publisher, in(e->host, l))) add_part(&b, publisher, l);
    if (e->imprint.number.t[0].n || e->imprint.number.t[1].n)
        add_part(&b, in(builder_say(p, WORD_DOCUMENT_NUMBER, e->imprint.number), l), l);
    if (isbn.n) add_part(&b, str_fmt(p->a, "ISBN %.*s", STR_ARGS(isbn)), l);
    if (e->url.n)
        add_part(&b, e->url, l);
    else if (b.n)
        buf_add(&b, str_trim(words_in(WORD_FULL_STOP, l)));
    return buf_str(&b);
}

struct bi citation_of(struct builder *p)
{
    const struct imprint *i = &p->corpus->event.imprint;
    return builder_has(i->citation) || has_imprint(i) ? citation_made(p) : (struct bi){0};
}

struct bi citation_made(struct builder *p)
{
    struct bi said = {0};
    if (builder_has(p->corpus->event.imprint.citation)) return p->corpus->event.imprint.citation;
    for (int l = 0; l < LANG_N; l++) said.t[l] = cited(p, (enum lang)l);
    return said;
}
