/* prepass: a note's Markdown made ready for cmark, line for line.
 *
 * Takes: the lines of a source. Promises: the text that cmark gets has the same lines, so that a line's
 * number leads back; what is changed at a line's start is remembered, so that a column leads back, too.
 *
 * - A counter (១. (១) ក- a)) or bullet (• – o ➢) that begins a line becomes one that CommonMark knows, a
 * bullet under another kind of bullet a list in a list; a footnote's definition ([^1]:) an item whose text
 * begins where CommonMark wants it. Those that cmark does not take for an item (in code, inside a paragraph)
 * are put back: prepass_settle, then parse again.
 *
 * - Beside * between a Khmer letter and a punctuation mark goes PREPASS_FLANK: it may then open and close.
 *
 * - In a footnote's mark ([^1]) goes PREPASS_CALL, by which it is known: \[^1] and `[^1]` are none.
 *
 * - A picture's file name with spaces in it gets its < >, ##Heading its space.
 *
 * - A link definition that nobody uses and that reads like prose is shown as typed (SHOW: cmark has it as a
 *   heading).
 *
 * The signs are noncharacters, which no text holds (Unicode 23.7); inlines takes them out again. */
#ifndef SASTRA_READ_NOTE_PREPASS_H
#define SASTRA_READ_NOTE_PREPASS_H

#include "base/buf.h"
#include "base/source.h"

#define PREPASS_FLANK "\xEF\xB7\x90" /* U+FDD0 */
#define PREPASS_ANGLE "\xEF\xB7\x92" /* U+FDD2: goes with a < before it or a > after it that nobody typed */
#define PREPASS_CALL  "\xEF\xB7\x91" /* U+FDD1 */
enum { PREPASS_SIGN = 3 };           /* bytes of each */
enum { PREPASS_OPEN_MOST = 40 };     /* brackets open before a picture */

enum prepass_kind {
    PREPASS_BULLET,
    PREPASS_NUMBER,
    PREPASS_DECIMAL, /* in Khmer digits */
    PREPASS_LETTER,  /* in Khmer letters */
    PREPASS_ALPHA,
    PREPASS_UPPER,
    PREPASS_ROMAN,
    PREPASS_NOTE,
    PREPASS_HEADING, /* ##Heading gets its space */
    PREPASS_CLOSE,   /* a blank line that ends a csv fence that nothing closes */
    PREPASS_SHOW,
    PREPASS_DASH /* "- | -", a table's rule: shielded from being an item */
};

/* One change in a line. Lines count from 1 in the text given to cmark, bytes from 0. */
struct prepass_mark {
    enum prepass_kind kind;
    uint32_t line;
    uint32_t was, was_n; /* in the source's line: where, and how many bytes */
    uint32_t now, now_n; /* in the text's line */
    uint32_t lead;       /* bytes of blanks that was begins with */
    uint32_t indent;     /* blanks that stand before now */
    long number;         /* of a counter */
    char delimiter;
    bool bracket;     /* (១) */
    struct str label; /* NOTE; CLOSE: the marks */
    bool taken;       /* cmark has made it an item */
    bool refused;     /* stays as typed */
};

/* A line that may be a link definition. */
struct prepass_link {
    uint32_t line, at; /* its [ */
    struct str label;
    bool prose;
    bool idle; /* cmark keeps it, and nothing calls it */
};

/* A bullet of the list at hand, or of one in it. */
struct prepass_level {
    uint32_t glyph;
    size_t indent; /* columns */
};

struct prepass {
    struct arena *arena;
    const struct source *source;
    size_t first, n; /* lines of the source, from 1; how many */
    VEC(struct prepass_mark) marks;
    VEC(struct prepass_link) links;
    size_t crowded; /* the first line whose pictures are shown as typed; 0: none is */
    bool unsettled; /* there is something that only cmark can tell */
    struct prepass_level levels[8];
    size_t nlevels;
};

/* What cmark shows in a line, for prepass_settle. */
enum prepass_line { PREPASS_HIDDEN, PREPASS_SHOWN, PREPASS_VERBATIM /* code, HTML */ };

/* Looks through the lines of source->text[from … to); from stands at the start of a line. */
struct prepass *prepass_new(struct arena *a, const struct source *source, size_t from, size_t to);
/* The text for cmark, as things stand. */
struct str prepass_text(struct prepass *p);
/* A line's inline signs alone, for what is cut out of the source (a table's cell). *open: brackets that the
 * paragraph's lines before leave open. False where pictures are shown as typed, for too many are: cmark looks
 * through all of them at each ]. */
bool prepass_inline(struct buf *out, struct str text, size_t *open);
/* cmark has an item (or a heading) at this line and byte. */
void prepass_take(struct prepass *p, size_t line, size_t byte);
/* lines: one a line, as cmark showed them; last: no more link definitions are to be shown. True where
 * something was changed: parse again. */
bool prepass_settle(struct prepass *p, const unsigned char *lines, bool last);
/* Close a fence in a blank line: parse again. */
void prepass_close(struct prepass *p, size_t line, struct str marks);
/* The change that begins at a line and byte of the text; NULL where there is none. */
const struct prepass_mark *prepass_at(const struct prepass *p, size_t line, size_t byte);
/* The place in the source of a line and byte of the text. */
struct place prepass_place(const struct prepass *p, size_t line, size_t byte);
/* The link definitions' lines, for a text that is parsed by itself. */
void prepass_definitions(const struct prepass *p, struct buf *out);

#endif
