#include "compose/compose.h"

#include "compose/builder.h"
#include "compose/calendar.h"
#include "compose/charts.h"
#include "compose/documents.h"

/* -- what is wanted -------------------------------------------------------------------------------------- */

static bool for_each_form(const struct document *d)
{
    return strchr(d->name, '*') != NULL;
}

static struct wanted wanted_of(struct arena *a, const struct document *d, const struct form *form)
{
    struct str name = str_of(d->name);
    size_t star = str_find(name, STR("*"), 0);
    if (form && star != SIZE_MAX)
        name = str_fmt(a, "%.*s%.*s%s", (int)star, name.s, STR_ARGS(form->id), name.s + star + 1);
    return (struct wanted){.document = d, .form = form, .name = name, .written = 1u << WRITTEN_PDF};
}

struct wanted_list {
    VEC(struct wanted) list;
};

/* In what forms it is made; 0: not at all. */
static unsigned written(const struct corpus *corpus, const struct document *d)
{
    if (d->wanted && !d->wanted(corpus)) return 0;
    return d->written ? d->written(corpus, d) : 1u << WRITTEN_PDF;
}

static void add_wanted(struct arena *a, struct wanted_list *all, const struct corpus *corpus,
                       const struct document *d, const struct form *form)
{
    struct wanted w = wanted_of(a, d, form);
    w.written = written(corpus, d);
    if (w.written) VEC_ADD(a, all->list, w);
}

static size_t family_end(const struct document *rows, size_t n, size_t from)
{
    size_t to = from + 1;
    while (to < n && rows[to].family == rows[from].family) to++;
    return to;
}

/* Of a family for each form all that belongs to one form comes together. */
struct wanted *compose_list(struct arena *a, const struct corpus *corpus, size_t *n)
{
    size_t nrows;
    const struct document *rows = documents_all(&nrows);
    struct wanted_list all = {0};
    for (size_t from = 0, to; from < nrows; from = to) {
        to = family_end(rows, nrows, from);
        bool each = for_each_form(&rows[from]);
        if (!(corpus->event.documents & rows[from].family)) continue;
        for (size_t k = 0; k < (each ? corpus->nforms : 1); k++)
            for (size_t i = from; i < to; i++)
                add_wanted(a, &all, corpus, &rows[i], each ? &corpus->forms[k] : NULL);
    }
    *n = all.list.n;
    return all.list.at;
}

struct wanted compose_named(struct arena *a, const char *row, const struct form *form)
{
    size_t n, i = 0;
    const struct document *rows = documents_all(&n);
    while (i + 1 < n && strcmp(rows[i].name, row)) i++;
    return wanted_of(a, &rows[i], form);
}

const char *compose_family(const struct wanted *wanted)
{
    size_t n;
    const char *const *words = corpus_document_words(&n);
    for (size_t i = 0; i < n; i++)
        if (wanted->document->family == 1U << i) return words[i];
    return "";
}

/* -- composing ------------------------------------------------------------------------------------------- */

int compose_shorter(const struct corpus *corpus, const struct wanted *wanted)
{
    const struct document *d = wanted->document;
    return d->shorter ? d->shorter(corpus) : 0;
}

bool compose_each_form(const struct wanted *wanted)
{
    return wanted->document->each_form;
}

/* Forms that have sheets; one at least. */
static int filled_forms(const struct corpus *c)
{
    int n = 0;
    for (size_t i = 0; i < c->nforms; i++) n += c->forms[i].nreplies > 0;
    return n > 1 ? n : 1;
}

/* Nothing shorter is left to try: for one of its parts, where each has a version of its own. */
static bool is_shortest(const struct corpus *c, const struct wanted *w)
{
    int shortest = compose_shorter(c, w);
    bool any = !w->less_of && w->less >= shortest;
    for (size_t i = 0; w->less_of && i < c->nforms; i++) any |= w->less_of[i] >= shortest;
    return any;
}

struct print compose_print(const struct corpus *corpus, const struct wanted *wanted)
{
    const struct document *d = wanted->document;
    struct print p = *d->print;
    documents_on_paper(&p, corpus->event.paper);
    bool all = d->each_form && !wanted->form;
    p.fit_pages = d->pages[corpus->ndays > 1] * (all ? filled_forms(corpus) : 1);
    p.shrink = is_shortest(corpus, wanted);
    if (d->version) d->version(corpus, wanted->less, &p);
    return p;
}

/* A file's metadata tell its title in each language: in none that the event lacks. */
static struct bi own_title(const struct event *e, struct bi title)
{
    struct bi own = title;
    for (int l = 0; l < LANG_N; l++)
        if (!event_has_lang(e, (enum lang)l)) own.t[l] = (struct str){0};
    return bi_empty(own) ? title : own;
}

struct tree *compose(struct job *job, const struct survey *survey, const struct wanted *wanted)
{
    struct builder *p = builder_new(job, survey, wanted->name, wanted->document->edition);
    p->form = wanted->form;
    p->less = wanted->less;
    p->less_of = wanted->less_of;
    wanted->document->write(p);
    builder_links(p);
    p->tree->title = own_title(&p->corpus->event, p->tree->title);
    return p->tree;
}

struct bi compose_dates(struct job *job, const struct survey *survey)
{
    return calendar_dates(builder_new(job, survey, (struct str){0}, EDITION_BOTH));
}

struct said_words compose_said_words(struct arena *a)
{
    struct said_words words = {.mail = words_of(WORD_MASKED_MAIL),
                               .phone = words_of(WORD_MASKED_PHONE),
                               .name = words_of(WORD_MASKED_NAME)};
    struct bi *roles = ARENA_MANY(a, struct bi, WORD_A_PARTICIPANT - WORD_A_TEACHER + 1);
    for (int w = WORD_A_TEACHER; w <= WORD_A_PARTICIPANT; w++) roles[words.nroles++] = words_of((enum word)w);
    words.roles = roles;
    return words;
}

void compose_tell(struct job *job, const struct survey *survey)
{
    struct bi ways[GROUP_WAYS];
    for (int w = 0; w < GROUP_WAYS; w++) ways[w] = charts_way((enum group_way)w);
    survey_tell(job, survey, ways);
}
