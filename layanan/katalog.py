"""Katalog: apa itu layanan. Pure Python, imported by every ``aturan.py``; no Django here.

A layanan is one class in one file that declares its law (``Syarat`` with ``Dasar``), its documents, its
route (``Langkah``), its form, its naskah and its effect. Everything else of the portal reads this
declaration: catalogue, form, checklist, inbox, decree, index, tests.

To add one: copy the nearest file, quote the law, write its cases, run ``manage.py katalog <slug>``.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from layanan.langkah_bawaan import LangkahBawaan
from layanan.registri import (  # noqa: F401 - callers know them as katalog.semua(), katalog.ambil(), …
    _daftar,
    ambil,
    daftarkan,
    daftarkan_aturan,
    fungsi_kasus,
    fungsi_terdaftar,
    kumpulan_aturan,
    pilihan,
    semua,
    temukan,
)

YA, TIDAK, PERIKSA = "ya", "tidak", "perlu_diperiksa"


@dataclass(frozen=True, slots=True)
class Hasil:
    """Answer of one Syarat: ``ya``, ``tidak`` or ``perlu_diperiksa``, a sentence, and its evidence.

    ``bukti`` names the facts used, as short texts for the screen ("II/d sejak 1 April 2020").
    ``paling_cepat`` is the first date on which the answer can become ``ya``, where the rule knows it.
    """

    jawaban: str
    kalimat: str
    bukti: tuple[str, ...] = ()
    paling_cepat: date | None = None

    @property
    def terpenuhi(self):
        """True only for ``ya``."""
        return self.jawaban == YA


def ya(kalimat, *bukti):
    """A condition that is met."""
    return Hasil(YA, kalimat, bukti)


def tidak(kalimat, *bukti, paling_cepat=None):
    """A condition that is not met; ``paling_cepat`` when it will be."""
    return Hasil(TIDAK, kalimat, bukti, paling_cepat)


def perlu_diperiksa(kalimat, *bukti):
    """A fact is unknown to the portal: a person must look (T-18 of the readings)."""
    return Hasil(PERIKSA, kalimat, bukti)


@dataclass(frozen=True, slots=True)
class Dasar:
    """A source of law: ``peraturan`` is a code of the table Regulasi, ``pasal`` as cited."""

    peraturan: str
    pasal: str = ""

    def __str__(self):
        return f"{self.peraturan} {self.pasal}".strip()


@dataclass(frozen=True, slots=True)
class Konteks:
    """What a rule may look at: no clock, no database.

    ``profil``: ``kepegawaian.profil.Profil`` of the person on ``tanggal``; ``isian``: cleaned form values;
    ``tanggal``: the date the rule is asked for (TMT); ``acuan``: ``kepegawaian.acuan.Acuan``;
    ``lain``: facts about others, put here by the layanan's ``siapkan()``; ``langkah``: {kode: answers of the
    step's form} of the steps done so far.
    """

    profil: Any
    isian: dict
    tanggal: date
    acuan: Any
    lain: dict = field(default_factory=dict)
    langkah: dict = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Syarat:
    """One condition of the law; ``kode`` is its id in the regulation file, letter for letter.

    ``periksa(konteks) -> Hasil``. ``berlaku_sejak``/``berlaku_sampai`` bound the TMT it applies to.
    ``keyakinan``: pasti, sebagian or asumsi; anything but pasti is said on the screen. ``rahasia``: the
    answer rests on discipline; only the person and the BKD see its sentence.
    """

    kode: str
    uraian: str
    dasar: Dasar
    periksa: Callable[[Konteks], Hasil]
    keyakinan: str = "pasti"
    berlaku_sejak: date | None = None
    berlaku_sampai: date | None = None
    dasar_lain: tuple[Dasar, ...] = ()
    rahasia: bool = False

    def berlaku(self, tanggal):
        """True when the rule applies to ``tanggal``."""
        return (self.berlaku_sejak is None or self.berlaku_sejak <= tanggal) and (
            self.berlaku_sampai is None or tanggal <= self.berlaku_sampai
        )


@dataclass(frozen=True, slots=True)
class DokumenSyarat:
    """One document asked for. ``bila(konteks)`` says whether it applies, ``kapan`` the same in words; ``dosir``
    which kind of the person's file (riwayat key) answers it by itself when the portal already has the scan."""

    kode: str
    nama: str
    wajib: bool = True
    dosir: str = ""
    bila: Callable[[Konteks], bool] | None = None
    keterangan: str = ""
    kapan: str = ""


