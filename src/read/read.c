#include "read/read.h"

#include "read/check/check.h"
#include "read/event.h"
#include "read/folder/copies.h"
#include "read/folder/input.h"
#include "read/form/form.h"
#include "read/form/reflections.h"
#include "read/format/session_id.h"
#include "read/handed_files.h"
#include "read/note/note.h"
#include "read/notes_ahead.h"
#include "read/pair/bilingual_split.h"
#include "read/photos.h"
#include "read/table/actions.h"
#include "read/table/previous_programme.h"
#include "read/table/registers.h"
#include "read/table/roster.h"
#include "read/table/tables.h"
#include "read/work_list.h"

#include <stdlib.h>

/* -- notes ------------------------------------------------------------------------------------------------
 */

struct read_ranked { /* a note, and what it is sorted by */
    struct note note;
    size_t rank;
    const struct input_note *file; /* the first that was read */
};

static const char *const FIRST[] = {"foreword",     "acknowledgements", "executive-summary",
                                    "key-messages", "background",       "goals"};
enum { FIRST_N = sizeof FIRST / sizeof *FIRST };

static bool is_summary(struct str stem)
{
    bool is = str_is(stem, "conclusion");
    for (size_t i = 0; i < FIRST_N; i++) is |= str_is(stem, FIRST[i]);
    return is;
}

static size_t rank_of(const struct corpus *c, const struct note *n)
{
    if (n->kind == NOTE_SUMMARY) {
        for (size_t i = 0; i < FIRST_N; i++)
            if (str_is(n->stem, FIRST[i])) return i;
        return FIRST_N + (str_is(n->stem, "conclusion") ? 1 : 0);
    }
    if (n->kind == NOTE_ANNEX) return FIRST_N + 3 + c->nsessions;
    const struct session *s = corpus_session(c, n->session);
    return FIRST_N + 2 + (s ? (size_t)(s - c->sessions) : c->nsessions);
}

static int by_rank(const void *left, const void *right)
{
    const struct read_ranked *a = left, *b = right;
    if (a->rank != b->rank) return a->rank < b->rank ? -1 : 1;
    if (a->note.weight != b->note.weight) return a->note.weight < b->note.weight ? -1 : 1;
    return str_cmp(a->note.stem, b->note.stem);
}

/* The name tells no language, and need not: what was told of it is taken back. */
static void untell_language(struct job *job, struct str path)
{
    struct diags *d = job->diags;
    size_t kept = 0;
    for (size_t i = 0; i < d->list.n; i++) {
        const struct diag *x = &d->list.at[i];
        if (x->code == DIAG_NAME_LANGUAGE && str_eq(x->place.source->path, path)) continue;
        d->list.at[kept++] = *x;
    }
    d->list.n = kept;
}

struct note_files { /* of one folder */
    const struct input_note *at;
    size_t n;
    const struct notes_ahead *ahead;
};

/* A file that holds both languages is both docs, where no other file of the note is there. */
static bool read_both(struct job *job, const struct corpus *c, const struct doc *d, bool alone,
                      struct note *n)
{
    struct place whole = place_in(d->source, PLACE_WHOLE_FILE);
    struct doc *sides[LANG_N];
    if (c->event.nlangs < LANG_N) return false;
    if (!alone && bilingual_split_can(job, d)) diag_tell(job->diags, DIAG_NOTE_BOTH_BESIDE, whole);
    if (!alone || !bilingual_split(job, d, sides)) return false;
    for (int l = 0; l < LANG_N; l++) n->doc[l] = sides[l];
    untell_language(job, d->source->path);
    diag_tell(job->diags, DIAG_NOTE_BOTH, whole);
    return true;
}

/* NULL: there is nothing to read. */
static const struct doc *read_file(struct job *job, const struct input_note *f)
{
    const struct note_format *format = note_format_at(f->format);
    const struct source *s =
        format->open ? input_opened(job, f->path, false, format->open) : input_source(job, f->path, false);
    return s ? note_read(job, s, f->lang, (enum note_format_kind)f->format) : NULL;
}

/* The session that a note itself names counts more than its file's name. */
static void read_doc(struct job *job, const struct corpus *c, const struct note_files *files, size_t at,
                     bool alone, struct note *n)
{
    const struct input_note *f = &files->at[at];
    const struct doc *d;
    if (!notes_ahead_take(job, files->ahead, at, &d)) d = read_file(job, f);
    if (!d) return;
    if (!read_both(job, c, d, alone, n)) n->doc[f->lang] = d;
    if (d->front.has_weight) n->weight = d->front.weight;
    if (d->front.session.n && f->kind == NOTE_SESSION)
        n->session = session_id_cell(job->keep, d->front.session);
}

