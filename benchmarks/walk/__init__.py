"""A walk at random through the conversation: every press and any line, looking for dead ends and faults."""
