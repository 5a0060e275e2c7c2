#include "privacy/contact/account.h"

#include "privacy/contact/contact_text.h"

enum { TOKEN_MOST = 1024 /* bytes: no address of a page is longer */ };

static size_t token_end(struct str t, size_t from, const char *also)
{
    size_t at = from;
    while (at < t.n && at - from < TOKEN_MOST &&
           (contact_text_mail(t.s[at]) || (t.s[at] && strchr(also, t.s[at]))))
        at++;
    while (at > from && (t.s[at - 1] == '.' || t.s[at - 1] == '?')) at--;
    return at;
}

bool account_site(struct str t, size_t least, size_t at, size_t *from, size_t *to)
{
    static const char *const SITES[] = {"facebook.com/", "fb.com/",        "fb.me/",         "m.me/",
                                        "t.me/",         "wa.me/",         "telegram.me/",   "line.me/",
                                        "tiktok.com/",   "instagram.com/", "messenger.com/", "linkedin.com/",
                                        "twitter.com/",  "x.com/",         "youtube.com/@",  "zalo.me/",
                                        "viber.com/",    "discord.gg/",    "skype.com/",     "kakao.com/"};
    if (at > least && (contact_text_name(t.s[at - 1]) || t.s[at - 1] == '-')) return false;
    for (size_t i = 0; i < sizeof SITES / sizeof *SITES; i++) {
        if (!contact_text_word(t, at, SITES[i])) continue;
        size_t name = at + strlen(SITES[i]);
        *to = token_end(t, name, "/@?=&~:#");
        if (*to <= name) continue;
        *from = at;
        while (*from > least && at - *from < TOKEN_MOST &&
               (contact_text_mail(t.s[*from - 1]) || strchr("/:", t.s[*from - 1])))
            --*from;
        return true;
    }
    return false;
}

/* A name that no word is like. */
static bool odd_token(struct str t, size_t from, size_t to)
{
    bool letter = false, other = false;
    for (size_t i = from; i < to; i++) {
        letter |= contact_text_name(t.s[i]) && (t.s[i] < '0' || t.s[i] > '9');
        other |= !contact_text_name(t.s[i]) ? !strchr("-%", t.s[i]) : t.s[i] <= '9';
    }
    return letter && other;
}

/* What may stand between a service and a name, and what it tells. */
enum account_sign { ACCOUNT_SIGN_NONE, ACCOUNT_SIGN_WEAK, ACCOUNT_SIGN_MARK, ACCOUNT_SIGN_ID };

static size_t sign_here(struct str t, size_t at, enum account_sign *sign)
{
    static const struct {
        const char *text;
        enum account_sign sign;
    } SIGNS[] = {
        {"៖", ACCOUNT_SIGN_MARK},      {":", ACCOUNT_SIGN_MARK},       {"@", ACCOUNT_SIGN_MARK},
        {"=", ACCOUNT_SIGN_MARK},      {"(", ACCOUNT_SIGN_WEAK},       {"-", ACCOUNT_SIGN_WEAK},
        {"is", ACCOUNT_SIGN_WEAK},     {"id", ACCOUNT_SIGN_ID},        {"account", ACCOUNT_SIGN_ID},
        {"username", ACCOUNT_SIGN_ID}, {"user name", ACCOUNT_SIGN_ID}, {"name", ACCOUNT_SIGN_ID},
        {"user", ACCOUNT_SIGN_ID},     {"handle", ACCOUNT_SIGN_ID},    {"live:.cid.", ACCOUNT_SIGN_ID},
        {"live:", ACCOUNT_SIGN_ID},    {"ឈ្មោះ", ACCOUNT_SIGN_ID},      {"គណនី", ACCOUNT_SIGN_ID},
        {"គឺ", ACCOUNT_SIGN_WEAK},      {"as", ACCOUNT_SIGN_WEAK}};
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++) {
        if (!contact_text_whole(t, at, SIGNS[i].text)) continue;
        *sign = SIGNS[i].sign;
        return strlen(SIGNS[i].text);
    }
    return 0;
}

/* Behind all that stands between a service and a name; *sign: the strongest of it. */
static size_t past_signs(struct str t, size_t at, enum account_sign *sign)
{
    enum { MOST = 6 };
    *sign = ACCOUNT_SIGN_NONE;
    for (int i = 0; i < MOST; i++) {
        enum account_sign here = ACCOUNT_SIGN_NONE;
        size_t start = contact_text_past_blanks(t, at), n = start < t.n ? sign_here(t, start, &here) : 0;
        bool joined =
            here >= ACCOUNT_SIGN_ID && start == at && *sign == ACCOUNT_SIGN_NONE && t.s[start] != 'l';
        if (!n || joined) break;
        if (here > *sign) *sign = here;
        at = start + n;
    }
    return contact_text_past_blanks(t, at);
}

