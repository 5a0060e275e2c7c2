/* attributes: {#id .class width=50%} as pandoc, kramdown and their kin write them behind what they are about;
 * nothing of it is printed. */
#ifndef SASTRA_READ_DIALECT_ATTRIBUTES_H
#define SASTRA_READ_DIALECT_ATTRIBUTES_H

#include "base/str.h"

/* Bytes of such a list from its { to its }; 0: there is none at this byte, for {words} are words. */
size_t attributes_span(struct str text, size_t at);

#endif
