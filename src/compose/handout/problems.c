#include "compose/handout/problems.h"

/* The PDF is for the wall of the organizers' room; problems.txt has them all. */
enum { ROWS_MOST = 1000 };

static const enum word KINDS[] = {WORD_PROBLEM_NOTE, WORD_PROBLEM_WARNING, WORD_PROBLEM_ERROR};

static struct str place_of(struct builder *p, const struct diag *d)
{
    return d->place.source ? place_text(p->a, d->place) : STR("–");
}

static void problem_row(struct builder *p, struct node *table, const struct diag *d)
{
    struct node *row = builder_row(p, table, false);
    row->place = d->place;
    row->quiet = diag_severity(d->code) == SEVERITY_NOTE;
    builder_cell(p, row, bi_same(place_of(p, d)));
    builder_cell(p, row, words_of(KINDS[diag_severity(d->code)]));
    builder_cell(p, row, bi_message(p->a, d));
    builder_cell(p, row, bi_cure(p->a, d));
}

static void problem_table(struct builder *p, struct node *root, const struct diags *told)
{
    static const enum word HEADS[] = {WORD_PROBLEM_PLACE, WORD_PROBLEM_KIND, WORD_PROBLEM_WHAT,
                                      WORD_PROBLEM_CURE};
    size_t rows = 0;
    struct node *table = builder_table(p, root, 4), *head = builder_row(p, table, true);
    for (size_t k = 0; k < 4; k++) builder_cell(p, head, words_of(HEADS[k]));
    /* What is lost comes first. */
    for (int s = SEVERITY_ERROR; s >= SEVERITY_NOTE; s--)
        for (size_t i = 0; i < told->list.n && rows < ROWS_MOST; i++) {
            if (diag_severity(told->list.at[i].code) != (enum severity)s) continue;
            problem_row(p, table, &told->list.at[i]);
            rows++;
        }
    if (told->list.n > rows)
        builder_par(p, root, ROLE_P,
                    builder_say(p, WORD_PROBLEM_MORE, builder_number(p, (long)(told->list.n - rows))));
}

void problems_write(struct builder *p)
{
    struct node *root = p->tree->root;
    const struct diags *told = p->corpus->told;
    builder_handout(p, words_of(WORD_PROBLEMS));
    builder_block(p, root, ROLE_TITLE, words_of(WORD_PROBLEMS));
    builder_block(p, root, ROLE_SMALL, p->corpus->event.title);
    if (!told || !told->list.n) {
        builder_par(p, root, ROLE_P, words_of(WORD_PROBLEM_NONE));
        return;
    }
    builder_par(p, root, ROLE_LEAD,
                builder_say(p, WORD_PROBLEM_COUNTS, builder_number(p, (long)diag_count(told, SEVERITY_ERROR)),
                            builder_number(p, (long)diag_count(told, SEVERITY_WARNING)),
                            builder_number(p, (long)diag_count(told, SEVERITY_NOTE))));
    problem_table(p, root, told);
}
