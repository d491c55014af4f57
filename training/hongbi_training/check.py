"""Recomputes the golden values from the committed model and pages and compares: python -m hongbi_training.check"""

import json
import sys

from . import golden, reader


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


def main() -> int:
    kept = json.loads((golden.FOLDER / "golden.json").read_text())
    model = reader.PageModel()
    found = {"version": model.settings["version"], "tolerance": kept["tolerance"], "pages": golden.values(model)}
    wrong = differences(kept, found, kept["tolerance"])
    for line in wrong:
        print(line, file=sys.stderr)
    print(f"{len(kept['pages'])} golden pages, {len(wrong)} differences")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
