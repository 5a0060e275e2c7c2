#include "privacy/name/near_names.h"

#include "base/map.h"

enum {
    LETTERS = 32,    /* of a part that is looked for nearly */
    CANDIDATES = 48, /* parts that a word is held against */
    SLIP_LEAST = 3   /* letters of a word in which one may be wrong */
};

struct near_sound { /* how a part sounds, roughly, and its consonants */
    char at[LETTERS + 1], bones[LETTERS + 1];
    size_t n, nbones;
};

struct near_part {
    struct str letters;
    struct near_sound sound;
};

struct near_link {
    size_t part, next; /* from 1; 0 ends */
};

struct near_names {
    struct arena *arena;
    struct map numbers; /* a part → which one */
    struct map keys;    /* of near spellings → the first link */
    struct map pairs;   /* parts of one name */
    VEC(struct near_part) parts;
    VEC(struct near_link) links;
};

struct near_found {
    size_t at[CANDIDATES], n;
    bool exact; /* the first is the word itself */
};

/* -- sounds ---------------------------------------------------------------------------------------------- */

static bool is_vowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

static char one_letter(char c)
{
    static const char from[] = "jzwyqfx", to[] = "csvikps";
    const char *at = c ? strchr(from, c) : NULL;
    return at ? to[at - from] : c;
}

static struct near_sound sound_of(struct str w)
{
    struct near_sound s = {.n = 0};
    for (size_t i = 0; i < w.n && i < LETTERS; i++) {
        char c = one_letter(w.s[i]);
        bool breath = c == 'h' && i > 0 && (strchr("ptkcbdgs", one_letter(w.s[i - 1])) || i + 1 == w.n);
        if (breath || (s.n && s.at[s.n - 1] == c)) continue;
        s.at[s.n++] = c;
        if (!is_vowel(c) || s.n == 1) s.bones[s.nbones++] = is_vowel(c) ? 'a' : c;
    }
    return s;
}

/* -- keys ------------------------------------------------------------------------------------------------ */

static uint64_t key_of(char kind, struct str s)
{
    return map_hash(str_hash(s), (uint64_t)kind);
}

static uint64_t key_less(struct str w, size_t i, char *room)
{
    memcpy(room, w.s, i);
    memcpy(room + i, w.s + i + 1, w.n - i - 1);
    return key_of('d', (struct str){room, w.n - 1});
}

static void link_key(struct near_names *x, uint64_t key, size_t part)
{
    size_t first = map_number(&x->keys, key);
    if (first && x->links.at[first].part == part) return;
    VEC_ADD(x->arena, x->links, (struct near_link){part, first});
    map_put_number(&x->keys, key, x->links.n - 1);
}

static size_t number_of(struct near_names *x, struct str part)
{
    char room[LETTERS];
    size_t number = map_number(&x->numbers, str_hash(part));
    if (number) return number;
    VEC_ADD(x->arena, x->parts, (struct near_part){str_copy(x->arena, part), sound_of(part)});
    number = x->parts.n - 1;
    map_put_number(&x->numbers, str_hash(part), number);
    struct near_sound s = x->parts.at[number].sound;
    link_key(x, key_of('s', (struct str){s.bones, s.nbones}), number);
    link_key(x, key_of('d', part), number);
    for (size_t i = 0; i < part.n; i++) link_key(x, key_less(part, i, room), number);
    return number;
}

static uint64_t pair_key(size_t a, size_t b)
{
    return a < b ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a;
}

struct near_names *near_names_new(struct arena *a)
{
    struct near_names *x = ARENA_ONE(a, struct near_names);
    *x = (struct near_names){.arena = a, .numbers = MAP(a), .keys = MAP(a), .pairs = MAP(a)};
    VEC_ADD(a, x->parts, (struct near_part){0});
    VEC_ADD(a, x->links, (struct near_link){0});
    return x;
}

static bool is_looked_for(struct str part)
{
    return part.n >= 2 && part.n <= LETTERS;
}

void near_names_add(struct near_names *x, const struct str *parts, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (size_t k = i + 1; k < n; k++)
            if (is_looked_for(parts[i]) && is_looked_for(parts[k]))
                map_put_number(&x->pairs, pair_key(number_of(x, parts[i]), number_of(x, parts[k])), 1);
}

