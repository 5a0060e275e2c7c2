#include "read/note/note_format.h"

#include "read/note/markdown.h"
#include "read/note/plain.h"
#include "read/word/docx.h"
#include "read/word/odt.h"
#include "read/word/word_source.h"

static struct block *read_plain(struct job *job, const struct source *source, size_t from, enum lang lang,
                                struct footnote **notes)
{
    (void)lang;
    (void)notes;
    return plain_read(job, source, from);
}

/* A word processor's file is attached as the text that it shows: what it says of its writers stays out. */
static const struct note_format FORMATS[NOTE_FORMATS] = {
    [NOTE_FORMAT_MARKDOWN] = {".md .markdown", "text/markdown", markdown_read, NULL, NULL},
    [NOTE_FORMAT_PLAIN] = {".txt", "text/plain", read_plain, NULL, NULL},
    [NOTE_FORMAT_DOCX] = {".docx .docm", "text/plain", word_source_blocks, docx_read, word_source_facts},
    [NOTE_FORMAT_ODT] = {".odt", "text/plain", word_source_blocks, odt_read, word_source_facts}};

const struct note_format *note_format_at(size_t kind)
{
    return &FORMATS[kind];
}

const char *const *note_format_endings(struct arena *a)
{
    const char **all = ARENA_MANY(a, const char *, NOTE_FORMATS + 1);
    for (size_t i = 0; i < NOTE_FORMATS; i++) all[i] = FORMATS[i].endings;
    return all;
}
