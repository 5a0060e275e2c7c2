#include "read/note/note.h"

#include "khmer/number.h"
#include "read/format/known_name.h"
#include "read/format/yaml.h"
#include "read/format/yaml_flow.h"
#include "read/format/yaml_lines.h"
#include "read/note/caption.h"

static const char *const KEYS[] = {"title", "session", "rapporteur", "date",     "speakers", "weight",
                                   "draft", "sample",  "title_km",   "title_en", "numbered", "source"};
enum { KEYS_TELLING = sizeof KEYS / sizeof *KEYS - 1 }; /* "Source: …" may as well begin a text */

static bool is_key(struct str name)
{
    for (size_t i = 0; i < KEYS_TELLING; i++)
        if (known_name_same(name, str_of(KEYS[i]))) return true;
    return false;
}

/* -- where the front matter is -- */

struct extent {
    size_t from, to; /* of the YAML; from == to: none */
    size_t body;     /* where the text begins */
    bool open;       /* no line closes it */
    bool bare;       /* no line opens it */
    size_t rule;     /* a line that opens or closes it and is no row of hyphens; 0: none */
};

/* Three hyphens, or what is left of them: Word turns two into a dash. Stars and hyphens with blanks between
 * them are meant so too. */
static bool is_fence(struct str line, bool closing)
{
    return (closing && str_is(str_trim(line), "...")) || yaml_lines_is_rule(line, true);
}

/* "name:" at the start of a line, in any letters; *name: the name. */
static bool is_named(struct str line, struct str *name)
{
    line = yaml_rewrite_trim(line);
    if (!line.n || strchr("*`!<([-", line.s[0]) || !yaml_flow_key(line, 0, line.n, true, name)) return false;
    for (size_t i = 0; i < name->n; i++)
        if (yaml_rewrite_blank(*name, i)) return false;
    return true;
}

static bool is_fact(struct str line)
{
    struct str name;
    return is_named(line, &name);
}

static bool goes_on(struct str line)
{
    return yaml_rewrite_trim(line).n && (yaml_rewrite_blank(line, 0) || str_starts(line, "- "));
}

static size_t line_start(const struct source *s, size_t line)
{
    return line <= s->nlines ? s->lines[line - 1] : s->text.n;
}

static bool is_blank(const struct source *s, size_t line)
{
    return !yaml_rewrite_trim(source_line(s, line)).n;
}

/* Text after a blank line: the --- that comes then is a rule in the text, not the end of the facts. */
static bool has_prose(const struct source *s, size_t first, size_t end)
{
    bool blank = false;
    for (size_t n = first; n < end; n++) {
        struct str line = source_line(s, n);
        if (is_blank(s, n))
            blank = true;
        else if (blank && !is_fact(line) && !goes_on(line))
            return true;
    }
    return false;
}

static size_t past_blank(const struct source *s, size_t line)
{
    while (line <= s->nlines && is_blank(s, line)) line++;
    return line;
}

/* The line that ends facts which begin at first: the first that is none and goes on with none. */
static size_t end_of_facts(const struct source *s, size_t first)
{
    while (first <= s->nlines && (is_fact(source_line(s, first)) || goes_on(source_line(s, first)))) first++;
    return first;
}

/* Are most of them names that are known? Date, place and who was there are the head of minutes. */
static bool are_facts(const struct source *s, size_t first, size_t end)
{
    size_t known = 0, other = 0;
    struct str name;
    for (size_t n = first; n < end; n++) {
        if (!is_named(source_line(s, n), &name)) continue;
        known += is_key(name);
        other += !is_key(name);
    }
    return known > other;
}

/* Facts at a note's top without a line above them: the first has a name that is known, as most have, and an
 * empty line, a rule or the note's end follows the last. */
static struct extent find_bare(const struct source *s, size_t first)
{
    struct extent e = {0};
    struct str name;
    if (first > s->nlines || !is_named(source_line(s, first), &name) || !is_key(name)) return e;
    size_t last = end_of_facts(s, first);
    bool rule = last <= s->nlines && is_fence(source_line(s, last), true);
    if (last <= s->nlines && !rule && yaml_rewrite_trim(source_line(s, last)).n) return e;
    if (!are_facts(s, first, last)) return e;
    e.bare = true;
    e.from = line_start(s, first);
    e.to = line_start(s, last);
    e.body = line_start(s, last + rule);
    return e;
}

static bool is_hyphens(struct str line)
{
    return str_find(line, STR("*"), 0) == SIZE_MAX && str_find(line, STR("_"), 0) == SIZE_MAX &&
           str_find(str_trim(line), STR(" "), 0) == SIZE_MAX;
}

/* A first line --- is front matter where facts follow it, or nothing but its end; else a rule drawn by the
 * writer. */
static struct extent find(const struct source *s)
{
    struct extent e = {0};
    size_t fence = past_blank(s, 1), first = past_blank(s, fence + 1), last;
    if (fence > s->nlines || !is_fence(source_line(s, fence), false)) return find_bare(s, fence);
    while (first <= s->nlines && str_starts(source_line(s, first), "#")) first++;
    bool empty = first <= s->nlines && is_fence(source_line(s, first), true);
    if (!empty && (first > s->nlines || !is_fact(source_line(s, first)))) return e;
    for (last = first; last <= s->nlines && !is_fence(source_line(s, last), true);) last++;
    e.open = last > s->nlines || has_prose(s, first, last);
    if (!is_hyphens(source_line(s, fence)))
        e.rule = fence;
    else if (!e.open && !is_hyphens(source_line(s, last)))
        e.rule = last;
    e.from = line_start(s, fence + 1);
    e.to = line_start(s, e.open ? end_of_facts(s, first) : last);
    e.body = e.open ? e.to : line_start(s, last + 1);
    return e;
}

