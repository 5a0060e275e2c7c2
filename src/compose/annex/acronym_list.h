/* acronym_list: the chapter of acronyms. */
#ifndef SASTRA_COMPOSE_ANNEX_ACRONYM_LIST_H
#define SASTRA_COMPOSE_ANNEX_ACRONYM_LIST_H

#include "compose/builder.h"

/* Those of glossary.csv and organizations.csv, sorted; nothing where there are none. */
void acronym_list_chapter(struct builder *p);

#endif
