/* xml: a part of an office file as events: an element begins, ends, text between.
 *
 * The only file that sees expat. Names have short prefixes that are always the same, whatever the file calls
 * them and whether it is of the strict or the transitional kind: w:p, s:row, table:table-cell (the table is
 * in xml.c); "?:x" in a namespace that is not known, "x" in none. Promises: nothing outside the bytes is
 * looked at; a part that declares entities, is nested too deep, or is no XML is told once, at the file as a
 * whole, and ends there: what came before it has been handed over. */
#ifndef SASTRA_READ_OFFICE_XML_H
#define SASTRA_READ_OFFICE_XML_H

#include "base/job.h"

enum { XML_DEPTH_MOST = 256 };

struct xml_attributes; /* valid while start() runs */

struct xml_reader {
    /* Each may be NULL. Names and text are valid while it runs; text comes in pieces. */
    void (*start)(void *with, struct str name, const struct xml_attributes *attributes);
    void (*end)(void *with, struct str name);
    void (*text)(void *with, struct str text);
    void *with;
    bool enough; /* set by one of them: the rest is not read, nor told */
};

/* file: where complaints stand; part: the name they give. False where one was told. */
bool xml_read(struct job *job, struct place file, struct str part, struct str bytes,
              struct xml_reader *reader);
/* An attribute's value ("r:id"; one without prefix: "r"); .s is NULL where there is none. */
struct str xml_attribute(const struct xml_attributes *attributes, const char *name);
/* The one at an index, its name too; false where there are no more. The element's own name is then no
 * longer valid. */
bool xml_attribute_at(const struct xml_attributes *attributes, size_t index, struct str *name,
                      struct str *value);

#endif
