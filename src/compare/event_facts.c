#include "compare/event_facts.h"

#include "compare/cells.h"

#include <stddef.h>

enum { COLUMNS = 3 };

static const char HEAD[] = "what\tlanguage\ttext";

/* -- a row each ------------------------------------------------------------------------------------------ */

static const struct {
    const char *name;
    size_t at; /* in struct event_facts: a struct bi */
} IN_LANGUAGES[] = {{"title", offsetof(struct event_facts, title)},
                    {"dates", offsetof(struct event_facts, dates)},
                    {"venue", offsetof(struct event_facts, venue)}};
enum { NIN_LANGUAGES = sizeof IN_LANGUAGES / sizeof *IN_LANGUAGES };

static void put_line(struct buf *b, const char *what, const char *language, struct str text)
{
    if (!text.n) return;
    buf_fmt(b, "%s\t%s\t", what, language);
    cells_put(b, text);
    buf_byte(b, '\n');
}

static void put_yes(struct buf *b, const char *what, bool it_is)
{
    put_line(b, what, "", it_is ? STR("yes") : STR("no"));
}

struct str event_facts_text(struct arena *a, const struct event_facts *facts)
{
    struct buf b = BUF(a);
    buf_fmt(&b, "%s\n", HEAD);
    for (size_t i = 0; i < facts->nlangs; i++)
        put_line(&b, "language", "", str_of(lang_tag(facts->langs[i])));
    for (size_t i = 0; i < NIN_LANGUAGES; i++) {
        const struct bi *text = (const void *)((const char *)facts + IN_LANGUAGES[i].at);
        for (int l = 0; l < LANG_N; l++)
            put_line(&b, IN_LANGUAGES[i].name, lang_tag((enum lang)l), text->t[l]);
    }
    put_line(&b, "begins", "", facts->begins);
    put_line(&b, "ends", "", facts->ends);
    put_yes(&b, "draft", facts->draft);
    put_yes(&b, "sample", facts->sample);
    put_line(&b, "pages", "", str_fmt(a, "%zu", facts->pages));
    return buf_str(&b);
}

/* -- and back -------------------------------------------------------------------------------------------- */

static bool read_language(struct event_facts *f, struct str tag)
{
    enum lang lang = lang_named(tag);
    if (lang == LANG_NONE) return true; /* of a later version */
    for (size_t i = 0; i < f->nlangs; i++)
        if (f->langs[i] == lang) return false;
    f->langs[f->nlangs++] = lang;
    return true;
}

static bool read_line(struct event_facts *f, const struct str cells[COLUMNS])
{
    struct str what = cells[0], text = cells[2];
    for (size_t i = 0; i < NIN_LANGUAGES; i++) {
        enum lang lang = lang_named(cells[1]);
        struct bi *bi = (void *)((char *)f + IN_LANGUAGES[i].at);
        if (str_is(what, IN_LANGUAGES[i].name) && lang != LANG_NONE) bi->t[lang] = text;
    }
    if (str_is(what, "begins")) f->begins = text;
    if (str_is(what, "ends")) f->ends = text;
    if (str_is(what, "draft")) f->draft = str_is(text, "yes");
    if (str_is(what, "sample")) f->sample = str_is(text, "yes");
    if (str_is(what, "language")) return read_language(f, text);
    return !str_is(what, "pages") || cells_number(text, &f->pages);
}

bool event_facts_read(struct str text, struct event_facts *facts)
{
    struct str line;
    *facts = (struct event_facts){0};
    if (utf8_bad(text) < text.n || !str_cut(&text, '\n', &line) || !str_starts(line, HEAD)) return false;
    while (str_cut(&text, '\n', &line)) {
        struct str cells[COLUMNS];
        size_t n = 0;
        if (!line.n) continue;
        while (n < COLUMNS && str_cut(&line, '\t', &cells[n])) n++;
        if (n < COLUMNS || !read_line(facts, cells)) return false;
    }
    return facts->nlangs && facts->pages && !bi_empty(facts->title);
}