/* -- held against each other ----------------------------------------------------------------------------- */

/* One letter changed, left out or put in, or two neighbours swapped. */
static bool is_slip(struct str a, struct str b)
{
    size_t least = a.n < b.n ? a.n : b.n, head = 0, tail = 0;
    while (head < least && a.s[head] == b.s[head]) head++;
    while (tail < least - head && a.s[a.n - 1 - tail] == b.s[b.n - 1 - tail]) tail++;
    size_t left = a.n - head - tail, right = b.n - head - tail;
    if (left <= 1 && right <= 1) return true;
    return left == 2 && right == 2 && a.s[head] == b.s[head + 1] && a.s[head + 1] == b.s[head];
}

static bool sounds_alike(const struct near_sound *a, const struct near_sound *b)
{
    enum { MOST = 2, VOWELS_LEAST = 2 };
    struct str x = {a->at, a->n}, y = {b->at, b->n};
    if (str_eq(x, y)) return true;
    if (!str_eq((struct str){a->bones, a->nbones}, (struct str){b->bones, b->nbones})) return false;
    return a->nbones >= VOWELS_LEAST && str_distance(x, y, MOST) <= MOST;
}

static bool has(const struct near_found *f, size_t part)
{
    for (size_t i = 0; i < f->n; i++)
        if (f->at[i] == part) return true;
    return false;
}

static void take(const struct near_names *x, uint64_t key, struct near_word w, const struct near_sound *sound,
                 struct near_found *f)
{
    size_t tried = 0;
    for (size_t l = map_number(&x->keys, key); l && f->n < CANDIDATES && tried < 8 * CANDIDATES; tried++) {
        size_t part = x->links.at[l].part;
        const struct near_part *p = &x->parts.at[part];
        bool slip = w.letters.n >= SLIP_LEAST || p->letters.n >= SLIP_LEAST;
        l = x->links.at[l].next;
        if (has(f, part)) continue;
        if ((slip && is_slip(w.letters, p->letters)) || sounds_alike(sound, &p->sound)) f->at[f->n++] = part;
    }
}

static struct near_found look_up(const struct near_names *x, struct near_word w)
{
    char room[LETTERS];
    struct near_found f = {.n = 0};
    struct near_sound sound = sound_of(w.letters);
    size_t self = map_number(&x->numbers, str_hash(w.letters));
    if (self && str_eq(x->parts.at[self].letters, w.letters)) f.at[f.n++] = self, f.exact = true;
    take(x, key_of('d', w.letters), w, &sound, &f);
    for (size_t i = 0; i < w.letters.n; i++) take(x, key_less(w.letters, i, room), w, &sound, &f);
    take(x, key_of('s', (struct str){sound.bones, sound.nbones}), w, &sound, &f);
    return f;
}

/* May two candidates mean a person? Short words, and everyday ones, need the other part to be itself. */
static bool is_enough(const struct near_word *w, bool exact, const struct near_word *other, bool other_exact)
{
    enum { TOGETHER = 4, BOTH = 7, LEAST = 3 };
    size_t n = w->letters.n + other->letters.n;
    if (exact && other_exact) return false; /* that is no misspelling */
    if (!exact && !other_exact)
        return n >= BOTH && w->letters.n >= LEAST && other->letters.n >= LEAST && !w->ordinary &&
               !other->ordinary;
    const struct near_word *self = exact ? w : other, *odd = exact ? other : w;
    return n >= TOGETHER && !(self->ordinary && (odd->letters.n < LEAST || odd->ordinary));
}

bool near_names_are(const struct near_names *x, struct near_word a, struct near_word b)
{
    if (!is_looked_for(a.letters) || !is_looked_for(b.letters)) return false;
    struct near_found first = look_up(x, a);
    if (!first.n) return false;
    struct near_found second = look_up(x, b);
    for (size_t i = 0; i < first.n; i++)
        for (size_t k = 0; k < second.n; k++)
            if (map_number(&x->pairs, pair_key(first.at[i], second.at[k])) &&
                is_enough(&a, first.exact && !i, &b, second.exact && !k))
                return true;
    return false;
}
