/* gate: all that people wrote on forms passes here, once a run, and comes out as it may be printed.
 *
 * Gives a struct said in job->keep. Tells what was masked, by place and kind, and how many sheets of a
 * form may not be quoted; never a text. Where the list of participants could not be read no open answer comes
 * through, nor a number or role in people's own words. */
#ifndef SASTRA_PRIVACY_GATE_H
#define SASTRA_PRIVACY_GATE_H

#include "base/job.h"
#include "model/said.h"

const struct said *gate_pass(struct job *job, const struct corpus *corpus, const struct said_words *words);

#endif
