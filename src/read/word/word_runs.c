#include "read/word/word_runs.h"

#include "khmer/spelling_order.h"

void word_runs_start(struct word_runs *r)
{
    r->list.n = 0;
    r->start = r->text->n;
}

/* What XML lets through and no page can show. */
static void add_shown(struct buf *out, struct str s)
{
    for (size_t at = 0, from = 0; at < s.n; from = at) {
        uint32_t c = utf8_next(s, &at);
        bool control = (c < 0x20 && c != '\t') || (c >= 0x7F && c < 0xA0) || (c & 0xFFFE) == 0xFFFE;
        if (control)
            buf_byte(out, ' ');
        else
            buf_add(out, str_sub(s, from, at));
    }
}

static bool is_same(const struct word_run *last, unsigned style, struct str href, size_t from)
{
    const struct span *s = &last->span;
    return s->kind == SPAN_TEXT && s->style == style && last->to == from && !s->href.s == !href.s &&
           str_eq(s->href, href);
}

void word_runs_text(struct word_runs *r, struct str text, unsigned style, struct str href)
{
    size_t from = r->text->n;
    add_shown(r->text, text);
    if (r->text->n == from) return;
    struct word_run *last = r->list.n ? &r->list.at[r->list.n - 1] : NULL;
    if (last && is_same(last, style, href, from)) {
        last->to = r->text->n;
        return;
    }
    struct span span = {.kind = SPAN_TEXT, .style = style, .lang = LANG_NONE, .href = href};
    VEC_ADD(r->a, r->list, (struct word_run){span, from, r->text->n});
}

void word_runs_put(struct word_runs *r, struct span span, struct str shown)
{
    size_t from = r->text->n;
    buf_add(r->text, shown);
    span.lang = LANG_NONE;
    VEC_ADD(r->a, r->list, (struct word_run){span, from, r->text->n});
}

/* -- blanks -- */

static struct str slice(const struct word_runs *r, const struct word_run *run)
{
    return (struct str){r->text->s + run->from, run->to - run->from};
}

static size_t blanks_before(struct str s)
{
    struct str rest = str_trim(s);
    return rest.n ? (size_t)(rest.s - s.s) : s.n;
}

static size_t blanks_behind(struct str s)
{
    struct str rest = str_trim(s);
    return rest.n ? s.n - (size_t)(rest.s - s.s) - rest.n : 0;
}

static void drop_empty(struct word_runs *r)
{
    size_t kept = 0;
    for (size_t i = 0; i < r->list.n; i++) {
        const struct word_run *run = &r->list.at[i];
        if (run->span.kind != SPAN_TEXT || run->to > run->from) r->list.at[kept++] = *run;
    }
    r->list.n = kept;
}

bool word_runs_trim(struct word_runs *r)
{
    size_t first = 0;
    for (; first < r->list.n; first++) {
        struct word_run *run = &r->list.at[first];
        if (run->span.kind == SPAN_TEXT) run->from += blanks_before(slice(r, run));
        if (run->span.kind != SPAN_BREAK && (run->span.kind != SPAN_TEXT || run->to > run->from)) break;
    }
    while (r->list.n > first) {
        struct word_run *run = &r->list.at[r->list.n - 1];
        if (run->span.kind == SPAN_TEXT) run->to -= blanks_behind(slice(r, run));
        if (run->span.kind == SPAN_TEXT && !str_trim(slice(r, run)).n) run->to = run->from;
        if (run->span.kind != SPAN_BREAK && (run->span.kind != SPAN_TEXT || run->to > run->from)) break;
        r->list.n--;
    }
    for (size_t i = first; i < r->list.n; i++) r->list.at[i - first] = r->list.at[i];
    r->list.n -= first;
    return r->list.n > 0;
}

void word_runs_skip(struct word_runs *r, size_t bytes)
{
    size_t from = (r->list.n ? r->list.at[0].from : 0) + bytes;
    for (size_t i = 0; i < r->list.n && r->list.at[i].from < from; i++) {
        struct word_run *run = &r->list.at[i];
        run->from = run->to < from ? run->to : from;
    }
    drop_empty(r);
}

/* -- bold -- */

bool word_runs_strong(const struct word_runs *r)
{
    bool text = false;
    for (size_t i = 0; i < r->list.n; i++) {
        const struct word_run *run = &r->list.at[i];
        if (run->span.kind == SPAN_PICTURE) return false;
        if (run->span.kind != SPAN_TEXT || !str_trim(slice(r, run)).n) continue;
        if (!(run->span.style & SPAN_STRONG)) return false;
        text = true;
    }
    return text;
}

void word_runs_lighten(struct word_runs *r)
{
    for (size_t i = 0; i < r->list.n; i++) r->list.at[i].span.style &= ~(unsigned)SPAN_STRONG;
}

/* -- the spans -- */

/* "word " in bold, then plain text: the blank is none of the bold. */
static void settle_blanks(struct word_runs *r)
{
    for (size_t i = 0; i + 1 < r->list.n; i++) {
        struct word_run *a = &r->list.at[i], *b = a + 1;
        if (a->span.kind != SPAN_TEXT || b->span.kind != SPAN_TEXT || a->to != b->from) continue;
        bool a_plain = !a->span.style && !a->span.href.s, b_plain = !b->span.style && !b->span.href.s;
        if (a_plain == b_plain) continue;
        size_t n = b_plain ? blanks_behind(slice(r, a)) : blanks_before(slice(r, b));
        if (b_plain && !str_trim(slice(r, a)).n) n = a->to - a->from;
        a->to = b->from = b_plain ? a->to - n : a->to + n;
    }
    drop_empty(r);
}

static void join_alike(struct word_runs *r)
{
    size_t kept = 0;
    for (size_t i = 0; i < r->list.n; i++) {
        struct word_run *run = &r->list.at[i], *last = kept ? &r->list.at[kept - 1] : NULL;
        if (last && run->span.kind == SPAN_TEXT && is_same(last, run->span.style, run->span.href, run->from))
            last->to = run->to;
        else
            r->list.at[kept++] = *run;
    }
    r->list.n = kept;
}

struct spans word_runs_spans(struct word_runs *r)
{
    settle_blanks(r);
    join_alike(r);
    struct span *all = ARENA_MANY(r->a, struct span, r->list.n + 1);
    for (size_t i = 0; i < r->list.n; i++) {
        const struct word_run *run = &r->list.at[i];
        all[i] = run->span;
        all[i].place = place_in(r->source, run->from);
        if (run->span.kind != SPAN_TEXT) continue;
        struct str text = slice(r, run), mended = spelling_order_mend(r->a, text);
        all[i].text = mended.s == text.s ? str_copy(r->a, text) : mended;
    }
    return (struct spans){all, r->list.n};
}
