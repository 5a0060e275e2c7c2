#include "khmer/breaks.h"

#include "khmer/latin_number.h"
#include "khmer/letter.h"
#include "khmer/line_class.h"
#include "khmer/number.h"
#include "khmer/phrase_word.h"
#include "khmer/segmentation.h"
#include "khmer/spelling_order.h"

enum {
    MOST_SYLLABLES = 4096, /* of a run cut at once */
    LONGEST_WITHOUT = 12,  /* syllables without a usable break, if there is any joint */
    SHORT_NAME = 24,       /* code points: in a longer one, words may be parted rather than overflow */
    COENG = KHMER_COENG - 0x1780 + 1, /* symbols */
    LETTER_RO = 0x179A - 0x1780 + 1,
    SETTLED_MOST = 16,  /* symbols of a syllable */
    LONGEST_NAME = 250, /* code points: a longer one is a sentence */
    LEARNT_LEAST = 2,   /* spoken syllables */
    LEARNT_MOST = 5
};

struct words {
    struct arena *arena;
    struct names *names; /* of Khmer letters alone: weighed with the words */
    struct names *all;
    bool mixed;            /* some hold more than Khmer letters */
    struct memo_key state; /* of all that was added, in its order */
};

/* One call's state: the text, and what stands before the place reached. */
struct breaks_scan {
    const struct words *words;
    struct str text;
    unsigned char *brk;
    size_t at;
    enum line_class before, second;
    bool khmer, space, zwsp;
    bool quoted;    /* inside straight quotes */
    bool hidden;    /* the text holds a ZWSP */
    size_t spaces;  /* code points of space since before */
    size_t looked;  /* no address starts before this */
    unsigned kinds; /* enum phrase_word: of the last word of the Khmer run before */
    enum segmentation_state state;
    struct run run;
    void (*tell)(void *to, struct str stretch); /* of breaks_unknown */
    void *to;
};

struct words *words_new(struct arena *a)
{
    struct words *w = ARENA_ONE(a, struct words);
    *w = (struct words){a, names_new(a), names_new(a), false, memo_begin(MEMO_STATE)};
    return w;
}

static bool all_khmer(struct str name)
{
    for (size_t at = 0; at < name.n;) {
        uint32_t c = utf8_next(name, &at);
        if (!khmer_letter(c) && c != CP_ZWSP && c != CP_ZWNJ && c != CP_ZWJ && c != CP_WJ) return false;
    }
    return true;
}

void words_add_name(struct words *w, struct str name)
{
    name = str_trim(name);
    if (utf8_count(name) > LONGEST_NAME) return;
    name = spelling_order_mend(w->arena, name);
    names_add(w->all, name);
    memo_add_number(&w->state, 0);
    memo_add(&w->state, name);
    if (all_khmer(name))
        names_add(w->names, name);
    else
        w->mixed = true;
}

struct memo_key words_state(const struct words *w)
{
    return w->state;
}

bool breaks_usable(unsigned char brk)
{
    return brk >= BRK_COMPOUND;
}

/* The code point of three bytes that starts U+1780..U+17FF; 0 for any other. */
static inline uint32_t khmer_at(struct str t, size_t at)
{
    if (at + 2 >= t.n || (unsigned char)t.s[at] != 0xE1 || ((unsigned char)t.s[at + 1] & 0xFE) != 0x9E)
        return 0;
    return 0x1780u + (((unsigned char)t.s[at + 1] & 1u) << 6) + ((unsigned char)t.s[at + 2] & 0x3Fu);
}

/* ZWSP, ZWNJ, ZWJ, WJ or a soft hyphen, and its length in bytes; 0 for any other. */
static uint32_t invisible_at(struct str t, size_t at, size_t *length)
{
    if (at + 1 < t.n && !memcmp(t.s + at, "\xC2\xAD", 2)) return *length = 2, CP_SHY;
    if (at + 2 >= t.n || (unsigned char)t.s[at] != 0xE2) return 0;
    *length = 3;
    if (!memcmp(t.s + at, "\xE2\x81\xA0", 3)) return CP_WJ;
    if (memcmp(t.s + at, "\xE2\x80", 2) != 0) return 0;
    unsigned char last = (unsigned char)t.s[at + 2];
    return last >= 0x8B && last <= 0x8D ? 0x2000u + (last & 0x3Fu) : 0;
}

