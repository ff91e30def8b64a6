"""Orang: one invented person, complete — made from his Rencana and the seed, and from nothing else."""

import hashlib
import random
from dataclasses import dataclass
from datetime import date, timedelta

from kepegawaian.bangkit import hidup, kerja, sk
from kepegawaian.bangkit.ikat import ikat
from kepegawaian.bangkit.jabatan import Penempatan, keahlian, keluarga_jf, mulai_jf, susun_fase
from kepegawaian.bangkit.nama import kontak
from kepegawaian.bangkit.pangkat import Karier, Langkah, Tahan, baris_gaji
from kepegawaian.bangkit.waktu import bulan, bulan_sejak, tanggal

PASAL = "PP 94/2021 Ps. 4 huruf f"
BERHENTI = ("66", "77", "88", "99", "M1", "P3", "P4", "P5")


@dataclass(slots=True)
class Orang:
    """A person as the portal will know him.

    ``pegawai``: columns of the model Pegawai. ``riwayat``: {kind of ``JENIS_RIWAYAT``: rows}, a row being a
    dict with the field names of the model, references by their code (jabatan and unit by ``kode``).
    ``skenario`` and ``kesalahan`` say why he exists and how his row in the file is spoilt.
    """

    nomor: int
    nip: str
    nama: str
    rumpun: str
    status: str
    unit: str
    jabatan: str
    aktif: bool
    skenario: str
    kesalahan: str
    pegawai: dict
    riwayat: dict

    def kini(self, jenis):
        """The newest row of a standing kind, or an empty dict."""
        baris = self.riwayat.get(jenis)
        return baris[-1] if baris else {}


def jadikan(r, dunia, per, seed):
    """The person of a Rencana; the same arguments give the same person in any process."""
    acak = random.Random(f"{seed}:{r.nomor}:{r.nip}")
    henti = min((t for k, t in r.pilihan.get("kedudukan", ()) if k in BERHENTI), default=None)
    akhir = min(per, henti - timedelta(days=1)) if henti else per
    kawin, keluarga = hidup.keluarga(acak, r, per)
    riwayat, jabatan = _riwayat(acak, dunia, r, per, akhir)
    riwayat["keluarga"] = keluarga
    _hilangkan(riwayat, r.pilihan.get("tanpa", ()), r.pilihan.get("bolong"))
    sk.bubuhi(acak, r, riwayat, dunia)
    ikat(r, riwayat, per, seed)
    return Orang(
        nomor=r.nomor,
        nip=r.nip,
        nama=r.nama,
        rumpun=r.rumpun,
        status=r.status,
        unit=r.unit,
        jabatan=jabatan,
        aktif=henti is None,
        skenario=r.skenario,
        kesalahan=r.kesalahan,
        pegawai=_pegawai(acak, r, dunia, kawin, seed),
        riwayat={k: v for k, v in riwayat.items() if v},
    )


def _riwayat(acak, dunia, r, per, akhir):
    """All kinds of riwayat but the family, and the code of the present post; ``akhir``: last day of service."""
    ijazah, didik = hidup.pendidikan(acak, r, per, dunia.kecamatan)
    jf_sejak = mulai_jf(acak, r) if keluarga_jf(r) else None
    pns = hidup.tmt_pns(acak, r, per)
    langkah = _langkah(acak, dunia, r, ijazah, jf_sejak, akhir)
    tempat = Penempatan(acak, dunia, r, ijazah, langkah, jf_sejak, akhir)
    jabatan = tempat.baris()
    kinerja = kerja.kinerja(acak, r, per, akhir)
    jf = tempat.jf if r.status == "PNS" else ()
    riwayat = {
        "identitas": hidup.identitas(acak, r, didik),
        "status": hidup.status(r, pns),
        "kedudukan": hidup.kedudukan(r),
        "pangkat": _pangkat(langkah) if r.status != "PPPK_PW" else [],
        "jabatan": _jabatan(dunia, r, jabatan),
        "gaji": _gaji(dunia, r, langkah, pns, akhir),
        "pendidikan": [{k: v for k, v in d.items() if k[0] != "_"} for d in didik],
        "kinerja": kinerja,
        "hukuman": [{"jenis": j, "tmt": t, "sampai": s, "pasal": PASAL} for j, t, s in r.pilihan.get("hukuman", ())],
        "pemeriksaan": [{"tmt": t, "sampai": s} for t, s in r.pilihan.get("periksa", ())],
        "diklat": kerja.diklat(acak, r, per, akhir, _eselon(dunia, r), keluarga_jf(r), dunia),
        "ujian": kerja.ujian(acak, r, langkah, dunia, ijazah) if r.status == "PNS" else [],
        "penghargaan": kerja.penghargaan(acak, r, per, akhir, bool(r.pilihan.get("hukuman"))),
        "angka_kredit": kerja.angka_kredit(acak, dunia, jf, langkah, kinerja, akhir, r.nomor) if jf else [],
        "tinggal": [{"jenis": j, "tmt": t, "sampai": s} for j, t, s in r.pilihan.get("tinggal", ())],
        "kontrak": hidup.kontrak(acak, r, per, langkah[0].golongan or None) if r.status[:4] == "PPPK" else [],
    }
    return riwayat, jabatan[-1][1] if jabatan else ""


