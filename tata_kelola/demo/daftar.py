"""Daftar demo: kebutuhan jabatan contoh, DUK yang ditetapkan dan konsepnya, permintaan kartu.

The DUK of a whole regency takes a minute to print; here it is set and left to the sweep of the worker.
"""

from datetime import date, timedelta

from django.utils import timezone

from kepangkatan.daftar import susun
from kepangkatan.peta import bezetting
from kepegawaian.acuan import acuan_kini
from kepegawaian.jejak import sebagai
from kepegawaian.models import KebutuhanJabatan, Pengguna, ProfilKini, RiwayatKartu, RiwayatKeluarga

OPD = ("BKPSDM", "DISDIK", "DINKES")
BAGIAN = "permintaan kartu"
DASAR = "ABK contoh, bukan angka kantor"
# (step at which it stands, last act, late) of the usulan; each with the card it asks for.
BABAK = (
    ("KARPEG", "selesai", "", False),
    ("KARPEG", "verifikasi_bkd", "", False),
    ("PASANGAN", "rekam_kartu", "", False),
    ("PASANGAN", "verifikasi_opd", "", True),
    ("KARPEG", "draf", "", False),
)


def isi_daftar(p):
    """Fills the lists and adds the usulan to the plays of ``p`` (Pementasan), as far as there are people."""
    hari_ini = p.hari_ini
    kaban = Pengguna.objects.filter(pegawai__kini__jabatan__kode="KEPALA-BKPSDM").first()
    if kaban:
        with sebagai(kaban):
            _duk(hari_ini, kaban)
    _kartu(p)


def isi_kebutuhan(hari_ini):
    """Kebutuhan of the pelaksana and JF of a few OPD: one or two more than there are, marked as an example.

    Before anybody is chosen, since it decides who may rise in jenjang.
    """
    acuan = acuan_kini()
    unit = acuan.turunan([acuan.unit_kode[k].id for k in OPD if k in acuan.unit_kode])
    KebutuhanJabatan.objects.bulk_create(
        KebutuhanJabatan(
            jabatan_id=j.jabatan_id, unit_id=j.unit_id, kebutuhan=j.terisi + (j.jabatan_id + j.unit_id) % 3,
            berlaku_sejak=date(hari_ini.year, 1, 1), dasar=DASAR, keyakinan="asumsi",
        )
        for j in bezetting.jabatan(hari_ini, unit)
        if not j.kursi and j.terisi
    )  # fmt: skip


def _duk(hari_ini, kaban):
    """Last December's DUK stands since January, this day's nominatif of the BKD is a konsep."""
    per = date(hari_ini.year - 1, 12, 31)
    januari = timezone.now() - timedelta(days=max((hari_ini - date(hari_ini.year, 1, 12)).days, 0))
    duk = susun.minta("duk", per, pada=timezone.now())
    susun.kerjakan(duk.pk)
    susun.tetapkan(
        duk.pk, tanggal=min(timezone.localdate(januari), hari_ini), nomor=f"800/12/413.204/{hari_ini.year}", oleh=kaban,
        pada=januari,
    )  # fmt: skip
    bkd = acuan_kini().unit_kode["BKPSDM"].id
    susun.kerjakan(susun.minta("nominatif", hari_ini, unit_id=bkd).pk)


def _kartu(p):
    hari_ini, sutradara = p.hari_ini, p.sutradara("kartu")
    calon = p.bebas(ProfilKini.objects.filter(status="PNS", pegawai__usulan__isnull=True))
    calon = calon.filter(opd_id__in=[opd for opd in sutradara.pengusul if opd])
    calon = calon.exclude(jenis_jabatan="struktural").order_by("nip")
    kawin = RiwayatKeluarga.objects.filter(hubungan="pasangan", keadaan="hidup", dibatalkan_pada__isnull=True)
    putus = RiwayatKeluarga.objects.filter(hubungan="pasangan", dibatalkan_pada__isnull=True).exclude(keadaan="hidup")
    punya = RiwayatKartu.objects.filter(dibatalkan_pada__isnull=True)
    sendiri = iter(calon.exclude(pegawai__in=punya.filter(jenis="KARPEG").values("pegawai")))
    berdua = iter(
        calon.filter(pegawai__in=kawin.values("pegawai"))
        .exclude(pegawai__in=putus.values("pegawai"))
        .exclude(pegawai__in=punya.exclude(jenis="KARPEG").values("pegawai"))
        .filter(pegawai__in=punya.filter(jenis="KARPEG").values("pegawai"))
    )
    for apa, sampai, akhir, terlambat in BABAK:
        kini = next(sendiri if apa == "KARPEG" else berdua, None)
        if kini is None:
            continue
        isian = {"jenis": "KARPEG", "alasan": "baru", "anggota": ""}
        if apa != "KARPEG":
            isian = _perkawinan(kini, kawin, hari_ini)
        pegawai = type(kini.pegawai).objects.select_related("kini__opd").get(pk=kini.pegawai_id)
        p.tambah(BAGIAN, sutradara.lakon(pegawai, sampai, akhir=akhir, terlambat=terlambat, isian=isian))


def _perkawinan(kini, kawin, hari_ini):
    akad = hari_ini - timedelta(days=120)
    return {
        "jenis": "KARIS" if kini.jenis_kelamin == "L" else "KARSU", "alasan": "baru",
        "anggota": kawin.filter(pegawai_id=kini.pegawai_id).values_list("anggota", flat=True).first(),
        "tanggal_kawin": akad.isoformat(), "tanggal_laporan": (akad + timedelta(days=30)).isoformat(), "perkawinan_ke": "1",
    }  # fmt: skip
