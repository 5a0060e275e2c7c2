/* The one file of compose's top that sees the composers in report/ and handout/. */
#include "compose/documents.h"

#include "compose/handout/attendance.h"
#include "compose/handout/digest_page.h"
#include "compose/handout/document_list.h"
#include "compose/handout/form_sheet.h"
#include "compose/handout/guide.h"
#include "compose/handout/problems.h"
#include "compose/handout/programme.h"
#include "compose/handout/session_sheet.h"
#include "compose/handout/slides.h"
#include "compose/handout/wall.h"
#include "compose/report/report.h"

/* -- paper ----------------------------------------------------------------------------------------------- */

#define MM                         PRINT_MM
#define A3                         .width = MM(297), .height = MM(420)
#define A4                         .width = MM(210), .height = MM(297)
#define HALF_A4                    .width = 420945 /* half of A4's length */, .height = MM(210)
#define SCREEN                     .width = 960000, .height = 540000 /* 16 : 9 */
#define SIDES                      MM(18)                            /* a handout's margins; */
#define FOOT                       MM(22)
#define BEGINS                     MM(13) /* where it begins, whatever stands over its later pages */
#define MARGINS(sides, head, foot) .inside = (sides), .outside = (sides), .top = (head), .bottom = (foot)

/* clang-format off */
static const struct print
    BOOK      = {.sheet = {A4, .inside = MM(22), .outside = MM(24), .top = MM(25), .bottom = MM(26), .two_sided = true}},
    PROGRAMME = {.sheet = {A4, MARGINS(SIDES, MM(25), FOOT), .first_top = BEGINS}, .type = TYPE_TIMETABLE, .leaf = true},
    POCKET    = {.sheet = {HALF_A4, MARGINS(MM(12), MM(22), MM(16)), .first_top = BEGINS}, .type = TYPE_POCKET, .up = 2, .booklet = true},
    FORM      = {.sheet = {A4, MARGINS(SIDES, MM(21), FOOT), .first_top = BEGINS}},
    LIST      = {.sheet = {A4, MARGINS(SIDES, MM(25), FOOT), .first_top = BEGINS}},
    BLANK     = {.sheet = {A4, MARGINS(SIDES, MM(21), FOOT), .first_top = BEGINS}, .type = TYPE_SHEET, .leaf = true},
    LEAF      = {.sheet = {A4, MARGINS(SIDES, MM(21), FOOT), .first_top = BEGINS}, .leaf = true},
    DIGEST    = {.sheet = {A4, MARGINS(MM(16), MM(11), MM(15))}, .type = TYPE_DIGEST, .spread = true},
    SHEET     = {.sheet = {A4, MARGINS(SIDES, BEGINS, FOOT)}, .type = TYPE_SHEET},
    HALF      = {.sheet = {HALF_A4, MARGINS(MM(12), MM(21), FOOT), .first_top = BEGINS}, .type = TYPE_CLOSE, .up = 2, .leaf = true},
    WALL      = {.sheet = {A3, MARGINS(MM(22), MM(10), MM(28))}, .type = TYPE_WALL, .spread = true},
    SLIDES    = {.sheet = {SCREEN, MARGINS(54000, 26000, 42000)}, .type = TYPE_SLIDES};
/* clang-format on */

/* A paper's margins are A4's, as much smaller or larger as it is. */
static const struct {
    int32_t width, height;
} SIZES[PAPERS] = {[PAPER_A4] = {A4},
                   [PAPER_LETTER] = {612000, 792000},
                   [PAPER_A5] = {.width = MM(148), .height = MM(210)},
                   [PAPER_B5] = {.width = MM(176), .height = MM(250)}};

/* How what is read from A4 is read from a page that is held in one hand. */
static enum type_size smaller(enum type_size type)
{
    if (type == TYPE_PAGE || type == TYPE_SHEET) return TYPE_SMALL;
    return type == TYPE_TIMETABLE ? TYPE_POCKET : type;
}

