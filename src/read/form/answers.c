#include "read/form/answers.h"

#include "read/form/choice_cell.h"
#include "read/form/no_answer.h"
#include "read/form/scale_cell.h"
#include "read/format/yaml_values.h"

/* -- answers --------------------------------------------------------------------------------------------- */

static void read_open(const struct answer_cell *c, struct answer *x)
{
    x->text = c->cell.text;
    x->lang = yaml_values_script(c->cell.text);
    x->given = true;
}

static void (*const READERS[PROMPT_TYPES])(const struct answer_cell *,
                                           struct answer *) = {[PROMPT_OPEN] = read_open,
                                                               [PROMPT_CHOICE] = choice_cell_one,
                                                               [PROMPT_CHOICES] = choice_cell_several,
                                                               [PROMPT_SCALE] = scale_cell_read,
                                                               [PROMPT_YESNO] = scale_cell_yesno,
                                                               [PROMPT_RANKING] = choice_cell_ranking};

/* "None" may be an option, or an end of a scale. */
static bool is_own_word(const struct answer_cell *c)
{
    struct arena *a = c->job->scratch;
    if (prompt_has_options(c->key->prompt)) return answer_key_option(a, c->key, c->cell.text) >= 0;
    return prompt_has_points(c->key->prompt) && answer_key_end(a, c->key, c->cell.text);
}

bool answers_none(const struct answer_cell *c)
{
    struct arena_mark mark = arena_mark(c->job->scratch);
    bool none = no_answer_is(c->job->scratch, c->cell.text) && !is_own_word(c);
    arena_reset(c->job->scratch, mark);
    return none;
}

struct answer answers_read(const struct answer_cell *c)
{
    struct answer x = {.place = c->cell.place, .lang = LANG_NONE};
    if (!c->cell.text.n || answers_none(c)) return x;
    struct arena_mark mark = arena_mark(c->job->scratch);
    READERS[c->key->prompt->type](c, &x);
    x.lost = x.lost || !x.given;
    arena_reset(c->job->scratch, mark);
    return x;
}

/* -- themes ---------------------------------------------------------------------------------------------- */

static int find_theme(struct arena *a, const struct form *f, struct str word)
{
    for (size_t i = 0; i < f->nthemes; i++) {
        const struct theme *t = &f->themes[i];
        if (str_eq(word, answer_key_fold(a, t->id))) return (int)i;
        for (int l = 0; l < LANG_N; l++)
            if (t->name.t[l].n && str_eq(word, answer_key_fold(a, t->name.t[l]))) return (int)i;
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
        int i = find_theme(job->scratch, f, answer_key_fold(job->scratch, part));
        if (i >= 0)
            bits |= (uint64_t)1 << i;
        else
            tell_theme(job, f, cell, part);
    }
    arena_reset(job->scratch, mark);
    return bits;
}
