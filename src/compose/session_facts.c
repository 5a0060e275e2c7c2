#include "compose/session_facts.h"

#include "compose/calendar.h"
#include "khmer/number.h"

static bool digits_at(struct str s, size_t *at, long *value)
{
    size_t from = *at;
    for (*value = 0; *at < s.n && s.s[*at] >= '0' && s.s[*at] <= '9' && *at - from < 6; ++*at)
        *value = *value * 10 + (s.s[*at] - '0');
    return *at > from;
}

struct bi session_facts_number(struct builder *p, struct str id)
{
    size_t at = 1;
    long day, number;
    bool plain = id.n > 3 && (id.s[0] | 32) == 'd' && digits_at(id, &at, &day) && at < id.n &&
                 (id.s[at++] | 32) == 's' && digits_at(id, &at, &number) && at == id.n;
    if (!plain) return bi_same(id);
    struct str latin = str_fmt(p->a, "%ld.%ld", day, number);
    return (struct bi){.t = {number_khmer_digits(p->a, latin), latin}};
}

struct bi session_facts_heading(struct builder *p, const struct session *s, struct str id,
                                struct bi own_title)
{
    struct bi title = own_title, number = session_facts_number(p, id);
    for (int l = 0; l < LANG_N && s; l++)
        if (!title.t[l].n) title.t[l] = s->title.t[l], title.at[l] = s->title.at[l];
    if (!builder_has(title)) return number;
    for (int l = 0; l < LANG_N; l++)
        if (!title.t[l].n) number.t[l] = STR("");
    return builder_join(p, number, " ", title);
}

/* Speakers as typed are parted by ';'. */
struct bi session_facts_speakers(struct builder *p, const struct session *s)
{
    struct bi all = {0};
    for (int l = 0; l < LANG_N; l++) {
        struct str rest = s->speakers.t[l], part;
        struct buf b = BUF(p->a);
        while (str_cut(&rest, ';', &part)) {
            part = str_trim(part);
            if (b.n && part.n) buf_put(&b, "; ");
            buf_add(&b, part);
        }
        all.t[l] = buf_str(&b);
        all.at[l] = s->speakers.at[l];
    }
    return builder_filled(all);
}

static struct bi front_speakers(struct builder *p, const struct note *note)
{
    struct bi all = {0};
    for (int l = 0; l < LANG_N; l++)
        if (note->doc[l])
            all.t[l] = str_join(p->a, note->doc[l]->front.speakers, note->doc[l]->front.nspeakers, STR("; "));
    return builder_filled(all);
}

static struct bi front_rapporteur(const struct note *note)
{
    struct bi all = {0};
    for (int l = 0; l < LANG_N; l++)
        if (note->doc[l]) all.t[l] = note->doc[l]->front.rapporteur;
    return builder_filled(all);
}

/* In the house's form where it can be read, else as typed. */
static struct bi front_date(struct builder *p, const struct note *note)
{
    struct bi all = {0};
    for (int l = 0; l < LANG_N; l++) {
        if (!note->doc[l]) continue;
        struct date d;
        all.t[l] = note->doc[l]->front.date;
        if (date_read(all.t[l], &d.year, &d.month, &d.day)) return calendar_date(p, d);
    }
    return builder_filled(all);
}

/* -- facts -- */

enum { FACTS_MOST = 5 };

struct session_fact {
    enum word label;
    struct bi value, more; /* more: on a line of its own where both are too long for one */
};

/* The day's date; the day itself where the event tells none. */
static struct bi session_date(struct builder *p, const struct session *s, const struct note *note)
{
    const struct event *e = &p->corpus->event;
    bool told = s && s->day > 0;
    if (told && (size_t)s->day <= e->ndates && e->dates[s->day - 1].year)
        return calendar_date(p, e->dates[s->day - 1]);
    if (told) return calendar_day(p, s->day);
    return note ? front_date(p, note) : (struct bi){0};
}

static struct session_fact when(struct builder *p, const struct session *s, const struct note *note)
{
    struct session_fact f = {.label = WORD_WHEN, .value = session_date(p, s, note)};
    struct bi hours = s ? calendar_hours(p, s->start, s->end) : (struct bi){0};
    if (builder_has(hours)) f.more = builder_say(p, WORD_TIME_IS, hours);
    if (builder_has(f.value)) return f;
    f.value = f.more;
    f.more = (struct bi){0};
    return f;
}

