"""Seleksi terbuka: menyiapkan, menyusun panitia, mengumumkan, memperpanjang, membatalkan.

Each act: lock the seleksi → its status allows? → change → Jejak, in one transaction; refused with a sentence
(``DitolakKarier``).
"""

from karier.aturan import seleksi as aturan
from karier.galat import DitolakKarier
from karier.models import BerkasSeleksi, LowonganJpt, PanselJpt, PelamarJpt, SeleksiJpt, TahapJpt
from karier.sasaran import muat
from kepegawaian import dosir as gudang, jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import Pegawai
from layanan.katalog import YA


def kunci(pk, *status):
    """The seleksi under a row lock; DitolakKarier unless its status is one of ``status``."""
    s = SeleksiJpt.objects.select_for_update().get(pk=pk)
    if status and s.status not in status:
        raise DitolakKarier(f"Seleksi ini {s.get_status_display().lower()}; perbuatan itu tidak dapat dilakukan.")
    return s


def pindah(s, status, oleh):
    """Moves the seleksi on and records it."""
    s.status = status
    s.save(update_fields=["status"])
    jejak.catat("seleksi_tahap", s, pada=oleh.kini, nama=s.nama, tahap=s.get_status_display().lower())
    return s


def simpan(pk, data, jabatan, tahap, *, oleh):
    """Makes (``pk`` None) or changes a seleksi that is not announced. ``tahap`` {kode: (mulai, selesai)}; returns it."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s = SeleksiJpt(dibuat_oleh=oleh.pengguna, dibuat_pada=oleh.kini) if pk is None else kunci(pk, "rencana")
        _harus_berurutan(tahap)
        for nama, nilai in data.items():
            setattr(s, nama, nilai)
        s.save()
        s.tahap.all().delete()
        TahapJpt.objects.bulk_create(TahapJpt(seleksi=s, kode=k, mulai=m, selesai=a) for k, (m, a) in tahap.items())
        s.lowongan.exclude(jabatan__in=jabatan).delete()
        ada = set(s.lowongan.values_list("jabatan_id", flat=True))
        LowonganJpt.objects.bulk_create(LowonganJpt(seleksi=s, jabatan=j) for j in jabatan if j.pk not in ada)
        jejak.catat("seleksi_simpan", s, pada=oleh.kini, nama=s.nama)
    return s


def _harus_berurutan(tahap):
    """The order of PermenPANRB 15/2019: no stage begins before the one before it."""
    nama = dict(TahapJpt.TAHAP)
    sebelum = None
    for kode in nama:
        if sebelum and tahap[kode][0] < tahap[sebelum][0]:
            raise DitolakKarier(f"{nama[kode]} mendahului {nama[sebelum].lower()}.")
        sebelum = kode


def tambah_pansel(pk, data, *, oleh):
    """One more member; ``data``: nama, instansi, unsur, peran, nip ("" for somebody from outside)."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s = kunci(pk, "rencana")
        isi = dict(data)
        nip = isi.pop("nip", "")
        pegawai = Pegawai.objects.filter(nip=nip).first() if nip else None
        if s.pansel.filter(nama=isi["nama"]).exists() or (pegawai and s.pansel.filter(pegawai=pegawai).exists()):
            raise DitolakKarier("Orang itu sudah menjadi anggota panitia.")
        if isi["peran"] == "ketua" and s.pansel.filter(peran="ketua").exists():
            raise DitolakKarier("Panitia sudah mempunyai ketua.")
        anggota = PanselJpt.objects.create(seleksi=s, pegawai=pegawai, **isi)
        jejak.catat("seleksi_pansel", s, pada=oleh.kini, nama=s.nama)
    return anggota


