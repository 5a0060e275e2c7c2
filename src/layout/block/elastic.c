#include "layout/block/elastic.h"

enum {                     /* per cent of a space as it was asked for */
       CLOSEST_ENTRY = 40, /* of a table of contents, whose pages are no others' */
       CLOSEST_TEXT = 60,
       WIDEST_TEXT = 125,
       CLOSEST_PART = 60,
       WIDEST_PART = 135
};

/* What begins a part of a text: a heading, a session's rule, the caption of a table. */
static bool begins(const struct box *b)
{
    return b->keep && !b->row;
}

static int32_t part_of(const struct box *b, int32_t text, int32_t part)
{
    return (int32_t)((int64_t)b->natural * (begins(b) ? part : text) / 100);
}

int32_t elastic_least(const struct box *b)
{
    if (b->widens) return (int32_t)((int64_t)b->natural * CLOSEST_ENTRY / 100);
    return b->fixed ? b->natural : part_of(b, CLOSEST_TEXT, CLOSEST_PART);
}

int32_t elastic_most(const struct box *b)
{
    return b->widens + (b->fixed ? b->natural : part_of(b, WIDEST_TEXT, WIDEST_PART));
}

int32_t elastic_gives(const struct box *b)
{
    int32_t least = elastic_least(b);
    return b->before > least ? b->before - least : 0;
}

int32_t elastic_takes(const struct box *b)
{
    int32_t most = elastic_most(b);
    return b->before < most ? most - b->before : 0;
}
