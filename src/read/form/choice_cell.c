#include "read/form/choice_cell.h"

#include "khmer/number.h"
#include "read/format/yaml_values.h"

/* -- what is no option ------------------------------------------------------------------------------------
 */

static bool is_repeated(const struct prompt *p, size_t option)
{
    for (size_t i = 0; i < option; i++)
        if (str_eq(p->options[i].id, p->options[option].id)) return true;
    return false;
}

/* The words of an option that a few letters are missing from. */
static struct str near_option(const struct prompt *p, struct str typed)
{
    size_t most = typed.n < 6 ? 1 : 3;
    for (size_t i = 0; i < p->noptions; i++)
        for (int l = 0; l < LANG_N; l++) {
            struct str words = p->options[i].text.t[l];
            if (words.n && str_distance(words, typed, most) <= most) return words;
        }
    return (struct str){0};
}

void choice_cell_tell(const struct answer_cell *c, struct str typed)
{
    const struct prompt *p = c->key->prompt;
    struct buf all = BUF(c->job->scratch);
    struct str near = near_option(p, typed);
    for (size_t i = 0; i < p->noptions; i++) {
        if (is_repeated(p, i)) continue;
        if (i) buf_put(&all, ", ");
        buf_add(&all, p->options[i].id);
    }
    if (near.n)
        diag_tell(c->job->diags, DIAG_ANSWER_OPTION_NEAR, c->cell.place, p->id, near);
    else
        diag_tell(c->job->diags, DIAG_ANSWER_OPTION, c->cell.place, p->id, buf_str(&all));
}

/* -- options in a cell ------------------------------------------------------------------------------------
 */

struct chosen {
    const struct answer_cell *of;
    struct arena *a;
    struct str text;
    const char *signs;          /* that part choices, but for commas within brackets */
    size_t longest, semicolons; /* most signs, most semicolons within a choice */
    unsigned char order[64];    /* of those chosen */
    size_t n;
    uint64_t bits;
    struct str unknown;      /* the first part that is no option */
    bool twice, quiet, free; /* free: some of Other's words stand without its name */
    VEC(struct str) words;   /* of Other */
};

struct choice_cell_parts { /* where they begin; the last: past the end */
    VEC(size_t) at;
};

