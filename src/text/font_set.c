#include "text/font_set.h"

#include "base/file.h"
#include "text/face.h"
#include "text/hyphen.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/stat.h>

enum { FONTS_MOST = UINT16_MAX - 1, MATCH_PERCENT = 92, MILLION = 1000000 };

struct unusable { /* a file of the folder that no face came of */
    struct str file;
    enum face_fault fault;
    bool told;
};

struct font_set {
    struct face *at;
    size_t n;
    atomic_bool *refused; /* by face; any thread may set it */
    struct unusable *unusable;
    size_t nunusable;
    uint16_t style[LANG_N][FONT_USES][2][2]; /* bold, italic */
    uint16_t box_face;
    hb_codepoint_t box_glyph;
    struct hyphen *hyphen;
    struct memo_key state;
};

static const char *const house[LANG_N][FONT_USES] = {
    {"Noto Serif Khmer", "Khmer OS Muol Light", "Noto Sans Khmer", "Noto Sans Khmer"},
    {"Noto Serif", "Noto Sans", "Noto Sans", "Noto Sans Mono"},
};

static const char *const symbols[] = {"Noto Sans Symbols", "Noto Sans Symbols2", "Noto Sans Math"};

/* -- the folder -- */

struct font_names {
    VEC(struct str) list;
};

static bool is_font_name(struct str name)
{
    if (name.n < 5 || name.s[0] == '.') return false;
    struct str end = str_sub(name, name.n - 4, name.n);
    return str_eq_fold(end, STR(".ttf")) || str_eq_fold(end, STR(".otf")) || str_eq_fold(end, STR(".ttc"));
}

static void list_folder(struct job *job, struct font_names *out)
{
    struct str folder = str_copy(job->keep, job->options->fonts);
    struct file_names names;
    if (!file_list(job->keep, folder.s, &names)) diag_machine_fault(job->diags, folder, errno);
    for (size_t i = 0; i < names.n; i++)
        if (is_font_name(names.at[i])) VEC_ADD(job->keep, out->list, names.at[i]);
}

/* Told once: at the place where the file was wished for, else nowhere. */
static void tell_fault(struct job *job, struct unusable *u, struct place place)
{
    enum diag_code code = u->fault == FACE_OUTLINES     ? DIAG_FONT_OUTLINES
                          : u->fault == FACE_NO_UNICODE ? DIAG_FONT_NO_UNICODE
                                                        : DIAG_FONT_DAMAGED;
    if (!u->told) diag_tell(job->diags, code, place, u->file);
    u->told = true;
}

struct opened {
    VEC(struct face) list;
    VEC(struct unusable) unusable;
};

static void add_fault(struct job *job, struct opened *out, struct str file, enum face_fault fault)
{
    VEC_ADD(job->keep, out->unusable, (struct unusable){.file = file, .fault = fault});
}

static void open_faces(struct job *job, struct opened *out, struct str file, struct str path, hb_blob_t *blob)
{
    unsigned n = face_count(blob);
    if (!n) add_fault(job, out, file, FACE_DAMAGED);
    for (unsigned i = 0; i < n && out->list.n < FONTS_MOST; i++) {
        struct face f;
        enum face_fault fault = face_open(&f, job->keep, blob, i);
        if (fault) {
            add_fault(job, out, file, fault);
            return;
        }
        f.file = file;
        f.info.path = path;
        VEC_ADD(job->keep, out->list, f);
    }
}

/* A face that the machine failed to read is not taken for one that is damaged: another would be set. */
static void open_file(struct job *job, struct opened *out, struct str file)
{
    struct str path = str_fmt(job->keep, "%.*s/%.*s", STR_ARGS(job->options->fonts), STR_ARGS(file));
    struct stat st;
    if (stat(path.s, &st)) {
        diag_machine_fault(job->diags, path, errno);
        return;
    }
    if (S_ISDIR(st.st_mode)) return;
    errno = 0;
    hb_blob_t *blob = S_ISREG(st.st_mode) ? hb_blob_create_from_file_or_fail(path.s) : NULL;
    if (!blob && diag_machine_fault(job->diags, path, errno)) return;
    if (!blob) {
        add_fault(job, out, file, FACE_DAMAGED);
        return;
    }
    open_faces(job, out, file, path, blob);
    hb_blob_destroy(blob); /* the faces hold it */
}

