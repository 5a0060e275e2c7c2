#include "base/map.h"
#include "model/label.h"
#include "model/note_link.h"
#include "read/check/check.h"
#include "read/check/note_walk.h"

#include <stdlib.h>

struct links {
    struct job *job;
    const struct corpus *corpus;
    const struct note *note;
    struct map headings;         /* of the note in all its languages, as slugs */
    struct map notes, documents; /* what a link may call them, in small letters */
    struct map slugs;            /* of notes */
    struct map wikis;            /* places of [[ ]] in the note at hand that were looked at */
    size_t wiki_end;             /* up to where its blocks were */
    const struct source *asked;  /* the file that was looked through for [[ last … */
    bool holds_wiki;             /* … and holds one */
    VEC(uint32_t) ends;          /* of the texts before its footnotes, ascending */
};

/* -- what there is to lead to ---------------------------------------------------------------------------- */

static bool is_letter(unsigned char c)
{
    return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* Headings as programs name them: lower case, a dash for blanks, signs left out. */
static struct str slug(struct arena *a, struct str s)
{
    struct buf b = BUF(a);
    s = str_trim(s);
    for (size_t i = 0; i < s.n; i++) {
        char c = s.s[i];
        if (is_letter((unsigned char)c) || c == '_')
            buf_byte(&b, c >= 'A' && c <= 'Z' ? (char)(c + 32) : c);
        else if (c == ' ' || c == '-')
            buf_byte(&b, '-');
    }
    return buf_str(&b);
}

/* In small letters, as str_eq_fold compares. */
static struct str folded(struct arena *a, struct str s)
{
    char *small = ARENA_MANY(a, char, s.n + 1);
    for (size_t i = 0; i < s.n; i++) small[i] = s.s[i] >= 'A' && s.s[i] <= 'Z' ? (char)(s.s[i] + 32) : s.s[i];
    return (struct str){small, s.n};
}

static void add_headings(struct links *x, const struct doc *d)
{
    struct arena *a = x->job->scratch;
    for (const struct block *b = d->root; b; b = note_walk_next(d->root, b))
        if (b->kind == BLOCK_HEADING) map_add_str(&x->headings, slug(a, spans_text(a, b->spans)));
}

/* In any of the note's languages: translators leave addresses as they are. */
static bool has_heading(const struct links *x, struct str id)
{
    return map_has_str(&x->headings, slug(x->job->scratch, id));
}

static void add_name(struct links *x, struct map *names, struct str name)
{
    map_add_str(names, folded(x->job->scratch, name));
}

static void add_note(struct links *x, const struct note *n)
{
    struct arena *a = x->job->scratch;
    add_name(x, &x->notes, n->stem);
    map_add_str(&x->slugs, slug(a, n->stem));
    for (int l = 0; l < LANG_N; l++) {
        const struct doc *d = n->doc[l];
        if (!d) continue;
        add_name(x, &x->notes, note_link_bare(d->source->path));
        add_name(x, &x->notes, d->front.title);
        add_name(x, &x->notes, str_fmt(a, "%.*s.%s", STR_ARGS(n->stem), lang_tag((enum lang)l)));
    }
}

/* What there is, gathered once: a note of a thousand links to a thousand notes asks a million times else. */
static void add_all(struct links *x)
{
    const struct corpus *c = x->corpus;
    for (size_t i = 0; i < c->nnotes; i++) add_note(x, &c->notes[i]);
    for (size_t i = 0; i < c->nsessions; i++)
        if (c->sessions[i].id.n) add_name(x, &x->notes, c->sessions[i].id);
    for (size_t i = 0; i < c->ndocuments; i++)
        add_name(x, &x->documents, note_link_bare(c->documents[i].file));
    for (size_t i = 0; i < c->nphotos; i++)
        add_name(x, &x->documents, note_link_bare(c->photos[i].picture->path));
}

static bool is_note(const struct links *x, struct str name)
{
    struct str bare = note_link_bare(name);
    struct arena *a = x->job->scratch;
    return map_has_str(&x->notes, folded(a, bare)) || map_has_str(&x->slugs, slug(a, bare));
}

static bool is_document(const struct links *x, struct str name)
{
    return map_has_str(&x->documents, folded(x->job->scratch, note_link_bare(name)));
}

/* -- addresses ------------------------------------------------------------------------------------------- */

/* A domain: parts of letters, digits and hyphens between single dots, at least two. */
static bool is_host(struct str s)
{
    size_t dots = 0;
    if (!s.n || !is_letter((unsigned char)s.s[0]) || !is_letter((unsigned char)s.s[s.n - 1])) return false;
    for (size_t i = 0; i < s.n; i++) {
        bool dot = s.s[i] == '.';
        if (!dot && s.s[i] != '-' && !is_letter((unsigned char)s.s[i])) return false;
        if (dot && s.s[i + 1] == '.') return false;
        dots += dot;
    }
    return dots > 0;
}

static bool is_mail(struct str s)
{
    size_t at = str_find(s, STR("@"), 0), query = str_find(s, STR("?"), 0);
    if (query != SIZE_MAX) s = str_sub(s, 0, query);
    if (at == SIZE_MAX || at == 0 || at >= s.n) return false;
    for (size_t i = 0; i < at; i++)
        if (strchr(" ,;:<>()[]\"\\", s.s[i])) return false;
    return is_host(str_sub(s, at + 1, s.n));
}

static bool is_web(struct str url)
{
    size_t from = str_find(url, STR("://"), 0), to;
    if (from == SIZE_MAX) return false;
    for (to = from += 3; to < url.n && !strchr("/?#", url.s[to]);) to++;
    struct str host = str_sub(url, from, to);
    size_t user = str_find(host, STR("@"), 0);
    if (user != SIZE_MAX) host = str_sub(host, user + 1, host.n);
    size_t port = str_find(host, STR(":"), 0);
    if (port != SIZE_MAX) host = str_sub(host, 0, port);
    return is_host(host) || str_eq_fold(host, STR("localhost")) || str_starts(host, "[");
}

static bool has_scheme(struct str url, const char *scheme)
{
    struct str s = str_of(scheme);
    return str_eq_fold(str_sub(url, 0, s.n), s);
}

static void tell_link(struct links *x, const struct span *s)
{
    struct str url = s->href, id = str_sub(url, 1, url.n);
    enum diag_code code = DIAG_LAST;
    bool inside = str_starts(url, "#");
    if (has_scheme(url, "mailto:"))
        code = is_mail(str_sub(url, 7, url.n)) ? code : DIAG_ADDRESS_MAIL;
    else if (has_scheme(url, "http:") || has_scheme(url, "https:"))
        code = is_web(url) ? code : DIAG_ADDRESS_WEB;
    else if (inside && id.n)
        code = has_heading(x, id) || is_note(x, id) ? code : DIAG_LINK_NOWHERE;
    else if (has_scheme(url, "www."))
        code = DIAG_ADDRESS_WEB;
    else if (memchr(url.s, '@', url.n))
        code = DIAG_ADDRESS_MAIL;
    else if (!is_note(x, url) && !is_document(x, url))
        code = DIAG_LINK_NOWHERE;
    if (code != DIAG_LAST) diag_tell(x->job->diags, code, s->place, url);
}

/* -- references in the text ------------------------------------------------------------------------------ */

/* d1s09, that the programme lacks; *at moves past it. */
static bool read_session(struct str t, size_t *at)
{
    size_t i = *at;
    if ((t.s[i] | 32) != 'd' || (i && (is_letter((unsigned char)t.s[i - 1]) || strchr("/-_.", t.s[i - 1]))))
        return false;
    size_t first = ++i;
    while (i < t.n && i < first + 2 && t.s[i] >= '0' && t.s[i] <= '9') i++;
    if (i == first || i >= t.n || (t.s[i] | 32) != 's') return false;
    size_t second = ++i;
    while (i < t.n && i < second + 2 && t.s[i] >= '0' && t.s[i] <= '9') i++;
    bool ends = i == t.n || !((unsigned char)t.s[i] < 0x80 && is_letter((unsigned char)t.s[i]));
    if (i == second || !ends || (i < t.n && (t.s[i] == '-' || t.s[i] == '_'))) return false;
    *at = i;
    return true;
}

/* D1S2 is d1s02. */
static struct str session_of(struct arena *a, struct str typed)
{
    int day = 0, number = 0;
    size_t i = 1;
    for (; (typed.s[i] | 32) != 's'; i++) day = day * 10 + typed.s[i] - '0';
    for (i++; i < typed.n; i++) number = number * 10 + typed.s[i] - '0';
    return str_fmt(a, "d%ds%02d", day, number);
}

static void tell_sessions(struct links *x, const struct span *s)
{
    static const bool SIGNS[128] = {['d'] = true, ['D'] = true};
    for (size_t at = 0; (at = utf8_find_sign(s->text, at, SIGNS)) < s->text.n; at++) {
        size_t from = at;
        if (!read_session(s->text, &at)) continue;
        struct str id = session_of(x->job->scratch, str_sub(s->text, from, at));
        if (x->corpus->nsessions && !corpus_session(x->corpus, id))
            diag_tell(x->job->diags, DIAG_REFERENCE_SESSION, place_after(s->place, from), id);
    }
}

/* [[d1s02-policy]], [[#a heading]]; [[TOC]] is no link, and ![[a picture.png]] is told where it is read. */
static bool wiki_leads(struct links *x, struct str name, bool embedded)
{
    struct str part = str_sub(name, 1, name.n);
    if (str_eq_fold(name, STR("TOC")) || str_eq_fold(name, STR("_TOC_"))) return true;
    if (embedded && memchr(name.s, '.', name.n)) return true;
    if (name.s[0] == '#') return !part.n || part.s[0] == '^' || has_heading(x, part);
    return is_note(x, name) || is_document(x, name);
}

/* The name in [[name|words]] at a byte; empty where there is none. *end: its ]]. */
static struct str wiki_name(struct str t, size_t at, size_t *end)
{
    enum { REACH = 4000 };
    struct str line = str_sub(t, at, at + REACH), name = {0};
    const char *stop = memchr(line.s, '\n', line.n);
    if (stop) line.n = (size_t)(stop - line.s);
    if (!str_starts(line, "[[") || str_starts(line, "[[[") || (at && t.s[at - 1] == '\\')) return name;
    size_t close = str_find(line, STR("]]"), 2);
    if (close == SIZE_MAX) return name;
    *end = at + close;
    line = str_sub(line, 2, close);
    str_cut(&line, '|', &name);
    name.n -= str_ends(name, "\\"); /* \| in a table */
    return str_trim(name);
}

static size_t next_end(const struct links *x, size_t from, size_t to)
{
    size_t low = 0, high = x->ends.n;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (x->ends.at[mid] <= from)
            low = mid + 1;
        else
            high = mid;
    }
    return low < x->ends.n && x->ends.at[low] < to ? x->ends.at[low] : to;
}

