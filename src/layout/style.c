#include "layout/style.h"

/* The sheet. Sizes and leadings in tenths of a point, each of its own language's letters; Khmer beside
 * English looks the same size. Spaces in tenths of a space unit (half the Khmer leading). A role without a
 * line of its own is set like ROLE_P. */
enum flag {
    KEEP = 1,
    WHOLE = 2,
    HYPHEN = 4,
    JUSTIFY = 8,
    BOLD = 16,
    EVEN = 32,
    NEAR = 64,
    FLUSH = 128,
    FURTHER = 256
};

struct style_face {
    uint8_t use;
    uint16_t flags;
    int16_t size, leading;
};

struct style_entry {
    struct style_face face[LANG_N];
    int16_t before, after;
    uint8_t align, flags; /* flags of both languages */
    uint32_t colour;
};

/* clang-format off */
static const struct style_entry SHEET[ROLES] = {
    /* role                  Khmer: face, flags, size, leading         English                             space   of both */
    [ROLE_P]              = {{{FONT_BODY, JUSTIFY | FURTHER, 100, 185}, {FONT_BODY, HYPHEN | JUSTIFY, 104, 145}},5, 7, ALIGN_LEFT,   0,                   STYLE_INK},
    [ROLE_COVER_NATION]   = {{{FONT_DISPLAY, 0, 150, 292},              {FONT_SANS, BOLD, 120, 185}},        0, 3,   ALIGN_CENTRE, KEEP,                STYLE_BLUE},
    [ROLE_COVER_MINISTRY] = {{{FONT_DISPLAY, 0, 105, 205},              {FONT_SANS, BOLD, 92, 136}},         16, 0,   ALIGN_LEFT,   0,                   STYLE_INK},
    [ROLE_COVER_TITLE]    = {{{FONT_DISPLAY, 0, 280, 540},              {FONT_SANS, BOLD, 200, 264}},        10, 10, ALIGN_LEFT,   WHOLE | EVEN,        STYLE_BLUE},
    [ROLE_COVER_SUBTITLE] = {{{FONT_SANS, 0, 150, 240},                 {FONT_SANS, 0, 134, 180}},           24, 0,  ALIGN_LEFT,   WHOLE | EVEN,        STYLE_INK},
    [ROLE_COVER_LINE]     = {{{FONT_SANS, 0, 106, 172},                 {FONT_SANS, 0, 95, 136}},            8, 2,   ALIGN_LEFT,   EVEN,                STYLE_INK},
    [ROLE_COVER_STATUS]   = {{{FONT_SANS, BOLD, 106, 172},              {FONT_SANS, BOLD, 95, 136}},         8, 2,   ALIGN_LEFT,   0,                   STYLE_OCHRE_TEXT},
    [ROLE_DIVIDER]        = {{{FONT_SANS, 0, 100, 185},                 {FONT_SANS, 0, 100, 185}},           6, 10,  ALIGN_CENTRE, 0,                   STYLE_BLUE},
    [ROLE_TITLE]          = {{{FONT_DISPLAY, 0, 144, 281},              {FONT_SANS, BOLD, 140, 188}},        16, 6,  ALIGN_LEFT,   KEEP | WHOLE | EVEN, STYLE_BLUE},
    [ROLE_H1]             = {{{FONT_DISPLAY, 0, 170, 332},              {FONT_SANS, BOLD, 165, 215}},        44, 16, ALIGN_LEFT,   KEEP | WHOLE | EVEN, STYLE_BLUE},
    [ROLE_H2]             = {{{FONT_SANS, BOLD, 142, 230},              {FONT_SANS, BOLD, 128, 170}},        30, 8,  ALIGN_LEFT,   KEEP | WHOLE | EVEN, STYLE_INK},
    [ROLE_H3]             = {{{FONT_SANS, BOLD, 115, 190},              {FONT_SANS, BOLD, 104, 145}},        18, 5,  ALIGN_LEFT,   KEEP | WHOLE | EVEN, STYLE_BLUE},
    [ROLE_H4]             = {{{FONT_SANS, BOLD, 100, 165},              {FONT_SANS, BOLD, 90, 130}},         15, 3,  ALIGN_LEFT,   KEEP | WHOLE | EVEN, STYLE_GREY},
    [ROLE_H5]             = {{{FONT_SANS, 0, 100, 165},                 {FONT_SANS, 0, 90, 130}},            12, 2,  ALIGN_LEFT,   KEEP | WHOLE | EVEN, STYLE_BLUE},
    [ROLE_LEAD]           = {{{FONT_SANS, 0, 98, 162},                  {FONT_SANS, 0, 88, 128}},            4, 10,  ALIGN_LEFT,   KEEP | WHOLE,        STYLE_INK},
    [ROLE_OPENING]        = {{{FONT_SANS, BOLD, 300, 380},              {FONT_SANS, BOLD, 280, 340}},        30, 18, ALIGN_LEFT,   KEEP | WHOLE,        STYLE_BLUE},
    [ROLE_KIND]           = {{{FONT_SANS, BOLD, 98, 162},               {FONT_SANS, BOLD, 88, 128}},         0, 0,   ALIGN_LEFT,   KEEP | WHOLE,        STYLE_BLUE},
    [ROLE_FACTS]          = {{{FONT_SANS, 0, 88, 156},                  {FONT_SANS, 0, 79, 125}},            0, 0,   ALIGN_LEFT,   KEEP | WHOLE,        STYLE_GREY}, /* labels */
    [ROLE_FACT]           = {{{FONT_SANS, 0, 94, 154},                  {FONT_SANS, 0, 85, 125}},            1, 1,   ALIGN_LEFT,   KEEP | WHOLE,        STYLE_INK},
    [ROLE_PULL_QUOTE]     = {{{FONT_BODY, 0, 126, 222},                 {FONT_BODY, 0, 134, 185}},           14, 6,  ALIGN_LEFT,   EVEN,                STYLE_BLUE},
    [ROLE_SMALL]          = {{{FONT_SANS, 0, 90, 148},                  {FONT_SANS, 0, 81, 116}},            7, 7,   ALIGN_LEFT,   0,                   STYLE_INK},
    [ROLE_DETAIL]         = {{{FONT_SANS, 0, 90, 148},                  {FONT_SANS, 0, 81, 116}},            2, 6,   ALIGN_LEFT,   WHOLE | NEAR,        STYLE_FIRM},
    [ROLE_TOTAL]          = {{{FONT_SANS, BOLD, 300, 150},              {FONT_SANS, BOLD, 300, 150}},        14, 0,  ALIGN_LEFT,   KEEP | WHOLE | FLUSH, STYLE_BLUE},
    [ROLE_VOICE]          = {{{FONT_BODY, 0, 100, 185},                 {FONT_BODY, 0, 104, 145}},           10, 4,  ALIGN_LEFT,   WHOLE | EVEN,        STYLE_INK},
    [ROLE_NUMBERED]       = {{{FONT_SANS, BOLD, 150, 185},              {FONT_SANS, BOLD, 150, 185}},        10, 16, ALIGN_LEFT,   0,                   STYLE_BLUE},
    [ROLE_SIGNER]         = {{{FONT_BODY, 0, 100, 166},                 {FONT_BODY, 0, 104, 134}},           0, 0,   ALIGN_CENTRE, KEEP | EVEN,         STYLE_INK},
    [ROLE_FAULT]          = {{{FONT_SANS, 0, 96, 158},                  {FONT_SANS, 0, 87, 126}},            10, 10, ALIGN_LEFT,   0,                   STYLE_OCHRE_TEXT},
    [ROLE_MISSING]        = {{{FONT_SANS, 0, 96, 158},                  {FONT_SANS, 0, 87, 126}},            10, 10, ALIGN_LEFT,   0,                   STYLE_OCHRE_TEXT},
    [ROLE_CODE]           = {{{FONT_MONO, 0, 84, 150},                  {FONT_MONO, 0, 80, 122}},            10, 10, ALIGN_LEFT,   0,                   STYLE_INK},
    [ROLE_CAPTION]        = {{{FONT_SANS, 0, 94, 154},                  {FONT_SANS, 0, 84, 120}},            4, 10,  ALIGN_LEFT,   WHOLE,               STYLE_INK},
    [ROLE_CREDIT]         = {{{FONT_SANS, 0, 85, 136},                  {FONT_SANS, 0, 75, 106}},            1, 4,   ALIGN_LEFT,   WHOLE | NEAR,         STYLE_GREY},
    [ROLE_SOURCE]         = {{{FONT_SANS, 0, 90, 148},                  {FONT_SANS, 0, 81, 116}},            2, 4,   ALIGN_LEFT,   WHOLE | NEAR,         STYLE_GREY},
    [ROLE_CELL]           = {{{FONT_SANS, 0, 96, 156},                  {FONT_SANS, 0, 87, 125}},            2, 2,   ALIGN_LEFT,   0,                   STYLE_INK},
    [ROLE_TOC_ITEM]       = {{{FONT_SANS, 0, 104, 160},                 {FONT_SANS, 0, 93, 128}},            2, 0,   ALIGN_LEFT,   WHOLE | EVEN,        STYLE_INK},
    [ROLE_NOTE]           = {{{FONT_BODY, 0, 82, 150},                  {FONT_BODY, 0, 85, 118}},            2, 2,   ALIGN_LEFT,   0,                   STYLE_INK},
    [ROLE_CHART]          = {{{FONT_SANS, 0, 95, 154},                  {FONT_SANS, 0, 85, 124}},            10, 10, ALIGN_LEFT,   0,                   STYLE_INK},
    [ROLE_PROMPT]         = {{{FONT_SANS, BOLD, 108, 172},              {FONT_SANS, BOLD, 98, 136}},         20, 4,  ALIGN_LEFT,   KEEP | WHOLE | EVEN, STYLE_INK},
    [ROLE_FIELD]          = {{{FONT_SANS, 0, 104, 170},                 {FONT_SANS, 0, 93, 135}},            12, 4,   ALIGN_LEFT,   WHOLE,               STYLE_INK},
    [ROLE_OPTION]         = {{{FONT_SANS, 0, 108, 176},                 {FONT_SANS, 0, 98, 138}},            12, 3,  ALIGN_LEFT,   WHOLE,               STYLE_INK},
    [ROLE_SCALE]          = {{{FONT_SANS, 0, 98, 158},                  {FONT_SANS, 0, 88, 126}},            8, 8,   ALIGN_LEFT,   WHOLE,               STYLE_INK},
};

