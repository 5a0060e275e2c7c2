#include "read/form/answer_key.h"

#include "khmer/number.h"
#include "khmer/spelling_order.h"

/* -- words ----------------------------------------------------------------------------------------------- */

bool answer_key_mark(uint32_t c)
{
    if (c < 0x80) return !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
    return (c >= 0x17D4 && c <= 0x17DA && c != 0x17D7) || (c >= 0x2000 && c <= 0x206F) || c == 0xA0 ||
           c == 0xAB || c == 0xBB || c == 0xFEFF || (c >= 0x3000 && c <= 0x303F) ||
           (c >= 0xFF00 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20);
}

struct str answer_key_fold(struct arena *a, struct str text)
{
    struct str t = spelling_order_fold(a, text);
    struct buf b = BUF(a);
    for (size_t at = 0; at < t.n;) {
        size_t from = at;
        if (!answer_key_mark(utf8_next(t, &at))) buf_add(&b, str_sub(t, from, at));
    }
    return buf_str(&b);
}

bool answer_key_means_other(struct str folded)
{
    static const char *const WORDS[] = {"other",
                                        "others",
                                        "otherpleasespecify",
                                        "otherspecify",
                                        "othersspecify",
                                        "otherpleasedescribe",
                                        "otheranswer",
                                        "otheroption",
                                        "otherpleasestate",
                                        "somethingelse",
                                        "otherpleaseexplain",
                                        "ផ្សេង",
                                        "ផ្សេងៗ",
                                        "ផ្សេងទៀត",
                                        "ផ្សេងៗទៀត",
                                        "ចម្លើយផ្សេង",
                                        "ចម្លើយផ្សេងៗ",
                                        "ផ្សេងៗសូមបញ្ជាក់",
                                        "ផ្សេងទៀតសូមបញ្ជាក់",
                                        "ផ្សេងសូមបញ្ជាក់",
                                        "ផ្សេងៗទៀតសូមបញ្ជាក់"};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (str_is(folded, WORDS[i])) return true;
    return false;
}

static int other_option(const struct answer_key *k)
{
    for (size_t i = 0; i < k->prompt->noptions; i++) {
        if (answer_key_means_other(k->options[i].id)) return (int)i;
        for (int l = 0; l < LANG_N; l++)
            if (answer_key_means_other(k->options[i].text[l])) return (int)i;
    }
    return -1;
}

struct answer_key answer_key(struct arena *a, const struct prompt *p)
{
    struct answer_key k = {.prompt = p, .id = answer_key_fold(a, p->id)};
    k.options = ARENA_MANY(a, struct answer_key_option, p->noptions);
    for (size_t i = 0; i < p->noptions; i++) k.options[i].id = answer_key_fold(a, p->options[i].id);
    for (int l = 0; l < LANG_N; l++) {
        k.text[l] = answer_key_fold(a, p->text.t[l]);
        k.low[l] = answer_key_fold(a, p->low.t[l]);
        k.high[l] = answer_key_fold(a, p->high.t[l]);
        for (size_t i = 0; i < p->noptions; i++)
            k.options[i].text[l] = answer_key_fold(a, p->options[i].text.t[l]);
    }
    k.other = other_option(&k);
    return k;
}

/* -- options --------------------------------------------------------------------------------------------- */

static bool is_both(struct str word, struct str one, struct str two)
{
    return one.n && two.n && word.n == one.n + two.n && !memcmp(word.s, one.s, one.n) &&
           !memcmp(word.s + one.n, two.s, two.n);
}

static bool is_words(const struct answer_key_option *o, struct str word)
{
    if (str_eq(word, o->id)) return true;
    for (int l = 0; l < LANG_N; l++) {
        if (o->text[l].n && str_eq(word, o->text[l])) return true;
        for (int m = 0; m < LANG_N; m++)
            if (m != l && is_both(word, o->text[l], o->text[m])) return true;
    }
    return false;
}

int answer_key_option(struct arena *a, const struct answer_key *k, struct str text)
{
    struct str word = answer_key_fold(a, text);
    if (!word.n) return -1;
    for (size_t i = 0; i < k->prompt->noptions; i++)
        if (is_words(&k->options[i], word)) return (int)i;
    return -1;
}

