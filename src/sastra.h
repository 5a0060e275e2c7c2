/* sastra: a folder of notes to bilingual (Khmer and English) reports and handouts, as PDF: the library's
 * header.
 *
 *     struct sastra *folder;
 *     struct sastra_options options = SASTRA_OPTIONS;
 *     options.input = "input";
 *     options.output = "out";
 *     enum sastra_status status = sastra_open(&options, &folder);
 *     if (status <= SASTRA_TOLD) status = sastra_build(folder, NULL, 0);
 *     for (size_t i = 0; i < sastra_complaint_count(folder); i++)
 *         fputs(sastra_complaint_lines(folder, i, SASTRA_EN, 0), stderr);
 *     sastra_close(folder);
 *
 * Nothing is printed and the process is never ended, whatever lies in the folder; what is wrong there is a
 * complaint with place and cure. No signal handler, no locale, no working folder is touched.
 *
 * Threads: nothing is global. Folders that are open at once know nothing of one another, and each may be used
 * by a thread of its own; one folder by one thread at a time. Of two
 * that are built into one output folder at once the later waits. A call starts the threads that options
 * allow, and ends when they have ended.
 *
 * Memory: where it is exhausted, options.no_memory is called. It may end the process, as the program's does.
 * Where it returns, or is NULL, the call under way returns SASTRA_NO_MEMORY, out/ stays as it was or
 * is wholly new, and the folder is good for sastra_close alone; what other libraries held then is not given
 * back. It may be called more than once, and by several threads at once. Of those libraries cmark (abort) and
 * libhyphen (exit) end the process themselves when they get no memory, and fonts that cannot be loaded for
 * want of it are told as missing: who must go on living through that builds in a process of its own.
 *
 * Strings are UTF-8, end in a NUL byte and belong to the folder. Those of complaints are good until the next
 * sastra_check, sastra_build, sastra_accept or sastra_close, others until sastra_close.
 *
 * Fonts are mapped, not read: their files must not be cut short while the folder is open (SIGBUS).
 *
 * Structs begin with their size, which the caller sets: later versions of the library add fields at their
 * ends and serve callers that were compiled before. */
#ifndef SASTRA_H
#define SASTRA_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined __GNUC__
#define SASTRA_API __attribute__((visibility("default")))
#else
#define SASTRA_API
#endif

/* The first three are the program's exit statuses. */
enum sastra_status {
    SASTRA_GOOD,      /* no error was told */
    SASTRA_TOLD,      /* done; errors were told, and their places are marked in the PDF */
    SASTRA_NOTHING,   /* nothing could be made, or an error refused it (final, strict): the complaints say why
                       */
    SASTRA_NO_SUCH,   /* no document, form or complaint of that name or number */
    SASTRA_NO_MEMORY, /* see above */
    SASTRA_USAGE      /* an argument that makes no sense: NULL, a size of 0, a number out of its range */
};

enum sastra_language { SASTRA_EN, SASTRA_KM };
enum sastra_severity { SASTRA_NOTE, SASTRA_WARNING, SASTRA_ERROR };

struct sastra; /* a folder that is open */

struct sastra_options {
    size_t size;        /* sizeof (struct sastra_options) */
    const char *input;  /* the folder to read; NULL: input */
    const char *output; /* the folder to make; NULL: out */
    const char *fonts;  /* their folder; NULL: fonts/ beside input, here, beside program or library */
    enum sastra_language language; /* of problems.txt */
    int strict;                    /* an error stops the build */
    int threads;                   /* 1 to 256; 0: as many as there are processors, at most 16 */
    void (*no_memory)(void *with, size_t bytes);
    void *with;       /* what no_memory is given */
    int adopt;        /* build into a folder that holds files of others too: they stay */
    int check_output; /* the output folder is looked at before the input is read: SASTRA_NOTHING, told, where
                         nothing may be built there */
    int reopened;     /* sastra_reopen will be called: what has not changed by then is kept in memory, and not
                         made again */
};

/* struct sastra_options o = SASTRA_OPTIONS; */
#define SASTRA_OPTIONS                                                                                       \
    {                                                                                                        \
        sizeof(struct sastra_options), NULL, NULL, NULL, SASTRA_EN, 0, 0, NULL, NULL, 0, 0, 0                \
    }

/* Reads the folder. *folder is set whenever there was memory for it, also where SASTRA_NOTHING says that
 * there is no such folder or no event.yml in it: its complaints can then be asked for. Options NULL: all
 * defaults. */
SASTRA_API enum sastra_status sastra_open(const struct sastra_options *options, struct sastra **folder);
/* Reads the folder again, with the options that it was opened with; returns as sastra_open does, and what it
 * gave before is no longer good. What comes out is the same as of a folder that is opened anew; with
 * options.reopened in less time. */
