"""Penilaian: evaluasi periodik dan tahunan, umpan balik, distribusi, keberatan, hasil final dan dokumennya."""
