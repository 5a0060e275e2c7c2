#include "read/event.h"

#include "read/event_imprint.h"
#include "read/event_look.h"
#include "read/format/cell_value.h"
#include "read/format/known_name.h"
#include "read/format/yaml_values.h"

#include <limits.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))

static const char *const KEYS[] = {"status",
                                   "sample",
                                   "languages",
                                   "dates",
                                   "programme_as_of",
                                   "lunar_date_km",
                                   "contact",
                                   "presided_by",
                                   "signatories",
                                   "en",
                                   "km",
                                   "national_heading",
                                   "documents",
                                   "editions",
                                   "attach_sources",
                                   "fonts",
                                   "paper",
                                   "title",
                                   "subtitle",
                                   "venue",
                                   "host",
                                   "supporter",
                                   "least_group",
                                   "photo_dpi",
                                   "phase",
                                   "url",
                                   "imprint",
                                   "signed",
                                   "cover",
                                   "colour",
                                   "contents",
                                   "numbered"};
static const char *const TEXTS[] = {"title", "subtitle", "venue", "host", "supporter"};

/* -- people ---------------------------------------------------------------------------------------------- */

static struct person *read_people(struct job *job, struct yaml_node *root, const char *key, size_t *n)
{
    static const char *const FIELDS[] = {"honorific_en", "honorific_km", "name_en",
                                         "name_km",      "role_en",      "role_km"};
    size_t many, kept = 0;
    struct yaml_node **items = yaml_values_items(job, yaml_get(root, key), &many);
    struct person *people = ARENA_MANY(job->keep, struct person, many);
    for (size_t i = 0; i < many; i++) {
        struct yaml_node *x = items[i];
        yaml_as_text(job, x, FIELDS, COUNT(FIELDS)); /* "- Chair: Dr Sok" */
        if (x->kind == YAML_MAP) {
            people[kept++] =
                (struct person){yaml_values_bi(job, x, "honorific"), yaml_values_bi(job, x, "name"),
                                yaml_values_bi(job, x, "role"), x->place};
            yaml_unknown(job, x, FIELDS, COUNT(FIELDS));
        } else if (x->kind == YAML_SCALAR && x->text.n) {
            people[kept] = (struct person){.place = x->place};
            yaml_values_set(&people[kept++].name, yaml_values_script(x->text), x->text, x->place);
        } else if (x->kind == YAML_LIST) {
            diag_tell(job->diags, DIAG_YAML_KIND, x->place, str_of(key));
        }
    }
    *n = kept;
    return people;
}

static void read_contact(struct job *job, struct yaml_node *root, struct event *e)
{
    static const char *const FIELDS[] = {"name", "email"};
    struct yaml_node *n = yaml_get(root, "contact");
    if (n && n->kind == YAML_SCALAR) {
        bool mail = memchr(n->text.s ? n->text.s : "", '@', n->text.n);
        if (mail)
            e->contact_email = n->text;
        else
            e->contact_name = n->text;
        return;
    }
    struct yaml_node *map = yaml_values_map(job, root, "contact");
    e->contact_name = yaml_text(job, map, "name");
    e->contact_email = yaml_text(job, map, "email");
    yaml_unknown(job, map, FIELDS, COUNT(FIELDS));
}

/* -- dates ----------------------------------------------------------------------------------------------- */

static int date_order(struct date a, struct date b)
{
    if (a.year != b.year) return a.year < b.year ? -1 : 1;
    if (a.month != b.month) return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}

static void note_latest(struct event *e, struct date d)
{
    if (d.year && date_order(d, e->latest) > 0) e->latest = d;
}

/* April 4, 2023 is one, which its comma parted. */
static struct csv_cell whole_date(struct job *job, const struct yaml_values *v, size_t *i)
{
    struct csv_cell cell = v->at[*i];
    if (*i + 1 == v->n || cell_value_is_date(cell.text)) return cell;
    struct str both = str_fmt(job->keep, "%.*s, %.*s", STR_ARGS(cell.text), STR_ARGS(v->at[*i + 1].text));
    if (!cell_value_is_date(both)) return cell;
    cell.text = both;
    ++*i;
    return cell;
}

static struct date read_date(struct job *job, struct yaml_node *map, const char *key)
{
    struct yaml_values v = yaml_values_list(job, map, key);
    size_t first = 0;
    return v.n ? cell_value_date(job, whole_date(job, &v, &first)) : (struct date){0};
}

