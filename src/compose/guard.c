#include "compose/guard.h"

#include "compose/lone.h"
#include "compose/reach.h"
#include "compose/scan.h"
#include "khmer/breaks.h"
#include "khmer/lexicon.h"

/* What a spelling in the trie is. */
enum { FULL = 1, PART = 2, TITLE = 4, INITIAL = 8, LONE = 16 };
enum {
    PARTS = 6,      /* of a name */
    BUCKETS = 64,   /* of Latin names by length */
    NEAR_LEAST = 8, /* letters of a full name that a near miss is taken for */
    SMALL_LEAST = 5 /* letters of a name's part that is known in small letters, too */
};

struct guard {
    struct names *trie;
    VEC(unsigned char) flags; /* by the trie's state */
    VEC(struct str) near[BUCKETS];
    bool any;
    struct lone *lone;
    struct words *words; /* of the language, once they are asked for */
};

/* A text in which names are looked for. */
struct search {
    struct pen *p;
    struct guard *g;
    struct scan s;
    struct str text;
    unsigned char *brk; /* where its words may part, once that is asked for */
};

/* -- the names ------------------------------------------------------------------------------------------- */

static void note(struct pen *p, struct guard *g, struct scan word, unsigned flag)
{
    uint32_t state = 1;
    if (!word.n) return;
    names_add(g->trie, scan_str(p->a, word));
    for (size_t i = 0; i < word.n; i++) state = names_next(g->trie, state, word.at[i].cp);
    while (g->flags.n <= state) VEC_ADD(p->a, g->flags, 0);
    g->flags.at[state] |= (unsigned char)flag;
}

static struct scan joined(struct arena *a, const struct scan *parts, size_t n)
{
    struct scan all = {0};
    for (size_t i = 0; i < n; i++) all.n += parts[i].n;
    all.at = ARENA_MANY(a, struct scan_letter, all.n);
    size_t k = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < parts[i].n; j++) all.at[k++] = parts[i].at[j];
    return all;
}

static bool has_digit(struct scan s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((s.at[i].cp >= '0' && s.at[i].cp <= '9') || (s.at[i].cp >= 0x17E0 && s.at[i].cp <= 0x17E9))
            return true;
    return false;
}

static void note_near(struct pen *p, struct guard *g, struct scan whole)
{
    struct str s = scan_str(p->a, whole);
    if (!scan_latin(whole.at[0].cp) || whole.n < NEAR_LEAST || s.n >= BUCKETS) return;
    VEC_ADD(p->a, g->near[s.n], s);
}

/* A full name, in the order of these parts. */
static void note_full(struct pen *p, struct guard *g, const struct scan *parts, size_t n)
{
    struct scan whole = joined(p->a, parts, n);
    note(p, g, whole, FULL);
    if (n > 1 && !has_digit(whole)) note_near(p, g, whole);
}

/* S. Dara */
static void note_initial(struct pen *p, struct guard *g, struct scan first, struct scan rest)
{
    struct scan parts[] = {{first.at, 1}, rest};
    if (scan_latin(first.at[0].cp) && scan_latin(rest.at[0].cp) && rest.n > 2)
        note(p, g, joined(p->a, parts, 2), INITIAL);
}

static void note_orders(struct pen *p, struct guard *g, struct scan *parts, size_t n)
{
    struct scan ends[] = {parts[n - 1], parts[0]}, turned[PARTS];
    note_full(p, g, parts, n);
    if (n < 2) return;
    for (size_t i = 0; i < n; i++) turned[i] = parts[(i + 1) % n];
    note_full(p, g, turned, n); /* the first goes last */
    turned[0] = parts[n - 1];
    for (size_t i = 1; i < n; i++) turned[i] = parts[i - 1];
    note_full(p, g, turned, n); /* the last comes first */
    note_full(p, g, ends, 2);
    note_full(p, g, (struct scan[]){ends[1], ends[0]}, 2);
    note_initial(p, g, parts[0], parts[n - 1]);
    note_initial(p, g, parts[n - 1], parts[0]);
}

/* Words that stand before a name, typed without spaces and signs. */
static const char *const TITLES[] = {
    "mr",         "mrs",     "ms",      "miss",    "mister",     "dr",       "doctor",    "prof",
    "professor",  "teacher", "madam",   "madame",  "sir",        "director", "principal", "he",
    "excellency", "lok",     "neak",    "lokkru",  "neakkru",    "lokneak",  "bong",      "kru",
    "loksrey",    "លោក",     "លោកស្រី",   "លោកគ្រូ",   "អ្នកគ្រូ",      "អ្នកនាង",   "កញ្ញា",      "បណ្ឌិត",
    "លោកបណ្ឌិត",    "ឯកឧត្តម",  "លោកជំទាវ", "លោកនាយក", "សាស្ត្រាចារ្យ", "លោកតា",    "លោកយាយ",    "អ្នកស្រី",
    "បង",         "ពូ",       "មីង",      "គ្រូ",      "នាយក",       "នាយិកា",    "លោកអ្នក"};