/* Cut at semicolons and line ends, and at commas outside brackets where they are among the signs. */
static struct choice_cell_parts cut_parts(struct arena *a, struct str text, const char *signs)
{
    struct choice_cell_parts p = {0};
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

/* "a > b › c", "a | b" as "a ; b ; c": words compare without signs, so one may stand for another. */
static struct str same_signs(struct arena *a, struct str text, bool arrows)
{
    struct buf b = BUF(a);
    for (size_t at = 0; at < text.n;) {
        size_t from = at;
        uint32_t c = utf8_next(text, &at);
        if (arrows ? c == '>' || c == 0x203A : c == '|' || c == 0xFF1B)
            buf_byte(&b, ';');
        else if (!arrows && c == 0xFF0C)
            buf_byte(&b, ',');
        else
            buf_add(&b, str_sub(text, from, at));
    }
    return buf_str(&b);
}

/* The most of these signs that an option's words hold. */
static size_t most_in_options(const struct chosen *c, const char *signs, bool arrows)
{
    const struct prompt *p = c->of->key->prompt;
    size_t most = 0;
    for (size_t i = 0; i < p->noptions; i++) {
        size_t n = 0;
        for (int l = 0; l < LANG_N; l++)
            n += count_of(same_signs(c->a, p->options[i].text.t[l], arrows), signs);
        if (n > most) most = n;
    }
    return most;
}

/* A choice may hold the signs that part choices: the longest run of parts that is an option counts. Returns
 * where it ends, or from. */
static size_t longest_run(struct chosen *c, const struct choice_cell_parts *p, size_t from, int *found)
{
    size_t end = from + c->longest + 1, last = p->at.n - 1;
    for (size_t to = end < last ? end : last; to > from; to--) {
        struct str run = str_sub(c->text, p->at.at[from], p->at.at[to] - 1);
        if (count_of(run, ";\n") > c->semicolons) continue;
        *found = answer_key_option(c->a, c->of->key, run);
        if (*found >= 0) return to;
    }
    return from;
}

static void take(struct chosen *c, int option)
{
    uint64_t bit = (uint64_t)1 << option;
    c->twice |= (c->bits & bit) != 0;
    if (!(c->bits & bit)) c->order[c->n++] = (unsigned char)option;
    c->bits |= bit;
}

/* -- Other's words --------------------------------------------------------------------------------------- */

/* Behind "Other - " and "Other – ": empty where something else is typed. */
static struct str words_behind_dash(struct chosen *c, struct str part)
{
    for (size_t at = 0; at < part.n;) {
        size_t from = at;
        uint32_t sign = utf8_next(part, &at);
        if (sign != '-' && sign != 0x2013 && sign != 0x2014) continue;
        bool other = answer_key_option(c->a, c->of->key, str_sub(part, 0, from)) == c->of->key->other;
        return other && c->of->key->other >= 0 ? str_trim(str_sub(part, at, part.n)) : (struct str){0};
    }
    return (struct str){0};
}

/* "Other: x", "ផ្សេងៗ៖ x", "ផ្សេងៗ (Other: x)", "Other (x)": what stands behind. */
static struct str words_behind(struct chosen *c, struct str part)
{
    struct str before, after = {0}, bracket = str_sub(part, str_find(part, STR("("), 0), part.n);
    if (answer_key_cut_colon(part, &before, &after))
        return after.n && str_ends(after, ")") && bracket.n ? str_trim(str_sub(after, 0, after.n - 1))
                                                            : after;
    if (!bracket.n || !str_ends(bracket, ")")) return (struct str){0};
    struct str inner = str_trim(str_sub(bracket, 1, bracket.n - 1));
    return answer_key_option(c->a, c->of->key, inner) >= 0 ? (struct str){0} : inner;
}

/* "Other: x, y" takes what follows on its line up to the next option. */
static size_t rest_of_line(struct chosen *c, const struct choice_cell_parts *p, size_t at)
{
    int found = -1;
    while (at + 1 < p->at.n && p->at.at[at] <= c->text.n && c->text.s[p->at.at[at] - 1] == ',' &&
           longest_run(c, p, at, &found) == at)
        at++;
    return at;
}

/* A code or a number is nobody's own words. */
static bool is_wordless(struct str part)
{
    bool digit = false;
    for (size_t i = 0; i < part.n; i++) {
        if (part.s[i] == ' ') return false;
        digit |= part.s[i] >= '0' && part.s[i] <= '9';
    }
    return digit;
}

static bool goes_on(struct str part)
{
    struct str before, after;
    return answer_key_cut_colon(part, &before, &after) && str_find(part, STR("("), 0) == SIZE_MAX;
}

/* A part that is no option by its words alone: an option with something behind, Other's words, or told. */
static size_t take_part(struct chosen *c, const struct choice_cell_parts *p, size_t i)
{
    struct str part = str_trim(str_sub(c->text, p->at.at[i], p->at.at[i + 1] - 1));
    const struct answer_key *k = c->of->key;
    int found = answer_key_option_within(c->a, k, part);
    struct str dashed = found < 0 ? words_behind_dash(c, part) : (struct str){0};
    bool free_words = c->of->free_words && strchr(c->signs, ',') && k->other >= 0 && !is_wordless(part) &&
                      !near_option(k->prompt, part).n;
    size_t end = found >= 0 && goes_on(part) ? rest_of_line(c, p, i + 1) : i + 1;
    if (!part.n) return end;
    if (dashed.n) {
        VEC_ADD(c->a, c->words, dashed);
        take(c, k->other);
    } else if (found < 0 && free_words) {
        VEC_ADD(c->a, c->words, part);
        c->free = true;
        take(c, k->other);
    } else if (found < 0) {
        if (!c->quiet) choice_cell_tell(c->of, part);
        if (!c->unknown.n) c->unknown = part;
    } else {
        struct str whole = str_trim(str_sub(c->text, p->at.at[i], p->at.at[end] - 1));
        struct str words = found == k->other ? words_behind(c, whole) : (struct str){0};
        if (words.n) VEC_ADD(c->a, c->words, words);
        take(c, found);
    }
    return end;
}

static void choose_parts(struct chosen *c)
{
    struct choice_cell_parts p = cut_parts(c->a, c->text, c->signs);
    for (size_t i = 0; i + 1 < p.at.n;) {
        int found = -1;
        size_t end = longest_run(c, &p, i, &found);
        if (found >= 0) take(c, found);
        i = found >= 0 ? end : take_part(c, &p, i);
    }
}

/* -- blanks between options -------------------------------------------------------------------------------
 */

static bool is_break(uint32_t c)
{
    return answer_key_mark(c) && !(c >= 0x200B && c <= 0x200D);
}

/* Where words begin and end, in turn. */
static struct choice_cell_parts cut_words(struct arena *a, struct str text)
{
    struct choice_cell_parts p = {0};
    bool within = false;
    for (size_t at = 0; at < text.n;) {
        size_t from = at;
        bool word = !is_break(utf8_next(text, &at));
        if (word != within) VEC_ADD(a, p.at, from);
        within = word;
    }
    if (within) VEC_ADD(a, p.at, text.n);
    return p;
}

/* Words that are options from the first to the last, the longest first: "talks groups", "Talks School
 * visits". */
static bool choose_words(struct chosen *c)
{
    enum { WORDS_MOST = 24, CELL_MOST = 4096 };
    struct choice_cell_parts p = cut_words(c->a, c->text);
    if (c->text.n > CELL_MOST) return false;
    for (size_t i = 0; i < p.at.n;) {
        size_t last = i + (size_t)2 * WORDS_MOST, to = last < p.at.n ? last : p.at.n;
        int found = -1;
        for (; to > i && found < 0; to -= 2)
            found = answer_key_option(c->a, c->of->key, str_sub(c->text, p.at.at[i], p.at.at[to - 1]));
        if (found < 0 || c->twice) return false;
        take(c, found);
        i = to + 2;
    }
    return c->n > 0;
}

static bool choose_codes(struct chosen *c)
{
    struct choice_cell_parts p = cut_words(c->a, c->text);
    for (size_t i = 0; i + 1 < p.at.n; i += 2) {
        int found = answer_key_option_code(c->of->key, str_sub(c->text, p.at.at[i], p.at.at[i + 1]));
        if (found < 0) return false;
        take(c, found);
    }
    return c->n > 0;
}

static void begin(struct chosen *c)
{
    *c = (struct chosen){.of = c->of, .a = c->a, .text = c->text, .signs = c->signs};
    c->longest = most_in_options(c, c->signs, false) + 1; /* a sign between the languages too */
    c->semicolons = most_in_options(c, ";\n", false);
}

static void choose(struct chosen *c, bool several)
{
    int whole = answer_key_option_within(c->a, c->of->key, c->text);
    bool exact = whole >= 0 && answer_key_option(c->a, c->of->key, c->text) >= 0;
    begin(c);
    if (exact || (whole >= 0 && !count_of(c->text, c->signs) && whole != c->of->key->other)) {
        take(c, whole);
        return;
    }
    if (c->of->coded && choose_codes(c)) return;
    begin(c);
    c->quiet = true;
    choose_parts(c);
    if (!c->unknown.n && !c->words.n) return;
    begin(c);
    if (several && !goes_on(c->text) && choose_words(c)) return;
    begin(c);
    choose_parts(c);
}

/* -- answers ----------------------------------------------------------------------------------------------
 */

static void keep_words(struct chosen *c, struct answer *x)
{
    if (!c->words.n) return;
    if (c->free && c->of->taken_free) *c->of->taken_free = true;
    x->text = str_join(c->of->job->keep, c->words.at, c->words.n, STR(", "));
    x->lang = yaml_values_script(x->text);
}

static struct chosen read_choice(const struct answer_cell *of, struct answer *x, bool several)
{
    struct chosen c = {.of = of, .a = of->job->scratch, .signs = ";\n,"};
    if (!of->key->prompt->noptions) return c; /* told at the form */
    c.text = same_signs(c.a, of->cell.text, false);
    choose(&c, several);
    keep_words(&c, x);
    x->closed.chosen = c.bits;
    x->given = c.bits != 0;
    x->lost = c.unknown.n || !c.bits;
    return c;
}

void choice_cell_several(const struct answer_cell *of, struct answer *x)
{
    read_choice(of, x, true);
}

void choice_cell_one(const struct answer_cell *of, struct answer *x)
{
    struct chosen c = read_choice(of, x, false);
    if (c.free && !c.unknown.n) { /* words with a comma in them are one answer where only one is asked for */
        x->closed.chosen = (uint64_t)1 << of->key->other;
        x->text = of->cell.text;
    }
    if (!(x->closed.chosen & (x->closed.chosen - 1))) return;
    if (!x->lost) diag_tell(of->job->diags, DIAG_ANSWER_SEVERAL, of->cell.place, of->key->prompt->id);
    x->closed.chosen = 0;
    x->text = (struct str){0};
    x->given = false;
    x->lost = true;
}

/* "books labs pay": ids parted by blanks alone. */
static bool choose_ranked_words(struct chosen *c)
{
    for (size_t i = 0; i < c->text.n; i++)
        if (memchr(",;\n", c->text.s[i], 3)) return false;
    begin(c);
    return choose_words(c);
}

void choice_cell_ranking(const struct answer_cell *of, struct answer *x)
{
    const struct prompt *p = of->key->prompt;
    struct chosen c = {.of = of, .a = of->job->scratch, .signs = ";\n"};
    if (!p->noptions) return; /* told at the form */
    c.text = same_signs(c.a, of->cell.text, true);
    c.longest = c.semicolons = most_in_options(&c, ";\n", true);
    c.quiet = true;
    choose_parts(&c);
    if (c.unknown.n && !choose_ranked_words(&c)) {
        begin(&c);
        c.longest = c.semicolons = most_in_options(&c, ";\n", true);
        choose_parts(&c);
    }
    x->given = c.n && !c.unknown.n && !c.twice && c.n <= (size_t)p->most;
    if (c.twice)
        diag_tell(of->job->diags, DIAG_ANSWER_PLACE_TWICE, of->cell.place, p->id);
    else if (c.n > (size_t)p->most)
        diag_tell(of->job->diags, DIAG_ANSWER_PLACES, of->cell.place, p->id, number_latin(c.a, p->most));
    if (!x->given) return;
    unsigned char *order = ARENA_MANY(of->job->keep, unsigned char, c.n);
    memcpy(order, c.order, c.n);
    x->closed.ranked = order;
    x->closed.nranked = c.n;
}
