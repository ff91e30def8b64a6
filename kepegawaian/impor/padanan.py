"""Padanan: sebutan SIASN untuk kode yang pada portal berlabel lain; dicocokkan persis, bukan dikira-kira.

Files without id columns carry only these words. Source: reference lists of SIASN (``siasn/ref``); the words
for PPPK are those seen in samples of its export.
"""

SEBUTAN = {
    "agama": {"KATHOLIK": "3", "BUDHA": "5", "KONGHUCU": "6", "KONG HU CU": "6", "LAINNYA": "7"},
    "jenis_kawin": {"JANDA / DUDA": "3", "JANDA/DUDA": "3", "BELUM KAWIN": "4", "KAWIN": "1"},
    "jenis_jabatan": {
        "JABATAN STRUKTURAL": "1",
        "JABATAN FUNGSIONAL TERTENTU": "2",
        "JABATAN FUNGSIONAL": "2",
        "JABATAN RANGKAP (STRUKTURAL DAN FUNGSIONAL)": "3",
        "JABATAN FUNGSIONAL UMUM": "4",
        "JABATAN PELAKSANA": "4",
    },
    "kedudukan": {
        "PNS AKTIF": "01",
        "CLTN": "02",
        "PRAJURIT WAJIB": "06",
        "PEJABAT NEGARA": "07",
        "KEPALA DESA": "08",
        "SEDANG DLM PROSES BANDING BAPEK": "09",
        "PERPANJANGAN CLTN": "13",
        "PNS YANG DINYATAKAN HILANG": "14",
        "PNS KENA HUKUMAN DISIPLIN": "15",
        "PEMINDAHAN DALAM RANGKA PENURUNAN JABATAN": "16",
        "CPNS YANG BELUM MENERIMA SK CPNS": "51",
        "PUNAH": "67",
        "EKS PNS TIMOR TIMUR": "68",
        "TMS DARI PENGADAAN": "69",
        "PEMBATALAN NIP": "70",
        "PEMBERHENTIAN TANPA HAK PENSIUN": "77",
        "PEMBERHENTIAN DENGAN HAK PENSIUN": "88",
        "TIDAK AKTIF TETAPI DIUSULKAN PENSIUN": "89",
        "TINDAK PIDANA/ TINDAK PIDANA JABATAN": "91",
        "TINDAK PIDANA/TINDAK PIDANA JABATAN": "91",
        "PEMBLOKIRAN DATA PNS": "92",
        "MENCAPAI BUP": "98",
        "PPPK AKTIF": "P1",
        "PPPK PARUH WAKTU": "P6",
        "PPPK PARUH WAKTU AKTIF": "P6",
    },
    "tingkat_pendidikan": {
        "DIPLOMA III/SARJANA MUDA": "30",
        "DIPLOMA IV": "35",
        "S-1/SARJANA": "40",
        "S-1": "40",
        "S1": "40",
        "PROFESI (DOKTER, APOTEKER, DST.)": "42",
        "S-2": "45",
        "S2": "45",
        "S-3/DOKTOR": "50",
        "S-3": "50",
        "S3": "50",
        "SD": "05",
        "D-I": "20",
        "D-II": "25",
        "D-III": "30",
        "D-IV": "35",
    },
    "jenis_pegawai": {
        "PNS PUSAT YANG BEKERJA PADA DEPARTEMEN/LEMBAGA": "1",
        "PNS PUSAT DPB PADA INSTANSI LAIN": "2",
        "PNS PUSAT DPK PADA INSTANSI LAIN": "3",
        "PNS PUSAT DPB PADA PEMERINTAH PROPINSI": "4",
        "PNS PUSAT DPK PADA PEMERINTAH PROPINSI": "5",
        "PNS PUSAT DPB PADA PEMERINTAH KABUPATEN/KOTA": "6",
        "PNS PUSAT DPK PADA PEMERINTAH KABUPATEN/KOTA": "7",
        "PNS PUSAT DPB PADA BUMN/BADAN LAIN": "8",
        "PNS PUSAT DPK PADA BUMN/BADAN LAIN": "9",
        "PNS DAERAH PROPINSI YANG BEKERJA PADA PROPINSI": "10",
        "PNS DAERAH PROPINSI DPB PADA INSTANSI LAIN": "11",
        "PNS DAERAH PROPINSI DPK PADA INSTANSI LAIN": "12",
        "PNS DAERAH PROPINSI DPB PADA BUMN/BUMD": "13",
        "PNS DAERAH PROPINSI DPK PADA BUMN/BUMD": "14",
        "PNS DAERAH KAB./KOTA YANG BEKERJA PADA KAB./KOTA": "15",
        "PNS DAERAH KAB./KOTA DPB PADA INSTANSI LAIN": "16",
        "PNS DAERAH KAB./KOTA DPK PADA INSTANSI LAIN": "17",
        "PNS DAERAH KAB./KOTA DPB PADA BUMN/BUMD": "18",
        "PNS DAERAH KAB./KOTA DPK PADA BUMN/BUMD": "19",
    },
}

# STATUS CPNS PNS: C/P, or words where the file carries PPPK.
STATUS = {
    "C": "CPNS",
    "CPNS": "CPNS",
    "P": "PNS",
    "PNS": "PNS",
    "PPPK": "PPPK",
    "P3K": "PPPK",
    "PPPK PENUH WAKTU": "PPPK",
    "PPPK PARUH WAKTU": "PPPK_PW",
    "PPPK_PW": "PPPK_PW",
    "PPPK PW": "PPPK_PW",
    "PPPK-PW": "PPPK_PW",
}
STATUS_EKSPOR = {"CPNS": "C", "PNS": "P", "PPPK": "PPPK", "PPPK_PW": "PPPK PARUH WAKTU"}
# Kedudukan of a PPPK have codes of our own; SIASN's "Aktif" means these.
AKTIF_PPPK = {"PPPK": "P1", "PPPK_PW": "P6"}
AKTIF = frozenset({"01", *AKTIF_PPPK.values()})
# JENIS JABATAN ID -> jenis of Jabatan (3, rangkap, fits none alone).
JENIS_JABATAN = {"1": "struktural", "2": "fungsional", "4": "pelaksana"}
JENIS_JABATAN_EKSPOR = {v: k for k, v in JENIS_JABATAN.items()}
# Kinerja: codes of SIASN (kuadran 1–5, rating 1–3) and the words of its files, as the portal writes them.
PREDIKAT_SIASN = {
    k: nama
    for nomor, nama in enumerate(("Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"), 1)
    for k in (str(nomor), nama.upper())
} | {"CUKUP": "Butuh Perbaikan", "KURANG/MISCONDUCT": "Kurang"}
RATING_SIASN = {
    k: nama
    for nomor, nama in enumerate(("Di atas ekspektasi", "Sesuai ekspektasi", "Di bawah ekspektasi"), 1)
    for k in (str(nomor), nama.upper(), nama.upper().replace("DI ", "DI"))
}
