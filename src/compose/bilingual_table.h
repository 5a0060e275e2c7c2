/* bilingual_table: the same table in two languages as one. */
#ifndef SASTRA_COMPOSE_BILINGUAL_TABLE_H
#define SASTRA_COMPOSE_BILINGUAL_TABLE_H

#include "compose/builder.h"

/* Takes what tables says into the first of them, the document's first language over its second in each cell;
 * what both say in the same words or as the same number stands once. False, and nothing is changed, where
 * they have not the same rows and columns. tables: by the order of the document's languages. */
bool bilingual_table_merge(struct builder *p, struct node *const *tables);

#endif
