#include "layout/front/krama.h"

enum { THREADS = 4 /* beside each other */, THIN = 420 };

#define CHECK STYLE_MM(21) /* from one stripe to the next */
#define PITCH STYLE_MM(1.7)

/* Where the nth line lies: stripes stand in the middle of their checks. */
static int32_t line_at(size_t n)
{
    int32_t stripe = (int32_t)(n / THREADS), thread = (int32_t)(n % THREADS);
    return stripe * CHECK + (CHECK - (THREADS - 1) * PITCH) / 2 + thread * PITCH;
}

size_t krama_items(const struct item *field, struct item *it)
{
    size_t count = 0;
    for (size_t n = 0; count < KRAMA_MOST && line_at(n) < field->width; n++)
        it[count++] =
            area_rect(field->node, field->x + line_at(n), field->y, THIN, field->height, STYLE_THREAD);
    for (size_t n = 0; count < KRAMA_MOST && line_at(n) < field->height; n++)
        it[count++] =
            area_rect(field->node, field->x, field->y + line_at(n), field->width, THIN, STYLE_THREAD);
    return count;
}
