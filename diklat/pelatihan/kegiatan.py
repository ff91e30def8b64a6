"""Kegiatan pelatihan: membuat, menjalankan langkahnya, mengembalikan, membatalkan.

Each act: lock the kegiatan → version and step allow? → who holds the step? → what the step needs is there? → change →
Jejak and notices, in one transaction; refused with a sentence. What a step needs and does stands in ``langkah``.
"""

from django.db import transaction

from diklat.models import KegiatanPelatihan, LangkahKegiatan
from diklat.pelatihan import hak, kabar, rute
from diklat.pelatihan.galat import BASI, DitolakDiklat
from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini


def kunci(pk, *tahap, versi=None):
    """The kegiatan under a row lock; DitolakDiklat when it is elsewhere or has changed since."""
    k = KegiatanPelatihan.objects.select_for_update(of=("self",)).select_related("pelatihan").get(pk=pk)
    if versi is not None and k.versi != versi:
        raise DitolakDiklat(BASI)
    if tahap and k.tahap not in tahap:
        raise DitolakDiklat(f"Kegiatan ini pada tahap {k.get_tahap_display().lower()}; perbuatan itu tidak berlaku.")
    return k


def harus_kelola(k, oleh):
    """BukanWewenang unless the actor runs kegiatan of this kelompok."""
    hak.harus(hak.kelola(oleh.hak, acuan_kini(), k.pelatihan.kelompok))


def naik(k, *medan):
    """Saves the fields and raises the version."""
    k.versi += 1
    k.save(update_fields=["versi", *medan])


def simpan(pk, data, *, versi=None, oleh):
    """Makes a kegiatan with the steps of its route, or changes one that is not over.

    Window, dates and quota are free until the participants are chosen; a larger quota afterwards lets who waits move up.
    """
    from diklat.pelatihan.peserta import naikkan  # noqa: PLC0415 - it locks through this module

    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        acuan = acuan_kini()
        if pk is None:
            hak.harus(hak.kelola(oleh.hak, acuan, data["pelatihan"].kelompok))
            k = KegiatanPelatihan(
                dibuat_oleh=oleh.pengguna, dibuat_pada=oleh.kini,
                batas_nilai=acuan.setelan("diklat_nilai_lulus", oleh.hari_ini),
                batas_hadir=acuan.setelan("diklat_hadir_minimal", oleh.hari_ini),
            )  # fmt: skip
        else:
            k = kunci(pk, "rencana", "nominasi", "seleksi", "persiapan", "berlangsung", "penilaian", versi=versi)
            harus_kelola(k, oleh)
            if k.pelatihan != data["pelatihan"]:
                raise DitolakDiklat("Pelatihannya tidak dapat diganti; batalkan kegiatan ini dan buat yang baru.")
        for nama, nilai in data.items():
            setattr(k, nama, nilai)
        k.versi = k.versi + 1 if pk else 1
        k.save()
        if pk is None:
            _susun_langkah(k, oleh)
        else:
            naikkan(k, oleh)
        jejak.catat("diklat_kegiatan", k, pada=oleh.kini, nama=k.nama)
    return k


def _susun_langkah(k, oleh):
    baris = [
        LangkahKegiatan(
            kegiatan=k, urutan=n, kode=s.kode, nama=s.nama, pemegang=s.pemegang, tahap=s.tahap, sla=s.sla,
            keluaran=s.keluaran, keyakinan=s.keyakinan,
        )
        for n, s in enumerate(rute.langkah(k.pelatihan.kelompok), 1)
    ]  # fmt: skip
    LangkahKegiatan.objects.bulk_create(baris)
    _masuki(k, k.langkah.first(), oleh)


def _masuki(k, satu, oleh):
    """Enters a step: its moment and deadline, the tahap of the kegiatan, a notice to its holder."""
    satu.keadaan, satu.masuk_pada, satu.selesai_pada, satu.oleh = "kini", oleh.kini, None, None
    satu.tenggat = _tenggat(k, satu, oleh)
    satu.save(update_fields=["keadaan", "masuk_pada", "tenggat", "selesai_pada", "oleh"])
    k.tahap = satu.tahap
    k.save(update_fields=["tahap"])
    kabar.langkah(k, satu, oleh)


def _tenggat(k, satu, oleh):
    """``sla`` working days; of nomination the day it closes, of the training its last day."""
    if satu.kode == "usul":
        return k.tutup
    if satu.sla is None:
        return k.selesai
    return acuan_kini().tambah_hari_kerja(oleh.hari_ini, satu.sla)


def langkah_kini(k):
    """The step it stands at, or None when it is over."""
    return k.langkah.filter(keadaan="kini").first()


