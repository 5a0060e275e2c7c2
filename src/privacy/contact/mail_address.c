#include "privacy/contact/mail_address.h"

#include "privacy/contact/contact_text.h"

enum {
    DOMAIN_MOST = 256, /* bytes of what stands behind the sign */
    LOCAL_MOST = 256   /* bytes of what stands before it */
};

/* The word in brackets of any kind, or between blanks: "(at)", " at "; bytes of it with what is around. */
static size_t spelt(struct str t, size_t at, const char *word, bool *bare)
{
    static const char open[] = "([{<", shut[] = ")]}>";
    size_t n = strlen(word), start = contact_text_past_blanks(t, at), inner;
    const char *bracket = start < t.n && t.s[start] ? strchr(open, t.s[start]) : NULL;
    *bare = !bracket;
    if (bracket) {
        inner = contact_text_past_blanks(t, start + 1);
        if (!contact_text_word(t, inner, word)) return 0;
        size_t end = contact_text_past_blanks(t, inner + n);
        return end < t.n && t.s[end] == shut[bracket - open] ? end + 1 - at : 0;
    }
    if (start == at || !contact_text_word(t, start, word)) return 0;
    size_t end = contact_text_past_blanks(t, start + n);
    return end > start + n ? end - at : 0;
}

/* -- domains -- */

static bool known_end(struct str t, size_t at)
{
    static const char *const ENDS[] = {"com", "org", "net", "edu", "gov", "kh", "info", "co", "io", "asia"};
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++)
        if (contact_text_whole(t, at, ENDS[i])) return true;
    return false;
}

/* Bytes of the one of some words that stands here, with the blanks around it; else 0. */
static size_t word_of(struct str t, size_t at, const char *const *words, size_t n)
{
    size_t start = contact_text_past_blanks(t, at);
    for (size_t i = 0; i < n; i++)
        if (contact_text_word(t, start, words[i]))
            return contact_text_past_blanks(t, start + strlen(words[i])) - at;
    return 0;
}

/* "dot" spelt, in brackets also its letter; or as it is called in Khmer. */
static size_t spelt_dot(struct str t, size_t at)
{
    static const char *const KHMER[] = {"ចុច", "ដុត", "ដត", "ដាត់"};
    bool bare;
    size_t n = spelt(t, at, "dot", &bare);
    if (!n && (n = spelt(t, at, "d", &bare)) && bare) n = 0;
    return n ? n : word_of(t, at, KHMER, sizeof KHMER / sizeof *KHMER);
}

/* The dot between two labels, however it is written; 0 where none is. */
static size_t dot_at(struct str t, size_t at, bool *spaced)
{
    size_t word = spelt_dot(t, at), start = contact_text_past_blanks(t, at);
    *spaced = false;
    if (word) return contact_text_past_blanks(t, at + word) - at;
    size_t wide = contact_text_word(t, start, "。") ? strlen("。") : 0;
    if (start >= t.n || (t.s[start] != '.' && t.s[start] != ',' && !wide)) return 0;
    size_t end = contact_text_past_blanks(t, start + (wide ? wide : 1));
    *spaced = start > contact_text_past_zero(t, at) || end > contact_text_past_zero(t, start + 1) ||
              t.s[start] == ',';
    return end - at;
}

static size_t label_end(struct str t, size_t at)
{
    size_t from = at;
    while (at < t.n && at - from < DOMAIN_MOST) {
        size_t next = contact_text_past_zero(t, at);
        if (next >= t.n ||
            !(contact_text_name(t.s[next]) || (next > from && t.s[next] == '-') || t.s[next] == '_'))
            break;
        at = next + 1;
    }
    return at;
}

/* A domain's label in Khmer letters, where a dot follows it. */
static size_t foreign_label(struct str t, size_t at)
{
    size_t from = at;
    while (at < t.n && at - from < DOMAIN_MOST && (t.s[at] & 0x80)) utf8_next(t, &at);
    return at > from && at < t.n && t.s[at] == '.' && known_end(t, at + 1) ? at : from;
}

