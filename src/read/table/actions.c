#include "read/table/actions.h"

#include "khmer/number.h"
#include "read/format/known_name.h"
#include "read/table/tables.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* -- until when ------------------------------------------------------------------------------------------ */

static bool is_year(struct str text)
{
    long year;
    return number_read(text, &year) && year >= 1900 && year <= 2700;
}

static bool is_day(struct str text)
{
    int y, m, d;
    return cell_value_is_date(text) || date_serial(text, &y, &m, &d);
}

static bool is_before(struct date a, struct date b)
{
    if (a.year != b.year) return a.year < b.year;
    return a.month != b.month || !a.day ? a.month < b.month : a.day < b.day;
}

static struct date first_day(const struct event *e)
{
    struct date first = {0};
    for (size_t i = 0; i < e->ndates; i++)
        if (!first.year || is_before(e->dates[i], first)) first = e->dates[i];
    return first;
}

static void read_deadline(struct job *job, const struct event *e, struct csv_cell cell,
                          struct action_plan *plan)
{
    struct date first = first_day(e), month = {0}, *on = &plan->deadline_on;
    plan->deadline = cell.text;
    if (!cell.text.n || is_year(cell.text)) return;
    if (is_day(cell.text))
        *on = cell_value_date(job, cell);
    else if (date_month(job->scratch, cell.text, &month.year, &month.month))
        *on = month;
    else if (!date_part(job->scratch, cell.text))
        diag_tell(job->diags, DIAG_ACTION_DEADLINE, cell.place, {0});
    if (on->year && first.year && is_before(*on, first))
        diag_tell(job->diags, DIAG_ACTION_PAST, cell.place, {0});
}

/* -- how urgent ------------------------------------------------------------------------------------------ */

static enum action_priority priority_of(struct str typed)
{
    static const struct {
        const char *word;
        enum action_priority priority;
    } WORDS[] = {{"high", ACTION_HIGH},      {"h", ACTION_HIGH},        {"ខ្ពស់", ACTION_HIGH},
                 {"អាទិភាពខ្ពស់", ACTION_HIGH}, {"medium", ACTION_MEDIUM}, {"middle", ACTION_MEDIUM},
                 {"m", ACTION_MEDIUM},       {"មធ្យម", ACTION_MEDIUM},   {"អាទិភាពមធ្យម", ACTION_MEDIUM},
                 {"low", ACTION_LOW},        {"l", ACTION_LOW},         {"ទាប", ACTION_LOW},
                 {"អាទិភាពទាប", ACTION_LOW}};
    for (size_t i = 0; i < COUNT(WORDS); i++)
        if (known_name_same(typed, str_of(WORDS[i].word))) return WORDS[i].priority;
    return ACTION_AS_TYPED;
}

/* Words in one language that a document in the other would have to print. */
static bool is_one_language(struct str typed)
{
    bool letters = false;
    for (size_t at = 0; at < typed.n;) letters |= lang_of_letter(utf8_next(typed, &at)) != LANG_NONE;
    return letters && bi_is_same(bi_typed(typed));
}

static void read_priority(struct job *job, const struct event *e, struct csv_cell cell,
                          struct action_plan *plan)
{
    plan->priority = cell.text;
    plan->priority_word = priority_of(cell.text);
    if (plan->priority_word == ACTION_AS_TYPED && e->nlangs > 1 && is_one_language(cell.text))
        diag_tell(job->diags, DIAG_ACTION_PRIORITY, cell.place, {0});
}

/* -- rows ------------------------------------------------------------------------------------------------ */

struct action_plan actions_plan(struct job *job, const struct corpus *c, const struct columns *t,
                                const struct csv_row *row, size_t first)
{
    struct action_plan plan = {.responsible = columns_bi(t, row, first, first + 1),
                               .budget = columns_cell(t, row, first + 3).text,
                               .indicator = columns_bi(t, row, first + 4, first + 5),
                               .session = tables_session(job, c, columns_cell(t, row, first + 7))};
    read_deadline(job, &c->event, columns_cell(t, row, first + 2), &plan);
    read_priority(job, &c->event, columns_cell(t, row, first + 6), &plan);
    return plan;
}

bool actions_read(struct job *job, const struct source *source, struct corpus *c)
{
    static const struct column_name NAMES[] = {
        {"text_en", 1, {0}}, {"text_km", 1, {0}}, ACTIONS_PLAN_COLUMNS};
    struct columns t = columns_read(job, source, NAMES, COUNT(NAMES));
    c->actions = ARENA_MANY(job->keep, struct action, t.n);
    for (size_t i = 0; i < t.n; i++) {
        const struct csv_row *row = &t.rows[i];
        size_t told = job->diags->list.n;
        if (!columns_entry(row)) continue;
        struct action *a = &c->actions[c->nactions++];
        *a = (struct action){row->place, columns_bi(&t, row, 0, 1), actions_plan(job, c, &t, row, 2)};
        if (bi_empty(a->text)) diag_tell(job->diags, DIAG_VALUE_MISSING, row->place, STR("text_en"));
        columns_settle(job, row, told);
    }
    return t.wide > 0;
}
