/* doc: a note in one language, as its writer typed it: blocks of spans.
 *
 * Made by read/, not changed after. Text is UTF-8 with Khmer in its normal spelling order. Every block and
 * span keeps its place of birth. Spans are flat: nesting of strong, emphasis, code and link is in each span's
 * style and href. */
#ifndef SASTRA_MODEL_DOC_H
#define SASTRA_MODEL_DOC_H

#include "base/buf.h"
#include "base/lang.h"
#include "base/memo.h"
#include "base/source.h"
#include "model/bi.h"

enum span_kind {
    SPAN_TEXT,
    SPAN_BREAK,  /* a forced line end; no text */
    SPAN_NOTE,   /* a footnote's mark: .note */
    SPAN_PICTURE /* a picture inside a line: .picture; text is its description */
};

enum span_style {
    SPAN_STRONG = 1,
    SPAN_EMPH = 2,
    SPAN_CODE = 4,
    SPAN_RAISED = 8,
    SPAN_LOWERED = 16,  /* superscript, subscript */
    SPAN_NUMBER = 32,   /* a heading's number; never a writer's */
    SPAN_REFERENCE = 64 /* what href leads to is to be named here; text: as typed */
};

struct span {
    enum span_kind kind;
    unsigned style;
    enum lang lang; /* LANG_NONE: its block's */
    struct str text;
    struct str href; /* of a link; "#name" leads to a node's anchor; s == NULL: no link */
    const struct footnote *note;
    const struct picture *picture;
    struct place place;
};

struct spans {
    struct span *at;
    size_t n;
};

enum block_kind {
    BLOCK_ROOT,
    BLOCK_HEADING, /* level 1 to 6 */
    BLOCK_PARA,
    BLOCK_LIST, /* children: BLOCK_ITEM */
    BLOCK_ITEM,
    BLOCK_QUOTE, /* .box: set apart; spans: its title */
    BLOCK_CODE,  /* spans: SPAN_CODE text and SPAN_BREAKs */
    BLOCK_TABLE, /* children: BLOCK_ROW, of BLOCK_CELL; spans: its caption; .chart: drawn as bars */
    BLOCK_ROW,
    BLOCK_CELL,
    BLOCK_FIGURE, /* a paragraph that is one picture; spans: its caption (the title given), may be empty */
    BLOCK_RULE,
    BLOCK_KINDS
};

enum counter {
    COUNTER_BULLET,
    COUNTER_DECIMAL,
    COUNTER_KM_DECIMAL,
    COUNTER_KM_LETTER,
    COUNTER_ALPHA,
    COUNTER_UPPER_ALPHA,
    COUNTER_ROMAN,
    COUNTER_UPPER_ROMAN
};
enum align { ALIGN_DEFAULT, ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT };

struct block {
    enum block_kind kind;
    struct place place;
    struct block *parent, *first, *last, *next;
    struct spans spans;    /* heading, para, code, cell; caption of a figure or table, title of a box */
    struct str label;      /* figure, table: what references call it, "fig:name"; or empty */
    bool box;              /* quote */
    bool chart;            /* table */
    int level;             /* heading */
    enum counter counter;  /* list */
    int start;             /* list: the first number */
    char delimiter;        /* list: '.' or ')' as typed; '(' where brackets stand on both sides */
    bool tight;            /* list: no space between items */
    bool head;             /* row: of the table's head */
    enum align *aligns;    /* table: one a column */
    size_t ncolumns;       /* table */
    unsigned across, down; /* cell: the columns and rows that it covers; 0 is 1. What it covers has no
                              cell of its own */
    const struct picture *picture; /* figure */
};

struct footnote {
    struct str label;
    struct place place;
    struct block *body; /* BLOCK_ROOT */
    struct footnote *next;
};

/* A picture, decoded by read/ so far that pdf/ need trust nothing. */
enum picture_form { PICTURE_JPEG, PICTURE_RAW, PICTURE_PNG };

struct picture {
    struct str path;    /* relative to input/ */
    struct place place; /* where it is asked for */
    enum picture_form form;
    uint32_t width, height; /* pixels as stored */
    int channels;           /* as it is shown: 1 grey, 3 RGB */
    bool inks;              /* JPEG: stored in four (CMYK) */
    bool mirror;            /* to show it upright (EXIF): first left for right … */
    int turn;               /* … then degrees clockwise: 0, 90, 180, 270 */
    struct str data; /* JPEG: the whole file, less its metadata; RAW: rows of 8-bit samples, no padding; PNG:
                        the  file's own zlib stream of filtered rows (ISO 15948, 9 and 10), 8 bits a sample */
    struct str
        file; /* a large JPEG's path on the disk, data is empty: picture/ has it again when it is set */
    struct memo_key sum; /* of that file */
    struct str alpha;    /* RAW: rows of 8-bit alpha, or empty */
    struct str profile;  /* ICC, checked, for as many colours as channels; empty: sRGB, or the grey that goes
                            with it */
    struct str alt[LANG_N], caption[LANG_N];
    struct place alt_place[LANG_N], caption_place[LANG_N];
    struct str credit;
};
/* In pixels, as it is shown: upright. */
int64_t picture_width(const struct picture *p);
int64_t picture_height(const struct picture *p);
/* The same for each that is asked for of one picture. */
const void *picture_identity(const struct picture *p);
/* Whether two look the same, by their bytes. */
bool picture_same(const struct picture *a, const struct picture *b);

struct front {
    struct str title, session, rapporteur;
    struct bi titles;  /* title_km, title_en: of a note that holds both languages */
    struct str date;   /* as typed */
    struct str source; /* of an annex: where its text was said or printed */
    struct str *speakers;
    size_t nspeakers;
    int weight; /* 0 where none is given */
    bool has_weight, draft, sample;
    bool numbered, numbered_told; /* its paragraphs; told: by the note itself */
    bool title_from_heading; /* none was given: it is the first level-1 heading's, which stays a block all the
                                same */
    struct place place, title_place, session_place, date_place, source_place;
};

struct doc {
    enum lang lang;
    const struct source *source;
    struct str raw;    /* the note as it was typed, in UTF-8: what a report carries as its source */
    const char *media; /* its type: text/markdown */
    struct front front;
    struct block *root; /* BLOCK_ROOT; never NULL */
    struct footnote *notes;
};

const char *block_name(enum block_kind kind);
/* All text of a span array, notes' marks and pictures left out; line ends as spaces. */
struct str spans_text(struct arena *a, struct spans s);
struct block *block_new(struct arena *a, struct block *parent, enum block_kind kind, struct place place);
/* The document as text, a block a line, indented, with LINE:COLUMN; stable, for eyes and goldens. */
void doc_dump(struct buf *out, const struct doc *d);

/* How deep lists and quotes nest in a doc at the most: what is deeper stands at this depth, with its text.
 * Who walks a doc may recurse. */
enum { DOC_DEPTH = 32 };

#endif
