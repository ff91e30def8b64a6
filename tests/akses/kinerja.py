"""E-performance for the table of pages: the SKP of ani in draft, of her kepsek with a matrix, and of a year before."""

from datetime import date

from eperformance import siklus
from eperformance.models import HasilKerja, PeranHasil, PeriodeKinerja
from tests.eperformance.conftest import isi_skp

TAHUN = date.today().year


def isi_kinerja(d):
    """Puts them on the world of the access tests."""
    d.periode_kinerja = PeriodeKinerja.objects.create(
        tahun=TAHUN, susun_mulai=date(TAHUN - 1, 12, 1), tetap_sampai=date(TAHUN, 1, 31),
        nilai_mulai=date(TAHUN, 12, 1), nilai_sampai=date(TAHUN + 1, 1, 31), dasar="SE uji",
    )  # fmt: skip
    d.skp_kepsek = siklus.buka(d.kepsek.pk, d.periode_kinerja.pk, oleh=d.oleh("kepsek"))
    d.hasil_kepsek = isi_skp(d.skp_kepsek, rencana="Mutu sekolah naik")
    d.skp = siklus.buka(d.ani.pk, d.periode_kinerja.pk, oleh=d.oleh("ani"))
    d.hasil_ani = isi_skp(d.skp, induk=d.hasil_kepsek, rencana="Pembelajaran tuntas")
    d.hasil_ani_2 = HasilKerja.objects.create(skp=d.skp, rencana="Nilai rapor terbit", induk=d.hasil_kepsek, urutan=1)
    d.peran = PeranHasil.objects.create(induk=d.hasil_kepsek, pegawai=d.ani, uraian="Mengajar tuntas")
    d.perilaku_ani = d.skp.perilaku.first()


def _skp(d):
    return (d.skp.pk,)


def _hasil(d):
    return (d.hasil_ani.pk,)


def _perilaku(d):
    p = f"p{d.perilaku_ani.pk}"
    return {f"{p}-id": d.perilaku_ani.pk, f"{p}-versi": 1, f"{p}-ekspektasi": "Lain", "baris": p}


def _lampiran(_d):
    return {"ndukungan0-jenis": "dukungan", "ndukungan0-isi_": "Laptop", "baris": "ndukungan0"}


def _lembar(d):
    return {"h-id": d.hasil_ani.pk, "h-versi": 1, "h-rencana": "Lain", "h-jenis": "utama", "h-induk_id": d.hasil_kepsek.pk,
            "baru": 0, "baris": "h"}  # fmt: skip


def _sel(d):
    s = f"s{d.hasil_kepsek.pk}o{d.ani.pk}"
    return {"baris": s, f"{s}-id": d.peran.pk, f"{s}-versi": 1, f"{s}-uraian": "Lain", "tahun": TAHUN}


def _tetap(**isi):
    return lambda d: isi


# name, group of ``tabel.KELOMPOK``, arguments, what is sent, whether rows change
PERBUATAN_SKP = (
    ("skp_buka", "tidak_ada", lambda d: (), lambda d: {"tahun": TAHUN + 9}, False),
    ("skp_tindakan", "skp_ani_kelola", _skp, _tetap(aksi="batalkan", versi=1, alasan="Uji"), True),
    ("skp_penilai", "kaban", _skp, _tetap(jabatan=0, versi=1, alasan="Jabatannya kosong"), True),
    ("skp_akhiri", "skp_ani_akhiri", _skp, _tetap(sampai=f"{TAHUN}-06-30", alasan="Tugas belajar", versi=1), True),
    ("skp_pendekatan", "skp_ani", _skp, _tetap(pendekatan="kualitatif", versi=1), True),
    ("skp_salin", "skp_ani", _skp, _tetap(), False),  # nothing to copy from: a message
    ("skp_plt", "skp_ani", _skp, _tetap(), False),  # no Plt: a message
    ("skp_sesuaikan", "skp_ani", _skp, _tetap(), False),  # nobody has moved: a message
    ("skp_dialog", "skp_ani_penilai", _skp, _tetap(isi="Catatan"), True),
    ("peran_ambil", "skp_ani", lambda d: (d.skp.pk, d.peran.pk), _tetap(), True),
    (
        "hasil_create",
        "skp_ani",
        _skp,
        lambda d: {"h-rencana": "Baru", "h-jenis": "utama", "h-induk_id": "", "baru": 0},
        True,
    ),
    ("hasil_update", "skp_ani", _hasil, _lembar, True),
    ("hasil_simpan", "skp_ani", _hasil, _lembar, True),
    ("hasil_delete", "skp_ani", _hasil, _tetap(versi=1), True),
    ("hasil_urut", "skp_ani", _hasil, _tetap(arah="turun"), True),
    ("perilaku_update", "skp_ani_penilai", _skp, _perilaku, True),
    ("perilaku_simpan", "skp_ani_penilai", _skp, _perilaku, True),
    ("lampiran_update", "skp_ani", _skp, _lampiran, True),
    ("lampiran_simpan", "skp_ani", _skp, _lampiran, True),
    ("bawahan_tetapkan", "penilai", lambda d: (), lambda d: {"id": f"{d.skp.pk}:1"}, False),  # it was not submitted
    ("matriks", "skp_kepsek", lambda d: (), _sel, True),
    ("matriks_simpan", "skp_kepsek", lambda d: (d.skp_kepsek.pk,), _sel, True),
    ("matriks_sendiri", "skp_kepsek", lambda d: (d.hasil_kepsek.pk,), _tetap(sendiri="1", versi=1), True),
)
