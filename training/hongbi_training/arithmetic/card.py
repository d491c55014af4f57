"""Writes the line model's card from its figures."""

import datetime
import pathlib


def write(folder: pathlib.Path, settings: dict, facts: dict, lines: dict[str, str], pages: str, remark: str = "") -> None:
    """lines: population to what evaluate.said says of it; pages: the table of evaluate.pages."""
    tables = "\n\n".join(f"**{name}**\n\n```\n{text}\n```" for name, text in lines.items())
    (folder / "MODEL_CARD.md").write_text(f"""# Line model {settings['version']}

Reads one line of a page of sums: printed and handwritten characters, each told to be the one or the other. A fully
convolutional network ({facts['parameters']:,} parameters, {facts['bytes'] / 1e6:.2f} MB) with CTC; a column of its output sees some
76 columns of the input, about four characters, so that it cannot know what a sum comes to. Nothing in the reader knows
arithmetic, and answers in training are drawn independently of what is asked; how sure a reading is, marking says with the sum as
evidence (docs/adr/0005).

Made {datetime.date.today():%Y-%m-%d}: {facts['lines']:,} synthetic lines, {facts['steps']:,} steps of 48 lines, {facts['minutes']:.0f} minutes of CPU.
{remark}

## Data and licences

Writers: UNIPEN strokes (CC BY 4.0) by writer: training writers train, the test writers are shared out between validation
and test; MNIST (usually cited as CC BY-SA 3.0), BHMSDS (MIT), MDAS (MIT; no test part) name no writers: their test parts
test. Fonts, all open, by file (arithmetic/faces.py): whole families are held out for validation and for test. Photos of
things that are no homework (training/README.md) by category, as negatives and under pages.

## Lines: unseen writers, unseen fonts

{tables}

Confidence is the probability of all ways in which the network's columns say the same, after division of the logits by
{settings['temperature']} (set on validation lines); a reading is sure from {settings['accept']} (set on validation pages).

Lines in bulk are harder than those of pages: a third are in a careless hand, a third in hard light or blur, a fifth all by hand.

## Pages

Photographed pages (arithmetic/pages.py; fonts, writers and desks of the test part; every second answer wrong), read by
`./hongbi read --kind arithmetic`, judged as submission-service's marking does (arithmetic/certainty.py, evaluate.py). A crossed-out
answer without another counts as wrong.

{pages}

## Failures

- Printed ÷ is taken for + or - in faces whose ÷ is small (Comic Neue, Biolinum) and where the photo is coarse; - for = beside a
  printed place.
- A decimal point, by hand or in print, is overlooked, and a 1 at an answer's beginning. Where the sum would hold with it,
  or with another character that is overlooked, marking doubts the answer.
- Thick pens whose strokes run together, and hands whose 1 and 7, 4 and 9, 0 and 6 look alike.
- An answer that was crossed out with few strokes is read as if it stood.
- Sums wholly by hand: one in twenty is not found, and most are doubtful.
- One sum in seven on mild photos is doubtful: the share that is judged is below what was asked (95 %).

## What it assumes, and where real pages may differ

Everything is synthetic; no real photographed page of sums has been read yet. What the pages take for granted is listed in
`arithmetic/assumptions.py`, with what each is varied over by itself; how such pages are read stands in docs/accuracy.md ("One
assumption at a time").

- Paper: white, 215 to 250 of 255, without tinted bands; the other side does not shine through; flat, or with one smooth bend.
- Print: digits 3.2 to 4.3 mm high, 70 to 95 % dark, in upright book faces; 2 to 4 columns at least 0.4 digit heights apart, rows 2.4 to 4
  heights apart; sums numbered on one page of five; no pictures, no text but a heading, a name and a page's number; no rules,
  boxes or squares but the places of answers.
- Answers: by one hand and one pen, behind the print or in their place; 0.85 to 1.8 times as high as print (careless hands 0.7), strokes at
  most a seventh (a fifth) as thick as a digit is high, 30 to 98 % dark, up to 0.9 heights behind the equals sign, at most 0.4 off
  the line, hardly sloping; 3 % written anew behind what is struck out, none above it. Handwriting is that of the sources
  (American and European adults mostly), not of Chinese pupils.
- A teacher's ticks on one page of ten, paler than print, behind the sums.
- Photo: the whole page, tilted by some 2 degrees, evenly sharp, 2016 pixels high; the rungs above have it worse in one way each.
- Fraction bars, vertical sums, sums over several lines, mixed units and text within a sum are not in the alphabet.
""", encoding="utf-8")
