"""Pelatihan: katalog, rencana tahunan, kalender, kegiatan dari nominasi sampai sertifikat."""
