/* dialect: Markdown as people's programs write it (Google Docs, Obsidian, HackMD, Typora, pandoc, Word's
 * paste), put as CommonMark with bars, footnotes and the few tags that markdown reads.
 *
 * Three times through the text, each by itself linear: what is not to be printed (remark), lines
 * (block_syntax), what stands in them (inline_syntax). Code is never touched. Promises: a place in the new
 * text leads back to where it was typed. Works in job->scratch; the new source is in job->keep. */
#ifndef SASTRA_READ_DIALECT_DIALECT_H
#define SASTRA_READ_DIALECT_DIALECT_H

#include "base/job.h"
#include "model/doc.h"
#include "read/dialect/held_pictures.h"
#include "read/dialect/rewriting.h"

enum { DIALECT_STEPS = 3 };

struct dialect {
    const struct source *typed, *source; /* as it was typed; as it is to be read */
    struct rewriting *steps[DIALECT_STEPS];
    struct held_pictures pictures;
    size_t told; /* complaints there were before */
};

/* The body of a note begins at a byte, in both sources. */
struct dialect *dialect_new(struct job *job, const struct source *source, size_t from, enum lang lang);
/* A place in .source, as a place in .typed; others stay as they are. */
struct place dialect_place(const struct dialect *d, struct place p);
/* The same for all that was read, and all complaints that were told since. */
void dialect_lead_back(const struct dialect *d, struct job *job, struct block *root, struct footnote *notes);

#endif