/* Of what stands between two blocks' beginnings as it was typed, for the reader takes the brackets off. It
 * ends with the paragraph, or where a remark begins. */
static void tell_wiki(struct links *x, const struct block *root, const struct block *b)
{
    const struct block *next = note_walk_next(root, b);
    struct str t = b->place.source->text;
    size_t to = next && next->place.source == b->place.source ? next->place.offset : t.n, span = 0;
    if (!next) to = next_end(x, b->place.offset, to);
    if (to > t.n) to = t.n;
    size_t at = b->place.offset < t.n ? b->place.offset : t.n, end = 0;
    while (at && t.s[at - 1] != '\n' && at > x->wiki_end)
        at--; /* a link that begins the block is behind it */
    for (; at < to; at++) {
        x->wiki_end = at + 1;
        if (t.s[at] != '\n' && t.s[at] != '<' && t.s[at] != '%' && t.s[at] != '[') continue;
        struct str two = str_sub(t, at, at + 2);
        if (str_is(two, "\n\n") || str_is(two, "<!") || str_is(two, "%%")) return;
        struct str name = str_is(two, "[[") ? wiki_name(t, at, &end) : (struct str){0};
        if (!name.n) continue;
        while (span < b->spans.n && b->spans.at[span].place.offset + b->spans.at[span].text.n <= at) span++;
        const struct span *s = span < b->spans.n ? &b->spans.at[span] : NULL;
        bool code = s && s->style & SPAN_CODE && s->place.offset <= at;
        bool told = map_number(&x->wikis, at + 1);
        map_put_number(&x->wikis, at + 1, 1);
        if (!code && !told && !wiki_leads(x, name, at && t.s[at - 1] == '!'))
            diag_tell(x->job->diags, DIAG_LINK_NOWHERE, place_in(b->place.source, at), name);
        x->wiki_end = at = end;
    }
}