/* A cell of a fine table, and its caption; the same of a handout, which is read from the wall. */
static const struct style_entry
    FINE_CELL             =  {{{FONT_SANS, 0, 85, 127},                  {FONT_SANS, 0, 75, 103}},            0, 0,   ALIGN_LEFT,   0,                   STYLE_INK},
    HANDOUT_FINE_CELL     =  {{{FONT_SANS, 0, 95, 130},                  {FONT_SANS, 0, 85, 108}},            0, 0,   ALIGN_LEFT,   0,                   STYLE_INK};
/* clang-format on */

enum {
    UNIT = 9250,      /* half of 18.5 pt */
    ONE_SCALE = 1070, /* a one-language edition is set this much larger, */
    ONE_TITLE = 262,  /* its cover's title, which stands alone, at least so large, in tenths */
    REPORT = 82,      /* per cent of a unit is a report's: its spaces close up less than they widen */
    ITEM_GAP = 40,    /* per cent of a unit */
    PAIRED_GAP = 72,  /* the same where items stand level in two languages, and one of the two is shorter */
    SIGNATURE = 220,  /* the same above a signature */
    TURN = 80,        /* the same between a title and itself in the other language */
    UNDER_H1 = 130,   /* per cent of a unit, in a handout */
    OVERLINE = 7400,  /* from the line over a handout's title to the title */
    NEARER = 16 /* per cent of the size: so much closer under Khmer is a form's label in the other language */
};

