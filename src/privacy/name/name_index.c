#include "privacy/name/name_index.h"

#include "khmer/breaks.h"
#include "khmer/lexicon.h"
#include "privacy/name/name_shape.h"
#include "privacy/name/near_names.h"
#include "privacy/name/ordinary_words.h"
#include "privacy/name/titles.h"

enum {
    PARTS = 16,     /* of a name; what is beyond is its last part */
    ALL_ORDERS = 4, /* so many are taken in every order, and with every choice of initials */
    WHOLE_LEAST = 3 /* syllables of a part that no line of Khmer words may cut */
};

struct name_index_parts {
    struct folded_text at[PARTS];
    size_t n;
};

/* -- spellings ------------------------------------------------------------------------------------------- */

static void note(struct arena *a, struct indexed_name *r, struct folded_text word, unsigned flag)
{
    uint32_t state = 1;
    if (!word.n) return;
    names_add(r->trie, folded_text_str(a, word));
    for (size_t i = 0; i < word.n; i++) state = names_next(r->trie, state, word.at[i].cp);
    while (r->flags.n <= state) VEC_ADD(a, r->flags, 0);
    r->flags.at[state] |= (unsigned short)flag;
}

/* Its bones, too, where enough is left of them. */
static void note_both(struct arena *a, struct name_index *r, struct folded_text word, unsigned flag)
{
    enum { BONES_LEAST = 4 };
    struct folded_text bones = folded_text_bones(a, word);
    note(a, &r->exact, word, flag);
    if (bones.n >= BONES_LEAST || flag & (NAME_INDEX_TITLE | NAME_INDEX_WORD))
        note(a, &r->bones, bones, flag);
}

unsigned name_index_kinds(const struct indexed_name *r, uint32_t state)
{
    return state > 1 && state < r->flags.n ? r->flags.at[state] : 0;
}

static struct folded_text joined(struct arena *a, const struct name_index_parts *x)
{
    struct folded_text all = {0};
    for (size_t i = 0; i < x->n; i++) all.n += x->at[i].n;
    all.at = ARENA_MANY(a, struct folded_text_letter, all.n);
    size_t k = 0;
    for (size_t i = 0; i < x->n; i++)
        for (size_t j = 0; j < x->at[i].n; j++) all.at[k++] = x->at[i].at[j];
    return all;
}

static bool has_digit(struct folded_text s)
{
    for (size_t i = 0; i < s.n; i++)
        if (folded_text_digit(s.at[i].cp)) return true;
    return false;
}

static bool is_latin(struct folded_text part)
{
    return folded_text_latin(part.at[0].cp);
}

/* -- names ----------------------------------------------------------------------------------------------- */

/* Parts in this order, two or more: by their letters, and each part by its bones. */
static void note_full(struct arena *a, struct name_index *r, const struct name_index_parts *x)
{
    struct name_index_parts bones = {.n = x->n};
    struct folded_text whole = joined(a, x);
    unsigned common = NAME_INDEX_COMMON;
    for (size_t i = 0; i < x->n; i++) {
        bones.at[i] = folded_text_bones(a, x->at[i]);
        if (!ordinary_words_common(r->ordinary, x->at[i])) common = 0;
    }
    note(a, &r->exact, whole, NAME_INDEX_FULL | common);
    note(a, &r->bones, joined(a, &bones), NAME_INDEX_FULL | common);
}

/* S. Dara, Sok D., Keo B. Vicheka; S.D. */
static void note_initial_set(struct arena *a, struct name_index *r, const struct name_index_parts *x,
                             unsigned set)
{
    struct name_index_parts some = *x;
    size_t letters = 0;
    for (size_t i = 0; i < x->n; i++) {
        if (set >> i & 1)
            some.at[i].n = 1;
        else
            letters += some.at[i].n;
    }
    if (letters > 1 || (letters == 1 && !is_latin(x->at[0])))
        note(a, &r->exact, joined(a, &some), NAME_INDEX_MIXED);
    if (letters == 0) note(a, &r->exact, joined(a, &some), NAME_INDEX_INITIALS);
}

