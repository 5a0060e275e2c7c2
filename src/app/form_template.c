#include "app/form_template.h"

#include "base/buf.h"

/* Quoted where the reader or a spreadsheet would part or change it. One that a spreadsheet would take for a
 * formula begins with an apostrophe; columns' names compare without. */
static void put_cell(struct buf *out, struct str s)
{
    bool formula = s.n && strchr("=+-@", s.s[0]), quoted = formula;
    for (size_t i = 0; i < s.n; i++) quoted |= strchr(",;\t\"'\r\n", s.s[i]) || s.s[i] == ' ';
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

struct str form_template_head(struct arena *a, const struct form *form)
{
    struct buf b = BUF(a);
    buf_put(&b, "form_no,session,lang,role");
    for (size_t i = 0; i < form->nprompts; i++) {
        buf_byte(&b, ',');
        put_cell(&b, form->prompts[i].id);
    }
    buf_put(&b, ",themes,quote_ok,legible\r\n");
    return buf_str(&b);
}
