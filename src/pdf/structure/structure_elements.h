/* structure_elements: the structure tree's elements and their kids, and the file's objects made of them (ISO
 * 32000-1, 14.7). */
#ifndef SASTRA_PDF_STRUCTURE_STRUCTURE_ELEMENTS_H
#define SASTRA_PDF_STRUCTURE_STRUCTURE_ELEMENTS_H

#include "pdf/haru.h"
#include "pdf/structure/roles.h"

enum elem_list { ELEM_LIST_OFF, ELEM_NONE, ELEM_DISC, ELEM_DECIMAL, ELEM_LOWER_ALPHA, ELEM_UPPER_ALPHA };
enum elem_scope { ELEM_SCOPE_OFF, ELEM_COLUMN, ELEM_ROW };
enum elem_field { ELEM_FIELD_OFF, ELEM_RADIO, ELEM_TICK, ELEM_WRITE };

struct elem_heads { /* headers of a table, by VEC_ADD */
    struct elem **at;
    size_t n, cap;
};

struct elem {
    enum tag tag;
    enum lang lang;     /* of its text; printed where its parent's is another */
    const char *tongue; /* BCP 47, where its text is in none of these languages */
    struct elem *parent;
    struct elem_kid *first, *last;
    uint64_t key;      /* of what it was made for: the next piece of the same finds it */
    bool used, closed; /* has content somewhere below; takes no more pieces */
    unsigned id;       /* object number, while writing */
    unsigned note;     /* its number: /ID (noteN); 0: none */
    unsigned head;     /* TH that others name: /ID (headN); 0: none */
    uint32_t page;     /* of its first content */
    enum elem_list list;
    enum elem_scope scope;
    size_t across, down;     /* TH, TD: ColSpan and RowSpan; 0 is 1 */
    struct elem_heads heads; /* TD: the headers that it names */
    enum elem_field field;
    struct str alt;    /* also what a field is for */
    struct str actual; /* /ActualText */
    int64_t box[4];    /* figures: 1/1000 pt, y upwards: x0 y0 x1 y1 */
    bool boxed;
};

struct structure_elements {
    struct arena *arena;
    struct haru *haru;
    const unsigned *pages; /* object numbers */
    size_t npages;
    struct elem *root;
    VEC(struct elem *) all;     /* parents before children */
    VEC(struct elem *) * marks; /* by page, then MCID */
    VEC(struct elem *) annots;  /* by /StructParent - npages */
    unsigned notes, heads;      /* numbered so far */
};

struct structure_elements *structure_elements_new(struct arena *a, struct haru *h, const unsigned *pages,
                                                  size_t npages, enum lang lang);
/* A new last child, with what the standard wants between the two; where the parent holds text, beside it. */
struct elem *structure_elements_add(struct structure_elements *e, struct elem *parent, enum tag tag,
                                    enum lang lang);
/* A new first child. */
struct elem *structure_elements_lead(struct structure_elements *e, struct elem *parent, enum tag tag);
/* The element that the parent's content ends in; NULL where it ends in none. */
struct elem *structure_elements_last(const struct elem *parent);
/* The parent's last kid where it is an element of this tag, key and language and still open; else a new one.
 */
struct elem *structure_elements_piece(struct structure_elements *e, struct elem *parent, enum tag tag,
                                      uint64_t key, enum lang lang);

/* Numbers a header, so that cells can name it. */
void structure_elements_name(struct structure_elements *e, struct elem *head);

/* The MCID of new marked content on a page that belongs to an element. */
unsigned structure_elements_mark(struct structure_elements *e, struct elem *to, size_t page);
/* Joins an annotation (object number) to an element; returns its /StructParent. */
unsigned structure_elements_object(struct structure_elements *e, struct elem *to, size_t page,
                                   unsigned annotation);
/* Takes a painted box into the element's BBox. */
void structure_elements_box(struct elem *e, int64_t x0, int64_t y0, int64_t x1, int64_t y1);
/* Writes all elements that have content, and the tree's root, whose object number is returned. */
unsigned structure_elements_write(struct structure_elements *e);

#endif
