"""Abdi Negara: tulisan dan inovasi ASN, dari draf penulis lewat redaksi sampai terbit, dan edisinya.

Each act: lock the tulisan → status and version allow? → whose is it? → change → Jejak, in one transaction; refused with
a sentence (DitolakKorpri). The text is plain: it is escaped where it is shown.
"""

from django.db.models import F
from django.urls import reverse

from kepegawaian import jejak
from kepegawaian.models import Pengguna, ProfilKini
from kesejahteraan.korpri import gambar
from kesejahteraan.korpri.galat import DitolakKorpri
from kesejahteraan.korpri.models import EdisiKorpri, TulisanKorpri
from kesejahteraan.korpri.pengurus import harus_kelola
from layanan.galat import BukanWewenang

MILIK_PENULIS = ("draf", "dikembalikan")
MEDAN = ("jenis", "judul", "ringkasan", "isi", "gambar_uraian")


def kunci(pk, versi, *status):
    """The tulisan under a row lock, in one of ``status`` and at the version the page showed."""
    t = TulisanKorpri.objects.select_for_update(of=("self",)).get(pk=pk)
    if status and t.status not in status:
        raise DitolakKorpri(f"Tulisan ini {t.get_status_display().lower()}; perbuatan itu tidak dapat dilakukan.")
    if versi is not None and t.versi != versi:
        raise DitolakKorpri("Tulisan ini sudah berubah sejak halaman dibuka; muat ulang lalu ulangi.")
    return t


def _ubah(t, data, file, hapus_gambar=False):
    """Puts the fields in; a new picture replaces the old one."""
    for nama in MEDAN:
        setattr(t, nama, data[nama])
    if file is not None:
        isi = gambar.terima(file, hanya_gambar=True)
        gambar.simpan(t.gambar, isi)
        t.gambar_mime = isi.mime
    elif hapus_gambar:
        t.gambar, t.gambar_mime, t.gambar_uraian = "", "", ""
    if t.gambar and not t.gambar_uraian:
        raise DitolakKorpri("Tulis uraian gambar, bagi pembaca yang tidak dapat melihatnya.")
    if not t.gambar:
        t.gambar_uraian = ""
    t.versi = (t.versi or 0) + 1


def simpan(pk, data, file, *, oleh, versi=None, hapus_gambar=False):
    """Makes (``pk`` None) or changes the author's own draft; returns it."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        if pk is None:
            if not oleh.hak.punya("asn"):
                raise BukanWewenang("Hanya ASN yang masih aktif mengirim tulisan.")
            t = TulisanKorpri(penulis_id=oleh.hak.pegawai_id, dibuat_pada=oleh.kini, versi=0)
        else:
            t = kunci(pk, versi, *MILIK_PENULIS)
            _harus_penulis(t, oleh)
        _ubah(t, data, file, hapus_gambar)
        t.save()
        jejak.catat("korpri_tulisan_simpan", t, pegawai=t.penulis_id, pada=oleh.kini, judul=t.judul)
    return t


def _harus_penulis(t, oleh):
    if oleh.hak.pegawai_id != t.penulis_id:
        raise BukanWewenang("Tulisan ini milik pegawai lain.")


def ajukan(pk, *, oleh, versi):
    """The author hands it to the editors; his OPD of today is kept with it."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        t = kunci(pk, versi, *MILIK_PENULIS)
        _harus_penulis(t, oleh)
        if not oleh.hak.punya("asn"):
            raise BukanWewenang("Hanya ASN yang masih aktif mengirim tulisan.")
        t.status, t.diajukan_pada, t.versi = "diajukan", oleh.kini, t.versi + 1
        t.opd_id = ProfilKini.objects.filter(pegawai_id=t.penulis_id).values_list("opd_id", flat=True).first()
        t.save(update_fields=["status", "diajukan_pada", "versi", "opd"])
        jejak.catat("korpri_tulisan_ajukan", t, pegawai=t.penulis_id, pada=oleh.kini, judul=t.judul)
    return t


