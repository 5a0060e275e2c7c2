#include "read/form/answers.h"

#include "khmer/letter.h"
#include "khmer/number.h"
#include "khmer/spelling_order.h"
#include "read/format/yaml_values.h"

/* -- words ------------------------------------------------------------------------------------------------
 */

static bool is_mark(uint32_t c)
{
    if (c < 0x80) return !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
    return (c >= 0x17D4 && c <= 0x17DA && c != 0x17D7) || (c >= 0x2000 && c <= 0x206F) || c == 0xA0 ||
           c == 0xAB || c == 0xBB || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF0F);
}

struct str answers_fold(struct arena *a, struct str text)
{
    struct str t = spelling_order_fold(a, text);
    struct buf b = BUF(a);
    for (size_t at = 0; at < t.n;) {
        size_t from = at;
        if (!is_mark(utf8_next(t, &at))) buf_add(&b, str_sub(t, from, at));
    }
    return buf_str(&b);
}

bool answers_empty(struct str text)
{
    return !text.n || str_is(text, "-") || str_is(text, "–") || str_is(text, "—");
}

struct answers_key answers_key(struct arena *a, const struct prompt *p)
{
    struct answers_key k = {.prompt = p, .id = answers_fold(a, p->id)};
    k.options = ARENA_MANY(a, struct answers_option, p->noptions);
    for (size_t i = 0; i < p->noptions; i++) k.options[i].id = answers_fold(a, p->options[i].id);
    for (int l = 0; l < LANG_N; l++) {
        k.text[l] = answers_fold(a, p->text.t[l]);
        k.low[l] = answers_fold(a, p->low.t[l]);
        k.high[l] = answers_fold(a, p->high.t[l]);
        for (size_t i = 0; i < p->noptions; i++)
            k.options[i].text[l] = answers_fold(a, p->options[i].text.t[l]);
    }
    return k;
}

/* -- options ----------------------------------------------------------------------------------------------
 */

static bool is_words(struct arena *a, const struct answers_option *o, struct str word)
{
    if (str_eq(word, o->id)) return true;
    for (int l = 0; l < LANG_N; l++) {
        struct str one = o->text[l], other = o->text[lang_other((enum lang)l)];
        if (one.n && str_eq(word, one)) return true;
        if (!one.n || !other.n || word.n != one.n + other.n) continue;
        if (str_eq(word, str_join(a, (struct str[]){one, other}, 2, (struct str){0}))) return true;
    }
    return false;
}

/* a, b, c …; ក, ខ, គ …: the index, or -1. */
static int letter_index(struct str word)
{
    size_t at = 0;
    uint32_t c = word.n ? utf8_next(word, &at) : 0;
    if (at != word.n) return -1;
    if (c >= 'a' && c <= 'z') return (int)(c - 'a');
    return (int)number_khmer_letter_value(c) - 1;
}

static int find_words(struct arena *a, const struct answers_key *k, struct str text)
{
    struct str word = answers_fold(a, text);
    if (!word.n) return -1;
    for (size_t i = 0; i < k->prompt->noptions; i++)
        if (is_words(a, &k->options[i], word)) return (int)i;
    return -1;
}

static struct str before_any(struct str text, const char *signs)
{
    for (size_t i = 0; i < text.n; i++)
        if (strchr(signs, text.s[i])) return str_sub(text, 0, i);
    return (struct str){0};
}

static struct str after_first(struct str text, char sign)
{
    const char *p = text.n ? memchr(text.s, sign, text.n) : NULL;
    return p ? str_sub(text, (size_t)(p - text.s) + 1, text.n) : (struct str){0};
}

/* The option that a text names: as a whole, on one side of a / or ( or before a colon, or by its letter. */
static int find_option(struct arena *a, const struct answers_key *k, struct str text)
{
    struct str tries[] = {text,
                          before_any(text, "/"),
                          after_first(text, '/'),
                          before_any(text, "("),
                          before_any(after_first(text, '('), ")"),
                          before_any(text, ":"),
                          before_any(text, ")")};
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        int found = tries[i].n ? find_words(a, k, tries[i]) : -1;
        if (found >= 0) return found;
    }
    int letter = letter_index(answers_fold(a, text));
    return letter < (int)k->prompt->noptions ? letter : -1;
}

