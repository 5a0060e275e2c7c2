#include "read/form/scale_cell.h"

#include "khmer/letter.h"
#include "khmer/number.h"

/* -- scales -----------------------------------------------------------------------------------
 */

static bool is_zeros(struct str s)
{
    while (str_starts(s, "0") || str_starts(s, "០")) s = str_sub(s, s.s[0] == '0' ? 1 : 3, s.n);
    return !s.n;
}

static size_t digits_end(struct str text, size_t at)
{
    size_t end = at;
    while (at < text.n) {
        uint32_t c = utf8_next(text, &at);
        if (!(c >= '0' && c <= '9') && !khmer_digit(c)) break;
        end = at;
    }
    return end;
}

/* Cuts a number off the start of a text, and zeros behind a point with it: "4.0 good" leaves " good". */
static bool cut_number(struct str *text, long *value)
{
    size_t end = digits_end(*text, 0), to = end;
    if (!end || !number_read(str_sub(*text, 0, end), value)) return false;
    if (end + 1 < text->n && (text->s[end] == '.' || text->s[end] == ',')) {
        to = digits_end(*text, end + 1);
        if (to == end + 1)
            to = end;
        else if (!is_zeros(str_sub(*text, end + 1, to)))
            return false;
    }
    *text = str_sub(*text, to, text->n);
    return true;
}

static bool is_latin(struct str digits, size_t at)
{
    return (unsigned char)digits.s[at] < 0x80;
}

static bool is_fraction(uint32_t c)
{
    return (c >= 0xBC && c <= 0xBE) || (c >= 0x2150 && c <= 0x215E);
}

/* "/", "of", "លើ": what stands before the number of points. */
static bool ends_of(struct str before)
{
    before = str_trim(before);
    return str_ends(before, "/") || str_ends(before, "of") || str_ends(before, "លើ");
}

/* Every other number is the points of the scale ("4/5") or the same one again ("4 / ៤", "4 (4 stars)"). */
static bool numbers_agree(struct str rest, long value, long points, bool latin)
{
    for (size_t at = 0; at < rest.n;) {
        size_t from = at, end = digits_end(rest, at);
        long n = 0;
        if (end == from) {
            if (is_fraction(utf8_next(rest, &at))) return false;
            continue;
        }
        bool of = ends_of(str_sub(rest, 0, from)), as_first = is_latin(rest, from) == latin;
        if (!number_read(str_sub(rest, from, end), &n)) return false;
        if (!(of && n == points) && (n != value || (of && as_first))) return false;
        at = end;
    }
    return true;
}

/* "or five", "to 4": a second answer begins. */
static bool goes_on(struct str words)
{
    static const char *const JOINTS[] = {"or ", "to ", "and ", "ឬ", "រឺ", "ដល់", "ទៅ", "និង"};
    for (size_t i = 0; i < sizeof JOINTS / sizeof *JOINTS; i++) {
        struct str joint = str_of(JOINTS[i]);
        if (str_eq_fold(str_sub(words, 0, joint.n), joint)) return true;
    }
    return false;
}

/* What follows a number: nothing, or words that mean it ("4 - agree", "5 (very)" where 5 is the end that is
 * called so); not a sign alone ("4+", "4?"), another number, or the words of the other end. */
static bool means_it(struct arena *a, const struct answer_key *k, struct str rest, long value, bool latin)
{
    struct str words = str_trim(rest);
    if (!words.n || str_is(words, ".") || str_is(words, ")")) return true;
    if (!numbers_agree(rest, value, k->prompt->points, latin) || !answer_key_fold(a, words).n) return false;
    while (words.n && memchr(" -:.,/()", words.s[0], 8)) words = str_sub(words, 1, words.n);
    long end = answer_key_end(a, k, words);
    return !goes_on(words) && (!end || end == value);
}

enum { RUNGS = 5, MIDDLE = 2 };

/* What services print at the points between two ends; the second column of words are other names of the
 * middle. */
static const struct {
    const char *rungs[RUNGS], *middles[3];
} LADDERS[] = {
    {{"Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"},
     {"Neither agree nor disagree", "Undecided", "Neither disagree nor agree"}},
    {{"Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"},
     {"Neither satisfied nor dissatisfied", "Neither dissatisfied nor satisfied", NULL}},
    {{"Very poor", "Poor", "Fair", "Good", "Very good"}, {"Average", "Acceptable", NULL}},
    {{"Poor", "Fair", "Good", "Very good", "Excellent"}, {NULL}},
    {{"Never", "Rarely", "Sometimes", "Often", "Always"}, {NULL}},
    {{"មិនយល់ស្របខ្លាំង", "មិនយល់ស្រប", "អព្យាក្រឹត", "យល់ស្រប", "យល់ស្របខ្លាំង"}, {"ធម្មតា", "មធ្យម", NULL}},
    {{"មិនពេញចិត្តខ្លាំង", "មិនពេញចិត្ត", "ធម្មតា", "ពេញចិត្ត", "ពេញចិត្តខ្លាំង"}, {"មធ្យម", "អព្យាក្រឹត", NULL}},
    {{"មិនដែល", "កម្រ", "ពេលខ្លះ", "ញឹកញាប់", "ជានិច្ច"}, {NULL}},
};

