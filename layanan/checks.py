"""Pemeriksaan saat mulai: deklarasi layanan yang tidak lengkap menghentikan start-up.

Each graph is proved: all steps reachable, an end reachable from all, outcomes offered and known, law quoted from the
table of regulations, templates present, one step that takes a number and one after it that signs where a naskah is
printed. Each step is proved: a kind of act the engine knows, an address that exists (offices, units and settings as
shipped, ``layanan.acuan_bawaan``), refusal only where the office may refuse.
"""

from dataclasses import replace

from django.core import checks
from django.template import TemplateDoesNotExist
from django.template.loader import get_template

from layanan import acuan_bawaan, katalog, templat
from layanan.rute import KODE_KANTOR

AKHIR, TOLAK = "SELESAI", "TOLAK"
AKSI = (katalog.SETUJU, katalog.REKAM, katalog.TETAPKAN, katalog.TANDA_TANGAN, katalog.SERAHKAN)
PEMILIK = ("staf", "kepala", "atasan")
TANPA_KODE = ("kepala_opd", "atasan", "pemohon")


def graf(alur):
    """{kode: set of codes that may follow} of the steps ``alur``; ``SELESAI`` and ``TOLAK`` are ends."""
    urutan = [langkah.kode for langkah in alur]
    hasil = {}
    for i, langkah in enumerate(alur):
        # A step that applies only sometimes may be jumped over, so its follower is reachable as well.
        berikut = set()
        for j in range(i + 1, len(urutan)):
            berikut.add(urutan[j])
            if alur[j].bila is None and alur[j].wajib:
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


# ── one step ─────────────────────────────────────────────────────────────────────────────────────────


def cacat_langkah(layanan, langkah):
    """Sentences of what is wrong with one step."""
    if langkah.aksi not in AKSI:
        yield f"langkah {langkah.kode} beraksi {langkah.aksi!r} yang tidak dikenal"
    if langkah.aksi == katalog.REKAM and langkah.form is None and not langkah.sebutan:
        yield f"langkah {langkah.kode} merekam tanpa formulir"
    if langkah.aksi in (katalog.TETAPKAN, katalog.TANDA_TANGAN) and (langkah.form or langkah.sebutan):
        yield f"langkah {langkah.kode} bertanya, padahal menetapkan atau menandatangani"
    if asing := set(langkah.hasil) - _ditawarkan(langkah):
        yield f"keluaran langkah {langkah.kode} tanpa sebutan: {sorted(asing)}"
    if kalimat := cacat_alamat(layanan, langkah.kepada):
        yield f"langkah {langkah.kode} ditujukan kepada {kalimat}"
    yield from _cacat_penolakan(langkah)
    if langkah.batas_hukum and langkah.batas_hukum.satuan not in ("hari_kerja", "hari", "bulan"):
        yield f"satuan batas langkah {langkah.kode} tidak dikenal"
    if langkah.naskah is not None and (langkah.kode == "konsep" or langkah.kode.isdigit()):
        yield f"langkah {langkah.kode} menerbitkan naskah dengan kode yang sudah dipakai alamat halaman templat"
    if langkah.naskah is not None and langkah.aksi != katalog.REKAM:
        if type(layanan).data_surat is katalog.Layanan.data_surat:
            yield f"langkah {langkah.kode} menerbitkan surat tanpa data_surat"
        yield from _templat(langkah.naskah)


def _ditawarkan(langkah):
    """Outcomes somebody can choose at the step: those with words, and the choices of its form."""
    bidang = getattr(langkah.form, "base_fields", {}).get("hasil")
    return set(langkah.sebutan) | {str(kode) for kode, _ in getattr(bidang, "choices", ()) or ()}


