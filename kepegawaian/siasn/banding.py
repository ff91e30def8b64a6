"""Banding: jawaban SIASN di samping riwayat kita, baris demi baris, medan demi medan. Reads only; nothing decides here.

Rows are paired by their natural key (``impor.keadaan.kunci_rec``: TMT and what else tells two rows apart), then by the
number of their decree or certificate. A field SIASN is silent about is no difference.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from kepegawaian.aturan import tulis_tanggal
from kepegawaian.impor.keadaan import kunci_rec
from kepegawaian.impor.rencana import kosong, serupa
from kepegawaian.impor.riwayat import judul_medan, medan
from kepegawaian.models import JENIS_RIWAYAT, ProfilKini
from kepegawaian.siasn import peta
from kepegawaian.uraian import URAIAN, sumber

SAMA, BEDA, HANYA_SIASN, HANYA_PORTAL, GALAT = "sama", "beda", "hanya_siasn", "hanya_portal", "galat"
NOMOR = ("nomor_sk", "nomor_sertifikat", "nomor_ijazah")


@dataclass(slots=True)
class Butir:
    """One field: both values as text; ``keadaan``: sama, beda, isi (ours is empty), diam (SIASN says nothing)."""

    medan: str
    sebutan: str
    siasn: str
    portal: str
    keadaan: str
    boleh: bool = True


@dataclass(slots=True)
class Pasang:
    """Two rows that belong together, or one that stands alone. ``nomor``: place of theirs in the answer, None without."""

    keadaan: str
    judul: str
    butir: list
    nomor: int | None = None
    lokal: object = None
    siasn_id: str = ""
    sumber: str = ""
    sebab: str = ""
    galat: list = field(default_factory=list)
    asing: dict = field(default_factory=dict)

    @property
    def boleh_terima(self):
        """May something of SIASN's row be taken over?"""
        return (
            not self.sebab
            and self.nomor is not None
            and any(b.boleh and b.keadaan in ("beda", "isi") for b in self.butir)
        )


def _json(nilai):
    return nilai.isoformat() if isinstance(nilai, date) else str(nilai) if isinstance(nilai, Decimal) else nilai


def tulis(nilai):
    """A stored or JSON value as people read it."""
    if kosong(nilai):
        return ""
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, date):
        return tulis_tanggal(nilai)
    if isinstance(nilai, str) and len(nilai) == 10 and nilai[4] == nilai[7] == "-":
        try:
            return tulis_tanggal(date.fromisoformat(nilai))
        except ValueError:
            return nilai
    return str(nilai)


def lokal(pegawai_id, jenis):
    """Our rows of the kind that stand, newest first, with all that shows them."""
    model = JENIS_RIWAYAT[jenis.riwayat]
    relasi = {f.name for f in medan(jenis.riwayat).values() if f.is_relation} | set(URAIAN[jenis.riwayat].relasi)
    daftar = model.objects.filter(pegawai_id=pegawai_id, dibatalkan_pada__isnull=True).order_by("-tmt", "-id")
    if jenis.kode in ("diklat", "kursus"):
        struktural = {"jenis_id": "1"}
        daftar = daftar.filter(**struktural) if jenis.kode == "diklat" else daftar.exclude(**struktural)
    elif jenis.kode == "cltn":
        daftar = daftar.filter(jenis="CLTN")
    elif jenis.riwayat == "keluarga":
        daftar = daftar.filter(hubungan=jenis.kode)
    daftar = daftar.select_related("batch", "naskah_pegawai__naskah__digantikan_oleh", *sorted(relasi))
    if jenis.riwayat != "keluarga":
        return list(daftar)
    anggota = {}  # the newest row of each member holds
    for baris in daftar:
        anggota.setdefault(baris.anggota, baris)
    return list(anggota.values())


def nilai_lokal(jenis, baris):
    """{attname: JSON value} of one of our rows, ``tmt`` included."""
    return {"tmt": baris.tmt.isoformat()} | {n: _json(getattr(baris, n)) for n in medan(jenis.riwayat)}


def _tampil_lokal(baris, nama, f):
    nilai = getattr(baris, nama)
    if not f.is_relation or nilai is None:
        return tulis(dict(f.flatchoices).get(nilai, nilai) if f.choices else nilai)
    return tulis(nilai if f.name == "golongan" else getattr(baris, f.name).nama)


def _kunci(jenis, nilai):
    if jenis.riwayat == "keluarga":
        asli = (nilai.get("hubungan"), nilai.get("nama"))
    else:
        asli = kunci_rec(jenis.riwayat, nilai.get("tmt", ""), nilai)
    return tuple(" ".join(str(x).upper().split()) for x in asli)


