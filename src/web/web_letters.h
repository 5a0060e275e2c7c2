/* web_letters: which characters a page sets in which type, and the fonts that it carries for them. */
#ifndef SASTRA_WEB_WEB_LETTERS_H
#define SASTRA_WEB_WEB_LETTERS_H

#include "base/buf.h"
#include "web/web_store.h"

struct web_letters;

struct web_letters_type {
    enum font_use use;
    bool bold, italic;
};

struct web_letters *web_letters_new(struct arena *a, struct web_store *store);
/* Text is set in a type; characters of another script in that script's face of it. */
void web_letters_see(struct web_letters *l, enum lang lang, struct web_letters_type type, struct str text);
/* The font of each family in each weight that was seen, as @font-face rules. False
 * where one cannot be made: it is refused, and the fonts are to be mended. */
bool web_letters_fonts(struct web_letters *l, struct buf *css,
                       void (*put_address)(void *with, struct buf *css, struct str font), void *with);
/* A use's families, in the order in which a browser is to try them, as font-family's value. */
void web_letters_families(struct web_letters *l, struct buf *css, enum lang lang, enum font_use use);
/* Thousandths of the size at which a language's letters look as large as Latin ones. */
int32_t web_letters_scale(const struct web_letters *l, enum lang lang, enum font_use use);

#endif
