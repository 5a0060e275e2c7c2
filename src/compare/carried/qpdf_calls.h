/* qpdf_calls: libqpdf's C API, loaded when it is called for: its libraries would cost each start of the
 * program, whatever it is started for, as much again. */
#ifndef SASTRA_COMPARE_CARRIED_QPDF_CALLS_H
#define SASTRA_COMPARE_CARRIED_QPDF_CALLS_H

#include <qpdf/qpdf-c.h>
#include <stdbool.h>

#define QPDF_CALLS(CALL)                                                                                     \
    CALL(qpdf_init)                                                                                          \
    CALL(qpdf_silence_errors)                                                                                \
    CALL(qpdf_set_suppress_warnings)                                                                         \
    CALL(qpdf_set_attempt_recovery)                                                                          \
    CALL(qpdf_read)                                                                                          \
    CALL(qpdf_has_error)                                                                                     \
    CALL(qpdf_get_error)                                                                                     \
    CALL(qpdf_get_error_code)                                                                                \
    CALL(qpdf_get_root)                                                                                      \
    CALL(qpdf_oh_is_initialized)                                                                             \
    CALL(qpdf_oh_is_dictionary)                                                                              \
    CALL(qpdf_oh_is_array)                                                                                   \
    CALL(qpdf_oh_is_string)                                                                                  \
    CALL(qpdf_oh_is_stream)                                                                                  \
    CALL(qpdf_oh_has_key)                                                                                    \
    CALL(qpdf_oh_get_key)                                                                                    \
    CALL(qpdf_oh_get_array_n_items)                                                                          \
    CALL(qpdf_oh_get_array_item)                                                                             \
    CALL(qpdf_oh_get_utf8_value)                                                                             \
    CALL(qpdf_oh_get_stream_data)

/* Of which functions the program knows no more than their names and types. */
struct qpdf_calls {
#define QPDF_CALL(name) __typeof__(&name) name;
    QPDF_CALLS(QPDF_CALL)
#undef QPDF_CALL
};

/* False where the library that the program was built with is not there. */
bool qpdf_calls_load(struct qpdf_calls *calls);

#endif
