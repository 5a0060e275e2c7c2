#include "base/unicode.h"

#include "base/str.h"

#include <hb.h>

enum { FULL_WIDTH = 0xFEE0, /* this far behind ASCII */ KHMER_FROM = 0x1780, KHMER_TO = 0x17FF };

static hb_unicode_general_category_t category(uint32_t cp)
{
    return hb_unicode_general_category(hb_unicode_funcs_get_default(), cp);
}

bool unicode_nonspacing(uint32_t cp)
{
    return cp >= 0x300 && category(cp) == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK;
}

bool unicode_mark(uint32_t cp)
{
    if (cp < 0x300) return false;
    hb_unicode_general_category_t c = category(cp);
    return c == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
           c == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK || c == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK;
}

bool unicode_accent(uint32_t cp)
{
    return unicode_nonspacing(cp) &&
           hb_unicode_script(hb_unicode_funcs_get_default(), cp) == HB_SCRIPT_INHERITED;
}

/* Letters with a stroke, a bar or a hook through them, ligatures, and letters of their own: Unicode has no
 * decomposition for these. Each is followed by what stands for it where it cannot be typed: those of European
 * and Vietnamese names, of African alphabets, and of older ways of writing them. */
static const char UNPARTED[] =
    "ÆAæaŒOœoĲIĳißsẞSſsÐDðdÞTþtØOøoĐDđdĦHħhıiȷjŁLłlŊNŋnŦTŧtŉnĸkĿLŀl"
    "ƏEəeǝeƎEƁBɓbƂBƃbƀbɃBƇCƈcȻCȼcƆOɔoƉDɖdƊDɗdƋDƌdƐEɛeɆEɇeƑFƒfƓGɠgǤGǥgƔGɣgƖIɩiƗIɨi"
    "ɈJɉjƘKƙkƚlȽLⱢLɫlƝNɲnȠNƞnƟOɵoƤPƥpƦRʀrɌRɍrⱤRɽrƬTƭtƮTʈtȾTⱦtƱUʊuɄUʉuƲVʋvƳYƴyɎYɏyƵZƶzȤZȥzⱫZⱬz"
    "ȺAⱥaⱧHⱨhⱩKⱪkƢOƣoȢOȣoƩSʃsƷZʒzȜYȝyƕhǶHƿwǷWǄDǅDǆdǇLǈLǉlǊNǋNǌnǱDǲDǳd";

static uint32_t unparted(uint32_t cp)
{
    struct str all = STR_INIT(UNPARTED);
    for (size_t at = 0; at < all.n;) {
        uint32_t letter = utf8_next(all, &at), base = utf8_next(all, &at);
        if (letter == cp) return base;
    }
    return cp;
}

uint32_t unicode_bare(uint32_t cp)
{
    hb_unicode_funcs_t *f = hb_unicode_funcs_get_default();
    hb_codepoint_t base = cp, letter, mark;
    if (cp < 0xC0 || (cp >= KHMER_FROM && cp <= KHMER_TO))
        return cp; /* has no parts: not asked, as it is so often */
    while (hb_unicode_decompose(f, base, &letter, &mark)) base = letter;
    if (hb_unicode_script(f, base) != HB_SCRIPT_LATIN) return cp; /* a syllable of Hangul has parts, too */
    if (base >= FULL_WIDTH) return base - FULL_WIDTH;
    return base < 0x80 ? base : unparted(base);
}
