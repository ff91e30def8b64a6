"""Uji kompetensi: perbuatan pada sebuah kegiatan, dari pendaftaran sampai hasilnya diajukan menjadi naskah.

Each act: lock the kegiatan → its status allows? → change → Jejak, in one transaction; refused with a sentence
(``DitolakKarier``). What changes the riwayat is the signed naskah of ``karier/layanan/hasil_uji.py``.
"""

from django.db import transaction

from karier.galat import DitolakKarier
from karier.models import AsesorUji, KegiatanUji, PesertaUji
from karier.sasaran import muat
from karier.syarat import periksa
from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan_kompetensi import hasil_uji, kesesuaian
from kepegawaian.models import RiwayatUjiKompetensi
from kepegawaian.profil import profil
from kepegawaian.standar import Standar
from layanan import alur, katalog
from layanan.katalog import Konteks
from layanan.models import Usulan

SLUG = "hasil-uji-kompetensi"
MAKS_PESERTA = 200
TERBUKA = ("pendaftaran", "penilaian")
BAGIAN = ("pangkat", "jabatan", "pendidikan", "kinerja", "hukuman", "jejak_jabatan", "kompetensi")


def _kunci(kegiatan_id, *status):
    kegiatan = (
        KegiatanUji.objects.select_for_update(of=("self",)).select_related("sasaran__eselon").get(pk=kegiatan_id)
    )
    if status and kegiatan.status not in status:
        raise DitolakKarier(f"Kegiatan ini {kegiatan.get_status_display().lower()}; tidak dapat diubah lagi.")
    return kegiatan


def simpan(kegiatan_id, data, asesor, *, oleh):
    """Makes (``kegiatan_id`` None) or changes a kegiatan and its asesor [(nama, instansi)]; returns it."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        if kegiatan_id is None:
            kegiatan = KegiatanUji(dibuat_oleh=oleh.pengguna, dibuat_pada=oleh.kini)
        else:
            kegiatan = _kunci(kegiatan_id, *TERBUKA)
            if kegiatan.peserta.exists() and kegiatan.sasaran != data["sasaran"]:
                raise DitolakKarier("Jabatan sasaran tidak dapat diganti sesudah ada peserta.")
        for nama, nilai in data.items():
            setattr(kegiatan, nama, nilai)
        kegiatan.save()
        kegiatan.asesor.all().delete()
        AsesorUji.objects.bulk_create(AsesorUji(kegiatan=kegiatan, nama=n, instansi=i) for n, i in asesor)
        jejak.catat("uji_simpan", kegiatan, pada=oleh.kini, nama=kegiatan.nama)
    return kegiatan


def batalkan(kegiatan_id, *, oleh):
    """A kegiatan that will not take place."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        kegiatan = _kunci(kegiatan_id, *TERBUKA)
        kegiatan.status = "batal"
        kegiatan.save(update_fields=["status"])
        jejak.catat("uji_batal", kegiatan, pada=oleh.kini, nama=kegiatan.nama)
    return kegiatan


# ── peserta ──────────────────────────────────────────────────────────────────────────────────────────


def daftarkan(kegiatan_id, pegawai, *, oleh):
    """Registers ``pegawai`` (with kini); keeps how each condition of the target post stood. Returns how many are new.

    Conditions are shown, not a bar: an uji may also tell who is not ready yet.
    """
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        kegiatan = _kunci(kegiatan_id, "pendaftaran")
        ada = set(kegiatan.peserta.values_list("pegawai_id", flat=True))
        baru = {p.pk: p for p in pegawai if p.pk not in ada}
        if len(ada) + len(baru) > MAKS_PESERTA:
            raise DitolakKarier(f"Satu kegiatan paling banyak {MAKS_PESERTA} peserta.")
        syarat = keadaan_syarat(kegiatan, list(baru), oleh.hari_ini)
        for pk, p in baru.items():
            jabatan_id = kegiatan.sasaran_id or p.kini.jabatan_id
            if jabatan_id is None:
                raise DitolakKarier(f"Jabatan {p.kini.nama_lengkap} belum tercatat, tidak ada standar pembandingnya.")
            PesertaUji.objects.create(
                kegiatan=kegiatan, pegawai_id=pk, sasaran_id=jabatan_id, syarat=syarat.get(pk, [])
            )
            jejak.catat("uji_daftar", kegiatan, pegawai=pk, pada=oleh.kini, nama=kegiatan.nama)
    return len(baru)


def keadaan_syarat(kegiatan, ids, tanggal):
    """{pegawai id: [{kode, uraian, jawaban, kalimat}]} for the target post; empty without a target.

    The sentence of a confidential condition is not kept: who runs the uji need not know a person's discipline.
    """
    if kegiatan.sasaran_id is None or not ids:
        return {}
    acuan = acuan_kini()
    sasaran = muat([kegiatan.sasaran], tanggal=tanggal, acuan=acuan)[kegiatan.sasaran_id]
    hasil = {}
    for p in profil(per=tanggal, ids=ids, bagian=BAGIAN):
        konteks = Konteks(p, {}, tanggal, acuan, {"sasaran": sasaran})
        hasil[p.pegawai_id] = [
            {"kode": s.kode, "uraian": s.uraian, "jawaban": h.jawaban, "kalimat": "" if s.rahasia else h.kalimat}
            for s, h in periksa(konteks)
        ]
    return hasil


