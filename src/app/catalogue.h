/* catalogue: a page about the reports of many events, of the folders that builds made. */
#ifndef SASTRA_APP_CATALOGUE_H
#define SASTRA_APP_CATALOGUE_H

#include "base/job.h"

/* The page for n folders, newest event first, its links relative to where it will lie: file, or the working
 * folder where that is NULL. Nothing is written. In job->keep; false, told, where one is no such folder. */
bool catalogue_make(struct job *job, const char *const *folders, size_t n, const char *file,
                    struct str *page);
/* Writes it. False, told, where it cannot be, or a file is there that is no such page. */
bool catalogue_write(struct job *job, const char *file, struct str page);

#endif
