#include "read/dialect/lone_lines.h"

#include "read/dialect/verbatim.h"

enum { LINES_LEAST = 3, LONG = 110 };

bool lone_lines_is_text(struct str s)
{
    size_t at = verbatim_skip(s, 0, s.n), next = at;
    if (at >= s.n || at) return false;
    uint32_t c = utf8_next(s, &next), then = next < s.n ? (uint32_t)(unsigned char)s.s[next] : ' ';
    if (c < 0x80 && strchr("#>|<[-+*:=~`!&\\^", (int)c)) return str_starts(str_sub(s, at, s.n), "**");
    bool number = (c >= '0' && c <= '9') || (c >= 0x17E0 && c <= 0x17E9) || c == '(';
    bool sign = (c >= 0x2000 && c < 0x3000) || (c >= 0xE000 && c < 0xF900) || c == 0xB7 || c == 0xA7;
    return !number && !sign && !strchr(".)", (int)then) && !memchr(s.s, '|', s.n);
}

bool lone_lines_is_sentence(struct str s)
{
    s = str_trim(s);
    while (s.n && strchr("*_\"')", s.s[s.n - 1])) s.n--;
    if (str_ends(s, "»") || str_ends(s, "”")) return true;
    return s.n && (strchr(".!?", s.s[s.n - 1]) || str_ends(s, "។") || str_ends(s, "៕") || str_ends(s, "៖"));
}

bool lone_lines_are_paragraphs(struct job *job, const struct source *source, const bool *code)
{
    size_t lines = 0, ends = 0, first = 0;
    bool text = false, blank = false;
    for (size_t i = 1; i <= source->nlines; i++) {
        struct str s = source_line(source, i);
        bool here = !code[i] && lone_lines_is_text(s), empty = !code[i] && verbatim_is_blank(s, 0, s.n);
        if (here && blank && text) return false; /* it knows blank lines */
        if (here && text && !first) first = i;
        lines += here;
        ends += here && (lone_lines_is_sentence(s) || utf8_count(s) > LONG);
        if (!empty) text = here;
        blank = empty;
    }
    if (!first || lines < LINES_LEAST || ends * 4 < lines * 3) return false;
    diag_tell(job->diags, DIAG_LINES_PARAGRAPHS, place_at_line(source, first, 0));
    return true;
}
