/* Unggah: nama dan ukuran berkas yang dipilih, pemeriksaan awal, seret dan lepas. Server tetap memeriksa semuanya. */
(function () {
  "use strict";
  if (window.unggahSiap) return;
  window.unggahSiap = true;

  const ukuran = (n) =>
    n < 1024 * 1000
      ? `${Math.max(1, Math.round(n / 1024)).toLocaleString("id")} KB`
      : `${(n / 1048576).toLocaleString("id", { maximumFractionDigits: 1 })} MB`;

  function sesuai(berkas, terima) {
    const nama = berkas.name.toLowerCase();
    return terima
      .split(",")
      .map((t) => t.trim().toLowerCase())
      .some((t) => (t.startsWith(".") ? nama.endsWith(t) : t.endsWith("/*") ? berkas.type.startsWith(t.slice(0, -1)) : berkas.type === t));
  }

  function periksa(kotak) {
    const wadah = kotak.closest("[data-unggah]");
    const daftar = wadah.querySelector(".unggah-pilihan");
    const batas = Number(wadah.dataset.unggah);
    const salah = [];
    daftar.replaceChildren();
    [...kotak.files].forEach((berkas) => {
      const butir = document.createElement("li");
      butir.textContent = `${berkas.name}, ${ukuran(berkas.size)}`;
      let alasan = "";
      if (kotak.accept && !sesuai(berkas, kotak.accept)) alasan = `hanya ${kotak.accept}`;
      else if (berkas.size > batas) alasan = `lebih dari ${ukuran(batas)}, perkecil dahulu`;
      else if (!berkas.size) alasan = "berkas kosong";
      if (alasan) {
        butir.className = "salah";
        butir.textContent += `: ${alasan}`;
        salah.push(`${berkas.name}: ${alasan}`);
      }
      daftar.append(butir);
    });
    wadah.classList.toggle("unggah-salah", salah.length > 0);
    kotak.setCustomValidity(salah.join("; "));
  }

  document.addEventListener("change", (e) => {
    if (e.target.matches('[data-unggah] input[type="file"]')) periksa(e.target);
  });

  const wadahDari = (e) => (e.target instanceof Element ? e.target.closest("[data-unggah]") : null);
  ["dragenter", "dragover"].forEach((peristiwa) =>
    document.addEventListener(peristiwa, (e) => {
      const wadah = wadahDari(e);
      if (!wadah) return;
      e.preventDefault();
      wadah.classList.add("unggah-seret");
    }),
  );
  document.addEventListener("dragleave", (e) => {
    const wadah = wadahDari(e);
    if (wadah && !wadah.contains(e.relatedTarget)) wadah.classList.remove("unggah-seret");
  });
  document.addEventListener("drop", (e) => {
    const wadah = wadahDari(e);
    if (!wadah) return;
    e.preventDefault();
    wadah.classList.remove("unggah-seret");
    const kotak = wadah.querySelector('input[type="file"]');
    if (!e.dataTransfer.files.length || kotak.disabled) return;
    if (kotak.multiple || e.dataTransfer.files.length === 1) kotak.files = e.dataTransfer.files;
    else {
      const satu = new DataTransfer();
      satu.items.add(e.dataTransfer.files[0]);
      kotak.files = satu.files;
    }
    kotak.dispatchEvent(new Event("change", { bubbles: true }));
  });
})();
