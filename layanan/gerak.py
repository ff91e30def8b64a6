"""Gerak: isi sebuah perbuatan, dipakai oleh ``alur`` dan perbuatan lain atas usulan yang sedang berjalan.

Lock, look, move, note: each function here assumes the transaction of the act that calls it. Nothing outside
``alur`` and its neighbours (acts of their own file) may call it.
"""

from django.db.models import Q
from django.utils import timezone

from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.profil import profil_satu
from layanan import katalog, langkah as langkah_deklarasi, naskah, pemberitahuan, penandatangan, pengalihan
from layanan.galat import BukanWewenang, DitolakAlur, FormulirBasi, IsianSalah
from layanan.konteks import form_layanan, jawaban_langkah, susun_konteks, tanggal_profil
from layanan.models import LangkahUsulan, NaskahUsulan, PermintaanTte, Usulan
from layanan.wewenang import alasan_tidak_berwenang, boleh_menyunting, bukan_konseptor, sebutan


def harus(syarat, kalimat):
    """Refuses the act with ``kalimat`` unless ``syarat`` holds."""
    if not syarat:
        raise DitolakAlur(kalimat)


def harus_menyunting(usulan, hak):
    """Refuses whoever is neither the applicant nor works for him."""
    if not boleh_menyunting(usulan, hak):
        raise BukanWewenang("Anda tidak dapat mengubah usulan ini.")


def kunci(pk, versi):
    """Locks the usulan and checks that the form the user saw is still true.

    Whoever shares a collective naskah that waits for its signature is locked with it, always in the same order.
    """
    senaskah = NaskahUsulan.objects.filter(
        naskah__usulan__usulan_id=pk, naskah__tahap__in=naskah.BELUM_SAH, surat=False
    )
    semua = Usulan.objects.select_for_update(of=("self",)).select_related("pegawai__kini").order_by("pk")
    terkunci = {u.pk: u for u in semua.filter(Q(pk=pk) | Q(pk__in=senaskah.values("usulan_id")))}
    usulan = terkunci[pk]
    if versi is not None and usulan.versi_baris != int(versi):
        raise FormulirBasi
    return usulan


def rekan_naskah(naskah_, usulan):
    """The other usulan that a collective naskah carries and that still wait, in order; locked by ``kunci`` already."""
    return (
        Usulan.objects.select_related("langkah_kini__jabatan", "pegawai__kini")
        .filter(naskah__naskah=naskah_, naskah__surat=False, status="diproses")
        .exclude(pk=usulan.pk)
        .order_by("pk")
    )


def harus_boleh_ditandatangani(usulan, langkah, naskah_, oleh, *, elektronik=False):
    """Refuses a signature that is not of the one printed, or that one of those in a collective naskah forbids.

    Nobody decides on himself, and konseptor is not penanda tangan, for every usulan the naskah carries.
    """
    penandatangan.harus_tercetak(naskah_, usulan, langkah, oleh, elektronik=elektronik)
    penandatangan.bukan_pemohon(naskah_, usulan)
    for rekan in rekan_naskah(naskah_, usulan):
        satu = rekan.langkah_kini
        if satu.aksi != katalog.TANDA_TANGAN:
            continue
        if alasan := alasan_tidak_berwenang(rekan, satu, oleh.hak):
            raise BukanWewenang(f"{rekan.nomor}: {alasan}")
        bukan_konseptor(rekan, satu)
        penandatangan.bukan_pemohon(naskah_, rekan)


def selesai_ditandatangani(usulan, langkah, naskah_, oleh, catatan):
    """Closes the signing step of a usulan, and of every other one in the same naskah, and moves each on."""
    selesaikan(usulan, langkah, oleh, catatan=catatan)
    maju(usulan, langkah, oleh)
    for rekan in rekan_naskah(naskah_, usulan):
        satu = rekan.langkah_kini
        if satu.aksi != katalog.TANDA_TANGAN:
            continue
        satu.sebagai = langkah.sebagai
        selesaikan(rekan, satu, oleh, catatan=catatan)
        maju(rekan, satu, oleh)
        pemberitahuan.naskah_sah(rekan, naskah_, oleh=oleh)


def kunci_langkah(pk, versi, oleh, aksi):
    """Locks usulan and waiting step; checks status, kind of step, office and not-own."""
    usulan = kunci(pk, versi)
    harus(usulan.status == "diproses", "Usulan ini tidak sedang diproses.")
    harus_bebas(usulan)
    langkah = LangkahUsulan.objects.select_related("jabatan", "unit").get(pk=usulan.langkah_kini_id)
    if alasan := alasan_tidak_berwenang(usulan, langkah, oleh.hak):
        raise BukanWewenang(alasan)
    harus(aksi is None or langkah.aksi in aksi, "Perbuatan ini tidak sesuai dengan langkah yang sedang menunggu.")
    langkah.sebagai = sebutan(langkah, oleh.hak)
    return usulan, langkah