/* Days are counted by their dates: in order, each once. True where they stood otherwise. */
static bool settle_dates(struct event *e)
{
    size_t kept = 0;
    bool odd = false;
    for (size_t i = 0; i < e->ndates; i++) {
        struct date d = e->dates[i];
        size_t at = kept;
        while (at && date_order(d, e->dates[at - 1]) < 0) at--;
        odd |= at < kept;
        if (at && !date_order(d, e->dates[at - 1])) {
            odd = true;
            continue;
        }
        memmove(&e->dates[at + 1], &e->dates[at], (kept - at) * sizeof d);
        e->dates[at] = d;
        kept++;
    }
    e->ndates = kept;
    return odd;
}

static void read_dates(struct job *job, struct yaml_node *root, struct event *e)
{
    struct yaml_values v = yaml_values_list(job, root, "dates");
    e->dates = ARENA_MANY(job->keep, struct date, v.n);
    for (size_t i = 0; i < v.n; i++) {
        struct date d = cell_value_date(job, whole_date(job, &v, &i));
        if (d.year) e->dates[e->ndates++] = d;
        note_latest(e, d);
    }
    if (settle_dates(e)) diag_tell(job->diags, DIAG_DATES_ORDER, v.at[0].place, {0});
    e->programme_as_of = read_date(job, root, "programme_as_of");
    note_latest(e, e->programme_as_of);
}

/* -- signatures ------------------------------------------------------------------------------------------ */

static void read_signing(struct job *job, struct yaml_node *root, struct event *e)
{
    static const char *const FIELDS[] = {"place", "date", "lunar_date_km"}, *const PLACE[] = {"place"};
    struct yaml_node *map = yaml_values_map(job, root, "signed");
    struct bi *const into[] = {&e->signing.place};
    yaml_values_texts(job, map, PLACE, 1, into);
    e->signing.date = read_date(job, map, "date");
    e->signing.lunar_km = yaml_text(job, map, "lunar_date_km");
    yaml_unknown(job, map, FIELDS, COUNT(FIELDS));
}

/* -- what is to be made ---------------------------------------------------------------------------------- */

/* Bits of the words that a list names; all where there is no list. */
static unsigned read_bits(struct job *job, struct yaml_node *root, const char *key, const char *const *words,
                          size_t n)
{
    struct yaml_values v = yaml_values_list(job, root, key);
    unsigned bits = 0;
    for (size_t i = 0; i < v.n; i++) {
        int k = cell_value_word(job, v.at[i], words, n);
        if (k || known_name_same(v.at[i].text, str_of(words[0]))) bits |= 1u << k;
    }
    return bits ? bits : (1u << n) - 1;
}

static void read_languages(struct job *job, struct yaml_node *root, struct event *e)
{
    static const char *const TAGS[] = {"km", "en", "kh", "khmer", "english"};
    struct yaml_values v = yaml_values_list(job, root, "languages");
    bool seen[LANG_N] = {0};
    if (v.n) e->langs_place = v.at[0].place;
    for (size_t i = 0; i < v.n; i++) {
        int k = cell_value_word(job, v.at[i], TAGS, COUNT(TAGS));
        enum lang lang = lang_named(str_of(TAGS[k]));
        if (!k && !known_name_same(v.at[i].text, STR("km"))) continue;
        if (seen[lang]) {
            diag_tell(job->diags, DIAG_LANGUAGE_TWICE, v.at[i].place, v.at[i].text);
            continue;
        }
        seen[lang] = true;
        e->langs[e->nlangs++] = lang;
    }
    if (e->nlangs) return;
    struct yaml_node *named = yaml_get(root, "languages");
    if (named && !v.n) diag_tell(job->diags, DIAG_VALUE_MISSING, named->place, STR("languages"));
    for (; e->nlangs < LANG_N; e->nlangs++) e->langs[e->nlangs] = (enum lang)e->nlangs;
}

/* All where there is no list; one that is asked for has to be in the event's languages. */
static void read_editions(struct job *job, struct yaml_node *root, struct event *e)
{
    static const char *const NAMES[] = {"both", "km", "en", "html", "epub"};
    struct yaml_node *asked = yaml_get(root, "editions");
    e->editions = read_bits(job, root, "editions", NAMES, COUNT(NAMES));
    for (int i = 0; asked && i < EDITIONS; i++) {
        enum lang own = corpus_edition_lang((enum edition)i);
        if (own == LANG_NONE || !(e->editions & 1U << i) || event_has_lang(e, own)) continue;
        diag_tell(job->diags, DIAG_EDITION_LANGUAGE, asked->place, str_of(NAMES[i]));
    }
}

