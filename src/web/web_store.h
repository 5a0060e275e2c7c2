/* web_store: what a tree's page and its book have in common, found once for both: where lines may end, fonts
 * for the letters seen, pictures as they go out. One thread at a time. */
#ifndef SASTRA_WEB_WEB_STORE_H
#define SASTRA_WEB_WEB_STORE_H

#include "base/job.h"
#include "khmer/breaks.h"
#include "layout/page.h"
#include "text/font_set.h"
#include "web/file/picture_file.h"

struct web_store;

/* Where the print sets the pictures: asked for with the first photo, which may be long after all text. */
struct web_store_pages {
    const struct pages *(*of)(void *with); /* its result, and itself: NULL: nowhere */
    void *with;
};

/* Lives in keep, with all that it gives; job, fonts and words outlive it. */
struct web_store *web_store_new(struct job *job, struct arena *keep, const struct font_set *fonts,
                                const struct words *words, struct web_store_pages pages);
const struct font_set *web_store_fonts(const struct web_store *s);
/* A picture could not be had. */
bool web_store_failed(const struct web_store *s);

/* The break before each byte of a text and at its end (breaks_find), for lines as narrow as a telephone's. */
const unsigned char *web_store_breaks(struct web_store *s, struct str text);
/* As large as the print has it; empty, told, where its file is no more what it was. */
struct picture_file web_store_picture(struct web_store *s, const struct picture *p);
/* The face with these characters alone, in ascending order, as WOFF; empty where it cannot be made. */
struct str web_store_font(struct web_store *s, size_t face, const uint32_t *cps, size_t n);

#endif
