#include "read/word/word_list.h"

#include "khmer/number.h"

enum { LEVEL_MOST = 10, DIGITS_MOST = 4 };

/* -- lists within lists -- */

static bool follows(const struct word_list *lists, size_t i, const struct word_list_item *item)
{
    const struct block *list = lists->open[i].list;
    if (lists->open[i].level != item->level || list->counter != item->counter) return false;
    return item->counter == COUNTER_BULLET ||
           (item->number == lists->open[i].next && list->delimiter == item->delimiter);
}

static struct block *new_list(struct arena *a, struct word_list *lists, struct block *container,
                              const struct word_list_item *item, struct place place)
{
    struct block *parent = lists->n ? lists->open[lists->n - 1].list->last : container;
    struct block *list = block_new(a, parent, BLOCK_LIST, place);
    bool bullet = item->counter == COUNTER_BULLET;
    list->counter = item->counter;
    list->start = bullet ? 0 : (int)item->number;
    list->delimiter = bullet ? 0 : item->delimiter;
    list->tight = true;
    lists->open[lists->n].list = list;
    lists->open[lists->n].level = item->level;
    lists->open[lists->n++].next = item->number;
    return list;
}

struct block *word_list_take(struct arena *a, struct word_list *lists, struct block *container,
                             const struct word_list_item *item, struct place place)
{
    struct word_list_item at = *item;
    if (item->goes_on) {
        if (!lists->n) return NULL;
        lists->open[lists->n - 1].list->tight = false;
        return lists->open[lists->n - 1].list->last;
    }
    if (at.level > LEVEL_MOST) at.level = LEVEL_MOST;
    while (lists->n && lists->open[lists->n - 1].level > at.level) lists->n--;
    bool beside = lists->n && lists->open[lists->n - 1].level == at.level;
    bool same = beside && follows(lists, lists->n - 1, &at);
    if (beside && !same) lists->n--;
    struct block *list = same ? lists->open[lists->n - 1].list : new_list(a, lists, container, &at, place);
    lists->open[lists->n - 1].next++;
    return block_new(a, list, BLOCK_ITEM, place);
}

/* -- as text -- */

struct str word_list_mark(struct arena *a, const struct word_list_item *item)
{
    struct str number = item->counter == COUNTER_KM_DECIMAL    ? number_plain(a, item->number, LANG_KM)
                        : item->counter == COUNTER_KM_LETTER   ? number_khmer_letter(a, item->number)
                        : item->counter == COUNTER_ALPHA       ? number_latin_letter(a, item->number, false)
                        : item->counter == COUNTER_UPPER_ALPHA ? number_latin_letter(a, item->number, true)
                        : item->counter == COUNTER_ROMAN       ? number_roman(a, item->number, false)
                        : item->counter == COUNTER_UPPER_ROMAN ? number_roman(a, item->number, true)
                                                               : number_plain(a, item->number, LANG_EN);
    if (item->counter == COUNTER_BULLET) return STR("• ");
    bool both = item->delimiter == '(';
    return str_fmt(a, "%s%.*s%c ", both ? "(" : "", STR_ARGS(number), both ? ')' : item->delimiter);
}

/* -- as typed -- */

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == '\t' || c == 0xA0 || c == 0x200B || c == 0x2003 || c == 0x2002;
}

static size_t blanks(struct str s, size_t at)
{
    size_t from = at;
    for (size_t next = at; next < s.n; at = next)
        if (!is_blank(utf8_next(s, &next))) break;
    return at - from;
}

/* The bullets that word processors and telephones type; those of the second kind want a blank. */
static size_t bullet(struct str s)
{
    static const uint32_t SIGNS[] = {0x2022, 0x25CF, 0x25AA, 0x25A0, 0xF0B7,
                                     0xF0A7, 0xF0D8, 0x27A2, 0x2756, 0x25E6};
    static const uint32_t SPACED[] = {'-', '*', 'o', 0x2013, 0x2014, 0xB7, 0x25CB, 0x2212, 0x2043};
    size_t at = 0;
    uint32_t c = s.n ? utf8_next(s, &at) : 0;
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
        if (c == SIGNS[i]) return at + blanks(s, at);
    for (size_t i = 0; i < sizeof SPACED / sizeof *SPACED; i++)
        if (c == SPACED[i] && blanks(s, at)) return at + blanks(s, at);
    return 0;
}

static size_t digits(struct str s, size_t at, uint32_t zero, long *number)
{
    size_t next = at;
    *number = 0;
    for (int n = 0; at < s.n && n < DIGITS_MOST; n++, at = next) {
        uint32_t c = utf8_next(s, &next);
        if (c < zero || c > zero + 9) break;
        *number = *number * 10 + (long)(c - zero);
    }
    return at;
}

/* 1, ១, ក or a: the byte after it; at where none stands there. */
static size_t counted(struct str s, size_t at, struct word_list_item *item)
{
    static const struct {
        enum counter counter;
        uint32_t zero;
    } DIGITS[] = {{COUNTER_DECIMAL, '0'}, {COUNTER_KM_DECIMAL, 0x17E0}};
    for (size_t i = 0; i < 2; i++) {
        size_t end = digits(s, at, DIGITS[i].zero, &item->number);
        item->counter = DIGITS[i].counter;
        if (end > at) return end;
    }
    size_t end = at;
    uint32_t c = at < s.n ? utf8_next(s, &end) : 0;
    item->number = number_khmer_letter_value(c);
    item->counter = COUNTER_KM_LETTER;
    if (item->number) return end;
    item->counter = COUNTER_ALPHA;
    item->number = c >= 'a' && c <= 'z' ? (long)(c - 'a' + 1) : 0;
    return item->number ? end : at;
}

/* A full stop or a hyphen wants a blank behind it, so that 1.5 and គ.ស. are no items; of ១. Khmer may follow.
 */
static bool ends_number(struct str s, size_t at, char sign, const struct word_list_item *item)
{
    size_t next = at;
    if (blanks(s, at)) return true;
    uint32_t c = at < s.n ? utf8_next(s, &next) : 0;
    bool khmer = c >= 0x1780 && c <= 0x17B3;
    return khmer && (sign == ')' || item->counter == COUNTER_KM_DECIMAL);
}

size_t word_list_typed(struct str text, struct word_list_item *item)
{
    *item = (struct word_list_item){.level = 1, .counter = COUNTER_BULLET};
    size_t n = bullet(text);
    if (n && n < text.n) return n;
    bool open = str_starts(text, "(");
    size_t end = counted(text, open, item);
    char sign = end < text.n ? text.s[end] : 0;
    bool signed_ = sign == ')' || (!open && (sign == '.' || (sign == '-' && item->counter != COUNTER_ALPHA)));
    bool stop = item->counter == COUNTER_ALPHA && sign == '.';
    item->delimiter = open && sign == ')' ? '(' : sign == ')' ? ')' : '.';
    if (end == open || !signed_ || stop || !ends_number(text, end + 1, sign, item)) return 0;
    n = end + 1 + blanks(text, end + 1);
    return n < text.n ? n : 0;
}
