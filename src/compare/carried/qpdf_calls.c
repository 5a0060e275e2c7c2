#include "compare/carried/qpdf_calls.h"

#include <dlfcn.h>
#include <stddef.h>

#ifndef QPDF_LIBRARY /* the Makefile tells it, by its version */
#define QPDF_LIBRARY "libqpdf.so"
#endif

bool qpdf_calls_load(struct qpdf_calls *calls)
{
    static const struct {
        const char *name;
        size_t at;
    } ALL[] = {
#define QPDF_CALL(name) {#name, offsetof(struct qpdf_calls, name)},
        QPDF_CALLS(QPDF_CALL)
#undef QPDF_CALL
    };
    void *library = dlopen(QPDF_LIBRARY, RTLD_LAZY | RTLD_LOCAL); /* never closed: who loads it ends soon */
    for (size_t i = 0; i < sizeof ALL / sizeof *ALL; i++) {
        void *call = library ? dlsym(library, ALL[i].name) : NULL;
        if (!call) return false;
        *(void **)((char *)calls + ALL[i].at) = call;
    }
    return true;
}