static void add_symbol(struct breaks_scan *s, uint32_t c)
{
    struct run *r = &s->run;
    bool after_coeng = r->symbols.n && r->symbols.at[r->symbols.n - 1] == COENG;
    if (c == 0x178A && after_coeng) c = 0x178F;
    VEC_ADD(r->arena, r->symbols, (unsigned char)(c == 0x17DD ? 85 : c - 0x1780 + 1));
}

/* A sign that no word holds: the look-up ends at it. */
static void add_odd(struct run *r)
{
    VEC_ADD(r->arena, r->symbols, 0);
    r->syllables.at[r->syllables.n - 1].odd = 1;
}

/* Where a sign stands in normal order (spelling_order.h); a letter under a coeng goes with it. */
static int rank(unsigned char symbol)
{
    uint32_t c = symbol + 0x177Fu;
    if (c == KHMER_COENG) return 1;
    if (c == 0x17CC) return 0;
    if (c == 0x17C9 || c == 0x17CA) return 2;
    return khmer_base(c) ? 1 : c <= 0x17C5 ? 3 : c == 0x17C7 || c == 0x17C8 ? 5 : 4;
}

/* Puts a syllable's symbols in order, so that a word typed otherwise is found: signs are few. */
static void settle(unsigned char *s, size_t n)
{
    for (size_t i = 2; i < n; i++)
        for (size_t k = i; k > 1 && rank(s[k - 1]) > rank(s[k]); k--) {
            unsigned char swap = s[k];
            s[k] = s[k - 1];
            s[k - 1] = swap;
        }
    for (size_t i = 1; i + 3 < n; i++)
        if (s[i] == COENG && s[i + 1] == LETTER_RO && s[i + 2] == COENG) {
            s[i + 1] = s[i + 3];
            s[i + 3] = LETTER_RO;
        }
}

/* Whether a syllable is a bare consonant, by its symbols. */
static void weigh_syllable(struct run *r)
{
    struct syllable *last = &r->syllables.at[r->syllables.n - 1];
    size_t n = r->symbols.n - last->symbols;
    if (n <= SETTLED_MOST) settle(r->symbols.at + last->symbols, n);
    const unsigned char *s = r->symbols.at + last->symbols;
    unsigned sign = n == 2 ? s[1] + 0x177Fu : 0;
    bool consonant = n >= 1 && khmer_consonant(s[0] + 0x177Fu);
    last->coda = consonant && sign >= 0x17CB && sign <= 0x17CD;
    last->bare = last->coda || (consonant && (n == 1 || sign == 0x17D0));
}

static void start_syllable(struct run *r, size_t at, bool joined)
{
    if (r->syllables.n) weigh_syllable(r);
    VEC_ADD(r->arena, r->syllables, (struct syllable){.at = at, .symbols = r->symbols.n, .joined = joined});
}

/* What zero-width signs at a place are to the run: inside it, or its end. */
struct invisible {
    size_t length;
    bool ends, joins, odd;
};

static struct invisible pass_invisible(struct breaks_scan *s, size_t at, bool after_coeng)
{
    struct invisible found = {0};
    bool space = false;
    size_t n = 0;
    for (uint32_t c; (c = invisible_at(s->text, at + found.length, &n)); found.length += n) {
        space = space || c == CP_ZWSP || c == CP_SHY;
        found.joins = found.joins || c == CP_WJ;
        found.odd = found.odd || c == CP_ZWJ;
    }
    uint32_t next = khmer_at(s->text, at + found.length);
    bool inside = khmer_mark(next) || (after_coeng && khmer_base(next));
    found.ends = !khmer_letter(next) || (space && !inside);
    return found;
}

/* Reads a run of Khmer letters from s->at; returns its end. */
static size_t read_run(struct breaks_scan *s)
{
    struct run *r = &s->run;
    size_t at = s->at;
    bool after_coeng = false, joined = false;
    r->symbols.n = r->syllables.n = 0;
    while (at < s->text.n) {
        uint32_t c = khmer_at(s->text, at);
        if (khmer_letter(c)) {
            if (!r->syllables.n || (khmer_base(c) && !after_coeng)) {
                if (r->syllables.n == MOST_SYLLABLES) break;
                start_syllable(r, at, joined);
            }
            add_symbol(s, c);
            after_coeng = c == KHMER_COENG;
            joined = false;
            at += 3;
            continue;
        }
        struct invisible skipped = pass_invisible(s, at, after_coeng);
        if (c || !skipped.length || skipped.ends) break;
        joined = skipped.joins;
        if (skipped.odd) add_odd(r);
        at += skipped.length;
    }
    start_syllable(r, at, false);
    return at;
}

