"""The shape of the word tables of the frame."""

from __future__ import annotations

# id -> weight -> phrases in the syntax of `phrases.Lexicon`, divided by |; `rescind~ rule` stands for every form of
# the verb (`pipeline.inflection`).
# 3 and more: says it outright. 2: usually means it. 1: fits it. Below 1: only tips the balance.
Table = dict[str, dict[float, str]]

# id, weight, words, words that follow them, at most so many words later, and words that must not stand right before;
# every group divided by blanks, verbs with ~.
PairRow = tuple[str, float, str, str, int, str]
