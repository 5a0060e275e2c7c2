#include "read/pair/bilingual_judge.h"

#include "read/pair/number_evidence.h"

enum {
    CELL_LEAST = 25,  /* letters of a cell, on the whole: shorter ones are a list of words */
    NOTE_LEAST = 120, /* letters of a note: a few words in each language are one note */
    SHORT = 40,       /* two texts with fewer letters may differ more */
    SHARE = 70,       /* of all letters, in hundredths, that has to have a partner */
    PURE = 85,        /* of a half's letters: its language's */
    PARTNERS = 2,     /* blocks a language that have one, at the least */
    HALVES_ALIKE = 60 /* blocks, in hundredths, that two halves have to have in common */
};

/* -- the leaves -- */

static bool is_mixed(const struct bilingual_leaf *l)
{
    return l->text.lang == LANG_NONE && bilingual_text_letters(&l->text) > 0 && !l->text.parted;
}

static const struct block *cell_at(const struct block *row, size_t column)
{
    const struct block *cell = row->first;
    for (size_t i = 0; cell && i < column; i++) cell = cell->next;
    return cell;
}

static void add_letters(struct bilingual_text *to, const struct bilingual_text *from)
{
    for (int l = 0; l < LANG_N; l++) to->letters[l] += from->letters[l];
}

/* What is below a block, all together. */
void bilingual_judge_sum(struct arena *scratch, const struct block *top, struct bilingual_text *sum)
{
    struct bilingual_text own = bilingual_text_read(scratch, top);
    add_letters(sum, &own);
    for (const struct block *b = top->first; b; b = b->next) bilingual_judge_sum(scratch, b, sum);
}

/* No cell of it is merged. */
static bool is_plain_row(const struct block *row, size_t columns)
{
    size_t n = 0;
    for (const struct block *cell = row->first; cell; cell = cell->next)
        n += cell->across > 1 || cell->down > 1 ? columns + 1 : 1;
    return n <= columns;
}

bool bilingual_judge_columns(struct job *job, const struct block *table, size_t found[2])
{
    enum { COLUMNS_MOST = 8, WORDS = 8 /* letters a row */ };
    size_t n = 0, rows = 0;
    if (table->ncolumns < 2 || table->ncolumns > COLUMNS_MOST) return false;
    for (size_t c = 0; c < table->ncolumns; c++) {
        struct bilingual_text sum = {.lang = LANG_NONE};
        rows = 0;
        for (const struct block *row = table->first; row; row = row->next, rows++) {
            const struct block *cell = cell_at(row, c);
            if (table->ncolumns > 2 && !is_plain_row(row, table->ncolumns)) return false;
            if (cell) bilingual_judge_sum(job->scratch, cell, &sum);
        }
        if (table->ncolumns > 2 && bilingual_text_letters(&sum) <= rows * WORDS) continue;
        if (n == 2) return false;
        found[n++] = c;
    }
    return n == 2;
}

static bool is_two_columns(struct job *job, const struct block *table)
{
    size_t at[2];
    if (!bilingual_judge_columns(job, table, at)) return false;
    struct bilingual_text column[2] = {{.lang = LANG_NONE}, {.lang = LANG_NONE}};
    size_t rows = 0, good = 0, cells = 0;
    for (const struct block *row = table->first; row; row = row->next) {
        struct bilingual_text own[2] = {{.lang = LANG_NONE}, {.lang = LANG_NONE}};
        for (size_t i = 0; i < 2; i++) {
            const struct block *cell = cell_at(row, at[i]);
            if (cell) bilingual_judge_sum(job->scratch, cell, &own[i]);
            add_letters(&column[i], &own[i]);
            cells += bilingual_text_letters(&own[i]) > 0;
        }
        enum lang a = bilingual_text_lang(&own[0]), b = bilingual_text_lang(&own[1]);
        rows += a != LANG_NONE || b != LANG_NONE;
        good += a != LANG_NONE && b != LANG_NONE && a != b;
    }
    enum lang left = bilingual_text_lang(&column[0]), right = bilingual_text_lang(&column[1]);
    size_t all = bilingual_text_letters(&column[0]) + bilingual_text_letters(&column[1]);
    return left != LANG_NONE && right != LANG_NONE && left != right && good * 5 >= rows * 4 &&
           all >= cells * CELL_LEAST;
}

