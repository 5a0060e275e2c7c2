/* stray_markup: signs that were probably meant as Markdown and are shown as typed. */
#ifndef SASTRA_READ_NOTE_STRAY_MARKUP_H
#define SASTRA_READ_NOTE_STRAY_MARKUP_H

#include "base/job.h"
#include "model/doc.h"

/* Tells, once a kind and text: ** that opens or closes nothing, a link that is not whole, #Heading without
 * its space. */
void stray_markup_tell(struct job *job, const struct spans *spans);

#endif
