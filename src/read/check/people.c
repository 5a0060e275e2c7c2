#include "read/check/people.h"

#include "khmer/spelling_order.h"

/* Where one begins with another, the longer comes first. */
static const struct {
    struct str word;
    enum sex sex;
} TITLES[] = {{STR_INIT("His Excellency"), SEX_MALE},
              {STR_INIT("Her Excellency"), SEX_FEMALE},
              {STR_INIT("H.E."), SEX_UNKNOWN},
              {STR_INIT("H.E"), SEX_UNKNOWN},
              {STR_INIT("Professor"), SEX_UNKNOWN},
              {STR_INIT("Prof"), SEX_UNKNOWN},
              {STR_INIT("Doctor"), SEX_UNKNOWN},
              {STR_INIT("Dr"), SEX_UNKNOWN},
              {STR_INIT("Mrs"), SEX_FEMALE},
              {STR_INIT("Mr"), SEX_MALE},
              {STR_INIT("Miss"), SEX_FEMALE},
              {STR_INIT("Ms"), SEX_FEMALE},
              {STR_INIT("Madam"), SEX_FEMALE},
              {STR_INIT("Venerable"), SEX_MALE},
              {STR_INIT("ឯកឧត្តម"), SEX_MALE},
              {STR_INIT("លោកជំទាវ"), SEX_FEMALE},
              {STR_INIT("លោកស្រី"), SEX_FEMALE},
              {STR_INIT("លោកគ្រូ"), SEX_MALE},
              {STR_INIT("លោក"), SEX_MALE},
              {STR_INIT("អ្នកស្រី"), SEX_FEMALE},
              {STR_INIT("អ្នកគ្រូ"), SEX_FEMALE},
              {STR_INIT("អ្នកនាង"), SEX_FEMALE},
              {STR_INIT("កញ្ញា"), SEX_FEMALE},
              {STR_INIT("បណ្ឌិត"), SEX_UNKNOWN},
              {STR_INIT("សាស្ត្រាចារ្យ"), SEX_UNKNOWN}};

static bool is_blank(struct str s, size_t at)
{
    return str_trim(str_sub(s, at, at + 3)).n < str_sub(s, at, at + 3).n &&
           str_trim(str_sub(s, at, s.n)).s != s.s + at;
}

/* What the titles begin with, of Khmer ones two letters by their last bytes: asked at every letter of every
 * note. */
static bool may_begin(struct str text)
{
    switch (text.s[0] | 32) {
    case 'h':
    case 'p':
    case 'd':
    case 'm':
    case 'v': return text.n > 1;
    default: break;
    }
    if (text.n < 6 || memcmp(text.s, "\xE1\x9E", 2) != 0) return false;
    unsigned char second = (unsigned char)text.s[5];
    switch ((unsigned char)text.s[2]) {
    case 0x80: return second == 0x89; /* កញ */
    case 0x94: return second == 0x8E; /* បណ */
    case 0x9B: return second == 0x84; /* លោ */
    case 0x9F: return second == 0xB6; /* សា */
    case 0xA2: return second == 0x92; /* អ្ */
    case 0xAF: return second == 0x80; /* ឯក */
    default: return false;
    }
}

size_t people_title(struct str text, enum sex *sex)
{
    for (size_t i = 0; i < sizeof TITLES / sizeof *TITLES; i++) {
        struct str word = TITLES[i].word;
        bool latin = (unsigned char)word.s[0] < 0x80;
        size_t n = word.n;
        if (text.n < n || (latin ? (text.s[0] | 32) != (word.s[0] | 32) : text.s[2] != word.s[2])) continue;
        if (latin ? !str_eq_fold(str_sub(text, 0, n), word) : !str_starts(text, word.s)) continue;
        if (latin && n < text.n && text.s[n] == '.') n++;
        if (latin && text.s[n - 1] != '.' && !is_blank(text, n)) continue;
        struct str rest = str_trim(str_sub(text, n, text.n));
        if (TITLES[i].sex != SEX_UNKNOWN) *sex = TITLES[i].sex;
        return rest.n ? (size_t)(rest.s - text.s) : text.n;
    }
    return 0;
}

