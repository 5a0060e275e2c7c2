/* yaml_flow: a list in [ ] or a map in { } as typed, written as YAML on one line.
 *
 * A comma parts two entries of a map only where a key follows it; a colon in a list's entry is text unless a
 * key stands before it; brackets and round brackets inside a text are text. Depth is limited. */
#ifndef SASTRA_READ_FORMAT_YAML_FLOW_H
#define SASTRA_READ_FORMAT_YAML_FLOW_H

#include "read/format/yaml_rewrite.h"

/* The one that opens at at and ends before limit; returns the place past its end. A bracket that is not
 * closed is told, and taken to end with its line or at the limit. Nested deeper than depth: told, an empty
 * text. */
size_t yaml_flow_write(struct yaml_rewrite *w, size_t at, size_t limit, size_t depth);
/* Bytes of a name and a colon behind it at a place where a key may stand, blanks before the colon included;
 * *name: the name alone. 0: none. Loose: the name may hold blanks. */
size_t yaml_flow_key(struct str t, size_t at, size_t end, bool loose, struct str *name);
/* The closing partner of the quotation mark at at, typed or by Word; 0 where it is none. */
uint32_t yaml_flow_closing(struct str t, size_t at, size_t *bytes);
#endif
