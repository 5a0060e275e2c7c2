/* init: a folder to begin with: event.yml with remarks, a programme of one session, its notes in both
 * languages, a form and the head of its table. Remarks are in the language asked for. */
#ifndef SASTRA_APP_INIT_H
#define SASTRA_APP_INIT_H

#include "base/lang.h"
#include "base/str.h"

struct init_file {
    const char *path; /* in the folder */
    /* By language: what it holds, its remarks in that language; what it is, in a few words. */
    const char *text[LANG_N], *what[LANG_N];
};

const struct init_file *init_files(size_t *n);

enum init_outcome { INIT_MADE, INIT_TAKEN /* the folder holds files */, INIT_FAILED /* errno */ };
/* Writes them all, or none. */
enum init_outcome init_write(struct arena *scratch, const char *folder, enum lang lang);

#endif
