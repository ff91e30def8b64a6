"""Hukum sebagai kasus yang dapat dijalankan: reading, running and comparing files of cases (YAML or JSON).

A case asks a layanan (``layanan``, ``profil``, ``tanggal``, ``isian``, ``lain``) whether its conditions are
met, or a pure function registered by name (``fungsi``, ``masukan``); ``harapan`` says what must come out,
taken from the regulation or by hand, never from our own functions. Reading is strict: an unknown key is an
error. Profiles of cases: ``profil_kasus.py``. Run by ``manage.py uji_kasus`` and ``tests/test_kasus.py``.

``harapan`` of a layanan: ``boleh`` (no condition says tidak), ``gagal`` and ``periksa`` (all codes that say
tidak, perlu diperiksa), ``ya`` (codes that must be met), ``tanpa`` (codes that must not be asked),
``paling_cepat`` and ``kalimat`` ({kode: value}). ``harapan`` of a function: a value, or a dict of which every
key must come out; ``galat`` expects a ValueError whose sentence contains the text.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import yaml

from kepegawaian.acuan import Bertanggal
from layanan import katalog
from layanan.profil_kasus import KasusSalah, susun_profil, tanggal_iso

KETERANGAN = frozenset(
    [
        "id",
        "nama",
        "judul",
        "topik",
        "sumber",
        "status_aturan",
        "keyakinan",
        "catatan",
        "aturan",
        "pertanyaan",
        "setelan",
        "harapan",
    ]
)
KUNCI_LAYANAN = frozenset({"layanan", "profil", "tanggal", "isian", "lain"})
KUNCI_FUNGSI = frozenset({"fungsi", "masukan"})
HARAPAN_LAYANAN = frozenset({"boleh", "gagal", "periksa", "ya", "tanpa", "paling_cepat", "kalimat"})


@dataclass(frozen=True)
class Kasus:
    """One case as written; ``berkas`` and ``nomor`` say where it stands."""

    berkas: str
    nomor: int
    isi: dict

    @property
    def id(self):
        """Its id, or file and number."""
        return str(self.isi.get("id") or f"{self.berkas}#{self.nomor}")

    @property
    def apa(self):
        """What it asks: title, name or question."""
        return str(self.isi.get("judul") or self.isi.get("nama") or self.isi.get("pertanyaan") or "")

    @property
    def sasaran(self):
        """The layanan or function it asks."""
        return str(self.isi.get("layanan") or self.isi.get("fungsi") or "?")


@dataclass(frozen=True)
class Putusan:
    """Outcome of one case: ``beda`` lists differences, empty when it passes."""

    kasus: Kasus
    beda: list = field(default_factory=list)

    @property
    def lulus(self):
        """True when everything expected came out."""
        return not self.beda


# ── reading ──────────────────────────────────────────────────────────────────────────────────────────


class _PembacaKetat(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML that refuses a key written twice; read by libyaml where PyYAML has it, in a sixth of the time."""


def _peta(pembaca, simpul):
    """A mapping; ``<<`` takes over an anchored one, whose keys may be written again here."""
    sudah = set()
    for kunci, _ in simpul.value:
        if kunci.value in sudah and kunci.value != "<<":
            raise KasusSalah(f"kunci {kunci.value!r} tertulis dua kali (baris {kunci.start_mark.line + 1})")
        sudah.add(kunci.value)
    pembaca.flatten_mapping(simpul)
    return {pembaca.construct_object(k, deep=True): pembaca.construct_object(v, deep=True) for k, v in simpul.value}


_PembacaKetat.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _peta)


