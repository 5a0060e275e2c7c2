#include "khmer/lexicon.h"

#include "khmer/letter.h"

/* The list stands in the program's read-only pages as it is in the file. */
__asm__(".section .rodata\n"
        ".balign 16\n"
        ".globl khmer_words_bin\n"
        ".hidden khmer_words_bin\n"
        "khmer_words_bin:\n"
        ".incbin \"src/khmer/words.bin\"\n"
        ".balign 16\n"
        ".previous\n");

struct branch {
    uint64_t key; /* state << 21 | code point; 0: free */
    uint32_t to;
};

struct names {
    struct arena *arena;
    struct branch *slots; /* open addressing, a power of two of them */
    size_t cap, used;
    VEC(bool) ends; /* by state */
};

struct names *names_new(struct arena *a)
{
    struct names *n = ARENA_ONE(a, struct names);
    n->arena = a;
    n->cap = 256;
    n->slots = ARENA_MANY(a, struct branch, n->cap);
    VEC_ADD(a, n->ends, false);
    VEC_ADD(a, n->ends, false);
    return n;
}

static struct branch *slot_of(const struct names *n, uint64_t key)
{
    size_t i = (size_t)(key * 0x9E3779B97F4A7C15u >> 32) & (n->cap - 1);
    while (n->slots[i].key && n->slots[i].key != key) i = (i + 1) & (n->cap - 1);
    return &n->slots[i];
}

static void grow(struct names *n)
{
    struct branch *old = n->slots;
    size_t cap = n->cap;
    n->cap *= 2;
    n->slots = ARENA_MANY(n->arena, struct branch, n->cap);
    for (size_t i = 0; i < cap; i++)
        if (old[i].key) *slot_of(n, old[i].key) = old[i];
}

static uint64_t branch_key(uint32_t state, uint32_t cp)
{
    return (uint64_t)state << 21 | cp;
}

static uint32_t names_enter(struct names *n, uint32_t state, uint32_t cp)
{
    if (n->used * 2 >= n->cap) grow(n);
    struct branch *b = slot_of(n, branch_key(state, cp));
    if (!b->key) {
        *b = (struct branch){branch_key(state, cp), (uint32_t)n->ends.n};
        VEC_ADD(n->arena, n->ends, false);
        n->used++;
    }
    return b->to;
}

/* Coeng da as coeng ta; zero for what does not count in a name. */
static uint32_t name_letter(uint32_t cp, uint32_t before)
{
    if (cp == CP_ZWSP || cp == CP_ZWNJ || cp == CP_ZWJ || cp == CP_WJ || cp == 0xFEFF) return 0;
    return cp == 0x178A && before == KHMER_COENG ? 0x178F : cp == 0xA0 ? ' ' : cp;
}

void names_add(struct names *n, struct str name)
{
    name = str_trim(name);
    uint32_t state = 1, before = 0;
    for (size_t at = 0; at < name.n;) {
        uint32_t cp = name_letter(utf8_next(name, &at), before);
        if (!cp) continue;
        state = names_enter(n, state, cp);
        before = cp;
    }
    if (state != 1) n->ends.at[state] = true;
}

bool names_empty(const struct names *n)
{
    return n->used == 0;
}

uint32_t names_next(const struct names *n, uint32_t state, uint32_t cp)
{
    return slot_of(n, branch_key(state, cp))->to;
}

bool names_ends(const struct names *n, uint32_t state)
{
    return n->ends.at[state];
}
