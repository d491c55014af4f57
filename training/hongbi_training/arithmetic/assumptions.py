"""What the pages of sums assume about real ones, and how they are read where one of it does not hold.

    python -m hongbi_training.arithmetic.assumptions --out DIR [--only NAME ...]
    ../hongbi read --kind arithmetic DIR/*.jpg > DIR/readings.jsonl
    python -m hongbi_training.arithmetic.assumptions --truth DIR/truth.json --readings DIR/readings.jsonl

Every value of an assumption is drawn on pages of the same seeds that are ordinary but for it, without a teacher's ticks: the same face, hand, paper,
photo and, where they have the same room, sums.
"""

import argparse
import dataclasses
import functools
import json
import pathlib
from collections.abc import Callable

import cv2
import numpy as np

from .. import sources
from .certainty import judged
from .content import Part
from .evaluate import counts, page as paired
from .faces import CAP, Face, prose
from .lines import tick
from .pages import RUNGS, Draft, Look, Page, Rung, desks_of, page, photograph, saved
from .scene import Layers, Line

MILD = RUNGS["mild"]
CHINESE = "truetype/wqy/wqy-microhei.ttc"
"""The face of headings: one of the test part that has Chinese characters."""


@dataclasses.dataclass(frozen=True)
class Value:
    """One way in which an assumption may not hold. turned: quarter turns of the photo to the right. by_hand: the sums too."""

    name: str
    look: Look = Look()
    rung: Rung = MILD
    turned: int = 0
    by_hand: bool = False


@dataclasses.dataclass(frozen=True)
class Assumption:
    """assumed: what an ordinary page has. why_not: why it is not varied, where it has no values."""

    name: str
    assumed: str
    values: tuple[Value, ...] = ()
    why_not: str = ""


def _looks(values: dict[str, dict]) -> tuple[Value, ...]:
    """Values by their names, of what differs from an ordinary look."""
    return tuple(Value(name, Look(**change)) for name, change in values.items())


def _rungs(values: dict[str, dict]) -> tuple[Value, ...]:
    """Values by their names, of what differs from a mild photo."""
    return tuple(Value(name, rung=dataclasses.replace(MILD, **change)) for name, change in values.items())


def _areas(draft: Draft) -> list[tuple[int, int, int, int]]:
    h, w = draft.paper.shape
    return [(int(x0 * w), int(y0 * h), int(x1 * w), int(y1 * h)) for x0, y0, x1, y1 in draft.look.kept]


def bands(share: float) -> Callable:
    """A tint behind every second row of sums, of which so much of the light is left; a coloured one is grey to the reader."""
    def draw(rng, draft: Draft) -> None:
        for bottom in sorted({float(box[3]) for box in draft.boxes})[::2]:
            draft.paper[max(0, int(bottom - 1.8 * CAP)) : int(bottom + 0.15 * CAP)] *= np.float32(share)
    return draw


def picture(rng, draft: Draft) -> None:
    """A photo where no sums are: one of the things of the test part, as dark as it is."""
    names = sources.not_homework("test")
    for x0, y0, x1, y1 in _areas(draft):
        shown = sources.photo(names[int(rng.integers(len(names)))], 1000)
        draft.paper[y0:y1, x0:x1] = cv2.resize(shown, (x1 - x0, y1 - y0), interpolation=cv2.INTER_AREA)


def solid(rng, draft: Draft) -> None:
    """A dark area with rounded corners, as a printed label has."""
    for x0, y0, x1, y1 in _areas(draft):
        cv2.rectangle(draft.layers.print, (x0, y0), (x1, y1), 235, -1)
        cv2.rectangle(draft.layers.print, (x0, y0), (x1, y1), 235, CAP, cv2.LINE_AA)


