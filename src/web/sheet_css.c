#include "web/sheet_css.h"

#include "web/page_css.h"

/* 16.35 px of a screen are 10 pt of the sheet's. */
enum { REM_PER_PT = 1022 /* ten-thousandths of 1 rem for a tenth of a point */ };

/* -- type ------------------------------------------------------------------------------------------------ */

static void put_rem(struct buf *css, int64_t milli_pt)
{
    long v = (long)(milli_pt * REM_PER_PT / 1000 / 10);
    buf_fmt(css, "%ld.%03ldrem", v / 1000, v % 1000);
}

/* No smaller than what is read from a telephone; the largest no wider than one. */
static void put_type(struct writing *w, struct buf *css, enum role role, enum lang lang,
                     enum style_where where)
{
    static const char *const USES[FONT_USES] = {"body", "display", "sans", "mono"};
    static const int32_t LEAST[LANG_N] = {9400, 8600};
    enum { LARGE = 20000 };
    struct style s = style_of(&w->look, role, lang, where);
    int32_t scale = web_letters_scale(w->letters, lang, s.use),
            size = s.size < LEAST[lang] ? LEAST[lang] : s.size;
    bool bold = font_set_info(w->fonts, font_set_face(w->fonts, lang, s.use, s.bold, false))->bold;
    buf_fmt(css, "font-family:var(--%s-%s);font-weight:%d;font-size:", USES[s.use], lang_tag(lang),
            bold ? 700 : 400);
    if (size > LARGE) buf_put(css, "min(7.5vw,");
    put_rem(css, (int64_t)size * scale / 1000);
    if (size > LARGE) buf_byte(css, ')');
    long high = (long)((int64_t)s.leading * 100000 / s.size / scale);
    buf_fmt(css, ";line-height:%ld.%02ld", high / 100, high % 100);
}

/* A role's rule: for its own language, and for words of another in it. */
static void put_rule(struct writing *w, struct buf *css, const char *selector, enum role role,
                     enum style_where where)
{
    for (int l = 0; l < LANG_N; l++) {
        const char *tag = lang_tag((enum lang)l);
        buf_fmt(css, "%s:lang(%s),%s [lang=%s]{", selector, tag, selector, tag);
        put_type(w, css, role, (enum lang)l, where);
        buf_put(css, "}\n");
    }
    struct style s = style_of(&w->look, role, w->tree->lang, where);
    buf_fmt(css, "%s{color:var(--%s);margin:", selector, page_css_name(s.colour));
    put_rem(css, s.before);
    buf_put(css, " 0 ");
    put_rem(css, s.after);
    buf_put(css, "}\n");
}

static const struct {
    const char *selector;
    enum role role;
    enum style_where where;
} RULES[] = {
    {"body", ROLE_P, STYLE_TEXT},
    {".small", ROLE_SMALL, STYLE_TEXT},
    {".detail", ROLE_DETAIL, STYLE_TEXT},
    {".lead", ROLE_LEAD, STYLE_TEXT},
    {".total", ROLE_TOTAL, STYLE_TEXT},
    {".kind", ROLE_KIND, STYLE_TEXT},
    {".facts", ROLE_FACT, STYLE_TEXT},
    {".source", ROLE_SOURCE, STYLE_TEXT},
    {".pull-quote", ROLE_PULL_QUOTE, STYLE_TEXT},
    {".fault", ROLE_FAULT, STYLE_TEXT},
    {".missing", ROLE_MISSING, STYLE_TEXT},
    {".signer", ROLE_SIGNER, STYLE_TEXT},
    {".credit", ROLE_CREDIT, STYLE_TEXT},
    {".caption", ROLE_CAPTION, STYLE_TEXT},
    {"caption", ROLE_CAPTION, STYLE_TEXT},
    {"table", ROLE_CELL, STYLE_TABLE},
    {".fine", ROLE_P, STYLE_FINE_TABLE},
    {".chart", ROLE_CHART, STYLE_TEXT},
    {".notes", ROLE_NOTE, STYLE_TEXT},
    {".code", ROLE_CODE, STYLE_TEXT},
    {"nav", ROLE_TOC_ITEM, STYLE_TEXT},
    {".toc", ROLE_TOC_ITEM, STYLE_TEXT},
    {".bar", ROLE_SMALL, STYLE_TEXT},
    {"h1", ROLE_H1, STYLE_TEXT},
    {".h1", ROLE_H1, STYLE_TEXT},
    {".h2", ROLE_H2, STYLE_TEXT},
    {".h3", ROLE_H3, STYLE_TEXT},
    {".h4", ROLE_H4, STYLE_TEXT},
    {".h5", ROLE_H5, STYLE_TEXT},
    {".cover-nation", ROLE_COVER_NATION, STYLE_COVER},
    {".cover-ministry", ROLE_COVER_MINISTRY, STYLE_COVER},
    {".cover-title", ROLE_COVER_TITLE, STYLE_COVER},
    {".cover-subtitle", ROLE_COVER_SUBTITLE, STYLE_COVER},
    {".cover-line", ROLE_COVER_LINE, STYLE_COVER},
    {".cover-status", ROLE_COVER_STATUS, STYLE_COVER},
};

