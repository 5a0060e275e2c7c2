#include "compose/report/action_plan.h"

#include "compose/calendar.h"
#include "compose/session_facts.h"

/* -- one thing that a plan tells ------------------------------------------------------------------------- */

/* A number in each language's digits; words, or their two languages, as they are. */
static struct bi typed(struct builder *p, struct str text)
{
    struct bi digits = bi_digits(p->a, text);
    return !text.n ? (struct bi){0} : bi_is_same(digits) ? bi_typed(text) : digits;
}

static struct bi responsible(struct builder *p, const struct action_plan *plan)
{
    (void)p;
    return plan->responsible;
}

static struct bi deadline(struct builder *p, const struct action_plan *plan)
{
    if (plan->deadline_on.year) return calendar_date(p, plan->deadline_on);
    return plan->deadline.n ? calendar_typed(p, plan->deadline) : (struct bi){0};
}

static struct bi budget(struct builder *p, const struct action_plan *plan)
{
    (void)p;
    return plan->budget.n ? bi_typed(plan->budget) : (struct bi){0};
}

static struct bi indicator(struct builder *p, const struct action_plan *plan)
{
    (void)p;
    return plan->indicator;
}

static struct bi priority(struct builder *p, const struct action_plan *plan)
{
    static const enum word WORDS_OF[] = {[ACTION_HIGH] = WORD_PRIORITY_HIGH,
                                         [ACTION_MEDIUM] = WORD_PRIORITY_MEDIUM,
                                         [ACTION_LOW] = WORD_PRIORITY_LOW};
    if (plan->priority_word != ACTION_AS_TYPED) return words_of(WORDS_OF[plan->priority_word]);
    return typed(p, plan->priority);
}

static struct bi session(struct builder *p, const struct action_plan *plan)
{
    return session_facts_number(p, plan->session);
}

static const struct told {
    enum word head, line; /* over a column; in a line of facts, {1} is what is told */
    struct bi (*of)(struct builder *p, const struct action_plan *plan);
    bool whole; /* its lines are not parted */
} TOLD[] = {{WORD_RESPONSIBLE, WORD_RESPONSIBLE_IS, responsible, false},
            {WORD_DEADLINE, WORD_DEADLINE_IS, deadline, false},
            {WORD_BUDGET, WORD_BUDGET_IS, budget, false},
            {WORD_INDICATOR, WORD_INDICATOR_IS, indicator, false},
            {WORD_PRIORITY, WORD_PRIORITY_IS, priority, true},
            {WORD_SESSION, WORD_SESSION, session, true}};
enum { TOLD_N = sizeof TOLD / sizeof *TOLD, SESSION = TOLD_N - 1 };

struct bi action_plan_facts(struct builder *p, const struct action_plan *plan)
{
    struct bi all = {0};
    for (size_t i = 0; i < SESSION; i++) {
        struct bi one = TOLD[i].of(p, plan);
        if (builder_has(one)) all = builder_join(p, all, " · ", builder_say(p, TOLD[i].line, one));
    }
    return all;
}

/* -- its session ----------------------------------------------------------------------------------------- */

/* Its notes, else its day in the programme; empty: nowhere. */
static struct str leads_to(struct builder *p, struct str id)
{
    const struct note *note = session_facts_note(p->corpus, id);
    const struct session *s = corpus_session(p->corpus, id);
    if (note) return str_fmt(p->a, "#%.*s", STR_ARGS(note->stem));
    return s ? str_fmt(p->a, "#programme-day-%d", s->day) : (struct str){0};
}

void action_plan_session(struct builder *p, struct node *n, struct str id, enum lang lang)
{
    struct str number = session_facts_number(p, id).t[lang];
    if (number.n) node_text(p->a, n, number, lang, n->place)->href = leads_to(p, id);
}

static void session_cell(struct builder *p, struct node *row, const struct action_plan *plan)
{
    struct node *cell = builder_cell_line(p, row, session(p, plan));
    struct str href = leads_to(p, plan->session);
    for (size_t i = 0; i < cell->spans.n; i++) cell->spans.at[i].href = href;
}

/* -- the table ------------------------------------------------------------------------------------------- */

struct shown {
    bool column[TOLD_N]; /* those in which something stands */
    size_t n;
};

static struct shown shown_columns(struct builder *p)
{
    struct shown s = {{false}, 0};
    for (size_t k = 0; k < TOLD_N; k++) {
        for (size_t i = 0; i < p->corpus->nactions; i++)
            s.column[k] |= builder_has(TOLD[k].of(p, &p->corpus->actions[i].plan));
        s.n += s.column[k];
    }
    return s;
}

static void head_row(struct builder *p, struct node *table, const struct shown *s)
{
    struct node *head = builder_row(p, table, true);
    builder_cell(p, head, words_of(WORD_NUMBER));
    builder_cell(p, head, words_of(WORD_ACTION));
    for (size_t k = 0, at = 2; k < TOLD_N; k++) {
        if (!s->column[k]) continue;
        builder_cell(p, head, words_of(TOLD[k].head));
        table->columns[at++].whole = TOLD[k].whole;
    }
    table->columns[0].whole = true;
    table->columns[0].heads_row = false, table->columns[1].heads_row = true; /* the action, not its number */
}

static void action_row(struct builder *p, struct node *table, const struct shown *s, const struct action *a,
                       long number)
{
    struct node *row = builder_row(p, table, false);
    row->place = a->place;
    builder_cell_once(p, row, number);
    builder_cell(p, row, a->text);
    for (size_t k = 0; k < SESSION; k++)
        if (s->column[k]) builder_cell(p, row, TOLD[k].of(p, &a->plan));
    if (s->column[SESSION]) session_cell(p, row, &a->plan);
}

void action_plan_chapter(struct builder *p)
{
    const struct corpus *c = p->corpus;
    if (!c->nactions && !builder_has_faults(p, STR("actions."))) return;
    struct node *sect = builder_part(p, words_of(WORD_ACTION_PLAN), STR("action-plan"));
    builder_faults(p, sect, STR("actions."));
    if (!c->nactions) return;
    struct shown s = shown_columns(p);
    struct node *table = builder_table(p, sect, s.n + 2);
    table->fine = true;
    head_row(p, table, &s);
    for (size_t i = 0; i < c->nactions; i++) action_row(p, table, &s, &c->actions[i], (long)i + 1);
}