/* Where in its leading a line's baseline lies, per cent. */
static const int32_t DEPTH[LANG_N] = {[LANG_KM] = 61, [LANG_EN] = 74};

/* Sizes: times thousandths, and more, to no less than; all other lengths times thousandths. */
static const struct {
    int32_t times, more, least[LANG_N], lengths;
} GROWTH[] = {
    [TYPE_PAGE] = {1000, 0, {0, 0}, 1000},
    [TYPE_SMALL] = {920, 0, {8420, 7500}, 800},
    [TYPE_SHEET] = {1000, 0, {0, 0}, 1000},
    [TYPE_CLOSE] = {920, 0, {9000, 8100}, 500},
    [TYPE_DIGEST] = {920, 0, {9000, 8100}, 500},
    [TYPE_TIMETABLE] = {1000, 0, {10000, 9500}, 1000},
    [TYPE_POCKET] = {880, 0, {8500, 8500}, 800},
    [TYPE_WALL] = {1750, 0, {18000, 16000}, 1050},
    [TYPE_SLIDES] = {1000, 14100, {24000, 24000}, 2000},
};

/* Sizes that are not grown but set, in tenths: what is read across a hall, or from three metres. */
static const struct {
    enum type_size type;
    enum role role;
    int16_t size[LANG_N];
} SET[] = {
    {TYPE_SHEET, ROLE_H1, {160, 160}},
    {TYPE_SHEET, ROLE_LEAD, {100, 92}},
    {TYPE_SHEET, ROLE_PROMPT, {108, 102}},
    {TYPE_SHEET, ROLE_SCALE, {90, 82}},
    {TYPE_SHEET, ROLE_FACTS, {100, 100}},
    {TYPE_SHEET, ROLE_FACT, {110, 104}},
    {TYPE_CLOSE, ROLE_TITLE, {150, 135}},
    {TYPE_CLOSE, ROLE_LEAD, {95, 90}},
    {TYPE_CLOSE, ROLE_DETAIL, {90, 81}},
    {TYPE_DIGEST, ROLE_TITLE, {147, 133}},
    {TYPE_DIGEST, ROLE_H1, {141, 126}},
    {TYPE_DIGEST, ROLE_H2, {120, 108}},
    {TYPE_DIGEST, ROLE_TOTAL, {360, 360}},
    {TYPE_DIGEST, ROLE_DETAIL, {90, 81}},
    {TYPE_SLIDES, ROLE_TITLE, {560, 480}},
    {TYPE_SLIDES, ROLE_COVER_TITLE, {460, 360}},
    {TYPE_SLIDES, ROLE_COVER_SUBTITLE, {260, 250}},
    {TYPE_SLIDES, ROLE_H1, {360, 340}},
    {TYPE_SLIDES, ROLE_H2, {320, 320}},
    {TYPE_SLIDES, ROLE_H3, {260, 240}},
    {TYPE_SLIDES, ROLE_P, {260, 250}},
    {TYPE_SLIDES, ROLE_LEAD, {250, 240}},
    {TYPE_SLIDES, ROLE_VOICE, {290, 280}},
    {TYPE_SLIDES, ROLE_TOTAL, {960, 960}},
    {TYPE_SLIDES, ROLE_CHART, {240, 240}},
    {TYPE_SLIDES, ROLE_COVER_LINE, {210, 200}},
    {TYPE_SLIDES, ROLE_COVER_STATUS, {200, 190}},
    {TYPE_SLIDES, ROLE_DETAIL, {180, 170}},
    {TYPE_SLIDES, ROLE_SOURCE, {180, 170}},
    {TYPE_SLIDES, ROLE_CREDIT, {160, 145}},
    {TYPE_WALL, ROLE_TITLE, {270, 240}},
    {TYPE_WALL, ROLE_H2, {240, 240}},
    {TYPE_WALL, ROLE_VOICE, {300, 300}},
    {TYPE_WALL, ROLE_PROMPT, {280, 266}},
    {TYPE_WALL, ROLE_TOTAL, {2000, 2000}},
    {TYPE_WALL, ROLE_CHART, {270, 252}},
    {TYPE_WALL, ROLE_LEAD, {300, 280}},
    {TYPE_WALL, ROLE_SMALL, {220, 220}},
    {TYPE_WALL, ROLE_DETAIL, {247, 220}},
    {TYPE_WALL, ROLE_SOURCE, {240, 220}},
    {TYPE_POCKET, ROLE_TITLE, {150, 140}},
    {TYPE_TIMETABLE, ROLE_TITLE, {200, 180}},
    {TYPE_POCKET, ROLE_H2, {112, 104}},
};

