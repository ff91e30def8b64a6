"""Naskah: nomor, pembekuan, pencetakan, pengesahan, dan akibatnya pada riwayat.

``tetapkan`` numbers and freezes inside the act; ``cetak`` renders the frozen data outside any transaction
and claims by a conditional UPDATE; ``berlakukan`` makes the naskah stand and writes its rows in the act's own
transaction, called by ``alur.sahkan`` (paper) and by ``layanan.tanda_tangan``. The database is the queue's truth: ``menunggu_cetak`` rows are swept up again.
"""

import hashlib

from django.core.files.base import ContentFile
from django.utils import timezone

from kepegawaian import dosir as gudang, jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.akses import BAGIAN_DOSIR
from kepegawaian.antrean import antrekan
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.models import JENIS_RIWAYAT, Jabatan, Naskah, NaskahPegawai
from kepegawaian.profil import segarkan
from layanan import katalog, pemberitahuan, pengalihan, templat_kantor, tte
from layanan.galat import DitolakAlur
from layanan.kata_surat import KataSurat
from layanan.lembar import LembarKolektif
from layanan.models import Berkas, NaskahUsulan, NomorTerpakai, Usulan
from layanan.register import ambil_nomor

PERIHAL_RAHASIA = "Naskah rahasia"
# Way of signing of a naskah whose approvals are those the portal recorded (penilaian kinerja): it stands when printed.
PORTAL = "portal"
BELUM_SAH = ("menunggu_cetak", "tercetak", "gagal_cetak")


def tetapkan(usulan, langkah, layanan, konteks, oleh):
    """Numbers and freezes the naskah of a usulan and queues its printing on commit; returns the Naskah.

    The wording is that of the office's version in force today; its text and its number are frozen with the data.
    """
    data = layanan.data_naskah(konteks) | {"paraf": paraf(usulan)}
    data |= templat_kantor.bagian_naskah(layanan, data, oleh.hari_ini, konteks.acuan)
    return _terbitkan(usulan, langkah, layanan.templat_naskah(konteks), data, konteks, oleh)


def terbitkan_surat(usulan, langkah, templat, konteks, oleh):
    """The own letter of a step (surat panggilan, berita acara): numbered, frozen, printed; without effect on riwayat.

    Worded like a decree; the official named on it signs it later (``layanan.tanda_tangan_surat``), or the scan of his
    signature on paper is recorded (``layanan.surat``).
    """
    layanan = katalog.ambil(usulan.layanan)
    surat = KataSurat(layanan, layanan.langkah(langkah.kode))
    data = surat.data(konteks, oleh.hari_ini)
    data |= templat_kantor.bagian_naskah(surat, data, oleh.hari_ini, konteks.acuan)
    return _terbitkan(usulan, langkah, templat, data, konteks, oleh, surat=True)


def paraf(usulan):
    """Who initialled the draft on its way, in order: [{jabatan, pada}]; the last round of each step counts."""
    minta = {r["kode"] for r in usulan.rute if r.get("paraf")}
    baris = {s.kode: s for s in usulan.langkah.filter(kode__in=minta, keadaan="selesai").order_by("id")}
    return [{"jabatan": s.sebagai, "pada": s.selesai_pada.isoformat()} for s in baris.values()]


def _terbitkan(usulan, langkah, templat, data, konteks, oleh, *, surat=False, isi=None):
    hari = oleh.hari_ini
    cara = _surat_elektronik(templat, data, hari) if surat else _elektronik(usulan, hari)
    data |= {"usulan": usulan.nomor, "tanda_tangan_elektronik": cara}
    rahasia = katalog.ambil(usulan.layanan).rahasia
    naskah = nomori(templat, data, oleh, perihal=PERIHAL_RAHASIA if rahasia else "")
    _sertakan(naskah, usulan, langkah, None if surat else _tmt(usulan, konteks), isi, surat=surat)
    jejak.catat("naskah_tetapkan", naskah, pegawai=usulan.pegawai_id, pada=oleh.kini, nomor=naskah.nomor)
    antre_cetak(naskah.pk)
    return naskah


