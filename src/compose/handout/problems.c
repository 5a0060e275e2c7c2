#include "compose/handout/problems.h"

#include "compose/handout/handout_head.h"

/* The PDF is for the wall of the organizers' room; problems.txt has them all. */
enum { ROWS_MOST = 1000, PLACES_MOST = 8 /* of one problem */ };

/* What to do with all of a severity, and why. */
static const struct {
    enum word heading, why;
} PARTS[] = {[SEVERITY_NOTE] = {WORD_PROBLEMS_TO_KNOW, WORD_PROBLEMS_TO_KNOW_WHY},
             [SEVERITY_WARNING] = {WORD_PROBLEMS_TO_CHECK, WORD_PROBLEMS_TO_CHECK_WHY},
             [SEVERITY_ERROR] = {WORD_PROBLEMS_TO_MEND, WORD_PROBLEMS_TO_MEND_WHY}};
enum { SEVERITIES = sizeof PARTS / sizeof *PARTS };

/* What is told of one file in the same words, and where. */
struct problem {
    const struct diag *diag;
    struct bi what, cure;
    struct buf places;
    size_t n; /* of the places */
};

struct problem_file {
    struct str path;
    VEC(struct problem *) list;
};

struct problem_files {
    struct builder *p;
    struct map by_path, by_words;
    VEC(struct problem_file *) list[SEVERITIES];
    size_t rows, left; /* left: told, and not shown */
};

/* -- gathered -- */

static struct problem_file *file_of(struct problem_files *all, const struct diag *d)
{
    struct builder *p = all->p;
    struct str path = d->place.source ? d->place.source->path : STR("");
    enum severity severity = diag_severity(d->code);
    struct str key = str_fmt(p->a, "%d\n%.*s", (int)severity, STR_ARGS(path));
    struct problem_file *f = map_get_str(&all->by_path, key);
    if (f) return f;
    f = ARENA_ONE(p->a, struct problem_file);
    f->path = path;
    *map_at_str(&all->by_path, key) = f;
    VEC_ADD(p->a, all->list[severity], f);
    return f;
}

/* The place in its file. */
static struct str place_in_file(struct builder *p, const struct diag *d)
{
    struct str whole = d->place.source ? place_text(p->a, d->place) : STR("");
    size_t path = d->place.source ? d->place.source->path.n + 1 : 0;
    return whole.n > path ? str_sub(whole, path, whole.n) : STR("");
}

static void add_place(struct problem *x, struct str place)
{
    if (place.n && ++x->n <= PLACES_MOST) {
        if (x->places.n) buf_put(&x->places, ", ");
        buf_add(&x->places, place);
    }
    if (x->n == PLACES_MOST + 1) buf_put(&x->places, " …");
}

static void gather(struct problem_files *all, const struct diag *d)
{
    struct builder *p = all->p;
    struct problem_file *f = file_of(all, d);
    struct bi what = bi_sentence(p->a, d), cure = bi_cure(p->a, d);
    struct str key = str_fmt(p->a, "%.*s\n%d", STR_ARGS(f->path), (int)d->code);
    for (int l = 0; l < LANG_N; l++)
        key = str_fmt(p->a, "%.*s\n%.*s\n%.*s", STR_ARGS(key), STR_ARGS(what.t[l]), STR_ARGS(cure.t[l]));
    struct problem *x = map_get_str(&all->by_words, key);
    if (!x && all->rows >= ROWS_MOST) {
        all->left++;
        return;
    }
    if (!x) {
        x = ARENA_ONE(p->a, struct problem);
        *x = (struct problem){.diag = d, .what = what, .cure = cure, .places = BUF(p->a)};
        *map_at_str(&all->by_words, key) = x;
        VEC_ADD(p->a, f->list, x);
        all->rows++;
    }
    add_place(x, place_in_file(p, d));
}

/* What is lost first: there is room for so many. */
static void gather_all(struct problem_files *all, const struct diags *told)
{
    for (int s = SEVERITY_ERROR; s >= SEVERITY_NOTE; s--)
        for (size_t i = 0; i < told->list.n; i++)
            if (diag_severity(told->list.at[i].code) == (enum severity)s) gather(all, &told->list.at[i]);
}

/* -- shown -- */

