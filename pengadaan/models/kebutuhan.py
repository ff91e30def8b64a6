"""Analisis jabatan, beban kerja, rencana kebutuhan."""

__all__ = []
