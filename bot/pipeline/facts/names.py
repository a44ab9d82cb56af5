"""Lists of names looked up where their first word stands: exact spelling, the longest first."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+")


class Names:
    """A table of names, given as one string with commas; `firsts` are the first words, in lower case, worth a look."""

    def __init__(self, names: str) -> None:
        self._by_first: dict[str, list[str]] = {}
        for name in names.split(","):
            found = _WORD.match(name)
            assert found is not None, name
            self._by_first.setdefault(found[0].lower(), []).append(name)
        for listed in self._by_first.values():
            listed.sort(key=len, reverse=True)
        self.firsts = frozenset(self._by_first)

    def end(self, text: str, start: int, first: str) -> int | None:
        """Where the name that starts at `start` ends; None if no name of the table stands there."""
        for name in self._by_first.get(first, ()):
            if text.startswith(name, start):
                end = start + len(name)
                if end == len(text) or not (text[end].isalnum() or text[end] == "_"):
                    return end
        return None
