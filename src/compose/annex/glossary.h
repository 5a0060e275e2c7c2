/* glossary: with the acronyms, which tell what they stand for, all terms of glossary.csv, in both of the
 * event's languages. */
#ifndef SASTRA_COMPOSE_ANNEX_GLOSSARY_H
#define SASTRA_COMPOSE_ANNEX_GLOSSARY_H

#include "compose/builder.h"

/* Terms without an acronym, and those whose meaning is told; nothing where there are none. */
void glossary_chapter(struct builder *p);

#endif