SASTRA_API enum sastra_status sastra_reopen(struct sastra *folder);
/* The folder that its fonts are taken from; NULL where that was not looked for. */
SASTRA_API const char *sastra_fonts(const struct sastra *folder);
/* NULL is fine. */
SASTRA_API void sastra_close(struct sastra *folder);

/* Composes and lays out all documents, since some problems show only there; writes nothing. */
SASTRA_API enum sastra_status sastra_check(struct sastra *folder);
/* Builds the documents that n names ask for (others of an earlier build stay), or all where n is 0, and puts
 * them into the output folder in one step, with download page and problems. A name is a document's, or that
 * of several in event.yml: report, report.km, programme, forms, reflections. SASTRA_NO_SUCH: one asks for
 * none. */
SASTRA_API enum sastra_status sastra_build(struct sastra *folder, const char *const *names, size_t n);
/* What the last build changed in the report, by section and page, against the one that it replaced in the
 * output folder: "report.pdf: 2 sections changed (p. 12, 15), 1 added (p. 20)", a line an edition, those in
 * one language where none in both was built. "": it replaced none. The old one is read now, by a child of the
 * process (fork). Good until the next check, build or
 * accept. NULL where there is no such language, or no memory. */
SASTRA_API const char *sastra_changes(struct sastra *folder, enum sastra_language language);
/* Records in the input folder that the translations of a note are current: its file's name without language
 * and ending; NULL: of all notes. SASTRA_TOLD: of all but those that cannot be read. */
SASTRA_API enum sastra_status sastra_accept(struct sastra *folder, const char *note);

/* What has no translation, or one that is out of date, by file and line: the translators' work list. *text is
 * it for eyes, with the documents that speakers handed in, in the options' language, and good until
 * sastra_close; *n how many parts it has. Either may be
 * NULL. SASTRA_TOLD: what cannot be read is not in it. */
SASTRA_API enum sastra_status sastra_todo(struct sastra *folder, const char **text, size_t *n);
/* The same as a CSV table, to a file. Filled in and put into the input folder as todo.csv (todo-2.csv …) it
 * is read as the other side of those parts. SASTRA_NOTHING, told: it cannot be written, it would lie in the
 * input folder, or a file is there that this did not make or that somebody has filled in. */
SASTRA_API enum sastra_status sastra_todo_write(struct sastra *folder, const char *file, size_t *n);

/* -- documents that event.yml asks for -- */

struct sastra_document {
    size_t size;        /* sizeof (struct sastra_document) */
    const char *name;   /* of its file in the output folder, without .pdf: report.km, handouts/programme */
    const char *family; /* what event.yml calls it: report, forms … */
    size_t pages;       /* in the last check or build; 0: it was not in it */
    int built;          /* the last build made it */
};

SASTRA_API size_t sastra_document_count(const struct sastra *folder);
SASTRA_API enum sastra_status sastra_document_at(const struct sastra *folder, size_t i,
                                                 struct sastra_document *document);
/* 1 where a name asks for that document, else 0. */
SASTRA_API int sastra_document_is(const struct sastra *folder, size_t i, const char *name);

/* -- forms -- */

SASTRA_API size_t sastra_form_count(const struct sastra *folder);
/* A form's id; NULL where there is no such number. */
SASTRA_API const char *sastra_form(const struct sastra *folder, size_t i);
/* The first line of the CSV table that the form's sheets are typed into. */
SASTRA_API enum sastra_status sastra_form_template(struct sastra *folder, const char *form,
                                                   const char **line);

/* -- what was told: by opening, and by the last check, build or accept; sorted by file and place -- */

struct sastra_complaint {
    size_t size;           /* sizeof (struct sastra_complaint) */
    const char *file;      /* in the input folder; "": none */
    unsigned line, column; /* from 1; 0: the file as a whole */
    enum sastra_severity severity;
    const char *code;  /* stays the same in all versions: translation-old */
    const char *text;  /* may hold what was typed, control characters too */
    const char *cure;  /* what to do; may be "" */
    size_t stands_for; /* how many it stands for: 1, or more where a file has thousands of a kind */
};

SASTRA_API size_t sastra_complaint_count(const struct sastra *folder);
/* How many of a severity there are, each that another stands for counted. */
SASTRA_API size_t sastra_severity_count(const struct sastra *folder, enum sastra_severity severity);
SASTRA_API enum sastra_status sastra_complaint_at(struct sastra *folder, size_t i,
                                                  enum sastra_language language,
                                                  struct sastra_complaint *complaint);
/* As the program prints it: FILE:LINE:COL: severity: text [CODE], a line feed, and the cure on a line of its
 * own. colour: with a terminal's escapes. NULL where there is no such number, or no memory. */
SASTRA_API const char *sastra_complaint_lines(struct sastra *folder, size_t i, enum sastra_language language,
                                              int colour);

/* The library's version. */
SASTRA_API const char *sastra_version(void);

#ifdef __cplusplus
}
#endif

#endif
