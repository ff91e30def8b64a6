"""Hak: what one account may see and do today, computed at every request from riwayat and penugasan.

Roles follow the office (``desain.md`` §5, §7): kepala, Plt and Plh from riwayat jabatan, staf BKD from the
unit they work in, the rest from ``Penugasan``. Nothing here is stored, so nothing goes stale.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

from django.db import connection
from django.db.models import Q

from kepegawaian.siap import jalankan

SQL = (Path(__file__).parent / "sql" / "hak.sql").read_text(encoding="utf-8")

PERAN = (
    "asn",
    "pensiunan",
    "atasan",
    "operator_opd",
    "kepala_opd",
    "staf_bkd",
    "pejabat_bkd",
    "pimpinan",
    "inspektorat",
    "admin",
    "calon",
)
KODE_BKD = "BKPSDM"
# Kedudukan hukum in which one holds no office: CLTN and its extension (PP 11/2017: dibebaskan dari jabatannya).
KEDUDUKAN_CLTN = ("02", "13")
KODE_SEKDA = "KEPALA-SETDA"

# Name -> function (hak) -> int; apps add their counters here (kotak kerja, usulan, pemberitahuan).
LENCANA = {}
# Name -> function (hak) -> expression of ``hitung.Hitung``, or None; all of them are asked in one query.
LENCANA_SEKALIGUS = {}
# Slug of a confidential layanan -> kode of the unit that handles it; the engine fills it when the apps are ready.
RAHASIA = {}
# Slug of a confidential layanan -> function (hak) -> Q over Usulan: who opens a case besides (a tim pemeriksa).
PEMBUKA_RAHASIA = {}
# Part of the record (``kesehatan``) -> slug of the confidential layanan whose handlers read it, besides the person.
PEMBACA_BAGIAN = {}


@dataclass(frozen=True)
class Kantor:
    """An office held today: ``sifat`` D, PLT or PLH; ``sampai`` for Plt/Plh."""

    jabatan_id: int
    kode: str
    nama: str
    unit_id: int | None
    kepala: bool
    sifat: str = "D"
    sampai: date | None = None

    @property
    def sebutan(self):
        """Name of the office with "Plt." or "Plh." before it."""
        return {"PLT": "Plt. ", "PLH": "Plh. "}.get(self.sifat, "") + self.nama


@dataclass(frozen=True)
class Hak:
    """What one account may see and do on ``per``.

    ``unit_lingkup``: ids of all units whose people he may see through an office or duty; ``unit_staf``:
    units of the BKD whose services he processes; ``kantor_luar``: offices without NIP he records for.
    """

    pengguna_id: int
    per: date
    peran: frozenset = frozenset()
    pegawai_id: int | None = None
    nip: str = ""
    nama: str = ""
    jenis_kelamin: str = ""
    status: str = ""
    sebutan: str = ""
    unit_id: int | None = None
    opd_id: int | None = None
    kantor: tuple[Kantor, ...] = ()
    unit_operator: frozenset = frozenset()
    unit_kepala: frozenset = frozenset()
    unit_staf: frozenset = frozenset()
    unit_lingkup: frozenset = frozenset()
    kantor_luar: frozenset = frozenset()
    penangan_disiplin: bool = False
    _lencana: dict = field(default_factory=dict, compare=False)

    @property
    def lihat_semua(self):
        """Sees every pegawai: BKD and inspektorat."""
        return not self.peran.isdisjoint(("staf_bkd", "pejabat_bkd", "inspektorat"))

    @property
    def hanya_baca(self):
        """Decides and changes nothing."""
        return self.peran <= {"inspektorat", "pensiunan"} or "inspektorat" in self.peran

    @property
    def hanya_calon(self):
        """A candidate of a selection and nothing else: his own pemberkasan is all that opens to him."""
        return self.peran == {"calon"}

    @property
    def jabatan_ids(self):
        """Ids of the offices held today."""
        return tuple(k.jabatan_id for k in self.kantor)

    def punya(self, *peran):
        """True when he has one of the roles."""
        return not self.peran.isdisjoint(peran)

    def lingkup(self, awalan=""):
        """Q over ProfilKini (reached by the path ``awalan``) of the pegawai he may see."""
        if self.lihat_semua:
            return Q()
        sendiri = Q(**{f"{awalan}pegawai_id": self.pegawai_id or 0})
        if not self.unit_lingkup:
            return sendiri
        return sendiri | Q(**{f"{awalan}unit_id__salah_satu": self.unit_lingkup})

    def mencakup(self, kini):
        """True when the ProfilKini ``kini`` lies in his scope."""
        return self.lihat_semua or kini.pegawai_id == self.pegawai_id or kini.unit_id in self.unit_lingkup

    def boleh_bagian(self, pegawai_id, bagian):
        """May he read ``bagian`` (kerja, kontak, keluarga, nik, hukuman, kesehatan) of a pegawai in his scope?

        atasan: work data only; keluarga and NIK for those who need them; hukuman and kesehatan (accidents at work and
        what was paid for them) for their handlers and the person.
        """
        if bagian == "perkara":  # papers of a confidential case are read on its page only, by its handlers
            return False
        if pegawai_id == self.pegawai_id or bagian == "kerja":
            return True
        if bagian == "hukuman":
            return self.penangan_disiplin
        if bagian == "kesehatan":
            return bagian in PEMBACA_BAGIAN and PEMBACA_BAGIAN[bagian] not in self.rahasia_tertutup
        if bagian == "kontak":
            return self.punya("operator_opd", "staf_bkd", "pejabat_bkd", "inspektorat")
        return self.punya("operator_opd", "staf_bkd", "inspektorat")

    def saring_usulan(self, usulan):
        """Usulan he may open: own, of people he serves, addressed to him, or that he acted on.

        One that is ``tertutup`` (out of a rancangan pelantikan) only by its steps or as BKD, until its SK is signed; the
        person himself not even then. A confidential one (``RAHASIA``) only by who handles it, at whatever office.
        """
        milik = Q(pegawai_id=self.pegawai_id or 0)
        if self.lihat_semua:
            syarat = ~Q(milik, tertutup=True)
        else:
            syarat = milik
            if layanan_unit := self.unit_operator | self.unit_kepala_opd:
                syarat |= Q(pegawai__kini__unit_id__salah_satu=layanan_unit)
            syarat = syarat & Q(tertutup=False) | self._melalui_langkah(usulan.model)
        if tutup := self.rahasia_tertutup:
            terbuka = (
                Q(milik, tertutup=False) | Q(dibuat_oleh_id=self.pengguna_id) | self._melalui_langkah(usulan.model)
            )
            for buat in PEMBUKA_RAHASIA.values():
                terbuka |= buat(self)
            syarat = syarat & ~Q(layanan__in=tutup) | Q(layanan__in=tutup) & terbuka & ~Q(milik, tertutup=True)
        return usulan.filter(syarat)

    def _melalui_langkah(self, model):
        """Q over Usulan of those with a step, past or waiting, addressed to him or to an office he holds."""
        syarat = Q(pk__in=())
        if self.kantor:
            syarat |= Q(pk__in=model.objects.filter(langkah__jabatan_id__in=self.jabatan_ids).values("pk"))
        if self.kantor_luar:
            syarat |= Q(pk__in=model.objects.filter(langkah__kantor_luar__in=self.kantor_luar).values("pk"))
        if RAHASIA and self.pegawai_id:
            petugas = model.objects.filter(langkah__penerima_id=self.pegawai_id, layanan__in=RAHASIA)
            syarat |= Q(pk__in=petugas.exclude(pegawai_id=self.pegawai_id).values("pk"))
        return syarat

    @cached_property
    def rahasia_tertutup(self):
        """Slugs of the confidential layanan he does not handle: neither staf of the unit that does, nor an official above.

        Whoever only reads, the inspektorat too, handles none.
        """
        if not RAHASIA:
            return ()
        from kepegawaian.acuan import acuan_kini  # noqa: PLC0415 - rights are computed from an acuan that is passed in

        acuan = acuan_kini()
        return tuple(s for s, unit in RAHASIA.items() if self.hanya_baca or not memegang(self, acuan, [unit]))

    def saring_menunggu(self, awalan=""):
        """Q over LangkahUsulan of the steps that wait for an office or duty he holds today."""
        syarat = Q(**{f"{awalan}penerima_id": self.pegawai_id or 0})
        if self.kantor:
            syarat |= Q(**{f"{awalan}jabatan_id__in": self.jabatan_ids})
        if self.unit_staf:
            syarat |= Q(**{f"{awalan}peran": "staf_bkd", f"{awalan}unit_id__salah_satu": self.unit_staf})
        if self.unit_operator:
            syarat |= Q(**{f"{awalan}peran": "operator_opd", f"{awalan}unit_id__salah_satu": self.unit_operator})
        if self.kantor_luar:
            syarat |= Q(**{f"{awalan}kantor_luar__in": sorted(self.kantor_luar)})
        return Q(**{f"{awalan}keadaan": "menunggu"}) & syarat

    @property
    def unit_kepala_opd(self):
        """Units below an OPD he heads; empty for other atasan."""
        return self.unit_kepala if "kepala_opd" in self.peran else frozenset()

    @cached_property
    def lencana(self):
        """Lazy counters for the menu; each is counted once, when first asked for."""
        return _Lencana(self)


class _Lencana(dict):
    def __init__(self, hak):
        super().__init__()
        self.hak = hak

    def __missing__(self, kunci):
        if kunci in LENCANA_SEKALIGUS:
            self.update(self._sekaligus())
            return self[kunci]
        hitung = LENCANA.get(kunci)
        self[kunci] = hitung(self.hak) if hitung else 0
        return self[kunci]

    def _sekaligus(self):
        from kepegawaian.acuan import acuan_kini  # noqa: PLC0415 - the models import nothing of rights, rights no models
        from kepegawaian.hitung import tanya_tetap  # noqa: PLC0415 - as above

        def buat():
            ekspresi = {nama: buat_satu(self.hak) for nama, buat_satu in LENCANA_SEKALIGUS.items()}
            return {f"lencana_{nama}": e for nama, e in ekspresi.items() if e is not None}

        nilai = tanya_tetap(self.hak.pengguna_id, self.hak, acuan_kini(), buat)
        return {nama: nilai.get(f"lencana_{nama}") or 0 for nama in LENCANA_SEKALIGUS}

    def get(self, kunci, bawaan=None):
        return self[kunci] or bawaan


def hitung_hak(pengguna, *, per, acuan):
    """The Hak of an account on ``per``. A person whose service ended long ago has no role at all."""
    with connection.cursor() as kursor:
        jalankan(kursor, SQL, {"pengguna": pengguna.pk, "per": per})
        baris = kursor.fetchone()
    if baris is None:
        return Hak(pengguna.pk, per)
    (pid, nip, nama, kelamin, kedudukan, akhir, tmt_kedudukan, status, kontrak_sampai) = baris[:9]
    if pid is None:
        return _susun(pengguna, per, acuan, baris, frozenset(), nama=pengguna.nama)
    berakhir = tmt_kedudukan if akhir else None
    if status in ("PPPK", "PPPK_PW") and kontrak_sampai and kontrak_sampai < per:
        berakhir = min(berakhir or date.max, kontrak_sampai + timedelta(days=1))
    pokok = {"pegawai_id": pid, "nip": nip, "nama": nama or nip, "jenis_kelamin": kelamin, "status": status or ""}
    if berakhir is not None:
        hari_baca = acuan.setelan("akun_hari_baca_setelah_pensiun", per)
        masih = (per - berakhir).days <= hari_baca
        peran = frozenset({"pensiunan"}) if masih else frozenset()
        return Hak(pengguna.pk, per, peran=peran, sebutan="Purna tugas", **pokok)
    if kedudukan in KEDUDUKAN_CLTN:  # his post is released; Plt and Plh with it
        baris = (*baris[:9], *(None,) * 6, *baris[15:16], None, *baris[17:])
    return _susun(pengguna, per, acuan, baris, frozenset({"asn"}), **pokok)


def _kantor(baris):
    """Offices held: the definitive one when it is an office, and every running Plt/Plh."""
    jid, kode, nama, kepala, unit_id, jenis = baris[9:15]
    if jid and (kepala or jenis == "struktural"):
        yield Kantor(jid, kode, nama, unit_id, bool(kepala))
    for teks in baris[16] or ():
        sifat, id_, unit, kepala, sampai, kode, nama = teks.split("|", 6)
        yield Kantor(
            int(id_),
            kode,
            nama,
            int(unit) if unit else None,
            kepala in ("t", "true"),
            sifat,
            date.fromisoformat(sampai) if sampai else None,
        )


def _susun(pengguna, per, acuan, baris, peran, **pokok):
    """Puts roles and scopes together from offices, the unit of work, and penugasan."""
    kantor = tuple(_kantor(baris))
    penugasan = [(p, int(u) if u else None) for p, _, u in (t.partition("|") for t in baris[17] or ())]
    unit = acuan.unit.get(baris[15])
    penugasan = [(p, u) for p, u in penugasan if p != "operator_opd" or masih_di_sana(acuan, unit, u)]
    bkd = acuan.unit_kode.get(KODE_BKD)
    kepala = frozenset(k.unit_id for k in kantor if k.kepala and k.unit_id)
    peran = set(peran) | {p for p, _ in penugasan if p in PERAN}
    staf = {u for p, u in penugasan if p == "staf_bkd" and u}
    if kepala:
        peran.add("atasan")
    if any(acuan.unit[u].jenis == "opd" for u in kepala if u in acuan.unit):
        peran.add("kepala_opd")
    if any(k.kode == KODE_SEKDA for k in kantor) or any(p == "perekam_pimpinan" for p, _ in penugasan):
        peran.add("pimpinan")
    if bkd:
        if any(bkd.id in acuan.unit[k.unit_id].jalur for k in kantor if k.unit_id in acuan.unit):
            peran.add("pejabat_bkd")
        elif unit and bkd.id in unit.jalur and "asn" in peran:
            peran.add("staf_bkd")
            staf |= set(unit.jalur[unit.jalur.index(bkd.id) :])
    operator = frozenset(u for p, u in penugasan if p == "operator_opd" and u)
    jabatan = baris[11] or ""
    utama = next((k for k in kantor if k.sifat == "D"), None)
    return Hak(
        pengguna.pk,
        per,
        peran=frozenset(peran),
        sebutan=(utama.nama if utama else jabatan) or _sebutan_tugas(penugasan, acuan),
        unit_id=unit.id if unit else None,
        opd_id=unit.opd_id if unit else None,
        kantor=kantor,
        unit_operator=acuan.turunan(operator),
        unit_kepala=acuan.turunan(kepala),
        unit_staf=frozenset(staf),
        unit_lingkup=acuan.turunan(operator | kepala),
        kantor_luar=frozenset({"BUPATI"}) if any(p == "perekam_pimpinan" for p, _ in penugasan) else frozenset(),
        penangan_disiplin=_penangan(acuan, per, unit, kantor, peran),
        **pokok,
    )


def masih_di_sana(acuan, unit, tugas):
    """An operator serves an OPD as long as he works in it; who has moved loses the duty the same day."""
    tempat = acuan.unit.get(tugas)
    return unit is None or tempat is None or tempat.opd_id in (None, unit.opd_id)


def _sebutan_tugas(penugasan, acuan):
    """What an account without a post is called, from its first duty."""
    nama = {"admin": "Admin sistem", "perekam_pimpinan": "Perekam keputusan Bupati", "inspektorat": "Inspektorat",
            "calon": "Peserta seleksi"}  # fmt: skip
    for peran, unit in penugasan:
        if peran in nama:
            return nama[peran]
        if unit in acuan.unit:
            return f"{peran.replace('_', ' ').capitalize()} {acuan.unit[unit].nama}"
    return ""


def _penangan(acuan, per, unit, kantor, peran):
    """Handlers of disciplinary cases: the units of the setting, their heads up to Kepala BKD, inspektorat."""
    if "inspektorat" in peran:
        return True
    kode = set(acuan.setelan("unit_penangan_disiplin", per))
    if unit and unit.kode in kode and "staf_bkd" in peran:
        return True
    return any(k.kepala and k.unit_id in acuan.unit and acuan.unit[k.unit_id].kode in kode for k in kantor)


def memegang(hak, acuan, kode):
    """Works in, or heads, one of the units ``kode`` (a head of a unit above it included)?"""
    sasaran = [acuan.unit_kode[k] for k in kode if k in acuan.unit_kode]
    if hak.punya("staf_bkd") and any(u.id in hak.unit_staf for u in sasaran):
        return True
    kantor = {k.unit_id for k in hak.kantor if k.unit_id}
    return hak.punya("pejabat_bkd") and any(kantor.intersection(u.jalur) for u in sasaran)