def nomori(templat, data, oleh, *, perihal=""):
    """The next number of the register, and the Naskah that freezes ``data`` under it today. Inside the act.

    ``perihal``: what registers and lists say instead of the title (a confidential one).
    """
    tanggal = oleh.hari_ini
    register, urut, nomor = ambil_nomor(templat.klasifikasi, templat.pola_nomor, tanggal.year)
    naskah = Naskah.objects.create(
        jenis=templat.jenis, perihal=perihal or templat.judul, asal="register", nomor=nomor, tanggal=tanggal,
        penetap=data.get("penetap", ""), penandatangan=data.get("penandatangan", ""), templat=templat.templat,
        data=data | {"nomor": nomor, "tanggal": tanggal.isoformat()}, dibuat_pada=oleh.kini,
    )  # fmt: skip
    NomorTerpakai.objects.create(register=register, urut=urut, nomor=nomor, naskah=naskah, diambil_pada=oleh.kini)
    return naskah


def _surat_elektronik(templat, data, tanggal):
    """Will the letter of a step be signed electronically? By its template, and by the office printed on it."""
    jabatan = (data.get("tanda_tangan") or {}).get("jabatan_id") if templat.elektronik else None
    kode = Jabatan.objects.filter(pk=jabatan).values_list("kode", flat=True).first() if jabatan else ""
    return tte.cara_kantor(kode or "", tanggal) != tte.BASAH


def _elektronik(usulan, tanggal):
    """Will the office the signing step goes to today sign electronically? The print leaves its place accordingly."""
    alamat = next((r["alamat"] for r in usulan.rute if r["aksi"] == katalog.TANDA_TANGAN), {})
    alamat, _ = pengalihan.alamat_kini(
        alamat, pegawai_id=usulan.pegawai_id, tanggal=tanggal, acuan=acuan_kini(),
        memutus=pengalihan.memutus(usulan.layanan, katalog.TANDA_TANGAN),
    )  # fmt: skip
    kode = Jabatan.objects.filter(pk=alamat.get("jabatan")).values_list("kode", flat=True).first()
    return tte.cara_kantor(kode, tanggal) != tte.BASAH


def tetapkan_kolektif(orang, layanan, oleh):
    """One naskah for all ``orang`` [(usulan, langkah, konteks, data)]: one number, one lampiran, a petikan for each."""
    templat, (pertama, *_) = layanan.kolektif.naskah, orang
    data = LembarKolektif(layanan).data([d for *_, d in orang], oleh.hari_ini, pertama[2].acuan)
    naskah = _terbitkan(pertama[0], pertama[1], templat, data, pertama[2], oleh, isi=pertama[3])
    for usulan, langkah, konteks, beku in orang[1:]:
        _sertakan(naskah, usulan, langkah, _tmt(usulan, konteks), beku)
        jejak.catat("naskah_tetapkan", naskah, pegawai=usulan.pegawai_id, pada=oleh.kini, nomor=naskah.nomor)
    return naskah


def _tmt(usulan, konteks):
    """TMT of a person in a naskah; None while a later step (pelantikan) has yet to give it."""
    return None if katalog.ambil(usulan.layanan).tmt_menyusul(konteks) else konteks.tanggal


def _sertakan(naskah, usulan, langkah, tmt, beku=None, *, surat=False):
    """Puts one person and his usulan into a naskah; ``beku``: his own frozen values in a collective one."""
    data = {"layanan": usulan.layanan, "isian": usulan.isian, "usulan": usulan.pk}
    if beku is not None:
        sama = {"nomor": naskah.nomor, "tanggal": naskah.tanggal.isoformat(), "usulan": usulan.nomor}
        data["naskah"] = beku | sama
    NaskahPegawai.objects.create(naskah=naskah, pegawai_id=usulan.pegawai_id, tmt=tmt, data=data)
    NaskahUsulan.objects.create(usulan=usulan, naskah=naskah, langkah=langkah.kode, surat=surat)


def antre_cetak(naskah_id):
    """Queues printing once the running transaction commits."""
    from layanan.tasks import cetak_naskah  # noqa: PLC0415 - the task module imports this one

    antrekan(cetak_naskah, naskah_id)


