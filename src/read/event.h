/* event: event.yml, what the event is and what is to be made of it. */
#ifndef SASTRA_READ_EVENT_H
#define SASTRA_READ_EVENT_H

#include "model/corpus.h"
#include "read/format/yaml.h"

/* Fills the event; what the file does not say is as input.md has it. */
void event_read(struct job *job, const struct source *source, struct event *event);

#endif
