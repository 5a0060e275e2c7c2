/* What holds for any note, whatever it was read from: places within its source, text that is UTF-8, tables
 * whose places are each covered once, a bounded depth. */
#ifndef SASTRA_FUZZ_READ_NOTE_H
#define SASTRA_FUZZ_READ_NOTE_H

#include "model/dump.h"

#include <stdlib.h>

static inline void read_note_walk(const struct source *s, const struct block *top, int depth)
{
    if (depth > 3 * DOC_DEPTH) abort();
    for (const struct block *b = top; b; b = b->next) {
        if (b->place.source != s || b->place.offset > s->text.n) abort();
        for (size_t i = 0; i < b->spans.n; i++) {
            const struct span *x = &b->spans.at[i];
            if (x->place.source != s || x->place.offset > s->text.n) abort();
            if (x->kind == SPAN_TEXT && utf8_bad(x->text) != x->text.n) abort();
        }
        read_note_walk(s, b->first, depth + 1);
    }
}

/* Each place of the grid is covered once. */
static inline void read_note_grid(const struct block *table)
{
    unsigned *left = calloc(table->ncolumns + 1, sizeof *left);
    for (const struct block *row = table->first; row; row = row->next) {
        size_t column = 0;
        for (const struct block *cell = row->first; cell; cell = cell->next) {
            while (column < table->ncolumns && left[column]) column++;
            unsigned across = cell->across ? cell->across : 1, down = cell->down ? cell->down : 1;
            if (column + across > table->ncolumns) abort();
            for (unsigned i = 0; i < across; i++)
                if (left[column + i]) abort();
            for (unsigned i = 0; i < across; i++) left[column + i] = down;
            column += across;
        }
        for (size_t i = 0; i < table->ncolumns; i++) {
            if (!left[i]) abort();
            left[i]--;
        }
    }
    for (size_t i = 0; i < table->ncolumns; i++)
        if (left[i]) abort();
    free(left);
}

static inline void read_note_tables(const struct block *top)
{
    for (const struct block *b = top; b; b = b->next) {
        if (b->kind == BLOCK_TABLE)
            read_note_grid(b);
        else
            read_note_tables(b->first);
    }
}

static inline void read_note_check(struct job *job, const struct doc *d, const struct source *s)
{
    struct buf out = BUF(job->keep);
    read_note_walk(s, d->root->first, 0);
    read_note_tables(d->root->first);
    for (const struct footnote *n = d->notes; n; n = n->next) {
        read_note_walk(s, n->body->first, 0);
        read_note_tables(n->body->first);
    }
    doc_dump(&out, d);
}

static inline void read_note_told(struct job *job)
{
    struct buf b = BUF(job->keep);
    diag_sort(job->diags);
    diag_json(&b, job->diags);
    if (utf8_bad(buf_str(&b)) != b.n) abort();
}

#endif