/* a, b, c …; ក, ខ, គ …: the index, or -1. */
static int letter_index(struct str word)
{
    size_t at = 0;
    uint32_t c = word.n ? utf8_next(word, &at) : 0;
    if (at != word.n) return -1;
    if (c >= 'a' && c <= 'z') return (int)(c - 'a');
    return (int)number_khmer_letter_value(c) - 1;
}

static struct str before_any(struct str text, const char *signs)
{
    for (size_t i = 0; i < text.n; i++)
        if (strchr(signs, text.s[i])) return str_sub(text, 0, i);
    return (struct str){0};
}

static struct str after_first(struct str text, char sign)
{
    const char *p = text.n ? memchr(text.s, sign, text.n) : NULL;
    return p ? str_sub(text, (size_t)(p - text.s) + 1, text.n) : (struct str){0};
}

bool answer_key_cut_colon(struct str text, struct str *before, struct str *after)
{
    for (size_t at = 0; at < text.n;) {
        size_t from = at;
        uint32_t c = utf8_next(text, &at);
        if (c != ':' && c != 0xFF1A && c != 0x17D6) continue;
        *before = str_trim(str_sub(text, 0, from));
        *after = str_trim(str_sub(text, at, text.n));
        return true;
    }
    return false;
}

/* Another option stands on the other side of a stroke: "talks/visits" is none of them. */
static bool is_either(struct arena *a, const struct answer_key *k, struct str text)
{
    struct str before = before_any(text, "/"), after = after_first(text, '/');
    int one = before.n ? answer_key_option(a, k, before) : -1,
        two = one < 0 ? -1 : answer_key_option(a, k, after);
    return two >= 0 && one != two;
}

/* "1. Talks", "a) Talks", "ក. …": what stands behind. */
static struct str less_ordinal(struct str text)
{
    enum { LONGEST = 2 };
    size_t at = 0, letters = 0;
    while (at < text.n && letters <= LONGEST) {
        uint32_t c = utf8_next(text, &at);
        if (letters && (c == '.' || c == ')') && at < text.n) return str_trim(str_sub(text, at, text.n));
        if (answer_key_mark(c)) break;
        letters++;
    }
    return (struct str){0};
}

int answer_key_option_within(struct arena *a, const struct answer_key *k, struct str text)
{
    struct str before = {0}, after = {0};
    answer_key_cut_colon(text, &before, &after);
    const struct str tries[] = {text,
                                before_any(text, "/"),
                                after_first(text, '/'),
                                before_any(text, "("),
                                before_any(after_first(text, '('), ")"),
                                before,
                                less_ordinal(text),
                                before_any(text, ")")};
    if (is_either(a, k, text)) return -1;
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        int found = tries[i].n ? answer_key_option(a, k, tries[i]) : -1;
        if (found >= 0) return found;
    }
    int letter = letter_index(answer_key_fold(a, text));
    return letter < (int)k->prompt->noptions ? letter : -1;
}

int answer_key_option_code(const struct answer_key *k, struct str text)
{
    static const char *const BEGINNINGS[] = {"SQ",    "AO", "A",  "Ranking ", "Rank ",
                                             "លំដាប់ទី", "sq", "ao", "a",        ""};
    long value = 0;
    text = str_trim(text);
    if (str_is(text, "-oth-")) return k->other;
    for (size_t i = 0; i < sizeof BEGINNINGS / sizeof *BEGINNINGS; i++) {
        if (!str_starts(text, BEGINNINGS[i])) continue;
        text = str_sub(text, strlen(BEGINNINGS[i]), text.n);
        break;
    }
    bool fits = number_read(text, &value) && value >= 1 && (size_t)value <= k->prompt->noptions;
    return fits ? (int)value - 1 : -1;
}

long answer_key_end(struct arena *a, const struct answer_key *k, struct str text)
{
    struct str part;
    while (str_cut(&text, '/', &part)) {
        struct str word = answer_key_fold(a, part);
        for (int l = 0; l < LANG_N; l++) {
            if (k->low[l].n && str_eq(word, k->low[l])) return 1;
            if (k->high[l].n && str_eq(word, k->high[l])) return k->prompt->points;
        }
    }
    return 0;
}
