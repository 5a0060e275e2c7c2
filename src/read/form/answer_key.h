/* answer_key: a prompt with its words folded, once for a whole table, and what a text is among them.
 *
 * Words compare folded: letters and digits alone, Khmer in normal order, any capitals, no blanks: so neither
 * the Khmer space bar (U+200B) nor punctuation tells words apart. */
#ifndef SASTRA_READ_FORM_ANSWER_KEY_H
#define SASTRA_READ_FORM_ANSWER_KEY_H

#include "base/buf.h"
#include "model/prompt.h"

struct answer_key {
    const struct prompt *prompt;
    struct str id, text[LANG_N], low[LANG_N], high[LANG_N];
    struct answer_key_option {
        struct str id, text[LANG_N];
    } * options;
    int other; /* the option for what is none of them; -1: there is none */
};

/* In a. */
struct answer_key answer_key(struct arena *a, const struct prompt *prompt);
struct str answer_key_fold(struct arena *a, struct str text);
/* A sign that says nothing when words compare. */
bool answer_key_mark(uint32_t cp);
/* The option whose id or words a text is, in one language or both; -1: none. */
int answer_key_option(struct arena *a, const struct answer_key *k, struct str text);
/* The same on one side of a stroke, bracket or colon, or by its letter: "talks (a)", "ផ្សេងៗ៖ …", "b". */
int answer_key_option_within(struct arena *a, const struct answer_key *k, struct str text);
/* The option that a code or number stands for by its order: 2, A2, AO02, SQ002; -oth- for Other; -1: none. */
int answer_key_option_code(const struct answer_key *k, struct str text);
/* The end of a scale that a text is in words: 1, its points, or 0 where it is none. */
long answer_key_end(struct arena *a, const struct answer_key *k, struct str text);
/* "Other", "Other (please specify)", "ផ្សេងៗ": folded. */
bool answer_key_means_other(struct str folded);
/* Cuts a text at its first colon, of any script. False where it has none. */
bool answer_key_cut_colon(struct str text, struct str *before, struct str *after);

#endif
