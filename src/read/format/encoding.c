#include "read/format/encoding.h"

#include "read/format/files.h"

enum { TOLD_MOST = 20, LOST = 0xFFFD, RISES_LEAST = 3 /* of a line in a legacy font */ };

struct encoding_fault {
    enum diag_code code;
    size_t offset, count;
};

struct decoder {
    struct arena *keep;
    struct buf out;
    VEC(struct encoding_fault) faults;
};

/* -- no text at all -------------------------------------------------------------------------------------- */

/* How files begin (past so many bytes), what their names end in – NULL: in anything –, and whose they are.
 * The first that fits counts. */
static const struct {
    const char *magic;
    size_t at;
    const char *endings, *program;
    enum diag_code code;
} PROGRAMS[] = {{"PK\3\4", 0, ".xlsx .xlsm", "Excel", DIAG_FILE_BINARY},
                {"PK\3\4", 0, ".docx", "Word", DIAG_FILE_BINARY},
                {"PK\3\4", 0, ".pptx", "PowerPoint", DIAG_FILE_BINARY},
                {"PK\3\4", 0, ".ods .odt", "LibreOffice", DIAG_FILE_BINARY},
                {"PK\3\4", 0, NULL, "ZIP", DIAG_FILE_BINARY},
                {"\xD0\xCF\x11\xE0", 0, ".xls .xlt .xlsx .xlsm .csv", "Excel 97", DIAG_OFFICE_OLD_TABLE},
                {"\xD0\xCF\x11\xE0", 0, ".doc .dot .docx", "Word 97", DIAG_WORD_OLD},
                {"\xD0\xCF\x11\xE0", 0, ".ppt", "PowerPoint", DIAG_FILE_BINARY},
                {"\xD0\xCF\x11\xE0", 0, NULL, "Office", DIAG_FILE_BINARY},
                {"%PDF", 0, NULL, "PDF", DIAG_FILE_PDF},
                {"{\\rtf", 0, NULL, "RTF", DIAG_WORD_OLD},
                {"\x89PNG", 0, NULL, "PNG", DIAG_FILE_PICTURE},
                {"\xFF\xD8\xFF", 0, NULL, "JPEG", DIAG_FILE_PICTURE},
                {"GIF8", 0, NULL, "GIF", DIAG_FILE_PICTURE},
                {"ftyphe", 4, NULL, "HEIC", DIAG_FILE_PICTURE},
                {"ftypmif1", 4, NULL, "HEIC", DIAG_FILE_PICTURE},
                {"ftypmsf1", 4, NULL, "HEIC", DIAG_FILE_PICTURE},
                {"ftypavif", 4, NULL, "AVIF", DIAG_FILE_PICTURE},
                {"WEBPVP8", 8, NULL, "WebP", DIAG_FILE_PICTURE},
                {"\x1F\x8B", 0, NULL, "gzip", DIAG_FILE_BINARY},
                {"Rar!", 0, NULL, "RAR", DIAG_FILE_BINARY},
                {"SQLite format", 0, NULL, "SQLite", DIAG_FILE_BINARY}};

const char *encoding_program(struct str name, struct str bytes)
{
    for (size_t i = 0; i < sizeof PROGRAMS / sizeof *PROGRAMS; i++) {
        bool begins = str_starts(str_sub(bytes, PROGRAMS[i].at, bytes.n), PROGRAMS[i].magic);
        if (begins && (!PROGRAMS[i].endings || files_ends(name, PROGRAMS[i].endings)))
            return PROGRAMS[i].program;
    }
    return NULL;
}

void encoding_tell_program(struct job *job, struct place place, const char *program)
{
    enum diag_code code = DIAG_FILE_BINARY;
    for (size_t i = 0; i < sizeof PROGRAMS / sizeof *PROGRAMS; i++)
        if (!strcmp(PROGRAMS[i].program, program)) code = PROGRAMS[i].code;
    diag_tell(job->diags, code, place, str_of(program));
}

/* -- characters out -------------------------------------------------------------------------------------- */

static void note(struct decoder *d, enum diag_code code, bool joins)
{
    struct encoding_fault *last = d->faults.n ? &d->faults.at[d->faults.n - 1] : NULL;
    if (joins && last && last->code == code)
        last->count++;
    else
        VEC_ADD(d->keep, d->faults, (struct encoding_fault){code, d->out.n, 1});
}

