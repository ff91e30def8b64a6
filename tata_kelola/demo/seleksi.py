"""Seleksi terbuka JPT demo: one finished up to the choice of the PPK, one being scored, one open for registration.

Played by the Subbid Pembinaan Karier through the same acts as its pages, each on its own day. Posts are the vacant JPT
Pratama ones, of which a small regency may have none.
"""

from datetime import timedelta

from karier.aturan.seleksi import PENILAIAN
from karier.forms_seleksi import LAMA, jabatan_jpt
from karier.models import BerkasPelamar, BerkasSeleksi, TahapJpt
from karier.sasaran import muat
from karier.seleksi import lamaran, penilaian, perbuatan, umum
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import Pegawai, ProfilKini
from layanan import katalog
from layanan.katalog import TIDAK
from tata_kelola.demo.karier import staf_karier
from tata_kelola.demo.panggung import Sutradara
from tata_kelola.demo.pindaian import pindaian

PANITIA = (
    ("Prof. Dr. Sri Handayani", "Universitas Negeri", "akademisi", "ketua"),
    ("Dr. Agung Prabowo", "Universitas Negeri", "akademisi", "anggota"),
    ("Ir. Lestari Wahyuni", "Asosiasi profesi", "pakar", "anggota"),
    ("Sekretaris Daerah", "Pemerintah Kabupaten Lamongan", "internal", "sekretaris"),
    ("Asisten Administrasi Umum", "Pemerintah Kabupaten Lamongan", "internal", "anggota"),
)
PELAMAR = 4


BAGIAN = "pilihan PPK atas tiga calon JPT"


def mainkan_seleksi(p):
    """Plays the three, as many as there are vacant posts; the letter to the PPK and the choice are plays of ``p``.

    They take a number of a register other services use too, so they wait for their moment.
    """
    hari_ini, staf = p.hari_ini, staf_karier()
    if staf is None:
        return
    main = Sutradara(katalog.ambil(penilaian.SLUG), hari_ini)
    lowong = _lowong(hari_ini)
    orang = _orang(hari_ini)
    # days since the announcement, and the last act that is played
    for jabatan, (mundur, sampai) in zip(lowong, ((75, "selesai"), (55, "penilaian"), (7, "dibuka")), strict=False):
        akhir = _satu(main, staf, jabatan, orang, hari_ini - timedelta(days=mundur), sampai)
        if akhir is not None:
            p.tambah(BAGIAN, akhir)


def _lowong(hari_ini):
    jabatan = list(jabatan_jpt().select_related("eselon", "unit"))
    isi = muat(jabatan, tanggal=hari_ini, acuan=acuan_kini())
    return [j for j in jabatan if not isi[j.pk].pemangku][:3]


def _orang(hari_ini):
    """Administrator with years to go."""
    calon = ProfilKini.objects.filter(
        aktif=True, status="PNS", jabatan__eselon__kelompok="administrator", pegawai__tanggal_lahir__gt=hari_ini.replace(
            year=hari_ini.year - 54, day=1),
    )  # fmt: skip
    return list(Pegawai.objects.filter(kini__in=calon).select_related("kini").order_by("nip")[:40])


