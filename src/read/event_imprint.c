#include "read/event_imprint.h"

#include "khmer/letter.h"
#include "read/format/yaml_values.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* -- an ISBN --------------------------------------------------------------------------------------------- */

enum { ISBN_MOST = 13, TEN = 10 /* also the value of its X */ };

static int digit_of(uint32_t c)
{
    if (c >= '0' && c <= '9') return (int)(c - '0');
    if (khmer_digit(c)) return (int)(c - 0x17E0);
    return c == 'X' || c == 'x' ? TEN : -1;
}

static bool is_between(uint32_t c)
{
    return c == '-' || c == ' ' || c == 0xA0 || c == 0xAD || (c >= 0x2010 && c <= 0x2013);
}

/* Their number; 0 where something else stands there. */
static size_t digits_of(struct str text, int *digits)
{
    size_t n = 0;
    for (size_t at = 0; at < text.n;) {
        uint32_t c = utf8_next(text, &at);
        if (is_between(c)) continue;
        int d = digit_of(c);
        if (d < 0 || n == ISBN_MOST || (d == TEN && n != TEN - 1)) return 0;
        digits[n++] = d;
    }
    return n;
}

/* ISO 2108: weights 10 to 1 by eleven; 1 and 3 in turn by ten. */
bool event_imprint_isbn(struct str text)
{
    int digits[ISBN_MOST], sum = 0;
    size_t n = digits_of(text, digits);
    if (n != TEN && n != ISBN_MOST) return false;
    if (n == ISBN_MOST &&
        (digits[0] != 9 || digits[1] != 7 || (digits[2] != 8 && digits[2] != 9) || digits[TEN - 1] == TEN))
        return false;
    for (size_t i = 0; i < n; i++) sum += digits[i] * (n == TEN ? TEN - (int)i : i % 2 ? 3 : 1);
    return sum % (n == TEN ? TEN + 1 : TEN) == 0;
}

/* ISBN: 978-… is the number alone. */
static struct str less_name(struct str typed)
{
    struct str s = str_trim(typed), name = STR("ISBN");
    if (!str_starts_fold(s, name.s)) return s;
    s = str_sub(s, name.n, s.n);
    if (str_starts(s, "-13") || str_starts(s, "-10")) s = str_sub(s, 3, s.n);
    return str_trim(str_starts(s, ":") ? str_sub(s, 1, s.n) : s);
}

static void settle_isbn(struct job *job, struct bi *isbn)
{
    for (int l = 0; l < LANG_N; l++) {
        if (!isbn->t[l].n) continue;
        isbn->t[l] = less_name(isbn->t[l]);
        if (event_imprint_isbn(isbn->t[l])) continue;
        diag_tell(job->diags, DIAG_EVENT_ISBN, isbn->at[l], {0});
        isbn->t[l] = (struct str){0};
    }
}

/* -- all of it ------------------------------------------------------------------------------------------- */

void event_imprint_read(struct job *job, struct yaml_node *root, struct event *e)
{
    static const char *const FIELDS[] = {"number", "publisher", "isbn", "licence", "disclaimer", "citation"};
    struct imprint *i = &e->imprint;
    struct bi *const into[] = {&i->number,  &i->publisher,  &i->isbn,
                               &i->licence, &i->disclaimer, &i->citation};
    struct yaml_node *map = yaml_values_map(job, root, "imprint");
    yaml_values_texts(job, map, FIELDS, COUNT(FIELDS), into);
    yaml_unknown(job, map, FIELDS, COUNT(FIELDS));
    settle_isbn(job, &i->isbn);
}
