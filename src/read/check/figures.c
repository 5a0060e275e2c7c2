#include "read/check/figures.h"

#include "khmer/letter.h"
#include "khmer/number.h"
#include "read/check/note_walk.h"

#include <stdlib.h>

/* -- in words -------------------------------------------------------------------------------------------- */

struct figures_word {
    struct str word;
    long value;
};

/* Where one begins with another, the longer comes first. A value of a hundred and more multiplies. */
static const struct figures_word WORDS[] = {{STR_INIT("fourteen"), 14},
                                            {STR_INIT("fourth"), 4},
                                            {STR_INIT("forty"), 40},
                                            {STR_INIT("four"), 4},
                                            {STR_INIT("fifteen"), 15},
                                            {STR_INIT("fifth"), 5},
                                            {STR_INIT("fifty"), 50},
                                            {STR_INIT("fiftieth"), 50},
                                            {STR_INIT("five"), 5},
                                            {STR_INIT("sixteen"), 16},
                                            {STR_INIT("sixty"), 60},
                                            {STR_INIT("sixth"), 6},
                                            {STR_INIT("six"), 6},
                                            {STR_INIT("seventeen"), 17},
                                            {STR_INIT("seventy"), 70},
                                            {STR_INIT("seventh"), 7},
                                            {STR_INIT("seven"), 7},
                                            {STR_INIT("eighteen"), 18},
                                            {STR_INIT("eighty"), 80},
                                            {STR_INIT("eighth"), 8},
                                            {STR_INIT("eight"), 8},
                                            {STR_INIT("nineteen"), 19},
                                            {STR_INIT("ninety"), 90},
                                            {STR_INIT("ninth"), 9},
                                            {STR_INIT("nine"), 9},
                                            {STR_INIT("thirteen"), 13},
                                            {STR_INIT("thirty"), 30},
                                            {STR_INIT("third"), 3},
                                            {STR_INIT("three"), 3},
                                            {STR_INIT("twelfth"), 12},
                                            {STR_INIT("twelve"), 12},
                                            {STR_INIT("twentieth"), 20},
                                            {STR_INIT("twenty"), 20},
                                            {STR_INIT("twice"), 2},
                                            {STR_INIT("two"), 2},
                                            {STR_INIT("tenth"), 10},
                                            {STR_INIT("ten"), 10},
                                            {STR_INIT("eleven"), 11},
                                            {STR_INIT("hundred"), 100},
                                            {STR_INIT("thousand"), 1000},
                                            {STR_INIT("million"), 1000000},
                                            {STR_INIT("billion"), 1000000000},
                                            {STR_INIT("dozen"), 12},
                                            {STR_INIT("couple"), 2},
                                            {STR_INIT("both"), 2},
                                            {STR_INIT("pair"), 2},
                                            {STR_INIT("half"), 2},
                                            {STR_INIT("quarter"), 15},
                                            {STR_INIT("second"), 2},
                                            {STR_INIT("first"), 1},
                                            {STR_INIT("once"), 1},
                                            {STR_INIT("one"), 1},
                                            {STR_INIT("single"), 1},
                                            {STR_INIT("zero"), 0},
                                            {STR_INIT("none"), 0},
                                            {STR_INIT("noon"), 12},
                                            {STR_INIT("midnight"), 12},
                                            {STR_INIT("ប្រាំមួយ"), 6},
                                            {STR_INIT("ប្រាំពីរ"), 7},
                                            {STR_INIT("ប្រាំពិល"), 7},
                                            {STR_INIT("ប្រាំបី"), 8},
                                            {STR_INIT("ប្រាំបួន"), 9},
                                            {STR_INIT("ប្រាំ"), 5},
                                            {STR_INIT("សូន្យ"), 0},
                                            {STR_INIT("មួយ"), 1},
                                            {STR_INIT("ម្នាក់"), 1},
                                            {STR_INIT("ម្ដង"), 1},
                                            {STR_INIT("ម្តង"), 1},
                                            {STR_INIT("ពីរ"), 2},
                                            {STR_INIT("កន្លះ"), 2},
                                            {STR_INIT("បី"), 3},
                                            {STR_INIT("បួន"), 4},
                                            {STR_INIT("ដប់"), 10},
                                            {STR_INIT("ម្ភៃ"), 20},
                                            {STR_INIT("សាមសិប"), 30},
                                            {STR_INIT("សែសិប"), 40},
                                            {STR_INIT("ហាសិប"), 50},
                                            {STR_INIT("ហុកសិប"), 60},
                                            {STR_INIT("ចិតសិប"), 70},
                                            {STR_INIT("ប៉ែតសិប"), 80},
                                            {STR_INIT("កៅសិប"), 90},
                                            {STR_INIT("រយ"), 100},
                                            {STR_INIT("ពាន់លាន"), 1000000000},
                                            {STR_INIT("ពាន់"), 1000},
                                            {STR_INIT("ម៉ឺន"), 10000},
                                            {STR_INIT("សែន"), 100000},
                                            {STR_INIT("លាន"), 1000000},
                                            {STR_INIT("ឡូ"), 12}};

