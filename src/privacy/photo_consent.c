#include "privacy/photo_consent.h"

#include "khmer/lexicon.h"
#include "privacy/name/folded_text.h"

#include <stdlib.h>

enum { PARTS = 6 /* of a name */, LEAST = 4 /* letters of a name that a text is searched for */ };

struct folded_people { /* folded */
    struct names *ids, *names;
};

struct photo_consent {
    struct job *job;
    struct corpus *corpus;
    struct folded_people all, refused;
    VEC(struct str) paths; /* of pictures that may not be shown */
};

/* -- people ---------------------------------------------------------------------------------------------- */

static struct str folded(struct arena *a, struct str text)
{
    return folded_text_str(a, folded_text_of(a, text));
}

static void add_name(struct arena *a, struct folded_people *to, const struct str *parts, size_t n)
{
    struct str whole = str_join(a, parts, n, (struct str){0});
    if (utf8_count(whole) >= LEAST) names_add(to->names, whole);
}

/* "Sok Dara", "Dara Sok"; of more parts each may come first, and all may stand the other way round. */
static void add_orders(struct arena *a, struct folded_people *to, struct str name)
{
    struct str parts[PARTS], turned[PARTS], rest = name, part;
    size_t n = 0;
    while (n < PARTS && str_cut(&rest, ' ', &part)) {
        parts[n] = folded(a, part);
        n += parts[n].n > 0;
    }
    if (rest.n) add_name(a, to, (struct str[]){folded(a, name)}, 1);
    for (size_t first = 0; first < n; first++) {
        for (size_t i = 0; i < n; i++) turned[i] = parts[(first + i) % n];
        add_name(a, to, turned, n);
    }
    for (size_t i = 0; i < n; i++) turned[i] = parts[n - 1 - i];
    if (n) add_name(a, to, turned, n);
}

static void add_person(struct arena *a, struct folded_people *to, const struct participant *who)
{
    struct str id = folded(a, who->id);
    if (id.n) names_add(to->ids, id);
    for (int l = 0; l < LANG_N; l++) add_orders(a, to, who->name.t[l]);
    for (size_t i = 0; i < who->nstrays; i++)
        if (str_find(who->strays[i], STR(" "), 0) != SIZE_MAX) add_orders(a, to, who->strays[i]);
    for (size_t i = 0; i < who->nalso; i++)
        if (str_find(who->also[i], STR(" "), 0) != SIZE_MAX) add_orders(a, to, who->also[i]);
}

/* Is a name found in the text from letter i on? */
static bool name_at(const struct names *names, struct folded_text s, size_t i)
{
    uint32_t state = folded_text_begins(s, i) ? 1 : 0;
    while (i < s.n && state) {
        state = names_next(names, state, s.at[i++].cp);
        if (state && names_ends(names, state) && folded_text_ends(s, i)) return true;
    }
    return false;
}

static bool any_in(struct photo_consent *x, const struct folded_people *who, struct str text)
{
    struct arena_mark mark = arena_mark(x->job->scratch);
    struct folded_text s = folded_text_of(x->job->scratch, text);
    bool found = false;
    for (size_t i = 0; i < s.n && !found; i++) found = name_at(who->names, s, i);
    arena_reset(x->job->scratch, mark);
    return found;
}

static bool is_id(struct photo_consent *x, const struct folded_people *who, struct str text)
{
    struct arena_mark mark = arena_mark(x->job->scratch);
    struct folded_text s = folded_text_of(x->job->scratch, text);
    uint32_t state = 1;
    for (size_t i = 0; i < s.n && state; i++) state = names_next(who->ids, state, s.at[i].cp);
    arena_reset(x->job->scratch, mark);
    return s.n && state && names_ends(who->ids, state);
}

/* -- who is in a picture --------------------------------------------------------------------------------- */

static bool shows_refused(struct photo_consent *x, const struct picture *p, struct spans caption)
{
    bool photo = str_eq_fold(str_sub(p->path, 0, 7), STR("photos/"));
    if (photo && x->corpus->roster == ROSTER_UNREAD) return true; /* anybody may be in it */
    struct str said = spans_text(x->job->scratch, caption);
    bool shows =
        any_in(x, &x->refused, p->path) || any_in(x, &x->refused, p->credit) || any_in(x, &x->refused, said);
    for (int l = 0; l < LANG_N && !shows; l++)
        shows = any_in(x, &x->refused, p->alt[l]) || any_in(x, &x->refused, p->caption[l]);
    return shows;
}

