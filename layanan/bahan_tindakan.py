"""Bahan keputusan perubahan, pencabutan, dan pembatalan naskah.

Keys of ``data`` (read by ``templates/naskah/perubahan.html`` and ``pencabutan.html``; the engine adds nomor,
tanggal, usulan):

- ``kop`` {pejabat} or {instansi, opd, alamat …}; ``judul``, ``tentang``, ``tempat``; ``penetap``, ``penandatangan``,
  ``tanda_tangan`` as in ``layanan.bahan_naskah``
- ``menimbang``, ``mengingat``, ``memperhatikan``: sentences; ``diktum`` [{urutan, isi}]; ``tembusan`` [text]
- ``pegawai`` as in ``bahan_naskah.identitas`` with ``pangkat``, ``golongan``
- ``semula`` {sebutan, perihal, nomor, tanggal {iso, tulis}, tmt {iso, tulis}, penetap, token}
- ``perubahan`` [[label, lama, baru]]; ``tindakan`` ubah | cabut | batal; ``tmt`` {iso, tulis}
"""

from django.utils import timezone

from kepegawaian.aturan import tulis_tanggal
from layanan import aturan, bahan_naskah as bahan, katalog, rute
from layanan.pelimpahan import kapital

MENGINGAT = ("UU 20/2023", "UU 30/2014", "PP 11/2017", "PP 17/2020")
KATA_BENDA = {aturan.UBAH: "Perubahan atas", aturan.CABUT: "Pencabutan", aturan.BATAL: "Pembatalan"}
URUTAN = ("KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA")
SEBUTAN = {"sk": "Keputusan", "surat": "Surat", "berita_acara": "Berita Acara"}


def data(layanan, konteks, np, akibat):
    """Every value of the decree, JSON-able. ``akibat``: rows (label, now, then) of what changes for the person."""
    acuan, hari_ini, n, p = konteks.acuan, timezone.localdate(), np.naskah, konteks.profil
    alamat = rute.pejabat(katalog.penandatangan(""), layanan, konteks, acuan, hari_ini)
    tanda = bahan.penanda_tangan(alamat, hari_ini, di_atas=_di_atas(n, alamat))
    atas = tanda["atas_nama"] or tanda["jabatan"]
    bupati = "BUPATI" in atas.upper()
    kop = bahan.kop_bupati(acuan, hari_ini) if bupati else bahan.kop_kantor(acuan, hari_ini, _opd(alamat, acuan))
    pejabat = kop["pejabat"] if bupati else kapital(atas)
    semula = _semula(np)
    sebut = f"{semula['sebutan']} {n.penetap} Nomor {n.nomor} tanggal {tulis_tanggal(n.tanggal)}"
    return {
        "kop": kop,
        "judul": f"KEPUTUSAN {pejabat}",
        "pejabat": pejabat,
        "tentang": f"{KATA_BENDA[layanan.jenis]} {semula['sebutan']} Nomor {n.nomor} tentang {_tanpa_sebutan(n)}".upper(),
        "tempat": acuan.setelan("kop_tempat", hari_ini),
        "penetap": kop["pejabat"].title() if bupati else atas,
        "penandatangan": tanda["nama"],
        "tanda_tangan": tanda,
        "menimbang": _menimbang(layanan, konteks, sebut),
        "mengingat": bahan.mengingat(*MENGINGAT),
        "memperhatikan": _memperhatikan(konteks),
        "pegawai": bahan.identitas(p) | {"pangkat": p.pangkat or "", "golongan": p.golongan or ""},
        "semula": semula,
        "perubahan": [list(baris) for baris in akibat],
        "tindakan": layanan.jenis,
        "tmt": bahan.hari(konteks.tanggal),
        "diktum": [
            {"urutan": urutan, "isi": isi}
            for urutan, isi in zip(URUTAN, _diktum(layanan, konteks, semula, sebut, akibat), strict=False)
        ],
        "tembusan": list(acuan.setelan("tembusan_sk_kp", hari_ini)),
    }


