/* column_widths: a measure parted among columns by what they want. All lengths in 1/1000 pt. Pure. */
#ifndef SASTRA_LAYOUT_TABLE_COLUMN_WIDTHS_H
#define SASTRA_LAYOUT_TABLE_COLUMN_WIDTHS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct column_widths {
    size_t n;                  /* at least 1 */
    int32_t *min, *max, *word; /* of each column: its least, its most, its longest word */
    int32_t *width;            /* what it gets */
    const bool *whole;         /* those that want no more than their own width; NULL: none is told */
};

int64_t column_widths_sum(const int32_t *at, size_t n);
/* No column wants more than there is, nor less than its least. */
void column_widths_limit(struct column_widths *w, int64_t room);
/* Two halves of as many columns: each wants what either does. */
void column_widths_alike(struct column_widths *w);
/* Columns of numbers are all as wide, and no wider than most but for a longer word; where words want more
 * than the names can give, those alone. Names have the rest. */
void column_widths_even(struct column_widths *w, const bool *number, int32_t most, int64_t room);
/* What is left where names have all they want, and each number as much as the one that wants most. */
int64_t column_widths_spare(const struct column_widths *w, const bool *number, int64_t room);
/* Fills in the widths, which come to room, or less where all have their most. False: some column gets less
 * than its least. */
bool column_widths_choose(struct column_widths *w, int64_t room);

#endif
