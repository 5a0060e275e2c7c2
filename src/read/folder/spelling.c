#include "read/folder/spelling.h"

#include "khmer/letter.h"
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
    if (f->kind == SPELLING_ORDER_ODD || (f->kind == SPELLING_ORDER_DEPRECATED && !f->shows_circle))
        return s->secret ? DIAG_ORDER_ODD_PLACE : DIAG_ORDER_ODD;
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

/* -- signs of another kind beside Khmer letters: told once a file, with how many there are -- */

struct found {
    size_t n, first;
};

static void found_add(struct found *f, size_t at)
{
    if (!f->n++) f->first = at;
}

static uint32_t letter_at(struct str t, size_t at)
{
    return at < t.n ? utf8_next(t, &at) : 0;
}

static size_t letters_from(struct str t, size_t to)
{
    while (to >= 3 && khmer_letter(utf8_before(t, to))) to -= 3;
    return to;
}

/* Nothing but signs of a list from a line's start to here: ក: begins a point. */
static bool begins_line(struct str t, size_t at)
{
    while (at && memchr(" \t-*(>{,", t.s[at - 1], 8)) at--;
    return !at || t.s[at - 1] == '\n';
}

/* The last syllable before a place: a letter, its coengs and vowel, no letter behind it. */
static struct str last_syllable(struct str t, size_t from, size_t to)
{
    size_t at = to;
    while (at > from) {
        at -= 3;
        bool coeng = at >= from + 3 && utf8_before(t, at) == KHMER_COENG;
        if (khmer_base(letter_at(t, at)) && !coeng) break;
    }
    return str_sub(t, at, to);
}

/* ះ ends a syllable without a vowel, or with one of these. */
static bool takes_reahmuk(struct str syllable)
{
    uint32_t last = utf8_before(syllable, syllable.n);
    return khmer_base(last) || last == 0x17B7 || last == 0x17BB || last == 0x17C1 || last == 0x17C2 ||
           last == 0x17C4;
}

/* Whether the colon at a place stands where ះ may be meant: before a letter, or at a short word's end. */
static bool for_reahmuk(struct str t, size_t colon)
{
    size_t from = letters_from(t, colon);
    if (from == colon) return false;
    if (khmer_base(letter_at(t, colon + 1))) return true;
    struct str last = last_syllable(t, from, colon);
    if (str_is(last, "នេ") || str_is(last, "នោ")) return true;
    return last.n == colon - from && takes_reahmuk(last) && !(last.n == 3 && begins_line(t, from));
}

static void find_colons(struct str t, struct found *f)
{
    for (size_t at = 0; (at = str_find(t, STR(":"), at)) != SIZE_MAX; at++)
        if (for_reahmuk(t, at)) found_add(f, at);
}

static void find_quotes(struct str t, struct found *f)
{
    static const char open[] = "\xE2\x80\x9C";
    for (size_t at = 0; (at = str_find(t, str_of(open), at)) != SIZE_MAX; at += 3)
        if (khmer_letter(letter_at(t, at + 3))) found_add(f, at);
}

static void tell_found(struct job *job, const struct source *source, enum diag_code code,
                       const struct found *f)
{
    if (f->n) diag_tell(job->diags, code, place_in(source, f->first), str_fmt(job->scratch, "%zu", f->n));
}

static void check_signs(struct job *job, const struct source *source, bool secret)
{
    struct found colons = {0}, quotes = {0};
    find_colons(source->text, &colons);
    tell_found(job, source, DIAG_KHMER_COLON, &colons);
    if (!secret) find_quotes(source->text, &quotes);
    tell_found(job, source, DIAG_KHMER_QUOTES, &quotes);
}

void spelling_check(struct job *job, const struct source *source, bool secret)
{
    struct spelling s = {.job = job, .source = source, .secret = secret};
    struct arena_mark mark = arena_mark(job->scratch);
    spelling_order_check(job->scratch, source->text, tell, &s);
    if (s.n > TOLD_MOST)
        diag_tell(job->diags, DIAG_ORDER_MORE, s.next, str_fmt(job->scratch, "%zu", s.n - TOLD_MOST));
    check_signs(job, source, secret);
    arena_reset(job->scratch, mark);
}
