"""Pemberitahuan tiap langkah: kepada yang harus bertindak dan kepada pemohon, satu kali tiap kejadian.

Written inside the act's transaction (``kunci`` makes repeats harmless); every holder of the office is told,
not only the first (complaint 14 of the peers), the one who acts himself is not. Acts of one ``Pelaku.rombongan`` reach
those who must act, and those who filed for others, as one gathered notice; each pegawai still gets his own. Who is
addressed: ``penerima``. Of a usulan that is ``tertutup`` the person himself hears nothing until its SK is signed.
"""

from django.db.models import Count
from django.urls import reverse
from django.utils import timezone

from kepegawaian import jejak, kabar
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.models import Pengguna
from layanan import katalog
from layanan.penerima import penerima

__all__ = ["dikembalikan", "ditolak", "langkah_masuk", "naskah_sah", "nominatif_selesai", "penerima", "selesai"]


def _pengguna_pegawai(ids):
    return list(Pengguna.objects.filter(pegawai_id__in=ids, is_active=True).values_list("pk", flat=True))


def _url(usulan):
    return reverse("layanan:usulan_detail", args=[usulan.nomor])


def _judul(usulan):
    return katalog.ambil(usulan.layanan).nama


def _rahasia(usulan):
    return katalog.ambil(usulan.layanan).rahasia


def langkah_masuk(usulan, langkah, *, pada, oleh=None):
    """Tells those who must act now, and the applicant where his usulan is.

    With ``oleh.rombongan`` the first are told "n usulan … menunggu Anda" once for the whole lot.
    """
    tanggal = timezone.localdate(pada)
    umum = {"pada": pada, "rahasia": _rahasia(usulan)}
    if oleh is not None and oleh.rombongan and not langkah.penerima_id:
        kabar.kumpulkan(
            penerima(langkah, tanggal),
            kunci=f"rombongan:{oleh.rombongan}:{usulan.layanan}:{langkah.kode}"[:80],
            judul=f"usulan {_judul(usulan)} menunggu Anda",
            isi=f"{langkah.nama}, sampai {tulis_tanggal(langkah.batas)}.",
            url=f"{reverse('layanan:kotak_list')}?layanan={usulan.layanan}&langkah={langkah.kode}",
            peristiwa="langkah_masuk",
            **umum,
        )
    else:
        jejak.beri_tahu(
            penerima(langkah, tanggal),
            kunci=f"langkah:{langkah.pk}",
            judul=f"{langkah.nama}: {_judul(usulan)}",
            isi=f"{usulan.nomor} menunggu Anda sampai {tulis_tanggal(langkah.batas)}.",
            url=_url(usulan),
            peristiwa="langkah_masuk",
            **umum,
        )
    if langkah.penerima_id == usulan.pegawai_id or usulan.tertutup:
        return
    jejak.beri_tahu(
        _pengguna_pegawai([usulan.pegawai_id]),
        kunci=f"posisi:{langkah.pk}",
        judul=f"{_judul(usulan)}: {langkah.nama}",
        isi=f"Usulan {usulan.nomor} kini di {langkah.nama_alamat}.",
        url=_url(usulan),
        peristiwa="posisi",
        **umum,
    )


def _pemohon(usulan):
    ids = set() if usulan.tertutup else set(_pengguna_pegawai([usulan.pegawai_id]))
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
        peristiwa="dikembalikan",
        rahasia=_rahasia(usulan),
    )


def ditolak(usulan, alasan, *, pada):
    """Tells the applicant and who filed it that the usulan is refused, and why."""
    jejak.beri_tahu(
        _pemohon(usulan), kunci=f"tolak:{usulan.pk}", judul=f"{usulan.sebutan_status}: {_judul(usulan)}", isi=alasan,
        url=_url(usulan), pada=pada, peristiwa="ditolak", rahasia=_rahasia(usulan),
    )  # fmt: skip


