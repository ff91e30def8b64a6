"""Aturan pengangkatan: usul NIP, masa percobaan CPNS, pengangkatan PNS, perjanjian PPPK pertama. Pure.

PP 11/2017 Ps. 31–37 (CPN-14 to CPN-17); PP 49/2018 Ps. 37 and PermenPANRB 70/2020 (PPK-2, PPK-3); Perka BKN 22/2007 and 43/2007
(NIP). CPN-16 asks several things at once; each is a condition of its own, CPN-16a to CPN-16d. No Django, no clock.
"""

import re
from datetime import timedelta

from kepegawaian import nip as pemeriksa
from kepegawaian.aturan import bulan_antara, tambah_bulan, tmt_pensiun, tulis_tanggal
from layanan.katalog import Dasar, Syarat, perlu_diperiksa, tidak, ya

PP11, PP49 = "PP 11/2017", "PP 49/2018"
PS34, PS36, PS37 = Dasar(PP11, "Pasal 34"), Dasar(PP11, "Pasal 36"), Dasar(PP11, "Pasal 37")
URUTAN_PREDIKAT = ("Sangat Kurang", "Kurang", "Butuh Perbaikan", "Baik", "Sangat Baik")
# How a certificate of the prajabatan names itself, over the years.
LATSAR = re.compile(r"\b(latsar|pelatihan dasar|prajabatan|pra jabatan)\b", re.IGNORECASE)


# ── usul NIP and the first SK ────────────────────────────────────────────────────────────────────────


def cpn14_lengkap(k):
    """PP 11/2017 Ps. 31–33: the papers are complete and BKN has given the NIP. ``lain.calon`` {berkas_kurang, pertek} or None."""
    calon = k.lain.get("calon")
    if calon is None:
        return perlu_diperiksa(
            "Tidak berasal dari seleksi di portal; periksa berkas usul NIP dan persetujuan teknisnya."
        )
    if calon.get("berkas_kurang"):
        return tidak(f"Berkas usul NIP belum lengkap: {', '.join(calon['berkas_kurang'])}.")
    if not calon.get("pertek"):
        return tidak("Persetujuan teknis dan NIP dari BKN belum direkam.")
    return ya("Berkas lengkap dan NIP sudah terbit.", calon["pertek"])


def nip7_sesuai(k):
    """NIP-07: birth date, sex and TMT of the SK equal the number (Perka BKN 43/2007)."""
    p, tmt = k.profil, k.isian.get("tmt")
    if p.nip is None or p.tanggal_lahir is None or tmt is None:
        return perlu_diperiksa("NIP, tanggal lahir, atau TMT belum diketahui.")
    temuan = pemeriksa.periksa(
        p.nip, hari_ini=tmt, tanggal_lahir=p.tanggal_lahir, jenis_kelamin=p.jenis_kelamin, tmt_cpns=tmt
    )
    if salah := [t.pesan for t in temuan if t.berat == pemeriksa.TOLAK]:
        return tidak(" ".join(salah), p.nip)
    return ya("Tanggal lahir, jenis kelamin, dan TMT sama dengan NIP.", p.nip)


def nip9_pppk(k):
    """NIP-09: the nomor induk has the pattern of a PPPK, and fits the birth date and sex."""
    p = k.profil
    if p.nip is None or p.tanggal_lahir is None:
        return perlu_diperiksa("Nomor induk atau tanggal lahirnya belum diketahui.")
    temuan = pemeriksa.periksa(
        p.nip, hari_ini=k.tanggal, pppk=True, tanggal_lahir=p.tanggal_lahir, jenis_kelamin=p.jenis_kelamin
    )
    if salah := [t.pesan for t in temuan if t.berat == pemeriksa.TOLAK]:
        return tidak(" ".join(salah), p.nip)
    return ya("Nomor induk PPPK sah dan sesuai datanya.", p.nip)


def ppk2_minimal(k):
    """PP 49/2018 Ps. 37 ayat (1): the contract lasts at least one year."""
    mulai, sampai = k.isian.get("tmt"), k.isian.get("sampai")
    if mulai is None or sampai is None:
        return perlu_diperiksa("Masa perjanjian belum diisi.")
    bulan = k.acuan.setelan("pppk_perjanjian_bulan", k.tanggal)["min"]
    if sampai < tambah_bulan(mulai, bulan) - timedelta(days=1):
        return tidak("Masa perjanjian minimal 1 tahun.", f"{tulis_tanggal(mulai)} sampai {tulis_tanggal(sampai)}")
    return ya(
        "Masa perjanjian sekurang-kurangnya satu tahun.", f"{bulan_antara(mulai, sampai + timedelta(days=1))} bulan"
    )


