/* translation_coverage: how much of the notes stands in both languages: in all, and note by note. */
#ifndef SASTRA_COMPOSE_ANNEX_TRANSLATION_COVERAGE_H
#define SASTRA_COMPOSE_ANNEX_TRANSLATION_COVERAGE_H

#include "compose/builder.h"

void translation_coverage_put(struct builder *p, struct node *parent);

#endif
