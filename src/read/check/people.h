/* people: names of people as the files of input/ tell them, in the order in which they are believed:
 * participants.csv, event.yml, the programme, the notes. */
#ifndef SASTRA_READ_CHECK_PEOPLE_H
#define SASTRA_READ_CHECK_PEOPLE_H

#include "model/corpus.h"

struct people_name {
    struct str typed, folded; /* without what stands before it (Dr., លោក) */
    enum lang lang;           /* of its letters */
    enum sex sex;             /* by what stands before it */
    bool sure;                /* a name for sure: of a column for names, or behind such a word */
    struct place place;
};

/* What is left of "Dr. Sok Dara, NIE" or "លោក សុខ ដារា": a name, or folded empty where it is none that could
 * be held against another. */
struct people_name people_read(struct arena *a, struct str typed, struct place place);
/* The length of a word that stands before names, at the start of a text, with the blanks behind it; else 0.
 */
size_t people_title(struct str text, enum sex *sex);
/* The offset of the next such word at or after from that begins no part of a Latin word, its length as above;
 * length 0: none follows. */
size_t people_title_next(struct str text, size_t from, size_t *length, enum sex *sex);
/* Two spellings that one person's name may have, and not two people's: a letter or two apart, or in another
 * order. */
bool people_near(const struct people_name *a, const struct people_name *b);

#endif
