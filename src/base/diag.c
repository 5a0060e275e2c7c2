#include "base/diag.h"

#include "base/file.h"

#include <stdlib.h>

#define BY_LANG(en, km)                                                                                      \
    {                                                                                                        \
        [LANG_EN] = en, [LANG_KM] = km                                                                       \
    }

static const struct entry {
    const char *name;
    enum severity severity;
    const char *text[LANG_N], *cure[LANG_N];
} CATALOGUE[] = {
#define DIAG(code, name, severity, en, km, cure_en, cure_km)                                                 \
    {name, SEVERITY_##severity, BY_LANG(en, km), BY_LANG(cure_en, cure_km)},
#include "base/diag.def"
#undef DIAG
};

struct diags *diags_new(struct arena *a)
{
    struct diags *d = ARENA_ONE(a, struct diags);
    d->arena = a;
    return d;
}

/* A message is one line of UTF-8 on a terminal: control characters of the input must not steer it. */
static void add_shown(struct buf *out, struct str s)
{
    for (size_t at = 0; at < s.n;) {
        uint32_t c = utf8_next(s, &at);
        buf_cp(out, !utf8_control(c) ? c : c == '\n' || c == '\t' ? ' ' : '?');
    }
}

/* A message stays readable, whatever it names, wherever it is printed. */
static struct str shortened(struct arena *a, struct str s)
{
    enum { MOST = 400 };
    struct buf b = BUF(a);
    size_t n = s.n <= MOST ? s.n : MOST, plain = 0;
    while (n && n < s.n && ((unsigned char)s.s[n] & 0xC0) == 0x80) n--;
    while (plain < n && (unsigned char)s.s[plain] >= ' ' && (unsigned char)s.s[plain] < 0x7F) plain++;
    if (plain == s.n) return str_copy(a, s);
    add_shown(&b, str_sub(s, 0, n));
    if (n < s.n) buf_put(&b, "…");
    return buf_str(&b);
}

void diag_add(struct diags *d, enum diag_code code, struct place place, const struct str *args)
{
    struct diag x = {.code = code, .place = place};
    for (int i = 0; i < DIAG_ARGS; i++)
        if (args[i].s) x.args[i] = shortened(d->arena, args[i]);
    VEC_ADD(d->arena, d->list, x);
}

bool diag_machine_fault(struct diags *d, struct str path, int why)
{
    if (!file_machine_fault(why)) return false;
    struct source *source = source_new(d->arena, str_copy(d->arena, path), STR(""));
    diag_add(d, DIAG_FILE_FAILED, place_in(source, PLACE_WHOLE_FILE),
             (const struct str[DIAG_ARGS]){str_of(strerror(why))});
    return true;
}

/* A source that was made only to name a file may lie in the arena of the job that told it. */
static struct place lasting(struct arena *a, struct place p)
{
    if (!p.source || p.offset != PLACE_WHOLE_FILE || p.source->text.n) return p;
    return place_in(source_new(a, str_copy(a, p.source->path), STR("")), PLACE_WHOLE_FILE);
}

void diag_merge(struct diags *d, const struct diags *other)
{
    for (size_t i = 0; i < other->list.n; i++)
        diag_add(d, other->list.at[i].code, lasting(d->arena, other->list.at[i].place),
                 (const struct str[DIAG_ARGS]){other->list.at[i].args[0], other->list.at[i].args[1],
                                               other->list.at[i].args[2], other->list.at[i].args[3]});
}

static struct str path_of(const struct diag *d)
{
    return d->place.source ? d->place.source->path : (struct str){0};
}

static int compare(const void *left, const void *right)
{
    const struct diag *a = left, *b = right;
    int c = str_cmp(path_of(a), path_of(b));
    /* A complaint about the file as a whole comes first. */
    uint32_t x = a->place.offset + 1, y = b->place.offset + 1;
    if (!c) c = (x > y) - (x < y);
    if (!c) c = (a->code > b->code) - (a->code < b->code);
    for (int i = 0; i < DIAG_ARGS && !c; i++) c = str_cmp(a->args[i], b->args[i]);
    return c;
}

void diag_sort(struct diags *d)
{
    size_t kept = 0;
    if (d->list.n) qsort(d->list.at, d->list.n, sizeof *d->list.at, compare);
    for (size_t i = 0; i < d->list.n; i++)
        if (!kept || compare(&d->list.at[kept - 1], &d->list.at[i])) d->list.at[kept++] = d->list.at[i];
    d->list.n = kept;
}

/* -- repeats -- */

/* A table of 2,000 rows still tells each place. */
enum { TOLD_MOST = 2500, RANGES_MOST = 12 };

static int by_kind(const void *left, const void *right)
{
    const struct diag *a = *(const struct diag *const *)left, *b = *(const struct diag *const *)right;
    int c = str_cmp(path_of(a), path_of(b));
    if (!c) c = (a->code > b->code) - (a->code < b->code);
    if (!c) c = (a->place.column > b->place.column) - (a->place.column < b->place.column);
    return c ? c : (a > b) - (a < b);
}

static bool same_kind(const struct diag *a, const struct diag *b)
{
    return a->code == b->code && a->place.column == b->place.column && str_eq(path_of(a), path_of(b));
}

/* Lines in order, those that follow one another as a range. */
static struct str ranges(struct arena *a, struct diag *const *at, size_t n)
{
    struct buf b = BUF(a);
    for (size_t i = 0, told = 0; i < n; told++) {
        uint32_t from = place_line(at[i]->place), to = from, next = from;
        while (next <= to + 1) {
            to = next;
            if (++i == n) break;
            next = place_line(at[i]->place);
        }
        if (told == RANGES_MOST) return buf_put(&b, " …"), buf_str(&b);
        buf_fmt(&b, told ? ", %u" : "%u", from);
        if (to > from) buf_fmt(&b, "–%u", to);
    }
    return buf_str(&b);
}

/* The first of those past the limit stands for them all; the others are marked as gone. */
static void fold_kind(struct arena *a, struct diag **at, size_t n)
{
    const size_t most = TOLD_MOST;
    if (n <= most + 1 || !place_line(at[most]->place)) return;
    at[most]->lines = ranges(a, at + most + 1, n - most - 1);
    for (size_t i = most + 1; i < n; i++) {
        at[most]->more += 1 + at[i]->more;
        at[i]->code = DIAG_LAST;
    }
}

void diag_fold(struct diags *d)
{
    size_t n = d->list.n, kept = 0;
    struct diag **all = ARENA_MANY(d->arena, struct diag *, n);
    for (size_t i = 0; i < n; i++) all[i] = &d->list.at[i];
    if (n) qsort(all, n, sizeof *all, by_kind);
    for (size_t i = 0, to; i < n; i = to) {
        for (to = i + 1; to < n && same_kind(all[i], all[to]);) to++;
        fold_kind(d->arena, all + i, to - i);
    }
    for (size_t i = 0; i < n; i++)
        if (d->list.at[i].code != DIAG_LAST) d->list.at[kept++] = d->list.at[i];
    d->list.n = kept;
}

size_t diag_count(const struct diags *d, enum severity severity)
{
    size_t n = 0;
    for (size_t i = 0; i < d->list.n; i++)
        if (CATALOGUE[d->list.at[i].code].severity == severity) n += 1 + d->list.at[i].more;
    return n;
}

bool diag_has(const struct diags *d, enum diag_code code)
{
    for (size_t i = 0; i < d->list.n; i++)
        if (d->list.at[i].code == code) return true;
    return false;
}

const char *diag_name(enum diag_code code)
{
    return CATALOGUE[code].name;
}

enum severity diag_severity(enum diag_code code)
{
    return CATALOGUE[code].severity;
}

const char *diag_severity_name(enum severity s, enum lang lang)
{
    static const char *const NAMES[][LANG_N] = {BY_LANG("note", "កំណត់សម្គាល់"), BY_LANG("warning", "ការព្រមាន"),
                                                BY_LANG("error", "កំហុស")};
    return NAMES[s][lang];
}

enum diag_code diag_by_name(struct str name)
{
    for (int i = 0; i < DIAG_LAST; i++)
        if (str_eq_fold(name, str_of(CATALOGUE[i].name))) return (enum diag_code)i;
    return DIAG_LAST;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* 12; 3, 7–12, 15: whole numbers and what parts them in a list. */
static bool is_numbers(struct str s)
{
    size_t at = 0;
    while (at < s.n) {
        if (!is_digit(s.s[at])) return false;
        while (at < s.n && is_digit(s.s[at])) at++;
        struct str rest = str_sub(s, at, s.n);
        at += str_starts(rest, ", ") ? 2 : str_starts(rest, "–") ? 3 : 0;
        if (str_is(rest, " …")) return true;
    }
    return s.n > 0;
}

/* Numbers in the language's digits; all else as it is. */
static void add_arg(struct buf *b, struct str arg, enum lang lang)
{
    bool numbers = is_numbers(arg);
    for (size_t i = 0; i < arg.n; i++)
        if (numbers && is_digit(arg.s[i]))
            buf_cp(b, lang_at(lang)->zero + (uint32_t)(arg.s[i] - '0'));
        else
            buf_byte(b, arg.s[i]);
}

/* {1}, or {1#row#rows}: the second word unless the argument is one. At p; past its end. */
static const char *fill_one(struct buf *b, const char *p, const struct str *args, enum lang lang)
{
    struct str arg = args[p[1] - '1'];
    const char *end = strchr(p, '}');
    if (p[2] != '#') return add_arg(b, arg, lang), end + 1;
    const char *one = p + 3, *many = strchr(one, '#') + 1;
    bool single = str_is(arg, "1");
    buf_add(b, (struct str){single ? one : many, (size_t)(single ? many - 1 - one : end - many)});
    return end + 1;
}

static struct str fill(struct arena *a, const char *format, const struct str *args, enum lang lang)
{
    struct buf b = BUF(a);
    for (const char *p = format; *p;) {
        bool arg = p[0] == '{' && p[1] >= '1' && p[1] <= '0' + DIAG_ARGS && (p[2] == '}' || p[2] == '#');
        if (arg)
            p = fill_one(&b, p, args, lang);
        else
            buf_byte(&b, *p++);
    }
    return buf_str(&b);
}

static struct str message(struct arena *a, const struct diag *d, const char *format, enum lang lang)
{
    static const char *const MORE[] =
        BY_LANG(" – and {1} more like this, in {1#line#lines} {2}", " – និង {1} ទៀតដូចនេះ នៅបន្ទាត់ {2}");
    struct str text = fill(a, format, d->args, lang),
               args[DIAG_ARGS] = {str_fmt(a, "%zu", d->more), d->lines};
    if (!d->more) return text;
    struct str more = fill(a, MORE[lang], args, lang);
    return str_fmt(a, "%.*s%.*s", STR_ARGS(text), STR_ARGS(more));
}

/* A mark at its end that a full stop would double. */
static bool is_ended(struct str s)
{
    static const char *const ENDS[] = {".", "?", "!", ":", "…", "។", "៕", "៖"};
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++)
        if (str_ends(s, ENDS[i])) return true;
    return false;
}

struct str diag_message(struct arena *a, const struct diag *d, enum lang lang)
{
    return message(a, d, CATALOGUE[d->code].text[lang], lang);
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* A text of the catalogue with the apostrophe of print; quotes of code, which stand at no letter's right,
 * stay. */
static const char *with_apostrophes(struct arena *a, const char *format)
{
    struct buf b = BUF(a);
    for (const char *c = format; *c; c++) {
        if (*c == '\'' && c > format && is_letter(c[-1]) && is_letter(c[1]))
            buf_put(&b, "’");
        else
            buf_byte(&b, *c);
    }
    buf_byte(&b, '\0');
    return buf_str(&b).s;
}

/* What a message names is never written otherwise: only its own first word gets the capital. */
struct str diag_sentence(struct arena *a, const struct diag *d, enum lang lang)
{
    struct str text = message(a, d, with_apostrophes(a, CATALOGUE[d->code].text[lang]), lang);
    char first = CATALOGUE[d->code].text[lang][0];
    struct buf b = BUF(a);
    if (first >= 'a' && first <= 'z') {
        buf_byte(&b, (char)(first - 'a' + 'A'));
        text = str_sub(text, 1, text.n);
    }
    buf_add(&b, text);
    if (!is_ended(text)) buf_put(&b, lang_at(lang)->stop);
    return buf_str(&b);
}

struct str diag_cure(struct arena *a, const struct diag *d, enum lang lang)
{
    return fill(a, CATALOGUE[d->code].cure[lang], d->args, lang);
}

struct str diag_cure_printed(struct arena *a, const struct diag *d, enum lang lang)
{
    return fill(a, with_apostrophes(a, CATALOGUE[d->code].cure[lang]), d->args, lang);
}

void diag_print(struct buf *out, const struct diag *d, enum lang lang, bool colour)
{
    static const char *const COLOURS[] = {"\033[36m", "\033[33m", "\033[31m"};
    enum severity s = CATALOGUE[d->code].severity;
    if (d->place.source) {
        add_shown(out, place_text(out->arena, d->place));
        buf_put(out, ": ");
    }
    buf_fmt(out, "%s%s%s: ", colour ? COLOURS[s] : "", diag_severity_name(s, lang), colour ? "\033[0m" : "");
    add_shown(out, diag_message(out->arena, d, lang));
    buf_fmt(out, " [%s]\n", CATALOGUE[d->code].name);
    struct str cure = diag_cure(out->arena, d, lang);
    if (!cure.n) return;
    buf_put(out, "    → ");
    add_shown(out, cure);
    buf_byte(out, '\n');
}

/* Messages that are told in every language come in English first. */
static enum lang shown_lang(int i)
{
    return (enum lang)(LANG_N - 1 - i);
}

bool diag_asks_nothing(enum diag_code code)
{
    return strcmp(CATALOGUE[code].cure[shown_lang(0)], "Nothing needs doing.") == 0;
}

static void json_field(struct buf *out, const char *key, struct str value, bool last)
{
    buf_fmt(out, "    \"%s\": ", key);
    buf_json(out, value);
    buf_put(out, last ? "\n" : ",\n");
}

void diag_json(struct buf *out, const struct diags *d)
{
    buf_put(out, "[");
    for (size_t i = 0; i < d->list.n; i++) {
        const struct diag *x = &d->list.at[i];
        struct position p = place_position(x->place);
        buf_put(out, i ? ",\n  {\n" : "\n  {\n");
        json_field(out, "file", path_of(x), false);
        buf_fmt(out, "    \"line\": %u,\n    \"column\": %u,\n", p.line, p.column);
        json_field(out, "severity", str_of(diag_severity_name(CATALOGUE[x->code].severity, shown_lang(0))),
                   false);
        json_field(out, "code", str_of(CATALOGUE[x->code].name), false);
        for (int l = 0; l < LANG_N; l++)
            json_field(out, lang_tag(shown_lang(l)), diag_message(out->arena, x, shown_lang(l)), false);
        for (int l = 0; l < LANG_N; l++)
            json_field(out, str_fmt(out->arena, "cure_%s", lang_tag(shown_lang(l))).s,
                       diag_cure(out->arena, x, shown_lang(l)), l == LANG_N - 1);
        buf_put(out, "  }");
    }
    buf_put(out, d->list.n ? "\n]\n" : "]\n");
}

/* -- more on a complaint -----------------------------------------------------------------------------------
 */

/* Folders in which a complaint is met, and in which it is gone: the tests build them too. */
static const struct example {
    enum diag_code code;
    const char *place;           /* where it is told */
    const char *file, *text;     /* before; text NULL: there is no such file */
    const char *cured, *is_text; /* after */
} EXAMPLES[] = {
#define EXAMPLE(code, place, file, text, cured, is_text) {DIAG_##code, place, file, text, cured, is_text},
#define BESIDE(code, file, text)
#define NO_EXAMPLE(code, why)
#include "base/diag_examples.def"
#undef EXAMPLE
#undef BESIDE
};

static const struct beside {
    enum diag_code code;
    const char *file, *text; /* stands there before and after */
} BESIDES[] = {
#define EXAMPLE(code, place, file, text, cured, is_text)
#define BESIDE(code, file, text) {DIAG_##code, file, text},
#include "base/diag_examples.def"
#undef EXAMPLE
#undef BESIDE
#undef NO_EXAMPLE
};

/* Blanks that nobody sees are named. */
static void show_line(struct buf *out, struct str line)
{
    buf_put(out, "    ");
    for (size_t at = 0; at < line.n;) {
        uint32_t c = utf8_next(line, &at);
        bool hidden = c == '\t' || c == 0xA0 || c == 0x200B || c == 0x3000;
        if (hidden)
            buf_fmt(out, c == '\t' ? "<TAB>" : "<U+%04X>", (unsigned)c);
        else
            buf_cp(out, c);
    }
    buf_byte(out, '\n');
}

static void show_file(struct buf *out, const char *file, const char *text)
{
    static const char *const GONE[] = BY_LANG("no such file", "គ្មានឯកសារនេះ");
    struct str rest = str_of(text ? text : ""), line;
    if (text)
        buf_fmt(out, "  %s\n", file);
    else
        buf_fmt(out, "  %s (%s / %s)\n", file, GONE[shown_lang(0)], GONE[shown_lang(1)]);
    if (str_ends(rest, "\n")) rest.n--;
    while (rest.n && str_cut(&rest, '\n', &line)) show_line(out, line);
}

static void show_example(struct buf *out, const struct example *x)
{
    static const char *const WORDS[][LANG_N] = {BY_LANG("Before", "មុន"), BY_LANG("After", "ក្រោយ"),
                                                BY_LANG("Beside it", "នៅក្បែរ")};
    enum lang first = shown_lang(0), second = shown_lang(1);
    buf_fmt(out, "\n%s / %s\n", WORDS[0][first], WORDS[0][second]);
    show_file(out, x->file, x->text);
    buf_fmt(out, "\n%s / %s\n", WORDS[1][first], WORDS[1][second]);
    show_file(out, x->cured, x->is_text);
    for (size_t i = 0, told = 0; i < sizeof BESIDES / sizeof *BESIDES; i++) {
        if (BESIDES[i].code != x->code || !BESIDES[i].text) continue;
        if (!told++) buf_fmt(out, "\n%s / %s\n", WORDS[2][first], WORDS[2][second]);
        show_file(out, BESIDES[i].file, BESIDES[i].text);
    }
}

/* A message without a place: its arguments are dots, and their words the plural. */
void diag_explain(struct buf *out, enum diag_code code)
{
    static const struct str DOTS[DIAG_ARGS] = {STR_INIT("…"), STR_INIT("…"), STR_INIT("…"), STR_INIT("…")};
    const struct entry *e = &CATALOGUE[code];
    buf_fmt(out, "%s —", e->name);
    for (int i = 0; i < LANG_N; i++)
        buf_fmt(out, "%s %s", i ? " /" : "", diag_severity_name(e->severity, shown_lang(i)));
    buf_byte(out, '\n');
    for (int i = 0; i < LANG_N; i++) {
        struct str text = fill(out->arena, e->text[shown_lang(i)], DOTS, shown_lang(i));
        struct str cure = fill(out->arena, e->cure[shown_lang(i)], DOTS, shown_lang(i));
        buf_fmt(out, "\n%.*s\n  → %.*s\n", STR_ARGS(text), STR_ARGS(cure));
    }
    for (size_t i = 0; i < sizeof EXAMPLES / sizeof *EXAMPLES; i++)
        if (EXAMPLES[i].code == code) show_example(out, &EXAMPLES[i]);
}
