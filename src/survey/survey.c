#include "survey/survey.h"

#include "khmer/number.h"
#include "survey/suppression.h"

static void count_prompt(struct job *job, const struct corpus *c, struct survey_form *f, size_t prompt)
{
    struct arena *a = job->keep;
    struct survey_prompt *q = &f->prompts[prompt];
    q->tally = tally_prompt(a, f->said, prompt);
    if (prompt_is_open(&f->form->prompts[prompt])) return;
    for (int w = 0; w < GROUP_WAYS; w++) {
        q->groups[w] = group_answered(a, c, f->said, (enum group_way)w, &f->groups[w], prompt);
        q->cells[w] = tally_groups(a, f->said, &q->tally, &q->groups[w]);
    }
}

static void count_sheets(struct survey_form *f)
{
    for (size_t i = 0; i < f->form->nreplies; i++) {
        const struct said_reply *r = &f->said->replies[i];
        f->quotable += r->quotable;
        for (size_t k = 0; k < f->form->nprompts; k++) f->lost += r->answers[k].lost;
    }
}

static struct survey_form form_of(struct job *job, const struct corpus *c, const struct said_form *said)
{
    struct arena *a = job->keep;
    struct survey_form f = {.form = said->form, .said = said};
    struct themes themes = theme_find(job, said->form);
    f.themes = tally_themes(a, said->form, &themes);
    f.about = theme_answers(job, said, &themes);
    f.prompts = ARENA_MANY(a, struct survey_prompt, said->form->nprompts);
    for (int w = 0; w < GROUP_WAYS; w++) f.groups[w] = group_of(a, c, said, (enum group_way)w);
    f.voices = group_of(a, c, said, GROUP_VOICE);
    for (size_t i = 0; i < said->form->nprompts; i++) count_prompt(job, c, &f, i);
    count_sheets(&f);
    suppression_choose(job, c, &f);
    return f;
}

const struct survey *survey_of(struct job *job, const struct corpus *corpus, const struct said *said)
{
    struct survey *s = ARENA_ONE(job->keep, struct survey);
    *s = (struct survey){corpus, said, ARENA_MANY(job->keep, struct survey_form, corpus->nforms)};
    for (size_t i = 0; i < corpus->nforms; i++) s->forms[i] = form_of(job, corpus, &said->forms[i]);
    return s;
}

struct bi survey_role(const struct survey_form *f, size_t reply)
{
    if (f->microdata) return f->attached[reply].role;
    const struct group *mine = &f->voices.at[f->voices.of[reply]];
    return mine->pooled ? (struct bi){0} : f->said->replies[reply].role;
}

static void tell_form(struct job *job, const struct survey *s, const struct survey_form *f,
                      const struct bi *ways)
{
    struct buf names[LANG_N] = {BUF(job->keep), BUF(job->keep)};
    for (int w = 0; w < GROUP_WAYS; w++) {
        if (!group_pooled(&f->groups[w])) continue;
        for (int l = 0; l < LANG_N; l++)
            buf_fmt(&names[l], "%s%.*s", names[l].n ? ", " : "", STR_ARGS(ways[w].t[l]));
    }
    if (!names[0].n) return;
    diag_tell(job->diags, DIAG_GROUP_SMALL, place_in(f->form->source, PLACE_WHOLE_FILE),
              number_latin(job->keep, group_least(s->corpus)), buf_str(&names[LANG_EN]),
              buf_str(&names[LANG_KM]));
}

void survey_tell(struct job *job, const struct survey *survey, const struct bi *ways)
{
    for (size_t i = 0; i < survey->corpus->nforms; i++) tell_form(job, survey, &survey->forms[i], ways);
}
