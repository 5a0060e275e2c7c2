#include "khmer/latin_number.h"

static const struct str NUMBERED[] = {STR_INIT("Day"),     STR_INIT("day"),    STR_INIT("page"),
                                      STR_INIT("pages"),   STR_INIT("Page"),   STR_INIT("p."),
                                      STR_INIT("pp."),     STR_INIT("No."),    STR_INIT("Annex"),
                                      STR_INIT("Figure"),  STR_INIT("Table"),  STR_INIT("Part"),
                                      STR_INIT("Group"),   STR_INIT("Grade"),  STR_INIT("grade"),
                                      STR_INIT("Session"), STR_INIT("session")},
                        UNITS[] = {STR_INIT("minutes"), STR_INIT("minute"),  STR_INIT("hours"),
                                   STR_INIT("hour"),    STR_INIT("seconds"), STR_INIT("days"),
                                   STR_INIT("weeks"),   STR_INIT("months"),  STR_INIT("years"),
                                   STR_INIT("km"),      STR_INIT("m"),       STR_INIT("cm"),
                                   STR_INIT("mm"),      STR_INIT("kg"),      STR_INIT("g"),
                                   STR_INIT("ml"),      STR_INIT("riels"),   STR_INIT("riel"),
                                   STR_INIT("dollars"), STR_INIT("per"),     STR_INIT("of"),
                                   STR_INIT("a.m."),    STR_INIT("p.m."),    STR_INIT("million")},
                        ARTICLES[] = {STR_INIT("a"), STR_INIT("an"), STR_INIT("A"), STR_INIT("An")};

static bool latin_letter(struct str t, size_t at)
{
    return at < t.n && ((t.s[at] | 32) >= 'a' && (t.s[at] | 32) <= 'z');
}

/* Whether one of some words stands in a text, from a place or up to one. */
static bool stands(struct str t, size_t at, bool before, const struct str *words, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        size_t from = before ? at - words[i].n : at, to = from + words[i].n;
        if (from > at && before) continue;
        if (!str_eq(str_sub(t, from, to), words[i])) continue;
        if (!(from && latin_letter(t, from - 1)) && !latin_letter(t, to)) return true;
    }
    return false;
}

bool latin_number_article(struct str text, size_t end)
{
    return stands(text, end, true, ARTICLES, sizeof ARTICLES / sizeof *ARTICLES);
}

bool latin_number_word(struct str text, size_t end)
{
    return stands(text, end, true, NUMBERED, sizeof NUMBERED / sizeof *NUMBERED);
}

bool latin_number_unit(struct str text, size_t at)
{
    return stands(text, at, false, UNITS, sizeof UNITS / sizeof *UNITS);
}
