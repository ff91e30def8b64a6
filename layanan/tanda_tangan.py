"""Tanda tangan elektronik: perbuatan pejabat, kerja pekerja latar, dan pencocokan yang tidak pasti.

``minta`` claims (lock, the checks of ``alur.sahkan``, holder himself) and queues one task a batch on commit;
``kerjakan`` signs each naskah outside any transaction and then, in one short transaction, lets it stand with its
effect. One worker at a time has a batch (advisory lock), a row is claimed by conditional UPDATE: a second delivery or
a killed worker leaves one file and one effect. What may be signed unknown to us is ``perlu_dicocokkan``, never retried.
"""

import hashlib
import logging
from contextlib import contextmanager
from datetime import timedelta

from django.db import connection, transaction
from django.utils import timezone

from kepegawaian import dosir, jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.antrean import AntreanMati, kirim
from kepegawaian.hak import hitung_hak
from kepegawaian.penyimpanan import PenyimpananPenuh
from layanan import gerak, katalog, kolektif, naskah as modul_naskah, pemberitahuan, surat, tte
from layanan.galat import BukanWewenang, DitolakAlur
from layanan.models import BatchTte, PermintaanTte
from layanan.pelaku import Pelaku
from layanan.tte import sandi as titipan_sandi
from layanan.tte.galat import GalatTte, TidakPasti
from layanan.wewenang import bukan_konseptor, cara_tte, pengurus_tte

log = logging.getLogger(__name__)
RAGU_MAKS = 2  # doubtful answers in a row after which the rest is not sent
TERTINGGAL = timedelta(minutes=11)  # older than the life of a passphrase key
KUNCI_BATCH = 8412  # first half of the advisory lock, the second is the id
TERHENTI = "Pekerja terhenti sesudah mengirim; belum diketahui apakah sudah ditandatangani."
SANDI_HILANG = "Kata sandi yang dititipkan sudah hangus. Ketik sekali lagi; yang belum ditandatangani dilanjutkan."


# ── acts of the official ─────────────────────────────────────────────────────────────────────────────


def kantor_tte(usulan, langkah, hak):
    """(cara, Jabatan) when ``hak`` signs this step electronically himself; else BukanWewenang or DitolakAlur."""
    kantor = next((k for k in hak.kantor if k.jabatan_id == langkah.jabatan_id), None)
    if kantor is None:
        raise BukanWewenang("Hanya pemegang jabatan itu sendiri yang menandatangani secara elektronik.")
    cara = cara_tte(langkah, hak)
    gerak.harus(cara, f"{langkah.jabatan.nama} menandatangani di atas kertas; unggah pindaiannya.")
    return cara, langkah.jabatan


def minta(pilihan, *, oleh, sandi):
    """Claims the naskah of ``pilihan`` [(Usulan, version)] for signing; returns (BatchTte, [(nomor, reason)]).

    Each naskah is claimed once, in its own savepoint, for all of ``pilihan`` it carries; refused ones do not hold up
    the others. GalatTte when the passphrase does not open the key (local), DitolakAlur when nothing is left to sign.
    """
    pilihan, gagal = list(pilihan), []
    cara, jabatan = _kantor_pertama(pilihan, oleh)
    coba_buka(cara, jabatan, sandi, oleh)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        batch = BatchTte.objects.create(
            oleh=oleh.pengguna, jabatan=jabatan, sebagai=oleh.hak.sebutan[:200], alamat=oleh.alamat, cara=cara,
            dibuat_pada=oleh.kini, diantre_pada=oleh.kini,
        )  # fmt: skip
        for senaskah in kolektif.per_naskah(pilihan):
            try:
                with transaction.atomic():
                    batch.sebagai = _klaim(batch, senaskah, oleh)
            except DitolakAlur as galat:
                gagal += [(usulan.nomor, str(galat)) for usulan, _ in senaskah]
        if len(gagal) == len(pilihan):
            raise DitolakAlur(" ".join(f"{n}: {g}" for n, g in gagal) if len(gagal) > 1 else gagal[0][1])
        batch.save(update_fields=["sebagai"])
        antrekan(batch, sandi)
    return batch, gagal


