"""Printed characters in schoolbook faces: which open fonts train, validate and test, and their glyphs as ink."""

import functools
import glob
import zlib

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from ..printing import CHINESE

CAP = 24
"""Height of a printed digit in a scene, pixels."""

FOLDER = "/usr/share/fonts/"
FACES = {
    "train": (
        "truetype/dejavu/DejaVuSans.ttf", "truetype/dejavu/DejaVuSerif.ttf", "truetype/dejavu/DejaVuSansCondensed.ttf",
        "truetype/liberation/LiberationSans-Regular.ttf", "truetype/liberation/LiberationSerif-Regular.ttf",
        "truetype/liberation/LiberationSerif-Bold.ttf", "truetype/liberation/LiberationSans-Bold.ttf",
        "opentype/noto/NotoSansCJK-Regular.ttc", "opentype/noto/NotoSansCJK-Bold.ttc",
        "opentype/noto/NotoSerifCJK-Regular.ttc", "opentype/noto/NotoSerifCJK-Bold.ttc", "truetype/arphic/ukai.ttc", "truetype/arphic/uming.ttc",
        "truetype/wqy/wqy-zenhei.ttc", "truetype/crosextra/Carlito-Regular.ttf", "truetype/quicksand/Quicksand-Medium.ttf",
        "../texmf/fonts/opentype/public/tex-gyre/texgyreheros-regular.otf", "../texmf/fonts/opentype/public/tex-gyre/texgyreadventor-regular.otf",
        "../texmf/fonts/opentype/public/tex-gyre/texgyrepagella-regular.otf", "../texmf/fonts/opentype/public/tex-gyre/texgyretermes-regular.otf",
        "opentype/cabin/Cabin-Regular.otf", "opentype/cantarell/Cantarell-Regular.otf", "opentype/dosis/Dosis-Medium.otf",
        "opentype/ipaexfont-mincho/ipaexm.ttf", "opentype/mplus/Mplus1-Regular.otf", "opentype/mplus/Mplus2-Bold.otf", "opentype/play/Play-Regular.otf",
        "opentype/roboto/slab/RobotoSlab-Regular.otf", "opentype/stix/STIXGeneral-Regular.otf", "opentype/urw-base35/NimbusSansNarrow-Regular.otf",
        "opentype/urw-base35/URWBookman-Light.otf", "truetype/arphic-gbsn00lp/gbsn00lp.ttf", "truetype/arphic-gkai00mp/gkai00mp.ttf",
        "truetype/charis/CharisSIL-Regular.ttf", "truetype/cmu/cmunrm.ttf", "truetype/cmu/cmunss.ttf", "truetype/cmu/cmunbx.ttf",
        "truetype/gentiumplus/GentiumPlus-Regular.ttf", "truetype/inconsolata/Inconsolata.otf", "truetype/klee/KleeOne-Regular.ttf",
        "truetype/lato/Lato-Regular.ttf", "truetype/lato/Lato-Bold.ttf", "truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf",
        "truetype/lxgw-wenkai/LXGWWenKai-Bold.ttf", "truetype/nanum/NanumGothic.ttf", "truetype/nanum/NanumMyeongjo.ttf",
        "truetype/nanum/NanumSquareRoundR.ttf", "truetype/roboto/unhinted/RobotoCondensed-Regular.ttf", "truetype/vlgothic/VL-PGothic-Regular.ttf",
        "truetype/hack/Hack-Regular.ttf",
    ),
    "validation": (
        "truetype/andika/Andika-Regular.ttf", "../texmf/fonts/opentype/public/tex-gyre/texgyreschola-regular.otf",
        "../texmf/fonts/opentype/public/tex-gyre/texgyrebonum-regular.otf",
    ),
    "test": (
        "opentype/linux-libertine/LinLibertine_R.otf", "opentype/linux-libertine/LinBiolinum_R.otf",
        "truetype/cwtex/cwkai.ttf", "opentype/comic-neue/ComicNeue-Regular.otf", "truetype/wqy/wqy-microhei.ttc",
    ),
}
DRAWN_AS = {"-": "-−–", "×": "×", "…": "…"}
WIDE = dict(zip("+-=()<>", "＋－＝（）＜＞"))
"""Signs as wide as a Chinese character, as Chinese typesetting often has them."""