static bool holds_joint(const struct run *r, const struct segmentation_piece *p)
{
    for (size_t i = p->from; i <= p->to; i++)
        if (r->syllables.at[i].joined) return true;
    return false;
}

/* Breaks inside one word: between syllables as they are spoken, so that no final consonant starts a line. */
static void mark_inside(struct breaks_scan *s, const struct segmentation_piece *p)
{
    if (holds_joint(&s->run, p)) return;
    for (size_t i = p->from + 1, group = p->from; i < p->to; i++) {
        const struct syllable *at = &s->run.syllables.at[i];
        bool final = at->coda || (at->bare && (i - group < 2 || i + 1 == p->to));
        if (final) continue;
        s->brk[at->at] = BRK_SYLLABLE;
        group = i;
    }
    size_t joint = segmentation_joint(&s->run, p);
    if (joint) s->brk[s->run.syllables.at[joint].at] = BRK_JOINT;
}

static void mark_run(struct breaks_scan *s)
{
    const struct run *r = &s->run;
    size_t since = 0, joint = 0;
    unsigned before = 0, kinds = 0;
    for (size_t k = 0; k < r->pieces.n; k++, before = kinds) {
        const struct segmentation_piece *p = &r->pieces.at[k];
        const struct syllable *first = &r->syllables.at[p->from];
        mark_inside(s, p);
        kinds = phrase_word_kinds(r, p);
        if (!k || first->joined) continue;
        enum brk brk = phrase_word_between(r, p - 1, before, kinds);
        if (k == 1 && s->before == LINE_CLASS_STOP && s->space && p->from < 3 && brk > BRK_LEANING)
            brk = BRK_LEANING;
        s->brk[first->at] = (unsigned char)brk;
        if (brk > BRK_JOINT)
            since = p->from, joint = 0;
        else if (p->to - since <= LONGEST_WITHOUT)
            joint = p->from;
        else
            s->brk[r->syllables.at[joint ? joint : p->from].at] = BRK_WORD, since = joint ? joint : p->from,
                                                   joint = 0;
    }
    s->kinds = kinds;
}

/* What is left of a break inside a name: nothing, or, in a long one, the last resort. */
static unsigned char in_name(unsigned char brk, bool is_long)
{
    return is_long && breaks_usable(brk) ? BRK_SYLLABLE : BRK_NONE;
}

/* No line cuts a listed name, whatever words were seen there. */
static void keep_names(struct breaks_scan *s)
{
    const struct run *r = &s->run;
    bool is_long = false;
    for (size_t i = 0, reach = 0; i + 1 < r->syllables.n; i++) {
        const struct syllable *at = &r->syllables.at[i];
        if (i < reach) s->brk[at->at] = in_name(s->brk[at->at], is_long);
        if (i + at->name <= reach) continue;
        reach = i + at->name;
        is_long = r->syllables.at[reach].at - at->at > 3 * SHORT_NAME;
    }
}

/* Tells the stretch of some pieces, if it is unknown and as long as a word. */
static void tell_stretch(struct breaks_scan *s, const struct segmentation_piece *p, size_t n)
{
    const struct run *r = &s->run;
    bool known = true;
    for (size_t k = 0; k < n; k++) known = known && p[k].known;
    size_t from = p[0].from, to = p[n - 1].to, spoken = segmentation_spoken(r, from, to);
    if (known || spoken < LEARNT_LEAST || spoken > LEARNT_MOST) return;
    s->tell(s->to, str_sub(s->text, r->syllables.at[from].at, r->syllables.at[to].at));
}

static void tell_unknown(struct breaks_scan *s)
{
    const struct run *r = &s->run;
    for (size_t k = 0, from = 0; k < r->pieces.n; k++) {
        bool last = k + 1 == r->pieces.n;
        if (!last && segmentation_is_one(r, &r->pieces.at[k], &r->pieces.at[k + 1])) continue;
        tell_stretch(s, &r->pieces.at[from], k + 1 - from);
        from = k + 1;
    }
}

