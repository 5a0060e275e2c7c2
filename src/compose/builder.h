/* builder: what every document's composer writes nodes with.
 *
 * A builder belongs to one tree. It knows the languages that the document shows and in which order, gives
 * anchors that are unique, collects footnotes, and marks the input's faults at their place. All in job->keep.
 */
#ifndef SASTRA_COMPOSE_BUILDER_H
#define SASTRA_COMPOSE_BUILDER_H

#include "base/job.h"
#include "base/map.h"
#include "compose/words.h"
#include "model/tree.h"
#include "survey/survey.h"

struct fault {
    const struct diag *diag;
    bool shown;
};

struct builder {
    struct job *job;
    struct arena *a;
    const struct corpus *corpus;
    const struct survey *survey; /* of the corpus: what its forms said */
    struct tree *tree;
    const struct form *form; /* a form's document: of which form; of one that holds all: its part alone */
    int less;                /* which shorter version is wanted; 0: the whole */
    const int *less_of;      /* by the corpus's forms: of each one's part; NULL: less, of all */
    enum lang langs[LANG_N]; /* shown, in order */
    size_t nlangs;
    bool both;
    bool once;                 /* numbers of charts stand once for readers of both languages */
    struct map anchors, noted; /* in use: their nodes; footnotes that have joined the tree */
    VEC(struct fault) faults;  /* errors told before composing, by path and place */
    struct node *last_note;
    long notes[LANG_N]; /* footnotes numbered so far, by language */
    int level;          /* of the last heading */
};

/* A builder for a new tree: its name, languages (both, or one), marks, page words. */
struct builder *builder_new(struct job *job, const struct survey *survey, struct str name,
                            enum edition edition);

/* A handout: its title and subject; what is read from afar has its numbers once. */
void builder_handout(struct builder *p, struct bi title);

/* -- text in the document's languages -- */

struct bi builder_number(struct builder *p, long value);
/* words_fill with struct bi arguments. */
#define builder_say(p, word, ...) words_fill((p)->a, (word), (const struct bi[WORD_ARGS + 1]){__VA_ARGS__})
/* a, the string between, b; or the one that is not empty, language by language. */
struct bi builder_join(struct builder *p, struct bi a, const char *between, struct bi b);
/* Each side, or the other where it is empty. */
struct bi builder_filled(struct bi b);
/* True where some of the document's languages, or else the other, has text. */
bool builder_has(struct bi b);

/* -- nodes -- */

struct node *builder_node(struct builder *p, struct node *parent, enum role role);
/* Adds spans: each of the document's languages, a line end between them; the other language where they are
 * empty. */
void builder_spans(struct builder *p, struct node *n, struct bi text);
/* A node that holds those spans; NULL where there is no text at all. */
struct node *builder_block(struct builder *p, struct node *parent, enum role role, struct bi text);
/* The same set side by side where the document shows both languages. */
void builder_par(struct builder *p, struct node *parent, enum role role, struct bi text);
/* All that a node says, and what stands in it; NULL: nothing. */
void builder_strong(struct node *n);
/* The document's languages on one line, a dot between them; NULL where there is no text. */
struct node *builder_line(struct builder *p, struct node *parent, enum role role, struct bi text);
/* A pair with its two sides, given back by language. */
struct node *builder_pair(struct builder *p, struct node *parent, struct node *sides[LANG_N]);
/* Takes a node off its parent. */
void builder_drop(struct node *n);
/* Puts a node that hangs nowhere before all others of a parent. */
void builder_lead(struct node *parent, struct node *n);
/* 1 to 5; 0 for a role that is no heading. */
int builder_level(enum role r);
void builder_anchor(struct builder *p, struct node *n, struct str wanted);
/* A section that starts a page, with a heading and an anchor; a part of the book: its main body's chapters
 * begin alike. */
struct node *builder_chapter(struct builder *p, struct node *parent, struct bi heading, struct str anchor);
struct node *builder_part(struct builder *p, struct bi heading, struct str anchor);

/* -- tables -- */

/* Its first column heads the rows, where there is another; a table whose rows are named elsewhere says so. */
struct node *builder_table(struct builder *p, struct node *parent, size_t ncolumns);
struct node *builder_row(struct builder *p, struct node *table, bool head);
struct node *builder_cell(struct builder *p, struct node *row, struct bi text);
/* A cell for each of the document's languages; one, with the other's text where its own is empty, where it
 * shows one. */
void builder_cell_each(struct builder *p, struct node *row, struct bi text);
/* In one language alone; empty where it has none. */
struct node *builder_cell_in(struct builder *p, struct node *row, struct bi text, enum lang lang);
/* The document's languages on one line, a dot between them. */
struct node *builder_cell_line(struct builder *p, struct node *row, struct bi text);
/* Digits, to the right; the column is marked too. */
void builder_cell_digits_in(struct builder *p, struct node *row, struct str digits, enum lang lang);
/* In the digits of tree_numerals(). */
void builder_cell_once(struct builder *p, struct node *row, long value);
/* Behind the words of a row that heads others, where these go on overleaf. */
struct spans builder_goes_on(struct builder *p);

/* -- figures -- */

struct node *builder_figure(struct builder *p, struct node *parent, const struct picture *picture,
                            struct bi caption);

/* -- faults -- */

/* True where an error was told whose file's path starts so, not yet shown. */
bool builder_has_faults(const struct builder *p, struct str path);
/* Shows them, each once in a document. An empty path: all that are left. */
void builder_faults(struct builder *p, struct node *parent, struct str path);
/* One source's faults in the order of their places. builder_fault_first: the first, for *at; those of the
 * file as a whole are shown at once. builder_faults_before: those that stand before an offset. */
size_t builder_fault_first(struct builder *p, struct node *parent, const struct source *source);
void builder_faults_before(struct builder *p, struct node *parent, const struct source *source, size_t offset,
                           size_t *at);

/* -- contents -- */

/* Fills a TOC with the headings of the tree that are not quiet, as many levels as the event wants. */
void builder_contents(struct builder *p, struct node *toc);
/* What is written, and has all its anchors: a link to another note's file leads to that note's heading; one
 * that leads nowhere in this document is plain text, not blue. */
void builder_links(struct builder *p);

#endif
