#include "app/fonts_folder.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>

static struct str folder_of(struct arena *a, const char *file)
{
    char *real = file ? realpath(file, NULL) : NULL;
    struct str path = real ? str_copy(a, str_of(real)) : (struct str){0};
    free(real);
    while (path.n && path.s[path.n - 1] != '/') path.n--;
    return path;
}

/* Of the shared library; of the program where that holds it. */
static struct str library_folder(struct arena *a)
{
    static const char HERE;
    Dl_info info;
    return folder_of(a, dladdr(&HERE, &info) ? info.dli_fname : NULL);
}

struct str fonts_folder(struct job *job)
{
    if (job->options->fonts.n) return job->options->fonts;
    struct str input = job->options->input, program = folder_of(job->scratch, "/proc/self/exe"),
               library = library_folder(job->scratch);
    struct str places[] = {
        str_fmt(job->keep, "%.*s/../fonts", STR_ARGS(input)),
        STR("fonts"),
        str_fmt(job->keep, "%.*s../fonts", STR_ARGS(program)),
        str_fmt(job->keep, "%.*s../share/sastra/fonts", STR_ARGS(program)),
        str_fmt(job->keep, "%.*s../share/sastra/fonts", STR_ARGS(library)),
        str_fmt(job->keep, "%.*s../../share/sastra/fonts", STR_ARGS(library)),
    };
    size_t count = sizeof places / sizeof *places;
    for (size_t i = 0; i < count; i++) {
        const char *one = str_fmt(job->scratch, "%.*s/NotoSerifKhmer-Regular.ttf", STR_ARGS(places[i])).s;
        if (!access(one, R_OK)) return places[i];
    }
    for (size_t i = 0; i < count; i++)
        if (!access(places[i].s, R_OK)) return places[i];
    return STR("fonts");
}