def cetak(naskah_id):
    """Renders the frozen data and claims the row; returns True when this call's file became the print.

    Running twice gives one file: whoever comes second finds the row already ``tercetak``.
    """
    from layanan.cetak import buat_pdf  # noqa: PLC0415 - WeasyPrint (Pango) is needed by the worker only

    naskah = Naskah.objects.filter(pk=naskah_id, tahap__in=("menunggu_cetak", "gagal_cetak")).first()
    if naskah is None:
        return False
    cetak_petikan(naskah)
    pdf = buat_pdf(naskah)
    sidik = hashlib.sha256(pdf).hexdigest()
    tempat, nama = naskah.berkas_cetak.storage, f"naskah/{naskah.tanggal.year}/{naskah.pk}-{sidik[:12]}.pdf"
    if not tempat.exists(nama):  # else a killed worker left these very bytes
        nama = tempat.save(nama, ContentFile(pdf))
    with jejak.sebagai(None):
        menang = Naskah.objects.filter(pk=naskah_id, tahap__in=("menunggu_cetak", "gagal_cetak")).update(
            tahap="tercetak", berkas_cetak=nama, hash_cetak=sidik, dicetak_pada=timezone.now(), galat_cetak=""
        )
        if menang:
            jejak.catat("naskah_cetak", naskah, nomor=naskah.nomor)
            if naskah.cara_tanda_tangan == PORTAL:
                _berlaku_disetujui(naskah, nama, gudang.Isi(pdf, "application/pdf", ".pdf", f"naskah-{naskah.pk}.pdf"))
    if not menang and not Naskah.objects.filter(pk=naskah_id, berkas_cetak=nama).exists():
        tempat.delete(nama)
    return bool(menang)


def _berlaku_disetujui(naskah, nama, isi):
    """A naskah whose approvals the portal itself recorded stands with its print; the file becomes the scan of its rows."""
    Naskah.objects.filter(pk=naskah.pk).update(
        tahap="ditandatangani",
        status="berlaku",
        berkas_sah=nama,
        hash_sah=isi.sha256,
        ditandatangani_pada=naskah.dibuat_pada,
    )
    jejak.catat("naskah_disetujui", naskah, nomor=naskah.nomor)
    for np in naskah.isi.all():
        _lampirkan(np, isi, naskah, None, tersamar=False)


def cetak_petikan(naskah):
    """The petikan of each person of a collective naskah that has none yet; who comes second finds them there."""
    from layanan.cetak import buat_pdf  # noqa: PLC0415 - as in ``cetak``

    if not naskah.data.get("kolektif"):
        return
    for np in naskah.isi.filter(berkas_petikan="").order_by("pk"):
        templat = katalog.ambil(np.data["layanan"]).naskah.templat
        pdf = buat_pdf(naskah, templat=templat, data=np.data["naskah"])
        sidik, medan = hashlib.sha256(pdf).hexdigest(), np.berkas_petikan
        nama = medan.storage.save(f"petikan/{naskah.tanggal.year}/{np.pk}-{sidik[:12]}.pdf", ContentFile(pdf))
        dapat = NaskahPegawai.objects.filter(pk=np.pk, berkas_petikan="")
        if not dapat.update(berkas_petikan=nama, hash_petikan=sidik):
            medan.storage.delete(nama)


def cetak_gagal(naskah_id, sebab):
    """Marks a print that failed for good, with a reason staff can read; the sweep will try again."""
    Naskah.objects.filter(pk=naskah_id, tahap="menunggu_cetak").update(tahap="gagal_cetak", galat_cetak=sebab[:300])


def siap_sah(usulan):
    """The locked naskah of a usulan that is printed and waits for a signature; else DitolakAlur."""
    naskah = (
        Naskah.objects.select_for_update()
        .filter(usulan__usulan=usulan, usulan__surat=False, tahap__in=BELUM_SAH)
        .order_by("-id")
        .first()
    )
    if naskah is None:
        raise DitolakAlur("Naskah usulan ini belum ditetapkan.")
    if naskah.tahap != "tercetak":
        raise DitolakAlur("Naskah masih dicetak. Tunggu sebentar, lalu muat ulang halaman.")
    return naskah


