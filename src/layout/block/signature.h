/* signature: who signs, a line each, with room for the hand and the seal. */
#ifndef SASTRA_LAYOUT_BLOCK_SIGNATURE_H
#define SASTRA_LAYOUT_BLOCK_SIGNATURE_H

#include "layout/area.h"

/* One line (ROLE_SIGNER); its count: millimetres under it to sign and seal. */
void signature_line(struct layout_context *lay, struct area *area, const struct node *node);
/* Whether a grid's nodes are signatures, each of lines alone. */
bool signature_is_row(const struct node *grid);
/* All of a grid's signatures beside each other, line by line level. */
void signature_row(struct layout_context *lay, struct area *area, const struct node *grid);

#endif
