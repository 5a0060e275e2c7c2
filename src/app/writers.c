#include "app/writers.h"

#include "app/work.h"
#include "pdf/pdf.h"

static bool pdf(struct work *w, struct str *bytes)
{
    return pdf_write(&w->job, w->tree, w->pages, w->shared->fonts, bytes);
}

static const struct writer ALL[] = {
    {"pdf", ".pdf", pdf},
};

const struct writer *writers_all(size_t *n)
{
    *n = sizeof ALL / sizeof *ALL;
    return ALL;
}

struct str writers_bare(struct str file)
{
    for (size_t i = 0; i < sizeof ALL / sizeof *ALL; i++)
        if (str_ends(file, ALL[i].ending)) return str_sub(file, 0, file.n - strlen(ALL[i].ending));
    return file;
}