static enum line_class sign_at(struct str t, size_t at)
{
    return at < t.n ? line_class_of(utf8_next(t, &at)) : LINE_CLASS_LINE;
}

static void set_break(struct breaks_scan *s, enum line_class after, enum line_class next)
{
    struct seam seam = {s->before, after, s->second, next, s->khmer, s->space, s->zwsp};
    s->brk[s->at] = (unsigned char)seam_break(&seam);
}

static void pass(struct breaks_scan *s, enum line_class what, size_t to)
{
    s->second = s->space ? LINE_CLASS_SPACE : s->before;
    s->before = what;
    s->space = s->zwsp = false;
    s->spaces = 0;
    s->at = to;
}

/* A number and the one letter behind it are not parted, whatever word follows: ១២អ. */
static void keep_letter(struct breaks_scan *s, size_t from)
{
    const struct run *r = &s->run;
    size_t second = r->syllables.at[1].at;
    bool lone = r->syllables.n > 2 && second == from + 3 && breaks_usable(s->brk[second]);
    if (s->before == LINE_CLASS_DIGIT && !s->space && !s->zwsp && lone) s->brk[from] = BRK_NONE;
}

/* No line ends here that can end elsewhere. */
static void keep_number(struct breaks_scan *s)
{
    unsigned char *brk = &s->brk[s->at];
    if (*brk > BRK_COMPOUND && *brk < BRK_FORCED) *brk = BRK_COMPOUND;
}

/* A number stays with what it counts: ១១ នាក់; with what is written at it: ថ្នាក់ទី១២ម្នាក់. */
static void keep_count(struct breaks_scan *s)
{
    unsigned kinds = s->before == LINE_CLASS_DIGIT ? phrase_word_kinds(&s->run, s->run.pieces.at) : 0;
    if (kinds & PHRASE_WORD_COUNTS || (kinds & PHRASE_WORD_ORDINAL && !s->space)) keep_number(s);
}

static void mark_breaks(struct breaks_scan *s)
{
    mark_run(s);
    keep_letter(s, s->at);
    keep_count(s);
    if (!names_empty(s->words->names)) keep_names(s);
}

static void scan_khmer(struct breaks_scan *s)
{
    bool mark = khmer_mark(khmer_at(s->text, s->at)),
         titled = s->before == LINE_CLASS_KHMER && s->space && s->spaces == 1;
    if (mark && !s->space)
        s->brk[s->at] = BRK_NONE;
    else if (!s->tell)
        set_break(s, LINE_CLASS_KHMER, sign_at(s->text, s->at + 3));
    size_t end = read_run(s);
    s->state = segmentation_run(&s->run, s->words->names, titled ? s->state : SEGMENTATION_PLAIN);
    if (s->tell)
        tell_unknown(s);
    else
        mark_breaks(s);
    pass(s, LINE_CLASS_KHMER, end);
    s->khmer = true;
}

/* ។ល។ with its spaces, if any: its length; 0 where it is none. */
static size_t et_cetera(struct str t, size_t at)
{
    size_t to = at + 3;
    if (khmer_at(t, at) != 0x17D4) return 0;
    if (to < t.n && t.s[to] == ' ') to++;
    if (khmer_at(t, to) != 0x179B && khmer_at(t, to) != 0x1794) return 0;
    to += 3;
    if (to < t.n && t.s[to] == ' ') to++;
    uint32_t last = khmer_at(t, to);
    return last == 0x17D4 || last == 0x17D5 ? to + 3 - at : 0;
}

/* A straight quote opens or closes; between Latin letters it is an apostrophe, at a word's end one or a sign
 * of feet. */
static enum line_class quote(struct breaks_scan *s, size_t to)
{
    enum line_class next = sign_at(s->text, to);
    bool near = !s->space && !s->zwsp && (line_class_is_word(s->before) || s->before == LINE_CLASS_CLOSE);
    if (near && s->before == LINE_CLASS_LETTER && next == LINE_CLASS_LETTER && s->text.s[s->at] == '\'')
        return LINE_CLASS_LETTER;
    if (near && !s->quoted && !line_class_is_word(next)) return LINE_CLASS_CLOSE;
    if (s->quoted && s->space && line_class_is_word(next)) return LINE_CLASS_OPEN;
    s->quoted = !s->quoted;
    return s->quoted ? LINE_CLASS_OPEN : LINE_CLASS_CLOSE;
}

