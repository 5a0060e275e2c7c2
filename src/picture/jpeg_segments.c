#include "picture/jpeg_segments.h"

static unsigned two(struct str b, size_t at)
{
    return at + 2 <= b.n ? (unsigned)(unsigned char)b.s[at] << 8 | (unsigned char)b.s[at + 1] : 0;
}

/* The entropy-coded data from at up to the marker that ends it. */
static size_t coded_end(struct str b, size_t at)
{
    for (; at + 1 < b.n; at++) {
        const char *p = memchr(b.s + at, 0xFF, b.n - 1 - at);
        if (!p) return b.n;
        at = (size_t)(p - b.s);
        unsigned char m = (unsigned char)b.s[at + 1];
        if (m && m != 0xFF && (m < 0xD0 || m > 0xD7)) return at;
    }
    return b.n;
}

static bool stands_alone(unsigned marker)
{
    return marker == 1 || (marker >= 0xD0 && marker <= 0xD8);
}

bool jpeg_segment_next(struct str b, size_t *at, struct jpeg_segment *s)
{
    enum { START_OF_SCAN = 0xDA, END = 0xD9, BEFORE_SCAN = 0xFF };
    if (s->marker == START_OF_SCAN && *at > 2) {
        size_t end = coded_end(b, *at);
        *s = (struct jpeg_segment){JPEG_CODED, str_sub(b, *at, end), {0}};
        *at = end;
        return true;
    }
    while (*at + 4 <= b.n) {
        unsigned marker = (unsigned char)b.s[*at + 1];
        if ((unsigned char)b.s[*at] != 0xFF || marker == BEFORE_SCAN) {
            ++*at;
        } else if (marker == END) {
            return false;
        } else if (stands_alone(marker)) {
            *at += 2;
        } else {
            struct str bytes = str_sub(b, *at, *at + 2 + two(b, *at + 2));
            *s = (struct jpeg_segment){marker, bytes, str_sub(bytes, 4, bytes.n)};
            *at += bytes.n;
            return true;
        }
    }
    return false;
}

static bool is_metadata(const struct jpeg_segment *s)
{
    if (s->marker == 0xE0) return !str_starts(s->inside, "JFIF");
    return s->marker == 0xFE || (s->marker >= 0xE1 && s->marker <= 0xEF && s->marker != 0xEE);
}

struct str jpeg_segments_shown(struct arena *a, struct str file)
{
    struct buf out = BUF(a);
    struct jpeg_segment s = {0};
    buf_add(&out, str_sub(file, 0, 2));
    for (size_t at = 2; jpeg_segment_next(file, &at, &s);)
        if (!is_metadata(&s)) buf_add(&out, s.bytes);
    buf_put(&out, "\xFF\xD9");
    return buf_str(&out);
}