/* Most files hold no [[. */
static bool may_hold_wiki(struct links *x, const struct source *source)
{
    if (x->asked == source) return x->holds_wiki;
    x->asked = source;
    return x->holds_wiki = str_find(source->text, STR("[["), 0) != SIZE_MAX;
}

/* name@example with no domain, name@example,org: one sign @ inside a word. */
static void tell_mails(struct links *x, const struct span *s)
{
    struct str rest = s->text, word;
    if (!rest.n || !memchr(rest.s, '@', rest.n)) return;
    while (str_cut(&rest, ' ', &word)) {
        size_t at = str_find(word, STR("@"), 0), to = word.n;
        if (at == SIZE_MAX || !at || !is_letter((unsigned char)word.s[at - 1])) continue;
        while (to > at && !is_letter((unsigned char)word.s[to - 1])) to--;
        struct str mail = str_sub(word, 0, to);
        bool plain = to > at + 1;
        for (size_t i = 0; i < mail.n; i++) plain = plain && (unsigned char)mail.s[i] < 0x80;
        if (plain && !strchr("(<[\"'", mail.s[0]) && !is_mail(mail))
            diag_tell(x->job->diags, DIAG_ADDRESS_MAIL, place_after(s->place, (size_t)(word.s - s->text.s)),
                      mail);
    }
}

