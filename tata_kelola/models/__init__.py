"""Catatan tata kelola: potret dan laporan bulanan, register risiko, anggaran kegiatan, tinjauan regulasi, sarana.

Registers are written by the module of the same name in ``tata_kelola``; what was judged, spent or reviewed is append-only.
"""

from tata_kelola.models.anggaran import PaguAnggaran, RealisasiAnggaran
from tata_kelola.models.laporan import LaporanBulanan
from tata_kelola.models.potret import PotretBulan
from tata_kelola.models.pribadi import SalinanData
from tata_kelola.models.risiko import MitigasiRisiko, NilaiRisiko, Risiko, TindakLanjut
from tata_kelola.models.sarana import Barang, KeadaanBarang, KebutuhanBarang, Pemeliharaan, Ruang
from tata_kelola.models.tinjauan import TinjauanRegulasi

__all__ = [
    "Barang", "KeadaanBarang", "KebutuhanBarang", "LaporanBulanan", "MitigasiRisiko", "NilaiRisiko", "PaguAnggaran", "Pemeliharaan",
    "PotretBulan", "RealisasiAnggaran", "Risiko", "Ruang", "SalinanData", "TindakLanjut", "TinjauanRegulasi",
]  # fmt: skip