/* The column people: everybody in it is a participant, and has agreed. */
static bool people_agree(struct photo_consent *x, const struct photo *photo)
{
    struct str rest = photo->people, who;
    bool agree = true, known = true;
    while (str_cut(&rest, ';', &who)) {
        who = str_trim(who);
        if (!who.n) continue;
        bool id = is_id(x, &x->all, who);
        known = known && (id || any_in(x, &x->all, who));
        agree = agree && !(id ? is_id(x, &x->refused, who) : any_in(x, &x->refused, who));
    }
    if (!known) diag_tell(x->job->diags, DIAG_PHOTO_PERSON, photo->people_place, {0});
    return known && agree;
}

/* -- every picture --------------------------------------------------------------------------------------- */

/* What is done with a picture that a note asks for. True: it is taken out. */
typedef bool photo_look(struct photo_consent *x, const struct picture *p, struct spans caption);

static bool find_one(struct photo_consent *x, const struct picture *p, struct spans caption)
{
    if (shows_refused(x, p, caption)) VEC_ADD(x->job->scratch, x->paths, p->path);
    return false;
}

static int by_path(const void *a, const void *b)
{
    return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static bool take_one(struct photo_consent *x, const struct picture *p, struct spans caption)
{
    (void)caption;
    if (!bsearch(&p->path, x->paths.at, x->paths.n, sizeof *x->paths.at, by_path)) return false;
    diag_tell(x->job->diags, DIAG_PHOTO_CONSENT, p->place, {0});
    return true;
}

/* Whether any is taken out. */
static bool look_at_spans(struct photo_consent *x, struct spans s, photo_look *each)
{
    bool any = false;
    for (size_t i = 0; i < s.n; i++)
        if (s.at[i].picture && each(x, s.at[i].picture, (struct spans){0})) {
            s.at[i] = (struct span){
                .kind = SPAN_TEXT, .lang = s.at[i].lang, .text = STR(""), .place = s.at[i].place};
            any = true;
        }
    return any;
}

static bool look_at_blocks(struct photo_consent *x, struct block *b, photo_look *each)
{
    bool any = false;
    for (; b; b = b->next) {
        any |= look_at_spans(x, b->spans, each);
        if (b->picture && each(x, b->picture, b->spans)) {
            b->picture = NULL;
            b->spans.n = 0;
            any = true;
        }
        any |= look_at_blocks(x, b->first, each);
    }
    return any;
}

/* Notes are const after reading: this is its last step. */
static void look_at_notes(struct photo_consent *x, photo_look *each)
{
    for (size_t i = 0; i < x->corpus->nnotes; i++)
        for (int l = 0; l < LANG_N; l++) {
            struct note *note = &x->corpus->notes[i];
            const struct doc *d = note->doc[l];
            if (d) note->photo_refused |= look_at_blocks(x, d->root, each);
            for (struct footnote *f = d ? d->notes : NULL; f; f = f->next)
                note->photo_refused |= look_at_blocks(x, f->body, each);
        }
}

static void find_photos(struct photo_consent *x)
{
    for (size_t i = 0; i < x->corpus->nphotos; i++) {
        const struct photo *photo = &x->corpus->photos[i];
        if (photo->doubtful || !people_agree(x, photo) || shows_refused(x, photo->picture, (struct spans){0}))
            VEC_ADD(x->job->scratch, x->paths, photo->picture->path);
    }
}

static void take_photos(struct photo_consent *x)
{
    struct corpus *c = x->corpus;
    size_t kept = 0;
    for (size_t i = 0; i < c->nphotos; i++)
        if (!take_one(x, c->photos[i].picture, (struct spans){0})) c->photos[kept++] = c->photos[i];
    c->nphotos = kept;
}

void photo_consent_keep(struct job *job, struct corpus *c)
{
    struct arena_mark mark = arena_mark(job->scratch);
    struct arena *a = job->scratch;
    struct photo_consent x = {.job = job,
                              .corpus = c,
                              .all = {names_new(a), names_new(a)},
                              .refused = {names_new(a), names_new(a)}};
    for (size_t i = 0; i < c->nparticipants + c->nunread; i++) {
        add_person(a, &x.all, &c->participants[i]);
        if (!c->participants[i].consent_photo) add_person(a, &x.refused, &c->participants[i]);
    }
    for (size_t i = 0; i < c->ncopies; i++) {
        add_person(a, &x.all, &c->copies[i]);
        add_person(a, &x.refused, &c->copies[i]);
    }
    find_photos(&x);
    if (c->event.cover) find_one(&x, c->event.cover, (struct spans){0});
    look_at_notes(&x, find_one);
    if (x.paths.n) {
        qsort(x.paths.at, x.paths.n, sizeof *x.paths.at, by_path);
        take_photos(&x);
        if (c->event.cover && take_one(&x, c->event.cover, (struct spans){0})) c->event.cover = NULL;
        look_at_notes(&x, take_one);
    }
    arena_reset(job->scratch, mark);
}
