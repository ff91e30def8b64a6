"""Alur: satu-satunya pintu yang mengubah keadaan sebuah usulan.

Every act, always in this order: lock the row → status allows? → role, scope and not-own allow? → the
version shown on the form is current? → step row → status → Jejak → notices and tasks on commit. Acts are
keyword-only, take the actor (``hak`` of ``oleh``) and may be told the moment (``pada``) by demo and tests.
A refused act raises ``layanan.galat.DitolakAlur`` with a sentence and changes nothing.
"""

from django.db import connection
from django.utils import timezone

from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.models import Pegawai
from kepegawaian.profil import profil_satu
from layanan import berkas, katalog, naskah, pemberitahuan, rute, tte
from layanan.galat import BukanWewenang, DitolakAlur, FormulirBasi, IsianSalah, SyaratBelumTerpenuhi
from layanan.konteks import dokumen_kurang, form_layanan, hasil_json, susun_konteks
from layanan.models import LangkahUsulan, SuratPengantar, Usulan
from layanan.pelaku import Pelaku
from layanan.wewenang import alasan_tidak_berwenang, boleh_mengusulkan, boleh_menyunting, bukan_konseptor, sebutan

TOLAK = "TOLAK"
__all__ = [
    "Pelaku",
    "ajukan",
    "batalkan",
    "buat_draf",
    "kembalikan",
    "rekam",
    "sahkan",
    "setujui",
    "tetapkan",
    "tolak",
    "ubah_isian",
]


# ── acts of the applicant ────────────────────────────────────────────────────────────────────────────


def nomor_baru(pada):
    """(id, nomor) of a new usulan, taken from the table's own sequence."""
    with connection.cursor() as kursor:
        kursor.execute("SELECT nextval(pg_get_serial_sequence('layanan_usulan', 'id'))")
        (kunci,) = kursor.fetchone()
    return kunci, f"US-{timezone.localtime(pada).year}-{kunci:06d}"


def buat_draf(layanan, pegawai, *, oleh, isian=None):
    """Makes a draft and attaches what the dosir already has. Effects: Usulan, Berkas, Jejak."""
    if not boleh_mengusulkan(layanan, pegawai, oleh.hak):
        raise BukanWewenang("Anda tidak dapat mengajukan layanan ini bagi pegawai tersebut.")
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        Pegawai.objects.select_for_update().get(pk=pegawai.pk)
        berjalan = Usulan.objects.filter(pegawai=pegawai, layanan=layanan.slug, status__in=Usulan.BERJALAN).first()
        if berjalan:
            raise DitolakAlur(f"Masih ada usulan {layanan.nama} yang berjalan: {berjalan.nomor}.")
        acuan = acuan_kini()
        profil = profil_satu(pegawai.pk, per=oleh.hari_ini)
        awal = layanan.isian_awal(profil, oleh.hari_ini, acuan)
        data = {k: _teks(v) for k, v in (awal | (isian or {})).items()}
        konteks = susun_konteks(layanan, pegawai.pk, data, oleh.hari_ini)
        kunci, nomor = nomor_baru(oleh.kini)
        usulan = Usulan.objects.create(
            id=kunci, nomor=nomor, layanan=layanan.slug, versi=layanan.versi, pegawai=pegawai, opd_id=profil.opd_id,
            isian=data, tmt=konteks.tanggal, ringkas=layanan.ringkas(konteks.profil, konteks.isian)[:200],
            dibuat_oleh=oleh.pengguna, dibuat_pada=oleh.kini,
        )  # fmt: skip
        berkas.pasang_dari_dosir(usulan, layanan, konteks, pada=oleh.kini)
        jejak.catat("usulan_buat", usulan, pegawai=pegawai, pada=oleh.kini)
    return usulan


def _teks(nilai):
    """A form value as JSON text."""
    return nilai.isoformat() if hasattr(nilai, "isoformat") else "" if nilai is None else nilai


