#include "web/web_store.h"

#include "base/map.h"
#include "picture/scaled_picture.h"
#include "text/face_subset.h"
#include "web/file/woff.h"

/* A longer stretch without a break may end a line where it else would not: telephones are narrow. */
enum { LONG_WORD = 22 };

struct made_font {
    size_t face, n;
    const uint32_t *cps;
    struct str woff;
};

struct web_store {
    struct job *job;
    struct arena *keep, *scratch;
    struct memo *memo; /* what builds before made; NULL: none */
    const struct font_set *fonts;
    const struct words *words;
    struct map breaks;   /* by text: unsigned char * */
    struct map pictures; /* struct picture_file, by the picture */
    struct map made;     /* struct made_font */
    struct web_store_pages pages;
    struct page_pictures sizes; /* of them, once they were asked for */
    bool sized;
    bool failed;
};

struct web_store *web_store_new(struct job *job, struct arena *keep, const struct font_set *fonts,
                                const struct words *words, struct web_store_pages pages)
{
    struct web_store *s = ARENA_ONE(keep, struct web_store);
    *s = (struct web_store){.job = job,
                            .keep = keep,
                            .pages = pages,
                            .scratch = job->scratch,
                            .memo = job->memo,
                            .fonts = fonts,
                            .words = words,
                            .breaks = MAP(keep),
                            .pictures = MAP(keep),
                            .made = MAP(keep)};
    return s;
}

const struct font_set *web_store_fonts(const struct web_store *s)
{
    return s->fonts;
}

/* Lets the breaks of a stretch that is too long for a narrow line be used. */
static void loosen(struct str text, unsigned char *brk)
{
    size_t from = 0, letters = 0;
    for (size_t at = 0; at <= text.n;) {
        bool ends = at == text.n || (at > from && breaks_usable(brk[at]));
        if (ends && letters > LONG_WORD)
            for (size_t i = from + 1; i < at; i++)
                if (brk[i] > BRK_NONE && brk[i] < BRK_WORD) brk[i] = BRK_WORD;
        if (ends) from = at, letters = 0;
        if (at == text.n) break;
        utf8_next(text, &at);
        letters++;
    }
}

static void find_breaks(struct web_store *s, struct str text, unsigned char *brk)
{
    struct memo_key key = memo_begin(MEMO_BREAKS);
    struct str known;
    if (s->memo) memo_add_key(&key, words_state(s->words));
    if (s->memo) memo_add(&key, text);
    if (memo_find(s->memo, key, &known)) {
        memcpy(brk, known.s, known.n);
        return;
    }
    breaks_find(s->words, s->scratch, text, brk);
    breaks_keep_dates(text, brk);
    loosen(text, brk);
    memo_keep(s->memo, key, (struct str){(char *)brk, text.n + 1});
}

const unsigned char *web_store_breaks(struct web_store *s, struct str text)
{
    unsigned char *brk = map_get_str(&s->breaks, text);
    if (brk) return brk;
    brk = ARENA_RAW(s->keep, unsigned char, text.n + 1);
    find_breaks(s, text, brk);
    *map_at_str(&s->breaks, text) = brk;
    return brk;
}

bool web_store_failed(const struct web_store *s)
{
    return s->failed;
}

/* What is no photo goes out as it is, however it is set. */
static struct page_picture size_of(struct web_store *s, const struct picture *p)
{
    if (p->form != PICTURE_JPEG) return (struct page_picture){0};
    if (!s->sized) s->sizes = page_pictures_of(s->keep, s->pages.of ? s->pages.of(s->pages.with) : NULL);
    s->sized = true;
    return page_pictures_size(&s->sizes, p);
}

static struct picture_file scaled_file(struct web_store *s, const struct picture *p)
{
    struct page_picture size = size_of(s, p);
    const struct picture *scaled = scaled_picture(s->job, p, size.width, size.height);
    s->failed = s->failed || !scaled;
    return scaled ? picture_file(s->keep, scaled) : (struct picture_file){.type = "", .ending = ""};
}

struct picture_file web_store_picture(struct web_store *s, const struct picture *p)
{
    struct picture_file *f = map_get(&s->pictures, map_pointer(p));
    if (f) return *f;
    f = ARENA_ONE(s->keep, struct picture_file);
    *f = scaled_file(s, p);
    *map_at(&s->pictures, map_pointer(p)) = f;
    return *f;
}

static bool same_letters(const void *made, const void *wanted)
{
    const struct made_font *a = made, *b = wanted;
    return a->face == b->face && a->n == b->n && !memcmp(a->cps, b->cps, a->n * sizeof *a->cps);
}

static struct str woff_of(struct web_store *s, const struct made_font *f)
{
    struct memo_key key = memo_begin(MEMO_WOFF);
    struct str made;
    memo_add_key(&key, font_set_state(s->fonts));
    memo_add_number(&key, f->face);
    memo_add(&key, (struct str){(const char *)f->cps, f->n * sizeof *f->cps});
    if (memo_find(s->memo, key, &made)) return made;
    made = woff(s->keep, face_subset(s->keep, s->fonts, f->face, f->cps, f->n));
    if (made.n) memo_keep(s->memo, key, made);
    return made;
}

struct str web_store_font(struct web_store *s, size_t face, const uint32_t *cps, size_t n)
{
    struct made_font wanted = {.face = face, .n = n, .cps = cps};
    uint64_t hash = map_hash(face, n);
    for (size_t i = 0; i < n; i++) hash = map_hash(hash, cps[i]);
    struct made_font *known = map_get_by(&s->made, hash, same_letters, &wanted);
    if (known) return known->woff;
    known = ARENA_ONE(s->keep, struct made_font);
    *known = wanted;
    known->cps = memcpy(ARENA_RAW(s->keep, uint32_t, n), cps, n * sizeof *cps);
    known->woff = woff_of(s, known);
    *map_at_by(&s->made, hash, same_letters, &wanted) = known;
    return known->woff;
}
