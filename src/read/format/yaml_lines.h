/* yaml_lines: a YAML file as people type it, written as YAML that a parser takes. Nothing typed is lost: what
 * is no entry and goes on with none is told. */
#ifndef SASTRA_READ_FORMAT_YAML_LINES_H
#define SASTRA_READ_FORMAT_YAML_LINES_H

#include "read/format/yaml_rewrite.h"

enum { YAML_LINES_DEPTH = 30 }; /* of lists and maps in one another */

/* Writes what stands in source->text[from … to). */
struct yaml_rewrite *yaml_lines_rewrite(struct job *job, const struct source *source, size_t from, size_t to);
/* A line of hyphens, dashes, stars or underscores alone, three or more of them (two hyphens, or one dash that
 * Word made of them, where short ones do), with or without blanks between. */
bool yaml_lines_is_rule(struct str line, bool brief);
#endif
