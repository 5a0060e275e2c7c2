#include "compose/report/attachments.h"

#include "base/csv_write.h"
#include "base/output_name.h"
#include "compose/prompts.h"

#include <stdlib.h>

enum { LATIN = LANG_EN }; /* whose digits and words tables for programs have */

/* -- cells ----------------------------------------------------------------------------------------------- */

static void next_cell(struct buf *b, struct str s)
{
    buf_byte(b, ',');
    if (s.n) csv_write_cell(b, s);
}

static struct str themes_text(struct arena *a, const struct form *f, uint64_t bits)
{
    struct buf b = BUF(a);
    for (size_t i = 0; i < f->nthemes && i < 64; i++) {
        if (!(bits >> i & 1)) continue;
        if (b.n) buf_byte(&b, ';');
        buf_add(&b, f->themes[i].id);
    }
    return buf_str(&b);
}

static struct str yes(bool it_is)
{
    return it_is ? STR("yes") : STR("no");
}

static struct str answer_text(struct builder *p, const struct prompt *q, const struct said_answer *a)
{
    return a->given ? prompts_type(q)->cell(p->a, q, a) : STR("");
}

/* -- the table ------------------------------------------------------------------------------------------- */

static void put_head(struct buf *b, const struct form *f)
{
    buf_put(b, "\xEF\xBB\xBF"
               "form_no,session,lang,role");
    for (size_t i = 0; i < f->nprompts; i++) next_cell(b, f->prompts[i].id);
    buf_put(b, ",themes,quote_ok,legible");
    for (size_t i = 0; i < f->nprompts; i++)
        for (int l = LANG_N - 1; l >= 0 && prompt_is_open(&f->prompts[i]); l--)
            next_cell(b, str_fmt(b->arena, "%.*s_%s", STR_ARGS(f->prompts[i].id), lang_tag((enum lang)l)));
    buf_put(b, "\r\n");
}

static void put_row(struct builder *p, struct buf *b, const struct form *f, const struct said_reply *r)
{
    if (!bi_empty(r->number)) csv_write_cell(b, r->number.t[LATIN]);
    next_cell(b, r->session);
    next_cell(b, str_of(lang_tag(r->lang)));
    next_cell(b, r->role.t[LATIN]);
    for (size_t i = 0; i < f->nprompts; i++) next_cell(b, answer_text(p, &f->prompts[i], &r->answers[i]));
    next_cell(b, themes_text(p->a, f, r->themes));
    next_cell(b, yes(r->quote_ok));
    next_cell(b, yes(r->legible));
    for (size_t i = 0; i < f->nprompts; i++)
        for (int l = LANG_N - 1; l >= 0 && prompt_is_open(&f->prompts[i]); l--)
            next_cell(b, r->answers[i].translation[l]);
    buf_put(b, "\r\n");
}

static struct str row_text(struct builder *p, const struct form *f, const struct said_reply *r)
{
    struct buf b = BUF(p->a);
    put_row(p, &b, f, r);
    return buf_str(&b);
}

/* By what they hold: sheets lie in the order in which they were gathered, session by session. */
static int row_cmp(const void *a, const void *b)
{
    return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

struct str attachments_table(struct builder *p, const struct survey_form *form)
{
    struct buf b = BUF(p->a);
    put_head(&b, form->form);
    struct str *rows = ARENA_MANY(p->a, struct str, form->form->nreplies);
    for (size_t i = 0; i < form->form->nreplies; i++) rows[i] = row_text(p, form->form, &form->attached[i]);
    if (form->recoded) qsort(rows, form->form->nreplies, sizeof *rows, row_cmp);
    for (size_t i = 0; i < form->form->nreplies; i++) buf_add(&b, rows[i]);
    return buf_str(&b);
}

/* -- what goes along ------------------------------------------------------------------------------------- */

struct parcel {
    VEC(struct attachment) list;
    struct map names;
};

static struct str file_name(struct str path)
{
    for (size_t i = path.n; i > 0; i--)
        if (path.s[i - 1] == '/') return str_sub(path, i, path.n);
    return path;
}

/* A name that no other attachment has: the file's, else with its folder's, else with a number. */
static struct str own_name(struct builder *p, struct parcel *parcel, struct str path)
{
    struct str name = output_name_file(p->a, file_name(path), "note"), longer;
    if (!map_add_str(&parcel->names, name)) return name;
    longer = output_name_file(p->a, path, "note");
    for (size_t k = 2; map_add_str(&parcel->names, longer); k++)
        longer = output_name_file(p->a, str_fmt(p->a, "%zu-%.*s", k, STR_ARGS(name)), "note");
    return longer;
}

/* One file that holds both languages is carried once. */
bool attachments_has_note(const struct builder *p, const struct note *note, size_t k)
{
    const struct doc *d = note->doc[p->langs[k]];
    for (size_t i = 0; d && i < k; i++)
        if (note->doc[p->langs[i]] && note->doc[p->langs[i]]->source == d->source) return false;
    return d && d->raw.n && !note->photo_refused;
}

static void add_notes(struct builder *p, struct parcel *parcel)
{
    for (size_t i = 0; i < p->corpus->nnotes; i++)
        for (size_t k = 0; k < p->nlangs; k++) {
            const struct doc *d = p->corpus->notes[i].doc[p->langs[k]];
            if (!attachments_has_note(p, &p->corpus->notes[i], k)) continue;
            bool shown = d->source->kind != SOURCE_LINES; /* its text, not the file */
            struct str path = d->source->path;
            if (shown) path = str_fmt(p->a, "%.*s.txt", STR_ARGS(path));
            struct str name = own_name(p, parcel, path);
            VEC_ADD(
                p->a, parcel->list,
                (struct attachment){name, str_of(d->media), d->raw, words_in(WORD_NOTE_FILE, p->langs[k])});
        }
}

static void add_tables(struct builder *p, struct parcel *parcel)
{
    for (size_t i = 0; i < p->corpus->nforms; i++) {
        const struct form *f = &p->corpus->forms[i];
        if (!f->nreplies) continue;
        struct str name = own_name(p, parcel, str_fmt(p->a, "%.*s.csv", STR_ARGS(f->id)));
        VEC_ADD(p->a, parcel->list,
                (struct attachment){name, STR("text/csv"), attachments_table(p, &p->survey->forms[i]),
                                    words_in(WORD_RESULTS, p->langs[0])});
    }
}

void attachments_sources(struct builder *p)
{
    struct parcel parcel = {.names = MAP(p->a)};
    if (!p->corpus->event.attach_sources) return;
    add_notes(p, &parcel);
    add_tables(p, &parcel);
    p->tree->attachments = parcel.list.at;
    p->tree->nattachments = parcel.list.n;
}