static bool is_repeated(const struct prompt *p, size_t option)
{
    for (size_t i = 0; i < option; i++)
        if (str_eq(p->options[i].id, p->options[option].id)) return true;
    return false;
}

static void tell_option(struct job *job, const struct answers_key *k, struct csv_cell cell, struct str part)
{
    struct buf all = BUF(job->scratch);
    struct str near = {0};
    size_t best = part.n < 6 ? 1 : 3;
    for (size_t i = 0; i < k->prompt->noptions; i++) {
        const struct option *o = &k->prompt->options[i];
        if (!is_repeated(k->prompt, i)) {
            if (i) buf_put(&all, ", ");
            buf_add(&all, o->id);
        }
        for (int l = 0; l < LANG_N && !near.n; l++)
            if (o->text.t[l].n && str_distance(o->text.t[l], part, best) <= best) near = o->text.t[l];
    }
    if (near.n)
        diag_tell(job->diags, DIAG_ANSWER_OPTION_NEAR, cell.place, k->prompt->id, near);
    else
        diag_tell(job->diags, DIAG_ANSWER_OPTION, cell.place, k->prompt->id, buf_str(&all));
}

/* -- several choices --------------------------------------------------------------------------------------
 */

struct chosen {
    struct job *job;
    const struct answers_key *key;
    struct csv_cell cell;
    const char *signs;          /* that part choices, but for commas within brackets */
    size_t longest, semicolons; /* most signs, most semicolons within a choice */
    unsigned char order[64];    /* of those chosen */
    size_t n;
    uint64_t bits;
    bool unknown, twice;
};

struct answers_parts { /* where they begin; the last: past the end */
    VEC(size_t) at;
};

/* Cut at semicolons and line ends, and at commas outside brackets where they are among the signs. */
static struct answers_parts cut_parts(struct arena *a, struct str text, const char *signs)
{
    struct answers_parts p = {0};
    size_t depth = 0;
    VEC_ADD(a, p.at, 0);
    for (size_t i = 0; i < text.n; i++) {
        if (text.s[i] == '(') depth++;
        if (text.s[i] == ')' && depth) depth--;
        bool line = text.s[i] == ';' || text.s[i] == '\n';
        if (line) depth = 0;
        if (line || (text.s[i] == ',' && !depth && strchr(signs, ','))) VEC_ADD(a, p.at, i + 1);
    }
    VEC_ADD(a, p.at, text.n + 1);
    return p;
}

static size_t count_of(struct str s, const char *signs)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) n += strchr(signs, s.s[i]) != NULL;
    return n;
}

/* The most signs of these that an option's words hold, both languages together. */
static size_t most_in_options(const struct prompt *p, const char *signs)
{
    size_t most = 0;
    for (size_t i = 0; i < p->noptions; i++) {
        size_t n = 1; /* between the languages */
        for (int l = 0; l < LANG_N; l++) n += count_of(p->options[i].text.t[l], signs);
        if (n > most) most = n;
    }
    return most;
}

/* A choice may hold the signs that part choices: the longest run of parts that is an option counts. Returns
 * where it ends, or from. */
static size_t longest_run(struct chosen *c, const struct answers_parts *p, size_t from, int *found)
{
    size_t end = from + c->longest + 1, last = p->at.n - 1;
    for (size_t to = end < last ? end : last; to > from; to--) {
        struct str run = str_sub(c->cell.text, p->at.at[from], p->at.at[to] - 1);
        if (count_of(run, ";\n") > c->semicolons) continue;
        *found = find_words(c->job->scratch, c->key, run);
        if (*found >= 0) return to;
    }
    return from;
}

/* "Other: x, y" takes the rest of its line. */
static size_t rest_of_line(struct str text, const struct answers_parts *p, size_t at)
{
    while (at + 1 < p->at.n && p->at.at[at] <= text.n && text.s[p->at.at[at] - 1] == ',') at++;
    return at;
}

static void take(struct chosen *c, int option)
{
    uint64_t bit = (uint64_t)1 << option;
    c->twice |= (c->bits & bit) != 0;
    if (!(c->bits & bit)) c->order[c->n++] = (unsigned char)option;
    c->bits |= bit;
}