def ubah_isian(usulan, isian, *, oleh, versi):
    """Replaces the answers of a draft or returned usulan; raises IsianSalah with the form."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        usulan = _kunci(usulan.pk, versi)
        _harus(usulan.status in ("draf", "dikembalikan"), "Isian hanya dapat diubah selama draf atau dikembalikan.")
        _harus_menyunting(usulan, oleh.hak)
        layanan = katalog.ambil(usulan.layanan)
        profil = profil_satu(usulan.pegawai_id, per=oleh.hari_ini)
        form = form_layanan(layanan, isian, profil=profil, tanggal=oleh.hari_ini, acuan=acuan_kini())
        if form is not None:
            if not form.is_valid():
                raise IsianSalah(form)
            usulan.isian = {k: _teks(v) for k, v in form.cleaned_data.items()}
        konteks = susun_konteks(layanan, usulan.pegawai_id, usulan.isian, oleh.hari_ini)
        usulan.tmt = konteks.tanggal
        usulan.ringkas = layanan.ringkas(konteks.profil, konteks.isian)[:200]
        _simpan(usulan, "isian", "tmt", "ringkas")
        jejak.catat("usulan_ubah", usulan, pegawai=usulan.pegawai_id, pada=oleh.kini)
    return usulan


def ajukan(usulan, *, oleh, versi, pengantar=None):
    """Submits a draft or resubmits a returned usulan.

    ``pengantar``: (nomor, tanggal) of the OPD's letter; the same letter may bring many usulan.
    Effects in order: conditions and documents checked again; route frozen (first time, or when the
    answers changed); first step row, or the step that had returned it; status diproses; notices.
    """
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        usulan = _kunci(usulan.pk, versi)
        _harus(usulan.status in ("draf", "dikembalikan"), "Hanya draf atau usulan yang dikembalikan dapat diajukan.")
        _harus_menyunting(usulan, oleh.hak)
        layanan = katalog.ambil(usulan.layanan)
        konteks = _konteks_sah(usulan, layanan, oleh.hari_ini)
        hasil = layanan.periksa(konteks)
        gagal = [(s, h) for s, h in hasil if h.jawaban == katalog.TIDAK]
        if gagal:
            raise SyaratBelumTerpenuhi(gagal)
        kurang = dokumen_kurang(usulan, layanan, konteks)
        _harus(not kurang, "Berkas wajib belum lengkap: " + ", ".join(d.nama for d in kurang) + ".")
        surat = _surat_pengantar(usulan, konteks, pengantar, oleh)
        ada_surat = surat or usulan.pengantar_id
        if layanan.surat_pengantar and not ada_surat:
            ada_surat = usulan.berkas.filter(kode="surat_pengantar", diganti_pada__isnull=True).exists()
        _harus(ada_surat or not layanan.surat_pengantar, "Nomor dan tanggal surat pengantar OPD belum diisi.")
        kembali_ke = None
        if usulan.status == "dikembalikan":
            terakhir = usulan.langkah.filter(keadaan="dikembalikan").order_by("-id").first()
            kembali_ke = terakhir.kode if terakhir else None
        acuan = konteks.acuan
        if usulan.status == "draf" or usulan.hasil_syarat != hasil_json(hasil):
            usulan.rute = rute.susun(layanan, konteks, acuan, oleh.hari_ini)
            kembali_ke = kembali_ke if any(r["kode"] == kembali_ke for r in usulan.rute) else None
        usulan.hasil_syarat = hasil_json(hasil)
        usulan.status, usulan.catatan_akhir = "diproses", ""
        usulan.opd_id = konteks.profil.opd_id or usulan.opd_id
        usulan.diajukan_pada = usulan.diajukan_pada or oleh.kini
        usulan.pengantar = surat or usulan.pengantar
        langkah = _masuki(usulan, kembali_ke or usulan.rute[0]["kode"], pada=oleh.kini)
        _simpan(usulan, "rute", "hasil_syarat", "status", "catatan_akhir", "opd", "diajukan_pada", "pengantar",
                "langkah_kini")  # fmt: skip
        jejak.catat("usulan_ajukan", usulan, pegawai=usulan.pegawai_id, pada=oleh.kini,
                    sebagai_jabatan=oleh.hak.sebutan)  # fmt: skip
        pemberitahuan.langkah_masuk(usulan, langkah, pada=oleh.kini)
    return usulan


def _surat_pengantar(usulan, konteks, pengantar, oleh):
    """The SuratPengantar (nomor, tanggal) of the OPD, made when it is new; one number is one date."""
    if not pengantar:
        return None
    nomor, tanggal = pengantar
    surat, baru = SuratPengantar.objects.get_or_create(
        opd_id=konteks.profil.opd_id, nomor=nomor.strip(),
        defaults={"tanggal": tanggal, "dibuat_oleh": oleh.pengguna},
    )  # fmt: skip
    sama = baru or surat.tanggal == tanggal
    _harus(sama, f"Surat {surat.nomor} sudah tercatat bertanggal {tulis_tanggal(surat.tanggal)}.")
    return surat


def batalkan(usulan, *, oleh, versi, alasan):
    """The applicant (or his operator) withdraws the usulan; not once its naskah is signed."""
    alasan = (alasan or "").strip()
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        usulan = _kunci(usulan.pk, versi)
        _harus(usulan.status in Usulan.BERJALAN, "Usulan ini sudah berakhir.")
        _harus_menyunting(usulan, oleh.hak)
        _harus(alasan, "Tulis alasan pembatalan.")
        _harus(
            not usulan.naskah.filter(naskah__tahap="ditandatangani").exists(),
            "Naskahnya sudah ditandatangani; pembatalan hanya melalui naskah pencabutan.",
        )
        _tutup_langkah(usulan, "dibatalkan", oleh, alasan)
        _batalkan_naskah(usulan, oleh)
        usulan.status, usulan.catatan_akhir, usulan.selesai_pada = "dibatalkan", alasan[:400], oleh.kini
        usulan.langkah_kini = None
        _simpan(usulan, "status", "catatan_akhir", "selesai_pada", "langkah_kini")
        jejak.catat("usulan_batalkan", usulan, pegawai=usulan.pegawai_id, pada=oleh.kini, catatan=alasan)
    return usulan


# ── acts of those the step is addressed to ───────────────────────────────────────────────────────────


def setujui(usulan, *, oleh, versi, catatan="", periksa=None):
    """Approves the waiting step (setuju, serahkan) and goes to the next.

    ``periksa``: {kode syarat: note} of the conditions the portal could not answer; the first staf BKD to
    approve must have looked at every one of them.
    """
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        usulan, langkah = _kunci_langkah(usulan.pk, versi, oleh, (katalog.SETUJU, katalog.SERAHKAN))
        if langkah.peran == "staf_bkd" and langkah.aksi == katalog.SETUJU:
            belum = [h["kode"] for h in usulan.hasil_syarat
                     if h["jawaban"] == katalog.PERIKSA and not (periksa or {}).get(h["kode"], "").strip()]  # fmt: skip
            _harus(not belum, "Tulis hasil pemeriksaan untuk syarat: " + ", ".join(belum) + ".")
            langkah.isian = {"periksa": periksa or {}}
        _selesaikan(usulan, langkah, oleh, catatan=catatan)
        jejak.catat("usulan_setujui", usulan, pegawai=usulan.pegawai_id, pada=oleh.kini, langkah=langkah.nama,
                    sebagai_jabatan=langkah.sebagai)  # fmt: skip
        _maju(usulan, langkah, oleh)
    return usulan


def rekam(usulan, data, *, oleh, versi, file=None, catatan=""):
    """Records the answer of an outside party at a ``rekam`` step; its outcome decides where to go.

    When the step carries a naskah made elsewhere, it is recorded as a finished naskah with its scan and
    takes effect at once (``naskah.rekam_luar``).
    """
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        usulan, langkah = _kunci_langkah(usulan.pk, versi, oleh, (katalog.REKAM,))
        layanan = katalog.ambil(usulan.layanan)
        deklarasi = layanan.langkah(langkah.kode)
        bersih = {}
        if deklarasi.form is not None:
            form = deklarasi.form(data, {"berkas": file} if file else None)
            if not form.is_valid():
                raise IsianSalah(form)
            bersih = {k: _teks(v) for k, v in form.cleaned_data.items() if k != "berkas"}
        hasil = str(bersih.get("hasil", ""))
        langkah.isian, langkah.hasil = bersih, hasil
        naskah.simpan_berkas_langkah(usulan, langkah, file, oleh)
        if deklarasi.naskah is not None:
            naskah.rekam_luar(usulan, langkah, deklarasi.naskah, bersih, file, oleh)
        tujuan = next((r["hasil"].get(hasil) for r in usulan.rute if r["kode"] == langkah.kode), None)
        catatan = catatan or bersih.get("catatan", "")
        if tujuan == TOLAK:
            _tolak(usulan, langkah, oleh, catatan or "Tidak memenuhi syarat menurut pertimbangan teknis.", "")
            return usulan
        _selesaikan(usulan, langkah, oleh, catatan=catatan)
        jejak.catat("usulan_rekam", usulan, pegawai=usulan.pegawai_id, pada=oleh.kini, langkah=langkah.nama,
                    sebagai_jabatan=langkah.sebagai, hasil=hasil)  # fmt: skip
        _maju(usulan, langkah, oleh, tujuan)
    return usulan


def tetapkan(usulan, *, oleh, versi, catatan=""):
    """Takes the number, freezes the naskah and queues its printing; conditions are checked once more."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        usulan, langkah = _kunci_langkah(usulan.pk, versi, oleh, (katalog.TETAPKAN,))
        layanan = katalog.ambil(usulan.layanan)
        konteks = _konteks_sah(usulan, layanan, oleh.hari_ini)
        gagal = [(s, h) for s, h in layanan.periksa(konteks) if h.jawaban == katalog.TIDAK and s.kode != "KP-U02"]
        if gagal:
            raise SyaratBelumTerpenuhi(gagal)
        naskah.tetapkan(usulan, langkah, layanan, konteks, oleh)
        _selesaikan(usulan, langkah, oleh, catatan=catatan)
        jejak.catat("usulan_setujui", usulan, pegawai=usulan.pegawai_id, pada=oleh.kini, langkah=langkah.nama,
                    sebagai_jabatan=langkah.sebagai)  # fmt: skip
        _maju(usulan, langkah, oleh)
    return usulan