static int by_offset(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* Where footnotes begin: what ends a text before them. */
static void find_ends(struct links *x, const struct doc *d)
{
    x->ends.n = 0;
    for (const struct footnote *f = d->notes; f; f = f->next)
        if (f->place.source) VEC_ADD(x->job->scratch, x->ends, f->place.offset);
    if (x->ends.n) qsort(x->ends.at, x->ends.n, sizeof *x->ends.at, by_offset);
}

static void tell_blocks(struct links *x, const struct block *root)
{
    x->wiki_end = 0;
    for (const struct block *b = root; b; b = note_walk_next(root, b)) {
        if (b->kind != BLOCK_CODE && b->place.source && may_hold_wiki(x, b->place.source))
            tell_wiki(x, root, b);
        for (size_t i = 0; i < b->spans.n; i++) {
            const struct span *s = &b->spans.at[i];
            if (s->kind != SPAN_TEXT || s->style & SPAN_CODE || !s->place.source) continue;
            if (s->style & SPAN_REFERENCE && label_name(x->job->scratch, s->href).n) continue;
            if (s->href.n) {
                tell_link(x, s);
                continue;
            }
            tell_sessions(x, s);
            tell_mails(x, s);
        }
    }
}

static void begin_note(struct links *x, const struct note *note)
{
    if (x->note == note) return;
    x->note = note;
    x->headings = MAP(x->job->scratch);
    for (int l = 0; l < LANG_N; l++)
        if (note->doc[l]) add_headings(x, note->doc[l]);
}

static void tell_doc(void *with, const struct note *note, const struct doc *d)
{
    struct links *x = with;
    begin_note(x, note);
    x->wikis = MAP(x->job->scratch);
    find_ends(x, d);
    tell_blocks(x, d->root);
    for (const struct footnote *f = d->notes; f; f = f->next) tell_blocks(x, f->body);
}

void check_links(struct job *job, const struct corpus *c)
{
    struct arena_mark mark = arena_mark(job->scratch);
    struct links x = {.job = job,
                      .corpus = c,
                      .notes = MAP(job->scratch),
                      .documents = MAP(job->scratch),
                      .slugs = MAP(job->scratch)};
    struct str mail = c->event.contact_email;
    if (mail.n && !is_mail(str_trim(mail))) diag_tell(job->diags, DIAG_ADDRESS_MAIL, c->event.place, mail);
    add_all(&x);
    note_walk_docs(c, tell_doc, &x);
    arena_reset(job->scratch, mark);
}
