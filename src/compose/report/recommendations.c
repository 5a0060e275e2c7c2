#include "compose/report/recommendations.h"

#include "compose/calendar.h"
#include "compose/report/action_plan.h"
#include "khmer/letter.h"
#include "khmer/number.h"

enum { YEAR_DIGITS = 4, HELD_MOST = 32 /* code points */ };

/* How many: 2024 is a year, in either digits, 2023–2024 are two; "short" and "12 May 2024" are none. */
static size_t years_in(struct str typed)
{
    size_t digits = 0, years = 0;
    for (size_t at = 0; at < typed.n;) {
        uint32_t c = utf8_next(typed, &at);
        bool digit = khmer_digit_value(c) >= 0;
        if (!digit && (digits || (c != ' ' && c != '-' && c != 0x2013))) return 0;
        digits = digit ? (digits + 1) % YEAR_DIGITS : 0;
        years += digit && !digits;
    }
    return digits ? 0 : years;
}

/* One wording for all: "By 2024", "By the end of 2023–2024" where all that is told are years, else "By: ". */
static bool all_are_years(const struct corpus *c)
{
    for (size_t i = 0; i < c->nrecommendations; i++)
        if (c->recommendations[i].horizon.n && !years_in(c->recommendations[i].horizon)) return false;
    return true;
}

static enum word horizon_word(struct str typed, bool years)
{
    size_t n = years_in(typed);
    if (years) return n > 1 ? WORD_HORIZON_SCHOOL_YEAR : WORD_HORIZON_ALL_YEARS;
    return n ? WORD_HORIZON_YEARS : WORD_HORIZON;
}

/* On one line, unless it is as long as a sentence. */
static struct bi held(struct builder *p, struct bi said)
{
    for (int l = 0; l < LANG_N; l++) {
        struct buf out = BUF(p->a);
        if (utf8_count(said.t[l]) > HELD_MOST) continue;
        for (size_t i = 0; i < said.t[l].n; i++)
            if (said.t[l].s[i] == ' ')
                buf_put(&out, NO_BREAK);
            else
                buf_byte(&out, said.t[l].s[i]);
        said.t[l] = buf_str(&out);
    }
    return said;
}

/* To whom, and by when; what is planned. */
static struct bi facts_of(struct builder *p, const struct recommendation *r, bool years)
{
    struct bi to = {0}, by = {0};
    if (builder_has(r->addressee)) to = builder_say(p, WORD_ADDRESSED_TO, r->addressee);
    if (r->horizon.n)
        by = held(p, builder_say(p, horizon_word(r->horizon, years), calendar_typed(p, r->horizon)));
    return builder_join(p, builder_join(p, to, " · ", by), " · ", action_plan_facts(p, &r->plan));
}

static void put_facts(struct builder *p, struct node *item, const struct recommendation *r, bool years,
                      enum lang l)
{
    struct bi facts = facts_of(p, r, years);
    if (!facts.t[l].n && !r->plan.session.n) return;
    struct node *under = node_new(p->a, item, ROLE_DETAIL, l, r->place);
    if (facts.t[l].n) node_text(p->a, under, facts.t[l], l, r->place);
    if (!r->plan.session.n) return;
    if (facts.t[l].n) node_text(p->a, under, STR(" · "), l, r->place);
    node_text(p->a, under, words_in(WORD_SESSION_IS, l), l, r->place);
    action_plan_session(p, under, r->plan.session, l);
}

/* One recommendation as a list of one item, in one language. */
static void one(struct builder *p, struct node *parent, const struct recommendation *r, bool years, long k,
                enum lang l)
{
    enum lang used = l;
    bi_get(r->text, l, &used);
    struct node *list = parent->last && parent->last->role == ROLE_LIST
                            ? parent->last
                            : node_new(p->a, parent, ROLE_LIST, l, r->place);
    struct node *item = node_new(p->a, list, ROLE_NUMBERED, l, r->place);
    item->label = number_plain(p->a, k, l);
    struct node *text = node_new(p->a, item, ROLE_P, used, r->text.at[used]);
    node_text(p->a, text, r->text.t[used], used, r->text.at[used]);
    put_facts(p, item, r, years, l);
}

static void pair(struct builder *p, struct node *parent, const struct recommendation *r, bool years, long k)
{
    struct node *sides[LANG_N];
    builder_pair(p, builder_node(p, parent, ROLE_KEEP), sides);
    for (int l = 0; l < LANG_N; l++) {
        if (r->text.t[l].n) {
            one(p, sides[l], r, years, k, (enum lang)l);
            continue;
        }
        struct node *n = node_new(p->a, sides[l], ROLE_MISSING, (enum lang)l, r->place);
        node_text(p->a, n, words_in(WORD_NO_TRANSLATION, (enum lang)l), (enum lang)l, r->place);
    }
}

void recommendations_write(struct builder *p)
{
    const struct corpus *c = p->corpus;
    if (!c->nrecommendations && !builder_has_faults(p, STR("recommendations."))) return;
    struct node *sect = builder_part(p, words_of(WORD_RECOMMENDATIONS), STR("recommendations"));
    builder_faults(p, sect, STR("recommendations."));
    bool years = all_are_years(c);
    long k = 0;
    for (size_t i = 0; i < c->nrecommendations; i++) {
        if (!builder_has(c->recommendations[i].text)) continue;
        if (p->both)
            pair(p, sect, &c->recommendations[i], years, ++k);
        else
            one(p, sect, &c->recommendations[i], years, ++k, p->langs[0]);
    }
}
