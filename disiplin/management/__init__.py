"""Perintah disiplin."""
