#include "compose/handout/guide.h"

#include "compose/calendar.h"
#include "compose/handout/handout_head.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* -- cells and lists ------------------------------------------------------------------------------------- */

/* What is typed as it stands here. */
static void typed(struct builder *p, struct node *n, struct str text)
{
    struct str line;
    while (str_cut(&text, '\n', &line)) {
        if (n->spans.n) node_text(p->a, n, STR(""), LANG_NONE, n->place)->kind = SPAN_BREAK;
        node_text(p->a, n, line, lang_of_text(line), n->place)->style = SPAN_CODE;
    }
}

static struct node *typed_cell(struct builder *p, struct node *row, struct str text)
{
    struct node *cell = builder_node(p, row, ROLE_CELL);
    typed(p, cell, text);
    return cell;
}

static struct node *table(struct builder *p, struct node *parent, const enum word *heads, size_t n)
{
    struct node *t = builder_table(p, parent, n), *head = builder_row(p, t, true);
    t->fine = true;
    for (size_t i = 0; i < n; i++) builder_cell(p, head, words_of(heads[i]));
    return t;
}

static void heading(struct builder *p, struct node *parent, enum word w)
{
    builder_block(p, parent, ROLE_H2, words_of(w));
}

static void point_in(struct builder *p, struct node *side, struct bi text, enum lang l)
{
    struct node *list = node_new(p->a, side, ROLE_LIST, l, side->place);
    struct node *item = node_new(p->a, list, ROLE_ITEM, l, side->place);
    struct node *par = node_new(p->a, item, ROLE_P, l, side->place);
    item->label = STR("•");
    node_text(p->a, par, text.t[l], l, side->place);
}

/* Each beside its other side. */
static void points(struct builder *p, struct node *parent, const enum word *words, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct node *sides[LANG_N] = {NULL};
        if (p->both)
            builder_pair(p, parent, sides);
        else
            sides[p->langs[0]] = parent;
        for (int l = 0; l < LANG_N; l++)
            if (sides[l]) point_in(p, sides[l], words_of(words[i]), (enum lang)l);
    }
}

/* -- the event's own sessions ---------------------------------------------------------------------------- */

/* One that notes are taken of. */
static bool is_noted(const struct session *s)
{
    return s->id.n && s->type != SESSION_BREAK;
}

static const struct session *first_session(const struct corpus *c)
{
    for (size_t i = 0; i < c->nsessions; i++)
        if (is_noted(&c->sessions[i])) return &c->sessions[i];
    return NULL;
}

/* d1s02.km.docx, a line a language. */
static struct str note_names(struct builder *p, struct str id)
{
    const struct event *e = &p->corpus->event;
    struct buf b = BUF(p->a);
    for (size_t i = 0; i < e->nlangs; i++)
        buf_fmt(&b, "%s%.*s.%s.docx", i ? "\n" : "", STR_ARGS(id), lang_tag(e->langs[i]));
    return buf_str(&b);
}

static void session_rows(struct builder *p, struct node *parent)
{
    static const enum word HEADS[] = {WORD_GUIDE_NUMBER, WORD_SESSION, WORD_GUIDE_WHEN, WORD_GUIDE_FILE};
    struct node *t = table(p, parent, HEADS, COUNT(HEADS));
    for (size_t i = 0; i < p->corpus->nsessions; i++) {
        const struct session *s = &p->corpus->sessions[i];
        if (!is_noted(s)) continue;
        struct node *row = builder_row(p, t, false);
        row->place = s->place;
        typed_cell(p, row, s->id);
        builder_cell(p, row, s->title);
        struct bi hours = calendar_hours(p, s->start, s->end);
        builder_cell(p, row, builder_join(p, calendar_day(p, s->day), ", ", hours));
        typed_cell(p, row, note_names(p, s->id));
    }
}

static void title_rows(struct builder *p, struct node *parent)
{
    static const enum word HEADS[] = {WORD_GUIDE_NUMBER, WORD_SESSION};
    struct node *t = table(p, parent, HEADS, COUNT(HEADS));
    t->two_up = TWO_UP_DOWN;
    for (size_t i = 0; i < p->corpus->nsessions; i++) {
        const struct session *s = &p->corpus->sessions[i];
        if (!is_noted(s)) continue;
        struct node *row = builder_row(p, t, false);
        row->place = s->place;
        typed_cell(p, row, s->id);
        builder_cell_line(p, row, s->title);
    }
}