/* Where a note's session was read: in its facts, else in the name. */
static struct place session_place(struct job *job, const struct note *n, struct place whole)
{
    for (int l = LANG_N; l-- > 0;) {
        const struct front *f = n->doc[l] ? &n->doc[l]->front : NULL;
        if (f && f->session.n && str_eq(session_id_cell(job->scratch, f->session), n->session))
            return f->session_place;
    }
    return whole;
}

/* Of one file alone, to which no work list has the other side. */
static void check_partner(struct job *job, const struct corpus *c, const struct note *n,
                          const struct input_note *f)
{
    if (note_is_whole(n) || c->event.nlangs < LANG_N) return;
    struct str partner = str_fmt(job->scratch, "%.*s.%s%.*s", STR_ARGS(n->stem),
                                 lang_tag(lang_other(f->lang)), STR_ARGS(f->ending));
    diag_tell(job->diags, DIAG_NOTE_PARTNER, place_in(n->doc[f->lang]->source, PLACE_WHOLE_FILE), partner);
}

/* As languages: would name both. */
static struct str languages_both(struct job *job, const struct event *e)
{
    return str_fmt(job->scratch, "%s, %s", lang_tag(e->langs[0]), lang_tag(lang_other(e->langs[0])));
}

static void check_note(struct job *job, const struct corpus *c, const struct note *n,
                       const struct input_note *f)
{
    struct place place = place_in(n->doc[f->lang]->source, PLACE_WHOLE_FILE);
    if (!event_has_lang(&c->event, f->lang))
        diag_tell(job->diags, DIAG_NOTE_OTHER_LANGUAGE, place, str_of(lang_tag(f->lang)),
                  languages_both(job, &c->event));
    if (n->kind == NOTE_ANNEX && is_summary(n->stem)) diag_tell(job->diags, DIAG_ANNEX_NAME, place, {0});
    for (int l = 0; l < LANG_N && n->kind != NOTE_ANNEX; l++)
        if (n->doc[l] && n->doc[l]->front.source.n)
            diag_tell(job->diags, DIAG_NOTE_SOURCE, n->doc[l]->front.source_place, {0});
    if (n->kind != NOTE_SESSION) return;
    if (!n->session.n)
        diag_tell(job->diags, DIAG_NOTE_NO_SESSION, place, {0});
    else if (c->nsessions && !corpus_session(c, n->session))
        diag_tell(job->diags, DIAG_NOTE_SESSION, session_place(job, n, place), n->session);
}

/* Files in another language than the event's, and not read, as the note has one in the event's. */
struct left_out {
    size_t n;
    enum lang lang;
};

static bool is_left_out(const struct event *e, const struct input_note *files, size_t n, size_t at)
{
    if (event_has_lang(e, files[at].lang)) return false;
    for (size_t i = 0; i < n; i++)
        if (event_has_lang(e, files[i].lang)) return true;
    return false;
}

/* Nobody finds out by the report that they are not in it. */
static void tell_left_out(struct job *job, const struct event *e, const struct left_out *left)
{
    if (!left->n) return;
    diag_tell(job->diags, DIAG_NOTES_LEFT_OUT, e->langs_place, str_fmt(job->scratch, "%zu", left->n),
              str_of(lang_tag(left->lang)), languages_both(job, e));
}

/* The files of one stem, from at: their note. Returns how many they are. */
static size_t read_note(struct job *job, const struct corpus *c, const struct note_files *of, size_t at,
                        struct read_ranked *r, struct left_out *left)
{
    const struct input_note *files = of->at + at;
    size_t k = 0, n = of->n - at;
    struct note *note = &r->note;
    *r = (struct read_ranked){.note = {.kind = files->kind, .stem = files->stem, .session = files->session}};
    while (k < n && str_eq(files[k].stem, files->stem)) k++;
    for (size_t i = 0; i < k; i++) {
        if (is_left_out(&c->event, files, k, i))
            *left = (struct left_out){left->n + 1, files[i].lang};
        else
            read_doc(job, c, of, at + i, k == 1, note);
    }
    for (size_t i = 0; i < k; i++)
        if (!r->file && note->doc[files[i].lang]) {
            r->file = &files[i];
            check_note(job, c, note, r->file);
        }
    return k;
}

static bool has_doc(const struct note *n)
{
    for (int l = 0; l < LANG_N; l++)
        if (n->doc[l]) return true;
    return false;
}

static void pair_one(struct job *own, void *notes, size_t i)
{
    alignment_pair(own, &((struct note *)notes)[i]);
}

