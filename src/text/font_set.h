/* font_set: the faces of a run, found in fonts/, and which of them sets what.
 *
 * Takes: a folder of TrueType fonts. Promises: only faces with glyf outlines and Unicode cmaps are used
 * (others are refused with a complaint); the set is read-only after font_set_open and may be shared by
 * threads. HarfBuzz handles close in font_set_close. */
#ifndef SASTRA_TEXT_FONT_SET_H
#define SASTRA_TEXT_FONT_SET_H

#include "base/job.h"
#include "base/lang.h"

enum font_use { FONT_BODY, FONT_DISPLAY /* cover, first headings: Muol */, FONT_SANS, FONT_MONO, FONT_USES };

struct font_wish { /* family names as the font files tell them, or file names in fonts/; empty: the house's */
    struct str name[LANG_N][FONT_USES];
    struct place place[LANG_N][FONT_USES];
};

struct font_set;

/* What pdf/ needs to describe a face (units of the font's em unless said otherwise). */
struct face_info {
    struct str path, family, postscript;
    int units_per_em;
    int ascender, descender, cap_height, x_height, weight;
    int box[4]; /* xMin yMin xMax yMax */
    bool bold, italic, monospaced, serif;
    double italic_angle;
};

/* NULL when not even the house's faces are there (told as an error). */
struct font_set *font_set_open(struct job *job, const struct font_wish *wish);
void font_set_close(struct font_set *f);
size_t font_set_count(const struct font_set *f);
const struct face_info *font_set_info(const struct font_set *f, size_t face);
/* The face that a style's letters come from; Khmer italic is Khmer bold. */
size_t font_set_face(const struct font_set *f, enum lang lang, enum font_use use, bool bold, bool italic);
/* The size (any unit) at which a use's letters of language to look as large as those of from at size: Khmer
 * base letters come to 92 % of the Latin capitals. */
int32_t font_set_match(const struct font_set *f, enum font_use use, enum lang from, enum lang to,
                       int32_t size);

#endif
