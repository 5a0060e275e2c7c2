#include "app/replace.h"

#include "publish/folder.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

bool replace_file(struct job *job, const char *path, struct str bytes)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    const char *temporary = str_fmt(job->keep, "%.*s.%s.new", (int)(name - path), path, name).s;
    unlink(temporary);
    if (folder_write(temporary, bytes) && !rename(temporary, path) && folder_sync_above(job->scratch, path))
        return true;
    diag_tell(job->diags, DIAG_OUT_WRITE, (struct place){0}, str_of(path), str_of(strerror(errno)));
    unlink(temporary);
    return false;
}
