/* web: a tree as a page of HTML that needs nothing else: no file beside it, no request to anywhere.
 *
 * Takes: a composed tree. Promises: the same bytes for the same input; every text of the tree, letter for
 * letter (W3C HTML, WCAG 2.2); both languages of a pair beside each other, and a switch for who reads one.
 * Knows nothing of pages. */
#ifndef SASTRA_WEB_WEB_H
#define SASTRA_WEB_WEB_H

#include "base/job.h"
#include "model/tree.h"
#include "web/web_store.h"

/* The file in job->keep; false where a font cannot be put into it: it is refused (font_set_refuse); or, told,
 * a picture cannot be had again. */
bool web_write(struct job *job, const struct tree *tree, struct web_store *store, struct str *bytes);

#endif
