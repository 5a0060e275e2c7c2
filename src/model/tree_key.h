/* tree_key: what a composed document is told apart by: two of one key look alike on every page, and say the
 * same in every file that is made of them.
 *
 * Where in input/ a thing was born is no part of it: that shows in complaints alone. */
#ifndef SASTRA_MODEL_TREE_KEY_H
#define SASTRA_MODEL_TREE_KEY_H

#include "base/memo.h"
#include "model/print.h"
#include "model/tree.h"

/* scratch: used and given back. */
void tree_key_add(struct memo_key *k, struct arena *scratch, const struct tree *tree);
void tree_key_add_print(struct memo_key *k, const struct print *print);

#endif
