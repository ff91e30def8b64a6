"""Alur: satu-satunya pintu yang mengubah keadaan sebuah usulan; isi tiap perbuatan ada pada ``gerak``.

Every act, always in this order: lock the row → status allows? → role, scope and not-own allow? → the
version shown on the form is current? → step row → status → Jejak → notices and tasks on commit. Acts are
keyword-only, take the actor (``hak`` of ``oleh``) and may be told the moment (``pada``) by demo and tests.
A refused act raises ``layanan.galat.DitolakAlur`` with a sentence and changes nothing.
"""

from dataclasses import replace

from django.db import connection, transaction
from django.utils import timezone

from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.models import Pegawai
from kepegawaian.profil import profil_satu
from layanan import berkas, gerak, katalog, kolektif, naskah, pemberitahuan, rute, tte
from layanan.galat import BukanWewenang, DitolakAlur, IsianSalah, SyaratBelumTerpenuhi
from layanan.konteks import dokumen_kurang, form_layanan, hasil_json, susun_konteks, tanggal_profil
from layanan.langkah import DASAR_TOLAK, TOLAK, baca_isian, deklarasi, teks, tujuan
from layanan.models import SuratPengantar, Usulan
from layanan.pelaku import Pelaku
from layanan.wewenang import boleh_mengusulkan, boleh_menolak, bukan_konseptor

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
    "tetapkan_kolektif",
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


def buat_draf(layanan, pegawai, *, oleh, isian=None, tertutup=False):
    """Makes a draft and attaches what the dosir already has. Effects: Usulan, Berkas, Jejak.

    ``tertutup``: neither the person nor his OPD hears of it before its SK is signed.
    """
    if not boleh_mengusulkan(layanan, pegawai, oleh.hak, isian):
        raise BukanWewenang("Anda tidak dapat mengajukan layanan ini bagi pegawai tersebut.")
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        Pegawai.objects.select_for_update().get(pk=pegawai.pk)
        lajur = _lajur(layanan, pegawai, oleh)
        acuan = acuan_kini()
        profil = profil_satu(pegawai.pk, per=oleh.hari_ini)
        awal = layanan.isian_awal(profil, oleh.hari_ini, acuan)
        data = {k: teks(v) for k, v in (awal | (isian or {})).items()}
        sama = tanggal_profil(data, oleh.hari_ini) == oleh.hari_ini
        konteks = susun_konteks(layanan, pegawai.pk, data, oleh.hari_ini, profil=profil if sama else None)
        kunci, nomor = nomor_baru(oleh.kini)
        usulan = Usulan.objects.create(
            id=kunci, nomor=nomor, layanan=layanan.slug, versi=layanan.versi, pegawai=pegawai, opd_id=profil.opd_id,
            isian=data, tmt=konteks.tanggal, ringkas=layanan.ringkas(konteks.profil, konteks.isian)[:200],
            dibuat_oleh=oleh.pengguna, dibuat_pada=oleh.kini, tertutup=tertutup or layanan.tetap_tertutup, lajur=lajur,
        )  # fmt: skip
        berkas.pasang_dari_dosir(usulan, layanan, konteks, pada=oleh.kini)
        jejak.catat("usulan_buat", usulan, pegawai=pegawai, pada=oleh.kini)
    return usulan


def _lajur(layanan, pegawai, oleh):
    """The first free lane for one more running usulan of this person, who is locked; DitolakAlur when all are taken."""
    berjalan = list(
        Usulan.objects.filter(pegawai=pegawai, layanan=layanan.slug, status__in=Usulan.BERJALAN).order_by("lajur")
    )
    if len(berjalan) < layanan.serentak:
        return min(set(range(len(berjalan) + 1)) - {u.lajur for u in berjalan})
    if berjalan[0].tertutup and not oleh.hak.lihat_semua:
        raise DitolakAlur(f"{layanan.nama} bagi pegawai ini belum dapat diajukan. Tanyakan kepada BKD.")
    if layanan.serentak == 1:
        raise DitolakAlur(f"Masih ada usulan {layanan.nama} yang berjalan: {berjalan[0].nomor}.")
    raise DitolakAlur(f"Sudah {len(berjalan)} {layanan.nama} yang berjalan; tunggu sampai ada yang selesai diperiksa.")


