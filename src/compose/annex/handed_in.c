#include "compose/annex/handed_in.h"

#include "compose/calendar.h"
#include "compose/session_facts.h"

/* A sign stands once for both languages; what it means is told over the table. */
static void mark_cell(struct builder *p, struct node *row, bool yes, bool chased)
{
    if (!yes && chased) {
        builder_strong(builder_cell(p, row, words_of(WORD_REGISTER_LACKING)));
        return;
    }
    struct node *c = node_new(p->a, row, ROLE_CELL, LANG_NONE, row->place);
    node_text(p->a, c, yes ? STR("✓") : STR("–"), LANG_NONE, row->place);
}

static void passed_cell(struct builder *p, struct node *row, const struct handed_in *d)
{
    static const enum word TO[SHARES] = {WORD_TO_PARTICIPANTS, WORD_TO_PUBLIC, WORD_TO_NOBODY};
    builder_cell(p, row, words_of(TO[handed_in_passed(d) ? d->share : SHARE_NO]));
}

static void document_row(struct builder *p, struct node *table, const struct handed_in *d, bool chased)
{
    struct node *row = builder_row(p, table, false);
    row->place = d->place;
    builder_cell(p, row, session_facts_number(p, d->session));
    builder_cell(p, row, builder_has(d->title) ? d->title : bi_same(d->file));
    if (d->is_received && d->received_on.year)
        builder_cell(p, row, calendar_date(p, d->received_on));
    else
        mark_cell(p, row, d->is_received, chased);
    const struct event *e = &p->corpus->event;
    for (size_t i = 0; i < e->nlangs; i++)
        if (handed_in_tells(p, e->langs[i])) mark_cell(p, row, d->translated[e->langs[i]], chased);
    if (corpus_passes_on(p->corpus, SHARES)) passed_cell(p, row, d);
}

static struct bi passed_total(struct builder *p)
{
    long to[SHARES] = {0};
    for (size_t i = 0; i < p->corpus->ndocuments; i++)
        to[p->corpus->documents[i].share] += handed_in_passed(&p->corpus->documents[i]);
    return builder_say(p, WORD_PASSED_TOTAL, builder_number(p, to[SHARE_PUBLIC]),
                       builder_number(p, to[SHARE_PARTICIPANTS]));
}

static long translated_into(const struct builder *p, enum lang l)
{
    long n = 0;
    for (size_t i = 0; i < p->corpus->ndocuments; i++) n += p->corpus->documents[i].translated[l];
    return n;
}

bool handed_in_tells(const struct builder *p, enum lang l)
{
    const struct event *e = &p->corpus->event;
    return event_has_lang(e, l) && (e->nlangs > 1 || translated_into(p, l));
}

struct bi handed_in_heading(const struct builder *p)
{
    for (int l = 0; l < LANG_N; l++)
        if (handed_in_tells(p, (enum lang)l)) return words_of(WORD_DOCUMENTS);
    return words_of(WORD_DOCUMENTS_RECEIVED);
}

static struct bi total(struct builder *p)
{
    long received = 0;
    struct bi all = builder_number(p, (long)p->corpus->ndocuments);
    for (size_t i = 0; i < p->corpus->ndocuments; i++) received += p->corpus->documents[i].is_received;
    if (p->corpus->event.nlangs == LANG_N)
        return builder_say(p, WORD_DOCUMENTS_TOTAL, all, builder_number(p, received),
                           builder_number(p, translated_into(p, (enum lang)0)),
                           builder_number(p, translated_into(p, (enum lang)1)));
    struct bi said = builder_say(p, WORD_DOCUMENTS_COUNT, all, builder_number(p, received));
    enum lang l = p->langs[0];
    if (!handed_in_tells(p, l)) return said;
    return builder_join(p, said, " ",
                        builder_say(p, WORD_DOCUMENTS_IN, words_of(words_in_lang(l)),
                                    builder_number(p, translated_into(p, l))));
}

size_t handed_in_columns(const struct builder *p)
{
    const struct event *e = &p->corpus->event;
    size_t n = 3;
    for (size_t i = 0; i < e->nlangs; i++) n += handed_in_tells(p, e->langs[i]);
    return n + corpus_passes_on(p->corpus, SHARES);
}

/* Where nothing is passed on, no column says so row by row. */
void handed_in_table(struct builder *p, struct node *parent, bool chased)
{
    enum word heads[4 + LANG_N] = {WORD_SESSION, WORD_DOCUMENT, WORD_RECEIVED};
    const struct event *e = &p->corpus->event;
    bool passed = corpus_passes_on(p->corpus, SHARES);
    size_t n = 3;
    for (size_t i = 0; i < e->nlangs; i++)
        if (handed_in_tells(p, e->langs[i])) heads[n++] = words_in_lang(e->langs[i]);
    if (passed) heads[n++] = WORD_PASSED_ON;
    struct bi said = passed ? builder_join(p, total(p), " ", passed_total(p)) : total(p);
    if (!chased) /* there what is missing is a word */
        said = builder_join(p, said, " ",
                            builder_join(p, words_of(WORD_YES_MARK), "; ", words_of(WORD_NO_MARK)));
    if (chased) {
        struct node *whole = builder_node(p, parent, ROLE_GRID);
        whole->count = 1;
        builder_block(p, builder_node(p, whole, ROLE_KEEP), ROLE_LEAD, said);
    } else {
        builder_par(p, parent, ROLE_LEAD, said);
    }
    struct node *table = builder_table(p, parent, n), *head = builder_row(p, table, true);
    table->fine = table->columns[2].whole = true;
    for (size_t i = 0; i < n; i++) builder_cell(p, head, words_of(heads[i]));
    for (size_t i = 0; i < p->corpus->ndocuments; i++)
        document_row(p, table, &p->corpus->documents[i], chased);
}
