"""Perbandingan proses bisnis dengan struktur organisasi, program dan kegiatan: the BKD's own table, kept alive by the portal's data.

For every unit of the BKD: who holds it, how many work there, the program or kegiatan it owns on the tree of goals, the layanan it owns
with their volume, and its money. What does not fit together is said (``Temuan``): a subbidang without kegiatan or layanan, a kegiatan of a
unit that has no layanan and no indicator, work under way in a unit without a head.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from django.db.models import Count, F
from django.urls import reverse

from eperformance.models import Pohon, Simpul
from kepegawaian.akses import pemangku
from kepegawaian.hak import KODE_BKD
from kepegawaian.hitung import Hitung, Larik, tanya
from kepegawaian.models import Jabatan, ProfilKini
from layanan import katalog, uraian
from tata_kelola import anggaran, aspek, tinjauan
from tata_kelola.sarana import register

# The three kinds of process of the BKD's presentation; which aspects each core process carries out.
INTI = (
    ("Kualitas penataan ASN sesuai kompetensi dan disiplin", ("a", "b", "c", "f", "g", "k", "tata")),
    ("Kompetensi ASN", ("d", "e")),
    ("Penilaian kinerja dan kompensasi ASN", ("h", "i", "j", "l", "m", "n")),
)
MANAJEMEN = (
    ("Pengelolaan kinerja dan anggaran", "menyelaraskan visi, misi, dan Renstra; bekerja menurut indikator tetap", "tata_kelola:anggaran_list"),
    ("Kepatuhan internal", "menilai kepatuhan pada peraturan, tupoksi, dan SOP", "tata_kelola:kepatuhan_list"),
    ("Pengelolaan risiko", "merencanakan jalan keluar bagi masalah yang mungkin timbul", "tata_kelola:risiko_list"),
)  # fmt: skip
SUMBER = "Paparan Proses Bisnis BKD Lamongan (Perbup 86/2016)"


@dataclass(slots=True)
class BarisUnit:
    """One unit of the BKD and what it carries."""

    unit: object
    dalam: int
    eselon: str = ""
    kepala: str = ""
    sifat: str = ""
    orang: int = 0
    program: list = field(default_factory=list)
    layanan: list = field(default_factory=list)
    volume: tuple = (0, 0, 0)
    dana: object = None
    temuan: list = field(default_factory=list)


@dataclass(slots=True)
class Perbandingan:
    """The whole page."""

    pohon: Pohon | None
    unit: list
    inti: list
    pendukung: list
    temuan: int


def susun(hak, acuan, hari_ini):
    """The Perbandingan of the day; eight queries at any size."""
    bkd = acuan.unit_kode.get(KODE_BKD)
    if bkd is None:
        return Perbandingan(None, [], [], [], 0)
    unit = _urut(bkd, acuan)
    baris = {u.id: BarisUnit(u, dalam) for u, dalam in unit}
    kepala(baris, hari_ini)
    pohon = Pohon.objects.filter(status="berlaku").order_by("-tahun").first()
    orang = ProfilKini.objects.filter(unit_id__in=list(baris), aktif=True).order_by().values(uid=F("unit_id"))
    n = tanya(
        hak.pengguna_id,
        {
            "proses_orang": Larik(orang.annotate(n=Count("pk"))),
            "proses_barang": Hitung(register.daftar()),
            "proses_rusak": Hitung(register.daftar().exclude(kondisi="baik")),
        }
        | anggaran.ekspresi(simpul__pohon=pohon),
    )
    for satu in n["proses_orang"]:
        baris[satu["uid"]].orang = satu["n"]
    uang = anggaran.baca_dana(n)
    _program(baris, pohon, uang)
    volume = aspek.volume(hari_ini)
    _layanan(baris, acuan, volume, set(hak.rahasia_tertutup))
    for b in baris.values():
        b.temuan = _temuan(b)
    temuan = sum(len(b.temuan) for b in baris.values())
    return Perbandingan(
        pohon,
        list(baris.values()),
        _inti(volume, set(hak.rahasia_tertutup)),
        _pendukung(baris, uang, n, hari_ini),
        temuan,
    )


def _urut(akar, acuan):
    """[(unit, depth)] of a tree of units in force, sekretariat first, then by kode."""
    anak = defaultdict(list)
    for u in acuan.unit.values():
        anak[u.induk_id].append(u)
    hasil, antre = [], [(akar, 0)]
    while antre:
        u, dalam = antre.pop(0)
        hasil.append((u, dalam))
        bawah = sorted(anak[u.id], key=lambda a: (a.jenis != "sekretariat", a.kode))
        antre = [(a, dalam + 1) for a in bawah] + antre
    return hasil


def kepala(baris, hari_ini):
    """Fills eselon and holder of the head of every unit; three queries."""
    kursi = {
        j.pk: j
        for j in Jabatan.objects.filter(unit_id__in=list(baris), kepala_unit=True, berlaku_sampai=None).only(
            "pk", "unit_id", "eselon_id", "nama"
        )
    }
    pegang = pemangku(hari_ini, list(kursi))
    nama = ProfilKini.objects.in_bulk({p.pegawai_id for daftar in pegang.values() for p in daftar})
    for pk, j in kursi.items():
        b = baris[j.unit_id]
        b.eselon = j.eselon_id or ""
        satu = next((p for p in pegang.get(pk, ()) if p.pegawai_id in nama and nama[p.pegawai_id].aktif), None)
        if satu:
            b.kepala, b.sifat = nama[satu.pegawai_id].nama_lengkap, {"PLT": "Plt.", "PLH": "Plh."}.get(satu.sifat, "")


def _program(baris, pohon, uang):
    if pohon is None:
        return
    for s in (
        Simpul.objects.filter(pohon=pohon, jenis__in=("program", "kegiatan"), berakhir=None)
        .annotate(n=Count("indikator"))
        .order_by("urutan", "pk")
    ):
        if s.unit_id in baris:
            b = baris[s.unit_id]
            b.program.append(s)
            if s.pk in uang:
                b.dana = b.dana or anggaran.Dana()
                b.dana.tambah(uang[s.pk])


def _layanan(baris, acuan, volume, tertutup):
    for la in katalog.semua():
        u = acuan.unit_kode.get(la.pemilik)
        if u is None or u.id not in baris:
            continue
        b = baris[u.id]
        b.layanan.append(la)
        if la.slug not in tertutup:
            b.volume = tuple(x + y for x, y in zip(b.volume, volume.get(la.slug, (0, 0, 0))[:3], strict=True))


def _temuan(b):
    """Sentences about what does not fit together in one unit."""
    hasil = []
    if not b.kepala and b.eselon:
        kerja = f", sedangkan {b.volume[1]} usulannya berjalan" if b.volume[1] else ""
        hasil.append(f"Tidak ada kepala definitif, Plt., atau Plh.{kerja}.")
    if b.unit.jenis == "subbidang" and not b.program:
        hasil.append("Tidak punya kegiatan pada pohon kinerja.")
    if b.unit.jenis == "subbidang" and not b.layanan:
        hasil.append("Tidak memiliki layanan pada katalog; pekerjaannya tidak terukur dari usulan.")
    if b.unit.jenis == "bidang" and not b.program:
        hasil.append("Tidak punya program pada pohon kinerja.")
    hasil += [f"Kegiatan “{s.uraian}” tidak punya indikator." for s in b.program if not s.n]
    if b.volume[0] and not b.orang:
        hasil.append("Melayani usulan tetapi tidak ada pegawai yang tercatat bekerja di sini.")
    return hasil


def _inti(volume, tertutup):
    """[(core process, [(letter, name, layanan, applied, finished)])]."""
    menurut = defaultdict(list)
    for la in katalog.semua():
        menurut[la.aspek].append(la)
    hasil = []
    for nama, huruf in INTI:
        isi = []
        for h in huruf:
            angka = [volume.get(la.slug, (0, 0, 0)) for la in menurut[h] if la.slug not in tertutup]
            isi.append((h, uraian.ASPEK[h], len(menurut[h]), sum(a[0] for a in angka), sum(a[2] for a in angka)))
        hasil.append((nama, isi))
    return hasil


def _pendukung(baris, uang, n, hari_ini):
    """[(supporting process, sentence of today, address)]."""
    hitung = Counter(tinjauan.keadaan_baris(r, hari_ini) for r in tinjauan.bertinjauan())
    orang, kursi = sum(b.orang for b in baris.values()), [b for b in baris.values() if b.eselon]
    dana = anggaran.jumlah(uang)
    persen = (
        "belum ada pagu"
        if dana.persen is None
        else f"{anggaran.sebut_rupiah(dana.terpakai)} dari {anggaran.sebut_rupiah(dana.pagu)} terpakai"
    )
    program = sum(s.jenis == "program" for b in baris.values() for s in b.program)
    kegiatan = sum(len(b.program) for b in baris.values()) - program
    return [
        ("Perundang-undangan yang berlaku", (f"{sum(hitung.values())} peraturan tercatat; {hitung['tidak_berlaku']} tidak berlaku lagi, "
         f"{hitung['jatuh_tempo']} perlu ditinjau lagi, {hitung['belum']} belum pernah ditinjau"), reverse("tata_kelola:tinjauan_list")),
        ("SDM yang kompeten", f"{orang} pegawai bekerja di BKPSDM; {sum(bool(b.kepala) for b in kursi)} dari {len(kursi)} jabatan kepala unit terisi",
         reverse("tata_kelola:bagan")),
        ("Perencanaan yang baik", f"{program} program dan {kegiatan} kegiatan pada pohon kinerja", reverse("eperformance:pohon_list")),
        ("Sarana, prasarana, TI", f"{n['proses_barang']} barang tercatat, {n['proses_rusak']} rusak; {len(katalog.semua())} layanan berjalan pada portal",
         reverse("tata_kelola:sarana_list")),
        ("Anggaran yang cukup", persen, reverse("tata_kelola:anggaran_list")),
    ]  # fmt: skip
