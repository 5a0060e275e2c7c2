/* qr_code: a QR code as squares, with the quiet zone that cameras need. */
#ifndef SASTRA_LAYOUT_FRONT_QR_CODE_H
#define SASTRA_LAYOUT_FRONT_QR_CODE_H

#include "layout/area.h"

void qr_code_put(struct layout_context *lay, struct area *area, const struct node *node);

#endif