def _di_atas(n, alamat):
    """The lines above the office as the naskah ``n`` had them: what was signed "a.n." is changed "a.n.".

    Where another office signs than then, only the first of them.
    """
    tanda = n.data.get("tanda_tangan") or {}
    *atas, kantor = tanda.get("baris") or [""]
    if not atas and tanda.get("atas_nama"):
        atas = [f"a.n. {tanda['atas_nama']}"]
    sama = kantor.removeprefix("Plt. ").removeprefix("Plh. ") == alamat["nama"]
    return atas if sama else atas[:1]


def _opd(alamat, acuan):
    """Name of the OPD whose head signs: its letterhead it is."""
    unit = acuan.unit.get(alamat.get("unit_jabatan"))
    opd = acuan.unit.get(unit.opd_id) if unit else None
    return opd.nama if opd else None


def _semula(np):
    n = np.naskah
    return {
        "sebutan": SEBUTAN.get(n.jenis, "Naskah"),
        "perihal": n.perihal,
        "nomor": n.nomor,
        "tanggal": bahan.hari(n.tanggal),
        "tmt": bahan.hari(np.tmt),
        "penetap": n.penetap,
        "token": n.token,
    }


def _tanpa_sebutan(n):
    """``Keputusan Kenaikan Pangkat`` without the word that stands before its number already."""
    return n.perihal.removeprefix("Keputusan ").removeprefix("Petikan ")


def _menimbang(layanan, konteks, sebut):
    kata = aturan.ALASAN[layanan.jenis][konteks.isian["alasan"]]
    uraian = konteks.isian["uraian"].strip().rstrip(".;")
    kerja = {aturan.UBAH: "diubah", aturan.CABUT: "dicabut", aturan.BATAL: "dibatalkan"}[layanan.jenis]
    return [
        f"bahwa dalam {sebut} terdapat {kata} sebagaimana dimaksud dalam {_pasal(layanan.jenis)}, yaitu {uraian};",
        f"bahwa berdasarkan pertimbangan tersebut, {sebut} perlu {kerja} dengan Keputusan;",
    ]


def _pasal(jenis):
    return f"{aturan.PASAL[jenis]} ayat (1) Undang-Undang Nomor 30 Tahun 2014 tentang Administrasi Pemerintahan"


def _memperhatikan(konteks):
    tegas = (konteks.isian.get("tegaskan") or "").strip().rstrip(".;")
    return [f"Naskah sejenis sesudahnya tetap berlaku: {tegas}."] if tegas else []


def _diktum(layanan, konteks, semula, sebut, akibat):
    p, tmt = konteks.profil, konteks.tanggal
    siapa = f"atas nama {p.nama_lengkap}, NIP {p.nip}"
    if layanan.jenis == aturan.UBAH:
        rinci = "; ".join(f"{label.lower()} semula {lama} menjadi {baru}" for label, lama, baru in akibat)
        rinci = rinci.replace("tmt semula", "terhitung mulai tanggal (TMT) semula")
        yield f"Mengubah {sebut} tentang {semula['perihal']} {siapa}, sehingga {rinci}."
        yield f"Ketentuan lain dalam {semula['sebutan']} Nomor {semula['nomor']} yang tidak diubah tetap berlaku."
    elif layanan.jenis == aturan.CABUT or konteks.isian.get("cara") == aturan.SEJAK:
        yield (
            f"{layanan.kata_kerja} {sebut} tentang {semula['perihal']} {siapa}, terhitung mulai tanggal "
            f"{tulis_tanggal(tmt)}."
        )
        yield _kembali(f"Terhitung mulai tanggal {tulis_tanggal(tmt)}", akibat)
    else:
        yield (
            f"{layanan.kata_kerja} {sebut} tentang {semula['perihal']} {siapa}, sehingga tidak mengikat sejak "
            "ditetapkan dan segala akibat hukumnya dianggap tidak pernah ada."
        )
        yield _kembali(f"Terhitung mulai tanggal {semula['tmt']['tulis']}", akibat)
    yield "Keputusan ini mulai berlaku pada tanggal ditetapkan."


def _kembali(sejak, akibat):
    """What holds again for the person, in one sentence."""
    if not akibat:
        return f"{sejak}, keadaan kepegawaian yang bersangkutan kembali sebagaimana sebelum naskah tersebut."
    rinci = " dan ".join(f"{label.lower()} kembali menjadi {nanti}" for label, _, nanti in akibat)
    return f"{sejak}, {rinci}."
