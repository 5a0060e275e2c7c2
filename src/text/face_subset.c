#include "text/face_subset.h"

#include "text/face.h"

#include <hb-subset.h>

static const hb_tag_t dropped[] = {
    HB_TAG('f', 'v', 'a', 'r'), HB_TAG('g', 'v', 'a', 'r'), HB_TAG('a', 'v', 'a', 'r'),
    HB_TAG('H', 'V', 'A', 'R'), HB_TAG('M', 'V', 'A', 'R'), HB_TAG('S', 'T', 'A', 'T'),
    HB_TAG('c', 'v', 'a', 'r'), HB_TAG('M', 'A', 'T', 'H'), HB_TAG('B', 'A', 'S', 'E'),
    HB_TAG('D', 'S', 'I', 'G'), HB_TAG('m', 'e', 't', 'a'),
};

static hb_subset_input_t *input_for(const uint32_t *cp, size_t n)
{
    hb_subset_input_t *in = hb_subset_input_create_or_fail();
    if (!in) return NULL;
    hb_set_t *drop = hb_subset_input_set(in, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++) hb_set_add(drop, dropped[i]);
    hb_subset_input_set_flags(in, HB_SUBSET_FLAGS_NO_HINTING);
    for (size_t i = 0; i < n; i++) hb_set_add(hb_subset_input_unicode_set(in), cp[i]);
    return in;
}

struct str face_subset(struct arena *a, const struct font_set *f, size_t face, const uint32_t *cp, size_t n)
{
    struct str out = {0};
    hb_subset_input_t *in = input_for(cp, n);
    hb_face_t *made = in ? hb_subset_or_fail(font_set_at(f, face)->raw, in) : NULL;
    if (made) {
        unsigned length = 0;
        hb_blob_t *blob = hb_face_reference_blob(made);
        const char *bytes = hb_blob_get_data(blob, &length);
        out = str_copy(a, (struct str){bytes, length});
        hb_blob_destroy(blob);
    }
    hb_face_destroy(made);
    hb_subset_input_destroy(in);
    return out;
}
