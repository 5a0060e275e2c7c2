#include "privacy/contact/amount.h"

#include "privacy/contact/contact_text.h"

static bool behind(struct str t, size_t at, const char *word)
{
    size_t n = strlen(word);
    for (size_t next = at; next < t.n && contact_text_blank(utf8_next(t, &next));) at = next;
    return at + n <= t.n && str_eq_fold(str_sub(t, at, at + n), str_of(word));
}

bool amount_money(struct str t, size_t end)
{
    return behind(t, end, "riel") || behind(t, end, "រៀល") || behind(t, end, "៛") ||
           behind(t, end, "dollar") || behind(t, end, "usd") || behind(t, end, "ដុល្លារ");
}

/* 16 718 965 people */
static bool is_count(struct str t, size_t end)
{
    static const char *const COUNTED[] = {"នាក់",      "people",   "persons",    "inhabitants", "pupils",
                                          "students", "families", "households", "គ្រួសារ",       "children",
                                          "km",       "m/s",      "metres",     "meters",      "tonnes",
                                          "hectares", "គ.ម",      "ម៉ែត្រ",       "តោន",         "ហិកតា",
                                          "គីឡូម៉ែត្រ",   "books",    "និស្សិត",       "សិស្ស",         "ក្បាល"};
    for (size_t i = 0; i < sizeof COUNTED / sizeof *COUNTED; i++)
        if (behind(t, end, COUNTED[i])) return true;
    return false;
}

/* Behind what may stand between what is counted and how many: of Cambodia is about. */
static size_t past_linking(struct str t, size_t at)
{
    static const char *const LINKING[] = {"of",      "in",    "is",    "was", "are",  "were",    "about",
                                          "nearly",  "over",  "the",   "our", "this", "country", "cambodia",
                                          "kingdom", ":",     "៖",     "=",   "គឺ",    "មាន",     "ចំនួន",
                                          "ប្រមាណ",   "ប្រទេស", "កម្ពុជា", "ជាង", "សរុប"};
    for (size_t i = 0; i < sizeof LINKING / sizeof *LINKING; i++)
        if (contact_text_whole(t, at, LINKING[i])) return at + strlen(LINKING[i]);
    return at;
}

/* Behind a whole word at a place that tells of a count; the place where there is none. */
static size_t past_counting(struct str t, size_t at)
{
    static const char *const WORDS[] = {"population", "ប្រជាជន", "ប្រជាពលរដ្ឋ", "total", "សរុប"};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (contact_text_ends(t, at) && contact_text_whole(t, at, WORDS[i])) return at + strlen(WORDS[i]);
    return at;
}

/* The population of Cambodia is 16 718 965: nothing else stands between. */
static bool is_counted_before(struct str t, size_t at)
{
    enum { FAR = 60 /* bytes */ };
    for (size_t from = at > FAR ? at - FAR : 0; from < at; from++) {
        size_t end = past_counting(t, from), next = end;
        if (end == from) continue;
        do {
            end = next;
            next = past_linking(t, contact_text_past_blanks(t, end));
        } while (next < at && next > end);
        if (next == at) return true;
    }
    return false;
}

bool amount_counted(struct str t, size_t at, size_t end)
{
    return is_count(t, end) || is_counted_before(t, at);
}