def baca(jalan):
    """Cases of one file, in order. Raises KasusSalah with file and place when it cannot be read."""
    jalan = Path(jalan)
    try:
        # A subclass of SafeLoader: it builds plain values only.
        isi = yaml.load(jalan.read_text(encoding="utf-8"), Loader=_PembacaKetat)  # noqa: S506 - plain values only
    except (OSError, UnicodeDecodeError, yaml.YAMLError, KasusSalah) as galat:
        raise KasusSalah(f"{jalan.name}: {galat}") from galat
    if isinstance(isi, dict):
        isi = isi.get("kasus")
    if not isinstance(isi, list) or not all(isinstance(k, dict) for k in isi):
        raise KasusSalah(f"{jalan.name}: isinya harus daftar kasus.")
    kasus = [Kasus(jalan.name, i, k) for i, k in enumerate(isi, 1)]
    id_ = [k.isi["id"] for k in kasus if "id" in k.isi]
    if kembar := {i for i in id_ if id_.count(i) > 1}:
        raise KasusSalah(f"{jalan.name}: id tertulis dua kali: {', '.join(sorted(map(str, kembar)))}.")
    return kasus


# ── running ──────────────────────────────────────────────────────────────────────────────────────────


def jalankan(kasus, acuan):
    """Runs one case against ``acuan``; a wrongly written case is a difference as well, never an exception."""
    try:
        _kunci_dikenal(kasus.isi)
        acuan = _ganti_setelan(acuan, kasus.isi.get("setelan") or {})
        beda = _uji_layanan(kasus.isi, acuan) if "layanan" in kasus.isi else _uji_fungsi(kasus.isi, acuan)
    except KasusSalah as galat:
        beda = [f"salah tulis: {galat}"]
    except Exception as galat:
        beda = [f"{type(galat).__name__}: {galat}"]
    return Putusan(kasus, beda)


def _kunci_dikenal(isi):
    macam = KUNCI_LAYANAN if "layanan" in isi else KUNCI_FUNGSI
    if ("layanan" in isi) == ("fungsi" in isi):
        raise KasusSalah("sebutkan salah satu: layanan atau fungsi")
    if asing := set(isi) - KETERANGAN - macam:
        raise KasusSalah(f"kunci tidak dikenal: {', '.join(sorted(map(str, asing)))}")
    if "harapan" not in isi:
        raise KasusSalah("harapan tidak ada")


def _ganti_setelan(acuan, setelan):
    """The acuan with settings of this case instead of the office's."""
    if asing := set(setelan) - set(acuan.daftar_setelan):
        raise KasusSalah(f"setelan tidak dikenal: {', '.join(sorted(asing))}")
    baru = {k: [Bertanggal(date.min, None, nilai)] for k, nilai in setelan.items()}
    return replace(acuan, daftar_setelan=acuan.daftar_setelan | baru) if baru else acuan


def susun_konteks(isi, acuan):
    """(layanan, Konteks) of a layanan case."""
    try:
        layanan = katalog.ambil(isi["layanan"])
    except KeyError:
        raise KasusSalah(f"layanan {isi['layanan']!r} tidak dikenal") from None
    medan = layanan.form.base_fields if layanan.form else {}
    isian = dict(isi.get("isian") or {})
    if asing := set(isian) - set(medan):
        raise KasusSalah(f"isian tidak dikenal: {', '.join(sorted(map(str, asing)))}")
    for nama, nilai in isian.items():
        if type(medan[nama]).__name__ == "DateField":
            isian[nama] = tanggal_iso(nilai, nama)
    if "tanggal" not in isi and "tmt" not in isian:
        raise KasusSalah("tanggal tidak ada")
    tanggal = tanggal_iso(isi.get("tanggal") or isian["tmt"], "tanggal")
    tmt = layanan.tmt(isian, tanggal)
    profil = susun_profil(isi.get("profil") or {}, tmt, acuan)
    return layanan, katalog.Konteks(profil, isian, tmt, acuan, dict(isi.get("lain") or {}))


