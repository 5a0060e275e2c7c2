#include "compose/front/cover.h"

#include "compose/calendar.h"
#include "compose/front/citation.h"
#include "khmer/spelling_order.h"

struct bi cover_person(struct builder *p, const struct person *who)
{
    struct bi named = builder_join(p, who->honorific, " ", who->name);
    return builder_join(p, named, ", ", who->role);
}

void cover_each(struct builder *p, struct node *parent, enum role role, struct bi text)
{
    bool any = false;
    for (size_t i = 0; i < p->nlangs; i++) {
        enum lang l = p->langs[i];
        if (!text.t[l].n) continue;
        struct node *n = node_new(p->a, parent, role, l, text.at[l]);
        node_text(p->a, n, text.t[l], l, text.at[l]);
        any = true;
    }
    if (!any) builder_block(p, parent, role, text);
}

/* In Khmer wherever Khmer is shown: that is how the heading is written. */
static void nation(struct builder *p, struct node *cover)
{
    enum lang l = p->both ? LANG_KM : p->langs[0];
    struct node *n = node_new(p->a, cover, ROLE_COVER_NATION, l, (struct place){0});
    node_text(p->a, n, words_in(WORD_KINGDOM, l), l, n->place);
    node_text(p->a, n, STR(""), LANG_NONE, n->place)->kind = SPAN_BREAK;
    node_text(p->a, n, words_in(WORD_NATION, l), l, n->place);
    node_new(p->a, cover, ROLE_DIVIDER, LANG_NONE, (struct place){0});
}

void cover_logos(struct builder *p, struct node *parent)
{
    enum { ACROSS = 4 }; /* the cover itself has as many on a row as there is room for */
    const struct corpus *c = p->corpus;
    struct node *grid = NULL;
    for (size_t i = 0; i < c->norganizations; i++) {
        const struct organization *o = &c->organizations[i];
        if (!o->logo) continue;
        if (!grid) grid = builder_node(p, parent, ROLE_GRID);
        grid->count += grid->count < ACROSS;
        struct node *f = builder_node(p, grid, ROLE_FIGURE);
        f->place = o->place;
        f->picture = o->logo;
        struct bi name = builder_has(o->name) ? o->name : bi_same(o->acronym);
        struct bi alt = builder_say(p, WORD_LOGO_OF, name);
        for (int l = 0; l < LANG_N; l++) f->alt[l] = alt.t[l];
    }
}

/* What the other text does not say already, language by language. */
static struct bi unsaid(struct builder *p, struct bi what, struct bi other)
{
    for (int l = 0; l < LANG_N; l++)
        if (str_find(spelling_order_fold(p->a, other.t[l]), spelling_order_fold(p->a, what.t[l]), 0) !=
            SIZE_MAX)
            what.t[l] = STR("");
    for (size_t i = 0; i < p->nlangs; i++)
        if (what.t[p->langs[i]].n) return what;
    return (struct bi){0}; /* and not in a language that is not shown */
}

/* English names that are a noun want an article in a sentence: by the Ministry of Education. */
static struct bi with_article(struct arena *a, struct bi name)
{
    static const char *const nouns[] = {"Ministry ", "Department ", "University ", "Royal ",   "National ",
                                        "Office ",   "Institute ",  "Embassy ",    "Faculty ", "Provincial "};
    struct str *en = &name.t[LANG_EN];
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (str_starts(*en, nouns[i])) {
            *en = str_fmt(a, "the %.*s", STR_ARGS(*en));
            break;
        }
    return name;
}

/* The supporter may be typed as a name or as a whole phrase. */
static struct bi supporter(struct builder *p)
{
    static const struct bi support[] = {{.t = {STR_INIT("គាំទ្រ"), STR_INIT("support")}},
                                        {.t = {STR_INIT("ឧបត្ថម្ភ"), STR_INIT("sponsor")}}};
    struct bi typed = p->corpus->event.supporter,
              said = builder_say(p, WORD_SUPPORTED_BY, with_article(p->a, typed));
    for (int l = 0; l < LANG_N; l++) {
        struct str folded = spelling_order_fold(p->a, typed.t[l]);
        bool phrase = !typed.t[l].n;
        for (size_t i = 0; i < sizeof support / sizeof *support; i++)
            phrase |= str_find(folded, spelling_order_fold(p->a, support[i].t[l]), 0) != SIZE_MAX;
        if (phrase) said.t[l] = typed.t[l];
        said.at[l] = typed.at[l];
    }
    return said;
}

/* -- the cover ------------------------------------------------------------------------------------------- */

struct node *cover_group(struct builder *p, struct node *parent)
{
    struct node *row = parent->last && parent->last->role == ROLE_GRID ? parent->last : NULL;
    if (!row) row = builder_node(p, parent, ROLE_GRID);
    row->count = 2;
    return builder_node(p, row, ROLE_KEEP);
}

void cover_settle(struct node *group)
{
    struct node *row = group->parent;
    if (group->first) return;
    builder_drop(group);
    if (!row->first) builder_drop(row);
}

void cover_lines(struct builder *p, struct node *group, struct bi text)
{
    cover_each(p, group, ROLE_COVER_LINE, text);
}

