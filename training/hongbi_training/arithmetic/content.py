"""What a line of sums says, before it is drawn: parts in order, at random, with answers that know nothing of the sum.

Answers are drawn independently of what is asked, so that a network cannot learn to read what would be right.
"""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Part:
    """kind: 'print', 'hand' (text is signs; style 'above': over what was crossed out), 'gap' (a printed place; style: brackets, ring, box, rule; text is what is
    written in it), 'space' (width in heights of a digit; told from 0.8 on), 'other' (printed matter), 'scrawl' (other handwriting), 'struck'
    (writing crossed out)."""

    kind: str
    text: str = ""
    style: str = ""
    width: float = 0.0


def number(rng, most: int = 3, decimals: float = 0.0) -> str:
    n = int(rng.choice([1, 2, 3, 4], p=[0.36, 0.4, 0.19, 0.05]))
    value = str(rng.integers(10 ** (n - 1) if n > 1 else 0, 10 ** min(n, max(most, n))))
    if n > 1 and rng.random() < 0.15:  # ones lead more often than not every digit alike
        value = "1" + value[1:]
    if rng.random() < decimals:
        value += "." + "".join(str(d) for d in rng.integers(0, 10, int(rng.integers(1, 3))))
    return value


OPERATORS = "+-×÷"


def _operator(rng) -> str:
    return OPERATORS[int(rng.integers(4))]


def asked(rng) -> str:
    """The side of a sum that is asked."""
    decimals = 0.5 if rng.random() < 0.28 else 0.0
    r, a, b, c = rng.random(), *(number(rng, 3, decimals) for _ in range(3))
    if r < 0.68:
        return a + _operator(rng) + b
    if r < 0.84:
        return a + _operator(rng) + b + _operator(rng) + c
    if r < 0.92:
        return f"({a}{_operator(rng)}{b}){_operator(rng)}{c}"
    if r < 0.98:
        return f"{a}{_operator(rng)}({b}{_operator(rng)}{c})"
    return a + _operator(rng) + b + _operator(rng) + c + _operator(rng) + number(rng)


def answer(rng) -> str:
    """What a child answers: a number mostly, of any value."""
    r = rng.random()
    if r < 0.86:
        return number(rng, 4, 0.28)
    if r < 0.93:
        return number(rng) + "…" + number(rng)
    if r < 0.96:
        return "-" + number(rng)
    return "".join(str(d) for d in rng.integers(0, 10, int(rng.integers(4, 7))))


def answered(rng) -> list[Part]:
    """What stands where the answer belongs: mostly an answer, perhaps taken back and written anew, perhaps with its unit."""
    r = rng.random()
    if r < 0.1:
        return []
    if r < 0.15:
        return [Part("struck", number(rng))]
    parts = [Part("struck", number(rng))] if r < 0.21 else []
    parts.append(Part("hand", answer(rng)))
    if rng.random() < 0.03:
        parts.append(Part("other" if rng.random() < 0.5 else "scrawl"))
    return parts


def _gap(rng, style: str, text: str) -> Part:
    return Part("gap", text if rng.random() < 0.86 else "", style)


def _style(rng) -> str:
    return str(rng.choice(["brackets", "box", "rule"], p=[0.55, 0.3, 0.15]))


def printed_sum(rng) -> list[Part]:
    r = rng.random()
    if r < 0.66:
        return [Part("print", asked(rng) + "="), *answered(rng)]
    if r < 0.72:  # the answer has a printed place
        return [Part("print", asked(rng) + "="), _gap(rng, _style(rng), answer(rng))]
    if r < 0.8:  # a comparison
        sides = [asked(rng) if rng.random() < 0.5 else number(rng, 3, 0.2) for _ in range(2)]
        gap = _gap(rng, "ring" if rng.random() < 0.8 else "box", "<>="[int(rng.integers(3))])
        return [Part("print", sides[0]), gap, Part("print", sides[1])]
    if r < 0.85:  # a remainder with printed dots
        return [Part("print", number(rng) + "÷" + number(rng) + "="), _gap(rng, _style(rng), number(rng)), Part("print", "…"),
                _gap(rng, _style(rng), number(rng))]
    left, gap, right = number(rng), _gap(rng, _style(rng), number(rng)), number(rng)
    first = [gap, Part("print", _operator(rng) + left)] if rng.random() < 0.5 else [Part("print", left + _operator(rng)), gap]
    if rng.random() < 0.2:
        return [Part("print", right + "="), *first]
    return [*first, Part("print", "=" + right)]


def handwritten_sum(rng) -> list[Part]:
    if rng.random() < 0.12:
        return [Part("hand", number(rng) + "<>="[int(rng.integers(3))] + number(rng))]
    if rng.random() < 0.06:
        return [Part("hand", asked(rng) + "="), Part("struck", number(rng)), Part("hand", answer(rng))]
    return [Part("hand", asked(rng) + "=" + (answer(rng) if rng.random() < 0.94 else ""))]


def no_sum(rng) -> list[Part]:
    r = rng.random()
    if r < 0.3:
        return [Part("other"), Part("print", number(rng)), Part("other")]
    if r < 0.5:
        return [Part("print", number(rng, 4, 0.2))]
    if r < 0.6:
        return [Part("hand", answer(rng))]
    if r < 0.75:
        return [Part("scrawl")]
    if r < 0.85:
        return [Part("print", str(rng.integers(1, 40)) + "."), Part("space", width=rng.uniform(1, 1.8)), Part("other")]
    return [Part("other")]


def line(rng) -> list[Part]:
    """A line as it may be found on a page."""
    r = rng.random()
    if r < 0.09:
        return no_sum(rng)
    parts = handwritten_sum(rng) if r < 0.28 else printed_sum(rng)
    if r >= 0.28 and rng.random() < 0.12:  # its number
        n = str(rng.integers(1, 40))
        label = [f"({n})", n + ".", n + ")"][int(rng.integers(3))] if rng.random() < 0.8 else ""
        return [Part("print", label) if label else Part("other"), Part("space", width=rng.uniform(1, 1.8)), *parts]
    if rng.random() < 0.14:  # the sum beside it, near or far
        near = rng.random() < 0.35
        return [*parts, Part("space", width=rng.uniform(0.35, 0.6) if near else rng.uniform(1, 2.5)), *printed_sum(rng)]
    return parts