def selesaikan(pk, kode, *, versi, oleh, catatan="", nomor="", tanggal=None):
    """Finishes the step ``kode`` and enters the next one; the last one ends the kegiatan. Returns the kegiatan."""
    from diklat.pelatihan import langkah  # noqa: PLC0415 - what a step needs calls the other acts

    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        k = kunci(pk, versi=versi)
        satu = langkah_kini(k)
        if satu is None or satu.kode != kode:
            raise DitolakDiklat(BASI)
        hak.harus(
            hak.memegang_langkah(oleh.hak, acuan_kini(), satu.pemegang, k.pelatihan.kelompok),
            f"Langkah ini dipegang {rute.PEMEGANG[rute.pencatat(satu.pemegang)][0]}.",
        )
        if kode in rute.BERSURAT and not (nomor.strip() and tanggal):
            raise DitolakDiklat("Isi nomor dan tanggal surat dari penyelenggara.")
        if kode in rute.BERCATATAN and not catatan.strip():
            raise DitolakDiklat("Tulis catatan: isi pokoknya, atau nomor laporannya.")
        langkah.harus_siap(k, kode, oleh)
        satu.keadaan, satu.selesai_pada, satu.oleh = "selesai", oleh.kini, oleh.pengguna
        satu.sebagai, satu.catatan = oleh.hak.sebutan[:160], catatan.strip()[:400]
        satu.nomor, satu.tanggal = nomor.strip()[:100], tanggal
        satu.save()
        jejak.catat("diklat_langkah", k, pada=oleh.kini, nama=k.nama, langkah=satu.nama,
                    sebagai_jabatan=oleh.hak.sebutan)  # fmt: skip
        langkah.akibat(k, kode, oleh)
        lanjut(k, satu, oleh)
    return k


def lanjut(k, satu, oleh):
    """Enters the step after ``satu``, or ends the kegiatan."""
    berikut = k.langkah.filter(urutan__gt=satu.urutan).first()
    if berikut is None:
        k.tahap = "selesai"
        naik(k, "tahap")
        return
    naik(k)
    _masuki(k, berikut, oleh)


def kembalikan(pk, kode, *, versi, oleh, catatan):
    """Sends the list of candidates back to the step before, with a reason."""
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        k = kunci(pk, versi=versi)
        satu = langkah_kini(k)
        if satu is None or satu.kode != kode or kode not in rute.DAPAT_KEMBALI:
            raise DitolakDiklat(BASI)
        hak.harus(hak.memegang_langkah(oleh.hak, acuan_kini(), satu.pemegang, k.pelatihan.kelompok))
        if not catatan.strip():
            raise DitolakDiklat("Tulis apa yang harus diperbaiki.")
        satu.keadaan, satu.masuk_pada, satu.tenggat = "nanti", None, None
        satu.save(update_fields=["keadaan", "masuk_pada", "tenggat"])
        lama = k.langkah.filter(urutan__lt=satu.urutan).last()
        lama.catatan = f"Dikembalikan: {catatan.strip()}"[:400]
        lama.save(update_fields=["catatan"])
        jejak.catat("diklat_kembali", k, pada=oleh.kini, nama=k.nama, catatan=catatan.strip()[:300],
                    sebagai_jabatan=oleh.hak.sebutan)  # fmt: skip
        naik(k)
        _masuki(k, lama, oleh)
    return k


def batalkan(pk, sebab, *, versi, oleh):
    """The kegiatan will not take place: its letters lose their point and everybody it concerns is told."""
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        k = kunci(pk, "rencana", "nominasi", "seleksi", "persiapan", "berlangsung", versi=versi)
        harus_kelola(k, oleh)
        if not sebab.strip():
            raise DitolakDiklat("Tulis alasan pembatalan.")
        k.tahap, k.sebab_batal = "batal", sebab.strip()[:400]
        naik(k, "tahap", "sebab_batal")
        k.langkah.filter(keadaan="kini").update(keadaan="nanti", tenggat=None)
        siapa = k.peserta.exclude(status__in=("tms", "mundur", "dikeluarkan")).values_list("pegawai_id", flat=True)
        kabar.orang(k, siapa, "batal", f"Dibatalkan: {k.nama}", k.sebab_batal, oleh)
        jejak.catat("diklat_batal", k, pada=oleh.kini, nama=k.nama, sebab=k.sebab_batal[:200])
    return k


def kunci_versi(pk):
    """The version a page drawn now would carry."""
    return KegiatanPelatihan.objects.values_list("versi", flat=True).get(pk=pk)