static bool is_latin(struct str t, size_t at)
{
    return at < t.n && ((t.s[at] >= 'a' && t.s[at] <= 'z') || (t.s[at] >= 'A' && t.s[at] <= 'Z'));
}

/* By the byte that tells most: each letter of a text is held against each word. */
static bool starts_alike(const char *text, const char *word)
{
    return (unsigned char)word[0] < 0x80 ? (text[0] | 32) == word[0]
                                         : text[0] == word[0] && text[2] == word[2];
}

/* What the words begin with. */
static bool may_begin(struct str t, size_t at)
{
    static const char LATIN[] = "fsentmbhcdpqoz", KHMER[] = "បសមពកដហចរលឡ";
    if ((unsigned char)t.s[at] < 0x80) return memchr(LATIN, str_low(t.s[at]), sizeof LATIN - 1) != NULL;
    for (size_t i = 0; i + 3 < sizeof KHMER && t.n - at > 2; i += 3)
        if (t.s[at + 2] == KHMER[i + 2]) return true;
    return false;
}

static const struct figures_word *word_at(struct str t, size_t at)
{
    if (is_latin(t, at) && at && is_latin(t, at - 1)) return NULL; /* none begins inside a word */
    if (!may_begin(t, at)) return NULL;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        struct str word = WORDS[i].word;
        if (t.n - at < word.n || !starts_alike(t.s + at, word.s) ||
            !str_eq_fold(str_sub(t, at, at + word.n), word))
            continue;
        bool part = is_latin(t, at) && is_latin(t, at + word.n);
        if (!part) return &WORDS[i];
    }
    return NULL;
}

struct figures_spoken { /* a number in words, as far as it is read */
    long all, now;
};

static void add_word(struct arena *a, struct figures *f, long value)
{
    VEC_ADD(a, f->words, number_latin(a, value));
}

/* Each word's value, and what they come to together: twenty-two, two hundred and five. */
static void speak(struct arena *a, struct figures *f, struct figures_spoken *s, long value)
{
    const long most = 1000000000;
    add_word(a, f, value);
    if (value >= 100 && s->now > 0 && s->now <= most / value) {
        s->now *= value;
        if (value >= 1000) s->all += s->now, s->now = 0;
    } else if (value >= 100) {
        s->now = value;
    } else {
        s->now += value;
    }
    add_word(a, f, s->all + s->now);
    if (s->all > most) *s = (struct figures_spoken){0};
    f->scaled |= value >= 1000;
}

/* -- in digits ------------------------------------------------------------------------------------------- */

static int digit_at(struct str t, size_t at, size_t *next)
{
    *next = at;
    return at < t.n ? khmer_digit_value(utf8_next(t, next)) : -1;
}

static size_t digits_end(struct str t, size_t at, struct buf *out)
{
    size_t next;
    for (int d; (d = digit_at(t, at, &next)) >= 0; at = next)
        if (out) buf_byte(out, (char)('0' + d));
    return at;
}

static size_t how_many(struct str t, size_t at)
{
    size_t next, n = 0;
    for (; digit_at(t, at, &next) >= 0; at = next) n++;
    return n;
}

/* The length of a mark inside a number: a point or a comma between digits, a blank before three of them. */
static size_t mark_at(struct str t, size_t at, size_t before)
{
    if (at >= t.n) return 0;
    size_t next = at, here = 0;
    uint32_t c = utf8_next(t, &next);
    here = how_many(t, next);
    if (c == '.' || c == ',') return here ? next - at : 0;
    bool blank = c == ' ' || c == 0xA0 || c == 0x202F || c == 0x2009;
    return blank && here == 3 && before <= 3 ? next - at : 0;
}

static struct str without_zeros(struct str s)
{
    while (s.n > 1 && s.s[0] == '0') s = str_sub(s, 1, s.n);
    return s;
}

/* Its digits together; its parts alone, as 8.30 may be 8:30. */
static struct str read_digits(struct arena *a, struct figures *f, struct str t, size_t *at)
{
    struct buf all = BUF(a);
    size_t from = 0, mark, parts = 0;
    do {
        from = all.n;
        *at = digits_end(t, *at, &all);
        if (parts++ || mark_at(t, *at, all.n - from))
            VEC_ADD(a, f->words, without_zeros(str_copy(a, (struct str){all.s + from, all.n - from})));
        mark = mark_at(t, *at, all.n - from);
        *at += mark;
    } while (mark);
    bool fraction = parts == 2 && all.n - from != 3;
    while (fraction && all.n > from && all.s[all.n - 1] == '0') all.n--;
    return without_zeros(buf_str(&all));
}

/* -- months of dates ------------------------------------------------------------------------------------- */

