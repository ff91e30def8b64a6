"""Wewenang: siapa boleh mengusulkan, menyunting, dan memutus pada langkah yang menunggu.

The rules of who may act stand here once; ``alur`` asks them inside the lock, pages ask them for buttons.
"""

from dataclasses import dataclass

from django.utils import timezone

from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import RAHASIA, hitung_hak
from layanan import katalog, rute, tte
from layanan.galat import BukanWewenang
from layanan.pengalihan import MEMUTUS


def boleh_menyunting(usulan, hak):
    """May ``hak`` change the draft, attach files, submit, cancel? The applicant, his operator, the owner staff."""
    layanan = katalog.ambil(usulan.layanan)
    return boleh_mengusulkan(layanan, usulan.pegawai, hak, usulan.isian)


def boleh_mengusulkan(layanan, pegawai, hak, isian=None):
    """May ``hak`` apply for this pegawai? By the layanan's ``pengusul``, its owner unit, whom it names, and his scope."""
    if hak.hanya_baca:
        return False
    if "asn" in layanan.pengusul and pegawai.pk == hak.pegawai_id and "asn" in hak.peran:
        return True
    kini = getattr(pegawai, "kini", None)
    if "operator_opd" in layanan.pengusul and kini is not None and kini.unit_id in hak.unit_operator:
        return True
    bawahan = kini is not None and kini.unit_id in hak.unit_kepala and pegawai.pk != hak.pegawai_id
    if "atasan" in layanan.pengusul and bawahan:
        return True
    if "staf_bkd" in layanan.pengusul and staf_pemilik(layanan, hak, isian):
        return True
    return pegawai.pk != hak.pegawai_id and layanan.pengusul_lain(pegawai, hak)


def staf_pemilik(layanan, hak, isian=None, acuan=None):
    """Is ``hak`` staf BKD of the subbid that owns the layanan (of the usulan with these answers)?"""
    if "staf_bkd" not in hak.peran:
        return False
    unit = (acuan or acuan_kini()).unit_kode.get(layanan.unit_pemilik(isian or {}))
    return "staf_bkd" in hak.peran and unit is not None and unit.id in hak.unit_staf


def alasan_tidak_berwenang(usulan, langkah, hak):
    """Why ``hak`` may not act at the waiting step, or "" when he may. The one place of this rule."""
    if hak.hanya_baca:
        return "Peran Anda hanya membaca."
    if langkah is None or langkah.keadaan != "menunggu":
        return "Tidak ada langkah yang menunggu."
    if langkah.penerima_id is not None:
        if langkah.penerima_id == hak.pegawai_id:
            return ""
        return "Langkah ini menunggu " + (
            "pemohon sendiri." if langkah.penerima_id == usulan.pegawai_id else "petugasnya."
        )
    if usulan.pegawai_id == hak.pegawai_id:
        return "Anda tidak dapat memutus usulan tentang diri Anda sendiri."
    if langkah.jabatan_id:
        kantor = next((k for k in hak.kantor if k.jabatan_id == langkah.jabatan_id), None)
        if kantor is None:
            if langkah.aksi == katalog.TANDA_TANGAN and _perekam_tanda_tangan(langkah, hak):
                return ""
            return f"Langkah ini menunggu {langkah.jabatan.nama}."
        if kantor.sifat != "D" and langkah.aksi in MEMUTUS and katalog.ambil(usulan.layanan).strategis:
            return "Keputusan strategis tidak dapat diambil Plt./Plh. (UU 30/2014 Pasal 14)."
        return ""
    if langkah.kantor_luar:
        return "" if langkah.kantor_luar in hak.kantor_luar else "Langkah ini menunggu perekam keputusan pimpinan."
    punya = hak.unit_staf if langkah.peran == "staf_bkd" else hak.unit_operator
    return "" if langkah.unit_id in punya else f"Langkah ini menunggu {langkah.nama_alamat}."


def boleh_menolak(usulan, langkah, hak):
    """May ``hak`` refuse at the waiting step? The Bupati (through his recorder), and whoever himself holds an office at
    ``tolak_mulai_eselon`` or above; never where the layanan forbids it, nor once the naskah stands."""
    r = next((r for r in usulan.rute if r["kode"] == langkah.kode), {})
    if r.get("boleh_tolak") is False or langkah.aksi == katalog.SERAHKAN:
        return False
    if langkah.kantor_luar:
        return True
    return langkah.jabatan_id in hak.jabatan_ids and eselon_menolak(langkah.jabatan.eselon_id, acuan_kini(), hak.per)