def berlakukan(naskah, usulan, isi, oleh, *, cara="basah"):
    """The signed file ``isi`` makes a locked naskah stand, inside the act: rows, dosir, notices."""
    naskah.berkas_sah.name = gudang.simpan_bytes(naskah.berkas_sah, isi)
    naskah.hash_sah, naskah.ditandatangani_pada = isi.sha256, oleh.kini
    naskah.tahap, naskah.status, naskah.cara_tanda_tangan = "ditandatangani", "berlaku", cara
    naskah.save(
        update_fields=["berkas_sah", "hash_sah", "ditandatangani_pada", "tahap", "status", "cara_tanda_tangan"]
    )
    jejak.catat("naskah_sah", naskah, pegawai=usulan.pegawai_id, pada=oleh.kini, nomor=naskah.nomor)
    layanan = katalog.ambil(usulan.layanan)
    if not layanan.tetap_tertutup:
        Usulan.objects.filter(naskah__naskah=naskah, naskah__surat=False, tertutup=True).update(tertutup=False)
        usulan.tertutup = False  # the SK stands: it is no secret any more
    # Whose TMT is born at a later step is applied there (``berlakukan_menyusul``).
    semua = list(naskah.isi.select_for_update().filter(diterapkan_pada__isnull=True, tmt__isnull=False))
    for np in semua:
        _terapkan(np, layanan, isi, naskah, oleh)
    segarkan([np.pegawai_id for np in semua], per=timezone.localdate())
    pemberitahuan.naskah_sah(usulan, naskah, oleh=oleh)


def berlakukan_menyusul(usulan, tmt, oleh):
    """The step after the signature that gives a naskah its TMT (pelantikan): the person's rows are written now.

    Inside the act of the step. Raises DitolakAlur when nothing signed waits for a TMT; the NaskahPegawai otherwise.
    """
    np = (
        NaskahPegawai.objects.select_for_update(of=("self",)).select_related("naskah")
        .filter(pegawai_id=usulan.pegawai_id, naskah__usulan__usulan=usulan, naskah__usulan__surat=False,
                naskah__tahap="ditandatangani", naskah__status="berlaku", tmt__isnull=True)
        .order_by("-pk").first()
    )  # fmt: skip
    if np is None:
        raise DitolakAlur("SK belum ditandatangani, atau sudah dicabut.")
    np.tmt = tmt
    np.save(update_fields=["tmt"])
    with np.naskah.berkas_sah.open("rb") as berkas:
        isi = gudang.Isi(berkas.read(), "application/pdf", ".pdf", f"naskah-{np.naskah_id}.pdf")
    _terapkan(np, katalog.ambil(usulan.layanan), isi, np.naskah, oleh)
    segarkan([np.pegawai_id], per=timezone.localdate())
    return np


def _terapkan(np, layanan, isi, naskah, oleh):
    """Writes the rows of one person of a standing naskah, with its scan, once."""
    layanan.terapkan(np)
    np.diterapkan_pada = oleh.kini
    np.save(update_fields=["diterapkan_pada"])
    _lampirkan(np, isi, naskah, oleh, tersamar=layanan.rahasia)
    if layanan.mendasari:
        _tandai_perlu_ditinjau(np, naskah)
    jejak.catat("naskah_terap", naskah, pegawai=np.pegawai_id, pada=oleh.kini, nomor=naskah.nomor)


