/* files: the one place where read/ touches the disk: what lies under input/, which nothing may leave.
 *
 * Paths are relative to the input folder, with '/'. Promises: links that lead out of the folder, folders,
 * pipes and devices in a file's place, and files past a limit are told and not read. */
#ifndef SASTRA_READ_FORMAT_FILES_H
#define SASTRA_READ_FORMAT_FILES_H

#include "base/job.h"

struct files_names {
    struct str *at; /* sorted by bytes */
    size_t n;
};

/* Is there a folder to read? Told where not. */
bool files_ready(struct job *job);
/* A place that means a file as such. */
struct place files_place(struct job *job, struct str path);
/* The names in a folder of the input folder ("" for itself): no hidden ones, none that programs leave behind
 * (Thumbs.db, desktop.ini, ~$…, lock files). Links to folders elsewhere are told. Empty where there is no
 * such folder. */
struct files_names files_list(struct job *job, const char *folder);
bool files_is_folder(const struct job *job, struct str path);
bool files_is_there(const struct job *job, struct str path);
/* The bytes of a file, in the arena. False where there is none (silent), or it was told. */
bool files_read(struct job *job, struct arena *a, struct str path, size_t most, struct str *bytes);
/* Where the bytes of a file are, for who reads them by pieces: a path of the disk, links followed, in keep;
 * and how many. NULL, told, where it leads out of the folder or is no file. */
const char *files_where(struct job *job, struct str path, uint64_t *size);
/* The file of a folder that holds these bytes and no others; empty: none does. */
struct str files_same(struct job *job, const char *folder, struct str bytes);
/* Bytes, in scratch, of the picture that a writer asked for: as typed, with %20 and \ undone, in other
 * capitals or accents (one sign or two), from the note's own folder, or in photos/, where exactly one fits.
 * Returns its path; .s is NULL where it is told at asked. */
struct str files_picture(struct job *job, struct str path, struct place asked, size_t most,
                         struct str *bytes);
/* Does a name end in one of these, in any capitals? endings: parted by blanks. */
bool files_ends(struct str name, const char *endings);
/* A name without its ending; all of it where it has none. */
struct str files_stem(struct str name);

#endif
