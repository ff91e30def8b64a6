"""Aturan mutasi: MUT-01..10, JAB-08 dan JAB-09 yang dirujuknya, dan pelantikan PLT-S1..S3. Pure.

Law: PP 11/2017 Ps. 190-197; PerBKN 5/2019; SE BKN 3/SE/VIII/2019; UU 20/2023 and PerBKN 7/2017 (pelantikan).
Ids follow ``regulasi/mutasi-dan-penempatan.md`` and ``jabatan-dan-karier.md``. Plt and Plh: ``aturan_plt.py``.

Facts about others come in ``Konteks.lain`` (``mutasi/fakta.py``): ``tujuan`` {kode, nama, jenis, eselon, kelompok,
jenjang, unit, opd}, or None when there is no such post; ``kebutuhan`` people the peta jabatan asks for, None when nobody
has set it; ``peta_ada``: the unit has a peta at all on that day; ``standar`` {kode kompetensi: level} of the post and
``nama_kompetensi``; ``pemangku`` names of those who hold it on the TMT and do not leave; ``keluarga_tercatat``; ``pasangan``
[{nama, hubungan}], hubungan atasan, bawahan, "" or None (not known).
"""

from datetime import date

from kepegawaian.aturan import PPPK, bulan_antara, tambah_bulan, tulis_masa, tulis_tanggal
from kepegawaian.aturan_jabatan import HORIZONTAL, TURUN, arah as arah_jabatan
from kepegawaian.aturan_kompetensi import celah, hasil_sah, hasil_uji, kesesuaian
from layanan.katalog import PERIKSA, TIDAK, perlu_diperiksa, tidak, ya

BAIK = ("Baik", "Sangat Baik")
M1_DALAM, M1_ANTAR = "M1_DALAM", "M1_ANTAR"
M6_PERTAMA, M6_KEMBALI, M6_PENATAAN = "M6_PERTAMA", "M6_KEMBALI", "M6_PENATAAN"
M1 = (M1_DALAM, M1_ANTAR)
PERADILAN = {"04": "diberhentikan sementara", "15": "menjalani hukuman disiplin", "91": "tersangkut tindak pidana"}


def tahun_kinerja(k):
    """PerBKN 5/2019 (setelan mut_tahun_kinerja): the calendar years before the TMT whose result is asked for."""
    banyak = k.acuan.setelan("mut_tahun_kinerja", k.tanggal)
    return list(range(k.tanggal.year - banyak, k.tanggal.year))


def _jabatan_kini(profil):
    return f"{profil.jabatan or 'jabatan belum tercatat'} sejak {tulis_tanggal(profil.tmt_jabatan)}"


# ── MUT ──────────────────────────────────────────────────────────────────────────────────────────────


def m01_status(k):
    """PerBKN 5/2019: only a PNS moves; a CPNS or PPPK may be placed (M6), a CPNS inside the OPD of his formasi."""
    p, jenis = k.profil, k.isian.get("jenis")
    if p.status is None:
        return perlu_diperiksa("Status kepegawaian belum tercatat.")
    if p.status == "PNS":
        return ya("Berstatus PNS.", f"PNS sejak {tulis_tanggal(p.tmt_pns or p.tmt_status)}")
    if jenis not in (M6_PERTAMA, M6_KEMBALI, M6_PENATAAN):
        if p.status in PPPK:
            return tidak("Berstatus PPPK; mutasi hanya bagi PNS.")
        return tidak("Masih CPNS; mutasi antar instansi belum dapat diajukan.")
    tujuan = k.lain.get("tujuan") or {}
    if p.status == "CPNS" and p.opd and tujuan.get("opd") and tujuan["opd"] != p.opd:
        return tidak(f"Masih CPNS; penempatannya harus pada formasinya, {p.opd}.")
    return ya(f"Berstatus {p.status}; dapat ditempatkan.")


