/* form_report: a form's part of the chapter of reflections. */
#ifndef SASTRA_COMPOSE_REPORT_FORM_REPORT_H
#define SASTRA_COMPOSE_REPORT_FORM_REPORT_H

#include "compose/builder.h"

/* Heading, totals, one block a prompt with a few quotes. */
void form_report_chapter(struct builder *p, struct node *parent, const struct survey_form *form);

#endif
