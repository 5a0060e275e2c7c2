#include "text/itemise.h"

#include "base/unicode.h"
#include "khmer/letter.h"

enum { PIECE_MOST = 2048, PIECE_MOST_RTL = 40, PAIRS_MOST = 16 };

enum sort { SORT_TEXT, SORT_SPACE, SORT_LINE, SORT_DROPPED, SORT_SOFT_HYPHEN };

struct pair_open {
    uint32_t close;
    hb_script_t script;
};

struct walk {
    struct arena *arena;
    const struct text_run *runs;
    hb_unicode_funcs_t *unicode;
    VEC(struct piece) pieces;
    struct pair_open open[PAIRS_MOST];
    size_t nopen;
    uint32_t run;       /* of the character at hand */
    hb_script_t strong; /* of the letter before, in this run; Common: none yet */
    size_t unsettled;   /* pieces from here on, of this run, wait for a script */
    size_t unforced;    /* pieces before this one are followed by a forced end */
    uint32_t before;    /* the character before, 0 at the start */
    bool blank;         /* it was a plain space, not in code */
    uint32_t common_at; /* where it began, if it was of no script; else UINT32_MAX */
    unsigned followers;
};

/* -- characters -- */

static bool is_mark(uint32_t cp)
{
    if (cp < 0x300) return false;
    if (cp >= 0x1780 && cp < 0x1800) return khmer_mark(cp);
    return unicode_mark(cp);
}

bool itemise_follows(uint32_t cp)
{
    if (cp < 0x300) return false;
    if (cp >= 0x1780 && cp < 0x1800) return khmer_mark(cp);
    hb_unicode_general_category_t c = hb_unicode_general_category(hb_unicode_funcs_get_default(), cp);
    return is_mark(cp) || c == HB_UNICODE_GENERAL_CATEGORY_FORMAT;
}

static enum sort sort_of(uint32_t cp)
{
    if (cp > ' ' && cp < 0x7F) return SORT_TEXT;
    if (cp >= 0x1780 && cp < 0x1800) return SORT_TEXT;
    if (cp == ' ' || cp == '\t' || cp == 0xA0) return SORT_SPACE;
    if (cp == '\n' || cp == '\v' || cp == '\f' || cp == 0x85 || cp == 0x2028 || cp == 0x2029)
        return SORT_LINE;
    if (utf8_control(cp)) return SORT_DROPPED;
    if (cp == 0xAD) return SORT_SOFT_HYPHEN;
    if (cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200A) || cp == 0x202F || cp == 0x205F || cp == 0x3000)
        return SORT_SPACE;
    if (cp == 0x200B || cp == 0x200E || cp == 0x200F || (cp >= 0x202A && cp <= 0x202E) || cp == 0x2060 ||
        (cp >= 0x2066 && cp <= 0x206F) || cp == 0xFEFF || cp == 0x61C)
        return SORT_DROPPED;
    return SORT_TEXT;
}

/* European digits count as Latin letters: 2023 looks the same in every line. */
static hb_script_t script_of(const struct walk *w, uint32_t cp)
{
    if (cp < 0x80) {
        bool letter = (cp | 32) >= 'a' && (cp | 32) <= 'z';
        return letter || (cp >= '0' && cp <= '9') ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON;
    }
    if (cp >= 0x1780 && cp < 0x1800) return HB_SCRIPT_KHMER;
    hb_script_t s = hb_unicode_script(w->unicode, cp);
    return s == HB_SCRIPT_UNKNOWN ? HB_SCRIPT_COMMON : s;
}

static uint32_t closing(uint32_t cp)
{
    switch (cp) {
    case '(': return ')';
    case '[': return ']';
    case '{': return '}';
    case 0xAB: return 0xBB;
    case 0x2018: return 0x2019;
    case 0x201C: return 0x201D;
    case 0x2039: return 0x203A;
    default: return 0;
    }
}

/* -- scripts: a character of none takes the letter's before it, a closing one that of its opening one -- */

static void settle(struct walk *w, hb_script_t script)
{
    for (size_t i = w->unsettled; i < w->pieces.n; i++)
        if (w->pieces.at[i].script == HB_SCRIPT_COMMON) w->pieces.at[i].script = script;
    for (size_t i = 0; i < w->nopen; i++)
        if (w->open[i].script == HB_SCRIPT_COMMON) w->open[i].script = script;
    w->unsettled = w->pieces.n;
}

static hb_script_t pair_script(struct walk *w, uint32_t cp)
{
    for (size_t i = w->nopen; i-- > 0;)
        if (w->open[i].close == cp) {
            w->nopen = i;
            return w->open[i].script;
        }
    if (closing(cp) && w->nopen < PAIRS_MOST)
        w->open[w->nopen++] = (struct pair_open){closing(cp), w->strong};
    return w->strong;
}

