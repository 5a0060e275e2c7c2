#include "app/command/terminal.h"

#include <unistd.h>

static void put_shown(FILE *to, struct str text)
{
    char bytes[4] = {0};
    for (size_t at = 0; at < text.n;) {
        uint32_t c = utf8_next(text, &at);
        bool control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
        size_t n = utf8_put(bytes, control ? '?' : c);
        fwrite(bytes, 1, n, to);
    }
}

void terminal_say(FILE *to, const char *format, ...)
{
    struct arena *a = arena_new();
    va_list args;
    va_start(args, format);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    size_t size = n > 0 ? (size_t)n : 0;
    char *text = arena_get(a, size + 1);
    va_start(args, format);
    vsnprintf(text, size + 1, format, args);
    va_end(args);
    put_shown(to, (struct str){text, size});
    arena_free(a);
}

void terminal_put(FILE *to, struct str text)
{
    if (isatty(fileno(to)))
        put_shown(to, text);
    else
        fwrite(text.s, 1, text.n, to);
}
