#include "privacy/contact/paper_number.h"

#include "privacy/contact/contact_text.h"
#include "privacy/contact/phone.h"

enum { DIGITS_LEAST = 5, PLATE_LEAST = 4, LETTERS_MOST = 4 };

struct paper_word {
    const char *text;
    int digits; /* that a number of the kind has at least */
};

static const struct paper_word WORDS[] = {{"id", DIGITS_LEAST},          {"identity card", DIGITS_LEAST},
                                          {"passport", DIGITS_LEAST},    {"aba", DIGITS_LEAST},
                                          {"acleda", DIGITS_LEAST},      {"wing", DIGITS_LEAST},
                                          {"truemoney", DIGITS_LEAST},   {"true money", DIGITS_LEAST},
                                          {"pi pay", DIGITS_LEAST},      {"account", DIGITS_LEAST},
                                          {"acc", DIGITS_LEAST},         {"iban", DIGITS_LEAST},
                                          {"plate", PLATE_LEAST},        {"payroll", PLATE_LEAST},
                                          {"staff code", PLATE_LEAST},   {"staff number", PLATE_LEAST},
                                          {"អត្តសញ្ញាណប័ណ្ណ", DIGITS_LEAST}, {"អត្តសញ្ញាណបណ្ណ", DIGITS_LEAST},
                                          {"អត្តសញ្ញាណ", DIGITS_LEAST},    {"លិខិតឆ្លងដែន", DIGITS_LEAST},
                                          {"ប៉ាស្ព័រ", DIGITS_LEAST},       {"គណនី", DIGITS_LEAST},
                                          {"វីង", DIGITS_LEAST},          {"អេប៊ីអេ", DIGITS_LEAST},
                                          {"អេស៊ីលីដា", DIGITS_LEAST},      {"ស្លាកលេខ", PLATE_LEAST},
                                          {"អត្តលេខ", PLATE_LEAST},       {"លេខកាត", DIGITS_LEAST},
                                          {"កាតលេខ", DIGITS_LEAST}};

static size_t past_fillers(struct str t, size_t at)
{
    static const char *const FILLERS[] = {"card", "number", "num", "nr", "no",  "is",  "account", "bank",
                                          "code", "id",     ":",   "៖",  "#",   ".",   "-",       "=",
                                          "(",    "លេខ",    "គឺ",   "ខ្ញុំ", "របស់", "ABA", "ធនាគារ",  "Wing"};
    enum { MOST = 6 };
    for (int k = 0; k < MOST; k++) {
        size_t start = contact_text_past_blanks(t, at), end = start;
        for (size_t i = 0; i < sizeof FILLERS / sizeof *FILLERS && end == start; i++)
            if (contact_text_whole(t, start, FILLERS[i])) end += strlen(FILLERS[i]);
        if (end == start) break;
        at = end;
    }
    return contact_text_past_blanks(t, at);
}

/* N01234567, 2AB-1234, 000 123 456 (01): behind it; *digits: how many. */
static size_t number_end(struct str t, size_t at, int *digits)
{
    int letters = 0;
    size_t end = at;
    *digits = 0;
    while (at < t.n && *digits < 32) {
        bool letter = t.s[at] >= 'A' && t.s[at] <= 'Z';
        if (phone_digit(t, &at) >= 0) {
            ++*digits;
            end = at;
        } else if (letter && ++letters <= LETTERS_MOST) {
            at++;
        } else if (end == at && (t.s[at] == ' ' || t.s[at] == '-' || t.s[at] == '.')) {
            at++;
            if (at < t.n && t.s[at] == '(') at++;
        } else if (t.s[at] == '-' && letters && !*digits) {
            at++;
        } else {
            break;
        }
    }
    return end < t.n && t.s[end] == ')' ? end + 1 : end;
}

bool paper_number(struct str text, size_t least, size_t at, size_t *from, size_t *to)
{
    if (at > least && contact_text_name(text.s[at - 1])) return false;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        if (!contact_text_whole(text, at, WORDS[i].text)) continue;
        int digits;
        *from = past_fillers(text, at + strlen(WORDS[i].text));
        *to = number_end(text, *from, &digits);
        if (digits >= WORDS[i].digits) return true;
    }
    return false;
}
