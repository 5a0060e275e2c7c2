#include "app/todo.h"

#include "app/replace.h"
#include "base/csv_write.h"
#include "base/file.h"
#include "base/map.h"
#include "model/translation.h"
#include "publish/folder.h"
#include "read/work_list.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>

struct todo_item {
    struct place place;
    bool stale;
    const char *what; /* paragraph, heading …; a table's column */
    enum lang into;
    struct str text, present; /* present: what is out of date */
    struct str key;
};

struct todo {
    struct job *job;
    const struct corpus *corpus;
    VEC(struct todo_item) items, documents; /* documents: files, which no cell of a table takes */
    struct map keys;
};

/* -- what is missing -- */

static void add(struct todo *t, struct todo_item item)
{
    if (!map_add_str(&t->keys, item.key)) VEC_ADD(t->job->keep, t->items, item);
}

static struct str block_text(struct todo *t, const struct block *b)
{
    struct buf out = BUF(t->job->keep);
    if (b) translation_write(&out, b);
    return buf_str(&out);
}

static void add_pair(struct todo *t, const struct pair *p, enum lang into)
{
    const struct block *from = p->side[lang_other(into)], *present = p->side[into];
    struct todo_item item = {.stale = present != NULL, .into = into};
    if (!from || p->excused || !translation_block_has_words(from)) return;
    if (present && (p->state != PAIR_STALE || p->stale != into)) return;
    item.place = present ? present->place : from->place;
    item.what = block_name(from->kind);
    item.text = block_text(t, from);
    item.present = block_text(t, present);
    item.key = translation_key(t->job->keep, into, translation_hash_block(from),
                               present ? translation_hash_block(present) : 0);
    add(t, item);
}

static void add_note(struct todo *t, const struct note *n)
{
    for (int l = 0; l < LANG_N; l++) {
        const struct doc *into = n->doc[l], *from = n->doc[lang_other((enum lang)l)];
        bool typed = from && from->front.title.n && !from->front.title_from_heading;
        if (typed && (!into || !into->front.title.n)) {
            struct str key =
                translation_key(t->job->keep, (enum lang)l, translation_hash(from->front.title), 0);
            add(t, (struct todo_item){
                       from->front.title_place, false, "title", (enum lang)l, from->front.title, {0}, key});
        }
        for (size_t i = 0; i < n->npairs; i++) add_pair(t, &n->pairs[i], (enum lang)l);
    }
}

static void add_text(void *with, struct bi *text, const char *name, struct place row)
{
    struct todo *t = with;
    for (int l = 0; l < LANG_N; l++) {
        enum lang other = lang_other((enum lang)l);
        struct str from = text->t[other];
        if (text->t[l].n || !translation_has_words(from)) continue;
        struct str key = translation_key(t->job->keep, (enum lang)l, translation_hash(from), 0);
        struct place at = text->at[other].source ? text->at[other] : row;
        add(t, (struct todo_item){at, false, name, (enum lang)l, from, {0}, key});
    }
}

/* What speakers handed in, and is in one language. */
static void add_document(struct todo *t, const struct handed_in *d)
{
    for (int l = 0; l < LANG_N && d->is_received; l++) {
        struct str title = bi_get(d->title, lang_other((enum lang)l), NULL);
        if (d->translated[l]) continue;
        VEC_ADD(
            t->job->keep, t->documents,
            (struct todo_item){.place = d->place, .what = "document", .into = (enum lang)l, .text = title});
    }
}

static int by_place(const void *left, const void *right)
{
    const struct todo_item *a = left, *b = right;
    if (!a->place.source || !b->place.source) return (a->place.source != NULL) - (b->place.source != NULL);
    int c = str_cmp(a->place.source->path, b->place.source->path);
    if (!c && a->place.offset != b->place.offset) c = a->place.offset < b->place.offset ? -1 : 1;
    return c ? c : str_cmp(a->key, b->key);
}

struct todo *todo_new(struct job *job, struct corpus *corpus)
{
    struct todo *t = ARENA_ONE(job->keep, struct todo);
    *t = (struct todo){.job = job, .corpus = corpus, .keys = MAP(job->keep)};
    if (corpus->event.nlangs < LANG_N) return t;
    for (size_t i = 0; i < corpus->nnotes; i++) add_note(t, &corpus->notes[i]);
    translation_visit(corpus, add_text, t);
    for (size_t i = 0; i < corpus->ndocuments; i++) add_document(t, &corpus->documents[i]);
    if (t->items.n) qsort(t->items.at, t->items.n, sizeof *t->items.at, by_place);
    return t;
}

size_t todo_count(const struct todo *t)
{
    return t->items.n;
}

size_t todo_documents(const struct todo *t)
{
    return t->documents.n;
}

/* -- the glossary's terms in a text -- */

static bool is_word_letter(uint32_t c)
{
    return c < 0x80 ? (c >= '0' && c <= '9') || lang_of_letter(c) != LANG_NONE
                    : lang_of_letter(c) != LANG_NONE;
}

/* Of a script that parts words by blanks a term is whole words. */
static bool has_term(struct str text, struct str term, enum lang lang)
{
    for (size_t at = 0; term.n && at + term.n <= text.n; at++) {
        if (!str_eq_fold(str_sub(text, at, at + term.n), term)) continue;
        size_t next = at + term.n;
        bool before = at && is_word_letter(utf8_before(text, at));
        bool after = next < text.n && is_word_letter(utf8_next(text, &next));
        if (!lang_at(lang)->hyphenated || (!before && !after)) return true;
    }
    return false;
}

