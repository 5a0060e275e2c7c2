#include "read/folder/spelling.h"

#include "khmer/spelling_order.h"

enum { TOLD_MOST = 20 };

struct spelling {
    struct job *job;
    const struct source *source;
    bool secret;
    size_t n;
    struct place next; /* the first one that is not told by itself */
};

static enum diag_code code_of(const struct spelling *s, const struct spelling_order_fault *f)
{
    if (s->secret) return f->shows_circle ? DIAG_ORDER_BROKEN_PLACE : DIAG_ORDER_SAME_PLACE;
    if (!f->normal.n) return DIAG_ORDER_UNKNOWN;
    return f->shows_circle ? DIAG_ORDER_BROKEN : DIAG_ORDER_SAME;
}

static void tell(void *with, const struct spelling_order_fault *f)
{
    struct spelling *s = with;
    struct place place = place_in(s->source, f->from);
    /* What follows a byte that could not be read is told there. */
    if (f->from >= 3 && !memcmp(s->source->text.s + f->from - 3, "\xEF\xBF\xBD", 3)) return;
    struct str typed = {0}, normal = {0};
    if (!s->secret) {
        typed = str_sub(s->source->text, f->from, f->to);
        normal = f->normal;
    }
    if (++s->n == TOLD_MOST + 1) s->next = place;
    if (s->n > TOLD_MOST) return;
    diag_tell(s->job->diags, code_of(s, f), place, typed, normal);
}

void spelling_check(struct job *job, const struct source *source, bool secret)
{
    struct spelling s = {.job = job, .source = source, .secret = secret};
    struct arena_mark mark = arena_mark(job->scratch);
    spelling_order_check(job->scratch, source->text, tell, &s);
    if (s.n > TOLD_MOST)
        diag_tell(job->diags, DIAG_ORDER_MORE, s.next, str_fmt(job->scratch, "%zu", s.n - TOLD_MOST));
    arena_reset(job->scratch, mark);
}
