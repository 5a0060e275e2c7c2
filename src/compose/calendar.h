/* calendar: days, dates and times in both languages. Days count from 1; times are minutes after midnight. */
#ifndef SASTRA_COMPOSE_CALENDAR_H
#define SASTRA_COMPOSE_CALENDAR_H

#include "compose/builder.h"

/* Empty for no date. */
struct bi calendar_date(struct builder *p, struct date d);
/* All of the event's dates in few words: 4 and 5 April 2023. */
struct bi calendar_dates(struct builder *p);
/* A lunar date as typed: in Khmer, where the document shows it. */
struct bi calendar_lunar(struct builder *p, struct bi typed);
/* Day 1; ថ្ងៃទីមួយ: in words, so that nobody takes it for a date. */
struct bi calendar_day(struct builder *p, int day);
/* Day 1: 4 April 2023, where the event tells the date. */
struct bi calendar_day_date(struct builder *p, int day);
/* 08:30–10:00, or empty. */
struct bi calendar_hours(struct builder *p, int start, int end);
/* Years and months that were typed once for all languages, in each one's digits and names; a number likewise;
 * anything else as it was typed. */
struct bi calendar_typed(struct builder *p, struct str text);

#endif