def cacat_alamat(layanan, kepada):
    """What of an address does not exist, in words; "" when it leads somewhere."""
    if kepada.jenis in TANPA_KODE:
        return ""
    if kepada.jenis == "jabatan":
        return "" if _kantor_dikenal(kepada.kode) else f"jabatan {kepada.kode} yang tidak dikenal"
    if kepada.jenis == "kantor":
        sendiri = type(layanan).kantor_langkah is not katalog.Layanan.kantor_langkah
        return "" if sendiri else f"kantor {kepada.kode!r} tanpa kantor_langkah"
    if kepada.jenis == "pemilik":
        return "" if kepada.kode in PEMILIK else f"pemilik {kepada.kode!r} yang tidak dikenal"
    if kepada.jenis == "penandatangan":
        return _cacat_penanda_tangan(layanan, kepada.kode)
    if kepada.jenis != "peran":
        return f"alamat berjenis {kepada.jenis!r} yang tidak dikenal"
    if kepada.kode not in ("staf_bkd", "operator_opd"):
        return f"peran {kepada.kode!r} yang tidak dikenal"
    opd = kepada.kode == "operator_opd" and kepada.unit == "OPD"
    return "" if opd or kepada.unit in acuan_bawaan.unit() else f"unit {kepada.unit!r} yang tidak dikenal"


def _cacat_penanda_tangan(layanan, setelan):
    if not setelan:
        sendiri = type(layanan).kantor_penandatangan is not katalog.Layanan.kantor_penandatangan
        return "" if sendiri else "penanda tangan tanpa setelan dan tanpa kantor_penandatangan"
    if setelan not in acuan_bawaan.setelan():
        return f"penanda tangan menurut setelan {setelan} yang tidak ada"
    kantor = acuan_bawaan.setelan()[setelan]
    return "" if _kantor_dikenal(kantor) else f"penanda tangan {kantor!r} (setelan {setelan}) yang tidak dikenal"


def _kantor_dikenal(kode):
    return kode in ("BUPATI", "KEPALA_OPD") or KODE_KANTOR.get(kode, kode) in acuan_bawaan.kantor()


def dapat_menolak(langkah):
    """May the office of a declared step refuse? Of an address that depends on the person: it may turn out so."""
    if langkah.boleh_tolak is False or langkah.aksi == katalog.SERAHKAN:
        return False
    if langkah.kepada.jenis == "jabatan" and langkah.kepada.kode not in ("BUPATI", "KEPALA_OPD"):
        return acuan_bawaan.boleh_menolak(KODE_KANTOR.get(langkah.kepada.kode, langkah.kepada.kode))
    return langkah.kepada.jenis in ("jabatan", "penandatangan", "kepala_opd")


def _cacat_penolakan(langkah):
    """Who refuses: an office from ``tolak_mulai_eselon`` upward, who decides (``memutus``), or a party outside whose answer is recorded."""
    if langkah.boleh_tolak and langkah.kepada.jenis not in ("jabatan", "penandatangan", "kepala_opd"):
        yield f"langkah {langkah.kode} boleh menolak, padahal bukan jabatan"
    elif langkah.boleh_tolak and not dapat_menolak(langkah):
        yield f"langkah {langkah.kode} boleh menolak, padahal jabatannya di bawah setelan tolak_mulai_eselon"
    luar = langkah.aksi == katalog.REKAM and langkah.jalur
    menolak = sorted(k for k, tujuan in langkah.hasil.items() if tujuan == TOLAK)
    if menolak and not (luar or langkah.memutus or dapat_menolak(langkah)):
        yield f"keluaran langkah {langkah.kode} menolak usulan, padahal langkahnya tidak boleh menolak: {menolak}"


def _templat(naskah):
    try:
        get_template(naskah.templat)
    except TemplateDoesNotExist:
        yield f"templat {naskah.templat} tidak ada"
    bawaan = {b.kode: b.bawaan or "-" for b in naskah.bagian}
    yield from (f"kata-kata bawaan naskah: {galat}" for galat in templat.periksa(naskah, bawaan))


# ── the whole declaration ────────────────────────────────────────────────────────────────────────────


def cacat(layanan):
    """Sentences of what is missing or wrong in a declaration; empty when it is complete."""
    if not (layanan.slug and layanan.nama and layanan.aspek and layanan.dasar):
        yield "slug, nama, aspek, atau dasar hukum belum diisi"
    if layanan.pemilik and layanan.pemilik not in acuan_bawaan.unit():
        yield f"unit pemilik {layanan.pemilik!r} tidak dikenal"
    yield from _cacat_hukum(layanan)
    kode = [s.kode for s in layanan.syarat]
    if len(kode) != len(set(kode)):
        yield "kode syarat berulang"
    if not layanan.alur:
        yield "alur kosong"
        return
    yield from _cacat_graf(layanan)
    yield from _cacat_naskah(layanan)
    if layanan.naskah:
        yield from _templat(layanan.naskah)
    if layanan.kolektif:
        yield from _templat(layanan.kolektif.naskah)
    for langkah in layanan.alur:
        yield from cacat_langkah(layanan, langkah)


