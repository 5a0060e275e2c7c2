#include "privacy/contact.h"

#include "privacy/phone.h"

enum {
    DOMAIN_MOST = 128, /* bytes of what stands behind the sign */
    LOCAL_MOST = 96    /* bytes of what stands before it */
};

/* -- letters -- */

static bool name_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static bool mail_byte(char c)
{
    return name_byte(c) || (c && strchr("._%+-", c));
}

static bool zero_width(uint32_t c)
{
    return (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF || c == 0xAD;
}

/* Behind the zero-width signs at a place. */
static size_t past_zero(struct str t, size_t at)
{
    for (size_t next = at; next < t.n && zero_width(utf8_next(t, &next));) at = next;
    return at;
}

static size_t before_of(struct str t, size_t at)
{
    if (at) at--;
    while (at > 0 && ((unsigned char)t.s[at] & 0xC0) == 0x80) at--;
    return at;
}

static size_t past_blanks(struct str t, size_t at)
{
    enum { FEW = 12 };
    size_t next = at;
    for (int i = 0; i < FEW && next < t.n && phone_blank(utf8_next(t, &next)); i++) at = next;
    return at;
}

static size_t before_blanks(struct str t, size_t at)
{
    enum { FEW = 12 };
    for (int i = 0; i < FEW && at > 0 && phone_blank(utf8_before(t, at)); i++) at = before_of(t, at);
    return at;
}

/* Tried at every letter of every answer: mostly the first byte says no. */
static bool word_here(struct str t, size_t at, const char *word)
{
    if (at >= t.n || (t.s[at] | 32) != (word[0] | 32)) return false;
    size_t n = strlen(word);
    return at + n <= t.n && str_eq_fold(str_sub(t, at, at + n), str_of(word));
}

/* The word in brackets of any kind, or between blanks: "(at)", " at "; bytes of it with what is around. */
static size_t spelt(struct str t, size_t at, const char *word, bool *bare)
{
    static const char open[] = "([{<", shut[] = ")]}>";
    size_t n = strlen(word), start = past_blanks(t, at), inner;
    const char *bracket = start < t.n && t.s[start] ? strchr(open, t.s[start]) : NULL;
    *bare = !bracket;
    if (bracket) {
        inner = past_blanks(t, start + 1);
        if (!word_here(t, inner, word)) return 0;
        size_t end = past_blanks(t, inner + n);
        return end < t.n && t.s[end] == shut[bracket - open] ? end + 1 - at : 0;
    }
    if (start == at || !word_here(t, start, word)) return 0;
    size_t end = past_blanks(t, start + n);
    return end > start + n ? end - at : 0;
}

/* -- domains -- */

static bool known_end(struct str t, size_t at)
{
    static const char *const ENDS[] = {"com", "org", "net", "edu", "gov", "kh", "info", "co", "io", "asia"};
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++) {
        size_t n = strlen(ENDS[i]);
        if (word_here(t, at, ENDS[i]) && (at + n >= t.n || !name_byte(t.s[at + n]))) return true;
    }
    return false;
}

/* The dot between two labels, however it is written; 0 where none is. */
static size_t dot_at(struct str t, size_t at, bool *spaced)
{
    bool bare;
    size_t word = spelt(t, at, "dot", &bare), start = past_blanks(t, at);
    *spaced = false;
    if (word) return past_blanks(t, at + word) - at;
    if (start >= t.n || (t.s[start] != '.' && t.s[start] != ',')) return 0;
    size_t end = past_blanks(t, start + 1);
    *spaced = start > past_zero(t, at) || end > past_zero(t, start + 1) || t.s[start] == ',';
    return end - at;
}

