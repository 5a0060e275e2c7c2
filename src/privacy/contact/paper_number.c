#include "privacy/contact/paper_number.h"

#include "privacy/contact/contact_text.h"
#include "privacy/contact/phone.h"

enum { DIGITS_LEAST = 5, PLATE_LEAST = 4, LETTERS_MOST = 4 };

struct paper_word {
    const char *text;
    int digits; /* that a number of the kind has at least */
};

/* What announces one: whole words, and what begins Khmer ones. */
static const struct paper_word WORDS[] = {{"id", DIGITS_LEAST},
                                          {"i.d", DIGITS_LEAST},
                                          {"nid", DIGITS_LEAST},
                                          {"idcard", DIGITS_LEAST},
                                          {"identity", DIGITS_LEAST},
                                          {"identification", DIGITS_LEAST},
                                          {"passport", DIGITS_LEAST},
                                          {"visa", DIGITS_LEAST},
                                          {"birth certificate", PLATE_LEAST},
                                          {"marriage certificate", PLATE_LEAST},
                                          {"family book", PLATE_LEAST},
                                          {"residence book", PLATE_LEAST},
                                          {"driving licence", DIGITS_LEAST},
                                          {"driving license", DIGITS_LEAST},
                                          {"driver's license", DIGITS_LEAST},
                                          {"driver's licence", DIGITS_LEAST},
                                          {"driver license", DIGITS_LEAST},
                                          {"nssf", DIGITS_LEAST},
                                          {"civil servant", DIGITS_LEAST},
                                          {"employee", PLATE_LEAST},
                                          {"officer", DIGITS_LEAST},
                                          {"tax number", DIGITS_LEAST},
                                          {"tax id", DIGITS_LEAST},
                                          {"vat tin", DIGITS_LEAST},
                                          {"card number", DIGITS_LEAST},
                                          {"aba", DIGITS_LEAST},
                                          {"acleda", DIGITS_LEAST},
                                          {"wing", DIGITS_LEAST},
                                          {"truemoney", DIGITS_LEAST},
                                          {"true money", DIGITS_LEAST},
                                          {"pi pay", DIGITS_LEAST},
                                          {"canadia", DIGITS_LEAST},
                                          {"prince bank", DIGITS_LEAST},
                                          {"sathapana", DIGITS_LEAST},
                                          {"prasac", DIGITS_LEAST},
                                          {"hattha", DIGITS_LEAST},
                                          {"amk", DIGITS_LEAST},
                                          {"lolc", DIGITS_LEAST},
                                          {"woori", DIGITS_LEAST},
                                          {"maybank", DIGITS_LEAST},
                                          {"chip mong", DIGITS_LEAST},
                                          {"vattanac", DIGITS_LEAST},
                                          {"bakong", DIGITS_LEAST},
                                          {"khqr", DIGITS_LEAST},
                                          {"bank", DIGITS_LEAST},
                                          {"account", DIGITS_LEAST},
                                          {"acct", DIGITS_LEAST},
                                          {"acc", DIGITS_LEAST},
                                          {"a/c", DIGITS_LEAST},
                                          {"iban", DIGITS_LEAST},
                                          {"plate", PLATE_LEAST},
                                          {"payroll", PLATE_LEAST},
                                          {"staff code", PLATE_LEAST},
                                          {"staff number", PLATE_LEAST},
                                          {"staff no", PLATE_LEAST},
                                          {"អត្តសញ្ញា", DIGITS_LEAST},
                                          {"អត្ដសញ្ញា", DIGITS_LEAST},
                                          {"អ.ប", DIGITS_LEAST},
                                          {"អាយឌី", DIGITS_LEAST},
                                          {"លិខិតឆ្លងដែន", DIGITS_LEAST},
                                          {"ប៉ាស្ព័រ", DIGITS_LEAST},
                                          {"ប៉ាស្ប័រ", DIGITS_LEAST},
                                          {"ប៉ាស្ព័", DIGITS_LEAST},
                                          {"សំបុត្រកំណើត", PLATE_LEAST},
                                          {"សំបុត្របញ្ជាក់កំណើត", PLATE_LEAST},
                                          {"សំបុត្រអាពាហ៍ពិពាហ៍", PLATE_LEAST},
                                          {"សៀវភៅគ្រួសារ", PLATE_LEAST},
                                          {"សៀវភៅស្នាក់នៅ", PLATE_LEAST},
                                          {"ប័ណ្ណបើកបរ", DIGITS_LEAST},
                                          {"ប័ណ្ណ", DIGITS_LEAST},
                                          {"ប.ស.ស", DIGITS_LEAST},
                                          {"បសស", DIGITS_LEAST},
                                          {"សន្តិសុខសង្គម", DIGITS_LEAST},
                                          {"លេខសម្គាល់", PLATE_LEAST},
                                          {"គណនី", DIGITS_LEAST},
                                          {"កុង", DIGITS_LEAST},
                                          {"ធនាគារ", DIGITS_LEAST},
                                          {"វីង", DIGITS_LEAST},
                                          {"អេប៊ីអេ", DIGITS_LEAST},
                                          {"អេស៊ីលីដា", DIGITS_LEAST},
                                          {"កាណាឌីយ៉ា", DIGITS_LEAST},
                                          {"សាថាបនា", DIGITS_LEAST},
                                          {"ប្រាសាក់", DIGITS_LEAST},
                                          {"ហត្ថា", DIGITS_LEAST},
                                          {"ទ្រូម៉ាន់នី", DIGITS_LEAST},
                                          {"ទ្រូម៉ានី", DIGITS_LEAST},
                                          {"បាគង", DIGITS_LEAST},
                                          {"ស្លាកលេខ", PLATE_LEAST},
                                          {"ផ្លាកលេខ", PLATE_LEAST},
                                          {"អត្តលេខ", PLATE_LEAST},
                                          {"លេខកាត", DIGITS_LEAST},
                                          {"កាត", DIGITS_LEAST}};

