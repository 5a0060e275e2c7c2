#include "compose/report/report.h"

#include "compose/annex/acronym_list.h"
#include "compose/annex/glossary.h"
#include "compose/annex/note_heading.h"
#include "compose/bilingual_note.h"
#include "compose/calendar.h"
#include "compose/form_results.h"
#include "compose/front/at_a_glance.h"
#include "compose/front/back_cover.h"
#include "compose/front/cover.h"
#include "compose/programme/programme_table.h"
#include "compose/report/action_plan.h"
#include "compose/report/annex.h"
#include "compose/report/attachments.h"
#include "compose/report/form_report.h"
#include "compose/report/recommendations.h"
#include "compose/report/references.h"
#include "compose/session/session_part.h"
#include "compose/session_facts.h"

/* -- summaries -- */

static struct node *summary(struct builder *p, const struct note *note)
{
    struct node *sect = builder_chapter(p, p->tree->root, note_heading(p, note), note->stem);
    bilingual_note_title_marks(p, sect->first, note);
    bilingual_note_write(p, sect, note, ROLE_H2, bilingual_note_title(p, note));
    return sect;
}

static const struct note *summary_note(struct builder *p, const char *stem)
{
    for (size_t i = 0; i < p->corpus->nnotes; i++)
        if (p->corpus->notes[i].kind == NOTE_SUMMARY && str_is(p->corpus->notes[i].stem, stem))
            return &p->corpus->notes[i];
    return NULL;
}

static struct node *summary_named(struct builder *p, const char *stem)
{
    const struct note *note = summary_note(p, stem);
    return note ? summary(p, note) : NULL;
}

/* A line for each language; names and functions in bold. */
static void signer(struct builder *p, struct node *block, struct bi text, bool bold)
{
    for (size_t i = 0; i < p->nlangs; i++) {
        enum lang used = p->langs[i];
        if (!text.t[used].n && (i || p->both)) continue;
        struct str said = bi_get(text, used, &used);
        if (!said.n) continue;
        struct node *n = node_new(p->a, block, ROLE_SIGNER, used, text.at[used]);
        node_text(p->a, n, said, used, text.at[used])->style = bold ? SPAN_STRONG : 0;
    }
}

/* Place and date, the lunar one first, as offices write them; dots for what is filled in by hand. */
static void signing_day(struct builder *p, struct node *block)
{
    const struct signing *s = &p->corpus->event.signing;
    struct bi lunar = s->lunar_km.n ? bi_same(s->lunar_km) : words_of(WORD_LUNAR_DATE_BLANK);
    struct bi place = builder_has(s->place) ? builder_filled(s->place) : words_of(WORD_DOTS);
    struct bi date = s->date.year ? calendar_date(p, s->date) : words_of(WORD_DATE_BLANK);
    signer(p, block, calendar_lunar(p, lunar), false);
    signer(p, block, builder_say(p, WORD_SIGNED_AT, place, date), false);
}

static void signature(struct builder *p, struct node *parent, const struct person *who)
{
    enum { SEAL = 18 /* mm */ };
    struct node *block = builder_node(p, parent, ROLE_KEEP);
    struct bi name = builder_join(p, who->honorific, " ", who->name);
    block->place = who->place;
    signing_day(p, block);
    signer(p, block, who->role, true);
    builder_line(p, block, ROLE_SIGNER, words_of(WORD_SIGNATURE_AND_SEAL))->count = SEAL;
    if (builder_has(name))
        signer(p, block, name, true);
    else
        builder_line(p, block, ROLE_SIGNER, words_of(WORD_NAME_BLANK));
}

/* No signature stands on a page without words over it. */
static struct node *kept_with_words(struct builder *p, struct node *sect)
{
    struct node *words = sect->last;
    bool text = words && (words->role == ROLE_PAIR || words->role == ROLE_P);
    if (text) builder_drop(words);
    struct node *keep = builder_node(p, sect, ROLE_KEEP);
    if (!text) return keep;
    words->parent = keep;
    keep->first = keep->last = words;
    return keep;
}

