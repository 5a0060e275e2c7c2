#include "compose/front/back_cover.h"

#include "compose/figure/qr.h"
#include "compose/front/cover.h"

/* What a document is set in where event.yml names nothing else: see text/font_set.c. */
static const enum word FACES[FONT_ROLES] = {
    [FONT_ROLE_BODY] = WORD_FACE_BODY, [FONT_ROLE_HEADING] = WORD_FACE_HEADING};

/* Unless it is among them. Returns how many they are then. */
static size_t add_face(struct str *names, size_t n, struct str name)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq(names[i], name)) return n;
    names[n] = name;
    return n + 1;
}

/* Something was told of the font that was wished for: another one stands in its place. */
static bool is_doubted(const struct builder *p, struct place wish)
{
    const struct diags *d = p->corpus->told ? p->corpus->told : p->job->diags;
    for (size_t i = 0; i < d->list.n; i++)
        if (d->list.at[i].place.source == wish.source && d->list.at[i].place.offset == wish.offset)
            return true;
    return false;
}

/* Each name once, in the order of the languages. */
static struct str faces(struct builder *p)
{
    struct str names[LANG_N * (FONT_ROLES + 1)];
    size_t n = 0;
    for (size_t i = 0; i < p->nlangs; i++)
        for (int r = 0; r < FONT_ROLES; r++) {
            struct str own = p->corpus->event.fonts[p->langs[i]][r];
            bool used = own.n && !is_doubted(p, p->corpus->event.fonts_place[p->langs[i]][r]);
            struct str name = used ? own : words_in(FACES[r], p->langs[i]);
            n = add_face(names, n, name);
        }
    for (size_t i = 0; i < p->nlangs; i++) n = add_face(names, n, words_in(WORD_FACE_SANS, p->langs[i]));
    return str_join(p->a, names, n, STR(", "));
}

static void whose(struct builder *p, struct node *cover)
{
    const struct event *e = &p->corpus->event;
    struct node *g = cover_group(p, cover);
    cover_lines(p, g, e->title);
    cover_lines(p, g, e->host);
    builder_block(p, g, ROLE_SMALL, cover_contact(p));
    cover_settle(g);
}

static void found(struct builder *p, struct node *cover)
{
    struct node *g = cover_group(p, cover);
    qr_node(p, g, p->corpus->event.url);
    qr_words(p, g, p->corpus->event.url);
    cover_settle(g);
}

static void colophon(struct builder *p, struct node *cover)
{
    const struct imprint *i = &p->corpus->event.imprint;
    struct node *foot = builder_node(p, cover, ROLE_COVER_FOOT), *g = cover_group(p, foot);
    builder_block(p, g, ROLE_SMALL, builder_say(p, WORD_COLOPHON, bi_same(faces(p))));
    g = cover_group(p, foot);
    builder_block(p, g, ROLE_SMALL, i->licence);
    if (builder_has(i->isbn)) builder_block(p, g, ROLE_SMALL, builder_say(p, WORD_ISBN, i->isbn));
    cover_settle(g);
}

/* The last page but one, where the back cover would lie on a right page: for its reader, since imprint and
 * back cover tell all that a colophon could. Its name is no heading: it is in no list, and a report may have
 * none above it. */
static void notes_page(struct builder *p)
{
    struct node *sect = builder_node(p, p->tree->root, ROLE_SECT);
    sect->spare = true;
    builder_block(p, sect, ROLE_LEAD, words_of(WORD_OWN_NOTES));
    builder_node(p, sect, ROLE_LINES);
}

void back_cover_page(struct builder *p)
{
    notes_page(p);
    struct node *cover = builder_node(p, p->tree->root, ROLE_COVER);
    cover->place = p->corpus->event.place;
    whose(p, cover);
    found(p, cover);
    colophon(p, cover);
}