/* Of a long name those where all but one or none are initials. */
static void note_initials(struct arena *a, struct name_index *r, const struct name_index_parts *x)
{
    unsigned all = (1u << x->n) - 1;
    for (unsigned set = 1; set < all && x->n <= ALL_ORDERS; set++) note_initial_set(a, r, x, set);
    for (size_t i = 0; i < x->n && x->n > ALL_ORDERS; i++) note_initial_set(a, r, x, all & ~(1u << i));
    note_initial_set(a, r, x, all);
}

/* Of a long name's parts those stand together that are neighbours, or one of them first or last. */
static bool stand_together(size_t i, size_t k, size_t n)
{
    enum { ALL_PAIRS = 6 };
    if (i == k) return false;
    return n <= ALL_PAIRS || i + 1 == k || k + 1 == i || !i || !k || i + 1 == n || k + 1 == n;
}

static void note_pairs(struct arena *a, struct name_index *r, const struct name_index_parts *x)
{
    for (size_t i = 0; i < x->n; i++)
        for (size_t k = 0; k < x->n; k++) {
            struct name_index_parts pair = {{x->at[i], x->at[k]}, 2};
            if (!stand_together(i, k, x->n)) continue;
            note_full(a, r, &pair);
            pair.at[0].n = 1;
            note(a, &r->exact, joined(a, &pair), NAME_INDEX_MIXED);
            pair.at[0] = x->at[i];
            pair.at[1].n = 1;
            note(a, &r->exact, joined(a, &pair), NAME_INDEX_MIXED);
        }
}

/* The family name in one script, the given one in the other. */
static void note_scripts(struct arena *a, struct name_index *r, const struct name_index_parts *x,
                         const struct name_index_parts *y)
{
    for (size_t i = 0; i < x->n && x->n <= ALL_ORDERS; i++)
        for (size_t k = 0; k < y->n && y->n <= ALL_ORDERS; k++) {
            struct name_index_parts pair = {{x->at[i], y->at[k]}, 2}, turned = {{y->at[k], x->at[i]}, 2};
            note_full(a, r, &pair);
            note_full(a, r, &turned);
        }
}

static void swap_parts(struct name_index_parts *x, size_t i, size_t k)
{
    struct folded_text kept = x->at[i];
    x->at[i] = x->at[k];
    x->at[k] = kept;
}

/* Every order of three parts and more, from the one that is chosen on. */
static void note_orders(struct arena *a, struct name_index *r, struct name_index_parts *x, size_t chosen)
{
    if (chosen > 2) {
        struct name_index_parts some = *x;
        some.n = chosen;
        note_full(a, r, &some);
    }
    for (size_t i = chosen; i < x->n; i++) {
        swap_parts(x, chosen, i);
        note_orders(a, r, x, chosen + 1);
        swap_parts(x, chosen, i);
    }
}

static void note_turns(struct arena *a, struct name_index *r, const struct name_index_parts *x)
{
    for (size_t turn = 0; turn < x->n; turn++) {
        struct name_index_parts turned = {.n = x->n};
        for (size_t i = 0; i < x->n; i++) turned.at[i] = x->at[(i + turn) % x->n];
        note_full(a, r, &turned);
    }
}

static void note_near(struct arena *a, struct name_index *r, const struct name_index_parts *x)
{
    struct str latin[PARTS];
    size_t n = 0;
    for (size_t i = 0; i < x->n; i++)
        if (is_latin(x->at[i])) latin[n++] = folded_text_str(a, x->at[i]);
    near_names_add(r->near, latin, n);
}

