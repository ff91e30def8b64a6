"""Salinan data pribadi: diminta pemiliknya, disusun pekerja sebagai zip (JSON dan berkas), diunduh sampai masanya habis.

What goes in is what the owner may read on the pages of the portal: no paper of a confidential case, no usulan that he must
not know of yet. The row is the truth, a sweep queues again what was lost; an expired file is deleted, its row stays.
"""

import json
import tempfile
import zipfile
from datetime import timedelta

from django.core.files import File
from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, transaction
from django.forms.models import model_to_dict
from django.utils import timezone

from kepegawaian import jejak, sesi
from kepegawaian.acuan import acuan_kini
from kepegawaian.antrean import antrekan
from kepegawaian.hak import hitung_hak
from kepegawaian.models import (
    JENIS_RIWAYAT,
    AksesSensitif,
    Dosir,
    NaskahPegawai,
    Pemberitahuan,
    PilihanKabar,
    ProfilKini,
)
from layanan.models import NaskahUsulan, Usulan
from tata_kelola.models import SalinanData

JEDA = timedelta(hours=24)  # between two copies of one account
BATAS_BARIS = 20_000


class SalinanDitolak(Exception):
    """A copy cannot be asked for now; ``str()`` says why."""


def minta(pengguna, *, acuan, pada):
    """Asks for a copy; one a day. Inside ``request.sebagai()``; the worker makes it after the commit."""
    from tata_kelola.tasks import buat_salinan_data  # noqa: PLC0415 - the task calls this module

    if SalinanData.objects.filter(pengguna=pengguna, diminta_pada__gt=pada - JEDA).exclude(status="gagal").exists():
        raise SalinanDitolak("Salinan sudah diminta dalam 24 jam terakhir; lihat daftar di bawah.")
    sampai = pada + timedelta(days=acuan.setelan("akun_salinan_data_hari", timezone.localdate(pada)))
    try:
        with transaction.atomic():
            satu = SalinanData.objects.create(pengguna=pengguna, diminta_pada=pada, sampai=sampai)
    except IntegrityError as galat:  # a double click
        raise SalinanDitolak("Salinan sedang disiapkan.") from galat
    jejak.catat("salinan_minta", satu, pegawai=pengguna.pegawai_id)
    antrekan(buat_salinan_data, satu.pk)
    return satu


def buat(pk):
    """Makes the zip of a waiting copy and tells its owner; one that is made already is left alone."""
    satu = SalinanData.objects.select_related("pengguna__pegawai").filter(pk=pk, status="antre").first()
    if satu is None:
        return
    with tempfile.TemporaryFile() as keluar:
        _tulis(satu.pengguna, keluar)
        ukuran = keluar.tell()
        keluar.seek(0)
        nama = satu.file.storage.save(satu.file.field.generate_filename(satu, f"{satu.pk}.zip"), File(keluar))
    with jejak.sebagai(None):
        jadi = SalinanData.objects.filter(pk=pk, status="antre").update(status="jadi", file=nama, ukuran=ukuran)
        if jadi:
            jejak.beri_tahu(
                [satu.pengguna_id], kunci=f"salinan-{pk}", judul="Salinan data pribadi Anda siap diunduh",
                url="/saya/data-pribadi/", pada=timezone.now(), peristiwa="data_pribadi",
            )  # fmt: skip
    if not jadi:  # another worker was quicker
        satu.file.storage.delete(nama)


def sapu(sekarang):
    """Ids of waiting copies that a dead worker lost; files past their time are deleted on the way."""
    for satu in SalinanData.objects.filter(status="jadi", sampai__lt=sekarang):
        satu.file.storage.delete(satu.file.name)
        SalinanData.objects.filter(pk=satu.pk).update(status="habis", file="")
    lama = sekarang - timedelta(minutes=10)
    return list(SalinanData.objects.filter(status="antre", diminta_pada__lt=lama).values_list("pk", flat=True))


# ── what goes in ─────────────────────────────────────────────────────────────────────────────────────


def _tulis(pengguna, keluar):
    hak = hitung_hak(pengguna, per=timezone.localdate(), acuan=acuan_kini())
    berkas = list(_berkas(pengguna.pegawai_id))
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as arsip:
        isi = susun(pengguna, hak) | {"berkas": [{"nama": nama} | rincian for nama, _, rincian in berkas]}
        arsip.writestr("data.json", json.dumps(isi, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1))
        arsip.writestr("BACA.txt", BACA)
        for nama, medan, _ in berkas:
            if medan.storage.exists(medan.name):
                with arsip.open(nama, "w") as tujuan, medan.open("rb") as asal:
                    for potongan in asal.chunks():
                        tujuan.write(potongan)


