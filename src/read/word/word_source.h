/* word_source: what a word processor's note became: a source of paragraphs, and the blocks that go with it.
 */
#ifndef SASTRA_READ_WORD_WORD_SOURCE_H
#define SASTRA_READ_WORD_WORD_SOURCE_H

#include "base/job.h"
#include "model/doc.h"
#include "read/format/yaml.h"

struct word_source_picture {
    struct picture *picture;
    struct str alt; /* in the note's language, whichever that is */
};

struct word_source {
    struct source source; /* first: the source of a note leads to its blocks */
    struct block *root;
    struct footnote *notes; /* in the order of their marks */
    struct block *title;    /* the first of the headings in the style of a title: of level 0 until
                               word_source_blocks */
    size_t titles;
    bool *taken; /* by paragraph: it stands in the facts, and not in the text */
    struct word_source_picture *pictures;
    size_t npictures;
    bool legacy; /* text in an old font was told */
};

/* The first paragraphs of the form “Session: d1s02”, known by their names in either language, as a map of
 * facts, and a title in its style; NULL: none. They leave the text. */
struct yaml_node *word_source_facts(struct job *job, const struct source *source);
/* The blocks of what stands from this byte of the source on; pictures are described in this language. Once.
 */
struct block *word_source_blocks(struct job *job, const struct source *source, size_t from, enum lang lang,
                                 struct footnote **notes);

#endif
