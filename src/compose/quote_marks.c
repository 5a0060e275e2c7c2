#include "compose/quote_marks.h"

static bool is_mark(struct str text, bool at_end)
{
    static const char *const marks[] = {"«", "»", "“", "”", "\"", "„", "‹", "›", "‘‘", "’’"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (at_end ? str_ends(text, marks[i]) : str_starts(text, marks[i])) return true;
    return false;
}

static bool has_marks(struct builder *p, const struct node *first, const struct node *last)
{
    struct str from = str_trim(spans_text(p->a, first->spans)), to = str_trim(spans_text(p->a, last->spans));
    return is_mark(from, false) || is_mark(to, true);
}

static struct span mark_of(const char *mark, enum lang l, struct place at)
{
    return (struct span){.lang = l, .text = str_of(mark), .place = at};
}

/* The spans may be the note's own, which other documents read at the same time: copied, with more around. */
static void around(struct builder *p, struct node *n, const char *before, const char *after)
{
    struct span *all = ARENA_MANY(p->a, struct span, n->spans.n + 2);
    size_t at = 0;
    if (before) all[at++] = mark_of(before, n->lang, n->place);
    memcpy(all + at, n->spans.at, n->spans.n * sizeof *all);
    at += n->spans.n;
    if (after) all[at++] = mark_of(after, n->lang, n->place);
    n->spans = (struct spans){all, at};
}

/* The words of a quote: its paragraphs, of which the first and the last get the marks. */
static struct node *last_words(const struct node *quote)
{
    struct node *last = NULL;
    for (struct node *n = quote->first; n; n = n->next)
        if (n->role != ROLE_SOURCE) last = n;
    return last;
}

static bool is_words(enum role role)
{
    return role == ROLE_P || role == ROLE_VOICE;
}

void quote_marks_put(struct builder *p, struct node *quote)
{
    struct node *first = quote->first, *last = last_words(quote);
    const struct lang_facts *marks = lang_at(lang_or(node_lang(quote), p->langs[0]));
    if (!last || !is_words(first->role) || !is_words(last->role)) return;
    if (!first->spans.n || !last->spans.n || has_marks(p, first, last)) return;
    around(p, first, marks->quote_open, first == last ? marks->quote_close : NULL);
    if (first != last) around(p, last, NULL, marks->quote_close);
}