def _kantor_pertama(pilihan, oleh):
    """How and for which office a batch signs: those of the first usulan the actor may sign."""
    galat = DitolakAlur("Pilih naskah lebih dulu.")
    for usulan, _ in pilihan:
        langkah = usulan.langkah_kini
        try:
            gerak.harus(langkah and langkah.aksi == katalog.TANDA_TANGAN, "Usulan ini tidak menunggu tanda tangan.")
            return kantor_tte(usulan, langkah, oleh.hak)
        except DitolakAlur as alasan:
            galat = alasan
    raise galat


def coba_buka(cara, jabatan, sandi, oleh):
    """Tells at once what is wrong with passphrase or certificate; BSrE answers only when it signs."""
    with tte.buka(cara, jabatan.kode, sandi, **_orang(oleh.pengguna)):
        pass


def _orang(pengguna):
    pegawai = pengguna.pegawai
    return {"nik": pegawai.nik or "", "nip": pegawai.nip or ""} if pegawai else {"nik": "", "nip": ""}


def _klaim(batch, senaskah, oleh):
    """Checks the usulan of one naskah as ``alur.sahkan`` does, writes its PermintaanTte; returns the office acted in."""
    siap = [_siap(batch, *satu, oleh) for satu in senaskah]
    (usulan, langkah), naskah = siap[0], modul_naskah.siap_sah(siap[0][0])
    gerak.harus_boleh_ditandatangani(usulan, langkah, naskah, oleh, elektronik=True)
    PermintaanTte.objects.create(batch=batch, usulan=usulan, langkah=langkah, naskah=naskah)
    for usulan, langkah in siap:
        gerak.simpan(usulan)
        jejak.catat("tte_minta", usulan, pegawai=usulan.pegawai_id, pada=oleh.kini, nomor=naskah.nomor,
                    sebagai_jabatan=langkah.sebagai)  # fmt: skip
    return langkah.sebagai


def _siap(batch, usulan, versi, oleh):
    usulan, langkah = gerak.kunci_langkah(usulan.pk, versi, oleh, (katalog.TANDA_TANGAN,))
    bukan_konseptor(usulan, langkah)
    cara, jabatan = kantor_tte(usulan, langkah, oleh.hak)
    gerak.harus((cara, jabatan.pk) == (batch.cara, batch.jabatan_id), "Ditandatangani jabatan lain; pilih terpisah.")
    return usulan, langkah


def antrekan(batch, sandi):
    """On commit: the passphrase is left encrypted and the one task of the batch goes out."""
    from layanan.tasks import tandatangani_batch  # noqa: PLC0415 - the task module imports this one

    def kirimkan():
        titipan = ""
        try:
            titipan = titipan_sandi.titip(sandi)
            kirim(tandatangani_batch, batch.pk, titipan)
        except AntreanMati:
            titipan_sandi.buang(titipan)
            tahan(batch.pk, "Pekerja latar sedang tidak terjangkau. Belum ada yang ditandatangani; coba lagi nanti.")

    transaction.on_commit(kirimkan)


def mulai_lagi(batch, *, oleh, sandi):
    """The official types the passphrase again: what is provably unsigned goes on."""
    gerak.harus(batch.oleh_id == oleh.pengguna.pk, "Hanya yang memulai yang dapat melanjutkan.")
    coba_buka(batch.cara, batch.jabatan, sandi, oleh)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        batch = BatchTte.objects.select_for_update().get(pk=batch.pk)
        gerak.harus(batch.status == "menunggu_sandi", "Penandatanganan ini tidak sedang menunggu kata sandi.")
        pegang = any(k.jabatan_id == batch.jabatan_id for k in oleh.hak.kantor)
        gerak.harus(pegang, "Anda tidak lagi memegang jabatan itu; lepaskan yang tersisa.")
        batch.status, batch.galat, batch.diantre_pada = "antre", "", oleh.kini
        batch.save(update_fields=["status", "galat", "diantre_pada"])
        antrekan(batch, sandi)