static void add_fact(struct session_fact *facts, size_t *n, struct session_fact f)
{
    if (builder_has(f.value)) facts[(*n)++] = f;
}

static size_t facts_of(struct builder *p, const struct session *s, const struct note *note,
                       struct session_fact facts[FACTS_MOST])
{
    size_t n = 0;
    struct bi none = {0}, who = s ? session_facts_speakers(p, s) : none,
              noted = s ? bi_typed(s->rapporteur) : none;
    if (!builder_has(who) && note) who = front_speakers(p, note);
    if (!builder_has(noted) && note) noted = front_rapporteur(note);
    enum word where = s && s->type == SESSION_VISIT ? WORD_PLACE : WORD_ROOM; /* a school is no room */
    add_fact(facts, &n, when(p, s, note));
    add_fact(facts, &n, (struct session_fact){where, s ? bi_typed(s->room) : none, none});
    add_fact(facts, &n, (struct session_fact){WORD_SPEAKERS, who, none});
    add_fact(facts, &n, (struct session_fact){WORD_CHAIR, s ? bi_typed(s->chair) : none, none});
    add_fact(facts, &n, (struct session_fact){WORD_RAPPORTEUR, noted, none});
    return n;
}

static void add_text(struct builder *p, struct node *n, struct bi text, enum lang l)
{
    enum lang used = l;
    struct str said = bi_get(text, l, &used);
    if (!said.n) return;
    if (n->spans.n) node_text(p->a, n, STR(""), LANG_NONE, n->place)->kind = SPAN_BREAK;
    node_text(p->a, n, said, used, text.at[used]);
}

void session_facts_list(struct builder *p, struct node *parent, const struct session *s,
                        const struct note *note, enum lang l)
{
    struct session_fact facts[FACTS_MOST];
    struct place at = s ? s->place : (struct place){0};
    size_t n = facts_of(p, s, note, facts);
    struct node *list = n ? node_new(p->a, parent, ROLE_FACTS, l, at) : NULL;
    for (size_t i = 0; i < n; i++) {
        struct node *fact = node_new(p->a, list, ROLE_FACT, l, at);
        fact->label = words_in(facts[i].label, l);
        add_text(p, fact, facts[i].value, l);
        add_text(p, fact, facts[i].more, l);
    }
}

void session_facts_lead(struct builder *p, struct node *parent, const struct session *s,
                        const struct note *note)
{
    struct session_fact facts[FACTS_MOST];
    if (!facts_of(p, s, note, facts)) return;
    if (!p->both) {
        session_facts_list(p, parent, s, note, p->langs[0]);
        return;
    }
    struct node *sides[LANG_N];
    builder_pair(p, parent, sides);
    for (int l = 0; l < LANG_N; l++) session_facts_list(p, sides[l], s, note, (enum lang)l);
}

static void more_fact(struct builder *p, struct node *side, enum word label, const struct bi *lines, size_t n,
                      enum lang l)
{
    struct node *list = side->last && side->last->role == ROLE_FACTS
                            ? side->last
                            : node_new(p->a, side, ROLE_FACTS, l, (struct place){0});
    for (size_t i = 0; i < n; i++) {
        struct node *fact = node_new(p->a, list, ROLE_FACT, l, lines[i].at[l]);
        if (!i) fact->label = words_in(label, l);
        add_text(p, fact, lines[i], l);
    }
}

void session_facts_more(struct builder *p, struct node *parent, enum word label, const struct bi *lines,
                        size_t n)
{
    struct node *sides[LANG_N];
    if (!n) return;
    if (!p->both) {
        more_fact(p, parent, label, lines, n, p->langs[0]);
        return;
    }
    struct node *pair = parent->last;
    if (!pair || pair->role != ROLE_PAIR) pair = builder_pair(p, parent, sides);
    for (struct node *side = pair->first; side; side = side->next)
        more_fact(p, side, label, lines, n, node_lang(side));
}

const struct note *session_facts_note(const struct corpus *c, struct str id)
{
    for (size_t i = 0; i < c->nnotes && id.n; i++)
        if (c->notes[i].kind == NOTE_SESSION && str_eq_fold(c->notes[i].session, id)) return &c->notes[i];
    return NULL;
}
