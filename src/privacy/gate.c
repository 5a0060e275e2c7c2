#include "privacy/gate.h"

#include "khmer/number.h"
#include "model/replies.h"
#include "privacy/role_names.h"

struct gate {
    struct job *job;
    struct mask *mask;
    struct role_names *roles;
    bool withheld; /* the list of participants could not be read: no open answer comes through */
};

static void tell(struct gate *g, struct place place, unsigned kinds)
{
    if (g->withheld) return; /* nothing is masked one by one: that is told once */
    if (kinds & MASK_NAME) diag_tell(g->job->diags, DIAG_QUOTE_NAME, place, {0});
    if (kinds & MASK_MAIL) diag_tell(g->job->diags, DIAG_QUOTE_MAIL, place, {0});
    if (kinds & MASK_PHONE) diag_tell(g->job->diags, DIAG_QUOTE_PHONE, place, {0});
}

/* The words of an open answer, in its own language and those that it was put into. Looked through, and told,
 * even where they may not be quoted. */
static void pass_words(struct gate *g, const struct answer *a, struct said_answer *said, bool quotable,
                       unsigned *kinds)
{
    enum lang own = a->lang == LANG_NONE ? lang_of_text(a->text) : a->lang;
    struct masked text = mask_text(g->mask, a->text);
    *kinds = text.kinds;
    said->masked = text.kinds != 0;
    if (quotable) said->text = text.text[own];
    said->left = text.left;
    for (int l = 0; l < LANG_N; l++) {
        struct masked other = mask_text(g->mask, a->translation[l]);
        *kinds |= other.kinds;
        if (l != (int)own) said->masked |= other.kinds != 0;
        if (quotable) said->translation[l] = other.text[l];
    }
}

static struct said_answer pass_answer(struct gate *g, const struct reply *r, const struct answer *a,
                                      bool quotable)
{
    struct said_answer said = {
        .place = a->place, .given = a->given, .lost = a->lost, .lang = a->lang, .closed = a->closed};
    unsigned kinds;
    pass_words(g, a, &said, quotable, &kinds);
    tell(g, a->place.source ? a->place : r->place, kinds);
    return said;
}

static struct bi pass_number(struct gate *g, struct str typed, unsigned *kinds)
{
    enum { MOST = 16 };
    *kinds = mask_text(g->mask, typed).kinds;
    return typed.n > MOST || *kinds ? (struct bi){0} : bi_digits(g->job->keep, typed);
}

static struct said_reply pass_reply(struct gate *g, const struct form *f, const struct reply *r)
{
    struct said_reply said = {.place = r->place,
                              .session = r->session,
                              .lang = r->lang,
                              .quote_ok = r->quote_ok,
                              .legible = r->legible,
                              .quotable = r->quote_ok && r->legible && !g->withheld,
                              .themes = r->themes};
    unsigned kinds;
    struct role_name role = role_names_of(g->roles, r->role);
    said.number = pass_number(g, r->number, &kinds);
    said.role = role.name;
    tell(g, r->place, kinds | role.kinds);
    said.answers = ARENA_MANY(g->job->keep, struct said_answer, f->nprompts);
    for (size_t i = 0; i < f->nprompts; i++)
        said.answers[i] = pass_answer(g, r, &r->answers[i], said.quotable);
    return said;
}

static struct said_form pass_form(struct gate *g, const struct form *f)
{
    struct said_form said = {f, ARENA_MANY(g->job->keep, struct said_reply, f->nreplies)};
    long unquoted = 0;
    for (size_t i = 0; i < f->nreplies; i++) {
        said.replies[i] = pass_reply(g, f, &f->replies[i]);
        unquoted += !said.replies[i].quote_ok || !said.replies[i].legible;
    }
    if (unquoted)
        diag_tell(g->job->diags, DIAG_QUOTE_NOT_OK, place_in(f->source, PLACE_WHOLE_FILE),
                  number_write(g->job->keep, unquoted, LANG_NONE));
    return said;
}

const struct said *gate_pass(struct job *job, const struct corpus *corpus, const struct said_words *words)
{
    struct gate g = {.job = job, .mask = mask_new(job, corpus, words)};
    g.withheld = corpus->roster == ROSTER_UNREAD;
    g.roles = role_names_new(job, g.mask, corpus, words->roles, words->nroles);
    struct said *said = ARENA_ONE(job->keep, struct said);
    said->forms = ARENA_MANY(job->keep, struct said_form, corpus->nforms);
    for (size_t i = 0; i < corpus->nforms; i++) said->forms[i] = pass_form(&g, &corpus->forms[i]);
    said->texts = mask_count(g.mask);
    return said;
}
