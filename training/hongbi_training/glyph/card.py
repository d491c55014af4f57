"""Writes the model card beside the glyph models."""

import datetime
import pathlib

from . import evaluate, leaving
from .reader import GlyphModel

CARD = """# Glyph models `{version}`

What stands in a printed answer box (`characters.onnx`), and how a bubble is marked (`marks.onnx`). Date: {date}. Made by
`python -m hongbi_training.glyph`, {minutes:.0f} minutes of CPU time; `training/README.md` names sources, commits and licences.
{remark}
## What they answer

- **digits**: 0-9, plus, minus, point, comma; or why it is none: empty, crossed-out (a character taken back), unclear (two
  characters, one over another, a scribble, a sign or letter that is like no digit). **letters**: A-Z, or the same three. Ask the one that the
  box is for; both come from one run. O and 0, I and 1 are never told apart by this model, only by what the box is for.
- **marks**: blank, filled, tick, cross, ring, crossed-out (marked and taken back), faint (too little to be sure of).
- **confidence**: the softmax of the logits over the temperature. An answer is sure from `accept` on; below it is doubtful.

Input: the printed box with a margin, cut straight from the photo, never cropped to its ink, so that a point keeps its size
and place. `glyph.json` has the steps, the labels, temperatures and thresholds; golden values hold Java to them.
{size_characters:.2f} MB and {size_marks:.2f} MB, 8-bit integers, opset 17; 40 boxes in {ms_characters:.2f} ms, 40 bubbles in {ms_marks:.2f} ms of one core (one batch,
ONNX Runtime, median).

## What they learned from

| what | source | licence |
|---|---|---|
| digits | MNIST in rasbt/mnist-pngs @d26bd33b, training part | usually cited as CC BY-SA 3.0 |
| digits, capitals, signs as pen strokes | UNIPEN train_r01_v07 in GreenCappuccino/train_r01_v07 @552a4d44, training writers | CC BY 4.0 |
| digits, plus, minus, x, y on photographed paper | wblachowski/bhmsds @07d208e4, training part | MIT |
| letters A B C D F T of forms, both cases | EMNIST letters in HinYong/Answer-Recognition @b4ec16ce, training part | NIST SD19, public |
| signs | jdmacleod/handwritten-calculator @c00b70f1 | MIT |
| European and Asian 1, 7, 4, 9, times; all boxes, bubbles, marks, scribbles and cameras | drawn by `training/` | own |

{crops} crops, {steps} steps of 128 for the characters; no photo of a real printed sheet was at hand. UNIPEN's digits, letters and
signs flagged as doubtful were neither trained on nor judged.

## Whole sources left out

Digits. Three networks, each trained without one source ({left_steps} steps). What is frozen before a source is looked at comes from the
other two, each read by the network that never saw it, under mild conditions: how much wider the temperature is than on
validation, and the threshold (the least confidence from which on 0.5 % of what is accepted is wrong). Judged on up to 500 of
each digit of each part, of MNIST on its test part only; the characters as their writers wrote them, in boxes. Conditions are those of `camera.py`: scan is a sharp flat picture, mild a steady phone by day, usual what phones
do, hard the worst that is still handed in; pens, pencils, frames and neighbours vary alike in all. Intervals are 95 % Wilson;
characters of one writer are not independent, so the truth is wider.

{left}

The shipped temperatures are those of validation times {stretch}. The shipped thresholds, 0.80 for digits and 0.95 for letters, were chosen on the ladder of bad
photos (docs/accuracy.md) filled in by validation's writers; the three sources would give 0.96, as strict as BHMSDS needs it.

## How good they are

Test parts: other writers where writers are known (UNIPEN), else other characters of perhaps the same writers.
{report}

## Known limits

- Boxes, bubbles and photos are synthetic; only the characters are real. Marks are wholly drawn, but for V and X of real hands.
- Strangers are read according to how their country writes: BHMSDS's barred sevens with a high tick, ones with a foot and nines
  with a curled tail are in no other source. The shipped networks know them; a hand as far from all sources as that would be
  read no better than BHMSDS was when it was left out. They would be asked about more often than others.
- The sources hold few Asian or children's hands; 1 and 7 in such hands are known mostly from drawings.
- Point and comma are told by size and place in the box: a large point is a scribble, a point at mid-height may be refused.
- Whether a blurred empty bubble is blank is better told with the sheet's own blank bubbles beside it; this model sees one at a time.
"""


def write(folder: pathlib.Path, figures: list[leaving.Figure], facts: dict, remark: str = "",
          report: str | None = None) -> None:
    characters, marks = GlyphModel("characters", folder), GlyphModel("marks", folder)
    size = lambda name: (folder / name).stat().st_size / 1e6
    (folder / "MODEL_CARD.md").write_text(CARD.format(
        version=characters.version, date=datetime.date.today(), remark="\n" + remark + "\n" if remark else "",
        size_characters=size("characters.onnx"), size_marks=size("marks.onnx"),
        ms_characters=evaluate.milliseconds(characters), ms_marks=evaluate.milliseconds(marks),
        left="\n".join(leaving.table(figures)) if figures else "Not measured for this version.",
        report=report or evaluate.report(characters, marks), **facts,
    ))