static hb_script_t resolve(struct walk *w, uint32_t cp, hb_script_t own)
{
    /* In code, signs and blanks keep the width they have beside Latin letters. */
    if (own == HB_SCRIPT_COMMON && w->runs[w->run].use == FONT_MONO) return HB_SCRIPT_LATIN;
    if (own == HB_SCRIPT_COMMON) return pair_script(w, cp);
    if (own == HB_SCRIPT_INHERITED) return w->strong;
    if (w->strong == HB_SCRIPT_COMMON) settle(w, own);
    w->strong = own;
    return own;
}

static hb_script_t script_of_lang(enum lang l)
{
    return l < LANG_N ? hb_script_from_string(lang_at(l)->script, 4) : HB_SCRIPT_LATIN;
}

/* -- pieces -- */

static struct piece *last(struct walk *w)
{
    return w->pieces.n ? &w->pieces.at[w->pieces.n - 1] : NULL;
}

static void add_piece(struct walk *w, uint32_t from, uint32_t to, hb_script_t script, bool space)
{
    VEC_ADD(w->arena, w->pieces,
            (struct piece){.from = from, .to = to, .run = w->run, .script = script, .space = space});
}

static void force_end(struct walk *w, uint32_t at)
{
    if (w->pieces.n == w->unforced) add_piece(w, at, at, w->strong, true);
    last(w)->forced = true;
    w->unforced = w->pieces.n;
}

static void end_run(struct walk *w, uint32_t at)
{
    if (w->runs[w->run].forced) force_end(w, at);
    settle(w, script_of_lang(w->runs[w->run].lang));
    w->strong = HB_SCRIPT_COMMON;
    w->nopen = 0;
}

static bool is_rtl(hb_script_t s)
{
    return hb_script_get_horizontal_direction(s) == HB_DIRECTION_RTL;
}

static bool must_cut(const struct walk *w, const struct piece *p, uint32_t from, bool follows, enum brk brk)
{
    if (follows) return w->followers >= ITEMISE_FOLLOWERS;
    size_t n = from - p->from;
    return brk >= BRK_JOINT || n >= PIECE_MOST || (n >= PIECE_MOST_RTL && is_rtl(p->script));
}

/* A circle or dash typed before a lone mark belongs to the mark's script. */
static void take_back(struct walk *w, struct piece *p, hb_script_t script)
{
    if (w->common_at == UINT32_MAX || w->common_at < p->from) return;
    if (w->common_at == p->from) {
        p->script = script;
        return;
    }
    uint32_t to = p->to, from = w->common_at;
    p->to = from;
    add_piece(w, from, to, script, false);
}

static void add_text(struct walk *w, uint32_t from, uint32_t to, uint32_t cp, enum brk brk)
{
    hb_script_t own = script_of(w, cp);
    bool follows = w->before == ITEMISE_COENG || itemise_follows(cp);
    struct piece *p = last(w);
    bool joins = p && !p->space && !p->forced && p->run == w->run && p->to == from;
    w->followers = follows ? w->followers + 1 : 0;
    if (joins && follows && own == HB_SCRIPT_COMMON) own = HB_SCRIPT_INHERITED;
    if (joins && follows && own != HB_SCRIPT_INHERITED && own != p->script && is_mark(cp))
        take_back(w, p, own);
    hb_script_t script = resolve(w, cp, own);
    p = last(w);
    if (joins && own == HB_SCRIPT_INHERITED) script = p->script;
    if (joins && p->script == script && !must_cut(w, p, from, follows, brk))
        p->to = to;
    else
        add_piece(w, from, to, script, false), w->followers = 0;
    w->common_at = own == HB_SCRIPT_COMMON ? from : UINT32_MAX;
}

static void add_space(struct walk *w, uint32_t from, uint32_t to, bool line)
{
    add_piece(w, from, to, w->strong, true);
    if (line) force_end(w, to);
    w->common_at = UINT32_MAX;
}

/* -- the walk -- */

static struct str joined(struct arena *a, const struct text_run *runs, size_t n)
{
    size_t size = 0;
    for (size_t i = 0; i < n; i++) size += runs[i].text.n;
    char *p = arena_get(a, size + 1);
    size_t at = 0;
    for (size_t i = 0; i < n; at += runs[i++].text.n)
        if (runs[i].text.n) memcpy(p + at, runs[i].text.s, runs[i].text.n);
    return (struct str){p, size};
}

struct reading {
    struct str text;
    char *to; /* the same bytes: what is kept moves down */
    unsigned char *brk;
    size_t at, kept, run_end;
    bool soft;
};

static void keep(struct reading *r, size_t from, size_t n)
{
    if (r->kept != from) memmove(r->to + r->kept, r->text.s + from, n);
    for (size_t i = 0; r->kept != from && i < n; i++) r->brk[r->kept + i] = r->brk[from + i];
    if (r->soft) r->brk[r->kept] = BRK_HYPHEN;
    r->soft = false;
    r->kept += n;
}

/* A ZWNJ that holds a shifter up: before what is not one glyph above its letter, HarfBuzz takes it for the
 * end of a syllable and draws a circle. */
