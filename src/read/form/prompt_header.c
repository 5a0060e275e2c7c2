#include "read/form/prompt_header.h"

#include "khmer/letter.h"

enum {
    WORDS_LEAST = 12 /* bytes of a prompt's words before a longer heading may hold them */,
    PARTS_MOST = 8,
    /* how surely a head asks, before how many bytes of words say so */
    CONTAINED = 1,
    ROW = 1 << 20,
    WHOLE = 1 << 22
};

struct prompt_header_parts { /* folded */
    struct str at[PARTS_MOST];
    size_t n;
};

struct head {
    struct str whole, row; /* folded; row: what stands in square brackets at the end */
    bool grid;
    struct prompt_header_parts outer, inner, whole_parts;
};

static size_t past_digits(struct str s, size_t at)
{
    for (size_t next = at; at < s.n; at = next) {
        if (khmer_digit_value(utf8_next(s, &next)) < 0) break;
    }
    return at;
}

/* "3. ", "៣) ", "1.2. ", "Q3: ", "សំណួរទី៣៖ " */
static struct str less_number(struct str s)
{
    static const char *const WORDS[] = {"Question", "question", "Q", "q", "សំណួរទី", "សំណួរ", ""};
    size_t at = 0;
    for (size_t i = 0; !at && i < sizeof WORDS / sizeof *WORDS; i++)
        if (str_starts(s, WORDS[i])) at = strlen(WORDS[i]);
    while (at < s.n && s.s[at] == ' ') at++;
    for (size_t end; (end = past_digits(s, at)) > at && end < s.n; at = end) {
        struct str rest = str_sub(s, end, s.n);
        size_t sign = memchr(".):", rest.s[0], 3) ? 1 : str_starts(rest, "៖") ? 3 : 0;
        if (!sign) return s;
        if (past_digits(rest, sign) == sign) return str_trim(str_sub(rest, sign, rest.n));
        end += sign;
    }
    return s;
}

/* "(tick all that apply)" at the end */
static struct str less_hint(struct str s)
{
    if (!str_ends(s, ")")) return s;
    for (size_t i = s.n; i-- > 1;)
        if (s.s[i] == '(') return str_trim(str_sub(s, 0, i));
    return s;
}

static void add_part(struct arena *a, struct prompt_header_parts *p, struct str text)
{
    struct str folded = answer_key_fold(a, text);
    if (folded.n && p->n < PARTS_MOST) p->at[p->n++] = folded;
}

static void add_parts(struct arena *a, struct prompt_header_parts *p, struct str text)
{
    for (size_t from = 0, to; from <= text.n; from = to + 1) {
        for (to = from; to < text.n && !memchr("/\n", text.s[to], 2);) to++;
        struct str part = less_number(str_trim(str_sub(text, from, to)));
        add_part(a, p, part);
        if (less_hint(part).n != part.n) add_part(a, p, less_hint(part));
    }
}

/* The star of a question that must be answered. */
static struct str less_star(struct str s)
{
    s = str_trim(s);
    while (str_starts(s, "*")) s = str_trim(str_sub(s, 1, s.n));
    while (str_ends(s, "*")) s = str_trim(str_sub(s, 0, s.n - 1));
    return s;
}

static struct head read_head(struct arena *a, struct str typed)
{
    struct str text = less_star(typed);
    struct head h = {.whole = answer_key_fold(a, text)};
    struct str outer = str_trim(text), inner = {0};
    if (str_ends(outer, "]"))
        for (size_t i = outer.n; i-- > 0 && !inner.n;)
            if (outer.s[i] == '[') {
                inner = str_trim(str_sub(outer, i + 1, outer.n - 1));
                outer = str_trim(str_sub(outer, 0, i));
                h.grid = inner.n > 0;
                break;
            }
    h.row = answer_key_fold(a, inner);
    add_parts(a, &h.whole_parts, text);
    add_parts(a, &h.outer, outer);
    if (h.grid) add_parts(a, &h.inner, inner);
    return h;
}

static bool holds(const struct prompt_header_parts *p, struct str words)
{
    for (size_t i = 0; i < p->n; i++)
        if (str_eq(p->at[i], words)) return true;
    return false;
}

/* The question and its row, said together. */
static bool is_joined(const struct head *h, struct str words)
{
    for (size_t i = 0; i < h->outer.n; i++)
        for (size_t k = 0; k < h->inner.n; k++) {
            struct str o = h->outer.at[i], in = h->inner.at[k];
            if (words.n == o.n + in.n && !memcmp(words.s, o.s, o.n) && !memcmp(words.s + o.n, in.s, in.n))
                return true;
        }
    return false;
}

