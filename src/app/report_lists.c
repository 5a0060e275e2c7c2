#include "app/report_lists.h"

#include "compare/event_facts.h"
#include "compare/section_list.h"
#include "compose/words.h"

static struct str day(struct arena *a, struct date d)
{
    return d.year ? str_fmt(a, "%04d-%02d-%02d", d.year, d.month, d.day) : (struct str){0};
}

static int compare(struct date a, struct date b)
{
    int x = (a.year * 16 + a.month) * 32 + a.day, y = (b.year * 16 + b.month) * 32 + b.day;
    return (x > y) - (x < y);
}

static void take_days(struct arena *a, const struct event *e, struct event_facts *facts)
{
    struct date first = {0}, last = {0};
    for (size_t i = 0; i < e->ndates; i++) {
        if (!i || compare(e->dates[i], first) < 0) first = e->dates[i];
        if (!i || compare(e->dates[i], last) > 0) last = e->dates[i];
    }
    facts->begins = day(a, first);
    facts->ends = day(a, last);
}

/* What the report itself shows of it: a language that the event has not stands in for one that is empty. */
static struct bi shown(const struct event *e, struct bi text)
{
    bool any = false;
    for (size_t i = 0; i < e->nlangs; i++) any = any || text.t[e->langs[i]].n;
    for (int l = 0; l < LANG_N && any; l++)
        if (!event_has_lang(e, (enum lang)l)) text.t[l] = (struct str){0};
    return text;
}

static struct event_facts facts_of(struct work *w)
{
    const struct event *e = &w->shared->corpus->event;
    struct event_facts facts = {.nlangs = e->nlangs,
                                .title = shown(e, e->title),
                                .dates = shown(e, compose_dates(&w->job, w->shared->survey)),
                                .venue = shown(e, e->venue),
                                .draft = !e->final,
                                .sample = e->sample};
    for (size_t i = 0; i < e->nlangs; i++) facts.langs[i] = e->langs[i];
    take_days(w->job.keep, e, &facts);
    return facts;
}

static bool is_report(const struct work *w)
{
    return !strcmp(compose_family(&w->wanted), "report");
}

void report_lists_add_key(struct memo_key *key, struct work *w)
{
    if (!is_report(w)) return;
    struct event_facts facts = facts_of(w);
    memo_add(key, event_facts_text(w->job.keep, &facts));
}

static void attach(struct tree *tree, struct attachment *all, const char *name, const char *type,
                   struct str data, enum word description)
{
    all[tree->nattachments++] =
        (struct attachment){str_of(name), str_of(type), data, words_in(description, tree->lang)};
}

struct tree report_lists_tree(struct work *w)
{
    struct arena *a = w->job.keep;
    struct tree tree = *w->tree;
    if (!is_report(w)) return tree;
    struct attachment *all = ARENA_MANY(a, struct attachment, tree.nattachments + 2);
    if (tree.nattachments) memcpy(all, tree.attachments, tree.nattachments * sizeof *all);
    w->sections = str_copy(w->lasting, section_list_text(a, section_list_of(a, w->tree, w->pages)));
    struct event_facts facts = facts_of(w);
    facts.pages = w->npages;
    attach(&tree, all, SECTION_LIST_NAME, SECTION_LIST_TYPE, w->sections, WORD_SECTION_LIST);
    attach(&tree, all, EVENT_FACTS_NAME, EVENT_FACTS_TYPE, event_facts_text(a, &facts), WORD_EVENT_FACTS);
    tree.attachments = all;
    return tree;
}
