#include "compose/session/pull_quotes.h"

/* -- marks -- */

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

void pull_quotes_set(struct builder *p, struct node *quote)
{
    struct node *first = quote->first, *last = last_words(quote);
    const struct lang_facts *marks = lang_at(lang_or(node_lang(quote), p->langs[0]));
    quote->role = ROLE_PULL_QUOTE;
    if (!last || first->role != ROLE_P || last->role != ROLE_P) return;
    if (!first->spans.n || !last->spans.n || has_marks(p, first, last)) return;
    around(p, first, marks->quote_open, first == last ? marks->quote_close : NULL);
    if (first != last) around(p, last, NULL, marks->quote_close);
}

/* -- under their heading -- */

static bool says_quotes(struct str text)
{
    static const char *const names[] = {"Quotes", "Quote", "Quotations", "សម្រង់សម្តី", "សម្រង់សម្ដី", "សម្រង់"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_eq_fold(text, str_of(names[i]))) return true;
    return false;
}

/* One heading may stand for both languages, a line each. */
static bool heads_quotes(const struct node *heading)
{
    for (size_t i = 0; i < heading->spans.n; i++)
        if (says_quotes(str_trim(heading->spans.at[i].text))) return true;
    return false;
}

/* By the heading's language. */
struct quotes_under {
    bool lang[LANG_N + 1];
};

static void pass_heading(struct quotes_under *under, const struct node *heading)
{
    enum lang l = node_lang(heading);
    bool heads = heads_quotes(heading);
    for (int i = 0; i < LANG_N && l == LANG_NONE; i++) under->lang[i] = heads;
    under->lang[l] = heads;
    if (l != LANG_NONE) under->lang[LANG_NONE] = false;
}

void pull_quotes_under(struct builder *p, struct node *part)
{
    struct quotes_under under = {0};
    for (struct node *n = part->first; n && n != part;) {
        if (builder_level(n->role)) pass_heading(&under, n);
        if (n->role == ROLE_QUOTE && under.lang[node_lang(n)]) pull_quotes_set(p, n);
        if (n->first && n->role != ROLE_PULL_QUOTE) {
            n = n->first;
            continue;
        }
        while (n != part && !n->next) n = n->parent;
        if (n != part) n = n->next;
    }
}