static int32_t set_size(enum type_size type, enum role role, enum lang lang)
{
    for (size_t i = 0; i < sizeof SET / sizeof *SET; i++)
        if (SET[i].type == type && SET[i].role == role) return SET[i].size[lang];
    return 0;
}

/* Leadings that are set, per cent of the size: short lines of a page that holds much, as close as their ink
 * allows. */
static const struct {
    enum type_size type;
    enum role role;
    int16_t leading[LANG_N];
} CLOSER[] = {
    {TYPE_CLOSE, ROLE_DETAIL, {151, 138}},
    {TYPE_CLOSE, ROLE_SOURCE, {151, 138}},
    {TYPE_DIGEST, ROLE_DETAIL, {139, 132}},
    {TYPE_DIGEST, ROLE_SOURCE, {139, 132}},
    {TYPE_DIGEST, ROLE_CHART, {140, 132}},
    {TYPE_DIGEST, ROLE_P, {156, 130}},
    {TYPE_DIGEST, ROLE_H2, {142, 130}},
    {TYPE_DIGEST, ROLE_H4, {144, 128}},
    {TYPE_SLIDES, ROLE_COVER_LINE, {136, 122}},
    {TYPE_SLIDES, ROLE_COVER_TITLE, {150, 120}},
    {TYPE_WALL, ROLE_TOTAL, {17, 17}},
    {TYPE_WALL, ROLE_VOICE, {142, 122}},
    {TYPE_WALL, ROLE_PROMPT, {136, 118}},
    {TYPE_WALL, ROLE_LEAD, {132, 118}},
    {TYPE_WALL, ROLE_CHART, {118, 112}},
    {TYPE_WALL, ROLE_TITLE, {150, 120}},
    {TYPE_WALL, ROLE_DETAIL, {126, 128}},
    {TYPE_WALL, ROLE_SOURCE, {136, 124}},
    {TYPE_WALL, ROLE_H2, {130, 116}},
    {TYPE_WALL, ROLE_SMALL, {136, 120}},
    {TYPE_SLIDES, ROLE_CHART, {146, 132}},
    {TYPE_SLIDES, ROLE_DETAIL, {146, 130}},
    {TYPE_SLIDES, ROLE_SOURCE, {146, 130}},
    {TYPE_SLIDES, ROLE_H2, {152, 124}},
    {TYPE_SLIDES, ROLE_LEAD, {146, 130}},
    {TYPE_SLIDES, ROLE_VOICE, {158, 134}},
    {TYPE_POCKET, ROLE_CELL, {148, 132}},
    {TYPE_POCKET, ROLE_LEAD, {150, 135}},
    {TYPE_POCKET, ROLE_SMALL, {148, 132}},
    {TYPE_POCKET, ROLE_H2, {150, 126}},
    {TYPE_POCKET, ROLE_TITLE, {184, 122}},
    {TYPE_TIMETABLE, ROLE_SMALL, {148, 122}},
    {TYPE_TIMETABLE, ROLE_DETAIL, {164, 173}},
    {TYPE_SHEET, ROLE_FACT, {160, 169}}, /* lines of both languages are level */
};

