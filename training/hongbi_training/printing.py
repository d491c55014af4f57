"""Printed text: strips of type in open system fonts, made once per process and pasted at any size."""

import functools
import glob

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

FONT_FOLDERS = ("/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/truetype/liberation", "/usr/share/fonts/opentype/noto")
LATIN = (
    "the of and to in is that for it as was with be by on not he his but at are this have from or had an they which one "
    "you were her all she there would their we him been has when who will more no if out so said what up its about into "
    "than them can only other new some could time these two may then do first any my now such like our over man me even "
    "most made after also did many before must through back years where much your way well down should because each just "
    "people how too little state good very make world still own see men work long get here between both life being under"
).split()
CHINESE = (
    "的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学么之都好看起"
    "发当没成只如事把还用第样道想作种开美总从无情己面最女但现前些所同日手又行意动方期它头经长儿回位分爱老因很给名法间斯知世什两次使身者被高已"
    "亲其进此话常与活正感见明问力理尔点文几定本公特做外孩相西果走将月十实向声车全信重三机工物气每并别真打太新比才便夫再书部水像眼等体却加电主界门"
)
SIGNS = "0123456789+-×÷=()<>.?"


def _font_files(cjk: bool) -> list[str]:
    files = sorted(f for d in FONT_FOLDERS for f in glob.glob(d + "/*.tt[fc]") + glob.glob(d + "/*.otf"))
    wanted = [f for f in files if ("CJK" in f) == cjk and not (cjk and ("Black" in f or "Thin" in f))]
    if not wanted:
        raise FileNotFoundError("no open fonts found: install fonts-dejavu, fonts-liberation and fonts-noto-cjk")
    return wanted


def _strip(font, text: str) -> np.ndarray:
    """Ink of one line of type: uint8, 255 = ink, 40 px high."""
    width = int(font.getlength(text)) + 4
    image = Image.new("L", (width, 40), 0)
    ImageDraw.Draw(image).text((2, 30), text, 255, font=font, anchor="ls")
    return np.asarray(image)


class Type:
    """Lines of prose in many faces and the signs of printed sums."""

    def __init__(self, seed: int, lines: int = 160):
        rng = np.random.default_rng(seed)
        latin, cjk = _font_files(False), _font_files(True)
        self.prose: list[list[np.ndarray]] = []  # per face: lines of one language
        for i in range(lines // 8):
            chinese = i % 2 == 0
            font = ImageFont.truetype(str(rng.choice(cjk if chinese else latin)), 27)
            self.prose.append([_strip(font, self._line(rng, chinese)) for _ in range(8)])
        self.signs = []
        for _ in range(8):
            font = ImageFont.truetype(str(rng.choice(latin if rng.random() < 0.7 else cjk)), 27)
            self.signs.append({c: _strip(font, c) for c in SIGNS})

    @staticmethod
    def _line(rng, chinese: bool) -> str:
        if chinese:
            text = "".join(CHINESE[i] for i in rng.integers(0, len(CHINESE), 44))
            return "".join(c + ("，" if rng.random() < 0.08 else "") for c in text)
        return " ".join(LATIN[i] for i in rng.integers(0, len(LATIN), 20)).capitalize() + "."

    def face(self, rng) -> list[np.ndarray]:
        return self.prose[int(rng.integers(len(self.prose)))]

    def text(self, rng, face: list[np.ndarray], height: float, width: float) -> np.ndarray:
        """A piece of a line, at most width wide, with line height height."""
        strip = face[int(rng.integers(len(face)))]
        most = max(8, int(width * 40 / height))
        start = int(rng.integers(0, max(1, strip.shape[1] - most))) if rng.random() < 0.5 else 0
        return scaled(strip[:, start : start + most], height)

    def sum(self, rng, height: float, open_end: bool = True) -> np.ndarray:
        """A printed sum such as 12+7= with its answer still to be written."""
        signs = self.signs[int(rng.integers(len(self.signs)))]
        text = str(rng.integers(0, 10 ** int(rng.integers(1, 4))))
        for _ in range(1 if rng.random() < 0.8 else 2):
            text += str(rng.choice(list("+-×÷"))) + str(rng.integers(0, 10 ** int(rng.integers(1, 4))))
        return scaled(np.concatenate([signs[c] for c in text + ("=" if open_end else "")], 1), height)


def scaled(strip: np.ndarray, height: float) -> np.ndarray:
    factor = height / 40
    return cv2.resize(strip, (max(2, round(strip.shape[1] * factor)), max(2, round(height))), interpolation=cv2.INTER_AREA)


def stamp(ink: np.ndarray, strip: np.ndarray, x: float, y: float, dark: float = 1.0) -> None:
    """Adds a strip to the ink layer with its top left at (x, y), cut at the borders."""
    x, y = int(x), int(y)
    h, w = min(strip.shape[0], ink.shape[0] - y), min(strip.shape[1], ink.shape[1] - x)
    if x >= 0 and y >= 0 and h > 0 and w > 0:
        part = ink[y : y + h, x : x + w]
        np.maximum(part, (strip[:h, :w] * dark).astype(np.uint8), out=part)


@functools.cache
def types(seed: int = 0, lines: int = 160) -> Type:
    return Type(seed, lines)
