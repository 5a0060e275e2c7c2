#include "model/translation.h"

/* -- fingerprints -- */

static const uint64_t FNV_FIRST = 0xCBF29CE484222325u, FNV_TIMES = 0x100000001B3u; /* FNV-1a, 64 bits */

static bool is_blank(uint32_t c)
{
    return c <= ' ' || c == 0xA0 || c == 0xAD || (c >= 0x2000 && c <= 0x200D) || c == 0x2028 || c == 0x202F ||
           c == 0x2060 || c == 0x3000 || c == 0xFEFF || c == '*' || c == '_' || c == '`';
}

static uint64_t hash_text(uint64_t h, struct str text)
{
    for (size_t at = 0; at < text.n;) {
        uint32_t c = utf8_next(text, &at);
        if (is_blank(c)) continue;
        for (int shift = 0; shift < 24; shift += 8) h = (h ^ (c >> shift & 0xFF)) * FNV_TIMES;
    }
    return h;
}

/* Bounded by DOC_DEPTH; a footnote's own marks are not followed. */
static uint64_t hash_blocks(uint64_t h, const struct block *b, bool notes)
{
    for (size_t i = 0; i < b->spans.n; i++) {
        const struct span *s = &b->spans.at[i];
        if (s->kind == SPAN_TEXT) h = hash_text(h, s->text);
        if (s->note && s->note->body && notes) h = hash_blocks(h, s->note->body, false);
    }
    for (const struct block *c = b->first; c; c = c->next) h = hash_blocks(h, c, notes);
    return h;
}

uint64_t translation_hash(struct str text)
{
    return hash_text(FNV_FIRST, text);
}

uint64_t translation_hash_block(const struct block *b)
{
    return hash_blocks(FNV_FIRST, b, true);
}

bool translation_has_words(struct str text)
{
    for (size_t at = 0; at < text.n;)
        if (lang_of_letter(utf8_next(text, &at)) != LANG_NONE) return true;
    return false;
}

bool translation_block_has_words(const struct block *b)
{
    for (size_t i = 0; i < b->spans.n; i++)
        if (b->spans.at[i].kind == SPAN_TEXT && translation_has_words(b->spans.at[i].text)) return true;
    for (const struct block *c = b->first; c; c = c->next)
        if (translation_block_has_words(c)) return true;
    return false;
}

struct str translation_key(struct arena *a, enum lang into, uint64_t source, uint64_t present)
{
    const char *tag = lang_tag(into);
    unsigned long long first = source, second = present;
    return present ? str_fmt(a, "%s-%016llx-%016llx", tag, first, second)
                   : str_fmt(a, "%s-%016llx", tag, first);
}

/* -- as Markdown -- */

static void write_spans(struct buf *out, struct spans s, int indent, bool cell);

static void write_note(struct buf *out, const struct footnote *f)
{
    buf_put(out, "^[");
    for (const struct block *b = f->body ? f->body->first : NULL; b; b = b->next) {
        if (b != f->body->first) buf_byte(out, ' ');
        write_spans(out, b->spans, 0, true);
    }
    buf_byte(out, ']');
}

static const char *style_mark(unsigned style)
{
    static const char *const MARKS[] = {"", "**", "*", "***"};
    return style & SPAN_CODE ? "`" : MARKS[style & (SPAN_STRONG | SPAN_EMPH)];
}

static void write_text(struct buf *out, const struct span *s)
{
    struct str text = s->text, bare = str_trim(text);
    const char *mark = style_mark(s->style);
    if (!bare.n || s->style & SPAN_REFERENCE) return buf_add(out, text);
    buf_add(out, str_sub(text, 0, (size_t)(bare.s - text.s)));
    if (s->href.n && !str_eq(s->href, bare)) buf_byte(out, '[');
    buf_put(out, mark);
    buf_add(out, bare);
    buf_put(out, mark);
    if (s->href.n && !str_eq(s->href, bare)) buf_fmt(out, "](%.*s)", STR_ARGS(s->href));
    buf_add(out, str_sub(text, (size_t)(bare.s - text.s) + bare.n, text.n));
}

