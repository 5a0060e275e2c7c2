/* carried_file: a file that a PDF carries, taken out of it. The only room that sees libqpdf.
 *
 * The PDF may be anybody's, and made to do harm: it is read by a child of this process, which has its own
 * limits of time and memory, and of which nothing is believed but what it says at its end. */
#ifndef SASTRA_COMPARE_CARRIED_CARRIED_FILE_H
#define SASTRA_COMPARE_CARRIED_CARRIED_FILE_H

#include "base/str.h"

enum carried_file_end {
    CARRIED_FILE_FOUND,
    CARRIED_FILE_NONE,    /* it carries no file of that name */
    CARRIED_FILE_LOCKED,  /* it wants a password */
    CARRIED_FILE_DAMAGED, /* it is no PDF, or not a whole one, or wants more than it may have */
    CARRIED_FILE_UNREAD   /* neither the child nor libqpdf could be had: errno */
};

/* The path of a regular file. The bytes, at most 16 MB, in the arena. */
enum carried_file_end carried_file_read(struct arena *a, const char *pdf, const char *name,
                                        struct str *bytes);

#endif
