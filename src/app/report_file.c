#include "app/report_file.h"

#include "compare/carried/carried_file.h"

#include <errno.h>
#include <sys/stat.h>

const char *const REPORT_FILES[REPORT_FILES_N] = {"report.pdf", "report.km.pdf", "report.en.pdf"};

#define MEGABYTES_MOST 1024

enum report_file_kind report_file_look(const char *path)
{
    struct stat st;
    if (stat(path, &st)) return REPORT_FILE_NONE;
    return S_ISDIR(st.st_mode) ? REPORT_FILE_FOLDER : REPORT_FILE_FILE;
}

static bool tell(struct job *job, enum diag_code code, const char *path, const char *more)
{
    diag_tell(job->diags, code, (struct place){0}, str_of(path), str_of(more));
    return false;
}

/* A named pipe would be waited for. */
static bool is_readable(struct job *job, const char *path)
{
    struct stat st;
    if (stat(path, &st)) return tell(job, DIAG_REPORT_UNREAD, path, strerror(errno));
    if (!S_ISREG(st.st_mode)) return tell(job, DIAG_REPORT_DAMAGED, path, "");
    if (st.st_size <= (off_t)MEGABYTES_MOST << 20) return true;
    return tell(job, DIAG_REPORT_BIG, path, str_fmt(job->scratch, "%d", MEGABYTES_MOST).s);
}

static bool read(struct job *job, const char *path, const char *name, struct str *bytes)
{
    if (!is_readable(job, path)) return false;
    switch (carried_file_read(job->keep, path, name, bytes)) {
    case CARRIED_FILE_FOUND: return true;
    case CARRIED_FILE_NONE: return tell(job, DIAG_REPORT_OTHERS, path, "");
    case CARRIED_FILE_LOCKED: return tell(job, DIAG_REPORT_LOCKED, path, "");
    case CARRIED_FILE_DAMAGED: return tell(job, DIAG_REPORT_DAMAGED, path, "");
    case CARRIED_FILE_UNREAD: break;
    }
    return tell(job, DIAG_REPORT_UNREAD, path, strerror(errno));
}

bool report_file_sections(struct job *job, const char *path, struct section_list *list)
{
    struct str bytes;
    if (!read(job, path, SECTION_LIST_NAME, &bytes)) return false;
    return section_list_read(job->keep, bytes, list) || tell(job, DIAG_REPORT_OTHERS, path, "");
}

bool report_file_facts(struct job *job, const char *path, struct event_facts *facts)
{
    struct str bytes;
    if (!read(job, path, EVENT_FACTS_NAME, &bytes)) return false;
    return event_facts_read(bytes, facts) || tell(job, DIAG_REPORT_OTHERS, path, "");
}
