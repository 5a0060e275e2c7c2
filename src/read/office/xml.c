#include "read/office/xml.h"

#include <expat.h>

/* Bindings of prefixes that may be in force at once; an ordinary file has 40. */
enum { BINDINGS_MOST = 200, NAME_MOST = 200, STEP = 1 << 16 };

struct namespace_name {
    const char *prefix, *uri;
};

#define ECMA   "http://schemas.openxmlformats.org/"
#define STRICT "http://purl.oclc.org/ooxml/"
#define OASIS  "urn:oasis:names:tc:opendocument:xmlns:"
#define FREE   "urn:org:documentfoundation:names:experimental:"

static const struct namespace_name NAMESPACES[] = {
    {"s", ECMA "spreadsheetml/2006/main"},
    {"s", STRICT "spreadsheetml/main"},
    {"w", ECMA "wordprocessingml/2006/main"},
    {"w", STRICT "wordprocessingml/main"},
    {"r", ECMA "officeDocument/2006/relationships"},
    {"r", STRICT "officeDocument/relationships"},
    {"rel", ECMA "package/2006/relationships"},
    {"ct", ECMA "package/2006/content-types"},
    {"a", ECMA "drawingml/2006/main"},
    {"a", STRICT "drawingml/main"},
    {"wp", ECMA "drawingml/2006/wordprocessingDrawing"},
    {"wp", STRICT "drawingml/wordprocessingDrawing"},
    {"pic", ECMA "drawingml/2006/picture"},
    {"pic", STRICT "drawingml/picture"},
    {"m", ECMA "officeDocument/2006/math"},
    {"m", STRICT "officeDocument/math"},
    {"mc", ECMA "markup-compatibility/2006"},
    {"cp", ECMA "package/2006/metadata/core-properties"},
    {"w14", "http://schemas.microsoft.com/office/word/2010/wordml"},
    {"w15", "http://schemas.microsoft.com/office/word/2012/wordml"},
    {"wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"},
    {"wpg", "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"},
    {"v", "urn:schemas-microsoft-com:vml"},
    {"o", "urn:schemas-microsoft-com:office:office"},
    {"xml", "http://www.w3.org/XML/1998/namespace"},
    {"office", OASIS "office:1.0"},
    {"table", OASIS "table:1.0"},
    {"text", OASIS "text:1.0"},
    {"style", OASIS "style:1.0"},
    {"number", OASIS "datastyle:1.0"},
    {"draw", OASIS "drawing:1.0"},
    {"presentation", OASIS "presentation:1.0"},
    {"form", OASIS "form:1.0"},
    {"meta", OASIS "meta:1.0"},
    {"manifest", OASIS "manifest:1.0"},
    {"fo", OASIS "xsl-fo-compatible:1.0"},
    {"svg", OASIS "svg-compatible:1.0"},
    {"svg", "http://www.w3.org/2000/svg"},
    {"calcext", FREE "calc:xmlns:calcext:1.0"},
    {"loext", FREE "office:xmlns:loext:1.0"},
    {"xlink", "http://www.w3.org/1999/xlink"},
    {"dc", "http://purl.org/dc/elements/1.1/"},
};

struct binding {
    struct str written; /* as the file has it; empty: of names without one */
    const char *prefix; /* of NAMESPACES; "": no namespace */
    int depth;
};

struct xml_scan {
    struct job *job;
    XML_Parser parser;
    struct xml_reader *reader;
    VEC(struct binding) bindings;
    int depth;
    enum diag_code fault; /* DIAG_LAST: none */
    char name[2 * NAME_MOST];
};

struct xml_attributes {
    struct xml_scan *scan;
    const char **at; /* name, value …, NULL */
};

/* -- names ----------------------------------------------------------------------------------------------- */

/* x:name is cut in two; without a colon x is empty. */
static struct str cut_prefix(struct str *name)
{
    const char *colon = memchr(name->s, ':', name->n);
    size_t n = colon ? (size_t)(colon - name->s) : 0;
    struct str prefix = str_sub(*name, 0, n);
    if (colon) *name = str_sub(*name, n + 1, name->n);
    return prefix;
}

static const char *prefix_of_uri(struct str uri)
{
    for (size_t i = 0; i < sizeof NAMESPACES / sizeof *NAMESPACES; i++)
        if (str_is(uri, NAMESPACES[i].uri)) return NAMESPACES[i].prefix;
    return uri.n ? "?" : "";
}

static const char *prefix_meant(const struct xml_scan *x, struct str written)
{
    for (size_t i = x->bindings.n; i-- > 0;)
        if (str_eq(x->bindings.at[i].written, written)) return x->bindings.at[i].prefix;
    return str_is(written, "xml") ? "xml" : written.n ? "?" : "";
}

/* In x->name, until the next one. */
static struct str name_meant(struct xml_scan *x, const char *written)
{
    struct str local = str_of(written), prefix = cut_prefix(&local);
    const char *meant = prefix_meant(x, prefix);
    size_t n = strlen(meant);
    if (local.n > NAME_MOST) return STR("?:");
    memcpy(x->name, meant, n);
    if (n) x->name[n++] = ':';
    memcpy(x->name + n, local.s, local.n);
    return (struct str){x->name, n + local.n};
}

