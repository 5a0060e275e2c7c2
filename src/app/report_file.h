/* report_file: a report that was built, as a PDF on the disk: what it carries for programs. */
#ifndef SASTRA_APP_REPORT_FILE_H
#define SASTRA_APP_REPORT_FILE_H

#include "base/job.h"
#include "compare/event_facts.h"
#include "compare/section_list.h"

/* The editions' files in an output folder, the one in both languages first. */
extern const char *const REPORT_FILES[];
enum { REPORT_FILES_N = 3 };

/* What lies under a path: nothing, a folder, or anything else. */
enum report_file_kind { REPORT_FILE_NONE, REPORT_FILE_FOLDER, REPORT_FILE_FILE };
enum report_file_kind report_file_look(const char *path);

/* In job->keep. False, told, where the file cannot be read, or is no report that carries them. */
bool report_file_sections(struct job *job, const char *path, struct section_list *list);
bool report_file_facts(struct job *job, const char *path, struct event_facts *facts);

#endif
