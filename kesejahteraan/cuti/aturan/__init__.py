"""Aturan cuti: pure functions, no Django and no clock. See ``hari``, ``saldo``, ``syarat``, ``cltn``."""
