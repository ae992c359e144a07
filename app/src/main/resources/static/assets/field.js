"use strict";
/* What is filled in where there is no network is kept on the phone and sent by itself when the network is back. Each form bears a key made
   here or by the page: sent twice it counts once. Pages are never kept, and what was sent is deleted. */
(() => {
  const forms = [...document.querySelectorAll("form[data-kept]")];
  const box = document.getElementById("kept");
  if (!window.indexedDB || !box) return;

  const store = (mode, work) => new Promise((done, failed) => {
    const opening = indexedDB.open("huiyin-field", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("kept", { keyPath: "id", autoIncrement: true });
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction("kept", mode);
      const asked = work(transaction.objectStore("kept"));
      transaction.oncomplete = () => { opening.result.close(); done(asked.result); };
      transaction.onerror = () => failed(transaction.error);
    };
  });
  const all = () => store("readonly", (kept) => kept.getAll());
  const drop = (id) => store("readwrite", (kept) => kept.delete(id));
  const put = (one) => store("readwrite", (kept) => kept.put(one));

  const show = async () => {
    const kept = await all();
    box.hidden = kept.length === 0;
    box.replaceChildren(...kept.map((one) => {
      const row = document.createElement("p");
      const said = one.refused ? `${box.dataset.refused} ${one.refused}` : one.signIn ? box.dataset.signIn : box.dataset.waiting;
      row.append(`${one.title} · ${new Date(one.at).toLocaleString(document.documentElement.lang)} · ${said} `);
      const button = document.createElement("button");
      button.type = "button";
      button.className = "link";
      button.textContent = box.dataset.drop;
      button.addEventListener("click", async () => { if (confirm(box.dataset.sure)) { await drop(one.id); show(); } });
      row.append(button);
      return row;
    }));
  };

  const reachable = async () => {
    if (!navigator.onLine) return false;
    try {
      const ended = AbortSignal.timeout(6000);
      return (await fetch("/offline", { method: "HEAD", cache: "no-store", signal: ended })).ok;
    } catch {
      return false;
    }
  };

  const told = (page) => {
    const found = new DOMParser().parseFromString(page, "text/html").querySelector(".notice-late, main h1");
    return found ? found.textContent.trim().replace(/\s+/g, " ").slice(0, 200) : "";
  };

  const send = async (one) => {
    const body = new FormData();
    for (const [name, value, file] of one.fields) {
      if (name === "_csrf") continue;
      if (file) body.append(name, value, file); else body.append(name, value);
    }
    const answer = await fetch(one.action, { method: "POST", body, headers: { [document.body.dataset.csrfHeader]: document.body.dataset.csrf } });
    if (answer.status === 401 || new URL(answer.url).pathname.startsWith("/sign-in")) {
      await put({ ...one, signIn: true });
    } else if (answer.ok) {
      await drop(one.id);
    } else if (answer.status < 500) {
      await put({ ...one, signIn: false, refused: told(await answer.text()) || String(answer.status) });
    }
  };

  let sending = false;
  const sendAll = async () => {
    if (sending || !document.body.dataset.csrf || !(await reachable())) return show();
    sending = true;
    try {
      for (const one of (await all()).filter((kept) => !kept.refused)) await send(one);
    } catch {
      // the network went again: what is left waits
    } finally {
      sending = false;
    }
    return show();
  };

  const keep = async (form, submitter) => {
    const given = new FormData(form, submitter);
    const fields = [...given].map(([name, value]) => (value instanceof File ? [name, value, value.name] : [name, value])).filter(([, value]) => !(value instanceof File) || value.size > 0);
    const now = fields.find(([name]) => name === "at");
    if (now) now[1] = new Date().toISOString();
    const title = given.get("title") || document.title;
    await put({ action: form.action, fields, title: String(title), at: Date.now() });
    form.reset();
    const key = form.querySelector("input[name=key]");
    if (key) key.value = crypto.randomUUID();
    await show();
    box.scrollIntoView({ block: "center" });
    const said = document.getElementById("said");
    if (said) said.textContent = box.dataset.stored;
  };

  for (const form of forms) {
    form.addEventListener("submit", async (event) => {
      if (form.dataset.going) return;
      event.preventDefault();
      const submitter = event.submitter;
      if (await reachable()) {
        form.dataset.going = "1";
        form.requestSubmit(submitter);
        setTimeout(() => { delete form.dataset.going; }, 3000);
      } else {
        await keep(form, submitter);
      }
    });
  }
  window.addEventListener("online", sendAll);
  sendAll();
})();
