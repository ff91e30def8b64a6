"""Ujian demo: satu ujian dinas selesai beserta tanda lulusnya, satu yang pendaftarannya dibuka, satu draf.

Who registers is looked for among the people of the regency whom the law lets through on the day of the exam.
"""

from datetime import timedelta

from django.utils import timezone

from kepangkatan.models import Ujian
from kepangkatan.ujian import perbuatan
from kepegawaian.models import Pengguna, ProfilKini
from tata_kelola.demo.panggung import segar

NILAI = ({"CAT": 82, "Makalah": 75, "Wawancara": 78}, {"CAT": 71, "Makalah": 68, "Wawancara": 80},
         {"CAT": 45, "Makalah": 60, "Wawancara": 55})  # fmt: skip
BAGIAN = "pendaftaran ujian dinas"
DIBUKA = (("ujian", False), ("verifikasi_bkd", False), ("verifikasi_opd", True), ("draf", False))


def mainkan_ujian(p):
    """Plays the three exams for people ``p`` (Pementasan) has free; as far as there are any."""
    staf = ProfilKini.objects.filter(unit__kode="SUB22", aktif=True).exclude(jenis_jabatan="struktural").order_by("pk")
    akun = Pengguna.objects.filter(pegawai__in=staf.values("pegawai_id"), is_active=True).order_by("pk").first()
    if akun is None:  # a very small regency
        return
    _selesai(p, akun)
    _dibuka(p, akun)
    _buat(p, akun, "UPKP", "Ujian penyesuaian ijazah semester pertama", 60, 75, 90, "draf")


def _buat(p, akun, jenis, nama, buka, tutup, tanggal, status="diumumkan"):
    """An exam whose dates lie so many days from today."""
    hari = [p.hari_ini + timedelta(days=n) for n in (buka, tutup, tanggal)]
    return Ujian.objects.create(
        jenis=jenis, nama=nama, buka=hari[0], tutup=hari[1], tanggal=hari[2], tempat="Aula BKPSDM", status=status,
        pengumuman="Peserta membawa kartu peserta dan tanda pengenal. Materi: CAT, makalah, dan wawancara.",
        ruang=[{"nama": "Ruang CAT 1", "kapasitas": 20}, {"nama": "Ruang CAT 2", "kapasitas": 20}],
        dibuat_oleh=akun, dibuat_pada=timezone.now(),
    )  # fmt: skip


def _calon(main, golongan):
    """Pelaksana of OPD that have an operator, who registers them."""
    opd = [opd for opd in main.pengusul if opd]
    return ProfilKini.objects.filter(status="PNS", golongan_id=golongan, jenis_jabatan="pelaksana", opd_id__in=opd)


def _selesai(p, akun):
    """Registered two months ago, seated, marked; who passed has the signed tanda lulus."""
    satu = _buat(p, akun, "UD1", f"Ujian dinas tingkat I tahun {p.hari_ini.year}", -60, -26, -20)
    isian, main = {"ujian": satu.pk, "tmt": satu.tanggal.isoformat()}, p.sutradara("ujian-dinas-1")
    orang = p.pilih("ujian-dinas-1", _calon(main, "II/d"), len(NILAI), isian)
    p.langsung([p.berwaktu(BAGIAN, main.lakon(o, "ujian", isian=isian, mundur=28)) for o in orang])
    if not orang:
        return
    saat = main.saat(6, mundur=10)
    perbuatan.tutup(satu.pk, oleh=main.pelaku(akun, saat[0]))
    peserta = list(satu.peserta.order_by("nomor"))
    nilai = {x.pk: n for x, n in zip(peserta, NILAI, strict=False)}
    perbuatan.isi_nilai(satu.pk, nilai, oleh=main.pelaku(akun, saat[1]))
    perbuatan.tetapkan_hasil(satu.pk, oleh=main.pelaku(akun, saat[2]))
    for x in satu.peserta.filter(lulus=True).select_related("usulan"):
        if p.cetak:
            p.langsung([p.berwaktu(BAGIAN, _lanjut(main, segar(x.usulan), saat[3:]))])


def _lanjut(main, usulan, saat):
    """The decree of one who passed, to its end."""
    for pada in saat:
        if usulan.status == "diproses":
            yield pada
            usulan = main.satu_langkah(usulan, pada)


def _dibuka(p, akun):
    """Registration runs: one ready, one at the BKD, a late one at his OPD, a draft."""
    satu = _buat(p, akun, "UD2", f"Ujian dinas tingkat II tahun {p.hari_ini.year}", -60, 12, 30)
    isian, main = {"ujian": satu.pk, "tmt": satu.tanggal.isoformat()}, p.sutradara("ujian-dinas-2")
    orang = p.pilih("ujian-dinas-2", _calon(main, "III/d"), len(DIBUKA), isian)
    for pegawai, (sampai, terlambat) in zip(orang, DIBUKA, strict=False):
        lakon = main.lakon(pegawai, sampai, terlambat=terlambat, isian=isian)
        p.tambah(BAGIAN, lakon)
