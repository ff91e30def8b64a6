"""Pelimpahan wewenang tanda tangan: mandat "a.n." dan "u.b." menurut setelan bertanggal ``pelimpahan_tanda_tangan``.

UU 30/2014 Pasal 14: a mandate acts in the name of its giver ("atas nama", a.n.); the one who holds it may pass it
one level down with "untuk beliau" (u.b.). Each entry of the setting: ``{"layanan": slug or "", "dari": office,
"kepada": office, "cara": "an" | "ub", "dasar": decree}``.
"""

ATAS_NAMA, UNTUK_BELIAU = "an", "ub"


def rantai(kantor, slug, acuan, tanggal):
    """[(office, cara)] from ``kantor`` to the one that signs; the first has no cara. Loops and gaps end it."""
    semua = acuan.setelan("pelimpahan_tanda_tangan", tanggal)
    hasil = [(kantor, "")]
    while True:
        kini = hasil[-1][0]
        calon = [e for e in semua if e["dari"] == kini and e.get("layanan", "") in ("", slug)]
        # What is said of one layanan stands above what is said of all.
        calon.sort(key=lambda e: e.get("layanan", "") == "")
        cara = calon[0]["cara"] if calon else ""
        # u.b. only passes on what was received a.n.
        sah = (cara == ATAS_NAMA and len(hasil) == 1) or (cara == UNTUK_BELIAU and hasil[-1][1] == ATAS_NAMA)
        if not sah or calon[0]["kepada"] in {k for k, _ in hasil}:
            return hasil
        hasil.append((calon[0]["kepada"], cara))


def kapital(jabatan):
    """An office in capitals; "Plt." and "Plh." before it stay as tata naskah writes them."""
    depan = next((d for d in ("Plt. ", "Plh. ") if jabatan.startswith(d)), "")
    return depan + jabatan.removeprefix(depan).upper()


def baris_tanda_tangan(nama_kantor, cara):
    """The lines above a signature, top first.

    ``nama_kantor``: names along the chain, the signer last; ``cara``: as ``rantai`` gives them.
    """
    if len(nama_kantor) == 1:
        return [kapital(nama_kantor[0])]
    baris = [f"a.n. {kapital(nama_kantor[0])}"]
    for nama, satu in zip(nama_kantor[1:], cara[1:], strict=True):
        if satu == UNTUK_BELIAU:
            baris.append("u.b.")
        baris.append(nama)
    return baris