static struct str ids_of_day(struct builder *p, int day)
{
    struct buf b = BUF(p->a);
    for (size_t i = 0; i < p->corpus->nsessions; i++) {
        const struct session *s = &p->corpus->sessions[i];
        if (is_noted(s) && s->day == day) buf_fmt(&b, "%s%.*s", b.n ? ", " : "", STR_ARGS(s->id));
    }
    return buf_str(&b);
}

static void day_rows(struct builder *p, struct node *parent)
{
    static const enum word HEADS[] = {WORD_GUIDE_WHEN, WORD_GUIDE_NUMBER};
    struct node *t = table(p, parent, HEADS, COUNT(HEADS));
    for (int day = 1; day <= p->corpus->ndays; day++) {
        struct str ids = ids_of_day(p, day);
        if (!ids.n) continue;
        struct node *row = builder_row(p, t, false);
        builder_cell(p, row, calendar_day(p, day));
        typed_cell(p, row, ids);
    }
}

static void sessions(struct builder *p, struct node *parent)
{
    static void (*const ROWS[])(struct builder *, struct node *) = {
        [GUIDE_SESSIONS] = session_rows, [GUIDE_TITLES] = title_rows, [GUIDE_DAYS] = day_rows};
    if (!first_session(p->corpus)) return;
    heading(p, parent, WORD_GUIDE_SESSIONS);
    ROWS[p->less](p, parent);
}

/* -- where to drop what ---------------------------------------------------------------------------------- */

static void place_row(struct builder *p, struct node *t, enum word what, const char *folder, struct str name)
{
    struct node *row = builder_row(p, t, false);
    builder_cell(p, row, words_of(what));
    typed_cell(p, row, str_of(folder));
    typed_cell(p, row, name);
}

static struct str table_names(struct builder *p)
{
    struct buf b = BUF(p->a);
    for (size_t i = 0; i < p->corpus->nforms; i++)
        buf_fmt(&b, "%s%.*s.csv", i ? "\n" : "", STR_ARGS(p->corpus->forms[i].id));
    return buf_str(&b);
}

/* km, en */
static struct str lang_tags(struct builder *p)
{
    struct buf b = BUF(p->a);
    for (size_t i = 0; i < p->corpus->event.nlangs; i++)
        buf_fmt(&b, "%s%s", i ? ", " : "", lang_tag(p->corpus->event.langs[i]));
    return buf_str(&b);
}

static void places(struct builder *p, struct node *parent)
{
    static const enum word HEADS[] = {WORD_GUIDE_WHAT, WORD_GUIDE_FOLDER, WORD_GUIDE_NAME};
    const struct session *s = first_session(p->corpus);
    struct str id = s ? s->id : STR("d1s01");
    heading(p, parent, WORD_GUIDE_PLACES);
    struct node *t = table(p, parent, HEADS, COUNT(HEADS));
    place_row(p, t, WORD_GUIDE_NOTES, "sessions/", note_names(p, id));
    place_row(p, t, WORD_GUIDE_PHOTOS, "photos/", str_fmt(p->a, "%.*s-1.jpg", STR_ARGS(id)));
    place_row(p, t, WORD_GUIDE_DOCUMENTS, "documents/", str_fmt(p->a, "%.*s-slides.pdf", STR_ARGS(id)));
    if (p->corpus->nforms) place_row(p, t, WORD_GUIDE_SHEETS, "reflections/", table_names(p));
    struct str longer = str_fmt(p->a, "%.*s-labs.%s.docx", STR_ARGS(id), lang_tag(p->corpus->event.langs[0]));
    builder_par(p, parent, ROLE_SMALL,
                builder_say(p, WORD_GUIDE_ANY_WORDS, bi_same(lang_tags(p)), bi_same(longer)));
}

/* -- how to write ---------------------------------------------------------------------------------------- */