def eselon_menolak(eselon, acuan, tanggal):
    """Does an office of this eselon (its code, or None) stand at ``tolak_mulai_eselon`` or above on the date?"""
    punya, batas = acuan.eselon(eselon), acuan.eselon(acuan.setelan("tolak_mulai_eselon", tanggal))
    return punya is not None and (batas is None or punya.urutan <= batas.urutan)


def boleh_sahkan_surat(usulan, baris, kode, hak):
    """May ``hak`` record the signed scan of the letter the step ``kode`` issued? Its holders, and staff of its office.

    ``baris``: the LangkahUsulan of the usulan, with their jabatan.
    """
    if hak.hanya_baca or usulan.pegawai_id == hak.pegawai_id:
        return False
    return any(_memegang(usulan, s, hak) for s in baris if s.kode == kode and s.keadaan == "selesai")


def _memegang(usulan, langkah, hak):
    if langkah.jabatan_id:
        return langkah.jabatan_id in hak.jabatan_ids or _perekam_tanda_tangan(langkah, hak)
    if langkah.kantor_luar:
        return langkah.kantor_luar in hak.kantor_luar
    if langkah.penerima_id:  # his own step, or the applicant's: then the staff that handle his usulan
        return langkah.penerima_id == hak.pegawai_id or staf_pemilik(katalog.ambil(usulan.layanan), hak, usulan.isian)
    return langkah.unit_id in (hak.unit_staf if langkah.peran == "staf_bkd" else hak.unit_operator)


def _perekam_tanda_tangan(langkah, hak):
    """The scan of a paper signature may be recorded by the operator or staff of the signing office's unit."""
    return langkah.jabatan.unit_id in (hak.unit_operator | hak.unit_staf)


def cara_tte(langkah, hak):
    """How ``hak`` signs this step electronically as holder of its office ("lokal", "bsre"), or ""."""
    if langkah is None or langkah.aksi != katalog.TANDA_TANGAN or langkah.jabatan_id not in hak.jabatan_ids:
        return ""
    cara = tte.cara_kantor(langkah.jabatan.kode, hak.per)
    return "" if cara == tte.BASAH else cara


def pengurus_tte(batch, hak):
    """May ``hak`` look after a batch: who began it, holders of the office, staff and operators of its unit."""
    if hak.hanya_baca:
        return False
    if batch.oleh_id == hak.pengguna_id or batch.jabatan_id in hak.jabatan_ids:
        return True
    return batch.jabatan.unit_id in (hak.unit_operator | hak.unit_staf)


def sebutan(langkah, hak):
    """The office in which ``hak`` acts at this step, as the timeline will always show it."""
    kantor = next((k for k in hak.kantor if k.jabatan_id == langkah.jabatan_id), None)
    return (kantor.sebutan if kantor else hak.sebutan)[:200]


def bukan_konseptor(usulan, langkah):
    """Whoever drafted or verified as staff is not the one who signs (alur-layanan §0)."""
    penanda = set(rute.pemegang(langkah, timezone.localdate()))
    konseptor = set(
        usulan.langkah.filter(peran="staf_bkd", keadaan="selesai").exclude(pk=langkah.pk)
        .values_list("oleh__pegawai_id", flat=True)
    )  # fmt: skip
    pembuat = usulan.dibuat_oleh
    if pembuat is not None and pembuat.pegawai_id in penanda and _sebagai_staf(usulan, pembuat):
        konseptor.add(pembuat.pegawai_id)
    if penanda & (konseptor - {None}):
        raise BukanWewenang(f"Konseptor {usulan.nomor} tidak boleh menjadi penanda tangan naskah yang sama.")


def _sebagai_staf(usulan, pembuat):
    """Did the account make the draft for the BKD: neither for himself, nor as nothing but operator of an OPD, nor as the
    atasan the layanan lets apply (who reports and may be the one competent to punish)?
    """
    if pembuat.pegawai_id == usulan.pegawai_id:
        return False
    hak = hitung_hak(pembuat, per=timezone.localdate(usulan.dibuat_pada), acuan=acuan_kini())
    if "atasan" in katalog.ambil(usulan.layanan).pengusul:
        return hak.punya("staf_bkd")
    return hak.punya("staf_bkd") or not hak.punya("operator_opd")


