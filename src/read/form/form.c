#include "read/form/form.h"

#include "base/output_name.h"
#include "khmer/number.h"
#include "model/prompt.h"
#include "read/format/yaml_values.h"
#include "read/table/tables.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))
enum { BITS = 64, LINES = 4, LINES_MOST = 60, POINTS = 5, POINTS_LEAST = 2, POINTS_MOST = 11 };

/* The entries of a list that fit in a reply's bits, with room for their ids; the first that does not fit is
 * told. */
static struct yaml_node **listed(struct job *job, struct yaml_node *map, const char *key, size_t *n,
                                 struct tables_id **ids)
{
    struct yaml_node **items = yaml_values_items(job, yaml_get(map, key), n);
    if (*n > BITS) {
        diag_tell(job->diags, DIAG_FORM_MANY, items[BITS]->place, STR("64"));
        *n = BITS;
    }
    *ids = ARENA_MANY(job->scratch, struct tables_id, *n);
    return items;
}

static void tell_twice(struct job *job, struct tables_id *ids, size_t n)
{
    tables_twice(job, ids, n, DIAG_ID_TWICE);
}

/* What a list names: an entry may be its text alone. */
static struct option read_entry(struct job *job, struct yaml_node *n, const char *list)
{
    static const char *const KEYS[] = {"id", "en", "km", "words_en", "words_km"};
    struct option o = {.place = n->place};
    yaml_as_text(job, n, KEYS, COUNT(KEYS)); /* "- Other: please say" */
    if (n->kind == YAML_MAP) {
        o.id = yaml_text(job, n, "id");
        o.text = yaml_values_bi(job, n, NULL);
    } else if (n->kind == YAML_SCALAR) {
        yaml_values_set(&o.text, yaml_values_script(n->text), n->text, n->place);
    } else {
        diag_tell(job->diags, DIAG_YAML_KIND, n->place, str_of(list));
    }
    return o;
}

/* -- options ----------------------------------------------------------------------------------------------
 */

/* One without an id goes by its letter. */
static struct option read_option(struct job *job, struct yaml_node *n, size_t i)
{
    static const char *const KEYS[] = {"id", "en", "km"};
    struct option o = read_entry(job, n, "options");
    yaml_unknown(job, n, KEYS, COUNT(KEYS));
    if (!o.id.n) o.id = i < 26 ? str_fmt(job->keep, "%c", (char)('a' + i)) : str_fmt(job->keep, "%zu", i + 1);
    return o;
}

static void read_options(struct job *job, struct yaml_node *map, struct prompt *p)
{
    struct tables_id *ids;
    size_t n;
    struct yaml_node **items = listed(job, map, "options", &n, &ids);
    p->options = ARENA_MANY(job->keep, struct option, n);
    for (size_t i = 0; i < n; i++) {
        p->options[i] = read_option(job, items[i], i);
        ids[i] = (struct tables_id){.id = p->options[i].id, .place = p->options[i].place};
    }
    p->noptions = n;
    tell_twice(job, ids, n);
    if (prompt_has_options(p) && !n) diag_tell(job->diags, DIAG_FORM_OPTIONS, p->place, p->id);
}

/* -- prompts ----------------------------------------------------------------------------------------------
 */

static void check_points(struct job *job, struct prompt *p)
{
    if (!prompt_has_points(p) || (p->points >= POINTS_LEAST && p->points <= POINTS_MOST)) return;
    diag_tell(job->diags, DIAG_FORM_POINTS, p->place, {0});
    p->points = POINTS;
}

/* How many options may be given a place: all, where none is told. */
static void read_most(struct job *job, struct yaml_node *map, struct prompt *p)
{
    int all = (int)p->noptions;
    p->most = yaml_values_number(job, map, "most", all);
    if (p->most >= 1 && p->most <= all) return;
    if (p->noptions) diag_tell(job->diags, DIAG_FORM_MOST, p->place, p->id, number_latin(job->keep, all));
    p->most = all;
}

static struct prompt read_prompt(struct job *job, struct yaml_node *map, size_t i)
{
    static const char *const KEYS[] = {"id",     "type",   "lines",   "points",  "options", "en",   "km",
                                       "low_en", "low_km", "high_en", "high_km", "low",     "high", "most"};
    const char *types[PROMPT_TYPES];
    for (int k = 0; k < PROMPT_TYPES; k++) types[k] = prompt_type_name((enum prompt_type)k);
    struct prompt p = {.place = map->place, .id = yaml_text(job, map, "id")};
    if (!p.id.n) p.id = str_fmt(job->keep, "q%zu", i + 1);
    p.type = (enum prompt_type)yaml_values_word(job, map, "type", types, COUNT(types));
    p.text = yaml_values_bi(job, map, NULL);
    p.low = yaml_values_bi(job, map, "low");
    p.high = yaml_values_bi(job, map, "high");
    p.lines = yaml_values_number(job, map, "lines", LINES);
    if (p.lines < 0 || p.lines > LINES_MOST) p.lines = LINES;
    p.points = yaml_values_number(job, map, "points", POINTS);
    check_points(job, &p);
    read_options(job, map, &p);
    read_most(job, map, &p);
    yaml_unknown(job, map, KEYS, COUNT(KEYS));
    if (bi_empty(p.text)) diag_tell(job->diags, DIAG_VALUE_MISSING, p.place, STR("en, km"));
    return p;
}

