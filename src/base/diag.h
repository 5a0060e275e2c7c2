/* diag: the one catalogue of complaints, and the list of those made in a run.
 *
 * Every complaint has a code, a severity, a message and a cure, the last two in English and in Khmer; they
 * stand in base/diag.def. {1} … {4} in a message stand for the arguments, {1#row#rows} for a word by their
 * number. Readers tell and go on; all is
 * printed at the end, sorted by file and place, told once each; errors alone set the exit status. Of an
 * argument the first 400 bytes are copied. A message never quotes an answer or a participant (input.md): give
 * place and kind. */
#ifndef SASTRA_BASE_DIAG_H
#define SASTRA_BASE_DIAG_H

#include "base/buf.h"
#include "base/lang.h"
#include "base/source.h"

enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR };

enum diag_code {
#define DIAG(code, name, severity, en, km, cure_en, cure_km) DIAG_##code,
#include "base/diag.def"
#undef DIAG
    DIAG_LAST
};

enum { DIAG_ARGS = 4 };

struct diag {
    enum diag_code code;
    struct place place;
    struct str args[DIAG_ARGS];
    size_t more;      /* how many repeats this one stands for besides itself, and */
    struct str lines; /* where they are: 7–12, 15 */
};

struct diags {
    struct arena *arena;
    VEC(struct diag) list;
};

struct diags *diags_new(struct arena *a);
/* diag_tell(d, DIAG_X, place, str, str …): up to DIAG_ARGS arguments of type struct str. */
#define diag_tell(d, code, place, ...)                                                                       \
    diag_add((d), (code), (place), (const struct str[DIAG_ARGS + 1]){__VA_ARGS__})
void diag_add(struct diags *d, enum diag_code code, struct place place, const struct str *args);
/* Tells that the machine failed to read a file or a folder (DIAG_FILE_FAILED). False, and nothing is told,
 * where the errno is no fault of the machine. */
bool diag_machine_fault(struct diags *d, struct str path, int why);
/* All of the other list's complaints into d (copied). */
void diag_merge(struct diags *d, const struct diags *other);
/* Sort by path, place, code; drop repeats. */
void diag_sort(struct diags *d);
/* Of one code in one file (in a table: in one column) the first 2,500 are told each by itself, the next
 * one for all the rest. The list is sorted. Whoever counts goes on counting every one. */
void diag_fold(struct diags *d);
bool diag_has(const struct diags *d, enum diag_code code);
size_t diag_count(const struct diags *d, enum severity severity);

const char *diag_name(enum diag_code code);
enum severity diag_severity(enum diag_code code);
const char *diag_severity_name(enum severity s, enum lang lang);
/* A code by its printed name; DIAG_LAST where there is none. */
enum diag_code diag_by_name(struct str name);

struct str diag_message(struct arena *a, const struct diag *d, enum lang lang);
/* The message as a page sets it: a capital where it begins with a word of its own, a full stop where nothing
 * ends it. */
struct str diag_sentence(struct arena *a, const struct diag *d, enum lang lang);
/* Whether its cure is that nothing needs doing, and no more. */
bool diag_asks_nothing(enum diag_code code);
struct str diag_cure(struct arena *a, const struct diag *d, enum lang lang);
/* As a page has it: with the apostrophes of print, as diag_sentence. */
struct str diag_cure_printed(struct arena *a, const struct diag *d, enum lang lang);
/* FILE:LINE:COL: severity: text [CODE], the place as place_text has it, then the cure on an indented line. */
void diag_print(struct buf *out, const struct diag *d, enum lang lang, bool colour);
/* A JSON array of objects: file, line, column, severity, code, en, km, cure_en, cure_km. */
void diag_json(struct buf *out, const struct diags *d);
/* What `sastra explain CODE` prints: message, cure, and an example before and after (base/diag_examples.def).
 */
void diag_explain(struct buf *out, enum diag_code code);

#endif
