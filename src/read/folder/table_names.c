#include "read/folder/table_names.h"

#include "khmer/letter.h"
#include "khmer/number.h"
#include "read/folder/copies.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static const struct {
    const char *name, *words;
} TABLES[] = {
    {"participants.csv", "participants participant attendees attendee អ្នកចូលរួម សិក្ខាកាម"},
    {"programme.csv", "programme program agenda កម្មវិធី របៀបវារៈ"},
    {"organizations.csv", "organizations organisations organization organisation ស្ថាប័ន អង្គភាព"},
    {"documents.csv", "documents ឯកសារ"},
    {"recommendations.csv", "recommendations recommendation អនុសាសន៍"},
    {"actions.csv", "actions action activities plan សកម្មភាព ផែនការសកម្មភាព"},
    {"glossary.csv", "glossary សទ្ទានុក្រម"},
    {"photos.csv", "photos photo captions រូបថត"},
};

/* Words that say nothing of what a file holds. */
static const char FILLERS[] =
    "a all complete copy corrected draft edited english en file final for full kh khmer km last "
    "latest list lists new of old rev revised table the to updated use v ver version xlsx csv "
    "បញ្ជី បញ្ជីឈ្មោះ តារាង ចុងក្រោយ ថ្មី";
static const char *const KHMER_BEFORE[] = {"បញ្ជីឈ្មោះ", "បញ្ជី", "តារាង"};

static bool is_listed(struct str word, const char *list)
{
    struct str rest = str_of(list), one;
    while (str_cut(&rest, ' ', &one))
        if (one.n && str_eq_fold(word, one)) return true;
    return false;
}

/* Letters, or digits, from a place on: v2 is two words. */
static struct str next_word(struct str s, size_t *at)
{
    size_t from = SIZE_MAX;
    bool digits = false;
    while (*at < s.n) {
        size_t here = *at;
        uint32_t c = utf8_next(s, at);
        bool digit = (c >= '0' && c <= '9') || khmer_digit(c);
        bool word =
            digit || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0x80 && !utf8_blank(c));
        if (from == SIZE_MAX && word) from = here, digits = digit;
        if (from == SIZE_MAX || (word && digit == digits)) continue;
        *at = here;
        return str_sub(s, from, here);
    }
    return from == SIZE_MAX ? (struct str){0} : str_sub(s, from, s.n);
}

static struct str less_khmer_list(struct str word)
{
    for (size_t i = 0; i < COUNT(KHMER_BEFORE); i++) {
        struct str before = str_of(KHMER_BEFORE[i]);
        if (word.n > before.n && str_starts(word, before.s)) return str_sub(word, before.n, word.n);
    }
    return word;
}

static bool says_nothing(struct str word)
{
    long value;
    int month;
    return is_listed(word, FILLERS) || number_read(word, &value) || date_month_at(word, 0, &month) == word.n;
}

/* The table's own words and such as say nothing. */
static bool is_named_so(struct str stem, const char *words)
{
    bool own = false;
    size_t at = 0;
    for (struct str word; (word = next_word(stem, &at)).n;) {
        bool here = is_listed(less_khmer_list(word), words);
        if (!here && !says_nothing(word)) return false;
        own |= here;
    }
    return own;
}

const char *table_names_meant(struct arena *scratch, struct str name)
{
    struct str original = copies_original(scratch, name), stem = files_stem(original.n ? original : name);
    for (size_t i = 0; i < COUNT(TABLES); i++)
        if (is_named_so(stem, TABLES[i].words)) return TABLES[i].name;
    return NULL;
}

bool table_names_people(struct str name)
{
    struct str word = STR("participant");
    for (size_t i = 0; i + word.n <= name.n; i++)
        if (str_eq_fold(str_sub(name, i, i + word.n), word)) return true;
    return str_find(name, STR("អ្នកចូលរួម"), 0) != SIZE_MAX;
}

/* programme-2023-03-14.csv, programme.2023-03-14.xlsx, "Programme 14 March 2023.csv" */
bool table_names_dated(struct str name, struct date *date)
{
    struct str begin = STR("programme"), stem = files_stem(name);
    if (!files_ends(name, ".csv .xlsx .ods .xlsm") || stem.n <= begin.n + 1 ||
        !str_eq_fold(str_sub(stem, 0, begin.n), begin) || !memchr("-._ ", stem.s[begin.n], 4))
        return false;
    struct str middle = str_trim(str_sub(stem, begin.n + 1, stem.n));
    *date = (struct date){0};
    return middle.n && date_read(middle, &date->year, &date->month, &date->day);
}