def ubah_isian(usulan, isian, *, oleh, versi):
    """Replaces the answers of a draft or returned usulan; raises IsianSalah with the form."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        usulan = gerak.kunci(usulan.pk, versi)
        gerak.harus(
            usulan.status in ("draf", "dikembalikan"), "Isian hanya dapat diubah selama draf atau dikembalikan."
        )
        gerak.harus_menyunting(usulan, oleh.hak)
        layanan = katalog.ambil(usulan.layanan)
        profil = profil_satu(usulan.pegawai_id, per=oleh.hari_ini)
        form = form_layanan(layanan, isian, profil=profil, tanggal=oleh.hari_ini, acuan=acuan_kini())
        if form is not None:
            if not form.is_valid():
                raise IsianSalah(form)
            usulan.isian = {k: teks(v) for k, v in form.cleaned_data.items()}
        konteks = susun_konteks(layanan, usulan.pegawai_id, usulan.isian, oleh.hari_ini)
        usulan.tmt = konteks.tanggal
        usulan.ringkas = layanan.ringkas(konteks.profil, konteks.isian)[:200]
        gerak.simpan(usulan, "isian", "tmt", "ringkas")
        jejak.catat("usulan_ubah", usulan, pegawai=usulan.pegawai_id, pada=oleh.kini)
    return usulan


def ajukan(usulan, *, oleh, versi, pengantar=None):
    """Submits a draft or resubmits a returned usulan.

    ``pengantar``: (nomor, tanggal) of the OPD's letter; the same letter may bring many usulan.
    Effects in order: conditions and documents checked again; route frozen (first time, or when the
    answers changed); first step row, or the step that had returned it; status diproses; notices.
    """
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        usulan = gerak.kunci(usulan.pk, versi)
        gerak.harus(
            usulan.status in ("draf", "dikembalikan"), "Hanya draf atau usulan yang dikembalikan dapat diajukan."
        )
        gerak.harus_menyunting(usulan, oleh.hak)
        layanan = katalog.ambil(usulan.layanan)
        konteks = gerak.konteks_sah(usulan, layanan, oleh.hari_ini)
        hasil = layanan.periksa(konteks)
        gagal = [(s, h) for s, h in hasil if h.jawaban == katalog.TIDAK]
        if gagal:
            raise SyaratBelumTerpenuhi(gagal)
        kurang = dokumen_kurang(usulan, layanan, konteks)
        gerak.harus(not kurang, "Berkas wajib belum lengkap: " + ", ".join(d.nama for d in kurang) + ".")
        surat = _surat_pengantar(usulan, konteks, pengantar, oleh)
        ada_surat = surat or usulan.pengantar_id
        if layanan.surat_pengantar and not ada_surat:
            ada_surat = usulan.berkas.filter(kode="surat_pengantar", diganti_pada__isnull=True).exists()
        gerak.harus(ada_surat or not layanan.surat_pengantar, "Nomor dan tanggal surat pengantar OPD belum diisi.")
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
        langkah = gerak.masuki(usulan, kembali_ke or usulan.rute[0]["kode"], pada=oleh.kini)
        gerak.simpan(usulan, "rute", "hasil_syarat", "status", "catatan_akhir", "opd", "diajukan_pada", "pengantar",
                "langkah_kini")  # fmt: skip
        jejak.catat("usulan_ajukan", usulan, pegawai=usulan.pegawai_id, pada=oleh.kini,
                    sebagai_jabatan=oleh.hak.sebutan)  # fmt: skip
        layanan.setelah_ajukan(usulan, oleh)
        pemberitahuan.langkah_masuk(usulan, langkah, pada=oleh.kini, oleh=oleh)
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
    gerak.harus(sama, f"Surat {surat.nomor} sudah tercatat bertanggal {tulis_tanggal(surat.tanggal)}.")
    return surat


def batalkan(usulan, *, oleh, versi, alasan):
    """The applicant (or his operator) withdraws the usulan; not once its naskah is signed."""
    alasan = (alasan or "").strip()
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        usulan = gerak.kunci(usulan.pk, versi)
        gerak.harus(usulan.status in Usulan.BERJALAN, "Usulan ini sudah berakhir.")
        gerak.harus_bebas(usulan)
        gerak.harus_menyunting(usulan, oleh.hak)
        gerak.harus(alasan, "Tulis alasan pembatalan.")
        gerak.harus(
            not usulan.naskah.filter(surat=False, naskah__tahap="ditandatangani").exists(),
            "Naskahnya sudah ditandatangani; pembatalan hanya melalui naskah pencabutan.",
        )
        gerak.batalkan(usulan, oleh, alasan)
    return usulan


# ── acts of those the step is addressed to ───────────────────────────────────────────────────────────


def setujui(usulan, *, oleh, versi, catatan="", periksa=None, data=None, file=None):
    """Approves the waiting step (setuju, serahkan) and goes where its outcome leads.

    ``periksa``: {kode syarat: note} of the conditions the portal could not answer; the first staf BKD to
    approve must have looked at every one of them, those after him no more. ``data``, ``file``: the step's own form, where it has one
    (IsianSalah when it is wrong). A step with a letter of its own numbers it and queues its printing.
    """
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        usulan, langkah = gerak.kunci_langkah(usulan.pk, versi, oleh, (katalog.SETUJU, katalog.SERAHKAN))
        if langkah.peran == "staf_bkd" and langkah.aksi == katalog.SETUJU:
            sudah = gerak.sudah_diperiksa(usulan.langkah.order_by("id"))
            belum = [h["kode"] for h in usulan.hasil_syarat
                     if h["jawaban"] == katalog.PERIKSA and h["kode"] not in sudah
                     and not (periksa or {}).get(h["kode"], "").strip()]  # fmt: skip
            gerak.harus(not belum, "Tulis hasil pemeriksaan untuk syarat: " + ", ".join(belum) + ".")
            langkah.isian = {"periksa": periksa or {}}
        _jawab(usulan, langkah, "usulan_setujui", oleh, data, file, catatan)
    return usulan


def rekam(usulan, data, *, oleh, versi, file=None, catatan=""):
    """Records the answer of an outside party at a ``rekam`` step; its outcome decides where to go.

    When the step carries a naskah made elsewhere, it is recorded as a finished naskah with its scan and
    takes effect at once (``naskah.rekam_luar``).
    """
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        usulan, langkah = gerak.kunci_langkah(usulan.pk, versi, oleh, (katalog.REKAM,))
        _jawab(usulan, langkah, "usulan_rekam", oleh, data, file, catatan)
    return usulan


def _jawab(usulan, langkah, aksi, oleh, data, file, catatan):
    """The course of every step that is answered: its form, its file, its letter or naskah, then onward."""
    layanan = katalog.ambil(usulan.layanan)
    r = next(r for r in usulan.rute if r["kode"] == langkah.kode)
    satu = deklarasi(layanan, langkah.kode)
    konteks = None
    if satu is not None and (satu.form or satu.sebutan or satu.naskah):
        konteks = gerak.konteks_sah(usulan, layanan, oleh.hari_ini)
    isian, langkah.hasil = baca_isian(satu, konteks, data, file)
    ke = tujuan(r, langkah.hasil)
    if ke == TOLAK:
        _harus_dapat_ditolak(usulan, langkah, satu, oleh, isian)
    langkah.isian = {**(langkah.isian or {}), **isian}
    catatan = catatan or isian.get("catatan", "")
    naskah.simpan_berkas_langkah(usulan, langkah, file, oleh)
    if satu is not None and satu.naskah is not None:
        if langkah.aksi == katalog.REKAM:
            naskah.rekam_luar(usulan, langkah, satu.naskah, isian, file, oleh)
        else:
            sesudah = replace(konteks, langkah=konteks.langkah | {langkah.kode: isian | {"hasil": langkah.hasil}})
            naskah.terbitkan_surat(usulan, langkah, satu.naskah, sesudah, oleh)
    if ke == TOLAK:
        sebab = catatan or f"{langkah.nama}: {r.get('sebutan', {}).get(langkah.hasil, langkah.hasil)}."
        gerak.batalkan_naskah(usulan, oleh)
        gerak.tolak(usulan, langkah, oleh, sebab, isian[DASAR_TOLAK])
        return
    layanan.setelah_langkah(usulan, langkah.kode, isian, oleh)
    gerak.selesaikan(usulan, langkah, oleh, catatan=catatan)
    jejak.catat(aksi, usulan, pegawai=usulan.pegawai_id, pada=oleh.kini, langkah=langkah.nama,
                sebagai_jabatan=langkah.sebagai, hasil=langkah.hasil)  # fmt: skip
    gerak.maju(usulan, langkah, oleh, ke)


def _harus_dapat_ditolak(usulan, langkah, satu, oleh, isian):
    """An outcome that refuses is the recorded answer of a party outside, or of an office that may refuse; it has a basis."""
    luar = langkah.aksi == katalog.REKAM and satu is not None and satu.jalur
    memutus = satu is not None and satu.memutus
    if not (luar or memutus or boleh_menolak(usulan, langkah, oleh.hak)):
        raise BukanWewenang("Pada langkah ini usulan hanya dapat dikembalikan, tidak ditolak.")
    gerak.harus(isian.get(DASAR_TOLAK), "Penolakan memerlukan pasal atau nomor surat yang menjadi dasarnya.")


def tetapkan(usulan, *, oleh, versi, catatan=""):
    """Takes the number, freezes the naskah and queues its printing; conditions are checked once more."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        usulan, langkah = gerak.kunci_langkah(usulan.pk, versi, oleh, (katalog.TETAPKAN,))
        layanan = katalog.ambil(usulan.layanan)
        konteks = gerak.konteks_sah(usulan, layanan, oleh.hari_ini)
        kolektif.syarat_penetapan(layanan, konteks)
        naskah.tetapkan(usulan, langkah, layanan, konteks, oleh)
        gerak.selesaikan(usulan, langkah, oleh, catatan=catatan)
        jejak.catat("usulan_setujui", usulan, pegawai=usulan.pegawai_id, pada=oleh.kini, langkah=langkah.nama,
                    sebagai_jabatan=langkah.sebagai)  # fmt: skip
        gerak.maju(usulan, langkah, oleh)
    return usulan


