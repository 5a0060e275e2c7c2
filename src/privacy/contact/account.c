#include "privacy/contact/account.h"

#include "privacy/contact/contact_text.h"
#include "privacy/name/name_index.h"

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

/* Behind the stroke of a site's address; blanks may stand beside it. 0 where there is none. */
static size_t past_stroke(struct str t, size_t at, const char *path)
{
    size_t end = contact_text_past_blanks(t, at);
    if (end >= t.n || t.s[end] != '/') return 0;
    end = contact_text_past_blanks(t, end + 1);
    if (!*path) return end;
    return contact_text_word(t, end, path) ? end + strlen(path) : 0;
}

static const struct account_page {
    const char *host, *path;
} SITES[] = {{"facebook.com", ""},
             {"fb.com", ""},
             {"fb.me", ""},
             {"m.me", ""},
             {"t.me", ""},
             {"wa.me", ""},
             {"telegram.me", ""},
             {"telegram.dog", ""},
             {"line.me", ""},
             {"tiktok.com", ""},
             {"instagram.com", ""},
             {"messenger.com", ""},
             {"linkedin.com", ""},
             {"twitter.com", ""},
             {"x.com", ""},
             {"youtube.com", "@"},
             {"youtube.com", "c/"},
             {"youtube.com", "user/"},
             {"youtube.com", "channel/"},
             {"zalo.me", ""},
             {"viber.com", ""},
             {"discord.gg", ""},
             {"skype.com", ""},
             {"kakao.com", ""},
             {"github.com", ""},
             {"threads.net", ""},
             {"pinterest.com", ""},
             {"snapchat.com", ""},
             {"wechat.com", ""}};