static int32_t margin(int32_t of_a4, int32_t length, int32_t a4, int32_t least)
{
    int32_t m = (int32_t)((int64_t)of_a4 * length / a4);
    return m < least ? least : m;
}

void documents_on_paper(struct print *print, enum paper paper)
{
    struct sheet *s = &print->sheet;
    int32_t width = SIZES[paper].width, height = SIZES[paper].height, a4 = SIZES[PAPER_A4].width,
            tall = SIZES[PAPER_A4].height;
    if (paper == PAPER_A4 || s->width != a4 || s->height != tall) return;
    s->inside = margin(s->inside, width, a4, MM(11));
    s->outside = margin(s->outside, width, a4, MM(11));
    s->top = margin(s->top, height, tall, MM(16)); /* a running head and a foot stand in them */
    s->bottom = margin(s->bottom, height, tall, MM(18));
    if (s->first_top) s->first_top = margin(s->first_top, height, tall, MM(13));
    s->width = width;
    s->height = height;
    if (width < MM(190)) print->type = smaller(print->type);
}

/* The programme is read standing, or on the way: its type keeps its size. */
static void programme_print(const struct corpus *c, int less, struct print *print)
{
    int days = less < PROGRAMME_DAY_A_SIDE ? 1 : programme_days(c), sides = 1;
    if (less == PROGRAMME_APART || less == PROGRAMME_APART_CLOSE) sides = (int)c->event.nlangs;
    if (less == PROGRAMME_DAY_A_SHEET && print->up) sides = print->up;
    print->fit_pages = less == PROGRAMME_DAYS_FLOW ? 0 : days * sides;
    print->close = less == PROGRAMME_ONE_SIDE_CLOSE || less == PROGRAMME_DAY_A_SIDE_CLOSE ||
                   less == PROGRAMME_APART_CLOSE;
    print->shrink = false;
}

static void form_print(const struct corpus *c, int less, struct print *print)
{
    (void)c;
    int sheets = less < FORM_SHEET_AS_ASKED ? less / FORM_SHEET_WAYS + 1 : 0;
    print->fit_pages = sheets * (print->up ? print->up : 1);
    print->close = less < FORM_SHEET_AS_ASKED && less % FORM_SHEET_WAYS != FORM_SHEET_WHOLE;
    print->shrink = false;
}

/* The list of documents hangs in the organizers' room: closer, where that makes it one side. */
static void list_print(const struct corpus *c, int less, struct print *print)
{
    (void)c;
    print->fit_pages = less < DOCUMENT_LIST_FLOWS ? 1 : 0;
    print->close = less == DOCUMENT_LIST_SMALL_CLOSE;
    print->shrink = false;
}

/* -- when it is wanted ----------------------------------------------------------------------------------- */

/* With a single language the report in that language is the report. */
static bool is_printed(const struct event *e, enum edition edition)
{
    enum lang own = corpus_edition_lang(edition);
    bool asked = e->editions & 1U << edition;
    if (edition == EDITION_BOTH) return e->nlangs < 2 || asked;
    return e->nlangs > 1 && asked && event_has_lang(e, own);
}

static bool on_the_web(const struct event *e, enum written kind)
{
    return e->editions & 1U << (EDITIONS + (unsigned)kind - WRITTEN_HTML);
}

/* The web's report comes of one of those that are printed, so that none is composed for it alone: of the
 * first. */
static enum edition web_source(const struct event *e)
{
    for (int i = 0; i < EDITIONS; i++)
        if (is_printed(e, (enum edition)i)) return (enum edition)i;
    return EDITION_BOTH;
}

static unsigned report_written(const struct corpus *c, const struct document *row)
{
    const struct event *e = &c->event;
    unsigned kinds = is_printed(e, row->edition) ? 1U << WRITTEN_PDF : 0;
    for (unsigned k = WRITTEN_HTML; k < WRITTEN_KINDS; k++)
        if (row->edition == web_source(e) && on_the_web(e, (enum written)k)) kinds |= 1U << k;
    return kinds;
}

