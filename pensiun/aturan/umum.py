"""Hak pensiun dan syarat yang dipakai banyak jenis pemberhentian: PEN-1..PEN-4, DIS-8, BHT-01, BUP-1. Pure.

Law: UU 11/1969 Ps. 6, 9, 16-17; UU 20/2023 Ps. 52, 55; PP 11/2017 Ps. 238-308; PerBKN 3/2020 Ps. 5. Ids follow
``regulasi/pensiun.md`` §2 and ``disiplin.md`` (DIS-8); BHT and BUP are codes of our own. Figures come from the table
JenisPemberhentian (``Acuan.pemberhentian``), those of APS from the settings aps_*.

Each rule of a kind is made for it (``pen1("BUP")``); ``""`` means the kind chosen on the form (``isian["jenis"]``).
"""

from typing import NamedTuple

from kepegawaian.aturan import PPPK, bulan_antara, capai_bup, tambah_bulan, tulis_masa, tulis_tanggal
from layanan.katalog import YA, perlu_diperiksa, tidak, ya
from pensiun.hitung import anak_berhak, mkp_profil

APS = "APS"
SYARAT, SELALU, AHLI_WARIS, TIDAK_ADA = "syarat", "selalu", "ahli_waris", "tidak"
PERKARA = {"04": "diberhentikan sementara", "91": "tersangkut tindak pidana"}
BANDING = "09"


class Batas(NamedTuple):
    """What the right to a pension asks for, in years; None where it asks for nothing."""

    usia: int | None
    mkp: int | None
    pns: int | None


# ── facts ────────────────────────────────────────────────────────────────────────────────────────────


def jenis(k, kode=""):
    """The Pemberhentian of the table for ``kode``, or for the kind chosen; None when there is none."""
    entri = k.acuan.pemberhentian(kode or k.isian.get("jenis"), k.tanggal)
    return entri.nilai if entri else None


def nyata_bulan(profil, tmt):
    """Months really worked since the first appointment: without PMK and CLTN; None when unknown."""
    return None if profil.tmt_cpns is None else max(0, bulan_antara(profil.tmt_cpns, tmt) - profil.cltn_bulan)


def batas(k, kode=""):
    """The Batas of a kind on the TMT; those of APS are settings (PP 11/2017 writes 45/20, BKN keeps 50/20)."""
    j = jenis(k, kode)
    if j is None or j.hak != SYARAT:
        return Batas(None, None, None)
    if j.kode == APS:
        return Batas(k.acuan.setelan("aps_usia_min", k.tanggal), k.acuan.setelan("aps_mkp_min", k.tanggal), None)
    return Batas(j.usia_min, j.mkp_min, j.pns_min)


def melepas_hak(k):
    """The form says that he is dismissed without a right to a pension (PEN-4)."""
    return bool(k.isian.get("tanpa_hak"))


def ahli_waris(k):
    """UU 11/1969 Ps. 16-17 (anak: sebagian): those who get the pension of one who died, as (spouses, children, parents).

    Only children whose right is certain; those of whom a fact is missing are ``anak_belum_pasti``.
    """
    orang = k.profil.tanggungan
    anak = [t for t in orang if t.hubungan == "anak" and anak_berhak(t, k.acuan, k.tanggal)]
    return [t for t in orang if t.hubungan == "pasangan"], anak, [t for t in orang if t.hubungan == "orang_tua"]


def anak_belum_pasti(k):
    """Children who may have the right but whose birth, marriage or income nobody has recorded (T-18)."""
    return [
        t for t in k.profil.tanggungan if t.hubungan == "anak" and anak_berhak(t, k.acuan, k.tanggal) is None
    ]  # fmt: skip


def berhak(k, kode=""):
    """Has he, or have his heirs, a right to a pension? True, False, or None while a fact is missing."""
    j = jenis(k, kode)
    if j is None:
        return None
    if j.hak in (SELALU, TIDAK_ADA):
        return j.hak == SELALU
    jawab = [h.jawaban for h in ([ada_ahli_waris(k)] if j.hak == AHLI_WARIS else [pen1(kode)(k), pen2(kode)(k)])]
    if "tidak" in jawab:
        return False
    return True if all(x == YA for x in jawab) else None


# ── PEN ──────────────────────────────────────────────────────────────────────────────────────────────


