"""The glyph models: what stands in an answer box, and how a bubble is marked."""