static bool is_latin(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

size_t people_title_next(struct str text, size_t from, size_t *length, enum sex *sex)
{
    for (size_t at = from; at < text.n;) {
        struct str rest = {text.s + at, text.n - at};
        bool begins = may_begin(rest) && !(at && is_latin(text.s[at - 1]));
        *length = begins ? people_title(rest, sex) : 0;
        if (*length) return at;
        at += (unsigned char)text.s[at] == 0xE1 ? 3 : 1; /* Khmer letters have three bytes */
    }
    *length = 0;
    return text.n;
}

/* Up to a comma, a bracket, a dash: what follows is a post or a place. */
static struct str less_post(struct str s)
{
    static const char *const SIGNS[] = {",", "(", "[", "/", "–", "—", " - ", ":", "៖"};
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++) {
        size_t at = str_find(s, str_of(SIGNS[i]), 0);
        if (at != SIZE_MAX) s = str_sub(s, 0, at);
    }
    return str_trim(s);
}

/* Letters and signs inside names; *capital: the first is one, or has none. */
static bool is_word(struct str word)
{
    size_t letters = 0;
    for (size_t at = 0; at < word.n;) {
        uint32_t c = utf8_next(word, &at);
        bool small = c >= 'a' && c <= 'z', letter = lang_of_letter(c) != LANG_NONE;
        bool inside = letters && (c == '-' || c == '\'' || c == 0x2019 || c == 0x200B);
        if ((!letter && !inside) || (!letters && small)) return false;
        if (c >= 0x17D4 && c <= 0x17E9) return false; /* signs and digits */
        letters += letter;
    }
    return letters >= 2;
}

static bool is_name(struct str s)
{
    enum { FEW = 2, MANY = 5 };
    size_t n = 0;
    struct str word;
    while (str_cut(&s, ' ', &word)) {
        if (!word.n) continue;
        if (!is_word(word)) return false;
        n++;
    }
    return n >= FEW && n <= MANY;
}

static struct str fold(struct arena *a, struct str s)
{
    struct str folded = spelling_order_fold(a, s);
    struct buf b = BUF(a);
    for (size_t i = 0; i < folded.n; i++)
        if (!strchr("-'.", folded.s[i])) buf_byte(&b, folded.s[i]);
    return buf_str(&b);
}

struct people_name people_read(struct arena *a, struct str typed, struct place place)
{
    struct people_name x = {.place = place};
    struct str s = str_trim(typed);
    for (size_t n; (n = people_title(s, &x.sex)) > 0; x.sure = true) s = str_sub(s, n, s.n);
    x.typed = less_post(s);
    x.lang = lang_of_text(x.typed);
    if (is_name(x.typed)) x.folded = fold(a, x.typed);
    return x;
}

/* -- near ------------------------------------------------------------------------------------------------ */

/* So many letters may differ: of a short name none. */
static size_t leeway(const struct people_name *x)
{
    bool dense = (unsigned char)x->folded.s[0] >= 0xE0; /* Khmer: a letter says more */
    size_t n = utf8_count(x->folded) + (dense ? 2 : 0);
    return n < 7 ? 0 : n < 13 ? 1 : 2;
}

static bool has_word(struct str s, struct str wanted)
{
    struct str word;
    while (str_cut(&s, ' ', &word))
        if (str_eq_fold(word, wanted)) return true;
    return false;
}

static bool is_turned(const struct people_name *a, const struct people_name *b)
{
    struct str rest = a->typed, word;
    if (a->folded.n != b->folded.n) return false;
    while (str_cut(&rest, ' ', &word))
        if (word.n && !has_word(b->typed, word)) return false;
    return true;
}

bool people_near(const struct people_name *a, const struct people_name *b)
{
    bool sexes = a->sex && b->sex && a->sex != b->sex;
    size_t most = leeway(a) < leeway(b) ? leeway(a) : leeway(b);
    if (a->lang != b->lang || sexes || !(a->sure || b->sure) || !most) return false;
    size_t far = a->folded.n > b->folded.n ? a->folded.n - b->folded.n : b->folded.n - a->folded.n;
    if (far > most * 3) return false;
    return str_distance(a->folded, b->folded, most) <= most || is_turned(a, b);
}
