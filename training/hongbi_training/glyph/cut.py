"""How a printed box becomes a network's input. The Java reader does exactly the same, held alike by golden vectors."""

import dataclasses

import cv2
import numpy as np

PAPER_RANK, BRIGHTEST = 0.9, 1.25


@dataclasses.dataclass(frozen=True)
class Window:
    """The input of one network in pixels: its size, and the room that the printed box fills at most, in its middle.

    The printed box keeps its shape and its writing keeps its size and place relative to it: nothing is cropped to the ink.
    """

    width: int
    height: int
    box_width: int
    box_height: int

    def corners(self, width: float, height: float) -> np.ndarray:
        """Where the corners of a box of this width and height (any unit) come to lie, clockwise from top left, float32
        (4, 2), in OpenCV's pixel coordinates (0, 0 is the centre of the first pixel) of the window at twice its size."""
        scale = min(self.box_width / width, self.box_height / height)
        x, y = width * scale / 2, height * scale / 2
        box = np.array([(-x, -y), (x, -y), (x, y), (-x, y)]) + (self.width / 2, self.height / 2)
        return (box * 2 - 0.5).astype(np.float32)

    def cut(self, photo: np.ndarray, quad: np.ndarray, width: float, height: float) -> np.ndarray:
        """Cuts a box straight from an 8-bit grey photo: uint8 (self.height, self.width).

        quad: the box's corners in the photo, clockwise from the one that is top left on paper, float32 (4, 2), in OpenCV's
        pixel coordinates. width and height: of the box on paper. Sampled at twice the size, then averaged by two.
        """
        matrix = cv2.getPerspectiveTransform(self.corners(width, height), quad.astype(np.float32))
        twice = cv2.warpPerspective(
            photo, matrix, (2 * self.width, 2 * self.height), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
            borderMode=cv2.BORDER_REPLICATE,
        )
        return cv2.resize(twice, (self.width, self.height), interpolation=cv2.INTER_AREA)


CHARACTER = Window(32, 40, 26, 32)
MARK = Window(24, 24, 16, 16)


def paper(crops: np.ndarray) -> np.ndarray:
    """The brightness of paper in each crop, float32 (n,): the value at place floor(PAPER_RANK * (pixels - 1)) of the crop's
    values in rising order, at least 1."""
    flat = crops.reshape(len(crops), -1)
    rank = int(PAPER_RANK * (flat.shape[1] - 1))
    return np.maximum(np.partition(flat, rank, 1)[:, rank], 1).astype(np.float32)


def tensor(crops: np.ndarray, papers: np.ndarray | None = None) -> np.ndarray:
    """Crops uint8 (n, height, width) as float32 [n, 1, height, width]: each pixel over the crop's paper, at most BRIGHTEST."""
    papers = paper(crops) if papers is None else papers
    return np.minimum(crops.astype(np.float32) / papers[:, None, None], np.float32(BRIGHTEST))[:, None]
