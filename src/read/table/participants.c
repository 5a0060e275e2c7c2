#include "read/table/participants.h"

#include "base/map.h"
#include "khmer/province.h"
#include "khmer/spelling_order.h"
#include "read/format/known_name.h"
#include "read/table/name_columns.h"
#include "read/table/repeated_person.h"
#include "read/table/tables.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* Messages give places, never what is typed. */

enum {
    WHO_ID,
    HONORIFIC_EN,
    HONORIFIC_KM,
    NAME_EN,
    NAME_KM,
    FAMILY_EN,
    FAMILY_KM,
    GIVEN_EN,
    GIVEN_KM,
    ROLE_EN,
    ROLE_KM,
    ORGANIZATION,
    PROVINCE,
    SEX,
    CONSENT_NAME,
    CONSENT_PHOTO
};

/* The first organization of each name, by its folded name. */
static struct map index_organizations(struct job *job, const struct corpus *c)
{
    struct map names = MAP(job->scratch);
    for (size_t i = 0; i < c->norganizations; i++)
        for (int l = 0; l < LANG_N; l++) {
            struct str name = spelling_order_fold(job->scratch, c->organizations[i].name.t[l]);
            void **at = name.n ? map_at_str(&names, name) : NULL;
            if (at && !*at) *at = &c->organizations[i];
        }
    return names;
}

/* By its name or its acronym; NULL: there is none. */
static const struct organization *find_organization(struct job *job, const struct corpus *c,
                                                    const struct map *names, struct str typed)
{
    const struct organization *found = map_get_str(names, spelling_order_fold(job->scratch, typed));
    for (size_t i = 0; i < c->norganizations && &c->organizations[i] != found; i++)
        if (known_name_same(c->organizations[i].acronym, typed)) return &c->organizations[i];
    return found;
}

/* Two or more of the list, joined by strokes. */
static bool are_organizations(struct job *job, const struct corpus *c, const struct map *names,
                              struct str typed)
{
    size_t n = 0;
    struct str part;
    for (; str_cut(&typed, '/', &part); n++)
        if (!str_trim(part).n || !find_organization(job, c, names, str_trim(part))) return false;
    return n > 1;
}

/* Its acronym, or what was typed. */
static struct str read_organization(struct job *job, const struct corpus *c, const struct map *names,
                                    struct csv_cell cell)
{
    struct str near = {0};
    size_t best = cell.text.n / 3 < 2 ? cell.text.n / 3 : 2;
    if (!cell.text.n) return cell.text;
    const struct organization *found = find_organization(job, c, names, cell.text);
    if (found) return found->acronym.n ? found->acronym : cell.text;
    if (are_organizations(job, c, names, cell.text)) return cell.text;
    for (size_t i = 0; i < c->norganizations && !near.n; i++) {
        const struct organization *o = &c->organizations[i];
        if (!near.n && o->acronym.n && str_distance(o->acronym, cell.text, best) <= best) near = o->acronym;
        for (int l = 0; l < LANG_N && !near.n && best; l++)
            if (str_distance(o->name.t[l], cell.text, best) <= best) near = o->name.t[l];
    }
    if (near.n)
        diag_tell(job->diags, DIAG_ORGANIZATION_UNKNOWN_NEAR, cell.place, near);
    else if (c->norganizations)
        diag_tell(job->diags, DIAG_ORGANIZATION_UNKNOWN, cell.place, {0});
    return cell.text;
}

/* In both languages where it is one of Cambodia's; else as typed. */
static struct bi read_province(struct job *job, struct csv_cell cell)
{
    const struct province *known = province_find(cell.text), *near = known ? NULL : province_near(cell.text);
    struct bi name = {0};
    if (!cell.text.n) return name;
    for (int l = 0; l < LANG_N && known; l++) name.t[l] = str_of(known->name[l]);
    struct buf meant = BUF(job->scratch);
    for (int l = 0; l < LANG_N && near; l++) buf_fmt(&meant, l ? " / %s" : "%s", near->name[l]);
    if (near) diag_tell(job->diags, DIAG_PERSON_PROVINCE, cell.place, buf_str(&meant));
    return known ? name : bi_typed(cell.text);
}

static enum sex find_sex(struct str text)
{
    static const struct {
        const char *word;
        enum sex sex;
    } WORDS[] = {{"f", SEX_FEMALE}, {"female", SEX_FEMALE}, {"woman", SEX_FEMALE}, {"ស្រី", SEX_FEMALE},
                 {"ស", SEX_FEMALE}, {"នារី", SEX_FEMALE},    {"m", SEX_MALE},       {"male", SEX_MALE},
                 {"man", SEX_MALE}, {"ប្រុស", SEX_MALE},      {"ប", SEX_MALE},       {"បុរស", SEX_MALE}};
    for (size_t i = 0; i < COUNT(WORDS); i++)
        if (str_eq_fold(text, str_of(WORDS[i].word))) return WORDS[i].sex;
    return SEX_UNKNOWN;
}