static void choose_parts(struct chosen *c)
{
    struct str text = c->cell.text;
    struct answers_parts p = cut_parts(c->job->scratch, text, c->signs);
    for (size_t i = 0; i + 1 < p.at.n;) {
        int found = -1;
        size_t end = longest_run(c, &p, i, &found);
        struct str part = str_trim(str_sub(text, p.at.at[i], p.at.at[i + 1] - 1));
        if (found < 0) {
            found = find_option(c->job->scratch, c->key, part);
            bool more = found >= 0 && memchr(part.s, ':', part.n) && !memchr(part.s, '(', part.n);
            end = more ? rest_of_line(text, &p, i + 1) : i + 1;
        }
        i = end;
        if (found >= 0) {
            take(c, found);
        } else if (part.n) {
            tell_option(c->job, c->key, c->cell, part);
            c->unknown = true;
        }
    }
}

static void choose(struct chosen *c)
{
    struct str text = c->cell.text;
    int whole = find_option(c->job->scratch, c->key, text);
    if (whole >= 0 && (!count_of(text, c->signs) || find_words(c->job->scratch, c->key, text) >= 0)) {
        take(c, whole);
        return;
    }
    c->longest = most_in_options(c->key->prompt, c->signs);
    c->semicolons = most_in_options(c->key->prompt, ";\n") - 1;
    choose_parts(c);
}

static void read_choice(struct job *job, const struct answers_key *k, struct csv_cell cell, struct answer *x)
{
    struct chosen c = {.job = job, .key = k, .cell = cell, .signs = ";\n,"};
    if (!k->prompt->noptions) return; /* told at the form */
    choose(&c);
    x->closed.chosen = c.bits;
    x->given = c.bits != 0;
    x->lost = c.unknown || !c.bits;
}

/* Several are told, and none of them counts. */
static void read_one_choice(struct job *job, const struct answers_key *k, struct csv_cell cell,
                            struct answer *x)
{
    read_choice(job, k, cell, x);
    if (!(x->closed.chosen & (x->closed.chosen - 1))) return;
    if (!x->lost) diag_tell(job->diags, DIAG_ANSWER_SEVERAL, cell.place, k->prompt->id);
    x->closed.chosen = 0;
    x->given = false;
    x->lost = true;
}

/* -- an order of options ----------------------------------------------------------------------------------
 */

/* "a > b › c" as "a ; b ; c": words compare without signs, so one may stand for another. */
static struct str less_arrows(struct arena *a, struct str text)
{
    struct buf b = BUF(a);
    for (size_t at = 0; at < text.n;) {
        size_t from = at;
        uint32_t c = utf8_next(text, &at);
        if (c == '>' || c == 0x203A)
            buf_byte(&b, ';');
        else
            buf_add(&b, str_sub(text, from, at));
    }
    return buf_str(&b);
}

/* The most of these signs that an option's words hold once arrows are signs too. */
static size_t most_in_order(struct arena *a, const struct prompt *p)
{
    size_t most = 0;
    for (size_t i = 0; i < p->noptions; i++) {
        size_t n = 0;
        for (int l = 0; l < LANG_N; l++) n += count_of(less_arrows(a, p->options[i].text.t[l]), ";\n");
        if (n > most) most = n;
    }
    return most;
}

static void read_ranking(struct job *job, const struct answers_key *k, struct csv_cell cell, struct answer *x)
{
    struct str most = number_latin(job->scratch, k->prompt->most);
    struct chosen c = {.job = job, .key = k, .cell = cell, .signs = ";\n"};
    if (!k->prompt->noptions) return; /* told at the form */
    c.cell.text = less_arrows(job->scratch, cell.text);
    c.longest = c.semicolons = most_in_order(job->scratch, k->prompt);
    choose_parts(&c);
    x->given = c.n && !c.unknown && !c.twice && c.n <= (size_t)k->prompt->most;
    if (c.twice)
        diag_tell(job->diags, DIAG_ANSWER_PLACE_TWICE, cell.place, k->prompt->id);
    else if (c.n > (size_t)k->prompt->most)
        diag_tell(job->diags, DIAG_ANSWER_PLACES, cell.place, k->prompt->id, most);
    if (!x->given) return;
    unsigned char *order = ARENA_MANY(job->keep, unsigned char, c.n);
    memcpy(order, c.order, c.n);
    x->closed.ranked = order;
    x->closed.nranked = c.n;
}

/* -- scales, yes and no -----------------------------------------------------------------------------------
 */

