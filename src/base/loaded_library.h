/* loaded_library: functions of a library that is loaded when it is first called for: linked to the program it
 * would cost each start, whatever that is for. */
#ifndef SASTRA_BASE_LOADED_LIBRARY_H
#define SASTRA_BASE_LOADED_LIBRARY_H

#include <dlfcn.h>
#include <stdbool.h>
#include <stddef.h>

struct loaded_library_call {
    const char *name;
    size_t at; /* of its pointer, in the structure of calls */
};

/* False where the library, or one of the calls, is not there. It is never closed. */
static inline bool loaded_library_get(const char *library, const struct loaded_library_call *list, size_t n,
                                      void *calls)
{
    void *open = dlopen(library, RTLD_LAZY | RTLD_LOCAL);
    for (size_t i = 0; i < n; i++) {
        void *call = open ? dlsym(open, list[i].name) : NULL;
        if (!call) return false;
        *(void **)((char *)calls + list[i].at) = call;
    }
    return true;
}

#endif