def sahkan(usulan, *, oleh, versi, file):
    """Records the signed scan of the naskah (signing "basah"): it stands, its rows are written, all at once."""
    simpanan = tte.basah(file)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        usulan, langkah = _kunci_langkah(usulan.pk, versi, oleh, (katalog.TANDA_TANGAN,))
        bukan_konseptor(usulan, langkah)
        ditandatangani = naskah.sahkan(usulan, langkah, simpanan, oleh)
        _selesaikan(usulan, langkah, oleh, catatan=f"Naskah {ditandatangani.nomor} ditandatangani.")
        _maju(usulan, langkah, oleh)
    return usulan


def kembalikan(usulan, *, oleh, versi, alasan, ke="pemohon"):
    """Returns the usulan to the applicant, or to an earlier step (``ke`` its code), with a reason."""
    alasan = (alasan or "").strip()
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        usulan, langkah = _kunci_langkah(usulan.pk, versi, oleh, None)
        _harus(alasan, "Tulis apa yang harus diperbaiki.")
        _harus(
            langkah.aksi not in (katalog.SERAHKAN,), "Naskahnya sudah berlaku; usulan tidak dapat dikembalikan lagi."
        )
        _batalkan_naskah(usulan, oleh)
        _selesaikan(usulan, langkah, oleh, catatan=alasan, keadaan="dikembalikan")
        if ke == "pemohon":
            usulan.status, usulan.catatan_akhir, usulan.langkah_kini = "dikembalikan", alasan[:400], None
            _simpan(usulan, "status", "catatan_akhir", "langkah_kini")
            pemberitahuan.dikembalikan(usulan, langkah, alasan, pada=oleh.kini)
        else:
            urutan = [r["kode"] for r in usulan.rute]
            _harus(
                ke in urutan[: urutan.index(langkah.kode)], "Usulan hanya dapat dikembalikan ke langkah sebelumnya."
            )
            baru = _masuki(usulan, ke, pada=oleh.kini)
            _simpan(usulan, "langkah_kini")
            pemberitahuan.langkah_masuk(usulan, baru, pada=oleh.kini)
        jejak.catat("usulan_kembalikan", usulan, pegawai=usulan.pegawai_id, pada=oleh.kini, catatan=alasan,
                    sebagai_jabatan=langkah.sebagai)  # fmt: skip
    return usulan


