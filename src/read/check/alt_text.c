#include "read/check/alt_text.h"

struct alt_text {
    struct job *job;
    const struct corpus *corpus;
    enum lang lang; /* of the note */
};

static bool described(const struct picture *p, enum lang lang)
{
    return str_trim(p->alt[lang]).n > 0;
}

static void tell(const struct alt_text *x, enum diag_code draft, struct place place, struct str where)
{
    bool final = x->corpus->event.final;
    diag_tell(x->job->diags, final ? DIAG_PICTURE_UNDESCRIBED : draft, place, where);
}

/* -- notes -- */

static void tell_picture(const struct alt_text *x, const struct picture *p)
{
    if (!p || described(p, x->lang)) return;
    bool word = p->place.source && p->place.source->kind == SOURCE_PARAGRAPHS;
    if (word)
        diag_tell(x->job->diags,
                  x->corpus->event.final ? DIAG_WORD_PICTURE_UNDESCRIBED : DIAG_WORD_PICTURE_ALT, p->place);
    else
        tell(x, DIAG_PICTURE_ALT, p->place, STR("![ ]"));
}

static void tell_blocks(const struct alt_text *x, const struct block *b)
{
    for (; b; b = b->next) {
        tell_picture(x, b->picture);
        for (size_t i = 0; i < b->spans.n; i++) tell_picture(x, b->spans.at[i].picture);
        tell_blocks(x, b->first);
    }
}

static void tell_notes(struct alt_text *x)
{
    for (size_t i = 0; i < x->corpus->nnotes; i++)
        for (int l = 0; l < LANG_N; l++) {
            const struct doc *d = x->corpus->notes[i].doc[l];
            if (!d) continue;
            x->lang = (enum lang)l;
            tell_blocks(x, d->root);
            for (const struct footnote *f = d->notes; f; f = f->next) tell_blocks(x, f->body);
        }
}

/* -- photos -- */

static void tell_photo(const struct alt_text *x, const struct photo *photo)
{
    struct buf where = BUF(x->job->keep);
    for (int l = LANG_N; l-- > 0;)
        if (event_has_lang(&x->corpus->event, (enum lang)l) && !described(photo->picture, (enum lang)l))
            buf_fmt(&where, "%salt_%s", where.n ? ", " : "", lang_tag((enum lang)l));
    bool told = !photo->listed && !x->corpus->event.final; /* with the want of a row */
    if (where.n && !told) tell(x, DIAG_PHOTO_ALT, photo->place, buf_str(&where));
}

void alt_text_tell(struct job *job, const struct corpus *c)
{
    struct alt_text x = {.job = job, .corpus = c};
    tell_notes(&x);
    for (size_t i = 0; i < c->nphotos; i++) tell_photo(&x, &c->photos[i]);
}
