"use strict";
/* The desk under the keyboard: move, open beside, mark, act. Each page works without it. */
(() => {
  const desk = document.querySelector("[data-desk]");
  const wide = () => window.matchMedia("(min-width: 1366px)").matches;
  const rows = () => [...document.querySelectorAll(".rows-table tbody tr")];
  const boxes = () => [...document.querySelectorAll(".rows-table tbody input[name=row]")];
  const at = () => document.querySelector(".rows-table tr.at") || document.querySelector(".rows-table tr[aria-current]");

  const move = (by) => {
    const all = rows();
    if (!all.length) return;
    const now = all.indexOf(at());
    const row = all[Math.max(0, Math.min(all.length - 1, now < 0 ? 0 : now + by))];
    all.forEach((one) => one.classList.remove("at"));
    row.classList.add("at");
    const link = row.querySelector("[data-open]");
    link.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  };

  /* beside the list on a wide screen, a page of its own otherwise */
  const open = (row) => {
    const link = row.querySelector("[data-open]");
    if (!wide() || !window.htmx) { window.location.assign(link.href); return; }
    rows().forEach((one) => { one.classList.toggle("at", one === row); one.removeAttribute("aria-current"); });
    row.setAttribute("aria-current", "true");
    const where = `/desk/matters/${row.dataset.number}/beside?from=${desk.dataset.from}&cursor=${row.dataset.cursor}`;
    window.htmx.ajax("GET", where, { target: "#beside", swap: "innerHTML" }).then(() => {
      const beside = document.getElementById("beside");
      beside.scrollTop = 0;
      const address = new URL(window.location.href);
      address.searchParams.set("open", row.dataset.number);
      window.history.replaceState(null, "", address);
    });
  };

  /* another step's form, without leaving the page */
  const choose = (link) => {
    const beside = link.closest("#beside");
    const number = link.pathname.split("/").pop();
    const address = beside ? `/desk/matters/${number}/beside${link.search}` : link.pathname + link.search;
    return window.htmx.ajax("GET", address, { target: "#steps", select: "#steps", swap: "outerHTML" }).then(() => {
      document.querySelector("#steps .step-form :is(input:not([type=hidden]), textarea, select)")?.focus();
    });
  };

  const count = () => {
    const said = document.querySelector("[data-marked]");
    if (!said) return;
    said.dataset.none ||= said.textContent;
    const marked = boxes().filter((box) => box.checked).length;
    said.textContent = marked ? said.dataset.text.replace("{0}", marked) : said.dataset.none;
  };

  let last = null;
  document.addEventListener("click", (event) => {
    const box = event.target.closest(".rows-table input[name=row]");
    if (box) {
      const all = boxes();
      if (event.shiftKey && last && all.includes(last)) {
        const [from, to] = [all.indexOf(last), all.indexOf(box)].sort((a, b) => a - b);
        all.slice(from, to + 1).forEach((one) => { one.checked = box.checked; });
      }
      last = box;
      count();
      return;
    }
    if (event.target.matches("[data-all]")) {
      boxes().forEach((one) => { one.checked = event.target.checked; });
      count();
      return;
    }
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    const suggested = event.target.closest("[data-fill]");
    if (suggested) { fill(suggested); return; }
    const step = event.target.closest("#steps a[data-step]");
    if (step && window.htmx) { event.preventDefault(); choose(step); return; }
    const row = event.target.closest(".rows-table tbody tr");
    const other = event.target.closest("a:not([data-open]), button, input, summary");
    if (row && !other && (event.target.closest("[data-open]") || wide()) && !String(window.getSelection())) {
      event.preventDefault();
      open(row);
    }
  });

  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-submits]")) event.target.form.requestSubmit();
  });

  /* one key acts on the marked rows, else on the one under the cursor */
  const act = (key) => {
    const button = document.querySelector(`#bulk button[data-key="${key}"]`);
    const marked = boxes().some((box) => box.checked);
    const step = document.querySelector(`#steps a[data-key="${key}"]`);
    if (step && !marked) { if (window.htmx) choose(step); else step.click(); return true; }
    if (!button) return false;
    if (!marked) {
      const box = at()?.querySelector("input[name=row]");
      if (!box) return false;
      box.checked = true;
      count();
    }
    button.click();
    return true;
  };

  /* what is suggested goes into its fields; a person looks at it and sends the form */
  const fill = (button) => {
    const form = button.closest("form");
    for (const [name, value] of Object.entries(JSON.parse(button.dataset.fill))) {
      const select = form.querySelector(`select[name="${CSS.escape(name)}"]`);
      const radio = form.querySelector(`input[type=radio][name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`);
      if (select) { select.value = value; select.dispatchEvent(new Event("change", { bubbles: true })); }
      if (radio) radio.checked = true;
    }
    button.setAttribute("aria-pressed", "true");
    form.querySelector("button[type=submit]").focus();
  };

  const refresh = async () => {
    if (!desk || boxes().some((box) => box.checked)) return;
    const active = document.activeElement;
    if (active && active.closest("#list") && active.matches("input, select, textarea")) return;
    const answer = await fetch(window.location.href, { headers: { "HX-Request": "true" }, credentials: "same-origin" });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const focused = at()?.dataset.number;
    for (const id of ["rail", "list"]) {
      const [now, next] = [document.getElementById(id), fresh.getElementById(id)];
      if (now && next) now.replaceWith(document.adoptNode(next));
    }
    const row = focused && rows().find((one) => one.dataset.number === focused);
    if (row) row.classList.add("at");
  };
  if (desk) {
    window.setInterval(() => { if (!document.hidden) refresh().catch(() => {}); }, 45000);
    if (wide() && !document.querySelector("#beside [data-shown]") && rows().length) rows()[0].classList.add("at");
  }

  let going = 0;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector("dialog[open]")) return;
    const typing = event.target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
    if (event.key === "Escape") {
      if (typing) { event.target.blur(); return; }
      boxes().forEach((box) => { box.checked = false; });
      count();
      return;
    }
    if (typing) return;
    const soon = Date.now() - going < 1500;
    going = 0;
    if (soon) {
      const list = document.querySelector(`#rail a[data-go="${CSS.escape(event.key)}"]`);
      if (list) { event.preventDefault(); list.click(); }
      return;
    }
    const done = (() => {
      switch (event.key) {
        case "g": going = Date.now(); return true;
        case "j": if (!desk) return false; move(1); return true;
        case "k": if (!desk) return false; move(-1); return true;
        case "o":
        case "Enter": {
          if (event.key === "Enter" && event.target.closest("a:not([data-open]), button, summary, input")) return false;
          const row = at();
          if (!row) return false;
          open(row);
          return true;
        }
        case "x": {
          const box = at()?.querySelector("input[name=row]");
          if (!box) return false;
          box.checked = !box.checked;
          last = box;
          count();
          return true;
        }
        case "/": { const search = document.getElementById("q"); if (!search) return false; search.focus(); search.select(); return true; }
        case "n": { const next = document.querySelector("[data-next]"); if (!next) return false; next.click(); return true; }
        case "r": if (!desk) return false; refresh(); return true;
        case "a": { const suggested = document.querySelector("[data-fill]"); if (!suggested) return false; fill(suggested); return true; }
        case "s": case "d": case "u": case "m": return act(event.key);
        default: return false;
      }
    })();
    if (done) event.preventDefault();
  });

  window.addEventListener("pageshow", count);
})();
