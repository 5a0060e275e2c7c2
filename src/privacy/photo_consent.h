/* photo_consent: photos of people who have not agreed to be shown leave the corpus, right after reading.
 *
 * Who is in a picture is told by the column people of photos.csv (participants' ids or names), and by a
 * participant's whole name – in either script and any order of its parts – in its caption, description,
 * credit or path, in photos.csv and wherever a note asks for it. A picture with anybody whose consent_photo
 * is not yes, or in people anybody who is no participant, is taken out wherever it is asked for, and each of
 * these places told, never by a name. A note that asks for it is not attached as it was typed, for that would
 * tell its description and caption. Where the list of participants could not be read, nothing of photos/
 * is shown. */
#ifndef SASTRA_PRIVACY_PHOTO_CONSENT_H
#define SASTRA_PRIVACY_PHOTO_CONSENT_H

#include "base/job.h"
#include "model/corpus.h"

void photo_consent_keep(struct job *job, struct corpus *c);

#endif
