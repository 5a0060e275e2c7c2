#include "picture/scaled_picture.h"

#include "base/file.h"
#include "base/map.h"
#include "picture/jpeg_scale.h"
#include "picture/jpeg_segments.h"

#include <errno.h>
#include <pthread.h>

enum {
    WIDEST = 510000,  /* 1/1000 pt: the measure of A4 */
    TALLEST = 400000, /* as tall as a page shows one */
    INCH = 72000,
    WORTH = 90 /* per cent of its pixels: what would lose fewer stays as it is */
};

enum scaled_state { MAKING, MADE, FAILED };

struct scaled_one {
    const void *identity;
    uint32_t width;
    enum scaled_state state;
    struct picture picture;
};

struct scaled_pictures {
    struct arena *keep;
    int dpi;
    pthread_mutex_t lock; /* of all below */
    pthread_cond_t settled;
    struct map known; /* struct scaled_one */
};

struct scaled_pictures *scaled_pictures_new(struct arena *like, int dpi)
{
    struct arena *keep = arena_new_like(like);
    struct scaled_pictures *s = ARENA_ONE(keep, struct scaled_pictures);
    *s = (struct scaled_pictures){.keep = keep, .dpi = dpi, .known = MAP(keep)};
    pthread_mutex_init(&s->lock, NULL);
    pthread_cond_init(&s->settled, NULL);
    return s;
}

void scaled_pictures_free(struct scaled_pictures *s)
{
    if (!s) return;
    pthread_cond_destroy(&s->settled);
    pthread_mutex_destroy(&s->lock);
    arena_free(s->keep);
}

/* -- how large ------------------------------------------------------------------------------------------- */

static uint64_t pixels(int64_t length, int dpi)
{
    return (uint64_t)(length * dpi + INCH - 1) / INCH;
}

/* As wide as it is stored: enough for its box either way. */
static uint32_t width_for(const struct picture *p, int dpi, int32_t width, int32_t height)
{
    bool lies = p->turn == 90 || p->turn == 270;
    int64_t w = width > 0 ? width : WIDEST, h = height > 0 ? height : TALLEST;
    uint64_t across = pixels(lies ? h : w, dpi), down = pixels(lies ? w : h, dpi),
             by_height = (down * p->width + p->height - 1) / p->height;
    bool bounded = width <= 0 && height <= 0;
    uint64_t wanted = (across > by_height) != bounded ? across : by_height;
    if (!dpi || wanted * 100 >= (uint64_t)p->width * WORTH) return p->width;
    return wanted ? (uint32_t)wanted : 1;
}

static uint32_t height_for(const struct picture *p, uint32_t width)
{
    uint64_t height = ((uint64_t)p->height * width + p->width / 2) / p->width;
    return height ? (uint32_t)height : 1;
}

/* -- making ---------------------------------------------------------------------------------------------- */

static bool tell_changed(struct job *job, const struct picture *p, int why)
{
    struct source *file = source_new(job->keep, str_copy(job->keep, p->path), STR(""));
    diag_tell(job->diags, DIAG_FILE_FAILED, place_in(file, PLACE_WHOLE_FILE), str_of(strerror(why)));
    return false;
}

static bool load(struct job *job, struct arena *a, const struct picture *p, struct str *data)
{
    struct memo_key sum = memo_begin(MEMO_STATE);
    struct str bytes;
    *data = p->data;
    if (!p->file.n) return true;
    if (!file_read(a, p->file.s, SIZE_MAX, &bytes)) return tell_changed(job, p, errno);
    memo_add(&sum, bytes);
    if (!memo_same(sum, p->sum)) return tell_changed(job, p, ESTALE);
    *data = jpeg_segments_shown(a, bytes);
    return true;
}

/* One that would not become smaller stays as it is, but for inks, which screens show wrongly. */
static bool make(struct job *job, struct arena *a, const struct picture *p, struct picture *to)
{
    struct str data, scaled;
    if (!load(job, a, p, &data)) return false;
    bool whole = to->width == p->width, must = p->inks;
    bool made = (!whole || must) && jpeg_scale(a, data, to->width, to->height, &scaled);
    bool taken = made && (must || scaled.n < data.n);
    to->data = taken ? scaled : data;
    if (!taken) to->width = p->width, to->height = p->height;
    return true;
}

