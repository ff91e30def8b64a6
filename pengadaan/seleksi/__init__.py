"""Pengadaan (aspek b): seleksi, integrasi nilai, pemberkasan, usul NIP, SK CPNS, SPMT, SK PNS."""
