/* Kemudahan di semua halaman. Tanpa berkas ini semua tetap dapat dikerjakan; penjaga yang sebenarnya ada di server. */
(function () {
  "use strict";

  /* "/" menuju kotak cari */
  document.addEventListener("keydown", (e) => {
    if (e.key !== "/" || e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.target.closest("input, textarea, select, [contenteditable]")) return;
    const kotak = document.querySelector('[data-pintasan="/"]');
    if (kotak) {
      e.preventDefault();
      kotak.focus();
      kotak.select();
    }
  });

  /* <details> yang menutup sendiri: Esc, klik di luar, fokus pergi */
  const terbuka = () => document.querySelectorAll("details[data-tutup-luar][open]");
  const wilayah = (d) => (d.classList.contains("buka-menu") ? d.parentElement : d);
  document.addEventListener("keydown", (e) => {
    if (e.key !== "Escape") return;
    terbuka().forEach((d) => {
      d.open = false;
      d.querySelector("summary").focus();
    });
  });
  const tutupBilaDiLuar = (e) =>
    terbuka().forEach((d) => {
      const tirai = e.type === "click" && e.target === d;
      if (tirai || !wilayah(d).contains(e.target)) d.open = false;
    });
  document.addEventListener("click", tutupBilaDiLuar);
  document.addEventListener("focusin", tutupBilaDiLuar);

  /* tampilan terang, gelap, atau ikut perangkat; disimpan di cookie agar server langsung memberi yang benar */
  const MEDIA = { gelap: "screen", terang: "not all", "": "screen and (prefers-color-scheme: dark)" };
  const akar = document.documentElement;
  function tandaiTema() {
    document.querySelectorAll("[data-tema-pilih]").forEach((wadah) => {
      wadah.hidden = false;
      wadah.querySelectorAll("button").forEach((b) => {
        b.setAttribute("aria-pressed", String(b.value === (akar.dataset.tema || "")));
      });
    });
  }
  document.addEventListener("click", (e) => {
    const tombol = e.target.closest("[data-tema-pilih] button");
    if (!tombol) return;
    const tema = tombol.value;
    if (tema) akar.dataset.tema = tema;
    else delete akar.dataset.tema;
    document.getElementById("css-gelap").media = MEDIA[tema];
    document.cookie = `tema=${tema}; path=/; max-age=${tema ? 31536000 : 0}; samesite=lax`;
    tandaiTema();
    document.dispatchEvent(new CustomEvent("tema"));
  });

  /* formulir yang sudah diubah tidak ditinggalkan diam-diam: <form data-jaga> */
  const berubah = new Set();
  document.addEventListener("input", (e) => {
    const formulir = e.target.form;
    if (formulir && formulir.matches("[data-jaga]")) berubah.add(formulir);
  });
  window.addEventListener("beforeunload", (e) => {
    if ([...berubah].some((f) => f.isConnected)) e.preventDefault();
  });

  /* pertanyaan sebelum tindakan: <button data-konfirmasi="id-dialog">, atau kalimatnya sendiri dari {% tanya %} */
  let disetujui = null;
  function dialogTanya(tombol) {
    if (tombol.dataset.konfirmasi) return document.getElementById(tombol.dataset.konfirmasi);
    let dialog = document.getElementById("dialog-tanya");
    if (!dialog) {
      dialog = document.createElement("dialog");
      dialog.id = "dialog-tanya";
      dialog.className = "dialog";
      dialog.setAttribute("aria-labelledby", "dialog-tanya-judul");
      dialog.setAttribute("aria-describedby", "dialog-tanya-uraian");
      dialog.innerHTML =
        '<h2 id="dialog-tanya-judul"></h2><p id="dialog-tanya-uraian"></p><div class="aksi">' +
        '<button class="btn btn-outline-secondary" type="button" data-jawab="">Batal</button>' +
        '<button class="btn btn-primary" type="button" data-jawab="ya"></button></div>';
      document.body.append(dialog);
    }
    dialog.querySelector("h2").textContent = tombol.dataset.tanyaJudul;
    dialog.querySelector("p").textContent = tombol.dataset.tanya;
    const ya = dialog.querySelector('[data-jawab="ya"]');
    ya.textContent = "Ya, " + (tombol.getAttribute("aria-label") || tombol.textContent).trim().replace(/^./, (h) => h.toLowerCase());
    ya.className = "btn " + (/danger/.test(tombol.className) ? "btn-danger" : "btn-primary");
    return dialog;
  }
  document.addEventListener("click", (e) => {
    const tombol = e.target.closest("button[data-konfirmasi], button[data-tanya]");
    if (!tombol || tombol === disetujui) return;
    const dialog = dialogTanya(tombol);
    if (!dialog || !dialog.showModal) return;
    e.preventDefault();
    if (tombol.form && !tombol.form.reportValidity()) return;
    dialog.addEventListener(
      "close",
      () => {
        const ya = dialog.returnValue === "ya";
        dialog.returnValue = "";
        tombol.focus();
        if (!ya) return;
        disetujui = tombol;
        if (tombol.form) tombol.form.requestSubmit(tombol);
        else tombol.click();
        disetujui = null;
      },
      { once: true },
    );
    dialog.showModal();
  });
  document.addEventListener("click", (e) => {
    const jawab = e.target.closest("dialog [data-jawab]");
    if (jawab) jawab.closest("dialog").close(jawab.dataset.jawab);
  });

  /* sekali kirim: <form data-sekali> mematikan tombolnya sesudah terkirim */
  document.addEventListener("submit", (e) => {
    const formulir = e.target;
    if (e.defaultPrevented) return;
    berubah.delete(formulir);
    if (!formulir.matches("[data-sekali]")) return;
    setTimeout(() => {
      [...formulir.elements].forEach((b) => {
        if (b.type !== "submit") return;
        b.disabled = true;
        b.dataset.dimatikan = "";
      });
      if (e.submitter) e.submitter.setAttribute("aria-busy", "true");
    }, 0);
  });
  window.addEventListener("pageshow", (e) => {
    if (!e.persisted) return;
    document.querySelectorAll("[data-dimatikan]").forEach((b) => {
      b.disabled = false;
      b.removeAttribute("aria-busy");
      delete b.dataset.dimatikan;
    });
  });

  /* lihat sandi: <button type="button" hidden data-lihat-sandi="id isian"> */
  document.addEventListener("click", (e) => {
    const tombol = e.target.closest("[data-lihat-sandi]");
    if (!tombol) return;
    const kotak = document.getElementById(tombol.dataset.lihatSandi);
    const tampak = kotak.type === "password";
    kotak.type = tampak ? "text" : "password";
    tombol.textContent = tampak ? "Sembunyikan" : "Lihat";
    tombol.setAttribute("aria-pressed", String(tampak));
  });

  /* bagian yang gagal dimuat dikatakan, tidak didiamkan */
  function kabarkan(kalimat) {
    let kotak = document.getElementById("galat-jaringan");
    if (!kotak) {
      kotak = document.createElement("div");
      kotak.id = "galat-jaringan";
      kotak.className = "catatan catatan-gagal mb-3";
      kotak.setAttribute("role", "alert");
      document.getElementById("isi").prepend(kotak);
    }
    kotak.textContent = kalimat;
  }
  document.addEventListener("htmx:sendError", () =>
    kabarkan("Sambungan terputus. Yang tampil mungkin bukan keadaan terakhir; muat ulang halaman bila sudah tersambung."),
  );
  document.addEventListener("htmx:timeout", () =>
    kabarkan("Peladen terlalu lama menjawab. Coba sekali lagi; bila tetap begini, hubungi BKD."),
  );
  window.addEventListener("offline", () =>
    kabarkan("Perangkat ini tidak tersambung ke jaringan. Yang sudah diisi tetap di layar; kirim lagi bila sudah tersambung."),
  );
  window.addEventListener("online", () => document.getElementById("galat-jaringan")?.remove());
  document.addEventListener("htmx:responseError", () =>
    kabarkan("Bagian ini gagal dimuat. Muat ulang halaman; bila tetap begini, hubungi BKD."),
  );
  document.addEventListener("htmx:afterOnLoad", () => document.getElementById("galat-jaringan")?.remove());

  tandaiTema();
  document.querySelectorAll("[data-lihat-sandi]").forEach((b) => (b.hidden = false));
  document.querySelector("[data-fokus-awal]")?.focus();
})();
