"""Konteks sebuah usulan: isian bertipe, profil pada TMT, berkas yang diminta."""

from datetime import date

from django.utils import timezone

from kepegawaian.acuan import acuan_kini
from kepegawaian.profil import profil_satu
from layanan import katalog


def form_layanan(layanan, data, *, profil, tanggal, acuan):
    """The bound (or unbound) form of a layanan, prefilled from the Profil; None when it asks nothing."""
    if layanan.form is None:
        return None
    konteks = katalog.Konteks(profil, {}, tanggal, acuan)
    awal = layanan.isian_awal(profil, tanggal, acuan)
    return layanan.form(data, initial=awal, konteks=konteks)


def konteks_usulan(usulan, *, tanggal=None, sepengetahuan=None):
    """Konteks of a usulan: typed isian, the profile on its TMT, and facts about others."""
    layanan = katalog.ambil(usulan.layanan)
    return susun_konteks(
        layanan, usulan.pegawai_id, usulan.isian, tanggal or timezone.localdate(), sepengetahuan=sepengetahuan,
        langkah=jawaban_langkah(usulan.langkah.all()),
    )  # fmt: skip


def jawaban_langkah(baris):
    """{kode: answers} of the LangkahUsulan ``baris`` that were done; a later round stands for an earlier one."""
    return {s.kode: s.isian | {"hasil": s.hasil} for s in baris if s.keadaan == "selesai"}


def susun_konteks(layanan, pegawai_id, isian, tanggal, *, sepengetahuan=None, langkah=None, profil=None):
    """As ``konteks_usulan`` for a draft not yet written; isian that does not validate stays out.

    ``langkah``: answers of the steps done, as ``jawaban_langkah`` gives them. The profile is taken on the TMT asked
    for when the answers name one, else on ``tanggal``: one query, none when ``profil`` on that date is given.
    """
    acuan = acuan_kini()
    per = tanggal_profil(isian, tanggal)
    profil = profil or profil_satu(pegawai_id, per=per, sepengetahuan=sepengetahuan)
    bersih = {}
    form = form_layanan(layanan, isian, profil=profil, tanggal=tanggal, acuan=acuan)
    if form is not None:
        form.is_valid()
        bersih = form.cleaned_data
    tmt = layanan.tmt(bersih, tanggal)
    if tmt != per:
        profil = profil_satu(pegawai_id, per=tmt, sepengetahuan=sepengetahuan)
    return katalog.Konteks(profil, bersih, tmt, acuan, layanan.siapkan(profil, bersih), langkah or {})


def tanggal_profil(isian, tanggal):
    """The date on which the law looks at the pegawai: ``tmt`` in the raw answers, else ``tanggal``."""
    try:
        return date.fromisoformat(str(isian.get("tmt", "")))
    except ValueError:
        return tanggal


def dokumen_berlaku(layanan, konteks):
    """The DokumenSyarat asked for in this context."""
    return [d for d in layanan.dokumen if d.bila is None or d.bila(konteks)]


def dokumen_kurang(usulan, layanan, konteks):
    """Compulsory documents not attached yet."""
    ada = set(usulan.berkas.filter(diganti_pada__isnull=True).values_list("kode", flat=True))
    return [d for d in dokumen_berlaku(layanan, konteks) if d.wajib and d.kode not in ada]


def hasil_json(hasil):
    """Answers of the conditions as stored on the usulan."""
    return [{"kode": s.kode, "jawaban": h.jawaban, "kalimat": h.kalimat, "bukti": list(h.bukti)} for s, h in hasil]
