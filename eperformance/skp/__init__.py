"""SKP: menyusun, berdialog, menetapkan; matriks peran hasil; perubahan di tengah tahun; realisasi dan bukti."""