def tetapkan_kolektif(pilihan, *, oleh):
    """One collective decree for the usulan ``pilihan`` [(usulan, version)]: (Naskah or None, {nomor: why not}).

    Checked one by one as ``tetapkan`` does; who fails stays at his step. Fewer than two left: nothing happens.
    """
    gagal, orang = {}, []
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        for usulan, versi in sorted(pilihan, key=lambda p: p[0].pk):
            try:
                with transaction.atomic():
                    orang.append(_calon_kolektif(usulan, versi, orang, oleh))
            except DitolakAlur as galat:
                gagal[usulan.nomor] = str(galat)
        if len(orang) < kolektif.PALING_SEDIKIT:
            sisa = {u.nomor: "SK kolektif memerlukan sekurang-kurangnya dua orang." for u, *_ in orang}
            return None, gagal | sisa
        layanan = katalog.ambil(orang[0][0].layanan)
        hasil = naskah.tetapkan_kolektif(orang, layanan, oleh)
        for usulan, langkah, *_ in orang:
            gerak.selesaikan(usulan, langkah, oleh, catatan=f"SK kolektif {hasil.nomor}.")
            jejak.catat("usulan_setujui", usulan, pegawai=usulan.pegawai_id, pada=oleh.kini, langkah=langkah.nama,
                        sebagai_jabatan=langkah.sebagai)  # fmt: skip
            gerak.maju(usulan, langkah, oleh)
    return hasil, gagal


