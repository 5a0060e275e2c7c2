#include "compose/annex/note_heading.h"

#include "compose/bilingual_note.h"
#include "compose/session_facts.h"

static const struct chapter {
    const char *stem;
    enum word heading;
} known[] = {
    {"foreword", WORD_FOREWORD},
    {"acknowledgements", WORD_ACKNOWLEDGEMENTS},
    {"executive-summary", WORD_EXECUTIVE_SUMMARY},
    {"key-messages", WORD_KEY_MESSAGES},
    {"background", WORD_BACKGROUND},
    {"goals", WORD_GOALS},
    {"conclusion", WORD_CONCLUSION},
};

static const struct chapter *known_chapter(struct str stem)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (str_is(stem, known[i].stem)) return &known[i];
    return NULL;
}

bool note_heading_is_known(struct str stem)
{
    return known_chapter(stem) != NULL;
}

/* The writer's; the house's in a language that has none. */
static struct bi summary(struct builder *p, const struct note *note)
{
    const struct chapter *chapter = note->kind == NOTE_SUMMARY ? known_chapter(note->stem) : NULL;
    struct bi heading = bilingual_note_title(p, note);
    for (int l = 0; l < LANG_N && chapter; l++)
        if (!heading.t[l].n) heading.t[l] = words_in(chapter->heading, (enum lang)l);
    return builder_has(heading) ? heading : bi_same(note->stem);
}

struct bi note_heading(struct builder *p, const struct note *note)
{
    if (note->kind != NOTE_SESSION) return summary(p, note);
    struct str id = note->session.n ? note->session : note->stem;
    return session_facts_heading(p, corpus_session(p->corpus, note->session), id,
                                 bilingual_note_title(p, note));
}