static bool is_within(struct str words, struct str text)
{
    return words.n >= WORDS_LEAST && str_find(text, words, 0) != SIZE_MAX;
}

/* How surely a head asks in one language what these words ask: the question as a whole, a grid's row, or
 * words among others – then those that fill the most of it. */
static size_t score(const struct head *h, const struct prompt *p, struct str words)
{
    if (!words.n) return 0;
    if (str_eq(h->whole, words) || holds(&h->whole_parts, words) || is_joined(h, words))
        return WHOLE + words.n;
    if (h->grid && holds(&h->inner, words)) return ROW + words.n;
    if (h->grid && is_within(words, h->row)) return ROW / 2 + words.n;
    if (h->grid && !prompt_is_open(p)) return 0; /* another row is no answer to the question as a whole */
    return is_within(words, h->whole) ? CONTAINED + words.n : 0;
}

static struct str row_of(struct arena *a, struct str words)
{
    words = str_trim(words);
    size_t from = str_ends(words, "]") ? str_find(words, STR("["), 0) : SIZE_MAX;
    return from == SIZE_MAX ? (struct str){0} : answer_key_fold(a, str_sub(words, from + 1, words.n));
}

/* A service may give a grid's rows alone: the one prompt that ends in "[row]". */
static size_t prompt_of_row(struct arena *a, const struct head *h, const struct answer_key *keys, size_t n)
{
    size_t found = SIZE_MAX;
    for (size_t i = 0; i < n; i++)
        for (int l = 0; l < LANG_N; l++) {
            struct str row = row_of(a, keys[i].prompt->text.t[l]);
            if (!row.n || !holds(&h->whole_parts, row) || found == i) continue;
            if (found != SIZE_MAX) return SIZE_MAX;
            found = i;
        }
    return found;
}

struct prompt_header_found prompt_header_prompt(struct arena *a, const struct answer_key *keys, size_t n,
                                                struct str text)
{
    struct head h = read_head(a, text);
    struct prompt_header_found best = {.prompt = SIZE_MAX};
    size_t most = 0;
    for (size_t i = 0; i < n; i++) {
        size_t here = 0;
        for (int l = 0; l < LANG_N; l++) here += score(&h, keys[i].prompt, keys[i].text[l]);
        if (here <= most) continue;
        most = here;
        best = (struct prompt_header_found){i, here >= WHOLE};
    }
    if (best.prompt == SIZE_MAX) best.prompt = prompt_of_row(a, &h, keys, n);
    return best;
}

bool prompt_header_asks(struct arena *a, struct str text, const struct str *words, size_t n)
{
    struct head h = read_head(a, text);
    struct str all = {0};
    for (size_t i = 0; i < n; i++) {
        struct str one = answer_key_fold(a, words[i]);
        if (str_eq(h.whole, one) || holds(&h.whole_parts, one)) return true;
        all = str_join(a, (struct str[]){all, one}, 2, (struct str){0});
    }
    return str_eq(h.whole, all);
}

/* -- nearly -----------------------------------------------------------------------------------------------
 */

/* One letter in five may differ. */
static size_t distance(struct str head, struct str words, size_t limit)
{
    enum { LEAST = 4, SHARE = 5, MOST = 8 };
    size_t n = utf8_count(words), most = 1 + n / SHARE;
    if (most > MOST) most = MOST;
    if (most > limit) most = limit;
    size_t d = n < LEAST ? most + 1 : str_distance(head, words, most);
    return d > most ? SIZE_MAX : d;
}

static size_t parts_distance(const struct prompt_header_parts *p, struct str words, size_t limit)
{
    size_t best = SIZE_MAX;
    for (size_t i = 0; i < p->n; i++) {
        size_t here = distance(p->at[i], words, limit);
        if (here < best) best = here;
    }
    return best;
}

struct str prompt_header_near(struct arena *a, const struct answer_key *keys, size_t n, const bool *taken,
                              struct str text)
{
    struct head h = read_head(a, text);
    struct str near = {0};
    size_t best = SIZE_MAX;
    for (size_t i = 0; i < n; i++)
        for (int l = 0; l < LANG_N && !taken[i]; l++) {
            struct str words = keys[i].text[l];
            size_t all = parts_distance(&h.whole_parts, words, best);
            size_t row = parts_distance(h.grid ? &h.inner : &h.outer, words, best);
            if (row < all) all = row;
            if (all >= best) continue;
            best = all;
            near = keys[i].prompt->text.t[l];
        }
    return near;
}
