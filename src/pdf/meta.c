#include "pdf/meta.h"

#include "base/file.h"
#include "pdf/structure/description.h"
#include "pdf/syntax.h"

#include <errno.h>
#include <time.h>

static const char PRODUCER[] = "sastra (libharu, HarfBuzz)", CREATOR[] = "sastra";

/* Where Debian's icc-profiles-free, and then others, keep theirs. */
static const char *const PROFILES[] = {
    "/usr/share/color/icc/sRGB.icc",
    "/usr/share/color/icc/colord/sRGB.icc",
    "/usr/share/color/icc/ghostscript/srgb.icc",
};
enum { MOST_PROFILE = 1 << 20 };

/* -- dates -- */

/* A day's first second where no SOURCE_DATE_EPOCH is set; in UTC. */
static struct tm moment_of(const struct tree *tree)
{
    static const long long last = 253402300799; /* the end of the year 9999: a date has four digits for it */
    struct tm m = {.tm_year = 80, .tm_mday = 1};
    time_t epoch = (time_t)(tree->epoch > last ? last : tree->epoch);
    if (tree->epoch >= 0)
        gmtime_r(&epoch, &m);
    else if (tree->date.year >= 1 && tree->date.year <= 9999)
        m = (struct tm){
            .tm_year = tree->date.year - 1900, .tm_mon = tree->date.month - 1, .tm_mday = tree->date.day};
    return m;
}

static struct str date_as(struct arena *a, const struct tree *tree, const char *format)
{
    struct tm m = moment_of(tree);
    return str_fmt(a, format, m.tm_year + 1900, m.tm_mon + 1, m.tm_mday, m.tm_hour, m.tm_min, m.tm_sec);
}

struct str meta_date(struct arena *a, const struct tree *tree)
{
    return date_as(a, tree, "D:%04d%02d%02d%02d%02d%02dZ");
}

static struct str xmp_date(struct arena *a, const struct tree *tree)
{
    return date_as(a, tree, "%04d-%02d-%02dT%02d:%02d:%02dZ");
}

/* -- XMP -- */

/* XML 1.0 has no character for some of these, and reads others as it likes: blanks here, in Info as in XMP.
 */
static bool blank(uint32_t c)
{
    return c < 0x20 || c == 0xFFFE || c == 0xFFFF;
}

static struct str one_line(struct arena *a, struct str s)
{
    struct buf out = BUF(a);
    for (size_t at = 0; at < s.n;) {
        uint32_t c = utf8_next(s, &at);
        buf_cp(&out, blank(c) ? ' ' : c);
    }
    return buf_str(&out);
}

static void put_xml(struct buf *out, struct str s)
{
    for (size_t at = 0; at < s.n;) {
        uint32_t c = utf8_next(s, &at);
        if (c == '&')
            buf_put(out, "&amp;");
        else if (c == '<')
            buf_put(out, "&lt;");
        else if (c == '>')
            buf_put(out, "&gt;");
        else
            buf_cp(out, blank(c) ? ' ' : c);
    }
}

static struct str title_of(struct arena *a, const struct tree *tree)
{
    struct str title = description_both(a, tree, tree->title.t).text;
    return title.n ? title : tree->name;
}

static void put_alt(struct buf *out, const char *name, struct str plain, const struct bi *in)
{
    buf_fmt(out, "<dc:%s><rdf:Alt><rdf:li xml:lang=\"x-default\">", name);
    put_xml(out, plain);
    buf_put(out, "</rdf:li>");
    for (int l = 0; in && l < LANG_N; l++) {
        if (!in->t[l].n) continue;
        buf_fmt(out, "<rdf:li xml:lang=\"%s\">", lang_tag((enum lang)l));
        put_xml(out, in->t[l]);
        buf_put(out, "</rdf:li>");
    }
    buf_fmt(out, "</rdf:Alt></dc:%s>\n", name);
}

