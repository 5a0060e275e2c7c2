/* column_name: what a table's columns are called: the names that input.md gives, and those that people write
 * in their place ("Full name", "Name (Khmer)", "Gender", "ភេទ"). Pure. */
#ifndef SASTRA_READ_TABLE_COLUMN_NAME_H
#define SASTRA_READ_TABLE_COLUMN_NAME_H

#include "read/table/column_type.h"

struct column_name {
    const char *name;
    int needed; /* not 0: without one of those that have the same number the table makes no sense */
    struct column_type type;
};

struct column_name_found {
    size_t name; /* SIZE_MAX: none */
    bool open;   /* the head does not say in which language: the name's column or its partner's */
    bool bare;   /* it is the name itself, but for its language */
    bool weak;   /* the word may as well stand in an entry: alone it makes no head */
};

/* Which of a table's names a head says. */
struct column_name_found column_name_find(const struct column_name *names, size_t n, struct str head);
/* The same name in the other language (name_en, name_km), among a table's; SIZE_MAX: none. */
size_t column_name_partner(const struct column_name *names, size_t n, size_t name);
/* The first of those that a table cannot do without, where none of the same number is seen; SIZE_MAX: none.
 */
size_t column_name_lacking(const struct column_name *names, size_t n, const bool *seen);

#endif
