#include "read/format/icc.h"

/* ICC.1, 7.2: where a header has what; tags follow it. */
enum {
    SIZE = 0,
    VERSION = 8,
    CLASS = 12,
    COLOURS = 16,
    CONNECTION = 20,
    SIGNATURE = 36,
    TAGS = 128,
    TAG_SIZE = 12,
    VERSION_MOST = 4
};

/* Four bytes; 0 past the end. */
static uint32_t four(struct str s, size_t at)
{
    if (s.n < 4 || at > s.n - 4) return 0;
    const unsigned char *p = (const unsigned char *)s.s + at;
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static bool has(struct str s, size_t at, const char *words)
{
    struct str rest = str_of(words), word;
    while (str_cut(&rest, '|', &word))
        if (str_eq(str_sub(s, at, at + 4), word)) return true;
    return false;
}

static bool tags_are_inside(struct str p)
{
    uint32_t n = four(p, TAGS);
    if (n > (p.n - TAGS - 4) / TAG_SIZE) return false;
    for (size_t i = 0, at = TAGS + 4; i < n; i++, at += TAG_SIZE)
        if (four(p, at + 4) > p.n || four(p, at + 8) > p.n - four(p, at + 4)) return false;
    return n > 0;
}

struct str icc_checked(struct str bytes, int channels)
{
    uint32_t size = four(bytes, SIZE);
    if (bytes.n > ICC_MOST || size > bytes.n || size < TAGS + 4) return (struct str){0};
    struct str p = str_sub(bytes, 0, size);
    bool good = has(p, SIGNATURE, "acsp") && (unsigned char)p.s[VERSION] <= VERSION_MOST &&
                has(p, CLASS, "scnr|mntr|prtr|spac") && has(p, COLOURS, channels == 1 ? "GRAY" : "RGB ") &&
                has(p, CONNECTION, "XYZ |Lab ") && tags_are_inside(p);
    return good ? p : (struct str){0};
}

/* -- sRGB ------------------------------------------------------------------------------------------------ */

static struct str tag(struct str p, const char *name)
{
    for (size_t i = 0, at = TAGS + 4; i < four(p, TAGS); i++, at += TAG_SIZE)
        if (has(p, at, name)) return str_sub(p, four(p, at + 4), (size_t)four(p, at + 4) + four(p, at + 8));
    return (struct str){0};
}

/* XYZ in 1/65536, near the colour that sRGB's primary has under D50. */
static bool is_near(struct str xyz, const int32_t wanted[3])
{
    enum { NEAR = 131 }; /* 0.002 */
    for (size_t i = 0; i < 3; i++) {
        int64_t off = (int64_t)(int32_t)four(xyz, 8 + 4 * i) - wanted[i];
        if (off > NEAR || off < -NEAR) return false;
    }
    return has(xyz, 0, "XYZ ");
}

bool icc_is_srgb(struct str p)
{
    static const int32_t PRIMARIES[3][3] = {
        {28578, 14581, 912}, {25238, 46982, 6363}, {9372, 3973, 46797}}; /* IEC 61966-2-1 */
    struct str name = tag(p, "desc");
    bool named =
        str_find(name, STR("sRGB"), 0) != SIZE_MAX || str_find(name, STR("s\0R\0G\0B"), 0) != SIZE_MAX;
    return named && is_near(tag(p, "rXYZ"), PRIMARIES[0]) && is_near(tag(p, "gXYZ"), PRIMARIES[1]) &&
           is_near(tag(p, "bXYZ"), PRIMARIES[2]);
}

/* -- segments -------------------------------------------------------------------------------------------- */

void icc_add(struct icc_parts *parts, struct str segment)
{
    static const char NAME[] = "ICC_PROFILE";
    if (segment.n < sizeof NAME + 2 || memcmp(segment.s, NAME, sizeof NAME)) return;
    unsigned number = (unsigned char)segment.s[sizeof NAME],
             count = (unsigned char)segment.s[sizeof NAME + 1];
    bool fits = number && number <= count && (!parts->count || count == parts->count) && !parts->at[number].s;
    if (!parts->count) parts->count = count ? count : 1;
    if (fits)
        parts->at[number] = str_sub(segment, sizeof NAME + 2, segment.n);
    else
        parts->broken = true;
}

struct str icc_joined(struct arena *a, const struct icc_parts *parts)
{
    struct buf all = BUF(a);
    for (size_t i = 1; i <= parts->count; i++) {
        if (!parts->at[i].s || parts->broken) return (struct str){0};
        buf_add(&all, parts->at[i]);
    }
    return buf_str(&all);
}
