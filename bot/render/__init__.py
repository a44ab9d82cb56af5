"""Pure: card, reply, edition into one platform's payload, limits respected."""
