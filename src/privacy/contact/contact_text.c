#include "privacy/contact/contact_text.h"

bool contact_text_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool contact_text_mail(char c)
{
    return contact_text_name(c) || (c && strchr("._%+-", c));
}

bool contact_text_zero_width(uint32_t c)
{
    return (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF || c == 0xAD;
}

bool contact_text_blank(uint32_t c)
{
    return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200D) ||
           c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x2060 || c == 0x3000 ||
           c == 0xFEFF || c == 0xAD;
}

size_t contact_text_past_zero(struct str t, size_t at)
{
    for (size_t next = at; next < t.n && contact_text_zero_width(utf8_next(t, &next));) at = next;
    return at;
}

size_t contact_text_before(struct str t, size_t at)
{
    if (at) at--;
    while (at > 0 && ((unsigned char)t.s[at] & 0xC0) == 0x80) at--;
    return at;
}

size_t contact_text_past_blanks(struct str t, size_t at)
{
    enum { FEW = 12 };
    size_t next = at;
    for (int i = 0; i < FEW && next < t.n && contact_text_blank(utf8_next(t, &next)); i++) at = next;
    return at;
}

size_t contact_text_before_blanks(struct str t, size_t at)
{
    enum { FEW = 12 };
    for (int i = 0; i < FEW && at > 0 && contact_text_blank(utf8_before(t, at)); i++)
        at = contact_text_before(t, at);
    return at;
}

bool contact_text_ends(struct str t, size_t end)
{
    return !end || end >= t.n || !contact_text_name(t.s[end - 1]) || !contact_text_name(t.s[end]);
}
