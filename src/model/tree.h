/* tree: one document, composed: nodes with a role, a language, text and a place of birth.
 *
 * Made by compose/ out of the corpus; content alone: paper and type are print.h's. layout/ picks a style by
 * role and language, pdf/ a tag by role: look and structure cannot part. tree_check says whether the nesting
 * rules below hold. */
#ifndef SASTRA_MODEL_TREE_H
#define SASTRA_MODEL_TREE_H

#include "model/corpus.h"

enum role {
    /* containers */
    ROLE_ROOT,
    ROLE_SECT,  /* a chapter or a part of one; starts a page where .breaks */
    ROLE_COVER, /* a page of its own; children COVER_*, in a GRID's KEEPs too; a FIGURE lies in its field of
                   colour, a COVER_FOOT is set at the page's foot */
    ROLE_COVER_FOOT,
    ROLE_PAIR,     /* exactly two ROLE_SIDEs, side by side, tops level */
    ROLE_SIDE,     /* blocks of one language; may be empty */
    ROLE_OPENING,  /* of a session: its heading, then its KIND and its FACTS in each language shown; of a day
                      of  them: its heading alone, a .band */
    ROLE_QUESTION, /* a PROMPT, perhaps a word on how to answer, and at last its blank */
    ROLE_KEEP,     /* blocks that stay on one page where they fit on one */
    ROLE_GRID, /* .count columns, filled row by row (photos, logos); of equal width, or where .columns tells
                  their shares, of those */
    /* text blocks: spans */
    ROLE_COVER_NATION, /* national heading */
    ROLE_COVER_MINISTRY,
    ROLE_COVER_TITLE,
    ROLE_COVER_SUBTITLE,
    ROLE_COVER_LINE,   /* dates, place, presided by */
    ROLE_COVER_STATUS, /* draft, sample */
    ROLE_DIVIDER,      /* small drawn ornament; no text */
    ROLE_TITLE,        /* of a handout, at the top of its first page */
    ROLE_H1,
    ROLE_H2,
    ROLE_H3,
    ROLE_H4,
    ROLE_H5,
    ROLE_P,
    ROLE_PROMPT,  /* of a form: asks for the blanks after it; set like P, a heading for those who listen */
    ROLE_LEAD,    /* a line of facts under a heading, or a lead line with totals */
    ROLE_KIND,    /* talk, visit …: a word; .count: its enum session_type + 1 */
    ROLE_SMALL,   /* imprint, method */
    ROLE_DETAIL,  /* a line near what it stands under: who answered, to whom it is addressed and by when */
    ROLE_TOTAL,   /* a number to be read from afar; what it counts stands under or beside it */
    ROLE_VOICE,   /* a paragraph of a quote that is read from afar */
    ROLE_SIGNER,  /* a line of a signature block; .count: millimetres of room under it, to sign and seal */
    ROLE_FAULT,   /* a visible note: something of the input could not be used */
    ROLE_MISSING, /* stands where a translation is missing */
    ROLE_CODE,
    ROLE_CAPTION,
    ROLE_CREDIT,
    /* structures */
    ROLE_LIST,       /* of ROLE_ITEM, ROLE_NUMBERED */
    ROLE_ITEM,       /* .label; blocks */
    ROLE_FACTS,      /* of ROLE_FACT, in one language */
    ROLE_FACT,       /* .label: what it tells; spans: what it is; a line end in it may be a space */
    ROLE_NUMBERED,   /* an item whose label is large: a recommendation */
    ROLE_QUOTE,      /* blocks, at last a ROLE_SOURCE perhaps */
    ROLE_PULL_QUOTE, /* the same, set large */
    ROLE_SOURCE,     /* who said it */
    ROLE_BOX,        /* set apart from the text: blocks; a LEAD that comes first is its title */
    ROLE_TABLE,  /* .columns; ROLE_ROWs, those of the head first; a ROLE_CAPTION may come first; with .chart:
                    names and numbers, drawn as bars */
    ROLE_ROW,    /* .head; ROLE_CELLs; .count: millimetres that it is high at least, to write in */
    ROLE_CELL,   /* spans, or blocks */
    ROLE_FIGURE, /* .picture, then ROLE_CAPTION, ROLE_CREDIT */
    ROLE_CHART,  /* .chart: bars drawn by us; .alt */
    ROLE_QR,     /* .qr: a code drawn by us; .alt tells the address */
    ROLE_TOC,    /* of ROLE_TOC_ITEM */
    ROLE_TOC_ITEM, /* spans; .target; .count is its level, 1 to 3; 0: of a list that has none */
    ROLE_NOTE,     /* a footnote's body: blocks; hangs on root->notes, set at the foot of its mark's page */
    ROLE_RULE,     /* a thematic break */
    /* blank forms */
    ROLE_FIELDS, /* labelled blanks in a row: children ROLE_FIELD, spans are the label */
    ROLE_FIELD,
    ROLE_LINES,   /* .count ruled lines to write on, and more where the page has room; 0: to its foot */
    ROLE_OPTIONS, /* of ROLE_OPTION; .count: CHOICE_ */
    ROLE_OPTION,  /* a box and its spans */
    ROLE_SCALE,   /* .count boxes in a row between .low and .high */
    ROLES
};