/* Behind a number or the word for month, or before a number: may and ធ្នូ are words, too. */
static bool is_dated(struct str t, size_t from, size_t to)
{
    static const char *const BEFORE[] = {"of", "st", "nd", "rd", "th"};
    struct str before = str_trim(str_sub(t, 0, from)), after = str_trim(str_sub(t, to, t.n));
    size_t next;
    for (size_t i = 0; i < sizeof BEFORE / sizeof *BEFORE; i++)
        if (str_ends(before, BEFORE[i])) before = str_trim(str_sub(before, 0, before.n - 2));
    if (str_ends(before, "ខែ")) return true;
    if (after.n && (after.s[0] == ',' || after.s[0] == '.')) after = str_trim(str_sub(after, 1, after.n));
    for (size_t n = 1; n <= 3 && n <= before.n; n++)
        if (digit_at(before, before.n - n, &next) >= 0 && next == before.n) return true;
    return digit_at(after, 0, &next) >= 0;
}

static void add_month(struct arena *a, struct figures *f, const struct span *s, size_t from, size_t to,
                      int month)
{
    struct str number = number_latin(a, month), typed = str_sub(s->text, from, to);
    if (!is_dated(s->text, from, to)) return;
    VEC_ADD(a, f->words, number);
    VEC_ADD(a, f->months, (struct figure){number, typed, place_after(s->place, from)});
}

/* -- a text ---------------------------------------------------------------------------------------------- */

static void add_digits(struct arena *a, struct figures *f, const struct span *s, size_t *at)
{
    size_t from = *at;
    bool named = from && (is_latin(s->text, from - 1) || strchr("/_@#", s->text.s[from - 1]));
    struct str digits = read_digits(a, f, s->text, at);
    if (named) { /* A1 */
        VEC_ADD(a, f->words, digits);
        return;
    }
    VEC_ADD(a, f->told, (struct figure){digits, str_sub(s->text, from, *at), place_after(s->place, from)});
}

static void add_span(struct arena *a, struct figures *f, const struct span *s)
{
    struct figures_spoken spoken = {0};
    for (size_t at = 0, next; at < s->text.n; at = next) {
        const struct figures_word *word = word_at(s->text, at);
        int month = 0;
        size_t n = word ? word->word.n : date_month_at(s->text, at, &month);
        next = at + n;
        if (word) {
            speak(a, f, &spoken, word->value);
        } else if (month) {
            add_month(a, f, s, at, next, month);
        } else if (how_many(s->text, at)) {
            add_digits(a, f, s, &next);
        } else {
            uint32_t c = utf8_next(s->text, &next);
            if (c != ' ' && c != '-' && c != 0x200B) spoken = (struct figures_spoken){0};
        }
    }
}

static bool holds_digit(struct str t)
{
    for (size_t at = 0; at < t.n;) {
        unsigned char c = (unsigned char)t.s[at];
        if (c >= '0' && c <= '9') return true;
        if (c == 0xE1 && t.n - at > 2 && (unsigned char)t.s[at + 1] == 0x9F) { /* U+17C0 to U+17FF */
            if (khmer_digit(utf8_next(t, &at))) return true;
        } else {
            at += c == 0xE1 ? 3 : 1;
        }
    }
    return false;
}

bool figures_any(const struct block *b)
{
    for (const struct block *x = b; x; x = note_walk_next(b, x))
        for (size_t i = 0; x->kind != BLOCK_CODE && i < x->spans.n; i++)
            if (holds_digit(x->spans.at[i].text)) return true;
    return false;
}

struct figures figures_of(struct arena *a, const struct block *b)
{
    struct figures f = {0};
    for (const struct block *x = b; x; x = note_walk_next(b, x))
        for (size_t i = 0; x->kind != BLOCK_CODE && i < x->spans.n; i++) {
            const struct span *s = &x->spans.at[i];
            bool text = s->kind == SPAN_TEXT && !(s->style & (SPAN_CODE | SPAN_RAISED));
            if (text && !note_walk_is_address(s->text)) add_span(a, &f, s);
        }
    return f;
}

/* -- the same number ------------------------------------------------------------------------------------- */

static struct str without_end(struct str s)
{
    while (s.n > 1 && s.s[s.n - 1] == '0') s.n--;
    return s;
}

/* Years of the Buddhist era, hours past noon, thousands left out. */
static bool means(const struct figures *f, struct str x, struct str y)
{
    enum { ERA = 543, NOON = 12, DAY = 24 };
    long a = 0, b = 0;
    if (str_eq(x, y) || (f->scaled && str_eq(without_end(x), without_end(y)))) return true;
    if (!number_read(x, &a) || !number_read(y, &b)) return false;
    long far = labs(a - b);
    return (a > 1000 && b > 1000 && (far == ERA || far == ERA + 1)) || (far == NOON && a <= DAY && b <= DAY);
}

bool figures_has(const struct figures *f, struct figure x)
{
    for (size_t i = 0; i < f->told.n; i++)
        if (means(f, x.digits, f->told.at[i].digits)) return true;
    for (size_t i = 0; i < f->words.n; i++)
        if (means(f, x.digits, f->words.at[i])) return true;
    return false;
}
