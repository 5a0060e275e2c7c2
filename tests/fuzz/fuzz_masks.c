/* Names, a line each, up to an empty line; behind it what somebody wrote. A name of two Latin words or more
 * that stands there as it is in the list never comes through. */
#include "whole_way.h"

#include "privacy/mask.h"
#include "read/format/encoding.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { NAMES_MOST = 200 };

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Two words of four letters or more, one blank between them. */
static bool is_plain(struct str name)
{
    size_t words = 1, letters = 0;
    for (size_t i = 0; i < name.n; i++) {
        if (is_letter(name.s[i])) {
            letters++;
        } else {
            if (name.s[i] != ' ' || letters < 4) return false;
            letters = 0, words++;
        }
    }
    return words >= 2 && letters >= 4;
}

/* It stands in the text, and nothing that could be more of a word beside it. */
static bool holds(struct str text, struct str name)
{
    for (size_t at = 0; (at = str_find(text, name, at)) != SIZE_MAX; at++) {
        bool open = !at || text.s[at - 1] == ' ' || text.s[at - 1] == '\n';
        size_t end = at + name.n;
        if (open && (end == text.n || text.s[end] == ' ' || text.s[end] == '\n')) return true;
    }
    return false;
}

static void look_through(struct job *job, const struct corpus *corpus, struct str text)
{
    struct said_words words = compose_said_words(job->keep);
    struct masked m = mask_text(mask_new(job, corpus, &words), text);
    for (int l = 0; l < LANG_N; l++) {
        if (utf8_bad(m.text[l]) != m.text[l].n) abort();
        for (size_t i = 0; i < corpus->nparticipants; i++) {
            struct str name = corpus->participants[i].name.t[LANG_EN];
            if (is_plain(name) && holds(m.text[l], name)) abort();
        }
    }
    if (!m.kinds && !str_eq(m.text[LANG_EN], text)) abort();
}

static void read_names(struct job *job, struct corpus *corpus, struct str *rest)
{
    struct str line;
    corpus->participants = ARENA_MANY(job->keep, struct participant, NAMES_MOST);
    while (str_cut(rest, '\n', &line) && line.n && corpus->nparticipants < NAMES_MOST) {
        struct participant *p = &corpus->participants[corpus->nparticipants++];
        p->name.t[lang_of_text(line) == LANG_KM ? LANG_KM : LANG_EN] = line;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct options options = {.input = STR(".")};
    struct arena *keep = arena_new();
    struct job job = {.keep = keep, .scratch = arena_new(), .diags = diags_new(keep), .options = &options};
    struct str bytes = str_copy(keep, (struct str){(const char *)data, size});
    const struct source *s = encoding_source(&job, STR("reflections/a.csv"), bytes);
    struct corpus corpus = {.roster = ROSTER_READ};
    if (s) {
        struct str rest = s->text;
        read_names(&job, &corpus, &rest);
        look_through(&job, &corpus, rest);
    }
    arena_free(job.scratch);
    arena_free(keep);
    return 0;
}
