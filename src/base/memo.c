#include "base/memo.h"

#include <pthread.h>
#include <stdlib.h>

enum { SLOTS_FIRST = 1 << 10 };

struct memo_entry {
    struct memo_entry *next; /* of one slot */
    struct memo_key key;
    unsigned turn; /* of its last use */
    size_t n;
    char bytes[];
};

struct memo {
    pthread_mutex_t lock;
    struct memo_entry **slots;
    size_t nslots /* a power of two */, used;
    unsigned turn;
};

/* -- keys ------------------------------------------------------------------------------------------------ */

static uint64_t stir(uint64_t h, uint64_t word, uint64_t by)
{
    h = (h ^ word) * by;
    return h ^ h >> 32;
}

void memo_add_number(struct memo_key *k, uint64_t number)
{
    k->half[0] = stir(k->half[0], number, UINT64_C(0x9E3779B97F4A7C15));
    k->half[1] = stir(k->half[1] + (number << 32 | number >> 32), number, UINT64_C(0xD6E8FEB86659FD93));
}

struct memo_key memo_begin(enum memo_kind kind)
{
    struct memo_key k = {{UINT64_C(0x6A09E667F3BCC908), UINT64_C(0xBB67AE8584CAA73B)}};
    memo_add_number(&k, kind);
    return k;
}

void memo_add(struct memo_key *k, struct str bytes)
{
    uint64_t word;
    size_t i = 0;
    memo_add_number(k, bytes.n);
    for (; i + sizeof word <= bytes.n; i += sizeof word) {
        memcpy(&word, bytes.s + i, sizeof word);
        memo_add_number(k, word);
    }
    word = 0;
    if (i == bytes.n) return;
    memcpy(&word, bytes.s + i, bytes.n - i);
    memo_add_number(k, word);
}

void memo_add_key(struct memo_key *k, struct memo_key other)
{
    for (int i = 0; i < 2; i++) memo_add_number(k, other.half[i]);
}

bool memo_same(struct memo_key a, struct memo_key b)
{
    return a.half[0] == b.half[0] && a.half[1] == b.half[1];
}

/* -- entries --------------------------------------------------------------------------------------------- */

struct memo *memo_new(void)
{
    struct memo *m = calloc(1, sizeof *m);
    if (!m) return NULL;
    m->slots = calloc(SLOTS_FIRST, sizeof(struct memo_entry *));
    if (!m->slots) return free(m), NULL;
    m->nslots = SLOTS_FIRST;
    pthread_mutex_init(&m->lock, NULL);
    return m;
}

static struct memo_entry **slot_of(const struct memo *m, struct memo_key key)
{
    return &m->slots[key.half[0] & (m->nslots - 1)];
}

/* What this build did not use, or all. */
static void drop(struct memo *m, bool all)
{
    for (size_t i = 0; i < m->nslots; i++)
        for (struct memo_entry **at = &m->slots[i], *e; (e = *at);) {
            if (!all && e->turn == m->turn) {
                at = &e->next;
                continue;
            }
            *at = e->next;
            m->used--;
            free(e);
        }
}

void memo_free(struct memo *m)
{
    if (!m) return;
    drop(m, true);
    pthread_mutex_destroy(&m->lock);
    free(m->slots);
    free(m);
}

void memo_turn(struct memo *m)
{
    if (!m) return;
    drop(m, false);
    m->turn++;
}

static struct memo_entry *find(const struct memo *m, struct memo_key key)
{
    struct memo_entry *e = *slot_of(m, key);
    while (e && !memo_same(e->key, key)) e = e->next;
    return e;
}

bool memo_find(struct memo *m, struct memo_key key, struct str *bytes)
{
    if (!m) return false;
    pthread_mutex_lock(&m->lock);
    struct memo_entry *e = find(m, key);
    if (e) e->turn = m->turn;
    pthread_mutex_unlock(&m->lock);
    if (e) *bytes = (struct str){e->bytes, e->n};
    return e != NULL;
}

/* Without memory for more slots those that there are grow longer. */
static void grow(struct memo *m)
{
    struct memo more = {.nslots = m->nslots * 2};
    if (m->used < m->nslots) return;
    more.slots = calloc(more.nslots, sizeof(struct memo_entry *));
    if (!more.slots) return;
    for (size_t i = 0; i < m->nslots; i++)
        for (struct memo_entry *e = m->slots[i], *next; e; e = next) {
            struct memo_entry **at = slot_of(&more, e->key);
            next = e->next;
            e->next = *at;
            *at = e;
        }
    free(m->slots);
    m->slots = more.slots;
    m->nslots = more.nslots;
}

void memo_keep(struct memo *m, struct memo_key key, struct str bytes)
{
    struct memo_entry *e = m ? malloc(sizeof *e + bytes.n + 1) : NULL;
    if (!e) return;
    *e = (struct memo_entry){.key = key, .turn = 0, .n = bytes.n};
    if (bytes.n) memcpy(e->bytes, bytes.s, bytes.n);
    e->bytes[bytes.n] = 0;
    pthread_mutex_lock(&m->lock);
    if (find(m, key)) {
        free(e);
    } else {
        grow(m);
        e->turn = m->turn;
        e->next = *slot_of(m, key);
        *slot_of(m, key) = e;
        m->used++;
    }
    pthread_mutex_unlock(&m->lock);
}
