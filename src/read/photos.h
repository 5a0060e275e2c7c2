/* photos: photos.csv and what lies beside it. */
#ifndef SASTRA_READ_PHOTOS_H
#define SASTRA_READ_PHOTOS_H

#include "read/folder/input.h"

/* Photos by their rows, then those in the folder that neither a row nor a note names, by name. The notes must
 * be read. */
void photos_read(struct job *job, struct input *in, struct corpus *c);

#endif
