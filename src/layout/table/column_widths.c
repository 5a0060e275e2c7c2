#include "layout/table/column_widths.h"

enum {
    NAMES_MOST = 43, /* per cent of a table: as wide are names at most, where numbers want more, */
    NAMES_LEAST = 25 /* and as wide at least, where numbers have long words */
};

int64_t column_widths_sum(const int32_t *at, size_t n)
{
    int64_t all = 0;
    for (size_t i = 0; i < n; i++) all += at[i];
    return all;
}

void column_widths_limit(struct column_widths *w, int64_t room)
{
    for (size_t i = 0; i < w->n; i++) {
        if (w->max[i] > room) w->max[i] = (int32_t)room;
        if (w->max[i] < w->min[i]) w->max[i] = w->min[i];
    }
}

static void level(int32_t *a, int32_t *b)
{
    if (*a < *b)
        *a = *b;
    else
        *b = *a;
}

void column_widths_alike(struct column_widths *w)
{
    size_t n = w->n / 2;
    for (size_t i = 0; i < n; i++) {
        level(&w->min[i], &w->min[n + i]);
        level(&w->max[i], &w->max[n + i]);
        level(&w->word[i], &w->word[n + i]);
    }
}

/* What columns of numbers take that are as wide as this, or as wide as their words. */
static int64_t numbers_wide(const struct column_widths *w, const bool *number, int64_t each)
{
    int64_t all = 0;
    for (size_t i = 0; i < w->n; i++)
        if (number[i]) all += w->min[i] > each ? w->min[i] : each;
    return all;
}

/* What is left over makes no number's column wider. */
static void leave_to_names(struct column_widths *w, const bool *number, int64_t room)
{
    int64_t left = room - column_widths_sum(w->max, w->n), names = 0;
    for (size_t i = 0; i < w->n; i++) names += !number[i];
    for (size_t i = 0; i < w->n && left > 0; i++)
        if (!number[i]) w->max[i] += (int32_t)(left / names);
}

int64_t column_widths_spare(const struct column_widths *w, const bool *number, int64_t room)
{
    int64_t names = 0, numbers = 0, widest = 0;
    for (size_t i = 0; i < w->n; i++) {
        names += number[i] ? 0 : w->max[i];
        numbers += number[i];
        if (number[i] && w->max[i] > widest) widest = w->max[i];
    }
    return room - names - numbers * widest;
}

/* As wide as their share, or as the longest of their words where so wide all of them fit beside the names. */
static int64_t number_width(const struct column_widths *w, const bool *number, int64_t names, int64_t numbers,
                            int64_t most, int64_t room)
{
    int64_t widest = 0, least = 0, each = (room - names) / numbers;
    for (size_t i = 0; i < w->n; i++) {
        if (number[i] && w->min[i] > widest) widest = w->min[i];
        if (!number[i]) least += w->min[i];
    }
    if (least < room * NAMES_LEAST / 100) least = room * NAMES_LEAST / 100;
    bool fit = widest * numbers <= room - least;
    while (!fit && each > 0 && numbers_wide(w, number, each) > room - names) each -= each / 16 + 1;
    if (each > most) each = most;
    return fit && each < widest ? widest : each;
}

void column_widths_even(struct column_widths *w, const bool *number, int32_t most, int64_t room)
{
    int64_t names = 0, numbers = 0, spare = column_widths_spare(w, number, room);
    for (size_t i = 0; i < w->n; i++) {
        names += number[i] ? 0 : w->max[i];
        numbers += number[i];
    }
    if (!numbers) return;
    if (spare < 0 && names > room * NAMES_MOST / 100)
        names = names + spare > room * NAMES_MOST / 100 ? names + spare : room * NAMES_MOST / 100;
    int64_t each = number_width(w, number, names, numbers, most, room);
    for (size_t i = 0; i < w->n; i++)
        if (number[i]) w->min[i] = w->max[i] = (int32_t)(w->min[i] > each ? w->min[i] : each);
    leave_to_names(w, number, room);
}

/* Narrower than some word: columns under a fair share keep their own width, the others share the rest alike.
 */
static void narrow(struct column_widths *w, int64_t room)
{
    int64_t left = room;
    size_t open = w->n;
    for (size_t i = 0; i < w->n; i++) w->width[i] = -1;
    for (bool again = true; again && open;) {
        again = false;
        int64_t fair = left / (int64_t)open;
        for (size_t i = 0; i < w->n && open; i++) {
            if (w->width[i] >= 0 || w->min[i] > fair) continue;
            w->width[i] = w->min[i];
            left -= w->min[i];
            open--;
            again = true;
        }
    }
    for (size_t i = 0; i < w->n; i++)
        if (w->width[i] < 0 && open) w->width[i] = (int32_t)(left / (int64_t)open);
}

/* A long word, an address, is cut no more often than a fair share makes it. */
static void grant_words(struct column_widths *w, int64_t room)
{
    int64_t left = room - column_widths_sum(w->min, w->n), fair = room / (int64_t)w->n;
    for (size_t i = 0; i < w->n; i++) {
        int64_t most = w->word[i] < fair ? w->word[i] : fair;
        if (most > w->max[i]) most = w->max[i];
        int64_t more = most - w->min[i] < left * 2 / 3 ? most - w->min[i] : left * 2 / 3;
        if (more <= 0) continue;
        left -= more;
        w->min[i] += (int32_t)more;
    }
}

/* Columns that want no more than a fair share get all they want, so long as the others keep their least. */
static void grant(struct column_widths *w, int64_t room)
{
    int64_t left = room - column_widths_sum(w->min, w->n);
    for (size_t i = 0; i < w->n; i++) {
        int64_t more = w->max[i] - w->min[i];
        if (w->max[i] > room / (int64_t)w->n || more > left) continue;
        w->min[i] = w->max[i];
        left -= more;
    }
}

/* What is left over where all have their most: a share for each by its width, unless it wants none. */
static void spread(struct column_widths *w, int64_t left)
{
    int64_t wide = 0, open = 0;
    for (size_t i = 0; i < w->n; i++) {
        bool grows = !w->whole || !w->whole[i];
        wide += grows ? w->max[i] : 0;
        open += grows;
    }
    for (size_t i = 0; i < w->n; i++) {
        bool grows = !w->whole || !w->whole[i] || !open;
        int64_t all = open ? wide : column_widths_sum(w->max, w->n), each = open ? open : (int64_t)w->n;
        w->width[i] = (int32_t)(w->max[i] + (!grows ? 0 : all ? left * w->max[i] / all : left / each));
    }
}

/* Every column its least, and of what is left a share by how much more it wants. */
static void share(struct column_widths *w, int64_t room)
{
    grant_words(w, room);
    grant(w, room);
    int64_t least = column_widths_sum(w->min, w->n), most = column_widths_sum(w->max, w->n),
            want = most - least;
    if (most <= room) {
        spread(w, room - most);
        return;
    }
    for (size_t i = 0; i < w->n; i++)
        w->width[i] = (int32_t)(w->min[i] + (want ? (room - least) * (w->max[i] - w->min[i]) / want : 0));
}

bool column_widths_choose(struct column_widths *w, int64_t room)
{
    bool fits = column_widths_sum(w->min, w->n) <= room;
    if (fits)
        share(w, room);
    else
        narrow(w, room);
    return fits;
}
