"""How a photo becomes the network's input. The Java reader does exactly the same, held alike by golden vectors."""

import math

import cv2
import numpy as np

WIDTH, HEIGHT, PAD = 384, 512, 128
NEARLY = 1.05


def letterbox(grey: np.ndarray) -> np.ndarray:
    """An upright 8-bit grey photo of any size as an 8-bit portrait frame of HEIGHT x WIDTH.

    A photo wider than high is fitted into the frame laid on its side and then turned 90 degrees clockwise, so that a
    landscape photo keeps its resolution; the network is trained on pages in all four orientations. Where a whole factor
    fills nearly as much of the frame, the photo is shrunk by it: ten times as cheap. Pixels left over are cut off.
    """
    height, width = grey.shape
    landscape = width > height
    frame_width, frame_height = (HEIGHT, WIDTH) if landscape else (WIDTH, HEIGHT)
    scale = min(frame_width / width, frame_height / height)
    if factor := whole(scale):
        w, h = width // factor, height // factor
        grey = grey[: h * factor, : w * factor]
    else:
        # floor(x + 0.5) and not round(): Python rounds halves to even, Java's Math.round rounds them up.
        w = min(frame_width, max(1, int(width * scale + 0.5)))
        h = min(frame_height, max(1, int(height * scale + 0.5)))
    small = cv2.resize(grey, (w, h), interpolation=cv2.INTER_AREA)
    if landscape:
        small = cv2.rotate(small, cv2.ROTATE_90_CLOCKWISE)
        h, w = small.shape
    frame = np.full((HEIGHT, WIDTH), PAD, np.uint8)
    top, left = (HEIGHT - h) // 2, (WIDTH - w) // 2
    frame[top : top + h, left : left + w] = small
    return frame


def whole(scale: float) -> int:
    """The whole factor to shrink by instead of a scale; 0 where it would fill the frame clearly less, or enlarge."""
    factor = math.ceil(1 / scale)
    return factor if scale <= 1 and factor * scale < NEARLY else 0


def tensor(frame: np.ndarray) -> np.ndarray:
    """A frame as float32 [1, 1, HEIGHT, WIDTH] in 0..1."""
    return frame.astype(np.float32)[None, None] / np.float32(255)
