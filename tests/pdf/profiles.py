"""Colour profiles and pictures that hold them, made for the tests (ICC.1:2010; PNG: ISO/IEC 15948; JPEG: ISO/IEC 10918-1)."""
import struct, zlib

WIDE = ((0.6097, 0.3111, 0.0195), (0.2053, 0.6257, 0.0609), (0.1492, 0.0632, 0.7446))  # Adobe RGB (1998), under D50
SRGB = ((0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141))

def fixed(x): return struct.pack(">i", round(x * 65536))
def xyz(c): return b"XYZ \0\0\0\0" + b"".join(map(fixed, c))

def icc(name=b"Wide", primaries=WIDE, version=2, kind=b"mntr", space=b"RGB "):
    curve = b"curv\0\0\0\0" + struct.pack(">IHxx", 1, round(2.2 * 256))
    tags = [(b"desc", b"desc\0\0\0\0" + struct.pack(">I", len(name) + 1) + name + b"\0" + bytes(78)),
            (b"cprt", b"text\0\0\0\0none\0"), (b"wtpt", xyz((0.9642, 1, 0.8249)))]
    if space == b"GRAY": tags.append((b"kTRC", curve))
    else: tags += [(c + b"XYZ", xyz(p)) for c, p in zip((b"r", b"g", b"b"), primaries)] + [(c + b"TRC", curve) for c in (b"r", b"g", b"b")]
    table, data, at = b"", b"", 132 + 12 * len(tags)
    for sign, content in tags:
        table += sign + struct.pack(">II", at + len(data), len(content))
        data += content + bytes(-len(content) % 4)
    head = struct.pack(">I4sI4s4s4s", at + len(data), b"\0\0\0\0", version << 24, kind, space, b"XYZ ") + bytes(12) + b"acsp" + bytes(28)
    return head + fixed(0.9642) + fixed(1) + fixed(0.8249) + bytes(48) + struct.pack(">I", len(tags)) + table + data

def chunk(kind, data): return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

def png(profile=None, colours=3, alpha=False, seed=0, packed=None):
    n = colours + alpha
    rows = b"".join(b"\0" + bytes((x * 7 + y * 3 + c * 50 + seed) % 256 for x in range(24) for c in range(n)) for y in range(16))
    kind = {1: 0, 2: 4, 3: 2, 4: 6}[n]
    packed = packed or (profile and zlib.compress(profile))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 24, 16, 8, kind, 0, 0, 0)) + \
        (chunk(b"iCCP", b"some\0\0" + packed) if packed else b"") + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")

def jpeg(plain, parts):
    """A JPEG's bytes with segments of a profile put in: (number, count, bytes) each."""
    segments = b"".join(b"\xff\xe2" + struct.pack(">H", 16 + len(p)) + b"ICC_PROFILE\0" + bytes((n, count)) + p for n, count, p in parts)
    return plain[:2] + segments + plain[2:]
