"""Bahan keputusan perubahan, pencabutan, dan pembatalan naskah.

Keys of ``data`` (read by ``templates/naskah/perubahan.html`` and ``pencabutan.html``; the engine adds nomor,
tanggal, usulan):

- ``kop`` {pejabat} or {instansi, opd, alamat …}; ``judul``, ``tentang``, ``tempat``; ``penetap``, ``penandatangan``,
  ``tanda_tangan`` as in ``layanan.bahan_naskah``
- the parts the office may reword (``bagian``): ``menimbang``, ``mengingat``, ``memperhatikan``: sentences; ``diktum``
  [{urutan, isi}]; ``tembusan`` [text]
- ``peraturan`` {name: regulation as cited}
- ``pegawai`` as in ``bahan_naskah.identitas`` with ``pangkat``, ``golongan``
- ``semula`` {sebutan, sebut (cited in full), perihal, nomor, tanggal {iso, tulis}, tmt {iso, tulis}, penetap, token}
- ``alasan`` {kata, pasal, uraian}; ``penegasan``: which later naskah stand on, or ""
- ``perubahan`` [[label, lama, baru]]; ``rincian``: the same in one sentence, or ""; ``tindakan`` ubah | cabut | batal
- ``cara`` sejak | surut; ``tmt`` and ``kembali_sejak`` {iso, tulis}: from when it holds, from when what was holds again
"""

from django.utils import timezone

from kepegawaian.aturan import tulis_tanggal
from layanan import aturan, bahan_naskah as bahan, katalog, rute, templat
from layanan.katalog import BagianNaskah, sebut_peraturan
from layanan.pelimpahan import kapital

MENGINGAT = ("UU 20/2023", "UU 30/2014", "PP 11/2017", "PP 17/2020")
KATA_BENDA = {aturan.UBAH: "Perubahan atas", aturan.CABUT: "Pencabutan", aturan.BATAL: "Pembatalan"}
SEBUTAN = {"sk": "Keputusan", "surat": "Surat", "berita_acara": "Berita Acara"}
KERJA = {aturan.UBAH: "diubah", aturan.CABUT: "dicabut", aturan.BATAL: "dibatalkan"}
NASKAH_ITU = (
    "{{ d.semula.sebut }} tentang {{ d.semula.perihal }} atas nama {{ d.pegawai.nama }}, NIP {{ d.pegawai.nip }}"
)
KEMBALI = (
    "Terhitung mulai tanggal {{ d.kembali_sejak.tulis }}, {% if d.rincian %}{{ d.rincian }}{% else %}keadaan "
    "kepegawaian yang bersangkutan kembali sebagaimana sebelum naskah tersebut{% endif %}."
)
TIDAK_PERNAH_ADA = "sehingga tidak mengikat sejak ditetapkan dan segala akibat hukumnya dianggap tidak pernah ada"
MULAI_BERLAKU = "Keputusan ini mulai berlaku pada tanggal ditetapkan."
DIKTUM = {
    aturan.UBAH: (
        f"Mengubah {NASKAH_ITU}, sehingga {{{{ d.rincian }}}}.",
        "Ketentuan lain dalam {{ d.semula.sebutan }} Nomor {{ d.semula.nomor }} yang tidak diubah tetap berlaku.",
        MULAI_BERLAKU,
    ),
    aturan.CABUT: (f"Mencabut {NASKAH_ITU}, terhitung mulai tanggal {{{{ d.tmt.tulis }}}}.", KEMBALI, MULAI_BERLAKU),
    aturan.BATAL: (
        f'{{% if d.cara == "{aturan.SEJAK}" %}}',
        f"Membatalkan {NASKAH_ITU}, terhitung mulai tanggal {{{{ d.tmt.tulis }}}}.",
        "{% else %}",
        f"Membatalkan {NASKAH_ITU}, {TIDAK_PERNAH_ADA}.",
        "{% endif %}",
        KEMBALI,
        MULAI_BERLAKU,
    ),
}
NAMA = (
    *bahan.NAMA_PEGAWAI,
    ("pegawai.pangkat", "Penata Muda"), ("pegawai.golongan", "III/a"),
    ("semula.sebut", "Keputusan Bupati Lamongan Nomor 823/17/413.207/2026 tanggal 1 April 2026"),
    ("semula.sebutan", "Keputusan"), ("semula.perihal", "Keputusan Kenaikan Pangkat"),
    ("semula.nomor", "823/17/413.207/2026"), ("semula.tanggal.tulis", "1 April 2026"),
    ("semula.tanggal.iso", "2026-04-01"), ("semula.penetap", "Bupati Lamongan"),
    ("alasan.kata", "kesalahan redaksional"), ("alasan.uraian", "masa kerja golongan salah ditulis"),
    ("alasan.pasal", "Pasal 63 ayat (1) Undang-Undang Nomor 30 Tahun 2014 tentang Administrasi Pemerintahan"),
    ("rincian", "gaji pokok semula Rp2.933.200 menjadi Rp2.903.600"), ("penegasan", "KGB 822/9/413.207/2026"),
    ("cara", aturan.SEJAK), ("tmt.tulis", "1 Desember 2026"), ("tmt.iso", "2026-12-01"),
    ("kembali_sejak.tulis", "1 Desember 2026"), ("kembali_sejak.iso", "2026-12-01"),
    ("penetap", "Bupati Lamongan"), ("tempat", "Lamongan"),
)  # fmt: skip


