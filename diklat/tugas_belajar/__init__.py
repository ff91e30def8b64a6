"""Tugas belajar dan ikatan dinas."""
