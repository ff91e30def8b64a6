"""Demo kenaikan pangkat yang jarang: ijazah, tugas belajar, prestasi, penemuan, pengabdian, anumerta.

Each kind stands finished and at a step on its way. Facts that the invented regency hardly has (a diploma earned in
service, a finished tugas belajar) are recorded first for a few people, as an import would.
"""

from datetime import timedelta

from kepegawaian import jejak
from kepegawaian.aturan import awal_bulan_berikut, tambah_bulan
from kepegawaian.models import BatchImpor, ProfilKini, RiwayatPendidikan, RiwayatTinggal, RiwayatUjian
from kepegawaian.profil import segarkan

IZIN = {"nomor_izin": "420/118/413.101/2021", "akreditasi": "baik_sekali", "pddikti": "ya"}
# (days ago, letter of the official, what happened, step at which it stands)
TEWAS = (
    (58, "a", "Tertimpa papan reklame saat memeriksa lapangan bersama tim.", "selesai"),
    (33, "b", "Kecelakaan dalam perjalanan dinas ke Surabaya.", "pertek"),
    (12, "a", "Tersengat listrik saat memperbaiki pompa air kantor.", "sk_sementara"),
)
SELESAI = ("selesai", "", False)


def rencana(p, pns, kp):
    """(slug, [(step, last act, late)], candidates, answers) as in ``pangkat.py``; ``kp``: the answers with the TMT."""
    bebas, hari_ini = p.bebas(pns), p.hari_ini
    pelaksana = bebas.filter(jenis_jabatan="pelaksana", golongan_urutan__lt=12)
    jf = bebas.filter(jenis_jabatan="fungsional", golongan_urutan__lt=12)
    setahun = hari_ini - timedelta(days=400)
    segera = bebas.filter(tmt_pensiun__gt=awal_bulan_berikut(hari_ini), tmt_pensiun__lte=tambah_bulan(hari_ini, 14))
    yield "kp-pengabdian", (SELESAI, ("pertek", "", False), ("periksa_kabid", "", False)), segera, {}
    for i, (hari, huruf, uraian, sampai) in enumerate(TEWAS):
        tewas = {"tanggal_tewas": (hari_ini - timedelta(days=hari)).isoformat(), "huruf": huruf, "uraian": uraian,
                 "nomor_laporan": f"BA/{12 + i}/{hari_ini.year}"}  # fmt: skip
        yield "kp-anumerta", ((sampai, "", False),), pelaksana.filter(golongan_urutan__lte=8), tewas
    nomor = {"nomor_penetapan": "188/214/KEP/413.013/2026", "tanggal_penetapan": f"{hari_ini - timedelta(days=60)}"}
    yield "kp-prestasi", (SELESAI, ("periksa_kasubbid", "", False)), (
        pelaksana.filter(tmt_pangkat__lte=setahun)), kp | nomor  # fmt: skip
    yield "kp-penemuan", (SELESAI, ("pertek", "", False), ("draf", "", False)), jf, kp | nomor
    uraian = {"nomor_uraian": "800/77/413.101/2026", "eselon_uraian": "II.b"}
    yield "kp-ijazah", (SELESAI, ("periksa_kabid", "", False), ("verifikasi_bkd", "", True)), (
        _lulus(p, pelaksana.filter(golongan_id__in=("II/b", "II/c", "II/d"), tmt_pangkat__lte=setahun), "40")
    ), kp | IZIN | uraian | {"izin": "izin_belajar"}  # fmt: skip
    yield "kp-tugas-belajar", (SELESAI, ("persetujuan_kaban", "", False)), (
        _lulus(p, bebas.filter(golongan_id="III/a", pendidikan_id="40", tmt_pangkat__lte=setahun), "45")
    ), kp | IZIN | {"izin": "tugas_belajar"}  # fmt: skip


def _lulus(p, calon, tingkat, banyak=5):
    """``banyak`` of ``calon`` still free, with a diploma of ``tingkat`` since some months: S1 with the ujian, S2 by tugas belajar."""
    batch, ids = BatchImpor.objects.filter(status="diterapkan").order_by("pk").first(), []
    pulang = tambah_bulan(p.hari_ini.replace(day=1), -4)
    for kini in p.bebas(calon)[:banyak] if batch else ():
        isi = {"pegawai_id": kini.pk, "batch": batch}
        sk = {"tanggal_sk": pulang, "pejabat": "Bupati Lamongan"}
        prodi = "S-1 ADMINISTRASI PUBLIK" if tingkat == "40" else "S-2 ADMINISTRASI PUBLIK"
        with jejak.sebagai(None):
            RiwayatPendidikan.objects.create(
                **isi, tmt=tambah_bulan(pulang, 1), tingkat_id=tingkat, nama=prodi, sekolah="UNIVERSITAS AIRLANGGA",
                tahun_lulus=pulang.year, nomor_ijazah=f"{kini.pk:06d}/{pulang.year}",
            )  # fmt: skip
            if tingkat == "40":
                RiwayatUjian.objects.create(
                    **isi, **sk, tmt=tambah_bulan(pulang, 2), jenis="UPKP", nomor_sk=f"892/{kini.pk}/{pulang.year}"
                )
            else:
                RiwayatTinggal.objects.create(
                    **isi, **sk, tmt=tambah_bulan(pulang, -24), sampai=pulang, jenis="TUBEL",
                    nomor_sk=f"894/{kini.pk}/{pulang.year - 2}",
                )  # fmt: skip
        ids.append(kini.pk)
    segarkan(ids, per=p.hari_ini)
    return ProfilKini.objects.filter(pk__in=ids).order_by("nip")
