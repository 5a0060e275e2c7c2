#include "read/event_look.h"

#include "base/colour.h"
#include "read/format/image.h"

enum {
    LEAST_CONTRAST = 70,
    STEP = 2 /* per cent */
};

/* -- a colour -------------------------------------------------------------------------------------------- */

int event_look_contrast(uint32_t colour)
{
    return (int)(colour_contrast(colour, 0xFFFFFF) * 10);
}

/* The same hue, as light as it may be. */
static uint32_t darker(uint32_t colour)
{
    int percent = 100;
    while (percent > 0 && event_look_contrast(colour_mixed(colour, 0, 1000 - percent * 10)) < LEAST_CONTRAST)
        percent -= STEP;
    return colour_mixed(colour, 0, 1000 - percent * 10);
}

/* #0B3C5D, or without its #. */
static bool colour_of(struct str typed, uint32_t *colour)
{
    if (str_starts(typed, "#")) typed = str_sub(typed, 1, typed.n);
    *colour = 0;
    for (size_t i = 0; i < typed.n; i++) {
        int d = str_hex(typed.s[i]);
        if (d < 0) return false;
        *colour = *colour << 4 | (uint32_t)d;
    }
    return typed.n == 6;
}

static void read_colour(struct job *job, struct yaml_node *root, struct event *e)
{
    struct yaml_node *n = yaml_get(root, "colour");
    struct str typed = yaml_text(job, root, "colour");
    uint32_t colour;
    if (!typed.n) return;
    if (!colour_of(typed, &colour))
        diag_tell(job->diags, DIAG_EVENT_COLOUR, n->place, {0});
    else if (event_look_contrast(colour) < LEAST_CONTRAST)
        diag_tell(job->diags, DIAG_EVENT_COLOUR_PALE, n->place,
                  str_fmt(job->scratch, "#%06X", (unsigned)darker(colour)));
    else {
        e->has_colour = true;
        e->colour = colour;
    }
}

/* -- a picture, an address ------------------------------------------------------------------------------- */

static void read_cover(struct job *job, struct yaml_node *root, struct event *e)
{
    struct yaml_node *n = yaml_get(root, "cover");
    struct str path = yaml_text(job, root, "cover");
    if (path.n) e->cover = image_read(job, path, n->place);
}

/* With something behind its //, and no blank or control sign in it. */
static bool is_whole(struct str url)
{
    size_t host = str_starts_fold(url, "https://") ? 8 : str_starts_fold(url, "http://") ? 7 : url.n;
    for (size_t i = 0; i < url.n; i++)
        if ((unsigned char)url.s[i] <= ' ' || url.s[i] == 0x7F) return false;
    return host < url.n && url.s[host] != '/';
}

static void read_url(struct job *job, struct yaml_node *root, struct event *e)
{
    struct yaml_node *n = yaml_get(root, "url");
    struct str url = yaml_text(job, root, "url");
    if (!url.n) return;
    if (!is_whole(url)) {
        diag_tell(job->diags, DIAG_EVENT_URL, n->place, {0});
        return;
    }
    e->url = url;
    struct buf sent = BUF(job->scratch);
    buf_percent(&sent, url);
    if (sent.n > URL_LONGEST)
        diag_tell(job->diags, DIAG_EVENT_URL_LONG, n->place, str_fmt(job->scratch, "%zu", sent.n),
                  str_fmt(job->scratch, "%d", URL_LONGEST));
}

void event_look_read(struct job *job, struct yaml_node *root, struct event *e)
{
    read_cover(job, root, e);
    read_colour(job, root, e);
    read_url(job, root, e);
}
