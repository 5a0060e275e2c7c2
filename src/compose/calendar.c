#include "compose/calendar.h"

#include "khmer/number.h"

struct bi calendar_date(struct builder *p, struct date d)
{
    struct bi said = {0};
    if (!d.year) return said;
    for (int l = 0; l < LANG_N; l++) said.t[l] = date_write(p->a, d.year, d.month, d.day, (enum lang)l);
    return said;
}

static bool one_month(const struct date *d, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (d[i].year != d[0].year || d[i].month != d[0].month) return false;
    return n > 1;
}

static bool in_a_row(const struct date *d, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (d[i].day != d[i - 1].day + 1) return false;
    return true;
}

static struct bi day_of_month(struct builder *p, int day)
{
    struct bi n = bi_number(p->a, day);
    return builder_say(p, WORD_DAY_OF_MONTH, n);
}

/* Each once: a list that is joined to the next date copies all before it. */
static struct bi dates_listed(struct builder *p, const struct event *e)
{
    struct bi all = {0};
    struct str *days = ARENA_MANY(p->a, struct str, e->ndates);
    for (int l = 0; l < LANG_N; l++) {
        for (size_t i = 0; i < e->ndates; i++) days[i] = calendar_date(p, e->dates[i]).t[l];
        all.t[l] = str_join(p->a, days, e->ndates, STR(", "));
    }
    return all;
}

struct bi calendar_dates(struct builder *p)
{
    const struct event *e = &p->corpus->event;
    struct bi all = {0};
    if (!e->ndates) return all;
    struct bi last = calendar_date(p, e->dates[e->ndates - 1]);
    if (one_month(e->dates, e->ndates) && in_a_row(e->dates, e->ndates))
        return builder_say(p, e->ndates == 2 ? WORD_AND : WORD_TO, day_of_month(p, e->dates[0].day), last);
    return dates_listed(p, e);
}

struct bi calendar_lunar(struct builder *p, struct bi typed)
{
    struct bi said = {0};
    for (size_t i = 0; i < p->nlangs; i++)
        if (p->langs[i] == LANG_KM) said.t[p->langs[i]] = typed.t[p->langs[i]];
    return said;
}

struct bi calendar_day(struct builder *p, int day)
{
    static const struct str spelt[] = {
        STR_INIT("មួយ"),    STR_INIT("ពីរ"),    STR_INIT("បី"),    STR_INIT("បួន"),    STR_INIT("ប្រាំ"),
        STR_INIT("ប្រាំមួយ"), STR_INIT("ប្រាំពីរ"), STR_INIT("ប្រាំបី"), STR_INIT("ប្រាំបួន"), STR_INIT("ដប់")};
    struct bi n = bi_number(p->a, day);
    if (day >= 1 && (size_t)day <= sizeof spelt / sizeof *spelt) n.t[LANG_KM] = spelt[day - 1];
    return builder_say(p, WORD_DAY, n);
}

struct bi calendar_day_date(struct builder *p, int day)
{
    const struct event *e = &p->corpus->event;
    struct bi name = calendar_day(p, day);
    if (day < 1 || (size_t)day > e->ndates || !e->dates[day - 1].year) return name;
    return builder_say(p, WORD_DAY_DATE, name, calendar_date(p, e->dates[day - 1]));
}

struct bi calendar_hours(struct builder *p, int start, int end)
{
    struct bi said = {0};
    for (int l = 0; l < LANG_N && start >= 0; l++) {
        said.t[l] = clock_write(p->a, start, (enum lang)l);
        if (end < 0) continue;
        struct str to = clock_write(p->a, end, (enum lang)l);
        said.t[l] = str_fmt(p->a, "%.*s–%.*s", STR_ARGS(said.t[l]), STR_ARGS(to));
    }
    return said;
}

struct bi calendar_typed(struct builder *p, struct str text)
{
    struct bi said = bi_digits(p->a, text), dated = {0};
    if (!bi_is_same(said)) return said;
    for (int l = 0; l < LANG_N; l++) dated.t[l] = date_typed(p->a, text, (enum lang)l);
    return bi_empty(dated) ? said : dated;
}