def batal_ajukan(pk, *, oleh, versi):
    """The author takes it back before the editors decide."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        t = kunci(pk, versi, "diajukan")
        _harus_penulis(t, oleh)
        t.status, t.versi = "draf", t.versi + 1
        t.save(update_fields=["status", "versi"])
        jejak.catat("korpri_tulisan_ambil", t, pegawai=t.penulis_id, pada=oleh.kini, judul=t.judul)
    return t


def sunting(pk, data, file, *, oleh, versi, hapus_gambar=False):
    """An editor changes the words of what waits or stands; the author's own words stay in the history."""
    harus_kelola(oleh)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        t = kunci(pk, versi, "diajukan", "terbit")
        _ubah(t, data, file, hapus_gambar)
        t.penyunting = oleh.pengguna
        t.save()
        jejak.catat("korpri_tulisan_sunting", t, pegawai=t.penulis_id, pada=oleh.kini, judul=t.judul)
    return t


def putuskan(pk, keputusan, catatan, *, oleh, versi):
    """The editors decide: ``terbit``, ``dikembalikan`` or (of a published one) ``ditarik``, the last two with a note."""
    harus_kelola(oleh)
    asal = {"terbit": ("diajukan", "ditarik"), "dikembalikan": ("diajukan",), "ditarik": ("terbit",)}
    if keputusan not in asal:
        raise DitolakKorpri("Keputusan redaksi tidak dikenal.")
    catatan = catatan.strip()
    if keputusan != "terbit" and not catatan:
        raise DitolakKorpri("Tulis sebabnya, supaya penulis tahu apa yang harus diperbaiki.")
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        t = kunci(pk, versi, *asal[keputusan])
        if oleh.hak.pegawai_id == t.penulis_id:
            raise BukanWewenang("Tulisan sendiri diputus penyunting lain.")
        t.status, t.catatan, t.penyunting, t.versi = keputusan, catatan[:400], oleh.pengguna, t.versi + 1
        if keputusan == "terbit":
            t.terbit_pada = t.terbit_pada or oleh.kini
        t.save(update_fields=["status", "catatan", "penyunting", "versi", "terbit_pada"])
        jejak.catat(f"korpri_tulisan_{keputusan}", t, pegawai=t.penulis_id, pada=oleh.kini, judul=t.judul)
        kata = {
            "terbit": "Tulisan Anda terbit",
            "dikembalikan": "Tulisan Anda perlu diperbaiki",
            "ditarik": "Tulisan Anda ditarik",
        }
        jejak.beri_tahu(
            list(Pengguna.objects.filter(pegawai_id=t.penulis_id).values_list("pk", flat=True)),
            kunci=f"tulisan-{t.pk}-{t.versi}", judul=f"{kata[keputusan]}: {t.judul}"[:160], isi=t.catatan, pada=oleh.kini,
            url=reverse("kesejahteraan:korpri_tulisan_detail", args=[t.pk]), peristiwa="korpri",
        )  # fmt: skip
    return t


def buat_edisi(judul, tanggal, tulisan_ids, *, oleh):
    """An edition with the next number from published tulisan that are in none yet; returns it."""
    harus_kelola(oleh)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        dipilih = TulisanKorpri.objects.select_for_update(of=("self",)).filter(
            pk__in=tulisan_ids, status="terbit", edisi__isnull=True
        )
        ids = list(dipilih.order_by("terbit_pada").values_list("pk", flat=True))
        if not ids or len(ids) != len(set(tulisan_ids)):
            raise DitolakKorpri("Pilih tulisan yang terbit dan belum masuk edisi lain; muat ulang lalu pilih lagi.")
        nomor = (EdisiKorpri.objects.order_by("-nomor").values_list("nomor", flat=True).first() or 0) + 1
        e = EdisiKorpri.objects.create(
            nomor=nomor, judul=judul, tanggal=tanggal, dibuat_oleh=oleh.pengguna, dibuat_pada=oleh.kini
        )
        TulisanKorpri.objects.filter(pk__in=ids).update(edisi=e, versi=F("versi") + 1)
        jejak.catat("korpri_edisi", e, pada=oleh.kini, nama=str(e))
    return e