/* What telephones and computers bring for each language and use, where the event wants them first; those
 * that a page carries stand in for a machine that has none. A book's reader chooses by itself. */
static const char *system_faces(const struct writing *w, enum lang lang, enum font_use use)
{
    static const char *const FACES[LANG_N][FONT_USES] = {
        {"\"Noto Serif Khmer\",\"Khmer Sangam MN\",\"Khmer UI\",\"Leelawadee UI\",\"Khmer OS Battambang\",",
         "\"Khmer OS Muol Light\",\"Khmer OS Muol\",",
         "\"Noto Sans Khmer\",\"Khmer Sangam MN\",\"Khmer UI\",\"Leelawadee UI\",", ""},
        {"Georgia,\"Noto Serif\",", "system-ui,", "system-ui,", "ui-monospace,"}};
    return w->tree->system_faces && !*w->slash ? FACES[lang][use] : "";
}

static void put_families(struct writing *w, struct buf *css)
{
    static const char *const USES[FONT_USES] = {"body", "display", "sans", "mono"};
    buf_put(css, ":root{");
    for (int l = 0; l < LANG_N; l++)
        for (int u = 0; u < FONT_USES; u++) {
            buf_fmt(css, "--%s-%s:%s", USES[u], lang_tag((enum lang)l),
                    system_faces(w, (enum lang)l, (enum font_use)u));
            web_letters_families(w->letters, css, (enum lang)l, (enum font_use)u);
            buf_byte(css, ';');
        }
    buf_put(css, "}\n");
}

/* -- the page -------------------------------------------------------------------------------------------- */

/* What is the screen's alone: widths, what stays at hand, what scrolls. Words of Khmer are kept from the
 * browser's own breaks: each break is told, as <wbr> between them. */
