"""Pelaksanaan ujian dinas dan ujian penyesuaian ijazah: pengumuman, peserta, ruang, kartu, nilai, hasil."""
