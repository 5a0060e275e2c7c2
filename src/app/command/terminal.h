/* terminal: text that may hold what somebody typed, on its way to a terminal: no control character of an
 * argument, of a file's name or of a file's text steers it. */
#ifndef SASTRA_APP_COMMAND_TERMINAL_H
#define SASTRA_APP_COMMAND_TERMINAL_H

#include "base/str.h"

#include <stdio.h>

/* A message: control characters but line ends and tabs are shown as ?, what is no UTF-8 as U+FFFD. */
void terminal_say(FILE *to, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* What was asked for: the same where it goes to a terminal, else as it is. */
void terminal_put(FILE *to, struct str text);

#endif