def m02_masa_minimal(k):
    """PP 11/2017 Ps. 190; PerBKN 5/2019 Ps. 2: at least two years in the present post."""
    p = k.profil
    if p.tmt_jabatan is None:
        return perlu_diperiksa("TMT jabatan sekarang belum tercatat.")
    cepat = tambah_bulan(p.tmt_jabatan, 12 * k.acuan.setelan("mut_masa_minimal_tahun", k.tanggal))
    lama = tulis_masa(max(0, bulan_antara(p.tmt_jabatan, k.tanggal)))
    if k.tanggal < cepat:
        kalimat = f"Baru {lama} di jabatan; paling cepat {tulis_tanggal(cepat)}."
        return tidak(kalimat, _jabatan_kini(p), paling_cepat=cepat)
    return ya(f"Sudah {lama} di jabatan.", _jabatan_kini(p))


def m03_perlu_rotasi(k):
    """PP 11/2017 Ps. 190; PerBKN 5/2019 Ps. 2: more than five years asks for rotation; a flag, it bars no move.

    Only what is no move at all, the same post in the same unit again, is refused when the five years are over.
    """
    p = k.profil
    if p.tmt_jabatan is None:
        return perlu_diperiksa("TMT jabatan sekarang belum tercatat.")
    batas = tambah_bulan(p.tmt_jabatan, 12 * k.acuan.setelan("mut_masa_maks_tahun", k.tanggal))
    lama = tulis_masa(max(0, bulan_antara(p.tmt_jabatan, k.tanggal)))
    if k.tanggal <= batas:
        return ya(f"Belum melewati batas 5 tahun di jabatan ({lama}).", _jabatan_kini(p))
    tujuan = k.lain.get("tujuan") or {}
    if tujuan and tujuan.get("kode") == p.jabatan_kode and tujuan.get("unit_id") == p.unit_id:
        return tidak(f"Sudah {lama} di jabatan; melewati batas 5 tahun.", "ditempatkan lagi pada jabatan yang sama")
    return ya(f"Sudah {lama} di jabatan; melewati batas 5 tahun. Perlu rotasi.", _jabatan_kini(p))


def m04_bebas_kasus(k):
    """PerBKN 5/2019: not under examination, not serving a penalty, not before a court."""
    p = k.profil
    gagal = "Sedang proses/menjalani hukuman disiplin atau peradilan."
    if p.kedudukan in PERADILAN:
        return tidak(gagal, PERADILAN[p.kedudukan])
    for h in p.hukuman:
        if h.tmt > k.tanggal or (h.sampai is None and h.tingkat == "ringan"):
            continue
        if h.sampai is None:
            return perlu_diperiksa(f"Akhir hukuman disiplin {h.tingkat} TMT {tulis_tanggal(h.tmt)} belum tercatat.")
        if h.sampai >= k.tanggal:
            return tidak(
                gagal, f"hukuman disiplin {h.tingkat} sampai {tulis_tanggal(h.sampai)}",
                paling_cepat=date.fromordinal(h.sampai.toordinal() + 1),
            )  # fmt: skip
    if p.diperiksa is None:
        return perlu_diperiksa("Keadaan pemeriksaan disiplin belum diketahui.")
    if p.diperiksa:
        return tidak(gagal, "sedang diperiksa")
    return ya("Tidak sedang diperiksa dan tidak sedang menjalani hukuman disiplin.")


def m05_bebas_ikatan(k):
    """PerBKN 5/2019: not in tugas belajar, and no bond of service left from it."""
    p = k.profil
    if p.tinggal == "TUBEL" or p.kedudukan == "03":
        akhir = f"sampai {tulis_tanggal(p.tinggal_sampai)}" if p.tinggal_sampai else ""
        return tidak("Sedang tugas belajar.", *filter(None, [akhir]), paling_cepat=_esok(p.tinggal_sampai))
    for ikatan in p.ikatan:
        if ikatan.jenis != "TUBEL" or ikatan.tmt > k.tanggal:
            continue
        if ikatan.sampai is None:
            return perlu_diperiksa(f"Akhir ikatan dinas sejak {tulis_tanggal(ikatan.tmt)} belum tercatat.")
        if ikatan.sampai >= k.tanggal:
            kalimat = f"Ikatan dinas sampai {tulis_tanggal(ikatan.sampai)}."
            return tidak(kalimat, paling_cepat=_esok(ikatan.sampai))
    if p.kedudukan is None:
        return perlu_diperiksa("Kedudukan hukum belum tercatat.")
    return ya("Tidak sedang tugas belajar dan tidak terikat ikatan dinas.")