static bool is_title(const struct guard *g, struct scan part)
{
    uint32_t state = 1;
    for (size_t i = 0; i < part.n && state; i++) state = names_next(g->trie, state, part.at[i].cp);
    return state > 1 && state < g->flags.n && g->flags.at[state] & TITLE;
}

/* The parts of a name as typed, honorifics at its head left out. */
static size_t cut_name(struct pen *p, const struct guard *g, struct str name, struct scan *parts)
{
    size_t n = 0;
    struct scan all = scan_text(p->a, name);
    for (size_t i = 0; i < all.n; i++) {
        if (all.at[i].marks & SCAN_GAP) {
            if (n == 1 && is_title(g, parts[0])) n = 0;
            if (n < PARTS) parts[n++] = (struct scan){all.at + i, 0};
        }
        if (n) parts[n - 1].n++;
    }
    return n;
}

static void note_person(struct pen *p, struct guard *g, struct str name)
{
    struct scan parts[PARTS];
    size_t n = cut_name(p, g, name, parts);
    if (!n) return;
    struct scan whole = joined(p->a, parts, n);
    if (has_digit(whole) || n == 1) {
        if (whole.n > 2) note(p, g, whole, FULL);
        return;
    }
    note_orders(p, g, parts, n);
    for (size_t i = 0; i < n; i++)
        if (parts[i].n > 2) note(p, g, parts[i], PART | (lone_part(g->lone, parts[i]) ? LONE : 0));
}

static struct guard *guard_of(struct pen *p)
{
    if (p->guard) return p->guard;
    struct guard *g = p->guard = ARENA_ONE(p->a, struct guard);
    const struct corpus *c = p->corpus;
    g->trie = names_new(p->a);
    g->any = c->nparticipants > 0;
    if (g->any) g->lone = lone_new(p);
    for (size_t i = 0; g->any && i < sizeof TITLES / sizeof *TITLES; i++)
        note(p, g, scan_text(p->a, str_of(TITLES[i])), TITLE);
    for (size_t i = 0; i < c->nparticipants; i++)
        for (int l = 0; l < LANG_N; l++)
            note(p, g, scan_text(p->a, c->participants[i].honorific.t[l]), TITLE);
    for (size_t i = 0; i < c->nparticipants; i++)
        for (int l = 0; l < LANG_N; l++) note_person(p, g, c->participants[i].name.t[l]);
    return g;
}

/* -- finding them ---------------------------------------------------------------------------------------- */

/* The end of the longest spelling with one of the flags that begins at i; 0 where none does. */
static size_t longest(const struct guard *g, struct scan s, size_t i, unsigned flags, unsigned *found)
{
    size_t end = 0;
    uint32_t state = 1;
    for (size_t k = i; k < s.n && (state = names_next(g->trie, state, s.at[k].cp)) != 0; k++) {
        unsigned here = state < g->flags.n ? g->flags.at[state] & flags : 0;
        if (!here || !scan_ends(s, k + 1)) continue;
        end = k + 1;
        *found = here;
    }
    return end;
}

/* An initial stands apart: "S. Dara". */
static bool stands_apart(struct scan s, size_t i)
{
    return s.at[i].marks & SCAN_UPPER && s.at[i + 1].marks & SCAN_GAP;
}

/* A capital inside a sentence, of a name's part that is no short word. */
static bool capital_part(struct scan s, size_t i, size_t end)
{
    return s.at[i].marks & SCAN_UPPER && !(s.at[i].marks & SCAN_STOP) && end - i > 3;
}

static const unsigned char *parted(struct search *x)
{
    if (!x->g->words) x->g->words = words_new(x->p->a);
    if (!x->brk) {
        x->brk = arena_get(x->p->job->scratch, x->text.n + 1);
        breaks_find(x->g->words, x->p->job->scratch, x->text, x->brk);
    }
    return x->brk;
}

