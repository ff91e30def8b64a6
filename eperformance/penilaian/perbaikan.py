"""Tindak lanjut: masa perbaikan kinerja (KIN-3, KIN-4), calon penghargaan, dan yang tidak menyusun SKP (KIN-6).

Law: PP 30/2019 Ps. 56 dst.; PP 11/2017 Ps. 142-143; PP 94/2021. In steps: six months → uji kompetensi → pindah or turun jabatan →
pemberhentian. The steps themselves are services of other aspects; here their outcome is recorded.
"""

from django.db.models import Exists, OuterRef

from eperformance.galat import DitolakKinerja
from eperformance.models import MasaPerbaikan, PeriodeKinerja, Skp
from eperformance.penilai import KANTOR, terlihat
from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.hak import memegang
from kepegawaian.models import ProfilKini, RiwayatKinerja

PEMROSES = (KANTOR, "SUB22")
LANJUT = {
    "berjalan": ("pulih", "uji"), "uji": ("pulih", "pindah", "berhenti"), "pindah": ("pulih", "berhenti"),
    "pulih": (), "berhenti": (),
}  # fmt: skip


def memproses(hak):
    """Staf and heads of SUB41 (evaluasi kinerja) and SUB22 (uji kompetensi)."""
    return not hak.hanya_baca and memegang(hak, acuan_kini(), PEMROSES)


def daftar(hak):
    """MasaPerbaikan of SKP he may read."""
    return MasaPerbaikan.objects.filter(terlihat(hak, "evaluasi__skp__")).select_related(
        "pegawai__kini__unit", "pegawai__kini__opd", "evaluasi__skp__periode"
    )


def catat(masa_id, status, catatan, *, oleh):
    """Records the next step of a time to improve, with what it rests on."""
    catatan = (catatan or "").strip()
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        m = MasaPerbaikan.objects.select_for_update().get(pk=masa_id)
        if not memproses(oleh.hak) or m.pegawai_id == oleh.hak.pegawai_id:
            raise DitolakKinerja("Dicatat Subbidang Evaluasi Kinerja atau Subbidang yang menguji kompetensi.")
        if status not in LANJUT[m.status]:
            raise DitolakKinerja(f"Dari {m.get_status_display().lower()} langkah itu tidak dapat diambil.")
        if not catatan:
            raise DitolakKinerja("Tulis dasar dan hasilnya.")
        if m.status == "berjalan" and status == "uji" and oleh.hari_ini <= m.sampai:
            raise DitolakKinerja(f"Masa perbaikannya baru berakhir {tulis_tanggal(m.sampai)}.")
        m.status, m.catatan, m.oleh = status, catatan[:500], oleh.pengguna
        m.save(update_fields=["status", "catatan", "oleh"])
        jejak.catat(
            "kinerja_perbaikan", m, pegawai=m.pegawai_id, pada=oleh.kini, hasil=m.get_status_display(),
            sebagai_jabatan=oleh.hak.sebutan,
        )  # fmt: skip
    return m


def penghargaan(hak, tahun):
    """ProfilKini in scope with Sangat Baik in ``tahun`` and the year before (asumsi): two Exists, one query."""

    def sangat_baik(t):
        return Exists(RiwayatKinerja.objects.filter(
            pegawai=OuterRef("pegawai"), tahun=t, predikat="Sangat Baik", dibatalkan_pada=None
        ))  # fmt: skip

    return _orang(hak).filter(sangat_baik(tahun), sangat_baik(tahun - 1))


def tanpa_skp(hak, tahun):
    """ProfilKini in scope without an SKP in a year that was opened (KIN-6); none while it was not."""
    periode = PeriodeKinerja.objects.filter(tahun=tahun).first()
    if periode is None:
        return _orang(hak).none()
    punya = Skp.objects.filter(pegawai=OuterRef("pegawai"), periode=periode).exclude(status="batal")
    return _orang(hak).exclude(Exists(punya))


def _orang(hak):
    return (
        ProfilKini.objects.filter(hak.lingkup(), aktif=True)
        .select_related("unit", "opd", "jabatan")
        .order_by("nama", "nip")
    )


def tahun_penghargaan(hari_ini):
    """The last year whose predikat can be final."""
    return hari_ini.year - 1
