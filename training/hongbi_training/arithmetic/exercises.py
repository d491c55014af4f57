"""Sums as a school sets them, with answers that are right or wrong, for pages whose reading is judged; and what a sum comes to."""

import dataclasses
import re
from decimal import Decimal
from fractions import Fraction

from .content import Part

PLAIN = {"×": "*", "÷": "/", "…": "..."}


@dataclasses.dataclass(frozen=True)
class Exercise:
    """parts to draw; expression and response as a reading has them; state: ok, blank or crossed-out."""

    parts: tuple[Part, ...]
    expression: str
    response: str | None
    state: str


def plain(text: str) -> str:
    return "".join(PLAIN.get(c, c) for c in text)


def worked_out(side: str) -> Fraction | None:
    """The value of a side, None where it has none. Only digits, signs and brackets are worked out."""
    if not re.fullmatch(r"[-+*/().\d]+", side):
        return None
    try:
        return eval(re.sub(r"\d+\.?\d*|\.\d+", lambda m: f"Fraction('{m.group()}')", side), {"__builtins__": {}}, {"Fraction": Fraction})  # noqa: S307
    except (ArithmeticError, AttributeError, SyntaxError, TypeError, ValueError):
        return None


NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)|[+-]?\d+/\d*[1-9]\d*")


def verdict(expression: str, response: str | None, state: str = "ok") -> str:
    """right, wrong, blank, or doubtful where the reading says so, is no answer, or the sum cannot be worked out."""
    if state == "blank":
        return "blank"
    if state == "crossed-out":
        return "wrong"
    if state != "ok" or response is None:
        return "doubtful"
    if "=" not in expression:
        sides = [worked_out(s) for s in expression.split("()")] if expression.count("()") == 1 else []
        if len(sides) != 2 or None in sides or response not in ("<", ">", "="):
            return "doubtful"
        true = "<" if sides[0] < sides[1] else ">" if sides[0] > sides[1] else "="
        return "right" if response == true else "wrong"
    if "..." in response:
        asked = re.fullmatch(r"(\d+)/(\d+)=(\(\)\.\.\.\(\))?", expression)
        if not asked or not re.fullmatch(r"\d+\.\.\.\d+(\.\d+)?", response) or not int(asked[2]):
            return "doubtful"
        quotient, rest = response.split("...")
        return "right" if (int(quotient), Fraction(rest)) == divmod(int(asked[1]), int(asked[2])) else "wrong"
    if not NUMBER.fullmatch(response):
        return "doubtful"
    filled = expression.replace("()", f"({response})") if "()" in expression else expression + response
    sides = [worked_out(s) for s in filled.split("=")]
    if len(sides) != 2 or None in sides:
        return "doubtful"
    return "right" if sides[0] == sides[1] else "wrong"


def solvable(expression: str) -> bool:
    """Whether any answer to it can be judged."""
    return any(verdict(expression, answer) != "doubtful" for answer in ("1", "1...1", "<"))


def _right_answers(expression: str) -> list[str]:
    """Texts of the right answer, with a remainder and as a number unless that goes on for ever."""
    division = re.fullmatch(r"(\d+)/(\d+)=(\(\)\.\.\.\(\))?", expression)
    if division and int(division[2]):
        a, b = int(division[1]), int(division[2])
        return [*([f"{a // b}...{a % b}"] if a % b else []), *_as_decimal(Fraction(a, b))]
    if "=" not in expression:
        return []
    if "()" not in expression:
        value = worked_out(expression[:-1])
        return [] if value is None else _as_decimal(value)
    numbers = [Fraction(n) for n in re.findall(r"\d+\.?\d*", expression)]
    if len(numbers) != 2:
        return []
    a, b = numbers
    tried = [a + b, a - b, b - a, a * b, *([a / b] if b else []), *([b / a] if a else [])]
    return [text for value in tried for text in _as_decimal(value) if verdict(expression, text) == "right"]


def _within(part: str, whole: str) -> bool:
    """Whether the one is what is left of the other when characters are taken out."""
    rest = iter(whole)
    return part != whole and all(c in rest for c in part)


def overlooked(expression: str, response: str) -> bool:
    """Whether a few pixels more would make the sum hold: what is read only lacks characters of the right answer, or the sum a point or the dots
    of a ÷."""
    pointed = (expression[:k] + "." + expression[k:] for k in range(1, len(expression)) if expression[k - 1 : k + 1].isdigit())
    dotted = (expression[:k] + "/" + expression[k + 1 :] for k, c in enumerate(expression) if c in "+-")
    return (any(_within(response, answer) for answer in _right_answers(expression))
            or any(verdict(e, response) == "right" for e in (*pointed, *dotted)))


def rounded(expression: str, response: str) -> bool:
    """Whether the right answer goes on for ever, and this is what it comes to in so many places."""
    if "." not in response or not NUMBER.fullmatch(response) or response.endswith(".") or "=" not in expression:
        return False
    unit = Fraction(1, 10 ** (len(response) - response.index(".") - 1))
    value = worked_out(expression[:-1]) if expression.endswith("=") else None
    return value is not None and bool(10**12 % value.denominator) and (value / unit + Fraction(1, 2)).__floor__() * unit == Fraction(response)


def _decimal(value: Fraction) -> str:
    """A number that does not go on for ever, without needless zeros."""
    return f"{Decimal(value.numerator) / Decimal(value.denominator):f}"


def _as_decimal(value: Fraction) -> list[str]:
    return [] if 10**12 % value.denominator else [_decimal(value)]