@dataclass(frozen=True, slots=True)
class Alamat:
    """Where a step goes. ``jenis``: jabatan | peran | kepala_opd | atasan | pemohon | penandatangan | pemilik (staf,
    head, or head above, of the unit that owns this very usulan) | kantor (``Layanan.kantor_langkah`` names it)."""

    jenis: str
    kode: str = ""
    unit: str = ""

    def __str__(self):
        return ":".join(x for x in (self.jenis, self.kode, self.unit) if x)


def jabatan(kode):
    """An office by its code (``Jabatan.kode``), e.g. ``KEPALA-SUB12``; who holds it, Plt and Plh included, decides."""
    return Alamat("jabatan", kode)


def staf(unit):
    """Staf BKD of the subbidang with code ``unit``."""
    return Alamat("peran", "staf_bkd", unit)


operator_opd = Alamat("peran", "operator_opd", "OPD")
kepala_opd = Alamat("kepala_opd")
atasan_langsung = Alamat("atasan")
pemohon = Alamat("pemohon")
staf_pemilik = Alamat("pemilik", "staf")
kepala_pemilik = Alamat("pemilik", "kepala")
atasan_pemilik = Alamat("pemilik", "atasan")


def penandatangan(setelan):
    """The office named by the dated setting ``setelan`` or by the layanan's ``kantor_penandatangan``."""
    return Alamat("penandatangan", setelan)


@dataclass(frozen=True, slots=True)
class BatasHukum:
    """A time limit the law itself sets to a step: ``banyak`` of ``satuan`` (hari_kerja | hari | bulan) from its entry."""

    banyak: int
    satuan: str
    dasar: Dasar

    def __str__(self):
        return f"{self.banyak} {self.satuan.replace('_', ' ')} ({self.dasar})"


# Kinds of step. What a person may do at it follows from here, never from the template.
SETUJU, REKAM, TETAPKAN, TANDA_TANGAN, SERAHKAN = "setuju", "rekam", "tetapkan", "tanda_tangan", "serahkan"


@dataclass(frozen=True, slots=True)
class Langkah:
    """One step of a route.

    ``aksi``: setuju (approve or return), rekam (an outside party: staff record its answer with ``form``),
    tetapkan (number and freeze the naskah, then print), tanda_tangan (the signed scan makes it stand),
    serahkan (hand over). ``form`` asks at the step; its answers stay with the step and rules read them as
    ``Konteks.langkah[kode]``. ``hasil`` names the outcomes that lead elsewhere ({"bts": "verifikasi_bkd"}); an
    outcome not named, or mapped to "", goes on to the next step, one mapped to ``"TOLAK"`` refuses, one mapped to
    ``"SELESAI"`` ends. ``sebutan`` has the words of every outcome that may be chosen ({"hadir": "Hadir"}).
    ``naskah``: at rekam the decree made outside; at setuju the step's own letter (surat panggilan, berita acara),
    printed from ``Layanan.data_surat``. ``paraf``: who approves here initials the draft of the decree.
    ``tombol`` is the text of the one primary button. ``wajib``: the law's own step, cannot be switched off.
    ``batas_hukum``: limit of the law. ``jalur``: the party outside the BKD that does the step; at rekam its answer may
    refuse. ``kapan`` says in words what ``bila`` decides. ``boleh_tolak``: an office from Kepala BKD upward (setting
    ``tolak_mulai_eselon``) may refuse at any step but serahkan; False takes that away here (who only passes on), True
    only says it aloud, and the checks want such an office. ``memutus``: the request itself is decided here (a correction
    by the atasan): its outcome TOLAK stands whatever the eselon of the office.
    """

    kode: str
    nama: str
    kepada: Alamat
    aksi: str = SETUJU
    sla_hari_kerja: int | None = None
    form: Any = None
    naskah: Any = None
    hasil: dict[str, str] = field(default_factory=dict)
    sebutan: dict[str, str] = field(default_factory=dict)
    paraf: bool = False
    batas_hukum: BatasHukum | None = None
    boleh_tolak: bool | None = None
    memutus: bool = False
    wajib: bool = True
    tombol: str = ""
    jalur: str = ""
    bila: Callable[[Konteks], bool] | None = None
    kapan: str = ""


