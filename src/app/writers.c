#include "app/writers.h"

#include "app/work.h"
#include "pdf/pdf.h"
#include "web/web.h"

static bool pdf(struct work *w, struct str *bytes)
{
    return pdf_write(&w->job, w->tree, w->pages, w->shared->fonts, bytes);
}

static bool html(struct work *w, struct str *bytes)
{
    return web_write(&w->job, w->tree, w->shared->fonts, w->shared->words, bytes);
}

static const struct writer ALL[] = {
    {WRITTEN_PDF, ".pdf", false, pdf},
    {WRITTEN_HTML, ".html", true, html},
};

const struct writer *writers_all(size_t *n)
{
    *n = sizeof ALL / sizeof *ALL;
    return ALL;
}

struct str writers_file(struct arena *a, const struct writer *writer, struct str name)
{
    size_t dot = str_find(name, STR("."), 0);
    if (writer->one && dot != SIZE_MAX) name.n = dot;
    return str_fmt(a, "%.*s%s", STR_ARGS(name), writer->ending);
}

struct str writers_bare(struct str file)
{
    for (size_t i = 0; i < sizeof ALL / sizeof *ALL; i++)
        if (str_ends(file, ALL[i].ending)) return str_sub(file, 0, file.n - strlen(ALL[i].ending));
    return file;
}
