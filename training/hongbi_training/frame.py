"""How a photo becomes the network's input. The Java reader does exactly the same, held alike by golden vectors."""

import cv2
import numpy as np

WIDTH, HEIGHT, PAD = 384, 512, 128


def letterbox(grey: np.ndarray) -> np.ndarray:
    """An upright 8-bit grey photo of any size as an 8-bit portrait frame of HEIGHT x WIDTH.

    A photo wider than high is fitted into the frame laid on its side and then turned 90 degrees clockwise, so that a
    landscape photo keeps its resolution; the network is trained on pages in all four orientations.
    """
    height, width = grey.shape
    landscape = width > height
    frame_width, frame_height = (HEIGHT, WIDTH) if landscape else (WIDTH, HEIGHT)
    scale = min(frame_width / width, frame_height / height)
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


def tensor(frame: np.ndarray) -> np.ndarray:
    """A frame as float32 [1, 1, HEIGHT, WIDTH] in 0..1."""
    return frame.astype(np.float32)[None, None] / np.float32(255)
