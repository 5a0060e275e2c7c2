/* passed_on: what speakers handed in, as a page lists it: by session, original and translations side by side.
 */
#ifndef SASTRA_PUBLISH_PASSED_ON_H
#define SASTRA_PUBLISH_PASSED_ON_H

#include "publish/publish.h"

/* Nothing where nothing is passed on to these. files: of those n the sums are told too (0: of none); folder:
 * before each name in a link, "" or "documents/". */
void passed_on_list(struct buf *b, const struct corpus *corpus, enum share share, const struct output *files,
                    size_t n, const char *folder);

#endif
