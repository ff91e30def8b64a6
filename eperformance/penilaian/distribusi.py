"""Tiga langkah: capaian organisasi → pola distribusi → predikat, dan distribusi tiap perangkat daerah.

Law: SE Menteri PANRB; Permen PANRB 6/2022. The pimpinan (Bupati through his recorder, the Sekda) sets the capaian; the head of
the perangkat daerah sets the distribution: a departure from the pattern wants a written reason, nothing bars it. The one writer
of ``CapaianOrganisasi`` and ``DistribusiOpd``.
"""

from eperformance.galat import DitolakKinerja, VersiLama
from eperformance.models import CapaianOrganisasi, DistribusiOpd, Skp
from eperformance.models.penilaian import CAPAIAN
from eperformance.penilai import BUPATI, SEKDA
from eperformance.penilaian.aturan import ALASAN_PALING_PENDEK
from eperformance.penilaian.dokumen import terbitkan_distribusi
from eperformance.penilaian.hitung import hitung, nilai_pola
from eperformance.penilaian.nilai import sebagai
from kepegawaian import jejak
from kepegawaian.models import UnitKerja

NAMA_CAPAIAN = tuple(c for c, _ in CAPAIAN)


# ── who ──────────────────────────────────────────────────────────────────────────────────────────────


def menetapkan_capaian(hak, opd=None):
    """The Bupati (his recorder) for every perangkat daerah, the Sekda for all but his own."""
    if hak.hanya_baca:
        return False
    if BUPATI in hak.kantor_luar:
        return True
    sekda = [k for k in hak.kantor if k.kode == SEKDA]
    return bool(sekda) and (opd is None or all(k.unit_id != opd.pk for k in sekda))


def mengepalai(hak, opd_id):
    """Does he head this perangkat daerah today (Plt and Plh included)?"""
    return not hak.hanya_baca and any(k.kepala and k.unit_id == opd_id for k in hak.kantor)


def opd_terlihat(hak):
    """Perangkat daerah whose distribution he may read: all for who sees everybody and the pimpinan, else those he heads."""
    semua = UnitKerja.objects.filter(jenis="opd", berlaku_sampai__isnull=True)
    if hak.lihat_semua or menetapkan_capaian(hak):
        return semua
    return semua.filter(pk__in=[k.unit_id for k in hak.kantor if k.kepala and k.unit_id])


# ── acts ─────────────────────────────────────────────────────────────────────────────────────────────


def tetapkan_capaian(opd, m, *, capaian, dasar, versi, oleh):
    """The pimpinan sets (or changes) the achievement of a perangkat daerah in a time; not once its distribution is set."""
    dasar = (dasar or "").strip()
    if capaian not in NAMA_CAPAIAN:
        raise DitolakKinerja("Pilih capaian organisasinya.")
    if not dasar:
        raise DitolakKinerja("Sebutkan capaian kinerja yang mendasarinya.")
    if not menetapkan_capaian(oleh.hak, opd):
        raise DitolakKinerja(
            "Capaian organisasi ditetapkan pimpinan: Bupati, atau Sekretaris Daerah selain bagi dirinya."
        )
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        _kunci(opd)
        if DistribusiOpd.objects.filter(periode=m.periode, opd=opd, nomor=m.nomor).exists():
            raise DitolakKinerja("Distribusi predikatnya sudah ditetapkan atas capaian ini.")
        satu = CapaianOrganisasi.objects.filter(periode=m.periode, opd=opd, nomor=m.nomor).first()
        if (satu.versi if satu else 0) != int(versi):
            raise VersiLama(satu)
        satu = satu or CapaianOrganisasi(periode=m.periode, opd=opd, nomor=m.nomor, versi=0)
        satu.capaian, satu.dasar, satu.versi = capaian, dasar[:500], satu.versi + 1
        satu.oleh, satu.sebagai, satu.pada = oleh.pengguna, sebagai(None, oleh), oleh.kini
        satu.save()
        jejak.catat(
            "kinerja_capaian", satu, pada=oleh.kini, sebagai_jabatan=oleh.hak.sebutan, opd=opd.nama, tahun=m.nama
        )
    return satu


def tetapkan(opd, m, *, alasan, jumlah, oleh):
    """The head of the perangkat daerah sets the distribution as it stands; returns the DistribusiOpd, its naskah queued.

    ``jumlah``: the counts he saw; refused when they have changed since. A departure wants a reason of 20 characters. May be set
    again as long as nobody's penalty of the year rests on it: until a penilaian of it is final.
    """
    alasan = (alasan or "").strip()
    if not mengepalai(oleh.hak, opd.pk):
        raise DitolakKinerja("Distribusi predikat ditetapkan kepala perangkat daerahnya.")
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        _kunci(opd)
        satu = CapaianOrganisasi.objects.filter(periode=m.periode, opd=opd, nomor=m.nomor).first()
        if satu is None:
            raise DitolakKinerja("Capaian organisasi belum ditetapkan pimpinan.")
        kini = hitung(m, [opd.pk])[opd.pk]
        if not kini.dinilai:
            raise DitolakKinerja("Belum ada pegawai yang penilaiannya ditetapkan.")
        if jumlah is not None and jumlah != kini.jumlah:
            raise DitolakKinerja("Penilaian berubah sejak halaman ini dibuka. Periksa distribusinya, lalu tetapkan.")
        if m.tahunan and Skp.objects.filter(periode=m.periode, opd=opd, status="final").exists():
            raise DitolakKinerja("Sudah ada penilaian yang final atas distribusi ini; tidak dapat ditetapkan ulang.")
        hasil = nilai_pola(satu.capaian, kini.jumlah, oleh.hari_ini)
        if not hasil.sah and len(alasan) < ALASAN_PALING_PENDEK:
            aturan = "; ".join(f"{b.kode}: {b.uraian}" for b in hasil.dilanggar)
            raise DitolakKinerja(
                f"Distribusi menyimpang dari pola ({aturan}). Tulis alasannya, paling sedikit {ALASAN_PALING_PENDEK} huruf."
            )
        baris, _ = DistribusiOpd.objects.update_or_create(
            periode=m.periode, opd=opd, nomor=m.nomor,
            defaults={"jumlah": kini.jumlah, "pelanggaran": [b.kode for b in hasil.dilanggar],
                      "alasan": alasan[:1000] if not hasil.sah else "", "oleh": oleh.pengguna,
                      "sebagai": oleh.hak.sebutan[:200], "pada": oleh.kini},
        )  # fmt: skip
        baris.naskah = terbitkan_distribusi(baris, satu, kini, hasil, m, oleh)
        baris.save(update_fields=["naskah"])
        jejak.catat(
            "kinerja_distribusi", baris, pada=oleh.kini, sebagai_jabatan=oleh.hak.sebutan, opd=opd.nama, tahun=m.nama
        )
    return baris


def _kunci(opd):
    """One act at a time on a perangkat daerah."""
    UnitKerja.objects.select_for_update(no_key=True).get(pk=opd.pk)