static bool is_zeros(struct str s)
{
    while (str_starts(s, "0") || str_starts(s, "០")) s = str_sub(s, s.s[0] == '0' ? 1 : 3, s.n);
    return !s.n;
}

static size_t digits_end(struct str text, size_t at)
{
    size_t end = at;
    while (at < text.n) {
        uint32_t c = utf8_next(text, &at);
        if (!(c >= '0' && c <= '9') && !khmer_digit(c)) break;
        end = at;
    }
    return end;
}

/* Cuts a number off the start of a text, and zeros behind a point with it: "4.0 good" leaves " good". */
static bool cut_number(struct str *text, long *value)
{
    size_t end = digits_end(*text, 0), to = end;
    if (!end || !number_read(str_sub(*text, 0, end), value)) return false;
    if (end + 1 < text->n && (text->s[end] == '.' || text->s[end] == ',')) {
        to = digits_end(*text, end + 1);
        if (to == end + 1)
            to = end;
        else if (!is_zeros(str_sub(*text, end + 1, to)))
            return false;
    }
    *text = str_sub(*text, to, text->n);
    return true;
}

/* An end of a scale by its words, in one language or both: "ខ្លាំងណាស់ / very much". */
static long end_value(struct arena *a, const struct answers_key *k, struct str text)
{
    struct str part;
    while (str_cut(&text, '/', &part)) {
        struct str word = answers_fold(a, part);
        for (int l = 0; l < LANG_N; l++) {
            if (k->low[l].n && str_eq(word, k->low[l])) return 1;
            if (k->high[l].n && str_eq(word, k->high[l])) return k->prompt->points;
        }
    }
    return 0;
}

static bool is_latin(struct str digits, size_t at)
{
    return (unsigned char)digits.s[at] < 0x80;
}

static bool is_fraction(uint32_t c)
{
    return (c >= 0xBC && c <= 0xBE) || (c >= 0x2150 && c <= 0x215E);
}

/* "/", "of", "លើ": what stands before the number of points. */
static bool ends_of(struct str before)
{
    before = str_trim(before);
    return str_ends(before, "/") || str_ends(before, "of") || str_ends(before, "លើ");
}

/* Every other number is the points of the scale ("4/5") or the same one again ("4 / ៤", "4 (4 stars)"). */
static bool numbers_agree(struct str rest, long value, long points, bool latin)
{
    for (size_t at = 0; at < rest.n;) {
        size_t from = at, end = digits_end(rest, at);
        long n = 0;
        if (end == from) {
            if (is_fraction(utf8_next(rest, &at))) return false;
            continue;
        }
        bool of = ends_of(str_sub(rest, 0, from)), as_first = is_latin(rest, from) == latin;
        if (!number_read(str_sub(rest, from, end), &n)) return false;
        if (!(of && n == points) && (n != value || (of && as_first))) return false;
        at = end;
    }
    return true;
}

/* "or five", "to 4": a second answer begins. */
static bool goes_on(struct str words)
{
    static const char *const JOINTS[] = {"or ", "to ", "and ", "ឬ", "រឺ", "ដល់", "ទៅ", "និង"};
    for (size_t i = 0; i < sizeof JOINTS / sizeof *JOINTS; i++) {
        struct str joint = str_of(JOINTS[i]);
        if (str_eq_fold(str_sub(words, 0, joint.n), joint)) return true;
    }
    return false;
}

/* What follows a number: nothing, or words that mean it ("4 - agree", "5 (very)" where 5 is the end that is
 * called so); not a sign alone ("4+", "4?"), another number, or the words of the other end. */
static bool means_it(struct arena *a, const struct answers_key *k, struct str rest, long value, bool latin)
{
    struct str words = str_trim(rest);
    if (!words.n || str_is(words, ".") || str_is(words, ")")) return true;
    if (!numbers_agree(rest, value, k->prompt->points, latin) || !answers_fold(a, words).n) return false;
    while (words.n && memchr(" -:.,/()", words.s[0], 8)) words = str_sub(words, 1, words.n);
    long end = end_value(a, k, words);
    return !goes_on(words) && (!end || end == value);
}

