/* remark: what its writer did not mean to be printed is left out: <!-- -->, %% %%, struck text (~~ ~~, <del>,
 * <s>), which is a word taken back, and what only a web page shows ({% %}, *[HTML]: …). Each is told. */
#ifndef SASTRA_READ_DIALECT_REMARK_H
#define SASTRA_READ_DIALECT_REMARK_H

#include "base/job.h"
#include "read/dialect/rewriting.h"

/* The body begins at a byte. */
struct rewriting *remark_take_out(struct job *job, const struct source *source, size_t from);

#endif