/* The solar date and the lunar one, which is told in Khmer alone. */
static void when(struct builder *p, struct node *cover)
{
    const struct event *e = &p->corpus->event;
    struct node *g = cover_group(p, cover);
    cover_lines(p, g, calendar_lunar(p, bi_same(e->lunar_date_km)));
    struct node *lunar = g->last;
    cover_lines(p, g, calendar_dates(p));
    if (lunar && lunar->next) lunar->next->again = true; /* the same day */
    cover_settle(g);
}

static void where_and_under_whom(struct builder *p, struct node *cover)
{
    const struct event *e = &p->corpus->event;
    struct node *g = cover_group(p, cover);
    cover_lines(p, g, e->venue);
    for (size_t i = 0; i < e->npresided; i++)
        cover_lines(p, g, builder_say(p, WORD_PRESIDED_BY, cover_person(p, &e->presided_by[i])));
    cover_settle(g);
}

static void foot(struct builder *p, struct node *cover)
{
    struct node *foot = builder_node(p, cover, ROLE_COVER_FOOT), *g = cover_group(p, foot);
    cover_lines(p, g, supporter(p));
    cover_settle(g);
    g = cover_group(p, foot);
    cover_each(p, g, ROLE_COVER_STATUS, p->tree->mark);
    cover_settle(g);
    cover_logos(p, foot);
    if (!foot->first) builder_drop(foot);
}

/* The same file where photos.csv tells of it, or what is shown itself. */
static const struct picture *described(const struct corpus *c, const struct picture *shown)
{
    for (size_t i = 0; i < c->nphotos; i++)
        if (str_eq(c->photos[i].picture->path, shown->path)) return c->photos[i].picture;
    return shown;
}

static void picture(struct builder *p, struct node *cover)
{
    const struct picture *shown = p->corpus->event.cover;
    if (!shown) return;
    struct node *f = builder_node(p, cover, ROLE_FIGURE);
    f->place = shown->place;
    f->picture = shown;
    const struct picture *told = described(p->corpus, shown);
    for (int l = 0; l < LANG_N; l++) f->alt[l] = told->alt[l].n ? told->alt[l] : told->caption[l];
}

void cover_page(struct builder *p)
{
    const struct event *e = &p->corpus->event;
    struct node *cover = builder_node(p, p->tree->root, ROLE_COVER);
    cover->place = e->place;
    if (e->national_heading) nation(p, cover);
    cover_each(p, cover, ROLE_COVER_MINISTRY, e->host);
    picture(p, cover);
    cover_each(p, cover, ROLE_COVER_TITLE, e->title);
    cover_each(p, cover, ROLE_COVER_SUBTITLE, e->subtitle);
    cover_each(p, cover, ROLE_COVER_SUBTITLE, unsaid(p, words_of(WORD_FINAL_REPORT), e->subtitle));
    when(p, cover);
    where_and_under_whom(p, cover);
    foot(p, cover);
}

/* -- behind it ------------------------------------------------------------------------------------------- */

struct bi cover_contact(struct builder *p)
{
    const struct event *e = &p->corpus->event;
    struct bi who = builder_join(p, bi_same(e->contact_name), ", ", bi_same(e->contact_email));
    return builder_has(who) ? builder_say(p, WORD_CONTACT, who) : who;
}

static void said(struct builder *p, struct node *sect, enum word word, struct bi what)
{
    if (builder_has(what)) builder_par(p, sect, ROLE_SMALL, builder_say(p, word, what));
}

void cover_imprint(struct builder *p)
{
    const struct event *e = &p->corpus->event;
    struct node *sect = builder_node(p, p->tree->root, ROLE_SECT);
    sect->place = e->place;
    sect->breaks = true;
    builder_par(p, sect, ROLE_SMALL, builder_join(p, e->title, " – ", words_of(WORD_FINAL_REPORT)));
    said(p, sect, WORD_DOCUMENT_NUMBER, e->imprint.number);
    builder_par(p, sect, ROLE_SMALL, builder_join(p, calendar_dates(p), ", ", e->venue));
    if (builder_has(e->host))
        builder_par(p, sect, ROLE_SMALL, builder_say(p, WORD_HOST, with_article(p->a, e->host)));
    builder_par(p, sect, ROLE_SMALL, supporter(p));
    said(p, sect, WORD_PUBLISHER, e->imprint.publisher);
    said(p, sect, WORD_ISBN, e->imprint.isbn);
    said(p, sect, WORD_CITED_AS, citation_of(p));
    builder_par(p, sect, ROLE_SMALL, builder_filled(e->imprint.licence));
    builder_par(p, sect, ROLE_SMALL, e->imprint.disclaimer);
    builder_par(p, sect, ROLE_SMALL, cover_contact(p));
    if (e->sample) builder_par(p, sect, ROLE_MISSING, words_of(WORD_SAMPLE_BOOK));
    if (!e->final) builder_par(p, sect, ROLE_MISSING, words_of(WORD_DRAFT_BOOK));
    builder_faults(p, sect, STR("event.yml"));
}