static const char SCREEN[] =
    "html{scroll-padding-top:4rem}"
    "body{margin:0}"
    "em:lang(km){font-style:normal;font-family:var(--sans-km)}k-w,.w{white-space:nowrap}"
    "p{margin:.5rem 0}"
    "main{max-width:76rem;margin:0 auto;padding:0 1.1rem 4rem}"
    "img.in-line{height:1.2em;width:auto;vertical-align:middle}"
    "svg{display:block;width:100%;height:.9rem}"
    "h1,h2,h3,h4,h5,h6{text-wrap:balance}"
    ".h1{border-top:3px solid var(--blue);padding-top:1rem}"
    ".bar{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1rem;"
    "margin:0;padding:.35rem 1.1rem;background:var(--paper);border-bottom:1px solid var(--hair)}"
    ".skip{position:absolute;left:-99rem}.skip:focus{position:static}"
    ".to-contents{padding:.35rem 0;text-decoration:none}"
    ".languages{border:0;margin:0 0 0 auto;padding:0;display:flex;flex-wrap:wrap;gap:.25rem}"
    ".languages legend{position:absolute;left:-99rem}"
    ".languages input{position:absolute;opacity:0}"
    ".languages label>span{display:block;padding:.3rem .6rem;border:1px solid "
    "var(--grey);border-radius:.3rem;cursor:pointer}"
    ".languages input:checked+span{background:var(--field);border-color:var(--field);color:#fff}"
    ".languages input:focus-visible+span{outline:3px solid var(--ochre);outline-offset:2px}"
    "nav{max-width:76rem;margin:0 auto;padding:.5rem 1.1rem;color:var(--ink)}nav "
    "h2{font:inherit;font-weight:700;color:var(--blue)}"
    "nav ul,.toc{list-style:none;margin:0;padding:0}nav a,.toc a{display:block;padding:.25rem "
    "0;text-decoration:none}"
    "nav .level-2,.toc .level-2{padding-left:1.2rem}nav .level-1>a{font-weight:700}"
    "nav .en,.toc .en,nav .km,.toc .km{display:inline}"
    ".cover{background:var(--field);margin:0 0 1.5rem;padding:2.5rem 1.6rem}main .cover{margin:3rem -1.1rem "
    "-4rem}"
    ".cover,.cover *{color:#fff!important}.cover a:focus-visible{outline-color:#fff}.cover "
    ".cover-title{border:0;padding:0}"
    ".pair{display:grid;gap:0 2rem;grid-template-columns:minmax(0,1fr)}"
    ".pair>div,.alone>div{min-width:0}.pair>.km+.en{padding-left:.9rem;border-left:3px solid var(--tint)}"
    ".grid{display:grid;gap:1rem 2rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,9rem),1fr))}"
    ".grid>*{min-width:0}"
    ".opening{border-top:1px solid var(--hair);padding-top:1rem;margin-top:2.5rem}.opening .h2{margin-top:0}"
    ".kind{display:inline-block;margin-right:1rem}"
    ".facts{margin:.5rem 0 1rem}.facts>div{display:grid;grid-template-columns:8rem minmax(0,1fr);gap:0 1rem}"
    ".facts dt{color:var(--grey)}.facts dd{margin:0}"
    ".list,.notes{list-style:none;margin:.5rem "
    "0;padding:0}.list>li,.notes>li{position:relative;padding-left:1.9rem;margin:.35rem 0}"
    ".list>li>.label,.notes>li>.label{position:absolute;left:0}.list>li>p{margin:0 0 .3rem}"
    ".list>li.numbered{padding-left:2.6rem}.list>li.numbered>.label{font-size:1.5rem;font-weight:700;color:"
    "var(--blue)}"
    ".notes>li>p{display:inline;margin:0}.back{padding:0 .5rem}"
    "blockquote{margin:1rem 0;padding-left:1rem;border-left:3px solid var(--pale)}blockquote p{margin:.25rem "
    "0}"
    ".pull-quote{border-left-width:5px}"
    ".box{background:var(--tint);padding:.8rem 1rem;margin:1rem 0}"
    "section>.mark,main>.mark{font-weight:700;color:var(--ochre)}"
    "figure{margin:1rem 0}figure img{display:block}figcaption p{margin:.4rem 0 0}"
    ".code{overflow-x:auto;white-space:pre;padding:.8rem;background:var(--tint)}.code *{white-space:pre}"
    ".scroll{overflow-x:auto;margin:1rem 0}.scroll:focus-visible{outline:3px solid var(--ochre)}"
    "table{border-collapse:collapse;min-width:100%;margin:0}"
    "caption{text-align:left;padding-bottom:.3rem}"
    "th,td{text-align:left;vertical-align:top;padding:.35rem .9rem .35rem 0;border-bottom:1px solid "
    "var(--hair);min-width:5.5rem}td.number,th.number{min-width:3rem}"
    "thead th{border-bottom:2px solid var(--blue);color:var(--blue)}tbody th{font-weight:inherit}"
    "th .km,th .en,td .km,td .en{display:inline}"
    "td.number,th.number{text-align:right}.whole{white-space:nowrap}"
    ".sums>*{border-top:2px solid "
    "var(--grey);font-weight:700}.band>*{background:var(--tint)}.quiet>*{color:var(--grey)}"
    ".chart table{min-width:100%}.chart th{width:40%;min-width:7rem;border:0}.chart td{border:0}.chart "
    "td.bar{width:40%;vertical-align:middle;min-width:4rem;position:static;display:table-cell;background:"
    "none}"
    ".drawn{width:100%}.drawn th:first-child{width:80%}.drawn svg{margin-top:.2rem}"
    ".chart td.number{white-space:nowrap}figure img{max-width:min(100%,44rem)}"
    ".track{fill:var(--tint)}.firm{fill:var(--blue)}.pale{fill:var(--pale)}"
    ".swatch{display:inline-block;width:.8em;height:.8em;margin-right:.3em;border:1px solid var(--grey)}"
    ".swatch.firm{background:var(--blue)}.swatch.pale{background:var(--pale)}.key{margin:.2rem 0}"
    ".shade-0{fill:#eef2f5;background:#eef2f5}.shade-1{fill:#c1ced7;background:#c1ced7}.shade-2{fill:#93aab8;"
    "background:#93aab8}"
    ".shade-3{fill:#66869a;background:#66869a}.shade-4{fill:#39627b;background:#39627b}.shade-5{fill:#0b3c5d;"
    "background:#0b3c5d}"
    ".signer{text-align:center}hr{border:0;border-top:1px solid var(--hair);margin:2rem 20%}"
    ".only-km .en,.only-en .km,.only-km .between,.only-en .between{display:none!important}"
    ".only-km .pair>.km,.only-en .pair>.en{padding-left:0;border:0}";

