/* command: what sastra does, one file a command. Each takes the command line, prints, and returns the exit
 * status that input.md gives.
 *
 * All but init, explain, dump, diff and catalogue work through sastra.h alone, as any caller of the library
 * would. */
#ifndef SASTRA_APP_COMMAND_COMMAND_H
#define SASTRA_APP_COMMAND_COMMAND_H

#include "app/command/cli.h"
#include "base/job.h"
#include "sastra.h"

#include <stdio.h>

int command_build(const struct cli *cli);
int command_check(const struct cli *cli);
int command_template(const struct cli *cli);
int command_accept(const struct cli *cli);
int command_todo(const struct cli *cli);
int command_diff(const struct cli *cli);
int command_catalogue(const struct cli *cli);
int command_explain(const struct cli *cli);
int command_dump(const struct cli *cli);       /* a document's tree or pages */
int command_dump_lines(const struct cli *cli); /* breaks and order of standard input */
int command_init(const struct cli *cli);
int command_help(const struct cli *cli);
int command_version(const struct cli *cli);

/* -- what they share -- */

/* Where memory is exhausted the program says so and ends with status 2. That nothing was made would not be
 * true: it may be while the old files are cleared away. */
#define COMMAND_NO_MEMORY                                                                                    \
    "sastra: out of memory; no file is half made: the last good ones stand, or all the new ones / "          \
    "អង្គចងចាំមិនគ្រប់គ្រាន់។ គ្មានឯកសារណានៅពាក់កណ្តាលទេ៖ មានឯកសារល្អចុងក្រោយ ឬឯកសារថ្មីទាំងអស់\n"
void command_no_memory(void *with, size_t bytes);
/* The folder that the command line names; NULL, with its complaints told, where nothing can be made of it. */
struct sastra *command_open(const struct cli *cli);
/* A job of its own for what the library does not offer; its options live in its arena. */
struct job command_job(const struct cli *cli);
/* Tells what it complains of, sorted, on standard error. */
void command_job_tell(struct job *job);
void command_job_close(struct job *job);
/* The same into *folder, which stays open where nothing can be made of it: it may be read again. The one that
 * is open there already is. False: told. */
bool command_read(const struct cli *cli, struct sastra **folder);
/* Complaints of a severity and above it. */
void command_tell(struct sastra *folder, const struct cli *cli, FILE *to, enum sastra_severity least);
/* sastra: 1 error, 2 warnings, 0 notes */
void command_tell_counts(const struct sastra *folder, const struct cli *cli, FILE *to);
/* The exit status of what the library returned. */
int command_status(enum sastra_status status);

#endif
