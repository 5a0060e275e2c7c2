#include "web/file/qr_svg.h"

/* Each run of dark squares in a row is one step of the path. */
static void put_path(struct buf *b, const struct qr *qr, int from)
{
    for (int y = 0; y < qr->width; y++)
        for (int x = 0; x < qr->width; x++) {
            int start = x;
            while (x < qr->width && qr->dark[y * qr->width + x]) x++;
            if (x > start) buf_fmt(b, "M%d %dh%dv1h-%dz", start + from, y + from, x - start, x - start);
        }
}

void qr_svg_put(struct buf *b, const struct qr *qr, struct str said, enum lang lang)
{
    enum { QUIET = 4 };
    int side = qr->width + 2 * QUIET;
    buf_fmt(b,
            "<svg class=\"qr\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" lang=\"%s\" aria-label=\"",
            lang_tag(lang));
    buf_markup(b, said);
    buf_fmt(b,
            "\" viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 "
            "0h%dv%dH0z\"/><path d=\"",
            side, side, side, side);
    put_path(b, qr, QUIET);
    buf_put(b, "\"/></svg>\n");
}