def _esok(tanggal):
    return date.fromordinal(tanggal.toordinal() + 1) if tanggal else None


def m06_kinerja(k):
    """PerBKN 5/2019: performance at least Baik in the last two years."""
    perlu = tahun_kinerja(k)
    ada = {x.tahun: x.predikat for x in k.profil.kinerja if x.tahun in perlu}
    bukti = [f"{t}: {p}" for t, p in sorted(ada.items())]
    for tahun, predikat in sorted(ada.items()):
        if predikat not in BAIK:
            return tidak(f"Predikat kinerja tahun {tahun} = {predikat}; syarat minimal Baik.", *bukti)
    kurang = [str(t) for t in perlu if t not in ada]
    if kurang:
        return perlu_diperiksa(f"Hasil kinerja tahun {' dan '.join(kurang)} belum tercatat.", *bukti)
    return ya(f"Predikat kinerja {perlu[0]}-{perlu[-1]} paling rendah Baik.", *bukti)


def m07_bebas_temuan(k):
    """PerBKN 5/2019: the letter of the Inspektorat that he is free of findings."""
    nomor, tanggal = k.isian.get("nomor_bebas_temuan"), k.isian.get("tanggal_bebas_temuan")
    if not nomor:
        return tidak("Surat bebas temuan Inspektorat belum ada.")
    if tanggal is None:
        return perlu_diperiksa(f"Tanggal surat bebas temuan {nomor} belum diisi.")
    return ya("Surat bebas temuan Inspektorat ada.", f"{nomor} tanggal {tulis_tanggal(tanggal)}")


def m08_kebutuhan(k):
    """PerBKN 5/2019: the receiving post stands in anjab and ABK and is needed, his competence fits it, and the move is one
    of the pola karier. The first that is not answers; what the portal cannot know is looked at by a person.
    """
    tujuan = k.lain.get("tujuan")
    if tujuan is None:
        if not k.isian.get("jabatan_tujuan"):
            return perlu_diperiksa("Jabatan tujuan belum dipilih.")
        return tidak("Jabatan tujuan tidak ada/penuh pada peta jabatan.")
    semua = (_pada_peta(k, tujuan), _pola_karier(k, tujuan), _kompetensi(k, tujuan))
    for jawaban in (TIDAK, PERIKSA):
        for hasil in semua:
            if hasil.jawaban == jawaban:
                return hasil
    return ya(semua[0].kalimat, *(b for hasil in semua for b in hasil.bukti))


def _pada_peta(k, tujuan):
    """PermenPANRB 1/2020 (anjab, ABK): wanted on the TMT, and a place is free. A unit whose peta is set has no other posts."""
    kebutuhan, terisi = k.lain.get("kebutuhan"), len(k.lain.get("pemangku") or ())
    tempat = f"{tujuan['nama']} pada {tujuan.get('unit') or 'unit tujuan'}"
    penuh = "Jabatan tujuan tidak ada/penuh pada peta jabatan."
    if kebutuhan is None and k.lain.get("peta_ada"):
        return tidak(penuh, f"peta jabatan {tujuan.get('unit') or 'unit tujuan'} tidak memuat {tujuan['nama']}")
    if kebutuhan is None:
        return perlu_diperiksa(f"Kebutuhan {tempat} belum ditetapkan pada peta jabatan.")
    if terisi >= kebutuhan:
        return tidak(penuh, f"kebutuhan {kebutuhan}, terisi {terisi}")
    return ya(f"{tempat} dibutuhkan.", f"kebutuhan {kebutuhan}, terisi {terisi}")