/* The last syllable of a part, and the last two: លោកហុង is Menghong. */
static void note_tails(struct arena *a, struct name_index *r, struct folded_text part)
{
    enum { MOST = 2, LEAST = 2 };
    int syllables = 0;
    for (size_t i = part.n; i-- > 1 && syllables < MOST;) {
        if (!(part.at[i].marks & FOLDED_TEXT_START)) continue;
        struct folded_text tail = {part.at + i, part.n - i};
        if (tail.n < LEAST) continue;
        syllables++;
        note(a, &r->exact, tail, NAME_INDEX_TAIL);
    }
}

static bool is_long(struct folded_text part)
{
    return folded_text_clusters(part) >= WHOLE_LEAST && !ordinary_words_known(part.at, part.n);
}

static void note_parts(struct arena *a, struct name_index *r, const struct name_index_parts *x)
{
    for (size_t i = 0; i < x->n; i++) {
        struct folded_text part = x->at[i];
        if (part.n < 2) continue;
        static const unsigned LONE[] = {[ORDINARY_WORDS_ELSE] = 0,
                                        [ORDINARY_WORDS_MEANT] = NAME_INDEX_LONE | NAME_INDEX_MEANT,
                                        [ORDINARY_WORDS_SHORT] = NAME_INDEX_LONE | NAME_INDEX_SHORT,
                                        [ORDINARY_WORDS_NOBODY_ELSE] = NAME_INDEX_LONE};
        unsigned common = ordinary_words_common(r->ordinary, part) ? NAME_INDEX_COMMON : 0;
        unsigned kinds = NAME_INDEX_PART | common | LONE[ordinary_words_part(r->ordinary, part)];
        if (part.n > 2)
            note_both(a, r, part, kinds);
        else
            note(a, &r->exact, part, kinds);
        if (is_latin(part)) continue;
        note_tails(a, r, part);
        if (is_long(part)) words_add_name(r->words, folded_text_str(a, part));
    }
}

/* The parts of a name as typed, titles at its head left out. */
static struct name_index_parts cut_name(struct arena *a, const struct name_index *r, struct str name)
{
    struct name_index_parts x = {.n = 0};
    struct folded_text all = folded_text_of(a, name);
    for (size_t i = 0; i < all.n; i++) {
        if (all.at[i].marks & FOLDED_TEXT_GAP) {
            uint32_t state = 1;
            for (size_t k = 0; x.n == 1 && k < x.at[0].n && state; k++)
                state = names_next(r->exact.trie, state, x.at[0].at[k].cp);
            if (name_index_kinds(&r->exact, state) & (NAME_INDEX_TITLE | NAME_INDEX_WORD)) x.n = 0;
            if (x.n < PARTS) x.at[x.n++] = (struct folded_text){all.at + i, 0};
        }
        if (x.n) x.at[x.n - 1].n++;
    }
    return x;
}

static void note_person(struct arena *a, struct name_index *r, const struct name_index_parts *x)
{
    if (!x->n) return;
    struct name_index_parts all = *x;
    struct folded_text whole = joined(a, x);
    if (has_digit(whole) || x->n == 1) {
        if (whole.n > 2) note(a, &r->exact, whole, NAME_INDEX_FULL);
        if (!has_digit(whole)) note_parts(a, r, x);
        return;
    }
    note_pairs(a, r, x);
    note_turns(a, r, x);
    note_initials(a, r, x);
    if (x->n <= ALL_ORDERS) note_orders(a, r, &all, 0);
    note_near(a, r, x);
    note_parts(a, r, x);
}

/* What may be a name or what stands beside one: names have parts, and roles of one word are left alone. */
static void note_stray(struct arena *a, struct name_index *r, struct str typed)
{
    struct name_index_parts x = cut_name(a, r, typed);
    if (x.n > 1) note_person(a, r, &x);
}

static void note_participant(struct arena *a, struct name_index *r, const struct participant *who)
{
    struct name_index_parts x[LANG_N];
    for (int l = 0; l < LANG_N; l++) {
        x[l] = cut_name(a, r, who->name.t[l]);
        note_person(a, r, &x[l]);
        for (int k = 0; k < l; k++) note_scripts(a, r, &x[k], &x[l]);
    }
    for (size_t k = 0; k < who->nstrays; k++) note_stray(a, r, who->strays[k]);
    for (size_t k = 0; k < who->nalso; k++) note_stray(a, r, who->also[k]);
}

