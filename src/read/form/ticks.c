#include "read/form/ticks.h"

#include "khmer/number.h"
#include "read/form/choice_cell.h"
#include "read/format/yaml_values.h"

static void tick(struct ticks *t, int option)
{
    t->chosen |= (uint64_t)1 << option;
}

static void lose(struct ticks *t, const struct answer_cell *c)
{
    choice_cell_tell(c, c->cell.text);
    t->lost = true;
}

/* An option's place, or the option that was given a place. */
static void read_place(struct ticks *t, const struct answer_cell *c, int option)
{
    long place = 0;
    int other = answer_key_option(c->job->scratch, c->key, c->cell.text);
    if (other < 0 && c->coded) other = answer_key_option_code(c->key, c->cell.text);
    bool number = number_read(c->cell.text, &place);
    if (number && place >= 1 && (size_t)place <= c->key->prompt->noptions)
        t->places[option] = (unsigned char)place;
    else if (!number && other >= 0)
        t->places[other] = (unsigned char)(option + 1);
    else
        lose(t, c);
}

static int is_ticked(const struct answer_cell *c, int option)
{
    int yes = c->cell.doubtful ? -1 : yesno_read(c->cell.text);
    bool own = answer_key_option(c->job->scratch, c->key, c->cell.text) == option ||
               answer_key_option_code(c->key, c->cell.text) == option;
    return option >= 0 && own ? 1 : yes;
}

void ticks_read(struct ticks *t, const struct answer_cell *c, int option)
{
    if (!t->place.source) t->place = c->cell.place;
    if (c->key->prompt->type == PROMPT_RANKING && option >= 0) {
        read_place(t, c, option);
        return;
    }
    int ticked = is_ticked(c, option);
    bool words = ticked < 0 && !c->cell.doubtful && option >= 0 && option == c->key->other;
    if (ticked == 0) return;
    if (words) t->words = c->cell.text;
    if (!words && (ticked < 0 || option < 0))
        lose(t, c);
    else
        tick(t, option);
}

/* -- put together ---------------------------------------------------------------------------------------- */

/* Places from 1 on, each once. */
static void settle_ranking(const struct ticks *t, const struct answer_cell *c, struct answer *x)
{
    const struct prompt *p = c->key->prompt;
    unsigned char *order = ARENA_MANY(c->job->keep, unsigned char, p->noptions);
    size_t n = 0, places = 0;
    for (size_t i = 0; i < p->noptions; i++) places += t->places[i] > 0;
    for (size_t place = 1; place <= p->noptions; place++)
        for (size_t i = 0; i < p->noptions; i++)
            if (t->places[i] == place && n + 1 == place) order[n++] = (unsigned char)i;
    bool whole = n == places && n <= (size_t)p->most;
    x->given = n > 0 && whole && !t->lost;
    x->lost = !x->given && (places || t->lost);
    if (places && n != places) diag_tell(c->job->diags, DIAG_ANSWER_PLACE_TWICE, t->place, p->id);
    if (places && n == places && !whole)
        diag_tell(c->job->diags, DIAG_ANSWER_PLACES, t->place, p->id, number_latin(c->job->scratch, p->most));
    if (!x->given) return;
    x->closed.ranked = order;
    x->closed.nranked = n;
}

static void keep_words(const struct ticks *t, struct answer *x)
{
    if (!t->words.n) return;
    x->text = t->words;
    x->lang = yaml_values_script(t->words);
}

static void lose_answer(const struct answer_cell *c, struct place place, enum diag_code code,
                        struct answer *x)
{
    diag_tell(c->job->diags, code, place, c->key->prompt->id);
    x->closed.chosen = 0;
    x->given = false;
    x->lost = true;
}

/* Both say something: a column of Other's words adds to the answer, ticks repeat it. */
static void join_whole(const struct ticks *t, const struct answer_cell *c, struct answer *x)
{
    uint64_t other = c->key->other >= 0 ? (uint64_t)1 << c->key->other : 0;
    bool adds = t->chosen == other && c->key->prompt->type == PROMPT_CHOICES;
    if (adds) x->closed.chosen |= other;
    if (x->closed.chosen & other) keep_words(t, x);
    if (t->chosen & ~other && t->chosen != x->closed.chosen) lose_answer(c, t->place, DIAG_ANSWER_DIFFERS, x);
}

void ticks_settle(const struct ticks *t, const struct answer_cell *c, struct answer *x)
{
    if (!t->place.source) return;
    if (!x->place.source) x->place = t->place;
    if (c->key->prompt->type == PROMPT_RANKING) {
        if (!x->given) settle_ranking(t, c, x);
        return;
    }
    x->lost |= t->lost;
    if (!t->chosen) return;
    if (x->given) {
        join_whole(t, c, x);
        return;
    }
    x->closed.chosen = t->chosen;
    x->given = true;
    keep_words(t, x);
    if (c->key->prompt->type == PROMPT_CHOICE && t->chosen & (t->chosen - 1))
        lose_answer(c, t->place, DIAG_ANSWER_SEVERAL, x);
}
