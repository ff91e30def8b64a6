"""Ukuran penggajian: surat pemberitahuan KGB yang terbit sebelum TMT."""

from kepegawaian.ukuran import daftarkan
from layanan.ukuran import sk_sebelum_tmt

SLUG = ("kgb",)

daftarkan(sk_sebelum_tmt("kgb_sebelum_tmt", "Surat KGB terbit sebelum TMT", "PP 7/1977", SLUG))