def _calon_kolektif(usulan, versi, orang, oleh):
    """(usulan, step, Konteks, frozen data) of one who may join those already chosen; else DitolakAlur."""
    usulan, langkah = gerak.kunci_langkah(usulan.pk, versi, oleh, (katalog.TETAPKAN,))
    layanan = katalog.ambil(usulan.layanan)
    konteks = gerak.konteks_sah(usulan, layanan, oleh.hari_ini)
    data = kolektif.data_orang(usulan, layanan, konteks, oleh)
    if orang:
        gerak.harus(orang[0][0].layanan == usulan.layanan, "Layanannya lain; satu SK kolektif satu layanan.")
        kolektif.sejalan(layanan, orang[0][3], data)
    return usulan, langkah, konteks, data


def sahkan(usulan, *, oleh, versi, file):
    """Records the signed scan of the naskah (signing "basah"): it stands, its rows are written, all at once."""
    simpanan = tte.basah(file)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        usulan, langkah = gerak.kunci_langkah(usulan.pk, versi, oleh, (katalog.TANDA_TANGAN,))
        bukan_konseptor(usulan, langkah)
        ditandatangani = naskah.siap_sah(usulan)
        gerak.harus_boleh_ditandatangani(usulan, langkah, ditandatangani, oleh)
        naskah.berlakukan(ditandatangani, usulan, simpanan, oleh)
        catatan = f"Naskah {ditandatangani.nomor} ditandatangani."
        gerak.selesai_ditandatangani(usulan, langkah, ditandatangani, oleh, catatan)
    return usulan


