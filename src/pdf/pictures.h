/* pictures: image XObjects, one a picture however often it is shown (ISO 32000-1, 8.9.5).
 *
 * JPEG files go in at the size that they are set at most (picture/); raw samples are packed, with an SMask
 * for their alpha. A colour profile goes in once, however many pictures have it. */
#ifndef SASTRA_PDF_PICTURES_H
#define SASTRA_PDF_PICTURES_H

#include "base/map.h"
#include "layout/page.h"
#include "pdf/haru.h"

struct pictures_profile {
    struct str bytes; /* ICC */
    unsigned id;      /* of its stream */
};

struct pictures {
    struct job *job;
    struct arena *arena;
    struct haru *haru;
    struct page_pictures sizes;
    bool failed; /* told: a file could not be had again */
    struct map known;
    VEC(struct pictures_profile) profiles;
    VEC(unsigned) ids; /* XObject numbers; picture i is /Ii in the resources */
};

/* job: its scratch holds them. */
struct pictures pictures_new(struct job *job, struct haru *h, const struct pages *pages);
/* The picture's index, made at its first use. */
size_t pictures_index(struct pictures *all, const struct picture *p);
/* The six numbers of the matrix that puts the picture, turned upright, into a box (1/1000 pt, y upwards). */
void pictures_matrix(const struct picture *p, int64_t x, int64_t y, int64_t width, int64_t height,
                     int64_t m[6]);

#endif
