#include "compose/report/annex.h"

#include "compose/annex/annex_order.h"
#include "compose/annex/answer_list.h"
#include "compose/annex/cross_table.h"
#include "compose/annex/form_annex.h"
#include "compose/annex/handed_in.h"
#include "compose/annex/note_heading.h"
#include "compose/annex/participant_list.h"
#include "compose/annex/translation_coverage.h"
#include "compose/bilingual_note.h"
#include "compose/charts.h"
#include "compose/form_results.h"
#include "compose/front/cover.h"
#include "compose/report/attachments.h"
#include "compose/session_facts.h"

struct annexes {
    struct builder *p;
    long n;
};

static struct node *titled(struct annexes *x, struct bi title, struct str anchor)
{
    struct builder *p = x->p;
    struct bi heading = builder_say(p, WORD_ANNEX, annex_order_letter(p, ++x->n), title);
    struct node *sect = builder_chapter(p, p->tree->root, heading, anchor);
    sect->opens = x->n == 1;          /* the annexes are one */
    sect->tab = p->corpus->ndays + 2; /* behind the days and the reflections */
    return sect;
}

static struct node *annex(struct annexes *x, enum word title, const char *anchor)
{
    return titled(x, words_of(title), str_of(anchor));
}

static void name_heads(struct builder *p, struct node *row, enum word one)
{
    if (!p->both) {
        builder_cell(p, row, words_of(one));
        return;
    }
    for (size_t i = 0; i < p->nlangs; i++) builder_cell(p, row, words_of(words_in_lang(p->langs[i])));
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
    cover_logos(p, sect);
    struct node *table = builder_table(p, sect, p->both ? 3 : 2), *head = builder_row(p, table, true);
    table->fine = true;
    builder_cell(p, head, words_of(WORD_ACRONYM));
    name_heads(p, head, WORD_ORGANIZATION);
    for (size_t i = 0; i < c->norganizations; i++) {
        struct node *row = builder_row(p, table, false);
        row->place = c->organizations[i].place;
        builder_cell(p, row, bi_same(c->organizations[i].acronym));
        builder_cell_each(p, row, c->organizations[i].name);
    }
}

/* -- participants, documents -- */

static void participants(struct annexes *x)
{
    if (!annex_order_has_participants(x->p)) return;
    struct node *sect = annex(x, WORD_PARTICIPANTS, "annex-participants");
    builder_faults(x->p, sect, STR("participants."));
    participant_list_put(x->p, sect);
}

static void documents(struct annexes *x)
{
    struct builder *p = x->p;
    if (!annex_order_has_documents(p)) return;
    struct node *sect = titled(x, handed_in_heading(p), STR("annex-documents"));
    builder_faults(p, sect, STR("documents."));
    if (p->corpus->ndocuments) handed_in_table(p, sect, false);
}

/* -- form results, photographs -- */

/* What holds for the tables of all forms is said once. */
static unsigned remarks_of_all(const struct builder *p)
{
    unsigned all = CROSS_TABLE_ALL;
    for (size_t i = 0; i < p->corpus->nforms; i++)
        if (p->corpus->forms[i].nreplies) all &= cross_table_remarks(p, &p->survey->forms[i]);
    return all;
}

static struct bi said_of_answers(struct builder *p)
{
    bool themes = false;
    for (size_t i = 0; i < p->corpus->nforms; i++) themes |= answer_list_has_themes(p, &p->survey->forms[i]);
    return themes ? words_of(WORD_THEME_COUNTS_LISTED) : (struct bi){0};
}

static bool has_results(const struct corpus *c)
{
    bool any = false;
    for (size_t i = 0; i < c->nforms; i++) any |= c->forms[i].nreplies > 0;
    return any;
}

static void results(struct annexes *x)
{
    struct builder *p = x->p;
    if (!has_results(p->corpus)) return;
    struct node *sect = annex(x, WORD_RESULTS, "annex-results");
    unsigned told = remarks_of_all(p);
    builder_par(p, sect, ROLE_SMALL, builder_join(p, cross_table_say(p, told), " ", said_of_answers(p)));
    for (size_t i = 0; i < p->corpus->nforms; i++) form_annex_put(p, sect, &p->survey->forms[i], told);
}