static void note_titles(struct arena *a, struct name_index *r, const struct corpus *c)
{
    static const unsigned FLAGS[TITLES_KINDS] = {[TITLES_SURE] = NAME_INDEX_TITLE | NAME_INDEX_SURE,
                                                 [TITLES_LOCAL] = NAME_INDEX_TITLE,
                                                 [TITLES_WORDS] = NAME_INDEX_WORD};
    for (size_t i = 0; i < c->nparticipants + c->nunread; i++)
        for (int l = 0; l < LANG_N && !c->participants[i].nstrays; l++)
            note_both(a, r, folded_text_of(a, c->participants[i].honorific.t[l]), NAME_INDEX_TITLE);
    for (int kind = 0; kind < TITLES_KINDS; kind++) {
        size_t n;
        const char *const *words = titles_of((enum titles_kind)kind, &n);
        for (size_t i = 0; i < n; i++) note_both(a, r, folded_text_of(a, str_of(words[i])), FLAGS[kind]);
    }
}

static void add_bi(struct memo_key *k, const struct bi *b)
{
    for (int l = 0; l < LANG_N; l++) memo_add(k, b->t[l]);
}

static void add_participants(struct memo_key *k, const struct participant *list, size_t n)
{
    memo_add_number(k, n);
    for (size_t i = 0; i < n; i++) {
        const struct participant *who = &list[i];
        add_bi(k, &who->honorific);
        add_bi(k, &who->name);
        memo_add_number(k, who->nstrays);
        for (size_t s = 0; s < who->nstrays; s++) memo_add(k, who->strays[s]);
        memo_add_number(k, who->nalso);
        for (size_t s = 0; s < who->nalso; s++) memo_add(k, who->also[s]);
    }
}

struct memo_key name_index_state(const struct corpus *corpus)
{
    struct memo_key k = memo_begin(MEMO_STATE);
    add_participants(&k, corpus->participants, corpus->nparticipants + corpus->nunread);
    add_participants(&k, corpus->copies, corpus->ncopies);
    for (size_t i = 0; i < corpus->nnames; i++) memo_add(&k, corpus->names[i]);
    return k;
}

struct name_index *name_index_new(struct job *job, const struct corpus *corpus)
{
    struct arena *a = job->keep;
    struct name_index *r = ARENA_ONE(a, struct name_index);
    r->exact.trie = names_new(a);
    r->bones.trie = names_new(a);
    r->near = near_names_new(a);
    r->words = words_new(a);
    r->ordinary = ordinary_words_new(job, corpus);
    r->shape = name_shape_new(a, job->scratch);
    note_titles(a, r, corpus);
    for (size_t i = 0; i < corpus->nparticipants + corpus->nunread; i++)
        note_participant(a, r, &corpus->participants[i]);
    for (size_t i = 0; i < corpus->ncopies; i++) note_participant(a, r, &corpus->copies[i]);
    return r;
}

bool name_index_shaped(const struct name_index *r, struct str word)
{
    enum { MOST = 20 };
    struct folded_text_letter letters[MOST];
    if (word.n > MOST) return false;
    for (size_t i = 0; i < word.n; i++)
        letters[i] = (struct folded_text_letter){.cp = (unsigned char)(word.s[i] | 0x20)};
    size_t one = word.n > 1 && letters[word.n - 1].cp == 's' ? word.n - 1 : word.n; /* videos */
    bool common = ordinary_words_common(r->ordinary, (struct folded_text){letters, word.n}) ||
                  ordinary_words_common(r->ordinary, (struct folded_text){letters, one});
    return !common && name_shape_latin(r->shape, letters, word.n);
}
