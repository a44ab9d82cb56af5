"""Pictures on disk: few colours, so that they weigh little in the repository."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

COLOURS = 128  # text on a plain ground with flags and emoji needs no more; seen side by side
ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "docs" / "pictures"


def keep(png: bytes, path: Path, *, top: int = 0) -> None:
    """Write a picture with a palette; `top` keeps only so many pixels from above, 0 all."""
    with Image.open(io.BytesIO(png)) as image:
        whole = image.convert("RGB")
        if top and whole.height > top:
            whole = whole.crop((0, 0, whole.width, top))
        small = whole.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        small.save(path, optimize=True)