def _jabatan(dunia, r, jabatan):
    """Rows of the definitive posts, then of Plt and Plh."""
    hasil = [{"penugasan": "D", "jabatan": j, "unit": u, "tmt": t, "sampai": None} for t, j, u in jabatan]
    for jenis, kode, tmt, sampai in r.tugas:
        unit = dunia.jabatan[kode].unit
        hasil.append({"penugasan": jenis, "jabatan": kode, "unit": unit, "tmt": tmt, "sampai": sampai})
    return hasil


def _langkah(acak, dunia, r, ijazah, jf_sejak, akhir):
    """Rank steps: simulated for a PNS, one golongan for a PPPK, none for paruh waktu."""
    masuk = bulan(r.masuk)
    if r.status in ("PNS", "CPNS"):
        tahan = _tahan(r)
        fase = susun_fase(dunia, r, jf_sejak, bulan(akhir))
        return Karier(acak, dunia, r, fase, ijazah, tahan, bulan(akhir)).jejak()
    golongan = dunia.didik[r.didik].pppk if r.status == "PPPK" else ""
    urutan = 9 if not keluarga_jf(r) or keahlian(dunia, r) else 7
    mkg = dunia.gaji[golongan][0][0] * 12 if golongan else 0
    return [Langkah(golongan, urutan, masuk, "", mkg)]


def _tahan(r):
    """Penalties with a term, which hold KP and KGB."""
    hukuman = sorted((t, k, s) for k, t, s in r.pilihan.get("hukuman", ()) if s)
    return [Tahan(bulan_sejak(t), bulan(s), k == "S1T") for t, k, s in hukuman]


def _pangkat(langkah):
    return [
        {
            "golongan": s.golongan,
            "tmt": tanggal(s.indeks),
            "mkg_tahun": s.mkg // 12,
            "mkg_bulan": s.mkg % 12,
            "jenis_kp": s.jenis or None,
        }
        for s in langkah
    ]


def _gaji(dunia, r, langkah, pns, akhir):
    if r.status == "PPPK_PW":
        return []
    tahan = _tahan(r)
    tahan += [Tahan(bulan_sejak(t), bulan(s)) for j, t, s in r.pilihan.get("tinggal", ()) if j == "CLTN"]
    kontrak = r.pilihan.get("kontrak", ((date.min, date.max),))[0]
    isi = baris_gaji(
        dunia,
        langkah,
        pns,
        bulan(akhir),
        tahan,
        jenis_awal="KONTRAK" if r.status == "PPPK" else "CPNS",
        kgb=(kontrak[1] - kontrak[0]).days > 731,
    )
    hasil = []
    for indeks, (jenis, golongan, mkg) in isi.items():
        rupiah = dunia.gaji_pokok(golongan, mkg // 12)
        if rupiah is not None:
            hasil.append(
                {
                    "jenis": jenis,
                    "golongan": golongan,
                    "gaji_pokok": rupiah,
                    "mkg_tahun": mkg // 12,
                    "mkg_bulan": mkg % 12,
                    "tmt": tanggal(indeks),
                }
            )
    for _ in range(r.pilihan.get("kgb_lewat", 0)):
        if hasil and hasil[-1]["jenis"] == "KGB":
            hasil.pop()
    return hasil


def _eselon(dunia, r):
    """[(training a level asks for, since)] of the struktural posts held."""
    hasil = {}
    for kode, tmt in r.kursi:
        eselon = dunia.jabatan[kode].eselon
        if eselon:
            hasil.setdefault(dunia.eselon[eselon][2], tmt)
    return [(k, v) for k, v in hasil.items() if k]


def _hilangkan(riwayat, tanpa, bolong):
    """Takes away what the scenario says the file does not know."""
    for nama in tanpa:
        if nama in riwayat:
            riwayat[nama] = []
    if "pangkat" in tanpa or "mkg" in tanpa:
        riwayat["gaji"] = []
    if "mkg" in tanpa:
        for b in riwayat["pangkat"]:
            b["mkg_tahun"] = b["mkg_bulan"] = None
    if bolong and len(riwayat["pangkat"]) > bolong:
        del riwayat["pangkat"][bolong]


def _pegawai(acak, r, dunia, kawin, seed):
    sidik = hashlib.sha256(f"{seed}:{r.nip}".encode()).hexdigest()
    return {
        "nip": r.nip,
        "pns_id": sidik[:32].upper(),
        "nip_lama": f"51{acak.randrange(10**7):07d}" if r.masuk.year < 2008 else "",
        "tanggal_lahir": r.lahir,
        "jenis_kelamin": r.kelamin,
        "jenis_kawin": kawin,
        "jenis_pegawai": "15" if r.status in ("PNS", "CPNS") else None,
        "kartu_asn": f"V{int(sidik[32:40], 16) % 10**8:08d}",
        "kpkn": "KPPN Bojonegoro",
        "lokasi_kerja": "Kab. Lamongan",
        **kontak(acak, r, dunia.kecamatan),
    }
