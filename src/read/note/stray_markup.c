#include "read/note/stray_markup.h"

#include "model/label.h"

static bool in_source(const struct span *s, size_t at, struct str sign)
{
    struct str text = s->place.source->text;
    size_t offset = s->place.offset + at;
    bool escaped = offset && offset <= text.n && text.s[offset - 1] == '\\';
    return !escaped && str_eq(str_sub(text, offset, offset + sign.n), sign);
}

static bool is_space(struct str s, size_t at)
{
    return at >= s.n || s.s[at] == ' ' || s.s[at] == '\t' || s.s[at] == '*';
}

/* Where a sign stands that may not be there by chance; SIZE_MAX where it does not. */
static size_t stars(struct str s)
{
    size_t at = str_find(s, STR("**"), 0);
    if (at == SIZE_MAX) return at;
    bool alone = (at == 0 || is_space(s, at - 1)) && is_space(s, at + 2);
    return alone ? SIZE_MAX : at;
}

static size_t half_link(struct str s)
{
    size_t at = str_find(s, STR("]("), 0);
    if (at != SIZE_MAX) return at;
    at = str_find(s, STR("]["), 0);
    return at != SIZE_MAX && at + 2 < s.n && s.s[at + 2] != '^' ? at : SIZE_MAX;
}

static bool is_hashed(struct str s)
{
    size_t n = 0;
    while (n < s.n && s.s[n] == '#') n++;
    return n > 0 && n <= 6 && n < s.n && (unsigned char)s.s[n] > ' ';
}

/* What begins as a reference and is none; references themselves are found when captions are. */
static size_t half_reference(struct str s)
{
    size_t from = 0, end = 0, at;
    while ((at = str_find(s, STR("[@"), from)) != SIZE_MAX && label_reference(s, at, &end) == at) from = end;
    return at;
}

void stray_markup_tell(struct job *job, const struct spans *spans)
{
    bool told_stars = false, told_link = false, told_label = false;
    for (size_t i = 0; i < spans->n; i++) {
        const struct span *s = &spans->at[i];
        if (s->kind != SPAN_TEXT || (s->style & (SPAN_CODE | SPAN_REFERENCE)) || !s->place.source) continue;
        size_t at = told_stars ? SIZE_MAX : stars(s->text);
        if (at != SIZE_MAX && in_source(s, at, STR("**"))) {
            diag_tell(job->diags, DIAG_STARS_OPEN, place_after(s->place, at));
            told_stars = true;
        }
        at = told_link ? SIZE_MAX : half_link(s->text);
        if (at != SIZE_MAX && in_source(s, at, str_sub(s->text, at, at + 2))) {
            diag_tell(job->diags, DIAG_LINK_BROKEN, place_after(s->place, at));
            told_link = true;
        }
        at = told_label ? SIZE_MAX : half_reference(s->text);
        if (at != SIZE_MAX && in_source(s, at, STR("[@"))) {
            diag_tell(job->diags, DIAG_LABEL_KIND, place_after(s->place, at));
            told_label = true;
        }
        if (i == 0 && is_hashed(s->text) && in_source(s, 0, STR("#")))
            diag_tell(job->diags, DIAG_HEADING_SPACE, s->place);
    }
}
