/* phone: telephone numbers in a text. Pure. */
#ifndef SASTRA_PRIVACY_PHONE_H
#define SASTRA_PRIVACY_PHONE_H

#include "base/str.h"

/* A digit in any script that is written here, or -1; moves past it. */
int phone_digit(struct str t, size_t *at);
/* Do the digits at a place make a telephone number? *end: behind it, or where to look on. Cambodian ones
 * begin with 0 or 855, foreign ones with + or stand in the groups that telephone numbers stand in; dates,
 * times, prices, decimals and ISBNs are none. */
bool phone_number(struct str t, size_t at, size_t *end);
/* Do the digits at a place make a date, years, times of day or a sum of money, and nothing more? */
bool phone_other(struct str t, size_t at);

#endif
