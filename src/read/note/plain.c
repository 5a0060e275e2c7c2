#include "read/note/plain.h"

#include "khmer/spelling_order.h"

static void paragraph(struct job *job, struct block *root, const struct source *source, struct str line)
{
    struct place place = place_in(source, (size_t)(line.s - source->text.s));
    struct block *b = block_new(job->keep, root, BLOCK_PARA, place);
    struct span *span = ARENA_ONE(job->keep, struct span);
    *span = (struct span){
        .kind = SPAN_TEXT, .lang = LANG_NONE, .text = spelling_order_mend(job->keep, line), .place = place};
    b->spans = (struct spans){span, 1};
}

struct block *plain_read(struct job *job, const struct source *source, size_t from)
{
    struct block *root = block_new(job->keep, NULL, BLOCK_ROOT, place_in(source, from));
    for (size_t n = place_position(place_in(source, from)).line; n <= source->nlines; n++) {
        struct str line = str_trim(source_line(source, n));
        if (line.n) paragraph(job, root, source, line);
    }
    return root;
}
