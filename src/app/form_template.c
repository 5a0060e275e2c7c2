#include "app/form_template.h"

#include "base/csv_write.h"

struct str form_template_head(struct arena *a, const struct form *form)
{
    struct buf b = BUF(a);
    buf_put(&b, "form_no,session,lang,role");
    for (size_t i = 0; i < form->nprompts; i++) {
        buf_byte(&b, ',');
        csv_write_cell(&b, form->prompts[i].id);
    }
    buf_put(&b, ",themes,quote_ok,legible\r\n");
    return buf_str(&b);
}
