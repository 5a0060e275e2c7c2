#include "khmer/phrase_word.h"

enum { MOST = 24 };

static const struct str WORDS[PHRASE_WORDS][MOST] = {
    [PHRASE_WORD_PREFIX] = {STR_INIT("ការ"), STR_INIT("សេចក្តី"), STR_INIT("សេចក្ដី"), STR_INIT("ពួក")},
    [PHRASE_WORD_SUFFIX] = {STR_INIT("ភាព")},
    [PHRASE_WORD_LEANS] = {STR_INIT("ណា"), STR_INIT("នេះ"), STR_INIT("នោះ"), STR_INIT("ហ្នឹង"), STR_INIT("ទេ"),
                           STR_INIT("ដែរ"), STR_INIT("ផង"), STR_INIT("វិញ"), STR_INIT("ណាស់")},
    [PHRASE_WORD_JOINS] = {STR_INIT("និង"), STR_INIT("ដែល"), STR_INIT("ឬ"), STR_INIT("ក្នុង"), STR_INIT("នៃ")},
    [PHRASE_WORD_COUNTS] = {STR_INIT("នាក់"),  STR_INIT("រូប"),     STR_INIT("អង្គ"),    STR_INIT("ក្បាល"),
                            STR_INIT("ច្បាប់"), STR_INIT("សន្លឹក"),   STR_INIT("ដង"),     STR_INIT("លើក"),
                            STR_INIT("គ្រឿង"), STR_INIT("កន្លែង"),  STR_INIT("ម៉ោង"),    STR_INIT("នាទី"),
                            STR_INIT("ថ្ងៃ"),  STR_INIT("ខែ"),     STR_INIT("ឆ្នាំ"),    STR_INIT("ភាគរយ"),
                            STR_INIT("គីឡូ"),   STR_INIT("គីឡូក្រាម"), STR_INIT("គីឡូម៉ែត្រ"), STR_INIT("ម៉ែត្រ"),
                            STR_INIT("លីត្រ"),  STR_INIT("រៀល"),    STR_INIT("ដុល្លារ")}};

static bool is_word(const struct run *r, const struct segmentation_piece *p, struct str word)
{
    size_t at = 0, s = r->syllables.at[p->from].symbols, end = r->syllables.at[p->to].symbols;
    while (p->known && at < word.n && s < end && utf8_next(word, &at) == r->symbols.at[s] + 0x177Fu) s++;
    return p->known && at == word.n && s == end;
}

bool phrase_word_is(const struct run *run, const struct segmentation_piece *piece, enum phrase_word kind)
{
    for (size_t i = 0; i < MOST && WORDS[kind][i].n; i++)
        if (is_word(run, piece, WORDS[kind][i])) return true;
    return false;
}