static bool is_sex(const void *of, struct str text)
{
    (void)of;
    return find_sex(text) != SEX_UNKNOWN;
}

static enum sex read_sex(struct job *job, struct csv_cell cell)
{
    enum sex sex = find_sex(cell.text);
    if (cell.text.n && sex == SEX_UNKNOWN) diag_tell(job->diags, DIAG_PERSON_SEX, cell.place, {0});
    return sex;
}

/* -- names in parts -------------------------------------------------------------------------------------- */

static bool has(const struct columns *t, size_t column)
{
    return t->at[column] != SIZE_MAX;
}

/* The column that holds a language's own. */
static size_t column_in(int l, size_t en, size_t km)
{
    return l == LANG_EN ? en : km;
}

/* The two columns that make a name in a language, in the order in which it is said: that of the language, or
 * as the columns stand. False where one column has all of it. A name's own column beside one part alone has
 * the other. */
static bool find_parts(const struct columns *t, int l, size_t parts[2])
{
    size_t family = column_in(l, FAMILY_EN, FAMILY_KM), given = column_in(l, GIVEN_EN, GIVEN_KM);
    size_t whole = column_in(l, NAME_EN, NAME_KM);
    if (has(t, family) == has(t, given) && (!has(t, family) || has(t, whole))) return false;
    parts[0] = has(t, family) ? family : whole;
    parts[1] = has(t, given) ? given : whole;
    if (lang_at((enum lang)l)->family_first || t->at[parts[0]] < t->at[parts[1]]) return true;
    size_t last = parts[0];
    parts[0] = parts[1];
    parts[1] = last;
    return true;
}

static struct bi read_name(struct job *job, const struct columns *t, const struct csv_row *row)
{
    struct bi name = columns_bi(t, row, NAME_EN, NAME_KM);
    for (int l = 0; l < LANG_N; l++) {
        size_t parts[2];
        if (!find_parts(t, l, parts)) continue;
        struct csv_cell first = columns_cell(t, row, parts[0]), last = columns_cell(t, row, parts[1]);
        struct str both[] = {first.text, last.text};
        struct csv_cell one = first.text.n ? first : last;
        name.at[l] = one.place;
        name.t[l] = first.text.n && last.text.n ? str_join(job->keep, both, 2, STR(" ")) : one.text;
    }
    return name;
}

/* Some language has whole names: one part alone masks nobody. */
static bool has_whole(const struct columns *t)
{
    for (int l = 0; l < LANG_N; l++) {
        bool family = has(t, column_in(l, FAMILY_EN, FAMILY_KM)),
             given = has(t, column_in(l, GIVEN_EN, GIVEN_KM));
        if (has(t, column_in(l, NAME_EN, NAME_KM)) || (family && given)) return true;
    }
    return false;
}

/* -- rows -------------------------------------------------------------------------------------------------
 */

/* May a cell that stands here be a name, in a row of so many cells too few or too many? */
static bool near_name(const struct columns *t, size_t cell, size_t aside)
{
    for (int k = NAME_EN; k <= GIVEN_KM; k++) {
        if (t->at[k] == SIZE_MAX) continue;
        size_t far = cell < t->at[k] ? t->at[k] - cell : cell - t->at[k];
        if (far <= aside) return true;
    }
    return false;
}

/* In a row out of step a name may stand as many cells aside as there are too few or too many, and a comma may
 * have parted it. */
static void read_strays(struct job *job, const struct columns *t, const struct csv_row *row,
                        struct participant *who)
{
    const struct csv_cell *cells = row->as_typed ? row->as_typed : row->cells;
    size_t n = row->as_typed ? row->nas_typed : row->n;
    size_t aside = row->aside ? row->aside : n < t->wide ? t->wide - n : n - t->wide;
    who->strays = ARENA_MANY(job->keep, struct str, 2 * n);
    for (size_t i = 0; i < n; i++) {
        if (!near_name(t, i, aside)) continue;
        who->strays[who->nstrays++] = cells[i].text;
        bool parted = n > t->wide || has(t, FAMILY_EN) || has(t, FAMILY_KM);
        if (parted && i + 1 < n)
            who->strays[who->nstrays++] =
                str_join(job->keep, (struct str[]){cells[i].text, cells[i + 1].text}, 2, STR(" "));
    }
}

static void read_also(struct job *job, const struct name_columns *others, const struct csv_row *row,
                      struct participant *who)
{
    if (!row->in_step || !others->n) return;
    who->also = ARENA_MANY(job->keep, struct str, others->n);
    for (size_t i = 0; i < others->n; i++) {
        struct str cell = others->at[i] < row->n ? str_trim(row->cells[others->at[i]].text) : (struct str){0};
        if (cell.n) who->also[who->nalso++] = cell;
    }
}

