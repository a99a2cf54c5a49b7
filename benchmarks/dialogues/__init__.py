"""Dialogues of a few turns: whether the right procedure and the right aspect are kept from turn to turn."""
