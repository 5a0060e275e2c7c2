/* image: JPEG and PNG files of input/, checked and decoded so that pdf/ need trust nothing. */
#ifndef SASTRA_READ_FORMAT_IMAGE_H
#define SASTRA_READ_FORMAT_IMAGE_H

#include "base/job.h"
#include "model/doc.h"

/* path is relative to input/ and cannot leave it (.., absolute, links out of it are refused). NULL where
 * there is no such file or it is no sound picture; told where it was asked for first. A file is decoded once
 * a run. */
struct picture *image_read(struct job *job, struct str path, struct place asked);
/* The same of a picture that lies in another file, whose name and its own are the path. Bytes that were had
 * before, or that are a file's in photos/, are that picture: who may see it was settled there. */
struct picture *image_bytes(struct job *job, struct str path, struct str bytes, struct place asked);
/* A picture that an address holds: data:image/png;base64,… (RFC 2397), of as many bytes as a file may have.
 * NULL where it is none, told. */
struct picture *image_read_data(struct job *job, struct str address, struct place asked);
/* What such a picture is told by: data:image/png. */
struct str image_data_name(struct str address);

#endif
