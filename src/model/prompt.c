#include "model/prompt.h"

static const struct row {
    const char *name;
    bool open, options, points;
} ROWS[PROMPT_TYPES] = {
    [PROMPT_OPEN] = {"open", .open = true},
    [PROMPT_CHOICE] = {"choice", .options = true},
    [PROMPT_CHOICES] = {"choices", .options = true},
    [PROMPT_SCALE] = {"scale", .points = true},
    [PROMPT_YESNO] = {.name = "yesno"},
    [PROMPT_RANKING] = {"ranking", .options = true},
};

const char *prompt_type_name(enum prompt_type type)
{
    return ROWS[type].name;
}

bool prompt_is_open(const struct prompt *q)
{
    return ROWS[q->type].open;
}

bool prompt_has_options(const struct prompt *q)
{
    return ROWS[q->type].options;
}

bool prompt_has_points(const struct prompt *q)
{
    return ROWS[q->type].points;
}
