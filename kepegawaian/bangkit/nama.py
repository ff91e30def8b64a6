"""Nama rekaan, gelar, alamat, nomor kontak; nothing here can belong to a real person."""

from kepegawaian.bangkit import kata


def nama_rekaan(acak, kelamin):
    """An invented name of two or three words; a few carry a Christian first name."""
    if kelamin == "L":
        depan, tengah, belakang = kata.DEPAN_L, kata.TENGAH_L, kata.BELAKANG_L
    else:
        depan, tengah, belakang = kata.DEPAN_P, kata.TENGAH_P, kata.BELAKANG_P
    if acak.random() < 0.02:
        depan = kata.DEPAN_KRISTEN[kelamin]
    satu, tiga = acak.choice(depan), acak.choice(belakang)
    if acak.random() < 0.45:
        dua = acak.choice(tengah)
        if dua != satu:
            return f"{satu} {dua} {tiga}"
    return f"{satu} {tiga}"


def kontak(acak, r, kecamatan):
    """Contact and identity numbers of a person: plainly fake, yet of the right shape and consistent."""
    letak = acak.randrange(len(kecamatan))
    urut = r.nomor % 9000
    hari = r.lahir.day + (40 if r.kelamin == "P" else 0)
    surel = "".join(h for h in r.nama.lower() if h.isalnum() or h == " ").replace(" ", ".")
    nik = f"3524{letak + 1:02d}{hari:02d}{r.lahir:%m%y}9{acak.randrange(1000):03d}"
    return {
        "nik": nik,
        "nomor_hp": f"08{acak.choice('12357')}{acak.choice('123456789')}-0000-{acak.randrange(10000):04d}",
        "email": f"{surel}.{r.nip[-4:]}{r.nomor}@contoh.example",
        "email_gov": "",
        "alamat": f"Jl. {acak.choice(kata.JALAN)} No. {acak.randrange(1, 150)} RT {acak.randrange(1, 9):02d}"
        f" RW {acak.randrange(1, 7):02d}, Kec. {kecamatan[letak]}, Kab. Lamongan",
        "npwp": nik,
        "bpjs": f"0009{urut:05d}{acak.randrange(10000):04d}",
        "tempat_lahir": acak.choice(kata.KOTA_LAHIR),
        "agama": "2"
        if r.nama.split()[0] in kata.DEPAN_KRISTEN[r.kelamin]
        else acak.choices("13456", (965, 8, 2, 1, 1))[0],
    }
