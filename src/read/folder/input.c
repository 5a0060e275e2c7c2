#include "read/folder/input.h"

#include "khmer/number.h"
#include "read/folder/copies.h"
#include "read/folder/spelling.h"
#include "read/folder/table_names.h"
#include "read/format/encoding.h"
#include "read/format/session_id.h"
#include "read/office/spreadsheet.h"

#include <stdlib.h>

enum { TEXT_MOST = 48 << 20, OFFICE_MOST = 200 << 20 /* with its pictures */ };

static const char *const TOP[] = {"event.yml",     "organizations.csv",
                                  "programme.csv", "participants.csv",
                                  "documents.csv", "recommendations.csv",
                                  "actions.csv",   "glossary.csv",
                                  "names.txt",     "translations.tsv",
                                  "summaries",     "sessions",
                                  "annexes",       "forms",
                                  "reflections",   "photos",
                                  "documents",     "event.yaml",
                                  "out",           "fonts",
                                  "logos",         "images"};
static const char PICTURES[] = ".png .jpg .jpeg .svg";
enum { TOP_N = sizeof TOP / sizeof *TOP, TOP_NAMED = 17 };

/* -- names ----------------------------------------------------------------------------------------------- */

bool input_is_table(struct str name)
{
    return files_ends(name, ".csv .tsv " INPUT_OFFICE_TABLES);
}

/* -- texts ----------------------------------------------------------------------------------------------- */

static const struct source *open_text(struct job *job, struct str path, struct str bytes)
{
    bool is_office = input_is_table(path) && spreadsheet_is(bytes);
    return is_office ? spreadsheet_source(job, path, bytes) : encoding_source(job, path, bytes);
}

const struct source *input_opened(struct job *job, struct str path, bool secret,
                                  const struct source *(*open)(struct job *, struct str, struct str))
{
    struct str bytes;
    size_t most = open == open_text ? TEXT_MOST : OFFICE_MOST;
    if (!path.n || !files_read(job, job->keep, path, most, &bytes)) return NULL;
    const struct source *s = open(job, path, bytes);
    if (!s) return NULL;
    if (!str_trim(s->text).n && s->kind == SOURCE_LINES)
        diag_tell(job->diags, DIAG_FILE_EMPTY, files_place(job, path), {0});
    else
        spelling_check(job, s, secret);
    return s;
}

const struct source *input_source(struct job *job, struct str path, bool secret)
{
    return input_opened(job, path, secret, open_text);
}

/* -- the top level --------------------------------------------------------------------------------------- */

/* Notepad adds .txt to a name it does not know. */
static struct str less_txt(struct str name)
{
    static const char *const INNER[] = {".md", ".csv", ".yml", ".yaml"};
    if (name.n < 5 || !str_eq_fold(str_sub(name, name.n - 4, name.n), STR(".txt"))) return name;
    struct str less = str_sub(name, 0, name.n - 4);
    for (size_t i = 0; i < sizeof INNER / sizeof *INNER; i++) {
        struct str end = str_of(INNER[i]);
        if (less.n > end.n && str_eq_fold(str_sub(less, less.n - end.n, less.n), end)) return less;
    }
    return name;
}

/* programme.xlsx, in the place of programme.csv */
static bool is_office_form(struct str name, struct str wanted)
{
    return files_ends(name, INPUT_OFFICE_TABLES) && files_ends(wanted, ".csv .tsv") &&
           str_eq_fold(files_stem(name), files_stem(wanted));
}

static bool is_named(struct str name, struct str wanted)
{
    return str_eq_fold(name, wanted) || str_eq_fold(less_txt(name), wanted) || is_office_form(name, wanted);
}

bool input_is(struct str name, const char *top)
{
    return is_named(name, str_of(top));
}

struct str input_tidy(struct arena *a, struct str name, struct str wanted)
{
    struct str stem = files_stem(wanted);
    if (!files_ends(name, INPUT_OFFICE_TABLES) || !files_ends(wanted, ".csv .tsv")) return wanted;
    struct buf b = BUF(a);
    buf_add(&b, stem);
    for (size_t i = files_stem(name).n; i < name.n; i++)
        buf_byte(&b, name.s[i] >= 'A' && name.s[i] <= 'Z' ? (char)(name.s[i] + 32) : name.s[i]);
    return buf_str(&b);
}