def bagian(jenis):
    """The parts of the decree of one act that the office may reword, with today's words."""
    return (
        BagianNaskah(
            "menimbang", "Menimbang", bentuk="daftar",
            bawaan="bahwa dalam {{ d.semula.sebut }} terdapat {{ d.alasan.kata }} sebagaimana dimaksud dalam "
            "{{ d.alasan.pasal }}, yaitu {{ d.alasan.uraian }};\n"
            f"bahwa berdasarkan pertimbangan tersebut, {{{{ d.semula.sebut }}}} perlu {KERJA[jenis]} dengan Keputusan;",
        ),
        BagianNaskah(
            "mengingat", "Mengingat", sebut_peraturan(*MENGINGAT), "daftar", peraturan=MENGINGAT,
            keterangan="Titik koma di akhir tiap butir dicetak sendiri.",
        ),
        BagianNaskah(
            "memperhatikan", "Memperhatikan", bentuk="daftar", boleh_kosong=True,
            bawaan="{% if d.penegasan %}Naskah sejenis sesudahnya tetap berlaku: {{ d.penegasan }}.{% endif %}",
            keterangan="Hanya tercetak bila ada isinya.",
        ),
        BagianNaskah("diktum", "Diktum", "\n".join(DIKTUM[jenis]), "diktum"),
        BagianNaskah("tembusan", "Tembusan", bentuk="daftar", setelan="tembusan_sk_kp"),
    )  # fmt: skip


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
    sejak = layanan.jenis != aturan.BATAL or konteks.isian.get("cara") == aturan.SEJAK
    beku = {
        "kop": kop,
        "judul": f"KEPUTUSAN {pejabat}",
        "pejabat": pejabat,
        "tentang": f"{KATA_BENDA[layanan.jenis]} {semula['sebutan']} Nomor {n.nomor} tentang {_tanpa_sebutan(n)}".upper(),
        "tempat": acuan.setelan("kop_tempat", hari_ini),
        "penetap": kop["pejabat"].title() if bupati else atas,
        "penandatangan": tanda["nama"],
        "tanda_tangan": tanda,
        "peraturan": bahan.peraturan(*MENGINGAT),
        "pegawai": bahan.identitas(p) | {"pangkat": p.pangkat or "", "golongan": p.golongan or ""},
        "semula": semula,
        "perubahan": [list(baris) for baris in akibat],
        "rincian": _rincian(layanan, akibat),
        "alasan": _alasan(layanan, konteks),
        "penegasan": _rapi(konteks.isian.get("tegaskan")),
        "tindakan": layanan.jenis,
        "cara": aturan.SEJAK if sejak else aturan.SURUT,
        "tmt": bahan.hari(konteks.tanggal),
        "kembali_sejak": bahan.hari(konteks.tanggal) if sejak else semula["tmt"],
    }
    return templat.lengkapi(layanan.naskah, beku, acuan, hari_ini)


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
    sebutan = SEBUTAN.get(n.jenis, "Naskah")
    return {
        "sebutan": sebutan,
        "sebut": f"{sebutan} {n.penetap} Nomor {n.nomor} tanggal {tulis_tanggal(n.tanggal)}",
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


def _alasan(layanan, konteks):
    """The ground of the act: its word in the law, its article, and what was found."""
    return {
        "kata": aturan.ALASAN[layanan.jenis].get(konteks.isian.get("alasan"), bahan.BELUM),
        "pasal": f"{aturan.PASAL[layanan.jenis]} ayat (1) Undang-Undang Nomor 30 Tahun 2014 tentang Administrasi "
        "Pemerintahan",
        "uraian": _rapi(konteks.isian.get("uraian")) or bahan.BELUM,
    }


def _rapi(teks):
    """What somebody typed, to stand inside a sentence."""
    return (teks or "").strip().rstrip(".;")


def _rincian(layanan, akibat):
    """The rows that change in one sentence; "" when nothing does."""
    if layanan.jenis == aturan.UBAH:
        rinci = "; ".join(f"{label.lower()} semula {lama} menjadi {baru}" for label, lama, baru in akibat)
        return rinci.replace("tmt semula", "terhitung mulai tanggal (TMT) semula")
    return " dan ".join(f"{label.lower()} kembali menjadi {nanti}" for label, _, nanti in akibat)
