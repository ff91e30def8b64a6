"""Hidup: pendidikan, nama dan gelar, status, kedudukan hukum, keluarga, kontrak."""

from datetime import date, timedelta
from itertools import pairwise

from kepegawaian.bangkit import kata
from kepegawaian.bangkit.nama import nama_rekaan
from kepegawaian.bangkit.waktu import bulan, hari_acak, tambah_tahun, tanggal

USIA_LULUS = {"SD": 12, "SLTP": 15, "SLTA": 18, "D2": 20, "D3": 21, "S1": 22, "PROF": 24, "S2": 26}
TANGGA = {
    "SD": ("SD",),
    "SLTP": ("SD", "SLTP"),
    "SLTA": ("SD", "SLTP", "SLTA"),
    "D2": ("SD", "SLTP", "SLTA", "D2"),
    "D3": ("SD", "SLTP", "SLTA", "D3"),
    "S1": ("SD", "SLTP", "SLTA", "S1"),
    "PROF": ("SD", "SLTP", "SLTA", "S1", "PROF"),
    "S2": ("SD", "SLTP", "SLTA", "S1", "S2"),
}


def pendidikan(acak, r, per, kecamatan):
    """Returns (ijazah, rows): ``ijazah`` [(month recognised, setara)] from entry on, rows of riwayat."""
    masuk = r.masuk
    jalur = [(s, _lulus_sebelum(acak, r, s, masuk)) for s in TANGGA[r.didik_awal]]
    ijazah = [(bulan(masuk) - 1, r.didik_awal)]
    for setara in _lanjutan(acak, r):
        paling_awal = max(tambah_tahun(jalur[-1][1], 2), tambah_tahun(masuk, 1))
        sebelum = per - timedelta(days=400)
        wajar = tambah_tahun(masuk, 3 + acak.randrange(11))
        lulus = min(max(wajar, paling_awal), sebelum)
        if lulus <= jalur[-1][1]:
            lulus = jalur[-1][1] + timedelta(days=500)
        lulus = lulus.replace(month=acak.choice((2, 7, 8, 9)), day=acak.randrange(1, 28))
        jalur.append((setara, lulus))
        ijazah.append((bulan(lulus) + 3, setara))
    baris = [_ijazah(acak, r, s, lulus, s == r.didik_awal, kecamatan) for s, lulus in jalur]
    for satu, dua in pairwise(baris):
        if dua["tmt"] <= satu["tmt"]:
            dua["tmt"] = satu["tmt"] + timedelta(days=366)
    return ijazah, baris


def _lanjutan(acak, r):
    """Diplomas gained in service, in order."""
    if r.didik == r.didik_awal:
        return ()
    if r.rumpun == "guru" and r.didik_awal == "SLTA":
        return (
            ("D2", r.didik)
            if acak.random() < 0.5 and r.didik == "S1"
            else ("S1",)
            if r.didik == "S1"
            else ("S1", "S2")
        )
    if r.didik == "S2" and r.didik_awal != "S1":
        return ("S1", "S2")
    return (r.didik,)


def _lulus_sebelum(acak, r, setara, masuk):
    usia = USIA_LULUS[setara] + acak.randrange(0, 2)
    lulus = date(min(r.lahir.year + usia, masuk.year - 1), acak.choice((6, 7, 8)), acak.randrange(1, 28))
    return lulus


def _ijazah(acak, r, setara, lulus, pertama, kecamatan):
    kode, pilihan = kata.PRODI[setara]
    rumpun = "" if setara == "SLTA" and r.didik_awal != "SLTA" else _rumpun_prodi(r, setara)
    prodi = acak.choice(pilihan.get(rumpun) or pilihan.get(r.rumpun) or pilihan[""])
    sekolah = acak.choice(kata.SEKOLAH.get(setara, kata.SEKOLAH[""])).format(k=acak.choice(kecamatan))
    return {
        "tingkat": kode,
        "siasn_id": "",
        "nama": prodi[0],
        "sekolah": sekolah,
        "tmt": lulus,
        "tahun_lulus": lulus.year,
        "nomor_ijazah": f"{acak.randrange(1000, 9999)}/{setara}/{lulus.year}",
        "saat_pengangkatan": pertama,
        "_gelar": prodi[1:],
        "_setara": setara,
    }


def _rumpun_prodi(r, setara):
    if setara == "PROF":
        keluarga = r.pilihan.get("keluarga_jf") or r.jabatan
        return {"JF-DOKTER": "dokter", "JF-DOKTER-GIGI": "gigi", "JF-APOTEKER": "apoteker"}.get(keluarga, "")
    return "" if r.rumpun == "teknis" else r.rumpun


def identitas(acak, r, pendidikan_):
    """Name with the degrees of each moment: one row at entry, one per later degree."""
    hasil = []
    depan, belakang = "", []
    for p in sorted(pendidikan_, key=lambda x: x["tmt"]):
        d, b = p["_gelar"]
        if p["_setara"] == "PROF":
            belakang = []
        depan = d or depan
        if b and b not in belakang:
            belakang = [x for x in belakang if not x.startswith("A.")] + [b]
        tmt = max(p["tmt"], r.masuk)
        baris = {"nama": r.nama, "gelar_depan": depan, "gelar_belakang": ", ".join(belakang), "tmt": tmt}
        if hasil and hasil[-1]["tmt"] == tmt:
            hasil.pop()
        if not hasil or hasil[-1]["gelar_belakang"] != baris["gelar_belakang"]:
            hasil.append(baris)
    return hasil or [{"nama": r.nama, "gelar_depan": "", "gelar_belakang": "", "tmt": r.masuk}]


