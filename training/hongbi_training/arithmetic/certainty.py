"""How sure it is that a sum is judged rightly: a logistic curve over what the reader holds possible (Platt 1999).

Its weights are fitted to validation pages by `python -m hongbi_training.arithmetic.evaluate certainty`; submission-service's Certainty
has the same.
"""

import math

import numpy as np

from .exercises import overlooked, verdict

RIGHT = (1.04, 2.54)
"""Of answers with which the sum holds: the weight of how unlikely another reading is; what is added."""
WRONG = (0.79, 0.34, 0.25, -1.44, -4.65)
"""Of others: the weights of how unlikely a right answer is, another reading, and what the reader does not name; of a point or 1 with which the sum would
hold; what is added."""
LEAST = 1e-4
"""What is less likely than this the reader does not name."""
JUDGED = {"right": 0.97, "wrong": 0.975}
"""From which certainty a sum is called so."""
READ = 0.95
"""From which confidence a wrong answer is taken to be what was read; below it only is said that it is wrong."""


def _unlikely(p: float) -> float:
    return -math.log(max(p, 0.0) + LEAST)


def evidence(item: dict) -> tuple[str, list[float]]:
    """What is to be judged, and the numbers that the weights belong to. The item has a response, or one that is crossed out."""
    doubt = 1 - item["confidence"]
    if item["response"] is not None and verdict(item["expression"], item["response"]) == "right":
        return "right", [_unlikely(doubt), 1.0]
    holding = sum(a["confidence"] for a in item["alternatives"] if verdict(item["expression"], a["response"]) == "right")
    unnamed = doubt - sum(a["confidence"] for a in item["alternatives"])
    more = float(item["response"] is not None and overlooked(item["expression"], item["response"]))
    return "wrong", [_unlikely(holding), _unlikely(doubt), _unlikely(unnamed), more, 1.0]


def certainty(item: dict) -> float:
    """The probability that a sum with an answer, perhaps crossed out, is judged rightly, whatever the answer says exactly."""
    said, numbers = evidence(item)
    return 1 / (1 + math.exp(-np.dot(RIGHT if said == "right" else WRONG, numbers)))


def judged(item: dict, enough: dict[str, float] | None = None) -> str:
    """right, wrong, blank or doubtful, as submission-service marks it. The reader's doubt of an answer is already in its confidence;
    what is blank, it says itself.

    enough: from which certainty a sum is called right, and wrong.
    """
    if item["response"] is None and item["state"] != "crossed-out":
        return item["state"]
    said = verdict(item["expression"], "0" if item["response"] is None else item["response"])
    if item["response"] is None and said == "right":
        said = "wrong"
    return said if said != "doubtful" and certainty(item) >= (enough or JUDGED)[said] else "doubtful"


def told(item: dict) -> bool:
    """Whether what was read is told for certain too, of a sum that is judged."""
    return item["response"] is None or item["confidence"] >= READ or verdict(item["expression"], item["response"]) == "right"


def fitted(evidences: list[list[float]], rightly: list[bool]) -> np.ndarray:
    """Logistic regression by Newton's method."""
    x, y = np.array(evidences), np.array(rightly, float)
    weights = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        weights += np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + 1e-6 * np.eye(len(weights)), x.T @ (y - p))
    return weights