def tolak(usulan, *, oleh, versi, alasan, pasal):
    """Refuses the usulan for good; only where the step allows it (from Kepala BKD upward), with the article."""
    alasan, pasal = (alasan or "").strip(), (pasal or "").strip()
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        usulan, langkah = _kunci_langkah(usulan.pk, versi, oleh, None)
        boleh = next((r["boleh_tolak"] for r in usulan.rute if r["kode"] == langkah.kode), False)
        if not boleh:
            raise BukanWewenang("Pada langkah ini usulan hanya dapat dikembalikan, tidak ditolak.")
        _harus(alasan and pasal, "Penolakan memerlukan alasan dan pasal yang menjadi dasarnya.")
        _batalkan_naskah(usulan, oleh)
        _tolak(usulan, langkah, oleh, alasan, pasal)
    return usulan


# ── the inside of an act ─────────────────────────────────────────────────────────────────────────────


def _harus(syarat, kalimat):
    if not syarat:
        raise DitolakAlur(kalimat)


def _harus_menyunting(usulan, hak):
    if not boleh_menyunting(usulan, hak):
        raise BukanWewenang("Anda tidak dapat mengubah usulan ini.")


def _kunci(pk, versi):
    """Locks the usulan and checks that the form the user saw is still true."""
    usulan = Usulan.objects.select_for_update(of=("self",)).select_related("pegawai__kini").get(pk=pk)
    if usulan.versi_baris != int(versi):
        raise FormulirBasi
    return usulan


