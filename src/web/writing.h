/* writing: one document on its way to a page of HTML: what all that write a part of it share. */
#ifndef SASTRA_WEB_WRITING_H
#define SASTRA_WEB_WRITING_H

#include "base/buf.h"
#include "base/map.h"
#include "layout/style.h"
#include "model/tree.h"
#include "web/web_letters.h"
#include "web/web_store.h"

struct writing_spot { /* where a node's own text begins */
    size_t at;        /* in what is written */
    const struct node *node;
};

struct writing {
    struct arena *arena, *scratch;
    const struct tree *tree;
    const struct font_set *fonts;
    struct web_store *store;
    struct web_letters *letters;
    struct look look;  /* the sheet that tells each role's type */
    struct map ids;    /* of nodes: struct str */
    struct map marked; /* footnotes that have a mark already, by their anchors */
    size_t ntables;
    struct map notes; /* of footnotes: their place in bodies, from 1 */
    const struct node **bodies;
    size_t nbodies;
    const char *word[2]; /* what stands around a word that no line may part */
    const char *slash;   /* that ends an element without content: of XHTML, else empty */
    void (*inside)(struct writing *w, const struct node *n); /* writes what stands in a node */
    /* Tells where a picture's or a font's bytes are: in the address itself, or a file beside. */
    void (*put_address)(struct writing *w, struct buf *to, const void *key, struct str bytes,
                        const char *type, const char *ending);
    struct map files; /* of a document of several: by anchor, the file that it stands in: struct str */
    struct str file;  /* the one that is written now */
    bool spotted;     /* spots are wanted: */
    VEC(struct writing_spot) spots;
    void *with; /* put_address's own */
    struct buf out;
    int side;               /* inside of so many SIDEs: text there is of one language */
    enum style_where where; /* what stands around the text at hand */
};

/* What leads to an anchor, as an attribute. */
void writing_href(struct writing *w, struct str id);
/* A node's anchor as an attribute, where it has one. */
void writing_id(struct writing *w, const struct node *n);

#endif