def keluarkan_pansel(anggota, *, oleh):
    """Takes a member out before the seleksi is announced."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s = kunci(anggota.seleksi_id, "rencana")
        PanselJpt.objects.filter(pk=anggota.pk).delete()
        jejak.catat("seleksi_pansel", s, pada=oleh.kini, nama=s.nama)


def terima_pindaian(file):
    """The accepted scan of a letter; DitolakKarier with the reason."""
    try:
        return gudang.terima(file)
    except gudang.BerkasDitolak as galat:
        raise DitolakKarier(str(galat)) from galat


def simpan_berkas(s, kode, isi, *, oleh, lowongan=None):
    """Keeps the scan ``isi`` of a letter of ``s`` inside the act; the one before it stays, as replaced."""
    s.berkas.filter(kode=kode, lowongan=lowongan, diganti_pada__isnull=True).update(diganti_pada=oleh.kini)
    berkas = BerkasSeleksi(
        seleksi=s, lowongan=lowongan, kode=kode, nama_asli=isi.nama, mime=isi.mime, sha256=isi.sha256,
        diunggah_pada=oleh.kini, diunggah_oleh=oleh.pengguna,
    )  # fmt: skip
    berkas.file.name = gudang.simpan_bytes(berkas.file, isi)
    berkas.save()
    jejak.catat("seleksi_berkas", s, pada=oleh.kini, nama=s.nama, berkas=berkas.get_kode_display().lower())
    return berkas


def unggah(pk, kode, file, *, oleh):
    """The scan of the consent (``izin``) or of the decree on the panitia (``sk``), at any time before it is called off."""
    isi = terima_pindaian(file)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s = kunci(pk)
        if s.status == "batal":
            raise DitolakKarier("Seleksi ini dibatalkan; berkasnya tidak diubah lagi.")
        return simpan_berkas(s, kode, isi, oleh=oleh)


def kesiapan(s, acuan):
    """[(uraian, Hasil)]: what the law asks before a seleksi is announced."""
    batas = acuan.setelan("jpt_pansel", s.dibuat_pada.date())
    ada = set(s.berkas.filter(diganti_pada__isnull=True).values_list("kode", flat=True))
    hasil = [
        ("Persetujuan rencana seleksi", aturan.surat_lengkap(s.nomor_izin, s.tanggal_izin, "izin" in ada)),
        ("SK panitia seleksi", aturan.surat_lengkap(s.nomor_sk, s.tanggal_sk, "sk" in ada)),
        ("Panitia seleksi", aturan.susunan_pansel([p.unsur for p in s.pansel.all()], batas)),
    ]
    tahap = next((t for t in s.tahap.all() if t.kode == "pengumuman"), None)
    if tahap:
        satuan = acuan.setelan("jpt_pengumuman_satuan", tahap.mulai)
        if satuan == "hari_kerja":
            lama = acuan.selisih_hari_kerja(tahap.mulai, tahap.selesai) + int(acuan.hari_kerja(tahap.mulai))
        else:
            lama = (tahap.selesai - tahap.mulai).days + 1
        minimal = acuan.setelan("jpt_pengumuman_hari", tahap.mulai)
        hasil.append(("Masa pengumuman", aturan.masa_pengumuman(lama, minimal, satuan)))
    return hasil


def umumkan(pk, *, oleh):
    """Opens registration: consent and decree are there, panitia and period are lawful, the posts vacant; freezes weights."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s, acuan = kunci(pk, "rencana"), acuan_kini()
        if not s.pansel.filter(peran="ketua").exists():
            raise DitolakKarier("Tunjuk ketua panitia lebih dulu.")
        if kurang := [f"{uraian}: {h.kalimat}" for uraian, h in kesiapan(s, acuan) if h.jawaban != YA]:
            raise DitolakKarier(" ".join(kurang))
        jabatan = [lo.jabatan for lo in s.lowongan.select_related("jabatan__eselon")]
        if not jabatan:
            raise DitolakKarier("Pilih sekurang-kurangnya satu jabatan yang dibuka.")
        isi = muat(jabatan, tanggal=s.rencana_pelantikan, acuan=acuan)
        if terisi := [j.nama for j in jabatan if isi[j.pk].pemangku]:
            raise DitolakKarier(f"Masih terisi pada rencana pelantikan: {', '.join(terisi)}.")
        s.bobot = acuan.setelan("jpt_bobot", oleh.hari_ini)
        s.status = "dibuka"
        s.save(update_fields=["bobot", "status"])
        jejak.catat("seleksi_umumkan", s, pada=oleh.kini, nama=s.nama)
    return s


def perpanjang(pk, sampai, *, oleh):
    """Opens registration again (or longer) up to ``sampai``; later stages that would begin before it move along."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s = kunci(pk, "dibuka", "administrasi")
        tahap = list(s.tahap.all())
        daftar = next(t for t in tahap if t.kode == "pengumuman")
        if sampai <= max(daftar.selesai, oleh.hari_ini):
            raise DitolakKarier("Tanggal perpanjangan harus sesudah hari ini dan sesudah akhir pendaftaran.")
        geser = sampai - daftar.selesai
        for t in tahap:
            t.mulai, t.selesai = (t.mulai, sampai) if t is daftar else (t.mulai + geser, t.selesai + geser)
        TahapJpt.objects.bulk_update(tahap, ["mulai", "selesai"])
        s.status = "dibuka"
        s.save(update_fields=["status"])
        jejak.catat("seleksi_perpanjang", s, pada=oleh.kini, nama=s.nama, sampai=sampai.isoformat())
    return s


def tutup(pk, *, oleh):
    """Closes registration once its last day is over; the administrative check begins."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s = kunci(pk, "dibuka")
        if oleh.hari_ini <= s.tahap.get(kode="pengumuman").selesai:
            raise DitolakKarier("Pendaftaran masih dibuka sampai hari terakhir menurut jadwal.")
        return pindah(s, "administrasi", oleh)


def batalkan(pk, *, oleh):
    """It will not take place; only as long as no result is announced."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        return pindah(kunci(pk, "rencana", "dibuka", "administrasi", "penilaian"), "batal", oleh)


def hitung_calon(s, acuan):
    """[(LowonganJpt, Hasil)]: are there enough who passed the administrative check?"""
    minimal = acuan.setelan("jpt_calon_minimal", s.dibuat_pada.date())
    hasil = []
    semua = list(PelamarJpt.objects.filter(lowongan__seleksi=s).values_list("lowongan_id", "administrasi"))
    for lo in s.lowongan.select_related("jabatan__eselon"):
        punya = [a for pk, a in semua if pk == lo.pk]
        hasil.append((lo, aturan.cukup_calon(punya.count("lulus"), punya.count(""), minimal)))
    return hasil
