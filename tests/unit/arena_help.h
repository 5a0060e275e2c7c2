/* An arena for each test, or for a group of them. */
#ifndef TESTS_ARENA_HELP_H
#define TESTS_ARENA_HELP_H

#include "base/arena.h"

static inline int arena_start(void **state)
{
    *state = arena_new();
    return 0;
}

static inline int arena_end(void **state)
{
    arena_free(*state);
    return 0;
}

#endif
