"""EXTRACTORS in card order, one small file each, and the choice of the facts that earn a place on a card."""
