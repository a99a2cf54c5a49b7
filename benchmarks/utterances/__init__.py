"""How many of the utterances in ``tests/knowledge/utterances`` the matcher serves."""
