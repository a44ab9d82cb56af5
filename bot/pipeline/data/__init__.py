"""Tables the rules read: names of measures, places, words of the trade; plain Python so nothing is parsed at start."""