@dataclass(frozen=True, slots=True)
class BagianNaskah:
    """One part of a naskah whose wording the office may change; it stands in the frozen data under ``kode``.

    ``bawaan``: the default wording in the language of ``layanan.templat``; ``bentuk``: teks (one paragraph),
    daftar (one item a line) or diktum (one decision a line, numbered KESATU, KEDUA …). ``peraturan``: codes the
    part must go on naming. ``setelan``: the dated setting whose lines are the default instead of ``bawaan``.
    ``boleh_kosong``: nothing may be left of it for some persons; it is not printed then.
    """

    kode: str
    nama: str
    bawaan: str = ""
    bentuk: str = "teks"
    peraturan: tuple[str, ...] = ()
    setelan: str = ""
    keterangan: str = ""
    boleh_kosong: bool = False


def kunci_peraturan(kode):
    """``PP 99/2000`` as a name of the template language: ``pp_99_2000``."""
    return re.sub(r"[^a-z0-9]+", "_", kode.lower()).strip("_")


def sebut_peraturan(*kode):
    """Default wording that names regulations by their key in the frozen data, one a line."""
    return "\n".join(f"{{{{ d.peraturan.{kunci_peraturan(k)} }}}}" for k in kode)


@dataclass(frozen=True, slots=True)
class TemplatNaskah:
    """How a layanan's naskah is printed: kind, template, register and title.

    ``bagian``: the parts the office may reword; ``nama``: (path, example) of every value of the frozen data
    their wording may use ("pegawai.nama", "SITI AMINAH, S.Pd."). ``elektronik``: a letter of a step that one official alone
    signs, so that his office may sign it electronically (``layanan.tanda_tangan_surat``); a decree asks its signing step.
    """

    jenis: str
    templat: str
    klasifikasi: str
    judul: str
    pola_nomor: str
    bagian: tuple[BagianNaskah, ...] = ()
    nama: tuple[tuple[str, Any], ...] = ()
    elektronik: bool = False


@dataclass(frozen=True, slots=True)
class SkKolektif:
    """One decree for many: how it is printed, what it says, and the columns of its lampiran.

    ``umum(data)``: the part all persons share, from the frozen data of the first; ``kolom``: (heading, frozen data of
    a person -> lines of the cell). Its wording are the ``bagian`` of ``naskah``; petikan: the layanan's own naskah.
    """

    naskah: TemplatNaskah
    umum: Callable[[dict], dict]
    kolom: tuple[tuple[str, Callable[[dict], list]], ...]

    def data(self, daftar):
        """Frozen data of the decree for the frozen data of its persons: what all share, and the lampiran as rows."""
        return self.umum(daftar[0]) | {
            "kolektif": True,
            "banyak_orang": len(daftar),
            "kolom": [judul for judul, _ in self.kolom],
            "baris": [[list(isi(data)) for _, isi in self.kolom] for data in daftar],
        }


