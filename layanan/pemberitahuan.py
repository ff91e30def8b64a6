"""Pemberitahuan tiap langkah: kepada yang harus bertindak dan kepada pemohon, satu kali tiap kejadian.

Written inside the act's transaction (``kunci`` makes repeats harmless); every holder of the office is told,
not only the first (complaint 14 of the peers).
"""

from django.urls import reverse
from django.utils import timezone

from kepegawaian import jejak
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.models import Pengguna, Penugasan, ProfilKini
from layanan import katalog, rute


def _pengguna_pegawai(ids):
    return list(Pengguna.objects.filter(pegawai_id__in=ids, is_active=True).values_list("pk", flat=True))


def penerima(langkah, tanggal):
    """Ids of the accounts a waiting step is addressed to."""
    if langkah.penerima_id:
        return _pengguna_pegawai([langkah.penerima_id])
    if langkah.jabatan_id:
        return _pengguna_pegawai(rute.pemegang(langkah, tanggal))
    tugas = Penugasan.objects.filter(sejak__lte=tanggal).exclude(sampai__lt=tanggal)
    if langkah.kantor_luar:
        return list(tugas.filter(peran="perekam_pimpinan").values_list("pengguna_id", flat=True))
    ids = set(tugas.filter(peran=langkah.peran, unit_id=langkah.unit_id).values_list("pengguna_id", flat=True))
    if langkah.peran == "staf_bkd":
        staf = ProfilKini.objects.filter(unit_id=langkah.unit_id, aktif=True).values_list("pegawai_id", flat=True)
        ids.update(_pengguna_pegawai(list(staf)))
    return ids


def _url(usulan):
    return reverse("layanan:usulan_detail", args=[usulan.nomor])


def _judul(usulan):
    return katalog.ambil(usulan.layanan).nama


def langkah_masuk(usulan, langkah, *, pada):
    """Tells those who must act now, and the applicant where his usulan is."""
    tanggal = timezone.localdate(pada)
    jejak.beri_tahu(
        penerima(langkah, tanggal),
        kunci=f"langkah:{langkah.pk}",
        judul=f"{langkah.nama}: {_judul(usulan)}",
        isi=f"{usulan.nomor} menunggu Anda sampai {tulis_tanggal(langkah.batas)}.",
        url=_url(usulan),
        pada=pada,
    )
    jejak.beri_tahu(
        _pengguna_pegawai([usulan.pegawai_id]),
        kunci=f"posisi:{langkah.pk}",
        judul=f"{_judul(usulan)}: {langkah.nama}",
        isi=f"Usulan {usulan.nomor} kini di {langkah.nama_alamat}.",
        url=_url(usulan),
        pada=pada,
    )


def _pemohon(usulan):
    ids = set(_pengguna_pegawai([usulan.pegawai_id]))
    if usulan.dibuat_oleh_id:
        ids.add(usulan.dibuat_oleh_id)
    return ids


def dikembalikan(usulan, langkah, alasan, *, pada):
    """Tells the applicant and who filed it what must be mended."""
    jejak.beri_tahu(
        _pemohon(usulan),
        kunci=f"kembali:{langkah.pk}",
        judul=f"Perlu diperbaiki: {_judul(usulan)}",
        isi=alasan,
        url=_url(usulan),
        pada=pada,
    )


def ditolak(usulan, alasan, *, pada):
    """Tells the applicant and who filed it that the usulan is refused, and why."""
    jejak.beri_tahu(
        _pemohon(usulan), kunci=f"tolak:{usulan.pk}", judul=f"Ditolak: {_judul(usulan)}", isi=alasan,
        url=_url(usulan), pada=pada,
    )  # fmt: skip


def naskah_sah(usulan, naskah, *, pada):
    """Tells the applicant that the signed naskah can be downloaded."""
    jejak.beri_tahu(
        _pemohon(usulan), kunci=f"sah:{naskah.pk}", judul=f"{naskah.perihal} sudah terbit",
        isi=f"Nomor {naskah.nomor}. Naskah dapat diunduh.", url=_url(usulan), pada=pada,
    )  # fmt: skip


def selesai(usulan, *, pada):
    """Tells the applicant that everything is done."""
    jejak.beri_tahu(
        _pemohon(usulan), kunci=f"selesai:{usulan.pk}", judul=f"Selesai: {_judul(usulan)}",
        isi=usulan.ringkas, url=_url(usulan), pada=pada,
    )  # fmt: skip


def nominatif_selesai(pengguna, layanan, tmt, berhasil, gagal, *, pada):
    """Tells the clerk how the many usulan of a nominatif went, the first refusals by name."""
    kalimat = [f"{berhasil} usulan diajukan."]
    if gagal:
        kalimat.append(f"{len(gagal)} tidak: " + "; ".join(f"{nama}: {sebab}" for nama, sebab in gagal))
    jejak.beri_tahu(
        [pengguna.pk],
        kunci=f"nominatif:{layanan.slug}:{tmt:%Y-%m}:{pada:%Y%m%d%H%M%S%f}",
        judul=f"Nominatif {layanan.nama} TMT {tulis_tanggal(tmt)} selesai diajukan",
        isi=" ".join(kalimat),
        url=f"{reverse('layanan:nominatif_list', args=[layanan.slug])}?bulan={tmt:%Y-%m}",
        pada=pada,
    )
