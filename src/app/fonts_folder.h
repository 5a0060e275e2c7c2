/* fonts_folder: where the fonts are. */
#ifndef SASTRA_APP_FONTS_FOLDER_H
#define SASTRA_APP_FONTS_FOLDER_H

#include "base/job.h"

/* job->options->fonts where that was given; else fonts/ beside the input folder, in the working folder,
 * beside the program, or where program or library were installed. In job->keep. */
struct str fonts_folder(struct job *job);

#endif
