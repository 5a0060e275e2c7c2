#include "compose/compose.h"

#include "compose/documents.h"
#include "privacy/mask.h"
#include "survey/group.h"

/* -- what is wanted -- */

struct list {
    struct arena *a;
    const struct corpus *c;
    VEC(struct wanted) all;
};

static void want(struct list *l, enum compose_kind kind, int which, struct str name)
{
    VEC_ADD(l->a, l->all, (struct wanted){kind, which, name, 0});
}

static bool has_lang(const struct event *e, enum lang lang)
{
    for (size_t i = 0; i < e->nlangs; i++)
        if (e->langs[i] == lang) return true;
    return false;
}

/* With a single language the report in that language is the report. */
static void want_reports(struct list *l)
{
    const struct event *e = &l->c->event;
    if (e->nlangs < 2) {
        want(l, COMPOSE_REPORT, EDITION_BOTH, STR("report"));
        return;
    }
    if (e->editions & 1U << EDITION_BOTH) want(l, COMPOSE_REPORT, EDITION_BOTH, STR("report"));
    if (e->editions & 1U << EDITION_KM && has_lang(e, LANG_KM))
        want(l, COMPOSE_REPORT, EDITION_KM, STR("report.km"));
    if (e->editions & 1U << EDITION_EN && has_lang(e, LANG_EN))
        want(l, COMPOSE_REPORT, EDITION_EN, STR("report.en"));
}

static bool any_sheet(const struct corpus *c)
{
    for (size_t i = 0; i < c->nsessions; i++)
        if (c->sessions[i].id.n && c->sessions[i].type != SESSION_BREAK) return true;
    return false;
}

struct wanted *compose_list(struct arena *a, const struct corpus *corpus, size_t *n)
{
    struct list l = {.a = a, .c = corpus};
    unsigned d = corpus->event.documents;
    if (d & DOCUMENT_REPORT) want_reports(&l);
    if (d & DOCUMENT_PROGRAMME && corpus->nsessions)
        want(&l, COMPOSE_PROGRAMME, 0, STR("handouts/programme"));
    if (d & DOCUMENT_PROGRAMME && corpus->nsessions)
        want(&l, COMPOSE_PROGRAMME_A5, 0, STR("handouts/programme-a5"));
    for (size_t i = 0; i < corpus->nforms && d & DOCUMENT_FORMS; i++) {
        struct str id = corpus->forms[i].id;
        want(&l, COMPOSE_FORM, (int)i, str_fmt(a, "handouts/form-%.*s", STR_ARGS(id)));
        want(&l, COMPOSE_FORM_A5, (int)i, str_fmt(a, "handouts/form-%.*s-a5", STR_ARGS(id)));
    }
    if (d & DOCUMENT_SHEETS && any_sheet(corpus)) want(&l, COMPOSE_SHEETS, 0, STR("handouts/session-sheets"));
    if (d & DOCUMENT_REGISTER && corpus->ndocuments) want(&l, COMPOSE_REGISTER, 0, STR("handouts/documents"));
    if (d & DOCUMENT_REFLECTIONS && corpus->nforms) {
        want(&l, COMPOSE_DIGEST, 0, STR("handouts/reflections-digest"));
        want(&l, COMPOSE_SLIDES, 0, STR("handouts/reflections-slides"));
        want(&l, COMPOSE_WALL, 0, STR("handouts/reflections-wall"));
    }
    *n = l.all.n;
    return l.all.at;
}

const char *compose_family(const struct wanted *wanted)
{
    switch (wanted->kind) {
    case COMPOSE_REPORT: return "report";
    case COMPOSE_PROGRAMME:
    case COMPOSE_PROGRAMME_A5: return "programme";
    case COMPOSE_FORM:
    case COMPOSE_FORM_A5: return "forms";
    case COMPOSE_SHEETS: return "session-sheets";
    case COMPOSE_DIGEST:
    case COMPOSE_SLIDES:
    case COMPOSE_WALL: return "reflections";
    case COMPOSE_REGISTER: return "documents";
    case COMPOSE_PROBLEMS: break;
    }
    return "";
}

/* -- composing -- */

void documents_handout(struct builder *p, struct bi title)
{
    struct tree *t = p->tree;
    t->sheet.two_sided = false;
    t->sheet.inside = t->sheet.outside;
    t->title = builder_join(p, builder_filled(title), " – ", builder_filled(p->corpus->event.title));
    t->subject = title.t[t->lang].n ? title.t[t->lang] : title.t[LANG_N - 1 - t->lang];
}

void documents_a5(struct builder *p, int fit)
{
    p->tree->up = 2;
    p->tree->fit_pages = fit;
    p->tree->sheet = (struct sheet){.width = 420945, /* half of A4's length */
                                    .height = BUILDER_MM(210),
                                    .inside = BUILDER_MM(12),
                                    .outside = BUILDER_MM(12),
                                    .top = BUILDER_MM(22),
                                    .bottom = BUILDER_MM(23)};
}

struct tree *compose(struct job *job, const struct corpus *corpus, const struct wanted *wanted)
{
    enum edition edition = wanted->kind == COMPOSE_REPORT ? (enum edition)wanted->which : EDITION_BOTH;
    struct builder *p = builder_new(job, corpus, wanted->name, edition);
    switch (wanted->kind) {
    case COMPOSE_REPORT: report_write(p); break;
    case COMPOSE_PROGRAMME: programme_write(p, wanted->less); break;
    case COMPOSE_FORM: form_sheet_write(p, &corpus->forms[wanted->which]); break;
    case COMPOSE_SHEETS: session_sheet_write(p); break;
    case COMPOSE_DIGEST: digest_write(p, wanted->less); break;
    case COMPOSE_SLIDES: slides_write(p); break;
    case COMPOSE_WALL: digest_wall(p, wanted->less); break;
    case COMPOSE_REGISTER: document_list_write(p); break;
    case COMPOSE_PROBLEMS: problems_write(p); break;
    case COMPOSE_PROGRAMME_A5:
        programme_write(p, wanted->less);
        documents_a5(p, corpus->ndays > 1 ? 2 : 1);
        break;
    case COMPOSE_FORM_A5:
        form_sheet_write(p, &corpus->forms[wanted->which]);
        documents_a5(p, 2);
        break;
    }
    return p->tree;
}

void compose_tell(struct job *job, const struct corpus *corpus)
{
    struct builder *p = builder_new(job, corpus, STR("problems"), EDITION_BOTH);
    mask_tell_all(p);
    for (size_t i = 0; i < corpus->nforms; i++) group_tell(p, &corpus->forms[i]);
}