/* One at the right; several beside each other, in the order of the list. */
static void signatures(struct builder *p, struct node *sect)
{
    const struct event *e = &p->corpus->event;
    if (!e->nsignatories) return;
    struct node *parent = kept_with_words(p, sect);
    if (e->nsignatories > 1) {
        parent = builder_node(p, parent, ROLE_GRID);
        parent->count = 2;
    }
    for (size_t i = 0; i < e->nsignatories; i++) signature(p, parent, &e->signatories[i]);
}

/* Returns where lists of figures and tables come, beside that of acronyms. */
static struct node *front_matter(struct builder *p)
{
    struct node *foreword = summary_named(p, "foreword");
    if (foreword) signatures(p, foreword);
    summary_named(p, "acknowledgements");
    struct node *lists = builder_node(p, p->tree->root, ROLE_SECT);
    lists->breaks = lists->flows = true;
    acronym_list_chapter(p);
    glossary_chapter(p);
    summary_named(p, "executive-summary");
    summary_named(p, "key-messages");
    summary_named(p, "background");
    summary_named(p, "goals");
    for (size_t i = 0; i < p->corpus->nnotes; i++) {
        const struct note *note = &p->corpus->notes[i];
        if (note->kind == NOTE_SUMMARY && !note_heading_is_known(note->stem)) summary(p, note);
    }
    return lists;
}

/* -- programme -- */

static void programme(struct builder *p)
{
    const struct corpus *c = p->corpus;
    if (!c->nsessions && !builder_has_faults(p, STR("programme."))) return;
    struct node *sect = builder_part(p, words_of(WORD_PROGRAMME), STR("programme"));
    builder_faults(p, sect, STR("programme."));
    if (c->event.programme_as_of.year) {
        builder_par(p, sect, ROLE_LEAD,
                    builder_say(p, WORD_AS_OF, calendar_date(p, c->event.programme_as_of)));
        sect->last->wide = true; /* as the timetables are */
    }
    for (const struct session *s = NULL; (s = programme_table_day(c, s)) != NULL;) {
        struct node *part = builder_node(p, sect, ROLE_SECT);
        struct node *h = builder_block(p, part, ROLE_H2, calendar_day_date(p, s->day));
        builder_anchor(p, h, str_fmt(p->a, "programme-day-%d", s->day));
        programme_table_write(p, part, s->day, true, NULL);
    }
}

/* -- reflections -- */

static void reflections(struct builder *p)
{
    if (!form_results_has(p)) return;
    struct node *sect = builder_part(p, words_of(WORD_REFLECTIONS), STR("reflections"));
    sect->tab = p->corpus->ndays + 1;
    form_results_faults(p, sect);
    for (size_t i = 0; i < p->corpus->nforms; i++) form_report_chapter(p, sect, &p->survey->forms[i]);
}

/* -- the whole -- */

void report_write(struct builder *p)
{
    struct tree *t = p->tree;
    t->subject = words_in(WORD_FINAL_REPORT, t->lang);
    t->title = builder_join(p, builder_filled(p->corpus->event.title), " – ", words_of(WORD_FINAL_REPORT));
    cover_page(p);
    cover_imprint(p);
    struct node *front = builder_chapter(p, t->root, words_of(WORD_CONTENTS), STR("contents"));
    front->first->quiet = true;
    struct node *toc = builder_node(p, front, ROLE_TOC);
    at_a_glance_page(p);
    struct node *lists = front_matter(p);
    programme(p);
    session_part_all(p);
    reflections(p);
    recommendations_write(p);
    action_plan_chapter(p);
    struct node *conclusion = summary_named(p, "conclusion");
    if (conclusion) conclusion->opens = true;
    annex_all(p);
    attachments_sources(p);
    back_cover_page(p);
    references_settle(p);
    references_lists(p, lists);
    builder_contents(p, toc);
    t->toc = toc->first != NULL;
    if (!t->toc) builder_drop(front);
}