def kembalikan(usulan, *, oleh, versi, alasan, ke="pemohon"):
    """Returns the usulan to the applicant, or to an earlier step (``ke`` its code), with a reason."""
    alasan = (alasan or "").strip()
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        usulan, langkah = gerak.kunci_langkah(usulan.pk, versi, oleh, None)
        gerak.harus(alasan, "Tulis apa yang harus diperbaiki.")
        gerak.harus(
            langkah.aksi not in (katalog.SERAHKAN,), "Naskahnya sudah berlaku; usulan tidak dapat dikembalikan lagi."
        )
        gerak.batalkan_naskah(usulan, oleh)
        gerak.selesaikan(usulan, langkah, oleh, catatan=alasan, keadaan="dikembalikan")
        if ke == "pemohon":
            usulan.status, usulan.catatan_akhir, usulan.langkah_kini = "dikembalikan", alasan[:400], None
            gerak.simpan(usulan, "status", "catatan_akhir", "langkah_kini")
            pemberitahuan.dikembalikan(usulan, langkah, alasan, pada=oleh.kini)
        else:
            urutan = [r["kode"] for r in usulan.rute]
            gerak.harus(
                ke in urutan[: urutan.index(langkah.kode)], "Usulan hanya dapat dikembalikan ke langkah sebelumnya."
            )
            baru = gerak.masuki(usulan, ke, pada=oleh.kini)
            gerak.simpan(usulan, "langkah_kini")
            pemberitahuan.langkah_masuk(usulan, baru, pada=oleh.kini, oleh=oleh)
        jejak.catat("usulan_kembalikan", usulan, pegawai=usulan.pegawai_id, pada=oleh.kini, catatan=alasan,
                    sebagai_jabatan=langkah.sebagai)  # fmt: skip
    return usulan


def tolak(usulan, *, oleh, versi, alasan, pasal):
    """Refuses the usulan for good; only an office from Kepala BKD upward (``wewenang.boleh_menolak``), with the article."""
    alasan, pasal = (alasan or "").strip(), (pasal or "").strip()
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        usulan, langkah = gerak.kunci_langkah(usulan.pk, versi, oleh, None)
        if not boleh_menolak(usulan, langkah, oleh.hak):
            raise BukanWewenang("Pada langkah ini usulan hanya dapat dikembalikan, tidak ditolak.")
        gerak.harus(alasan and pasal, "Penolakan memerlukan alasan dan pasal yang menjadi dasarnya.")
        gerak.batalkan_naskah(usulan, oleh)
        gerak.tolak(usulan, langkah, oleh, alasan, pasal)
    return usulan
