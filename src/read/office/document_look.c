#include "read/office/document_look.h"

#include "read/format/files.h"
#include "read/office/archive.h"
#include "read/office/xml.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* Of each piece so much is seen again with the next: the longest that is looked for lies in one of them. */
enum { PIECE = 1 << 16, AGAIN = 512 };

enum document_kind { KIND_OTHER, KIND_PACKED, KIND_OLD_OFFICE, KIND_PDF };

struct looker {
    struct document_look *found;
    enum document_kind kind;
    size_t parts; /* of what is packed */
    char bytes[AGAIN + PIECE];
    size_t n;
};

/* -- names of persons ------------------------------------------------------------------------------------ */

/* What programs write in place of a name, and what computers are called in a school. */
static bool is_person(struct str name)
{
    static const char *const NOBODY[] = {"microsoft office user",
                                         "microsoft account",
                                         "windows user",
                                         "user",
                                         "users",
                                         "admin",
                                         "administrator",
                                         "owner",
                                         "guest",
                                         "pc",
                                         "hp",
                                         "dell",
                                         "asus",
                                         "acer",
                                         "lenovo",
                                         "unknown",
                                         "author",
                                         "anonymous",
                                         "python-docx",
                                         "openpyxl",
                                         "apache poi",
                                         "libreoffice",
                                         "computer"};
    name = str_trim(name);
    for (size_t i = 0; i < COUNT(NOBODY); i++)
        if (str_eq_fold(name, str_of(NOBODY[i]))) return false;
    return name.n > 0;
}

struct property { /* an element of a file's properties, as it is read */
    struct document_look *found;
    struct buf text;
    bool inside;
};

static void property_start(void *with, struct str name, const struct xml_attributes *attributes)
{
    static const char *const NAMES[] = {"dc:creator", "cp:lastModifiedBy", "meta:initial-creator"};
    struct property *p = with;
    (void)attributes;
    p->inside = false;
    for (size_t i = 0; i < COUNT(NAMES); i++) p->inside |= str_is(name, NAMES[i]);
    p->text.n = 0;
}

static void property_text(void *with, struct str text)
{
    struct property *p = with;
    if (p->inside) buf_add(&p->text, text);
}

static void property_end(void *with, struct str name)
{
    struct property *p = with;
    (void)name;
    if (p->inside && is_person(buf_str(&p->text))) p->found->person = true;
    p->inside = false;
}

/* What is wrong with a file that is passed on as it came is for those to see who open it. */
static void look_at_properties(struct job *job, struct str path, const char *real, struct document_look *look)
{
    static const char *const PARTS[] = {"docProps/core.xml", "meta.xml"};
    struct job quiet = *job;
    quiet.diags = diags_new(job->keep);
    struct archive *a = archive_open_file(&quiet, path, real);
    struct property p = {.found = look, .text = BUF(job->scratch)};
    for (size_t i = 0; a && i < COUNT(PARTS); i++) {
        struct xml_reader reader = {property_start, property_end, property_text, &p, false};
        struct str bytes;
        if (archive_part(a, job->scratch, str_of(PARTS[i]), &bytes))
            xml_read(&quiet, archive_place(a), str_of(PARTS[i]), bytes, &reader);
    }
    if (a) archive_close(a);
}

/* -- PDF ------------------------------------------------------------------------------------------------- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || !c;
}

/* A string behind /Author: (name), <4E61>, or 7 0 R, which stands elsewhere. */
static bool is_named_string(struct str s)
{
    while (s.n && is_blank(*s.s)) s = str_sub(s, 1, s.n);
    if (!s.n) return false;
    if (*s.s >= '0' && *s.s <= '9') return true;
    bool hex = *s.s == '<';
    size_t end = str_find(s, hex ? STR(">") : STR(")"), 1);
    if ((!hex && *s.s != '(') || end == SIZE_MAX) return false;
    struct str value = str_sub(s, 1, end);
    if (str_starts(value, hex ? "FEFF" : "\xFE\xFF")) value = str_sub(value, hex ? 4 : 2, value.n);
    return is_person(value);
}

/* Text between the tags of <dc:creator>. */
static bool is_named_element(struct str s)
{
    size_t end = str_find(s, STR("</dc:creator>"), 0), from = 0;
    if (end == SIZE_MAX) return false;
    for (size_t i = 0; i < end; i++) {
        if (s.s[i] == '<' && is_person(str_sub(s, from, i))) return true;
        if (s.s[i] == '>') from = i + 1;
    }
    return is_person(str_sub(s, from, end));
}

