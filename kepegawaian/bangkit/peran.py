"""Peran demo: NIPs of persons one needs again and again in a demonstration or a browser test."""


def _kursi(kode):
    return lambda o: o.jabatan == kode


def _staf(unit, *, rumpun="teknis"):
    return lambda o: o.unit == unit and o.skenario == "staf" and o.rumpun == rumpun


def _skenario(nama):
    return lambda o: o.skenario == nama


def _biasa(rumpun, status):
    return lambda o: (
        o.rumpun == rumpun and o.status == status and not o.skenario and not o.jabatan.startswith("KEPALA-")
    )


PERAN = {
    "kepala_bkd": _kursi("KEPALA-BKPSDM"),
    "sekretaris_bkd": _kursi("KEPALA-SEKRET"),
    "kabid_mutasi": _kursi("KEPALA-BID1"),
    "kasubbid_kepangkatan": _kursi("KEPALA-SUB12"),
    "kasubbid_tunjangan": _kursi("KEPALA-SUB41"),
    "staf_kepangkatan": _staf("SUB12"),
    "staf_mutasi": _staf("SUB11"),
    "staf_dokumentasi": _staf("SUB13"),
    "staf_korpri": _staf("SUB23"),
    "kepala_disdik": _kursi("KEPALA-DISDIK"),
    "kepala_sekolah": lambda o: o.jabatan.startswith(("KEPALA-SDN", "KEPALA-SMPN")),
    "operator_disdik": _staf("DISDIK-SUBBAG1"),
    "operator_dinkes": _staf("DINKES-SUBBAG1"),
    "sekda": _kursi("KEPALA-SETDA"),
    "inspektorat": lambda o: o.unit.startswith("ITKAB") and o.skenario == "staf",
    "guru": _biasa("guru", "PNS"),
    "nakes": _biasa("nakes", "PNS"),
    "pelaksana_siap_kp": _skenario("kp_siap"),
    "pppk": _biasa("guru", "PPPK"),
    "pppk_paruh_waktu": _skenario("pppk_paruh_waktu"),
    "cpns": lambda o: o.status == "CPNS",
    "pensiun_bulan_lalu": _skenario("pensiun_bulan_lalu"),
    "hukdis": _skenario("hukdis_sedang"),
}


def peran_demo(orang):
    """{role: NIP} for the roles of ``PERAN`` found among ``orang``; reads it once, first match wins."""
    hasil = {}
    kurang = dict(PERAN)
    for o in orang:
        for nama in [n for n, cocok in kurang.items() if cocok(o)]:
            hasil[nama] = o.nip
            del kurang[nama]
        if not kurang:
            break
    return hasil
