"""Ukuran kepangkatan: SK kenaikan pangkat yang terbit sebelum TMT."""

from kepegawaian.ukuran import daftarkan
from layanan.ukuran import sk_sebelum_tmt

SLUG = ("kp-reguler", "kp-struktural", "kp-fungsional", "kp-ijazah", "kp-tugas-belajar", "kp-prestasi", "kp-penemuan")

daftarkan(sk_sebelum_tmt("kp_sebelum_tmt", "SK kenaikan pangkat terbit sebelum TMT", "PerBKN 4/2025", SLUG))