struct str xml_attribute(const struct xml_attributes *attributes, const char *name)
{
    struct str local = str_of(name), prefix = cut_prefix(&local);
    for (const char **at = attributes->at; *at; at += 2) {
        struct str has = str_of(*at), written = cut_prefix(&has);
        if (!str_eq(has, local) || !written.n != !prefix.n) continue;
        if (!prefix.n || str_is(prefix, prefix_meant(attributes->scan, written))) return str_of(at[1]);
    }
    return (struct str){0};
}

bool xml_attribute_at(const struct xml_attributes *attributes, size_t index, struct str *name,
                      struct str *value)
{
    const char **at = attributes->at;
    for (size_t i = 0; *at && i < index; i++) at += 2;
    if (!*at) return false;
    *name = strchr(*at, ':') ? name_meant(attributes->scan, *at) : str_of(*at);
    *value = str_of(at[1]);
    return true;
}

/* -- events ---------------------------------------------------------------------------------------------- */

static void stop(struct xml_scan *x, enum diag_code fault)
{
    if (x->fault == DIAG_LAST) x->fault = fault;
    XML_StopParser(x->parser, XML_FALSE);
}

static void bind_prefixes(struct xml_scan *x, const char **at)
{
    struct arena *a = x->job->scratch;
    for (; *at; at += 2) {
        struct str written = str_of(*at);
        if (!str_is(written, "xmlns") && !str_starts(written, "xmlns:")) continue;
        written = str_copy(a, str_sub(written, written.n > 6 ? 6 : written.n, written.n));
        if (x->bindings.n == BINDINGS_MOST) return stop(x, DIAG_OFFICE_XML);
        VEC_ADD(a, x->bindings, (struct binding){written, prefix_of_uri(str_of(at[1])), x->depth});
    }
}

static void on_start(void *scan, const char *written, const char **at)
{
    struct xml_scan *x = scan;
    struct xml_attributes attributes = {x, at};
    if (++x->depth > XML_DEPTH_MOST) return stop(x, DIAG_OFFICE_DEEP);
    bind_prefixes(x, at);
    if (x->fault != DIAG_LAST) return;
    if (x->reader->start) x->reader->start(x->reader->with, name_meant(x, written), &attributes);
    if (x->reader->enough) stop(x, DIAG_LAST);
}

static void on_end(void *scan, const char *written)
{
    struct xml_scan *x = scan;
    if (x->fault != DIAG_LAST || x->reader->enough) return;
    if (x->reader->end) x->reader->end(x->reader->with, name_meant(x, written));
    while (x->bindings.n && x->bindings.at[x->bindings.n - 1].depth == x->depth) x->bindings.n--;
    x->depth--;
    if (x->reader->enough) stop(x, DIAG_LAST);
}

static void on_text(void *scan, const char *text, int n)
{
    struct xml_scan *x = scan;
    if (x->fault != DIAG_LAST || x->reader->enough || n < 1) return;
    if (x->reader->text) x->reader->text(x->reader->with, (struct str){text, (size_t)n});
    if (x->reader->enough) stop(x, DIAG_LAST);
}

/* No office program declares any; whoever does wants ten lines to become a gigabyte. */
static void on_entity(void *scan, const char *name, int is_parameter, const char *value, int n,
                      const char *base, const char *system, const char *open, const char *notation)
{
    (void)name, (void)is_parameter, (void)value, (void)n, (void)base, (void)system, (void)open,
        (void)notation;
    stop(scan, DIAG_OFFICE_ENTITY);
}

/* In steps: so that expat never holds more than the longest tag. */
static bool parse(struct xml_scan *x, struct str bytes)
{
    enum XML_Status status = XML_STATUS_OK;
    size_t at = 0;
    do {
        size_t n = bytes.n - at < STEP ? bytes.n - at : STEP;
        status = XML_Parse(x->parser, bytes.s + at, (int)n, at + n == bytes.n);
        at += n;
    } while (status == XML_STATUS_OK && at < bytes.n);
    return status == XML_STATUS_OK;
}

/* Expat's own prefixes are not used: it writes a namespace's whole name before each attribute, however long
 * the file makes it. */
bool xml_read(struct job *job, struct place file, struct str part, struct str bytes,
              struct xml_reader *reader)
{
    struct xml_scan x = {.job = job, .reader = reader, .fault = DIAG_LAST, .parser = XML_ParserCreate(NULL)};
    if (!x.parser) arena_fail(job->scratch, bytes.n);
    XML_SetUserData(x.parser, &x);
    XML_SetElementHandler(x.parser, on_start, on_end);
    XML_SetCharacterDataHandler(x.parser, on_text);
    XML_SetEntityDeclHandler(x.parser, on_entity);
    bool good = parse(&x, bytes);
    XML_ParserFree(x.parser);
    if (!good && x.fault == DIAG_LAST && !reader->enough) x.fault = DIAG_OFFICE_XML;
    if (x.fault != DIAG_LAST) diag_tell(job->diags, x.fault, file, part);
    return x.fault == DIAG_LAST;
}
