"""Halaman aspek kesejahteraan; each part in files of its own."""