static bool lost_zwnj(const struct walk *w, const struct reading *r, uint32_t cp)
{
    if (cp != CP_ZWNJ || (w->before != 0x17C9 && w->before != 0x17CA) || r->at >= r->text.n) return false;
    size_t at = r->at;
    uint32_t next = utf8_next(r->text, &at);
    return khmer_mark(next) && !(next >= 0x17B7 && next <= 0x17BA) && next != 0x17D0;
}

static void one_character(struct walk *w, struct reading *r)
{
    size_t from = r->at;
    uint32_t cp = utf8_next(r->text, &r->at), start = (uint32_t)r->kept;
    enum sort sort = lost_zwnj(w, r, cp) ? SORT_DROPPED : sort_of(cp);
    if (sort == SORT_DROPPED || sort == SORT_SOFT_HYPHEN) {
        r->soft = r->soft || sort == SORT_SOFT_HYPHEN;
        return;
    }
    bool blank = cp == ' ' && w->runs[w->run].use != FONT_MONO;
    if (blank && w->blank) return; /* two that were typed are one */
    w->blank = blank;
    if (sort != SORT_TEXT) r->soft = false;
    keep(r, from, r->at - from);
    if (sort == SORT_TEXT)
        add_text(w, start, (uint32_t)r->kept, cp, (enum brk)r->brk[start]);
    else
        add_space(w, start, (uint32_t)r->kept, sort == SORT_LINE);
    w->before = sort == SORT_TEXT ? cp : 0;
}

/* A run that begins inside a syllable: its first marks stay with the run before. */
static bool lingers(const struct walk *w, const struct reading *r)
{
    if (r->at >= r->text.n || !w->before || w->runs[w->run].forced) return false;
    size_t at = r->at;
    return w->before == ITEMISE_COENG || is_mark(utf8_next(r->text, &at));
}

/* -- breaks: those of the text without its notes' marks; no line starts with one -- */

static uint32_t first_of(struct str s)
{
    size_t at = 0;
    return s.n ? utf8_next(s, &at) : 0;
}

/* Between two Khmer letters a mark stands at a word's end. */
static bool ends_word(struct str before, struct str after)
{
    uint32_t next = first_of(after);
    return before.n && khmer_letter(utf8_before(before, before.n)) && khmer_base(next);
}

/* Where each run's text stands in the text without the marks. */
static struct str leave_marks_out(struct arena *a, const struct text_run *runs, size_t n, size_t *at)
{
    struct buf out = BUF(a);
    bool marked = false;
    for (size_t i = 0; i < n; i++) {
        bool here = !runs[i].mark && runs[i].text.n;
        if (here && marked && ends_word(buf_str(&out), runs[i].text)) buf_cp(&out, CP_ZWSP);
        at[i] = out.n;
        if (here) buf_add(&out, runs[i].text);
        marked = runs[i].mark || (marked && !here);
    }
    return buf_str(&out);
}

static void breaks_of(const struct words *words, struct arena *a, struct str text, unsigned char *brk)
{
    breaks_find(words, a, text, brk);
    breaks_keep_dates(text, brk);
}

static void find_breaks(struct arena *a, const struct words *words, struct reading *r,
                        const struct text_run *runs, size_t n)
{
    bool marks = false;
    for (size_t i = 0; i < n; i++) marks = marks || runs[i].mark;
    if (!marks) {
        breaks_of(words, a, r->text, r->brk);
        return;
    }
    size_t *from = ARENA_MANY(a, size_t, n), at = 0;
    struct str text = leave_marks_out(a, runs, n, from);
    unsigned char *brk = arena_get(a, text.n + 1);
    breaks_of(words, a, text, brk);
    memset(r->brk, BRK_NONE, r->text.n);
    for (size_t i = 0; i < n; at += runs[i++].text.n)
        if (!runs[i].mark) memcpy(r->brk + at, brk + from[i], runs[i].text.n);
    r->brk[r->text.n] = BRK_FORCED;
}

struct itemised itemise(struct arena *a, const struct words *words, const struct text_run *runs, size_t nruns)
{
    struct walk w = {.arena = a,
                     .runs = runs,
                     .unicode = hb_unicode_funcs_get_default(),
                     .strong = HB_SCRIPT_COMMON,
                     .common_at = UINT32_MAX};
    struct reading r = {.text = joined(a, runs, nruns)};
    r.to = (char *)r.text.s;
    r.brk = arena_get(a, r.text.n + 1);
    find_breaks(a, words, &r, runs, nruns);
    for (size_t i = 0; i < nruns; i++) {
        r.run_end += runs[i].text.n;
        while (i && r.at < r.run_end && lingers(&w, &r)) one_character(&w, &r);
        if (i) end_run(&w, (uint32_t)r.kept);
        w.run = (uint32_t)i;
        while (r.at < r.run_end) one_character(&w, &r);
    }
    if (nruns) end_run(&w, (uint32_t)r.kept);
    r.brk[r.kept] = r.brk[r.text.n];
    return (struct itemised){{r.text.s, r.kept}, r.brk, w.pieces.at, w.pieces.n};
}
