"""Writes the model card beside the model."""

import pathlib

from . import evaluate, reader

CARD = """# Page model `{version}`

Says of one photo whether it is homework, and how much of it is done. Date: {date}. Made by
`{command}`, {minutes:.0f} minutes of CPU time in all; `training/README.md` names sources, commits and licences.

## What it answers

- **homework**: a page of homework is paper to be written on: a worksheet, a notebook page, a ruled, squared or plain sheet,
  blank or written. Not homework: printed matter without answer places (book pages, lists, receipts, screens), bare desks,
  and any other thing. A plain blank sheet is told by its edges: they have to be in the photo.
- **share**: answer places used / answer places found. A place is an item's box, a gap after an expression, a printed blank, a
  ruled line or, without rules, a line-high band of the writing area. A place is used when anything is written in it, and
  every place counts the same. The writing area of paper without rules reaches from 5 % to 95 % of its height, wherever the
  writer began, and its bands count by as much of their height as written lines cover. Blanks for name and class in the head
  of a worksheet do not count. A student who writes on every second ruled line uses half of them. Blank below 0.05, complete from 0.9,
  else partial. The network's own share parts the classes of validation pages well at {readout[0]} and {readout[1]}; the model
  bends it so that these come to lie at 0.05 and 0.9.
- **confidence**: of homework p = sigmoid(logit / {homework_t}), homework from p = {threshold} on (there pages and other things
  are told equally well on validation); where the logit lies between {again_from} and {again_to} it is the mean of the photo's, upside
  down's, and both mirrored; of completion the mass of a logistic distribution about the share,
  scale spread * {completion_t}, between the thresholds, so that an assignment's own thresholds have a confidence too.

Input: grey, letterboxed to 384 x 512 (landscape photos turned 90 degrees clockwise), all four orientations. `page.json` says
the rest. {parameters} parameters, {size:.2f} MB, opset 17; {ms:.2f} ms of one core per inference (ONNX Runtime, one
thread, median; letterboxing 1512 x 2016 takes {box:.2f} ms more).

## What it learned from

| what | source | licence |
|---|---|---|
| pen strokes of {writers} writers (train), digits, capitals, signs | UNIPEN train_r01_v07 in GreenCappuccino/train_r01_v07 | CC BY 4.0 |
| small letters, Chinese-like characters, all sheets, print, plain shirts and camera | drawn by `training/`, open system fonts (DejaVu, Liberation, Noto CJK) | own |
| other things and what lies under a page: {things} photos | alexeygrigorev/clothing-dataset-small (CC0), marcusklasson/GroceryStoreDataset (MIT), scikit-image (CC0 / public domain), tony-xlh/SynthDocs (Apache-2.0) | see left |{real}
{remark}
## How good it is

95 % Wilson intervals. {protocol}
"Right" for completion counts sure truths only: four of the 25 photos lie so near a threshold that their class is a matter of
opinion. Shares of untouched photos were judged by eye, those of all other pages are known. Pages of one paper are not
independent of each other: with 25 photos of few hands and desks the intervals of real paper are narrower than the truth.

{report}

## Calibration

Both temperatures, the threshold of homework and the bend of the share were fitted on pages of validation writers (disjoint from training and test) and, for homework, on
invented mistakes and photos of things. Real pages are harder: see the table of confidence above.

## Known limits

- No photo of a real printed worksheet, of Chinese homework or of a child's hand was at hand: these are known from synthesis only.
- Printed matter is judged by seven real photos; a text page with a few blanks is homework only by its blanks.
- Share is an estimate from a coarse map (8 px cells): near the thresholds the confidence is low, and should be.
- Blurred, dark and tilted photos were synthesised; whether a photo can be read at all is judged elsewhere.
"""


def write(folder: pathlib.Path, report: str, remark: str = "", **facts) -> None:
    model = reader.PageModel(folder)
    ms, box = evaluate.milliseconds(model)
    settings = model.settings
    text = CARD.format(
        version=settings["version"], homework_t=settings["homeworkTemperature"], threshold=settings["homeworkThreshold"],
        again_from=settings["againFrom"], again_to=settings["againTo"], completion_t=settings["completionTemperature"],
        size=(folder / "page.onnx").stat().st_size / 1e6, ms=ms, box=box, report=report, remark=remark, **facts,
    )
    (folder / "MODEL_CARD.md").write_text(text)
