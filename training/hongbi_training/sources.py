"""Where the data are and which part of them may be trained on. No data file is ever part of the project."""

import csv
import functools
import os
import pathlib

import cv2
import numpy as np

ROOT = pathlib.Path(os.environ.get("HONGBI_DATA", "../shared/data"))
PHOTOS = ROOT / "photos"


@functools.cache
def strokes(split: str) -> dict[str, dict[str, list]]:
    """UNIPEN pen strokes of one split (disjoint writers): writer -> label -> characters.

    The data folder's test writers are shared out between 'validation' (early stopping, calibration) and 'test'.
    A character is (points float32 (n, 2) with the longer side 1 and y down from its top left, stroke lengths).
    """
    with np.load(ROOT / "strokes" / "unipen.npz") as z:
        xy, stroke_ptr, char_ptr = z["xy"].astype(np.float32) / 1000, z["stroke_ptr"], z["char_ptr"]
        labels, writers, splits = z["labels"].astype(str), z["writer"].astype(str), z["split"].astype(str)
    found: dict[str, dict[str, list]] = {}
    unseen = sorted(set(writers[splits == "test"]))
    mine = set(writers[splits == "train"]) if split == "train" else set(unseen[split == "test" :: 2])
    for i in np.flatnonzero(np.isin(writers, list(mine))):
        ends = stroke_ptr[char_ptr[i] : char_ptr[i + 1] + 1]
        points = xy[ends[0] : ends[-1]]
        lengths = np.diff(ends)
        if len(points) > 1:
            found.setdefault(writers[i], {}).setdefault(labels[i], []).append((points - points.min(0), lengths))
    return {w: by_label for w, by_label in found.items() if sum(map(len, by_label.values())) >= 30}


@functools.cache
def index() -> list[dict]:
    """The rows of photos/index.csv."""
    with open(PHOTOS / "index.csv", newline="", encoding="utf-8") as f:
        return list(csv.DictReader(f))


def photo(name: str, longer: int | None = None) -> np.ndarray:
    """A photo of the data folder in 8-bit grey, optionally reduced to a longer side of that many pixels."""
    grey = cv2.imread(str(PHOTOS / name), cv2.IMREAD_GRAYSCALE | cv2.IMREAD_IGNORE_ORIENTATION)
    scale = 1 if longer is None else longer / max(grey.shape)
    return grey if scale >= 1 else cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)


def category(row: dict) -> str:
    """What is in a photo that is not homework, as its source sorts it: whole categories are held out together."""
    source, parts = row["repo"].split("/")[1], row["source_path"].split("/")
    if source == "clothing-dataset-small":
        return parts[1]
    return parts[2] if source == "GroceryStoreDataset" else source


HELD_OUT = {
    "validation": frozenset({"outwear", "Vegetables", "imageio-binaries"}),
    "test": frozenset({"t-shirt", "longsleeve", "Packages", "EasyOCR"}),
}


def split_of(row: dict) -> str:
    return next((split for split, categories in HELD_OUT.items() if category(row) in categories), "train")


def not_homework(split: str) -> list[str]:
    """Photos of things that are no homework, of the categories of one split: 'train', 'validation' or 'test'."""
    return [r["file"] for r in index() if r["class"] == "not_homework" and split_of(r) == split]


def printed() -> list[str]:
    """Book pages, a printed A4 page, a packing list, a receipt: never trained on."""
    return [r["file"] for r in index() if r["class"] == "document_other"]


def handwritten() -> list[str]:
    return [r["file"] for r in index() if r["class"] == "handwritten_page"]
