"""Keanggotaan Korpri: hak ikut kegiatan dan menulis, iuran menurut ketetapan kantor. Pure but for the registry and its pelengkap.

Law: Perbup Lamongan 86/2016 (kegiatan BKD); dues are a decision of the office (asumsi).
"""

from kepegawaian.aturan import tulis_rupiah, tulis_tanggal
from kepegawaian.hak_kewajiban import Butir, Tambahan, butir, pelengkap
from kesejahteraan.korpri.aturan import MUNDUR, iuran
from kesejahteraan.korpri.models import PesertaKorpri

DASAR = (("Perbup Lamongan 86/2016", ""),)


@butir("korpri", "pangkat")
def anggota_korpri(p, acuan):
    """Every ASN in service is a member."""
    if p.status is None or p.berhenti or p.aktif is False:
        return None
    jumlah = iuran(acuan.setelan("korpri_iuran", p.per), p.golongan)
    fakta = (("Iuran sebulan (ketetapan kantor)", tulis_rupiah(jumlah)),) if jumlah else ()
    return Butir(
        "Anggota Korpri",
        "Sebagai ASN Anda anggota Korpri: boleh mengikuti kegiatannya, termasuk minat dan bakat, dan mengirim artikel atau "
        "inovasi untuk Abdi Negara.",
        DASAR, fakta=fakta, peristiwa="Kegiatan Korpri", url_name="kesejahteraan:korpri_beranda", tautan="Korpri", keyakinan="sebagian",
    )  # fmt: skip


@pelengkap("anggota-korpri")
def kegiatan_berikut(pegawai_id, p, acuan):
    """The next kegiatan he takes part in; one query."""
    ikut = PesertaKorpri.objects.filter(
        pegawai_id=pegawai_id, kegiatan__status="dibuka", kegiatan__mulai__date__gte=p.per
    ).exclude(status=MUNDUR)
    satu = ikut.select_related("kegiatan").order_by("kegiatan__mulai").first()
    if satu is None:
        return None
    kalimat = f"Anda mengikuti {satu.kegiatan.nama}, {tulis_tanggal(satu.kegiatan.hari_mulai)}."
    return Tambahan(kalimat, tanggal=satu.kegiatan.hari_mulai)
