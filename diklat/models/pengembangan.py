"""Belajar mandiri dan kebutuhan pengembangan."""

__all__ = []
