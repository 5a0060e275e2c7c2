#include "compose/report/annex.h"

#include "compose/annex_order.h"
#include "compose/form_results.h"
#include "compose/handed_in.h"
#include "compose/report/attachments.h"
#include "compose/report/cover.h"
#include "compose/report/form_report.h"
#include "compose/session_facts.h"

#include <stdlib.h>

struct annexes {
    struct builder *p;
    long n;
};

static struct node *annex(struct annexes *x, enum word title, const char *anchor)
{
    struct builder *p = x->p;
    struct bi heading = builder_say(p, WORD_ANNEX, annex_order_letter(p, ++x->n), words_of(title));
    struct node *sect = builder_chapter(p, p->tree->root, heading, str_of(anchor));
    sect->tab = p->corpus->ndays + 2; /* behind the days and the reflections */
    return sect;
}

static void name_heads(struct builder *p, struct node *row, enum word one)
{
    if (!p->both) {
        builder_cell(p, row, words_of(one));
        return;
    }
    for (size_t i = 0; i < p->nlangs; i++) builder_cell(p, row, words_of(words_in_lang(p->langs[i])));
}

/* -- acronyms -- */

struct acronym {
    struct str letters;
    struct bi name;
    struct place place;
};

static int acronym_cmp(const void *a, const void *b)
{
    const struct acronym *x = a, *y = b;
    int c = str_cmp(x->letters, y->letters);
    if (c) return c;
    return bi_cmp(x->name, y->name);
}

static size_t acronyms(struct builder *p, struct acronym **list)
{
    const struct corpus *c = p->corpus;
    VEC(struct acronym) all = {0};
    struct map had = MAP(p->a);
    for (size_t i = 0; i < c->nterms; i++)
        if (c->terms[i].acronym.n && !map_add_str(&had, c->terms[i].acronym))
            VEC_ADD(p->a, all, (struct acronym){c->terms[i].acronym, c->terms[i].term, c->terms[i].place});
    for (size_t i = 0; i < c->norganizations; i++) {
        const struct organization *o = &c->organizations[i];
        bool several = str_find(o->acronym, STR("/"), 0) != SIZE_MAX;
        if (o->acronym.n && !several && builder_has(o->name) && !map_add_str(&had, o->acronym))
            VEC_ADD(p->a, all, (struct acronym){o->acronym, o->name, o->place});
    }
    if (all.n) qsort(all.at, all.n, sizeof *all.at, acronym_cmp);
    *list = all.at;
    return all.n;
}

void annex_acronyms(struct builder *p)
{
    struct acronym *list;
    size_t n = acronyms(p, &list);
    if (!n && !builder_has_faults(p, STR("glossary."))) return;
    struct node *sect = builder_chapter(p, p->tree->root, words_of(WORD_ACRONYMS), STR("acronyms"));
    builder_faults(p, sect, STR("glossary."));
    if (!n) return;
    struct node *table = builder_table(p, sect, p->both ? 3 : 2), *head = builder_row(p, table, true);
    builder_cell(p, head, words_of(WORD_ACRONYM));
    name_heads(p, head, WORD_MEANING);
    for (size_t i = 0; i < n; i++) {
        struct node *row = builder_row(p, table, false);
        row->place = list[i].place;
        builder_cell(p, row, bi_same(list[i].letters));
        builder_cell_each(p, row, list[i].name);
    }
}

/* -- organizations -- */

static void organizations(struct annexes *x)
{
    struct builder *p = x->p;
    const struct corpus *c = p->corpus;
    if (!annex_order_has_organizations(p)) return;
    struct node *sect = annex(x, WORD_ORGANIZATIONS, "annex-organizations");
    builder_faults(p, sect, STR("organizations."));
    if (!c->norganizations) return;
    cover_logos(p, sect, 4);
    struct node *table = builder_table(p, sect, p->both ? 3 : 2), *head = builder_row(p, table, true);
    builder_cell(p, head, words_of(WORD_ACRONYM));
    name_heads(p, head, WORD_ORGANIZATION);
    for (size_t i = 0; i < c->norganizations; i++) {
        struct node *row = builder_row(p, table, false);
        row->place = c->organizations[i].place;
        builder_cell(p, row, bi_same(c->organizations[i].acronym));
        builder_cell_each(p, row, c->organizations[i].name);
    }
}

/* -- participants -- */

struct people {
    long total, women, unknown, unnamed, unread;
};

static struct people count_people(const struct corpus *c)
{
    struct people n = {.total = (long)c->nparticipants, .unread = (long)c->nunread};
    for (size_t i = 0; i < c->nparticipants; i++) {
        n.women += c->participants[i].sex == SEX_FEMALE;
        n.unknown += c->participants[i].sex == SEX_UNKNOWN;
        n.unnamed += !c->participants[i].consent_name;
    }
    return n;
}

