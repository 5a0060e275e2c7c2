#include "read/format/yaml_values.h"

#include "khmer/number.h"
#include "read/format/cell_value.h"

#include <limits.h>

static void add_parts(struct job *job, struct yaml_node *n, struct yaml_values *v, size_t *cap)
{
    struct str rest = n->text, part;
    char sign = n->quoted ? '\0' : memchr(rest.s ? rest.s : "", ';', rest.n) ? ';' : ',';
    while (str_cut(&rest, sign, &part)) {
        part = str_trim(part);
        if (!part.n) continue;
        if (v->n == *cap) {
            size_t more = *cap ? *cap * 2 : 8;
            v->at = arena_grow(job->keep, v->at, *cap * sizeof *v->at, more * sizeof *v->at);
            *cap = more;
        }
        v->at[v->n++] = (struct csv_cell){.text = part, .place = n->place};
    }
}

struct yaml_values yaml_values_list(struct job *job, struct yaml_node *map, const char *key)
{
    struct yaml_values v = {0};
    size_t n, cap = 0;
    struct yaml_node **items = yaml_values_items(job, yaml_get(map, key), &n);
    for (size_t i = 0; i < n; i++) {
        yaml_as_text(job, items[i], NULL, 0);
        if (items[i]->kind == YAML_SCALAR)
            add_parts(job, items[i], &v, &cap);
        else
            diag_tell(job->diags, DIAG_YAML_KIND, items[i]->place, str_of(key));
    }
    return v;
}

struct yaml_node **yaml_values_items(struct job *job, struct yaml_node *node, size_t *n)
{
    VEC(struct yaml_node *) all = {0};
    bool list = node && node->kind == YAML_LIST;
    if (node && !list) VEC_ADD(job->keep, all, node);
    for (struct yaml_node *x = list ? node->first : NULL; x; x = x->next) VEC_ADD(job->keep, all, x);
    *n = all.n;
    return all.at;
}

static struct csv_cell cell(struct job *job, struct yaml_node *map, const char *key)
{
    struct yaml_node *n = yaml_get(map, key);
    struct str text = yaml_text(job, map, key);
    return (struct csv_cell){.text = text, .place = n ? n->place : (struct place){0}};
}

bool yaml_values_yesno(struct job *job, struct yaml_node *map, const char *key, bool otherwise)
{
    struct csv_cell c = cell(job, map, key);
    return c.text.n ? cell_value_yesno(job, c) : otherwise;
}

int yaml_values_number(struct job *job, struct yaml_node *map, const char *key, int otherwise)
{
    struct csv_cell c = cell(job, map, key);
    long value;
    if (!c.text.n) return otherwise;
    if (number_read(c.text, &value) && value > -INT_MAX && value < INT_MAX) return (int)value;
    diag_tell(job->diags, DIAG_VALUE_NUMBER, c.place, {0});
    return otherwise;
}

int yaml_values_word(struct job *job, struct yaml_node *map, const char *key, const char *const *words,
                     size_t n)
{
    return cell_value_word(job, cell(job, map, key), words, n);
}

struct bi yaml_values_bi(struct job *job, struct yaml_node *map, const char *stem)
{
    struct bi b = {0};
    for (int l = 0; l < LANG_N; l++) {
        const char *tag = lang_tag((enum lang)l);
        struct csv_cell c = cell(job, map, stem ? str_fmt(job->scratch, "%s_%s", stem, tag).s : tag);
        b.t[l] = c.text;
        b.at[l] = c.place;
    }
    return b;
}

enum lang yaml_values_script(struct str text)
{
    return lang_of_text(text);
}

/* -- bilingual texts ------------------------------------------------------------------------------------- */

void yaml_values_set(struct bi *b, enum lang l, struct str text, struct place place)
{
    if (!text.n) return;
    b->t[l] = text;
    b->at[l] = place;
}

static void read_loose(struct job *job, struct yaml_node *root, const char *key, struct bi *b)
{
    struct yaml_node *n = yaml_get(root, key);
    struct bi pair = yaml_values_bi(job, root, key);
    if (n && n->kind == YAML_SCALAR)
        yaml_values_set(b, yaml_values_script(n->text), n->text, n->place);
    else if (n && n->kind == YAML_MAP)
        pair = yaml_values_bi(job, n, NULL);
    else if (n)
        diag_tell(job->diags, DIAG_YAML_KIND, n->place, n->key);
    for (int l = 0; l < LANG_N; l++) yaml_values_set(b, (enum lang)l, pair.t[l], pair.at[l]);
}

struct yaml_node *yaml_values_map(struct job *job, struct yaml_node *map, const char *key)
{
    struct yaml_node *n = yaml_get(map, key);
    if (!n || n->kind == YAML_MAP) return n;
    if (n->kind == YAML_LIST || n->text.n) diag_tell(job->diags, DIAG_YAML_KIND, n->place, n->key);
    return NULL;
}

/* "title" or, in en:, "title_en" too. */
static struct yaml_node *get_either(struct job *job, struct yaml_node *map, const char *key, const char *tag)
{
    struct yaml_node *x = yaml_get(map, key), *y = yaml_get(map, str_fmt(job->scratch, "%s_%s", key, tag).s);
    bool later = y && (!x || y->key_place.offset > x->key_place.offset);
    if (x && y)
        diag_tell(job->diags, DIAG_YAML_TWICE, later ? y->key_place : x->key_place, later ? y->key : x->key);
    return later ? y : x;
}

/* What stands in en: goes before title: and title_en: at the margin; that is told where they differ. */
static void read_in_map(struct job *job, struct yaml_node *map, const char *key, enum lang l, struct bi *b)
{
    struct yaml_node *x = get_either(job, map, key, lang_tag(l));
    struct str text = x ? yaml_text(job, map, x->key.s) : (struct str){0};
    if (text.n && b->t[l].n && !str_eq(text, b->t[l]))
        diag_tell(job->diags, DIAG_YAML_TWICE, x->key_place, x->key);
    if (x) yaml_values_set(b, l, text, x->place);
}

void yaml_values_texts(struct job *job, struct yaml_node *root, const char *const *keys, size_t n,
                       struct bi *const *into)
{
    for (size_t i = 0; i < n; i++) read_loose(job, root, keys[i], into[i]);
    for (int l = 0; l < LANG_N; l++) {
        struct yaml_node *map = yaml_values_map(job, root, lang_tag((enum lang)l));
        for (size_t i = 0; i < n && map; i++) read_in_map(job, map, keys[i], (enum lang)l, into[i]);
        yaml_unknown(job, map, keys, n);
    }
}
