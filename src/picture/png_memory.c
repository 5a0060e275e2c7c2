#include "picture/png_memory.h"

#include "base/buf.h"

/* Behind it stand its data, alpha and profile. */
struct png_memory {
    enum picture_form form;
    uint32_t width, height;
    int channels, turn;
    bool mirror;
    size_t data, alpha, profile;
};

static struct str cut(struct str *from, size_t n)
{
    struct str part = n ? str_sub(*from, 0, n) : (struct str){0};
    *from = str_sub(*from, n, from->n);
    return part;
}

bool png_memory_find(struct memo *memo, struct memo_key key, struct picture *p)
{
    struct png_memory known;
    struct str rest;
    if (!memo_find(memo, key, &rest)) return false;
    memcpy(&known, cut(&rest, sizeof known).s, sizeof known);
    p->form = known.form;
    p->width = known.width;
    p->height = known.height;
    p->channels = known.channels;
    p->turn = known.turn;
    p->mirror = known.mirror;
    p->data = cut(&rest, known.data);
    p->alpha = cut(&rest, known.alpha);
    p->profile = cut(&rest, known.profile);
    return true;
}

void png_memory_keep(struct arena *scratch, struct memo *memo, struct memo_key key, const struct picture *p)
{
    struct png_memory known = {.form = p->form,
                               .width = p->width,
                               .height = p->height,
                               .channels = p->channels,
                               .turn = p->turn,
                               .mirror = p->mirror,
                               .data = p->form == PICTURE_RAW ? p->data.n : 0,
                               .alpha = p->alpha.n,
                               .profile = p->profile.n};
    struct buf b = BUF(scratch);
    if (!memo) return;
    buf_add(&b, (struct str){(char *)&known, sizeof known});
    buf_add(&b, str_sub(p->data, 0, known.data));
    buf_add(&b, p->alpha);
    buf_add(&b, p->profile);
    memo_keep(memo, key, buf_str(&b));
}