def _satu(main, staf, jabatan, orang, mulai, sampai):
    """One seleksi, every act at the moment it would be done, none after yesterday; returns the play that ends it, or None."""
    acuan, tahap = main.acuan, {}
    mulai = hari = acuan.tambah_hari_kerja(mulai - timedelta(days=1), 1)
    for kode, _ in TahapJpt.TAHAP:
        selesai = acuan.tambah_hari_kerja(hari, LAMA[kode])
        tahap[kode] = (hari, selesai)
        hari = acuan.tambah_hari_kerja(selesai, 1)

    def oleh(hari_kerja):
        saat = main.saat(1, mundur=max(1, (main.hari_ini - hari_kerja).days))
        return main.pelaku(staf, saat[0])

    data = {
        "nama": f"Seleksi terbuka {jabatan.nama}", "nomor_izin": f"B-{jabatan.pk}/KR.II/{mulai.year}",
        "tanggal_izin": mulai - timedelta(days=9), "nomor_sk": f"800/{jabatan.pk}/413.207/{mulai.year}",
        "tanggal_sk": mulai - timedelta(days=5), "rencana_pelantikan": acuan.tambah_hari_kerja(hari, 20),
    }  # fmt: skip
    s = perbuatan.simpan(None, data, [jabatan], tahap, oleh=oleh(mulai - timedelta(days=4)))
    for nama, instansi, unsur, peran in PANITIA:
        isi = {"nama": nama, "instansi": instansi, "unsur": unsur, "peran": peran}
        perbuatan.tambah_pansel(s.pk, isi, oleh=oleh(mulai - timedelta(days=3)))
    for kode, judul in list(BerkasSeleksi.KODE)[:2]:
        perbuatan.unggah(s.pk, kode, pindaian(judul, s.nama), oleh=oleh(mulai - timedelta(days=3)))
    s = perbuatan.umumkan(s.pk, oleh=oleh(mulai - timedelta(days=1)))
    _melamar(s, orang, oleh(acuan.tambah_hari_kerja(mulai, 2)), banyak=2 if sampai == "dibuka" else PELAMAR)
    return None if sampai == "dibuka" else _sesudah_tutup(s, tahap, oleh, sampai)


def _melamar(s, orang, oleh, *, banyak):
    """Those whom no rule stops; one sheet serves as every scan."""
    lo = s.lowongan.select_related("jabatan__eselon", "seleksi").get()
    for pegawai in orang:
        if lo.pelamar.count() == banyak:
            return
        jawab = [
            h.jawaban for sy, h in lamaran.tanya(lo, pegawai.pk, {"surat_sehat": True, "pengalaman_bidang_bulan": 96})
        ]
        if TIDAK not in jawab:
            berkas = {k: pindaian(n, pegawai.kini.nama_lengkap) for k, n in BerkasPelamar.KODE}
            lamaran.daftar(lo, pegawai, berkas, oleh=oleh)


def _sesudah_tutup(s, tahap, oleh, sampai):
    """Administrative check and scores; returns the play of result and choice (``selesai``), None where candidates are too few."""
    perbuatan.tutup(s.pk, oleh=oleh(tahap["administrasi"][0]))
    lo = s.lowongan.select_related("jabatan__eselon", "seleksi").get()
    pelamar = list(lo.pelamar.select_related("pegawai", "lowongan__seleksi", "lowongan__jabatan__eselon"))
    isi = {"surat_sehat": True, "pengalaman_bidang_bulan": 96}
    for p in pelamar:
        lamaran.putuskan(p, True, "Berkas lengkap dan sesuai.", isi, oleh=oleh(tahap["administrasi"][1]))
    if len(pelamar) < 3:
        return None
    penilaian.mulai_menilai(s.pk, oleh=oleh(tahap["rekam_jejak"][0]))
    dinilai = PENILAIAN if sampai == "selesai" else PENILAIAN[:2]
    daftar = [(p.pk, {t: 72 + 4 * i + n for n, t in enumerate(dinilai)}) for i, p in enumerate(pelamar)]
    penilaian.nilai(s.pk, daftar, oleh=oleh(tahap["wawancara"][1]))
    umum.umumkan_tahap(s.pk, PENILAIAN[0], oleh=oleh(tahap["wawancara"][1]))
    return _pilihan(s, lo, pelamar[-1], oleh(tahap["hasil"][1])) if sampai == "selesai" else None


def _pilihan(s, lo, terbaik, oleh):
    """Result, letter to the PPK, and the choice."""
    yield oleh.kini
    penilaian.tetapkan_hasil(s.pk, oleh=oleh)
    penilaian.sampaikan(s.pk, oleh=oleh)
    surat = pindaian("Keputusan PPK atas tiga calon", lo.jabatan.nama)
    penilaian.pilih(lo.pk, terbaik.pk, f"800/{lo.pk}/PPK", oleh.hari_ini, surat, oleh=oleh)
