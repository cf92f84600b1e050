"""Checks: one file each, named after the problem, offering `CHECK`.

A file holds the code, why it matters, a bad and a good example (which are its tests) and, unless the
reader itself reports the problem, the function that finds it.
"""
