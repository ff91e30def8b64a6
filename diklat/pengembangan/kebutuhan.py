"""Kebutuhan pelatihan (TNA): satu baris tiap pegawai, dihitung malam dari Profil; daftar, per OPD, dan usulan rencana.

Law: PP 11/2017 Ps. 203, 217; PermenPANRB 38/2017. The night folds everybody once (``hitung``); a page only reads, scoped by
the caller. ``usulan_rencana`` is what the yearly plan takes from here.
"""

from datetime import date
from itertools import islice
from typing import NamedTuple

from django.db import connection, transaction
from django.db.models import Avg, Count, F, Func, Q, Sum, TextField
from django.urls import reverse

from diklat.models import KebutuhanPegawai, KegiatanPelatihan, Pelatihan
from diklat.pengembangan import aturan
from diklat.pengembangan.dampak import BAGIAN, celah_menurut, ip_sebelum, uji_sebelum
from kepegawaian import ukuran_kompetensi as ukuran
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan_kompetensi import hasil_sah
from kepegawaian.models import ProfilKini
from kepegawaian.profil import profil
from kepegawaian.standar import Standar


def katalog_kompetensi():
    """{kompetensi: [(name, address of the open kegiatan or "", JP)]} of the catalogue, those one may join first; two queries."""
    buka = dict(
        KegiatanPelatihan.objects.filter(tahap="nominasi").order_by("-mulai").values_list("pelatihan_id", "pk")
    )
    hasil = {}
    isi = Pelatihan.objects.filter(aktif=True, kompetensi__isnull=False).order_by("nama")
    for pk, nama, jp, kode in isi.values_list("pk", "nama", "jp", "kompetensi"):
        url = reverse("diklat:kalender_detail", args=[buka[pk]]) if pk in buka else ""
        hasil.setdefault(kode, []).append((nama, url, jp))
    return {k: sorted(v, key=lambda x: not x[1]) for k, v in hasil.items()}


class Usulan(NamedTuple):
    """One line of the proposed plan: kind, code, what, people, and how much is missing in all."""

    jenis: str
    kode: str
    nama: str
    orang: int
    jumlah: int


def katalog_usulan():
    """({level: Pelatihan id}, {competence: Pelatihan id}) of the catalogue, what a need is planned with; one query."""
    jenjang, kompetensi = {}, {}
    for pk, j, kode in (
        Pelatihan.objects.filter(aktif=True).order_by("nama").values_list("pk", "jenjang", "kompetensi")
    ):
        if j:
            jenjang.setdefault(j, pk)
        elif kode:
            kompetensi.setdefault(kode, pk)
    return jenjang, kompetensi


class Orang(NamedTuple):
    """One row of the list: a KebutuhanPegawai and whose it is, in the order of ``orang``."""

    per: date
    prioritas: int
    jp: int
    jp_batas: int | None
    jp_kurang: int
    terukur: bool
    celah: dict
    celah_jumlah: int
    wajib: list
    lewat: bool
    wajib_sampai: date | None
    ip_naik: int
    nip: str
    nama: str
    gelar_depan: str
    gelar_belakang: str
    jabatan: str | None
    opd_id: int | None

    nama_lengkap = ProfilKini.nama_lengkap


# ── the night ────────────────────────────────────────────────────────────────────────────────────────


def hitung(tanggal):
    """Computes the needs of every active ASN as of ``tanggal``; returns how many rows. The same night twice is the same."""
    acuan, standar, banyak = acuan_kini(), Standar(tanggal), 0
    bobot = acuan.setelan("jp_bobot_prioritas", tanggal)

    with transaction.atomic():
        with connection.cursor() as kursor:
            kursor.execute(f"LOCK TABLE {KebutuhanPegawai._meta.db_table} IN SHARE ROW EXCLUSIVE MODE")
        KebutuhanPegawai.objects.all().delete()
        orang = (p for p in profil(per=tanggal, bagian=BAGIAN) if p.aktif and not p.berhenti)
        while kelompok := list(islice(orang, 1000)):
            KebutuhanPegawai.objects.bulk_create([baris(p, tanggal, acuan, standar, bobot) for p in kelompok])
            banyak += len(kelompok)
    return banyak


def baris(p, tanggal, acuan, standar, bobot):
    """The KebutuhanPegawai of one Profil, not saved."""
    masa, jp = aturan.masa_jp(p, acuan, tanggal), 0
    if masa is not None:
        jp, _ = aturan.jumlah_jp(p.diklat, masa.dari, masa.sampai)
    kurang = max(0, masa.batas - jp) if masa is not None and masa.minimal else 0
    butuh = standar.menurut(p.jabatan_id, p.jenis_jabatan or "", p.kelompok_jabatan or "", p.jenjang or "")
    uji, dulu = hasil_sah(p.uji_kompetensi, tanggal), uji_sebelum(p, tanggal)
    isi = celah_menurut(butuh, uji)
    wajib = aturan.wajib(p, acuan, tanggal)
    lewat = any(w.sampai is not None and w.sampai < tanggal for w in wajib)
    kini = ukuran.kompetensi(p, acuan, tanggal.year, berjalan=True)
    lalu = ip_sebelum(p, acuan, tanggal.year - 1)
    naik = kini.naik if kini else 0
    return KebutuhanPegawai(
        pegawai_id=p.pegawai_id, per=tanggal, jp=jp, jp_batas=masa.batas if masa else None, jp_kurang=kurang,
        terukur=uji is not None and bool(butuh), celah=isi, celah_jumlah=sum(isi.values()),
        celah_lalu=sum(celah_menurut(butuh, dulu).values()) if dulu else None, wajib=[w.kode for w in wajib], lewat=lewat,
        wajib_sampai=min((w.sampai for w in wajib if w.sampai), default=None), ip_lalu=lalu.skor if lalu else None,
        ip_kini=kini.skor if kini else None, ip_naik=naik,
        prioritas=aturan.prioritas(bobot, wajib_ada=bool(wajib), lewat=lewat, celah=sum(isi.values()), jp_kurang=kurang, ip_naik=naik),
    )  # fmt: skip