static void put_dublin(struct buf *out, const struct tree *tree)
{
    buf_put(out, "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
                 "<dc:format>application/pdf</dc:format>\n");
    put_alt(out, "title", title_of(out->arena, tree), &tree->title);
    if (tree->author.n) {
        buf_put(out, "<dc:creator><rdf:Seq><rdf:li>");
        put_xml(out, tree->author);
        buf_put(out, "</rdf:li></rdf:Seq></dc:creator>\n");
    }
    if (tree->subject.n) put_alt(out, "description", tree->subject, NULL);
    enum lang other = lang_other(tree->lang);
    buf_fmt(out, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li>", lang_tag(tree->lang));
    if (tree->both) buf_fmt(out, "<rdf:li>%s</rdf:li>", lang_tag(other));
    buf_put(out, "</rdf:Bag></dc:language>\n</rdf:Description>\n");
}

static void put_basic(struct buf *out, const struct tree *tree)
{
    struct str date = xmp_date(out->arena, tree);
    buf_fmt(out,
            "<rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
            " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
            "<xmp:CreatorTool>%s</xmp:CreatorTool>\n<xmp:CreateDate>%s</xmp:CreateDate>\n"
            "<xmp:ModifyDate>%s</xmp:ModifyDate>\n<xmp:MetadataDate>%s</xmp:MetadataDate>\n"
            "<pdf:Producer>%s</pdf:Producer>\n</rdf:Description>\n",
            CREATOR, date.s, date.s, date.s, PRODUCER);
}

static void put_claims(struct buf *out, bool archive)
{
    if (archive)
        buf_put(out, "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
                     "<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n"
                     "</rdf:Description>\n");
    buf_put(out,
            "<rdf:Description rdf:about=\"\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
            "<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n"
            "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
            " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
            " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
            "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
            "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
            "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
            "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
            "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
            "<pdfaProperty:name>part</pdfaProperty:name>\n"
            "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
            "<pdfaProperty:category>internal</pdfaProperty:category>\n"
            "<pdfaProperty:description>Part of ISO 14289 that the file keeps to</pdfaProperty:description>\n"
            "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
            "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n");
}

static void fill_info(struct arena *a, struct haru *h, const struct tree *tree)
{
    struct str date = meta_date(a, tree);
    struct buf out = BUF(a);
    buf_put(&out, "/Title");
    syntax_text(&out, one_line(a, title_of(a, tree)));
    if (tree->author.n) {
        buf_put(&out, "/Author");
        syntax_text(&out, one_line(a, tree->author));
    }
    if (tree->subject.n) {
        buf_put(&out, "/Subject");
        syntax_text(&out, one_line(a, tree->subject));
    }
    buf_fmt(&out, "/Creator(%s)/Producer", CREATOR);
    syntax_text(&out, str_of(PRODUCER));
    buf_fmt(&out, "/CreationDate(%s)/ModDate(%s)", date.s, date.s);
    haru_set(h, haru_info(h), buf_str(&out));
}

unsigned meta_write(struct arena *a, struct haru *h, const struct tree *tree, bool archive)
{
    struct buf out = BUF(a);
    fill_info(a, h, tree);
    buf_put(&out, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                  "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                  "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
    put_dublin(&out, tree);
    put_basic(&out, tree);
    put_claims(&out, archive);
    buf_put(&out, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
    return haru_stream(h, STR("/Type/Metadata/Subtype/XML"), buf_str(&out), false);
}

/* -- colours -- */

/* ICC.1, 7.2: a display profile of RGB has these words at these places. */
static bool is_rgb_profile(struct str p)
{
    return p.n > 128 && !memcmp(p.s + 12, "mntrRGB ", 8) && !memcmp(p.s + 36, "acsp", 4);
}

static bool read_profile(struct job *job, struct arena *a, const char *path, struct str *profile)
{
    if (file_read(a, path, MOST_PROFILE, profile)) return true;
    diag_machine_fault(job->diags, str_of(path), errno);
    return false;
}

unsigned meta_colours(struct job *job, struct arena *a, struct haru *h)
{
    struct str profile = {0};
    for (size_t i = 0; i < sizeof PROFILES / sizeof *PROFILES && !is_rgb_profile(profile); i++)
        if (!read_profile(job, a, PROFILES[i], &profile)) profile = (struct str){0};
    if (!is_rgb_profile(profile)) {
        diag_tell(job->diags, DIAG_PDF_PROFILE, (struct place){0});
        return 0;
    }
    unsigned stream = haru_stream(h, STR("/N 3"), profile, true), id = haru_new(h);
    haru_set(h, id,
             str_fmt(a,
                     "/Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
                     "/RegistryName(http://www.color.org)/Info(sRGB IEC61966-2.1)/DestOutputProfile %u 0 R",
                     stream));
    return id;
}
