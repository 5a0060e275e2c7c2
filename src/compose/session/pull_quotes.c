#include "compose/session/pull_quotes.h"

#include "compose/quote_marks.h"

void pull_quotes_set(struct builder *p, struct node *quote)
{
    quote->role = ROLE_PULL_QUOTE;
    quote_marks_put(p, quote);
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
