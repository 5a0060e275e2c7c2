#include "compare/cells.h"

enum { MOST = 1000000000 };

void cells_put(struct buf *b, struct str text)
{
    for (size_t i = 0; i < text.n; i++) buf_byte(b, (unsigned char)text.s[i] < ' ' ? ' ' : text.s[i]);
}

bool cells_number(struct str s, size_t *n)
{
    *n = 0;
    for (size_t i = 0; i < s.n && *n < MOST; i++) {
        if (s.s[i] < '0' || s.s[i] > '9') return false;
        *n = *n * 10 + (size_t)(s.s[i] - '0');
    }
    return *n && *n < MOST;
}
