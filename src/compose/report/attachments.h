/* attachments: what the report carries with it: its notes as they were typed, and what the forms said as
 * tables.
 *
 * Promises: the tables hold nothing that the report may not show: open answers only of those who agreed, and
 * masked; session, language and role only where enough sheets share all three. */
#ifndef SASTRA_COMPOSE_REPORT_ATTACHMENTS_H
#define SASTRA_COMPOSE_REPORT_ATTACHMENTS_H

#include "compose/builder.h"

/* Is a note's file in the kth language of the report carried, and not for an earlier language already? None
 * is that asks for a photo which may not be shown. */
bool attachments_has_note(const struct builder *p, const struct note *note, size_t k);
void attachments_sources(struct builder *p);
/* A form's answers as a table with the columns that the program reads (RFC 4180, with a byte-order mark). */
struct str attachments_table(struct builder *p, const struct survey_form *form);

#endif
