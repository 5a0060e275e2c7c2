#include "khmer/lexicon.h"

#include "base/map.h"
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

enum end { END_NONE, END_LEARNT, END_NAME };

struct names {
    struct map branches;     /* state and code point → state */
    VEC(unsigned char) ends; /* by state: enum end */
};

struct names *names_new(struct arena *a)
{
    struct names *n = ARENA_ONE(a, struct names);
    n->branches = MAP(a);
    VEC_ADD(a, n->ends, END_NONE);
    VEC_ADD(a, n->ends, END_NONE);
    return n;
}

static uint64_t branch_key(uint32_t state, uint32_t cp)
{
    return (uint64_t)state << 21 | cp;
}

static uint32_t names_enter(struct names *n, uint32_t state, uint32_t cp)
{
    uint32_t to = names_next(n, state, cp);
    if (to) return to;
    map_put_number(&n->branches, branch_key(state, cp), n->ends.n);
    VEC_ADD(n->branches.arena, n->ends, END_NONE);
    return (uint32_t)n->ends.n - 1;
}

/* Coeng da as coeng ta; zero for what does not count in a name. */
static uint32_t name_letter(uint32_t cp, uint32_t before)
{
    if (cp == CP_ZWSP || cp == CP_ZWNJ || cp == CP_ZWJ || cp == CP_WJ || cp == 0xFEFF) return 0;
    return cp == 0x178A && before == KHMER_COENG ? 0x178F : cp == 0xA0 ? ' ' : cp;
}

static void enter(struct names *n, struct str name, enum end end)
{
    name = str_trim(name);
    uint32_t state = 1, before = 0;
    for (size_t at = 0; at < name.n;) {
        uint32_t cp = name_letter(utf8_next(name, &at), before);
        if (!cp) continue;
        state = names_enter(n, state, cp);
        before = cp;
    }
    if (state != 1 && n->ends.at[state] < end) n->ends.at[state] = (unsigned char)end;
}

void names_add(struct names *n, struct str name)
{
    enter(n, name, END_NAME);
}

void names_learn(struct names *n, struct str word)
{
    enter(n, word, END_LEARNT);
}

bool names_empty(const struct names *n)
{
    return n->branches.used == 0;
}

uint32_t names_next(const struct names *n, uint32_t state, uint32_t cp)
{
    return (uint32_t)map_number(&n->branches, branch_key(state, cp));
}

bool names_ends(const struct names *n, uint32_t state)
{
    return n->ends.at[state] == END_NAME;
}

bool names_learnt(const struct names *n, uint32_t state)
{
    return n->ends.at[state] == END_LEARNT;
}