bool account_site(struct str t, size_t least, size_t at, size_t *from, size_t *to)
{
    if (at > least && (contact_text_name(t.s[at - 1]) || t.s[at - 1] == '-')) return false;
    for (size_t i = 0; i < sizeof SITES / sizeof *SITES; i++) {
        if (!contact_text_word(t, at, SITES[i].host)) continue;
        size_t name = past_stroke(t, at + strlen(SITES[i].host), SITES[i].path);
        if (!name || (*to = token_end(t, name, "/@?=&~:#")) <= name) continue;
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

static const struct account_mark {
    const char *text;
    enum account_sign sign;
} SIGNS[] = {{"៖", ACCOUNT_SIGN_MARK},       {"ៈ", ACCOUNT_SIGN_MARK},       {":", ACCOUNT_SIGN_MARK},
             {"@", ACCOUNT_SIGN_MARK},       {"=", ACCOUNT_SIGN_MARK},       {"->", ACCOUNT_SIGN_MARK},
             {">", ACCOUNT_SIGN_MARK},       {"/", ACCOUNT_SIGN_MARK},       {"(", ACCOUNT_SIGN_WEAK},
             {")", ACCOUNT_SIGN_WEAK},       {"-", ACCOUNT_SIGN_WEAK},       {".", ACCOUNT_SIGN_WEAK},
             {"is", ACCOUNT_SIGN_WEAK},      {"page", ACCOUNT_SIGN_WEAK},    {"channel", ACCOUNT_SIGN_WEAK},
             {"profile", ACCOUNT_SIGN_WEAK}, {"app", ACCOUNT_SIGN_WEAK},     {"chat", ACCOUNT_SIGN_WEAK},
             {"link", ACCOUNT_SIGN_WEAK},    {"number", ACCOUNT_SIGN_WEAK},  {"of mine", ACCOUNT_SIGN_WEAK},
             {"of me", ACCOUNT_SIGN_WEAK},   {"me", ACCOUNT_SIGN_WEAK},      {"my", ACCOUNT_SIGN_WEAK},
             {"as", ACCOUNT_SIGN_WEAK},      {"គឺ", ACCOUNT_SIGN_WEAK},       {"លេខ", ACCOUNT_SIGN_WEAK},
             {"ជា", ACCOUNT_SIGN_WEAK},      {"id", ACCOUNT_SIGN_ID},        {"account", ACCOUNT_SIGN_ID},
             {"username", ACCOUNT_SIGN_ID},  {"user name", ACCOUNT_SIGN_ID}, {"name", ACCOUNT_SIGN_ID},
             {"user", ACCOUNT_SIGN_ID},      {"handle", ACCOUNT_SIGN_ID},    {"live:.cid.", ACCOUNT_SIGN_ID},
             {"live:", ACCOUNT_SIGN_ID},     {"ឈ្មោះ", ACCOUNT_SIGN_ID},      {"គណនី", ACCOUNT_SIGN_ID},
             {"អាយឌី", ACCOUNT_SIGN_ID},      {"របស់ខ្ញុំ", ACCOUNT_SIGN_ID},     {"ខ្ញុំ", ACCOUNT_SIGN_ID}};

/* Arrows, hands, ticks. */
static bool is_picture(uint32_t c)
{
    return (c >= 0x2190 && c < 0x2C00) || c == 0xBB || c == 0xFE0F || (c >= 0x1F000 && c < 0x1FB00);
}

static size_t sign_here(struct str t, size_t at, enum account_sign *sign)
{
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++) {
        if (!contact_text_whole(t, at, SIGNS[i].text)) continue;
        *sign = SIGNS[i].sign;
        return strlen(SIGNS[i].text);
    }
    size_t end = at;
    uint32_t c = utf8_next(t, &end);
    *sign = ACCOUNT_SIGN_MARK;
    return is_picture(c) ? end - at : 0;
}

/* Behind all that stands between a service and a name; *sign: the strongest of it. */
static size_t past_signs(struct str t, size_t at, enum account_sign *sign)
{
    enum { MOST = 8 };
    *sign = ACCOUNT_SIGN_NONE;
    for (int i = 0; i < MOST; i++) {
        enum account_sign here = ACCOUNT_SIGN_NONE;
        size_t start = contact_text_past_blanks(t, at), n = start < t.n ? sign_here(t, start, &here) : 0;
        bool joined = here >= ACCOUNT_SIGN_ID && start == at && *sign == ACCOUNT_SIGN_NONE && n &&
                      contact_text_name(t.s[start]) && t.s[start] != 'l';
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
    {"telegram", false, false},   {"telegrame", false, false}, {"tele", false, false},
    {"whatsapp", false, false},   {"whats app", false, false}, {"what's app", false, false},
    {"wa", true, false},          {"facebook", false, false},  {"face book", false, false},
    {"fb", false, false},         {"f.b", false, false},       {"messenger", false, false},
    {"line", true, false},        {"viber", false, false},     {"instagram", false, false},
    {"ig", false, false},         {"insta", false, false},     {"tiktok", false, false},
    {"tik tok", false, false},    {"signal", true, false},     {"wechat", false, false},
    {"we chat", true, false},     {"weixin", false, false},    {"skype", false, false},
    {"zalo", false, false},       {"tg", true, false},         {"kakaotalk", false, false},
    {"kakao talk", false, false}, {"kakao", false, false},     {"imo", true, false},
    {"discord", true, false},     {"snapchat", false, false},  {"snap", true, false},
    {"twitter", false, false},    {"threads", true, false},    {"linkedin", true, false},
    {"pinterest", true, false},   {"youtube", true, false},    {"google chat", true, false},
    {"zoom", true, false},        {"teams", true, false},      {"username", true, false},
    {"user name", true, false},   {"botim", false, false},     {"live:", true, false},
    {"តេឡេក្រាម", false, true},    {"តេលេក្រាម", false, true},   {"តេឡេក្រាំ", false, true},
    {"តេលេក្រាំ", false, true},     {"ថេឡេក្រាម", false, true},   {"តេឡេ", false, true},
    {"តេលេ", false, true},        {"ហ្វេសប៊ុក", false, true},     {"ហ្វេសបុក", false, true},
    {"ហ្វេសបុ៊ក", false, true},      {"ហ្វេស ប៊ុក", false, true},    {"ហ្វេកប៊ុក", false, true},
    {"ហ្វេប៊ុក", false, true},       {"អេហ្វប៊ី", false, true},      {"មេសេនជឺ", false, true},
    {"មេសេនជើ", false, true},     {"មេសេនជ័រ", false, true},    {"ម៉ែសសិនជឺ", false, true},
    {"ម៉ែសសេនជឺ", false, true},     {"ម៉េសេនជឺ", false, true},     {"មែសសិនជឺ", false, true},
    {"ម៉ាសេនជឺ", false, true},      {"ម៉ែសិនជឺ", false, true},      {"ឡាញ", false, true},
    {"ឡាយ", false, true},         {"ឡាន៍", false, true},        {"វ៉តសាប់", false, true},
    {"វ៉ាត់សាប់", false, true},      {"វ៉តអាប", false, true},      {"ស្កាយប៍", false, true},
    {"ស្កាយប", false, true},       {"ស្កាយ", false, true},       {"អ៊ីនស្តាក្រាម", false, true},
    {"អ៊ីនស្តា", false, true},       {"អ៊ីនស្ដា", false, true},      {"អាយជី", false, true},
    {"ធីកតុក", false, true},        {"ទិកតុក", false, true},       {"តិកតុក", false, true},
    {"វីប័រ", false, true},         {"វ៉ាយប័រ", false, true},      {"កាកាវ", false, true},
    {"វីឆាត", false, true},        {"ហ្សាឡូ", false, true},       {"សាឡូ", false, true},
    {"យូធូប", false, true},         {"យូថូប", false, true},        {"យូធូ", false, true},
    {"ទ្វីតធ័រ", false, true},       {"ទ្វីតធើ", false, true},      {"ធ្វីតធ័រ", false, true}};

/* "ហ្វេសប៊ុក (Facebook): name": a service's name is nobody's. */
static bool is_service(struct str t, size_t from, size_t to)
{
    for (size_t i = 0; i < sizeof SERVICES / sizeof *SERVICES; i++)
        if (str_eq_fold(str_sub(t, from, to), str_of(SERVICES[i].text))) return true;
    return false;
}

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

/* What makes a word of letters alone a name: a sign that announces one, or that it looks like a person's. */
static bool is_meant(const struct account_service *s, struct str word, enum account_sign sign, bool apart,
                     const struct name_index *names)
{
    enum { MARKED = 4, BARE = 6 };
    if (sign == ACCOUNT_SIGN_ID || (sign == ACCOUNT_SIGN_MARK && !s->word) || (s->khmer && apart))
        return true;
    if (s->word && sign == ACCOUNT_SIGN_NONE) return false;
    return word.n >= (sign == ACCOUNT_SIGN_MARK ? MARKED : BARE) && name_index_shaped(names, word);
}

/* Behind the name; 0 where none is meant. */
static size_t account_end(struct str t, const struct account_service *s, size_t name, enum account_sign sign,
                          bool apart, const struct name_index *names)
{
    if (!(apart || sign)) return 0;
    size_t end = token_end(t, name, s->text[0] == 's' || t.s[name] == 'l' ? ":#" : "#"),
           capitals = capitals_end(t, name);
    if (end <= name || is_service(t, name, end)) return 0;
    bool two = capitals > end && sign != ACCOUNT_SIGN_NONE; /* on Facebook as Sok Dara */
    if (two || odd_token(t, name, end) || is_meant(s, str_sub(t, name, end), sign, apart, names))
        return two ? capitals : end;
    return 0;
}

/* Behind a service's name; Khmer ones are spelt in many ways, above all at their ends. */
static size_t service_end(struct str t, size_t at, const struct account_service *s)
{
    enum { MORE = 3 };
    size_t end = at + strlen(s->text), more = end;
    for (int i = 0; s->khmer && i <= MORE && more < t.n; i++) {
        size_t next = more;
        uint32_t c = utf8_next(t, &next);
        if (!(c >= 0x1780 && c <= 0x17D3)) return more;
        more = next;
    }
    return end;
}

void account_openings(struct contact_openings *o)
{
    for (size_t i = 0; i < sizeof SITES / sizeof *SITES; i++) contact_openings_add(o, SITES[i].host);
    for (size_t i = 0; i < sizeof SERVICES / sizeof *SERVICES; i++) contact_openings_add(o, SERVICES[i].text);
}

static bool is_apart(struct str t, size_t least, size_t at)
{
    return at == least || !contact_text_name(t.s[at - 1]);
}

bool account(const struct name_index *names, struct str t, size_t least, size_t at, size_t *from, size_t *to)
{
    if (!is_apart(t, least, at)) return false;
    for (size_t i = 0; i < sizeof SERVICES / sizeof *SERVICES; i++) {
        if (!contact_text_word(t, at, SERVICES[i].text)) continue;
        enum account_sign sign;
        size_t end = service_end(t, at, &SERVICES[i]), name = past_signs(t, end, &sign);
        bool marked = t.s[end - 1] == ':'; /* live:name, and no blank */
        if (name >= t.n || (marked && name > end)) continue;
        if (marked) sign = ACCOUNT_SIGN_MARK;
        *from = name - (t.s[name - 1] == '@');
        *to = account_end(t, &SERVICES[i], name, sign, name > end || SERVICES[i].khmer, names);
        if (*to > name) return true;
    }
    return false;
}
