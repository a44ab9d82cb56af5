"""What an optional summariser may do: choose among slices already proven. Anything else it says is dropped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from bot.model import Slice

_MOST_ANSWERS: Final = 200  # strings of an endpoint that are looked at
# What an endpoint may wrap around a line without changing it: list marks, quotation marks, blanks.
_WRAPPING: Final = " \t\r\n-*•\"'“”„«»`"


def choose(offered: Sequence[Slice], answered: Iterable[object], *, most: int = 5) -> tuple[Slice, ...]:
    """The offered slices an endpoint named, in the order it named them, each once, at most `most`.

    An answer counts when it is exactly the text of an offered slice, white space and wrapping marks around it aside.
    What is not text, not offered, changed, cut or merged is dropped. No answer fits: the result is empty, and the
    caller keeps its own choice.
    """
    by_text: dict[str, Slice] = {}
    for slice_ in offered:
        by_text.setdefault(slice_.text, slice_)
        by_text.setdefault(slice_.text.strip(_WRAPPING), slice_)
    chosen: dict[str, Slice] = {}
    for count, answer in enumerate(answered):
        if count >= _MOST_ANSWERS or len(chosen) >= most:
            break
        if not isinstance(answer, str):
            continue
        found = by_text.get(answer) or by_text.get(answer.strip(_WRAPPING))
        if found is not None and found.text.strip():
            chosen.setdefault(found.text, found)
    return tuple(chosen.values())
