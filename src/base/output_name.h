/* output_name: the one way from a name typed in a file to a name that goes out: of a file in out/, in
 * SHA256SUMS, on the download page, of an attachment.
 *
 * Such a name holds Latin and Khmer letters, Khmer signs, digits of both, '-', '_' and single dots inside;
 * never a separator, a control character or a dot at either end; at most OUTPUT_NAME_MOST bytes. It may come
 * out empty. */
#ifndef SASTRA_BASE_OUTPUT_NAME_H
#define SASTRA_BASE_OUTPUT_NAME_H

#include "base/str.h"

enum { OUTPUT_NAME_MOST = 100 };

/* What cannot stand becomes one '-' between what can; a sound name comes back as it is. */
struct str output_name_clean(struct arena *a, struct str typed);
/* The same of a file's name with its ending, which long names keep; of an empty one, instead and its ending.
 */
struct str output_name_file(struct arena *a, struct str typed, const char *instead);
/* The name with a number behind it: x-2. */
struct str output_name_number(struct arena *a, struct str name, size_t number);
/* A name of a head, which is cut where it must be, a tail, which never is, and the ending of a file:
 * d1s02-slides, -en-2, x.pptx: d1s02-slides-en-2.pptx. */
struct str output_name_parts(struct arena *a, struct str head, struct str tail, struct str file);

#endif