static bool same_words(struct arena *a, struct str folded, const char *words)
{
    return words && str_eq(folded, answer_key_fold(a, str_of(words)));
}

/* A ladder's rung by its words, from 0; -1: none. */
static int rung_of(struct arena *a, size_t ladder, struct str folded)
{
    for (int i = 0; i < RUNGS; i++)
        if (same_words(a, folded, LADDERS[ladder].rungs[i])) return i;
    for (int i = 0; i < 3; i++)
        if (same_words(a, folded, LADDERS[ladder].middles[i])) return MIDDLE;
    return -1;
}

/* A point between the ends by its usual words, where the form calls its ends so; four points have no middle.
 * 0: none.
 */
static long between_value(struct arena *a, const struct answer_key *k, struct str text)
{
    int points = k->prompt->points;
    struct str word = answer_key_fold(a, text);
    for (size_t i = 0; i < sizeof LADDERS / sizeof *LADDERS && (points == RUNGS || points == RUNGS - 1); i++)
        for (int l = 0; l < LANG_N; l++) {
            bool ends = k->low[l].n && same_words(a, k->low[l], LADDERS[i].rungs[0]) &&
                        same_words(a, k->high[l], LADDERS[i].rungs[RUNGS - 1]);
            int rung = ends ? rung_of(a, i, word) : -1;
            if (rung < 0 || (points < RUNGS && rung == MIDDLE)) continue;
            return rung + 1 - (points < RUNGS && rung > MIDDLE);
        }
    return 0;
}

/* The one number that a cell says, by itself or in words; 0 where it says none, or more than one. */
static long scale_value(struct arena *a, const struct answer_key *k, struct str text)
{
    struct str rest = text;
    long value = 0;
    if (number_read(text, &value)) return value;
    if (!digits_end(text, 0)) {
        value = answer_key_end(a, k, text);
        if (!value) value = between_value(a, k, text);
        return value ? value : answer_key_option_within(a, k, text) + 1;
    }
    if (cut_number(&rest, &value) && means_it(a, k, rest, value, is_latin(text, 0))) return value;
    return answer_key_option(a, k, text) + 1;
}

long scale_cell_code(const struct answer_key *k, struct str text)
{
    long value = 0;
    size_t letters = str_starts(text, "AO") ? 2 : str_starts(text, "A") || str_starts(text, "a");
    bool good = letters && number_read(str_sub(text, letters, text.n), &value);
    return good && value >= 1 && value <= k->prompt->points ? value : 0;
}

void scale_cell_read(const struct answer_cell *c, struct answer *x)
{
    const struct prompt *p = c->key->prompt;
    long value =
        c->coded ? scale_cell_code(c->key, c->cell.text) : scale_value(c->job->scratch, c->key, c->cell.text);
    x->given = value >= 1 && value <= p->points;
    if (x->given)
        x->closed.scale = (int)value;
    else
        diag_tell(c->job->diags, DIAG_ANSWER_RANGE, c->cell.place, p->id,
                  number_latin(c->job->scratch, p->points));
}

/* -- yes and no ------------------------------------------------------------------------------------------ */

/* The first of its parts is one, and no later one is the other: "Yes (always)", "No, but maybe"; not
 * "Yes/No". */
static int first_yesno(struct str text)
{
    int first = -1;
    for (size_t i = 0, from = 0; i <= text.n; i++) {
        if (i < text.n && !memchr("/(),;", text.s[i], 5)) continue;
        struct str part = str_trim(str_sub(text, from, i));
        int here = part.n ? yesno_read(part) : -1;
        if (!from && here < 0) return -1;
        if (from && here >= 0 && here != first) return -1;
        if (!from) first = here;
        from = i + 1;
    }
    return first;
}

/* 1 for yes, 2 for no, where a column is so coded. */
static int coded_yesno(struct str text)
{
    long value = 0;
    if (str_starts(text, "A") || str_starts(text, "a"))
        text = str_sub(text, str_starts(text, "AO") ? 2 : 1, text.n);
    if (!number_read(text, &value) || value < 1 || value > 2) return -1;
    return value == 1;
}

void scale_cell_yesno(const struct answer_cell *c, struct answer *x)
{
    struct str text = c->cell.text;
    int yes = c->cell.doubtful ? -1 : c->coded ? coded_yesno(text) : yesno_read(text);
    if (yes < 0 && !c->cell.doubtful) yes = first_yesno(text);
    x->given = yes >= 0;
    if (x->given)
        x->closed.yes = yes;
    else
        diag_tell(c->job->diags, DIAG_ANSWER_YESNO, c->cell.place, c->key->prompt->id);
}
