/* number: Khmer and Latin digits, dates and yes/no, read and written. Pure. */
#ifndef SASTRA_KHMER_NUMBER_H
#define SASTRA_KHMER_NUMBER_H

#include "base/lang.h"
#include "base/str.h"

/* A whole number in Khmer or Latin digits, blanks at its ends allowed. False where it is none, or past 2^53.
 */
bool number_read(struct str text, long *value);
/* A number from 0 with up to two decimals, or whole, a separator of thousands and a % behind it allowed, in
 * thousandths. False where it is none. */
bool number_read_decimal(struct str text, long *thousandths);
/* With the separators of its language: 1,234 and ១.២៣៤. */
struct str number_write(struct arena *a, long value, enum lang lang);
/* No separators: years, page numbers, counters. */
struct str number_plain(struct arena *a, long value, enum lang lang);
/* Words with {n} in them, and the number there. */
struct str number_within(struct arena *a, struct str words, long value, enum lang lang);
/* Tenths, one decimal: 4.2 and ៤,២. */
struct str number_tenths(struct arena *a, long tenths, enum lang lang);
/* Thousandths, as many decimals as it has: 4.25 and ៤,២៥. */
struct str number_decimal(struct arena *a, long thousandths, enum lang lang);
/* In Latin digits, as codes, ids and counts in complaints have them. */
struct str number_latin(struct arena *a, long value);
/* A language's digits for Latin ones, everything else as it is. */
struct str number_digits(struct arena *a, struct str text, enum lang lang);
/* Khmer digits for Latin ones, everything else as it is. */
struct str number_khmer_digits(struct arena *a, struct str text);
/* ១ → ក: the 1-based letter of a Khmer list; past 33, digits. */
struct str number_khmer_letter(struct arena *a, long value);
/* a … z, i ii iii …, or A … Z, I II III …: of a list; past 26 and 3999, digits. */
struct str number_latin_letter(struct arena *a, long value, bool upper);
struct str number_roman(struct arena *a, long value, bool upper);
/* ii → 2, XIV → 14; 0 for what is none, or not written as people write it. */
long number_roman_value(struct str text);
/* ក → 1 … អ → 33; 0 for what is no letter of the alphabet. */
long number_khmer_letter_value(uint32_t cp);

/* Dates as people type them: 2023-04-04, 4 April 2023, 04-Apr-23, 04/04/2023 (day first; 3/13/2023, which can
 * only be month first), ថ្ងៃទី៤ ខែមេសា ឆ្នាំ២០២៣, ៤ មេសា ២០២៣, years of the Buddhist era (2566), with an optional
 * time after it, which is passed over. False where it is none or no such day exists. */
bool date_read(struct str text, int *year, int *month, int *day);
/* The length of a month's name at a place of a text, 0 where there is none; *month: 1 to 12. */
size_t date_month_at(struct str text, size_t at, int *month);
/* The date in words that a month's name at a place belongs to, from its day to its year: 14 March 2023, March
 * 14, ថ្ងៃទី១៤ ខែមីនា ឆ្នាំ២០២៣. False where it has neither. An era and its year: ព.ស. ២៥៦៦. */
bool date_around(struct str text, size_t at, size_t *from, size_t *to);
/* Whether that is worth asking: a month, or an era, may begin at a place. */
bool date_around_may_be(struct str text, size_t at);
/* What holds nothing but years, months and days (2023–2024, March – June 2024), in a language's digits and
 * names; empty where it holds anything else. */
struct str date_typed(struct arena *a, struct str text, enum lang lang);
/* Of a date that was read: may its day be the month, and its month the day? */
bool date_either(struct str text);
/* A spreadsheet's number of a day, 45020 for 4 April 2023, a fraction (the time) behind it or not. */
bool date_serial(struct str text, int *year, int *month, int *day);
/* A date that lacks its year or its day: 1-Mar, ១៣ មីនា, 2023-03. */
bool date_part(struct arena *a, struct str text);
/* Of those, one that is a month and its year: 2023-03, March 2023. */
bool date_month(struct arena *a, struct str text, int *year, int *month);
/* 4 April 2023; ថ្ងៃទី៤ ខែមេសា ឆ្នាំ២០២៣. day 0: the month, April 2023; ខែមេសា ឆ្នាំ២០២៣ */
struct str date_write(struct arena *a, int year, int month, int day, enum lang lang);
/* HH:MM in either digits (also 8.30, 8h30): minutes after midnight, or -1. */
int clock_read(struct str text);
/* 8:00-9:30, ៨:០០ ដល់ ៩:៣០, 1:00–2:00 pm. */
bool clock_range(struct str text, int *start, int *end);
/* A spreadsheet's part of a day, 0.354166667 for 08:30: minutes after midnight, or -1. */
int clock_serial(struct str text);
/* 08:30; ០៨:៣០ */
struct str clock_write(struct arena *a, int minutes, enum lang lang);

/* yes, y, true, 1, x, ✓, បាទ, ចាស, បាទ/ចាស, យល់ព្រម, មាន … → 1; no, n, false, 0, ទេ, អត់, គ្មាន … and empty → 0;
 * else -1. */
int yesno_read(struct str text);
/* x × ☒ are a yes; but where ticks stand in the same column a cross may be its opposite. */
bool yesno_cross(struct str text);
bool yesno_tick(struct str text);
/* ✗ ✘: where ticks stand in the same column a no; by themselves nobody can tell. */
bool yesno_untick(struct str text);

#endif
