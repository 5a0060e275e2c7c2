/* syntax: PDF's smallest objects as bytes: numbers, references, strings, names (ISO 32000-1, 7.3).
 *
 * Pure. Integers alone, so that the bytes are the same on every machine. */
#ifndef SASTRA_PDF_SYNTAX_H
#define SASTRA_PDF_SYNTAX_H

#include "base/buf.h"

/* 1/1000 pt as pt, without trailing zeros: 12500 → 12.5 */
void syntax_milli(struct buf *out, int64_t milli);
void syntax_int(struct buf *out, int64_t n);
/* "12 0 R" */
void syntax_ref(struct buf *out, unsigned id);
/* Bytes as a literal string, parentheses included (7.3.4.2). */
void syntax_bytes(struct buf *out, struct str bytes);
/* Printable ASCII: such a text string has no mark before it. */
bool syntax_is_plain(struct str text);
/* A text string: ASCII where it is, else UTF-16BE with its mark (7.9.2.2); cut before the 32767 bytes that
 * ISO 19005-3, 6.1.13 allows. */
void syntax_text(struct buf *out, struct str text);
/* "/Name" with what must be escaped (7.3.5); cut at 127 bytes. */
void syntax_name(struct buf *out, struct str name);
/* UTF-16BE in hexadecimal digits, without brackets: what a ToUnicode CMap takes. */
void syntax_utf16_hex(struct buf *out, struct str text);

#endif