def keluarkan(peserta, *, oleh):
    """Takes a peserta out as long as nothing was drawn up from his scores."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        kegiatan = _kunci(peserta.kegiatan_id, *TERBUKA)
        jejak.catat("uji_keluar", kegiatan, pegawai=peserta.pegawai_id, pada=oleh.kini, nama=kegiatan.nama)
        PesertaUji.objects.filter(pk=peserta.pk, usulan__isnull=True).delete()


# ── scores ───────────────────────────────────────────────────────────────────────────────────────────


def mulai_menilai(kegiatan_id, *, oleh):
    """Closes registration: asesor and peserta must be there; the standard of each one's post is frozen."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        kegiatan = _kunci(kegiatan_id, "pendaftaran")
        peserta = list(kegiatan.peserta.select_related("sasaran__eselon", "pegawai__kini"))
        if not peserta or not kegiatan.asesor.exists():
            raise DitolakKarier("Tulis sekurang-kurangnya satu asesor dan satu peserta lebih dulu.")
        standar = Standar(kegiatan.tanggal_mulai, {p.sasaran_id for p in peserta})
        for p in peserta:
            p.standar = standar.bagi(p.sasaran)
            if not p.standar:
                raise DitolakKarier(f"Standar kompetensi {p.sasaran.nama} belum ditetapkan.")
        PesertaUji.objects.bulk_update(peserta, ["standar"])
        kegiatan.status = "penilaian"
        kegiatan.save(update_fields=["status"])
        jejak.catat("uji_nilai_mulai", kegiatan, pada=oleh.kini, nama=kegiatan.nama)
    return kegiatan


def terkunci(peserta):
    """True once his result is on its way or recorded; a usulan that came back opens it again."""
    return peserta.usulan is not None and peserta.usulan.status in ("diproses", "selesai")


def nilai(daftar, *, kegiatan_id, oleh):
    """Writes scores: ``daftar`` of (peserta id, {kode: 1-5}, potensi, hadir). Job match and result follow from them."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        kegiatan = _kunci(kegiatan_id, "penilaian", "diajukan")
        batas = acuan_kini().setelan("uji_kompetensi_batas", kegiatan.tanggal_selesai)
        semua = {p.pk: p for p in kegiatan.peserta.select_related("usulan", "pegawai__kini")}
        for pk, isi, potensi, hadir in daftar:
            p = semua[pk]
            if terkunci(p):
                raise DitolakKarier(f"Hasil {p.pegawai.kini.nama_lengkap} sudah diajukan dan tidak dapat diubah.")
            p.hadir, p.potensi = hadir, potensi if hadir else None
            p.nilai = {k: v for k, v in isi.items() if k in p.standar} if hadir else {}
            p.kesesuaian = kesesuaian(p.standar, p.nilai)
            p.hasil = hasil_uji(p.kesesuaian, batas) or ""
            p.save(update_fields=["hadir", "potensi", "nilai", "kesesuaian", "hasil"])
        jejak.catat("uji_nilai", kegiatan, pada=oleh.kini, nama=kegiatan.nama, jumlah=len(daftar))


# ── to the riwayat ───────────────────────────────────────────────────────────────────────────────────


def ajukan(kegiatan_id, *, oleh):
    """Sends the results of all present on their way: one usulan each; they get one berita acara at ``penetapan``.

    Returns how many. Refused as long as somebody present is not scored.
    """
    oleh = oleh.berombongan()
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        kegiatan = _kunci(kegiatan_id, "penilaian")
        hadir = list(kegiatan.peserta.filter(hadir=True).select_related("pegawai__kini__unit"))
        kurang = [p.pegawai.kini.nama_lengkap for p in hadir if not p.lengkap]
        if kurang or not hadir:
            siapa = ", ".join(kurang[:5]) or "tidak seorang pun hadir"
            raise DitolakKarier(f"Nilai belum lengkap: {siapa}{' dan lainnya' if len(kurang) > 5 else ''}.")
        if kegiatan.tanggal_selesai > oleh.hari_ini:
            raise DitolakKarier("Kegiatan belum selesai menurut tanggalnya.")
        layanan = katalog.ambil(SLUG)
        for p in hadir:
            usulan = alur.buat_draf(layanan, p.pegawai, oleh=oleh, isian={"peserta": str(p.pk)})
            p.usulan = alur.ajukan(usulan, oleh=oleh, versi=usulan.versi_baris)
            p.save(update_fields=["usulan"])
        kegiatan.status = "diajukan"
        kegiatan.save(update_fields=["status"])
        jejak.catat("uji_ajukan", kegiatan, pada=oleh.kini, nama=kegiatan.nama, jumlah=len(hadir))
    return len(hadir)


def selesaikan_bila_habis(kegiatan):
    """Closes the kegiatan once every result on its way is recorded; called inside the signing of a naskah."""
    tercatat = RiwayatUjiKompetensi.objects.filter(
        tmt=kegiatan.tanggal_selesai, tujuan=kegiatan.tujuan, dibatalkan_pada__isnull=True
    )
    sisa = kegiatan.peserta.filter(usulan__status__in=Usulan.BERJALAN)
    if not sisa.exclude(pegawai_id__in=tercatat.values("pegawai_id")).exists():
        KegiatanUji.objects.filter(pk=kegiatan.pk, status="diajukan").update(status="selesai")