struct str input_top(struct job *job, struct input *in, const char *name)
{
    struct str wanted = str_of(name), other = {0};
    for (size_t i = 0; i < in->top.n; i++) {
        if (str_eq(in->top.at[i], wanted)) return wanted;
        if (!other.n && is_named(in->top.at[i], wanted)) other = in->top.at[i];
    }
    struct str tidy = input_tidy(job->scratch, other, wanted);
    if (other.n && !str_eq(tidy, other))
        diag_tell(job->diags, DIAG_NAME_READ_AS, files_place(job, other), tidy);
    return other;
}

static bool is_top(struct str name)
{
    for (size_t i = 0; i < TOP_N; i++)
        if (is_named(name, str_of(TOP[i]))) return true;
    return str_eq_fold(str_sub(name, 0, 6), STR("README")) ||
           str_eq_fold(str_sub(name, 0, 7), STR("READ ME"));
}

static bool is_dated(struct str name)
{
    struct date date;
    return table_names_dated(name, &date);
}

/* The CSV file of the same stem; empty: none. */
static struct str find_csv(struct files_names names, struct str name)
{
    for (size_t i = 0; i < names.n; i++) {
        struct str other = less_txt(names.at[i]);
        if (files_ends(other, ".csv .tsv") && str_eq_fold(files_stem(other), files_stem(name)))
            return names.at[i];
    }
    return (struct str){0};
}

/* An office program's table beside the CSV file that was saved from it is told, and no more seen; of the top
 * level (folder empty) those alone that are read. */
static void drop_beside(struct job *job, struct files_names *names, struct str folder)
{
    size_t kept = 0;
    for (size_t i = 0; i < names->n; i++) {
        struct str name = names->at[i], beside = {0};
        bool read = folder.n || is_top(name) || is_dated(name);
        if (read && files_ends(name, INPUT_OFFICE_TABLES)) beside = find_csv(*names, name);
        struct str path =
            folder.n ? str_fmt(job->scratch, "%.*s/%.*s", STR_ARGS(folder), STR_ARGS(name)) : name;
        if (beside.n)
            diag_tell(job->diags, DIAG_OFFICE_BESIDE, files_place(job, path), beside);
        else
            names->at[kept++] = name;
    }
    names->n = kept;
}

struct input *input_open(struct job *job)
{
    if (!files_ready(job)) return NULL;
    struct input *in = ARENA_ONE(job->keep, struct input);
    in->top = files_list(job, "");
    drop_beside(job, &in->top, (struct str){0});
    return in;
}

/* The format whose ending a note's name has; SIZE_MAX: none. */
static size_t note_format(const struct input *in, struct str name)
{
    for (size_t i = 0; in->note_endings[i]; i++)
        if (files_ends(name, in->note_endings[i])) return i;
    return SIZE_MAX;
}

/* Does a table's name begin with a form's? */
static bool is_answers(struct job *job, struct str name)
{
    struct files_names forms = files_list(job, "forms");
    for (size_t i = 0; i < forms.n; i++) {
        struct str id = forms.at[i];
        if (!files_ends(id, ".yml .yaml")) continue;
        id = files_stem(id);
        if (str_eq_fold(str_sub(name, 0, id.n), id)) return true;
    }
    return false;
}

/* Words as near as a slip of the pen; their endings do not count. */
static bool is_near(struct str name, struct str other)
{
    struct str stem = files_stem(name);
    size_t most = stem.n / 3 < 3 ? stem.n / 3 : 3;
    return str_distance(stem, files_stem(other), most) <= most;
}

/* NULL: none. */
static const char *table_meant(struct job *job, struct str name)
{
    struct str own = less_txt(name);
    return input_is_table(own) ? table_names_meant(job->scratch, own) : NULL;
}

/* The file or folder of the top level that is meant; empty where nobody knows. */
static struct str find_meant(struct job *job, struct str typed, bool is_folder)
{
    struct str original = copies_original(job->scratch, typed), name = original.n ? original : typed;
    const char *meant = is_folder ? NULL : table_meant(job, typed);
    if (meant && strcmp(meant, "photos.csv")) return str_of(meant);
    for (size_t k = 0; k < TOP_NAMED; k++) {
        bool folder = !strchr(TOP[k], '.');
        if (folder == is_folder && is_near(name, str_of(TOP[k]))) return str_of(TOP[k]);
    }
    return (struct str){0};
}

