/* Bytes as a note in Markdown, with what stands in raw HTML: encoding, dialect, cmark, blocks. What fuzz_way
 * sets is only looked at here, so that many more are tried. */
#include "model/dump.h"
#include "read/format/encoding.h"
#include "read/note/note.h"
#include "read_note.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct options options = {.input = STR("tests/fuzz/seeds")};
    struct arena *keep = arena_new(), *scratch = arena_new();
    struct job job = {.keep = keep, .scratch = scratch, .diags = diags_new(keep), .options = &options};
    struct str bytes = str_copy(keep, (struct str){(const char *)data, size});
    const struct source *s = encoding_source(&job, STR("sessions/a.en.md"), bytes);
    if (s) read_note_check(&job, note_read(&job, s, LANG_EN, NOTE_FORMAT_MARKDOWN), s);
    read_note_told(&job);
    arena_free(scratch);
    arena_free(keep);
    return 0;
}