static void read_prompts(struct job *job, struct yaml_node *root, struct form *f)
{
    size_t n;
    struct yaml_node **items = yaml_values_items(job, yaml_get(root, "prompts"), &n);
    struct tables_id *ids = ARENA_MANY(job->scratch, struct tables_id, n);
    f->prompts = ARENA_MANY(job->keep, struct prompt, n);
    for (size_t i = 0; i < n; i++) {
        if (items[i]->kind != YAML_MAP) {
            diag_tell(job->diags, DIAG_YAML_KIND, items[i]->place, STR("prompts"));
            continue;
        }
        struct prompt p = read_prompt(job, items[i], i);
        ids[f->nprompts] = (struct tables_id){.id = p.id, .place = p.place};
        f->prompts[f->nprompts++] = p;
    }
    tell_twice(job, ids, f->nprompts);
}

/* -- themes -----------------------------------------------------------------------------------------------
 */

static void read_words(struct job *job, struct yaml_node *map, struct theme *t)
{
    for (int l = 0; l < LANG_N; l++) {
        struct str key = str_fmt(job->scratch, "words_%s", lang_tag((enum lang)l));
        struct yaml_values v = yaml_values_list(job, map, key.s);
        t->words[l] = ARENA_MANY(job->keep, struct str, v.n);
        t->nwords[l] = v.n;
        for (size_t i = 0; i < v.n; i++) t->words[l][i] = v.at[i].text;
    }
}

/* One without an id goes by its name. */
static struct theme read_theme(struct job *job, struct yaml_node *n)
{
    static const char *const KEYS[] = {"id", "en", "km", "words_en", "words_km"};
    struct option o = read_entry(job, n, "themes");
    struct theme t = {.id = o.id, .name = o.text, .place = o.place};
    if (n->kind == YAML_MAP) read_words(job, n, &t);
    yaml_unknown(job, n, KEYS, COUNT(KEYS));
    if (!t.id.n) t.id = bi_get(t.name, LANG_EN, NULL);
    return t;
}

static void read_themes(struct job *job, struct yaml_node *root, struct form *f)
{
    struct tables_id *ids;
    size_t n;
    struct yaml_node **items = listed(job, root, "themes", &n, &ids);
    f->themes = ARENA_MANY(job->keep, struct theme, n);
    for (size_t i = 0; i < n; i++) {
        f->themes[i] = read_theme(job, items[i]);
        ids[i] = (struct tables_id){.id = f->themes[i].id, .place = f->themes[i].place};
    }
    f->nthemes = n;
    tell_twice(job, ids, n);
}

/* -- the form ---------------------------------------------------------------------------------------------
 */

/* The id typed, else the file's name; as it goes out. */
static void read_id(struct job *job, struct yaml_node *root, struct str stem, struct form *f)
{
    struct str typed = yaml_text(job, root, "id");
    struct place place = typed.n ? yaml_get(root, "id")->place : place_in(f->source, PLACE_WHOLE_FILE);
    f->typed = typed.n ? typed : stem;
    f->id = output_name_clean(job->keep, f->typed);
    if (!f->id.n) f->id = output_name_clean(job->keep, stem);
    if (!f->id.n) f->id = STR("form");
    if (!str_eq(f->id, f->typed))
        diag_tell(job->diags, DIAG_FORM_NAME, place, f->typed, f->id);
    else if (!str_eq_fold(f->id, stem))
        diag_tell(job->diags, DIAG_FORM_ID, place, f->id);
}

void form_read(struct job *job, const struct source *source, struct str stem, struct form *f)
{
    static const char *const KEYS[] = {"id", "en", "km", "title", "intro", "prompts", "themes"};
    static const char *const TEXTS[] = {"title", "intro"};
    struct yaml_node *root = yaml_read(job, source, 0, source->text.n);
    struct bi *const texts[] = {&f->title, &f->intro};
    *f = (struct form){.source = source};
    read_id(job, root, stem, f);
    yaml_values_texts(job, root, TEXTS, COUNT(TEXTS), texts);
    read_prompts(job, root, f);
    read_themes(job, root, f);
    yaml_unknown(job, root, KEYS, COUNT(KEYS));
    if (!f->nprompts) diag_tell(job->diags, DIAG_VALUE_MISSING, place_in(source, 0), STR("prompts"));
    if (bi_empty(f->title)) f->title.t[LANG_EN] = f->id;
}

/* -- names of their own -------------------------------------------------------------------------------------
 */

/* The half-size blank of x is form-x-a5: x beside x-a5 would meet. */
static bool is_a5_of(struct str a, struct str b)
{
    return a.n == b.n + 3 && str_eq_fold(str_sub(a, 0, b.n), b) &&
           str_eq_fold(str_sub(a, b.n, a.n), STR("-a5"));
}

static bool clash(struct str a, struct str b)
{
    return str_eq_fold(a, b) || is_a5_of(a, b) || is_a5_of(b, a);
}

/* How many of the forms clash with an id; *first is the first of them. */
static size_t clashes(const struct form *forms, size_t n, struct str id, const struct form **first)
{
    size_t count = 0;
    for (size_t i = n; i-- > 0;)
        if (clash(forms[i].id, id) || clash(forms[i].typed, id)) {
            count++;
            *first = &forms[i];
        }
    return count;
}

void form_settle(struct job *job, const struct form *forms, size_t n, struct form *f)
{
    const struct form *other = NULL, *any;
    size_t number = clashes(forms, n, f->id, &other) + 1;
    struct str id;
    if (!other) return;
    while (clashes(forms, n, id = output_name_number(job->keep, f->id, number), &any)) number++;
    f->id = id;
    diag_tell(job->diags, DIAG_FORM_TWICE, place_in(f->source, PLACE_WHOLE_FILE), other->source->path, f->id);
}
