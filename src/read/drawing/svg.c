#include "read/drawing/svg.h"

#include "read/office/xml.h"

enum { HEAD = 4096, /* remarks and declarations may come first */ WORDS_MOST = 2000 };

bool svg_is(struct str bytes)
{
    struct str head = str_trim(str_sub(bytes, 0, HEAD));
    return str_starts(head, "<") && str_find(head, STR("<svg"), 0) != SIZE_MAX;
}

struct gathered {
    struct buf now, told[LANG_N], drawn[LANG_N];
    int depth, since; /* since: the depth of the element whose words are gathered; 0: none */
    bool tells;       /* that it is the drawing's own title or description */
};

static void start(void *with, struct str name, const struct xml_attributes *attributes)
{
    struct gathered *g = with;
    (void)attributes;
    g->depth++;
    if (g->since) return;
    bool tells = g->depth == 2 && (str_is(name, "svg:title") || str_is(name, "svg:desc"));
    if (!tells && !str_is(name, "svg:text")) return;
    g->since = g->depth;
    g->tells = tells;
    g->now.n = 0;
}

/* Blanks in a row are one. */
static void tidy(struct buf *out, struct str s)
{
    for (size_t i = 0; i < s.n && out->n < WORDS_MOST; i++) {
        bool blank = s.s[i] == ' ' || s.s[i] == '\t' || s.s[i] == '\n' || s.s[i] == '\r';
        if (!blank)
            buf_byte(out, s.s[i]);
        else if (i + 1 < s.n && s.s[i + 1] != ' ' && s.s[i + 1] != '\t' && s.s[i + 1] != '\n')
            buf_byte(out, ' ');
    }
}

static void end(void *with, struct str name)
{
    struct gathered *g = with;
    (void)name;
    if (g->depth-- != g->since) return;
    g->since = 0;
    struct str words = str_trim(buf_str(&g->now));
    if (!words.n) return;
    enum lang l = lang_of_text(words);
    struct buf *to = g->tells ? &g->told[l] : &g->drawn[l];
    if (to->n + words.n > WORDS_MOST) return;
    if (to->n) buf_put(to, g->tells ? " – " : ", ");
    tidy(to, words);
}

static void text(void *with, struct str piece)
{
    struct gathered *g = with;
    if (g->since && g->now.n < WORDS_MOST) buf_add(&g->now, piece);
}

void svg_words(struct job *job, struct str bytes, struct str words[LANG_N])
{
    struct gathered g = {.now = BUF(job->scratch)};
    struct xml_reader reader = {start, end, text, &g, false};
    size_t told = job->diags->list.n;
    for (int l = 0; l < LANG_N; l++) g.told[l] = g.drawn[l] = BUF(job->scratch);
    xml_read(job, (struct place){0}, (struct str){0}, bytes, &reader);
    job->diags->list.n = told; /* whether it is sound shows when it is drawn */
    bool tells = false;
    for (int l = 0; l < LANG_N; l++) tells |= g.told[l].n > 0;
    for (int l = 0; l < LANG_N; l++)
        words[l] = str_copy(job->keep, buf_str(tells ? &g.told[l] : &g.drawn[l]));
}