static struct memo_key key_of(const struct picture *p, uint32_t width)
{
    struct memo_key k = memo_begin(MEMO_PICTURE);
    memo_add_number(&k, width);
    memo_add_key(&k, p->sum);
    memo_add(&k, p->data);
    return k;
}

/* What the store keeps: the picture's bytes behind its size. */
struct scaled_head {
    uint32_t width, height;
};

static bool make_once(struct job *job, struct arena *a, const struct picture *p, struct picture *to)
{
    struct memo_key key = job->memo ? key_of(p, to->width) : memo_begin(MEMO_PICTURE);
    struct scaled_head head;
    struct str known;
    if (memo_find(job->memo, key, &known)) {
        memcpy(&head, known.s, sizeof head);
        to->width = head.width;
        to->height = head.height;
        to->data = str_sub(known, sizeof head, known.n);
        return true;
    }
    if (!make(job, a, p, to)) return false;
    if (!job->memo) return true;
    struct buf b = BUF(a);
    head = (struct scaled_head){to->width, to->height};
    buf_add(&b, (struct str){(char *)&head, sizeof head});
    buf_add(&b, to->data);
    memo_keep(job->memo, key, buf_str(&b));
    return true;
}

/* -- one for all ----------------------------------------------------------------------------------------- */

struct scaled_wanted {
    const void *identity;
    uint32_t width;
};

static bool same(const void *value, const void *wanted)
{
    const struct scaled_one *a = value;
    const struct scaled_wanted *b = wanted;
    return a->identity == b->identity && a->width == b->width;
}

static void settle(struct scaled_pictures *s, struct scaled_one *one, enum scaled_state state)
{
    one->state = state;
    pthread_cond_broadcast(&s->settled);
    pthread_mutex_unlock(&s->lock);
}

/* Memory that runs out meanwhile is told to those who wait, then to who asked. */
static void make_shared(struct job *job, struct scaled_one *volatile one, const struct picture *p)
{
    struct scaled_pictures *s = job->scaled;
    struct arena *volatile own = NULL;
    volatile bool locked = false;
    jmp_buf back;
    if (setjmp(back)) {
        if (!locked) pthread_mutex_lock(&s->lock);
        settle(s, one, FAILED);
        arena_free(own);
        arena_fail(job->keep, 0);
    }
    own = arena_new_like(job->keep);
    arena_back(own, &back);
    bool good = make_once(job, own, p, &one->picture);
    pthread_mutex_lock(&s->lock);
    locked = true;
    arena_back(s->keep, &back);
    if (good) one->picture.data = str_copy(s->keep, one->picture.data);
    one->picture.file = (struct str){0};
    settle(s, one, good ? MADE : FAILED);
    arena_free(own);
}

static struct scaled_one *find(struct job *job, const struct picture *p, uint32_t width, bool *first)
{
    struct scaled_pictures *s = job->scaled;
    struct scaled_wanted wanted = {picture_identity(p), width};
    jmp_buf back;
    pthread_mutex_lock(&s->lock);
    if (setjmp(back)) {
        pthread_mutex_unlock(&s->lock);
        arena_fail(job->keep, 0);
    }
    arena_back(s->keep, &back);
    void **at = map_at_by(&s->known, map_hash(map_pointer(wanted.identity), width), same, &wanted);
    struct scaled_one *one = *at;
    *first = !one;
    if (!one) {
        *at = one = ARENA_ONE(s->keep, struct scaled_one);
        *one = (struct scaled_one){wanted.identity, width, MAKING, *p};
        one->picture.width = width;
        one->picture.height = height_for(p, width);
        if (p->inks) one->picture.profile = (struct str){0};
    }
    while (!*first && one->state == MAKING) pthread_cond_wait(&s->settled, &s->lock);
    pthread_mutex_unlock(&s->lock);
    return one;
}

const struct picture *scaled_picture(struct job *job, const struct picture *p, int32_t width, int32_t height)
{
    bool first;
    if (!job->scaled || p->form != PICTURE_JPEG || !p->width || !p->height) return p;
    uint32_t wide = width_for(p, job->scaled->dpi, width, height);
    if (wide == p->width && !p->file.n && !p->inks) return p;
    struct scaled_one *one = find(job, p, wide, &first);
    if (first) make_shared(job, one, p);
    return one->state == MADE ? &one->picture : NULL;
}
