"""Reads a QR code (ISO/IEC 18004, versions 1 to 6, level M) from its squares, as a camera would: no error correction."""

BLOCKS = {1: (16, 1, 10), 2: (28, 1, 16), 3: (44, 1, 26), 4: (32, 2, 18), 5: (43, 2, 24), 6: (27, 4, 16)} # data, how many, check: a block's
MASKS = [lambda y, x: (y + x) % 2, lambda y, x: y % 2, lambda y, x: x % 3, lambda y, x: (y + x) % 3, lambda y, x: (y // 2 + x // 3) % 2,
         lambda y, x: y * x % 2 + y * x % 3, lambda y, x: (y * x % 2 + y * x % 3) % 2, lambda y, x: ((y + x) % 2 + y * x % 3) % 2]

def squares(rects):
    """The matrix of (x, y, width, height) of what is dark."""
    left, top = min(r[0] for r in rects), min(r[1] for r in rects)
    corner = min((r for r in rects if abs(r[0] - left) < .1 and abs(r[1] - top) < .1), key=lambda r: r[3])
    step = corner[2] / 7 # the corner's upper edge is seven squares long
    side = round((max(r[0] + r[2] for r in rects) - left) / step)
    m = [[0] * side for _ in range(side)]
    for x, y, w, h in rects:
        for j in range(round((y - top) / step), round((y - top + h) / step)):
            for i in range(round((x - left) / step), round((x - left + w) / step)): m[j][i] = 1
    return m

def is_data(y, x, n, version):
    if (y < 9 and (x < 9 or x > n - 9)) or (y > n - 9 and x < 9) or y == 6 or x == 6: return False
    return version == 1 or not (n - 9 <= y <= n - 5 and n - 9 <= x <= n - 5)

def read(m):
    n = len(m)
    version = (n - 17) // 4
    data, blocks, _ = BLOCKS[version]
    form = [m[8][x] for x in (0, 1, 2, 3, 4)]
    form = [b ^ int(c) for b, c in zip(form, "10101")]
    assert form[:2] == [0, 0], "level M"
    mask = MASKS[form[2] * 4 + form[3] * 2 + form[4]]
    columns = [x for x in range(n - 1, -1, -1) if x != 6] # from the right, two by two: up in the first two, down in the next
    bits = []
    for k in range(0, len(columns), 2):
        for y in range(n) if k % 4 else range(n - 1, -1, -1):
            for x in columns[k:k + 2]:
                if is_data(y, x, n, version): bits.append(m[y][x] ^ (mask(y, x) == 0))
    words = [int("".join(map(str, map(int, bits[k:k + 8]))), 2) for k in range(0, len(bits) - 7, 8)]
    whole = bytes(words[b + k * blocks] for b in range(blocks) for k in range(data))
    return segments("".join(f"{w:08b}" for w in whole))

LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"

def segments(bits):
    """Bytes, capitals or digits, whatever is shorter, one after another."""
    said, at = "", 0
    def take(n):
        nonlocal at
        at += n
        return int(bits[at - n:at], 2)
    while at + 4 <= len(bits):
        kind = take(4)
        if kind == 4: said += bytes(take(8) for _ in range(take(8))).decode("ascii")
        elif kind == 2:
            n = take(9)
            for _ in range(n // 2): pair = take(11); said += LETTERS[pair // 45] + LETTERS[pair % 45]
            if n % 2: said += LETTERS[take(6)]
        elif kind == 1:
            n = take(10)
            for _ in range(n // 3): said += f"{take(10):03d}"
            if n % 3: said += f"{take((0, 4, 7)[n % 3]):0{n % 3}d}"
        else: break
    return said
