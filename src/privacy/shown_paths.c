#include "privacy/shown_paths.h"

#include "model/replies.h"
#include "privacy/mask.h"

struct shown_paths {
    struct job *job;
    const struct corpus *corpus;
    struct said_words words;
    struct mask *mask; /* once there is a name to look at */
};

static const struct str ANSWERS = STR_INIT("reflections/");

/* Is all of a file's name the id of a form and its ending? */
static bool is_plain(const struct shown_paths *x, struct str name)
{
    size_t dot = name.n;
    while (dot > 0 && name.s[dot - 1] != '.') dot--;
    struct str stem = str_sub(name, 0, dot ? dot - 1 : name.n);
    for (size_t i = 0; i < x->corpus->nforms; i++)
        if (str_eq_fold(stem, x->corpus->forms[i].id)) return true;
    return false;
}

static struct str shown(struct shown_paths *x, struct str path)
{
    struct str name = str_sub(path, ANSWERS.n, path.n);
    if (!str_eq_fold(str_sub(path, 0, ANSWERS.n), ANSWERS) || is_plain(x, name)) return path;
    if (!x->mask) x->mask = mask_new(x->job, x->corpus, &x->words);
    struct buf spaced = BUF(x->job->keep);
    for (size_t i = 0; i < name.n; i++) buf_byte(&spaced, name.s[i] == '_' ? ' ' : name.s[i]);
    struct masked masked = mask_text(x->mask, buf_str(&spaced));
    if (!masked.kinds) return path;
    return str_fmt(x->job->keep, "%.*s%.*s", STR_ARGS(ANSWERS), STR_ARGS(masked.text[0]));
}

static void keep_source(struct shown_paths *x, const struct source *s)
{
    if (!s) return;
    struct str path = shown(x, s->path);
    if (path.s != s->path.s) ((struct source *)(uintptr_t)s)->path = path;
}

void shown_paths_keep(struct job *job, const struct corpus *c)
{
    struct bi dots = bi_typed(STR("…"));
    struct shown_paths x = {.job = job, .corpus = c, .words = {.mail = dots, .phone = dots, .name = dots}};
    for (size_t i = 0; i < c->nforms; i++)
        for (size_t k = 0; k < c->forms[i].nreplies; k++) {
            const struct source *s = c->forms[i].replies[k].place.source;
            if (!k || s != c->forms[i].replies[k - 1].place.source) keep_source(&x, s);
        }
    for (size_t i = 0; i < job->diags->list.n; i++) {
        struct diag *d = &job->diags->list.at[i];
        keep_source(&x, d->place.source);
        for (size_t k = 0; k < DIAG_ARGS; k++) d->args[k] = shown(&x, d->args[k]);
    }
}
