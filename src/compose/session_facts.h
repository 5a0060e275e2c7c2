/* session_facts: what is said about a session wherever it is shown. */
#ifndef SASTRA_COMPOSE_SESSION_FACTS_H
#define SASTRA_COMPOSE_SESSION_FACTS_H

#include "compose/builder.h"

/* 1.2; ១.២: from d1s02. Other names as they are; empty for none. */
struct bi session_facts_number(struct builder *p, struct str id);
/* Who speaks, as the programme says, parted by "; ". */
struct bi session_facts_speakers(struct builder *p, const struct session *s);
/* 1.2 Title: the note's own, else the programme's, language by language. s may be NULL. */
struct bi session_facts_heading(struct builder *p, const struct session *s, struct str id,
                                struct bi own_title);
/* ROLE_FACTS in one language: when, where, speakers, chair, rapporteur; nothing where nothing is known. s or
 * note may be NULL: what the programme does not tell is taken from the note's front matter. */
void session_facts_list(struct builder *p, struct node *parent, const struct session *s,
                        const struct note *note, enum lang l);
/* The same in the document's languages, as a pair where there are two. */
void session_facts_lead(struct builder *p, struct node *parent, const struct session *s,
                        const struct note *note);
/* One more, of so many lines, under those that session_facts_lead has put into the parent; none where there
 * is no line. */
void session_facts_more(struct builder *p, struct node *parent, enum word label, const struct bi *lines,
                        size_t n);
/* The note of a session that comes first in the report, or NULL. */
const struct note *session_facts_note(const struct corpus *c, struct str id);

#endif
