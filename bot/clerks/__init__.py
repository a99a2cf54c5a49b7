"""Clerks: processes beside a desk's that work answers out ahead, so that it can take in, keep and send.

A clerk only reads. What it gives is a draft, which the desk keeps where the chat has not moved on, in the one
transaction in which it would have answered itself; whatever a clerk cannot do the desk does. So nothing
hangs on a clerk: it may be killed at any instant.
"""