def _pola_karier(k, tujuan):
    """PermenPANRB 22/2021: horizontal, vertikal, or diagonal; lower only by own wish or where the organisation changes."""
    p, jenis = k.profil, k.isian.get("jenis")
    if jenis in (M6_PERTAMA, M6_KEMBALI, M6_PENATAAN):
        return ya("Penempatan.", "pola karier tidak ditanyakan pada penempatan")
    if p.jenis_jabatan is None:
        return perlu_diperiksa("Jabatan sekarang belum tercatat, sehingga arah perpindahannya tidak diketahui.")
    lama = (p.jenis_jabatan, p.kelompok_jabatan or "", p.jenjang or "")
    arah = arah_jabatan(k.acuan, k.tanggal, lama, (tujuan.get("jenis"), tujuan.get("kelompok"), tujuan.get("jenjang")))
    if not arah:
        return perlu_diperiksa(
            "Jenjang jabatan lama atau tujuan tidak dikenal, sehingga arah perpindahannya tidak diketahui."
        )
    if arah == TURUN and k.isian.get("alasan") == "permohonan":
        return perlu_diperiksa("Turun jenjang atas permohonan sendiri; periksa pengunduran dirinya dari jabatan.")
    if arah == TURUN:
        return tidak("Bertentangan dengan pola karier: jenjang jabatannya turun.", p.jabatan or "")
    return ya("Sesuai pola karier.", f"perpindahan {arah}")


def _kompetensi(k, tujuan):
    """PermenPANRB 38/2017 and 3/2020: results still valid against the standar of the post; a promotion must have them."""
    standar, p = k.lain.get("standar"), k.profil
    if not standar:
        return ya("Kompetensi.", "standar kompetensi jabatan tujuan belum ditetapkan")
    uji = hasil_sah(p.uji_kompetensi, k.tanggal)
    if uji is None:
        return _tanpa_uji(k, tujuan)
    nilai = dict(uji.nilai)
    persen, nama = kesesuaian(standar, nilai), k.lain.get("nama_kompetensi") or {}
    if persen is None:
        belum = [nama.get(c.kode, c.kode) for c in celah(standar, nilai) if c.ada is None]
        return perlu_diperiksa(f"Kompetensi {belum[0]} belum diuji.", f"hasil uji {tulis_tanggal(uji.tmt)}")
    kurang = [f"{nama.get(c.kode, c.kode)} {c.ada} dari {c.butuh}" for c in celah(standar, nilai) if c.selisih]
    bukti = f"kesesuaian {str(persen).replace('.', ',')}% menurut uji {tulis_tanggal(uji.tmt)}"
    if hasil_uji(persen, k.acuan.setelan("uji_kompetensi_batas", k.tanggal)) == "KMS":
        return tidak("Kompetensinya kurang memenuhi standar jabatan tujuan.", bukti, *kurang)
    return ya("Kompetensinya sesuai.", bukti, *kurang)


def _tanpa_uji(k, tujuan):
    """No result that holds: asked of whoever rises into a structural post or a JF (PermenPANRB 3/2020), and of who comes
    into a JF from another kind of post (PermenPANRB 1/2023); else not needed.
    """
    p = k.profil
    lama = (p.jenis_jabatan or "", p.kelompok_jabatan or "", p.jenjang or "")
    arah = arah_jabatan(k.acuan, k.tanggal, lama, (tujuan.get("jenis"), tujuan.get("kelompok"), tujuan.get("jenjang")))
    masuk_jf = tujuan.get("jenis") == "fungsional" and p.jenis_jabatan != "fungsional"
    if tujuan.get("jenis") == "pelaksana" or (arah == HORIZONTAL and not masuk_jf):
        return ya("Kompetensi.", "uji kompetensi tidak disyaratkan bagi perpindahan ini")
    lewat = [u.sampai for u in p.uji_kompetensi if u.sampai and u.sampai < k.tanggal]
    if lewat:
        return tidak("Hasil uji kompetensinya tidak berlaku lagi.", f"berakhir {tulis_tanggal(max(lewat))}")
    return perlu_diperiksa("Hasil uji kompetensi belum tercatat; periksa apakah ada pada arsip.")


