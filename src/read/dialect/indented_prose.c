#include "read/dialect/indented_prose.h"

#include "base/lang.h"
#include "read/dialect/lone_lines.h"
#include "read/dialect/verbatim.h"

enum { WORDS_LEAST = 5 };

static bool is_indented(struct str s)
{
    return str_starts(s, "\t") || str_starts(s, "    ");
}

/* No sign of a program's, of a drawing's or of columns'. */
static bool is_line_of_words(struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        bool apart =
            s.s[i] == '\t' || (s.s[i] == ' ' && i + 2 < s.n && s.s[i + 1] == ' ' && s.s[i + 2] == ' ');
        if (apart || strchr("{}<>=;|\\`~$#_", s.s[i])) return false;
    }
    return true;
}

static size_t count_words(struct str s)
{
    size_t n = 1;
    for (size_t i = 0; i < s.n; i++) n += s.s[i] == ' ';
    return n;
}

/* Lines from … to: they begin as a sentence does, and end as one. */
static bool are_sentences(const struct source *source, size_t from, size_t to)
{
    struct str first = str_trim(source_line(source, from)), last = str_trim(source_line(source, to));
    bool khmer = false;
    size_t words = 0, at = 0;
    for (size_t line = from; line <= to; line++) {
        struct str s = str_trim(source_line(source, line));
        if (!is_indented(source_line(source, line)) || !is_line_of_words(s)) return false;
        khmer |= lang_of_text(s) == LANG_KM;
        words += count_words(s);
    }
    uint32_t c = utf8_next(first, &at);
    bool begins = khmer || (c >= 'A' && c <= 'Z') || c == '"' || c == 0x201C || c == '*';
    return begins && (lone_lines_is_sentence(last) || str_ends(last, ":")) && (khmer || words >= WORDS_LEAST);
}

bool *indented_prose_lines(struct arena *a, const struct source *source, bool *code)
{
    bool *prose = ARENA_MANY(a, bool, source->nlines + 2);
    for (size_t from = 1, to; from <= source->nlines; from = to + 1) {
        to = from;
        if (!code[from] || !is_indented(source_line(source, from))) continue;
        while (to < source->nlines && code[to + 1]) to++;
        if (!are_sentences(source, from, to)) continue;
        for (size_t line = from; line <= to; line++) prose[line] = true, code[line] = false;
    }
    return prose;
}
