#include "compose/annex/translation_coverage.h"

#include "compose/annex/note_heading.h"
#include "compose/annex/row_name.h"

struct cover_count {
    long matched, only[LANG_N];
    long current, stale; /* of those matched; 0 both where nothing was accepted */
};

static struct cover_count count_note(const struct note *note)
{
    struct cover_count n = {0};
    for (size_t i = 0; i < note->npairs; i++) {
        const struct pair *pair = &note->pairs[i];
        bool whole = pair_sides(pair) == LANG_N;
        n.matched += whole;
        n.current += whole && pair->state == PAIR_CURRENT;
        n.stale += whole && pair->state == PAIR_STALE;
        for (int l = 0; l < LANG_N; l++) n.only[l] += pair->side[l] && !whole;
    }
    return n;
}

static struct bi total(struct builder *p)
{
    const struct corpus *c = p->corpus;
    long in[LANG_N] = {0}, both = 0, matched = 0, lone = 0;
    for (size_t i = 0; i < c->nnotes; i++) {
        const struct note *note = &c->notes[i];
        struct cover_count n = count_note(note);
        matched += n.matched;
        both += note_is_whole(note);
        for (int l = 0; l < LANG_N; l++) {
            lone += n.only[l];
            in[l] += note->doc[l] != NULL;
        }
    }
    return builder_say(p, WORD_COVERAGE_TOTAL, builder_number(p, (long)c->nnotes), builder_number(p, in[0]),
                       builder_number(p, in[1]), builder_number(p, both), builder_number(p, matched),
                       builder_number(p, lone));
}

/* Only where somebody keeps count: translations.tsv, or a work list that was filled in. */
static void tell_current(struct builder *p, struct node *parent)
{
    struct cover_count all = {0};
    for (size_t i = 0; i < p->corpus->nnotes; i++) {
        struct cover_count n = count_note(&p->corpus->notes[i]);
        all.current += n.current;
        all.stale += n.stale;
    }
    if (!all.current && !all.stale) return;
    builder_par(
        p, parent, ROLE_P,
        builder_say(p, WORD_COVERAGE_CURRENT, builder_number(p, all.current), builder_number(p, all.stale)));
}

/* -- note by note ---------------------------------------------------------------------------------------- */

enum { COLUMNS = 6, ALWAYS = 3 }; /* those behind have to hold something */

static const enum word HEADS[COLUMNS] = {WORD_IN_KHMER,   WORD_IN_ENGLISH,   WORD_MATCHED,
                                         WORD_ONLY_KHMER, WORD_ONLY_ENGLISH, WORD_STALE};

struct cover_columns {
    long all[COLUMNS]; /* of all notes */
    size_t n;
};

static bool shown(const struct cover_columns *c, size_t i)
{
    return i < ALWAYS || (i < COLUMNS && c->all[i]);
}

static void figures(const struct note *note, long *to)
{
    struct cover_count n = count_note(note);
    for (int l = 0; l < LANG_N; l++) {
        to[l] = note->doc[l] != NULL;
        to[ALWAYS + l] = n.only[l];
    }
    to[ALWAYS - 1] = n.matched;
    to[COLUMNS - 1] = n.stale;
}

static struct cover_columns count_columns(const struct corpus *corpus)
{
    struct cover_columns c = {{0}, 1};
    for (size_t k = 0; k < corpus->nnotes; k++) {
        long of[COLUMNS];
        figures(&corpus->notes[k], of);
        for (size_t i = 0; i < COLUMNS; i++) c.all[i] += of[i];
    }
    for (size_t i = 0; i < COLUMNS; i++) c.n += shown(&c, i);
    return c;
}

static void head_row(struct builder *p, struct node *table, const struct cover_columns *c)
{
    struct node *head = builder_row(p, table, true);
    builder_cell(p, head, words_of(WORD_NOTE_FILE));
    for (size_t i = 0; i < COLUMNS; i++)
        if (shown(c, i)) builder_cell(p, head, words_of(HEADS[i]));
    for (size_t i = 1; i < c->n; i++) {
        table->columns[i].number = true;
        table->columns[i].align = ALIGN_RIGHT;
    }
}

/* Nothing is left empty. */
static void number_cell(struct builder *p, struct node *row, long value)
{
    if (value)
        builder_cell_once(p, row, value);
    else
        builder_cell(p, row, (struct bi){0});
}

static void note_row(struct builder *p, struct node *table, const struct note *note,
                     const struct cover_columns *c, bool on_one)
{
    long of[COLUMNS];
    figures(note, of);
    struct node *row = builder_row(p, table, false);
    row_name_put(p, row, note_heading(p, note), on_one);
    for (size_t i = 0; i < COLUMNS; i++) {
        if (i < LANG_N)
            builder_cell(p, row, bi_same(of[i] ? STR("✓") : STR("–")));
        else if (shown(c, i))
            number_cell(p, row, of[i]);
    }
}

static void total_row(struct builder *p, struct node *table, const struct cover_columns *c)
{
    struct node *row = builder_row(p, table, false);
    row->quiet = true;
    builder_cell_line(p, row, words_of(WORD_TOTAL));
    for (size_t i = 0; i < COLUMNS; i++)
        if (shown(c, i)) number_cell(p, row, c->all[i]);
}

static void notes_table(struct builder *p, struct node *parent)
{
    tell_current(p, parent);
    struct cover_columns c = count_columns(p->corpus);
    struct node *table = builder_table(p, parent, c.n);
    table->fine = true;
    head_row(p, table, &c);
    bool on_one = true;
    for (size_t i = 0; i < p->corpus->nnotes; i++)
        on_one &= row_name_fits(p, table, note_heading(p, &p->corpus->notes[i]));
    for (size_t i = 0; i < p->corpus->nnotes; i++) note_row(p, table, &p->corpus->notes[i], &c, on_one);
    total_row(p, table, &c);
}

void translation_coverage_put(struct builder *p, struct node *parent)
{
    builder_par(p, parent, ROLE_LEAD, total(p));
    notes_table(p, parent);
}
