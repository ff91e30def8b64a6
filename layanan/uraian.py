"""Uraian: deklarasi sebuah layanan dalam kata-kata biasa, satu sumber bagi katalog, peta, dan ``manage.py katalog``.

``bahan`` reads what the office has set (two queries for any number of layanan), ``uraikan`` puts one declaration
into JSON-able words; ``uraian_teks`` prints that for sign-off. Nothing here knows a person.
"""

from dataclasses import dataclass

from kepegawaian.aturan import tulis_tanggal
from kepegawaian.hak import KODE_BKD
from kepegawaian.models import Jabatan
from layanan import katalog, pelimpahan
from layanan.models import PengaturanLangkah
from layanan.rute import KODE_KANTOR, SEBUTAN_PEMILIK
from layanan.susulan import susulan
from layanan.wewenang import eselon_menolak

ASPEK = {
    "a": "Penyusunan dan penetapan kebutuhan",
    "b": "Pengadaan",
    "c": "Pangkat dan jabatan",
    "d": "Pengembangan karier",
    "e": "Pola karier",
    "f": "Promosi",
    "g": "Mutasi",
    "h": "Penilaian kinerja",
    "i": "Penggajian dan tunjangan",
    "j": "Penghargaan",
    "k": "Disiplin",
    "l": "Pemberhentian",
    "m": "Jaminan pensiun dan jaminan hari tua",
    "n": "Perlindungan",
    "tata": "Tata naskah",
}
# Lanes from the person outwards: below the BKD, its levels upward, then whoever stands above or outside.
LAJUR = {
    "asn": "ASN",
    "opd": "Perangkat daerah",
    "staf": "Staf BKD",
    "IV": "Eselon IV, kepala subbidang",
    "III": "Eselon III, sekretaris dan kepala bidang",
    "II": "Eselon II, Kepala BKD",
    "pimpinan": "Sekda dan Bupati",
    "luar": "BKN dan instansi lain",
}
LAJUR_PEMILIK = {"staf": "staf", "kepala": "IV", "atasan": "III"}  # katalog.Alamat of jenis "pemilik"
AKSI = {
    katalog.SETUJU: "menyetujui atau mengembalikan",
    katalog.REKAM: "merekam jawaban",
    katalog.TETAPKAN: "menetapkan nomor dan mencetak naskah",
    katalog.TANDA_TANGAN: "menandatangani naskah",
    katalog.SERAHKAN: "menyerahkan hasil",
}
KEYAKINAN = {
    "pasti": "bunyi peraturan",
    "sebagian": "sebagian bersandar pada praktik; perlu ditegaskan BKD",
    "asumsi": "asumsi BKD, bukan bunyi peraturan; perlu ditegaskan BKD",
}
NASKAH = {"sk": "Surat keputusan", "surat": "Surat"}
LUAR = {"luar": "Instansi di luar kabupaten"}
# No source the portal holds fixes a tariff for services of the BKD, so none is cited.
BIAYA = "Tidak dipungut biaya."


@dataclass(frozen=True, slots=True)
class Kantor:
    """An office of an address: ``eselon`` as in the table ("III.b") or "", ``unit`` its kode."""

    nama: str
    eselon: str
    unit: str


@dataclass(frozen=True, slots=True)
class Bahan:
    """What the office has set on ``tanggal``: offices by kode, settings by (slug, kode langkah)."""

    acuan: object
    tanggal: object
    kantor: dict
    setelan: dict


def bahan(layanan, acuan, tanggal):
    """Bahan for the ``layanan`` given (an iterable); two queries."""
    layanan = list(layanan)
    setelan = {}
    baris = PengaturanLangkah.objects.filter(layanan__in=[la.slug for la in layanan], berlaku_sejak__lte=tanggal)
    for p in baris.order_by("berlaku_sejak"):
        setelan[p.layanan, p.langkah] = p
    kode = {s.kepada.kode for la in layanan for s in la.alur if s.kepada.jenis == "jabatan"}
    kode |= {p.kepada.split(":")[1] for p in setelan.values() if p.kepada.startswith("jabatan:")}
    kode = {KODE_KANTOR.get(k, k) for k in kode} | set(KODE_KANTOR.values())
    baca = Jabatan.objects.filter(kode__in=kode).values_list("kode", "nama", "eselon_id", "unit__kode")
    kantor = {k: Kantor(nama, eselon or "", unit or "") for k, nama, eselon, unit in baca}
    return Bahan(acuan, tanggal, kantor, setelan)