static bool is_parted_cells(struct job *job, const struct block *table)
{
    size_t parted = 0, mixed = 0;
    for (const struct block *row = table->first; row; row = row->next)
        for (const struct block *cell = row->first; cell; cell = cell->next) {
            struct bilingual_text t = bilingual_text_read(job->scratch, cell);
            if (cell->first) return false;
            parted += t.parted;
            mixed += !t.parted && bilingual_text_letters(&t) > 0;
        }
    return parted > 0 && parted >= mixed * 4;
}

static enum bilingual_table table_kind(struct job *job, const struct block *table, struct bilingual_text *sum)
{
    *sum = (struct bilingual_text){.lang = LANG_NONE};
    bilingual_judge_sum(job->scratch, table, sum);
    sum->lang = bilingual_text_lang(sum);
    if (sum->lang != LANG_NONE || !bilingual_text_letters(sum)) return BILINGUAL_TABLE_ONE;
    if (is_two_columns(job, table)) return BILINGUAL_TABLE_COLUMNS;
    return is_parted_cells(job, table) ? BILINGUAL_TABLE_CELLS : BILINGUAL_TABLE_BOTH;
}

static void add_leaf(struct bilingual_judge *s, const struct block *b, unsigned where)
{
    struct bilingual_leaf leaf = {.block = b, .side = LANG_NONE, .label = LANG_NONE};
    leaf.likeness = (unsigned)b->kind | where << 4 | (unsigned)b->level << 8;
    if (b->kind == BLOCK_TABLE) {
        leaf.table = table_kind(s->job, b, &leaf.text);
        leaf.text.parted = leaf.table == BILINGUAL_TABLE_COLUMNS || leaf.table == BILINGUAL_TABLE_CELLS;
    } else {
        leaf.text = bilingual_text_read(s->job->scratch, b);
        if (!where) leaf.label = bilingual_text_label(s->job->scratch, b);
    }
    VEC_ADD(s->job->scratch, s->leaves, leaf);
    map_put_number(&s->at, map_pointer(b), s->leaves.n);
}

/* Recursion is bounded by DOC_DEPTH. */
static void add_leaves(struct bilingual_judge *s, const struct block *parent, unsigned where)
{
    for (const struct block *b = parent->first; b; b = b->next) {
        if (b->first && b->kind != BLOCK_TABLE)
            add_leaves(s, b, where ? where : (unsigned)b->kind);
        else
            add_leaf(s, b, where);
    }
}

struct bilingual_judge bilingual_judge_new(struct job *job, const struct doc *doc)
{
    struct bilingual_judge s = {.job = job, .at = MAP(job->scratch)};
    add_leaves(&s, doc->root, 0);
    return s;
}

/* -- two runs of blocks beside each other -- */

struct bilingual_run {
    size_t from, to; /* leaves */
    size_t blocks, letters[LANG_N];
};

static struct bilingual_run run_of(const struct bilingual_judge *s, size_t from, size_t to)
{
    struct bilingual_run r = {.from = from, .to = to};
    for (size_t i = from; i < to; i++) {
        const struct bilingual_text *t = &s->leaves.at[i].text;
        if (s->leaves.at[i].table == BILINGUAL_TABLE_BOTH) continue;
        r.blocks += bilingual_text_letters(t) > 0;
        for (int l = 0; l < LANG_N; l++) r.letters[l] += t->letters[l];
    }
    return r;
}

static size_t run_letters(const struct bilingual_run *r)
{
    size_t n = 0;
    for (int l = 0; l < LANG_N; l++) n += r->letters[l];
    return n;
}

static bool is_balanced(size_t a, size_t b)
{
    size_t most = a > b ? a : b, least = a > b ? b : a;
    return most < SHORT ? most <= 5 * least : most * 2 <= 5 * least;
}