def ppk3_maksimal(k):
    """PermenPANRB 70/2020: at most five years, and its last day lies before the TMT of the BUP of the post."""
    mulai, sampai = k.isian.get("tmt"), k.isian.get("sampai")
    lahir, bup = k.profil.tanggal_lahir, k.lain.get("bup")
    if None in (mulai, sampai, lahir, bup):
        return perlu_diperiksa("Masa perjanjian, tanggal lahir, atau BUP jabatannya belum diketahui.")
    pensiun = tmt_pensiun(lahir, bup)
    if sampai >= pensiun:
        return tidak(
            f"Perjanjian tidak boleh melewati BUP ({tulis_tanggal(pensiun - timedelta(days=1))}).", f"BUP {bup}"
        )
    bulan = k.acuan.setelan("pppk_perjanjian_bulan", k.tanggal)["maks"]
    if sampai > tambah_bulan(mulai, bulan) - timedelta(days=1):
        return tidak(f"Masa perjanjian paling lama {bulan // 12} tahun.", tulis_tanggal(sampai))
    return ya(
        f"Tidak lebih dari {bulan // 12} tahun dan tidak melewati BUP.", f"BUP {bup}, TMT {tulis_tanggal(pensiun)}"
    )


# ── from CPNS to PNS ─────────────────────────────────────────────────────────────────────────────────


def akhir_percobaan(profil, acuan, tanggal):
    """First day on which the probation is over, or None while TMT CPNS is not recorded."""
    if profil.tmt_cpns is None:
        return None
    return tambah_bulan(profil.tmt_cpns, acuan.setelan("cpns_masa_percobaan_bulan", tanggal))


def cpn15_masa(k):
    """PP 11/2017 Ps. 34–35: the probation of one year is over."""
    akhir = akhir_percobaan(k.profil, k.acuan, k.tanggal)
    if akhir is None:
        return perlu_diperiksa("TMT CPNS belum tercatat.")
    bulan = bulan_antara(k.profil.tmt_cpns, k.tanggal)
    if k.tanggal < akhir:
        return tidak(
            f"Masa percobaan baru {max(0, bulan)} bulan.",
            f"CPNS sejak {tulis_tanggal(k.profil.tmt_cpns)}",
            paling_cepat=akhir,
        )
    return ya(f"Masa percobaan {bulan} bulan.", f"CPNS sejak {tulis_tanggal(k.profil.tmt_cpns)}")


def latsar(profil):
    """The certificate of Latsar on the record, or None. ``Diklat`` rows of those who passed only."""
    ada = [
        d
        for d in profil.diklat
        if LATSAR.search(d.nama or "") and (profil.tmt_cpns is None or d.tanggal_selesai >= profil.tmt_cpns)
    ]
    return max(ada, key=lambda d: d.tanggal_selesai) if ada else None


def cpn16a_latsar(k):
    """Passed the Latsar, which is followed once only."""
    ikut = latsar(k.profil)
    if ikut:
        return ya("Lulus pelatihan dasar.", f"{ikut.nama}, {tulis_tanggal(ikut.tanggal_selesai)}")
    jawab = k.isian.get("latsar")
    if jawab == "lulus":
        return perlu_diperiksa("Sertifikat pelatihan dasar belum tercatat pada riwayat diklatnya; periksa aslinya.")
    return tidak("CPNS belum lulus Latsar.")


def cpn16b_sehat(k):
    """Healthy in body and mind by the letter of a government physician. ``isian.sehat``: ya | tidak | "" unknown."""
    jawab = k.isian.get("sehat")
    if jawab == "ya":
        return ya("Sehat jasmani dan rohani menurut surat dokter pemerintah.", k.isian.get("nomor_sehat") or "")
    if jawab == "tidak":
        return tidak("Menurut surat dokter pemerintah tidak sehat jasmani dan rohani.")
    return perlu_diperiksa("Surat keterangan sehat belum ada.")


def cpn16c_kinerja(k):
    """Predikat of the last assessment at least as the setting says; ``isian.predikat`` where none is recorded yet."""
    minimal = k.acuan.setelan("cpns_predikat_minimal", k.tanggal)
    terakhir = k.profil.kinerja[0] if k.profil.kinerja else None
    predikat = terakhir.predikat if terakhir else None
    if predikat is None:
        return perlu_diperiksa("Penilaian kinerja selama masa percobaan belum tercatat.")
    bukti = f"{predikat} tahun {terakhir.tahun}"
    if URUTAN_PREDIKAT.index(predikat) < URUTAN_PREDIKAT.index(minimal):
        return tidak(f"Predikat kinerja {predikat}, di bawah {minimal}.", bukti)
    return ya(f"Predikat kinerja sekurang-kurangnya {minimal}.", bukti)