# ── one declaration in words ─────────────────────────────────────────────────────────────────────────


def uraikan(layanan, b):
    """One layanan as JSON-able data: who, law, conditions, documents, route, time, cost, naskah, effect."""
    langkah, tidak_dipakai = susun_langkah(layanan, b)
    wajib = sum(s["sla"] for s in langkah if not s["opsional"])
    return {
        "slug": layanan.slug,
        "nama": layanan.nama,
        "uraian": layanan.uraian,
        "aspek": layanan.aspek,
        "aspek_nama": ASPEK.get(layanan.aspek, ""),
        "versi": layanan.versi,
        "strategis": layanan.strategis,
        "pemilik": _unit(layanan.pemilik, b),
        "pengusul": [_pengusul(p, layanan, b) for p in layanan.pengusul],
        "pengusul_lajur": "asn" if "asn" in layanan.pengusul else "opd" if "operator_opd" in layanan.pengusul else "staf",
        "nominatif": layanan.nominatif,
        "surat_pengantar": layanan.surat_pengantar,
        "biaya": BIAYA,
        "dasar": [_dasar(d) for d in layanan.dasar],
        "syarat": [_syarat(s) for s in layanan.syarat],
        "dokumen": [_dokumen(d) for d in layanan.dokumen],
        "langkah": langkah,
        "tidak_dipakai": tidak_dipakai,
        "hari_kerja": {"paling_singkat": wajib, "paling_lama": sum(s["sla"] for s in langkah)},
        "naskah": _naskah(layanan, langkah, b),
        "dampak": layanan.dampak,
    }  # fmt: skip


def _unit(kode, b):
    unit = b.acuan.unit_kode.get(kode)
    return {"kode": kode, "nama": unit.nama if unit else ""}


def _pengusul(peran, layanan, b):
    """Who may apply, in words."""
    if peran == "asn":
        return "ASN yang bersangkutan"
    if peran == "operator_opd":
        return "operator kepegawaian perangkat daerahnya"
    if peran == "atasan":
        return "atasan langsung atau pejabat di atasnya"
    return f"staf {_unit(layanan.pemilik, b)['nama'] or 'BKD'}"


def _dasar(dasar):
    return {"teks": str(dasar), "peraturan": dasar.peraturan, "pasal": dasar.pasal}


def _syarat(s):
    masa = ""
    if s.berlaku_sejak and s.berlaku_sampai:
        masa = f"Hanya bagi TMT {tulis_tanggal(s.berlaku_sejak)} sampai {tulis_tanggal(s.berlaku_sampai)}."
    elif s.berlaku_sampai:
        masa = f"Hanya bagi TMT sampai {tulis_tanggal(s.berlaku_sampai)}."
    elif s.berlaku_sejak:
        masa = f"Bagi TMT sejak {tulis_tanggal(s.berlaku_sejak)}."
    return {
        "kode": s.kode,
        "uraian": s.uraian,
        "dasar": _dasar(s.dasar),
        "dasar_lain": [_dasar(d) for d in s.dasar_lain],
        "keyakinan": s.keyakinan,
        "keyakinan_kalimat": KEYAKINAN.get(s.keyakinan, s.keyakinan),
        "masa": masa,
        "berlaku_sejak": s.berlaku_sejak.isoformat() if s.berlaku_sejak else None,
        "berlaku_sampai": s.berlaku_sampai.isoformat() if s.berlaku_sampai else None,
        "rahasia": s.rahasia,
    }


def _dokumen(d):
    kapan = d.kapan or ("bila keadaan pegawai memerlukannya" if d.bila else "selalu" if d.wajib else "bila ada")
    return {
        "kode": d.kode,
        "nama": d.nama,
        "wajib": d.wajib,
        "selalu": d.wajib and d.bila is None,
        "kapan": kapan,
        "keterangan": d.keterangan,
        "dosir": d.dosir,
    }