def bandingkan(pegawai, jenis, baris, kini=None):
    """[Pasang] of the parsed rows ``baris`` (``JawabanSiasn.baris``) beside what the portal holds today."""
    if jenis.kode == "data-utama":
        return _utama(pegawai, baris, kini)
    kita = lokal(pegawai.pk, jenis)
    nilai_kita = {b.pk: nilai_lokal(jenis, b) for b in kita}
    letak = {_kunci(jenis, nilai_kita[b.pk]): b for b in kita}
    hasil, terpakai, sisa = [], set(), []
    for nomor, satu in enumerate(baris):
        if satu["galat"]:
            hasil.append(_tersendiri(jenis, satu, nomor, GALAT))
            continue
        b = letak.get(_kunci(jenis, satu["nilai"]))
        if b is None or b.pk in terpakai:
            sisa.append((nomor, satu))
            continue
        terpakai.add(b.pk)
        hasil.append(_pasangkan(jenis, satu, nomor, b, nilai_kita[b.pk]))
    for nomor, satu in sisa:
        b = next((x for x in kita if x.pk not in terpakai and _senomor(satu["nilai"], nilai_kita[x.pk])), None)
        if b is None:
            hasil.append(_tersendiri(jenis, satu, nomor, HANYA_SIASN))
            continue
        terpakai.add(b.pk)
        p = _pasangkan(jenis, satu, nomor, b, nilai_kita[b.pk], dengan_tmt=True)
        p.sebab = (
            p.sebab
            or "Tanggal atau jenisnya berbeda pada nomor yang sama: periksa naskahnya, lalu perbaiki lewat naskah perubahan."
        )
        hasil.append(p)
    hasil += [_milik_kita(jenis, b, nilai_kita[b.pk]) for b in kita if b.pk not in terpakai]
    return hasil


def _senomor(satu, dua):
    return any(satu.get(n) and dua.get(n) and serupa(satu[n], dua[n]) for n in NOMOR)


def _sebutan(jenis, nama):
    """The words of a field: the heading of its column, as people write it."""
    if nama == "tmt":
        return URAIAN[jenis.riwayat].kata_tmt
    kata = judul_medan(jenis.riwayat).get(nama, nama).removesuffix(" ID").removesuffix(" NAMA")
    if jenis.riwayat == "pendidikan" and nama == "siasn_id":
        kata = "Kode program studi"
    besar = {"TMT": "TMT", "SK": "SK", "JP": "JP", "KP": "KP", "UNOR": "unit kerja", "MK": "MKG"}
    kata = " ".join(besar.get(k, k.lower()) for k in kata.split())
    return kata[:1].upper() + kata[1:]


def _judul(jenis, tampil):
    utama = {
        "pangkat": "golongan_id", "jabatan": "jabatan_id", "kinerja": "tahun", "hukuman": "jenis_id", "tinggal": "jenis",
        "masa_kerja": "pengalaman", "angka_kredit": "jumlah",
    }.get(jenis.riwayat, "nama")  # fmt: skip
    isi = tampil.get(utama) or tampil.get("jenis_id") or tampil.get("nama") or "tanpa nama"
    return f"Tahun {isi}" if utama == "tahun" else str(isi)


def _tersendiri(jenis, satu, nomor, keadaan):
    butir = [
        Butir(n, _sebutan(jenis, n), tulis(v), "", "isi")
        for n, v in satu["tampil"].items()
        if not (n == "tmt" and jenis.riwayat == "kinerja") and n != "hubungan"
    ]
    return Pasang(keadaan, _judul(jenis, satu["tampil"]), butir, nomor, siasn_id=satu["id"], galat=satu["galat"],
                  asing=satu["asing"])  # fmt: skip


def _milik_kita(jenis, b, nilai):
    isi = {n: _tampil_lokal(b, n, f) for n, f in medan(jenis.riwayat).items() if not kosong(nilai[n])}
    butir = [
        Butir("tmt", URAIAN[jenis.riwayat].kata_tmt, "", tulis(b.tmt), "diam"),
        *(Butir(n, _sebutan(jenis, n), "", v, "diam") for n, v in isi.items() if n in _dibandingkan(jenis)),
    ]
    return Pasang(HANYA_PORTAL, URAIAN[jenis.riwayat].judul(b), butir, lokal=b, sumber=sumber(b))


