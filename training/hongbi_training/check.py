"""Recomputes the golden values from the committed models and compares: python -m hongbi_training.check"""

import json
import sys

from . import golden, reader
from .arithmetic import golden as sums
from .arithmetic import golden_certainty as certainty
from .arithmetic.reader import LineModel
from .glyph import golden as glyphs
from .glyph.reader import GlyphModel


def differences(kept, found, tolerance: float, where: str = "") -> list[str]:
    if isinstance(kept, dict):
        if kept.keys() != found.keys():
            return [f"{where}: {sorted(kept)} became {sorted(found)}"]
        return [d for k in kept for d in differences(kept[k], found[k], tolerance, f"{where}.{k}")]
    if isinstance(kept, list):
        if len(kept) != len(found):
            return [f"{where}: {len(kept)} became {len(found)}"]
        return [d for i, (a, b) in enumerate(zip(kept, found)) for d in differences(a, b, tolerance, f"{where}[{i}]")]
    if isinstance(kept, float) and not isinstance(found, bool):
        return [] if abs(kept - found) <= tolerance * max(1, abs(kept)) else [f"{where}: {kept} became {found}"]
    return [] if kept == found else [f"{where}: {kept} became {found}"]


def pages() -> list[str]:
    kept = json.loads((golden.FOLDER / "golden.json").read_text())
    model = reader.PageModel()
    found = {"version": model.settings["version"], "tolerance": kept["tolerance"], "pages": golden.values(model)}
    return differences(kept, found, kept["tolerance"], "page")


def boxes() -> list[str]:
    kept = json.loads((glyphs.FOLDER / "golden.json").read_text())
    models = {name: GlyphModel(name) for name in ("characters", "marks")}
    found = kept | {"version": models["marks"].version, "regions": glyphs.values(models)}
    off = glyphs.off_by(models)
    cut = [f"glyph: cut differs by {off} grey levels"] if off > kept["cutTolerance"] else []
    return cut + differences(kept, found, kept["tolerance"], "glyph")


def lines() -> list[str]:
    kept = json.loads((sums.FOLDER / "golden.json").read_text())
    model = LineModel()
    found = kept | {"version": model.settings["version"], "lines": sums.values(model)}
    off = sums.off_by()
    cut = [f"arithmetic: cut differs by {off} grey levels"] if off > kept["cutTolerance"] else []
    return cut + differences(kept, found, 1e-3, "arithmetic")


def certainties() -> list[str]:
    return differences(json.loads(certainty.FILE.read_text()), certainty.values(), 0, "certainty")


def main() -> int:
    wrong = pages() + boxes() + lines() + certainties()
    for line in wrong:
        print(line, file=sys.stderr)
    print(f"golden values of page, glyph, arithmetic and certainty, {len(wrong)} differences")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