static bool any_session(const struct corpus *c)
{
    return c->nsessions > 0;
}

static bool any_sheet(const struct corpus *c)
{
    for (size_t i = 0; i < c->nsessions; i++)
        if (c->sessions[i].id.n && c->sessions[i].type != SESSION_BREAK) return true;
    return false;
}

static bool any_document(const struct corpus *c)
{
    return c->ndocuments > 0;
}

/* Before anything has been handed in. */
static bool any_event(const struct corpus *c)
{
    (void)c;
    return true;
}

static bool any_participant(const struct corpus *c)
{
    return c->nparticipants > 0;
}

static bool any_form(const struct corpus *c)
{
    return c->nforms > 0;
}

/* -- the table ------------------------------------------------------------------------------------------- */

/* clang-format off */
static const struct document ALL[] = {
    {.name = "report", .family = DOCUMENT_REPORT, .edition = EDITION_BOTH, .written = report_written,
     .write = report_write, .print = &BOOK},
    {.name = "report.km", .family = DOCUMENT_REPORT, .edition = EDITION_KM, .written = report_written,
     .write = report_write, .print = &BOOK},
    {.name = "report.en", .family = DOCUMENT_REPORT, .edition = EDITION_EN, .written = report_written,
     .write = report_write, .print = &BOOK},
    {.name = "handouts/programme", .family = DOCUMENT_PROGRAMME, .wanted = any_session,
     .write = programme_write, .print = &PROGRAMME, .shorter = programme_shorter, .version = programme_print},
    {.name = "handouts/programme-a5", .family = DOCUMENT_PROGRAMME, .wanted = any_session,
     .write = programme_write, .print = &POCKET, .shorter = programme_shorter, .version = programme_print},
    {.name = "handouts/form-*", .family = DOCUMENT_FORMS, .wanted = any_form,
     .write = form_sheet_write, .print = &BLANK, .shorter = form_sheet_shorter, .version = form_print},
    {.name = "handouts/form-*-a5", .family = DOCUMENT_FORMS, .wanted = any_form,
     .write = form_sheet_write, .print = &HALF, .shorter = form_sheet_shorter, .version = form_print},
    {.name = "handouts/session-sheets", .family = DOCUMENT_SHEETS, .wanted = any_sheet,
     .write = session_sheet_write, .print = &SHEET},
    {.name = "handouts/documents", .family = DOCUMENT_REGISTER, .wanted = any_document,
     .write = document_list_write, .print = &FORM, .shorter = document_list_shorter, .version = list_print},
    {.name = "handouts/reflections-digest", .family = DOCUMENT_REFLECTIONS, .wanted = any_form,
     .write = digest_page_write, .print = &DIGEST, .pages = {1, 1}, .each_form = true, .shorter = digest_page_shorter},
    {.name = "handouts/reflections-slides", .family = DOCUMENT_REFLECTIONS, .wanted = any_form,
     .write = slides_write, .print = &SLIDES},
    {.name = "handouts/reflections-wall", .family = DOCUMENT_REFLECTIONS, .wanted = any_form,
     .write = wall_write, .print = &WALL, .pages = {1, 1}, .each_form = true, .shorter = wall_shorter},
    {.name = "handouts/guide", .family = DOCUMENT_GUIDE, .wanted = any_event,
     .write = guide_write, .print = &LEAF, .pages = {2, 2}, .shorter = guide_shorter},
    {.name = "handouts/attendance", .family = DOCUMENT_ATTENDANCE, .wanted = any_participant,
     .write = attendance_write, .print = &FORM},
    /* of all that was told, and so the last: main asks for it by its name */
    {.name = "problems", .write = problems_write, .print = &LIST},
};
/* clang-format on */

const struct document *documents_all(size_t *n)
{
    *n = sizeof ALL / sizeof *ALL;
    return ALL;
}
