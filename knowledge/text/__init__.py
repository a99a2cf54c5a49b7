"""Vietnamese as people type it: from keystrokes, short forms and dialect to words that can be compared."""
