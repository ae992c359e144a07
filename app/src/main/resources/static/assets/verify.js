"use strict";
/* Checks a receipt of the public log in this browser: nothing is sent anywhere, nobody is asked. What is checked, and in which order, is what
   ReceiptCheck does on the command line. */
(() => {
  const form = document.getElementById("verify");
  if (!form) return;
  const words = JSON.parse(form.dataset.words);
  const file = document.getElementById("receipt-file");
  const text = document.getElementById("receipt-text");
  const key = document.getElementById("key");
  const verdict = document.getElementById("verdict");
  const MOST = 1 << 20;
  const utf8 = new TextEncoder();

  /* ── words ── */
  const say = (name, ...about) => (words.said[name] || name).replace(/\{(\d)\}/g, (gap, n) => about[n] ?? "");
  let programme = "";
  const named = (kind, name) => words.names[`${programme} ${kind}/${name}`] || words.names[`${kind}/${name}`] || String(name);

  class Refused extends Error {
    constructor(name, ...about) {
      super(name);
      this.about = about;
    }
  }
  const refuse = (name, ...about) => { throw new Refused(name, ...about); };

  /* ── bytes ── */
  const base64 = (bytes) => btoa(String.fromCharCode(...bytes));
  const bytes = (written) => {
    if (typeof written !== "string" || !/^[A-Za-z0-9+/]*={0,2}$/.test(written)) return null;
    try {
      const read = Uint8Array.from(atob(written), (c) => c.charCodeAt(0));
      return base64(read) === written ? read : null;
    } catch {
      return null;
    }
  };
  const hashOf = (written) => {
    const read = bytes(written);
    return read && read.length === 32 ? read : null;
  };
  const joined = (...parts) => {
    const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  };
  const same = (one, other) => one.length === other.length && one.every((byte, i) => byte === other[i]);
  const hex = (some) => [...some].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const sha256 = async (...parts) => new Uint8Array(await crypto.subtle.digest("SHA-256", joined(...parts)));

  /* ── canonical JSON (RFC 8785): JSON.stringify writes numbers and texts as it wants them; members are sorted here ── */
  const canonical = (value) => {
    if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
    if (value && typeof value === "object") {
      return `{${Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(",")}}`;
    }
    return JSON.stringify(value);
  };

  /* ── keys and notes (c2sp.org/signed-note) ── */
  const nameable = (name) => name !== "" && !/[\s+\p{Z}\p{C}]/u.test(name);
  const readKey = async (written) => {
    const parts = written.trim().match(/^([^+]*)\+([0-9a-f]{8})\+(.*)$/s);
    const typed = parts && bytes(parts[3]);
    if (!typed || typed.length === 0) refuse("unreadable.key-form");
    if (!nameable(parts[1])) refuse("unreadable.key-name", parts[1]);
    if (typed[0] !== 1 && typed[0] !== 4) refuse("unreadable.key-type", typed[0]);
    if (typed.length !== 33) refuse("unreadable.key-bytes", parts[1]);
    const id = hex((await sha256(utf8.encode(`${parts[1]}\n`), typed)).slice(0, 4));
    if (id !== parts[2]) refuse("unreadable.key-id", parts[2], parts[1]);
    return { name: parts[1], id, type: typed[0], bytes: typed.slice(1) };
  };
  const readKeys = async (written) => {
    const lines = written.split("\n").map((line) => line.trim()).filter((line) => line !== "");
    if (lines.length === 0) refuse("check.no-key");
    return Promise.all(lines.map(readKey));
  };
  const readNote = (written) => {
    const split = written.lastIndexOf("\n\n");
    if (split < 0 || !written.endsWith("\n") || /[\u0000-\u0009\u000b-\u001f\ufffd]/.test(written)) refuse("unreadable.note-form");
    const signatures = written.slice(split + 2, -1).split("\n").map((line) => {
      const parts = line.match(/^— (\S+) (\S+)$/u);
      const signed = parts && bytes(parts[2]);
      if (!signed || signed.length <= 4) refuse("unreadable.note-signatures");
      return { name: parts[1], id: hex(signed.slice(0, 4)), bytes: signed.slice(4) };
    });
    return { text: written.slice(0, split + 1), signatures };
  };
  const readCheckpoint = (signedText) => {
    const lines = signedText.split("\n");
    const root = hashOf(lines[2]);
    const form = lines.length >= 4 && lines.pop() === "" && lines.every((line) => line !== "");
    if (!form || !root || !/^(0|[1-9][0-9]{0,15})$/.test(lines[1])) refuse("unreadable.checkpoint-form");
    return { origin: lines[0], size: Number(lines[1]), root };
  };
  const verifies = async (trusted, signature, signedText) => {
    let message = utf8.encode(signedText);
    let signed = signature.bytes;
    if (trusted.type === 4) {
      if (signed.length !== 72) return false;
      const seconds = new DataView(signed.buffer, signed.byteOffset).getBigUint64(0);
      message = utf8.encode(`cosignature/v1\ntime ${seconds}\n${signedText}`);
      signed = signed.slice(8);
    }
    let imported;
    try {
      imported = await crypto.subtle.importKey("raw", trusted.bytes, { name: "Ed25519" }, false, ["verify"]);
    } catch (e) {
      refuse(e.name === "NotSupportedError" ? "check.old-browser" : "unreadable.key-bytes", trusted.name);
    }
    return crypto.subtle.verify({ name: "Ed25519" }, imported, signed, message);
  };
  const signedBy = async (note, checkpoint, trusted) => {
    const by = [];
    for (const one of trusted) {
      for (const signature of note.signatures) {
        if (signature.name === one.name && signature.id === one.id) {
          if (!(await verifies(one, signature, note.text))) refuse("refuted.forged", one.name);
          by.push(one);
        }
      }
    }
    if (by.some((one) => one.type === 1 && one.name === checkpoint.origin)) return by;
    const logs = trusted.filter((one) => one.type === 1);
    if (logs.length && !logs.some((one) => one.name === checkpoint.origin)) refuse("refuted.other-log", checkpoint.origin, logs[0].name);
    const another = note.signatures.find((signature) => signature.name === checkpoint.origin);
    if (another) refuse("refuted.other-key", another.id, logs.length ? logs[0].id : "");
    return refuse("refuted.unsigned");
  };

  /* ── the tree (RFC 9162, 2.1.3.2); sizes are below 2^53, so halving is by division ── */
  const LEAF = Uint8Array.of(0);
  const NODE = Uint8Array.of(1);
  const rootFrom = async (index, size, leaf, path) => {
    let node = index;
    let last = size - 1;
    let root = leaf;
    for (const step of path) {
      if (last === 0) return null;
      if (node % 2 === 1 || node === last) {
        root = await sha256(NODE, step, root);
        while (node % 2 === 0 && node !== 0) {
          node = Math.floor(node / 2);
          last = Math.floor(last / 2);
        }
      } else {
        root = await sha256(NODE, root, step);
      }
      node = Math.floor(node / 2);
      last = Math.floor(last / 2);
    }
    return last === 0 ? root : null;
  };

  /* ── the receipt ── */
  const NAMES = ["checkpoint", "entry", "index", "proof", "receipt", "told", "untold"];
  const CORE = ["matter", "sequence", "step", "from", "to", "programme", "version", "unit"];
  const read = (written, name) => {
    try {
      const value = JSON.parse(written);
      if (value && typeof value === "object" && !Array.isArray(value)) return value;
    } catch { /* told below */ }
    return refuse(name);
  };
  const readReceipt = (written) => {
    if (written.length > MOST) refuse("unreadable.too-large");
    const receipt = read(written, "unreadable.receipt-form");
    if (typeof receipt.receipt !== "string") refuse("unreadable.receipt-form");
    if (receipt.receipt !== "huiyin-receipt/1") refuse("unreadable.receipt-kind", receipt.receipt.slice(0, 40));
    const member = (name, right) => right || refuse("unreadable.receipt-member", name);
    NAMES.forEach((name) => member(name, name in receipt));
    member("?", Object.keys(receipt).length === NAMES.length);
    member("checkpoint", typeof receipt.checkpoint === "string");
    member("entry", typeof receipt.entry === "string");
    member("index", Number.isSafeInteger(receipt.index) && receipt.index >= 0);
    const hashes = (name, most) => {
      member(name, Array.isArray(receipt[name]) && receipt[name].length <= most);
      return receipt[name].map((one) => hashOf(one) || member(name, false));
    };
    member("told", Array.isArray(receipt.told) && receipt.told.length <= 1000);
    receipt.told.forEach((one) => member(
      "told",
      Array.isArray(one) && one.length === 3 && typeof one[0] === "string" && typeof one[1] === "string" && one[2] !== null,
    ));
    return { ...receipt, proof: hashes("proof", 64), untold: hashes("untold", 1000) };
  };
  const readEntry = (written) => {
    const entry = read(written, "unreadable.entry-form");
    if (entry.v !== 1 || !hashOf(entry.sealed)) refuse("unreadable.entry-form");
    if (canonical(entry) !== written) refuse("unreadable.entry-canonical");
    return entry;
  };
  const check = async (written, trusted) => {
    const receipt = readReceipt(written);
    const note = readNote(receipt.checkpoint);
    const checkpoint = readCheckpoint(note.text);
    const entry = readEntry(receipt.entry);
    const by = await signedBy(note, checkpoint, trusted);
    if (receipt.index >= checkpoint.size) refuse("refuted.beyond", receipt.index + 1, checkpoint.size);
    const leaf = await sha256(LEAF, utf8.encode(receipt.entry));
    const root = await rootFrom(receipt.index, checkpoint.size, leaf, receipt.proof);
    if (!root) refuse("refuted.proof-length", receipt.proof.length);
    if (!same(root, checkpoint.root)) refuse("refuted.not-included");
    if (receipt.told.length + receipt.untold.length > 0) {
      const digests = [...receipt.untold];
      for (const one of receipt.told) digests.push(await sha256(utf8.encode(canonical(one))));
      digests.sort((a, b) => (hex(a) < hex(b) ? -1 : 1));
      if (!same(await sha256(...digests), hashOf(entry.sealed))) refuse("refuted.seal-broken");
    }
    const core = receipt.told.find((one) => one[1] === "#core")?.[2];
    if (core) {
      CORE.forEach((name) => {
        if (name in entry && canonical(entry[name]) !== canonical(core[name])) refuse("refuted.contradicts", name);
      });
    }
    return { receipt, checkpoint, entry, core, by };
  };

  /* ── what is shown ── */
  const element = (kind, content, className) => {
    const made = document.createElement(kind);
    if (content !== undefined) made.textContent = content;
    if (className) made.className = className;
    return made;
  };
  const placed = (code) => {
    const known = [code, code.slice(0, 9), code.slice(0, 6)].find((one) => words.places[one]);
    return known ? `${words.places[known]} (${code})` : code;
  };
  const PARTS = ["role", "unit", "post", "account", "left", "entered", "round", "key"];
  const shown = (name, value) => {
    if (name === "lead" || name === "co-handlers" || name === "unit") {
      return [value].flat().map((unit) => words.units[unit] || unit).join(" · ");
    }
    if (name === "place" && typeof value === "string") return placed(value);
    if (Array.isArray(value)) return value.map((one) => shown(name, one)).join(" · ");
    if (value && typeof value === "object") {
      const place = (part) => (PARTS.includes(part) ? PARTS.indexOf(part) : PARTS.length);
      return Object.keys(value)
        .filter((part) => value[part] !== null && value[part] !== "" && value[part] !== 0)
        .sort((one, other) => place(one) - place(other))
        .map((part) => (words.names[`part/${part}`] || `${part} {0}`).replace("{0}", () => shown(part, value[part])))
        .join(" · ");
    }
    return named(name, value);
  };
  const rows = (title, pairs) => {
    if (pairs.length === 0) return [];
    const list = element("dl", undefined, "facts");
    pairs.forEach(([name, value]) => list.append(element("dt", name), element("dd", value)));
    return [element("h3", title), list];
  };
  const time = (written) => {
    const at = new Date(written);
    return Number.isNaN(at.getTime()) ? String(written) : at.toLocaleString(document.documentElement.lang, { dateStyle: "long", timeStyle: "medium" });
  };
  const stepRows = (said) => {
    const pairs = [];
    if (said.matter) pairs.push([say("check.matter"), said.matter]);
    if (said.programme) pairs.push([say("check.programme"), named("programme", said.programme)]);
    if (said.step) pairs.push([say("check.step"), `${said.sequence} · ${named("step", said.step)}`]);
    else if (said.sequence) pairs.push([say("check.step"), String(said.sequence)]);
    if (said.to) {
      pairs.push([say("check.list"), said.from && said.from !== said.to ? `${named("list", said.from)} → ${named("list", said.to)}` : named("list", said.to)]);
    }
    if (said.occurred) pairs.push([say("check.occurred"), time(said.occurred)]);
    if (said.recorded) pairs.push([say("check.recorded"), time(said.recorded)]);
    if (said.unit) pairs.push([say("check.unit"), shown("unit", said.unit)]);
    return pairs;
  };
  const fieldName = (name) => (name.startsWith("#file") ? say("check.file") : name === "#by" ? say("check.by") : named("field", name));
  const good = ({ receipt, checkpoint, entry, core, by }) => {
    const said = { ...core, ...entry };
    programme = said.programme || "";
    const box = element("div", undefined, "verdict verdict-good");
    box.append(element("h2", say("check.proven")), element("p", say("check.proven.means")));
    box.append(...rows(say("check.says"), stepRows(said)));
    box.append(...rows(say("check.public"), Object.entries(entry.fields || {}).map(([name, value]) => [named("field", name), shown(name, value)])));
    const sealed = receipt.told.filter((one) => one[1] !== "#core");
    box.append(...rows(say("check.sealed"), sealed.map(([, name, value]) => [fieldName(name), shown(name, value)])));
    if (receipt.untold.length) box.append(element("p", say("check.untold", receipt.untold.length), "muted"));
    box.append(...rows(say("check.log"), [
      [say("check.origin"), checkpoint.origin],
      [say("check.place"), say("check.place.of", receipt.index + 1, checkpoint.size)],
      ...by.map((one) => [say(one.type === 1 ? "check.key" : "check.witness"), `${one.name}+${one.id}`]),
    ]));
    if (by.some((one) => one.fromSite)) box.append(element("p", say("check.site-key"), "muted"));
    return box;
  };
  const bad = (e) => {
    const box = element("div", undefined, "verdict verdict-bad");
    const unreadable = !e.message.startsWith("refuted.");
    box.append(element("h2", say(unreadable ? "check.unreadable" : "check.refuted")));
    box.append(element("p", say(e.message, ...e.about)));
    box.append(element("p", say(unreadable ? "check.unreadable.next" : "check.refuted.next"), "muted"));
    return box;
  };

  const run = async () => {
    try {
      if (!window.crypto?.subtle) refuse("check.not-secure");
      if (text.value.trim() === "") refuse("check.no-receipt");
      const trusted = await readKeys(key.value);
      trusted.forEach((one) => { one.fromSite = words.keys.some((known) => known.includes(`+${one.id}+`)) && key.dataset.site === "1"; });
      verdict.replaceChildren(good(await check(text.value.trim(), trusted)));
    } catch (e) {
      if (!(e instanceof Refused)) throw e;
      verdict.replaceChildren(bad(e));
    }
    verdict.focus();
    verdict.scrollIntoView({ block: "nearest" });
  };
  const take = async (taken) => {
    if (!taken) return;
    text.value = taken.size > MOST ? "" : await taken.text();
    verdict.replaceChildren();
    if (taken.size > MOST) verdict.replaceChildren(bad(new Refused("unreadable.too-large")));
    else if (key.value.trim() !== "") await run();
  };

  form.addEventListener("submit", (event) => { event.preventDefault(); run(); });
  file.addEventListener("change", () => take(file.files[0]));
  document.getElementById("site-key").addEventListener("click", () => {
    key.value = words.keys.join("\n");
    key.dataset.site = "1";
  });
  key.addEventListener("input", () => { key.dataset.site = ""; });
  for (const kind of ["dragover", "dragenter"]) {
    document.addEventListener(kind, (event) => { event.preventDefault(); form.classList.add("over"); });
  }
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) form.classList.remove("over"); });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    take(event.dataTransfer.files[0]);
  });
})();