static void read_fonts(struct job *job, struct yaml_node *root, struct event *e)
{
    static const char *const ROLES[] = {"body", "heading"};
    static const char *const PARTS[] = {"km", "en", "web"}, *const WEB[] = {"embedded", "system"};
    struct yaml_node *fonts = yaml_values_map(job, root, "fonts");
    for (int l = 0; l < LANG_N; l++) {
        struct yaml_node *map = yaml_values_map(job, fonts, lang_tag((enum lang)l));
        for (int r = 0; r < FONT_ROLES; r++) {
            struct yaml_node *n = yaml_get(map, ROLES[r]);
            if (!n) continue;
            e->fonts[l][r] = yaml_text(job, map, ROLES[r]);
            e->fonts_place[l][r] = n->place;
        }
        yaml_unknown(job, map, ROLES, COUNT(ROLES));
    }
    e->system_faces = yaml_values_word(job, fonts, "web", WEB, COUNT(WEB)) == 1;
    yaml_unknown(job, fonts, PARTS, COUNT(PARTS));
}

static int read_levels(struct job *job, struct yaml_node *root)
{
    enum { MOST = 3 };
    int levels = yaml_values_number(job, root, "contents", INT_MIN); /* what is no number is told there */
    if (levels >= 1 && levels <= MOST) return levels;
    if (levels != INT_MIN) diag_tell(job->diags, DIAG_CONTENTS_LEVELS, yaml_get(root, "contents")->place);
    return 0;
}

/* Where nothing is said, or nonsense, what printers ask for. */
static int read_photo_dpi(struct job *job, struct yaml_node *root)
{
    enum { HOUSE = 300, LEAST = 72, MOST = 1200 };
    struct str typed = yaml_text(job, root, "photo_dpi");
    if (str_eq_fold(typed, STR("original"))) return 0;
    int dpi = yaml_values_number(job, root, "photo_dpi", HOUSE);
    return dpi < LEAST ? LEAST : dpi > MOST ? MOST : dpi;
}

static void read_making(struct job *job, struct yaml_node *root, struct event *e)
{
    static const char *const STATUS[] = {"draft", "final"}, *const PAPER[] = {"a4", "letter", "a5", "b5"},
                             *const PHASE[] = {"after", "before"};
    size_t ndocuments;
    const char *const *documents = corpus_document_words(&ndocuments);
    e->final = yaml_values_word(job, root, "status", STATUS, COUNT(STATUS)) == 1;
    e->sample = yaml_values_yesno(job, root, "sample", false);
    e->national_heading = yaml_values_yesno(job, root, "national_heading", false);
    e->attach_sources = yaml_values_yesno(job, root, "attach_sources", true);
    e->least_group = yaml_values_number(job, root, "least_group", 0);
    if (e->least_group < 0) e->least_group = 0;
    e->photo_dpi = read_photo_dpi(job, root);
    e->documents = read_bits(job, root, "documents", documents, ndocuments);
    read_editions(job, root, e);
    e->paper = (enum paper)yaml_values_word(job, root, "paper", PAPER, COUNT(PAPER));
    e->contents = read_levels(job, root);
    e->numbered = yaml_values_yesno(job, root, "numbered", false);
    e->before = yaml_values_word(job, root, "phase", PHASE, COUNT(PHASE)) == 1;
}

void event_read(struct job *job, const struct source *source, struct event *e)
{
    struct yaml_node *root = yaml_read(job, source, 0, source->text.n);
    *e = (struct event){.source = source, .place = place_in(source, 0)};
    if (root && root->kind == YAML_SCALAR)
        yaml_values_set(&e->title, yaml_values_script(root->text), root->text, root->place);
    read_languages(job, root, e);
    struct bi *const texts[] = {&e->title, &e->subtitle, &e->venue, &e->host, &e->supporter};
    yaml_values_texts(job, root, TEXTS, COUNT(TEXTS), texts);
    read_contact(job, root, e);
    e->presided_by = read_people(job, root, "presided_by", &e->npresided);
    e->signatories = read_people(job, root, "signatories", &e->nsignatories);
    read_dates(job, root, e);
    e->lunar_date_km = yaml_text(job, root, "lunar_date_km");
    event_imprint_read(job, root, e);
    read_signing(job, root, e);
    event_look_read(job, root, e);
    read_making(job, root, e);
    read_fonts(job, root, e);
    yaml_unknown(job, root, KEYS, COUNT(KEYS));
    if (bi_empty(e->title)) diag_tell(job->diags, DIAG_EVENT_TITLE, place_in(source, PLACE_WHOLE_FILE), {0});
}