static struct str terms_of(const struct todo *t, const struct todo_item *item)
{
    struct buf b = BUF(t->job->keep);
    enum lang from = lang_other(item->into);
    for (size_t i = 0; i < t->corpus->nterms; i++) {
        const struct bi *term = &t->corpus->terms[i].term;
        if (!term->t[item->into].n || !has_term(item->text, term->t[from], from)) continue;
        buf_fmt(&b, "%s%.*s = %.*s", b.n ? "; " : "", STR_ARGS(term->t[from]), STR_ARGS(term->t[item->into]));
    }
    return buf_str(&b);
}

/* -- as a table -- */

static struct str path_of(const struct todo_item *item)
{
    return item->place.source ? item->place.source->path : (struct str){0};
}

static void put_row(struct buf *out, const struct todo *t, const struct todo_item *item)
{
    uint32_t line = item->place.source ? place_line(item->place) : 0;
    csv_write_cell(out, path_of(item));
    buf_byte(out, ',');
    if (line) buf_fmt(out, "%u", line);
    buf_fmt(out, ",%s,%s,", item->stale ? "stale" : "missing", item->what);
    for (int l = 0; l < LANG_N; l++) {
        if (l != (int)item->into) csv_write_cell(out, item->text);
        buf_byte(out, ',');
    }
    csv_write_cell(out, terms_of(t, item));
    buf_byte(out, ',');
    csv_write_cell(out, item->present);
    buf_byte(out, ',');
    csv_write_cell(out, item->key);
    buf_put(out, "\r\n");
}

static void put_head(struct buf *out)
{
    buf_put(out, "\xEF\xBB\xBF"
                 "file,line,status,what,");
    for (int l = 0; l < LANG_N; l++) buf_fmt(out, "%s,", lang_tag((enum lang)l));
    buf_put(out, "terms,present,key\r\n");
}

struct str todo_csv(struct job *job, const struct todo *t)
{
    struct buf b = BUF(job->keep);
    put_head(&b);
    for (size_t i = 0; i < t->items.n; i++) put_row(&b, t, &t->items.at[i]);
    return buf_str(&b);
}

/* -- where it may be written -- */

/* A folder that cannot be found is told when the file cannot be written. */
static bool is_in_input(struct job *job, const char *file)
{
    char folder[PATH_MAX], input[PATH_MAX];
    const char *slash = strrchr(file, '/'),
               *path = slash ? str_fmt(job->keep, "%.*s", (int)(slash - file) + 1, file).s : ".";
    if (!realpath(path, folder) || !realpath(job->options->input.s, input)) return false;
    size_t n = strlen(input);
    return !strncmp(folder, input, n) && (!folder[n] || folder[n] == '/');
}

/* What is there already is replaced only where a run like this one made it, and nobody has typed into it
 * since. */
static enum diag_code refusal(struct job *job, const char *file)
{
    enum { MOST = 1 << 26 };
    struct stat st;
    struct str before = {0};
    struct buf head = BUF(job->keep);
    put_head(&head);
    if (is_in_input(job, file)) return DIAG_TODO_INPUT;
    if (lstat(file, &st)) return DIAG_LAST;
    bool made = S_ISREG(st.st_mode) && file_read(job->keep, file, MOST, &before) &&
                str_starts(before, buf_str(&head).s);
    if (made && !work_list_is_filled(job, before)) return DIAG_LAST;
    return made ? DIAG_TODO_FILLED : DIAG_TODO_TAKEN;
}

bool todo_write(struct job *job, const struct todo *t, const char *file)
{
    bool there;
    if (!folder_look(file, &there)) {
        diag_tell(job->diags, DIAG_OUT_WRITE, (struct place){0}, str_of(file), str_of(strerror(errno)));
        return false;
    }
    enum diag_code why = refusal(job, file);
    if (why == DIAG_LAST) return replace_file(job, file, todo_csv(job, t));
    diag_tell(job->diags, why, (struct place){0}, str_of(file));
    return false;
}

/* -- for eyes -- */

static const char *const SAID[LANG_N][4] = {
    {"ខ្វះការបកប្រែ", "ការបកប្រែលែងទាន់សម័យ", "បច្ចុប្បន្ន", "ពាក្យ"},
    {"not translated", "translation out of date", "present", "terms"}};

static void put_lines(struct buf *out, const char *head, struct str text)
{
    struct str line;
    if (!text.n) return;
    if (head) buf_fmt(out, "    %s:\n", head);
    while (str_cut(&text, '\n', &line)) buf_fmt(out, "    %.*s\n", STR_ARGS(line));
}

static void put_item(struct buf *b, const struct todo *t, const struct todo_item *x)
{
    const char *const *said = SAID[t->job->options->lang];
    struct str place = place_text_line(b->arena, x->place);
    buf_fmt(b, "%.*s: %s (%s → %s)\n", STR_ARGS(place), said[x->stale], x->what, lang_tag(x->into));
    put_lines(b, NULL, x->text);
    put_lines(b, said[2], x->present);
    put_lines(b, said[3], terms_of(t, x));
}

struct str todo_text(struct job *job, const struct todo *t)
{
    struct buf b = BUF(job->keep);
    for (size_t i = 0; i < t->items.n; i++) put_item(&b, t, &t->items.at[i]);
    for (size_t i = 0; i < t->documents.n; i++) put_item(&b, t, &t->documents.at[i]);
    return buf_str(&b);
}