/* Of a table whose name is nearly a form's: where its answers belong. */
static const char *answers_home(struct job *job, struct str name)
{
    struct files_names forms = files_list(job, "forms");
    for (size_t i = 0; i < forms.n; i++)
        if (files_ends(forms.at[i], ".yml .yaml") && is_near(name, forms.at[i]))
            return str_fmt(job->keep, "reflections/%.*s%.*s", STR_ARGS(files_stem(forms.at[i])),
                           STR_ARGS(str_sub(name, files_stem(name).n, name.n)))
                .s;
    return NULL;
}

/* Where a file belongs that lies where nothing is made of it; NULL: nobody knows. */
static const char *home_of(struct job *job, const struct input *in, struct str path, struct str name)
{
    if (path.n > name.n && is_top(name)) return "input/";
    if (note_format(in, less_txt(name)) != SIZE_MAX) return "sessions/, summaries/, annexes/";
    if (input_is_table(name) && is_answers(job, name)) return "reflections/";
    if (is_named(name, STR("photos.csv"))) return "photos/";
    return input_is_table(name) ? answers_home(job, name) : NULL;
}

/* Pictures that notes name may lie in folders of their own. */
static void tell_folder(struct job *job, struct str path, struct str name, struct str near)
{
    struct str within = str_sub(path, 0, path.n - name.n);
    struct str home = near.n ? str_fmt(job->scratch, "%.*s/", STR_ARGS(near)) : within;
    bool full = files_list(job, str_copy(job->scratch, path).s).n > 0;
    if (!home.n) home = STR("sessions/, summaries/, annexes/, reflections/, forms/, photos/");
    if (full && !str_eq_fold(within, STR("photos/")))
        diag_tell(job->diags, DIAG_FOLDER_UNREAD, files_place(job, path), home);
    else
        diag_tell(job->diags, DIAG_FILE_UNKNOWN, files_place(job, path), {0});
}

/* A name that is taken is no cure. Empty: it is free. */
static struct str find_there(struct job *job, struct str name)
{
    struct files_names top = files_list(job, "");
    for (size_t i = 0; i < top.n; i++)
        if (is_named(top.at[i], name)) return top.at[i];
    return (struct str){0};
}

/* The program whose file it is; NULL for text, and for an office program's table, which is as good as text.
 */
static const char *program_of(struct job *job, struct str path, struct str name)
{
    struct str bytes;
    struct arena_mark mark = arena_mark(job->scratch);
    bool there = files_read(job, job->scratch, path, TEXT_MOST, &bytes);
    bool table = there && files_ends(name, INPUT_OFFICE_TABLES) && spreadsheet_is(bytes);
    const char *program = there && !table ? encoding_program(name, bytes) : NULL;
    arena_reset(job->scratch, mark);
    return program;
}

/* A copy of one that stands beside it: told. */
static bool is_copy(struct job *job, struct str path, struct str name)
{
    struct str within = str_sub(path, 0, path.n > name.n ? path.n - name.n - 1 : 0);
    if (!copies_original(job->scratch, name).n || files_is_folder(job, path)) return false;
    struct files_names beside = files_list(job, str_copy(job->keep, within).s);
    struct str original = copies_find(job, &beside, name);
    if (!original.n) return false;
    struct str first =
        within.n ? str_fmt(job->keep, "%.*s/%.*s", STR_ARGS(within), STR_ARGS(original)) : original;
    return !files_is_folder(job, first) && copies_tell(job, path, first);
}

/* What a file that nothing is made of should be told: a program's file saved beside, a place or a name
 * mistaken, or that alone. */
