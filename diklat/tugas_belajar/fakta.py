"""Fakta bagi aturan tugas belajar: rencana kebutuhan, tugas belajar yang berjalan, dan yang pernah gagal.

Read by ``siapkan`` of the layanan; dates, no clock. One query each.
"""

from django.db.models import Q

from diklat.models import RencanaTugasBelajar, TugasBelajar
from kepegawaian.models import Jabatan, RiwayatTinggal

TUBEL, AKTIF, BELAJAR = "TUBEL", "01", "03"


def rencana(tahun, pilihan, opd_id=None):
    """{ada, cocok} of the need plan of ``tahun`` for the row ``pilihan`` (its id as text)."""
    daftar = {str(r.pk): r for r in rencana_berlaku(tahun, opd_id)}
    satu = daftar.get(str(pilihan or ""))
    return {"ada": bool(daftar) or RencanaTugasBelajar.objects.filter(tahun=tahun, dicoret_pada=None).exists(),
            "cocok": f"{satu.get_jenjang_display()} {satu.prodi} tahun {satu.tahun}" if satu else ""}  # fmt: skip


def rencana_berlaku(tahun, opd_id=None):
    """Rows of the plan of a year open to an OPD: its own, and those for every OPD."""
    return RencanaTugasBelajar.objects.filter(Q(opd_id=opd_id) | Q(opd=None), tahun=tahun, dicoret_pada=None)


def gagal_terakhir(pegawai_id):
    """The last day of a tugas belajar that was stopped, or None."""
    baris = TugasBelajar.objects.filter(pegawai_id=pegawai_id, keadaan="berhenti").order_by("-selesai")
    return baris.values_list("selesai", flat=True).first()


def berjalan(pegawai_id, kedudukan=None):
    """Facts of the tugas belajar that runs, {} when there is none.

    One whose SK is older than the portal is known from RiwayatTinggal alone; it counts while he is on kedudukan 03.
    """
    t = TugasBelajar.objects.filter(pegawai_id=pegawai_id, keadaan="berjalan").first()
    if t is not None:
        return {"pk": t.pk, "judul": str(t), "cara": t.cara, "mulai": t.mulai, "sampai": t.sampai,
                "sampai_awal": t.sampai_awal, "luar_negeri": t.luar_negeri, "biaya": t.jumlah_biaya,
                "sendiri": t.biaya == "sendiri"}  # fmt: skip
    baris = RiwayatTinggal.objects.filter(pegawai_id=pegawai_id, jenis=TUBEL, dibatalkan_pada=None).order_by("-tmt")
    r = baris.exclude(sampai=None).first() if kedudukan == BELAJAR else None
    if r is None:
        return {}
    return {"pk": None, "judul": "Tugas belajar", "cara": "dibebaskan", "mulai": r.tmt, "sampai": r.sampai,
            "sampai_awal": r.sampai, "luar_negeri": False, "biaya": None, "sendiri": False}  # fmt: skip


def pelaksana(kosong):
    """Choices (code, name) of the posts of pelaksana there are, ``kosong`` first."""
    semua = Jabatan.objects.filter(jenis="pelaksana", berlaku_sampai__isnull=True).order_by("nama")
    return [("", kosong), *semua.values_list("kode", "nama")]


def nama_jabatan(kode):
    """Name of the post ``kode``, "" when there is none."""
    return Jabatan.objects.filter(kode=kode).values_list("nama", flat=True).first() or "" if kode else ""
