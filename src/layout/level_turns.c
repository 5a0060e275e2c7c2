#include "layout/level_turns.h"

enum { NEARLY = 6000, COLUMNS_MOST = 8 };

struct line_turn {
    struct box *box;
    int32_t at; /* under its column's first baseline */
};

static bool find_turn(struct galley *s, struct line_turn *turn)
{
    int32_t y = 0, first = -1;
    for (size_t i = 0; i < s->boxes.n; i++) {
        struct box *b = &s->boxes.at[i];
        if (i) y += b->before;
        if (first < 0 && b->first >= 0) first = y + b->first;
        *turn = (struct line_turn){b, y + b->first - first};
        if (b->turns) return true;
        y += b->height;
    }
    return false;
}

static bool is_near(int32_t a, int32_t b)
{
    return a - b < NEARLY && b - a < NEARLY;
}

static void lower(const struct line_turn *turns, size_t n)
{
    int32_t lowest = 0;
    for (size_t i = 0; i < n; i++) lowest = turns[i].at > lowest ? turns[i].at : lowest;
    for (size_t i = 0; i < n; i++) turns[i].box->before += lowest - turns[i].at;
}

void level_turns(struct galley *beside, struct galley *const *columns, size_t n)
{
    struct line_turn all[COLUMNS_MOST + 1];
    size_t found = 0;
    for (size_t i = 0; i < n && found < COLUMNS_MOST; i++)
        if (find_turn(columns[i], &all[found]) && is_near(all[found].at, all[0].at)) found++;
    if (found && beside && find_turn(beside, &all[found]) && is_near(all[found].at, all[0].at)) found++;
    lower(all, found);
}