static void tell_rest(struct job *job, const struct input *in, struct str path, struct str name)
{
    if (is_copy(job, path, name)) return;
    struct place place = files_place(job, path);
    bool is_folder = files_is_folder(job, path);
    struct str near = is_top(name) ? (struct str){0} : find_meant(job, name, is_folder), there = {0};
    const char *home = is_folder ? NULL : home_of(job, in, path, name);
    const char *program = is_folder ? NULL : program_of(job, path, name);
    size_t format = note_format(in, name);
    if (near.n) there = find_there(job, near);
    if (program && home && format != SIZE_MAX && format >= in->note_texts)
        diag_tell(job->diags, DIAG_FILE_ELSEWHERE, place, str_of(home));
    else if (program)
        encoding_tell_program(job, place, program);
    else if (is_folder && (!near.n || files_is_folder(job, near)))
        tell_folder(job, path, name, near);
    else if (there.n)
        diag_tell(job->diags, DIAG_FILE_BESIDE, place, there);
    else if (near.n)
        diag_tell(job->diags, DIAG_FILE_UNKNOWN_NEAR, place, input_tidy(job->scratch, name, near));
    else if (home)
        diag_tell(job->diags, DIAG_FILE_ELSEWHERE, place, str_of(home));
    else
        diag_tell(job->diags, DIAG_FILE_UNKNOWN, place, {0});
}

bool input_is_work_list(struct str name)
{
    static const char *const BEGINS[] = {"todo", "translations"};
    struct str own = less_txt(name);
    for (size_t i = 0; i < sizeof BEGINS / sizeof *BEGINS; i++) {
        struct str begin = str_of(BEGINS[i]);
        if (str_eq_fold(str_sub(own, 0, begin.n), begin) && input_is_table(own) &&
            !is_named(own, STR("translations.tsv")))
            return true;
    }
    return false;
}

static bool is_read_as(const struct input *in, struct str name)
{
    for (size_t i = 0; i < in->read_as.n; i++)
        if (str_eq(in->read_as.at[i], name)) return true;
    return false;
}

struct files_names input_others(struct job *job, const struct input *in)
{
    VEC(struct str) others = {0};
    for (size_t i = 0; i < in->top.n; i++) {
        struct str name = in->top.at[i];
        if (!is_top(name) && !files_ends(name, PICTURES) && !is_dated(name) && !is_read_as(in, name) &&
            !input_is_work_list(name) && !files_is_folder(job, name))
            VEC_ADD(job->keep, others, name);
    }
    return (struct files_names){others.at, others.n};
}

bool input_is_people(struct job *job, struct str name)
{
    const char *meant = table_meant(job, name);
    return (meant && !strcmp(meant, "participants.csv")) || table_names_people(name) ||
           is_near(name, STR("participants.csv"));
}

struct str input_lone(struct job *job, const struct input *in, const char *name)
{
    struct files_names others = input_others(job, in);
    struct str lone = {0};
    for (size_t i = 0; i < others.n; i++) {
        const char *meant = table_meant(job, others.at[i]);
        if (!meant || strcmp(meant, name)) continue;
        if (lone.n) return (struct str){0};
        lone = others.at[i];
    }
    return lone;
}

void input_read_as(struct job *job, struct input *in, struct str path, const char *name)
{
    VEC_ADD(job->keep, in->read_as, path);
    diag_tell(job->diags, DIAG_NAME_READ_AS, files_place(job, path),
              input_tidy(job->scratch, path, str_of(name)));
}

/* Where one that is read stands beside it – sessions beside Sessions –, that one's name. */
static struct str find_beside(const struct input *in, struct str name)
{
    for (size_t k = 0; k < TOP_NAMED; k++) {
        struct str wanted = str_of(TOP[k]), first = {0};
        if (!is_named(name, wanted) || str_eq(name, wanted)) continue;
        for (size_t i = 0; i < in->top.n; i++) {
            if (str_eq(in->top.at[i], wanted)) return wanted;
            if (!first.n && is_named(in->top.at[i], wanted)) first = in->top.at[i];
        }
        if (!str_eq(first, name)) return first;
    }
    return (struct str){0};
}

/* A folder of pictures that notes ask for. */
static bool is_inside(const struct input *in, struct str folder)
{
    for (size_t i = 0; i < in->used.n; i++) {
        struct str path = in->used.at[i];
        if (path.n > folder.n && path.s[folder.n] == '/' && str_eq(str_sub(path, 0, folder.n), folder))
            return true;
    }
    return false;
}

void input_tell_rest(struct job *job, struct input *in)
{
    for (size_t i = 0; i < in->top.n; i++) {
        struct str name = in->top.at[i], beside = find_beside(in, name);
        if (beside.n)
            diag_tell(job->diags, DIAG_NAME_BESIDE, files_place(job, name), beside);
        else if (!is_top(name) && !files_ends(name, PICTURES) && !is_dated(name) && !is_inside(in, name) &&
                 !input_is_work_list(name) && !is_read_as(in, name))
            tell_rest(job, in, name, name);
    }
}