/* The one number that a cell says, by itself or in words; 0 where it says none, or more than one. */
static long scale_value(struct arena *a, const struct answers_key *k, struct str text)
{
    struct str rest = text;
    long value = 0;
    if (number_read(text, &value)) return value;
    if (!digits_end(text, 0)) {
        value = end_value(a, k, text);
        return value ? value : find_option(a, k, text) + 1;
    }
    if (cut_number(&rest, &value) && means_it(a, k, rest, value, is_latin(text, 0))) return value;
    return find_words(a, k, text) + 1;
}

static void read_scale(struct job *job, const struct answers_key *k, struct csv_cell cell, struct answer *x)
{
    long value = scale_value(job->scratch, k, cell.text);
    x->given = value >= 1 && value <= k->prompt->points;
    if (x->given)
        x->closed.scale = (int)value;
    else
        diag_tell(job->diags, DIAG_ANSWER_RANGE, cell.place, k->prompt->id,
                  number_latin(job->scratch, k->prompt->points));
}

static void read_yesno(struct job *job, const struct answers_key *k, struct csv_cell cell, struct answer *x)
{
    struct str half = before_any(cell.text, "/(,");
    int yes = yesno_read(cell.text);
    if (yes < 0 && str_trim(half).n) yes = yesno_read(str_trim(half));
    x->given = yes >= 0;
    if (x->given)
        x->closed.yes = yes;
    else
        diag_tell(job->diags, DIAG_ANSWER_YESNO, cell.place, k->prompt->id);
}

/* -- answers ----------------------------------------------------------------------------------------------
 */

static void read_open(struct job *job, const struct answers_key *k, struct csv_cell cell, struct answer *x)
{
    (void)job, (void)k;
    x->text = cell.text;
    x->lang = yaml_values_script(cell.text);
    x->given = true;
}

static void (*const READERS[PROMPT_TYPES])(struct job *, const struct answers_key *, struct csv_cell,
                                           struct answer *) = {
    [PROMPT_OPEN] = read_open,   [PROMPT_CHOICE] = read_one_choice, [PROMPT_CHOICES] = read_choice,
    [PROMPT_SCALE] = read_scale, [PROMPT_YESNO] = read_yesno,       [PROMPT_RANKING] = read_ranking};

struct answer answers_read(struct job *job, const struct answers_key *k, struct csv_cell cell)
{
    struct answer x = {.place = cell.place, .lang = LANG_NONE};
    struct arena_mark mark = arena_mark(job->scratch);
    if (answers_empty(cell.text)) return x;
    READERS[k->prompt->type](job, k, cell, &x);
    x.lost = x.lost || !x.given;
    arena_reset(job->scratch, mark);
    return x;
}

static int find_theme(struct arena *a, const struct form *f, struct str word)
{
    for (size_t i = 0; i < f->nthemes; i++) {
        const struct theme *t = &f->themes[i];
        if (str_eq(word, answers_fold(a, t->id))) return (int)i;
        for (int l = 0; l < LANG_N; l++)
            if (t->name.t[l].n && str_eq(word, answers_fold(a, t->name.t[l]))) return (int)i;
    }
    return -1;
}

static void tell_theme(struct job *job, const struct form *f, struct csv_cell cell, struct str part)
{
    struct buf all = BUF(job->scratch);
    for (size_t i = 0; i < f->nthemes; i++) {
        if (i) buf_put(&all, ", ");
        buf_add(&all, f->themes[i].id);
        size_t most = part.n < 5 ? 1 : 2;
        if (part.n < 3 || str_distance(f->themes[i].id, part, most) > most) continue;
        diag_tell(job->diags, DIAG_THEME_UNKNOWN_NEAR, cell.place, f->themes[i].id);
        return;
    }
    diag_tell(job->diags, DIAG_THEME_UNKNOWN, cell.place, buf_str(&all));
}

uint64_t answers_themes(struct job *job, const struct form *f, struct csv_cell cell)
{
    uint64_t bits = 0;
    struct arena_mark mark = arena_mark(job->scratch);
    struct str rest = cell.text, part;
    char sign = memchr(rest.s ? rest.s : "", ';', rest.n) ? ';' : ',';
    while (rest.n && str_cut(&rest, sign, &part)) {
        part = str_trim(part);
        if (!part.n) continue;
        int i = find_theme(job->scratch, f, answers_fold(job->scratch, part));
        if (i >= 0)
            bits |= (uint64_t)1 << i;
        else
            tell_theme(job, f, cell, part);
    }
    arena_reset(job->scratch, mark);
    return bits;
}
