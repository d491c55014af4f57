"""What the line reader tells: characters in print, the same by hand, and what is none of them.

A label is one character for print and two, the first 'h', for handwriting. The ellipsis is a remainder's dots however many
they are; '□' is a printed place left blank (a ring, a box, a rule), '#' a run of any other print or writing, 'h~' writing
that was crossed out, and ' ' a gap wider than between the characters of a sum.
"""

SIGNS = "0123456789+-×÷=().<>…"
PRINTED = tuple(SIGNS) + ("□", "#", " ")
HAND = tuple("h" + c for c in SIGNS) + ("h~", "h#")
LABELS = ("",) + PRINTED + HAND
"""The first is CTC's blank."""
INDEX = {label: i for i, label in enumerate(LABELS)}


def text(labels: list[str]) -> str:
    """For people: handwriting in braces."""
    said, hand = "", False
    for label in labels:
        if (len(label) == 2) != hand:
            said += "}" if hand else "{"
            hand = not hand
        said += label[-1]
    return said + ("}" if hand else "")
