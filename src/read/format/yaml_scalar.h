/* yaml_scalar: the text behind a key or a dash as typed – plain, between quotation marks, or behind | or > –,
 * written as one YAML scalar. */
#ifndef SASTRA_READ_FORMAT_YAML_SCALAR_H
#define SASTRA_READ_FORMAT_YAML_SCALAR_H

#include "read/format/yaml_rewrite.h"

/* Writes the text that begins at at; lines that stand at least so far from the margin go on with it. Returns
 * the start of the first line that is not part of it. */
size_t yaml_scalar_write(struct yaml_rewrite *w, size_t at, size_t least);
/* The start of the next line. */
size_t yaml_scalar_next_line(struct str t, size_t at);
/* How far a line's text stands from the margin, in blanks (a tab is two); *text: where it begins. */
size_t yaml_scalar_width(struct str t, size_t line, size_t *text);
/* Is the # at at the sign of a remark, and not of a number? */
bool yaml_scalar_is_remark(struct str t, size_t at);
/* Does the line's text at at open an entry: name and colon, in plain small letters if lower? */
bool yaml_scalar_is_key(struct str t, size_t at, bool lower);
#endif
