#include "read/office/zip_calls.h"

#include "base/loaded_library.h"

#include <pthread.h>

#ifndef ZIP_LIBRARY /* the Makefile tells it, by its version */
#define ZIP_LIBRARY "libzip.so"
#endif

static struct zip_calls calls;
static bool there;

static void load(void)
{
    static const struct loaded_library_call ALL[] = {
#define ZIP_CALL(name) {#name, offsetof(struct zip_calls, name)},
        ZIP_CALLS(ZIP_CALL)
#undef ZIP_CALL
    };
    there = loaded_library_get(ZIP_LIBRARY, ALL, sizeof ALL / sizeof *ALL, &calls);
}

const struct zip_calls *zip_calls_get(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    return there ? &calls : NULL;
}
