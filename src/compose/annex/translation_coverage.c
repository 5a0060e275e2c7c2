#include "compose/annex/translation_coverage.h"

#include "compose/annex/note_heading.h"

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
static bool tell_current(struct builder *p, struct node *parent)
{
    struct cover_count all = {0};
    for (size_t i = 0; i < p->corpus->nnotes; i++) {
        struct cover_count n = count_note(&p->corpus->notes[i]);
        all.current += n.current;
        all.stale += n.stale;
    }
    if (!all.current && !all.stale) return false;
    builder_par(
        p, parent, ROLE_P,
        builder_say(p, WORD_COVERAGE_CURRENT, builder_number(p, all.current), builder_number(p, all.stale)));
    return true;
}

/* -- note by note ---------------------------------------------------------------------------------------- */

static void head_row(struct builder *p, struct node *table, bool kept)
{
    static const enum word heads[] = {WORD_NOTE_FILE,  WORD_IN_KHMER,     WORD_IN_ENGLISH, WORD_MATCHED,
                                      WORD_ONLY_KHMER, WORD_ONLY_ENGLISH, WORD_STALE};
    struct node *head = builder_row(p, table, true);
    for (size_t i = 0; i < sizeof heads / sizeof *heads - !kept; i++) {
        builder_cell(p, head, words_of(heads[i]));
        table->columns[i].number = i > 0;
        if (i) table->columns[i].align = ALIGN_RIGHT;
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

static void count_cells(struct builder *p, struct node *row, const struct cover_count *n, bool kept)
{
    number_cell(p, row, n->matched);
    for (int l = 0; l < LANG_N; l++) number_cell(p, row, n->only[l]);
    if (kept) number_cell(p, row, n->stale);
}

static void note_row(struct builder *p, struct node *table, const struct note *note, bool kept)
{
    struct cover_count n = count_note(note);
    struct node *row = builder_row(p, table, false);
    builder_cell(p, row, note_heading(p, note));
    for (int l = 0; l < LANG_N; l++) builder_cell(p, row, bi_same(note->doc[l] ? STR("✓") : STR("–")));
    count_cells(p, row, &n, kept);
}

static void total_row(struct builder *p, struct node *table, bool kept)
{
    struct cover_count all = {0};
    long in[LANG_N] = {0};
    for (size_t i = 0; i < p->corpus->nnotes; i++) {
        struct cover_count n = count_note(&p->corpus->notes[i]);
        all.matched += n.matched;
        all.stale += n.stale;
        for (int l = 0; l < LANG_N; l++) {
            all.only[l] += n.only[l];
            in[l] += p->corpus->notes[i].doc[l] != NULL;
        }
    }
    struct node *row = builder_row(p, table, false);
    row->quiet = true;
    builder_cell_line(p, row, words_of(WORD_TOTAL));
    for (int l = 0; l < LANG_N; l++) number_cell(p, row, in[l]);
    count_cells(p, row, &all, kept);
}

static void notes_table(struct builder *p, struct node *parent)
{
    bool kept = tell_current(p, parent);
    struct node *table = builder_table(p, parent, kept ? 7 : 6);
    table->fine = true;
    head_row(p, table, kept);
    for (size_t i = 0; i < p->corpus->nnotes; i++) note_row(p, table, &p->corpus->notes[i], kept);
    total_row(p, table, kept);
}

void translation_coverage_put(struct builder *p, struct node *parent)
{
    builder_par(p, parent, ROLE_LEAD, total(p));
    notes_table(p, parent);
}