/* -- its facts -- */

static bool yes_of(struct job *job, struct yaml_node *map, const char *key)
{
    int yes = yesno_read(yaml_text(job, map, key));
    if (yes < 0) diag_tell(job->diags, DIAG_VALUE_YESNO, yaml_get(map, key)->place);
    return yes == 1;
}

static void read_weight(struct job *job, struct yaml_node *map, struct front *front)
{
    struct str text = yaml_text(job, map, "weight");
    long weight = 0;
    if (!text.n) return;
    front->has_weight = number_read(text, &weight) && weight >= -1000000 && weight <= 1000000;
    if (front->has_weight)
        front->weight = (int)weight;
    else
        diag_tell(job->diags, DIAG_VALUE_NUMBER, yaml_get(map, "weight")->place);
}

/* A list, or names parted by ; in one line. */
static void read_speakers(struct job *job, struct yaml_node *map, struct front *front)
{
    struct yaml_node *n = yaml_get(map, "speakers");
    VEC(struct str) all = {0};
    struct str part, rest;
    if (!n) return;
    yaml_as_text(job, n, NULL, 0); /* "Dr Sok: teacher" */
    if (n->kind == YAML_SCALAR) {
        for (rest = n->text; str_cut(&rest, ';', &part);)
            if (str_trim(part).n) VEC_ADD(job->keep, all, str_trim(part));
    } else {
        for (struct yaml_node *i = n->first; i; i = i->next)
            if (yaml_typed(job, i).n) VEC_ADD(job->keep, all, yaml_typed(job, i));
    }
    front->speakers = all.at;
    front->nspeakers = all.n;
}

/* Of a note that holds both languages the title may stand twice; its own language's is the title of any
 * other. */
static void read_titles(struct job *job, struct yaml_node *map, enum lang lang, struct front *front)
{
    front->title = yaml_text(job, map, "title");
    if (front->title.n) front->title_place = yaml_get(map, "title")->place;
    for (int l = 0; l < LANG_N; l++) {
        const char *key = str_fmt(job->scratch, "title_%s", lang_tag((enum lang)l)).s;
        front->titles.t[l] = yaml_text(job, map, key);
        if (front->titles.t[l].n) front->titles.at[l] = yaml_get(map, key)->place;
    }
    if (front->title.n || !front->titles.t[lang].n) return;
    front->title = front->titles.t[lang];
    front->title_place = front->titles.at[lang];
}

static void read_facts(struct job *job, struct yaml_node *map, enum lang lang, struct front *front)
{
    read_titles(job, map, lang, front);
    front->session = yaml_text(job, map, "session");
    if (front->session.n) front->session_place = yaml_get(map, "session")->place;
    front->rapporteur = yaml_text(job, map, "rapporteur");
    front->date = yaml_text(job, map, "date");
    if (front->date.n) front->date_place = yaml_get(map, "date")->place;
    front->source = yaml_text(job, map, "source");
    if (front->source.n) front->source_place = yaml_get(map, "source")->place;
    front->draft = yes_of(job, map, "draft");
    front->sample = yes_of(job, map, "sample");
    front->numbered_told = yaml_text(job, map, "numbered").n > 0;
    front->numbered = yes_of(job, map, "numbered");
    read_speakers(job, map, front);
    read_weight(job, map, front);
    yaml_unknown(job, map, KEYS, sizeof KEYS / sizeof *KEYS);
}

static void read_front(struct job *job, const struct source *source, const struct extent *e, enum lang lang,
                       const struct note_format *format, struct front *front)
{
    front->place = place_in(source, 0);
    struct yaml_node *in_text = format->facts ? format->facts(job, source) : NULL;
    if (in_text && e->from == e->to) read_facts(job, in_text, lang, front);
    if (e->from == e->to) return;
    if (e->open) diag_tell(job->diags, DIAG_FRONT_OPEN, place_in(source, 0));
    if (e->bare) diag_tell(job->diags, DIAG_FRONT_BARE, place_in(source, e->from));
    if (e->rule) diag_tell(job->diags, DIAG_FRONT_RULE, place_at_line(source, e->rule, 0));
    struct yaml_node *map = yaml_read(job, source, e->from, e->to);
    if (map) read_facts(job, map, lang, front);
}

/* -- the note -- */

/* The heading that begins the note, pictures and rules left out: one farther down is a part's. */
void note_title(struct job *job, struct doc *doc)
{
    const struct block *b = doc->root->first;
    while (b && (b->kind == BLOCK_FIGURE || b->kind == BLOCK_RULE)) b = b->next;
    if (!b || b->kind != BLOCK_HEADING || b->level != 1) return;
    doc->front.title = str_trim(spans_text(job->keep, b->spans));
    doc->front.title_place = b->place;
    doc->front.title_from_heading = doc->front.title.n > 0;
}

struct doc *note_read(struct job *job, const struct source *source, enum lang lang,
                      enum note_format_kind kind)
{
    const struct note_format *format = note_format_at(kind);
    struct doc *doc = ARENA_ONE(job->keep, struct doc);
    struct extent e = find(source);
    doc->lang = lang;
    doc->source = source;
    doc->raw = source->file;
    doc->media = format->media;
    read_front(job, source, &e, lang, format, &doc->front);
    doc->root = format->read(job, source, e.body, lang, &doc->notes);
    caption_take(job, doc->root, doc->notes);
    if (!doc->front.title.n) note_title(job, doc);
    struct place whole = place_in(source, PLACE_WHOLE_FILE);
    bool told = source->kind == SOURCE_LINES && !str_trim(source->text).n; /* that the file is empty */
    if (!doc->root->first && !told) diag_tell(job->diags, DIAG_NOTE_BLANK, whole);
    return doc;
}
