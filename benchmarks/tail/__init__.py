"""How well the catalogue's own words read: one hundred procedures without a guide, labelled by hand.

``python -m benchmarks.tail`` prints the figures and every miss, ``--json`` the same for machines.
"""
