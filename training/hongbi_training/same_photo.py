"""How far copies of one photo and other photos lie apart: python -m hongbi_training.same_photo [DIR ...]

Hashes photos as grading-service's PhotoHash does, with 64 and 256 bits, and prints the table of docs/accuracy.md: real
pages of the data folder and the JPEGs of the folders named (pages of sums, samples).
"""

import pathlib
import sys

import cv2
import numpy as np

from . import sources

LEAST_INK = 0.01
THRESHOLD = {64: 4, 256: 10}
SHOTS = 8
"""Photos of one page taken anew."""

TAKING = {"taken anew with care": (0.015, 0.02, 0.8, 0.008), "taken anew": (0.03, 0.04, 2, 0.02)}
"""Standard deviations of shift (share of the side), scale, turn (degrees) and perspective (share of the side)."""


def shrunk(grey: np.ndarray, factor: int) -> np.ndarray:
    height, width = grey.shape[0] // factor, grey.shape[1] // factor
    whole = grey[: height * factor, : width * factor]
    return cv2.resize(whole, (width, height), interpolation=cv2.INTER_AREA)


def hashes(grey: np.ndarray) -> dict[int, np.ndarray] | None:
    """Bits by their count; None where too little is written."""
    copy = shrunk(grey, max(1, round(max(grey.shape) / 1000)))
    small = shrunk(copy, 2)
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8))
    ink = cv2.subtract(paper, small).astype(float) - 0.06 * paper - 3 > 0
    if ink.mean() < LEAST_INK:
        return None
    found = {}
    for side, frequencies in ((32, 8), (64, 16)):
        waves = cv2.dct(cv2.resize(copy, (side, side), interpolation=cv2.INTER_AREA).astype(np.float64))
        low = waves[1 : frequencies + 1, 1 : frequencies + 1].ravel()
        found[frequencies**2] = low > np.median(low)
    return found


def compressed(grey: np.ndarray, quality: int) -> np.ndarray:
    return cv2.imdecode(cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], cv2.IMREAD_GRAYSCALE)


def resized(grey: np.ndarray, scale: float) -> np.ndarray:
    return cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)


def copies(grey: np.ndarray) -> dict[str, np.ndarray]:
    return {
        "JPEG 50": compressed(grey, 50),
        "JPEG 30": compressed(grey, 30),
        "half, JPEG 85": compressed(resized(grey, 0.5), 85),
        "1280 px, JPEG 70": compressed(resized(grey, min(1, 1280 / max(grey.shape))), 70),
        "0.73, JPEG 60": compressed(resized(grey, 0.73), 60),
        "enlarged by 1.3": resized(grey, 1.3),
        "stored on its side": np.ascontiguousarray(np.rot90(compressed(np.rot90(grey).copy(), 85), -1)),
        "brightened": np.clip(grey * 1.12 + 6, 0, 255).astype(np.uint8),
    }


def taken(grey: np.ndarray, shift: float, scale: float, turn: float, lean: float, rng) -> np.ndarray:
    size = np.array(grey.shape[::-1], float)
    corners = np.array([[0, 0], [1, 0], [1, 1], [0, 1]]) * size
    a = np.deg2rad(rng.normal(0, turn))
    turned = (corners - size / 2) @ (np.array([[np.cos(a), np.sin(a)], [-np.sin(a), np.cos(a)]]) * (1 + rng.normal(0, scale)))
    moved = turned + size / 2 + rng.normal(0, shift, 2) * size + rng.normal(0, lean, (4, 2)) * size
    matrix = cv2.getPerspectiveTransform(np.float32(corners), np.float32(moved))
    image = cv2.warpPerspective(grey, matrix, grey.shape[::-1], borderMode=cv2.BORDER_REPLICATE)
    light = rng.uniform(0.9, 1.1) * np.linspace(rng.uniform(0.9, 1), rng.uniform(0.9, 1), grey.shape[1])
    return np.clip(image * light, 0, 255).astype(np.uint8)


def pairs(found: list[np.ndarray]) -> np.ndarray:
    bits = np.array(found)
    return (bits[:, None] != bits[None]).sum(2)[np.triu_indices(len(bits), 1)]


def row(name: str, bits: int, distances: np.ndarray) -> None:
    same = (distances <= THRESHOLD[bits]).mean()
    print(f"| {name} | {bits} | {len(distances)} | {distances.min()} | {np.percentile(distances, 1):.0f} "
          f"| {np.median(distances):.0f} | {np.percentile(distances, 99):.0f} | {distances.max()} | {same:.2%} |")


def main() -> None:
    folders = [sources.PHOTOS / "handwritten_page", *map(pathlib.Path, sys.argv[1:])]
    rng = np.random.default_rng(5)
    near: dict[tuple[str, int], list[int]] = {}
    pages: dict[int, list[np.ndarray]] = {64: [], 256: []}
    without = 0
    for file in sorted(f for folder in folders for f in folder.glob("*.jpg")):
        grey = cv2.imread(str(file), cv2.IMREAD_GRAYSCALE)
        own = hashes(grey)
        if own is None:
            without += 1
            continue
        for name, copy in copies(grey).items():
            other = hashes(copy)
            for bits in own:
                near.setdefault((name, bits), []).append(bits if other is None else int((own[bits] != other[bits]).sum()))
        for name, spread in TAKING.items():
            shots = [s for s in (hashes(taken(grey, *spread, rng)) for _ in range(SHOTS)) if s]
            for bits in own:
                near.setdefault((name, bits), []).extend(pairs([s[bits] for s in shots]).tolist())
        for bits in own:
            pages[bits].append(own[bits])
    print(f"{len(pages[64])} pages, and {without} with too little writing\n")
    print("| what | bits | pairs | least | 1 % | median | 99 % | most | taken for one |\n|" + " --- |" * 9)
    for bits in pages:
        for (name, b), distances in near.items():
            if b == bits:
                row(name, bits, np.array(distances))
        row("other photos", bits, pairs(pages[bits]))


if __name__ == "__main__":
    main()
