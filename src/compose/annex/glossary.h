/* glossary: all terms of glossary.csv, those without an acronym too, in both of the event's languages. */
#ifndef SASTRA_COMPOSE_ANNEX_GLOSSARY_H
#define SASTRA_COMPOSE_ANNEX_GLOSSARY_H

#include "compose/builder.h"

/* Nothing where each term has an acronym and none a meaning: the acronyms tell it all. */
void glossary_chapter(struct builder *p);

#endif
