/* font_set: the faces of a run, found in fonts/, and which of them sets what.
 *
 * Takes: a folder of TrueType fonts. Promises: only faces with glyf outlines and Unicode cmaps are used
 * (others are refused with a complaint); the set is read-only after font_set_open, but for font_set_refuse,
 * and may be shared by threads. HarfBuzz handles close in font_set_close. */
#ifndef SASTRA_TEXT_FONT_SET_H
#define SASTRA_TEXT_FONT_SET_H

#include "base/job.h"
#include "base/lang.h"
#include "text/face_info.h"

enum font_use { FONT_BODY, FONT_DISPLAY /* cover, first headings: Muol */, FONT_SANS, FONT_MONO, FONT_USES };

struct font_wish { /* family names as the font files tell them, or file names in fonts/; empty: the house's */
    struct str name[LANG_N][FONT_USES];
    struct place place[LANG_N][FONT_USES];
};

struct face;
struct font_set;
struct hyphen;

/* NULL when not even the house's faces are there (told as an error). */
struct font_set *font_set_open(struct job *job, const struct font_wish *wish);
void font_set_close(struct font_set *f);
/* A face that looked sound, but whose outlines cannot be put into a document: any thread may say so. */
void font_set_refuse(const struct font_set *f, size_t face);
/* Does without the faces that were refused, tells their files, and chooses anew; nobody else uses the set
 * meanwhile. True where documents can be made again; false where none was refused, or not enough is left
 * (told). */
bool font_set_mend(struct job *job, struct font_set *f, const struct font_wish *wish);
size_t font_set_count(const struct font_set *f);
const struct face_info *font_set_info(const struct font_set *f, size_t face);
/* The height of a face's Khmer base letters, of its capitals, in 1/1000 em. */
int32_t font_set_letter(const struct font_set *f, size_t face, enum lang lang);
/* The face that a style's letters come from; Khmer italic is the sans face amid the body's, else bold. */
size_t font_set_face(const struct font_set *f, enum lang lang, enum font_use use, bool bold, bool italic);
/* The size (any unit) at which a use's letters of language to look as large as those of from at size: Khmer
 * base letters come to 92 % of the Latin capitals. */
int32_t font_set_match(const struct font_set *f, enum font_use use, enum lang from, enum lang to,
                       int32_t size);

/* Names the state of the faces, by which a memo tells what is made of them from what was made of others. */
void font_set_name(struct font_set *f, struct memo_key state);
struct memo_key font_set_state(const struct font_set *f);

/* -- inside of text/ -- */

const struct face *font_set_at(const struct font_set *f, size_t face);
/* Shared by all who set with these fonts. */
struct hyphen *font_set_hyphen(const struct font_set *f);
/* A face that has all n characters, by the order of a style: its own, its pair's, other uses', symbols, all
 * others in order of file names. FACE_NONE where there is none. */
uint16_t font_set_find(const struct font_set *f, enum lang lang, enum font_use use, bool bold, bool italic,
                       const uint32_t *cp, size_t n);
/* What stands for a character that no face has. */
uint16_t font_set_box(const struct font_set *f, uint32_t *glyph);
/* Millionths by which a run's size is multiplied for a face's letters; khmer: letters of Khmer. */
int64_t font_set_scale(const struct font_set *f, enum lang lang, enum font_use use, size_t face, bool khmer);

#endif