static void read_notes(struct job *job, struct input *in, struct work_list *translated, struct corpus *c)
{
    static const char *const FOLDERS[] = {"summaries", "sessions", "annexes"};
    VEC(struct read_ranked) all = {0};
    struct left_out left = {0};
    for (size_t folder = 0; folder < sizeof FOLDERS / sizeof *FOLDERS; folder++) {
        size_t step;
        struct note_files files = {0};
        files.at = input_notes(job, in, FOLDERS[folder], &files.n);
        files.ahead = notes_ahead_read(job, files.at, files.n);
        for (size_t i = 0; i < files.n; i += step) {
            struct read_ranked r;
            step = read_note(job, c, &files, i, &r, &left);
            r.rank = rank_of(c, &r.note);
            if (has_doc(&r.note)) VEC_ADD(job->keep, all, r);
        }
    }
    tell_left_out(job, &c->event, &left);
    if (all.n) qsort(all.at, all.n, sizeof *all.at, by_rank);
    c->notes = ARENA_MANY(job->keep, struct note, all.n);
    c->nnotes = all.n;
    for (size_t i = 0; i < all.n; i++) c->notes[i] = all.at[i].note;
    job_share(job, all.n, pair_one, c->notes);
    for (size_t i = 0; i < all.n; i++) {
        work_list_note(translated, &c->notes[i]);
        alignment_tell(job, &c->notes[i]);
        check_partner(job, c, &c->notes[i], all.at[i].file);
    }
}

/* -- forms ------------------------------------------------------------------------------------------------
 */

static void read_forms(struct job *job, struct input *in, struct work_list *translated, struct corpus *c)
{
    struct files_names files = input_files(job, in, "forms", ".yml .yaml");
    c->forms = ARENA_MANY(job->keep, struct form, files.n);
    for (size_t i = 0; i < files.n; i++) {
        const struct source *s = input_source(job, files.at[i], false);
        struct str path = files.at[i];
        size_t from = str_find(path, STR("/"), 0) + 1, to = path.n;
        while (path.s[to - 1] != '.') to--;
        if (!s) continue;
        form_read(job, s, str_sub(path, from, to - 1), &c->forms[c->nforms]);
        form_settle(job, c->forms, c->nforms, &c->forms[c->nforms]);
        work_list_form(translated, &c->forms[c->nforms]);
        c->nforms++;
    }
    struct files_names tables = input_files(job, in, "reflections", ".csv .tsv .txt " INPUT_OFFICE_TABLES);
    reflections_read(job, copies_drop(job, tables), c);
}

/* -- tables -----------------------------------------------------------------------------------------------
 */

/* The list of participants that is there and was not read; empty: none. */
static struct str read_tables(struct job *job, struct input *in, struct work_list *translated,
                              struct corpus *c)
{
    static const struct {
        const char *name;
        bool (*read)(struct job *, const struct source *, struct corpus *);
    } TABLES[] = {{"organizations.csv", tables_organizations},
                  {"programme.csv", tables_programme},
                  {"documents.csv", registers_documents},
                  {"recommendations.csv", registers_recommendations},
                  {"actions.csv", actions_read},
                  {"glossary.csv", registers_glossary}};
    for (size_t i = 0; i < sizeof TABLES / sizeof *TABLES; i++) {
        struct str own = input_top(job, in, TABLES[i].name), lone = {0};
        if (!own.n) lone = input_lone(job, in, TABLES[i].name);
        size_t told = job->diags->list.n;
        const struct source *s = input_source(job, own.n ? own : lone, false);
        bool good = s && TABLES[i].read(job, s, c);
        if (lone.n && good)
            input_read_as(job, in, lone, TABLES[i].name);
        else if (lone.n)
            job->diags->list.n = told;
    }
    work_list_texts(translated, c);
    registers_names(job, input_source(job, input_top(job, in, "names.txt"), false), c);
    return roster_read(job, in, c);
}

static const struct source *find_event(struct job *job, struct input *in)
{
    struct str path = input_top(job, in, "event.yml");
    if (!path.n) path = input_top(job, in, "event.yaml");
    if (path.n) return input_source(job, path, false);
    diag_tell(job->diags, DIAG_EVENT_MISSING, files_place(job, STR("event.yml")), {0});
    return NULL;
}

struct corpus *read_corpus(struct job *job)
{
    struct arena_mark mark = arena_mark(job->scratch);
    struct corpus *c = ARENA_ONE(job->keep, struct corpus);
    struct input *in = input_open(job);
    const struct source *event = in ? find_event(job, in) : NULL;
    if (event) {
        event_read(job, event, &c->event);
        in->event = &c->event;
        in->note_endings = note_format_endings(job->keep);
        in->note_texts = NOTE_FORMAT_TEXTS;
        struct work_list *translated = work_list_open(job, in);
        struct str unread = read_tables(job, in, translated, c);
        previous_programme_read(job, in, c);
        read_notes(job, in, translated, c);
        read_forms(job, in, translated, c);
        roster_tell(job, unread, c);
        photos_read(job, in, c);
        handed_files_read(job, in, c);
        work_list_texts(translated, c);
        work_list_tell(translated);
        check_corpus(job, c);
        input_tell_rest(job, in);
    }
    arena_reset(job->scratch, mark);
    return event ? c : NULL;
}