/* A list whose records are alike and short: where there is room, two of them stand on a line, one half of the
 * list down the left and the other down the right, or line by line. */
enum two_up { TWO_UP_NO, TWO_UP_DOWN, TWO_UP_ALONG };

enum { CHOICE_ANY, CHOICE_ONE /* may be ticked */, CHOICE_RANKED /* numbers into the boxes */ };

struct column {
    enum align align;
    int32_t width;  /* 1/1000 pt; 0: from the content */
    bool number;    /* digits: set to the right */
    bool heads_row; /* its cells name their rows: headers, for those who listen */
    bool whole;     /* its lines are not parted: dates */
    bool alike;     /* as wide in all of the document's tables that have it, where it is no wide one; */
    bool shorter;   /* with alike: the one cell that asks for most has two lines for that */
};

struct bar {
    struct spans label;
    long value;
    long lighter; /* a part of the value that is not certain: drawn paler */
    /* What stands behind it, in the digits of each language in whose digits it is shown, empty in others: its
     * part of all in per cent, its number in brackets. */
    struct str share[LANG_N], count[LANG_N];
    struct str point[LANG_N]; /* scale: the point's own number, in the same digits each */
    const struct node *row;   /* of a TABLE with .chart: the row that it is drawn for; else NULL */
};

struct chart {
    struct bar *bars;
    size_t nbars;
    long most;    /* the value of a full-length bar: that of all who answered */
    bool stacked; /* the bars are parts of one bar, of which each answer is in one */
    bool scale;   /* the same of a scale's points in their order, between the node's .low and .high */
    /* scale: thousandths of all answers on one side of its middle, the most of any scale of the form: all of
     * them share one axis, which reaches as far on both sides. 0: the parts fill the measure */
    long reach;
};

/* An address as a code of squares. */
struct qr {
    int width;        /* squares in a row, and rows */
    const bool *dark; /* row by row */
};

struct node {
    enum role role;
    enum lang lang; /* of its text; LANG_NONE: its parent's, or mixed: then spans tell */
    struct place place;
    struct node *parent, *first, *last, *next;
    struct spans spans;
    struct str label;    /* ITEM: its counter, in its language's digits; NOTE: its number */
    struct str anchor;   /* a destination's stable name, or empty */
    struct node *target; /* TOC_ITEM, or a span's mark */
    int count;
    bool breaks; /* starts a new page */
    bool flows;  /* with .breaks: shares a page that it fits on, or of which much is left */
    bool opens;  /* with .flows: a part of the book, which begins a page as all of them do */
    bool spare; /* SECT: set where the back cover would else lie on a right page, and on what a booklet's last
                   leaf has left */
    bool alone; /* SECT: nothing follows on its last page */
    int tab;    /* SECT: which of the edge tabs its pages have, from 1; 0: none */
    bool head;  /* ROW */
    bool band;  /* ROW: on a tint; KEEP: on a field of colour, at the top of its page; OPENING's heading: on a
                   tint */
    bool sums;  /* ROW: adds up the rows above it: the first of such has a rule above */
    bool at_foot; /* KEEP: set at its page's foot, and ends the page */
    bool quiet;   /* ROW: set in grey (a break in the programme); heading: not in contents or bookmarks */
    const struct footnote *note; /* NOTE: the footnote that spans refer to */
    struct column *columns;
    size_t ncolumns;
    bool wide;  /* from the headings' edge, where other blocks hang in; a table over the whole measure */
    bool fine;  /* TABLE: in small type, its rows close; as wide as the measure, its numbers' columns alike */
    bool whole; /* TABLE: not parted where it fits on a page */
    enum two_up two_up; /* TABLE: a list, a record a row */
    bool parallel;      /* TABLE: after the columns of one language as many that say the same in the other */
    bool paler;         /* DETAIL: of the paler part of bars: a square of it stands before the words */
    bool remark;        /* ROW of one cell: no record, but said of those before or after it */
    unsigned across, down; /* CELL: the columns and rows that it covers; 0 is 1. What it covers has no cell */
    bool numbered;         /* FIGURE, TABLE: counted with its kind, .count, said before its caption */
    bool again;            /* the same as the one before it, in the other language: it has its number;
                              COVER_LINE: in the other calendar */
    const struct picture *picture;
    const struct chart *chart;
    const struct qr *qr;
    struct str alt[LANG_N]; /* FIGURE, CHART, QR: what it shows; OPTION: what is ticked off, where its spans
                               do not tell */
    /* SCALE, CHART: what stands at its ends; what the full and the paler part of bars are; ROW of one cell:
     * .low is said behind its words where the rows that it heads go on overleaf; TABLE: over its head there;
     * CELL of a head: .low stands in its place where the head stands a second time, beside itself; SECT of
     * slides: at their feet, what it is a part of */
    struct spans low, high;
};

