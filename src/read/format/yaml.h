/* yaml: YAML (libyaml) to nodes with places: event.yml, forms, a note's front matter.
 *
 * The only file that sees libyaml; what people typed is written anew for it (yaml_lines). Anchors and tags
 * are text; a key twice, in whatever spelling: the last counts, told. Depth is limited to 32. */
#ifndef SASTRA_READ_FORMAT_YAML_H
#define SASTRA_READ_FORMAT_YAML_H

#include "base/job.h"

enum yaml_kind { YAML_SCALAR, YAML_LIST, YAML_MAP };

struct yaml_node {
    enum yaml_kind kind;
    struct str key; /* in a map */
    struct place key_place;
    struct str text; /* scalar, Khmer in normal order; ~ and a key's null are empty; all else as typed */
    struct place place;
    size_t end;  /* of what was typed, in the source */
    bool quoted; /* a scalar that was typed between quotation marks */
    struct yaml_node *first, *next;
    bool used; /* set by yaml_get: what is never used is an unknown key */
};

/* The YAML in source->text[from … to); NULL where it is empty or nothing could be read. */
struct yaml_node *yaml_read(struct job *job, const struct source *source, size_t from, size_t to);
/* A map's entry, or NULL. Marks it used. */
struct yaml_node *yaml_get(struct yaml_node *map, const char *key);
/* A map's scalar, trimmed; empty where there is none. A list's texts are joined by commas, a map is text as
 * typed and told. */
struct str yaml_text(struct job *job, struct yaml_node *map, const char *key);
/* A node as it was typed, on one line. */
struct str yaml_typed(struct job *job, const struct yaml_node *node);
/* Where a text may stand in a map's place: a map none of whose keys is one of the n known, or near one, was
 * no map ("- Chair: Dr Sok") and becomes a scalar. */
void yaml_as_text(struct job *job, struct yaml_node *map, const char *const *known, size_t n);
/* Tells each entry of a map that was never got, with the nearest of the n known keys. */
void yaml_unknown(struct job *job, const struct yaml_node *map, const char *const *known, size_t n);

#endif