/* -- choosing -- */

static struct str stem_of(struct str file)
{
    return str_sub(file, 0, file.n - 4);
}

static bool is_family(const struct face *f, struct str name)
{
    return str_eq_fold(f->info.family, name) || str_eq_fold(f->legacy, name);
}

static bool is_itself(const struct face *f, struct str name)
{
    return str_eq_fold(f->file, name) || str_eq_fold(stem_of(f->file), name) ||
           str_eq_fold(f->info.postscript, name) || str_eq_fold(f->full, name);
}

static bool sets(const struct face *f, enum lang lang)
{
    return f->letter[lang] > 0;
}

enum font_set_fit { FIT_EXACT, FIT_WEIGHT, FIT_ANY };

/* Of a family's faces the one nearest to a book's weight: 400, or 700 for bold. */
static uint16_t in_family(const struct font_set *f, struct str family, enum lang lang, bool bold, bool italic,
                          enum font_set_fit fit)
{
    uint16_t best = FACE_NONE;
    int best_off = 0;
    for (size_t i = 0; i < f->n; i++) {
        const struct face *x = &f->at[i];
        if (!is_family(x, family) || !sets(x, lang)) continue;
        if (fit <= FIT_WEIGHT && x->info.bold != bold) continue;
        if (fit == FIT_EXACT && x->info.italic != italic) continue;
        int off = abs(x->info.weight - (bold ? 700 : 400)) + (x->info.italic != italic ? 1000 : 0);
        if (best == FACE_NONE || off < best_off) best = (uint16_t)i, best_off = off;
    }
    return best;
}

/* The face that a file name or a full name tells; FACE_NONE where it is a family, or nothing. */
static uint16_t by_itself(const struct font_set *f, struct str name, enum lang lang)
{
    for (size_t i = 0; i < f->n; i++)
        if (is_family(&f->at[i], name)) return FACE_NONE;
    for (size_t i = 0; i < f->n; i++)
        if (is_itself(&f->at[i], name) && sets(&f->at[i], lang)) return (uint16_t)i;
    return FACE_NONE;
}

struct choice {
    struct str wish; /* a family, empty: none */
    uint16_t exact;  /* the very face that was asked for */
    enum lang lang;
    enum font_use use;
};

static uint16_t any_with(const struct font_set *f, enum lang lang, bool bold, bool italic)
{
    for (int use = 0; use < FONT_USES; use++) {
        uint16_t got = in_family(f, str_of(house[lang][use]), lang, bold, italic, FIT_ANY);
        if (got != FACE_NONE) return got;
    }
    for (size_t i = 0; i < f->n; i++)
        if (sets(&f->at[i], lang)) return (uint16_t)i;
    return FACE_NONE;
}

/* Display faces often come in one weight, which is wanted more than boldness; elsewhere bold must show. */
static uint16_t choose(const struct font_set *f, const struct choice *c, bool bold, bool italic)
{
    struct str from[2] = {c->wish, str_of(house[c->lang][c->use])};
    static const unsigned char text[][2] = {{0, FIT_EXACT},  {1, FIT_EXACT}, {0, FIT_WEIGHT},
                                            {1, FIT_WEIGHT}, {0, FIT_ANY},   {1, FIT_ANY}};
    static const unsigned char display[][2] = {{0, FIT_EXACT}, {0, FIT_WEIGHT}, {0, FIT_ANY},
                                               {1, FIT_EXACT}, {1, FIT_WEIGHT}, {1, FIT_ANY}};
    bool is_display = c->use == FONT_DISPLAY;
    if (c->exact != FACE_NONE && !italic && (is_display || !bold || f->at[c->exact].info.bold))
        return c->exact;
    if (is_display) bold = true;
    for (size_t i = 0; i < 6; i++) {
        const unsigned char *step = is_display ? display[i] : text[i];
        if (!from[step[0]].n) continue;
        uint16_t got = in_family(f, from[step[0]], c->lang, bold, italic, (enum font_set_fit)step[1]);
        if (got != FACE_NONE) return got;
    }
    return any_with(f, c->lang, bold, italic);
}