def naskah_sah(usulan, naskah, *, oleh):
    """Tells the person that his signed naskah can be downloaded, and who filed it that one of his usulan has it.

    Those who file for others get one gathered notice for a batch, or for a collective naskah, of each layanan.
    """
    umum = {"pada": oleh.kini, "rahasia": _rahasia(usulan)}
    diri = [] if usulan.tertutup else _pengguna_pegawai([usulan.pegawai_id])
    jejak.beri_tahu(
        diri, kunci=f"sah:{naskah.pk}", judul=f"{naskah.perihal} sudah terbit",
        isi=f"Nomor {naskah.nomor}. Naskah dapat diunduh.", url=_url(usulan), peristiwa="naskah_terbit", **umum,
    )  # fmt: skip
    if not usulan.dibuat_oleh_id or usulan.dibuat_oleh_id in diri:
        return
    banyak = oleh.rombongan or naskah.data.get("kolektif")
    kabar.kumpulkan(
        [usulan.dibuat_oleh_id],
        kunci=f"sah-usul:{oleh.rombongan or naskah.pk}:{usulan.layanan}"[:80],
        judul=f"SK/surat {_judul(usulan)} yang Anda usulkan terbit",
        isi="Naskahnya dapat diunduh pada halaman usulannya.",
        url=f"{reverse('layanan:usulan_list')}?layanan={usulan.layanan}" if banyak else _url(usulan),
        peristiwa="naskah_usulan",
        **umum,
    )


def selesai(usulan, *, pada):
    """Tells the applicant that everything is done."""
    jejak.beri_tahu(
        _pemohon(usulan), kunci=f"selesai:{usulan.pk}", judul=f"Selesai: {_judul(usulan)}",
        isi=usulan.ringkas, url=_url(usulan), pada=pada, peristiwa="usulan_selesai", rahasia=_rahasia(usulan),
    )  # fmt: skip


def ditutup(usulan, sebab, *, pada):
    """Tells the applicant and who filed it that the portal closed the usulan, and why."""
    jejak.beri_tahu(
        _pemohon(usulan), kunci=f"tutup:{usulan.pk}", judul=f"Ditutup: {_judul(usulan)}", isi=sebab,
        url=_url(usulan), pada=pada, peristiwa="umum", rahasia=_rahasia(usulan),
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
        peristiwa="nominatif_selesai",
        juga_pelaku=True,
    )


def tte_selesai(batch, *, pada):
    """Tells the official how a batch of signatures went; who must settle a doubtful one is told the same."""
    hitung = dict(batch.permintaan.values_list("status").annotate(n=Count("pk")))
    kalimat = [f"{hitung.get('selesai', 0)} naskah ditandatangani."]
    if hitung.get("gagal"):
        kalimat.append(f"{hitung['gagal']} tidak ditandatangani; sebabnya ada pada tiap baris.")
    if hitung.get("perlu_dicocokkan"):
        kalimat.append(f"{hitung['perlu_dicocokkan']} perlu dicocokkan dengan penanda tangan.")
    jejak.beri_tahu(
        [batch.oleh_id], kunci=f"tte:{batch.pk}:{batch.diantre_pada:%Y%m%d%H%M%S}", judul="Penandatanganan selesai",
        isi=" ".join(kalimat), url=reverse("layanan:tte_detail", args=[batch.pk]), pada=pada,
        juga_pelaku=True, peristiwa="tanda_tangan",
    )  # fmt: skip


def tte_tertahan(batch, sebab, *, pada):
    """Tells the official that a batch waits for his passphrase, and why."""
    jejak.beri_tahu(
        [batch.oleh_id], kunci=f"tte-tahan:{batch.pk}:{batch.diantre_pada:%Y%m%d%H%M%S}",
        judul="Penandatanganan menunggu Anda", isi=sebab, url=reverse("layanan:tte_detail", args=[batch.pk]), pada=pada,
        juga_pelaku=True, peristiwa="tanda_tangan",
    )  # fmt: skip
