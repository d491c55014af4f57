"""Golden certainties: readings of sums and what may be said of them. Java's test reads the same."""

import json
import pathlib

from .certainty import judged, told

FILE = pathlib.Path(__file__).resolve().parents[3] / "submission-service/src/test/resources/golden/certainty.json"

READINGS = (
    # what is asked, what is read (None: crossed out), how likely; what it may be besides
    ("16+27=", "43", 0.8, {"48": 0.15}),
    ("16+27=", "43", 0.2, {"48": 0.7}),
    ("16+27=", "43", 0.05, {}),
    ("16+27=", "48", 0.99, {"46": 0.01}),
    ("16+27=", "48", 0.8, {"46": 0.19}),
    ("16+27=", "48", 0.8, {}),
    ("16+27=", "48", 0.97, {"43": 0.02}),
    ("16+27=", "48", 0.97, {"43.": 0.02}),
    ("16+27=", "48", 0.999, {}),
    ("16+27=", "48", 0.05, {}),
    ("16+27=", "4-", 0.999, {}),
    ("16+27=", "44-1", 0.999, {}),
    ("16+27=", "3...2", 0.999, {}),
    ("16+27=", None, 0.99, {"48": 0.005}),
    ("16+27=", None, 0.9, {"48": 0.09}),
    ("16+27=", None, 0.9, {"43": 0.09}),
    ("14.5-7.2=", "73", 0.999, {}),
    ("14.5-7.2=", "7.3", 0.9, {"73": 0.09}),
    ("14.5-7.2=", "74", 0.999, {}),
    ("56+57=", "13", 0.999, {}),
    ("498-366=", "12", 0.999, {}),
    ("498-366=", "122", 0.999, {}),
    ("17/5=", "3", 0.999, {}),
    ("19/7=", "25", 0.999, {}),
    ("56+8=", "7", 0.999, {}),
    ("56+8=", "5", 0.999, {}),
    ("27+()=72", "5", 0.999, {}),
    ("358+860=", "1158", 0.867, {"115.8": 0.003}),
    ("358+860=", "1158", 0.867, {"1150": 0.1}),
    ("0.3+0.2=", ".5", 0.97, {"5": 0.02}),
    ("17/5=", "3...2", 0.9, {"3...3": 0.05}),
    ("17/5=", "3...", 0.999, {}),
    ("17/5=", "3.4", 0.9, {"34": 0.05}),
    ("17/5=", "4...2", 0.999, {}),
    ("3()5", "<", 0.9, {">": 0.09}),
    ("3()5", ">", 0.999, {}),
    ("3()5", "7", 0.999, {}),
    ("80-18()27", "<", 0.99, {}),
    ("80-18()27", "<", 0.9, {">": 0.05}),
    ("20/4=", "0", 0.999, {}),
    ("27+()=72", "45", 0.9, {"43": 0.05}),
    ("27+()=72", "43", 0.999, {}),
    ("100/3=", "33.33", 0.999, {}),
    ("100/3=", "33.34", 0.999, {}),
    ("100/3=", "33.3.", 0.999, {}),
    ("5/8=", "0.63", 0.999, {}),
    ("3*()=100", "33.33", 0.999, {}),
    ("3/4=", "3", 0.999, {}),
    ("1/3=", "0", 0.999, {}),
    ("1/4=", "4", 0.999, {}),
    ("4/()=8", "1/2", 0.97, {"7/2": 0.01}),
    ("5/0=", "0", 0.999, {}),
)


def values() -> list[dict]:
    return [_value(*reading) for reading in READINGS]


def _value(expression: str, response: str | None, confidence: float, others: dict[str, float]) -> dict:
    alternatives = [{"response": other, "confidence": p} for other, p in others.items()]
    item = {"expression": expression, "response": response, "state": "ok" if response else "crossed-out", "confidence": confidence,
            "alternatives": alternatives}
    certainty = "none" if judged(item) == "doubtful" else "read" if told(item) else "not-right"
    return {key: item[key] for key in ("expression", "response", "confidence", "alternatives")} | {"certainty": certainty}


def write(file: pathlib.Path = FILE) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("[\n" + ",\n".join(json.dumps(value) for value in values()) + "\n]\n")


if __name__ == "__main__":
    write()