class Layanan(LangkahBawaan):
    """Base of every layanan; subclasses declare, and override the few methods below.

    ``dampak``: one sentence for everyone, what changes once it is signed (the rule itself is ``terapkan``).
    """

    slug = ""
    nama = ""
    aspek = ""
    uraian = ""
    dampak = ""
    strategis = False
    versi = 1
    dasar: tuple[Dasar, ...] = ()
    syarat: tuple[Syarat, ...] = ()
    dokumen: tuple[DokumenSyarat, ...] = ()
    alur: tuple[Langkah, ...] = ()
    form: Any = None
    naskah: TemplatNaskah | None = None
    kolektif: SkKolektif | None = None
    bagian: tuple[str, ...] = ()
    pengusul: tuple[str, ...] = ("operator_opd", "staf_bkd")
    pemilik = ""
    surat_pengantar = False
    nominatif = False
    # A case about discipline, divorce, health or law: outside the portal a notice only says that there is one.
    rahasia = False
    # Kind of riwayat whose readers alone may read what is uploaded ("keluarga"); "" : everybody who sees the dosir.
    bagian_berkas = ""
    # False: no earlier decree rests on what its naskah prove (family), so a late one flags none as perlu ditinjau.
    menggoyahkan = True
    # False: nobody asks of himself whether he meets the conditions (anumerta).
    tanya_diri = True
    # Title of the card of ``akibat`` and its two headings, where they are no "now" and "from TMT on" (a claim).
    judul_akibat: tuple[str, ...] = ()
    # What follows when a step waits beyond its deadline, in words, and the law that says so (task list).
    akibat_terlambat = ""
    dasar_terlambat: Dasar | None = None

    @property
    def semua_syarat(self):
        """Syarat listed under this layanan on the pages of the law: its own, and those it shows without asking them."""
        return self.syarat

    def tenggat_usul(self, tmt, acuan):
        """Last day to submit for the TMT asked, or None when the law sets none; shown on the task list."""
        return None

    def bulan_nominatif(self, hari_ini, acuan):
        """First day of the month whose nominatif is worked on today; default next month."""
        indeks = hari_ini.year * 12 + hari_ini.month
        return date(indeks // 12, indeks % 12 + 1, 1)

    def jatuh_tempo(self, profil, acuan, tanggal):
        """The next date on or after ``tanggal`` on which this person may be due, or None."""
        return None

    def siapkan(self, profil, isian):
        """Facts about others the rules need (atasan's golongan …); returned dict becomes ``Konteks.lain``."""
        return {}

    def isian_awal(self, profil, tanggal, acuan):
        """Initial values of the form, taken from the Profil."""
        return {}

    def tmt(self, isian, tanggal):
        """The date of effect asked for; rules and profile are taken on it."""
        return isian.get("tmt") or tanggal

    def ringkas(self, profil, isian):
        """One short sentence of what is asked, for lists ("II/d ke III/a, TMT 1 Des 2026")."""
        return self.nama

    def akibat(self, konteks):
        """Rows (label, now, then) of what the naskah will change; shown before anyone decides."""
        return []

    def data_naskah(self, konteks):
        """Every value the naskah prints, JSON-able; frozen when the number is taken."""
        return {}

    def data_konsep(self, konteks):
        """As ``data_naskah`` for a preview: what is not known yet stands as "……" instead of a refusal."""
        return self.data_naskah(konteks)

    def data_surat(self, kode, konteks):
        """Every value the own letter of the step ``kode`` prints, JSON-able; parts of its TemplatNaskah are put in after."""
        raise NotImplementedError(f"{self.slug} belum menyatakan isi surat langkah {kode}")

    def dicetak(self, konteks):
        """False when the decree is made elsewhere and only recorded here."""
        return True

    def kantor_penandatangan(self, konteks):
        """Code of the office that signs, or None for the dated setting named by the step."""
        return None

    def penanda_tangan(self, acuan, tanggal):
        """Sentences of who signs, where that depends on the case; [] when the signing step says it."""
        return []

    def unit_pemilik(self, isian):
        """Code of the unit whose staf process this usulan; differs from ``pemilik`` only where isian decides."""
        return self.pemilik

    def templat_naskah(self, konteks):
        """The TemplatNaskah of this usulan; ``naskah`` unless its register depends on what is asked."""
        return self.naskah

    def terapkan(self, naskah_pegawai):
        """Writes the riwayat rows of a signed naskah; called once, inside the transaction of signing."""
        raise NotImplementedError(f"{self.slug} belum menyatakan akibatnya")

    def periksa(self, konteks):
        """Asks every Syarat that applies on the date; returns [(Syarat, Hasil)]."""
        return [(s, s.periksa(konteks)) for s in self.syarat if s.berlaku(konteks.tanggal)]

    def langkah(self, kode):
        """The step ``kode``; KeyError when unknown."""
        return {langkah.kode: langkah for langkah in self.alur}[kode]
