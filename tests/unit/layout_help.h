/* A job with the house's fonts, and trees made by hand, for the tests of layout/. */
#ifndef SASTRA_TESTS_LAYOUT_HELP_H
#define SASTRA_TESTS_LAYOUT_HELP_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "layout/page.h"

#include <stdlib.h>

#define KM_LONG                                                                                                                                                                                                                                                                                         \
    "វេទិកានេះប្រព្រឹត្តទៅរយៈពេលពីរថ្ងៃនៅរាជធានីភ្នំពេញ ដោយមានការចូលរួមពីតំណាងក្រសួងអប់រំ យុវជន និងកីឡា " \
    "នាយកសាលា គ្រូឧទ្ទេស និងគ្រូប្រឹក្សាគរុកោសល្យ។ អ្នកចូលរួមបានពិភាក្សាអំពីគោលនយោបាយស្ទែម។"
#define EN_LONG                                                                                              \
    "The forum lasted for two days in Phnom Penh and brought together school leaders, teacher educators "    \
    "and mentors. Participants discussed the policy on STEM education and how it can fit the local context."

struct rig {
    struct arena *keep, *scratch;
    struct options options;
    struct job job;
    struct font_set *fonts;
    struct shaper *shaper;
    struct tree tree;
    struct print print;
};

static const struct place NOWHERE;

static struct node *put(struct rig *r, struct node *parent, enum role role, enum lang lang, const char *text)
{
    struct node *n = node_new(r->keep, parent, role, lang, NOWHERE);
    if (text) node_text(r->keep, n, str_of(text), lang, NOWHERE);
    return n;
}

static void rig_open(struct rig *r)
{
    *r = (struct rig){.keep = arena_new(), .scratch = arena_new()};
    const char *fonts = getenv("SASTRA_FONTS");
    r->options = (struct options){.fonts = str_of(fonts ? fonts : "fonts"), .threads = 1};
    r->job = (struct job){
        .keep = r->keep, .scratch = r->scratch, .diags = diags_new(r->keep), .options = &r->options};
    const struct font_wish wish = {0};
    r->fonts = font_set_open(&r->job, &wish);
    assert_non_null(r->fonts);
    r->shaper = shaper_new(&r->job, r->fonts, words_new(r->keep));
    r->print.sheet = (struct sheet){595276, 841890, 62362, 68031, 70866, 73701, false};
    r->tree.lang = LANG_KM;
    r->tree.root = put(r, NULL, ROLE_ROOT, LANG_NONE, NULL);
}

static void rig_close(struct rig *r)
{
    shaper_free(r->shaper);
    font_set_close(r->fonts);
    arena_free(r->scratch);
    arena_free(r->keep);
}

static inline struct pages *rig_pages(struct rig *r)
{
    return layout(&r->job, &r->tree, &r->print, r->fonts, r->shaper);
}

#endif
