#include "web/page_css.h"

#include "layout/style.h"

/* -- colours --------------------------------------------------------------------------------------------- */

static const struct {
    uint32_t colour;
    const char *name, *dark;
} COLOURS[] = {
    {STYLE_INK, "ink", "#e6e6e6"},          {STYLE_BLUE, "blue", "#9cc7e6"},
    {STYLE_OCHRE_TEXT, "ochre", "#e8b27a"}, {STYLE_GREY, "grey", "#b4b4b4"},
    {STYLE_HAIR, "hair", "#4a4a4a"},        {STYLE_TINT, "tint", "#1e2a33"},
    {STYLE_PALE, "pale", "#5b7a8e"},        {STYLE_PAPER, "paper", "#14181b"},
};
enum { NCOLOURS = sizeof COLOURS / sizeof *COLOURS };

void page_css(struct buf *css, uint32_t field)
{
    buf_put(css, ":root{");
    for (size_t i = 0; i < NCOLOURS; i++)
        buf_fmt(css, "--%s:#%06x;", COLOURS[i].name,
                (unsigned)(COLOURS[i].colour == STYLE_BLUE ? field : COLOURS[i].colour));
    buf_fmt(css, "--field:#%06x;color-scheme:light dark}\n", (unsigned)field);
    buf_put(css, "@media screen and (prefers-color-scheme:dark){:root{");
    for (size_t i = 0; i < NCOLOURS; i++) buf_fmt(css, "--%s:%s;", COLOURS[i].name, COLOURS[i].dark);
    buf_put(css, "}}\n");
    buf_put(css, "*{box-sizing:border-box}html{-webkit-text-size-adjust:100%}"
                 "body{color:var(--ink);background:var(--paper);overflow-wrap:break-word}"
                 "a{color:var(--blue)}a:focus-visible{outline:3px solid var(--ochre);outline-offset:2px}"
                 "img{max-width:100%;height:auto}.qr{width:8rem;height:8rem}\n");
}

const char *page_css_name(uint32_t colour)
{
    for (size_t i = 0; i < NCOLOURS; i++)
        if (COLOURS[i].colour == colour) return COLOURS[i].name;
    return "ink";
}
