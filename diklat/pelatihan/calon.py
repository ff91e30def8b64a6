"""Calon peserta: siapa yang memerlukan pelatihan ini, dan apa yang masih kurang padanya.

Of a level: officials whose eselon asks for it and who have no STTPL of it or higher (alur layanan §2 no. 1), CPNS without
Latsar; of the rest those whose JP lack or who have a gap in a competence it serves, by the nightly needs, the most urgent
first. One set-based query; the law is asked only for those shown.
"""

from django.db.models import Q

from diklat.pelatihan.aturan import NAMA_LAMA, TINGKAT
from diklat.pelatihan.peserta import tanya
from kepegawaian.filters import cari_orang
from kepegawaian.models import ProfilKini, RiwayatDiklat
from layanan.katalog import PERIKSA, TIDAK

TUTUP = "Syarat lain belum terpenuhi."


def daftar(k, lingkup, cari=""):
    """ProfilKini of those to be proposed, or found by ``cari``."""
    orang = ProfilKini.objects.filter(lingkup, aktif=True).exclude(
        pegawai__in=k.peserta.exclude(status="mundur").order_by().values("pegawai_id")
    )
    if cari:
        orang = orang.filter(cari_orang(cari, nama="nama", nip="nip"))
    elif k.pelatihan.jenjang:
        orang = _memerlukan(orang, k.pelatihan.jenjang)
    else:
        return _membutuhkan(orang, k.pelatihan).select_related("jabatan", "opd", "golongan")
    return orang.select_related("jabatan", "opd", "golongan").order_by("tmt_jabatan", "nama", "nip")


def _membutuhkan(orang, pelatihan):
    """Who lacks JP this year or has a gap in what it teaches, by priority (``KebutuhanPegawai``)."""
    butuh, kode = "pegawai__kebutuhan_pengembangan__", list(pelatihan.kompetensi.values_list("kode", flat=True))
    perlu = Q(**{f"{butuh}jp_kurang__gt": 0})
    if kode:
        perlu |= Q(**{f"{butuh}celah__has_any_keys": kode})
    return orang.filter(perlu).order_by(f"-{butuh}prioritas", "nama", "nip")


def _memerlukan(orang, jenjang):
    """Who must still take the level."""
    if jenjang == "LATSAR":
        sudah = Q()
        for kata in NAMA_LAMA["LATSAR"]:
            sudah |= Q(nama__icontains=kata)
        latsar = RiwayatDiklat.objects.filter(sudah, dibatalkan_pada__isnull=True)
        return orang.filter(status="CPNS").exclude(pegawai__in=latsar.values("pegawai_id"))
    cukup = [j for j, n in TINGKAT.items() if n >= TINGKAT[jenjang]]
    punya = RiwayatDiklat.objects.filter(latihan_struktural__jenjang__in=cukup, dibatalkan_pada__isnull=True)
    return orang.filter(eselon__diklat=jenjang).exclude(pegawai__in=punya.values("pegawai_id"))


def nilai(k, orang, isian):
    """[(ProfilKini, ya | perlu_diperiksa | tidak, [sentence])] for those shown; one query of profiles."""
    hasil = tanya(k, [o.pk for o in orang], {n: v for n, v in isian.items() if v})
    baris = []
    for o in orang:
        jawab = [(s, h) for s, h in hasil.get(o.pk, ()) if h.jawaban in (TIDAK, PERIKSA)]
        tingkat = {h.jawaban for _, h in jawab}
        putusan = TIDAK if TIDAK in tingkat else PERIKSA if tingkat else "ya"
        baris.append((o, putusan, [TUTUP if s.rahasia else f"{s.kode}: {h.kalimat}" for s, h in jawab]))
    return baris