def cartoon(rng, draft: Draft) -> None:
    """The outline of a bear's head and a few flowers, in thick and thin lines."""
    ink = draft.layers.print
    for x0, y0, x1, y1 in _areas(draft):
        x, y, r = (x0 + x1) // 2, (y0 + y1) // 2, min(x1 - x0, y1 - y0) // 3
        for dx, dy, size, thick in (
                (0, 0, 1, 3), (-0.75, -0.75, 0.35, 3), (0.75, -0.75, 0.35, 3), (0, 0.35, 0.4, 2), (-0.35, -0.2, 0.12, -1), (0.35, -0.2, 0.12, -1)):
            cv2.circle(ink, (x + int(dx * r), y + int(dy * r)), max(2, int(size * r)), 255, thick, cv2.LINE_AA)
        cv2.ellipse(ink, (x, y + int(0.35 * r)), (r // 5, r // 6), 0, 0, 180, 255, 2, cv2.LINE_AA)
        for _ in range(3):
            at = (int(rng.uniform(x0, x1)), int(rng.uniform(y0, y1)))
            for angle in range(0, 360, 60):
                cv2.ellipse(ink, at, (r // 6, r // 14), angle, 0, 360, 255, 1, cv2.LINE_AA)


def text(lines: int) -> Callable:
    """Chinese text where no sums are, in so many lines of an area's height."""
    def draw(rng, draft: Draft) -> None:
        face = Face(CHINESE)
        for x0, y0, x1, y1 in _areas(draft):
            for k in range(lines):
                baseline = y0 + (k + 0.75) * (y1 - y0) / lines
                line = Line(rng, Layers(draft.layers.print, draft.layers.pen), face, draft.scribe, x0 + CAP, baseline)
                while line.x < x1 - 9 * CAP:
                    line.draw([Part("other", prose(rng, face) + "，")])
    return draw


def ticks(beside: float, pen: bool = False) -> Callable:
    """A tick or cross on four of five sums, so far behind their end in heights of a digit; with the child's pen or a red one."""
    def draw(rng, draft: Draft) -> None:
        ink = np.zeros_like(draft.red)
        for box in draft.boxes:
            if rng.random() < 0.8:
                tick(rng, ink, box[2] + CAP * (beside + rng.uniform(-0.3, 0.3)), box[3] - CAP, CAP * rng.uniform(0.8, 1.6))
        onto = draft.layers.pen if pen else draft.red
        np.maximum(onto, ink, out=onto)
    return draw


def rules(kind: str) -> Callable:
    """Printed lines: under every row, a box about every sum, a line where the answer is to stand, or squares or lines all over."""
    def draw(rng, draft: Draft) -> None:
        ink, (h, w) = draft.layers.print, draft.paper.shape
        if kind == "squares":
            for at in range(0, max(h, w), round(1.5 * CAP)):
                cv2.line(ink, (at, 0), (at, h), 110, 1)
                cv2.line(ink, (0, at), (w, at), 110, 1)
        if kind == "lines":
            for at in range(0, h, round(2.9 * CAP)):
                cv2.line(ink, (0, at), (w, at), 110, 1)
        for x0, y0, x1, y1 in np.round(draft.boxes).astype(int).tolist():
            if kind == "row":
                cv2.line(ink, (int(0.04 * w), y1 + 2), (int(0.96 * w), y1 + 2), 200, 1)
            elif kind == "box":
                cv2.rectangle(ink, (x0 - CAP // 2, y0 - CAP // 6), (x1 + CAP // 2, y1 + CAP // 4), 255, 2)
            elif kind == "answer":
                cv2.line(ink, (x1 - 2 * CAP, y1 - CAP // 5), (x1 + CAP // 2, y1 - CAP // 5), 255, 1)
    return draw


def shine(dark: float) -> Callable:
    """The other side shines through."""
    def draw(rng, draft: Draft) -> None:
        ghost = np.roll(cv2.flip(np.maximum(draft.layers.print, draft.layers.pen), 1), (CAP, 3 * CAP), (0, 1))
        draft.paper *= 1 - cv2.GaussianBlur(ghost, (0, 0), 1.5).astype(np.float32) * np.float32(dark / 255)
    return draw


def shadow(share: float, softness: float) -> Callable:
    """A shadow's edge across the page, of which so much of the light is left. softness: in heights of a digit."""
    def draw(rng, draft: Draft) -> None:
        h, w = draft.paper.shape
        cover = np.zeros((h, w), np.float32)
        side = rng.uniform(0.25, 0.75, 2) * w
        cv2.fillPoly(cover, [np.array([(0, 0), (side[0], 0), (side[1], h), (0, h)], np.int32)], 1.0)
        draft.paper *= 1 - np.float32(1 - share) * cv2.GaussianBlur(cover, (0, 0), softness * CAP)
    return draw


CORNER, MIDDLE, LEFT = (0.6, 0.6, 0.97, 0.95), (0.3, 0.38, 0.68, 0.62), (0.02, 0.12, 0.3, 0.97)
HEADINGS = tuple((0.03, y, 0.97, y + 0.028) for y in (0.2, 0.36, 0.52, 0.68, 0.84))
TEST = "opentype/linux-libertine/", "opentype/comic-neue/"

ASSUMPTIONS = (
    Assumption("ordinary", "a mild photo of the test part", (Value("-"),)),
    Assumption("paper's grey", "215 to 250 of 255 all over", (
        *_looks({"180": {"paper": (180, 180)}, "140": {"paper": (140, 140)}, "100": {"paper": (100, 100)}}),
        Value("bands of 90 % light", Look(besides=(bands(0.9),))), Value("bands of 75 %", Look(besides=(bands(0.75),))),
        Value("bands of 55 %", Look(besides=(bands(0.55),))))),
    Assumption("pictures", "none", (
        Value("photo in a corner", Look(kept=(CORNER,), besides=(picture,))),
        Value("photo between the sums", Look(kept=(MIDDLE,), besides=(picture,))),
        Value("dark label at the left", Look(kept=(LEFT,), besides=(solid,))),
        Value("drawing in a corner", Look(kept=(CORNER,), besides=(cartoon,))),
        Value("drawing between the sums", Look(kept=(MIDDLE,), besides=(cartoon,))))),
    Assumption("text", "a heading, a name, a page's number", (
        Value("a line after every few rows", Look(kept=HEADINGS, besides=(text(1),))),
        Value("a block in a corner", Look(kept=(CORNER,), besides=(text(12),))),
        Value("a column at the left", Look(kept=(LEFT,), besides=(text(24),))))),
    Assumption("row spacing", "2.4 to 4 heights of a digit", _looks({
        "1.6": {"pitch": (1.6, 1.6)}, "2": {"pitch": (2.0, 2.0)}, "6": {"pitch": (6, 6)}, "10": {"pitch": (10, 10)}})),
    Assumption("column spacing", "2 to 4 columns, at least 0.4 heights apart", _looks({
        "1 column": {"columns": 1}, "5 columns": {"columns": 5}, "6 that may touch": {"columns": 6, "apart": 0.0}})),
    Assumption("size of print", "digits 3.2 to 4.3 mm high", _looks({
        "9 mm, 1 column": {"scale": (2.7, 2.7), "columns": 1}, "6 mm, 2 columns": {"scale": (4.0, 4.0), "columns": 2},
        "2.7 mm, 4 columns": {"scale": (9, 9), "columns": 4}, "2 mm, 4 columns": {"scale": (12, 12), "columns": 4}})),
    Assumption("darkness of print", "0.7 to 0.95", _looks({
        "1": {"print": (1.0, 1.0)}, "0.5": {"print": (0.5, 0.5)}, "0.35": {"print": (0.35, 0.35)}, "0.2": {"print": (0.2, 0.2)}})),
    Assumption("face", "one of five, upright", tuple(Value(name, Look(face=file)) for name, file in (
        ("Libertine", TEST[0] + "LinLibertine_R.otf"),
        ("... bold", TEST[0] + "LinLibertine_RB.otf"), ("... italic", TEST[0] + "LinLibertine_RI.otf"),
        ("Biolinum", TEST[0] + "LinBiolinum_R.otf"), ("... bold", TEST[0] + "LinBiolinum_RB.otf"), ("Comic Neue", TEST[1] + "ComicNeue-Regular.otf"),
        ("... bold", TEST[1] + "ComicNeue-Bold.otf"), ("... italic", TEST[1] + "ComicNeue-Italic.otf"),
        ("... light", TEST[1] + "ComicNeue-Light.otf"),
        ("cwTeX Kai", "truetype/cwtex/cwkai.ttf"), ("Micro Hei", CHINESE)))),
    Assumption("numbering", "(1) on one page of five", _looks({"none": {"numbered": 0.0}, "every page": {"numbered": 1.0}})),
    Assumption("rules", "none but answers' places", tuple(Value(name, Look(besides=(rules(kind),))) for name, kind in (
        ("a line under every row", "row"), ("a box about every sum", "box"), ("a line under every answer", "answer"), ("squared paper", "squares")))),
    Assumption("a notebook's lines", "none (here all is written by hand)", tuple(
        Value(name, Look(besides=besides), by_hand=True) for name, besides in (
            ("none", ()), ("squares", (rules("squares"),)), ("lines", (rules("lines"),))))),
    Assumption("darkness of the pen", "0.3 to 0.98", tuple(Value(f"{dark}", Look(pen=(("dark", dark),))) for dark in (1.0, 0.35, 0.25, 0.15))),
    Assumption("thickness of strokes", "1.8 to 8.5 pixels, at most a seventh of a digit's height", tuple(
        Value(name, Look(pen=(("width", width),), hand=(("thickest", 1 / most),))) for name, width, most in (
            ("1 pixel", 1.0, 1 / 7), ("a fifth", 99.0, 1 / 5), ("a fourth", 99.0, 1 / 4), ("a third", 99.0, 1 / 3)))),
    Assumption("pencil's grain", "0 to 0.7", tuple(
        Value(name, Look(pen=(("grain", grain), ("dark", dark)))) for name, grain, dark in (
            ("0.7, dark 0.6", 0.7, 0.6), ("1, dark 0.6", 1.0, 0.6), ("1, dark 0.35", 1.0, 0.35)))),
    Assumption("size of answers", "0.85 to 1.8 heights of print", tuple(
        Value(f"{ratio}", Look(hand=(("ratio", ratio),))) for ratio in (0.5, 0.7, 2.0, 2.5))),
    Assumption("lift of answers", "mostly within 0.15 heights, at most 0.4", tuple(
        Value(f"{abs(lift)} {'up' if lift < 0 else 'down'}", Look(hand=(("lift", lift / 0.6), ("strays", 1.0)))) for lift in (-0.4, -0.7, 0.4, 0.7))),
    Assumption("slope of answers", "mostly within a degree", tuple(
        Value(f"{abs(degrees)} degrees {'up' if degrees < 0 else 'down'}", Look(hand=(("rise", float(np.tan(np.deg2rad(degrees)))),)))
        for degrees in (-8, -16, 8, 16))),
    Assumption("gap before an answer", "0.08 to 0.9 heights", tuple(
        Value(name, Look(hand=(("before", gap),))) for name, gap in (
            ("touching", (-0.15, -0.15)), ("1.5", (1.5, 1.5)), ("2.5", (2.5, 2.5)), ("4", (4, 4))))),
    Assumption("corrections", "3 % of answers, rewritten behind", _looks({
        "a third, behind": {"corrected": 0.31}, "a third, above, rows 4 heights apart": {"corrected": 0.31, "style": "above", "pitch": (4, 4)}})),
    Assumption("teacher's ticks", "on one page of ten (here none), behind the sums", tuple(
        Value(name, Look(besides=(ticks(*how),))) for name, how in (
            ("on every page", (1.0,)), ("close", (0.4,)), ("over the answers", (-1.0,)), ("close, with the child's pen", (0.4, True))))),
    Assumption("the other side", "does not shine through", tuple(Value(f"with {dark}", Look(besides=(shine(dark),))) for dark in (0.06, 0.12, 0.25))),
    Assumption("shadow's edge", "soft or hard, on one photo of three", tuple(Value(name, Look(besides=(shadow(*how),))) for name, how in (
        ("soft, 50 % light", (0.5, 3)), ("hard, 70 %", (0.7, 0.15)), ("hard, 50 %", (0.5, 0.15)), ("hard, 30 %", (0.3, 0.15))))),
    Assumption("tilt", "2 degrees (deviation)", _rungs({"7": {"tilt": 7}, "12": {"tilt": 12}, "20": {"tilt": 20}})),
    Assumption("perspective", "0.8 % of the width (deviation)", _rungs({"3": {"perspective": 0.03}, "6": {"perspective": 0.06}})),
    Assumption("turn", "upright", (Value("to the right", turned=1), Value("upside down", turned=2), Value("to the left", turned=3))),
    Assumption("curl", "none", _rungs({"up to 1.2 %": {"curl": 0.012}, "up to 2.5 %": {"curl": 0.025}, "up to 4 %": {"curl": 0.04}})),
    Assumption("blur", "0.6 pixels", _rungs({"1.6": {"blur": 1.6}, "2.4": {"blur": 2.4}, "3.2": {"blur": 3.2}})),
    Assumption("light", "0.8 to 1.05", _rungs({"0.3": {"gain": (0.3, 0.3)}, "0.15": {"gain": (0.15, 0.15)}, "1.25": {"gain": (1.25, 1.25)}})),
    Assumption("noise and JPEG", "3 grey levels, quality 85", _rungs({
        "12, 60": {"noise": 12, "quality": 60}, "20, 30": {"noise": 20, "quality": 30}, "3, 20": {"quality": 20}})),
    Assumption("size of the photo", "2016 pixels", _rungs({
        "4032": {"size": 4032}, "1500": {"size": 1500}, "1200": {"size": 1200}, "1000": {"size": 1000}})),
    Assumption("care of the hand", "ordinary", _rungs({"careless": {"careless": True}})),
    Assumption("whose hands", "adults of the sources, mostly American and European", why_not="no other handwriting is at hand"),
    Assumption("one hand, one pen", "all answers of a page",
               why_not="a page has one Scribe; a second one would have to be carried through the drawing"),
    Assumption("what is asked", "the forms of arithmetic/exercises.py", why_not="fraction bars, vertical sums and units are not in the alphabet"),
    Assumption("one line", "a sum and its answer", why_not="a sum over two lines has no truth as one expression"),
    Assumption("flat or curled", "one smooth bend", why_not="crumpled and folded paper would need a mesh instead of a bend by columns"),
    Assumption("the whole page", "in the photo", why_not="a page cut off has sums of which only a part is in the photo, and so no truth"),
)


def _turned(grey: np.ndarray, quads: list[np.ndarray], turns: int) -> tuple[np.ndarray, list[np.ndarray]]:
    """A photo turned to the right by quarters, and its expressions."""
    for _ in range(turns):
        height = grey.shape[0]
        grey = cv2.rotate(grey, cv2.ROTATE_90_CLOCKWISE)
        quads = [np.stack([height - 1 - quad[:, 1], quad[:, 0]], 1) for quad in quads]
    return grey, quads


@functools.lru_cache(maxsize=8)
def _page(seed: int, k: int, part: str, careless: bool, look: Look, by_hand: bool) -> Page:
    """A flat page; what is drawn at random for its sums changes nothing of its paper."""
    of_sums, of_paper = (np.random.default_rng([seed, k, what]) for what in range(2))
    return page(of_sums, part, careless=careless, by_hand=by_hand, look=dataclasses.replace(look, ticked=0.0), after=of_paper)


def draw(folder: pathlib.Path, chosen: list[Assumption], count: int, seed: int, part: str) -> list[dict]:
    """Writes the pages; returns their truth."""
    desks, listed = desks_of(part), []
    for assumption in chosen:
        for v, value in enumerate(assumption.values):
            for k in range(count):
                made = _page(seed, k, part, value.rung.careless, value.look, value.by_hand)
                cv2.setRNGSeed(seed)
                grey, quads = _turned(*photograph(np.random.default_rng([seed, k, 2]), made, value.rung, desks), value.turned)
                name = f"{assumption.name.replace(' ', '-').replace(chr(39), '')}-{v}-{k}"
                listed.append({"assumption": assumption.name, "value": v} | saved(folder, name, made, grey, quads, value.rung))
    return listed


def _share(k: int, n: int) -> str:
    return f"{100 * k / n:.1f} % ({k})" if n else "-"


def _read(line: dict) -> bool:
    return line.get("reading", {}).get("quality", {}).get("verdict") == "ok"


def _pairs(truth: dict, readings: dict[str, dict]) -> list[tuple[dict, dict | None]]:
    """Of a page that was sent back nothing was found."""
    line = readings[truth["file"]]
    return paired(truth, line["reading"] if _read(line) else {})


def table(truths: list[dict], readings: dict[str, dict]) -> str:
    """How the pages of every value were read. What was sent back is counted as not found."""
    rows = ["| assumption | assumed | value | sums (pages sent back) | found | printed part right | judged rightly | judged wrongly | "
            "found where none is (judged) |", "|---|---|---|---|---|---|---|---|---|"]
    for assumption in ASSUMPTIONS:
        for v, value in enumerate(assumption.values):
            mine = [t for t in truths if (t["assumption"], t["value"]) == (assumption.name, v)]
            if not mine:
                continue
            c = counts([pair for truth in mine for pair in _pairs(truth, readings)])
            n, back = c["expressions"], sum(not _read(readings[truth["file"]]) for truth in mine)
            first = f"| {assumption.name} | {assumption.assumed}" if v == 0 else "| | "
            rows.append(f"{first} | {value.name} | {n}{f' ({back})' if back else ''} | "
                        + " | ".join(_share(c[k], n) for k in ("found", "print", "judged", "wrong")) + f" | {c['spurious']} ({c['spurious_sure']}) |")
    return "\n".join(rows)


def wrongs(truths: list[dict], readings: dict[str, dict]) -> list[str]:
    """What was judged wrongly, one a line."""
    return [f"{pathlib.Path(t['file']).name}: {e['expression']} {e['response']} ({e['state']}) at {e['quad'][0]}, "
            f"read {i['expression']} {i['response']} ({i['state']}, {i['confidence']}), judged {judged(i)}"
            for t in truths for e, i in _pairs(t, readings) if e and i and judged(i) not in ("doubtful", e["verdict"])]


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parse.add_argument("--out", type=pathlib.Path, help="draws the pages")
    parse.add_argument("--only", nargs="+", choices=[a.name for a in ASSUMPTIONS if a.values])
    parse.add_argument("--count", type=int, default=3, help="pages a value")
    parse.add_argument("--part", default="test")
    parse.add_argument("--seed", type=int, default=131)
    parse.add_argument("--truth", type=pathlib.Path)
    parse.add_argument("--readings", type=pathlib.Path)
    parse.add_argument("--show", action="store_true", help="what was judged wrongly too")
    a = parse.parse_args()
    cv2.setNumThreads(1)
    if a.out:
        a.out.mkdir(parents=True, exist_ok=True)
        chosen = [one for one in ASSUMPTIONS if one.values and (not a.only or one.name in a.only)]
        (a.out / "truth.json").write_text(json.dumps(draw(a.out, chosen, a.count, a.seed, a.part), indent=1) + "\n")
        return
    truths = json.loads(a.truth.read_text())
    readings = {r["file"]: r for r in map(json.loads, filter(lambda line: line.startswith("{"), a.readings.read_text().splitlines()))}
    print(table(truths, readings))
    if a.show:
        print("\n".join(wrongs(truths, readings)))


if __name__ == "__main__":
    main()
