#include "base/buf.h"
#include "khmer/letter.h"
#include "khmer/number.h"

enum { MOST = 60 /* bytes: more is a sentence */ };

/* What a cell of dates is made of. */
struct date_typed {
    struct str text;
    size_t at;
    enum lang lang;
    bool named;  /* its dates say what is a month, what a year */
    bool month;  /* the last of them was a month: a year may follow */
    bool digits; /* some were digits */
};

static bool ends_with(struct buf *out, const char *word)
{
    size_t n = strlen(word);
    struct str said = buf_str(out);
    return said.n >= n && str_is(str_sub(said, said.n - n, said.n), word);
}

/* Words that name a day, a month, a year in Khmer, and have none in English. */
static bool put_word(struct date_typed *t, struct buf *out)
{
    static const char *const words[] = {"ថ្ងៃទី", "ខែ", "ឆ្នាំ"};
    struct str rest = str_sub(t->text, t->at, t->text.n);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!str_starts(rest, words[i])) continue;
        if (t->named) buf_put(out, words[i]);
        return t->at += strlen(words[i]), true;
    }
    return false;
}

/* As a date has it that is written: ខែមីនា; March. */
static void put_month(struct date_typed *t, struct arena *a, struct buf *out, int month, size_t n)
{
    struct str said = date_write(a, 2000, month, 0, t->lang);
    size_t from = ends_with(out, "ខែ") ? strlen("ខែ") : 0, to = from;
    while (to < said.n && said.s[to] != ' ') to++;
    buf_add(out, str_sub(said, from, to));
    t->at += n;
    t->month = true;
}

/* A year behind its month says in Khmer that it is one. */
static void put_number(struct date_typed *t, struct buf *out)
{
    size_t from = t->at, next = t->at, count = 0;
    for (; next < t->text.n && khmer_digit_value(utf8_next(t->text, &next)) >= 0; count++) t->at = next;
    struct str digits = str_sub(t->text, from, t->at);
    if (count == 4 && t->month && t->named && !ends_with(out, "ឆ្នាំ")) buf_put(out, "ឆ្នាំ");
    for (size_t at = 0; at < digits.n;)
        buf_byte(out, (char)('0' + khmer_digit_value(utf8_next(digits, &at))));
    t->month = false;
    t->digits = true;
}

static bool put_sign(struct date_typed *t, struct buf *out)
{
    size_t next = t->at;
    uint32_t c = utf8_next(t->text, &next);
    bool dash = c == '-' || (c >= 0x2010 && c <= 0x2014);
    if (!dash && c != ' ' && c != '/' && c != ',' && c != ';') return false;
    buf_add(out, str_sub(t->text, t->at, next));
    if (c != ' ') t->month = false;
    t->at = next;
    return true;
}

static bool put_next(struct date_typed *t, struct arena *a, struct buf *out)
{
    int month;
    size_t next = t->at, n = date_month_at(t->text, t->at, &month);
    if (n) return put_month(t, a, out, month, n), true;
    if (khmer_digit_value(utf8_next(t->text, &next)) >= 0) return put_number(t, out), true;
    return put_word(t, out) || put_sign(t, out);
}

struct str date_typed(struct arena *a, struct str text, enum lang lang)
{
    struct date_typed t = {.text = str_trim(text), .lang = lang, .named = lang == LANG_KM};
    struct buf out = BUF(a);
    while (t.at < t.text.n && t.text.n <= MOST)
        if (!put_next(&t, a, &out)) return (struct str){0};
    return t.digits ? number_digits(a, buf_str(&out), lang) : (struct str){0};
}