/* How many blocks of each likeness both have. */
static size_t common(const struct bilingual_judge *s, const struct bilingual_run *a,
                     const struct bilingual_run *b)
{
    struct arena_mark mark = arena_mark(s->job->scratch);
    struct map left = MAP(s->job->scratch);
    size_t n = 0;
    for (size_t i = a->from; i < a->to; i++) {
        const struct bilingual_leaf *l = &s->leaves.at[i];
        size_t had = map_number(&left, l->likeness); /* one more than there are: 0 is no number of a map */
        if (bilingual_text_letters(&l->text)) map_put_number(&left, l->likeness, (had ? had : 1) + 1);
    }
    for (size_t i = b->from; i < b->to; i++) {
        const struct bilingual_leaf *l = &s->leaves.at[i];
        size_t more = bilingual_text_letters(&l->text) ? map_number(&left, l->likeness) : 0;
        if (more < 2) continue;
        map_put_number(&left, l->likeness, more - 1);
        n++;
    }
    arena_reset(s->job->scratch, mark);
    return n;
}

static struct str run_text(const struct bilingual_judge *s, const struct bilingual_run *r)
{
    struct buf text = BUF(s->job->scratch);
    for (size_t i = r->from; i < r->to; i++) {
        buf_add(&text, spans_text(s->job->scratch, s->leaves.at[i].block->spans));
        buf_byte(&text, ' ');
    }
    return buf_str(&text);
}

static struct number_evidence numbers(const struct bilingual_judge *s, const struct bilingual_run *a,
                                      const struct bilingual_run *b)
{
    struct arena_mark mark = arena_mark(s->job->scratch);
    struct number_evidence n = number_evidence_of(s->job->scratch, run_text(s, a), run_text(s, b));
    arena_reset(s->job->scratch, mark);
    return n;
}

/* Of two that may say the same: the blocks that have a partner; 0 where they are too unlike. */
static size_t partners(const struct bilingual_judge *s, const struct bilingual_run *a,
                       const struct bilingual_run *b, size_t alike)
{
    size_t n = common(s, a, b);
    if (!is_balanced(run_letters(a), run_letters(b))) return 0;
    return n * 200 >= (a->blocks + b->blocks) * alike ? n : 0;
}

/* -- languages named by headings -- */

/* One that a heading names, or all before the first that does: how pure it is, in hundredths. */
static size_t purity(const struct bilingual_run *r, enum lang lang)
{
    size_t all = run_letters(r);
    return all ? r->letters[lang] * 100 / all : 0;
}

struct bilingual_labels {
    size_t first; /* the first label; leaves.n: none */
    bool named[LANG_N];
    bool pure;            /* what stands below each is in its language */
    size_t below[LANG_N]; /* letters */
};

static struct bilingual_labels find_labels(const struct bilingual_judge *s)
{
    struct bilingual_labels found = {.first = s->leaves.n, .pure = true};
    for (size_t i = 0, to; i < s->leaves.n; i = to) {
        enum lang lang = s->leaves.at[i].label;
        for (to = i + 1; to < s->leaves.n && s->leaves.at[to].label == LANG_NONE;) to++;
        if (lang == LANG_NONE) continue;
        struct bilingual_run r = run_of(s, i + 1, to);
        if (found.first == s->leaves.n) found.first = i;
        found.named[lang] = true;
        found.below[lang] += run_letters(&r);
        found.pure = found.pure && purity(&r, lang) >= PURE;
    }
    return found;
}

static void set_sides(struct bilingual_judge *s, size_t from, size_t to, enum lang lang)
{
    for (size_t i = from; i < to; i++) {
        struct bilingual_leaf *l = &s->leaves.at[i];
        l->side = lang;
        l->text.parted = false;
    }
}

static void take_label(struct bilingual_judge *s, size_t i)
{
    struct bilingual_leaf *l = &s->leaves.at[i];
    l->drop = true;
    if (l->block->kind == BLOCK_HEADING && l->block->level < 6) s->raised[l->block->level] = true;
}

