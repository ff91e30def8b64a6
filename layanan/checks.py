"""Pemeriksaan saat mulai: deklarasi layanan yang tidak lengkap menghentikan start-up.

Each graph is proved: all steps reachable, an end reachable from all, outcomes known, law quoted,
templates present, exactly one step that takes a number when a naskah is printed.
"""

from django.core import checks
from django.template import TemplateDoesNotExist
from django.template.loader import get_template

from layanan import katalog, templat

AKHIR = "SELESAI"


def graf(layanan):
    """{kode: set of codes that may follow}; ``SELESAI`` and ``TOLAK`` are ends."""
    urutan = [langkah.kode for langkah in layanan.alur]
    hasil = {}
    for i, langkah in enumerate(layanan.alur):
        # A step that applies only sometimes may be jumped over, so its follower is reachable as well.
        berikut = set()
        for j in range(i + 1, len(urutan)):
            berikut.add(urutan[j])
            if layanan.alur[j].bila is None and layanan.alur[j].wajib:
                break
        else:
            berikut.add(AKHIR)
        tujuan = {t for t in langkah.hasil.values() if t}
        # Where every outcome names its own way, nobody just goes on.
        if langkah.sebutan and all(langkah.hasil.get(h) for h in langkah.sebutan):
            berikut = set()
        hasil[langkah.kode] = berikut | tujuan
    return hasil


def terjangkau(graf_, awal):
    """Codes reachable from ``awal``."""
    sudah, antre = set(), [awal]
    while antre:
        kode = antre.pop()
        if kode not in sudah:
            sudah.add(kode)
            antre.extend(graf_.get(kode, ()))
    return sudah


def cacat_langkah(layanan, langkah):
    """Sentences of what is wrong with one step."""
    if langkah.aksi == katalog.REKAM and langkah.form is None and not langkah.sebutan:
        yield f"langkah {langkah.kode} merekam tanpa formulir"
    if langkah.aksi in (katalog.TETAPKAN, katalog.TANDA_TANGAN) and (langkah.form or langkah.sebutan):
        yield f"langkah {langkah.kode} bertanya, padahal menetapkan atau menandatangani"
    if langkah.sebutan and (asing := set(langkah.hasil) - set(langkah.sebutan)):
        yield f"keluaran langkah {langkah.kode} tanpa sebutan: {sorted(asing)}"
    if langkah.boleh_tolak and langkah.kepada.jenis not in ("jabatan", "penandatangan"):
        yield f"langkah {langkah.kode} boleh menolak, padahal bukan jabatan"
    if langkah.batas_hukum and langkah.batas_hukum.satuan not in ("hari_kerja", "hari", "bulan"):
        yield f"satuan batas langkah {langkah.kode} tidak dikenal"
    if langkah.naskah is not None and (langkah.kode == "konsep" or langkah.kode.isdigit()):
        yield f"langkah {langkah.kode} menerbitkan naskah dengan kode yang sudah dipakai alamat halaman templat"
    if langkah.naskah is not None and langkah.aksi != katalog.REKAM:
        if type(layanan).data_surat is katalog.Layanan.data_surat:
            yield f"langkah {langkah.kode} menerbitkan surat tanpa data_surat"
        yield from _templat(langkah.naskah)


def _templat(naskah):
    try:
        get_template(naskah.templat)
    except TemplateDoesNotExist:
        yield f"templat {naskah.templat} tidak ada"
    bawaan = {b.kode: b.bawaan or "-" for b in naskah.bagian}
    yield from (f"kata-kata bawaan naskah: {galat}" for galat in templat.periksa(naskah, bawaan))


def cacat(layanan):
    """Sentences of what is missing or wrong in a declaration; empty when it is complete."""
    if not (layanan.slug and layanan.nama and layanan.aspek and layanan.dasar):
        yield "slug, nama, aspek, atau dasar hukum belum diisi"
    for syarat in layanan.syarat:
        if not syarat.dasar.peraturan:
            yield f"syarat {syarat.kode} tanpa peraturan"
    kode = [s.kode for s in layanan.syarat]
    if len(kode) != len(set(kode)):
        yield "kode syarat berulang"
    if not layanan.alur:
        yield "alur kosong"
        return
    kode = [langkah.kode for langkah in layanan.alur]
    if len(kode) != len(set(kode)):
        yield "kode langkah berulang"
    g = graf(layanan)
    tidak_dikenal = {t for tujuan in g.values() for t in tujuan} - set(kode) - {AKHIR, "TOLAK"}
    if tidak_dikenal:
        yield f"tujuan langkah tidak dikenal: {sorted(tidak_dikenal)}"
    awal = next((langkah.kode for langkah in layanan.alur if langkah.bila is None), kode[0])
    if lepas := set(kode) - terjangkau(g, kode[0]) - terjangkau(g, awal):
        yield f"langkah tidak terjangkau: {sorted(lepas)}"
    if buntu := [k for k in kode if AKHIR not in terjangkau(g, k)]:
        yield f"tidak ada akhir dari langkah: {buntu}"
    aksi = [langkah.aksi for langkah in layanan.alur]
    if layanan.naskah and (katalog.TETAPKAN in aksi) != (katalog.TANDA_TANGAN in aksi):
        yield "naskah dicetak tanpa langkah penetapan dan tanda tangan"
    if layanan.naskah:
        yield from _templat(layanan.naskah)
    for langkah in layanan.alur:
        yield from cacat_langkah(layanan, langkah)


@checks.register("layanan")
def periksa_layanan(app_configs, **kwargs):
    """System check over the registry."""
    return [
        checks.Error(f"Layanan {layanan.slug or type(layanan).__name__}: {kalimat}.", id="layanan.E001")
        for layanan in katalog.semua()
        for kalimat in cacat(layanan)
    ]
