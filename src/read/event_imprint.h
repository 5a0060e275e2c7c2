/* event_imprint: what event.yml says of the book itself: number, publisher, ISBN, licence, disclaimer, how it
 * is to be cited. */
#ifndef SASTRA_READ_EVENT_IMPRINT_H
#define SASTRA_READ_EVENT_IMPRINT_H

#include "model/corpus.h"
#include "read/format/yaml.h"

/* An ISBN whose last digit does not agree with the others is told, and left out. */
void event_imprint_read(struct job *job, struct yaml_node *root, struct event *e);
/* Ten or thirteen digits, of either script, hyphens and blanks between them, the last one right. */
bool event_imprint_isbn(struct str text);

#endif
