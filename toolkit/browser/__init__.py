"""Robots in a real browser: they walk tasks, audit screens and take pictures."""
