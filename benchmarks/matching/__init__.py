"""How often the right procedure comes first, and how fast: ours beside off-the-shelf rankings, in one run.

``python -m benchmarks.matching`` prints one Markdown table, ``--json`` the same for machines.
"""
