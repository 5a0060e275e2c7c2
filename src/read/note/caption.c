#include "read/note/caption.h"

#include "model/label.h"

enum caption_kind { CAPTION_NONE, CAPTION_TABLE, CAPTION_FIGURE };

/* -- the words that begin one -- */

static const struct {
    enum caption_kind kind;
    const char *words;
} BEGINNINGS[] = {{CAPTION_TABLE, "Table:"},  {CAPTION_TABLE, "តារាង៖"},   {CAPTION_TABLE, "តារាង:"},
                  {CAPTION_TABLE, "តារាង ៖"}, {CAPTION_FIGURE, "Figure:"}, {CAPTION_FIGURE, "រូបភាព៖"},
                  {CAPTION_FIGURE, "រូបភាព:"}, {CAPTION_FIGURE, "រូបភាព ៖"}, {CAPTION_FIGURE, "រូប៖"},
                  {CAPTION_FIGURE, "រូប:"}};

static struct str first_text(const struct block *b)
{
    bool text = b->kind == BLOCK_PARA && b->spans.n && b->spans.at[0].kind == SPAN_TEXT;
    return text && !(b->spans.at[0].style & SPAN_CODE) ? b->spans.at[0].text : (struct str){0};
}

/* *n: the bytes of those words; *empty: nothing stands behind them. */
static enum caption_kind kind_of(const struct block *b, size_t *n, bool *empty)
{
    struct str text = first_text(b);
    for (size_t i = 0; i < sizeof BEGINNINGS / sizeof *BEGINNINGS; i++) {
        struct str words = str_of(BEGINNINGS[i].words);
        if (!str_starts_fold(text, BEGINNINGS[i].words)) continue;
        *n = words.n;
        *empty = text.n == words.n && b->spans.n == 1;
        return BEGINNINGS[i].kind;
    }
    return CAPTION_NONE;
}

static void cut_span(struct span *s, size_t from, size_t to)
{
    while (from < to && s->text.s[from] == ' ') from++;
    s->text = str_sub(s->text, from, to);
    s->place = place_after(s->place, from);
}

/* Without the first bytes of its first span, and the blanks that follow. */
static struct spans behind(struct spans s, size_t bytes)
{
    while (s.n && s.at[0].kind == SPAN_TEXT) {
        cut_span(&s.at[0], bytes, s.at[0].text.n);
        if (s.at[0].text.n) break;
        bytes = 0;
        s.at++;
        s.n--;
    }
    return s;
}

/* -- labels: {#fig:name} at the end -- */

static void take_label(struct job *job, struct block *b)
{
    struct span *last = b->spans.n ? &b->spans.at[b->spans.n - 1] : NULL;
    if (!last || last->kind != SPAN_TEXT || last->style & SPAN_CODE) return;
    size_t at = label_braces(last->text);
    if (at == SIZE_MAX) return;
    b->label = label_name(job->keep, str_sub(last->text, at + 2, last->text.n));
    while (at && last->text.s[at - 1] == ' ') at--;
    last->text.n = at;
    if (!last->text.n) b->spans.n--;
}

/* -- captions -- */

static bool takes(const struct block *b, enum caption_kind kind)
{
    if (!b || b->spans.n || b->label.n) return false;
    bool figure = b->kind == BLOCK_FIGURE || (b->kind == BLOCK_TABLE && b->chart);
    return kind == CAPTION_FIGURE ? figure : b->kind == BLOCK_TABLE && !b->chart;
}

static void take_out(struct block *parent, struct block *before, struct block *b)
{
    if (before)
        before->next = b->next;
    else
        parent->first = b->next;
    if (!b->next) parent->last = before;
}

/* True where b goes to what it is the caption of. */
static bool take_line(struct job *job, struct block *before, struct block *b)
{
    static const enum diag_code ALONE[] = {
        [CAPTION_TABLE] = DIAG_CAPTION_NO_TABLE, [CAPTION_FIGURE] = DIAG_CAPTION_NO_FIGURE};
    size_t n = 0;
    bool empty = false;
    enum caption_kind kind = kind_of(b, &n, &empty);
    if (kind == CAPTION_NONE) return false;
    if (empty) {
        diag_tell(job->diags, DIAG_CAPTION_EMPTY, b->place, {0});
        return false;
    }
    struct block *of = takes(before, kind) ? before : takes(b->next, kind) ? b->next : NULL;
    if (!of) {
        diag_tell(job->diags, ALONE[kind], b->place);
        return false;
    }
    of->spans = behind(b->spans, n);
    take_label(job, of);
    return true;
}

/* -- boxes -- */

static void take_box(struct block *quote)
{
    static const char MARK[] = "[!box]";
    struct block *title = quote->first;
    if (!title || !str_starts_fold(first_text(title), MARK)) return;
    quote->box = true;
    quote->spans = behind(title->spans, sizeof MARK - 1);
    take_out(quote, NULL, title);
}

/* -- references -- */

struct caption_pieces {
    struct job *job;
    VEC(struct span) list;
};

static void add_piece(struct caption_pieces *x, const struct span *s, size_t from, size_t to)
{
    struct span piece = *s;
    if (to <= from) return;
    piece.text = str_sub(s->text, from, to);
    piece.place = place_after(s->place, from);
    VEC_ADD(x->job->keep, x->list, piece);
}

static void part_span(struct caption_pieces *x, const struct span *s)
{
    size_t done = 0, end;
    for (size_t at = 0; (at = label_reference(s->text, at, &end)) != SIZE_MAX; at = done = end) {
        add_piece(x, s, done, at);
        add_piece(x, s, at, end);
        struct span *mine = &x->list.at[x->list.n - 1];
        mine->style |= SPAN_REFERENCE;
        mine->href = label_name(x->job->keep, str_sub(s->text, at + 2, end));
    }
    add_piece(x, s, done, s->text.n);
}

static bool refers(const struct span *s)
{
    size_t end;
    return s->kind == SPAN_TEXT && !(s->style & SPAN_CODE) && !s->href.n &&
           label_reference(s->text, 0, &end) != SIZE_MAX;
}

static void find_references(struct job *job, struct block *b)
{
    bool any = false;
    for (size_t i = 0; i < b->spans.n; i++) any |= refers(&b->spans.at[i]);
    if (!any) return;
    struct caption_pieces x = {.job = job};
    for (size_t i = 0; i < b->spans.n; i++) {
        if (refers(&b->spans.at[i]))
            part_span(&x, &b->spans.at[i]);
        else
            VEC_ADD(job->keep, x.list, b->spans.at[i]);
    }
    b->spans = (struct spans){x.list.at, x.list.n};
}

/* -- all blocks: recursion is bounded by DOC_DEPTH -- */

static void take(struct job *job, struct block *parent)
{
    if (parent->kind == BLOCK_QUOTE) take_box(parent);
    for (struct block *b = parent->first; b; b = b->next)
        if (b->kind == BLOCK_FIGURE || b->kind == BLOCK_TABLE) take_label(job, b);
    struct block *before = NULL;
    for (struct block *b = parent->first; b; b = b->next) {
        if (b->kind == BLOCK_PARA && take_line(job, before, b))
            take_out(parent, before, b);
        else
            before = b;
    }
    find_references(job, parent);
    for (struct block *b = parent->first; b; b = b->next) take(job, b);
}

void caption_take(struct job *job, struct block *root, struct footnote *notes)
{
    take(job, root);
    for (struct footnote *n = notes; n; n = n->next)
        if (n->body) take(job, n->body);
}
