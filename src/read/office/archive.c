#include "read/office/archive.h"

#include "base/buf.h"
#include "base/map.h"
#include "read/office/zip_calls.h"

enum { NAME_MOST = 500 };
/* Bytes, unpacked: of one part, of all that are asked for together; and so many for each packed one. Deflate
 * packs a sheet of equal rows to 1/300; 1/1032 is the most it can. */
static const uint64_t PART_MOST = UINT64_C(96) << 20, ALL_MOST = UINT64_C(256) << 20;
static const uint64_t RATIO_MOST = 500, RATIO_FREE = UINT64_C(4) << 20;

struct archive {
    struct job *job;
    struct place place;
    const struct zip_calls *calls; /* NULL: they are not there */
    zip_t *zip;
    struct map parts;  /* name in small letters → index + 1 */
    uint64_t unpacked; /* so far */
    bool told;
};

/* -- names ----------------------------------------------------------------------------------------------- */

/* A relative path without . and .., nothing empty in it. */
static bool is_clean(struct str name)
{
    struct str rest = name, step;
    if (!name.n || name.n > NAME_MOST || memchr(name.s, '\\', name.n) || name.s[name.n - 1] == '/')
        return false;
    while (str_cut(&rest, '/', &step))
        if (!step.n || str_is(step, ".") || str_is(step, "..")) return false;
    return true;
}

static struct str small_letters(struct arena *a, struct str name)
{
    struct buf b = BUF(a);
    for (size_t i = 0; i < name.n; i++)
        buf_byte(&b, name.s[i] >= 'A' && name.s[i] <= 'Z' ? (char)(name.s[i] + 32) : name.s[i]);
    return buf_str(&b);
}

struct str archive_target(struct arena *a, struct str part, struct str target)
{
    VEC(struct str) steps = {0};
    struct str rest = part, step;
    if (str_starts(target, "/"))
        target = str_sub(target, 1, target.n);
    else
        while (str_cut(&rest, '/', &step)) VEC_ADD(a, steps, step);
    if (steps.n) steps.n--; /* the part itself */
    while (str_cut(&target, '/', &step)) {
        bool up = str_is(step, "..");
        if (up && !steps.n) return (struct str){0};
        if (up)
            steps.n--;
        else if (!str_is(step, "."))
            VEC_ADD(a, steps, step);
    }
    struct str name = str_join(a, steps.at, steps.n, STR("/"));
    return is_clean(name) ? name : (struct str){0};
}

/* -- opening --------------------------------------------------------------------------------------------- */

/* One clear complaint a file, whatever else is wrong with it. */
static void tell(struct archive *a, enum diag_code code, struct str argument)
{
    if (!a->told) diag_tell(a->job->diags, code, a->place, argument);
    a->told = true;
}

/* Microsoft's programs put a locked .xlsx or .docx into the container of the old formats, whose names are
 * UTF-16. */
