/* Text through breaks and spelling order: no break inside a syllable, mending twice is mending once. */
#include "khmer/breaks.h"
#include "khmer/spelling_order.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool is_sign(uint32_t c)
{
    return (c >= 0x17B4 && c <= 0x17D3) || c == 0x17DD;
}

static void breaks(const struct words *w, struct arena *a, struct str t)
{
    unsigned char *brk = arena_get(a, t.n + 1);
    breaks_find(w, a, t, brk);
    if (!t.n || utf8_bad(t) != t.n) return; /* no promise but to come back */
    if (brk[0] != BRK_NONE) abort();
    for (size_t at = 0; at < t.n;) {
        size_t from = at;
        uint32_t c = utf8_next(t, &at);
        if (from && brk[from] != BRK_NONE && is_sign(c) && utf8_before(t, from) >= 0x1780 &&
            utf8_before(t, from) <= 0x17B3)
            abort();
        for (size_t i = from + 1; i < at; i++)
            if (brk[i] != BRK_NONE) abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct arena *house;
    static struct words *words;
    if (!house) {
        house = arena_new();
        words = words_new(house);
        words_add_name(words, STR("ព្រះស៊ីសុវត្ថិ"));
    }
    struct arena *a = arena_new(), *scratch = arena_new();
    struct str t = str_copy(a, (struct str){(const char *)data, size});
    breaks(words, scratch, t);
    if (utf8_bad(t) == t.n) {
        struct str once = spelling_order_mend(a, t), twice = spelling_order_mend(a, once);
        if (!str_eq(once, twice)) abort();
        spelling_order_kind_of(a, t);
        spelling_order_fold(a, t);
    }
    arena_free(scratch);
    arena_free(a);
    return 0;
}
