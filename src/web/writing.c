#include "web/writing.h"

void writing_id(struct writing *w, const struct node *n)
{
    const struct str *id = map_get(&w->ids, map_pointer(n));
    if (!id) return;
    buf_put(&w->out, " id=\"");
    buf_markup(&w->out, *id);
    buf_byte(&w->out, '"');
}

void writing_href(struct writing *w, struct str id)
{
    const struct str *file = map_get_str(&w->files, id);
    buf_put(&w->out, " href=\"");
    if (file && !str_eq(*file, w->file)) buf_add(&w->out, *file);
    buf_byte(&w->out, '#');
    buf_markup(&w->out, id);
    buf_byte(&w->out, '"');
}