/* A part of a Khmer name is often the beginning of a word, too: "science" begins like Vichea. */
static bool longer_word(struct search *x, size_t from, size_t end)
{
    struct scan s = x->s;
    if (scan_latin(s.at[from].cp) || end >= s.n || s.at[end].marks & SCAN_GAP) return false;
    const unsigned char *brk = parted(x);
    return brk[s.at[from].from] >= BRK_WORD && brk[s.at[end].from] < BRK_WORD;
}

static bool begins_word(struct search *x, size_t i)
{
    return i == 0 || i >= x->s.n || x->s.at[i].marks & SCAN_GAP || parted(x)[x->s.at[i].from] >= BRK_WORD;
}

/* Is a letter inside a word of the Khmer list? */
static bool inside_known(struct search *x, size_t at)
{
    enum { FAR = 48 }; /* letters: no word is longer */
    size_t from = at, to = at;
    if (begins_word(x, at)) return false;
    while (!begins_word(x, from) && at - from < FAR) from--;
    while (!begins_word(x, to) && to - at < FAR) to++;
    return lone_known(x->s.at + from, to - from);
}

/* A part that stands alone: in Khmer wherever it cuts no word; in Latin letters as a word, in small ones
 * where it is not too short. */
static bool alone(struct search *x, size_t from, size_t end)
{
    const struct scan_letter *at = &x->s.at[from];
    if (scan_latin(at->cp)) return at->marks & SCAN_UPPER || end - from >= SMALL_LEAST;
    return !inside_known(x, from) && !inside_known(x, end);
}

/* The end of the name behind an honorific at i; *from: where it begins. */
static size_t titled(struct search *x, size_t i, size_t *from)
{
    const struct guard *g = x->g;
    struct scan s = x->s;
    uint32_t state = 1;
    size_t end = 0;
    unsigned found = 0;
    for (size_t k = i; k + 1 < s.n && (state = names_next(g->trie, state, s.at[k].cp)) != 0; k++) {
        if (state >= g->flags.n || !(g->flags.at[state] & TITLE) || !scan_ends(s, k + 1)) continue;
        size_t to = longest(g, s, k + 1, FULL | PART, &found);
        if (to && (found & FULL || !longer_word(x, k + 1, to))) *from = k + 1, end = to;
    }
    return end;
}

/* Two to four words with capitals that differ from a name by one letter. */
static size_t near_miss(const struct guard *g, struct scan s, size_t i)
{
    char word[BUCKETS];
    size_t n = 0, words = 0, found = 0;
    if (!(s.at[i].marks & SCAN_UPPER)) return 0;
    for (size_t k = i; k < s.n && n < BUCKETS - 2 && s.at[k].cp < 0x80; k++) {
        bool begins = scan_begins(s, k);
        if (begins && (!(s.at[k].marks & SCAN_UPPER) || words == 4)) break;
        words += begins;
        word[n++] = (char)s.at[k].cp;
        if (words < 2 || n + 1 < NEAR_LEAST || !scan_ends(s, k + 1)) continue;
        for (size_t len = n - 1; len <= n + 1; len++)
            for (size_t j = 0; j < g->near[len].n; j++)
                if (g->near[len].at[j].s[0] == word[0] &&
                    str_distance(g->near[len].at[j], (struct str){word, n}, 1) <= 1)
                    found = k + 1;
    }
    return found;
}

/* The end of a name that begins at i, or a little behind it (*from); 0 where none does. */
static size_t name_at(struct search *x, size_t i, size_t *from)
{
    const struct guard *g = x->g;
    struct scan s = x->s;
    unsigned found;
    *from = i;
    size_t end = longest(g, s, i, FULL, &found);
    if (end) return end;
    end = titled(x, i, from);
    if (end) return end;
    *from = i;
    size_t lone = longest(g, s, i, LONE, &found);
    if (!scan_latin(s.at[i].cp)) return lone && alone(x, i, lone) ? lone : 0;
    end = longest(g, s, i, INITIAL, &found);
    if (end && i + 1 < s.n && stands_apart(s, i)) return end;
    end = near_miss(g, s, i);
    if (end) return end;
    end = longest(g, s, i, PART, &found);
    if (end && capital_part(s, i, end)) return end;
    return lone && alone(x, i, lone) ? lone : 0;
}

/* -- masking --------------------------------------------------------------------------------------------- */

struct hole {
    size_t from, to;
    enum guard_kind kind;
};

struct holes {
    VEC(struct hole) list;
};

static void find_reach(struct pen *p, struct str text, struct holes *h)
{
    size_t from, to;
    bool mail;
    for (size_t at = 0; reach_next(text, at, &from, &to, &mail); at = to)
        VEC_ADD(p->job->scratch, h->list, (struct hole){from, to, mail ? GUARD_MAIL : GUARD_PHONE});
}

