#include "web/web_figure.h"

#include "web/file/qr_svg.h"
#include "web/inline.h"

/* -- pictures -------------------------------------------------------------------------------------------- */

/* The first of the document's languages that it is told in. */
static enum lang alt_lang(const struct writing *w, const struct node *n)
{
    return n->alt[w->tree->lang].n ? w->tree->lang : lang_other(w->tree->lang);
}

void web_figure_picture(struct writing *w, const struct node *n)
{
    buf_put(&w->out, "<figure");
    writing_id(w, n);
    buf_put(&w->out, ">\n");
    if (n->picture) {
        struct picture_file f = web_store_picture(w->store, n->picture);
        enum lang lang = alt_lang(w, n);
        buf_fmt(&w->out, "<img width=\"%lld\" height=\"%lld\"", (long long)picture_width(n->picture),
                (long long)picture_height(n->picture));
        if (lang != w->tree->lang) buf_fmt(&w->out, " lang=\"%s\"", lang_tag(lang));
        buf_put(&w->out, " alt=\"");
        buf_markup(&w->out, n->alt[lang]);
        buf_put(&w->out, "\" src=\"");
        w->put_address(w, &w->out, n->picture, f.bytes, f.type, f.ending);
        buf_fmt(&w->out, "\"%s>\n", w->slash);
    }
    if (n->first) {
        buf_put(&w->out, "<figcaption>\n");
        w->inside(w, n);
        buf_put(&w->out, "</figcaption>\n");
    }
    buf_put(&w->out, "</figure>\n");
}

void web_figure_qr(struct writing *w, const struct node *n)
{
    enum lang lang = alt_lang(w, n);
    if (n->qr) qr_svg_put(&w->out, n->qr, n->alt[lang], lang);
}

/* -- charts ---------------------------------------------------------------------------------------------- */

enum { FULL = 100000 }; /* a bar's length: 100 units, in thousandths */

static void put_rect(struct writing *w, const char *kind, long from, long to)
{
    if (to > from)
        buf_fmt(&w->out, "<rect class=\"%s\" x=\"%ld.%03ld\" width=\"%ld.%03ld\" height=\"8\"/>", kind,
                from / 1000, from % 1000, (to - from) / 1000, (to - from) % 1000);
}

static void open_bar(struct writing *w)
{
    buf_put(&w->out, "<svg xmlns=\"http://www.w3.org/2000/svg\" aria-hidden=\"true\" viewBox=\"0 0 100 8\" "
                     "preserveAspectRatio=\"none\">");
    put_rect(w, "track", 0, FULL);
}

static long length(long value, long most)
{
    if (most <= 0 || value <= 0) return 0;
    return value >= most ? FULL : (long)((long long)value * FULL / most);
}

void web_figure_bar(struct writing *w, const struct bar *b, long most)
{
    long firm = length(b->value - b->lighter, most), all = length(b->value, most);
    open_bar(w);
    put_rect(w, "firm", 0, firm);
    put_rect(w, "pale", firm, all);
    buf_put(&w->out, "</svg>");
}

/* A colour of six, from the palest. */
static size_t shade(size_t i, size_t n)
{
    enum { SHADES = 6 };
    return n > 1 ? i * (SHADES - 1) / (n - 1) : SHADES - 1;
}

/* All answers are one bar. */
static void put_whole(struct writing *w, const struct chart *c)
{
    long total = 0, sum = 0;
    for (size_t i = 0; i < c->nbars; i++) total += c->bars[i].value > 0 ? c->bars[i].value : 0;
    open_bar(w);
    for (size_t i = 0; i < c->nbars; i++) {
        long value = c->bars[i].value > 0 ? c->bars[i].value : 0, from = length(sum, total);
        sum += value;
        put_rect(w, str_fmt(w->scratch, "shade-%zu", shade(i, c->nbars)).s, from, length(sum, total));
    }
    buf_put(&w->out, "</svg>\n");
}

/* In the digits of each language, for its readers. */
static void put_share(struct writing *w, const struct node *n, const struct bar *b)
{
    bool any = false, both = w->tree->both;
    for (int l = 0; l < LANG_N; l++) both = both && b->share[l].n;
    for (int l = 0; l < LANG_N; l++) {
        if (!b->share[l].n && !b->count[l].n) continue;
        if (any) buf_fmt(&w->out, "<br class=\"between\"%s>", w->slash);
        buf_fmt(&w->out, "<span%s%s%s lang=\"%s\">", both ? " class=\"" : "",
                both ? lang_tag((enum lang)l) : "", both ? "\"" : "", lang_tag((enum lang)l));
        inline_text(w, n, (enum lang)l, b->share[l]);
        if (b->share[l].n && b->count[l].n) buf_byte(&w->out, ' ');
        inline_text(w, n, (enum lang)l, b->count[l]);
        buf_put(&w->out, "</span>");
        any = true;
    }
}

static void put_row(struct writing *w, const struct node *n, const struct chart *c, size_t i)
{
    const struct bar *b = &c->bars[i];
    bool whole = c->scale || c->stacked;
    buf_put(&w->out, "<tr><th scope=\"row\">");
    if (whole) buf_fmt(&w->out, "<span class=\"swatch shade-%zu\"></span> ", shade(i, c->nbars));
    inline_put(w, n, b->label);
    buf_put(&w->out, "</th>");
    if (!whole) {
        buf_put(&w->out, "<td class=\"bar\">");
        web_figure_bar(w, b, c->most);
        buf_put(&w->out, "</td>");
    }
    buf_put(&w->out, "<td class=\"number\">");
    put_share(w, n, b);
    buf_put(&w->out, "</td></tr>\n");
}

static void put_key(struct writing *w, const struct node *n, struct spans said, const char *swatch)
{
    if (!said.n) return;
    buf_fmt(&w->out, "<p class=\"key\"><span class=\"swatch %s\"></span> ", swatch);
    inline_put(w, n, said);
    buf_put(&w->out, "</p>\n");
}

void web_figure_chart(struct writing *w, const struct node *n)
{
    const struct chart *c = n->chart;
    if (!c) return;
    bool whole = c->scale || c->stacked;
    buf_put(&w->out, "<figure class=\"chart\"");
    writing_id(w, n);
    buf_put(&w->out, ">\n");
    if (whole) put_whole(w, c);
    buf_fmt(&w->out, "<table class=\"%s\">\n", whole ? "points" : "bars");
    for (size_t i = 0; i < c->nbars; i++) put_row(w, n, c, i);
    buf_put(&w->out, "</table>\n");
    if (!whole) put_key(w, n, n->low, "firm");
    if (!whole) put_key(w, n, n->high, "pale");
    buf_put(&w->out, "</figure>\n");
}
