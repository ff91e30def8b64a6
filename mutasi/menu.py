"""Menu mutasi. Who is not named on a rancangan finds an empty list there; the page says so."""

from kepegawaian.menu import Butir, daftarkan

daftarkan(
    Butir("Rancangan pelantikan", "mutasi:rancangan_list", "diagram-3", "Layanan",
          {"staf_bkd", "pejabat_bkd", "pimpinan"}, 70),
)  # fmt: skip