static bool any_named(const struct corpus *c)
{
    for (size_t i = 0; i < c->nparticipants; i++)
        if (!bi_empty(c->participants[i].name)) return true;
    return false;
}

static struct participant read_participant(struct job *job, const struct columns *t,
                                           const struct csv_row *row, const struct corpus *c,
                                           const struct map *organizations)
{
    size_t told = job->diags->list.n;
    struct participant who = {
        .place = row->place,
        .id = columns_cell(t, row, WHO_ID).text,
        .organization = read_organization(job, c, organizations, columns_cell(t, row, ORGANIZATION)),
        .honorific = columns_bi(t, row, HONORIFIC_EN, HONORIFIC_KM),
        .name = read_name(job, t, row),
        .role = columns_bi(t, row, ROLE_EN, ROLE_KM),
        .province = read_province(job, columns_cell(t, row, PROVINCE)),
        .sex = read_sex(job, columns_cell(t, row, SEX)),
        .consent_name = columns_consent(job, row, columns_cell(t, row, CONSENT_NAME)),
        .consent_photo = columns_consent(job, row, columns_cell(t, row, CONSENT_PHOTO))};
    columns_settle(job, row, told);
    columns_tell_consent(job, row);
    if (!row->in_step) read_strays(job, t, row, &who);
    return who;
}

/* Behind those who are counted: rows that nobody can read hold names all the same. */
static void read_uncounted(struct job *job, const struct columns *t, struct corpus *c)
{
    for (size_t i = 0; i < t->n; i++) {
        const struct csv_row *row = &t->rows[i];
        if (row->kind != CSV_ROW_OUT) continue;
        struct participant *who = &c->participants[c->nparticipants + c->nunread++];
        *who = (struct participant){.place = row->place};
        read_strays(job, t, row, who);
    }
}

static const struct column_name NAMES[] = {[WHO_ID] = {"id", 0, {.kind = COLUMN_ID}},
                                           [HONORIFIC_EN] = {"honorific_en", 0, {0}},
                                           [HONORIFIC_KM] = {"honorific_km", 0, {0}},
                                           [NAME_EN] = {"name_en", 1, {.named = true}},
                                           [NAME_KM] = {"name_km", 1, {.named = true}},
                                           [FAMILY_EN] = {"family_en", 1, {.named = true}},
                                           [FAMILY_KM] = {"family_km", 1, {.named = true}},
                                           [GIVEN_EN] = {"given_en", 1, {.named = true}},
                                           [GIVEN_KM] = {"given_km", 1, {.named = true}},
                                           [ROLE_EN] = {"role_en", 0, {0}},
                                           [ROLE_KM] = {"role_km", 0, {0}},
                                           [ORGANIZATION] = {"organization", 0, {0}},
                                           [PROVINCE] = {"province", 0, {0}},
                                           [SEX] = {"sex", 0, {.kind = COLUMN_OWN, .fits = is_sex}},
                                           [CONSENT_NAME] = {"consent_name", 0, {.kind = COLUMN_CONSENT}},
                                           [CONSENT_PHOTO] = {"consent_photo", 0, {.kind = COLUMN_CONSENT}}};

void participants_read(struct job *job, const struct source *source, struct corpus *c)
{
    struct columns t = columns_read(job, source, NAMES, COUNT(NAMES));
    struct tables_id *ids = ARENA_MANY(job->scratch, struct tables_id, t.n);
    struct map organizations = index_organizations(job, c);
    struct name_columns others = name_columns_find(job->scratch, &t, COUNT(NAMES));
    c->participants = ARENA_MANY(job->keep, struct participant, t.n);
    for (size_t i = 0; i < t.n; i++) {
        const struct csv_row *row = &t.rows[i];
        if (!columns_entry(row)) continue;
        struct csv_cell id = columns_cell(&t, row, WHO_ID);
        struct arena_mark mark = arena_mark(job->scratch);
        c->participants[c->nparticipants] = read_participant(job, &t, row, c, &organizations);
        arena_reset(job->scratch, mark);
        read_also(job, &others, row, &c->participants[c->nparticipants]);
        ids[c->nparticipants++] = (struct tables_id){.id = id.text, .place = id.place};
    }
    read_uncounted(job, &t, c);
    tables_twice(job, ids, c->nparticipants, DIAG_PERSON_TWICE);
    repeated_person_settle(job, c);
    bool named = has_whole(&t) && any_named(c);
    c->roster = t.wide && (!(c->nparticipants + c->nunread) || named) ? ROSTER_READ : ROSTER_UNREAD;
}

bool participants_are(struct job *job, const struct source *source)
{
    bool seen[COUNT(NAMES)];
    columns_seen(job, source, NAMES, COUNT(NAMES), seen);
    return seen[CONSENT_NAME] || seen[CONSENT_PHOTO];
}
