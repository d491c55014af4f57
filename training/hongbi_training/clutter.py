"""What is photographed by mistake: pages of print, receipts, tables, cards, screenshots, bare surfaces."""

import cv2
import numpy as np

from .draft import Sheet
from .paper import over
from .printing import Type, scaled, stamp

NONE = np.zeros((0, 5), np.float32)


def _paper(rng, width: int, height: int) -> tuple[np.ndarray, np.ndarray]:
    tone = rng.uniform(190, 252) if rng.random() < 0.85 else rng.uniform(140, 200)
    return np.full((height, width), tone, np.uint8), np.zeros((height, width), np.uint8)


def prose(rng, type_: Type) -> Sheet:
    """A page of a book, a handout or a newspaper: print only, no place to write."""
    width = int(rng.choice([720, 720, 620, 900]))
    paper, ink = _paper(rng, width, int(720 * rng.uniform(1.0, 1.5)))
    face, size = type_.face(rng), rng.uniform(12, 30)
    columns = 1 if width == 620 else int(rng.choice([1, 1, 2, 3]))
    if width == 900:
        columns = 2
    left, right = width * rng.uniform(0.05, 0.14), width * (1 - rng.uniform(0.04, 0.14))
    gap, step = rng.uniform(15, 40), size * rng.uniform(1.05, 1.7)
    wide = (right - left - gap * (columns - 1)) / columns
    end = ink.shape[0] * rng.uniform(0.85, 0.97) if rng.random() < 0.75 else ink.shape[0] * rng.uniform(0.3, 0.85)
    for c in range(columns):
        x, y = left + c * (wide + gap), ink.shape[0] * rng.uniform(0.03, 0.12)
        while y < end - size:
            r = rng.random()
            if r < 0.04:
                head = type_.text(rng, face, size * rng.uniform(1.1, 1.9), wide * 0.6)
                y += step * 0.5
                stamp(ink, head, x + rng.choice([0, (wide - head.shape[1]) / 2]), y)
                y += step * 1.8
            elif r < 0.06 and y + 160 < end:
                high = rng.uniform(60, 150)
                picture = rng.integers(30, 200, (int(rng.integers(3, 9)), int(rng.integers(3, 9)))).astype(np.uint8)
                stamp(ink, cv2.resize(picture, (int(wide * 0.8), int(high)), interpolation=cv2.INTER_LINEAR), x + wide * 0.1, y)
                y += high + step
            else:
                last = rng.random() < 0.15
                stamp(ink, type_.text(rng, face, size, wide * (rng.uniform(0.2, 0.9) if last else 1)), x, y)
                y += step * (1.5 if last and rng.random() < 0.5 else 1)
    return Sheet(over(paper, ink, rng.uniform(0.55, 0.95)), NONE, False, "printed-page")


def receipt(rng, type_: Type) -> Sheet:
    width = int(rng.uniform(220, 420))
    paper, ink = _paper(rng, width, int(width * rng.uniform(1.2, 3.2)))
    face, size = type_.face(rng), rng.uniform(15, 26)
    y = 20.0
    while y < ink.shape[0] - size - 20:
        r = rng.random()
        if r < 0.12:
            for x in range(12, width - 12, 10):
                cv2.line(ink, (x, int(y + size / 2)), (x + 5, int(y + size / 2)), 255, 2)
        elif r < 0.24:
            stamp(ink, type_.text(rng, face, size * 1.2, width * 0.6), width * 0.2, y)
        elif r < 0.85:
            stamp(ink, type_.text(rng, face, size, width * rng.uniform(0.2, 0.5)), 14, y)
            amount = scaled(type_.sum(rng, 40, open_end=False), size)[:, : int(size * 3)]
            stamp(ink, amount, width - 14 - amount.shape[1], y)
        y += size * rng.uniform(1.1, 1.6)
    if rng.random() < 0.4:
        x, y0 = 20, int(ink.shape[0] - rng.uniform(40, 90))
        while x < width - 25:
            bar = int(rng.integers(1, 6))
            cv2.rectangle(ink, (x, y0), (x + bar, ink.shape[0] - 15), 255, -1)
            x += bar + int(rng.integers(2, 6))
    return Sheet(over(paper, ink, rng.uniform(0.5, 0.9)), NONE, False, "receipt")


