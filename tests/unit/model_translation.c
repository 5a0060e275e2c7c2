/* What makes a paragraph the same one, and how it is handed to a translator. All texts are made up. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/translation.h"
#include "read/note/note.h"

struct bench {
    struct options options;
    struct job job;
};

static void open_bench(struct bench *b)
{
    *b = (struct bench){.options = {.input = STR("."), .lang = LANG_EN, .threads = 1}};
    b->job = (struct job){.keep = arena_new(), .scratch = arena_new(), .options = &b->options};
    b->job.diags = diags_new(b->job.keep);
}

static void close_bench(struct bench *b)
{
    arena_free(b->job.keep);
    arena_free(b->job.scratch);
}

static const struct block *first_block(struct bench *b, const char *text)
{
    const struct source *s = source_new(b->job.keep, STR("n.en.md"), str_of(text));
    return note_read(&b->job, s, LANG_EN, NOTE_FORMAT_MARKDOWN)->root->first;
}

static uint64_t hash(struct bench *b, const char *text)
{
    return translation_hash_block(first_block(b, text));
}

static void the_same_words_are_the_same_paragraph(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    uint64_t as_accepted = hash(&b, "The forum began on Tuesday.\n");
    assert_true(hash(&b, "The forum\nbegan   on Tuesday.\n") == as_accepted);
    assert_true(hash(&b, "The **forum** began *on* Tuesday.\r\n") == as_accepted);
    assert_true(hash(&b, "# The forum began on Tuesday.\n") == as_accepted);
    assert_false(hash(&b, "The forum began on Thursday.\n") == as_accepted);
    assert_false(hash(&b, "The forum began on Tuesday!\n") == as_accepted);
    assert_true(hash(&b, "វេទិកា\xE2\x80\x8Bបានចាប់ផ្តើម\n") == hash(&b, "វេទិកាបាន\nចាប់ផ្តើម\n"));
    assert_false(hash(&b, "ឆ្នាំ ២០២៣\n") == hash(&b, "ឆ្នាំ ២០២៤\n"));
    close_bench(&b);
}

static void a_footnote_is_of_its_paragraph(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    uint64_t first = hash(&b, "A word.[^1]\n\n[^1]: In the capital.\n");
    assert_true(hash(&b, "A word.[^n]\n\n[^n]: In the\n  capital.\n") == first);
    assert_false(hash(&b, "A word.[^1]\n\n[^1]: In a town.\n") == first);
    assert_false(hash(&b, "A word.\n") == first);
    hash(&b, "A word.[^1]\n\n[^1]: It calls itself.[^1]\n"); /* and ends */
    close_bench(&b);
}

static void keys_tell_the_language_and_what_is_out_of_date(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    assert_true(str_is(translation_key(b.job.keep, LANG_KM, 0x1234, 0), "km-0000000000001234"));
    assert_true(str_is(translation_key(b.job.keep, LANG_EN, 1, 2), "en-0000000000000001-0000000000000002"));
    close_bench(&b);
}

static void only_words_want_translating(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    assert_true(translation_has_words(STR("a")) && translation_has_words(STR("ក")));
    assert_false(translation_has_words(STR("12:30 – 14 %")));
    assert_true(translation_block_has_words(first_block(&b, "- 1\n- x\n")));
    assert_false(translation_block_has_words(first_block(&b, "---\n")));
    close_bench(&b);
}

/* What is written and read again has the same words, and the same form. */
static void what_is_written_is_read_as_it_was(void **state)
{
    (void)state;
    static const char *const TEXTS[] = {"A **strong** and *soft* word.",
                                        "- One\n- Two",
                                        "3. One\n4. Two",
                                        "> Said by one.\n>\n> And by another.",
                                        "| A | B |\n|---|---|\n| one | two |",
                                        "A [link](https://example.org) and `code`.",
                                        "One line\\\nand another"};
    struct bench b;
    open_bench(&b);
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        struct buf out = BUF(b.job.keep), deep = BUF(b.job.keep);
        translation_write(&out, first_block(&b, str_fmt(b.job.keep, "%s\n", TEXTS[i]).s));
        assert_string_equal(buf_str(&out).s, TEXTS[i]);
        translation_write(&deep, first_block(&b, "- One\n  - Deep\n\n  More\n"));
        const struct block *again = first_block(&b, buf_str(&deep).s);
        assert_true(again->kind == BLOCK_LIST && again->first == again->last);
    }
    close_bench(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_words_are_the_same_paragraph),
        cmocka_unit_test(a_footnote_is_of_its_paragraph),
        cmocka_unit_test(keys_tell_the_language_and_what_is_out_of_date),
        cmocka_unit_test(only_words_want_translating),
        cmocka_unit_test(what_is_written_is_read_as_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
