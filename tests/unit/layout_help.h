/* A job with the house's fonts, and trees made by hand, for the tests of layout/. */
#ifndef SASTRA_TESTS_LAYOUT_HELP_H
#define SASTRA_TESTS_LAYOUT_HELP_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "layout/layout.h"

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
    r->print.sheet = (struct sheet){595276, 841890, 62362, 68031, 70866, 73701, false, 0};
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

/* -- looking at pages -- */

static inline bool is_text(const struct item *it)
{
    return it->kind == ITEM_TEXT && it->artifact == ARTIFACT_NONE;
}

static inline const struct item *first_of(const struct pages *p, const struct node *n, size_t *page)
{
    for (size_t i = 0; i < p->list.n; i++)
        for (size_t k = 0; k < p->list.at[i].items.n; k++) {
            const struct item *it = &p->list.at[i].items.at[k];
            if (!is_text(it) || it->node != n) continue;
            if (page) *page = i;
            return it;
        }
    return NULL;
}

static inline struct str text_of(struct rig *r, const struct item *it)
{
    struct buf b = BUF(r->keep);
    for (size_t i = 0; i < it->nclusters; i++) buf_add(&b, it->clusters[i].glyphs->text);
    return buf_str(&b);
}

/* The text that a node's items show, white space and the hyphens of lines taken out. */
static inline struct str shown(struct rig *r, const struct pages *p, const struct node *n)
{
    struct buf b = BUF(r->keep);
    for (size_t i = 0; i < p->list.n; i++)
        for (size_t k = 0; k < p->list.at[i].items.n; k++) {
            const struct item *it = &p->list.at[i].items.at[k];
            if (is_text(it) && it->node == n && it->part == PART_SELF) buf_add(&b, text_of(r, it));
        }
    return buf_str(&b);
}

static inline struct str bare(struct rig *r, struct str s)
{
    struct buf b = BUF(r->keep);
    for (size_t at = 0; at < s.n;) {
        uint32_t cp = utf8_next(s, &at);
        if (cp != ' ' && cp != '\n' && cp != 0x200B && cp != 0xAD) buf_cp(&b, cp);
    }
    return buf_str(&b);
}

static inline void all_text_is_there(struct rig *r, const struct pages *p, const struct node *n)
{
    if (n->spans.n) {
        struct str want = bare(r, spans_text(r->keep, n->spans)), got = bare(r, shown(r, p, n));
        if (!str_eq(want, got)) fail_msg("%.*s\n!=\n%.*s", STR_ARGS(want), STR_ARGS(got));
    }
    for (const struct node *c = n->first; c; c = c->next) all_text_is_there(r, p, c);
}

static inline void nothing_leaves_the_page(const struct pages *p)
{
    for (size_t i = 0; i < p->list.n; i++)
        for (size_t k = 0; k < p->list.at[i].items.n; k++) {
            const struct item *it = &p->list.at[i].items.at[k];
            int32_t top = it->kind == ITEM_TEXT ? it->y : it->y,
                    height = it->kind == ITEM_TEXT ? 0 : it->height;
            assert_true(it->x >= 0 && top >= 0);
            assert_true(top + height <= p->list.at[i].height);
            int32_t right = it->x;
            for (size_t c = 0; c < it->nclusters; c++)
                if (!str_is(it->clusters[c].glyphs->text, " ")) right = it->x + it->clusters[c].x;
            assert_true((it->kind == ITEM_TEXT ? right : it->x + it->width) <= p->list.at[i].width);
        }
}

/* -- trees -- */

static inline struct node *pair(struct rig *r, struct node *parent, enum role role, const char *km,
                                const char *en)
{
    struct node *p = put(r, parent, ROLE_PAIR, LANG_NONE, NULL);
    put(r, put(r, p, ROLE_SIDE, LANG_KM, NULL), role, LANG_KM, km);
    put(r, put(r, p, ROLE_SIDE, LANG_EN, NULL), role, LANG_EN, en);
    return p;
}

#endif
