#include "read/format/yaml_values.h"

#include "khmer/number.h"
#include "read/table/columns.h"

#include <limits.h>

static void add_parts(struct job *job, struct front_node *n, struct values *v, size_t *cap)
{
    struct str rest = n->text, part;
    char sign = memchr(rest.s ? rest.s : "", ';', rest.n) ? ';' : ',';
    while (str_cut(&rest, sign, &part)) {
        part = str_trim(part);
        if (!part.n) continue;
        if (v->n == *cap) {
            size_t more = *cap ? *cap * 2 : 8;
            v->at = arena_grow(job->keep, v->at, *cap * sizeof *v->at, more * sizeof *v->at);
            *cap = more;
        }
        v->at[v->n++] = (struct csv_cell){part, n->place};
    }
}

struct values values_list(struct job *job, struct front_node *map, const char *key)
{
    struct values v = {0};
    size_t n, cap = 0;
    struct front_node **items = values_items(job, front_get(map, key), &n);
    for (size_t i = 0; i < n; i++) {
        if (items[i]->kind == FRONT_SCALAR)
            add_parts(job, items[i], &v, &cap);
        else
            diag_tell(job->diags, DIAG_YAML_KIND, items[i]->place, str_of(key));
    }
    return v;
}

struct front_node **values_items(struct job *job, struct front_node *node, size_t *n)
{
    VEC(struct front_node *) all = {0};
    bool list = node && node->kind == FRONT_LIST;
    if (node && !list) VEC_ADD(job->keep, all, node);
    for (struct front_node *x = list ? node->first : NULL; x; x = x->next) VEC_ADD(job->keep, all, x);
    *n = all.n;
    return all.at;
}

static struct csv_cell cell(struct job *job, struct front_node *map, const char *key)
{
    struct front_node *n = front_get(map, key);
    struct str text = front_text(job, map, key);
    return (struct csv_cell){text, n ? n->place : (struct place){0}};
}

bool values_yesno(struct job *job, struct front_node *map, const char *key, bool otherwise)
{
    struct csv_cell c = cell(job, map, key);
    return c.text.n ? columns_yesno(job, c) : otherwise;
}

int values_number(struct job *job, struct front_node *map, const char *key, int otherwise)
{
    struct csv_cell c = cell(job, map, key);
    long value;
    if (!c.text.n) return otherwise;
    if (number_read(c.text, &value) && value > -INT_MAX && value < INT_MAX) return (int)value;
    diag_tell(job->diags, DIAG_VALUE_NUMBER, c.place, {0});
    return otherwise;
}

int values_word(struct job *job, struct front_node *map, const char *key, const char *const *words, size_t n)
{
    return columns_word(job, cell(job, map, key), words, n);
}

struct bi values_bi(struct job *job, struct front_node *map, const char *stem)
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

enum lang values_script(struct str text)
{
    for (size_t at = 0; at < text.n;) {
        uint32_t c = utf8_next(text, &at);
        if (c >= 0x1780 && c <= 0x17FF) return LANG_KM;
    }
    return LANG_EN;
}

/* -- bilingual texts ------------------------------------------------------------------------------------- */

void values_set(struct bi *b, enum lang l, struct str text, struct place place)
{
    if (!text.n) return;
    b->t[l] = text;
    b->at[l] = place;
}

static void read_loose(struct job *job, struct front_node *root, const char *key, struct bi *b)
{
    struct front_node *n = front_get(root, key);
    struct bi pair = values_bi(job, root, key);
    if (n && n->kind == FRONT_SCALAR)
        values_set(b, values_script(n->text), n->text, n->place);
    else if (n && n->kind == FRONT_MAP)
        pair = values_bi(job, n, NULL);
    else if (n)
        diag_tell(job->diags, DIAG_YAML_KIND, n->place, n->key);
    for (int l = 0; l < LANG_N; l++) values_set(b, (enum lang)l, pair.t[l], pair.at[l]);
}

struct front_node *values_map(struct job *job, struct front_node *map, const char *key)
{
    struct front_node *n = front_get(map, key);
    if (!n || n->kind == FRONT_MAP) return n;
    if (n->kind == FRONT_LIST || n->text.n) diag_tell(job->diags, DIAG_YAML_KIND, n->place, n->key);
    return NULL;
}

void values_texts(struct job *job, struct front_node *root, const char *const *keys, size_t n,
                  struct bi *const *into)
{
    for (size_t i = 0; i < n; i++) read_loose(job, root, keys[i], into[i]);
    for (int l = 0; l < LANG_N; l++) {
        struct front_node *map = values_map(job, root, lang_tag((enum lang)l));
        for (size_t i = 0; i < n && map; i++) {
            struct front_node *x = front_get(map, keys[i]);
            if (x) values_set(into[i], (enum lang)l, front_text(job, map, keys[i]), x->place);
        }
        front_unknown(job, map, keys, n);
    }
}