static int32_t closer_of(enum type_size type, enum role role, enum lang lang)
{
    for (size_t i = 0; i < sizeof CLOSER / sizeof *CLOSER; i++)
        if (CLOSER[i].type == type && CLOSER[i].role == role) return CLOSER[i].leading[lang];
    return 0;
}

/* Spaces that are set, in tenths of a unit. */
static const struct {
    enum type_size type;
    enum role role;
    int16_t before, after;
} SPACED[] = {
    {TYPE_SLIDES, ROLE_COVER_LINE, 6, 0}, {TYPE_SLIDES, ROLE_COVER_TITLE, 0, 4},
    {TYPE_SLIDES, ROLE_H2, 0, 4},         {TYPE_SLIDES, ROLE_DETAIL, 1, 2},
    {TYPE_SLIDES, ROLE_LEAD, 1, 10},      {TYPE_SLIDES, ROLE_TOTAL, 0, 0},
    {TYPE_SLIDES, ROLE_VOICE, 5, 1},      {TYPE_DIGEST, ROLE_H1, 0, 2},
    {TYPE_DIGEST, ROLE_H2, 15, 2},        {TYPE_DIGEST, ROLE_H4, 4, 0},
    {TYPE_DIGEST, ROLE_TOTAL, 24, 0},     {TYPE_TIMETABLE, ROLE_TITLE, 16, 10},
    {TYPE_DIGEST, ROLE_SOURCE, 0, 7},     {TYPE_SLIDES, ROLE_COVER_SUBTITLE, 6, 0},
    {TYPE_WALL, ROLE_TOTAL, 2, 0},        {TYPE_WALL, ROLE_SMALL, 4, 0},
    {TYPE_WALL, ROLE_H2, 2, 1},           {TYPE_WALL, ROLE_PROMPT, 22, 0},
    {TYPE_WALL, ROLE_VOICE, 10, 2},       {TYPE_WALL, ROLE_TITLE, 0, 3},
};

