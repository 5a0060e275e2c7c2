/* yaml_values: what stands in a YAML map, as the nouns of the model; what cannot be read is told and left
 * out. */
#ifndef SASTRA_READ_FORMAT_YAML_VALUES_H
#define SASTRA_READ_FORMAT_YAML_VALUES_H

#include "model/corpus.h"
#include "read/format/csv.h"
#include "read/format/yaml.h"

struct yaml_values {
    struct csv_cell *at;
    size_t n;
};

/* A list of scalars, or one scalar whose parts are separated by ; or , */
struct yaml_values yaml_values_list(struct job *job, struct yaml_node *map, const char *key);
/* otherwise where the key is absent or empty. */
bool yaml_values_yesno(struct job *job, struct yaml_node *map, const char *key, bool otherwise);
int yaml_values_number(struct job *job, struct yaml_node *map, const char *key, int otherwise);
/* The index of one of n words; 0 where the key is absent, and told where it is none of them. */
int yaml_values_word(struct job *job, struct yaml_node *map, const char *key, const char *const *words,
                     size_t n);
/* Bilingual text under the keys en and km themselves (stem NULL), or stem_en and stem_km. */
struct bi yaml_values_bi(struct job *job, struct yaml_node *map, const char *stem);
/* Sets one side, unless the text is empty. */
void yaml_values_set(struct bi *b, enum lang l, struct str text, struct place place);
/* A map's entry that is a map itself; told where it is something else. */
struct yaml_node *yaml_values_map(struct job *job, struct yaml_node *map, const char *key);
/* Bilingual texts as event.yml and forms have them: en: {title: …}, km: {…}; also title: …, title: {en: …}
 * and title_en: … */
void yaml_values_texts(struct job *job, struct yaml_node *root, const char *const *keys, size_t n,
                       struct bi *const *into);
/* The language that a text is written in: Khmer where it has a Khmer letter. */
enum lang yaml_values_script(struct str text);
/* The items of a list, or the one thing that stands in its place; n of them. */
struct yaml_node **yaml_values_items(struct job *job, struct yaml_node *node, size_t *n);

#endif