static struct str nearest_family(const struct font_set *f, struct str name, enum lang lang)
{
    struct str best = {0};
    size_t least = SIZE_MAX;
    for (size_t i = 0; i < f->n; i++) {
        size_t d = str_distance(f->at[i].info.family, name, 64);
        if (sets(&f->at[i], lang) && d < least) best = f->at[i].info.family, least = d;
    }
    return best;
}

static bool is_known(const struct font_set *f, struct str name)
{
    for (size_t i = 0; i < f->n; i++)
        if (is_family(&f->at[i], name) || is_itself(&f->at[i], name)) return true;
    return false;
}

static struct unusable *unusable_named(const struct font_set *f, struct str name)
{
    for (size_t i = 0; i < f->nunusable; i++) {
        struct str file = f->unusable[i].file;
        if (str_eq_fold(file, name) || str_eq_fold(stem_of(file), name)) return &f->unusable[i];
    }
    return NULL;
}

/* The letter by which a face is known to have a language's. */
static struct str letter_shown(struct arena *a, enum lang lang)
{
    struct buf b = BUF(a);
    buf_cp(&b, lang_at(lang)->tall);
    return buf_str(&b);
}

/* Fills in what was wished for; a wish that cannot be met is told once, at its place. */
static void take_wish(struct job *job, const struct font_set *f, struct choice *c, struct str name,
                      struct place place)
{
    name = str_trim(name);
    if (!name.n || !f->at) return;
    c->exact = by_itself(f, name, c->lang);
    c->wish = c->exact != FACE_NONE ? f->at[c->exact].info.family : name;
    if (in_family(f, c->wish, c->lang, false, false, FIT_ANY) != FACE_NONE) return;
    struct str near = nearest_family(f, name, c->lang);
    struct unusable *broken = unusable_named(f, name);
    if (broken)
        tell_fault(job, broken, place);
    else if (is_known(f, name))
        diag_tell(job->diags, DIAG_FONT_LACKS, place, name, letter_shown(job->keep, c->lang), near);
    else
        diag_tell(job->diags, DIAG_FONT_NOT_FOUND, place, name, near);
    c->wish = (struct str){0};
}

/* Letters that do not lean are stressed by the sans face amid the body's; where that is none, or the text is
 * sans itself, by weight. */
static void stress_styles(struct font_set *f, enum lang lang)
{
    for (int bold = 0; bold < 2 && !lang_at(lang)->italic; bold++) {
        uint16_t sans = f->style[lang][FONT_SANS][bold][0], *body = f->style[lang][FONT_BODY][bold];
        if (sans != FACE_NONE && sans != body[0]) body[1] = sans;
    }
}

static void choose_styles(struct job *job, struct font_set *f, const struct font_wish *wish, enum lang lang,
                          enum font_use use)
{
    struct choice c = {.exact = FACE_NONE, .lang = lang, .use = use};
    if (wish) take_wish(job, f, &c, wish->name[lang][use], wish->place[lang][use]);
    for (int bold = 0; bold < 2; bold++)
        for (int italic = 0; italic < 2; italic++) {
            bool leans = lang_at(lang)->italic, heavy = bold || (italic && !leans);
            f->style[lang][use][bold][italic] = choose(f, &c, heavy, leans && italic);
        }
    uint16_t got = f->style[lang][use][0][0];
    if (got != FACE_NONE && !c.wish.n && !is_family(&f->at[got], str_of(house[lang][use])))
        diag_tell(job->diags, DIAG_FONT_HOUSE, (struct place){0}, str_of(house[lang][use]),
                  f->at[got].info.family);
    if (got != FACE_NONE && f->at[got].variable)
        diag_tell(job->diags, DIAG_FONT_VARIABLE, (struct place){0}, f->at[got].file);
}

