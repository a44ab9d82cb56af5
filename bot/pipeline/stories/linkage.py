"""Grouping weighted vectors: a one-pass leader, and average link over the pairs that share a telling term.

Average link (the mean similarity of all pairs of two groups) does not chain as single link does: on 3,230 headlines
every single-link method falls to .17-.38 BCubed F1 (issue 5). Both are linear in the articles as long as a term is
followed into at most `cap` groups: a term known to more groups tells nothing, and is passed over.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Mapping

_FLOOR = 0.5  # share of the threshold below which the similarity of a pair is taken for nought


class Groups:
    """Groups of vectors, and per term the groups that have it with the sum of its weights there."""

    def __init__(self) -> None:
        self.sizes: list[int] = []
        self.postings: dict[str, dict[int, float]] = {}

    def put(self, group: int, vector: Mapping[str, float], length: float) -> None:
        """Add a vector to a group, brought to length one; `len(sizes)` opens a new group."""
        if group == len(self.sizes):
            self.sizes.append(0)
        self.sizes[group] += 1
        postings = self.postings
        for term, weight in vector.items():
            if term in postings:
                having = postings[term]
                having[group] = having.get(group, 0.0) + weight / length
            else:
                postings[term] = {group: weight / length}

    def nearest(
        self, vector: Mapping[str, float], length: float, threshold: float, cap: int, joins: Callable[[int], bool]
    ) -> int:
        """The group with the highest mean similarity, from `threshold`, that `joins` accepts; else a new number."""
        postings, sizes = self.postings, self.sizes
        sums: dict[int, float] = {}
        for term, weight in vector.items():
            if term in postings:
                having = postings[term]
                if len(having) <= cap:
                    for group, total in having.items():
                        if group in sums:
                            sums[group] += weight * total
                        else:
                            sums[group] = weight * total
        best, most = len(sizes), threshold * length
        for group, total in sums.items():
            if total >= most * sizes[group]:
                mean = total / sizes[group]
                if (mean > most or group < best) and joins(group):
                    best, most = group, mean
        return best

    def spread(self) -> dict[str, float]:
        """Into how many groups each term really goes (inverse Simpson index of its weights)."""
        found = {}
        for term, having in self.postings.items():
            if len(having) == 1:
                found[term] = 1.0
            else:
                weights = having.values()
                found[term] = sum(weights) ** 2 / sum([weight * weight for weight in weights])
        return found

    def similar(self, threshold: float, cap: int, closeness: Callable[[int, int], float]) -> list[dict[int, float]]:
        """Per group its neighbours with the sum of similarities of all pairs of members; far pairs are left out.

        `closeness` of two groups, from 0 to 1, is a factor of their similarity.
        """
        sizes = self.sizes
        near: list[dict[int, float]] = [{} for _ in sizes]
        for having in self.postings.values():
            if 1 < len(having) <= cap:
                listed = sorted(having.items())
                for place, (one, weight) in enumerate(listed):
                    row = near[one]
                    for other, total in listed[:place]:
                        if other in row:
                            row[other] += weight * total
                        else:
                            row[other] = weight * total
        floor = threshold * _FLOOR
        for one, row in enumerate(near):
            least = floor * sizes[one]
            near[one] = {
                other: total * closeness(one, other) for other, total in row.items() if total > least * sizes[other]
            }
        for one, row in enumerate(near):
            for other, total in row.items():
                if other < one:
                    near[other][one] = total
        return near


def blend(
    near: list[dict[int, float]], other: list[dict[int, float]], bare: list[bool], share: float
) -> list[dict[int, float]]:
    """Similarities of pairs of bare groups with `share` of them by another measure; other pairs stay as they are."""
    found = []
    for one, row in enumerate(near):
        if bare[one]:
            mixed = {third: total * (1 - share) if bare[third] else total for third, total in row.items()}
            for third, total in other[one].items():
                mixed[third] = mixed.get(third, 0.0) + total * share
            row = mixed
        found.append(row)
    return found


def lend(
    near: list[dict[int, float]], sizes: list[int], bare: list[bool], most: int, share: float, factor: float
) -> list[dict[int, float]]:
    """Similarities in which each bare headline also speaks through the `most` headlines nearest to it.

    A headline alone has few words: "Copper plunges" and "Beijing's exports fall" share none, yet a third one has both.
    To the similarity of two bare groups comes `share` times how similar the nearest neighbours of each are to the
    other one, weighted by how near they are; the sum is multiplied by `factor`, so that one threshold serves pairs of
    headlines and pairs of texts. Other pairs stay as they are. `near` holds sums over all pairs of members, as
    `Groups.similar` gives them; so does the answer.
    """
    half = share / 2
    means = [
        {other: total / (sizes[one] * sizes[other]) for other, total in row.items() if bare[other]} if bare[one] else {}
        for one, row in enumerate(near)
    ]
    lent = [dict(row) for row in means]
    for one, row in enumerate(means):
        if not row:
            continue
        nearest = sorted([(-mean, other) for other, mean in row.items()])[:most]
        mine = lent[one]
        per = half / sum([mean for mean, _ in nearest])
        for negative, between in nearest:
            weight = negative * per
            for other, mean in means[between].items():
                if other != one:
                    mine[other] = lent[other][one] = mine.get(other, 0.0) + weight * mean
    for one, row in enumerate(lent):
        if row:
            size = factor * sizes[one]
            kept = {other: total for other, total in near[one].items() if not bare[other]}
            kept.update([(other, mean * size * sizes[other]) for other, mean in row.items()])
            near[one] = kept
    return near


def average_link(
    near: list[dict[int, float]], sizes: list[int], threshold: float, apart: Callable[[int, int], bool]
) -> list[int]:
    """Merge the two most similar groups until none reach `threshold`. Returns the surviving group of each.

    `near` and `sizes` are used up. `apart(survivor, other)` may forbid a merge; when it allows one, the merge happens.
    """
    parent = list(range(len(sizes)))
    heap = [
        (-total / (sizes[one] * sizes[other]), one, other)
        for one, row in enumerate(near)
        for other, total in row.items()
        if one < other and total >= threshold * sizes[one] * sizes[other]
    ]
    heapq.heapify(heap)
    while heap:
        mean, one, other = heapq.heappop(heap)
        if parent[one] != one or parent[other] != other:
            continue
        total = near[one].get(other)
        if total is None or -total / (sizes[one] * sizes[other]) != mean:
            continue
        if len(near[one]) < len(near[other]):
            one, other = other, one
        if apart(one, other):
            del near[one][other], near[other][one]
            continue
        _merge(near, sizes, one, other, threshold, heap)
        parent[other] = one
    return [_root(parent, group) for group in range(len(parent))]


def _merge(
    near: list[dict[int, float]],
    sizes: list[int],
    one: int,
    other: int,
    threshold: float,
    heap: list[tuple[float, int, int]],
) -> None:
    kept, gone = near[one], near[other]
    del kept[other], gone[one]
    sizes[one] += sizes[other]
    for third, total in gone.items():
        row = near[third]
        del row[other]
        kept[third] = row[one] = kept.get(third, 0.0) + total
    size = sizes[one]
    for third, total in kept.items():
        mean = total / (size * sizes[third])
        if mean >= threshold:
            # the pair is always named (smaller, larger), as it is compared when taken from the heap
            heapq.heappush(heap, (-mean, one, third) if one < third else (-mean, third, one))
    near[other] = {}


def _root(parent: list[int], group: int) -> int:
    while parent[group] != group:
        group = parent[group]
    return group
