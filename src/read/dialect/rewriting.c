#include "read/dialect/rewriting.h"

struct rewriting *rewriting_new(struct arena *a, const struct source *from)
{
    struct rewriting *r = ARENA_ONE(a, struct rewriting);
    r->from = from;
    r->out = BUF(a);
    return r;
}

static void step(struct rewriting *r, size_t was, bool made)
{
    const struct rewriting_step *last = r->steps.n ? &r->steps.at[r->steps.n - 1] : NULL;
    bool goes_on = last && !made && !last->made && r->out.n - last->now == was - last->was;
    struct rewriting_step s = {(uint32_t)r->out.n, (uint32_t)was, made};
    if (!goes_on) VEC_ADD(r->out.arena, r->steps, s);
}

void rewriting_keep(struct rewriting *r, size_t from, size_t to)
{
    if (from >= to) return;
    step(r, from, false);
    buf_add(&r->out, str_sub(r->from->text, from, to));
}

void rewriting_put(struct rewriting *r, struct str text, size_t was)
{
    if (!text.n) return;
    step(r, was, true);
    buf_add(&r->out, text);
}

size_t rewriting_replace(struct rewriting *r, size_t from, size_t to, struct str text)
{
    rewriting_keep(r, r->done, from);
    rewriting_put(r, text, from);
    return r->done = to;
}

const struct source *rewriting_done(struct rewriting *r, struct arena *a)
{
    if (!r->done && !r->out.n) return r->from;
    rewriting_replace(r, r->from->text.n, r->from->text.n, (struct str){0});
    struct str text = buf_str(&r->out);
    r->changed = !str_eq(text, r->from->text);
    if (!r->changed) return r->from;
    return source_new(a, r->from->path, str_copy(a, text));
}

size_t rewriting_was(const struct rewriting *r, size_t now)
{
    size_t low = 0, high = r->steps.n;
    while (high - low > 1) {
        size_t mid = low + (high - low) / 2;
        if (r->steps.at[mid].now <= now)
            low = mid;
        else
            high = mid;
    }
    if (!high) return now;
    const struct rewriting_step *s = &r->steps.at[low];
    size_t was = s->made ? s->was : s->was + (now - s->now);
    return was < r->from->text.n ? was : r->from->text.n;
}
