/* yaml_rewrite: YAML written anew from a file as typed, and where each part of it was typed.
 *
 * People type YAML's signs with what their keyboard has: Khmer's space bar, full-width colons, Word's
 * quotation marks. yaml_lines reads a file so typed and writes the same as YAML that a parser takes, through
 * this. */
#ifndef SASTRA_READ_FORMAT_YAML_REWRITE_H
#define SASTRA_READ_FORMAT_YAML_REWRITE_H

#include "base/job.h"

struct yaml_rewrite_mark {
    size_t out, in; /* what stands at out was typed at in */
    bool quoted;    /* between quotation marks */
};

struct yaml_rewrite {
    struct job *job;
    const struct source *source;
    struct str text; /* as typed, up to the end of what is read */
    struct buf out;
    VEC(struct yaml_rewrite_mark) marks;
    bool told[DIAG_LAST]; /* what is told once a file */
};

/* What is written next was typed at in. */
void yaml_rewrite_mark(struct yaml_rewrite *w, size_t in, bool quoted);
/* The last mark at out or before it. */
struct yaml_rewrite_mark yaml_rewrite_origin(const struct yaml_rewrite *w, size_t out);
void yaml_rewrite_tell(struct yaml_rewrite *w, enum diag_code code, size_t at);
/* At its first place alone. */
void yaml_rewrite_once(struct yaml_rewrite *w, enum diag_code code, size_t at);
/* Text between the quotation marks of a double-quoted scalar: a run of blanks with a line end in it is one
 * space; with escapes, a backslash keeps its meaning where YAML knows it. */
void yaml_rewrite_text(struct yaml_rewrite *w, struct str text, bool escapes);
/* A double-quoted scalar of one part, typed at its first byte. */
void yaml_rewrite_scalar(struct yaml_rewrite *w, struct str text);

/* Bytes of the blank (space, tab, no-break, zero-width, ideographic space) or the colon (: ： ៖) at a place;
 * 0: none. */
size_t yaml_rewrite_blank(struct str t, size_t at);
size_t yaml_rewrite_colon(struct str t, size_t at);
/* Past the blanks from at on. */
size_t yaml_rewrite_past(struct str t, size_t at);
bool yaml_rewrite_is_end(struct str t, size_t at); /* of a line, or of the text */
struct str yaml_rewrite_trim(struct str t);
#endif
