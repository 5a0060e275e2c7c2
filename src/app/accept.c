#include "app/accept.h"

#include "app/replace.h"
#include "base/file.h"
#include "base/map.h"
#include "model/translation.h"

#include <errno.h>

enum { TABLE_MOST = 1 << 24 };

struct record {
    struct str name;
    struct str number; /* the paragraph's; empty: of the note as a whole */
    struct str hash[LANG_N];
};

struct accept_table {
    struct source *source; /* NULL: there is no file */
    VEC(struct record) rows;
    bool unread; /* there is one, and it cannot be read (told) */
};

static const char *path_in(struct job *job)
{
    return str_fmt(job->keep, "%.*s/translations.tsv", STR_ARGS(job->options->input)).s;
}

/* -- the file -- */

/* Three cells or four. */
static struct record record_read(struct str line)
{
    struct str cells[LANG_N + 2] = {{0}}, part;
    size_t n = 0;
    while (n < LANG_N + 2 && str_cut(&line, '\t', &part)) cells[n++] = str_trim(part);
    struct record r = {.name = cells[0], .number = n == LANG_N + 2 ? cells[1] : (struct str){0}};
    for (size_t l = 0; l < LANG_N; l++) r.hash[l] = cells[n == LANG_N + 2 ? l + 2 : l + 1];
    return r;
}

/* A note may be called note: the head is told by its other cells. */
static bool is_head(const struct record *r)
{
    bool tags = str_is(r->name, "note");
    for (int l = 0; l < LANG_N; l++) tags = tags && str_is(r->hash[l], lang_tag((enum lang)l));
    return tags;
}

static void tell_unread(struct job *job, int why)
{
    struct source *source = source_new(job->keep, STR("translations.tsv"), STR(""));
    diag_tell(job->diags, file_machine_fault(why) ? DIAG_FILE_FAILED : DIAG_FILE_UNREADABLE,
              place_in(source, PLACE_WHOLE_FILE), str_of(strerror(why)));
}

static struct accept_table read_table(struct job *job)
{
    struct accept_table t = {0};
    struct str text, line;
    if (!file_read(job->keep, path_in(job), TABLE_MOST, &text)) {
        t.unread = errno != ENOENT;
        if (t.unread) tell_unread(job, errno);
        return t;
    }
    t.source = source_new(job->keep, STR("translations.tsv"), text);
    while (str_cut(&text, '\n', &line)) {
        struct record r = record_read(line);
        if (r.name.n && r.hash[LANG_N - 1].n && !is_head(&r)) VEC_ADD(job->keep, t.rows, r);
    }
    return t;
}

static bool write_table(struct job *job, const struct accept_table *t)
{
    struct buf b = BUF(job->keep);
    buf_put(&b, "note\tparagraph");
    for (int l = 0; l < LANG_N; l++) buf_fmt(&b, "\t%s", lang_tag((enum lang)l));
    buf_byte(&b, '\n');
    for (size_t i = 0; i < t->rows.n; i++) {
        const struct record *r = &t->rows.at[i];
        buf_add(&b, r->name);
        if (r->number.n) buf_fmt(&b, "\t%.*s", STR_ARGS(r->number));
        for (int l = 0; l < LANG_N; l++) buf_fmt(&b, "\t%.*s", STR_ARGS(r->hash[l]));
        buf_byte(&b, '\n');
    }
    return replace_file(job, path_in(job), buf_str(&b));
}

/* -- what stands beside each other in a note: its title, its paragraphs -- */

struct accept_unit {
    struct pair *pair; /* NULL: the title */
    struct str hash[LANG_N];
    struct place place[LANG_N];
};

struct accept_units {
    VEC(struct accept_unit) list;
};

static struct str hex(struct arena *a, uint64_t hash)
{
    return str_fmt(a, "%016llx", (unsigned long long)hash);
}

