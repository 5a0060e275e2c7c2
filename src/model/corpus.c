#include "model/corpus.h"

const char *const *corpus_document_words(size_t *n)
{
    static const char *const WORDS[] = {"report",      "programme", "forms", "session-sheets",
                                        "reflections", "documents", "guide", "attendance"};
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

bool handed_in_passed(const struct handed_in *d)
{
    for (int i = 0; i < HANDED_FILES; i++)
        if (d->files[i].path.n) return true;
    return false;
}

bool corpus_passes_on(const struct corpus *c, enum share to)
{
    for (size_t i = 0; i < c->ndocuments; i++)
        if (handed_in_passed(&c->documents[i]) && (to == SHARES || c->documents[i].share == to)) return true;
    return false;
}

enum lang corpus_edition_lang(enum edition edition)
{
    static const enum lang LANGS[EDITIONS] = {LANG_NONE, LANG_KM, LANG_EN};
    return LANGS[edition];
}

bool event_has_lang(const struct event *event, enum lang lang)
{
    for (size_t i = 0; i < event->nlangs; i++)
        if (event->langs[i] == lang) return true;
    return false;
}

size_t pair_sides(const struct pair *pair)
{
    size_t n = 0;
    for (int l = 0; l < LANG_N; l++) n += pair->side[l] != NULL;
    return n;
}

bool note_is_whole(const struct note *note)
{
    for (int l = 0; l < LANG_N; l++)
        if (!note->doc[l]) return false;
    return true;
}
