/* base64: bytes inside of an address (RFC 4648, 4). */
#ifndef SASTRA_WEB_FILE_BASE64_H
#define SASTRA_WEB_FILE_BASE64_H

#include "base/buf.h"

void base64_put(struct buf *b, struct str bytes);

#endif
