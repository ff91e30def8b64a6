"""Perintah diklat."""