static void choose_box(struct font_set *f)
{
    static const uint32_t shown[] = {0xFFFD, 0x25A1, 0x25A0, '?'};
    f->box_face = FACE_NONE;
    for (size_t i = 0; i < sizeof shown / sizeof *shown && f->box_face == FACE_NONE; i++) {
        f->box_face = font_set_find(f, LANG_EN, FONT_SANS, false, false, &shown[i], 1);
        if (f->box_face != FACE_NONE) f->box_glyph = face_glyph(&f->at[f->box_face], shown[i]);
    }
}

static bool all_set(const struct font_set *f)
{
    for (int l = 0; l < LANG_N; l++)
        if (f->style[l][FONT_BODY][0][0] == FACE_NONE) return false;
    return true;
}

/* What each style is set in. False, told, where not even text can be. */
static bool choose_all(struct job *job, struct font_set *f, const struct font_wish *wish)
{
    for (int lang = 0; lang < LANG_N; lang++)
        for (int use = 0; use < FONT_USES; use++)
            choose_styles(job, f, wish, (enum lang)lang, (enum font_use)use);
    for (int lang = 0; lang < LANG_N; lang++) stress_styles(f, (enum lang)lang);
    for (size_t i = 0; i < f->nunusable; i++) tell_fault(job, &f->unusable[i], (struct place){0});
    if (all_set(f)) return choose_box(f), true;
    if (!diag_has(job->diags, DIAG_FILE_FAILED))
        diag_tell(job->diags, DIAG_FONTS_NONE, (struct place){0}, job->options->fonts);
    return false;
}

struct font_set *font_set_open(struct job *job, const struct font_wish *wish)
{
    struct font_names names = {{0}};
    struct opened opened = {.list = {0}};
    list_folder(job, &names);
    for (size_t i = 0; i < names.list.n; i++) open_file(job, &opened, names.list.at[i]);
    struct font_set *f = ARENA_ONE(job->keep, struct font_set);
    f->hyphen = hyphen_open(job);
    f->at = opened.list.at;
    f->n = opened.list.n;
    f->refused = ARENA_MANY(job->keep, atomic_bool, f->n + 1);
    f->unusable = opened.unusable.at;
    f->nunusable = opened.unusable.n;
    if (choose_all(job, f, wish)) return f;
    font_set_close(f);
    return NULL;
}

void font_set_name(struct font_set *f, struct memo_key state)
{
    f->state = state;
}

struct memo_key font_set_state(const struct font_set *f)
{
    return f->state;
}

void font_set_refuse(const struct font_set *f, size_t face)
{
    atomic_store(&f->refused[face], true);
}

static void add_refused(struct job *job, struct font_set *f, const struct face *face)
{
    struct unusable *more = ARENA_MANY(job->keep, struct unusable, f->nunusable + 1);
    for (size_t i = 0; i < f->nunusable; i++) more[i] = f->unusable[i];
    more[f->nunusable++] = (struct unusable){.file = face->file, .fault = FACE_DAMAGED};
    f->unusable = more;
}

bool font_set_mend(struct job *job, struct font_set *f, const struct font_wish *wish)
{
    size_t kept = 0;
    for (size_t i = 0; i < f->n; i++) {
        bool refused = atomic_exchange(&f->refused[i], false);
        if (refused) {
            add_refused(job, f, &f->at[i]);
            face_close(&f->at[i]);
        } else {
            f->at[kept++] = f->at[i];
        }
    }
    bool changed = kept < f->n;
    f->n = kept;
    return changed && choose_all(job, f, wish);
}

void font_set_close(struct font_set *f)
{
    if (!f) return;
    for (size_t i = 0; i < f->n; i++) face_close(&f->at[i]);
    f->n = 0;
    hyphen_close(f->hyphen);
    f->hyphen = NULL;
}

struct hyphen *font_set_hyphen(const struct font_set *f)
{
    return f->hyphen;
}

/* -- asking -- */

/* What no language is told of is set as Latin letters are. */
static enum lang known(enum lang lang)
{
    return lang_or(lang, LANG_EN);
}

