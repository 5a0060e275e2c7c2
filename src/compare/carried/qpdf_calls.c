#include "compare/carried/qpdf_calls.h"

#include "base/loaded_library.h"

#ifndef QPDF_LIBRARY /* the Makefile tells it, by its version */
#define QPDF_LIBRARY "libqpdf.so"
#endif

bool qpdf_calls_load(struct qpdf_calls *calls)
{
    static const struct loaded_library_call ALL[] = {
#define QPDF_CALL(name) {#name, offsetof(struct qpdf_calls, name)},
        QPDF_CALLS(QPDF_CALL)
#undef QPDF_CALL
    };
    return loaded_library_get(QPDF_LIBRARY, ALL, sizeof ALL / sizeof *ALL, calls);
}
