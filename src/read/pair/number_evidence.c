#include "read/pair/number_evidence.h"

#include "khmer/letter.h"

enum { TOLD_LEAST = 4, SHARED_LEAST = 4 /* one in so many */, DIGITS_MOST = 9, NUMBERS_MOST = 64 };

struct number_list {
    uint32_t at[NUMBERS_MOST];
    size_t n;
};

/* The first of them: more say no more. */
static void read_numbers(struct str s, struct number_list *list)
{
    uint32_t number = 0;
    int digits = 0;
    for (size_t at = 0; at <= s.n;) {
        int digit = -1;
        if (at == s.n)
            at++;
        else
            digit = khmer_digit_value(utf8_next(s, &at));
        if (digit >= 0 && digits < DIGITS_MOST) number = number * 10 + (uint32_t)digit, digits++;
        if (digit >= 0) continue;
        if (digits > 1 && list->n < NUMBERS_MOST) list->at[list->n++] = number;
        number = 0;
        digits = 0;
    }
}

static size_t count_shared(const struct number_list *a, const struct number_list *b)
{
    size_t n = 0;
    for (size_t i = 0; i < a->n; i++) {
        size_t k = 0;
        while (k < b->n && b->at[k] != a->at[i]) k++;
        n += k < b->n;
    }
    return n;
}

struct number_evidence number_evidence_of(struct arena *scratch, struct str a, struct str b)
{
    struct number_list *lists = ARENA_MANY(scratch, struct number_list, 2);
    read_numbers(a, &lists[0]);
    read_numbers(b, &lists[1]);
    return (struct number_evidence){lists[0].n + lists[1].n,
                                    count_shared(&lists[0], &lists[1]) + count_shared(&lists[1], &lists[0])};
}

bool number_evidence_against(const struct number_evidence *n)
{
    return n->told >= TOLD_LEAST && n->shared * SHARED_LEAST < n->told;
}