def pen1(kode=""):
    """UU 11/1969 Ps. 9; PP 11/2017 Ps. 305: masa kerja pensiun, and for BUP five years really worked (PEN-1)."""

    def periksa(k):
        minimal = batas(k, kode)
        if minimal.mkp is None:
            return ya("Jenis pemberhentian ini tidak mensyaratkan masa kerja pensiun.")
        mkp, nyata = mkp_profil(k.profil, k.tanggal), nyata_bulan(k.profil, k.tanggal)
        if mkp is None:
            return perlu_diperiksa("TMT CPNS belum tercatat, sehingga masa kerja pensiunnya tidak diketahui.")
        bukti = f"sejak {tulis_tanggal(k.profil.tmt_cpns)}"
        if mkp < 12 * minimal.mkp:
            cepat = tambah_bulan(k.tanggal, 12 * minimal.mkp - mkp)
            kalimat = f"Masa kerja pensiun {tulis_masa(mkp)}; syarat minimal {minimal.mkp} tahun."
            return tidak(kalimat, bukti, paling_cepat=cepat)
        if minimal.pns and nyata < 12 * minimal.pns:
            return tidak(f"Nyata bekerja {tulis_masa(nyata)}; syarat minimal {minimal.pns} tahun.", bukti)
        return ya(f"Masa kerja pensiun {tulis_masa(mkp)}; syarat minimal {minimal.mkp} tahun.", bukti)

    periksa.__doc__ = (
        f"UU 11/1969 Ps. 9; PP 11/2017 Ps. 305: masa kerja pensiun ({kode or 'jenis pada isian'}; PEN-1)."
    )
    return periksa


def pen2(kode=""):
    """UU 11/1969 Ps. 9; PP 11/2017 Ps. 305: the age (PEN-2)."""

    def periksa(k):
        minimal = batas(k, kode).usia
        if minimal is None:
            return ya("Jenis pemberhentian ini tidak mensyaratkan usia.")
        if k.profil.tanggal_lahir is None:
            return perlu_diperiksa("Tanggal lahir belum tercatat.")
        umur = bulan_antara(k.profil.tanggal_lahir, k.tanggal)
        untuk = "pensiun atas permintaan sendiri" if (kode or k.isian.get("jenis")) == APS else "hak pensiun"
        kalimat = f"Usia {tulis_masa(umur)}; syarat minimal {minimal} tahun untuk {untuk}."
        if umur < 12 * minimal:
            return tidak(kalimat, paling_cepat=tambah_bulan(k.profil.tanggal_lahir, 12 * minimal))
        return ya(kalimat)

    periksa.__doc__ = f"UU 11/1969 Ps. 9; PP 11/2017 Ps. 305: age ({kode or 'jenis pada isian'}; PEN-2)."
    return periksa


def pen3_penolakan(k):
    """PerBKN 3/2020 Ps. 5: refused for a suspect, one bound by ikatan dinas, appealing, or serving a penalty (PEN-3).

    Under examination: DIS-8. "Another reason of the PPK" is decided at the step of the decision, with its article.
    """
    if alasan := _alasan_tolak(k):
        sebab, cepat = alasan
        return tidak(f"Permintaan ditolak: {sebab} (PerBKN 3/2020 Ps. 5).", paling_cepat=cepat)
    if k.profil.kedudukan is None:
        return perlu_diperiksa("Kedudukan hukum belum tercatat.")
    terbuka = [h for h in _berjalan(k) if h.sampai is None]
    if terbuka:
        return perlu_diperiksa(
            f"Akhir hukuman disiplin {terbuka[0].tingkat} TMT {tulis_tanggal(terbuka[0].tmt)} belum tercatat."
        )
    tanpa_akhir = [i for i in k.profil.ikatan if i.tmt <= k.tanggal and i.sampai is None]
    if tanpa_akhir:
        return perlu_diperiksa(f"Akhir ikatan dinas sejak {tulis_tanggal(tanpa_akhir[0].tmt)} belum tercatat.")
    if not k.isian.get("perkara"):
        return perlu_diperiksa("Pernyataan tidak sedang menjadi tersangka atau terdakwa belum diperiksa.")
    return ya("Tidak ada alasan penolakan menurut PerBKN 3/2020 Ps. 5.")


def _berjalan(k):
    """Penalties with a term that run on the TMT, or whose end nobody has recorded."""
    return [
        h for h in k.profil.hukuman
        if h.tmt <= k.tanggal and h.tingkat != "ringan" and (h.sampai is None or h.sampai >= k.tanggal)
    ]  # fmt: skip


def _alasan_tolak(k):
    """(reason, first possible day or None), or None."""
    p = k.profil
    if k.isian.get("perkara") == "ya" or p.kedudukan in PERKARA:
        return PERKARA.get(p.kedudukan, "sedang menjadi tersangka atau terdakwa"), None
    if p.kedudukan == BANDING:
        return "sedang mengajukan upaya administratif", None
    for ikatan in p.ikatan:
        if ikatan.tmt <= k.tanggal and ikatan.sampai is not None and ikatan.sampai >= k.tanggal:
            return f"terikat ikatan dinas sampai {tulis_tanggal(ikatan.sampai)}", _esok(ikatan.sampai)
    for h in _berjalan(k):
        if h.sampai is not None:
            return f"menjalani hukuman disiplin {h.tingkat} sampai {tulis_tanggal(h.sampai)}", _esok(h.sampai)
    return None


