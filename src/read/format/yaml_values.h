/* values: what stands in a YAML map, as the nouns of the model; what cannot be read is told and left out. */
#ifndef SASTRA_READ_FORMAT_YAML_VALUES_H
#define SASTRA_READ_FORMAT_YAML_VALUES_H

#include "model/corpus.h"
#include "read/format/csv.h"
#include "read/format/yaml.h"

struct values {
    struct csv_cell *at;
    size_t n;
};

/* A list of scalars, or one scalar whose parts are separated by ; or , */
struct values values_list(struct job *job, struct front_node *map, const char *key);
/* otherwise where the key is absent or empty. */
bool values_yesno(struct job *job, struct front_node *map, const char *key, bool otherwise);
int values_number(struct job *job, struct front_node *map, const char *key, int otherwise);
/* The index of one of n words; 0 where the key is absent, and told where it is none of them. */
int values_word(struct job *job, struct front_node *map, const char *key, const char *const *words, size_t n);
/* Bilingual text under the keys en and km themselves (stem NULL), or stem_en and stem_km. */
struct bi values_bi(struct job *job, struct front_node *map, const char *stem);
/* Sets one side, unless the text is empty. */
void values_set(struct bi *b, enum lang l, struct str text, struct place place);
/* A map's entry that is a map itself; told where it is something else. */
struct front_node *values_map(struct job *job, struct front_node *map, const char *key);
/* Bilingual texts as event.yml and forms have them: en: {title: …}, km: {…}; also title: …, title: {en: …}
 * and title_en: … */
void values_texts(struct job *job, struct front_node *root, const char *const *keys, size_t n,
                  struct bi *const *into);
/* The language that a text is written in: Khmer where it has a Khmer letter. */
enum lang values_script(struct str text);
/* The items of a list, or the one thing that stands in its place; n of them. */
struct front_node **values_items(struct job *job, struct front_node *node, size_t *n);

#endif