def table(rng, type_: Type) -> Sheet:
    """A printed list or form whose cells are printed in too."""
    paper, ink = _paper(rng, 720, int(720 * rng.uniform(0.7, 1.42)))
    face, size = type_.face(rng), rng.uniform(13, 24)
    y, left, right = 40.0, 50.0, 670.0
    for _ in range(int(rng.integers(1, 6))):
        stamp(ink, type_.text(rng, face, size * rng.uniform(1, 1.6), rng.uniform(100, 400)), left, y)
        y += size * 1.7
    columns = int(rng.integers(2, 8))
    edges = np.sort(np.concatenate([[left, right], rng.uniform(left + 40, right - 40, columns - 1)]))
    high, ruled = size * rng.uniform(1.2, 2.2), rng.random() < 0.7
    rows = int(rng.integers(4, 30))
    for r in range(rows):
        if y + high > ink.shape[0] * 0.94:
            break
        for a, b in zip(edges[:-1], edges[1:]):
            if ruled:
                cv2.rectangle(ink, (int(a), int(y)), (int(b), int(y + high)), 220, 1)
            if b - a > 30 and rng.random() < 0.9:
                cell = (type_.text(rng, face, size, (b - a) * rng.uniform(0.3, 0.9)) if rng.random() < 0.6
                        else scaled(type_.sum(rng, 40, open_end=False), size)[:, : int(b - a - 8)])
                stamp(ink, cell, a + 4, y + (high - size) / 2)
        y += high
    return Sheet(over(paper, ink, rng.uniform(0.6, 0.95)), NONE, False, "printed-table")


def screenshot(rng, type_: Type) -> Sheet:
    """A telephone's own screen: bars, chat bubbles, lists, pictures; light or dark."""
    width, height = 720, int(720 * rng.uniform(1.3, 2.1))
    dark = rng.random() < 0.35
    image = np.full((height, width), rng.uniform(15, 60) if dark else rng.uniform(225, 255), np.uint8)
    face = type_.face(rng)

    def text(x, y, size, wide, level):
        strip = type_.text(rng, face, size, wide)
        y, x = int(y), int(x)
        h, w = min(strip.shape[0], height - y), min(strip.shape[1], width - x)
        if h > 2 and w > 2:
            part, alpha = image[y : y + h, x : x + w], strip[:h, :w].astype(np.float32) / 255
            part[:] = (part * (1 - alpha) + level * alpha).astype(np.uint8)

    front = rng.uniform(200, 255) if dark else rng.uniform(0, 80)
    cv2.rectangle(image, (0, 0), (width, int(rng.uniform(60, 120))), int(rng.uniform(20, 250)), -1)
    text(30, 30, 34, 300, 255 - image[40, 10])
    y, style = 140.0, str(rng.choice(["chat", "list", "article"]))
    while y < height - 120:
        if style == "chat":
            wide, rows = rng.uniform(150, 480), int(rng.integers(1, 5))
            x = 40 if rng.random() < 0.5 else width - 40 - wide
            level = rng.uniform(60, 120) if dark else rng.uniform(150, 255)
            cv2.rectangle(image, (int(x), int(y)), (int(x + wide), int(y + rows * 34 + 20)), int(level), -1)
            for k in range(rows):
                text(x + 12, y + 10 + k * 34, 26, wide - 24, 255 - level if abs(level - 128) > 40 else 0)
            y += rows * 34 + rng.uniform(35, 80)
        elif style == "list":
            cv2.circle(image, (70, int(y + 45)), 32, int(rng.uniform(30, 220)), -1, cv2.LINE_AA)
            text(125, y + 15, 30, rng.uniform(120, 400), front)
            text(125, y + 55, 22, rng.uniform(200, 540), (front + image[int(y), 5]) / 2)
            y += 110
            cv2.line(image, (125, int(y - 5)), (width, int(y - 5)), 128, 1)
        else:
            if rng.random() < 0.1:
                picture = rng.integers(0, 255, (6, 8)).astype(np.uint8)
                high = int(min(260, height - y))
                image[int(y) : int(y) + high, 30:690] = cv2.resize(picture, (660, 260), interpolation=cv2.INTER_CUBIC)[:high]
                y += high + 20
            text(30, y, 30, 660 * (rng.uniform(0.3, 1) if rng.random() < 0.2 else 1), front)
            y += 44
    cv2.rectangle(image, (0, height - 90), (width, height), int(rng.uniform(20, 250)), -1)
    for k in range(5):
        cv2.circle(image, (72 + 144 * k, height - 45), 22, int(rng.uniform(20, 250)), 3, cv2.LINE_AA)
    return Sheet(image, NONE, False, "screenshot")


def card(rng, type_: Type) -> Sheet:
    """A card, label or sign: few big lines, perhaps inverted."""
    width = 720
    paper, ink = _paper(rng, width, int(width * rng.uniform(0.4, 1.2)))
    face, y = type_.face(rng), 40.0
    while y < ink.shape[0] - 80:
        size = rng.uniform(24, 110)
        stamp(ink, type_.text(rng, face, size, width * rng.uniform(0.3, 0.85)), rng.uniform(20, 120), y)
        y += size * rng.uniform(1.2, 2)
    image = over(paper, ink, rng.uniform(0.6, 0.95))
    return Sheet(255 - image if rng.random() < 0.4 else image, NONE, False, "card")