def plainly(expression: str, response: str) -> bool:
    """Whether a right answer has nothing needless about it, as 2.50, 043 and 3...0 have."""
    if "..." in response:
        quotient, rest = response.split("...")
        return response == f"{int(quotient)}...{_decimal(Fraction(rest))}" and (rest != "0" or expression.endswith("()...()"))
    if response in ("<", ">", "="):
        return True
    value = Fraction(response)
    return response in _as_decimal(value) or value.denominator > 1 and response == str(value)


def _two(rng) -> tuple[str, str]:
    """An expression and its value."""
    r = rng.random()
    if r < 0.35:
        a, b = (int(v) for v in rng.integers(1, int(rng.choice([20, 100, 100, 1000])), 2))
        return f"{a}+{b}", str(a + b)
    if r < 0.65:
        a, b = sorted((int(v) for v in rng.integers(1, int(rng.choice([20, 100, 100, 1000])), 2)), reverse=True)
        return f"{a}-{b}", str(a - b)
    a, b = int(rng.integers(2, int(rng.choice([10, 10, 100])))), int(rng.integers(2, 10))
    return (f"{a}×{b}", str(a * b)) if r < 0.85 else (f"{a * b}÷{b}", str(a))


def _longer(rng) -> tuple[str, str]:
    while True:
        a, b, c = (int(v) for v in rng.integers(1, 60, 3))
        o, p = "+-"[int(rng.integers(2))], "+-×"[int(rng.integers(3))]
        asked = f"({a}{o}{b}){p}{c}" if rng.random() < 0.4 else f"{a}{o}{b}{p}{c}"
        value = worked_out(plain(asked))
        if value is not None and 0 <= value < 5000:
            return asked, _decimal(value)


def _decimals(rng) -> tuple[str, str]:
    a, b = sorted((Fraction(int(v), 10) for v in rng.integers(1, 200, 2)), reverse=True)
    o = "+-"[int(rng.integers(2))]
    return f"{_decimal(a)}{o}{_decimal(b)}", _decimal(a + b if o == "+" else a - b)


def missed(rng, answer: str) -> str:
    """A wrong answer as children give it: off by one or ten, a digit wrong or missing, or anything."""
    while True:
        wrong = list(answer)
        digits = [k for k, c in enumerate(wrong) if c.isdigit()]
        r = rng.random()
        if r < 0.35 and answer.isdigit():
            wrong = list(str(max(0, int(answer) + int(rng.choice([-10, -2, -1, 1, 2, 10])))))
        elif r < 0.8:
            wrong[digits[int(rng.integers(len(digits)))]] = str(rng.integers(10))
        else:
            wrong = list(str(rng.integers(0, 10 ** len(digits))))
        if "".join(wrong) != answer and (wrong[0] != "0" or len(wrong) == 1 or "." in wrong):
            return "".join(wrong)


def _answer(rng, right: bool, answer: str, blank: float, corrected: float, style: str) -> tuple[str | None, str, list[Part]]:
    """Response, state, and what is written."""
    r = rng.random()
    if r < blank:
        return None, "blank", []
    response = answer if right else missed(rng, answer)
    if r < blank + 0.02:
        return None, "crossed-out", [Part("struck", response)]
    if r < blank + (0.02 + corrected):
        return response.replace("…", "..."), "ok", [Part("struck", missed(rng, answer)), Part("hand", response, style)]
    return response.replace("…", "..."), "ok", [Part("hand", response)]


def exercise(rng, right: bool, blank: float = 0.06, by_hand: bool = False, corrected: float = 0.03, style: str = "") -> Exercise:
    """corrected: how many answers are crossed out and written anew, behind that or in another style."""
    r = rng.random()
    if r < 0.08 and not by_hand:  # a comparison
        (a, x), (b, y) = _two(rng), _two(rng)
        if rng.random() < 0.5:
            b, y = str(rng.integers(1, 100)), None
        left, other = worked_out(plain(a)), worked_out(plain(b))
        true = "<" if left < other else ">" if left > other else "="
        sign = true if right else str(rng.choice([s for s in "<>=" if s != true]))
        filled = rng.random() >= blank
        parts = (Part("print", a), Part("gap", sign if filled else "", "ring"), Part("print", b))
        return Exercise(parts, f"{plain(a)}(){plain(b)}", sign if filled else None, "ok" if filled else "blank")
    if r < 0.15 and not by_hand:  # a gap before the equals sign
        a, b = (int(v) for v in rng.integers(1, 60, 2))
        answer = str(b) if right else missed(rng, str(b))
        filled = rng.random() >= blank
        gap = Part("gap", answer if filled else "", str(rng.choice(["brackets", "box"])))
        parts = (Part("print", f"{a}+"), gap, Part("print", f"={a + b}"))
        return Exercise(parts, f"{a}+()={a + b}", answer if filled else None, "ok" if filled else "blank")
    if r < 0.22:
        b = int(rng.integers(2, 10))
        q, left = int(rng.integers(1, 12)), int(rng.integers(1, b))
        asked, answer = f"{q * b + left}÷{b}", f"{q}…{left}"
    elif r < 0.32:
        asked, answer = _decimals(rng)
    elif r < 0.47:
        asked, answer = _longer(rng)
    else:
        asked, answer = _two(rng)
    response, state, written = _answer(rng, right, answer, blank, corrected, style)
    if by_hand:
        parts = [Part("hand", asked + "=" + (answer_text(written) if state == "ok" and len(written) == 1 else ""))]
        return Exercise(tuple(parts if len(written) < 2 and state != "crossed-out" else [*parts, *written]), plain(asked) + "=", response, state)
    return Exercise((Part("print", asked + "="), *written), plain(asked) + "=", response, state)


def answer_text(written: list[Part]) -> str:
    return written[-1].text
