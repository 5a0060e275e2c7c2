/* event_look: what event.yml says of how the report looks, and where it will be found: cover, colour, url. */
#ifndef SASTRA_READ_EVENT_LOOK_H
#define SASTRA_READ_EVENT_LOOK_H

#include "model/corpus.h"
#include "read/format/yaml.h"

/* What cannot be used is told and left out: the house's own stands then. */
void event_look_read(struct job *job, struct yaml_node *root, struct event *e);
/* How far a colour (0xRRGGBB) stands off from white, in tenths: 45 is 4.5 to 1 (WCAG 2.1). */
int event_look_contrast(uint32_t colour);

#endif