/* The same of a report's parts, which are many. */
static const struct {
    enum role role;
    int16_t before, after;
} REPORT_SPACED[] = {
    {ROLE_H1, 30, 13}, {ROLE_H2, 21, 8}, {ROLE_H3, 16, 5}, {ROLE_OPENING, 30, 14}, {ROLE_TOTAL, 19, 0},
};

static void set_report_spaces(const struct look *look, enum role role, struct style *s)
{
    if (look->handout || look->large) return;
    for (size_t i = 0; i < sizeof REPORT_SPACED / sizeof *REPORT_SPACED; i++) {
        if (REPORT_SPACED[i].role != role) continue;
        s->before = look->unit * REPORT_SPACED[i].before / 10;
        s->after = look->unit * REPORT_SPACED[i].after / 10;
    }
}

static void set_spaces(const struct look *look, enum role role, struct style *s)
{
    for (size_t i = 0; i < sizeof SPACED / sizeof *SPACED; i++) {
        if (SPACED[i].type != look->print->type || SPACED[i].role != role) continue;
        int32_t unit =
            role == ROLE_TITLE ? style_length(look, UNIT) : look->unit; /* titles do not close up */
        s->before = unit * SPACED[i].before / 10;
        s->after = unit * SPACED[i].after / 10;
    }
    set_report_spaces(look, role, s);
}

struct look style_look(const struct tree *tree, const struct print *print, int32_t scale)
{
    const struct sheet *s = &print->sheet;
    struct look k = {.print = print, .scale = scale, .large = print->type >= TYPE_WALL};
    k.width = s->width - s->inside - s->outside;
    k.height = s->height - s->top - s->bottom;
    k.handout = !tree->toc && !k.large;
    k.side = print->type == TYPE_DIGEST || print->type == TYPE_WALL;
    k.unruled = print->type == TYPE_WALL;
    k.timetable = print->type == TYPE_TIMETABLE || print->type == TYPE_POCKET;
    bool pairs = tree->both && tree->toc;
    bool one = !tree->both && tree->toc && !k.large && k.width > STYLE_MM(145);
    if (one) {
        k.scale = (int32_t)((int64_t)scale * ONE_SCALE / 1000);
        k.hang = STYLE_MM(34);
    }
    k.unit = style_space(&k, UNIT);
    if (tree->toc && !k.large) k.unit = k.unit * REPORT / 100;
    k.item_gap = k.unit * (pairs ? PAIRED_GAP : ITEM_GAP) / 100;
    k.signature = k.unit * SIGNATURE / 100;
    k.gutter = k.large ? STYLE_MM(14) : print->type == TYPE_SMALL ? STYLE_MM(5) : STYLE_MM(7);
    k.measure = k.large || k.width <= STYLE_MM(145) ? k.width : STYLE_MM(132);
    return k;
}