def sudah_diperiksa(langkah):
    """Codes of the conditions a staf BKD has noted since the usulan last went back; ``langkah`` in order."""
    sudah = set()
    for s in langkah:
        sudah = (
            set()
            if s.keadaan == "dikembalikan"
            else sudah | {k for k, v in (s.isian or {}).get("periksa", {}).items() if v}
        )
    return sudah


def harus_bebas(usulan):
    """Refuses while the naskah of the usulan is out for an electronic signature, or in doubt after it."""
    hidup = tertahan(usulan)
    harus(hidup != "perlu_dicocokkan", "Tanda tangan elektronik naskahnya harus dicocokkan lebih dulu.")
    harus(hidup is None, "Naskahnya sedang ditandatangani secara elektronik. Tunggu sampai selesai.")


def tertahan(usulan):
    """State of the electronic signature its naskah is out for or in doubt after; None when it is free."""
    senaskah = Q(usulan=usulan) | Q(naskah__usulan__usulan=usulan)  # a collective naskah binds all in it
    hidup = PermintaanTte.objects.filter(senaskah, status__in=PermintaanTte.HIDUP)
    return hidup.values_list("status", flat=True).first()


def konteks_sah(usulan, layanan, hari_ini):
    """Konteks of the usulan; while the applicant has it, its isian must still pass the layanan's form, else IsianSalah."""
    profil = None
    if layanan.form is not None and usulan.status in ("draf", "dikembalikan"):
        kini = profil_satu(usulan.pegawai_id, per=hari_ini)
        form = form_layanan(layanan, usulan.isian, profil=kini, tanggal=hari_ini, acuan=acuan_kini())
        if not form.is_valid():
            raise IsianSalah(form)
        profil = kini if tanggal_profil(usulan.isian, hari_ini) == hari_ini else None
    langkah = jawaban_langkah(usulan.langkah.all())
    return susun_konteks(layanan, usulan.pegawai_id, usulan.isian, hari_ini, langkah=langkah, profil=profil)


def simpan(usulan, *medan):
    """Saves the named fields and turns the version, so that forms shown before are stale."""
    usulan.versi_baris += 1
    usulan.save(update_fields=[*medan, "versi_baris"])


def masuki(usulan, kode, *, pada):
    """Enters a step: a new LangkahUsulan row addressed as the frozen route says, with its deadlines.

    An office nobody can act in today gives way to the one above it; the row keeps the first office and the reason.
    """
    urutan = next(i for i, r in enumerate(usulan.rute) if r["kode"] == kode)
    r, acuan, hari = usulan.rute[urutan], acuan_kini(), timezone.localdate(pada)
    tujuan, sebab = tujuan_kini(usulan, r["alamat"], r["aksi"], hari, acuan)
    unit = acuan.unit.get(tujuan.get("unit") or tujuan.get("unit_jabatan") or usulan.opd_id)
    pola = unit.pola_kerja if unit else "5"
    hukum = langkah_deklarasi.batas_hukum(r, hari, acuan, pola)
    batas = acuan.tambah_hari_kerja(hari, r["sla"], pola)
    langkah = LangkahUsulan.objects.create(
        usulan=usulan, putaran=usulan.langkah.filter(kode=kode).count() + 1, urutan=urutan, kode=kode, nama=r["nama"],
        aksi=r["aksi"], **alamat_baris(tujuan), masuk_pada=pada, batas=min(batas, hukum or batas), batas_hukum=hukum,
        dialihkan_dari_id=r["alamat"].get("jabatan") if sebab else None, sebab_alih=sebab[:200],
    )  # fmt: skip
    usulan.langkah_kini = langkah
    return langkah


def tujuan_kini(usulan, alamat, aksi, hari, acuan):
    """(address, reason) of a step on the day ``hari``; see ``pengalihan.alamat_kini``."""
    memutus = pengalihan.memutus(usulan.layanan, aksi)
    return pengalihan.alamat_kini(alamat, pegawai_id=usulan.pegawai_id, tanggal=hari, acuan=acuan, memutus=memutus)


def alamat_baris(tujuan):
    """The address columns of LangkahUsulan."""
    return {
        "jabatan_id": tujuan.get("jabatan"),
        "peran": tujuan.get("peran", ""),
        "unit_id": tujuan.get("unit"),
        "penerima_id": tujuan.get("penerima"),
        "kantor_luar": tujuan.get("kantor_luar", ""),
    }


def selesaikan(usulan, langkah, oleh, *, catatan="", keadaan="selesai"):
    """Closes a step with its end state, moment, actor and note."""
    langkah.keadaan, langkah.selesai_pada, langkah.oleh = keadaan, oleh.kini, oleh.pengguna
    langkah.catatan = (catatan or "")[:400]
    langkah.save()