def _kunci_langkah(pk, versi, oleh, aksi):
    """Locks usulan and waiting step; checks status, kind of step, office and not-own."""
    usulan = _kunci(pk, versi)
    _harus(usulan.status == "diproses", "Usulan ini tidak sedang diproses.")
    langkah = LangkahUsulan.objects.select_related("jabatan", "unit").get(pk=usulan.langkah_kini_id)
    if alasan := alasan_tidak_berwenang(usulan, langkah, oleh.hak):
        raise BukanWewenang(alasan)
    _harus(aksi is None or langkah.aksi in aksi, "Perbuatan ini tidak sesuai dengan langkah yang sedang menunggu.")
    langkah.sebagai = sebutan(langkah, oleh.hak)
    return usulan, langkah


def _konteks_sah(usulan, layanan, hari_ini):
    """Konteks of the usulan whose isian still passes the layanan's form; else IsianSalah."""
    acuan = acuan_kini()
    profil = profil_satu(usulan.pegawai_id, per=hari_ini)
    form = form_layanan(layanan, usulan.isian, profil=profil, tanggal=hari_ini, acuan=acuan)
    if form is not None and usulan.status in ("draf", "dikembalikan") and not form.is_valid():
        raise IsianSalah(form)
    return susun_konteks(layanan, usulan.pegawai_id, usulan.isian, hari_ini)


def _simpan(usulan, *medan):
    usulan.versi_baris += 1
    usulan.save(update_fields=[*medan, "versi_baris"])


