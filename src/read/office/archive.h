/* archive: the parts that an office file (.xlsx, .docx, .ods, .odt) is packed of.
 *
 * The only file that sees libzip. Takes: the file's bytes, in memory. Promises: what is damaged, locked with
 * a password, of too many parts, or unpacks to far more than its size is told once, at the file as a whole,
 * and is not unpacked; nothing is written anywhere. A part's name is compared in any capitals (ECMA-376 part
 * 2); what is no clean relative path (../x, /x, a\b) is no part. */
#ifndef SASTRA_READ_OFFICE_ARCHIVE_H
#define SASTRA_READ_OFFICE_ARCHIVE_H

#include "base/job.h"

struct archive;

/* Is it one of Microsoft's that a password locks? It begins as files of the old formats do. */
bool archive_is_locked(struct str bytes);
/* NULL, told, where it cannot be opened. path, bytes: borrowed until archive_close, which the caller owes. */
struct archive *archive_open(struct job *job, struct str path, struct str bytes);
/* The same of a file on the disk (real), read by pieces, in which the caller has counted no more than
 * ARCHIVE_PARTS_MOST heads of parts ("PK\1\2"). */
enum { ARCHIVE_PARTS_MOST = 10000 };
struct archive *archive_open_file(struct job *job, struct str path, const char *real);
void archive_close(struct archive *archive);
/* The file as such: where complaints about it stand. */
struct place archive_place(const struct archive *archive);
bool archive_has(const struct archive *archive, struct str part);
/* The part's bytes in the arena. False where there is no such part (silent), or it was told. */
bool archive_part(struct archive *archive, struct arena *to, struct str part, struct str *bytes);
/* The part that is meant where another part names it: "../media/a.png" in "word/document.xml", "/xl/a.xml".
 * Empty where that leads out. */
struct str archive_target(struct arena *a, struct str part, struct str target);

#endif
