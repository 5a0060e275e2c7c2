/* yaml: YAML (libyaml) to nodes with places: event.yml, forms, a note's front matter.
 *
 * The only file that sees libyaml. Anchors and tags are not taken; duplicate keys: the last counts, told; a
 * syntax error is told once with its place, and what could be read before it stays. Depth is limited to 32.
 */
#ifndef SASTRA_READ_FORMAT_YAML_H
#define SASTRA_READ_FORMAT_YAML_H

#include "base/job.h"

enum yaml_kind { YAML_SCALAR, YAML_LIST, YAML_MAP };

struct yaml_node {
    enum yaml_kind kind;
    struct str key; /* in a map */
    struct place key_place;
    struct str text; /* scalar, Khmer in normal order; null and ~ are empty */
    struct place place;
    struct yaml_node *first, *next;
    bool used; /* set by yaml_get: what is never used is an unknown key */
};

/* The YAML in source->text[from … to); NULL where it is empty or nothing could be read. */
struct yaml_node *yaml_read(struct job *job, const struct source *source, size_t from, size_t to);
/* A map's entry, or NULL. Marks it used. */
struct yaml_node *yaml_get(struct yaml_node *map, const char *key);
/* A map's scalar, trimmed; empty where there is none. What is there but is no scalar is told. */
struct str yaml_text(struct job *job, struct yaml_node *map, const char *key);
/* Tells each entry of a map that was never got, with the nearest of the n known keys. */
void yaml_unknown(struct job *job, const struct yaml_node *map, const char *const *known, size_t n);

#endif
