/* registers: documents handed in, recommendations, the glossary, and names that no line cuts. */
#ifndef SASTRA_READ_TABLE_REGISTERS_H
#define SASTRA_READ_TABLE_REGISTERS_H

#include "base/job.h"
#include "model/corpus.h"

/* False where the table was not understood: it is told why, and nothing is read. */
bool registers_documents(struct job *job, const struct source *source, struct corpus *c);
bool registers_recommendations(struct job *job, const struct source *source, struct corpus *c);
bool registers_glossary(struct job *job, const struct source *source, struct corpus *c);
/* source may be NULL: the glossary's terms and the organizations are names too. */
void registers_names(struct job *job, const struct source *source, struct corpus *c);

#endif