def hukuman_menghalangi(profil, acuan, tanggal):
    """The hukdis sedang or berat of the probation, or None."""
    bukan = acuan.setelan("ip_kode_bukan_hukuman", tanggal)
    for h in profil.hukuman:
        if h.tingkat in ("sedang", "berat") and h.kode not in bukan and h.tmt <= tanggal:
            return h
    return None


def cpn16d_hukdis(k):
    """No discipline penalty sedang or berat, and no examination under way."""
    if h := hukuman_menghalangi(k.profil, k.acuan, k.tanggal):
        return tidak(f"Dijatuhi hukuman disiplin {h.tingkat} TMT {tulis_tanggal(h.tmt)}.")
    if k.profil.diperiksa:
        return perlu_diperiksa("Sedang dalam pemeriksaan disiplin; tunggu hasilnya.")
    return ya("Tidak dijatuhi hukuman disiplin sedang atau berat.")


def cpn17_lanjut(k):
    """Who does not meet CPN-16, dies, withdraws or is punished is dismissed as CPNS: may he stay?

    ya: nothing speaks for it; tidak: a penalty sedang or berat; perlu diperiksa: the probation is long over and something lacks.
    """
    if k.profil.status != "CPNS":
        return ya("Tidak lagi CPNS.")
    if h := hukuman_menghalangi(k.profil, k.acuan, k.tanggal):
        return tidak(f"Diberhentikan sebagai CPNS: hukuman disiplin {h.tingkat} TMT {tulis_tanggal(h.tmt)}.")
    akhir = akhir_percobaan(k.profil, k.acuan, k.tanggal)
    if akhir is None or k.tanggal >= akhir:
        return perlu_diperiksa(
            "Masa percobaannya sudah satu tahun; pastikan ia diangkat atau diberhentikan sebagai CPNS."
        )
    return ya("Masih dalam masa percobaan.")


def masih_cpns(k):
    """True when the rules of the appointment are asked of a CPNS."""
    return k.profil.status == "CPNS"


CPN14 = Syarat(
    "CPN-14", "Berkas usul NIP lengkap dan NIP terbit", Dasar(PP11, "Pasal 31-33"), cpn14_lengkap, keyakinan="sebagian"
)
NIP07 = Syarat("NIP-07", "Data dan TMT sama dengan NIP", Dasar("Perka BKN 43/2007"), nip7_sesuai)
NIP09 = Syarat("NIP-09", "Nomor induk PPPK sah", Dasar("Perka BKN 22/2007"), nip9_pppk, keyakinan="sebagian")
PPK2 = Syarat("PPK-2", "Masa perjanjian paling singkat 1 tahun", Dasar(PP49, "Pasal 37 ayat (1)"), ppk2_minimal)
PPK3 = Syarat("PPK-3", "Masa perjanjian paling lama 5 tahun dan tidak melewati BUP", Dasar("PermenPANRB 70/2020"), ppk3_maksimal,
              keyakinan="sebagian", dasar_lain=(Dasar(PP49),))  # fmt: skip
SYARAT_PNS = (
    Syarat("CPN-15", "Masa percobaan 1 tahun sudah dijalani", PS34, cpn15_masa, keyakinan="sebagian"),
    Syarat("CPN-16a", "Lulus pelatihan dasar", PS36, cpn16a_latsar, keyakinan="sebagian"),
    Syarat("CPN-16b", "Sehat jasmani dan rohani", PS36, cpn16b_sehat, keyakinan="sebagian"),
    Syarat("CPN-16c", "Predikat kinerja sekurang-kurangnya Baik", PS36, cpn16c_kinerja, keyakinan="sebagian"),
    Syarat("CPN-16d", "Tidak dijatuhi hukuman disiplin sedang atau berat", PS36, cpn16d_hukdis, keyakinan="sebagian",
           rahasia=True),
)  # fmt: skip
CPN17 = Syarat(
    "CPN-17", "Tidak ada sebab diberhentikan sebagai CPNS", PS37, cpn17_lanjut, keyakinan="sebagian", rahasia=True
)
SEMUA = {s.kode: s for s in (CPN14, NIP07, NIP09, PPK2, PPK3, *SYARAT_PNS, CPN17)}