def _naskah(layanan, langkah, b):
    if layanan.naskah is None:
        return None
    n = layanan.naskah
    penanda = next((s["pemegang"] for s in langkah if s["aksi"] == katalog.TANDA_TANGAN), "")
    return {
        "judul": n.judul,
        "jenis": NASKAH.get(n.jenis, n.jenis),
        "klasifikasi": n.klasifikasi,
        "pola_nomor": n.pola_nomor,
        "contoh_nomor": n.pola_nomor.format(klasifikasi=n.klasifikasi, urut=1, tahun=b.tanggal.year),
        "deret_semula": layanan.dari_naskah,
        "penanda_tangan": penanda,
        "penanda_tangan_rinci": layanan.penanda_tangan(b.acuan, b.tanggal),
    }


# ── the route ────────────────────────────────────────────────────────────────────────────────────────


def susun_langkah(layanan, b):
    """(steps in order, names of steps the office has switched off); settings of the office respected.

    ``menuju``: codes of what may follow a step that just goes on, SELESAI included; empty where every outcome of it
    names its own way. ``awal``: True where a usulan may begin.
    """
    pakai, mati = [], []
    for s in layanan.alur:
        atur = b.setelan.get((layanan.slug, s.kode))
        (mati if atur and not atur.dipakai and not s.wajib else pakai).append((s, atur))
    kode = [s.kode for s in layanan.alur]
    ada = {s.kode: s.nama for s, _ in pakai}
    awal, *sesudah = susulan([s for s, _ in pakai])
    baris = []
    for i, (s, atur) in enumerate(pakai):
        lanjut = not (s.sebutan and all(s.hasil.get(h) for h in s.sebutan))
        menuju = sesudah[i] if lanjut else []
        baris.append(_langkah(i, s, atur, layanan, b) | {
            "hasil": _hasil(s, kode, ada),
            "awal": s.kode in awal,
            "menuju": menuju,
            "berikut_nama": [ada.get(kode_, "Selesai") for kode_ in menuju],
        })  # fmt: skip
    return baris, [s.nama for s, _ in mati]


def _langkah(i, s, atur, layanan, b):
    kepada = katalog.Alamat(*atur.kepada.split(":")) if atur and atur.kepada else s.kepada
    lajur, pemegang, unit = pemegang_langkah(kepada, layanan, b)
    sla = atur.sla_hari_kerja if atur and atur.sla_hari_kerja is not None else s.sla_hari_kerja
    luar = LUAR.get(s.jalur, s.jalur)
    return {
        "nomor": i + 1,
        "kode": s.kode,
        "nama": s.nama,
        "aksi": s.aksi,
        "aksi_kalimat": AKSI[s.aksi],
        "lajur": "luar" if luar else lajur,
        "lajur_pemegang": lajur,
        "pemegang": pemegang,
        "pemegang_singkat": _singkat(pemegang, b),
        "luar": luar,
        "unit": unit,
        "alamat": str(kepada),
        "sla": sla if sla is not None else b.acuan.setelan("sla_bawaan_hari_kerja", b.tanggal),
        "opsional": s.bila is not None,
        "kapan": s.kapan or ("bila diperlukan" if s.bila else ""),
        "batas_hukum": str(s.batas_hukum) if s.batas_hukum else "",
        "surat": s.naskah.judul if s.naskah and s.aksi != katalog.REKAM else "",
        "paraf": s.paraf,
        "boleh_tolak": _dapat_menolak(s, kepada, layanan, b),
        "diatur_kantor": atur is not None,
    }


def _dapat_menolak(s, kepada, layanan, b):
    """May the step refuse, for no person in particular? Heads of OPD and signers not known before: most of them may."""
    if s.boleh_tolak is False or s.aksi == katalog.SERAHKAN:
        return False
    kode = kepada.kode
    if kepada.jenis == "penandatangan":
        kode = _kantor_setelan(kode, layanan, b) or "BUPATI"
    elif kepada.jenis == "kepala_opd":
        kode = "KEPALA_OPD"
    elif kepada.jenis != "jabatan":
        return False
    kantor = b.kantor.get(KODE_KANTOR.get(kode, kode))
    return kode in ("BUPATI", "KEPALA_OPD") or eselon_menolak(kantor and kantor.eselon, b.acuan, b.tanggal)


def _singkat(nama, b):
    """The holder with the agency's long name as its kode: ``Kepala BKPSDM``."""
    bkd = b.acuan.unit_kode.get(KODE_BKD)
    return nama.replace(bkd.nama, bkd.kode) if bkd else nama


