/* work_list: the translators' work list, filled in: todo….csv and translations….csv at the top of input/.
 *
 * `sastra todo` writes it (app/todo.c). A row is known by its key, the fingerprint of what it translates
 * (translation.h): where that still stands in input/ without a translation, or with the one that was out of
 * date, the row's text becomes the other side. The rest is told. An empty cell is no translation. */
#ifndef SASTRA_READ_WORK_LIST_H
#define SASTRA_READ_WORK_LIST_H

#include "read/folder/input.h"

struct work_list;

/* All that lie there, in the order of their names; NULL: none. */
struct work_list *work_list_open(struct job *job, const struct input *in);
/* Each takes a list that may be NULL. */
void work_list_texts(struct work_list *w, struct corpus *c);
void work_list_form(struct work_list *w, struct form *f);
/* Behind alignment_pair, before alignment_tell. */
void work_list_note(struct work_list *w, struct note *note);
/* Tells rows that nothing was made of. */
void work_list_tell(struct work_list *w);
/* Does a file hold translations that somebody has filled in? Nothing is told. */
bool work_list_is_filled(struct job *job, struct str bytes);

#endif
