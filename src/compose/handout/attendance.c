#include "compose/handout/attendance.h"

#include "compose/calendar.h"
#include "compose/handout/handout_head.h"

enum {
    DAYS_ACROSS = 4,   /* days beside each other; more are in a further table */
    DAYS_MOST = 28,    /* that are signed for: each asks for all rows again */
    EMPTY_MOST = 400,  /* empty rows: a list gone wrong asks for any number */
    SIGN_WIDE = 76500, /* 1/1000 pt: 27 mm */
    ROW_HIGH = 11,     /* mm: to sign in */
    SPARE = 8          /* empty rows for who is on no list */
};

static int days_of(const struct corpus *c)
{
    int dates = (int)c->event.ndates, days = c->ndays > dates ? c->ndays : dates;
    if (days > DAYS_MOST) return DAYS_MOST;
    return days ? days : 1;
}

static struct bi day_head(struct builder *p, int day)
{
    return days_of(p->corpus) > 1 ? calendar_day_date(p, day) : words_of(WORD_SIGN_HERE);
}

static struct node *new_table(struct builder *p, int first, int days)
{
    static const enum word HEADS[] = {WORD_NUMBER, WORD_NAME, WORD_ORGANIZATION};
    enum { FIXED = sizeof HEADS / sizeof *HEADS };
    struct node *sect = builder_node(p, p->tree->root, ROLE_SECT);
    sect->breaks = first > 1;
    struct node *table = builder_table(p, sect, FIXED + (size_t)days), *head = builder_row(p, table, true);
    for (size_t i = 0; i < FIXED; i++) builder_cell(p, head, words_of(HEADS[i]));
    for (int d = 0; d < days; d++) {
        builder_cell(p, head, day_head(p, first + d));
        table->columns[FIXED + d].width = SIGN_WIDE;
    }
    table->columns[0].whole = true;
    table->columns[0].heads_row = false, table->columns[1].heads_row = true;
    return table;
}

/* who: NULL is an empty row. */
static void sign_row(struct builder *p, struct node *table, const struct participant *who, long number,
                     int days)
{
    struct node *row = builder_row(p, table, false);
    row->count = ROW_HIGH;
    builder_cell_once(p, row, number);
    struct bi name = {0}, organization = {0};
    if (who) name = builder_join(p, who->honorific, " ", who->name);
    if (who && who->organization.n) organization = bi_typed(who->organization);
    builder_cell(p, row, name);
    builder_cell(p, row, organization);
    for (int d = 0; d < days; d++) builder_cell(p, row, (struct bi){0});
}

static void days_table(struct builder *p, int first, int days)
{
    const struct corpus *c = p->corpus;
    struct node *table = new_table(p, first, days);
    long number = 0, empty = SPARE;
    for (size_t i = 0; i < c->nparticipants; i++)
        if (c->participants[i].consent_name)
            sign_row(p, table, &c->participants[i], ++number, days);
        else if (empty < EMPTY_MOST)
            empty++;
    while (empty-- > 0) sign_row(p, table, NULL, ++number, days);
}

void attendance_write(struct builder *p)
{
    struct node *root = p->tree->root;
    builder_handout(p, words_of(WORD_ATTENDANCE));
    handout_head(p, root, ROLE_TITLE, words_of(WORD_ATTENDANCE), NULL);
    builder_line(p, root, ROLE_SMALL, calendar_dates(p));
    builder_block(p, root, ROLE_SMALL, words_of(WORD_ATTENDANCE_NOTE));
    int all = days_of(p->corpus);
    for (int first = 1; first <= all; first += DAYS_ACROSS)
        days_table(p, first, all - first + 1 < DAYS_ACROSS ? all - first + 1 : DAYS_ACROSS);
}