static void add_title(struct job *job, const struct note *n, struct accept_units *units)
{
    struct accept_unit u = {0};
    for (int l = 0; l < LANG_N; l++) {
        const struct front *f = &n->doc[l]->front;
        if (!f->title.n || f->title_from_heading) return;
        u.hash[l] = hex(job->keep, translation_hash(f->title));
        u.place[l] = f->title_place;
    }
    VEC_ADD(job->keep, units->list, u);
}

static void add_pair(struct job *job, struct pair *p, struct accept_units *units)
{
    struct accept_unit u = {.pair = p};
    for (int l = 0; l < LANG_N; l++) {
        if (!p->side[l] || !translation_block_has_words(p->side[l])) return;
        u.hash[l] = hex(job->keep, translation_hash_block(p->side[l]));
        u.place[l] = p->side[l]->place;
    }
    VEC_ADD(job->keep, units->list, u);
}

static struct accept_units units_of(struct job *job, const struct note *n)
{
    struct accept_units units = {0};
    if (!note_is_whole(n)) return units;
    add_title(job, n, &units);
    for (size_t i = 0; i < n->npairs; i++) add_pair(job, &n->pairs[i], &units);
    return units;
}

/* -- a note against its lines -- */

/* What was accepted of a note: which texts, and which beside each other. */
struct accept_known {
    struct map side[LANG_N], both;
    size_t rows;
    const struct record *whole; /* of an older version */
};

static struct str both_of(struct arena *a, const struct str hash[LANG_N])
{
    return str_join(a, hash, LANG_N, STR(" "));
}

static struct accept_known known_of(struct job *job, const struct accept_table *t, struct str name)
{
    struct accept_known k = {.both = MAP(job->scratch)};
    for (int l = 0; l < LANG_N; l++) k.side[l] = MAP(job->scratch);
    for (size_t i = 0; i < t->rows.n; i++) {
        struct record *r = &t->rows.at[i];
        if (!str_eq(r->name, name)) continue;
        if (!r->number.n) {
            k.whole = r;
            continue;
        }
        k.rows++;
        *map_at_str(&k.both, both_of(job->scratch, r->hash)) = r;
        for (int l = 0; l < LANG_N; l++) *map_at_str(&k.side[l], r->hash[l]) = r;
    }
    return k;
}

static void tell_old(struct job *job, const struct note *n, const struct accept_unit *u, enum lang old)
{
    struct str later = place_text_line(job->scratch, u->place[lang_other(old)]);
    diag_tell(job->diags, DIAG_TRANSLATION_OLD, u->place[old], later, n->stem);
}

/* Both known, if not beside each other: neither has changed, one was moved. */
static enum pair_state judge(struct job *job, const struct accept_known *k, const struct accept_unit *u,
                             enum lang *stale)
{
    bool same[LANG_N];
    size_t n = 0;
    for (int l = 0; l < LANG_N; l++) {
        same[l] = map_get_str(&k->side[l], u->hash[l]) != NULL;
        n += same[l];
        if (same[l]) *stale = (enum lang)l;
    }
    if (n == LANG_N || map_get_str(&k->both, both_of(job->scratch, u->hash))) return PAIR_CURRENT;
    return n ? PAIR_STALE : PAIR_NEW;
}

static void check_units(struct job *job, const struct note *n, const struct accept_known *k)
{
    struct accept_units units = units_of(job, n);
    size_t unaccepted = 0;
    for (size_t i = 0; i < units.list.n; i++) {
        const struct accept_unit *u = &units.list.at[i];
        enum lang stale = LANG_NONE;
        if (u->pair && u->pair->state == PAIR_CURRENT) continue; /* from a work list */
        enum pair_state state = judge(job, k, u, &stale);
        if (u->pair) u->pair->state = state;
        if (u->pair) u->pair->stale = stale;
        if (state == PAIR_STALE) tell_old(job, n, u, stale);
        unaccepted += state == PAIR_NEW;
    }
    const struct doc *typed = n->doc[0]->raw.n ? n->doc[0] : n->doc[1]; /* not one that a work list made */
    const struct place whole = place_in(typed->source, PLACE_WHOLE_FILE);
    struct str many = str_fmt(job->scratch, "%zu", unaccepted);
    if (unaccepted) diag_tell(job->diags, DIAG_TRANSLATION_UNACCEPTED, whole, many, n->stem);
}