static bool is_named(const struct bilingual_labels *found, struct bilingual_run above, enum lang first)
{
    bool both = true, below = true;
    for (int l = 0; l < LANG_N; l++) {
        both = both && found->named[l];
        below = below && found->below[l];
    }
    if (both) return below;
    return purity(&above, lang_other(first)) >= PURE && is_balanced(run_letters(&above), found->below[first]);
}

/* Where one language alone is named, the other stands above it. */
static bool by_labels(struct bilingual_judge *s)
{
    struct bilingual_labels found = find_labels(s);
    if (found.first == s->leaves.n || !found.pure) return false;
    enum lang lang = s->leaves.at[found.first].label;
    if (!is_named(&found, run_of(s, 0, found.first), lang)) return false;
    if (!found.named[lang_other(lang)]) set_sides(s, 0, found.first, lang_other(lang));
    for (size_t i = found.first; i < s->leaves.n; i++) {
        if (s->leaves.at[i].label != LANG_NONE) {
            lang = s->leaves.at[i].label;
            take_label(s, i);
        } else
            set_sides(s, i, i + 1, lang);
    }
    return true;
}

/* -- two halves -- */

/* What stands in both languages at the top belongs to both halves: a title. */
static size_t past_shared(const struct bilingual_judge *s)
{
    size_t i = 0;
    while (i < s->leaves.n && s->leaves.at[i].text.lang == LANG_NONE && !is_mixed(&s->leaves.at[i])) i++;
    return i;
}

/* The leaf that the second half begins with: where most letters are on their language's side. */
static size_t find_middle(const struct bilingual_judge *s, size_t from, enum lang first)
{
    size_t best = from;
    long most = 0, now = 0;
    for (size_t i = from; i < s->leaves.n; i++) {
        const struct bilingual_text *t = &s->leaves.at[i].text;
        for (int l = 0; l < LANG_N; l++) now += (l == (int)first ? 1 : -1) * (long)t->letters[l];
        if (now > most) most = now, best = i + 1;
    }
    while (best < s->leaves.n && !bilingual_text_letters(&s->leaves.at[best].text)) best++;
    return best;
}

static bool by_halves(struct bilingual_judge *s)
{
    size_t from = past_shared(s);
    if (from == s->leaves.n) return false;
    enum lang first = s->leaves.at[from].text.lang, second = lang_other(first);
    if (first == LANG_NONE) return false;
    size_t middle = find_middle(s, from, first);
    struct bilingual_run a = run_of(s, from, middle), b = run_of(s, middle, s->leaves.n);
    if (purity(&a, first) < PURE || purity(&b, second) < PURE) return false;
    if (partners(s, &a, &b, HALVES_ALIKE) < PARTNERS) return false;
    struct number_evidence told = numbers(s, &a, &b);
    if (number_evidence_against(&told)) return false;
    set_sides(s, from, middle, first);
    set_sides(s, middle, s->leaves.n, second);
    for (size_t i = middle; i-- > from && !bilingual_text_letters(&s->leaves.at[i].text);)
        if (s->leaves.at[i].block->kind == BLOCK_RULE) s->leaves.at[i].drop = true;
    return true;
}

/* -- in turn -- */

struct bilingual_evidence {
    size_t partners, letters; /* of blocks that have a partner */
    struct number_evidence numbers;
};

static void add_evidence(struct bilingual_evidence *to, struct bilingual_evidence more)
{
    to->partners += more.partners;
    to->letters += more.letters;
    to->numbers.told += more.numbers.told;
    to->numbers.shared += more.numbers.shared;
}

/* The end of the run that begins here: leaves in one language, with those in none between. */
static size_t run_end(const struct bilingual_judge *s, size_t from, size_t to)
{
    enum lang lang = LANG_NONE;
    for (size_t i = from; i < to; i++) {
        enum lang own = s->leaves.at[i].text.lang;
        if (lang == LANG_NONE) lang = own;
        if (own != LANG_NONE && own != lang) return i;
    }
    return to;
}

