#include "app/accept.h"

#include "base/file.h"
#include "publish/folder.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

enum { TABLE_MOST = 1 << 24 };

struct record {
    struct str name, hash[LANG_N];
};

struct accept_table {
    VEC(struct record) rows;
};

static const char *path_in(struct job *job, const char *name)
{
    return str_fmt(job->keep, "%.*s/%s", STR_ARGS(job->options->input), name).s;
}

static struct str cell(struct str *line)
{
    struct str part = {0};
    str_cut(line, '\t', &part);
    return str_trim(part);
}

/* A note may be called note: the head is told by its other cells. */
static bool is_head(const struct record *r)
{
    return str_is(r->name, "note") && str_is(r->hash[LANG_KM], lang_tag(LANG_KM));
}

static struct accept_table read_table(struct job *job)
{
    struct accept_table t = {0};
    struct str text, line;
    if (!file_read(job->keep, path_in(job, "translations.tsv"), TABLE_MOST, &text)) return t;
    while (str_cut(&text, '\n', &line)) {
        struct record r = {.name = cell(&line)};
        for (int l = 0; l < LANG_N; l++) r.hash[l] = cell(&line);
        if (r.name.n && r.hash[LANG_EN].n && !is_head(&r)) VEC_ADD(job->keep, t.rows, r);
    }
    return t;
}

static bool has_both(const struct note *n)
{
    return n->doc[LANG_KM] && n->doc[LANG_EN];
}

static struct record record_of(struct job *job, const struct note *n)
{
    struct record r = {.name = n->stem};
    for (int l = 0; l < LANG_N; l++)
        r.hash[l] = str_fmt(job->keep, "%016llx", (unsigned long long)str_hash(n->doc[l]->raw));
    return r;
}

static struct record *find(struct accept_table *t, struct str name)
{
    for (size_t i = 0; i < t->rows.n; i++)
        if (str_eq(t->rows.at[i].name, name)) return &t->rows.at[i];
    return NULL;
}

void accept_check(struct job *job, const struct corpus *corpus)
{
    struct accept_table t = read_table(job);
    for (size_t i = 0; i < corpus->nnotes; i++) {
        const struct note *n = &corpus->notes[i];
        const struct record *r = has_both(n) ? find(&t, n->stem) : NULL;
        if (!r) continue;
        struct record now = record_of(job, n);
        bool same[LANG_N];
        for (int l = 0; l < LANG_N; l++) same[l] = str_eq(now.hash[l], r->hash[l]);
        if (same[LANG_KM] == same[LANG_EN]) continue;
        const struct doc *old = n->doc[same[LANG_KM] ? LANG_KM : LANG_EN],
                         *later = n->doc[same[LANG_KM] ? LANG_EN : LANG_KM];
        diag_tell(job->diags, DIAG_TRANSLATION_OLD, place_in(old->source, PLACE_WHOLE_FILE),
                  later->source->path, n->stem);
    }
}

static bool write_table(struct job *job, const struct accept_table *t)
{
    struct buf b = BUF(job->keep);
    const char *path = path_in(job, "translations.tsv"), *temporary = path_in(job, ".translations.tsv.new");
    buf_put(&b, "note\tkm\ten\n");
    for (size_t i = 0; i < t->rows.n; i++)
        buf_fmt(&b, "%.*s\t%.*s\t%.*s\n", STR_ARGS(t->rows.at[i].name), STR_ARGS(t->rows.at[i].hash[LANG_KM]),
                STR_ARGS(t->rows.at[i].hash[LANG_EN]));
    unlink(temporary);
    if (folder_write(temporary, buf_str(&b)) && !rename(temporary, path)) return true;
    diag_tell(job->diags, DIAG_OUT_WRITE, (struct place){0}, str_of(path), str_of(strerror(errno)));
    unlink(temporary);
    return false;
}

bool accept_write(struct job *job, const struct corpus *corpus, struct str name)
{
    struct accept_table t = read_table(job);
    size_t recorded = 0;
    for (size_t i = 0; i < corpus->nnotes; i++) {
        const struct note *n = &corpus->notes[i];
        if (!has_both(n) || (name.n && !str_eq(name, n->stem))) continue;
        struct record *r = find(&t, n->stem), now = record_of(job, n);
        if (r)
            *r = now;
        else
            VEC_ADD(job->keep, t.rows, now);
        recorded++;
    }
    if (!recorded && name.n) diag_tell(job->diags, DIAG_NO_SUCH_NOTE, (struct place){0}, name);
    return recorded ? write_table(job, &t) : !name.n;
}
