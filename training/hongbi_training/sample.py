"""Writes synthetic photos for demonstrations: python -m hongbi_training.sample --out DIR --count N --seed S [--phone]

Each is a grey JPEG; samples.json beside them says what is on it: homework or not, and the share of places used.
"""

import argparse
import json
import pathlib

import cv2
import numpy as np

from .pool import Studio, cells


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__)
    parse.add_argument("--out", type=pathlib.Path, required=True)
    parse.add_argument("--count", type=int, default=20)
    parse.add_argument("--seed", type=int, default=1)
    parse.add_argument("--phone", action="store_true", help="JPEGs of phone size (3024x4032 for 3:4)")
    parse.add_argument("--mistakes", type=float, default=0.15, help="part of the photos that is not homework")
    parse.add_argument("--no-photos", action="store_true", help="invented surfaces only, no data photo under any page")
    options = parse.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    studio, listed = Studio("test", desks=not options.no_photos), []
    for k in range(options.count):
        rng = np.random.default_rng([options.seed, k])
        make = studio.mistake if rng.random() < options.mistakes else studio.page
        photo = make(rng, longer=2016 if options.phone else 1600)
        # The sheet is drawn at about 90 dpi; doubling it afterwards gives a phone's size at a phone's softness.
        grey = cv2.resize(photo.grey, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC) if options.phone else photo.grey
        name = f"{k:04d}-{photo.kind}.jpg"
        cv2.imwrite(str(options.out / name), grey, [cv2.IMWRITE_JPEG_QUALITY, 88])
        share = round(cells(photo)[2], 4) if photo.homework else None
        listed.append({"file": name, "homework": photo.homework, "share": share})
    (options.out / "samples.json").write_text(json.dumps(listed, indent=1) + "\n")


if __name__ == "__main__":
    main()
