"""How sure it is that a sum is judged rightly: of a wrong answer a logistic curve over what the reader holds possible says so (Platt 1999).

Its weights are fitted to validation pages by `python -m hongbi_training.arithmetic.evaluate certainty`; submission-service's Certainty
has the same.
"""

import math

import numpy as np

from .exercises import overlooked, plainly, rounded, solvable, verdict

WRONG = (0.84, 0.55, 0.27, -5.08)
"""The weights of how unlikely a right answer is, another reading, and what the reader does not name; what is added."""
LEAST = 1e-4
"""What is less likely than this the reader does not name."""
HALF_SEEN = 0.1
"""Below which confidence the reader has seen but half of a sum."""
UNNAMED = 0.1
"""What the reader does not name is mostly that something else is asked; from here on nothing is called wrong."""
JUDGED = {"right": 0.6, "right comparison": 0.9, "wrong": 0.985}
"""From which confidence an answer is right with which the sum holds: more likely than all else together, or it would be read right because the
sum then holds; a comparison holds every other time whatever is read. From which point of the curve another one is wrong."""
ANOTHER_FORM = 0.05
"""How likely the right number may be written in another form than was read (2.50 instead of 2.5), which a school may not let count; what is
left of READ."""
READ = 0.95
"""From which confidence a wrong answer is taken to be what was read; below it only is said that it is wrong, of one that is crossed out nothing."""


def _unlikely(p: float) -> float:
    return -math.log(max(p, 0.0) + LEAST)


def meaning(item: dict) -> str:
    """What the reading comes to, however sure it is; an answer that is crossed out is wrong."""
    if item["response"] is not None:
        return verdict(item["expression"], item["response"])
    if item["state"] not in ("blank", "crossed-out") or not solvable(item["expression"]):
        return "doubtful"
    return "blank" if item["state"] == "blank" else "wrong"


def evidence(item: dict) -> list[float]:
    """The numbers that the weights belong to, of an item that means a wrong answer."""
    doubt = 1 - item["confidence"]
    holding = sum(a["confidence"] for a in item["alternatives"] if verdict(item["expression"], a["response"]) == "right")
    return [_unlikely(holding), _unlikely(doubt), _unlikely(unnamed(item)), 1.0]


def unnamed(item: dict) -> float:
    """How likely it is that neither the response nor an alternative is so."""
    return 1 - item["confidence"] - sum(a["confidence"] for a in item["alternatives"])


def _in_another_form(item: dict) -> float:
    """How likely the answer is right too, but in another form than was read."""
    asked, plain = item["expression"], plainly(item["expression"], item["response"])
    return sum(a["confidence"] for a in item["alternatives"]
               if verdict(asked, a["response"]) == "right" and plainly(asked, a["response"]) != plain)


def _overlooked(item: dict) -> bool:
    """Whether a few pixels more may make it right; most sides of a comparison would hold so, where the reader is sure it does not count."""
    if item["response"] is None or "=" not in item["expression"] and item["confidence"] >= READ:
        return False
    return overlooked(item["expression"], item["response"])


def judged(item: dict, enough: dict[str, float] | None = None) -> str:
    """right, wrong, blank or doubtful, as submission-service marks it. What is blank, the reader is sure of itself. A wrong answer that
    would be right with a few pixels more is doubted, and what may not be crossed out.
    """
    enough, means = enough or JUDGED, meaning(item)
    if means in ("blank", "doubtful"):
        return means
    if means == "right":
        likely = enough["right" if "=" in item["expression"] else "right comparison"]
        return means if item["confidence"] >= likely and _in_another_form(item) <= ANOTHER_FORM else "doubtful"
    if item["response"] is not None and rounded(item["expression"], item["response"]):
        return "doubtful"
    if unnamed(item) > UNNAMED or _overlooked(item) or item["confidence"] < (READ if item["response"] is None else HALF_SEEN):
        return "doubtful"
    return means if 1 / (1 + math.exp(-np.dot(WRONG, evidence(item)))) >= enough["wrong"] else "doubtful"


def told(item: dict) -> bool:
    """Whether what was read is told for certain too, of a sum that is judged."""
    return item["confidence"] >= READ or meaning(item) in ("right", "blank")


def fitted(evidences: list[list[float]], rightly: list[bool]) -> np.ndarray:
    """Logistic regression by Newton's method."""
    x, y = np.array(evidences), np.array(rightly, float)
    weights = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        weights += np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + 1e-6 * np.eye(len(weights)), x.T @ (y - p))
    return weights
