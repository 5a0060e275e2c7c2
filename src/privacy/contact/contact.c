#include "privacy/contact/contact.h"

#include "privacy/contact/account.h"
#include "privacy/contact/contact_text.h"
#include "privacy/contact/loose_number.h"
#include "privacy/contact/mail_address.h"
#include "privacy/contact/paper_number.h"
#include "privacy/contact/phone.h"

enum { LOCAL_MOST = 96 /* bytes of what stands before the sign of an address */ };

struct contact {
    const struct name_index *names;
    struct contact_openings accounts, papers;
};

struct contact *contact_new(struct arena *a, const struct name_index *names)
{
    struct contact *c = ARENA_ONE(a, struct contact);
    c->names = names;
    account_openings(&c->accounts);
    paper_number_openings(&c->papers);
    return c;
}

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
    size_t end = at, from, to;
    while (end < t.n && end - at < LOCAL_MOST && contact_text_mail(t.s[end])) end++;
    bool is = end > at && mail_address_sign(t, end) && mail_address(t, at, end, &from, &to) && from <= at;
    return is ? end : 0;
}

/* A number at a place; else *next: where to look on. */
static bool number_at(const struct contact *c, struct str t, size_t from, size_t at, size_t *begin,
                      size_t *end, size_t *next)
{
    size_t probe = at;
    *next = at;
    if (contact_openings_has(&c->papers, t, at) && paper_number(t, from, at, begin, end)) return true;
    *begin = at;
    if (phone_digit(t, &probe) < 0) {
        utf8_next(t, next);
        return loose_number(t, from, at, end);
    }
    size_t address = address_digits(t, at);
    if (address) return *next = address, false;
    if (phone_number(t, at, end)) return *begin = number_begin(t, from, at, *end), true;
    *next = *end;
    return loose_number(t, from, at, end);
}

static bool account_at(const struct contact *c, struct str t, size_t from, size_t at, size_t *begin,
                       size_t *end)
{
    if (!contact_openings_has(&c->accounts, t, at)) return false;
    return account_site(t, from, at, begin, end) || account(c->names, t, from, at, begin, end);
}

bool contact_next(const struct contact *c, struct str text, size_t from, size_t *begin, size_t *end,
                  bool *mail)
{
    for (size_t i = from, next; i < text.n; i = next) {
        *mail = true;
        if (mail_address(text, from, i, begin, end)) return true;
        if (account_at(c, text, from, i, begin, end)) return true;
        *mail = false;
        if (number_at(c, text, from, i, begin, end, &next)) return true;
    }
    return false;
}
