/* changes: what changed between two reports, by the lists of sections that they carry. */
#ifndef SASTRA_APP_CHANGES_H
#define SASTRA_APP_CHANGES_H

#include "app/work.h"
#include "compare/section_diff.h"

struct changes_edition { /* a report that was built over one that lay there */
    struct str name;     /* report.pdf */
    struct str sections; /* the list that it carries */
    struct str digits, old_digits;
    int old; /* what it replaced, open; -1: the same bytes */
};

struct changes_list {
    struct changes_edition *at;
    size_t n;
};

struct changes_files {
    const struct output *made, *old; /* what was built now; what the last build made, and still lies there */
    size_t nmade, nold;
};

/* Of n works that were built, those that will replace old files, before they do. The edition in both
 * languages stands for the others where it is among them. Nothing is read yet. In job->keep, until
 * changes_close. */
struct changes_list changes_since(struct job *job, const struct work *works, size_t n,
                                  const struct changes_files *files);
/* Reads the old ones. A line an edition, ended each: report.pdf: 2 sections changed (p. 12, 15); none for one
 * that carried no list. */
struct str changes_text(struct job *job, const struct changes_list *list, enum lang lang);
void changes_close(struct changes_list *list);

/* Two PDFs, or two folders that builds made, or one of each: the same, and a line for each section. False,
 * told, where they cannot be compared. */
bool changes_between(struct job *job, const char *was, const char *now, struct str *text);

#endif
