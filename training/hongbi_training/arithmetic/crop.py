"""How a line found on a page becomes the network's input. The Java reader does exactly the same, held alike by golden vectors."""

import cv2
import numpy as np

HEIGHT, CAP_PX = 40, 18
"""Rows of the input, and how many of them a printed digit is high where its height is told right."""
STEP = 4
"""Columns of the input to one column of the network's output."""
LEAST, MOST = 40, 824
PAPER_RANK, BRIGHTEST = 0.9, 1.25


def width(length: float, cap: float) -> int:
    """Columns of a line so long (any unit) whose printed digits are cap high: a whole number of steps."""
    return int(np.clip(np.ceil(length / cap * CAP_PX / STEP) * STEP, LEAST, MOST))


def cut(photo: np.ndarray, start: np.ndarray, end: np.ndarray, cap: float) -> np.ndarray:
    """Cuts a line straight from an 8-bit grey photo: uint8 (HEIGHT, width).

    start, end: the ends of the line through the middle of its digits, in OpenCV's pixel coordinates; cap: height of its
    printed digits in pixels. Sampled at twice the size, then averaged by two.
    """
    along = end - start
    length = float(np.hypot(*along))
    columns = width(length, cap)
    along = along / length
    down = np.array([-along[1], along[0]]) * cap / CAP_PX * HEIGHT / 2
    corners = np.array([start - down, end - down, start + down], np.float32)
    whole = np.array([(0, 0), (columns, 0), (0, HEIGHT)], np.float32) * 2 - 0.5
    twice = cv2.warpAffine(
        photo, cv2.getAffineTransform(whole, corners), (2 * columns, 2 * HEIGHT),
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP, borderMode=cv2.BORDER_REPLICATE,
    )
    return cv2.resize(twice, (columns, HEIGHT), interpolation=cv2.INTER_AREA)


def values(crop: np.ndarray) -> np.ndarray:
    """A crop as float32 (HEIGHT, width): each pixel over the crop's paper, at most BRIGHTEST.

    Paper is the value at place floor(PAPER_RANK * (pixels - 1)) of the crop's values in rising order, at least 1.
    """
    rank = int(PAPER_RANK * (crop.size - 1))
    paper = max(1, int(np.partition(crop.reshape(-1), rank)[rank]))
    return np.minimum(crop.astype(np.float32) / np.float32(paper), np.float32(BRIGHTEST))


def arranged(shares: np.ndarray) -> np.ndarray:
    """Shares of paper's light (HEIGHT, width) as the exported network takes them: twice the darkness, squares of four pixels one above the
    other, float32 (4, HEIGHT / 2, width / 2)."""
    h, w = shares.shape
    return ((1 - shares) * 2).reshape(h // 2, 2, w // 2, 2).transpose(1, 3, 0, 2).reshape(4, h // 2, w // 2)