static struct record whole_record(struct job *job, const struct note *n)
{
    struct record r = {.name = n->stem};
    for (int l = 0; l < LANG_N; l++) r.hash[l] = hex(job->keep, str_hash(n->doc[l]->raw));
    return r;
}

static void check_whole(struct job *job, const struct note *n, const struct record *r)
{
    struct record now = whole_record(job, n);
    enum lang old = LANG_NONE;
    size_t same = 0;
    for (int l = 0; l < LANG_N; l++) {
        if (!str_eq(now.hash[l], r->hash[l])) continue;
        old = (enum lang)l;
        same++;
    }
    if (!same || same == LANG_N) return;
    diag_tell(job->diags, DIAG_TRANSLATION_OLD, place_in(n->doc[old]->source, PLACE_WHOLE_FILE),
              n->doc[lang_other(old)]->source->path, n->stem);
}

void accept_check(struct job *job, struct corpus *corpus)
{
    struct arena_mark mark = arena_mark(job->scratch);
    struct accept_table t = read_table(job);
    bool whole = false;
    for (size_t i = 0; i < corpus->nnotes; i++) {
        const struct note *n = &corpus->notes[i];
        struct accept_known k = known_of(job, &t, n->stem);
        if (!note_is_whole(n)) continue;
        if (k.rows)
            check_units(job, n, &k);
        else if (k.whole)
            check_whole(job, n, k.whole);
        whole = whole || (!k.rows && k.whole);
    }
    if (whole) diag_tell(job->diags, DIAG_TRANSLATION_LEDGER, place_in(t.source, PLACE_WHOLE_FILE), {0});
    arena_reset(job->scratch, mark);
}

/* -- accept -- */

static void add_units(struct job *job, const struct note *n, struct accept_table *to)
{
    struct accept_units units = units_of(job, n);
    for (size_t i = 0; i < units.list.n; i++) {
        struct record r = {.name = n->stem, .number = str_fmt(job->keep, "%zu", i + 1)};
        for (int l = 0; l < LANG_N; l++) r.hash[l] = units.list.at[i].hash[l];
        VEC_ADD(job->keep, to->rows, r);
    }
}

static bool is_recorded(const struct note *n, struct str name)
{
    return note_is_whole(n) && (!name.n || str_eq(name, n->stem));
}

static bool is_kept(const struct corpus *corpus, const struct record *r, struct str name)
{
    for (size_t i = 0; i < corpus->nnotes; i++)
        if (is_recorded(&corpus->notes[i], name) && str_eq(corpus->notes[i].stem, r->name)) return false;
    return true;
}

bool accept_write(struct job *job, const struct corpus *corpus, struct str name)
{
    struct accept_table t = read_table(job), now = {0};
    size_t recorded = 0;
    if (t.unread) return false; /* what it holds would be lost */
    for (size_t i = 0; i < t.rows.n; i++)
        if (is_kept(corpus, &t.rows.at[i], name)) VEC_ADD(job->keep, now.rows, t.rows.at[i]);
    for (size_t i = 0; i < corpus->nnotes; i++) {
        if (!is_recorded(&corpus->notes[i], name)) continue;
        add_units(job, &corpus->notes[i], &now);
        recorded++;
    }
    if (!recorded && name.n) diag_tell(job->diags, DIAG_NO_SUCH_NOTE, (struct place){0}, name);
    return recorded ? write_table(job, &now) : !name.n;
}
