"""Berkas pada usulan: memasang, mengganti, memeriksa; what the dosir has is attached by itself."""

from django.db.models import Value

from kepegawaian import dosir as gudang, jejak
from kepegawaian.models import JENIS_RIWAYAT, Dosir
from layanan import katalog
from layanan.galat import BukanWewenang, DitolakAlur
from layanan.konteks import dokumen_berlaku, susun_konteks
from layanan.models import Berkas, Usulan
from layanan.wewenang import alasan_tidak_berwenang, boleh_menyunting


def pasang_dari_dosir(usulan, layanan, konteks, *, pada):
    """Attaches, for each document asked for, the newest scan the portal already has; returns how many.

    A scan counts when its riwayat row is still valid; one that is attached to no row counts by its kind.
    """
    ada = set(usulan.berkas.filter(diganti_pada__isnull=True).values_list("kode", flat=True))
    diminta = [d for d in dokumen_berlaku(layanan, konteks) if d.kode not in ada]
    punya = tersedia(usulan.pegawai_id, diminta)
    baru = [Berkas(usulan=usulan, kode=kode, dosir=dosir, dipasang_pada=pada) for kode, dosir in punya.items()]
    Berkas.objects.bulk_create(baru)
    return len(baru)


def tersedia(pegawai_id, dokumen):
    """The newest usable scan of each document the dosir can answer: {kode: Dosir}; two queries for any number.

    By its own kind first, else by the three newest valid riwayat rows it may prove.
    """
    dokumen = [d for d in dokumen if d.dosir]
    if not dokumen:
        return {}
    sendiri, bukti = {}, {}
    for dosir in (
        Dosir.objects.filter(pegawai_id=pegawai_id).exclude(riwayat_jenis="perkara").order_by("diunggah_pada", "pk")
    ):
        sendiri[dosir.jenis] = dosir
        bukti[dosir.riwayat_jenis, dosir.riwayat_id] = dosir
    sah = _riwayat_sah(pegawai_id, sorted({d.dosir for d in dokumen if d.dosir in JENIS_RIWAYAT}))
    hasil = {}
    for d in dokumen:
        calon = [sendiri.get(d.kode), *(bukti.get((d.dosir, pk)) for pk in sah.get(d.dosir, ()))]
        if (satu := next((c for c in calon if c), None)) is not None:
            hasil[d.kode] = satu
    return hasil


def _riwayat_sah(pegawai_id, jenis):
    """{kind: pk of the three newest rows not cancelled, newest first}; one query for all kinds."""
    bagian = [
        JENIS_RIWAYAT[j].objects.filter(pegawai_id=pegawai_id, dibatalkan_pada__isnull=True)
        .order_by("-tmt").annotate(jenis_=Value(j)).values_list("jenis_", "tmt", "pk")[:3]
        for j in jenis
    ]  # fmt: skip
    hasil = {}
    if bagian:
        semua = bagian[0].union(*bagian[1:], all=True) if len(bagian) > 1 else bagian[0]
        for j, _tmt, pk in sorted(semua, key=lambda b: b[1], reverse=True):
            hasil.setdefault(j, []).append(pk)
    return hasil


def pasang(usulan, kode, file, *, oleh, versi):
    """Uploads (or replaces) one document of a usulan; raises DitolakAlur or dosir.BerkasDitolak."""
    isi = gudang.terima(file)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        usulan = _kunci(usulan.pk, versi)
        layanan = katalog.ambil(usulan.layanan)
        if usulan.status not in ("draf", "dikembalikan"):
            raise DitolakAlur("Berkas hanya dapat diganti selama draf atau dikembalikan.")
        if not boleh_menyunting(usulan, oleh.hak):
            raise BukanWewenang("Anda tidak dapat mengubah usulan ini.")
        dokumen = next((d for d in layanan.dokumen if d.kode == kode), None)
        if dokumen is None:
            raise DitolakAlur("Jenis berkas tidak dikenal pada layanan ini.")
        bagian = "perkara" if layanan.rahasia else layanan.bagian_berkas
        baru = gudang.simpan(usulan.pegawai_id, kode, isi, pada=oleh.kini, riwayat_jenis=bagian)
        _ganti(usulan, kode, baru, oleh)
        jejak.catat("berkas_pasang", usulan, pegawai=usulan.pegawai_id, pada=oleh.kini, nama=dokumen.nama)
    return usulan


def segarkan_dari_dosir(usulan, *, oleh):
    """Attaches scans that have come into the dosir since the draft was made."""
    layanan = katalog.ambil(usulan.layanan)
    konteks = susun_konteks(layanan, usulan.pegawai_id, usulan.isian, oleh.hari_ini)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        return pasang_dari_dosir(usulan, layanan, konteks, pada=oleh.kini)


def _ganti(usulan, kode, dosir, oleh):
    usulan.berkas.filter(kode=kode, diganti_pada__isnull=True).update(diganti_pada=oleh.kini)
    Berkas.objects.create(usulan=usulan, kode=kode, dosir=dosir, dipasang_pada=oleh.kini)
    usulan.versi_baris += 1
    usulan.save(update_fields=["versi_baris"])


def periksa(usulan, berkas_id, hasil, *, oleh, catatan=""):
    """The holder of the waiting step marks a document sesuai or tidak_sesuai (with a note)."""
    catatan = (catatan or "").strip()
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        usulan = _kunci(usulan.pk, None)
        if alasan := alasan_tidak_berwenang(usulan, usulan.langkah_kini, oleh.hak):
            raise BukanWewenang(alasan)
        berkas = usulan.berkas.filter(pk=berkas_id, diganti_pada__isnull=True).first()
        if berkas is None or hasil not in ("sesuai", "tidak_sesuai"):
            raise DitolakAlur("Berkas itu sudah diganti; muat ulang halaman.")
        if hasil == "tidak_sesuai" and not catatan:
            raise DitolakAlur("Tulis apa yang tidak sesuai pada berkas itu.")
        berkas.periksa, berkas.catatan = hasil, catatan[:300]
        berkas.save(update_fields=["periksa", "catatan"])
        jejak.catat("berkas_periksa", usulan, pegawai=usulan.pegawai_id, pada=oleh.kini, nama=berkas.kode, hasil=hasil)
    return berkas


def _kunci(pk, versi):
    usulan = Usulan.objects.select_for_update(of=("self",)).select_related("pegawai__kini").get(pk=pk)
    if versi is not None and usulan.versi_baris != int(versi):
        raise DitolakAlur("Usulan ini sudah berubah sejak halaman dibuka; muat ulang, lalu unggah lagi.")
    return usulan