def lepas_sisa(batch, *, oleh):
    """Lets go of what is provably unsigned in a batch that waits for a passphrase; the steps wait on as before."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        batch = BatchTte.objects.select_for_update().get(pk=batch.pk)
        gerak.harus(batch.status == "menunggu_sandi", "Penandatanganan ini tidak sedang menunggu kata sandi.")
        for p in batch.permintaan.select_related("usulan", "naskah").filter(status="menunggu"):
            _tutup(p, "dilepas", oleh, "Dilepas sebelum ditandatangani.")
        batch.status, batch.selesai_pada = "selesai", oleh.kini
        batch.save(update_fields=["status", "selesai_pada"])


def _tutup(permintaan, status, oleh, kalimat):
    """Ends a permintaan without a signature."""
    permintaan.status, permintaan.galat, permintaan.selesai_pada = status, kalimat[:300], oleh.kini
    permintaan.save(update_fields=["status", "galat", "selesai_pada"])
    jejak.catat("tte_lepas", permintaan.objek, pegawai=permintaan.pegawai_id, pada=oleh.kini,
                nomor=permintaan.naskah.nomor, catatan=kalimat[:200])  # fmt: skip


# ── settling what is uncertain ───────────────────────────────────────────────────────────────────────


def _ragu(permintaan, oleh):
    """Locks a permintaan that is ``perlu_dicocokkan`` and checks who settles it."""
    p = PermintaanTte.objects.select_for_update(of=("self",)).select_related("batch", "usulan", "naskah").get(
        pk=permintaan.pk
    )  # fmt: skip
    gerak.harus(p.status == "perlu_dicocokkan", "Naskah ini tidak sedang perlu dicocokkan.")
    if not pengurus_tte(p.batch, oleh.hak) or (p.usulan and p.pegawai_id == oleh.hak.pegawai_id):
        raise BukanWewenang("Anda tidak berwenang mencocokkan tanda tangan ini.")
    return p


def cocokkan_unggah(permintaan, file, *, oleh):
    """The signed file was found at the signer: it must be our print, signed and unchanged; then it stands."""
    isi = _terima_bertanda(permintaan, file)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        p = _ragu(permintaan, oleh)
        p.berkas.name, p.sidik = dosir.simpan_bytes(p.berkas, isi), isi.sha256
        p.save(update_fields=["berkas", "sidik"])
        jejak.catat("tte_cocok", p.objek, pegawai=p.pegawai_id, pada=oleh.kini, nomor=p.naskah.nomor,
                    catatan="berkas bertanda tangan diunggah")  # fmt: skip
        _berlakukan(p, isi)


def _terima_bertanda(permintaan, file):
    from layanan.tte.periksa import ASING, periksa  # noqa: PLC0415 - pyHanko takes half a second to import

    try:
        isi = dosir.terima(file, hanya_pdf=True, bersih_pdf=False)
    except dosir.BerkasDitolak as galat:
        raise DitolakAlur(str(galat)) from galat
    gerak.harus(
        isi.data.startswith(_cetakan(permintaan.naskah)), "Berkas itu bukan naskah yang dikirim kepada penanda."
    )
    tanda = periksa(isi.data)
    gerak.harus(tanda and tanda[-1].utuh, "Berkas itu tidak memuat tanda tangan elektronik yang utuh.")
    gerak.harus(
        tanda[-1].rantai != ASING,
        f"Penerbit sertifikat ({tanda[-1].penerbit}) tidak dikenal portal. Minta admin sistem memasang sertifikat akarnya.",
    )
    return isi


def cocokkan_lepas(permintaan, *, oleh, alasan):
    """The signer says it was never signed: the step waits for a new try."""
    alasan = (alasan or "").strip()
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        gerak.harus(alasan, "Tulis bagaimana Anda memastikan naskah ini belum ditandatangani.")
        _tutup(_ragu(permintaan, oleh), "dilepas", oleh, alasan)


# ── the worker ───────────────────────────────────────────────────────────────────────────────────────


@contextmanager
def _sendirian(batch_id):
    """True when no other worker has this batch in hand; the lock ends with the connection of a dead one."""
    kunci = [KUNCI_BATCH, batch_id]
    with connection.cursor() as kursor:
        kursor.execute("SELECT pg_try_advisory_lock(%s, %s)", kunci)
        (dapat,) = kursor.fetchone()
    try:
        yield dapat
    finally:
        if dapat:
            with connection.cursor() as kursor:
                kursor.execute("SELECT pg_advisory_unlock(%s, %s)", kunci)


def kerjakan(batch_id, titipan):
    """Signs what is left of a batch; returns its status, "antre" while another worker still holds it. Twice: no more."""
    with _sendirian(batch_id) as dapat:
        batch = BatchTte.objects.select_related("oleh__pegawai", "jabatan").get(pk=batch_id)
        if not dapat or batch.status == "selesai":
            return batch.status
        pulihkan(batch)
        kata = titipan_sandi.ambil(titipan)
        if kata is None:
            return _akhiri(batch, SANDI_HILANG)
        BatchTte.objects.filter(pk=batch_id).update(status="berjalan")
        try:
            sebab = _tandatangani_semua(batch, kata)
        finally:
            del kata
        titipan_sandi.buang(titipan)
        return _akhiri(batch, sebab)


def _tandatangani_semua(batch, kata):
    """Signs one after the other with one opened key; returns why it stopped early, or ""."""
    ragu = 0
    try:
        with tte.buka(batch.cara, batch.jabatan.kode, kata, **_orang(batch.oleh)) as penanda:
            for permintaan in batch.permintaan.select_related("naskah", "usulan").filter(status="menunggu"):
                ragu = ragu + 1 if _satu(permintaan, penanda) == "perlu_dicocokkan" else 0
                if ragu >= RAGU_MAKS:
                    return "Penanda tangan berkali-kali tidak menjawab; sisanya belum dikirim. Coba lagi nanti."
    except GalatTte as galat:
        return str(galat)
    return ""


def _satu(permintaan, penanda):
    """Claims, signs and settles one; returns the state it leaves. Errors that stop the batch are raised again."""
    baris = PermintaanTte.objects.filter(pk=permintaan.pk)
    if not baris.filter(status="menunggu").update(status="dikerjakan", dimulai_pada=timezone.now(), galat=""):
        return ""
    milik = baris.filter(status="dikerjakan")
    try:
        data = penanda.tanda_tangani(_cetakan(permintaan.naskah), permintaan.naskah)
    except TidakPasti as galat:
        milik.update(status="perlu_dicocokkan", galat=str(galat)[:300])
        return "perlu_dicocokkan"
    except GalatTte as galat:
        milik.update(status="menunggu" if galat.henti else "gagal", galat=str(galat)[:300],
                     selesai_pada=None if galat.henti else timezone.now())  # fmt: skip
        if galat.henti:
            raise
        return "gagal"
    except DitolakAlur as galat:
        milik.update(status="gagal", galat=str(galat)[:300], selesai_pada=timezone.now())
        return "gagal"
    isi = dosir.Isi(data, "application/pdf", ".pdf", f"{permintaan.naskah.nomor}.pdf")
    try:
        milik.update(berkas=dosir.simpan_bytes(permintaan.berkas, isi), sidik=isi.sha256)
    except PenyimpananPenuh as galat:
        return _tanpa_tempat(permintaan, milik, galat)
    return _tuntaskan(permintaan, isi)


def _tanpa_tempat(permintaan, milik, galat):
    """What was signed could not be kept: lost locally, so it is signed again later; in doubt where BSrE signed it."""
    if permintaan.batch.cara == tte.LOKAL:
        milik.update(status="menunggu", galat=str(galat))
        raise GalatTte(str(galat)) from galat
    milik.update(status="perlu_dicocokkan", galat=str(galat))
    return "perlu_dicocokkan"


def _cetakan(naskah):
    """The bytes to sign, as they were printed."""
    with naskah.berkas_cetak.open("rb") as berkas:
        data = berkas.read()
    if hashlib.sha256(data).hexdigest() != naskah.hash_cetak:
        raise DitolakAlur(
            "Berkas cetak tidak lagi sama dengan sidiknya, jadi tidak ditandatangani. Hubungi admin sistem."
        )
    return data


def _tuntaskan(permintaan, isi):
    """The short transaction after signing; a usulan that moved on meanwhile is told, not overruled."""
    try:
        with jejak.sebagai(permintaan.batch.oleh, permintaan.batch.alamat):
            p = PermintaanTte.objects.select_for_update(of=("self",)).select_related("batch").get(pk=permintaan.pk)
            if p.status == "dikerjakan":
                _berlakukan(p, isi)
            return p.status
    except DitolakAlur as galat:
        PermintaanTte.objects.filter(pk=permintaan.pk, status="dikerjakan").update(
            status="gagal", galat=str(galat)[:300], selesai_pada=timezone.now()
        )
        return "gagal"


def _berlakukan(p, isi):
    """File, hash, effect, notices, step done: all inside the running transaction."""
    oleh = _pelaku(p.batch)
    if p.usulan_id is None and (milik := p.naskah.usulan.filter(surat=True).select_related("usulan").first()):
        surat.sahkan_langkah(milik.usulan, p.naskah_id, isi, oleh=oleh, cara=p.batch.cara, sebagai=p.batch.sebagai)
        return _selesai(p, oleh)
    if p.usulan_id is None:
        surat.sahkan_lepas(p.naskah_id, isi, oleh=oleh, cara=p.batch.cara, sebagai=p.batch.sebagai)
        return _selesai(p, oleh)
    usulan = gerak.kunci(p.usulan_id, None)
    gerak.harus(usulan.status == "diproses" and usulan.langkah_kini_id == p.langkah_id,
                "Usulan sudah bergerak dari langkah tanda tangan.")  # fmt: skip
    naskah = modul_naskah.siap_sah(usulan)
    gerak.harus(naskah.pk == p.naskah_id, "Naskah usulan ini sudah berganti.")
    langkah = usulan.langkah_kini
    langkah.sebagai = p.batch.sebagai
    modul_naskah.berlakukan(naskah, usulan, isi, oleh, cara=p.batch.cara)
    _selesai(p, oleh)
    catatan = f"Naskah {naskah.nomor} ditandatangani secara elektronik."
    gerak.selesai_ditandatangani(usulan, langkah, naskah, oleh, catatan)


def _selesai(p, oleh):
    p.status, p.galat, p.selesai_pada = "selesai", "", oleh.kini
    p.save(update_fields=["status", "galat", "selesai_pada"])


def _pelaku(batch):
    """The official as actor of the effect, now."""
    kini = timezone.now()
    hak = hitung_hak(batch.oleh, per=timezone.localdate(kini), acuan=acuan_kini())
    return Pelaku(batch.oleh, hak, batch.alamat, kini, rombongan=f"tte-{batch.pk}")


def pulihkan(batch):
    """What a dead worker left ``dikerjakan``: its file is there → it stands; local → unsigned; BSrE → in doubt."""
    for p in batch.permintaan.select_related("naskah", "usulan", "batch__oleh").filter(status="dikerjakan"):
        if p.sidik:
            with p.berkas.open("rb") as berkas:
                _tuntaskan(p, dosir.Isi(berkas.read(), "application/pdf", ".pdf", f"{p.naskah.nomor}.pdf"))
        elif batch.cara == tte.LOKAL:
            batch.permintaan.filter(pk=p.pk, status="dikerjakan").update(status="menunggu")
        else:
            batch.permintaan.filter(pk=p.pk, status="dikerjakan").update(status="perlu_dicocokkan", galat=TERHENTI)


def _akhiri(batch, sebab):
    """Settles the state of a batch after a round: over, or waiting for the passphrase with a reason."""
    if batch.permintaan.filter(status="menunggu").exists():
        return tahan(batch.pk, sebab or SANDI_HILANG)
    BatchTte.objects.filter(pk=batch.pk).update(status="selesai", galat="", selesai_pada=timezone.now())
    pemberitahuan.tte_selesai(batch, pada=timezone.now())
    return "selesai"


def tahan(batch_id, sebab):
    """A batch that cannot go on by itself waits for its official; what was not signed stays claimed."""
    BatchTte.objects.filter(pk=batch_id).exclude(status="selesai").update(status="menunggu_sandi", galat=sebab[:300])
    pemberitahuan.tte_tertahan(BatchTte.objects.get(pk=batch_id), sebab, pada=timezone.now())
    return "menunggu_sandi"


def sapu():
    """Batches no worker has in hand any more: their passphrase is gone, so they ask for it. Returns how many."""
    banyak, batas = 0, timezone.now() - TERTINGGAL
    lama = BatchTte.objects.filter(status__in=("antre", "berjalan"), diantre_pada__lt=batas)
    for batch in lama.select_related("oleh__pegawai")[:100]:
        with _sendirian(batch.pk) as dapat:
            if dapat:
                pulihkan(batch)
                _akhiri(batch, SANDI_HILANG)
                banyak += 1
    return banyak