class Face:
    """One font at one size: ink of single characters, each uint8 with 255 = ink, 60 px high with its baseline at row 42.

    wide: its signs are those as wide as a Chinese character.
    """

    ROWS, BASELINE = 60, 42

    def __init__(self, path: str, wide: bool = False):
        size = CAP / self._height(ImageFont.truetype(FOLDER + path, 100), "0") * 100
        self.path, self.wide, self.font = path, wide, ImageFont.truetype(FOLDER + path, size)
        self.missing = self._mask(self.font, "\uffff")
        self.made: dict[str, tuple[np.ndarray, int] | None] = {}

    @staticmethod
    def _height(font, character: str) -> float:
        box = font.getbbox(character)
        return box[3] - box[1]

    @staticmethod
    def _mask(font, character: str) -> bytes:
        return bytes(font.getmask(character))

    def has(self, character: str) -> bool:
        return self._mask(self.font, character) != self.missing

    def ink(self, character: str) -> tuple[np.ndarray, int]:
        """The ink and the advance of a character, its origin 4 px from the left."""
        if character not in self.made:
            advance = self.font.getlength(character)
            image = Image.new("L", (int(advance) + 12, self.ROWS), 0)
            ImageDraw.Draw(image).text((4, self.BASELINE), character, 255, font=self.font, anchor="ls")
            self.made[character] = np.asarray(image), round(advance)
        return self.made[character]

    def stamp(self, rng, ink: np.ndarray, character: str, x: float, baseline: float, size: float = 1.0) -> float:
        """Prints a character with its origin at x, smaller or larger about its middle; returns where the next one stands."""
        if size != 1.0:
            return self._sized(rng, ink, character, x, baseline, size)
        if self.wide and character in WIDE:
            return self._stamped(ink, WIDE[character], x, baseline)
        shapes = [c for c in DRAWN_AS.get(character, character) if self.has(c)] or ["."]
        if character == "…" and (shapes == ["."] or rng.random() < 0.4):
            for _ in range(int(rng.choice([3, 6]))):
                x = self._stamped(ink, ".", x, baseline)
            return x
        if character == "…" and rng.random() < 0.7:
            x = self._stamped(ink, "…", x, baseline)
        return self._stamped(ink, shapes[zlib.crc32(self.path.encode()) % len(shapes)], x, baseline)

    def _sized(self, rng, ink, character: str, x: float, baseline: float, size: float) -> float:
        wide = 4 * self.ROWS
        alone = np.zeros((self.ROWS, wide), np.uint8)
        end = self.stamp(rng, alone, character, 8, self.BASELINE)
        rows = np.flatnonzero(alone.any(1))
        middle = (rows[0] + rows[-1]) / 2 if len(rows) else self.BASELINE / 2
        matrix = np.float32([[size, 0, 8 * (1 - size)], [0, size, middle * (1 - size)]])
        alone = cv2.warpAffine(alone, matrix, (wide, self.ROWS), flags=cv2.INTER_LINEAR)
        x0, y0 = round(x) - 8, round(baseline) - self.BASELINE
        a, b = max(0, -x0), max(0, -y0)
        part = ink[y0 + b : y0 + self.ROWS, x0 + a : x0 + wide]
        np.maximum(part, alone[b : b + part.shape[0], a : a + part.shape[1]], out=part)
        return x + (end - 8) * size

    def _stamped(self, ink, character: str, x: float, baseline: float) -> float:
        shape, advance = self.ink(character)
        x0, y0 = round(x) - 4, round(baseline) - self.BASELINE
        a, b = max(0, -x0), max(0, -y0)
        part = ink[y0 + b : y0 + self.ROWS, x0 + a : x0 + shape.shape[1]]
        np.maximum(part, shape[b : b + part.shape[0], a : a + part.shape[1]], out=part)
        return x + advance


@functools.cache
def faces(part: str) -> list[Face]:
    found = [Face(f) for f in FACES[part] if glob.glob(FOLDER + f)]
    lacking = [f for f in FACES[part] if not glob.glob(FOLDER + f)]
    if lacking:
        raise FileNotFoundError(f"fonts lacking (see training/README.md): {lacking}")
    return found + [Face(f.path, wide=True) for f in found if all(map(f.has, WIDE.values()))]


def prose(rng, face: Face) -> str:
    """A few characters that are no sum, in Chinese where the face has any."""
    if face.has("的"):
        return "".join(CHINESE[i] for i in rng.integers(0, len(CHINESE), int(rng.integers(1, 9))))
    return "".join(chr(97 + i) for i in rng.integers(0, 26, int(rng.integers(2, 10))))
