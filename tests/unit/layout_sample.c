/* layout: the sample, every document of it: words stand out from what lies under them, in whatever hue. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/colour.h"
#include "by_hand.h"
#include "layout/layout.h"
#include "read/read.h"

#include <stdlib.h>

enum { LEAST = 7, LARGE = 18000, PAPER = 0xFFFFFF };

struct sample {
    struct hand *hand;
    struct corpus *corpus;
    const struct survey *survey;
    struct wanted *wanted;
    size_t n;
    struct font_set *fonts;
    struct shaper *shaper;
};

static int setup(void **state)
{
    struct hand *h = hand_open();
    struct sample *s = ARENA_ONE(h->keep, struct sample);
    const char *fonts = getenv("SASTRA_FONTS");
    const struct font_wish wish = {0};
    s->hand = h;
    h->options =
        (struct options){.input = STR("input"), .fonts = str_of(fonts ? fonts : "fonts"), .threads = 1};
    s->corpus = read_corpus(&h->job);
    if (!s->corpus) return -1;
    s->survey = hand_survey_of(h, s->corpus);
    s->wanted = compose_list(h->keep, s->corpus, &s->n);
    s->fonts = font_set_open(&h->job, &wish);
    s->shaper = shaper_new(&h->job, s->fonts, words_new(h->keep));
    *state = s;
    return 0;
}

static int teardown(void **state)
{
    struct sample *s = *state;
    shaper_free(s->shaper);
    font_set_close(s->fonts);
    hand_close(s->hand);
    return 0;
}

static int32_t size_of(const struct item *text)
{
    int32_t size = 0;
    for (size_t i = 0; i < text->nclusters; i++)
        if (text->clusters[i].size > size) size = text->clusters[i].size;
    return size;
}

/* What was drawn last where the word's middle is, in the middle of its letters. */
static uint32_t ground_under(const struct page *page, size_t word)
{
    const struct item *text = &page->items.at[word];
    int32_t x = text->x + text->width / 2, y = text->y - size_of(text) / 4;
    uint32_t ground = PAPER;
    for (size_t i = 0; i < word; i++) {
        const struct item *it = &page->items.at[i];
        bool thread = it->width < 1000 || it->height < 1000;
        if (it->kind != ITEM_RECT || thread) continue;
        if (x >= it->x && x <= it->x + it->width && y >= it->y && y <= it->y + it->height)
            ground = it->colour;
    }
    return ground;
}

/* Returns how many words lie on no paper. */
static size_t check_page(const struct page *page, struct str name, size_t number)
{
    size_t n = 0;
    for (size_t i = 0; i < page->items.n; i++) {
        const struct item *it = &page->items.at[i];
        if (it->kind != ITEM_TEXT || !it->nclusters || size_of(it) >= LARGE) continue;
        uint32_t ground = ground_under(page, i);
        double contrast = colour_contrast(it->colour, ground);
        n += ground != PAPER;
        if (contrast < LEAST)
            print_error("%.*s, page %zu: %06X on %06X is %.2f to 1\n", STR_ARGS(name), number + 1,
                        (unsigned)it->colour, (unsigned)ground, contrast);
        assert_true(contrast >= LEAST);
    }
    return n;
}

static void check_hue(const struct sample *s, uint32_t hue)
{
    size_t on_colour = 0;
    for (size_t k = 0; k < s->n; k++) {
        struct print print = compose_print(s->corpus, &s->wanted[k]);
        struct tree *t = compose(&s->hand->job, s->survey, &s->wanted[k]);
        t->has_colour = hue != 0;
        t->colour = hue;
        const struct pages *p = layout(&s->hand->job, t, &print, s->fonts, s->shaper);
        for (size_t i = 0; i < p->list.n; i++) on_colour += check_page(&p->list.at[i], t->name, i);
    }
    assert_true(on_colour > 50);
}

static void words_stand_out(void **state)
{
    check_hue(*state, 0);
}

/* The palest that event.yml may tell: grey, red, green. */
static void words_stand_out_in_the_palest_hues(void **state)
{
    check_hue(*state, 0x595959);
    check_hue(*state, 0x9F1F1F);
    check_hue(*state, 0x0C6030);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_stand_out),
        cmocka_unit_test(words_stand_out_in_the_palest_hues),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
