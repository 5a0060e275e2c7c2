/* app: what the breaker learns from an event's own texts, and what it does not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/event_words.h"
#include "by_hand.h"

/* Words that no list has; each is asked for beside words that every list has. */
#define FREGU   "ហ្វ្រេហ្គូម៉ាស៊ី"
#define PLUMTHU "ភ្លុំធូ"

static struct words *learnt(struct hand *h)
{
    struct words *w = words_new(h->keep);
    event_words_learn(&h->job, &h->corpus, w);
    return w;
}

/* What is learnt is not learnt again. */
static bool knows(struct hand *h, const char *word)
{
    return !words_learn(learnt(h), h->scratch, str_of(word));
}

static void note(struct hand *h, const char *text)
{
    struct note *n = &h->corpus.notes[h->corpus.nnotes++];
    *n = (struct note){.kind = NOTE_SESSION};
    struct doc *d = hand_doc(h, LANG_KM, "sessions/d1s01.km.md");
    hand_block(h, hand_block(h, d->root, BLOCK_QUOTE, NULL), BLOCK_PARA, text);
    n->doc[LANG_KM] = d;
}

static int open_hand(void **state)
{
    struct hand *h = hand_open();
    h->corpus.notes = ARENA_MANY(h->keep, struct note, 4);
    *state = h;
    assert_false(knows(h, FREGU));
    return 0;
}

static int close_hand(void **state)
{
    hand_close(*state);
    return 0;
}

static void a_title_is_believed(void **state)
{
    struct hand *h = *state;
    h->corpus.event.title = hand_bi("គ្រូប្រើ" FREGU "ដើម្បីបង្រៀន", "");
    assert_true(knows(h, FREGU));
}

static void a_name_is_whole_between_spaces(void **state)
{
    struct hand *h = *state;
    struct participant one = {.name = hand_bi(PLUMTHU " " FREGU, "")};
    h->corpus.participants = &one;
    h->corpus.nparticipants = 1;
    assert_true(knows(h, FREGU) && knows(h, PLUMTHU));
}

static void a_form_and_the_programme_are_believed(void **state)
{
    struct hand *h = *state;
    struct prompt prompt = {.text = hand_bi("តើគ្រូប្រើ" FREGU "ដែរឬទេ", "")};
    struct form form = {.prompts = &prompt, .nprompts = 1};
    struct session session = {.speakers = hand_bi("លោក " PLUMTHU "; នាង", "")};
    h->corpus.forms = &form;
    h->corpus.nforms = 1;
    h->corpus.sessions = &session;
    h->corpus.nsessions = 1;
    assert_true(knows(h, FREGU) && knows(h, PLUMTHU));
}

static void a_note_alone_is_not(void **state)
{
    struct hand *h = *state;
    note(h, "គ្រូប្រើ" FREGU "ដើម្បីបង្រៀន។ សិស្សប្រើ" FREGU "ក្នុងថ្នាក់");
    assert_false(knows(h, FREGU));
}

static void what_recurs_in_another_note_is(void **state)
{
    struct hand *h = *state;
    note(h, "គ្រូប្រើ" FREGU "ដើម្បីបង្រៀន");
    note(h, "សិស្សប្រើ" FREGU "ក្នុងថ្នាក់");
    assert_true(knows(h, FREGU));
}

static void what_is_set_apart_is(void **state)
{
    struct hand *h = *state;
    note(h, "គ្រូប្រើ «" FREGU "» និង\u200b" PLUMTHU "\u200bក្នុងថ្នាក់");
    assert_true(knows(h, FREGU) && knows(h, PLUMTHU));
}

static void one_zwsp_sets_nothing_apart(void **state)
{
    struct hand *h = *state;
    note(h, "គ្រូប្រើ\u200b" PLUMTHU "ក្នុងថ្នាក់ «" FREGU "ហើយ");
    assert_false(knows(h, FREGU) || knows(h, PLUMTHU));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, open_hand, close_hand)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_title_is_believed),
        TEST(a_name_is_whole_between_spaces),
        TEST(a_form_and_the_programme_are_believed),
        TEST(a_note_alone_is_not),
        TEST(what_recurs_in_another_note_is),
        TEST(what_is_set_apart_is),
        TEST(one_zwsp_sets_nothing_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
