#include "web/writing.h"

void writing_id(struct writing *w, const struct node *n)
{
    const struct str *id = map_get(&w->ids, map_pointer(n));
    if (!id) return;
    buf_put(&w->out, " id=\"");
    buf_markup(&w->out, *id);
    buf_byte(&w->out, '"');
}
