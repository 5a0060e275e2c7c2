/* corpus: all that input/ holds, as nouns. Made by read/, shared by all documents, const after.
 *
 * Slices live in the run's arena or in their sources. What people wrote on forms stands in replies.h, behind
 * a door: printed is only what privacy/gate.h lets through (said.h). */
#ifndef SASTRA_MODEL_CORPUS_H
#define SASTRA_MODEL_CORPUS_H

#include "model/bi.h"
#include "model/doc.h"

struct date {
    int year, month, day; /* year 0: none */
};

struct person {
    struct bi honorific, name, role;
    struct place place;
};

enum document_bit { /* event.yml, documents: */
                    DOCUMENT_REPORT = 1,
                    DOCUMENT_PROGRAMME = 2,
                    DOCUMENT_FORMS = 4,
                    DOCUMENT_SHEETS = 8,
                    DOCUMENT_REFLECTIONS = 16,
                    DOCUMENT_REGISTER = 32,
                    DOCUMENT_GUIDE = 64,
                    DOCUMENT_ATTENDANCE = 128,
                    DOCUMENT_ALL = 255
};
/* The words of event.yml's list of documents: the nth asks for 1 << n. */
const char *const *corpus_document_words(size_t *n);

enum edition { EDITION_BOTH, EDITION_KM, EDITION_EN, EDITIONS };
/* What a document is written to; of the report, editions: may ask for one more each. */
enum written { WRITTEN_PDF, WRITTEN_HTML, WRITTEN_EPUB, WRITTEN_KINDS };
/* The one language of an edition; LANG_NONE: all. */
enum lang corpus_edition_lang(enum edition edition);

enum { URL_LONGEST = 250 }; /* bytes of an address as browsers send it: more are too fine for a QR code */

enum font_role { FONT_ROLE_BODY, FONT_ROLE_HEADING, FONT_ROLES };

enum paper { PAPER_A4, PAPER_LETTER, PAPER_A5, PAPER_B5, PAPERS };

struct event {
    const struct source *source;
    struct place place;
    bool final, sample;
    int contents;            /* levels in the contents, 1 to 3; 0: the usual two */
    bool numbered;           /* paragraphs of notes that do not tell themselves */
    bool before;             /* phase: nothing has taken place yet */
    enum lang langs[LANG_N]; /* the first is the left column */
    size_t nlangs;
    struct place langs_place;
    enum paper paper; /* of what is not of a size by its name */
    struct date *dates;
    size_t ndates;
    struct date programme_as_of;
    struct date latest; /* the latest date in event.yml; year 0: none */
    struct str lunar_date_km;
    struct str contact_name, contact_email;
    struct person *presided_by, *signatories;
    size_t npresided, nsignatories;
    struct bi title, subtitle, venue, host, supporter;
    struct imprint {
        struct bi number, publisher, isbn, licence, disclaimer, citation;
    } imprint;
    struct signing { /* where and when the foreword is signed */
        struct bi place;
        struct date date;
        struct str lunar_km; /* as typed */
    } signing;
    const struct picture *cover; /* lies in the cover's field; NULL: a pattern */
    uint32_t colour;             /* has_colour: 0xRRGGBB in place of the house's blue */
    bool has_colour;
    struct str url; /* where the report will be found; empty: not told */
    bool national_heading, attach_sources;
    unsigned documents;                   /* document_bit */
    unsigned editions;                    /* 1 << edition; 1 << (EDITIONS + written - 1) */
    int photo_dpi;                        /* pictures are scaled to it; 0: as they are */
    int least_group;                      /* smaller groups of writers are put together; 0: the house's */
    struct str fonts[LANG_N][FONT_ROLES]; /* family or file name; empty: the house's */
    struct place fonts_place[LANG_N][FONT_ROLES];
    bool system_faces; /* on the web those of the reader's own machine come first */
};
/* Is it one of the event's languages? */
bool event_has_lang(const struct event *event, enum lang lang);