static void find_names(struct pen *p, struct guard *g, struct str text, struct holes *h)
{
    struct search x = {.p = p, .g = g, .s = scan_text(p->job->scratch, text), .text = text};
    for (size_t i = 0; i < x.s.n;) {
        size_t from, end = scan_begins(x.s, i) ? name_at(&x, i, &from) : 0;
        if (end)
            VEC_ADD(p->job->scratch, h->list,
                    (struct hole){x.s.at[from].from, x.s.at[end - 1].to, GUARD_NAME});
        i = end ? end : i + 1;
    }
}

static struct str hole_word(enum guard_kind kind, enum lang lang)
{
    return words_in(kind == GUARD_MAIL    ? WORD_MASKED_MAIL
                    : kind == GUARD_PHONE ? WORD_MASKED_PHONE
                                          : WORD_MASKED_NAME,
                    lang);
}

/* The next hole of two lists, each in order of place. */
static bool next_hole(const struct holes *a, size_t *i, const struct holes *b, size_t *k, struct hole *x)
{
    bool more_a = *i < a->list.n, more_b = *k < b->list.n;
    if (!more_a && !more_b) return false;
    bool first = more_a && (!more_b || a->list.at[*i].from <= b->list.at[*k].from);
    *x = first ? a->list.at[(*i)++] : b->list.at[(*k)++];
    return true;
}

static struct guarded fill_holes(struct pen *p, struct str text, const struct holes *a, const struct holes *b,
                                 enum lang lang)
{
    struct buf out = BUF(p->a);
    struct guarded done = {0};
    struct hole x;
    size_t kept = 0;
    for (size_t i = 0, k = 0; next_hole(a, &i, b, &k, &x);) {
        done.kinds |= (unsigned)x.kind;
        if (x.to <= kept) continue;
        if (x.from >= kept) {
            buf_add(&out, str_sub(text, kept, x.from));
            done.left += x.from - kept;
            buf_add(&out, hole_word(x.kind, lang));
        }
        kept = x.to;
    }
    buf_add(&out, str_sub(text, kept, text.n));
    done.left += text.n - kept;
    done.text = buf_str(&out);
    return done;
}

struct guarded guard_text(struct pen *p, struct str text, enum lang lang)
{
    struct guarded same = {.text = text, .left = text.n};
    struct guard *g = guard_of(p);
    struct arena_mark mark = arena_mark(p->job->scratch);
    struct holes reach = {0}, names = {0};
    if (text.n) find_reach(p, text, &reach);
    if (text.n && g->any) find_names(p, g, text, &names);
    if (reach.list.n || names.list.n) same = fill_holes(p, text, &reach, &names, lang);
    arena_reset(p->job->scratch, mark);
    return same;
}

/* -- telling --------------------------------------------------------------------------------------------- */

void guard_tell(struct pen *p, struct place place, unsigned kinds)
{
    if (kinds & GUARD_NAME) diag_tell(p->job->diags, DIAG_QUOTE_NAME, place, {0});
    if (kinds & GUARD_MAIL) diag_tell(p->job->diags, DIAG_QUOTE_MAIL, place, {0});
    if (kinds & GUARD_PHONE) diag_tell(p->job->diags, DIAG_QUOTE_PHONE, place, {0});
}

static void tell_reply(struct pen *p, const struct form *f, const struct reply *r)
{
    for (size_t i = 0; i < f->nprompts; i++) {
        const struct answer *a = &r->answers[i];
        unsigned kinds = guard_text(p, a->text, LANG_EN).kinds;
        for (int l = 0; l < LANG_N; l++) kinds |= guard_text(p, a->translation[l], LANG_EN).kinds;
        guard_tell(p, a->place.source ? a->place : r->place, kinds);
    }
    guard_tell(p, r->place, guard_text(p, r->role, LANG_EN).kinds | guard_text(p, r->number, LANG_EN).kinds);
}

void guard_tell_all(struct pen *p)
{
    for (size_t i = 0; i < p->corpus->nforms; i++) {
        const struct form *f = &p->corpus->forms[i];
        long unquoted = 0;
        for (size_t k = 0; k < f->nreplies; k++) {
            tell_reply(p, f, &f->replies[k]);
            unquoted += !f->replies[k].quote_ok || !f->replies[k].legible;
        }
        if (unquoted)
            diag_tell(p->job->diags, DIAG_QUOTE_NOT_OK, place_in(f->source, PLACE_WHOLE_FILE),
                      pen_number(p, unquoted).t[LANG_EN]);
    }
}