/* A service whose name is a word, too, wants a name that is none; behind a Khmer one any Latin word is a
 * name. */
struct account_service {
    const char *text;
    bool word, khmer;
};

static const struct account_service SERVICES[] = {
    {"telegram", false, false},  {"whatsapp", false, false},   {"whats app", false, false},
    {"facebook", false, false},  {"fb", false, false},         {"messenger", false, false},
    {"line", true, false},       {"viber", false, false},      {"instagram", false, false},
    {"ig", false, false},        {"insta", false, false},      {"tiktok", false, false},
    {"tik tok", false, false},   {"signal", true, false},      {"wechat", false, false},
    {"skype", false, false},     {"zalo", false, false},       {"tg", true, false},
    {"kakaotalk", false, false}, {"kakao talk", false, false}, {"kakao", false, false},
    {"imo", true, false},        {"discord", true, false},     {"snapchat", false, false},
    {"twitter", true, false},    {"linkedin", true, false},    {"youtube", true, false},
    {"botim", false, false},     {"តេឡេក្រាម", false, true},    {"តេលេក្រាម", false, true},
    {"តេឡេក្រាំ", false, true},    {"តេលេក្រាំ", false, true},     {"ថេឡេក្រាម", false, true},
    {"ហ្វេសប៊ុក", false, true},     {"ហ្វេសបុក", false, true},      {"ហ្វេសប៊ុក", false, true},
    {"ហ្វេកប៊ុក", false, true},     {"មេសេនជឺ", false, true},      {"មេសេនជើ", false, true},
    {"ម៉ែសសិនជឺ", false, true},     {"ម៉េសេនជឺ", false, true},      {"មែសសិនជឺ", false, true},
    {"ម៉ាសេនជឺ", false, true},     {"ម៉ែសិនជឺ", false, true},       {"ឡាញ", false, true},
    {"ឡាយ", false, true},        {"ឡាន៍", false, true},         {"វ៉តសាប់", false, true},
    {"វ៉ាត់សាប់", false, true},     {"វ៉តអាប", false, true},       {"ស្កាយ", false, true},
    {"ស្កាយប៍", false, true},      {"អ៊ីនស្តាក្រាម", false, true},   {"ធីកតុក", false, true},
    {"ទិកតុក", false, true},       {"តិកតុក", false, true},        {"វីប័រ", false, true},
    {"វ៉ាយប័រ", false, true},      {"កាកាវ", false, true},       {"វីឆាត", false, true}};

/* FB: Sok Dara: the words with capitals behind a sign. */
static size_t capitals_end(struct str t, size_t at)
{
    enum { WORDS = 3 };
    size_t end = at;
    for (int i = 0; i < WORDS; i++) {
        size_t start = i ? contact_text_past_blanks(t, end) : at;
        if (start >= t.n || t.s[start] < 'A' || t.s[start] > 'Z' || (i && start != end + 1)) break;
        for (end = start; end < t.n && end - start < TOKEN_MOST && contact_text_mail(t.s[end]);) end++;
    }
    return end;
}

/* Behind the name; 0 where none is meant. */
static size_t account_end(struct str t, const struct account_service *s, size_t name, enum account_sign sign,
                          bool apart)
{
    if (!(apart || sign)) return 0;
    size_t end = token_end(t, name, s->text[0] == 's' || t.s[name] == 'l' ? ":#" : "#"),
           capitals = capitals_end(t, name);
    bool mark = sign >= ACCOUNT_SIGN_MARK;
    if (end <= name) return 0;
    if (odd_token(t, name, end) || sign == ACCOUNT_SIGN_ID || (mark && !s->word) || (s->khmer && apart))
        return capitals > end && mark ? capitals : end;
    return 0;
}

static bool is_apart(struct str t, size_t least, size_t at)
{
    return at == least || !contact_text_name(t.s[at - 1]);
}

bool account(struct str t, size_t least, size_t at, size_t *from, size_t *to)
{
    if (!is_apart(t, least, at)) return false;
    for (size_t i = 0; i < sizeof SERVICES / sizeof *SERVICES; i++) {
        if (!contact_text_word(t, at, SERVICES[i].text)) continue;
        enum account_sign sign;
        size_t end = at + strlen(SERVICES[i].text), name = past_signs(t, end, &sign);
        if (name >= t.n) continue;
        *from = name - (t.s[name - 1] == '@');
        *to = account_end(t, &SERVICES[i], name, sign, name > end || SERVICES[i].khmer);
        if (*to > name) return true;
    }
    return false;
}