static size_t label_end(struct str t, size_t at)
{
    size_t from = at;
    while (at < t.n) {
        size_t next = past_zero(t, at);
        if (next >= t.n || !(name_byte(t.s[next]) || (next > from && t.s[next] == '-') || t.s[next] == '_'))
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

/* Behind a domain; *dots: of its dots. Blanks beside one want an ending that is known. */
static size_t domain_end(struct str t, size_t at, int *dots)
{
    size_t end = label_end(t, at), from = at;
    if (end == at) end = foreign_label(t, at);
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
    size_t from = at;
    if (from > least && t.s[from - 1] == '"') {
        for (size_t i = from - 1; i > least && from - i < LOCAL_MOST; i--)
            if (t.s[i - 1] == '"') return i - 1;
        return at;
    }
    while (from > least) {
        size_t before = before_of(t, from);
        while (before > least && zero_width(utf8_before(t, from)) && before < from) {
            if (!mail_byte(t.s[before_of(t, before)])) return at;
            from = before;
            before = before_of(t, from);
        }
        if (!mail_byte(t.s[before])) break;
        from = before;
        at = from;
    }
    return at;
}

/* How people write the sign so that no program shall read it, and as it is; bytes of it. */
static size_t at_sign(struct str t, size_t at, bool *bare)
{
    static const char *const signs[] = {"@", "＠", "﹫", "[@]", "(@)", "{@}", "<@>"};
    *bare = false;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (word_here(t, at, signs[i])) return strlen(signs[i]);
    if (!(t.s[at] == ' ' || strchr("([{<", t.s[at])) || !t.s[at]) return 0;
    return spelt(t, at, "at", bare);
}

/* "Look at moeys.gov.kh" is no address. */
static bool plain_words(struct str t, size_t from, size_t to, size_t domain)
{
    static const char *const WORDS[] = {"look",   "us",      "me",    "is",      "are",      "it",
                                        "site",   "page",    "find",  "see",     "found",    "read",
                                        "online", "website", "visit", "posted",  "more",     "here",
                                        "and",    "form",    "again", "results", "materials"};
    if (word_here(t, domain, "www.")) return true;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (str_eq_fold(str_sub(t, from, to), str_of(WORDS[i]))) return true;
    return false;
}

static bool provider(struct str t, size_t at)
{
    return word_here(t, at, "gmail") || word_here(t, at, "yahoo") || word_here(t, at, "hotmail") ||
           word_here(t, at, "outlook");
}

static bool address(struct str t, size_t least, size_t at, size_t *from, size_t *to)
{
    bool bare;
    int dots, near_dots;
    size_t n = at_sign(t, at, &bare);
    if (!n) return false;
    size_t left = before_blanks(t, at), right = past_blanks(t, at + n);
    *from = local_begin(t, least, left > least ? left : least);
    *to = domain_end(t, right, &dots);
    bool has_local = *from < left;
    if (bare) return has_local && dots && !plain_words(t, *from, left, right);
    if (has_local && dots) return true;
    if (has_local && provider(t, right)) return true;
    size_t near = past_zero(t, at + n), near_end = domain_end(t, near, &near_dots);
    *from = local_begin(t, least, at);
    *to = near_end;
    return near_end > near && (*from < at || near_dots || near_end - near > 2); /* an account, too */
}

/* -- accounts -- */

static size_t token_end(struct str t, size_t at, const char *also)
{
    while (at < t.n && (mail_byte(t.s[at]) || (t.s[at] && strchr(also, t.s[at])))) at++;
    while (at > 0 && (t.s[at - 1] == '.' || t.s[at - 1] == '?')) at--;
    return at;
}

/* facebook.com/name, with what stands before it: *from. */
static bool site(struct str t, size_t least, size_t at, size_t *from, size_t *to)
{
    static const char *const SITES[] = {"facebook.com/", "fb.com/",        "fb.me/",         "m.me/",
                                        "t.me/",         "wa.me/",         "telegram.me/",   "line.me/",
                                        "tiktok.com/",   "instagram.com/", "messenger.com/", "linkedin.com/",
                                        "twitter.com/"};
    if (at > least && name_byte(t.s[at - 1])) return false;
    for (size_t i = 0; i < sizeof SITES / sizeof *SITES; i++) {
        if (!word_here(t, at, SITES[i])) continue;
        size_t name = at + strlen(SITES[i]);
        *to = token_end(t, name, "/@?=&~:#");
        if (*to <= name) continue;
        *from = at;
        while (*from > least && (mail_byte(t.s[*from - 1]) || strchr("/:", t.s[*from - 1]))) --*from;
        return true;
    }
    return false;
}

/* A name that no word is like. */
static bool odd_token(struct str t, size_t from, size_t to)
{
    bool letter = false, other = false;
    for (size_t i = from; i < to; i++) {
        letter |= name_byte(t.s[i]) && (t.s[i] < '0' || t.s[i] > '9');
        other |= !name_byte(t.s[i]) ? t.s[i] != '-' : t.s[i] <= '9';
    }
    return letter && other;
}

static size_t past_id(struct str t, size_t at, bool *id)
{
    static const char *const WORDS[] = {"id", "account", "name"};
    size_t word = past_blanks(t, at);
    *id = false;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS && word > at; i++)
        if (word_here(t, word, WORDS[i]) &&
            !(word + strlen(WORDS[i]) < t.n && name_byte(t.s[word + strlen(WORDS[i])])))
            return *id = true, word + strlen(WORDS[i]);
    return at;
}

/* Behind the signs, and the word "is", between a service and a name; *marked: one of them announces a name.
 */
static size_t past_signs(struct str t, size_t at, bool *marked)
{
    while (at < t.n && t.s[at]) {
        bool khmer = word_here(t, at, "៖"), mark = khmer || strchr(":@=", t.s[at]);
        size_t n = khmer ? strlen("៖") : mark || strchr("(-", t.s[at]) ? 1 : word_here(t, at, "is ") ? 2 : 0;
        if (!n) break;
        *marked |= mark;
        at = past_blanks(t, at + n);
    }
    return at;
}

/* Telegram: name. A service whose name is a word, too, wants a name that is none. */
static bool account(struct str t, size_t least, size_t at, size_t *from, size_t *to)
{
    static const char *const SERVICES[] = {"telegram",  "whatsapp", "whats app", "facebook",  "fb",
                                           "messenger", "line",     "viber",     "instagram", "ig",
                                           "tiktok",    "signal",   "wechat",    "skype",     "zalo",
                                           "តេឡេក្រាម",  "ហ្វេសប៊ុក"};
    if (at > least && name_byte(t.s[at - 1])) return false;
    for (size_t i = 0; i < sizeof SERVICES / sizeof *SERVICES; i++) {
        if (!word_here(t, at, SERVICES[i])) continue;
        bool id, marked = false, word = strchr("ls", SERVICES[i][0]) != NULL;
        size_t end = past_id(t, at + strlen(SERVICES[i]), &id), name = past_blanks(t, end);
        name = past_signs(t, name, &marked);
        *from = name - (t.s[name - 1] == '@');
        *to = token_end(t, name, "");
        if (*to <= name || (name == end && !marked)) continue;
        if ((marked && !word) || id || odd_token(t, name, *to)) return true;
    }
    return false;
}

/* -- all of them -- */

/* The number's own sign and bracket before it. */
static size_t number_begin(struct str t, size_t from, size_t at, size_t end)
{
    bool shut = false;
    for (size_t i = at; i < end; i++) shut |= t.s[i] == ')';
    while (at > from && (t.s[at - 1] == '+' || (t.s[at - 1] == '(' && shut))) at--;
    return at;
}

/* Do the digits begin an address? Behind them, then; else 0. */
static size_t address_digits(struct str t, size_t at)
{
    bool bare;
    size_t end = at;
    while (end < t.n && end - at < LOCAL_MOST && mail_byte(t.s[end])) end++;
    return end > at && end < t.n && at_sign(t, end, &bare) ? end : 0;
}

bool contact_next(struct str text, size_t from, size_t *begin, size_t *end, bool *mail)
{
    for (size_t i = from; i < text.n;) {
        size_t probe = i;
        *mail = true;
        if (address(text, from, i, begin, end)) return true;
        if (site(text, from, i, begin, end) || account(text, from, i, begin, end)) return true;
        if (phone_digit(text, &probe) < 0) {
            utf8_next(text, &i);
            continue;
        }
        size_t after = address_digits(text, i);
        *mail = false;
        if (!after && phone_number(text, i, end)) {
            *begin = number_begin(text, from, i, *end);
            return true;
        }
        i = after ? after : *end;
    }
    return false;
}
