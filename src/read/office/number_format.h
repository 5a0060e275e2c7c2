/* number_format: a spreadsheet's number as its cell shows it, in the way that CSV files of ours have it.
 *
 * Pure. 2023-04-04, 08:30, 2023-04-04 08:30, 25%, 007, 4.5; whole numbers plain, whatever the format adds;
 * never more than ten digits where they are no whole number. */
#ifndef SASTRA_READ_OFFICE_NUMBER_FORMAT_H
#define SASTRA_READ_OFFICE_NUMBER_FORMAT_H

#include "base/str.h"

struct number_format {
    bool date, time; /* both: whichever the value has */
    bool seconds;    /* of a time */
    bool elapsed;    /* hours count on past 24 */
    bool percent;
    int decimals; /* at most as many; -1: as many as there are */
    int zeros;    /* digits of a whole number, filled up with zeros */
};

/* Of a code, in the way of ECMA-376 part 1, 18.8.31: "dd/mm/yyyy hh:mm", "[$-409]h:mm AM/PM", "0.0%". */
struct number_format number_format_read(struct str code);
/* Of one of the numbers that stand for a code (18.8.30); what is none is General. */
struct number_format number_format_builtin(unsigned long id);
/* typed: the number as the file has it; what is none is given back as it is. is_1904: days count from there.
 */
struct str number_format_write(struct arena *a, struct str typed, const struct number_format *format,
                               bool is_1904);
/* 2023-04-04T08:30:00 (ISO 8601) in the same way; date, time: what of it is shown. */
struct str number_format_iso(struct arena *a, struct str typed, bool date, bool time);
/* PT08H30M00S in the same way. */
struct str number_format_duration(struct arena *a, struct str typed);

#endif
