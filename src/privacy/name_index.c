#include "privacy/name_index.h"

#include "khmer/lexicon.h"
#include "privacy/ordinary_words.h"

enum {
    PARTS = 6,      /* of a name */
    ALL_ORDERS = 4, /* so many are taken in every order */
    NEAR_LEAST = 8  /* letters of a full name that a near miss is taken for */
};

struct name_index_parts {
    struct folded_text at[PARTS];
    size_t n;
};

/* -- spellings ------------------------------------------------------------------------------------------- */

static uint32_t note(struct arena *a, struct indexed_name *r, struct folded_text word, unsigned flag)
{
    uint32_t state = 1;
    if (!word.n) return 0;
    names_add(r->trie, folded_text_str(a, word));
    for (size_t i = 0; i < word.n; i++) state = names_next(r->trie, state, word.at[i].cp);
    while (r->flags.n <= state) VEC_ADD(a, r->flags, 0);
    r->flags.at[state] |= (unsigned char)flag;
    return state;
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

size_t name_index_beside(const struct indexed_name *r, uint32_t state)
{
    return state > 1 && state < r->first.n ? r->first.at[state] : 0;
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
        if ((s.at[i].cp >= '0' && s.at[i].cp <= '9') || (s.at[i].cp >= 0x17E0 && s.at[i].cp <= 0x17E9))
            return true;
    return false;
}

static bool is_latin(struct folded_text part)
{
    return folded_text_latin(part.at[0].cp);
}

/* -- names ----------------------------------------------------------------------------------------------- */

static void note_near(struct arena *a, struct name_index *r, struct folded_text whole)
{
    struct str s = folded_text_str(a, whole);
    if (!is_latin(whole) || whole.n < NEAR_LEAST || s.n >= NAME_INDEX_BUCKETS) return;
    VEC_ADD(a, r->near[s.n], s);
}

/* Parts in this order, two or more: by their letters, and each part by its bones. */
static void note_full(struct arena *a, struct name_index *r, const struct name_index_parts *x)
{
    struct name_index_parts bones = {.n = x->n};
    struct folded_text whole = joined(a, x);
    unsigned common = NAME_INDEX_COMMON;
    for (size_t i = 0; i < x->n; i++) {
        bones.at[i] = folded_text_bones(a, x->at[i]);
        if (!ordinary_words_common(r->lone, x->at[i])) common = 0;
    }
    uint32_t state = note(a, &r->exact, whole, 0);
    bool again = name_index_kinds(&r->exact, state) & NAME_INDEX_FULL;
    note(a, &r->exact, whole, NAME_INDEX_FULL | common);
    note(a, &r->bones, joined(a, &bones), NAME_INDEX_FULL | common);
    if (!again && !has_digit(whole)) note_near(a, r, whole);
}

/* S. Dara, Sok D., Keo B. Vicheka; S.D. */
static void note_initials(struct arena *a, struct name_index *r, const struct name_index_parts *x)
{
    for (unsigned set = 1; set < 1u << x->n; set++) {
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
}

static void note_pairs(struct arena *a, struct name_index *r, const struct name_index_parts *x)
{
    for (size_t i = 0; i < x->n; i++)
        for (size_t k = 0; k < x->n; k++) {
            struct name_index_parts pair = {{x->at[i], x->at[k]}, 2};
            if (i == k) continue;
            note_full(a, r, &pair);
            pair.at[0].n = 1;
            note(a, &r->exact, joined(a, &pair), NAME_INDEX_MIXED);
            pair.at[0] = x->at[i];
            pair.at[1].n = 1;
            note(a, &r->exact, joined(a, &pair), NAME_INDEX_MIXED);
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

/* Whoever is written with this part is written with the others beside it. */
static void note_beside(struct arena *a, struct name_index *r, const struct name_index_parts *x)
{
    for (size_t i = 0; i < x->n; i++) {
        if (!is_latin(x->at[i])) continue;
        struct indexed_name *b = &r->bones;
        uint32_t state = note(a, b, folded_text_bones(a, x->at[i]), 0);
        if (!b->beside.n) VEC_ADD(a, b->beside, (struct name_index_beside){0});
        while (b->first.n <= state) VEC_ADD(a, b->first, 0);
        for (size_t k = 0; k < x->n; k++) {
            if (i == k) continue;
            struct str part = folded_text_str(a, folded_text_bones(a, x->at[k]));
            VEC_ADD(a, b->beside, (struct name_index_beside){part, b->first.at[state]});
            b->first.at[state] = b->beside.n - 1;
        }
    }
}

static void note_parts(struct arena *a, struct name_index *r, const struct name_index_parts *x)
{
    for (size_t i = 0; i < x->n; i++) {
        if (x->at[i].n < 2) continue;
        bool common = ordinary_words_common(r->lone, x->at[i]),
             lone = x->at[i].n > 2 && ordinary_words_part(r->lone, x->at[i]);
        unsigned kinds = (common ? NAME_INDEX_COMMON : 0) | (lone ? NAME_INDEX_LONE : 0);
        if (x->at[i].n > 2)
            note_both(a, r, x->at[i], NAME_INDEX_PART | kinds);
        else
            note(a, &r->exact, x->at[i], kinds);
    }
}

/* Words that stand before a name, typed without spaces and signs. */
static const char *const TITLES[] = {
    "mr",         "mrs",    "ms",      "miss",    "mister",     "dr",      "prof",   "madame",
    "excellency", "lok",    "neak",    "lokkru",  "neakkru",    "lokneak", "bong",   "kru",
    "loksrey",    "លោក",    "លោកស្រី",   "លោកគ្រូ",   "អ្នកគ្រូ",      "អ្នកនាង",  "កញ្ញា",   "បណ្ឌិត",
    "លោកបណ្ឌិត",    "ឯកឧត្តម", "លោកជំទាវ", "លោកនាយក", "សាស្ត្រាចារ្យ", "លោកតា",   "លោកយាយ", "អ្នកស្រី",
    "បង",         "ពូ",      "មីង",      "គ្រូ",      "នាយក",       "នាយិកា",   "លោកអ្នក"};

/* Words that mean something else, too, where a word follows that is a name: "teacher day". */
static const char *const TITLE_WORDS[] = {"doctor",   "professor", "teacher", "madam", "sir",
                                          "director", "principal", "he",      "bong"};

/* The parts of a name as typed, honorifics at its head left out. */
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

static void note_person(struct arena *a, struct name_index *r, struct str name)
{
    struct name_index_parts x = cut_name(a, r, name);
    if (!x.n) return;
    struct folded_text whole = joined(a, &x);
    if (has_digit(whole) || x.n == 1) {
        if (whole.n > 2) note(a, &r->exact, whole, NAME_INDEX_FULL);
        return;
    }
    note_pairs(a, r, &x);
    note_turns(a, r, &x);
    note_initials(a, r, &x);
    if (x.n <= ALL_ORDERS) note_orders(a, r, &x, 0);
    note_beside(a, r, &x);
    note_parts(a, r, &x);
}

/* What may be a name or what stands beside one: names have parts, and roles of one word are left alone. */
static void note_stray(struct arena *a, struct name_index *r, struct str typed)
{
    if (cut_name(a, r, typed).n > 1) note_person(a, r, typed);
}

static void note_titles(struct arena *a, struct name_index *r, const struct corpus *c)
{
    for (size_t i = 0; i < c->nparticipants + c->nunread; i++)
        for (int l = 0; l < LANG_N && !c->participants[i].nstrays; l++)
            note_both(a, r, folded_text_of(a, c->participants[i].honorific.t[l]), NAME_INDEX_TITLE);
    for (size_t i = 0; i < sizeof TITLES / sizeof *TITLES; i++)
        note_both(a, r, folded_text_of(a, str_of(TITLES[i])), NAME_INDEX_TITLE);
    for (size_t i = 0; i < sizeof TITLE_WORDS / sizeof *TITLE_WORDS; i++)
        note_both(a, r, folded_text_of(a, str_of(TITLE_WORDS[i])), NAME_INDEX_WORD);
}

struct name_index *name_index_new(struct job *job, const struct corpus *corpus)
{
    struct arena *a = job->keep;
    struct name_index *r = ARENA_ONE(a, struct name_index);
    r->any = corpus->nparticipants + corpus->nunread > 0;
    if (!r->any) return r;
    r->exact.trie = names_new(a);
    r->bones.trie = names_new(a);
    r->lone = ordinary_words_new(job, corpus);
    note_titles(a, r, corpus);
    for (size_t i = 0; i < corpus->nparticipants + corpus->nunread; i++)
        for (int l = 0; l < LANG_N; l++) note_person(a, r, corpus->participants[i].name.t[l]);
    for (size_t i = 0; i < corpus->nparticipants + corpus->nunread; i++)
        for (size_t k = 0; k < corpus->participants[i].nstrays; k++)
            note_stray(a, r, corpus->participants[i].strays[k]);
    return r;
}