enum session_type {
    SESSION_TALK,
    SESSION_OPENING,
    SESSION_PANEL,
    SESSION_DISCUSSION,
    SESSION_VISIT,
    SESSION_BREAK,
    SESSION_CLOSING
};

struct session {
    struct place place;
    int day;        /* from 1 */
    int start, end; /* minutes after midnight; -1: none */
    struct str id;  /* d1s02; empty for a break without one */
    enum session_type type;
    bool type_told;            /* else it is a talk until somebody says otherwise */
    struct bi title, speakers; /* speakers: as typed, parted by ';' */
    struct str chair, rapporteur, room;
};

struct organization {
    struct place place;
    struct str acronym;
    struct bi name;
    const struct picture *logo; /* may be NULL */
};

enum sex { SEX_UNKNOWN, SEX_FEMALE, SEX_MALE, SEXES };

struct participant {
    struct place place;
    struct str id, organization;
    struct bi honorific, name, role, province;
    enum sex sex;
    bool consent_name, consent_photo;
    struct str *strays; /* of a row out of step: cells that may hold the name */
    size_t nstrays;
    struct str *also; /* cells of columns that no head tells, which look like names */
    size_t nalso;
};

enum roster {
    ROSTER_NONE, /* there is no list of participants */
    ROSTER_READ,
    ROSTER_UNREAD /* there is one, and its names are not known: no open answer may leave the corpus */
};

enum share { /* who gets a document that was handed in */
             SHARE_PARTICIPANTS,
             SHARE_PUBLIC,
             SHARE_NO,
             SHARES
};

enum { HANDED_ORIGINAL = LANG_N, HANDED_FILES }; /* a document's files: a translation each, and what came */

struct handed_file {
    struct str typed; /* as documents.csv names it */
    struct place place;
    struct str path;  /* in input/, of one that is passed on; empty: none */
    const char *real; /* where its bytes are */
    struct str name;  /* under which it goes out: d1s02-slides-en.pdf */
    uint64_t size;    /* bytes */
};

struct handed_in { /* a row of documents.csv */
    struct place place;
    struct str session, file;
    struct bi title;
    struct str received;     /* a date as typed, or empty */
    struct date received_on; /* where it could be read */
    bool is_received, translated[LANG_N];
    enum share share;
    bool share_doubtful; /* its row is out of step: no, whatever it says */
    struct handed_file files[HANDED_FILES];
};
/* Whether one of its files is passed on. */
bool handed_in_passed(const struct handed_in *d);

enum action_priority { ACTION_AS_TYPED, ACTION_HIGH, ACTION_MEDIUM, ACTION_LOW };

struct action_plan { /* who does it, until when, with what; each may be empty */
    struct bi responsible, indicator;
    struct str deadline;     /* as typed */
    struct date deadline_on; /* where it is a day, or a month: day 0 */
    struct str budget;       /* as typed */
    struct str priority;     /* as typed */
    enum action_priority priority_word;
    struct str session;
};

struct action { /* a row of actions.csv */
    struct place place;
    struct bi text;
    struct action_plan plan;
};

struct recommendation {
    struct place place;
    struct bi text, addressee;
    struct str horizon;
    struct action_plan plan; /* where the table has columns of one */
};

struct term {
    struct place place;
    struct bi term, meaning;
    struct str acronym, note; /* note: for those who translate */
};

struct photo {
    struct place place;
    struct str session;
    struct picture *picture;
    bool listed;       /* has a row in photos.csv */
    struct str people; /* participants' ids or names, as typed, parted by ';' */
    struct place people_place;
    bool doubtful; /* its row is out of step: nobody can tell who is in it */
};

/* -- notes -- */

enum note_kind { NOTE_SUMMARY, NOTE_SESSION, NOTE_ANNEX };

