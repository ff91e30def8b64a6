"""Pantauan kinerja: papan atasan, OPD, dan kepala BKD; impor dan ekspor e-Kinerja; indikator pohon."""
