"""Model e-performance: pohon kinerja (``pohon``), SKP dan isinya (``skp``), penilaian (``penilaian``).

Reading order: ``pohon``, ``skp``, ``penilaian``. What others must know of a result stands in ``kepegawaian``
(``RiwayatKinerja`` of a year, ``KinerjaPeriodik`` of a month or quarter).
"""

from eperformance.models.laporan import LaporanKinerja
from eperformance.models.pembukaan import PembukaanSkp
from eperformance.models.penilaian import (
    CapaianOrganisasi,
    DistribusiOpd,
    Evaluasi,
    MasaPerbaikan,
    PermintaanUmpanBalik,
    UmpanBalik,
)
from eperformance.models.pohon import IndikatorPohon, Pohon, RealisasiPohon, Simpul, TargetPohon
from eperformance.models.skp import (
    Bukti,
    CatatanSkp,
    HasilKerja,
    Indikator,
    LampiranSkp,
    PeranHasil,
    PerilakuSkp,
    PeriodeKinerja,
    Realisasi,
    Skp,
)

__all__ = [nama for nama in dir() if nama[0].isupper()]