def _hasil(s, kode, ada):
    """Outcomes that lead elsewhere, with their words; one that leads to a step switched off goes on from there."""
    bidang = getattr(s.form, "base_fields", {}).get("hasil")
    nama = {str(k): str(v) for k, v in getattr(bidang, "choices", ()) or ()} | s.sebutan
    hasil = []
    for k, tujuan in s.hasil.items():
        if not tujuan:
            continue  # goes on to the next step, as an outcome not named does
        if tujuan != "TOLAK" and tujuan not in ada:
            sisa = kode[kode.index(tujuan) + 1 :] if tujuan in kode else []
            tujuan = next((x for x in sisa if x in ada), "SELESAI")
        kata = nama.get(k, k.replace("_", " "))
        akibat = {"TOLAK": "usulan ditolak", "SELESAI": "usulan selesai"}.get(tujuan) or f"ke {ada[tujuan]}"
        hasil.append({"kode": k, "nama": kata, "singkat": kata.split(",")[0], "tujuan": tujuan, "akibat": akibat})
    return hasil


def pemegang_langkah(kepada, layanan, b):
    """(lane, holder in words, kode of his unit in the BKD) of an address, for no person in particular."""
    if kepada.jenis == "pemohon":
        return "asn", "ASN yang bersangkutan", ""
    if kepada.jenis == "atasan":
        return "opd", "Atasan langsung pegawai", ""
    if kepada.jenis == "kepala_opd":
        return "opd", "Kepala perangkat daerah", ""
    if kepada.jenis == "peran" and kepada.kode == "operator_opd":
        return "opd", "Operator perangkat daerah", ""
    if kepada.jenis == "peran":
        unit = _unit(kepada.unit, b)
        return "staf", f"Staf {unit['nama'] or 'BKD'}", unit["kode"]
    if kepada.jenis == "pemilik":
        # Which subbid that is follows from the naskah; all of them stand in the BKD.
        return LAJUR_PEMILIK[kepada.kode], SEBUTAN_PEMILIK[kepada.kode], ""
    if kepada.jenis == "kantor":
        return (*layanan.sebutan_kantor(kepada.kode), "")
    if kepada.jenis == "penandatangan":
        return _penanda_tangan(kepada.kode, layanan, b)
    return _kantor(kepada.kode, b)


def _penanda_tangan(setelan, layanan, b):
    """Who signs when it follows from a setting; else it depends on the decree, which no list of steps can know."""
    kantor = _kantor_setelan(setelan, layanan, b)
    return _kantor(kantor, b) if kantor else ("pimpinan", "Pejabat yang berwenang menurut keputusannya", "")


def _kantor_setelan(setelan, layanan, b):
    """Code of the office that signs by a setting under the mandates of the day, or "" where the decree decides."""
    if type(layanan).kantor_penandatangan is not katalog.Layanan.kantor_penandatangan or not setelan:
        return ""
    try:
        return pelimpahan.rantai(b.acuan.setelan(setelan, b.tanggal), layanan.slug, b.acuan, b.tanggal)[-1][0]
    except KeyError:
        return ""


def _kantor(kode, b):
    """(lane, name, unit) of an office by its kode or by one of the words a setting may hold."""
    if kode == "BUPATI":
        return "pimpinan", "Bupati", ""
    if kode == "KEPALA_OPD":
        return "opd", "Kepala perangkat daerah", ""
    kode = KODE_KANTOR.get(kode, kode)
    kantor = b.kantor.get(kode)
    unit = b.acuan.unit_kode.get(kantor.unit if kantor else kode.removeprefix("KEPALA-"))
    nama = kantor.nama if kantor else f"Kepala {unit.nama}" if unit else kode
    if unit is None:
        return "luar", nama, ""
    bkd = b.acuan.unit_kode.get(KODE_BKD)
    if bkd is None or bkd.id not in unit.jalur:
        return ("pimpinan" if unit.kode == "SETDA" else "opd"), nama, ""
    tingkat = kantor.eselon.split(".")[0] if kantor and kantor.eselon else ""
    tingkat = tingkat or {"opd": "II", "bidang": "III", "sekretariat": "III"}.get(unit.jenis, "IV")
    return (tingkat if tingkat in LAJUR else "IV"), nama, unit.kode
