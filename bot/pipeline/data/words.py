"""The shape of the word tables of the frame."""

from __future__ import annotations

# id -> weight -> phrases in the syntax of `phrases.Lexicon`, divided by |.
# 3 and more: says it outright. 2: usually means it. 1: fits it. Below 1: only tips the balance.
Table = dict[str, dict[float, str]]