/* -- folders --------------------------------------------------------------------------------------------- */

/* The kind of the notes that lie in a folder; -1: none do. */
static int notes_of(const char *folder)
{
    static const char *const NOTES[] = {"summaries", "sessions", "annexes"}; /* as in enum note_kind */
    for (int i = NOTE_SUMMARY; i <= NOTE_ANNEX; i++)
        if (!strcmp(folder, NOTES[i])) return i;
    return -1;
}

/* Where pictures are asked for. */
static bool may_show(const char *folder)
{
    return notes_of(folder) >= 0 || !strcmp(folder, "photos");
}

/* A picture, or a folder that holds nothing else. */
static bool is_pictures(struct job *job, struct str path, bool is_folder)
{
    if (!is_folder) return files_ends(path, PICTURES);
    struct files_names names = files_list(job, path.s);
    for (size_t i = 0; i < names.n; i++)
        if (!files_ends(names.at[i], PICTURES)) return false;
    return names.n > 0;
}

struct files_names input_files(struct job *job, struct input *in, const char *folder, const char *endings)
{
    VEC(struct str) good = {0};
    struct str top = input_top(job, in, folder);
    if (!top.n) return (struct files_names){0};
    if (!files_is_folder(job, top)) {
        diag_tell(job->diags, DIAG_FILE_UNKNOWN, files_place(job, top), {0});
        return (struct files_names){0};
    }
    struct files_names all = files_list(job, str_copy(job->keep, top).s);
    if (strstr(endings, ".csv")) drop_beside(job, &all, top);
    for (size_t i = 0; i < all.n; i++) {
        struct str path = str_fmt(job->keep, "%.*s/%.*s", STR_ARGS(top), STR_ARGS(all.at[i]));
        bool inner = files_is_folder(job, path);
        if (files_ends(all.at[i], endings) && !inner) {
            if (!is_copy(job, path, all.at[i])) VEC_ADD(job->keep, good, path);
        } else if (may_show(folder) && is_pictures(job, path, inner)) {
            continue; /* told where photos are read, unless something asks for it */
        } else if (!str_eq_fold(str_sub(all.at[i], 0, 6), STR("README"))) {
            tell_rest(job, in, path, all.at[i]);
        }
    }
    return (struct files_names){good.at, good.n};
}

/* -- notes' names ---------------------------------------------------------------------------------------- */

/* .en, _km, -eng, (kh) … taken off the end of a name. */
static enum lang cut_lang(struct str *name)
{
    struct str s = *name;
    if (str_ends(s, ")")) s.n--;
    size_t from = s.n;
    while (from && !memchr(".-_ (", s.s[from - 1], 5)) from--;
    enum lang lang = from ? lang_named(str_sub(s, from, s.n)) : LANG_NONE;
    if (lang == LANG_NONE) return lang;
    while (from && memchr(".-_ (", s.s[from - 1], 5)) from--;
    *name = str_sub(s, 0, from);
    return lang;
}

/* Lower case, with one dash for blanks, dots and low lines. */
static struct str slug(struct arena *a, struct str s)
{
    struct buf b = BUF(a);
    for (size_t i = 0; i < s.n; i++) {
        char c = s.s[i];
        bool mark = memchr(" ._-", c, 4);
        if (mark && (!b.n || b.s[b.n - 1] == '-')) continue;
        buf_byte(&b, mark ? '-' : c >= 'A' && c <= 'Z' ? (char)(c + 32) : c);
    }
    if (b.n && b.s[b.n - 1] == '-') b.n--;
    return buf_str(&b);
}

static struct str note_stem(struct job *job, struct input_note *n, struct str base)
{
    size_t used = 0;
    if (n->kind != NOTE_SESSION) return slug(job->keep, base);
    n->session = session_id_read(job->keep, base, &used);
    struct str rest = slug(job->keep, str_sub(base, n->session.n ? used : 0, base.n));
    if (!n->session.n) return rest;
    while (str_starts(rest, "-")) rest = str_sub(rest, 1, rest.n);
    return rest.n ? str_fmt(job->keep, "%.*s-%.*s", STR_ARGS(n->session), STR_ARGS(rest)) : n->session;
}