def tmt_pns(acak, r, per):
    """Month in which the CPNS becomes PNS, after 12 to 24 months; None for a CPNS."""
    if r.status != "PNS":
        return None
    return min(bulan(r.masuk) + acak.choices((12, 13, 14, 18, 24), (50, 15, 15, 10, 10))[0], bulan(per))


def kedudukan(r):
    """Rows of kedudukan hukum: active since entry, then what the scenario says."""
    aktif = {"PPPK": "P1", "PPPK_PW": "P6"}.get(r.status, "01")
    return [
        {"kedudukan": aktif, "tmt": r.masuk},
        *({"kedudukan": kode, "tmt": tmt} for kode, tmt in r.pilihan.get("kedudukan", ())),
    ]


def kontrak(acak, r, per, golongan):
    """Contracts of a PPPK until one covers ``per`` (unless the scenario says otherwise)."""
    paruh = r.status == "PPPK_PW"
    masa = r.pilihan.get("kontrak")
    if masa is None:
        tahun = 1 if paruh else acak.choices((5, 4, 3, 2, 1), (62, 10, 12, 8, 8))[0]
        masa, mulai = [], r.masuk
        while mulai <= per:
            usai = tambah_tahun(mulai, tahun)
            masa.append((mulai, usai - timedelta(days=1)))
            mulai = usai
    upah = acak.randrange(12, 24) * 100_000 if paruh else None
    return [
        {"golongan": golongan, "tmt": a, "sampai": s, "paruh_waktu": paruh, "upah": upah} for a, s in masa if a <= per
    ]


def keluarga(acak, r, per):
    """Spouse and children; returns (kode jenis kawin, rows)."""
    usia = (per - r.lahir).days / 365.25
    orang_tua = _orang_tua(acak, r, usia)
    nikah = tambah_tahun(r.lahir, 23) + timedelta(days=acak.randrange(0, 2200))
    if nikah > per or acak.random() < (0.75 if usia < 26 else 0.05):
        return "4", orang_tua
    keadaan = acak.choices(("hidup", "cerai", "meninggal"), (93, 4, 3))[0]
    lawan = "P" if r.kelamin == "L" else "L"
    pekerjaan = acak.choice(kata.PEKERJAAN)
    pasangan = {
        "anggota": "pasangan-1",
        "hubungan": "pasangan",
        "nama": nama_rekaan(acak, lawan),
        "tanggal_lahir": r.lahir + timedelta(days=acak.randrange(-1500, 1500)),
        "jenis_kelamin": lawan,
        "keadaan": "hidup",
        "tertanggung": pekerjaan not in ("PNS", "PPPK", "Guru"),
        "pekerjaan": pekerjaan,
        "nomor_akta": f"{acak.randrange(100, 999)}/{acak.randrange(1, 40):02d}/{nikah.year}",
        "tmt": nikah,
    }
    hasil = [pasangan]
    putus = hari_acak(acak, nikah + timedelta(days=900), per)
    if keadaan != "hidup" and putus < per:
        hasil.append({**pasangan, "keadaan": keadaan, "tertanggung": False, "tmt": putus})
    hasil += _anak(acak, r, nikah, hasil[-1]["tmt"] if hasil[1:] else per, per)
    return {"hidup": "1", "cerai": "2", "meninggal": "3"}[
        hasil[1]["keadaan"] if hasil[1:] else "hidup"
    ], hasil + orang_tua


def _orang_tua(acak, r, usia):
    """Father and mother; the older the person, the likelier they have died."""
    return [
        {
            "anggota": anggota,
            "hubungan": "orang_tua",
            "nama": nama_rekaan(acak, kelamin),
            "tanggal_lahir": r.lahir - timedelta(days=acak.randrange(7500, 13000)),
            "jenis_kelamin": kelamin,
            "keadaan": "meninggal" if acak.random() < (usia - 25) / 40 else "hidup",
            "tertanggung": False,
            "pekerjaan": acak.choice(("Petani", "Pedagang", "Pensiunan", "Wiraswasta")),
            "nomor_akta": "",
            "tmt": r.lahir,
        }
        for anggota, kelamin in (("ayah", "L"), ("ibu", "P"))
    ]


def _anak(acak, r, nikah, sampai, per):
    hasil, lahir = [], nikah
    for nomor in range(1, acak.choices((0, 1, 2, 3, 4), (8, 24, 44, 18, 6))[0] + 1):
        lahir = lahir + timedelta(days=acak.randrange(380, 1500))
        if lahir > sampai or (lahir - r.lahir).days > 365 * 46:
            break
        kelamin = acak.choice("LP")
        usia = (per - lahir).days / 365.25
        hasil.append(
            {
                "anggota": f"anak-{nomor}",
                "hubungan": "anak",
                "nama": nama_rekaan(acak, kelamin),
                "tanggal_lahir": lahir,
                "jenis_kelamin": kelamin,
                "keadaan": "hidup",
                "tertanggung": nomor <= 2 and (usia < 21 or (usia < 25 and acak.random() < 0.6)),
                "pekerjaan": "Pelajar" if 6 <= usia < 19 else "",
                "nomor_akta": f"3524-LT-{lahir:%d%m%Y}-{acak.randrange(1, 99):04d}",
                "tmt": lahir,
            }
        )
    return hasil


def status(r, pns):
    """Rows of status kepegawaian."""
    if r.status in ("PPPK", "PPPK_PW"):
        return [{"status": r.status, "tmt": r.masuk}]
    hasil = [{"status": "CPNS", "tmt": r.masuk}]
    if pns is not None:
        hasil.append({"status": "PNS", "tmt": tanggal(pns)})
    return hasil
