/* anchors: where addresses lead to in a page. The same for the same headings, from build to build. */
#ifndef SASTRA_WEB_ANCHORS_H
#define SASTRA_WEB_ANCHORS_H

#include "base/map.h"
#include "model/tree.h"

/* Nodes that have an anchor: of their own, or, of headings, made of their words behind those of what they
 * stand in; a pair of headings has one, made of the last language's. Values are struct str. */
struct map anchors_of(struct arena *a, const struct tree *tree);

#endif