/* Where it is; of what is to be looked after, with a box to tick off. */
static void place_cell(struct builder *p, struct node *row, struct str file, struct problem *x)
{
    struct node *cell = builder_cell(p, row, (struct bi){0});
    struct str places = x->n ? buf_str(&x->places) : STR("–");
    if (!row->quiet) {
        cell = builder_node(p, builder_node(p, cell, ROLE_OPTIONS), ROLE_OPTION);
        for (size_t i = 0; i < p->nlangs; i++) /* places are told by file: many have a line 3 */
            cell->alt[p->langs[i]] = str_fmt(p->a, "%.*s:%.*s – %.*s", STR_ARGS(file), STR_ARGS(places),
                                             STR_ARGS(x->what.t[p->langs[i]]));
    }
    cell->place = row->place;
    node_text(p->a, cell, places, LANG_NONE, cell->place);
}

/* What it is, and what to do: each in both languages. What asks for nothing keeps to its column. */
static void problem_row(struct builder *p, struct node *table, struct str file, struct problem *x)
{
    struct node *row = builder_row(p, table, false);
    row->place = x->diag->place;
    row->quiet = diag_severity(x->diag->code) == SEVERITY_NOTE;
    place_cell(p, row, file, x);
    bool asks = builder_has(x->cure) && (!row->quiet || !diag_asks_nothing(x->diag->code));
    builder_cell(p, row, x->what);
    builder_cell(p, row, asks ? x->cure : (struct bi){0});
}

static void file_rows(struct builder *p, struct node *table, const struct problem_file *f)
{
    struct node *row = builder_row(p, table, false),
                *cell = builder_cell(p, row, f->path.n ? bi_same(f->path) : words_of(WORD_PROBLEM_NO_FILE));
    row->band = true;
    row->low = builder_goes_on(p);
    cell->across = (unsigned)table->ncolumns;
    for (size_t i = 0; i < cell->spans.n; i++) cell->spans.at[i].style |= SPAN_STRONG;
    for (size_t i = 0; i < f->list.n; i++) problem_row(p, table, f->path, f->list.at[i]);
}

static void problem_table(struct builder *p, struct node *parent, const struct problem_files *all,
                          enum severity severity)
{
    struct node *table = builder_table(p, parent, 3), *head = builder_row(p, table, true);
    for (size_t i = 0; i < table->ncolumns; i++)
        table->columns[i].alike = i != 1; /* what stands between has the rest */
    builder_cell(p, head, words_of(WORD_PROBLEM_PLACE));
    builder_cell(p, head, words_of(WORD_PROBLEM_WHAT));
    builder_cell(p, head, words_of(WORD_PROBLEM_CURE));
    for (size_t i = 0; i < all->list[severity].n; i++) file_rows(p, table, all->list[severity].at[i]);
}

/* What to do first comes first. */
static void parts(struct builder *p, struct node *root, const struct problem_files *all,
                  const struct diags *told)
{
    bool told_places = false; /* under the first table */
    for (int s = SEVERITY_ERROR; s >= SEVERITY_NOTE; s--) {
        if (!all->list[s].n) continue;
        struct node *sect = builder_node(p, root, ROLE_SECT);
        struct bi n = builder_number(p, (long)diag_count(told, (enum severity)s));
        builder_line(p, sect, ROLE_H2, builder_say(p, PARTS[s].heading, n));
        builder_par(p, sect, ROLE_SMALL, words_of(PARTS[s].why));
        problem_table(p, sect, all, (enum severity)s);
        if (!told_places) builder_par(p, sect, ROLE_SMALL, words_of(WORD_PROBLEM_PLACES));
        told_places = true;
    }
}

static void counts(struct builder *p, struct node *root, const struct diags *told)
{
    builder_par(p, root, ROLE_LEAD,
                builder_say(p, WORD_PROBLEM_COUNTS, builder_number(p, (long)diag_count(told, SEVERITY_ERROR)),
                            builder_number(p, (long)diag_count(told, SEVERITY_WARNING)),
                            builder_number(p, (long)diag_count(told, SEVERITY_NOTE))));
}

void problems_write(struct builder *p)
{
    struct node *root = p->tree->root;
    const struct diags *told = p->corpus->told;
    struct problem_files all = {.p = p, .by_path = MAP(p->a), .by_words = MAP(p->a)};
    builder_handout(p, words_of(WORD_PROBLEMS));
    handout_head(p, root, ROLE_TITLE, words_of(WORD_PROBLEMS), NULL);
    if (!told || !told->list.n) {
        builder_par(p, root, ROLE_P, words_of(WORD_PROBLEM_NONE));
        return;
    }
    counts(p, root, told);
    gather_all(&all, told);
    parts(p, root, &all, told);
    if (all.left)
        builder_par(p, root, ROLE_P, builder_say(p, WORD_PROBLEM_MORE, builder_number(p, (long)all.left)));
}