/* A page's alone, not a book's: what a browser that knows :has does without the script; the bar, which has
 * two lines on a telephone, hides nothing that is led to (WCAG 2.2, 2.4.11), and stays where it is where it
 * would take a third of the screen; contents beside the text. */
static const char PAGE[] =
    "html:has(#show-km:checked) .en,html:has(#show-en:checked) .km,html:has(#show-km:checked) .between,"
    "html:has(#show-en:checked) .between{display:none!important}"
    "@media screen and (min-width:48rem){html:has(#show-km:checked) .pair,html:has(#show-en:checked) .pair"
    "{grid-template-columns:minmax(0,1fr);max-width:44rem}}\n"
    "@media screen and (max-width:30rem){html{scroll-padding-top:6.5rem}}\n"
    "@media screen and (max-height:25rem){.bar{position:static}html{scroll-padding-top:1rem}}\n"
    "@media screen and (min-width:80rem){body{display:grid;grid-template-columns:20rem "
    "minmax(0,1fr);grid-template-rows:auto auto 1fr}"
    ".bar{grid-column:1/3}.front,main{grid-column:2;width:100%}nav{grid-column:1;grid-row:2/"
    "4;position:sticky;top:3.4rem;align-self:start;max-height:calc(100vh - "
    "3.4rem);overflow-y:auto;width:100%;margin:0}"
    ".to-contents{display:none}}"
    "\n";

static const char WIDE[] =
    "@media screen and (min-width:48rem){.pair{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}"
    ".pair>.km+.en{padding-left:0;border:0}.only-km .pair,.only-en "
    ".pair{grid-template-columns:minmax(0,1fr);max-width:44rem}"
    ".cover{padding:5rem 3rem}main .grid{grid-template-columns:repeat(var(--columns),minmax(0,1fr))}}";

static const char PRINT[] =
    "@media print{.bar,nav{display:none}.pair{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}"
    ".pair>.km+.en{padding-left:0;border:0}.scroll{overflow:visible}h2,h3,h4,h5,h6{break-after:avoid}"
    "figure,blockquote,tr{break-inside:avoid}.cover{-webkit-print-color-adjust:exact;print-color-adjust:"
    "exact}}";

static void put_font(void *with, struct buf *css, struct str font)
{
    struct writing *w = with;
    w->put_address(w, css, font.s, font, "font/woff", ".woff");
}

bool sheet_css(struct writing *w, struct buf *css)
{
    bool good = web_letters_fonts(w->letters, css, put_font, w);
    page_css(css, w->tree->has_colour ? w->tree->colour : STYLE_BLUE);
    put_families(w, css);
    for (size_t i = 0; i < sizeof RULES / sizeof *RULES; i++)
        put_rule(w, css, RULES[i].selector, RULES[i].role, RULES[i].where);
    const char *const more[] = {SCREEN, "\n", WIDE, "\n", *w->slash ? "" : PAGE, PRINT, "\n"};
    for (size_t i = 0; i < sizeof more / sizeof *more; i++) buf_put(css, more[i]);
    return good;
}
