/* What the tests of office files share: an archive made in memory by libzip itself. */
#ifndef SASTRA_TESTS_ZIP_HELP_H
#define SASTRA_TESTS_ZIP_HELP_H

#include "read_help.h"

#include <zip.h>

struct zip_part {
    const char *name;
    struct str bytes;
};

/* lock: with a password. */
static inline struct str zip_make(struct arena *a, const struct zip_part *parts, size_t n, bool lock)
{
    zip_source_t *whole = zip_source_buffer_create(NULL, 0, 0, NULL);
    assert_non_null(whole);
    zip_source_keep(whole);
    zip_t *zip = zip_open_from_source(whole, ZIP_TRUNCATE, NULL);
    assert_non_null(zip);
    for (size_t i = 0; i < n; i++) {
        zip_source_t *one = zip_source_buffer(zip, parts[i].bytes.s, parts[i].bytes.n, 0);
        zip_int64_t at = zip_file_add(zip, parts[i].name, one, 0);
        assert_true(at >= 0);
        if (lock) assert_int_equal(zip_file_set_encryption(zip, (zip_uint64_t)at, ZIP_EM_AES_256, "key"), 0);
    }
    assert_int_equal(zip_close(zip), 0);
    zip_stat_t s;
    assert_int_equal(zip_source_stat(whole, &s), 0);
    char *to = arena_get(a, (size_t)s.size + 1);
    assert_int_equal(zip_source_open(whole), 0);
    assert_int_equal(zip_source_read(whole, to, s.size), s.size);
    zip_source_close(whole);
    zip_source_free(whole);
    return (struct str){to, (size_t)s.size};
}

#endif
