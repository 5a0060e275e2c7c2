/* What the tests of text/ share: a job with the house's fonts (fonts/, where make fonts puts them), and
 * breaks that are simple enough to foretell: after spaces, ZWSP and hyphens, nowhere else. */
#ifndef SASTRA_TEXT_HELP_H
#define SASTRA_TEXT_HELP_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/shape.h"

#include <stdlib.h>

static const char text_long[] = "ព្រះរាជាណាចក្រកម្ពុជា ជាតិ សាសនា ព្រះមហាក្សត្រ ក្រសួងអប់រំ យុវជន និងកីឡា "
                                "វិទ្យាស្ថានជាតិអប់រំ ញ៉ាំ ស្ថាប័ន ស្ត្រី វិទ្យាល័យព្រះស៊ីសុវត្ថិ មេរៀន ជ្រើសរើស ខ្ញុំ ក៏ ធ្វើ "
                                "ភ្នំពេញ ឆ្នាំ២០២៣ «office» (STEM) AVATAR Tokyo fi é ✓ ×½°€ → ៕";

struct words {
    int none;
};

struct words *words_new(struct arena *a)
{
    return ARENA_ONE(a, struct words);
}

void words_add_name(struct words *w, struct str name)
{
    (void)w, (void)name;
}

void breaks_find(const struct words *w, struct arena *scratch, struct str text, unsigned char *brk)
{
    uint32_t before = 0;
    (void)w, (void)scratch;
    memset(brk, BRK_NONE, text.n + 1);
    for (size_t at = 0; at < text.n;) {
        if (at && before == ' ') brk[at] = BRK_SPACE;
        if (at && (before == 0x200B || before == '-')) brk[at] = BRK_MARK;
        before = utf8_next(text, &at);
    }
    brk[text.n] = BRK_FORCED;
}

void breaks_keep_dates(struct str text, unsigned char *brk)
{
    (void)text, (void)brk;
}

struct rig {
    struct options options;
    struct job job;
    struct font_set *fonts;
    struct words *words;
    struct shaper *shaper;
};

static inline struct str rig_folder(void)
{
    const char *s = getenv("SASTRA_FONTS");
    return str_of(s ? s : "fonts");
}

static inline void rig_job(struct rig *r, struct str folder)
{
    struct arena *keep = arena_new();
    *r = (struct rig){.options = {.fonts = folder}};
    r->job =
        (struct job){.keep = keep, .scratch = arena_new(), .diags = diags_new(keep), .options = &r->options};
}

static inline void rig_job_close(struct rig *r)
{
    arena_free(r->job.keep);
    arena_free(r->job.scratch);
}

static inline void rig_start(struct rig *r)
{
    rig_job(r, rig_folder());
    r->fonts = font_set_open(&r->job, NULL);
    assert_non_null(r->fonts);
    r->words = words_new(r->job.keep);
    r->shaper = shaper_new(&r->job, r->fonts, r->words);
}

static inline void rig_close(struct rig *r)
{
    shaper_free(r->shaper);
    font_set_close(r->fonts);
    rig_job_close(r);
}

#endif
