#include "base/csv_write.h"

void csv_write_cell(struct buf *out, struct str s)
{
    bool formula = s.n && s.s[0] && strchr("=+-@\t\r", s.s[0]), quoted = formula;
    for (size_t i = 0; i < s.n; i++) quoted |= strchr(",;\t\"'\r\n ", s.s[i]) != NULL;
    if (!quoted) {
        buf_add(out, s);
        return;
    }
    buf_put(out, formula ? "\"'" : "\"");
    for (size_t i = 0; i < s.n; i++) {
        if (s.s[i] == '"') buf_byte(out, '"');
        buf_byte(out, s.s[i]);
    }
    buf_byte(out, '"');
}