static bool is_control(uint32_t c)
{
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0 && c != 0x85) ||
           (c & 0xFFFE) == 0xFFFE;
}

static void put_lost(struct decoder *d, enum diag_code code)
{
    struct encoding_fault *last = d->faults.n ? &d->faults.at[d->faults.n - 1] : NULL;
    bool joins = last && last->offset + 3 * last->count == d->out.n;
    note(d, code, joins);
    buf_cp(&d->out, LOST);
}

static void put(struct decoder *d, uint32_t c)
{
    if (!c) {
        put_lost(d, DIAG_ENCODING_NUL);
    } else if (is_control(c)) {
        note(d, DIAG_ENCODING_CONTROL, false);
        buf_byte(&d->out, ' ');
    } else {
        buf_cp(&d->out, c);
    }
}

/* -- UTF-16, UTF-32
 * ---------------------------------------------------------------------------------------------- */

static uint32_t unit(struct str b, size_t at, bool big)
{
    unsigned x = (unsigned char)b.s[at], y = (unsigned char)b.s[at + 1];
    return big ? x << 8 | y : y << 8 | x;
}

static void from_utf16(struct decoder *d, struct str b, bool big)
{
    size_t at = 0;
    for (; at + 2 <= b.n; at += 2) {
        uint32_t c = unit(b, at, big);
        if (c == 0xFEFF && !at) continue;
        bool high = c >= 0xD800 && c < 0xDC00;
        uint32_t low = high && at + 4 <= b.n ? unit(b, at + 2, big) : 0;
        if (low >= 0xDC00 && low < 0xE000) {
            put(d, 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00));
            at += 2;
        } else if (c >= 0xD800 && c < 0xE000) {
            put_lost(d, DIAG_ENCODING_BYTE);
        } else {
            put(d, c);
        }
    }
    if (at < b.n) put_lost(d, DIAG_ENCODING_BYTE);
}

static void from_utf32(struct decoder *d, struct str b, bool big)
{
    size_t at = 4; /* behind the mark */
    for (; at + 4 <= b.n; at += 4) {
        uint32_t first = unit(b, at, big), second = unit(b, at + 2, big);
        uint32_t c = big ? first << 16 | second : second << 16 | first;
        if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
            put_lost(d, DIAG_ENCODING_BYTE);
        else
            put(d, c);
    }
    if (at < b.n) put_lost(d, DIAG_ENCODING_BYTE);
}

/* A byte-order mark of four bytes: 1 little, 2 big, 0 none. */
static int wide_mark(struct str b)
{
    if (b.n < 4 || b.n % 4) return 0;
    return !memcmp(b.s, "\xFF\xFE\0\0", 4) ? 1 : !memcmp(b.s, "\0\0\xFE\xFF", 4) ? 2 : 0;
}

/* Without a mark: a file with NULs, most of whose units are ASCII, Khmer or punctuation in one byte order. */
static bool looks_utf16(struct str b, bool big)
{
    size_t units = b.n / 2 < 2048 ? b.n / 2 : 2048, good = 0;
    if (units < 2 || !memchr(b.s, 0, units * 2)) return false;
    for (size_t i = 0; i < units; i++) {
        uint32_t c = unit(b, 2 * i, big);
        good += c && (c < 0x100 || c >> 7 == 0x1780 >> 7 || c >> 8 == 0x20);
    }
    return good * 10 >= units * 9;
}

/* -- Windows-1252 ---------------------------------------------------------------------------------------- */