static void people_table(struct builder *p, struct node *sect)
{
    static const enum word heads[] = {WORD_NUMBER, WORD_NAME, WORD_ROLE_HELD, WORD_ORGANIZATION};
    struct node *table = builder_table(p, sect, 4), *head = builder_row(p, table, true);
    for (size_t i = 0; i < 4; i++) builder_cell(p, head, words_of(heads[i]));
    table->columns[0].heads_row = false, table->columns[1].heads_row = true; /* the name, not its number */
    long k = 0;
    for (size_t i = 0; i < p->corpus->nparticipants; i++) {
        const struct participant *who = &p->corpus->participants[i];
        if (!who->consent_name) continue;
        struct node *row = builder_row(p, table, false);
        row->place = who->place;
        builder_cell_number(p, row, ++k);
        builder_cell(p, row, builder_join(p, who->honorific, " ", who->name));
        builder_cell(p, row, who->role);
        builder_cell(p, row, bi_typed(who->organization));
    }
}

static void participants(struct annexes *x)
{
    struct builder *p = x->p;
    if (!annex_order_has_participants(p)) return;
    struct node *sect = annex(x, WORD_PARTICIPANTS, "annex-participants");
    builder_faults(p, sect, STR("participants."));
    struct people n = count_people(p->corpus);
    if (n.total)
        builder_par(
            p, sect, ROLE_LEAD,
            builder_say(p, WORD_PEOPLE_TOTAL, builder_number(p, n.total), builder_number(p, n.women)));
    if (n.unknown)
        builder_par(p, sect, ROLE_SMALL,
                    builder_say(p, WORD_PEOPLE_SEX_UNKNOWN, builder_number(p, n.unknown)));
    if (n.unread)
        builder_par(p, sect, ROLE_SMALL, builder_say(p, WORD_PEOPLE_UNREAD, builder_number(p, n.unread)));
    if (n.unnamed)
        builder_par(p, sect, ROLE_SMALL, builder_say(p, WORD_PEOPLE_UNNAMED, builder_number(p, n.unnamed)));
    if (n.unnamed < n.total) people_table(p, sect);
}

/* -- documents -- */

static void documents(struct annexes *x)
{
    struct builder *p = x->p;
    if (!annex_order_has_documents(p)) return;
    struct node *sect = annex(x, WORD_DOCUMENTS, "annex-documents");
    builder_faults(p, sect, STR("documents."));
    if (p->corpus->ndocuments) handed_in_table(p, sect);
}

/* -- form results, photographs -- */

static void results(struct annexes *x)
{
    bool any = false;
    for (size_t i = 0; i < x->p->corpus->nforms; i++) any |= x->p->corpus->forms[i].nreplies > 0;
    if (!any) return;
    struct node *sect = annex(x, WORD_RESULTS, "annex-results");
    for (size_t i = 0; i < x->p->corpus->nforms; i++) form_report_annex(x->p, sect, &x->p->survey->forms[i]);
}

static void photos(struct annexes *x)
{
    struct builder *p = x->p;
    struct node *sect = NULL, *grid = NULL;
    if (builder_has_faults(p, STR("photos/"))) {
        sect = annex(x, WORD_PHOTOS, "annex-photos");
        builder_faults(p, sect, STR("photos/"));
    }
    for (size_t i = 0; i < p->corpus->nphotos; i++) {
        const struct photo *f = &p->corpus->photos[i];
        if (session_facts_note(p->corpus, f->session)) continue;
        if (!sect) sect = annex(x, WORD_PHOTOS, "annex-photos");
        if (!grid) grid = builder_node(p, sect, ROLE_GRID);
        grid->count = 2;
        builder_figure(p, grid, f->picture, (struct bi){0});
    }
}

/* -- method and coverage -- */

struct cover_count {
    long matched, only[LANG_N];
    long current, stale; /* of those matched; 0 both where nothing was accepted */
};

static struct cover_count count_note(const struct note *note)
{
    struct cover_count n = {0};
    for (size_t i = 0; i < note->npairs; i++) {
        const struct pair *pair = &note->pairs[i];
        bool whole = pair_sides(pair) == LANG_N;
        n.matched += whole;
        n.current += whole && pair->state == PAIR_CURRENT;
        n.stale += whole && pair->state == PAIR_STALE;
        for (int l = 0; l < LANG_N; l++) n.only[l] += pair->side[l] && !whole;
    }
    return n;
}

static struct bi coverage_total(struct builder *p)
{
    const struct corpus *c = p->corpus;
    long in[LANG_N] = {0}, both = 0, matched = 0, lone = 0;
    for (size_t i = 0; i < c->nnotes; i++) {
        const struct note *note = &c->notes[i];
        struct cover_count n = count_note(note);
        matched += n.matched;
        both += note_is_whole(note);
        for (int l = 0; l < LANG_N; l++) {
            lone += n.only[l];
            in[l] += note->doc[l] != NULL;
        }
    }
    return builder_say(p, WORD_COVERAGE_TOTAL, builder_number(p, (long)c->nnotes), builder_number(p, in[0]),
                       builder_number(p, in[1]), builder_number(p, both), builder_number(p, matched),
                       builder_number(p, lone));
}