/* a@[192.168.1.1] */
static size_t literal_end(struct str t, size_t at)
{
    size_t end = at + 1;
    if (at >= t.n || t.s[at] != '[') return at;
    while (end < t.n && end - at < DOMAIN_MOST && (contact_text_name(t.s[end]) || strchr(".:", t.s[end]))) {
        if (!t.s[end]) return at;
        end++;
    }
    return end > at + 1 && end < t.n && t.s[end] == ']' ? end + 1 : at;
}

/* Behind a domain; *dots: of its dots. Blanks beside one want an ending that is known. */
static size_t domain_end(struct str t, size_t at, int *dots)
{
    size_t end = label_end(t, at), from = at;
    if (end == at) end = foreign_label(t, at);
    if (end == at && (end = literal_end(t, at)) > at) return *dots = 1, end;
    size_t sure = end;
    bool doubtful = false;
    *dots = 0;
    for (int seen = 1; end > at && end - from < DOMAIN_MOST; seen++) {
        bool spaced;
        size_t n = dot_at(t, end, &spaced), next = n ? label_end(t, end + n) : 0;
        if (!n || next == end + n) break;
        doubtful |= spaced;
        doubtful &= !known_end(t, end + n);
        end = next;
        if (!doubtful) *dots = seen, sure = end;
    }
    return sure;
}

/* -- addresses -- */

static size_t local_begin(struct str t, size_t least, size_t at)
{
    size_t from = at, end = at;
    if (from > least && t.s[from - 1] == '"') {
        for (size_t i = from - 1; i > least && from - i < LOCAL_MOST; i--)
            if (t.s[i - 1] == '"') return i - 1;
        return at;
    }
    while (from > least && end - from < LOCAL_MOST) {
        size_t before = contact_text_before(t, from);
        while (before > least && contact_text_zero_width(utf8_before(t, from)) && before < from) {
            if (!contact_text_mail(t.s[contact_text_before(t, before)])) return at;
            from = before;
            before = contact_text_before(t, from);
        }
        if (!contact_text_mail(t.s[before])) break;
        from = before;
        at = from;
    }
    return at;
}

static size_t one_sign(struct str t, size_t at)
{
    static const char *const SIGNS[] = {"@",   "＠",  "﹫",    "[@]",      "(@)",
                                        "{@}", "<@>", "&#64;", "&commat;", "%40"};
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
        if (contact_text_word(t, at, SIGNS[i])) return strlen(SIGNS[i]);
    return 0;
}

/* "at" spelt, in brackets also its letter; or as it is called in Khmer. */
static size_t spelt_sign(struct str t, size_t at, bool *bare)
{
    static const char *const KHMER[] = {"ត្រង់", "នៅ", "អែត", "អេត", "អ៊ែត", "អាត់", "អាត", "អ៊ាត់"};
    bool blank = t.s[at] == ' ' || (unsigned char)t.s[at] >= 0xC0;
    if (!blank && (!t.s[at] || !strchr("([{<", t.s[at]))) return 0;
    size_t n = spelt(t, at, "at", bare);
    if (!n && (n = spelt(t, at, "a", bare)) && *bare) n = 0;
    if (n || !blank) return n;
    *bare = true;
    return word_of(t, at, KHMER, sizeof KHMER / sizeof *KHMER);
}

/* How people write the sign so that no program shall read it, and as it is, once or more; bytes of it. */
static size_t at_sign(struct str t, size_t at, bool *bare)
{
    enum { MOST = 8 };
    size_t n = one_sign(t, at);
    *bare = false;
    for (size_t more = n; more && n < MOST; n += more) more = one_sign(t, at + n);
    return n ? n : spelt_sign(t, at, bare);
}

size_t mail_address_sign(struct str text, size_t at)
{
    bool bare;
    return at < text.n ? at_sign(text, at, &bare) : 0;
}

static bool is_one_of(struct str word, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq_fold(word, str_of(list[i]))) return true;
    return false;
}