def _lampirkan(np, isi, naskah, oleh, *, tersamar):
    """The signed naskah becomes the scan of every riwayat row it made, so it is never asked again.

    Of a collective one his own petikan: nobody's dosir shows the others. Of a confidential one (``tersamar``) only beside
    rows that are closed themselves: a jabatan or pangkat row is read by many.
    """
    if np.berkas_petikan:
        with np.berkas_petikan.open("rb") as berkas:
            isi = gudang.Isi(berkas.read(), "application/pdf", ".pdf", f"petikan-{np.pk}.pdf")
    for jenis, model in JENIS_RIWAYAT.items():
        if tersamar and jenis not in BAGIAN_DOSIR:
            continue
        for kunci in model.objects.filter(naskah_pegawai=np).values_list("pk", flat=True):
            gudang.simpan(np.pegawai_id, naskah.jenis, isi, riwayat_jenis=jenis, riwayat_id=kunci,
                         pada=oleh.kini if oleh else None)  # fmt: skip


def _tandai_perlu_ditinjau(np, naskah):
    """A naskah recorded later with an earlier TMT flags the standing naskah that rested on the old facts."""
    if not katalog.ambil(np.data["layanan"]).menggoyahkan:
        return
    NaskahPegawai.objects.filter(
        pegawai_id=np.pegawai_id, tmt__gt=np.tmt, naskah__tahap="ditandatangani", perlu_ditinjau=""
    ).exclude(pk=np.pk).exclude(naskah__status__in=("dicabut", "dibatalkan")).update(
        perlu_ditinjau=f"{naskah.perihal} {naskah.nomor} TMT {tulis_tanggal(np.tmt)} terbit kemudian"[:200]
    )


def rekam_luar(usulan, langkah, templat, data, file, oleh):
    """Records a naskah made outside (e.g. SK Gubernur) with its scan; it stands and takes effect at once.

    ``data`` (cleaned, JSON-able) holds nomor_sk, tanggal_sk, pejabat, and tmt_sk where the decree names a TMT of its own.
    Raises DitolakAlur without a scan.
    """
    isi = tte.basah(file)
    layanan = katalog.ambil(usulan.layanan)
    perihal = PERIHAL_RAHASIA if layanan.rahasia else templat.judul
    naskah = Naskah.objects.create(
        jenis=templat.jenis, perihal=perihal, asal="luar", nomor=data["nomor_sk"], tanggal=data["tanggal_sk"],
        penetap=data["pejabat"], data=data, tahap="tercetak", dibuat_pada=oleh.kini,
    )  # fmt: skip
    naskah.refresh_from_db()
    NaskahPegawai.objects.create(
        naskah=naskah, pegawai_id=usulan.pegawai_id, tmt=data.get("tmt_sk") or usulan.tmt,
        data={"layanan": layanan.slug, "isian": usulan.isian, "usulan": usulan.pk},
    )  # fmt: skip
    NaskahUsulan.objects.create(usulan=usulan, naskah=naskah, langkah=langkah.kode)
    berlakukan(naskah, usulan, isi, oleh)
    return naskah


def simpan_berkas_langkah(usulan, langkah, file, oleh):
    """Keeps the file an outside party's answer came with, as Berkas under the step's code."""
    if file is None:
        return
    try:
        isi = gudang.terima(file)
    except gudang.BerkasDitolak as galat:
        raise DitolakAlur(str(galat)) from galat
    file.seek(0)
    dosir = gudang.simpan(usulan.pegawai_id, langkah.kode, isi, pada=oleh.kini, riwayat_jenis=bagian_dosir(usulan))
    usulan.berkas.filter(kode=langkah.kode, diganti_pada__isnull=True).update(diganti_pada=oleh.kini)
    Berkas.objects.create(usulan=usulan, kode=langkah.kode, dosir=dosir, dipasang_pada=oleh.kini)


def bagian_dosir(usulan):
    """Part of the dosir the papers of a usulan belong to: those of a confidential case are read on its page only."""
    return "perkara" if katalog.ambil(usulan.layanan).rahasia else ""


def batalkan(naskah, usulan, oleh):
    """An unsigned naskah falls; its number stays in the register as batal and is never given again."""
    naskah = Naskah.objects.select_for_update().get(pk=naskah.pk)
    if naskah.tahap not in BELUM_SAH:
        return
    naskah.tahap = "batal"
    naskah.save(update_fields=["tahap"])
    jejak.catat("naskah_batal", naskah, pegawai=usulan.pegawai_id, pada=oleh.kini, nomor=naskah.nomor)
