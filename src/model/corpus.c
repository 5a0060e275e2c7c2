#include "model/corpus.h"

const char *const *corpus_document_words(size_t *n)
{
    static const char *const WORDS[] = {"report",         "programme",   "forms",
                                        "session-sheets", "reflections", "documents"};
    _Static_assert(1U << sizeof WORDS / sizeof *WORDS == DOCUMENT_ALL + 1, "a word for each bit");
    *n = sizeof WORDS / sizeof *WORDS;
    return WORDS;
}

const struct session *corpus_session(const struct corpus *c, struct str id)
{
    for (size_t i = 0; id.n && i < c->nsessions; i++)
        if (str_eq_fold(c->sessions[i].id, id)) return &c->sessions[i];
    return NULL;
}

bool corpus_quotable(const struct corpus *c, const struct reply *r)
{
    return c->roster != ROSTER_UNREAD && r->quote_ok && r->legible;
}

bool bi_empty(struct bi b)
{
    for (int l = 0; l < LANG_N; l++)
        if (b.t[l].n) return false;
    return true;
}

struct str bi_get(struct bi b, enum lang lang, enum lang *used)
{
    enum lang other = lang == LANG_KM ? LANG_EN : LANG_KM;
    enum lang side = b.t[lang].n || !b.t[other].n ? lang : other;
    if (used) *used = side;
    return b.t[side];
}