static struct str tidy_name(struct job *job, const struct input_note *n)
{
    return str_fmt(job->keep, "%.*s.%s%.*s", STR_ARGS(n->stem), lang_tag(n->lang), STR_ARGS(n->ending));
}

/* The language is LANG_NONE where the name tells none. */
static struct input_note name_note(struct job *job, const struct input *in, struct str path,
                                   enum note_kind kind)
{
    struct input_note n = {.kind = kind, .path = path};
    size_t slash = str_find(path, STR("/"), 0) + 1;
    struct str typed = str_sub(path, slash, path.n), original = copies_original(job->keep, typed);
    struct str name = less_txt(original.n ? original : typed); /* a copy whose original is not there */
    size_t dot = name.n;
    while (dot && name.s[dot - 1] != '.') dot--;
    n.format = note_format(in, name);
    if (n.format == SIZE_MAX) n.format = 0; /* note.yml.txt */
    struct str endings = str_of(in->note_endings[n.format]);
    str_cut(&endings, ' ', &n.ending);
    struct str base = str_sub(name, 0, dot - 1);
    n.lang = cut_lang(&base);
    n.stem = note_stem(job, &n, base);
    if (n.lang != LANG_NONE && !str_eq(tidy_name(job, &n), typed))
        diag_tell(job->diags, DIAG_NAME_READ_AS, files_place(job, path), tidy_name(job, &n));
    return n;
}

/* Of a name that tells none, behind all others of its stem: the event's first language, or the other one
 * where that is taken. */
static void settle_lang(struct job *job, const struct input *in, struct input_note *notes, size_t at)
{
    struct input_note *x = &notes[at];
    bool taken[LANG_N] = {false};
    enum lang lang = in->event->langs[0], other = lang_other(lang);
    for (size_t i = at; i-- > 0 && !taken[other] && str_eq(notes[i].stem, x->stem);)
        taken[notes[i].lang] = true;
    x->lang = taken[lang] && !taken[other] ? other : lang;
    diag_tell(job->diags, DIAG_NAME_LANGUAGE, files_place(job, x->path), tidy_name(job, x));
}

static int by_stem(const void *left, const void *right)
{
    const struct input_note *a = left, *b = right;
    int c = str_cmp(a->stem, b->stem);
    if (!c) c = (int)a->lang - (int)b->lang;
    if (!c) c = (int)a->format - (int)b->format;
    return c ? c : str_cmp(a->path, b->path);
}

static const char *all_endings(struct arena *a, const struct input *in)
{
    struct buf b = BUF(a);
    for (size_t i = 0; in->note_endings[i]; i++) buf_fmt(&b, i ? " %s" : "%s", in->note_endings[i]);
    return buf_str(&b).s;
}

struct input_note *input_notes(struct job *job, struct input *in, const char *folder, size_t *n)
{
    enum note_kind kind = (enum note_kind)notes_of(folder);
    struct files_names files = input_files(job, in, folder, all_endings(job->scratch, in));
    struct input_note *notes = ARENA_MANY(job->keep, struct input_note, files.n);
    for (size_t i = 0; i < files.n; i++) notes[i] = name_note(job, in, files.at[i], kind);
    if (files.n) qsort(notes, files.n, sizeof *notes, by_stem);
    for (size_t i = 0; i < files.n; i++)
        if (notes[i].lang == LANG_NONE) settle_lang(job, in, notes, i);
    if (files.n) qsort(notes, files.n, sizeof *notes, by_stem);
    size_t kept = 0;
    for (size_t i = 0; i < files.n; i++) {
        const struct input_note *last = kept ? &notes[kept - 1] : NULL;
        bool twice = last && str_eq(last->stem, notes[i].stem) && last->lang == notes[i].lang;
        bool beside = twice && last->format < in->note_texts && notes[i].format >= in->note_texts;
        if (twice)
            diag_tell(job->diags, beside ? DIAG_WORD_BESIDE : DIAG_NAME_TWICE,
                      files_place(job, notes[i].path), last->path);
        else
            notes[kept++] = notes[i];
    }
    *n = kept;
    return notes;
}