/* "Look at moeys.gov.kh" is no address. */
static bool plain_words(struct str t, size_t from, size_t to, size_t domain)
{
    static const char *const WORDS[] = {"look",   "us",      "me",    "is",      "are",      "it",
                                        "site",   "page",    "find",  "see",     "found",    "read",
                                        "online", "website", "visit", "posted",  "more",     "here",
                                        "and",    "form",    "again", "results", "materials"};
    return contact_text_word(t, domain, "www.") ||
           is_one_of(str_sub(t, from, to), WORDS, sizeof WORDS / sizeof *WORDS);
}

static size_t provider(struct str t, size_t at)
{
    static const char *const PROVIDERS[] = {"gmail", "yahoo", "hotmail", "outlook", "icloud"};
    for (size_t i = 0; i < sizeof PROVIDERS / sizeof *PROVIDERS; i++)
        if (contact_text_word(t, at, PROVIDERS[i])) return strlen(PROVIDERS[i]);
    return 0;
}

/* name gmail.com */
static bool without_sign(struct str t, size_t least, size_t at, size_t *from, size_t *to)
{
    static const char *const WORDS[] = {"a",    "my",   "your", "our", "the",  "use", "using", "used", "uses",
                                        "with", "from", "to",   "on",  "via",  "by",  "in",    "of",   "for",
                                        "and",  "or",   "is",   "are", "free", "an",  "new",   "like", "www",
                                        "mail", "smtp", "imap", "at",  "not",  "as",  "than",  "also"};
    int dots;
    if (!provider(t, at) || at <= least || contact_text_name(t.s[at - 1])) return false;
    *to = domain_end(t, at, &dots);
    size_t left = contact_text_before_blanks(t, at);
    if (left == at && t.s[at - 1] == '.') left--;
    *from = local_begin(t, least, left);
    return dots && *from < left && left <= at &&
           !is_one_of(str_sub(t, *from, left), WORDS, sizeof WORDS / sizeof *WORDS);
}

/* Bytes of a word between two signs of an address: -at-, _dot_. */
static size_t between_signs(struct str t, size_t at, const char *word)
{
    size_t n = strlen(word);
    bool is = at + n + 1 < t.n && t.s[at] && strchr("-_.", t.s[at]) && contact_text_word(t, at + 1, word) &&
              t.s[at + n + 1] && strchr("-_.", t.s[at + n + 1]);
    return is ? n + 2 : 0;
}

/* name-at-example.org, name_at_example_dot_org: one word without a blank. */
static bool in_one_word(struct str t, size_t at, size_t *from, size_t *to)
{
    size_t end = at, sign = 0, dot = 0;
    if (!contact_text_name(t.s[at]) || (at > 0 && contact_text_mail(t.s[at - 1]))) return false;
    for (; end < t.n && end - at < DOMAIN_MOST && contact_text_mail(t.s[end]); end++) {
        size_t n = between_signs(t, end, "dot");
        if (!sign && end > at && between_signs(t, end, "at")) sign = end;
        if (sign && (n || t.s[end] == '.') && known_end(t, end + (n ? n : 1))) dot = end;
    }
    *from = at;
    *to = end;
    return sign && dot > sign + 3;
}

static bool with_sign(struct str t, size_t least, size_t at, size_t *from, size_t *to)
{
    bool bare;
    int dots, near_dots;
    size_t n = at_sign(t, at, &bare);
    if (!n) return false;
    size_t left = contact_text_before_blanks(t, at), right = contact_text_past_blanks(t, at + n);
    *from = local_begin(t, least, left > least ? left : least);
    *to = domain_end(t, right, &dots);
    bool has_local = *from < left;
    if (bare) return has_local && dots && !plain_words(t, *from, left, right);
    if (has_local && dots) return true;
    if (has_local && provider(t, right)) return true;
    size_t near = contact_text_past_zero(t, at + n), near_end = domain_end(t, near, &near_dots);
    *from = local_begin(t, least, at);
    *to = near_end;
    return near_end > near && (*from < at || near_dots || near_end - near > 2); /* an account, too */
}

bool mail_address(struct str text, size_t least, size_t at, size_t *from, size_t *to)
{
    return with_sign(text, least, at, from, to) || without_sign(text, least, at, from, to) ||
           in_one_word(text, at, from, to);
}