/* Nor is a word parted from the number behind it that says which one: ថ្ងៃទី ១, Day 1; nor a Latin unit from
 * its number. */
static void keep_numbered(struct breaks_scan *s, enum line_class what)
{
    size_t end = s->at;
    if (!s->space || s->zwsp || (what != LINE_CLASS_DIGIT && what != LINE_CLASS_LETTER)) return;
    while (end && s->text.s[end - 1] == ' ') end--;
    if (what == LINE_CLASS_DIGIT && (s->before == LINE_CLASS_KHMER ? (s->kinds & PHRASE_WORD_NUMBERED) != 0
                                                                   : latin_number_word(s->text, end)))
        keep_number(s);
    if (what != LINE_CLASS_LETTER) return;
    bool letter = s->before == LINE_CLASS_LETTER;
    if (letter ? seam_lone_letter(s->text, end)
               : s->before == LINE_CLASS_DIGIT && latin_number_unit(s->text, s->at))
        keep_number(s);
    else if (letter && latin_number_article(s->text, end) && s->brk[s->at] > BRK_LEANING)
        s->brk[s->at] = BRK_LEANING;
}

static bool scan_address(struct breaks_scan *s)
{
    if (s->at < s->looked) return false;
    size_t n = address_length(s->text, s->at, &s->looked);
    if (!n) return false;
    set_break(s, LINE_CLASS_LETTER, LINE_CLASS_LETTER);
    address_breaks(s->text, s->at, s->at + n, s->brk);
    pass(s, LINE_CLASS_LETTER, s->at + n);
    s->khmer = false;
    return true;
}

/* Anything but Khmer letters. */
static void scan_sign(struct breaks_scan *s)
{
    size_t to = s->at, etc = et_cetera(s->text, s->at);
    uint32_t c = utf8_next(s->text, &to);
    enum line_class what = line_class_of(c);
    if (etc) to = s->at + etc;
    if (what == LINE_CLASS_LETTER && c < 0x80 && scan_address(s)) return;
    if (what == LINE_CLASS_QUOTE) what = quote(s, to);
    if (!s->tell) set_break(s, what, sign_at(s->text, to)), keep_numbered(s, what);
    if (what == LINE_CLASS_SPACE || what == LINE_CLASS_ZWSP) {
        s->space = s->space || what == LINE_CLASS_SPACE;
        s->zwsp = s->zwsp || what == LINE_CLASS_ZWSP;
        s->hidden = s->hidden || what == LINE_CLASS_ZWSP;
        s->spaces += what == LINE_CLASS_SPACE;
        s->at = to;
    } else if (what == LINE_CLASS_MARK && s->before != LINE_CLASS_START && !s->space) {
        s->at = to;
    } else {
        bool crlf = c == '\r' && to < s->text.n && s->text.s[to] == '\n';
        pass(s, what, crlf ? to + 1 : to);
        if (what == LINE_CLASS_LINE) s->quoted = false, s->second = LINE_CLASS_START;
        if (what == LINE_CLASS_LETTER || what == LINE_CLASS_DIGIT) s->khmer = false;
    }
}

/* The end of the longest name that starts at a place, zero-width signs in the text passed over; 0 where none
 * does. */
static size_t match_name(const struct words *w, struct str t, size_t from)
{
    uint32_t state = 1, before = 0;
    size_t end = 0;
    for (size_t at = from; at < t.n && state;) {
        uint32_t c = utf8_next(t, &at);
        if (c == CP_ZWSP || c == CP_WJ || c == CP_ZWNJ || c == CP_ZWJ) continue;
        if (c == 0x178A && before == KHMER_COENG) c = 0x178F;
        before = c == 0xA0 ? ' ' : c;
        state = names_next(w->all, state, before);
        if (state && names_ends(w->all, state)) end = at;
    }
    return end;
}

/* A short name is parted at its spaces only rather than overflow, a long one there like a compound. */
static void keep_whole(struct breaks_scan *s, size_t from, size_t to, bool is_long)
{
    for (size_t i = from + 1; i < to; i++) {
        bool space = s->brk[i] == BRK_SPACE || s->text.s[i - 1] == ' ';
        if (s->brk[i] == BRK_NONE || s->brk[i] == BRK_FORCED) continue;
        if (space)
            s->brk[i] = is_long ? BRK_JOINT : BRK_SYLLABLE;
        else
            s->brk[i] = in_name(s->brk[i], is_long);
    }
}