/* What translations.tsv says of a pair. */
enum pair_state {
    PAIR_NEW,     /* nothing: it was not accepted, or has changed in both languages since */
    PAIR_CURRENT, /* as it was accepted */
    PAIR_STALE    /* one side alone has changed */
};

/* Blocks that say the same in each language; either may be NULL. Top-level blocks only, in order. */
struct pair {
    const struct block *side[LANG_N];
    bool excused; /* one side is meant to be alone: a title that the other has in its facts, a footnote nobody
                     calls */
    enum pair_state state;
    enum lang stale; /* of PAIR_STALE: the side that has not changed */
};
size_t pair_sides(const struct pair *pair); /* how many languages have it */

struct note {
    enum note_kind kind;
    struct str stem;    /* executive-summary; d1s02-opening */
    struct str session; /* d1s02, or empty */
    int weight;
    const struct doc *doc[LANG_N]; /* either may be NULL, not both */
    bool photo_refused; /* it asks for one that may not be shown: as it was typed it is not passed on */
    struct pair *pairs;
    size_t npairs;
};
bool note_is_whole(const struct note *note); /* there in every language */

/* -- forms -- */

enum prompt_type { /* prompt.h says what each is */
                   PROMPT_OPEN,
                   PROMPT_CHOICE,
                   PROMPT_CHOICES,
                   PROMPT_SCALE,
                   PROMPT_YESNO,
                   PROMPT_RANKING,
                   PROMPT_TYPES
};

struct option {
    struct str id;
    struct bi text;
    struct place place;
};

struct prompt {
    struct str id;
    enum prompt_type type;
    struct bi text, low, high;
    int lines, points;
    int most; /* options that may be given a place */
    struct option *options;
    size_t noptions;
    struct place place;
};

struct theme {
    struct str id;
    struct bi name;
    struct str *words[LANG_N];
    size_t nwords[LANG_N];
    struct place place;
};

struct reply; /* replies.h */

struct form {
    struct str id;    /* as it goes out (base/output_name.h); no two forms' files have one name */
    struct str typed; /* as it was typed: reflections' files may go by either */
    const struct source *source;
    struct bi title, intro;
    struct prompt *prompts;
    size_t nprompts;
    struct theme *themes;
    size_t nthemes;
    struct reply *replies;
    size_t nreplies, nonline;                    /* nonline: of them, given in a form service, not on paper */
    bool of_sessions;                            /* some sheet tells one, be it known or not */
    size_t rows_read, rows_left_out, rows_blank; /* rows_read = nreplies + rows_left_out + rows_blank */
};

struct diags;

struct corpus {
    struct event event;
    struct session *sessions; /* by day, then start */
    size_t nsessions;
    int ndays;
    struct session *before; /* the programme's version before this one, by day, then start; may be none */
    size_t nbefore;
    struct date before_of;
    struct organization *organizations;
    size_t norganizations;
    struct participant *participants;
    size_t nparticipants;
    size_t nunread; /* behind them: of rows that nobody can read, in no count, but never to be named */
    struct participant *copies; /* of another list beside it, who are not in it: in no count, never named */
    size_t ncopies;
    enum roster roster;
    struct handed_in *documents;
    size_t ndocuments;
    struct recommendation *recommendations;
    size_t nrecommendations;
    struct action *actions;
    size_t nactions;
    struct term *terms;
    size_t nterms;
    struct str *names; /* no line may cut these: names.txt, glossary, organizations */
    size_t nnames;
    struct note
        *notes; /* summaries in the report's order, sessions by their programme, the event's annexes */
    size_t nnotes;
    struct form *forms;
    size_t nforms;
    struct photo *photos;
    size_t nphotos;
    const struct diags *told; /* what reading had to say: compose/ marks the errors' places; may be NULL */
};

const struct session *corpus_session(const struct corpus *c, struct str id);
/* Whether a document is passed on to these; SHARES: to anybody. */
bool corpus_passes_on(const struct corpus *c, enum share to);

#endif
