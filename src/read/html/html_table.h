/* html_table: a <table> of raw HTML, with cells that cover several rows or columns. */
#ifndef SASTRA_READ_HTML_HTML_TABLE_H
#define SASTRA_READ_HTML_HTML_TABLE_H

#include "read/dialect/drawn_table.h"

/* Bytes of the table that begins at a <; 0: none does, or one that nobody could set (tables in it, no end,
 * cells by the thousand for few that are there). *caption: its text, or empty. Fills t, whose arena is set.
 */
size_t html_table_read(struct str text, size_t at, struct drawn_table *t, struct str *caption);

#endif