def tutup_langkah(usulan, keadaan, oleh, catatan):
    """Closes a waiting step, if there is one, because the whole usulan ends."""
    if usulan.langkah_kini_id:
        langkah = LangkahUsulan.objects.get(pk=usulan.langkah_kini_id)
        langkah.sebagai = oleh.hak.sebutan[:200]
        selesaikan(usulan, langkah, oleh, catatan=catatan, keadaan=keadaan)


def maju(usulan, langkah, oleh, tujuan=None):
    """Enters ``tujuan`` or the next step of the route; after the last one, or at SELESAI, the usulan is selesai."""
    urutan = [r["kode"] for r in usulan.rute]
    letak = urutan.index(langkah.kode)
    if tujuan == langkah_deklarasi.SELESAI:
        tujuan = None
    elif tujuan is None and letak + 1 < len(urutan):
        tujuan = urutan[letak + 1]
    if tujuan:
        baru = masuki(usulan, tujuan, pada=oleh.kini)
        simpan(usulan, "langkah_kini")
        pemberitahuan.langkah_masuk(usulan, baru, pada=oleh.kini, oleh=oleh)
        return
    usulan.status, usulan.selesai_pada, usulan.langkah_kini = "selesai", oleh.kini, None
    simpan(usulan, "status", "selesai_pada", "langkah_kini")
    jejak.catat("usulan_selesai", usulan, pegawai=usulan.pegawai_id, pada=oleh.kini)
    pemberitahuan.selesai(usulan, pada=oleh.kini)


def tolak(usulan, langkah, oleh, alasan, pasal):
    """Ends the usulan as refused, with reason and article."""
    selesaikan(usulan, langkah, oleh, catatan=alasan, keadaan="ditolak")
    usulan.status, usulan.catatan_akhir, usulan.pasal_tolak = "ditolak", alasan[:400], pasal[:160]
    usulan.selesai_pada, usulan.langkah_kini = oleh.kini, None
    simpan(usulan, "status", "catatan_akhir", "pasal_tolak", "selesai_pada", "langkah_kini")
    katalog.ambil(usulan.layanan).setelah_berhenti(usulan, oleh)
    jejak.catat("usulan_tolak", usulan, pegawai=usulan.pegawai_id, pada=oleh.kini, catatan=alasan, pasal=pasal,
                sebagai_jabatan=langkah.sebagai)  # fmt: skip
    pemberitahuan.ditolak(usulan, alasan, pada=oleh.kini)


def batalkan(usulan, oleh, alasan):
    """Ends the usulan as withdrawn; its unsigned naskah falls."""
    tutup_langkah(usulan, "dibatalkan", oleh, alasan)
    batalkan_naskah(usulan, oleh)
    usulan.status, usulan.catatan_akhir, usulan.selesai_pada = "dibatalkan", alasan[:400], oleh.kini
    usulan.langkah_kini = None
    simpan(usulan, "status", "catatan_akhir", "selesai_pada", "langkah_kini")
    katalog.ambil(usulan.layanan).setelah_berhenti(usulan, oleh)
    jejak.catat("usulan_batalkan", usulan, pegawai=usulan.pegawai_id, pada=oleh.kini, catatan=alasan)


def batalkan_naskah(usulan, oleh, sebab=""):
    """A numbered but unsigned naskah of a usulan that goes back: its number stays in the register as batal.

    ``sebab``: why, told to the others in a collective one; else that this usulan left it.
    """
    for tautan in usulan.naskah.select_related("naskah").filter(surat=False, naskah__tahap__in=naskah.BELUM_SAH):
        naskah.batalkan(tautan.naskah, usulan, oleh)
        _mundurkan_rekan(tautan.naskah, usulan, oleh, sebab or f"{usulan.nomor} keluar darinya.")


def langkah_penetapan(usulan):
    """Code of the step of the route that takes the number, or None."""
    return next((r["kode"] for r in usulan.rute if r["aksi"] == katalog.TETAPKAN), None)


def mundur(usulan, langkah, oleh, kode, sebab):
    """Sends a usulan back to its step ``kode`` without an act of the one it waits for; tells who must act now."""
    langkah.sebagai = oleh.hak.sebutan[:200]
    selesaikan(usulan, langkah, oleh, catatan=sebab, keadaan="dikembalikan")
    baru = masuki(usulan, kode, pada=oleh.kini)
    simpan(usulan, "langkah_kini")
    jejak.catat("usulan_kembalikan", usulan, pegawai=usulan.pegawai_id, pada=oleh.kini, catatan=sebab)
    pemberitahuan.langkah_masuk(usulan, baru, pada=oleh.kini)


def _mundurkan_rekan(naskah_, usulan, oleh, sebab):
    """A collective naskah that falls sends the others in it back to the step that takes a number."""
    for rekan in rekan_naskah(naskah_, usulan):
        kode = langkah_penetapan(rekan)
        if kode is not None and rekan.langkah_kini.aksi == katalog.TANDA_TANGAN:
            mundur(rekan, rekan.langkah_kini, oleh, kode, f"SK kolektif {naskah_.nomor} batal: {sebab}")