BACA = (
    "Salinan data pribadi Anda dari Portal BKD (UU 27/2022 Pasal 7 dan 13).\n"
    "data.json memuat datanya dalam bentuk yang dapat dibaca sistem lain; folder berkas memuat dokumen dosir Anda.\n"
    "Berkas ini memuat NIK dan data keluarga: simpan baik-baik, hapus bila tidak lagi diperlukan.\n"
)


def susun(pengguna, hak):
    """The data of an account and of its pegawai as plain values."""
    hasil = {
        "dibuat_pada": timezone.now(),
        "akun": {
            "nama_pengguna": pengguna.nama_pengguna, "nama": pengguna.nama, "surel": pengguna.email,
            "terakhir_masuk": pengguna.last_login,
            "perangkat": [
                {"peranti": s.peranti, "alamat": s.alamat, "mulai": s.mulai, "terakhir": s.terakhir} for s in sesi.daftar(pengguna)
            ],
            "pilihan_pemberitahuan": list(
                PilihanKabar.objects.filter(pengguna=pengguna).values("peristiwa", "saluran", "aktif")
            ),
        },
        "pemberitahuan": list(
            Pemberitahuan.objects.filter(pengguna=pengguna).values("pada", "judul", "isi", "dibaca_pada")[:BATAS_BARIS]
        ),
    }  # fmt: skip
    return hasil | (_orang(pengguna.pegawai, hak) if pengguna.pegawai_id else {})


def _orang(pegawai, hak):
    kini = ProfilKini.objects.filter(pegawai=pegawai).values().first()
    return {
        "identitas": model_to_dict(pegawai),
        "keadaan_kini": kini,
        "riwayat": {jenis: _riwayat(model, pegawai) for jenis, model in JENIS_RIWAYAT.items()},
        "usulan": list(
            Usulan.objects.terlihat_oleh(hak).filter(pegawai=pegawai, tertutup=False).values(
                "nomor", "layanan", "status", "isian", "tmt", "ringkas", "dibuat_pada", "diajukan_pada", "selesai_pada", "catatan_akhir"
            )
        ),
        "naskah": list(
            NaskahPegawai.objects.filter(pegawai=pegawai, naskah__tahap="ditandatangani")
            .exclude(naskah_id__in=NaskahUsulan.objects.filter(usulan__tertutup=True).values("naskah_id"))
            .values("naskah__jenis", "naskah__perihal", "naskah__nomor", "naskah__tanggal", "naskah__penetap", "naskah__status", "tmt")
        ),
        "pembacaan_data_tersamar": pembacaan(pegawai.pk, BATAS_BARIS),
    }  # fmt: skip


def _riwayat(model, pegawai):
    kolom = [k.attname for k in model._meta.concrete_fields if not k.attname.startswith("dibatalkan_")]
    return list(model.objects.filter(pegawai=pegawai, dibatalkan_pada__isnull=True).values(*kolom)[:BATAS_BARIS])


def _berkas(pegawai_id):
    """(name in the zip, file, what it is) of the dosir, without papers of confidential cases."""
    for d in Dosir.objects.filter(pegawai_id=pegawai_id or 0).exclude(riwayat_jenis="perkara").order_by("pk"):
        rincian = {"jenis": d.jenis, "nama_asli": d.nama_asli, "diunggah_pada": d.diunggah_pada, "sha256": d.sha256}
        yield f"berkas/{d.pk}-{d.jenis}{d.akhiran}", d.file, rincian


def pembacaan(pegawai_id, banyak):
    """Who read masked data of the person: when, what, by whom. The handlers of a case are named by their duty only."""
    baris = list(
        AksesSensitif.objects.filter(pegawai_id=pegawai_id).order_by("-id").values("pada", "data", "oleh_id")[:banyak]
    )
    nama = dict(
        ProfilKini.objects.filter(pegawai__pengguna__in={b["oleh_id"] for b in baris}).values_list(
            "pegawai__pengguna", "nama"
        )
    )
    for b in baris:
        b["pembaca"] = "Penangan disiplin" if b["data"] == "hukuman" else nama.get(b.pop("oleh_id"), "Petugas portal")
        b.pop("oleh_id", None)
    return baris
