#include "pdf/pictures.h"

#include "pdf/syntax.h"
#include "picture/scaled_picture.h"

struct pictures pictures_new(struct job *job, struct haru *h, const struct pages *pages)
{
    struct arena *a = job->scratch;
    return (struct pictures){
        .job = job, .arena = a, .haru = h, .sizes = page_pictures_of(a, pages), .known = MAP(a)};
}

static struct str head(struct pictures *all, const struct picture *p, const char *space, const char *more)
{
    return str_fmt(all->arena,
                   "/Type/XObject/Subtype/Image/Width %u/Height %u/ColorSpace%s/BitsPerComponent 8%s",
                   (unsigned)p->width, (unsigned)p->height, space, more);
}

/* Pictures of one camera share a profile. */
static unsigned profile_id(struct pictures *all, struct str bytes, struct str keys)
{
    for (size_t i = 0; i < all->profiles.n; i++)
        if (str_eq(all->profiles.at[i].bytes, bytes)) return all->profiles.at[i].id;
    unsigned id = haru_stream(all->haru, keys, bytes, true);
    VEC_ADD(all->arena, all->profiles, (struct pictures_profile){bytes, id});
    return id;
}

/* The output intent is sRGB: what is of it needs no profile (ISO 19005-3, 6.2.4.2, 6.2.4.3). */
static const char *space_of(struct pictures *all, const struct picture *p)
{
    const char *device = p->channels == 1 ? "/DeviceGray" : "/DeviceRGB";
    if (!p->profile.n) return device;
    struct str keys = str_fmt(all->arena, "/N %d/Alternate%s", p->channels, device);
    return str_fmt(all->arena, "[/ICCBased %u 0 R]", profile_id(all, p->profile, keys)).s;
}

static unsigned make(struct pictures *all, const struct picture *own)
{
    struct page_picture size = page_pictures_size(&all->sizes, own);
    const struct picture *p = scaled_picture(all->job, own, size.width, size.height);
    all->failed = all->failed || !p;
    if (!p) return 0;
    const char *space = space_of(all, p), *more = "";
    if (p->form == PICTURE_JPEG)
        return haru_stream(all->haru, head(all, p, space, "/Filter/DCTDecode"), p->data, false);
    if (p->form == PICTURE_PNG) { /* ISO 32000-1, 7.4.4.4: predictor 15 is PNG's */
        const char *rows =
            str_fmt(all->arena, "/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors %d/Columns %u>>",
                    p->channels, (unsigned)p->width)
                .s;
        return haru_stream(all->haru, head(all, p, space, rows), p->data, false);
    }
    if (p->alpha.n) {
        unsigned mask = haru_stream(all->haru, head(all, p, "/DeviceGray", ""), p->alpha, true);
        more = str_fmt(all->arena, "/SMask %u 0 R", mask).s;
    }
    return haru_stream(all->haru, head(all, p, space, more), p->data, true);
}

size_t pictures_index(struct pictures *all, const struct picture *p)
{
    uint64_t key = map_pointer(picture_identity(p)); /* each place has a picture of its own */
    size_t known = map_number(&all->known, key);
    if (!known) {
        VEC_ADD(all->arena, all->ids, make(all, p));
        map_put_number(&all->known, key, known = all->ids.n);
    }
    return known - 1;
}

void pictures_matrix(const struct picture *p, int64_t x, int64_t y, int64_t width, int64_t height,
                     int64_t m[6])
{
    int turn = p->turn;
    bool lies = turn == 90 || turn == 270;
    m[0] = lies ? 0 : turn == 180 ? -width : width;
    m[1] = !lies ? 0 : turn == 90 ? -height : height;
    m[2] = !lies ? 0 : turn == 90 ? width : -width;
    m[3] = lies ? 0 : turn == 180 ? -height : height;
    m[4] = turn == 180 || turn == 270 ? x + width : x;
    m[5] = turn == 90 || turn == 180 ? y + height : y;
    for (int i = 0; i < 2 && p->mirror; i++) { /* 1 - u in the place of u */
        m[4 + i] += m[i];
        m[i] = -m[i];
    }
}
