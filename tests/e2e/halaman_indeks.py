"""Halaman indeks dan kualitas data bagi ``halaman_aspek``; isinya dari hitungan malam demo dan berkas nilai BKN-nya."""

from kepegawaian.models import BatchImpor, UnitKerja
from tests.e2e.halaman_mesin import PERBUATAN, UNDUHAN
from tests.e2e.panggung_mesin import ASN, KABAN, OPERATOR, STAF


def _edi(p):
    return (p.akun[ASN],)


def _dinas(_):
    return (UnitKerja.objects.get(kode="DISDIK").pk,)


def _batch(_):
    return (BatchImpor.objects.filter(jenis="ip").latest("pk").pk,)


def halaman(L):
    """Lines of HALAMAN."""
    return (
        L("indeks:ringkasan", KABAN),
        L("indeks:unit_detail", KABAN, _dinas, kata="Dinas Pendidikan"),
        L("indeks:hasil_list", KABAN),
        L("indeks:pegawai_detail", KABAN, _edi),
        L("indeks:saya", ASN),
        L("indeks:jatuh_tempo_list", KABAN),
        L("indeks:generasi_a", KABAN, kata="Empat suku"),
        L("indeks:generasi_a", OPERATOR, kata="Lembar kompensasi"),
        L("indeks:generasi_a_unit", KABAN, _dinas, kata="Empat suku"),
        L("indeks:generasi_a_pegawai", KABAN, kueri="keadaan=tidak", kata="tidak kompeten"),
        L(
            "indeks:andai",
            KABAN,
            kueri="kebijakan=teknis&kebijakan=seminar&hanya_naik=on",
            kata="Yang harus dilakukan",
        ),
        L("indeks:andai", OPERATOR, kueri="kebijakan=teknis"),
        L("indeks:saya_andai", ASN, kueri="jp=24&seminar=on", kata="Sekarang dan bila"),
        L("indeks:pegawai_andai", KABAN, _edi),
        L("indeks:bkn", KABAN, kata="Selisih tiap dimensi"),
        L("indeks:bkn_pegawai", OPERATOR, kueri="beda=beda"),
        L("indeks:bkn_impor", STAF, kata="Muat dari SIASN"),
        L("indeks:bkn_batch", STAF, _batch, kueri="hasil=galat", kata="tidak tercatat"),
        L("indeks:kualitas", KABAN, kata="Empat dimensi"),
        L("indeks:kualitas", OPERATOR, kata="Dinas Pendidikan"),
        L("indeks:temuan_list", KABAN, kata="Tenggat"),
        L("indeks:temuan_list", OPERATOR, kueri="dimensi=ketepatan"),
    )


BUKAN = {
    **dict.fromkeys([f"indeks:bkn_{kata}" for kata in ("baca", "terapkan", "batalkan")], PERBUATAN),
    **dict.fromkeys(
        [f"indeks:{apa}_ekspor" for apa in (
            "rekap", "hasil", "unit", "unit_rekap", "bkn", "generasi_a", "generasi_a_unit", "jatuh_tempo", "temuan",
        )]
        + ["indeks:bkn_galat"],
        UNDUHAN,
    ),
}  # fmt: skip
