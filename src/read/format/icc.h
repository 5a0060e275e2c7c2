/* icc: colour profiles of pictures (ICC.1:2010, the same as ISO 15076-1), checked so far that a PDF/A-3 may
 * hold them. Pure. */
#ifndef SASTRA_READ_FORMAT_ICC_H
#define SASTRA_READ_FORMAT_ICC_H

#include "base/buf.h"

enum { ICC_MOST = 4 << 20 };

/* The profile, borrowed, less what follows its end. Empty where it is none for a picture of so many colours
 * (1 grey, 3 RGB), is of a later version than 4, of another class than input, display, output or colour
 * space, has tags outside of itself, or is longer than ICC_MOST. */
struct str icc_checked(struct str bytes, int channels);
/* The profile of sRGB by its name and its primaries: nothing need be said of it. */
bool icc_is_srgb(struct str profile);

/* A JPEG's profile, which comes in numbered segments (ICC.1, B.4). All zero to begin with. */
struct icc_parts {
    struct str at[256]; /* by number, from 1 */
    unsigned count;     /* how many there have to be; 0: there is no profile */
    bool broken;        /* numbers that do not fit together */
};

/* Takes an APP2 segment's contents; others than a profile's are passed over. */
void icc_add(struct icc_parts *parts, struct str segment);
/* The parts in one piece, in the arena; empty where one is missing. */
struct str icc_joined(struct arena *a, const struct icc_parts *parts);

#endif
