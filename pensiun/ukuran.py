"""Ukuran pensiun: SK pensiun yang terbit sebelum TMT."""

from kepegawaian.ukuran import daftarkan
from layanan.ukuran import sk_sebelum_tmt

SLUG = ("pensiun-bup", "pensiun-aps")

daftarkan(sk_sebelum_tmt("pensiun_sebelum_tmt", "SK pensiun terbit sebelum TMT", "PerBKN 2/2018", SLUG))
