/* report_lists: what a report carries for programs besides its sources: its sections, and its event's facts.
 */
#ifndef SASTRA_APP_REPORT_LISTS_H
#define SASTRA_APP_REPORT_LISTS_H

#include "app/work.h"

/* The work's tree with both lists among its attachments, where it is a report; else as it is. Keeps the list
 * of sections in the work. */
struct tree report_lists_tree(struct work *work);
/* What the lists tell beyond the tree and its pages. */
void report_lists_add_key(struct memo_key *key, struct work *work);

#endif
