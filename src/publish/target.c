#include "publish/target.h"

#include "publish/folder.h"

#include <limits.h>
#include <pwd.h>
#include <stdlib.h>
#include <unistd.h>

const char *target_path(struct job *job)
{
    struct str out = job->options->output;
    char real[PATH_MAX];
    while (out.n > 1 && out.s[out.n - 1] == '/') out.n--;
    const char *path = str_copy(job->keep, out).s;
    return realpath(path, real) ? str_copy(job->keep, str_of(real)).s : path;
}

/* Whether the folder is another one, or holds it. Both are real paths. */
static bool holds(const char *folder, const char *other)
{
    size_t n = strlen(folder);
    return !strcmp(folder, "/") || (!strncmp(folder, other, n) && (!other[n] || other[n] == '/'));
}

static bool holds_path(const char *folder, const char *path)
{
    char real[PATH_MAX];
    return path && *path && realpath(path, real) && holds(folder, real);
}

/* HOME may be unset, or another's (cron, su, a service); the list of users names one too. */
static bool holds_home(struct job *job, const char *folder)
{
    enum { MOST = 1 << 14 };
    struct passwd user, *found = NULL;
    char *room = ARENA_MANY(job->scratch, char, MOST);
    bool listed = !getpwuid_r(getuid(), &user, room, MOST, &found) && found;
    return holds_path(folder, getenv("HOME")) || (listed && holds_path(folder, user.pw_dir));
}

static enum diag_code fault_of(struct job *job, const char *real)
{
    char here[PATH_MAX];
    if (holds_path(real, str_copy(job->scratch, job->options->input).s)) return DIAG_OUT_INPUT;
    if (holds_home(job, real)) return DIAG_OUT_HOME;
    if (folder_has(str_fmt(job->scratch, "%s/.git", real).s)) return DIAG_OUT_GIT;
    return realpath(".", here) && !strcmp(here, real) ? DIAG_OUT_HERE : DIAG_LAST;
}

bool target_check(struct job *job)
{
    char real[PATH_MAX];
    if (!realpath(target_path(job), real)) return true; /* not there yet */
    enum diag_code fault = fault_of(job, real);
    if (fault == DIAG_LAST) return true;
    diag_tell(job->diags, fault, (struct place){0}, job->options->output);
    return false;
}
