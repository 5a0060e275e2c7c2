/* element: a part of an office file as a tree, for what cannot be read as it comes: styles stand behind the
 * text that they are for, a box's text within the paragraph that it stands beside.
 *
 * No deeper than XML_DEPTH_MOST: who walks it may recurse. */
#ifndef SASTRA_READ_WORD_ELEMENT_H
#define SASTRA_READ_WORD_ELEMENT_H

#include "read/office/archive.h"

struct element_value {
    struct str name, value;
};

struct element {
    struct str name; /* "w:p"; empty: text */
    struct str text;
    const struct element_value *values;
    size_t nvalues;
    struct element *parent, *first, *last, *next;
};

/* A part of the archive, in the arena: its outermost element. NULL where there is no such part (silent), or
 * it was told; what could be read of a damaged one is there. */
struct element *element_read(struct job *job, struct arena *a, struct archive *archive, struct str part);
bool element_is(const struct element *e, const char *name);
/* The first child of a name, or NULL; e may be NULL. */
const struct element *element_child(const struct element *e, const char *name);
/* An attribute; .s is NULL where there is none, or no element. */
struct str element_value(const struct element *e, const char *name);
/* A child's attribute, as <w:x w:val="…"/> has it. */
struct str element_child_value(const struct element *e, const char *child, const char *name);
/* The first within e, itself left out, of one of the names that end with NULL; or NULL. */
const struct element *element_within(const struct element *e, const char *const *names);
/* The next in order within top, deep before broad; NULL at the end. */
const struct element *element_after(const struct element *e, const struct element *top);
/* A number, or other where there is none. */
long element_number(struct str value, long other);

#endif
