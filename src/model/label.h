/* label: what a figure or a table is called in its caption, {#fig:name}, and in text, [@fig:name]. Pure.
 *
 * A label begins with fig:, tab: or tbl:, in any letters; its name is of letters, digits and - _ . */
#ifndef SASTRA_MODEL_LABEL_H
#define SASTRA_MODEL_LABEL_H

#include "base/arena.h"
#include "base/str.h"

/* Where {#fig:name} ends a text, blanks after it left out, other attributes behind the name or none;
 * SIZE_MAX: nowhere. */
size_t label_braces(struct str text);
/* Where the next [@fig:name] stands, from a byte on, and its end; SIZE_MAX: nowhere. */
size_t label_reference(struct str text, size_t from, size_t *end);
/* The label that a text begins with, as all spell it: "tbl:A" is "tab:A"; empty where it begins with none. */
struct str label_name(struct arena *a, struct str text);

#endif
