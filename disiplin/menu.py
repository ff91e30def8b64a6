"""Menu disiplin. Rights are decided by each page; who handles no case finds an empty list."""

import disiplin.kehadiran.menu  # noqa: F401 - registers the items of this part
from disiplin.fakta import SLUG
from kepegawaian.menu import Butir, daftarkan


def _menangani(hak, acuan):
    """Handlers, officials over people, and those who hold a step of a route (Sekda, the Bupati's recorder)."""
    return SLUG not in hak.rahasia_tertutup or bool(hak.unit_kepala) or hak.punya("pimpinan")


daftarkan(
    Butir("Kasus disiplin", "disiplin:kasus_list", "shield-exclamation", "Layanan",
          {"staf_bkd", "pejabat_bkd", "atasan", "kepala_opd", "pimpinan"}, 80, bila=_menangani),
    Butir("Surat rahasia saya", "disiplin:saya", "envelope-paper", "Pegawai", {"asn"}, 95),
)  # fmt: skip