static void write_spans(struct buf *out, struct spans s, int indent, bool cell)
{
    for (size_t i = 0; i < s.n; i++) {
        const struct span *x = &s.at[i];
        if (x->kind == SPAN_TEXT) write_text(out, x);
        if (x->kind == SPAN_BREAK) buf_fmt(out, cell ? "<br>" : "\\\n%*s", cell ? 0 : indent, "");
        if (x->kind == SPAN_PICTURE && x->picture)
            buf_fmt(out, "![%.*s](%.*s)", STR_ARGS(x->text), STR_ARGS(x->picture->path));
        if (x->kind == SPAN_NOTE && x->note && !cell) write_note(out, x->note);
    }
}

static void write_row(struct buf *out, const struct block *row, bool last_of_head)
{
    size_t cells = 0;
    buf_byte(out, '|');
    for (const struct block *c = row->first; c; c = c->next, cells++) {
        buf_byte(out, ' ');
        write_spans(out, c->spans, 0, true);
        buf_put(out, " |");
    }
    if (last_of_head) buf_put(out, "\n|");
    for (size_t i = 0; last_of_head && i < cells; i++) buf_put(out, "---|");
}

static void write_mark(struct buf *out, const struct block *list, long number)
{
    if (list->counter == COUNTER_BULLET)
        buf_put(out, "- ");
    else
        buf_fmt(out, "%ld%c ", number,
                list->delimiter == '(' ? ')'
                : list->delimiter      ? list->delimiter
                                       : '.');
}

static void write_block(struct buf *out, const struct block *b, int indent)
{
    bool quote = b->kind == BLOCK_QUOTE;
    long number = b->start;
    if (b->box) buf_put(out, "[!box] ");
    if (b->kind == BLOCK_TABLE && b->spans.n) buf_put(out, "Table: ");
    write_spans(out, b->spans, indent, false);
    if (b->kind == BLOCK_TABLE && b->label.n) buf_fmt(out, " {#%.*s}", STR_ARGS(b->label));
    if (b->kind == BLOCK_TABLE && b->spans.n) buf_byte(out, '\n');
    for (const struct block *c = b->first; c; c = c->next) {
        bool apart = c->kind == BLOCK_PARA && (c != b->first);
        if (c != b->first || b->spans.n)
            buf_fmt(out, "%s\n%*s", quote ? "\n>" : apart ? "\n" : "", indent, "");
        if (quote) buf_put(out, "> ");
        if (b->kind == BLOCK_LIST) write_mark(out, b, number++);
        if (c->kind == BLOCK_ROW)
            write_row(out, c, c == b->first);
        else
            write_block(out, c, indent + (b->kind == BLOCK_LIST ? 3 : 0));
    }
}

void translation_write(struct buf *out, const struct block *b)
{
    write_block(out, b, 0);
}

/* -- short texts -- */

struct translation_texts {
    translation_visitor *visit;
    void *with;
};

static void visit_people(const struct translation_texts *t, struct person *people, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        t->visit(t->with, &people[i].honorific, "honorific", people[i].place);
        t->visit(t->with, &people[i].name, "name", people[i].place);
        t->visit(t->with, &people[i].role, "role", people[i].place);
    }
}

static void visit_event(const struct translation_texts *t, struct event *e)
{
    t->visit(t->with, &e->title, "title", e->place);
    t->visit(t->with, &e->subtitle, "subtitle", e->place);
    t->visit(t->with, &e->venue, "venue", e->place);
    t->visit(t->with, &e->host, "host", e->place);
    t->visit(t->with, &e->supporter, "supporter", e->place);
    t->visit(t->with, &e->imprint.publisher, "publisher", e->place);
    t->visit(t->with, &e->imprint.disclaimer, "disclaimer", e->place);
    visit_people(t, e->presided_by, e->npresided);
    visit_people(t, e->signatories, e->nsignatories);
}