def _esok(hari):
    return hari.fromordinal(hari.toordinal() + 1)


def pen4(kode=""):
    """PP 11/2017 Ps. 305: with the right it gives, or knowingly without one (PEN-4)."""

    def periksa(k):
        jawab = berhak(k, kode)
        j = jenis(k, kode)
        if j is None or jawab is None:
            return perlu_diperiksa("Hak pensiunnya belum dapat ditentukan; lengkapi data yang disebut syarat lain.")
        if j.hak == TIDAK_ADA:
            return ya("Jenis pemberhentian ini tidak memberi hak pensiun; hak THT tetap.")
        if jawab and melepas_hak(k):
            return tidak("Ia memenuhi syarat hak pensiun; hapus tanda “tanpa hak pensiun”.")
        if not jawab and not melepas_hak(k):
            return tidak(
                "Diberhentikan dengan hormat tanpa hak pensiun; hak THT tetap.",
                "tandai “tanpa hak pensiun” bila diteruskan",
            )
        if not jawab:
            return ya("Diberhentikan dengan hormat tanpa hak pensiun; hak THT tetap.")
        return ya("Diberhentikan dengan hak pensiun.")

    periksa.__doc__ = f"PP 11/2017 Ps. 305: right to a pension ({kode or 'jenis pada isian'}; PEN-4)."
    return periksa


def dis8_diperiksa(k):
    """PerBKN 3/2020 Ps. 5 ayat (6); PerBKN 2/2019 Ps. 6: held while he is examined (DIS-8)."""
    if k.profil.diperiksa is None:
        return perlu_diperiksa("Keadaan pemeriksaan disiplin belum diketahui.")
    if k.profil.diperiksa:
        return tidak("Pegawai sedang dalam pemeriksaan disiplin.")
    return ya("Tidak sedang dalam pemeriksaan disiplin.")


# ── of our own ───────────────────────────────────────────────────────────────────────────────────────


def bht01(kode=""):
    """UU 20/2023 Ps. 52: the status the kind is for, and his service has not ended yet (BHT-01)."""

    def periksa(k):
        p, j = k.profil, jenis(k, kode)
        if p.status is None or j is None:
            return perlu_diperiksa("Status kepegawaian atau jenis pemberhentian belum tercatat.")
        golongan = "PPPK" if p.status in PPPK else p.status
        if golongan != j.status and not (j.status == "PNS" and golongan == "CPNS" and j.hak == AHLI_WARIS):
            return tidak(f"Jenis ini bagi {j.status}; ia berstatus {p.status}.")
        if p.berhenti:
            return tidak(f"Sudah berhenti: {p.kedudukan_nama or p.kedudukan} sejak {tulis_tanggal(p.tmt_kedudukan)}.")
        return ya(f"Berstatus {p.status} dan belum berhenti.")

    periksa.__doc__ = f"UU 20/2023 Ps. 52: status ({kode or 'jenis pada isian'}; BHT-01)."
    return periksa


def bup1_tmt(k):
    """UU 20/2023 Ps. 55; PP 11/2017 Ps. 239: the TMT is that of the retirement age of the post he holds (BUP-1)."""
    p = k.profil
    if p.tmt_pensiun is None:
        return perlu_diperiksa("TMT pensiun belum dapat dihitung; lengkapi jabatan dan tanggal lahirnya.")
    if k.tanggal != p.tmt_pensiun:
        kalimat = (
            f"TMT batas usia pensiun jabatannya {tulis_tanggal(p.tmt_pensiun)}, bukan {tulis_tanggal(k.tanggal)}."
        )
        return tidak(kalimat, paling_cepat=p.tmt_pensiun)
    capai = f", pada {tulis_tanggal(capai_bup(p.tanggal_lahir, p.bup))}" if p.tanggal_lahir and p.bup else ""
    return ya(f"Mencapai batas usia pensiun {p.bup} tahun{capai}.")


def ada_ahli_waris(k):
    """UU 11/1969 Ps. 16-17: janda, duda, or children; of one found tewas also the parents (BHT-03)."""
    pasangan, anak, orang_tua = ahli_waris(k)
    if not k.profil.tanggungan:
        return perlu_diperiksa("Data keluarga belum tercatat; periksa surat keterangan ahli waris.")
    tewas = k.isian.get("huruf") in ("a", "b", "c", "d")
    if not pasangan and (ragu := anak_belum_pasti(k)):
        return perlu_diperiksa(
            "Hak anak belum pasti: tanggal lahir, perkawinan, atau penghasilannya belum tercatat.",
            *[t.nama for t in ragu],
        )
    if not (pasangan or anak or (tewas and orang_tua)):
        return tidak("Tidak ada janda, duda, atau anak yang berhak.", *[t.nama for t in k.profil.tanggungan])
    berhak_ = pasangan or anak or orang_tua
    return ya("Ada ahli waris yang berhak.", *[t.nama for t in berhak_])