def _masuki(usulan, kode, *, pada):
    """Enters a step: a new LangkahUsulan row addressed as the frozen route says, with its deadline."""
    urutan = next(i for i, r in enumerate(usulan.rute) if r["kode"] == kode)
    r = usulan.rute[urutan]
    tujuan = r["alamat"]
    acuan = acuan_kini()
    unit = acuan.unit.get(tujuan.get("unit") or tujuan.get("unit_jabatan") or usulan.opd_id)
    putaran = usulan.langkah.filter(kode=kode).count() + 1
    langkah = LangkahUsulan.objects.create(
        usulan=usulan, putaran=putaran, urutan=urutan, kode=kode, nama=r["nama"], aksi=r["aksi"],
        jabatan_id=tujuan.get("jabatan"), peran=tujuan.get("peran", ""), unit_id=tujuan.get("unit"),
        penerima_id=tujuan.get("penerima"), kantor_luar=tujuan.get("kantor_luar", ""), masuk_pada=pada,
        batas=acuan.tambah_hari_kerja(timezone.localdate(pada), r["sla"], unit.pola_kerja if unit else "5"),
    )  # fmt: skip
    usulan.langkah_kini = langkah
    return langkah


def _selesaikan(usulan, langkah, oleh, *, catatan="", keadaan="selesai"):
    langkah.keadaan, langkah.selesai_pada, langkah.oleh = keadaan, oleh.kini, oleh.pengguna
    langkah.catatan = (catatan or "")[:400]
    langkah.save()


def _tutup_langkah(usulan, keadaan, oleh, catatan):
    """Closes a waiting step, if there is one, because the whole usulan ends."""
    if usulan.langkah_kini_id:
        langkah = LangkahUsulan.objects.get(pk=usulan.langkah_kini_id)
        langkah.sebagai = oleh.hak.sebutan[:200]
        _selesaikan(usulan, langkah, oleh, catatan=catatan, keadaan=keadaan)


def _maju(usulan, langkah, oleh, tujuan=None):
    """Enters ``tujuan`` or the next step of the route; after the last one the usulan is selesai."""
    urutan = [r["kode"] for r in usulan.rute]
    letak = urutan.index(langkah.kode)
    if tujuan is None and letak + 1 < len(urutan):
        tujuan = urutan[letak + 1]
    if tujuan:
        baru = _masuki(usulan, tujuan, pada=oleh.kini)
        _simpan(usulan, "langkah_kini")
        pemberitahuan.langkah_masuk(usulan, baru, pada=oleh.kini)
        return
    usulan.status, usulan.selesai_pada, usulan.langkah_kini = "selesai", oleh.kini, None
    _simpan(usulan, "status", "selesai_pada", "langkah_kini")
    jejak.catat("usulan_selesai", usulan, pegawai=usulan.pegawai_id, pada=oleh.kini)
    pemberitahuan.selesai(usulan, pada=oleh.kini)


def _tolak(usulan, langkah, oleh, alasan, pasal):
    _selesaikan(usulan, langkah, oleh, catatan=alasan, keadaan="ditolak")
    usulan.status, usulan.catatan_akhir, usulan.pasal_tolak = "ditolak", alasan[:400], pasal[:160]
    usulan.selesai_pada, usulan.langkah_kini = oleh.kini, None
    _simpan(usulan, "status", "catatan_akhir", "pasal_tolak", "selesai_pada", "langkah_kini")
    jejak.catat("usulan_tolak", usulan, pegawai=usulan.pegawai_id, pada=oleh.kini, catatan=alasan, pasal=pasal,
                sebagai_jabatan=langkah.sebagai)  # fmt: skip
    pemberitahuan.ditolak(usulan, alasan, pada=oleh.kini)


def _batalkan_naskah(usulan, oleh):
    """A numbered but unsigned naskah of a usulan that goes back: its number stays in the register as batal."""
    for tautan in usulan.naskah.select_related("naskah").filter(naskah__tahap__in=naskah.BELUM_SAH):
        naskah.batalkan(tautan.naskah, usulan, oleh)
