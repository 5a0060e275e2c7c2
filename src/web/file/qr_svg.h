/* qr_svg: an address as a code of squares, drawn in a page. */
#ifndef SASTRA_WEB_FILE_QR_SVG_H
#define SASTRA_WEB_FILE_QR_SVG_H

#include "base/buf.h"
#include "model/tree.h"

/* Four white squares all round; said: what it is to those who do not see it, in lang. */
void qr_svg_put(struct buf *b, const struct qr *qr, struct str said, enum lang lang);

#endif