static int32_t scaled(const struct look *look, int32_t length)
{
    return (int32_t)((int64_t)length * look->scale / 1000);
}

int32_t style_length(const struct look *look, int32_t length)
{
    return scaled(look, (int32_t)((int64_t)length * GROWTH[look->print->type].lengths / 1000));
}

int32_t style_space(const struct look *look, int32_t space)
{
    return look->print->close ? scaled(look, space / 2) : style_length(look, space);
}

uint32_t style_grey(const struct look *look, uint32_t colour)
{
    if (!look->handout) return colour;
    return colour == STYLE_GREY || colour == STYLE_DIM ? STYLE_FIRM
           : colour == STYLE_HAIR                      ? STYLE_RULED
                                                       : colour;
}

static bool is_body(enum role role)
{
    return role == ROLE_P || role == ROLE_PROMPT || role == ROLE_ITEM || role == ROLE_SMALL ||
           role == ROLE_LEAD || role == ROLE_QUOTE || role == ROLE_SOURCE || role == ROLE_CELL ||
           role == ROLE_NOTE || (role >= ROLE_H1 && role <= ROLE_H5);
}

/* Inside tables, notes and on the cover text is set in the surrounding's own type. */
static const struct style_entry *entry_of(const struct look *look, enum role role, enum style_where where)
{
    if (where == STYLE_TABLE && (is_body(role) || role == ROLE_OPTION)) role = ROLE_CELL;
    if (where == STYLE_FINE_TABLE && (is_body(role) || role == ROLE_CAPTION))
        return look->handout ? &HANDOUT_FINE_CELL : &FINE_CELL;
    if (where == STYLE_NOTE && is_body(role)) role = ROLE_NOTE;
    if (where == STYLE_COVER && role == ROLE_P) role = ROLE_COVER_LINE;
    if (where == STYLE_PULLED && role == ROLE_P) role = ROLE_PULL_QUOTE;
    return &SHEET[SHEET[role].face[0].size ? role : ROLE_P];
}

/* The least that can be read on paper, of Khmer so much that other letters inside it can be read, too; the
 * least of a note's mark, and what part of the type beside it that is, per cent. */
static const int32_t LEAST[LANG_N] = {8420, 7500}, LEAST_MARK[LANG_N] = {8000, 7500};
enum { MARK = 62 };

int32_t style_mark_size(int32_t size, enum lang lang)
{
    int32_t mark = size * MARK / 100, least = LEAST_MARK[lang_or(lang, (enum lang)0)];
    if (least > size) least = size;
    return mark < least ? least : mark;
}

int32_t style_least(const struct look *look, enum lang lang)
{
    return scaled(look, GROWTH[look->print->type].least[lang]);
}

int32_t style_part(const struct look *look, int32_t size, enum lang lang, int32_t shrink)
{
    int32_t hall = style_least(look, lang), least = size > 0 ? (hall * 1000 + size - 1) / size : 0;
    if (look->print->type != TYPE_SLIDES || shrink > least) return shrink;
    return least < 1000 ? least : 1000;
}

static int32_t type_size(const struct look *look, enum role role, int32_t tenths, enum lang lang)
{
    enum type_size type = look->print->type;
    int32_t set = set_size(type, role, lang);
    if (set) return scaled(look, set * 100);
    if (role == ROLE_COVER_TITLE && look->hang && tenths < ONE_TITLE) tenths = ONE_TITLE;
    int32_t size = tenths * GROWTH[type].times / 10 + GROWTH[type].more;
    int32_t least = GROWTH[type].least[lang];
    return scaled(look, size < least ? least : size);
}