def _uji_layanan(isi, acuan):
    harapan = isi["harapan"]
    if not isinstance(harapan, dict) or set(harapan) - HARAPAN_LAYANAN:
        raise KasusSalah(f"harapan layanan hanya boleh berisi: {', '.join(sorted(HARAPAN_LAYANAN))}")
    layanan, konteks = susun_konteks(isi, acuan)
    dikenal = {s.kode for s in layanan.syarat}
    for kunci in ("gagal", "periksa", "ya", "tanpa", "paling_cepat", "kalimat"):
        if asing := set(harapan.get(kunci) or ()) - dikenal:
            raise KasusSalah(f"kode syarat tidak dikenal pada {kunci}: {', '.join(sorted(asing))}")
    jawab = {s.kode: h for s, h in layanan.periksa(konteks)}
    menurut = {j: sorted(k for k, h in jawab.items() if h.jawaban == j) for j in ("ya", "tidak", "perlu_diperiksa")}
    beda = []
    if "boleh" in harapan and harapan["boleh"] is not (not menurut["tidak"]):
        beda.append(f"boleh: diharapkan {harapan['boleh']}, hasilnya {not menurut['tidak']} ({menurut['tidak']})")
    for kunci, jawaban in (("gagal", "tidak"), ("periksa", "perlu_diperiksa")):
        if kunci in harapan and sorted(harapan[kunci] or ()) != menurut[jawaban]:
            beda.append(f"{kunci}: diharapkan {sorted(harapan[kunci] or ())}, hasilnya {menurut[jawaban]}")
    if kurang := set(harapan.get("ya") or ()) - set(menurut["ya"]):
        beda.append(f"ya: {sorted(kurang)} tidak terpenuhi")
    if lebih := set(harapan.get("tanpa") or ()) & set(jawab):
        beda.append(f"tanpa: {sorted(lebih)} tetap ditanyakan")
    for kunci in ("paling_cepat", "kalimat"):
        hasil = {k: getattr(jawab[k], kunci) if k in jawab else None for k in harapan.get(kunci) or ()}
        beda += bandingkan(harapan.get(kunci) or {}, hasil, kunci)
    return beda


def _uji_fungsi(isi, acuan):
    fungsi = katalog.fungsi_terdaftar().get(isi["fungsi"])
    if fungsi is None:
        raise KasusSalah(f"fungsi {isi['fungsi']!r} tidak dikenal; lihat --daftar")
    masukan = isi.get("masukan") or {}
    if not isinstance(masukan, dict):
        raise KasusSalah("masukan harus berisi nama: nilai")
    harapan = isi["harapan"]
    galat_diharapkan = harapan.get("galat") if isinstance(harapan, dict) else None
    try:
        hasil = fungsi(acuan=acuan, **masukan)
    except TypeError as galat:
        if "argument" not in str(galat):
            raise
        raise KasusSalah(f"masukan {fungsi.__name__}: {galat}") from galat
    except ValueError as galat:
        if galat_diharapkan and galat_diharapkan in str(galat):
            return []
        return [f"galat: {galat}"]
    if galat_diharapkan:
        return [f"galat: diharapkan {galat_diharapkan!r}, hasilnya {hasil!r}"]
    return bandingkan(harapan, hasil)


# ── comparing ────────────────────────────────────────────────────────────────────────────────────────


def _polos(nilai):
    """Dates as ISO text, decimals as numbers, tuples as lists."""
    if isinstance(nilai, date):
        return nilai.isoformat()
    if isinstance(nilai, Decimal):
        return float(nilai)
    if isinstance(nilai, list | tuple):
        return [_polos(x) for x in nilai]
    if isinstance(nilai, dict):
        return {k: _polos(v) for k, v in nilai.items()}
    return nilai


def bandingkan(harapan, hasil, jalan=""):
    """Differences: every key of ``harapan`` must come out equal; keys of ``hasil`` nobody expects are left alone."""
    harapan, hasil = _polos(harapan), _polos(hasil)
    if isinstance(harapan, dict) and isinstance(hasil, dict):
        beda = []
        for kunci, nilai in harapan.items():
            nama = f"{jalan}.{kunci}".strip(".")
            if kunci not in hasil:
                beda.append(f"{nama}: tidak dihasilkan")
            else:
                beda += bandingkan(nilai, hasil[kunci], nama)
        return beda
    sama = harapan == hasil and isinstance(harapan, bool) == isinstance(hasil, bool)
    return [] if sama else [f"{jalan or 'hasil'}: diharapkan {harapan!r}, hasilnya {hasil!r}"]