size_t font_set_count(const struct font_set *f)
{
    return f->n;
}

const struct face_info *font_set_info(const struct font_set *f, size_t face)
{
    return &f->at[face].info;
}

const struct face *font_set_at(const struct font_set *f, size_t face)
{
    return &f->at[face];
}

size_t font_set_face(const struct font_set *f, enum lang lang, enum font_use use, bool bold, bool italic)
{
    return f->style[known(lang)][use][bold][italic];
}

static bool has_all(const struct face *f, const uint32_t *cp, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!face_has(f, cp[i])) return false;
    return true;
}

/* Dots of display letters are heavy and low, or thin where the face has none: the bold sans has them. */
static bool is_dot_of_display(enum font_use use, const uint32_t *cp, size_t n)
{
    return use == FONT_DISPLAY && n == 1 && (*cp == '.' || *cp == 0xB7);
}

uint16_t font_set_find(const struct font_set *f, enum lang lang, enum font_use use, bool bold, bool italic,
                       const uint32_t *cp, size_t n)
{
    static const enum font_use order[] = {FONT_BODY, FONT_SANS, FONT_MONO, FONT_DISPLAY};
    if (is_dot_of_display(use, cp, n)) use = FONT_SANS, bold = true, italic = false;
    enum lang own = known(lang), langs[2] = {own, lang_other(own)};
    for (size_t i = 0; i < 2 + 2 * 4; i++) {
        enum font_use u = i < 2 ? use : order[(i - 2) / 2];
        uint16_t face = f->style[langs[i % 2]][u][bold][italic];
        if (face != FACE_NONE && has_all(&f->at[face], cp, n)) return face;
    }
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++)
        for (size_t k = 0; k < f->n; k++)
            if (str_is(f->at[k].info.family, symbols[i]) && has_all(&f->at[k], cp, n)) return (uint16_t)k;
    for (size_t k = 0; k < f->n; k++)
        if (has_all(&f->at[k], cp, n)) return (uint16_t)k;
    return FACE_NONE;
}

uint16_t font_set_box(const struct font_set *f, hb_codepoint_t *glyph)
{
    *glyph = f->box_glyph;
    return f->box_face;
}

static int64_t rounded(int64_t a, int64_t b)
{
    return (a + b / 2) / b;
}

/* A use's capitals in 1/(100 * MATCH_PERCENT) of 1/1000 of the run's size; Khmer letters come to
 * MATCH_PERCENT. */
static int64_t capitals(const struct font_set *f, enum lang lang, enum font_use use)
{
    int64_t own = f->at[f->style[lang][use][0][0]].letter[lang];
    return own * 100 * (lang == LANG_KM ? 100 : MATCH_PERCENT);
}

/* The height of a face's letters; a family's bold is measured as its regular, so that both have one size. */
static int64_t letter_of(const struct font_set *f, enum lang lang, enum font_use use, size_t face)
{
    const struct face *own = &f->at[f->style[lang][use][0][0]], *x = &f->at[face];
    return x->letter[lang] && !str_eq(x->info.family, own->info.family) ? x->letter[lang] : own->letter[lang];
}

int32_t font_set_letter(const struct font_set *f, size_t face, enum lang lang)
{
    return f->at[face].letter[known(lang)];
}

int64_t font_set_scale(const struct font_set *f, enum lang lang, enum font_use use, size_t face, bool khmer)
{
    int64_t tall = capitals(f, known(lang), use);
    if (khmer && f->at[face].letter[LANG_KM]) return rounded(tall * 100, letter_of(f, LANG_KM, use, face));
    return rounded(tall * 100 * 100 / MATCH_PERCENT, letter_of(f, LANG_EN, use, face));
}

int32_t font_set_match(const struct font_set *f, enum font_use use, enum lang from, enum lang to,
                       int32_t size)
{
    size_t face = f->style[known(to)][use][0][0];
    return (int32_t)rounded(size * font_set_scale(f, from, use, face, to == LANG_KM), MILLION);
}