static bool has_photos(const struct builder *p)
{
    bool any = builder_has_faults(p, STR("photos/"));
    for (size_t i = 0; i < p->corpus->nphotos; i++)
        any |= !session_facts_note(p->corpus, p->corpus->photos[i].session);
    return any;
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

/* -- method -- */

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
    if (notes)
        builder_par(p, sect, ROLE_P,
                    notes == 1 ? words_of(WORD_ATTACHED_NOTE)
                               : builder_say(p, WORD_ATTACHED_NOTES, builder_number(p, notes)));
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

/* What counts leave out, form by form; how the charts of all of them are read. */
static void counted(struct builder *p, struct node *sect)
{
    for (size_t i = 0; i < p->corpus->nforms; i++) {
        const struct survey_form *form = &p->survey->forms[i];
        struct bi left_out = charts_uncounted(p, form);
        if (!form->form->nreplies || !builder_has(left_out)) continue;
        builder_par(p, sect, ROLE_P,
                    builder_say(p, WORD_NUMBER_OF, form_results_title(form->form), left_out));
    }
    builder_par(p, sect, ROLE_P, charts_how(p));
}

struct bi annex_method_letter(struct builder *p)
{
    return annex_order_letter(p, 1L + annex_order_has_organizations(p) + annex_order_has_participants(p) +
                                     annex_order_has_documents(p) + has_results(p->corpus) + has_photos(p));
}

static void method(struct annexes *x)
{
    struct builder *p = x->p;
    if (!p->corpus->nnotes && !builder_has_faults(p, STR("")) && !has_results(p->corpus)) return;
    bool pairs = p->corpus->event.nlangs > 1;
    struct node *sect = annex(x, pairs ? WORD_METHOD : WORD_METHOD_ALONE, "annex-method");
    if (builder_has_faults(p, STR(""))) {
        builder_block(p, sect, ROLE_H2, words_of(WORD_FAULTS));
        builder_faults(p, sect, STR(""));
    }
    if (!p->corpus->nnotes) {
        counted(p, sect);
        attached(p, sect);
        return;
    }
    struct bi paired = pairs ? words_of(WORD_METHOD_PAIRS) : (struct bi){0};
    builder_par(p, sect, ROLE_P, builder_join(p, words_of(WORD_METHOD_NOTES), " ", paired));
    if (form_results_has(p)) builder_par(p, sect, ROLE_P, words_of(answers_came(p->corpus)));
    counted(p, sect);
    attached(p, sect);
    for (struct node *n = pairs ? sect->first : NULL; n; n = n->next)
        n->wide = n->role == ROLE_P; /* as the table is */
    if (pairs) translation_coverage_put(p, sect);
}

/* -- the event's own ------------------------------------------------------------------------------------- */

static void told_source(struct builder *p, struct node *sect, const struct note *note)
{
    struct bi source = {0};
    for (int l = 0; l < LANG_N; l++) {
        if (!note->doc[l]) continue;
        source.t[l] = note->doc[l]->front.source;
        source.at[l] = note->doc[l]->front.source_place;
    }
    if (builder_has(source)) builder_par(p, sect, ROLE_LEAD, builder_say(p, WORD_SOURCE_IS, source));
}

static void own(struct annexes *x, const struct note *note)
{
    struct builder *p = x->p;
    struct node *sect = titled(x, note_heading(p, note), note->stem);
    bilingual_note_title_marks(p, sect->first, note);
    told_source(p, sect, note);
    bilingual_note_write(p, sect, note, ROLE_H2, bilingual_note_title(p, note));
}

/* That of the method stands before them, and shows the faults that nothing else does: it is written last. */
static void own_and_method(struct annexes *x)
{
    const struct corpus *c = x->p->corpus;
    struct node *root = x->p->tree->root, *before = root->last, *last;
    struct annexes first = *x;
    x->n++;
    for (size_t i = 0; i < c->nnotes; i++)
        if (c->notes[i].kind == NOTE_ANNEX) own(x, &c->notes[i]);
    last = root->last;
    method(&first);
    if (last == before || last == root->last) return;
    struct node *moved = root->last;
    builder_drop(moved);
    moved->parent = root;
    moved->next = before->next;
    before->next = moved;
}

void annex_all(struct builder *p)
{
    struct annexes x = {.p = p};
    organizations(&x);
    participants(&x);
    documents(&x);
    results(&x);
    photos(&x);
    own_and_method(&x);
}