/* Whether a place is no edge of a name: inside a Latin word, a number or a Khmer syllable. */
static bool inside(struct str t, size_t at)
{
    if (at == 0 || at >= t.n) return false;
    size_t next = at;
    uint32_t last = utf8_before(t, at), first = utf8_next(t, &next);
    enum line_class before = line_class_of(last), after = line_class_of(first);
    if (khmer_mark(first) || last == KHMER_COENG) return true;
    return before == after && (before == LINE_CLASS_LETTER || before == LINE_CLASS_DIGIT);
}

/* Names with more than Khmer letters in them, or in the text. */
static void keep_other_names(struct breaks_scan *s)
{
    for (size_t at = 0; at < s->text.n;) {
        size_t end = inside(s->text, at) ? 0 : match_name(s->words, s->text, at);
        if (end && !inside(s->text, end)) {
            keep_whole(s, at, end, utf8_count(str_sub(s->text, at, end)) > SHORT_NAME);
            at = end;
        } else {
            utf8_next(s->text, &at);
        }
    }
}

static void scan(struct breaks_scan *s)
{
    memset(s->brk, BRK_NONE, s->text.n + 1);
    while (s->at < s->text.n) {
        if (khmer_letter(khmer_at(s->text, s->at)))
            scan_khmer(s);
        else
            scan_sign(s);
    }
}

void breaks_find(const struct words *w, struct arena *scratch, struct str text, unsigned char *brk)
{
    struct arena_mark mark = arena_mark(scratch);
    struct breaks_scan s = {.words = w, .text = text, .brk = brk, .run = {.arena = scratch}};
    scan(&s);
    brk[0] = BRK_NONE;
    if (w->mixed || (s.hidden && !names_empty(w->all))) keep_other_names(&s);
    brk[text.n] = BRK_FORCED;
    arena_reset(scratch, mark);
}

/* Words alone are joined to a number over a space. */
static bool by_number(struct str t, size_t at)
{
    return t.s[at - 1] == ' ' || line_class_of(utf8_before(t, at)) == LINE_CLASS_DIGIT;
}

void breaks_keep_dates(struct str text, unsigned char *brk)
{
    struct breaks_scan s = {.text = text, .brk = brk};
    for (size_t at = 1; at < text.n; at++)
        if (brk[at] == BRK_COMPOUND && by_number(text, at)) brk[at] = BRK_SYLLABLE;
    for (size_t at = 0, from, to; at < text.n; utf8_next(text, &at))
        if (date_around_may_be(text, at) && date_around(text, at, &from, &to))
            keep_whole(&s, from, to, false);
}

void breaks_unknown(const struct words *w, struct arena *scratch, struct str text,
                    void (*tell)(void *to, struct str stretch), void *to)
{
    if (!text.n || !memchr(text.s, 0xE1, text.n)) return; /* no Khmer */
    struct arena_mark mark = arena_mark(scratch);
    struct breaks_scan s = {.words = w,
                            .text = text,
                            .brk = arena_get(scratch, text.n + 1),
                            .run = {.arena = scratch},
                            .tell = tell,
                            .to = to};
    scan(&s);
    arena_reset(scratch, mark);
}

static bool parts_known(const struct run *r)
{
    for (size_t k = 0; k < r->pieces.n; k++)
        if (!r->pieces.at[k].known) return false;
    return true;
}

bool words_learn(struct words *w, struct arena *scratch, struct str word)
{
    struct arena_mark mark = arena_mark(scratch);
    struct breaks_scan s = {
        .words = w, .text = spelling_order_mend(scratch, word), .run = {.arena = scratch}};
    bool good = khmer_letter(khmer_at(s.text, 0)) && read_run(&s) == s.text.n;
    size_t spoken = good ? segmentation_spoken(&s.run, 0, s.run.syllables.n - 1) : 0;
    good = spoken >= LEARNT_LEAST && spoken <= LEARNT_MOST;
    if (good) segmentation_run(&s.run, w->names, SEGMENTATION_PLAIN);
    good = good && !parts_known(&s.run);
    if (good) {
        names_learn(w->names, s.text);
        memo_add_number(&w->state, 1);
        memo_add(&w->state, s.text);
    }
    arena_reset(scratch, mark);
    return good;
}
