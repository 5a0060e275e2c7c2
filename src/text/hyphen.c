#include "text/hyphen.h"

#include "base/file.h"

#include <errno.h>
#include <hyphen.h>
#include <pthread.h>

enum { WORD_LEAST = 5, WORD_MOST = 64, BEFORE_LEAST = 3, AFTER_LEAST = 3, DICTIONARY_MOST = 1 << 24 };

struct hyphen {
    struct str bytes;     /* the dictionary's file; empty: there is none */
    pthread_mutex_t lock; /* of the loading; the dictionary itself is only read */
    bool loaded;
    HyphenDict *dict; /* NULL: there is none */
};

/* libhyphen takes an error of the disk for the file's end: what it reads is in memory before. */
struct hyphen *hyphen_open(struct job *job)
{
    static const char *const FILES[] = {HYPHEN_DICTIONARY, HYPHEN_DICTIONARY_ELSE};
    struct hyphen *h = ARENA_ONE(job->keep, struct hyphen);
    pthread_mutex_init(&h->lock, NULL);
    for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++)
        if (file_read(job->keep, FILES[i], DICTIONARY_MOST, &h->bytes) ||
            diag_machine_fault(job->diags, str_of(FILES[i]), errno))
            break;
    return h;
}

static HyphenDict *load(struct str bytes)
{
    FILE *file = bytes.n ? fmemopen((void *)bytes.s, bytes.n, "r") : NULL;
    HyphenDict *dict = file ? hnj_hyphen_load_file(file) : NULL;
    if (file) fclose(file);
    return dict;
}

/* Loading takes milliseconds: only where some English is set, and once for all documents. */
static const struct hyphen *ready(struct hyphen *h)
{
    pthread_mutex_lock(&h->lock);
    if (!h->loaded) h->dict = load(h->bytes);
    h->loaded = true;
    pthread_mutex_unlock(&h->lock);
    return h->dict ? h : NULL;
}

void hyphen_close(struct hyphen *h)
{
    if (!h) return;
    if (h->dict) hnj_hyphen_free(h->dict);
    pthread_mutex_destroy(&h->lock);
}

static void one_word(const struct hyphen *h, struct str word, bool *may)
{
    /* libhyphen looks past word_size for characters of its NOHYPHEN list: the word must end in a NUL. */
    char ended[WORD_MOST + 1] = {0}, marks[WORD_MOST + 5] = {0};
    char **rep = NULL;
    int *pos = NULL, *cut = NULL;
    if (word.n < WORD_LEAST || word.n > WORD_MOST) return;
    memcpy(ended, word.s, word.n);
    if (hnj_hyphen_hyphenate2(h->dict, ended, (int)word.n, marks, NULL, &rep, &pos, &cut)) return;
    for (size_t i = BEFORE_LEAST; i + AFTER_LEAST <= word.n; i++)
        if (marks[i - 1] & 1) may[i] = true;
}

/* What belongs to a word: with any such byte that is no lower-case letter the word is left whole. */
static bool is_inner(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '\'' ||
           (c & 0x80);
}

/* Quotation marks and dashes (U+2010 to U+201F) part words though they are not ASCII; ’ does not. */
static size_t parts_words(struct str text, size_t at)
{
    size_t to = at;
    uint32_t cp = utf8_next(text, &to);
    return cp >= 0x2010 && cp <= 0x201F && cp != 0x2019 ? to - at : 0;
}

static bool is_address(struct str text)
{
    for (size_t i = 0; i < text.n; i++) {
        if (text.s[i] && strchr("@/\\_=&", text.s[i])) return true;
        if (text.s[i] == '.' && i + 1 < text.n && is_inner(text.s[i + 1]) && !parts_words(text, i + 1))
            return true;
    }
    return false;
}

void hyphen_find(struct hyphen *h, struct str text, bool *may)
{
    if (is_address(text) || !ready(h)) return;
    for (size_t at = 0; at < text.n;) {
        size_t from = at;
        bool plain = true;
        while (at < text.n && is_inner(text.s[at]) && !parts_words(text, at)) {
            plain = plain && text.s[at] >= 'a' && text.s[at] <= 'z';
            at++;
        }
        if (plain && at > from) one_word(h, str_sub(text, from, at), may + from);
        if (at < text.n && !is_inner(text.s[at]))
            at++;
        else if (at < text.n)
            at += parts_words(text, at);
    }
}
