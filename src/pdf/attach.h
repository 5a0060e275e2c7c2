/* attach: the files that a report carries (ISO 19005-3, 6.8; ISO 32000-1, 7.11.4), byte for byte. */
#ifndef SASTRA_PDF_ATTACH_H
#define SASTRA_PDF_ATTACH_H

#include "model/tree.h"
#include "pdf/haru.h"

struct attached {
    struct str list; /* "1 0 R 2 0 R": for the catalog's /AF; empty: none */
    unsigned names;  /* root of the /EmbeddedFiles name tree */
};

struct attached attach_write(struct arena *a, struct haru *h, const struct tree *tree);

#endif