@dataclass(frozen=True)
class Tindakan:
    """One button: ``kode`` names URL ``layanan:usulan_<kode>``; ``utama`` for the one primary action."""

    kode: str
    label: str
    utama: bool = False
    bahaya: bool = False


TOMBOL = {
    katalog.SETUJU: ("setujui", "Setujui"),
    katalog.SERAHKAN: ("setujui", "Tandai sudah diserahkan"),
    katalog.REKAM: ("rekam", "Rekam hasil"),
    katalog.TETAPKAN: ("tetapkan", "Tetapkan dan terbitkan nomor"),
    katalog.TANDA_TANGAN: ("sahkan", "Unggah naskah bertanda tangan"),
}


def tindakan(usulan, langkah, hak):
    """The buttons ``hak`` gets on this usulan now, the primary one first. Templates never decide."""
    if usulan.status in ("draf", "dikembalikan") and boleh_menyunting(usulan, hak):
        label = "Ajukan" if usulan.status == "draf" else "Ajukan kembali"
        return [Tindakan("ajukan", label, utama=True), Tindakan("batalkan", "Batalkan", bahaya=True)]
    if usulan.status != "diproses":
        return []
    hasil = []
    if not alasan_tidak_berwenang(usulan, langkah, hak):
        kode, label = TOMBOL[langkah.aksi]
        r = next((r for r in usulan.rute if r["kode"] == langkah.kode), {})
        if cara_tte(langkah, hak):
            hasil.append(Tindakan("tandatangani", "Tandatangani secara elektronik", utama=True))
            kode, label = "sahkan", "Unggah naskah yang ditandatangani di atas kertas"
        hasil.append(Tindakan(kode, r.get("tombol") or _label(usulan, langkah, label), utama=not hasil))
        if langkah.aksi != katalog.SERAHKAN and not langkah.penerima_id:
            hasil.append(Tindakan("kembalikan", "Kembalikan"))
        if boleh_menolak(usulan, langkah, hak):
            hasil.append(Tindakan("tolak", "Tolak", bahaya=True))
    if boleh_menyunting(usulan, hak) and langkah.aksi != katalog.SERAHKAN:
        hasil.append(Tindakan("batalkan", "Batalkan usulan", bahaya=True))
    return hasil


def sepadan(tindakan, asal):
    """May the act ``tindakan`` touch a naskah of the layanan ``asal`` (its slug)? A confidential one only by its own act."""
    rahasia = asal in RAHASIA
    return tindakan.rahasia == rahasia and (not rahasia or RAHASIA[asal] == tindakan.pemilik)


def tindakan_naskah(naskah, isi, hak):
    """The acts ``hak`` may start on a naskah that stands: ``kode`` is the slug of the layanan that does it."""
    asal = (isi[0].data or {}).get("layanan", "") if isi else ""
    if naskah.tahap != "ditandatangani" or naskah.asal != "register" or naskah.status not in ("berlaku", "diubah"):
        return []
    tindakan = [layanan for layanan in katalog.semua() if layanan.dari_naskah and sepadan(layanan, asal)]
    if asal in {layanan.slug for layanan in tindakan} or hak.hanya_baca:
        return []
    isian, acuan = {"naskah": naskah.pk}, acuan_kini()
    return [
        Tindakan(layanan.slug, layanan.kata_tombol, bahaya=layanan.jenis != "ubah")
        for layanan in sorted(tindakan, key=lambda satu: satu.urutan)
        if staf_pemilik(layanan, hak, isian, acuan)
    ]


def _label(usulan, langkah, label):
    """ "Setujui, teruskan ke Kepala Bidang …": the button says what happens."""
    if langkah.aksi != katalog.SETUJU:
        return label
    urutan = [r["kode"] for r in usulan.rute]
    letak = urutan.index(langkah.kode) + 1
    r = usulan.rute[letak - 1]
    if r.get("sebutan"):
        return "Simpan hasil"
    if r.get("paraf"):
        label = "Setujui dan paraf"
    return f"{label}, teruskan ke {usulan.rute[letak]['alamat']['nama']}" if letak < len(urutan) else label
