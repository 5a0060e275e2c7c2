#!/usr/bin/env python3
"""Draws the sample's pictures: pictures.py FOLDER. Standard library only.

Flat shapes, filled with anti-aliasing: four sub-lines a pixel row, exact cover along each. Names that end in .jpg need
cjpeg (libjpeg-turbo-progs); the results stand in input/photos, so the build needs neither.
"""
import math
import os
import struct
import subprocess
import sys
import zlib

W, H, SUB = 1200, 800, 4
INK, BLUE, SKY, ICE = (26, 26, 26), (11, 60, 93), (150, 187, 208), (221, 233, 240)
OCHRE, SAND, PAPER, WHITE = (181, 101, 29), (232, 205, 160), (247, 243, 235), (255, 255, 255)
LEAF, MINT, CLAY, STONE = (62, 122, 92), (190, 217, 200), (150, 96, 66), (140, 140, 136)
HAIR, SKIN = (45, 38, 36), (198, 146, 108)


class Canvas:
    def __init__(self, ground):
        self.rows = [bytearray(bytes(ground) * W) for _ in range(H)]

    def fill(self, colour, *rings):
        """Fills rings (lists of points), even-odd."""
        edges = []
        for ring in rings:
            for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1]):
                if y0 != y1:
                    edges.append((min(y0, y1), max(y0, y1), x0, y0, (x1 - x0) / (y1 - y0)))
        if not edges:
            return
        top = max(0, math.floor(min(e[0] for e in edges)))
        end = min(H, math.ceil(max(e[1] for e in edges)))
        for y in range(top, end):
            near = [e for e in edges if e[0] < y + 1 and e[1] > y]
            spans = []
            for s in range(SUB):
                at = y + (s + 0.5) / SUB
                xs = sorted(x0 + (at - y0) * k for lo, hi, x0, y0, k in near if lo <= at < hi)
                spans += zip(xs[::2], xs[1::2])
            self.blend(y, spans, colour)

    def blend(self, y, spans, colour):
        cover = [0.0] * (W + 2)  # differences: a running sum gives each pixel's cover
        for a, b in spans:
            a, b = max(0.0, a), min(float(W), b)
            if a >= b:
                continue
            for x, sign in ((a, 1), (b, -1)):
                i = int(x)
                cover[i] += sign * (i + 1 - x)
                cover[i + 1] += sign * (x - i)
        row, full = self.rows[y], 0.0
        for x in range(W):
            full += cover[x]
            if full > 0.01:
                k = min(1.0, full / SUB)
                for c in range(3):
                    old = row[3 * x + c]
                    row[3 * x + c] = round(old + (colour[c] - old) * k)

    def rect(self, colour, x, y, w, h, r=0):
        if not r:
            return self.fill(colour, [(x, y), (x + w, y), (x + w, y + h), (x, y + h)])
        ring = []
        for cx, cy, from_ in ((x + w - r, y + r, -90), (x + w - r, y + h - r, 0), (x + r, y + h - r, 90), (x + r, y + r, 180)):
            ring += arc(cx, cy, r, r, from_, from_ + 90)
        self.fill(colour, ring)

    def disc(self, colour, x, y, rx, ry=None):
        self.fill(colour, arc(x, y, rx, ry or rx, 0, 360)[:-1])

    def line(self, colour, points, width, close=False):
        for (x0, y0), (x1, y1) in zip(points, points[1:] + (points[:1] if close else [])):
            n = math.hypot(x1 - x0, y1 - y0) or 1
            dx, dy = (y1 - y0) / n * width / 2, (x0 - x1) / n * width / 2
            self.fill(colour, [(x0 + dx, y0 + dy), (x1 + dx, y1 + dy), (x1 - dx, y1 - dy), (x0 - dx, y0 - dy)])
        for x, y in points:
            self.disc(colour, x, y, width / 2)

    def png(self):
        raw = b"".join(b"\0" + bytes(r) for r in self.rows)
        chunks = ((b"IHDR", struct.pack(">IIBBBBB", W, H, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(raw, 9)), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(
            struct.pack(">I", len(d)) + t + d + struct.pack(">I", zlib.crc32(t + d)) for t, d in chunks)

    def ppm(self):
        return b"P6 %d %d 255\n" % (W, H) + b"".join(bytes(r) for r in self.rows)


def arc(x, y, rx, ry, a, b):
    n = max(6, int(abs(b - a) / 360 * (24 + rx / 2)))
    return [(x + rx * math.cos(math.radians(a + (b - a) * i / n)), y + ry * math.sin(math.radians(a + (b - a) * i / n)))
            for i in range(n + 1)]


def person(c, x, y, size, shirt, long_hair=False, back=False):
    """Head and shoulders; y is the shoulders' foot."""
    if long_hair:
        c.rect(HAIR, x - size * .36, y - size * 1.32, size * .72, size * .82, size * .3)
    c.fill(shirt, arc(x, y, size * .72, size * .62, 180, 360))
    if not back:
        c.rect(SKIN, x - size * .12, y - size * .78, size * .24, size * .3, size * .1)
    c.disc(HAIR, x, y - size * .98, size * .36)
    if not back:
        c.disc(SKIN, x, y - size * .92, size * .29)
        c.fill(HAIR, arc(x, y - size * .98, size * .34, size * .3, 180, 360))
        for side in (-1, 1):
            c.disc(INK, x + side * size * .1, y - size * .88, size * .03)
        c.line(CLAY, arc(x, y - size * .8, size * .09, size * .05, 20, 160), size * .025)
    elif long_hair:
        c.rect(HAIR, x - size * .3, y - size * 1.0, size * .6, size * .66, size * .2)


def classroom():
    c = Canvas(PAPER)
    c.rect((226, 214, 190), 0, 620, W, 180)
    c.rect(BLUE, 250, 90, 620, 300, 10)
    c.rect((30, 84, 110), 266, 106, 588, 268, 4)
    c.line(ICE, [(300, 330), (300, 140)], 5)
    c.line(ICE, [(290, 320), (560, 320)], 5)
    c.line(SAND, [(300 + i * 5, 320 - 150 * (1 - math.exp(-i / 16))) for i in range(50)], 6)
    c.line(ICE, [(640, 300), (720, 170), (800, 300)], 5, close=True)
    c.line(ICE, [(720, 170), (720, 300)], 4)
    for x in (60, 960):
        c.rect(WHITE, x, 110, 180, 240)
        c.rect(SKY, x + 12, 122, 72, 102)
        c.rect(SKY, x + 96, 122, 72, 102)
        c.rect(MINT, x + 12, 236, 72, 102)
        c.rect(MINT, x + 96, 236, 72, 102)
    c.rect(CLAY, 236, 388, 650, 14, 4)
    person(c, 930, 500, 120, LEAF, long_hair=True)
    c.rect(LEAF, 844, 498, 172, 60)
    c.line(SKIN, [(866, 446), (772, 316)], 20)
    c.line(LEAF, [(868, 458), (836, 402)], 36)
    c.rect(CLAY, 816, 520, 330, 18, 4)
    c.rect((176, 118, 84), 832, 538, 298, 96)
    c.rect(OCHRE, 1040, 490, 76, 30, 3)
    c.rect(BLUE, 1048, 470, 62, 20, 3)
    c.rect(MINT, 842, 512, 70, 8, 2)
    for row, (y, size) in enumerate(((610, 78), (770, 104))):
        for i in range(4):
            x = (150 if row else 170) + i * (300 if row else 240)
            if i > 2:  # the desk and the mentor stand here
                continue
            person(c, x, y, size, WHITE, long_hair=(i + row) % 2 == 0, back=True)
            c.rect((205, 160, 110), x - size * 1.05, y - size * .05, size * 2.1, size * .14, 4)
            c.rect((160, 116, 76), x - size * .95, y + size * .09, size * .1, size * .5)
            c.rect((160, 116, 76), x + size * .85, y + size * .09, size * .1, size * .5)
    person(c, 1010, 800, 128, OCHRE, back=True)
    c.fill(WHITE, [(1076, 706), (1148, 690), (1156, 776), (1086, 792)])
    for i in range(4):
        c.line(STONE, [(1088, 722 + i * 16), (1138, 711 + i * 16)], 4)
    c.line(SKIN, [(1080, 770), (1100, 752)], 18)
    return c


def cycle():
    c = Canvas(WHITE)
    cx, cy, r = 600, 400, 262
    for q in range(4):
        a = -90 + q * 90
        ring = arc(cx, cy, r + 13, r + 13, a + 31, a + 54) + arc(cx, cy, r - 13, r - 13, a + 54, a + 31)
        c.fill(SKY, ring)
        t = math.radians(a + 54)
        ux, uy, tx, ty = math.cos(t), math.sin(t), -math.sin(t), math.cos(t)
        c.fill(SKY, [(cx + (r + 34) * ux, cy + (r + 34) * uy), (cx + (r - 34) * ux, cy + (r - 34) * uy),
                     (cx + r * ux + 46 * tx, cy + r * uy + 46 * ty)])
    at = [(600, 138), (862, 400), (600, 662), (338, 400)]
    for (x, y), ground in zip(at, (ICE, MINT, (244, 226, 200), ICE)):
        c.disc(BLUE, x, y, 122)
        c.disc(ground, x, y, 114)
    x, y = at[0]  # plan: a sheet and a pencil
    c.rect(WHITE, x - 58, y - 70, 96, 136, 8)
    for i in range(5):
        c.line(STONE, [(x - 42, y - 44 + i * 24), (x + 22 - 14 * (i % 2), y - 44 + i * 24)], 6)
    c.fill(OCHRE, [(x + 62, y - 52), (x + 84, y - 36), (x + 34, y + 36), (x + 12, y + 20)])
    c.fill(SAND, [(x + 12, y + 20), (x + 34, y + 36), (x + 6, y + 54)])
    c.fill(INK, [(x + 11, y + 42), (x + 17, y + 47), (x + 6, y + 54)])
    x, y = at[1]  # watch: an eye
    lid = arc(x, y + 52, 106, 106, 210, 330)
    c.fill(WHITE, lid + arc(x, y - 52, 106, 106, 30, 150))
    c.line(BLUE, lid + arc(x, y - 52, 106, 106, 30, 150), 9, close=True)
    c.disc(LEAF, x, y, 36)
    c.disc(INK, x, y, 18)
    c.disc(WHITE, x + 9, y - 11, 8)
    x, y = at[2]  # talk: two speech bubbles
    c.rect(BLUE, x - 84, y - 66, 118, 76, 24)
    c.fill(BLUE, [(x - 60, y), (x - 22, y), (x - 64, y + 36)])
    c.rect(OCHRE, x - 30, y - 8, 118, 76, 24)
    c.fill(OCHRE, [(x + 26, y + 60), (x + 62, y + 60), (x + 66, y + 96)])
    for i in range(3):
        c.disc(WHITE, x - 54 + i * 28, y - 30, 8)
        c.disc(WHITE, x + 2 + i * 28, y + 30, 8)
    x, y = at[3]  # try again: a board and a round arrow
    c.rect(CLAY, x - 84, y - 62, 168, 116, 8)
    c.rect((30, 84, 110), x - 75, y - 53, 150, 98, 4)
    ring = arc(x, y - 4, 37, 37, -40, 230)
    c.fill(SAND, ring + arc(x, y - 4, 25, 25, 230, -40))
    c.fill(SAND, [(x + 8, y - 30), (x + 46, y - 52), (x + 48, y - 8)])
    c.line(CLAY, [(x - 40, y + 54), (x - 58, y + 84)], 8)
    c.line(CLAY, [(x + 40, y + 54), (x + 58, y + 84)], 8)
    for side, shirt, hair in ((-1, OCHRE, True), (1, LEAF, False)):
        person(c, cx + side * 66, cy + 70, 104, shirt, hair)
    return c


def bridge():
    c = Canvas((238, 244, 247))
    c.rect((222, 204, 170), 0, 700, W, 100)
    c.rect(WHITE, 400, 50, 400, 170, 6)  # what was forecast, and what it carried
    c.line(STONE, [(430, 76), (430, 196), (770, 196)], 5)
    for i, (low, high) in enumerate(((40, 62), (70, 52), (46, 88), (30, 104))):
        c.rect(SKY, 456 + i * 78, 194 - low, 24, low)
        c.rect(OCHRE, 484 + i * 78, 194 - high, 24, high)
    for x in (40, 940):
        c.rect((205, 160, 110), x, 470, 220, 26, 4)
        c.rect((160, 116, 76), x + 22, 496, 24, 204)
        c.rect((160, 116, 76), x + 174, 496, 24, 204)
    top = [(300 + i * 200, 300) for i in range(4)]
    low = [(200 + i * 200, 450) for i in range(5)]
    for dy, shade in ((16, (196, 186, 166)), (0, PAPER)):
        for a, b in list(zip(low, low[1:])) + list(zip(top, top[1:])) + list(zip(low, top)) + list(zip(top, low[1:])):
            a, b = (a[0] + dy, a[1] - dy), (b[0] + dy, b[1] - dy)
            c.line((120, 110, 96), [a, b], 24)
            c.line(shade, [a, b], 20)
            n = int(math.hypot(b[0] - a[0], b[1] - a[1]) / 14)
            for i in range(2, n - 1):  # the print of the newspaper
                p = i / n
                px, py = a[0] + (b[0] - a[0]) * p, a[1] + (b[1] - a[1]) * p
                c.rect((170, 162, 148), px - 3, py - 4 + (i % 3) * 3, 6, 3)
    for x, y in top + low:
        c.disc(OCHRE, x, y, 15)
        c.disc(SAND, x, y, 7)
    c.line(STONE, [(600, 462), (600, 540)], 6)
    c.fill(CLAY, [(560, 540), (640, 540), (676, 640), (652, 668), (548, 668), (524, 640)])
    c.rect(OCHRE, 556, 532, 88, 18, 6)
    for i in range(10):
        c.disc(SAND, 556 + (i * 37) % 90, 578 + (i * 23) % 74, 5)
    for i, (x, y, s) in enumerate(((90, 470, 46), (150, 470, 60), (1060, 470, 54), (1124, 470, 40))):
        c.fill(STONE if i % 2 else (112, 116, 116), arc(x, y, s * .62, s * .8, 180, 360))
    return c


def cups():
    c = Canvas((246, 241, 246))
    c.rect((205, 160, 110), 0, 600, W, 200)
    c.rect((222, 180, 132), 0, 600, W, 22)
    shades = [(196, 40, 72), (214, 92, 142), (146, 92, 168), (84, 96, 176), (60, 142, 150), (90, 160, 84), (196, 186, 70)]
    for i, shade in enumerate(shades):
        x = 90 + i * 146
        c.fill((250, 252, 253), [(x, 400), (x + 120, 400), (x + 104, 640), (x + 16, 640)])
        c.fill(shade, [(x + 7, 470), (x + 113, 470), (x + 101, 630), (x + 19, 630)])
        light = tuple(min(255, v + 48) for v in shade)
        c.disc(light, x + 60, 470, 53, 13)
        c.fill(light, [(x + 22, 500), (x + 34, 500), (x + 42, 612), (x + 32, 612)])
        c.line((196, 210, 218), [(x, 400), (x + 16, 640)], 5)
        c.line((196, 210, 218), [(x + 120, 400), (x + 104, 640)], 5)
        c.line((196, 210, 218), [(x + 16, 640), (x + 104, 640)], 5)
        c.line((196, 210, 218), arc(x + 60, 400, 60, 12, 0, 360), 5)
        c.rect(WHITE, x + 30, 668, 60, 40, 4)
        for k in range(i + 1):
            c.disc(INK, x + 40 + (k % 4) * 13, 680 + (k // 4) * 15, 4)
    for k, (rx, ry, shade) in enumerate(((136, 118, (104, 44, 104)), (112, 98, (136, 66, 134)), (82, 74, (162, 96, 158)), (48, 46, (186, 134, 182)))):
        c.disc(shade, 300, 240 + k * 5, rx, ry - 4)
    for a in (-150, -120, -90, -60, -30):
        t = math.radians(a)
        c.line((222, 196, 220), [(300, 334), (300 + 106 * math.cos(t), 266 + 100 * math.sin(t))], 5)
    c.fill(SAND, [(800, 350), (960, 350), (980, 230), (780, 230)])
    c.disc(WHITE, 880, 230, 100, 26)
    c.disc((240, 240, 236), 880, 226, 66, 34)
    c.rect(LEAF, 620, 180, 70, 170, 14)
    c.rect(LEAF, 640, 130, 30, 56, 6)
    c.rect(OCHRE, 636, 116, 38, 22, 5)
    c.rect(PAPER, 626, 230, 58, 70, 4)
    c.rect(CLAY, 140, 350, 920, 16, 6)
    return c


def water_filter():
    c = Canvas((240, 246, 248))
    c.rect((222, 204, 170), 0, 690, W, 110)
    x, left, right = 600, 450, 750
    c.fill((226, 240, 246), [(left, 120), (right, 120), (right, 470), (x + 46, 560), (x + 46, 600), (x - 46, 600), (x - 46, 560), (left, 470)])
    layers = (((170, 140, 96), 150, 225), ((150, 150, 146), 225, 300), ((226, 198, 140), 300, 385), ((58, 56, 58), 385, 455))
    for shade, a, b in layers:
        c.rect(shade, left + 6, a, right - left - 12, b - a)
    c.fill(WHITE, [(left + 6, 455), (right - 6, 455), (right - 6, 468), (x + 40, 556), (x - 40, 556), (left + 6, 468)])
    for i in range(64):  # gravel
        px, py = left + 22 + 256 * (i * .7549 % 1), 238 + 52 * (i * .5698 % 1)
        c.disc(((112, 116, 116), (186, 184, 178), (132, 120, 104))[i % 3], px, py, 8 + i % 5, 7 + i % 3)
    for i in range(150):
        c.disc((196, 160, 98), left + 14 + 272 * (i * .7549 % 1), 306 + 74 * (i * .5698 % 1), 2.4)
    for i in range(70):
        c.rect((94, 92, 94), left + 14 + 264 * (i * .7549 % 1), 390 + 56 * (i * .5698 % 1), 9, 5)
    for i in range(14):
        c.line((212, 222, 226), arc(left + 40 + i * 18, 486 + (i % 3) * 8, 14, 10, 180, 340), 3)
    outline = [(left, 120), (left, 470), (x - 46, 560), (x - 46, 604)], [(right, 120), (right, 470), (x + 46, 560), (x + 46, 604)]
    for side in outline:
        c.line(BLUE, side, 7)
    c.line(BLUE, arc(x, 120, 150, 22, 0, 360), 7)
    for y in (622, 650):
        c.fill(SKY, [(x, y - 14), (x + 9, y + 4), (x, y + 12), (x - 9, y + 4)])
    c.fill((200, 224, 236), [(510, 690), (690, 690), (676, 770), (524, 770)])
    c.line(BLUE, [(500, 640), (524, 772), (676, 772), (700, 640)], 7)
    c.line(CLAY, [(400, 700), (400, 330), (448, 330)], 16)
    c.line(CLAY, [(800, 700), (800, 330), (752, 330)], 16)
    c.rect(CLAY, 360, 692, 90, 20, 4)
    c.rect(CLAY, 750, 692, 90, 20, 4)
    samples = ((170, 140, 96), (150, 150, 146), (226, 198, 140), (58, 56, 58), WHITE)
    for i, shade in enumerate(samples):  # five heaps beside it, in the order of the layers
        y = 186 + i * 92
        c.line(STONE, [(right + 12 - (i == 4) * 50, y - (i == 4) * 40), (930, y)], 3)
        c.disc((214, 222, 226), 1010, y, 82, 34)
        c.fill(shade, arc(1010, y + 4, 60, 40, 180, 360))
    mud = (150, 122, 84)
    c.fill(mud, [(352, 74), (420, 60), (470, 66), (496, 100), (500, 150), (478, 150), (474, 108), (452, 88), (360, 98)])
    c.fill(mud, [(192, 150), (352, 78), (372, 100), (296, 262), (236, 268)])
    c.line(BLUE, [(348, 50), (180, 120), (228, 280), (300, 276), (376, 106)], 8)
    c.line(BLUE, arc(176, 208, 50, 46, 75, 262), 8)
    return c


def reflections_box():
    c = Canvas((244, 239, 229))
    c.rect((205, 160, 110), 0, 610, W, 190)
    c.rect((222, 180, 132), 0, 610, W, 20)
    c.fill((8, 46, 72), [(820, 300), (940, 250), (940, 600), (820, 680)])
    c.fill((52, 104, 140), [(360, 300), (820, 300), (940, 250), (500, 250)])
    c.rect(BLUE, 360, 300, 460, 380)
    c.fill(INK, [(520, 280), (760, 280), (786, 268), (552, 268)])
    c.fill(WHITE, [(548, 274), (590, 92), (788, 130), (752, 274)])
    for i in range(5):
        c.line(STONE if i else OCHRE, [(612 - i * 5, 126 + i * 28), (752 - i * 5 - (30 if i % 2 else 0), 153 + i * 28 - (6 if i % 2 else 0))], 7)
    c.rect(PAPER, 440, 400, 300, 180, 18)
    c.rect(OCHRE, 480, 436, 130, 74, 24)
    c.fill(OCHRE, [(506, 500), (542, 500), (502, 540)])
    for i in range(3):
        c.disc(WHITE, 516 + i * 28, 473, 8)
    c.line(BLUE, arc(664, 470, 26, 26, 180, 400) + [(668, 512)], 11)
    c.disc(BLUE, 668, 542, 8)
    for k, (x, y, shade) in enumerate(((90, 600, WHITE), (140, 640, ICE), (980, 640, WHITE), (1010, 690, (244, 226, 200)), (210, 700, WHITE))):
        dx = (k % 3) * 10
        c.fill((190, 150, 104), [(x + 8, y + 12), (x + 148, y - 8 + dx), (x + 168, y + 62 + dx), (x + 22, y + 80)])
        c.fill(shade, [(x, y), (x + 140, y - 20 + dx), (x + 160, y + 50 + dx), (x + 14, y + 68)])
        for i in range(3):
            c.line(STONE, [(x + 24 + i * 3, y + 14 + i * 15), (x + 122 + i * 3 - 20 * (i == 2), y + i * 15 + dx * .7)], 4)
    return c


PICTURES = {"classroom.png": classroom, "mentoring-cycle.png": cycle, "paper-bridge.png": bridge,
            "coloured-cups.jpg": cups, "water-filter.png": water_filter, "reflections-box.jpg": reflections_box}


def main(args):
    if len(args) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    os.makedirs(args[0], exist_ok=True)
    for name, draw in PICTURES.items():
        data = draw()
        if name.endswith(".jpg"):
            data = subprocess.run(["cjpeg", "-quality", "88", "-optimize"], input=data.ppm(), stdout=subprocess.PIPE, check=True).stdout
        else:
            data = data.png()
        with open(os.path.join(args[0], name), "wb") as f:
            f.write(data)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