def m09_bukan_atasan_pasangan(k):
    """PP 11/2017 Ps. 190 (principle): husband and wife do not become direct superior and subordinate."""
    pasangan = k.lain.get("pasangan") or []
    for satu in pasangan:
        if satu.get("hubungan"):
            kalimat = "Penempatan menjadikan suami/istri atasan langsung."
            return tidak(kalimat, f"{satu['nama']} menjadi {satu['hubungan']} langsung")
    if not k.lain.get("keluarga_tercatat"):
        return perlu_diperiksa("Data keluarga belum tercatat, sehingga jabatan suami/istri tidak diketahui.")
    belum = [s["nama"] for s in pasangan if s.get("hubungan") is None]
    if belum:
        return perlu_diperiksa(f"Jabatan {belum[0]} tidak tercatat pada portal.")
    if not pasangan:
        return ya("Tidak ada suami/istri yang ASN menurut data keluarga.")
    return ya("Suami/istri bukan atasan atau bawahan langsung.", *[s["nama"] for s in pasangan])


def m10_pengabdian_formasi(k):
    """PermenPANRB 27/2021 (rekrutmen): the statement to serve ten years in the instansi of the formasi has run out."""
    p = k.profil
    for ikatan in p.ikatan:
        if ikatan.jenis == "FORMASI" and (ikatan.sampai is None or ikatan.sampai >= k.tanggal):
            akhir = f"sampai {tulis_tanggal(ikatan.sampai)}" if ikatan.sampai else "tanpa akhir tercatat"
            return tidak("Pernyataan pengabdian 10 tahun belum selesai.", akhir, paling_cepat=_esok(ikatan.sampai))
    if p.tmt_cpns is None:
        return perlu_diperiksa("TMT CPNS belum tercatat.")
    akhir = tambah_bulan(p.tmt_cpns, 12 * k.acuan.setelan("mut_pengabdian_tahun", k.tanggal))
    sejak = date.fromisoformat(k.acuan.setelan("mut_pengabdian_sejak", k.tanggal))
    tercatat = any(x.jenis == "FORMASI" for x in p.ikatan)
    if p.tmt_cpns >= sejak and k.tanggal < akhir and not tercatat:
        kalimat = f"Diangkat {tulis_tanggal(p.tmt_cpns)}; periksa pernyataan pengabdian pada pengumuman formasinya."
        return perlu_diperiksa(kalimat, f"sepuluh tahun berakhir {tulis_tanggal(akhir)}")
    return ya("Tidak terikat pernyataan pengabdian formasi.", f"CPNS sejak {tulis_tanggal(p.tmt_cpns)}")


# ── JAB, where the placement asks them ───────────────────────────────────────────────────────────────


def j08_pangkat(k):
    """PP 13/2002: rank not lower than one step below the lowest rank of the eselon."""
    tujuan, p = k.lain.get("tujuan") or {}, k.profil
    eselon = k.acuan.eselon(tujuan.get("eselon"))
    if eselon is None:
        return perlu_diperiksa("Eselon jabatan tujuan belum diketahui.")
    if p.golongan_urutan is None:
        return perlu_diperiksa("Golongan belum tercatat.")
    terendah = k.acuan.golongan(eselon.terendah)
    if p.golongan_urutan < terendah.urutan - 1:
        return tidak(f"Pangkat {p.golongan} terlalu rendah untuk eselon {eselon.kode} (terendah {eselon.terendah}).")
    return ya(f"Pangkat {p.golongan} cukup untuk eselon {eselon.kode}.", f"terendah {eselon.terendah}")