struct attachment {
    struct str name, type, data; /* type: MIME */
    struct str description;
};

struct tree {
    struct str name; /* file in out/, without its ending: "report.km", "handouts/programme" */
    struct bi title, event;
    struct bi running;     /* a handout's name, at the head of its pages but the first; may be empty */
    struct bi to_fill;     /* there, instead of the event: what a blank is for; may be empty */
    enum lang lang;        /* the document's main language */
    bool both;             /* bilingual */
    bool toc;              /* has a contents page */
    struct bi mark;        /* said on every page: SAMPLE, DRAFT; may be empty */
    struct bi page_word;   /* "ទំព័រទី {n}", "Page {n}"; empty: no page numbers */
    struct bi turned_word; /* "The table that belongs here is on page {n}" */
    uint32_t colour;       /* has_colour: 0xRRGGBB in place of the house's blue */
    bool has_colour;
    bool system_faces; /* on the web the faces of the reader's own machine come first */
    struct str author, subject;
    struct date date; /* of creation; year 0: 1 January 1980 */
    long long epoch;  /* SOURCE_DATE_EPOCH where set, else -1 */
    struct node *root;
    struct node *notes; /* list of ROLE_NOTE by next */
    struct attachment *attachments;
    size_t nattachments;
};

/* As the parent's last child; it must be nobody's. */
void node_add(struct node *parent, struct node *child);
struct node *node_new(struct arena *a, struct node *parent, enum role role, enum lang lang,
                      struct place place);
/* Adds a text span to a node. */
struct span *node_text(struct arena *a, struct node *n, struct str text, enum lang lang, struct place place);
const char *role_name(enum role r);
/* The node behind one in the order of reading: its first child, else what follows it; NULL: it is the last.
 */
const struct node *node_after(const struct node *n);
/* Whether one of that role lies in it, at any depth. */
bool node_holds(const struct node *node, enum role role);
/* The language in whose digits a number stands that stands once for all readers of a document: words carry
 * their own language's digits, and what no words carry is read by all in Latin ones. */
enum lang tree_numerals(const struct tree *t);
/* Root, sections and so on nest as told above; NULL, or the first node that does not. */
const struct node *tree_check(const struct tree *t);
/* The columns that a table's cells stand in, row by row: what a cell above covers is passed over. */
struct tree_columns {
    size_t *until; /* of each column: the row to which it is covered from above */
    size_t n, row, at;
};
/* In the arena; the first row is under way. */
struct tree_columns tree_columns_new(struct arena *a, size_t ncolumns);
void tree_columns_row(struct tree_columns *c); /* the next row begins */
/* The column that the next cell of the row stands in, which covers across columns and down rows; n where it
 * has no place. */
size_t tree_columns_cell(struct tree_columns *c, size_t across, size_t down);
size_t node_across(const struct node *cell);
size_t node_down(const struct node *cell);
enum lang node_lang(const struct node *n); /* its own, or the nearest ancestor's */

#endif