def _cacat_hukum(layanan):
    """Conditions without a regulation, and law the table of regulations does not know."""
    for syarat in layanan.syarat:
        if not syarat.dasar.peraturan:
            yield f"syarat {syarat.kode} tanpa peraturan"
    sumber = [*layanan.dasar, layanan.dasar_terlambat]
    sumber += [d for s in layanan.syarat for d in (s.dasar, *s.dasar_lain)]
    sumber += [s.batas_hukum.dasar for s in layanan.alur if s.batas_hukum]
    dikutip = {d.peraturan for d in sumber if d and d.peraturan}
    naskah = [layanan.naskah, *(s.naskah for s in layanan.alur)]
    dikutip |= {p for n in naskah if n for bagian in n.bagian for p in bagian.peraturan}
    if asing := sorted(dikutip - acuan_bawaan.regulasi()):
        yield f"peraturan tidak ada pada tabel regulasi: {asing}"


def _cacat_graf(layanan):
    """Steps named twice, ways to nowhere, steps nobody comes to or that never end."""
    kode = [langkah.kode for langkah in layanan.alur]
    if len(kode) != len(set(kode)):
        yield "kode langkah berulang"
    g = graf(layanan.alur)
    tidak_dikenal = {t for tujuan in g.values() for t in tujuan} - set(kode) - {AKHIR, TOLAK}
    if tidak_dikenal:
        yield f"tujuan langkah tidak dikenal: {sorted(tidak_dikenal)}"
    if lepas := set(kode) - terjangkau(g, kode[0]) - terjangkau(g, _awal(layanan.alur)):
        yield f"langkah tidak terjangkau: {sorted(lepas)}"
    if buntu := [k for k in kode if AKHIR not in terjangkau(g, k)]:
        yield f"tidak ada akhir dari langkah: {buntu}"


def _awal(alur):
    """Code of the first step that always applies."""
    return next((langkah.kode for langkah in alur if langkah.bila is None), alur[0].kode)


def _cacat_naskah(layanan):
    """A naskah takes its number once and is signed once after that, or it is recorded as made elsewhere."""
    tetapkan = [s for s in layanan.alur if s.aksi == katalog.TETAPKAN]
    tanda = [s for s in layanan.alur if s.aksi == katalog.TANDA_TANGAN]
    if layanan.naskah is None:
        if tetapkan or tanda:
            yield "alur menetapkan atau menandatangani, padahal tidak ada naskah"
        return
    if bool(tetapkan) != bool(tanda):
        yield "naskah dicetak tanpa langkah penetapan dan tanda tangan"
    elif not tetapkan and not any(s.aksi == katalog.REKAM and s.naskah for s in layanan.alur):
        yield "naskah dinyatakan, tetapi tidak ada langkah yang menetapkan atau merekamnya"
    for berulang in (tetapkan, tanda):
        if len(berulang) > 1:
            yield f"langkah {berulang[0].aksi} lebih dari satu: {[s.kode for s in berulang]}"
    if tetapkan and tanda and _mendahului(layanan.alur, tetapkan[0], tanda[0]):
        yield f"langkah {tanda[0].kode} dapat terjadi sebelum naskah bernomor"


def _mendahului(alur, tetapkan, tanda):
    """Can the signature be reached without a number? Steps with the same ``bila`` apply together."""
    if tetapkan.bila not in (None, tanda.bila):
        return True
    bersama = [replace(s, bila=None) if s.bila is tetapkan.bila else s for s in alur]
    g = graf(bersama) | {tetapkan.kode: set()}
    return tanda.kode in terjangkau(g, alur[0].kode) | terjangkau(g, _awal(alur))


@checks.register("layanan")
def periksa_layanan(app_configs, **kwargs):
    """System check over the registry."""
    return [
        checks.Error(f"Layanan {layanan.slug or type(layanan).__name__}: {kalimat}.", id="layanan.E001")
        for layanan in katalog.semua()
        for kalimat in cacat(layanan)
    ]
