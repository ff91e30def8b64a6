"""Pemantauan tugas belajar dan ikatan dinas."""

__all__ = []
