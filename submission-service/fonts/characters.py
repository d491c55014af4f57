"""Writes the characters that the fonts keep: Regular.txt (GBK) and Bold.txt (GB 2312)."""

from pathlib import Path

LETTERS_AND_SIGNS = [
    (0x20, 0x7E), (0xA0, 0x17F), (0x1CD, 0x1DC), (0x1E00, 0x1EFF), (0x370, 0x3FF), (0x400, 0x45F),
    (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x218F), (0x2190, 0x21FF),
    (0x2200, 0x22FF), (0x2300, 0x23FF), (0x2460, 0x24FF), (0x2500, 0x257F), (0x25A0, 0x26FF),
    (0x2700, 0x27BF), (0x3000, 0x30FF), (0x3100, 0x312F), (0x3200, 0x33FF), (0xFE30, 0xFE4F),
    (0xFF00, 0xFFEF),
]
REST_OF_CJK = [(0x9FA6, 0x9FEF)]


def two_bytes(encoding: str, first: int) -> set[str]:
    found = set()
    for high in range(first, 0x100):
        for low in range(0x40, 0x100):
            try:
                found.update(bytes([high, low]).decode(encoding))
            except UnicodeDecodeError:
                continue
    return found


def ranges(bounds: list[tuple[int, int]]) -> set[str]:
    return {chr(c) for first, last in bounds for c in range(first, last + 1)}


if __name__ == "__main__":
    shared = ranges(LETTERS_AND_SIGNS)
    regular = two_bytes("gbk", 0x81) | shared | ranges(REST_OF_CJK)
    bold = two_bytes("gb2312", 0xA1) | shared
    Path("Regular.txt").write_text("".join(sorted(regular)), encoding="utf-8")
    Path("Bold.txt").write_text("".join(sorted(bold)), encoding="utf-8")
