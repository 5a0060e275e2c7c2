#include "read/check/note_walk.h"

const struct block *note_walk_next(const struct block *root, const struct block *b)
{
    if (b->first) return b->first;
    while (b && b != root && !b->next) b = b->parent;
    return !b || b == root ? NULL : b->next;
}

bool note_walk_is_address(struct str s)
{
    return str_find(s, STR("://"), 0) != SIZE_MAX || str_starts(s, "www.") ||
           memchr(s.s ? s.s : "", '@', s.n);
}

static void add_words(struct buf *out, struct str text)
{
    struct str word;
    while (str_cut(&text, ' ', &word)) {
        if (!note_walk_is_address(word)) buf_add(out, word);
        buf_byte(out, ' ');
    }
}

static void add_spans(struct buf *out, struct spans s)
{
    struct str piece = {0};
    for (size_t i = 0; i < s.n; i++) {
        const struct span *x = &s.at[i];
        if (x->kind == SPAN_BREAK) buf_byte(out, '\n');
        if (x->kind != SPAN_TEXT || x->style & SPAN_CODE) continue;
        piece = x->text;
        if (note_walk_is_address(piece))
            add_words(out, piece);
        else
            buf_add(out, piece);
    }
    buf_byte(out, '\n');
}

struct str note_walk_text(struct arena *a, const struct block *b)
{
    struct buf out = BUF(a);
    for (const struct block *x = b; x; x = note_walk_next(b, x))
        if (x->kind != BLOCK_CODE && x->spans.n) add_spans(&out, x->spans);
    return buf_str(&out);
}

void note_walk_docs(const struct corpus *c,
                    void (*visit)(void *with, const struct note *n, const struct doc *d), void *with)
{
    for (size_t i = 0; i < c->nnotes; i++)
        for (int l = 0; l < LANG_N; l++)
            if (c->notes[i].doc[l]) visit(with, &c->notes[i], c->notes[i].doc[l]);
}