/* Behind the words that may stand between: card no., របស់ខ្ញុំគឺ. */
static size_t past_fillers(struct str t, size_t at)
{
    static const char *const FILLERS[] = {
        "card", "number",  "num",     "nr",    "no",       "is",       "account", "acct",       "acc",
        "bank", "code",    "id",      "khmer", "cambodia", "national", "of mine", "of me",      "mine",
        "my",   "me",      "pay",     "app",   "mobile",   "savings",  "saving",  "khr",        "usd",
        "riel", "licence", "license", "plus",  "a/c",      "ABA",      "Wing",    "ACLEDA",     ":",
        "៖",    "#",       ".",       "-",     "=",        "(",        ")",       "/",          "*",
        "_",    "លេខ",     "គឺ",       "ខ្ញុំ",    "របស់",      "ធនាគារ",   "ណប័ណ្ណ",    "ណបណ្ណ័",       "ណបណ្ណ",
        "ប័ណ្ណ",  "បណ្ណ័",     "បណ្ណ",     "ណ",     "ៈ",        "សញ្ជាតិ",    "ខ្មែរ",    "មន្ត្រីរាជការ", "មន្ត្រី",
        "គ្រូ",   "បុគ្គលិក",   "សម្គាល់",   "កាត",   "អេប៊ីអេ",    "អេស៊ីលីដា",   "វីង",      "កាណាឌីយ៉ា"};
    enum { MOST = 8 };
    for (int k = 0; k < MOST; k++) {
        size_t start = contact_text_past_blanks(t, at), end = start;
        for (size_t i = 0; i < sizeof FILLERS / sizeof *FILLERS && end == start; i++)
            if (contact_text_whole(t, start, FILLERS[i])) end += strlen(FILLERS[i]);
        if (end == start) break;
        at = end;
    }
    return contact_text_past_blanks(t, at);
}

static size_t past_sign(struct str t, size_t at)
{
    enum { SIGNS = 3 };
    for (int i = 0; i < SIGNS && at < t.n; i++) {
        size_t next = contact_text_past_zero(t, at);
        if (next == at && strchr(" -./_*,(", t.s[at]) && t.s[at]) next++;
        if (next == at && contact_text_word(t, at, "·")) next += strlen("·");
        if (next == at && contact_text_past_blanks(t, at) > at) next = contact_text_past_blanks(t, at);
        if (next == at) break;
        at = next;
    }
    return at;
}

/* Behind the letters that a number begins with, or holds early: N01234567, 2AB-1234; small ones are joined to
 * it. */
static size_t past_letters(struct str t, size_t at, int digits)
{
    enum { EARLY = 3, SMALL_MOST = 2 };
    size_t end = at;
    bool small = at < t.n && t.s[at] >= 'a' && t.s[at] <= 'z';
    while (end < t.n && end - at < (small ? SMALL_MOST : LETTERS_MOST) && t.s[end] >= (small ? 'a' : 'A') &&
           t.s[end] <= (small ? 'z' : 'Z'))
        end++;
    size_t number = small ? end : past_sign(t, end), probe = number;
    bool is = digits <= EARLY && end > at && number < t.n && phone_digit(t, &probe) >= 0;
    return is ? number : at;
}

/* N01234567, 2AB-1234, 000 123 456 (01): behind it; *digits: how many. */
static size_t number_end(struct str t, size_t at, int *digits)
{
    enum { MOST = 32 };
    size_t end = at;
    *digits = 0;
    at = past_letters(t, at, 0);
    while (at < t.n && *digits < MOST) {
        if (phone_digit(t, &at) >= 0) {
            ++*digits;
            end = at;
            continue;
        }
        size_t next = at == end ? past_sign(t, at) : at, letters = past_letters(t, next, *digits);
        if (letters > next) next = letters;
        if (next == at) break;
        at = next;
    }
    return end < t.n && t.s[end] == ')' ? end + 1 : end;
}

void paper_number_openings(struct contact_openings *o)
{
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) contact_openings_add(o, WORDS[i].text);
}

bool paper_number(struct str text, size_t least, size_t at, size_t *from, size_t *to)
{
    if (at > least && contact_text_name(text.s[at - 1])) return false;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        if (!contact_text_whole(text, at, WORDS[i].text)) continue;
        int digits;
        *from = past_fillers(text, at + strlen(WORDS[i].text));
        *to = number_end(text, *from, &digits);
        if (digits >= WORDS[i].digits && !phone_other(text, *from)) return true;
    }
    return false;
}