def _dibandingkan(jenis):
    """Attnames of the fields the table of this kind reads."""
    if jenis.riwayat == "keluarga":
        return {"nama", "tanggal_lahir", "jenis_kelamin", "nomor_akta"}
    judul = {m.judul for m in jenis.medan} | {j for j, _ in jenis.tetap}
    return {n for n, j in judul_medan(jenis.riwayat).items() if j in judul} | (
        {"unit_id"} if jenis.kode == "jabatan" else set()
    )


def _pasangkan(jenis, satu, nomor, b, nilai, *, dengan_tmt=False):
    butir = []
    kunci = set() if jenis.riwayat == "keluarga" else {"tmt"}
    for nama, f in medan(jenis.riwayat).items():
        sana, sini = satu["nilai"].get(nama), nilai[nama]
        if nama not in _dibandingkan(jenis) and kosong(sana):
            continue
        if nama == "hubungan" or (kosong(sana) and kosong(sini)):
            continue
        keadaan = "diam" if kosong(sana) else "isi" if kosong(sini) else "sama" if serupa(sana, sini) else "beda"
        butir.append(
            Butir(nama, _sebutan(jenis, nama), tulis(satu["tampil"].get(nama)), _tampil_lokal(b, nama, f), keadaan)
        )
    if "tmt" in kunci and (dengan_tmt or jenis.riwayat != "kinerja"):
        sama = satu["nilai"].get("tmt") == nilai["tmt"]
        butir.insert(0, Butir("tmt", URAIAN[jenis.riwayat].kata_tmt, tulis(satu["nilai"].get("tmt")), tulis(b.tmt),
                              "sama" if sama else "beda", boleh=False))  # fmt: skip
    p = Pasang(
        BEDA if any(x.keadaan in ("beda", "isi") for x in butir) else SAMA, URAIAN[jenis.riwayat].judul(b), butir, nomor, b,
        satu["id"], sumber(b), galat=satu["galat"], asing=satu["asing"],
    )  # fmt: skip
    if b.naskah_pegawai_id and p.keadaan == BEDA:
        p.sebab = "Baris portal bersandar pada naskah; hanya naskah perubahan yang dapat mengubahnya."
    return p


def _utama(pegawai, baris, kini):
    if not baris:
        return []
    satu = baris[0]
    kini = kini or ProfilKini.objects.select_related("jabatan", "unit", "kedudukan").filter(pegawai=pegawai).first()
    butir = []
    for kolom, sebutan, _nama, daftar in peta.UTAMA:
        sini = getattr(pegawai, kolom) or ""
        tampil = str(getattr(pegawai, kolom.removesuffix("_id"))) if daftar and sini else sini
        _tambah(butir, kolom, sebutan, satu, kolom, sini, tampil, boleh=True)
    for sebutan, _nama, atribut, daftar in peta.PROFIL:
        sini = getattr(kini, atribut, None)
        tampil = getattr(kini, "kedudukan", sini) if atribut == "kedudukan_id" else sini
        sini = sini if daftar else _json(getattr(sini, "nama", sini))
        _tambah(butir, f"profil:{atribut}", sebutan, satu, sebutan, sini, tampil, boleh=False)
    if satu["galat"] and not satu["nilai"]:
        return [Pasang(GALAT, "Data utama", [], 0, pegawai, satu["id"], "Data pegawai di portal", galat=satu["galat"])]
    beda = any(b.keadaan in ("beda", "isi") for b in butir)
    return [Pasang(BEDA if beda else SAMA, "Data utama", butir, 0, pegawai, satu["id"], "Data pegawai di portal",
                   galat=satu["galat"], asing=satu["asing"])]  # fmt: skip


def _tambah(butir, medan_, sebutan, satu, kunci, sini, tampil, *, boleh):
    sana = satu["nilai"].get(kunci)
    if kosong(sana) and kosong(sini):
        return
    keadaan = "diam" if kosong(sana) else "isi" if kosong(sini) else "sama" if serupa(sana, sini) else "beda"
    butir.append(Butir(medan_, sebutan, tulis(satu["tampil"].get(kunci)), tulis(tampil), keadaan, boleh))


def jumlah(pegawai, jenis, baris):
    """The counts kept beside an answer."""
    hitung = {BEDA: 0, HANYA_SIASN: 0, HANYA_PORTAL: 0}
    for p in bandingkan(pegawai, jenis, baris):
        if p.keadaan == GALAT:
            hitung[HANYA_SIASN] += 1
        elif p.keadaan in hitung:
            hitung[p.keadaan] += 1
    return {k: min(v, 32767) for k, v in hitung.items()}