/* Only where somebody keeps count: translations.tsv, or a work list that was filled in. */
static bool coverage_current(struct builder *p, struct node *sect)
{
    struct cover_count all = {0};
    for (size_t i = 0; i < p->corpus->nnotes; i++) {
        struct cover_count n = count_note(&p->corpus->notes[i]);
        all.current += n.current;
        all.stale += n.stale;
    }
    if (!all.current && !all.stale) return false;
    builder_par(
        p, sect, ROLE_P,
        builder_say(p, WORD_COVERAGE_CURRENT, builder_number(p, all.current), builder_number(p, all.stale)));
    return true;
}

static void coverage_table(struct builder *p, struct node *sect)
{
    static const enum word heads[] = {WORD_NOTE_FILE,  WORD_IN_KHMER,     WORD_IN_ENGLISH, WORD_MATCHED,
                                      WORD_ONLY_KHMER, WORD_ONLY_ENGLISH, WORD_STALE};
    bool kept = coverage_current(p, sect);
    size_t columns = kept ? 7 : 6;
    struct node *table = builder_table(p, sect, columns), *head = builder_row(p, table, true);
    for (size_t i = 0; i < columns; i++) builder_cell(p, head, words_of(heads[i]));
    for (size_t i = 0; i < p->corpus->nnotes; i++) {
        const struct note *note = &p->corpus->notes[i];
        struct cover_count n = count_note(note);
        struct node *row = builder_row(p, table, false);
        builder_cell(p, row, bi_same(note->stem));
        for (int l = 0; l < LANG_N; l++) builder_cell(p, row, bi_same(note->doc[l] ? STR("✓") : STR("–")));
        builder_cell_number(p, row, n.matched);
        for (int l = 0; l < LANG_N; l++) builder_cell_number(p, row, n.only[l]);
        if (kept) builder_cell_number(p, row, n.stale);
    }
}

static bool carries_tables(const struct corpus *c)
{
    bool any = false;
    for (size_t i = 0; i < c->nforms; i++) any = any || c->forms[i].nreplies;
    return any && c->event.attach_sources;
}

/* What attachments_sources puts into the file, said where its reader looks. */
static void attached(struct builder *p, struct node *sect)
{
    const struct corpus *c = p->corpus;
    long notes = 0;
    struct buf names = BUF(p->a);
    if (!c->event.attach_sources) return;
    for (size_t i = 0; i < c->nnotes; i++)
        for (size_t k = 0; k < p->nlangs; k++) notes += attachments_has_note(p, &c->notes[i], k);
    for (size_t i = 0; i < c->nforms; i++)
        if (c->forms[i].nreplies)
            buf_fmt(&names, "%s%.*s.csv", names.n ? ", " : "", STR_ARGS(c->forms[i].id));
    if (notes) builder_par(p, sect, ROLE_P, builder_say(p, WORD_ATTACHED_NOTES, builder_number(p, notes)));
    if (names.n) builder_par(p, sect, ROLE_P, builder_say(p, WORD_ATTACHED_TABLES, bi_same(buf_str(&names))));
}

/* How the answers came here. */
static enum word answers_came(const struct corpus *c)
{
    size_t online = 0, all = 0;
    for (size_t i = 0; i < c->nforms; i++) {
        online += c->forms[i].nonline;
        all += c->forms[i].nreplies;
    }
    if (c->roster == ROSTER_UNREAD) return WORD_ANSWERS_WITHHELD;
    return !online ? WORD_METHOD_FORMS : online == all ? WORD_METHOD_ONLINE : WORD_METHOD_BOTH;
}

static void method(struct annexes *x)
{
    struct builder *p = x->p;
    if (!p->corpus->nnotes && !builder_has_faults(p, STR("")) && !carries_tables(p->corpus)) return;
    struct node *sect = annex(x, WORD_METHOD, "annex-method");
    if (builder_has_faults(p, STR(""))) {
        builder_block(p, sect, ROLE_H2, words_of(WORD_FAULTS));
        builder_faults(p, sect, STR(""));
    }
    if (!p->corpus->nnotes) attached(p, sect);
    if (!p->corpus->nnotes) return;
    builder_par(p, sect, ROLE_P, words_of(WORD_METHOD_NOTES));
    if (form_results_has(p)) builder_par(p, sect, ROLE_P, words_of(answers_came(p->corpus)));
    attached(p, sect);
    if (p->corpus->event.nlangs < 2) return;
    builder_par(p, sect, ROLE_LEAD, coverage_total(p));
    coverage_table(p, sect);
}

void annex_all(struct builder *p)
{
    struct annexes x = {.p = p};
    organizations(&x);
    participants(&x);
    documents(&x);
    results(&x);
    photos(&x);
    method(&x);
}
