/* A small corpus made by hand, for the tests of compose/: two days, three notes, a form with replies. */
#ifndef SASTRA_TESTS_BY_HAND_H
#define SASTRA_TESTS_BY_HAND_H

#include "compose/compose.h"
#include "compose/words.h"
#include "model/dump.h"
#include "model/replies.h"
#include "privacy/gate.h"

struct hand {
    struct arena *keep, *scratch;
    struct options options;
    struct job job;
    struct corpus corpus;
};

static inline struct bi hand_bi(const char *km, const char *en)
{
    return (struct bi){.t = {[LANG_KM] = str_of(km), [LANG_EN] = str_of(en)}};
}

static inline struct spans hand_spans(struct arena *a, const char *text)
{
    struct spans s = {.at = ARENA_ONE(a, struct span), .n = 1};
    s.at[0] = (struct span){.lang = LANG_NONE, .text = str_of(text)};
    return s;
}

static inline struct block *hand_block(struct hand *h, struct block *parent, enum block_kind kind,
                                       const char *text)
{
    struct block *b = block_new(h->keep, parent, kind, parent->place);
    if (text) b->spans = hand_spans(h->keep, text);
    return b;
}

static inline struct doc *hand_doc(struct hand *h, enum lang lang, const char *path)
{
    struct doc *d = ARENA_ONE(h->keep, struct doc);
    d->lang = lang;
    d->source = source_new(h->keep, str_of(path), STR("# one\n\ntwo\n"));
    d->root = block_new(h->keep, NULL, BLOCK_ROOT, place_in(d->source, 0));
    return d;
}

/* Blocks joined in order: the nth of one side with the nth of the other. */
static inline void hand_pair(struct hand *h, struct note *n)
{
    const struct block *km = n->doc[LANG_KM] ? n->doc[LANG_KM]->root->first : NULL;
    const struct block *en = n->doc[LANG_EN] ? n->doc[LANG_EN]->root->first : NULL;
    n->pairs = ARENA_MANY(h->keep, struct pair, 64);
    for (n->npairs = 0; (km || en) && n->npairs < 64; n->npairs++) {
        n->pairs[n->npairs] = (struct pair){.side = {[LANG_KM] = km, [LANG_EN] = en}};
        if (km) km = km->next;
        if (en) en = en->next;
    }
}

static inline struct hand *hand_open(void)
{
    struct arena *keep = arena_new();
    struct hand *h = ARENA_ONE(keep, struct hand);
    h->keep = keep;
    h->scratch = arena_new();
    h->job =
        (struct job){.keep = keep, .scratch = h->scratch, .diags = diags_new(keep), .options = &h->options};
    struct event *e = &h->corpus.event;
    e->title = hand_bi("វេទិកា", "The forum");
    e->langs[0] = LANG_KM;
    e->langs[1] = LANG_EN;
    e->nlangs = 2;
    e->final = true;
    e->documents = DOCUMENT_ALL;
    e->editions = 7;
    return h;
}

static inline void hand_close(struct hand *h)
{
    arena_free(h->scratch);
    arena_free(h->keep);
}

/* The corpus as it is now, through the gate and counted. */
static inline const struct survey *hand_survey_of(struct hand *h, const struct corpus *c)
{
    struct said_words words = compose_said_words(h->keep);
    return survey_of(&h->job, c, gate_pass(&h->job, c, &words));
}

static inline const struct survey *hand_survey(struct hand *h)
{
    return hand_survey_of(h, &h->corpus);
}

/* A document by its row in compose/documents.c; of the first form, where it is one for each. */
static inline struct tree *hand_compose(struct hand *h, const char *row)
{
    struct wanted w = compose_named(h->keep, row, h->corpus.forms);
    return compose(&h->job, hand_survey(h), &w);
}

static inline struct tree *hand_report(struct hand *h, enum edition e)
{
    static const char *const ROWS[EDITIONS] = {"report", "report.km", "report.en"};
    return hand_compose(h, ROWS[e]);
}

static inline struct str hand_dump(struct hand *h, const struct tree *t)
{
    struct buf out = BUF(h->keep);
    dump_tree(&out, t);
    return buf_str(&out);
}

static inline bool hand_has(struct str text, const char *part)
{
    return str_find(text, str_of(part), 0) != SIZE_MAX;
}

static inline size_t hand_count(struct str text, const char *part)
{
    size_t n = 0;
    for (size_t at = 0; (at = str_find(text, str_of(part), at)) != SIZE_MAX; at++) n++;
    return n;
}

#endif
