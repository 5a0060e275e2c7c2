/* input: what lies in the folder, by the names that input.md gives, however they are spelled.
 *
 * A file that nothing is made of is told; litter that programs leave behind is passed over. */
#ifndef SASTRA_READ_FOLDER_INPUT_H
#define SASTRA_READ_FOLDER_INPUT_H

#include "model/corpus.h"
#include "read/format/files.h"

/* Endings of tables that office programs write, as input_files takes them. */
#define INPUT_OFFICE_TABLES ".xlsx .ods .xlsm"

struct input_note { /* a note's file */
    enum note_kind kind;
    enum lang lang;
    size_t format;                  /* in input.note_endings */
    struct str path, stem, session; /* session: d1s02, or empty */
    struct str ending;              /* the first of its format: .md */
};

struct input {
    struct files_names top;
    const struct event *event; /* its first language is that of names that tell none */
    /* The endings of each format that notes come in, lower case, parted by blanks; NULL ends them. Set by the
     * caller. */
    const char *const *note_endings;
    size_t note_texts;       /* the first so many of them are of text: they are read before the others */
    struct files_names used; /* pictures that something asks for; set by who reads photos */
    VEC(struct str) read_as; /* tables of the top level that are read though they have other names */
};

/* NULL, told, where there is no folder. */
struct input *input_open(struct job *job);
/* The path of a file or folder of the top level, in any capitals; empty where there is none. A name that is
 * read as another is told. */
struct str input_top(struct job *job, struct input *in, const char *name);
/* Is this name that one of the top level, however spelled, or in its place an office program's:
 * Programme.csv, programme.csv.txt, programme.xlsx? */
bool input_is(struct str name, const char *top);
/* Does it end as tables do? */
bool input_is_table(struct str name);
/* A text file, or a table of an office program, as a source, its spelling checked. NULL where there is none,
 * or it was told. */
const struct source *input_source(struct job *job, struct str path, bool secret);
/* The same of a file that open makes a source of: bytes are those on the disk. */
const struct source *input_opened(struct job *job, struct str path, bool secret,
                                  const struct source *(*open)(struct job *, struct str, struct str));
/* The notes of a folder ("summaries", "sessions", "annexes"), by name. */
struct input_note *input_notes(struct job *job, struct input *in, const char *folder, size_t *n);
/* Files of a folder that end in one of the endings (lower case, parted by blanks); others are told. Of x.csv
 * and x.xlsx it is x.csv. */
struct files_names input_files(struct job *job, struct input *in, const char *folder, const char *endings);
/* Tables of the top level that nothing is made of so far. */
struct files_names input_others(struct job *job, const struct input *in);
/* May it be the list of participants, by its name? */
bool input_is_people(struct job *job, struct str name);
/* The only one of them that by its name is this table of the top level; empty: none, or several. */
struct str input_lone(struct job *job, const struct input *in, const char *name);
/* A name with the stem that is meant and, of an office program's table, its own ending. */
struct str input_tidy(struct arena *a, struct str name, struct str wanted);
/* Tells that a table is read under another name than its own. */
void input_read_as(struct job *job, struct input *in, struct str path, const char *name);
/* Tells files of the top level that nothing is made of. */
void input_tell_rest(struct job *job, struct input *in);
/* Is this the name of a translators' work list: todo….csv, translations….csv? */
bool input_is_work_list(struct str name);

#endif
