/* compose: the sample input, whole: every tree nests, nothing that may not be quoted is in any of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "by_hand.h"
#include "read/read.h"

struct sample {
    struct hand *hand;
    struct corpus *corpus;
    const struct survey *survey;
    struct wanted *wanted;
    size_t n;
    struct str *dumps;
};

static int setup(void **state)
{
    struct hand *h = hand_open();
    struct sample *s = ARENA_ONE(h->keep, struct sample);
    s->hand = h;
    h->options.input = STR("input");
    s->corpus = read_corpus(&h->job);
    if (!s->corpus) return -1;
    s->survey = hand_survey_of(h, s->corpus);
    s->wanted = compose_list(h->keep, s->corpus, &s->n);
    s->dumps = ARENA_MANY(h->keep, struct str, s->n);
    for (size_t i = 0; i < s->n; i++) {
        const struct tree *t = compose(&h->job, s->survey, &s->wanted[i]);
        if (tree_check(t)) print_error("%s does not nest\n", role_name(tree_check(t)->role));
        if (tree_check(t)) return -1;
        s->dumps[i] = hand_dump(h, t);
    }
    *state = s;
    return 0;
}

static int teardown(void **state)
{
    struct sample *s = *state;
    hand_close(s->hand);
    return 0;
}

static bool shown(const struct sample *s, struct str text)
{
    for (size_t i = 0; i < s->n; i++)
        if (str_find(s->dumps[i], text, 0) != SIZE_MAX) return true;
    return false;
}

static bool quotable_elsewhere(const struct form *f, size_t prompt, struct str text)
{
    for (size_t i = 0; i < f->nreplies; i++)
        if (f->replies[i].quote_ok && f->replies[i].legible &&
            str_eq(f->replies[i].answers[prompt].text, text))
            return true;
    return false;
}

static void nothing_is_quoted_without_leave(void **state)
{
    const struct sample *s = *state;
    size_t looked = 0;
    for (size_t k = 0; k < s->corpus->nforms; k++) {
        const struct form *f = &s->corpus->forms[k];
        for (size_t i = 0; i < f->nreplies; i++)
            for (size_t q = 0; q < f->nprompts; q++) {
                const struct reply *r = &f->replies[i];
                struct str text = r->answers[q].text;
                bool open = f->prompts[q].type == PROMPT_OPEN && utf8_count(text) > 12;
                if ((r->quote_ok && r->legible) || !open || quotable_elsewhere(f, q, text)) continue;
                assert_false(shown(s, text));
                looked++;
            }
    }
    assert_true(looked > 0);
}

static void no_name_without_leave(void **state)
{
    const struct sample *s = *state;
    size_t looked = 0;
    for (size_t i = 0; i < s->corpus->nparticipants; i++) {
        const struct participant *p = &s->corpus->participants[i];
        for (int l = 0; l < LANG_N && !p->consent_name; l++) {
            struct buf quoted = BUF(s->hand->keep);
            buf_fmt(&quoted, "%.*s\"", STR_ARGS(p->name.t[l]));
            if (!p->name.t[l].n) continue;
            assert_false(shown(s, buf_str(&quoted)));
            looked++;
        }
    }
    assert_true(looked > 0);
}

static void every_paragraph_is_in_its_editions(void **state)
{
    const struct sample *s = *state;
    for (size_t i = 0; i < s->corpus->nnotes; i++)
        for (int l = 0; l < LANG_N; l++) {
            const struct doc *d = s->corpus->notes[i].doc[l];
            for (const struct block *b = d ? d->root->first : NULL; b; b = b->next) {
                if (b->kind != BLOCK_PARA || b->spans.n != 1) continue;
                struct buf text = BUF(s->hand->keep);
                buf_json(&text, b->spans.at[0].text);
                assert_true(str_find(s->dumps[0], buf_str(&text), 0) != SIZE_MAX);
                assert_true(str_find(s->dumps[l == LANG_KM ? 1 : 2], buf_str(&text), 0) != SIZE_MAX);
            }
        }
}

static void the_same_again(void **state)
{
    const struct sample *s = *state;
    for (size_t i = 0; i < s->n; i++) {
        const struct tree *t = compose(&s->hand->job, s->survey, &s->wanted[i]);
        assert_true(str_eq(s->dumps[i], hand_dump(s->hand, t)));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_quoted_without_leave),
        cmocka_unit_test(no_name_without_leave),
        cmocka_unit_test(every_paragraph_is_in_its_editions),
        cmocka_unit_test(the_same_again),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