static void example_cell(struct builder *p, struct node *row, enum word example)
{
    struct node *cell = builder_cell(p, row, words_of(example));
    for (size_t i = 0; i < cell->spans.n; i++) cell->spans.at[i].style |= SPAN_CODE;
}

static void writing(struct builder *p, struct node *parent)
{
    static const enum word HEADS[] = {WORD_GUIDE_TYPED, WORD_GUIDE_MEANS, WORD_GUIDE_IN_WORD};
    static const enum word ROWS[][3] = {
        {WORD_GUIDE_TITLE_TYPED, WORD_GUIDE_TITLE, WORD_GUIDE_TITLE_WORD},
        {WORD_GUIDE_HEADING_TYPED, WORD_GUIDE_HEADING, WORD_GUIDE_HEADING_WORD},
        {WORD_GUIDE_LIST_TYPED, WORD_GUIDE_LIST, WORD_GUIDE_LIST_WORD},
        {WORD_GUIDE_STEPS_TYPED, WORD_GUIDE_STEPS, WORD_GUIDE_STEPS_WORD},
        {WORD_GUIDE_QUOTE_TYPED, WORD_GUIDE_QUOTE, WORD_GUIDE_QUOTE_WORD},
        {WORD_GUIDE_STRONG_TYPED, WORD_GUIDE_STRONG, WORD_GUIDE_STRONG_WORD},
        {WORD_GUIDE_TABLE_TYPED, WORD_GUIDE_TABLE, WORD_GUIDE_TABLE_WORD},
        {WORD_GUIDE_PICTURE_TYPED, WORD_GUIDE_PICTURE, WORD_GUIDE_PICTURE_WORD},
    };
    heading(p, parent, WORD_GUIDE_WRITING);
    struct node *t = table(p, parent, HEADS, COUNT(HEADS));
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        struct node *row = builder_row(p, t, false);
        example_cell(p, row, ROWS[i][0]);
        builder_cell(p, row, words_of(ROWS[i][1]));
        builder_cell(p, row, words_of(ROWS[i][2]));
    }
}

static void advice(struct builder *p, struct node *parent)
{
    static const enum word TWO[] = {WORD_GUIDE_BOTH}, ALL[] = {WORD_GUIDE_FACTS, WORD_GUIDE_PEOPLE,
                                                               WORD_GUIDE_UNSURE, WORD_GUIDE_PROBLEMS};
    heading(p, parent, WORD_GUIDE_ADVICE);
    if (p->corpus->event.nlangs > 1) points(p, parent, TWO, COUNT(TWO));
    points(p, parent, ALL, COUNT(ALL));
}

/* Nothing where the event names nobody. */
static void whom_to_ask(struct builder *p, struct node *parent)
{
    const struct event *e = &p->corpus->event;
    struct str who = e->contact_name.n ? e->contact_name : e->contact_email;
    if (!who.n) return;
    heading(p, parent, WORD_GUIDE_ASK);
    struct node *line = builder_block(p, parent, ROLE_P, bi_typed(who));
    if (!line || !e->contact_email.n || !e->contact_name.n) return;
    node_text(p->a, line, STR(" · "), p->langs[0], line->place);
    struct span *mail = node_text(p->a, line, e->contact_email, lang_of_text(e->contact_email), line->place);
    mail->href = str_fmt(p->a, "mailto:%.*s", STR_ARGS(e->contact_email));
}

int guide_shorter(const struct corpus *c)
{
    return first_session(c) ? GUIDE_DAYS : 0;
}

void guide_write(struct builder *p)
{
    struct node *root = p->tree->root;
    builder_handout(p, words_of(WORD_GUIDE));
    handout_head(p, root, ROLE_TITLE, words_of(WORD_GUIDE), NULL);
    builder_line(p, root, ROLE_SMALL, calendar_dates(p));
    builder_par(p, root, ROLE_P, words_of(WORD_GUIDE_LEAD));
    places(p, root);
    sessions(p, root);
    struct node *second = builder_node(p, root, ROLE_SECT);
    second->breaks = true;
    writing(p, second);
    advice(p, second);
    whom_to_ask(p, second);
}