static bool any_named(struct str window, struct str key, bool (*is_named)(struct str))
{
    for (size_t at = 0; (at = str_find(window, key, at)) != SIZE_MAX; at += key.n)
        if (is_named(str_sub(window, at + key.n, at + key.n + AGAIN / 2))) return true;
    return false;
}

/* -- the pieces ------------------------------------------------------------------------------------------ */

static bool has(struct str window, struct str wanted)
{
    return str_find(window, wanted, 0) != SIZE_MAX;
}

/* Heads of parts, each counted in the piece in which it is seen last. */
static void count_parts(struct looker *l, struct str window)
{
    size_t end = window.n > AGAIN ? window.n - AGAIN : 0;
    for (size_t at = 0; (at = str_find(window, STR("PK\1\2"), at)) < end; at += 4) l->parts++;
}

static void look_at_piece(struct looker *l, struct str window)
{
    struct document_look *f = l->found;
    if (l->kind == KIND_PACKED) {
        count_parts(l, window);
        f->macros |= has(window, STR("vbaProject.bin")) || has(window, STR("Basic/script-lc.xml"));
    } else if (l->kind == KIND_OLD_OFFICE) {
        f->macros |= has(window, STR("_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T"));
    } else if (l->kind == KIND_PDF) {
        f->person |= any_named(window, STR("/Author"), is_named_string) ||
                     any_named(window, STR("<dc:creator>"), is_named_element);
    }
}

static void look_at_start(struct looker *l, struct str s)
{
    static const char *const PROGRAMS[] = {"\177ELF", "\xCF\xFA\xED\xFE", "\xCE\xFA\xED\xFE",
                                           "\xCA\xFE\xBA\xBE", "#!"};
    struct str first = str_sub(s, 0, 64);
    l->found->program |= str_starts(s, "MZ") && memchr(first.s, 0, first.n) != NULL; /* no text */
    for (size_t i = 0; i < COUNT(PROGRAMS); i++) l->found->program |= str_starts(s, PROGRAMS[i]);
    if (str_starts(s, "PK")) l->kind = KIND_PACKED;
    if (str_starts(s, "\xD0\xCF\x11\xE0")) l->kind = KIND_OLD_OFFICE;
    if (has(str_sub(s, 0, 1024), STR("%PDF-"))) l->kind = KIND_PDF;
}

/* 0, or an errno. */
static int look_at_all(struct looker *l, int fd)
{
    bool started = false;
    for (;;) {
        ssize_t k = read(fd, l->bytes + l->n, PIECE);
        if (k < 0 && errno == EINTR) continue;
        if (k < 0) return errno;
        if (!k) return 0;
        struct str window = {l->bytes, l->n + (size_t)k};
        if (!started) look_at_start(l, window);
        started = true;
        look_at_piece(l, window);
        l->n = window.n < AGAIN ? window.n : AGAIN;
        memmove(l->bytes, l->bytes + window.n - l->n, l->n);
    }
}

static bool tell(struct job *job, struct str path, int why)
{
    if (!diag_machine_fault(job->diags, path, why))
        diag_tell(job->diags, DIAG_FILE_UNREADABLE, files_place(job, path), str_of(strerror(why)));
    return false;
}

bool document_look(struct job *job, struct str path, const char *real, struct document_look *look)
{
    static const char PROGRAMS[] =
        ".exe .com .scr .bat .cmd .msi .ps1 .vbs .vbe .js .jse .wsf .wsh .hta .jar "
        ".apk .sh .reg .dll .cpl .pif .app .dmg .deb .rpm .chm";
    static const char MACROS[] = ".docm .dotm .xlsm .xltm .xlam .pptm .potm .ppsm .ppam";
    struct arena_mark mark = arena_mark(job->scratch);
    struct looker *l = ARENA_ONE(job->scratch, struct looker);
    *look = (struct document_look){.program = files_ends(path, PROGRAMS), .macros = files_ends(path, MACROS)};
    l->found = look;
    int fd = open(real, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
    int why = fd < 0 ? errno : look_at_all(l, fd);
    if (fd >= 0) close(fd);
    if (!why && l->kind == KIND_PACKED && l->parts <= ARCHIVE_PARTS_MOST)
        look_at_properties(job, path, real, look);
    arena_reset(job->scratch, mark);
    return !why || tell(job, path, why);
}
