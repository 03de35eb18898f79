"""The Cypher console for trained inspectors: reads only, within limits, masked, on record."""