bool archive_is_locked(struct str bytes)
{
    static const char NAME[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    return str_starts(bytes, "\xD0\xCF\x11\xE0") && str_find(bytes, STR(NAME), 0) != SIZE_MAX;
}

/* Counted before libzip makes a list of them: a header of each stands in the file. */
static bool has_too_many(struct str bytes)
{
    size_t n = 0;
    for (size_t at = 0; n <= ARCHIVE_PARTS_MOST && (at = str_find(bytes, STR("PK\1\2"), at)) != SIZE_MAX;
         at += 4)
        n++;
    return n > ARCHIVE_PARTS_MOST;
}

static zip_t *open_zip(const struct zip_calls *z, struct str bytes)
{
    zip_source_t *source = z->zip_source_buffer_create(bytes.s, bytes.n, 0, NULL);
    zip_t *zip = source ? z->zip_open_from_source(source, ZIP_RDONLY, NULL) : NULL;
    if (source && !zip) z->zip_source_free(source);
    return zip;
}

static void list_parts(struct archive *a)
{
    zip_int64_t n = a->calls->zip_get_num_entries(a->zip, 0);
    for (zip_int64_t i = 0; i < n; i++) {
        const char *name = a->calls->zip_get_name(a->zip, (zip_uint64_t)i, 0);
        if (!name || !is_clean(str_of(name))) continue;
        struct str key = small_letters(a->job->scratch, str_of(name));
        if (!map_get_str(&a->parts, key)) *map_at_str(&a->parts, key) = (void *)(uintptr_t)(i + 1);
    }
}

/* LibreOffice's way of locking: the parts are garbled, the list of them says so. */
static void check_lock(struct archive *a)
{
    struct arena_mark mark = arena_mark(a->job->scratch);
    struct str list;
    if (archive_part(a, a->job->scratch, STR("META-INF/manifest.xml"), &list) &&
        str_find(list, STR("encryption-data"), 0) != SIZE_MAX)
        tell(a, DIAG_OFFICE_LOCKED, (struct str){0});
    arena_reset(a->job->scratch, mark);
}

static struct archive *new_archive(struct job *job, struct str path)
{
    struct archive *a = ARENA_ONE(job->keep, struct archive);
    struct source *file = source_new(job->keep, str_copy(job->keep, path), STR(""));
    *a = (struct archive){.job = job,
                          .place = place_in(file, PLACE_WHOLE_FILE),
                          .calls = zip_calls_get(),
                          .parts = MAP(job->keep)};
    if (!a->calls) tell(a, DIAG_OFFICE_LIBRARY, (struct str){0});
    return a;
}

/* What is wrong with it has been told; else its parts are listed. */
static struct archive *opened(struct archive *a)
{
    if (a->zip) {
        list_parts(a);
        check_lock(a);
        if (!a->parts.used)
            tell(a, DIAG_OFFICE_DAMAGED, (struct str){0}); /* libzip opens a file of 0 bytes */
    }
    if (!a->told) return a;
    archive_close(a);
    return NULL;
}

struct archive *archive_open(struct job *job, struct str path, struct str bytes)
{
    struct archive *a = new_archive(job, path);
    if (archive_is_locked(bytes))
        tell(a, DIAG_OFFICE_LOCKED, (struct str){0});
    else if (has_too_many(bytes))
        tell(a, DIAG_OFFICE_PARTS, str_fmt(job->scratch, "%d", ARCHIVE_PARTS_MOST));
    else if (a->calls && !(a->zip = open_zip(a->calls, bytes)))
        tell(a, DIAG_OFFICE_DAMAGED, (struct str){0});
    return opened(a);
}

struct archive *archive_open_file(struct job *job, struct str path, const char *real)
{
    struct archive *a = new_archive(job, path);
    if (a->calls) a->zip = a->calls->zip_open(real, ZIP_RDONLY, NULL);
    if (!a->zip) tell(a, DIAG_OFFICE_DAMAGED, (struct str){0});
    return opened(a);
}

void archive_close(struct archive *archive)
{
    if (archive->zip) archive->calls->zip_discard(archive->zip);
    archive->zip = NULL;
}

struct place archive_place(const struct archive *archive)
{
    return archive->place;
}

/* -- parts ----------------------------------------------------------------------------------------------- */

/* From 1; 0: none. */
static zip_uint64_t find_part(const struct archive *a, struct str part)
{
    struct arena_mark mark = arena_mark(a->job->scratch);
    void *found = is_clean(part) ? map_get_str(&a->parts, small_letters(a->job->scratch, part)) : NULL;
    arena_reset(a->job->scratch, mark);
    return (zip_uint64_t)(uintptr_t)found;
}

bool archive_has(const struct archive *archive, struct str part)
{
    return find_part(archive, part) > 0;
}

/* Only what ECMA-376 and ODF allow: other ways of packing want memory by what the file says. */
static bool is_allowed(struct archive *a, const zip_stat_t *s, struct str part)
{
    const zip_uint64_t wanted = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD;
    bool packed = s->comp_method == ZIP_CM_STORE || s->comp_method == ZIP_CM_DEFLATE;
    if ((s->valid & ZIP_STAT_ENCRYPTION_METHOD) && s->encryption_method != ZIP_EM_NONE)
        tell(a, DIAG_OFFICE_LOCKED, (struct str){0});
    else if ((s->valid & wanted) != wanted || !packed)
        tell(a, DIAG_OFFICE_PART, part);
    else if (s->size > PART_MOST || s->size > ALL_MOST - a->unpacked)
        tell(a, DIAG_OFFICE_UNPACKED, str_fmt(a->job->scratch, "%d", (int)(PART_MOST >> 20)));
    else if (s->size > RATIO_FREE && s->size / RATIO_MOST > s->comp_size)
        tell(a, DIAG_OFFICE_BOMB, (struct str){0});
    else
        return true;
    return false;
}

/* All of the part, and not a byte more or less than it says; its checksum is libzip's to look at. */
static bool unpack(struct archive *a, zip_uint64_t index, char *to, uint64_t size)
{
    zip_file_t *file = a->calls->zip_fopen_index(a->zip, index, 0);
    uint64_t got = 0;
    zip_int64_t n = 1;
    char more;
    if (!file) return false;
    while (got < size && n > 0) {
        n = a->calls->zip_fread(file, to + got, size - got);
        if (n > 0) got += (uint64_t)n;
    }
    bool good = n >= 0 && got == size && a->calls->zip_fread(file, &more, 1) == 0;
    a->calls->zip_fclose(file);
    return good;
}

bool archive_part(struct archive *archive, struct arena *to, struct str part, struct str *bytes)
{
    zip_uint64_t index = find_part(archive, part);
    zip_stat_t s;
    archive->calls->zip_stat_init(&s);
    if (!index) return false;
    if (archive->calls->zip_stat_index(archive->zip, index - 1, 0, &s))
        return tell(archive, DIAG_OFFICE_PART, part), false;
    if (!is_allowed(archive, &s, part)) return false;
    archive->unpacked += s.size;
    struct arena_mark mark = arena_mark(to);
    char *room = arena_raw(to, (size_t)s.size + 1);
    room[s.size] = 0;
    *bytes = (struct str){room, (size_t)s.size};
    if (unpack(archive, index - 1, room, s.size)) return true;
    arena_reset(to, mark);
    tell(archive, DIAG_OFFICE_PART, part);
    return false;
}