/* Of few words, though the sheet does not say so of the role everywhere. */
static bool lines_even(const struct look *look, enum role role)
{
    bool brief = role == ROLE_LEAD || role == ROLE_CELL || role == ROLE_DETAIL;
    if (look->large && (role == ROLE_LEAD || role == ROLE_SOURCE)) return true;
    if (look->print->type == TYPE_DIGEST && role == ROLE_P) return true; /* a quote of a line or two */
    return look->timetable ? brief : look->print->type == TYPE_SHEET && role == ROLE_FACT;
}

static void set_title(const struct look *look, enum role role, bool of_sheet, struct style *s)
{
    if (of_sheet) s->after = look->unit * UNDER_H1 / 100;
    if (role != ROLE_TITLE) return;
    if (look->handout) s->before = scaled(look, OVERLINE);
    if (!look->large) s->turn = style_length(look, UNIT * TURN / 100);
}

struct style style_of(const struct look *look, enum role role, enum lang lang, enum style_where where)
{
    enum type_size type = look->print->type;
    if (role == ROLE_H3 && (type == TYPE_CLOSE || type == TYPE_DIGEST)) role = ROLE_H4;
    bool begins = role == ROLE_H1 && look->handout && type != TYPE_DIGEST;
    if (begins) role = ROLE_TITLE; /* as forms begin */
    const struct style_entry *e = entry_of(look, role, where);
    lang = lang_or(lang, (enum lang)0);
    const struct style_face *f = &e->face[lang];
    unsigned flags = f->flags | e->flags;
    struct style s = {
        .use = (enum font_use)f->use, .align = (enum align)e->align, .colour = style_grey(look, e->colour)};
    s.size = type_size(look, role, f->size, lang);
    s.leading = (int32_t)((int64_t)s.size * f->leading / f->size);
    int32_t closer = closer_of(look->print->type, role, lang);
    if (closer) s.leading = (int32_t)((int64_t)s.size * closer / 100);
    s.depth = (int32_t)((int64_t)s.leading * DEPTH[lang] / 100);
    s.before = (int32_t)((int64_t)look->unit * e->before / 10);
    s.after = (int32_t)((int64_t)look->unit * e->after / 10);
    set_spaces(look, role, &s);
    set_title(look, role, begins, &s);
    if (role == ROLE_LEAD && look->large) s.colour = STYLE_BLUE; /* seen from afar */
    bool label = role == ROLE_OPTION || role == ROLE_PROMPT;
    if (label && lang == LANG_KM && !look->large) s.turn = -s.size * NEARER / 100;
    s.bold = flags & BOLD;
    s.keep = flags & KEEP;
    s.whole = flags & WHOLE;
    s.hyphenate = (flags & HYPHEN) && !look->handout && !look->large; /* words are parted in books alone */
    s.justify = flags & JUSTIFY && !look->side;                       /* a side's few words */
    s.further = flags & FURTHER;
    s.even = flags & EVEN || lines_even(look, role);
    s.parts = role == ROLE_DETAIL && look->timetable;
    s.listed = role == ROLE_FACT || (role == ROLE_CELL && look->timetable) || s.parts;
    s.near = flags & NEAR;
    s.flush = flags & FLUSH;
    s.signs = look->timetable && (role == ROLE_LEAD || role == ROLE_DETAIL);
    if ((where == STYLE_TABLE || where == STYLE_FINE_TABLE) && role >= ROLE_H1 && role <= ROLE_H5)
        s.bold = true;
    return s;
}

int32_t style_least_shrink(const struct look *look, enum style_where where)
{
    int32_t least = 0;
    for (int l = 0; l < LANG_N; l++) {
        int32_t size = style_of(look, ROLE_CELL, (enum lang)l, where).size;
        int32_t part = size > LEAST[l] ? (int32_t)(((int64_t)LEAST[l] * 1000 + size - 1) / size) : 1000;
        least = part > least ? part : least;
    }
    return least;
}
