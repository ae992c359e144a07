"use strict";
/* Small comforts of every page; each page works without them. */
(() => {
  const body = document.body;

  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    if (opener) document.getElementById(opener.dataset.opens)?.showModal();
    if (event.target.closest("[data-closes]")) event.target.closest("dialog")?.close();
    for (const menu of document.querySelectorAll("details.menu[open], details.clock[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      for (const menu of document.querySelectorAll("details.menu[open], details.clock[open]")) menu.open = false;
    }
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "?" && !typing && !event.ctrlKey && !event.metaKey) {
      const keys = document.getElementById("keys");
      if (keys && !keys.open) keys.showModal();
    }
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const field = document.getElementById("q");
      const link = document.querySelector("[data-find]");
      if (!field && !link) return;
      event.preventDefault();
      if (field) field.focus(); else link.click();
    }
  });

  /* a clock explains itself to the mouse as it does on a press */
  document.addEventListener("pointerover", (event) => {
    const clock = event.pointerType === "mouse" && event.target.closest("details.clock");
    if (clock && !clock.open) { clock.open = true; clock.dataset.hovered = "1"; }
  });
  document.addEventListener("pointerout", (event) => {
    const clock = event.target.closest("details.clock[data-hovered]");
    if (clock && !clock.contains(event.relatedTarget)) { clock.open = false; delete clock.dataset.hovered; }
  });
  document.addEventListener("click", (event) => {
    const clock = event.target.closest("details.clock[data-hovered] > summary")?.parentElement;
    if (clock) { event.preventDefault(); delete clock.dataset.hovered; }
  });

  /* one press, one sending */
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    if (form.dataset.sending) { event.preventDefault(); return; }
    form.dataset.sending = "1";
    event.submitter?.setAttribute("aria-busy", "true");
  });
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sending]")) {
      delete form.dataset.sending;
      form.querySelectorAll("[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
    }
  });

  for (const area of document.querySelectorAll("textarea[data-most]")) {
    const counter = document.createElement("p");
    counter.className = "counter";
    const count = () => {
      const length = [...area.value].length;
      counter.textContent = `${length} / ${area.dataset.most}`;
      counter.classList.toggle("over", length > Number(area.dataset.most));
    };
    area.after(counter);
    area.addEventListener("input", count);
    count();
  }

  /* htmx sends the page's token with whatever changes something */
  document.addEventListener("htmx:configRequest", (event) => {
    if (body.dataset.csrf && event.detail.verb !== "get") event.detail.headers[body.dataset.csrfHeader] = body.dataset.csrf;
  });
  /* a problem's notice stands on top of the page, whatever part was asked for */
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status < 400) return;
    event.detail.shouldSwap = true;
    event.detail.isError = false;
    event.detail.target = document.getElementById("said");
    event.detail.swapOverride = "innerHTML show:#said:top";
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.target instanceof HTMLFormElement) delete event.target.dataset.sending;
  });

  if ("serviceWorker" in navigator && window.isSecureContext) {
    window.addEventListener("load", () => navigator.serviceWorker.register("/sw.js").catch(() => {}));
  }
})();
