#include "read/word/word_source.h"

#include "khmer/spelling_order.h"
#include "read/format/session_id.h"

enum { FACTS_WITHIN = 14, NAME_MOST = 60 };

static const struct word_source *of(const struct source *source)
{
    return (const struct word_source *)source;
}

static struct word_source *to_settle(const struct source *source)
{
    return (struct word_source *)(uintptr_t)source;
}

/* -- facts -- */

static const struct {
    const char *written, *key;
} NAMES[] = {{"title", "title"},
             {"session", "session"},
             {"rapporteur", "rapporteur"},
             {"rapporteurs", "rapporteur"},
             {"date", "date"},
             {"speaker", "speakers"},
             {"speakers", "speakers"},
             {"weight", "weight"},
             {"draft", "draft"},
             {"sample", "sample"},
             {"ចំណងជើង", "title"},
             {"វគ្គ", "session"},
             {"វគ្គទី", "session"},
             {"អ្នកកត់ត្រា", "rapporteur"},
             {"អ្នករាយការណ៍", "rapporteur"},
             {"កាលបរិច្ឆេទ", "date"},
             {"វាគ្មិន", "speakers"},
             {"វាគ្មិនកិត្តិយស", "speakers"}};

/* Cuts "Session: d1s02" in two; the colon may be Khmer's or a full-width one. */
static bool cut_fact(struct str line, struct str *name, struct str *value)
{
    for (size_t at = 0, from = 0; at < line.n && at < NAME_MOST; from = at) {
        uint32_t c = utf8_next(line, &at);
        if (c != ':' && c != 0xFF1A && c != 0x17D6) continue;
        *name = str_trim(str_sub(line, 0, from));
        *value = str_trim(str_sub(line, at, line.n));
        return name->n > 0;
    }
    return false;
}

static const char *key_of(struct str name)
{
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (str_eq_fold(name, str_of(NAMES[i].written))) return NAMES[i].key;
    return NULL;
}

/* "Session: how lessons are studied" tells no session. */
static bool is_good(struct arena *scratch, const char *key, struct str value)
{
    size_t used;
    return value.n && (strcmp(key, "session") || session_id_read(scratch, value, &used).n);
}

static void add_fact(struct job *job, struct yaml_node *map, const char *key, struct str value,
                     struct place place)
{
    struct yaml_node *n = ARENA_ONE(job->keep, struct yaml_node), **end = &map->first;
    n->kind = YAML_SCALAR;
    n->key = str_of(key);
    n->text = spelling_order_mend(job->keep, value);
    n->place = n->key_place = place;
    while (*end) end = &(*end)->next;
    *end = n;
}

/* A paragraph of facts, one a line of it; false where one of its lines is no fact at all. */
static bool take_paragraph(struct job *job, const struct source *source, struct yaml_node *map,
                           struct str text, bool *taken)
{
    struct str rest = text, line, name, value;
    bool all = true, known = true;
    while (str_cut(&rest, '\n', &line)) {
        all = all && cut_fact(line, &name, &value);
        const char *key = all ? key_of(name) : NULL;
        known = known && key && is_good(job->scratch, key, value) && !yaml_get(map, key);
    }
    *taken = all && known;
    for (rest = text; *taken && str_cut(&rest, '\n', &line);)
        if (cut_fact(line, &name, &value))
            add_fact(job, map, key_of(name), value, place_in(source, (size_t)(value.s - source->text.s)));
    return all;
}

struct yaml_node *word_source_facts(struct job *job, const struct source *source)
{
    struct word_source *w = to_settle(source);
    struct yaml_node *map = ARENA_ONE(job->keep, struct yaml_node);
    map->kind = YAML_MAP;
    map->place = place_in(source, 0);
    for (size_t n = 1; n <= source->nlines && n <= FACTS_WITHIN; n++) {
        bool title = w->title && place_line(w->title->place) == n;
        struct str line = str_trim(source_line(source, n));
        if (!title && !take_paragraph(job, source, map, line, &w->taken[n - 1])) break;
    }
    if (w->title && w->titles == 1 && !yaml_get(map, "title")) {
        struct str title = str_trim(spans_text(job->keep, w->title->spans));
        add_fact(job, map, "title", title, w->title->place);
        w->taken[place_line(w->title->place) - 1] = true;
    }
    return map->first ? map : NULL;
}

/* -- blocks -- */

static bool is_taken(const struct word_source *w, const struct block *b, size_t from)
{
    uint32_t line = place_line(b->place);
    return b->place.offset < from || (b->kind != BLOCK_FIGURE && line && w->taken[line - 1]);
}

/* Titles that stay in the text – they have level 0 – are headings of the first level, all others a level
 * below. */
static void lower(const struct word_source *w)
{
    bool title = false;
    for (struct block *b = w->root->first; b; b = b->next)
        title = title || (b->kind == BLOCK_HEADING && !b->level);
    for (struct block *b = w->root->first; title && b; b = b->next)
        if (b->kind == BLOCK_HEADING && b->level < 6) b->level++;
}

struct block *word_source_blocks(struct job *job, const struct source *source, size_t from, enum lang lang,
                                 struct footnote **notes)
{
    const struct word_source *w = of(source);
    struct block *first = w->root->first, *next;
    w->root->first = w->root->last = NULL;
    for (struct block *b = first; b; b = next) {
        next = b->next;
        b->next = NULL;
        if (is_taken(w, b, from)) continue;
        if (w->root->last)
            w->root->last->next = b;
        else
            w->root->first = b;
        w->root->last = b;
    }
    lower(w);
    for (size_t i = 0; i < w->npictures; i++) {
        struct picture *p = w->pictures[i].picture;
        struct str alt = spelling_order_mend(job->keep, w->pictures[i].alt);
        if (alt.n) p->alt[lang] = alt;
        p->alt_place[lang] = p->place;
    }
    *notes = w->notes;
    return w->root;
}