def j09_lowong(k):
    """PP 18/2016: the structural post is on the peta jabatan and empty on the date."""
    if k.lain.get("tujuan") is None:
        return perlu_diperiksa("Jabatan tujuan belum dipilih.")
    pemangku = k.lain.get("pemangku") or ()
    if pemangku:
        return tidak(f"Jabatan masih terisi oleh {pemangku[0]}.")
    return ya("Jabatan lowong pada TMT.", *(k.lain.get("pindah") or ()))


# ── pelantikan ───────────────────────────────────────────────────────────────────────────────────────


def _jawab(k, kode):
    """Answers of a step: done before, or those now being given (``lain``)."""
    return k.langkah.get(kode) or k.lain.get(kode) or {}


def _hari(nilai):
    return date.fromisoformat(nilai) if isinstance(nilai, str) and nilai else nilai or None


def s1_sk_sebelum_pelantikan(k):
    """UU 20/2023; PerBKN 7/2017: the SK is signed before the pelantikan, which follows within the days of the setting."""
    jawab, sk = _jawab(k, "pelantikan"), _hari(k.lain.get("tanggal_sk"))
    hari = _hari(jawab.get("tanggal_pelantikan"))
    if hari is None:
        return perlu_diperiksa("Tanggal pelantikan belum ditentukan.")
    if sk is None or sk > hari:
        return tidak("SK belum ditandatangani.")
    batas = k.acuan.setelan("pelantikan_maks_hari", hari)
    if (hari - sk).days > batas:
        return perlu_diperiksa(f"Pelantikan lebih dari {batas} hari sesudah SK tanggal {tulis_tanggal(sk)}.")
    return ya("SK sudah ditandatangani.", f"SK {tulis_tanggal(sk)}, pelantikan {tulis_tanggal(hari)}")


def s2_saksi(k):
    """PerBKN 7/2017: a rohaniwan of his religion, and two witnesses not lower in rank."""
    jawab = _jawab(k, "pelantikan")
    saksi = [jawab.get("saksi_1"), jawab.get("saksi_2")]
    if not jawab.get("rohaniwan") or not all(saksi) or saksi[0] == saksi[1]:
        return tidak("Saksi belum lengkap.", "rohaniwan dan dua saksi yang berlainan")
    pangkat = k.lain.get("urutan_saksi") or [None, None]
    if None in pangkat or k.profil.golongan_urutan is None:
        return perlu_diperiksa("Pangkat saksi atau pegawai belum tercatat.")
    if min(pangkat) < k.profil.golongan_urutan:
        return tidak("Saksi belum lengkap.", "pangkat saksi lebih rendah daripada yang dilantik")
    return ya("Rohaniwan dan dua saksi lengkap.")


def s3_spmt(k):
    """UU 20/2023; PerBKN 7/2017: the SPMT is not dated before the pelantikan."""
    lantik, mulai = (
        _hari(_jawab(k, "pelantikan").get("tanggal_pelantikan")),
        _hari(_jawab(k, "spmt").get("tanggal_spmt")),
    )
    if lantik is None or mulai is None:
        return perlu_diperiksa("Tanggal pelantikan atau SPMT belum ada.")
    if mulai < lantik:
        return tidak("SPMT mendahului pelantikan.", paling_cepat=lantik)
    return ya("SPMT tidak mendahului pelantikan.", f"{tulis_tanggal(lantik)}, SPMT {tulis_tanggal(mulai)}")


# ── window before and after an election of the head of the region ────────────────────────────────────


def larangan_pilkada(k):
    """Alur penempatan no. 10 (setelan mut_larangan_pilkada): the window the TMT lies in, {sejak, sampai, dasar}, or None."""
    for jendela in k.acuan.setelan("mut_larangan_pilkada", k.tanggal):
        if date.fromisoformat(jendela["sejak"]) <= k.tanggal <= date.fromisoformat(jendela["sampai"]):
            return jendela
    return None