/* 0x80 to 0x9F; 0: undefined, and kept as the control character of that value. */
static const uint16_t WESTERN[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                     0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                     0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                     0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

static uint32_t from_western(unsigned char b)
{
    return b >= 0x80 && b < 0xA0 && WESTERN[b - 0x80] ? WESTERN[b - 0x80] : b;
}

/* The byte that a character was read from, or -1. */
static int to_western(uint32_t c)
{
    if (c < 0x100) return (int)c;
    for (int i = 0; i < 32; i++)
        if (WESTERN[i] == c) return 0x80 + i;
    return -1;
}

/* Bytes that are no UTF-8, and none that are UTF-8 beyond ASCII but for chance. */
static bool is_western(struct str b)
{
    size_t bad = 0, good = 0;
    for (size_t at = 0; at < b.n;) {
        size_t from = at;
        if ((unsigned char)b.s[at] < 0x80) {
            at++;
            continue;
        }
        utf8_next(b, &at);
        if (at - from > 1)
            good++;
        else
            bad++;
    }
    return bad && good * 4 < bad;
}

/* -- UTF-8 ----------------------------------------------------------------------------------------------- */

static void from_utf8(struct decoder *d, struct str b)
{
    for (size_t at = 0; at < b.n;) {
        size_t from = at;
        uint32_t c = utf8_next(b, &at);
        if (c == LOST && at - from == 1)
            put_lost(d, DIAG_ENCODING_BYTE);
        else
            put(d, c);
    }
}

static bool is_clean(struct str b)
{
    if (utf8_bad(b) < b.n) return false;
    for (size_t i = 0; i < b.n; i++) {
        unsigned char c = (unsigned char)b.s[i];
        if (c == 0xE1) i += 2; /* three bytes, Khmer among them */
        if ((c >= 0x20 && c < 0x7F) || c == 0xE1) continue;
        if (c < 0x20 ? c != '\n' && c != '\r' && c != '\t' : c == 0x7F) return false;
        if (c == 0xC2 && (unsigned char)b.s[i + 1] < 0xA0) return false;
        if (c == 0xEF && (unsigned char)b.s[i + 1] == 0xBF && (unsigned char)b.s[i + 2] >= 0xBE) return false;
    }
    return true;
}

/* -- Khmer that was read as Windows-1252 and saved again ------------------------------------------------- */

/* "áž" and "áŸ", the first two of a Khmer letter's three bytes. */
static const char *const GARBLED[] = {"\xC3\xA1\xC5\xBE", "\xC3\xA1\xC5\xB8"};

bool encoding_is_garbled(struct str text)
{
    size_t n = 0;
    for (int i = 0; i < 2; i++)
        for (size_t at = 0; n < 3 && (at = str_find(text, str_of(GARBLED[i]), at)) != SIZE_MAX; at += 4) n++;
    return n >= 3;
}

/* Up to 4 bytes that the characters from at were read from, of one UTF-8 sequence; ends[i]: where each
 * character ends. Returns how many there are, *want how many there should be (0: no such sequence begins
 * here). */
static size_t regain(struct str t, size_t at, char bytes[4], size_t ends[4], size_t *want)
{
    size_t n = 0;
    *want = 0;
    while (at < t.n && n < 4) {
        int b = to_western(utf8_next(t, &at));
        if (!n) *want = b >= 0xC2 && b < 0xE0 ? 2 : b >= 0xE0 && b < 0xF0 ? 3 : b >= 0xF0 && b < 0xF5 ? 4 : 0;
        if (n >= *want || b < 0 || (n && (b & 0xC0) != 0x80)) break;
        bytes[n] = (char)b;
        ends[n++] = at;
    }
    return n;
}

struct regained {
    size_t lost, first; /* letters that cannot be brought back; where the first garbled one stands */
};

/* A lead byte with no byte after it is a Western letter that somebody typed. */
static struct str put_right(struct arena *a, struct str t, struct regained *g)
{
    struct buf out = BUF(a);
    g->first = SIZE_MAX;
    for (size_t at = 0; at < t.n;) {
        char bytes[4];
        size_t ends[4], want, from = at;
        size_t n = (unsigned char)t.s[at] < 0x80 ? 0 : regain(t, at, bytes, ends, &want);
        bool whole = n > 1 && n == want && utf8_bad((struct str){bytes, n}) == n;
        bool torn = !whole && (n > 1 || (n == 1 && (unsigned char)bytes[0] == 0xE1));
        if ((whole || torn) && g->first == SIZE_MAX) g->first = out.n;
        if (torn) g->lost++;
        if (torn)
            buf_cp(&out, LOST);
        else if (whole && (n != 3 || memcmp(bytes, "\xEF\xBB\xBF", 3)))
            buf_add(&out, (struct str){bytes, n});
        if (whole || torn)
            at = ends[n - 1];
        else
            utf8_next(t, &at), buf_add(&out, str_sub(t, from, at));
    }
    return buf_str(&out);
}

struct str encoding_regain(struct arena *a, struct str text, size_t *lost)
{
    struct regained g = {0};
    struct str right = put_right(a, text, &g);
    *lost = g.lost;
    return right;
}

/* -- what the text shows --------------------------------------------------------------------------------- */

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_letter(char c)
{
    return is_lower(c) || is_upper(c);
}

/* Runs of question marks that no word stands before: Khmer saved in an encoding without it. */
static bool find_lost(struct job *job, const struct source *s)
{
    struct str t = s->text;
    size_t total = 0, first = 0;
    for (const char *p = t.s; p && (p = memchr(p, '?', t.n - (size_t)(p - t.s)));) {
        size_t from = (size_t)(p - t.s), at = from;
        while (at < t.n && t.s[at] == '?') at++;
        bool after_word = from && (is_letter(t.s[from - 1]) || strchr("!.)\"", t.s[from - 1]) ||
                                   (t.s[from - 1] >= '0' && t.s[from - 1] <= '9'));
        if (at - from >= 3 && !after_word) {
            if (!total) first = from;
            total += at - from;
        }
        p = t.s + at;
    }
    if (total < 8) return false;
    diag_tell(job->diags, DIAG_ENCODING_LOST, place_in(s, first), str_fmt(job->scratch, "%zu", total));
    return true;
}

/* GeoGebra, PhET, iPad, KhmerOS: each part that a capital begins inside it is long, or capitals to its end;
 * or it is short as a whole. */
static bool is_name(struct str word)
{
    enum { SHORT = 4, PART = 3 };
    size_t from = 0;
    for (size_t i = 1; i <= word.n && word.n > SHORT; i++) {
        bool ends = i == word.n || (is_upper(word.s[i]) && is_lower(word.s[i - 1]));
        if (!ends) continue;
        bool capitals = from && i == word.n && is_upper(word.s[i - 1]);
        if (from && i - from < PART && !capitals) return false;
        from = i;
    }
    return true;
}

/* Bytes of a picture or a key, put as letters and digits. */
static bool is_coded(struct str word)
{
    enum { LEAST = 32, LETTERS_A_DIGIT = 16 };
    size_t digits = 0;
    for (size_t i = 0; i < word.n; i++) {
        bool digit = word.s[i] >= '0' && word.s[i] <= '9';
        if (!digit && !is_letter(word.s[i]) && !strchr("+/=_-", word.s[i])) return false;
        digits += digit;
    }
    return word.n >= LEAST && digits * LETTERS_A_DIGIT >= word.n;
}

struct legacy_count {
    size_t letters, rises, inside;
};

/* A word, up to a blank, comma, bracket or quotation mark: its letters, changes from lower to upper case and
 * signs. */
static void count_word(struct str word, struct legacy_count *n)
{
    size_t rises = 0;
    if (is_coded(word)) return;
    for (size_t i = 0; i < word.n; i++) {
        char c = word.s[i], next = i + 1 < word.n ? word.s[i + 1] : ' ';
        n->letters += is_letter(c);
        rises += is_lower(c) && is_upper(next);
        n->inside += i && c > ' ' && c < 0x7F && !is_letter(c) && (c < '0' || c > '9') &&
                     is_letter(word.s[i - 1]) && is_letter(next);
    }
    while (word.n && !is_letter(word.s[word.n - 1])) word.n--;
    bool plain = rises > 0;
    for (size_t i = 0; i < word.n; i++) plain = plain && is_letter(word.s[i]);
    n->rises += plain && is_name(word) ? 0 : rises;
}

/* Has the line no Khmer in it, and as many changes from lower to upper case as it takes? Few lines have. */
static bool may_be_legacy(struct str line)
{
    size_t rises = 0;
    for (size_t i = 0; i + 1 < line.n; i++) {
        char c = line.s[i], next = line.s[i + 1];
        if ((unsigned char)c == 0xE1 && ((unsigned char)next & 0xFE) == 0x9E) return false;
        rises += is_upper(next) && is_lower(c);
    }
    return rises >= RISES_LEAST;
}

/* khmer.md: changes from lower to upper case pass 3 % of the letters and, with punctuation inside words, 5 %.
 * Names with capitals in them, code in marks, addresses and coded bytes are left out of it. */
static bool is_legacy(struct str line)
{
    struct legacy_count n = {0};
    bool code = false;
    if (!may_be_legacy(line) || memchr(line.s, '@', line.n)) return false;
    for (size_t i = 0, from = 0; i <= line.n; i++) {
        unsigned char c = i < line.n ? (unsigned char)line.s[i] : ' ';
        if (!strchr(" \t,\"()[]<>`", c)) continue;
        if (!code) count_word(str_sub(line, from, i), &n);
        code ^= c == '`';
        from = i + 1;
    }
    if (str_find(line, STR("://"), 0) != SIZE_MAX || str_find(line, STR("ImportId"), 0) != SIZE_MAX)
        return false;
    return n.letters >= 20 && n.rises >= RISES_LEAST && n.rises * 100 > n.letters * 3 &&
           (n.rises + n.inside) * 100 > n.letters * 5;
}

static void find_legacy(struct job *job, const struct source *s)
{
    bool before = false, fence = false;
    for (size_t i = 1, told = 0; i <= s->nlines && told < TOLD_MOST; i++) {
        struct str line = source_line(s, i), words = str_trim(line);
        if (!words.n) continue;
        fence ^= str_starts(words, "```") || str_starts(words, "~~~");
        bool here = !fence && is_legacy(line);
        if (here && !before) {
            diag_tell(job->diags, DIAG_ENCODING_LEGACY, place_at_line(s, i, 0), {0});
            told++;
        }
        before = here;
    }
}

void encoding_check(struct job *job, const struct source *source)
{
    find_lost(job, source);
    find_legacy(job, source);
}

/* -- all of it ------------------------------------------------------------------------------------------- */

static void decode(struct decoder *d, struct str b)
{
    bool little = str_starts(b, "\xFF\xFE"), big = str_starts(b, "\xFE\xFF");
    if (wide_mark(b)) {
        from_utf32(d, b, wide_mark(b) == 2);
    } else if (little || big || looks_utf16(b, false) || looks_utf16(b, true)) {
        from_utf16(d, b, big || (!little && looks_utf16(b, true)));
    } else if (is_western(b)) {
        bool told = false; /* once, at the first letter that shows it */
        for (size_t i = 0; i < b.n; i++) {
            if ((unsigned char)b.s[i] > 0x7F && !told) note(d, DIAG_ENCODING_ANSI, false), told = true;
            put(d, from_western((unsigned char)b.s[i]));
        }
    } else {
        from_utf8(d, b);
    }
}

/* lost: Khmer that is gone is told, and that the file is Western text says nothing more. */
static void tell_faults(struct job *job, const struct decoder *d, const struct source *s, bool lost)
{
    size_t told[3] = {0};
    for (size_t i = 0; i < d->faults.n; i++) {
        struct encoding_fault f = d->faults.at[i];
        int kind = f.code == DIAG_ENCODING_BYTE ? 0 : f.code == DIAG_ENCODING_NUL ? 1 : 2;
        struct place place = place_in(s, f.offset);
        if (lost && f.code == DIAG_ENCODING_ANSI) continue;
        if (++told[kind] > TOLD_MOST || (f.code == DIAG_ENCODING_CONTROL && told[kind] > 1)) continue;
        /* The last that is told counts the rest of its kind. */
        for (size_t j = i + 1; told[kind] == TOLD_MOST && j < d->faults.n; j++)
            if (d->faults.at[j].code == f.code) f.count += d->faults.at[j].count;
        diag_tell(job->diags, f.code, place, str_fmt(job->scratch, "%zu", f.count));
    }
}

void encoding_tell_garbled(struct job *job, struct place place, size_t lost)
{
    if (lost)
        diag_tell(job->diags, DIAG_ENCODING_MOJIBAKE_LOST, place, str_fmt(job->scratch, "%zu", lost));
    else
        diag_tell(job->diags, DIAG_ENCODING_MOJIBAKE, place, {0});
}

const struct source *encoding_source(struct job *job, struct str path, struct str bytes)
{
    const char *program = encoding_program(path, bytes);
    if (program) return encoding_tell_program(job, files_place(job, path), program), NULL;
    struct decoder d = {.keep = job->keep, .out = BUF(job->keep)};
    struct str text = str_starts(bytes, "\xEF\xBB\xBF") ? str_sub(bytes, 3, bytes.n) : bytes;
    struct regained g = {0};
    bool garbled = encoding_is_garbled(text);
    if (garbled) text = put_right(job->keep, text, &g);
    bool clean = is_clean(text);
    if (!clean) {
        decode(&d, text);
        text = buf_str(&d.out);
    }
    struct source *s = source_new(job->keep, str_copy(job->keep, path), text);
    if (clean && !garbled) s->file = bytes;
    tell_faults(job, &d, s, find_lost(job, s));
    if (garbled) encoding_tell_garbled(job, place_in(s, g.first < s->text.n ? g.first : 0), g.lost);
    find_legacy(job, s);
    return s;
}