def surface(rng, height: int, width: int) -> np.ndarray:
    """A bare desk, floor, cloth or wall."""
    kind, base = rng.integers(0, 5), rng.uniform(20, 235)
    if kind == 0:
        image = np.full((height, width), base, np.float32)
    elif kind == 1:  # wood: streaks along one direction
        field = rng.normal(0, 1, (int(rng.integers(2, 8)), int(rng.integers(60, 240)))).astype(np.float32)
        image = base + rng.uniform(4, 22) * cv2.resize(field, (width, height), interpolation=cv2.INTER_CUBIC)
        if rng.random() < 0.5:
            image = cv2.resize(image.T, (width, height))
    elif kind == 2:  # cloth, stone
        cell = int(rng.integers(2, 24))
        field = rng.normal(0, 1, (height // cell + 2, width // cell + 2)).astype(np.float32)
        image = base + rng.uniform(4, 30) * cv2.resize(field, (width, height), interpolation=cv2.INTER_LINEAR)
    elif kind == 3:  # tiles, boards, stripes
        period, image = rng.uniform(20, 200), np.full((height, width), base, np.float32)
        for p in np.arange(0, height + width, period):
            cv2.line(image, (0, int(p)), (width, int(p)), base * rng.uniform(0.5, 0.9), int(rng.integers(1, 5)))
            if rng.random() < 0.6:
                cv2.line(image, (int(p), 0), (int(p), height), base * rng.uniform(0.5, 0.9), int(rng.integers(1, 5)))
    else:  # patches and edges of things
        image = np.full((height, width), base, np.float32)
        for _ in range(int(rng.integers(2, 14))):
            points = rng.uniform(-0.2, 1.2, (4, 2)) * (width, height)
            cv2.fillConvexPoly(image, cv2.convexHull(points.astype(np.int32)), float(rng.uniform(10, 245)))
    return np.clip(image, 0, 255).astype(np.uint8)


def book(rng, type_: Type) -> Sheet:
    """A page of a book, or an open book: even lines of small type with paragraphs, dark towards the fold."""
    height, size = int(720 * rng.uniform(1.2, 1.6)), rng.uniform(13, 24)
    step, face, tone = size * rng.uniform(1.1, 2.4), type_.face(rng), rng.uniform(150, 250)
    left, right, top = 720 * rng.uniform(0.05, 0.16), 720 * rng.uniform(0.86, 0.95), height * rng.uniform(0.04, 0.12)
    dark, sides, lists = rng.uniform(0.55, 0.95), [], rng.random() < 0.3
    for side in range(2 if rng.random() < 0.35 else 1):
        ink, y = np.zeros((height, 720), np.uint8), top
        if rng.random() < 0.6:
            head = type_.text(rng, face, size, rng.uniform(60, 350))
            stamp(ink, head, (720 - head.shape[1]) * rng.uniform(0.2, 0.8), y - step * 0.5)
            y += step
        left_over, inset = 0, 0.0
        while y < height * 0.93:
            if left_over <= 0:
                left_over = int(rng.integers(1, 14))
                inset = rng.uniform(10, 90) if lists and rng.random() < 0.6 else 0
                if rng.random() < 0.15:
                    head = type_.text(rng, face, size * rng.uniform(1, 1.6), rng.uniform(60, 400))
                    stamp(ink, head, rng.choice([left, (720 - head.shape[1]) / 2]), y)
                    y += step * 1.6
                    continue
            room = (right - left - inset) * (rng.uniform(0.15, 0.9) if left_over == 1 or inset and rng.random() < 0.7 else 1)
            x, end = left + inset, left + inset + room
            while x < end - size:  # strips end to end make lines as long as they are to be
                strip = type_.text(rng, face, size, end - x)
                stamp(ink, strip, x, y)
                x += strip.shape[1]
            left_over -= 1
            y += step
        stamp(ink, scaled(type_.sum(rng, 40, open_end=False), size)[:, : int(size * 1.5)], 350, height * 0.955)
        page = over(np.full((height, 720), tone, np.uint8), ink, dark)
        if rng.random() < 0.7:
            near = np.exp(-np.arange(720) / rng.uniform(20, 120)) * rng.uniform(0.2, 0.8)
            light = (1 - (near if side else near[::-1])).astype(np.float32)
            page = (page * light).astype(np.uint8)
        sides.append(page)
    return Sheet(np.hstack(sides), NONE, False, "printed-page")


def nothing(rng, type_: Type) -> Sheet:
    maker = [prose, prose, prose, receipt, receipt, table, table, screenshot, screenshot, card]
    return maker[int(rng.integers(len(maker)))](rng, type_)
