/* dump: a tree as text, one node a line, indented; stable, for eyes and goldens. */
#ifndef SASTRA_MODEL_DUMP_H
#define SASTRA_MODEL_DUMP_H

#include "base/buf.h"
#include "model/tree.h"

void dump_tree(struct buf *out, const struct tree *t);

#endif
