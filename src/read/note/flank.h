/* flank: what stands at either side of a run of *, as CommonMark 2.1 and 6.2 part it. */
#ifndef SASTRA_READ_NOTE_FLANK_H
#define SASTRA_READ_NOTE_FLANK_H

#include <stdint.h>

enum flank { FLANK_SPACE, FLANK_PUNCTUATION, FLANK_OTHER };

/* Punctuation as CommonMark 2.1 has it, of what stands beside Khmer; unknown: another. */
static inline enum flank flank_of(uint32_t c)
{
    if (!c || c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A))
        return FLANK_SPACE;
    if (c < 0x80) return (c > 0x2F && c < 0x3A) || (c | 32) - 'a' < 26 ? FLANK_OTHER : FLANK_PUNCTUATION;
    if (c >= 0x17D4 && c <= 0x17DA && c != 0x17D7) return FLANK_PUNCTUATION;
    if (c == 0xAB || c == 0xBB || c == 0xA1 || c == 0xBF || c == 0xA7 || c == 0xB7) return FLANK_PUNCTUATION;
    return (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205E) || (c >= 0x3001 && c <= 0x3011)
               ? FLANK_PUNCTUATION
               : FLANK_OTHER;
}

#endif
