#include "compose/figure/qr.h"

#include <qrencode.h>
#include <stdlib.h>

/* Letters beyond ASCII are read by cameras in one way alone: as what browsers make of them. */
static struct str encoded(struct arena *a, struct str url)
{
    struct buf b = BUF(a);
    buf_percent(&b, url);
    return str_copy(a, buf_str(&b));
}

static const struct qr *draw(struct arena *a, struct str url)
{
    QRcode *code = QRcode_encodeString(url.s, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
    if (!code) return NULL;
    struct qr *qr = ARENA_ONE(a, struct qr);
    size_t n = (size_t)code->width * (size_t)code->width;
    bool *dark = ARENA_MANY(a, bool, n);
    for (size_t i = 0; i < n; i++) dark[i] = code->data[i] & 1;
    *qr = (struct qr){.width = code->width, .dark = dark};
    QRcode_free(code);
    return qr;
}

const struct qr *qr_of(struct arena *a, struct str url)
{
    struct str address = encoded(a, url);
    return url.n && address.n <= URL_LONGEST ? draw(a, address) : NULL;
}

struct node *qr_node(struct builder *p, struct node *parent, struct str url)
{
    const struct qr *qr = qr_of(p->a, url);
    if (!qr) return NULL;
    struct node *n = builder_node(p, parent, ROLE_QR);
    n->qr = qr;
    struct bi alt = builder_say(p, WORD_QR_OF, bi_same(url));
    for (int l = 0; l < LANG_N; l++) n->alt[l] = alt.t[l];
    return n;
}

static struct node *with_link(struct builder *p, struct node *n, struct str shown, struct str url)
{
    struct span *link = node_text(p->a, n, shown, lang_of_text(shown), n->place);
    link->href = encoded(p->a, url);
    return n;
}

static struct node *with_address(struct builder *p, struct node *n, struct str shown, struct str url)
{
    node_text(p->a, n, STR(""), LANG_NONE, n->place)->kind = SPAN_BREAK;
    return with_link(p, n, shown, url);
}

/* As short as a reader types it. */
static struct str shown_of(struct str url)
{
    static const char SCHEME[] = "https://";
    return str_starts(url, SCHEME) ? str_sub(url, sizeof SCHEME - 1, url.n) : url;
}

struct node *qr_words(struct builder *p, struct node *parent, struct str url)
{
    if (!url.n) return NULL;
    return with_address(p, builder_line(p, parent, ROLE_SMALL, words_of(WORD_QR_LEADS)), url, url);
}

struct node *qr_words_near(struct builder *p, struct node *parent, struct str url)
{
    if (!url.n) return NULL;
    return with_address(p, builder_block(p, parent, ROLE_SMALL, words_of(WORD_QR_LEADS)), shown_of(url), url);
}
