#include "app/kept.h"

#include "base/file.h"

#include <sys/stat.h>

struct kept *kept_new(struct arena *a)
{
    struct kept *k = ARENA_ONE(a, struct kept);
    k->memo = memo_new();
    return k;
}

static void drop_words(struct kept *k)
{
    shape_store_free(k->shaped);
    arena_free(k->of_words);
    k->shaped = NULL;
    k->of_words = NULL;
    k->words = NULL;
}

/* What was shaped with them goes first. */
static void drop_fonts(struct kept *k)
{
    drop_words(k);
    font_set_close(k->fonts);
    arena_free(k->of_fonts);
    k->fonts = NULL;
    k->of_fonts = NULL;
}

void kept_free(struct kept *k)
{
    if (!k) return;
    drop_fonts(k);
    memo_free(k->memo);
}

/* -- fonts ----------------------------------------------------------------------------------------------- */

static void add_file(struct memo_key *key, const char *path)
{
    struct stat st;
    if (stat(path, &st)) return;
    memo_add_number(key, (uint64_t)st.st_dev);
    memo_add_number(key, (uint64_t)st.st_ino);
    memo_add_number(key, (uint64_t)st.st_size);
    memo_add_number(key, (uint64_t)st.st_mtim.tv_sec);
    memo_add_number(key, (uint64_t)st.st_mtim.tv_nsec);
    memo_add_number(key, (uint64_t)st.st_ctim.tv_sec);
    memo_add_number(key, (uint64_t)st.st_ctim.tv_nsec);
}

static struct memo_key state_of_fonts(struct job *job, const struct font_wish *wish)
{
    struct memo_key key = memo_begin(MEMO_STATE);
    struct file_names names;
    const char *folder = str_copy(job->scratch, job->options->fonts).s;
    memo_add(&key, job->options->fonts);
    for (int l = 0; l < LANG_N; l++)
        for (int u = 0; u < FONT_USES; u++) memo_add(&key, wish->name[l][u]);
    if (!file_list(job->scratch, folder, &names)) return key;
    for (size_t i = 0; i < names.n; i++) {
        memo_add(&key, names.at[i]);
        add_file(&key, str_fmt(job->scratch, "%s/%.*s", folder, STR_ARGS(names.at[i])).s);
    }
    return key;
}

/* A place in event.yml is another one after the next change; a disk that failed may do better. */
static bool can_be_told_again(const struct diags *told)
{
    bool good = !diag_has(told, DIAG_FILE_FAILED);
    for (size_t i = 0; i < told->list.n; i++) good = good && !told->list.at[i].place.source;
    return good;
}

void kept_fonts(struct kept *k, struct job *job, const struct font_wish *wish)
{
    struct memo_key state = state_of_fonts(job, wish);
    if (!k->fonts || !k->again || !memo_same(state, k->fonts_state)) {
        drop_fonts(k);
        k->of_fonts = arena_new_like(job->keep);
        k->told = diags_new(k->of_fonts);
        k->fonts_state = state;
        struct job own = *job;
        own.keep = k->of_fonts;
        own.diags = k->told;
        k->fonts = font_set_open(&own, wish);
        if (k->fonts) font_set_name(k->fonts, state);
        k->again = can_be_told_again(k->told);
    }
    diag_merge(job->diags, k->told);
}

/* -- words ----------------------------------------------------------------------------------------------- */

void kept_words(struct kept *k, struct arena *a, struct words *words)
{
    bool same = k->words && memo_same(words_state(k->words), words_state(words));
    if (same && k->shaped && !shape_store_is_full(k->shaped)) {
        arena_free(a);
        return;
    }
    drop_words(k);
    k->of_words = a;
    k->words = words;
    if (k->fonts) k->shaped = shape_store_new(a, k->fonts, words);
}

bool kept_mend(struct kept *k, struct job *job, const struct font_wish *wish)
{
    struct job own = *job;
    shape_store_free(k->shaped);
    k->shaped = NULL;
    k->again = false;
    if (!k->fonts) return false;
    own.keep = k->of_fonts;
    if (!font_set_mend(&own, k->fonts, wish)) return false;
    memo_add_number(&k->fonts_state, 1);
    font_set_name(k->fonts, k->fonts_state);
    k->shaped = shape_store_new(k->of_words, k->fonts, k->words);
    return true;
}

struct memo_key kept_state(const struct kept *k)
{
    struct memo_key key = k->fonts_state;
    if (k->words) memo_add_key(&key, words_state(k->words));
    return key;
}