/* Runs two by two, from one on. */
static struct bilingual_evidence two_by_two(const struct bilingual_judge *s, size_t from, size_t to)
{
    struct bilingual_evidence all = {0};
    for (size_t i = from, middle, end; i < to; i = end) {
        middle = run_end(s, i, to);
        end = run_end(s, middle, to);
        struct bilingual_run a = run_of(s, i, middle), b = run_of(s, middle, end);
        size_t n = partners(s, &a, &b, 50);
        if (n)
            add_evidence(
                &all, (struct bilingual_evidence){n, run_letters(&a) + run_letters(&b), numbers(s, &a, &b)});
        if (end == i) break;
    }
    return all;
}

/* Between two blocks that hold both languages each. */
static struct bilingual_evidence in_turn(const struct bilingual_judge *s, size_t from, size_t to)
{
    struct bilingual_evidence one = two_by_two(s, from, to), other = two_by_two(s, run_end(s, from, to), to);
    return one.letters >= other.letters ? one : other;
}

static struct bilingual_evidence all_turns(const struct bilingual_judge *s)
{
    struct bilingual_evidence all = {0};
    size_t from = 0;
    for (size_t i = 0; i <= s->leaves.n; i++) {
        const struct bilingual_leaf *l = i < s->leaves.n ? &s->leaves.at[i] : NULL;
        if (l && !l->text.parted) continue;
        add_evidence(&all, in_turn(s, from, i));
        if (l) add_evidence(&all, (struct bilingual_evidence){1, bilingual_text_letters(&l->text), {0}});
        if (l && l->table != BILINGUAL_TABLE_ONE) all.partners += PARTNERS;
        from = i + 1;
    }
    return all;
}

/* Of no language: with its neighbours where these are of one, else with both. */
static void place_neutral(struct bilingual_judge *s)
{
    enum lang before = LANG_NONE;
    for (size_t i = 0, to; i < s->leaves.n; i = to) {
        enum lang own = s->leaves.at[i].side, after = LANG_NONE;
        to = i + 1;
        if (s->leaves.at[i].text.parted) own = LANG_NONE, before = LANG_NONE;
        if (own != LANG_NONE) before = own;
        if (own != LANG_NONE || s->leaves.at[i].text.parted) continue;
        while (to < s->leaves.n && s->leaves.at[to].side == LANG_NONE && !s->leaves.at[to].text.parted) to++;
        if (to < s->leaves.n && !s->leaves.at[to].text.parted) after = s->leaves.at[to].side;
        if (before != after || before == LANG_NONE) continue;
        for (size_t k = i; k < to; k++)
            if (s->leaves.at[k].table != BILINGUAL_TABLE_BOTH) s->leaves.at[k].side = before;
    }
}

static enum lang most_of(const struct bilingual_text *t)
{
    int most = 0;
    for (int l = 1; l < LANG_N; l++)
        if (t->letters[l] > t->letters[most]) most = l;
    return (enum lang)most;
}

static bool by_turns(struct bilingual_judge *s)
{
    struct bilingual_run all = run_of(s, 0, s->leaves.n);
    struct bilingual_evidence found = all_turns(s);
    if (run_letters(&all) < NOTE_LEAST) return false;
    if (found.partners < PARTNERS || found.letters * 100 < run_letters(&all) * SHARE) return false;
    if (number_evidence_against(&found.numbers)) return false;
    for (size_t i = 0; i < s->leaves.n; i++) {
        struct bilingual_leaf *l = &s->leaves.at[i];
        l->side = l->text.lang;
        if (is_mixed(l) && l->table == BILINGUAL_TABLE_ONE) l->side = most_of(&l->text);
    }
    place_neutral(s);
    return true;
}

enum bilingual_form bilingual_judge(struct bilingual_judge *s)
{
    if (by_labels(s)) return BILINGUAL_LABELS;
    if (by_halves(s)) return BILINGUAL_HALVES;
    return by_turns(s) ? BILINGUAL_TURNS : BILINGUAL_NONE;
}
