/* contact_text: what addresses, accounts and numbers are made of, in a text's bytes. */
#ifndef SASTRA_PRIVACY_CONTACT_TEXT_H
#define SASTRA_PRIVACY_CONTACT_TEXT_H

#include "base/str.h"

/* A Latin letter or a digit; or one of the signs in an address. */
bool contact_text_name(char c);
bool contact_text_mail(char c);
bool contact_text_zero_width(uint32_t c);
/* Blanks of every width, line ends and zero-width signs. */
bool contact_text_blank(uint32_t c);
/* Behind the zero-width signs at a place. */
size_t contact_text_past_zero(struct str t, size_t at);
/* The place of the code point before one. */
size_t contact_text_before(struct str t, size_t at);
/* Behind, or before, a few blanks. */
size_t contact_text_past_blanks(struct str t, size_t at);
size_t contact_text_before_blanks(struct str t, size_t at);
/* Does a word stand here, in capitals or small letters? */
static inline bool contact_text_word(struct str t, size_t at, const char *word)
{
    return at < t.n && str_starts_fold((struct str){t.s + at, t.n - at}, word);
}
/* No Latin letter or digit is joined to what ends before a place, where it ends in one. */
bool contact_text_ends(struct str t, size_t end);
/* Does a word stand here by itself? */
static inline bool contact_text_whole(struct str t, size_t at, const char *word)
{
    return contact_text_word(t, at, word) && contact_text_ends(t, at + strlen(word));
}

#endif
