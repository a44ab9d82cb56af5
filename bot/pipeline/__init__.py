"""Pure reading of articles: relevance, story, quotes, facts, frame, card. No clock, network, database or logging."""