static void visit_photo(const struct translation_texts *t, struct photo *photo)
{
    struct picture *p = photo->picture;
    struct bi caption = {0}, alt = {0};
    for (int l = 0; l < LANG_N; l++) {
        caption.t[l] = p->caption[l], caption.at[l] = p->caption_place[l];
        alt.t[l] = p->alt[l], alt.at[l] = p->alt_place[l];
    }
    t->visit(t->with, &caption, "caption", photo->place);
    t->visit(t->with, &alt, "alt", photo->place);
    for (int l = 0; l < LANG_N; l++) {
        p->caption[l] = caption.t[l], p->caption_place[l] = caption.at[l];
        p->alt[l] = alt.t[l], p->alt_place[l] = alt.at[l];
    }
}

static void visit_plan(const struct translation_texts *t, struct action_plan *plan, struct place row)
{
    t->visit(t->with, &plan->responsible, "responsible", row);
    t->visit(t->with, &plan->indicator, "indicator", row);
}

static void visit_tables(const struct translation_texts *t, struct corpus *c)
{
    for (size_t i = 0; i < c->norganizations; i++)
        t->visit(t->with, &c->organizations[i].name, "name", c->organizations[i].place);
    for (size_t i = 0; i < c->nsessions; i++) {
        t->visit(t->with, &c->sessions[i].title, "title", c->sessions[i].place);
        t->visit(t->with, &c->sessions[i].speakers, "speakers", c->sessions[i].place);
    }
    for (size_t i = 0; i < c->ndocuments; i++)
        t->visit(t->with, &c->documents[i].title, "title", c->documents[i].place);
    for (size_t i = 0; i < c->nrecommendations; i++) {
        t->visit(t->with, &c->recommendations[i].text, "text", c->recommendations[i].place);
        t->visit(t->with, &c->recommendations[i].addressee, "addressee", c->recommendations[i].place);
        visit_plan(t, &c->recommendations[i].plan, c->recommendations[i].place);
    }
    for (size_t i = 0; i < c->nactions; i++) {
        t->visit(t->with, &c->actions[i].text, "text", c->actions[i].place);
        visit_plan(t, &c->actions[i].plan, c->actions[i].place);
    }
    for (size_t i = 0; i < c->nphotos; i++) visit_photo(t, &c->photos[i]);
    for (size_t i = 0; i < c->nterms; i++) {
        t->visit(t->with, &c->terms[i].term, "term", c->terms[i].place);
        t->visit(t->with, &c->terms[i].meaning, "meaning", c->terms[i].place);
    }
}

void translation_visit_form(struct form *f, translation_visitor *visit, void *with)
{
    struct place whole = place_in(f->source, PLACE_WHOLE_FILE);
    visit(with, &f->title, "title", whole);
    visit(with, &f->intro, "intro", whole);
    for (size_t i = 0; i < f->nprompts; i++) {
        struct prompt *p = &f->prompts[i];
        visit(with, &p->text, "prompt", p->place);
        visit(with, &p->low, "low", p->place);
        visit(with, &p->high, "high", p->place);
        for (size_t k = 0; k < p->noptions; k++)
            visit(with, &p->options[k].text, "option", p->options[k].place);
    }
    for (size_t i = 0; i < f->nthemes; i++) visit(with, &f->themes[i].name, "theme", f->themes[i].place);
}

void translation_visit(struct corpus *c, translation_visitor *visit, void *with)
{
    struct translation_texts t = {visit, with};
    visit_event(&t, &c->event);
    visit_tables(&t, c);
    for (size_t i = 0; i < c->nforms; i++) translation_visit_form(&c->forms[i], visit, with);
}
