/* job_share: work on many things that ask nothing of each other, by all threads that are free. */
#ifndef SASTRA_BASE_JOB_SHARE_H
#define SASTRA_BASE_JOB_SHARE_H

#include "base/job.h"

/* Calls each(own, with, i) once for every i below n. own is the job with arenas of the thread: what is kept
 * lives as long as job->keep, scratch is given back after each; and with complaints of the item's own, which
 * are told in the items' order. Where memory runs out for one, job->keep fails after. */
void job_share(struct job *job, size_t n, void (*each)(struct job *own, void *with, size_t i), void *with);

#endif
