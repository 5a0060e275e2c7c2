/* journal: files that change places, and what is to be done about it where a build was broken off.
 *
 * A work folder stands in out/ (.sastra-unfinished) or beside it (.NAME.sastra-unfinished). In it:
 *     new/      the files of this build
 *     old/      those of the last one, as they leave out/
 *     journal   which are moved; from when it is there, the moves are finished by whoever comes next
 *     done      the same list, once all are in their places: what lies in old/ and new/ is to be cleared
 * A work folder with neither list was broken off before anything in out/ was touched: it is thrown away.
 *
 * Each move is a rename that writes over nothing, and what was moved out is erased only where its bytes are
 * those that a build made: else it goes back into out/, under a name that is free.
 *
 * A power cut may lose what was not synced, in each folder by itself: so a list and the folder it lies in are
 * on the disk before the first move, all that moved before what is left over is erased, and that before the
 * list goes (tests/hostile/power_cut.py). */
#ifndef SASTRA_PUBLISH_JOURNAL_H
#define SASTRA_PUBLISH_JOURNAL_H

#include "publish/manifest.h"

struct journal {
    struct job *job;
    const char *out, *work;
    struct manifest leaving;  /* what is moved out; without digits: not ours, but in the way */
    struct manifest arriving; /* what is moved in, in that order */
    struct manifest
        staying; /* what earlier builds made and stays; in both folders where those change names */
    bool placed; /* the new files are where they belong: what cannot be cleared from then on is a warning */
};

/* Where work folders stand; in the arena. */
const char *journal_inside(struct arena *a, const char *out);
const char *journal_beside(struct arena *a, const char *out);
/* Makes the work folder and new/ in it. False with errno. */
bool journal_begin(const struct journal *j);
/* Throws away what was begun; nothing was moved yet. */
void journal_discard(const struct journal *j);
/* Moves all, in a way that the next build finishes where this one is broken off. False, told: all is as it
 * was, or will be one or the other after the next build. */
bool journal_move(struct journal *j);
/* Says that new/ takes out's place as a folder: from now on what lies in new/ is to be cleared. False with
 * errno. */
bool journal_announce(const struct journal *j);
/* Clears the work folder: what builds made is erased, all else goes back into out/, and is told. False, told,
 * where something could not be erased or go back; it waits there for the next build. */
bool journal_clear(struct journal *j);
/* Finishes what a build that was broken off left in a work folder, if it is there. False, told. */
bool journal_recover(struct job *job, const char *out, const char *work);

#endif