# ── what pages read ──────────────────────────────────────────────────────────────────────────────────


def daftar(hak):
    """KebutuhanPegawai in scope of those who are active, the most urgent first."""
    return KebutuhanPegawai.objects.filter(hak.lingkup("pegawai__kini__"), pegawai__kini__aktif=True).order_by(
        "-prioritas", "pegawai_id"
    )


def orang(daftar_):
    """The needs with whose they are: one query of ``Orang``, only what list and export show, no models built."""
    return daftar_.values_list(
        "per", "prioritas", "jp", "jp_batas", "jp_kurang", "terukur", "celah", "celah_jumlah", "wajib", "lewat", "wajib_sampai",
        "ip_naik", "pegawai__kini__nip", "pegawai__kini__nama", "pegawai__kini__gelar_depan", "pegawai__kini__gelar_belakang",
        "pegawai__kini__jabatan__nama", "pegawai__kini__opd_id",
    )  # fmt: skip


def saring(daftar_, isi):
    """Narrows by the cleaned values of ``SaringKebutuhan``."""
    butuh = {"lewat": Q(lewat=True), "wajib": ~Q(wajib=[]), "celah": Q(celah_jumlah__gt=0), "jp": Q(jp_kurang__gt=0),
             "ip": Q(ip_naik__gt=0)}.get(isi.get("butuh"))  # fmt: skip
    if butuh is not None:
        daftar_ = daftar_.filter(butuh)
    if isi.get("opd"):
        daftar_ = daftar_.filter(pegawai__kini__opd_id=isi["opd"])
    if isi.get("kompetensi"):
        daftar_ = daftar_.filter(celah__has_key=isi["kompetensi"])
    if isi.get("wajib"):
        daftar_ = daftar_.filter(wajib__contains=[isi["wajib"]])
    if cari := (isi.get("q") or "").strip():
        angka = "".join(cari.split())
        milik = Q(pegawai__kini__nip__contains=angka) if angka.isdigit() else Q(pegawai__kini__nama__icontains=cari)
        daftar_ = daftar_.filter(milik)
    return daftar_


ANGKA = {
    "orang": Count("pk"), "jp_kurang_orang": Count("pk", filter=Q(jp_kurang__gt=0)), "jp": Sum("jp"),
    "wajib_orang": Count("pk", filter=~Q(wajib=[])), "lewat_orang": Count("pk", filter=Q(lewat=True)),
    "terukur_orang": Count("pk", filter=Q(terukur=True)), "celah_orang": Count("pk", filter=Q(celah_jumlah__gt=0)),
    "ip_rata": Avg("ip_naik"),
}  # fmt: skip


def per_opd(hak, acuan):
    """[dict] of every OPD in scope: people, who lacks what, mean JP; the neediest first. One query."""
    baris_ = daftar(hak).order_by().values(opd=F("pegawai__kini__opd_id")).annotate(**ANGKA)
    hasil = [
        b | {"nama": acuan.unit[b["opd"]].nama, "jp_rata": b["jp"] / b["orang"]}
        for b in baris_
        if b["opd"] in acuan.unit
    ]
    return sorted(
        hasil, key=lambda b: (-b["lewat_orang"], -b["wajib_orang"], -b["jp_kurang_orang"] / b["orang"], b["nama"])
    )


def usulan_rencana(daftar_, nama_kompetensi):
    """[Usulan] for the yearly plan: trainings that must be taken, then competences by people, then the JP that lack.

    Three queries at any number of people. ``daftar_``: KebutuhanPegawai as scoped and filtered.
    """
    polos = daftar_.order_by()
    kunci = Func(F("wajib"), function="jsonb_array_elements_text", output_field=TextField())
    wajib = polos.annotate(kode=kunci).values("kode").annotate(n=Count("pk"))
    hasil = [Usulan("wajib", b["kode"], aturan.NAMA_WAJIB.get(b["kode"], b["kode"]), b["n"], b["n"]) for b in wajib]
    hasil.sort(key=lambda u: -u.orang)
    kompetensi = [
        Usulan("kompetensi", k, nama_kompetensi.get(k, k), n, jumlah) for k, n, jumlah in _celah_kompetensi(polos)
    ]
    hasil += sorted(kompetensi, key=lambda u: (-u.orang, u.nama))
    jp = polos.filter(jp_kurang__gt=0).aggregate(n=Count("pk"), jumlah=Sum("jp_kurang"))
    if jp["n"]:
        hasil.append(Usulan("jp", "jp", "Pelatihan teknis untuk memenuhi JP setahun", jp["n"], jp["jumlah"]))
    return hasil


def _celah_kompetensi(polos):
    """[(kode, people, levels missing)] over the JSON of the gaps, in the database."""
    sql, nilai = polos.filter(celah_jumlah__gt=0).values("pk", "celah").query.sql_with_params()
    with connection.cursor() as kursor:
        kursor.execute(
            f"SELECT c.key, count(*), sum(c.value::int) FROM ({sql}) q, jsonb_each_text(q.celah) c GROUP BY c.key",  # noqa: S608 - the subquery is Django's own, its values are parameters
            nilai,
        )
        return kursor.fetchall()
