#include "app/command/terminal.h"

#include <unistd.h>

static void put_shown(FILE *to, struct str text)
{
    char bytes[4] = {0};
    for (size_t at = 0; at < text.n;) {
        uint32_t c = utf8_next(text, &at);
        bool shown = c == '\n' || c == '\t' || !utf8_control(c);
        size_t n = utf8_put(bytes, shown ? c : '?');
        fwrite(bytes, 1, n, to);
    }
}

void terminal_say(FILE *to, const char *format, ...)
{
    struct arena *a = arena_new();
    va_list args;
    va_start(args, format);
    put_shown(to, str_vfmt(a, format, args));
    va_end(args);
    arena_free(a);
}

void terminal_put(FILE *to, struct str text)
{
    if (isatty(fileno(to)))
        put_shown(to, text);
    else
        fwrite(text.s, 1, text.n, to);
}
