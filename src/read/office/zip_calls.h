/* zip_calls: libzip, loaded when the first office file is opened: it and the libraries that it brings took a
 * thirtieth of a small build's time, and 1.6 MB. */
#ifndef SASTRA_READ_OFFICE_ZIP_CALLS_H
#define SASTRA_READ_OFFICE_ZIP_CALLS_H

#include <zip.h>

#define ZIP_CALLS(CALL)                                                                                      \
    CALL(zip_discard)                                                                                        \
    CALL(zip_fclose)                                                                                         \
    CALL(zip_fopen_index)                                                                                    \
    CALL(zip_fread)                                                                                          \
    CALL(zip_get_name)                                                                                       \
    CALL(zip_get_num_entries)                                                                                \
    CALL(zip_open)                                                                                           \
    CALL(zip_open_from_source)                                                                               \
    CALL(zip_source_buffer_create)                                                                           \
    CALL(zip_source_free)                                                                                    \
    CALL(zip_stat_index)                                                                                     \
    CALL(zip_stat_init)

struct zip_calls {
#define ZIP_CALL(name) __typeof__(&name) name;
    ZIP_CALLS(ZIP_CALL)
#undef ZIP_CALL
};

/* For the life of the process; NULL where the library that the program was built with is not there. */
const struct zip_calls *zip_calls_get(void);

#endif
