/* svg: drawings that scale (SVG 1.1), told apart from other files, and the words in them. */
#ifndef SASTRA_READ_DRAWING_SVG_H
#define SASTRA_READ_DRAWING_SVG_H

#include "base/job.h"

bool svg_is(struct str bytes);
/* By language: what it says of itself (title, desc), or else the words that stand in it, in keep; empty where
 * there are none. */
void svg_words(struct job *job, struct str bytes, struct str words[LANG_N]);

#endif
