#include "layout/fit/elastic.h"

enum {                     /* per cent of a space as it was asked for */
       CLOSEST_ENTRY = 40, /* of a table of contents, whose pages are no others' */
       CLOSEST = 60,
       WIDEST_TEXT = 125,
       WIDEST_PART = 135 /* above what begins a part of it */
};

/* A heading, a session's rule, the caption of a table. */
static bool begins_part(const struct box *b)
{
    return b->keep && !b->row;
}

static int32_t share(const struct box *b, int32_t per_cent)
{
    return (int32_t)((int64_t)b->natural * per_cent / 100);
}

int32_t elastic_least(const struct box *b)
{
    if (b->widens) return share(b, CLOSEST_ENTRY);
    return b->fixed ? b->natural : share(b, CLOSEST);
}

int32_t elastic_most(const struct box *b)
{
    return b->widens + (b->fixed ? b->natural : share(b, begins_part(b) ? WIDEST_PART : WIDEST_TEXT));
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
