import { at, meta, post, word } from "./page.js";
import { forget, keep, kept, key } from "./kept.js";

// What is typed into a form marked data-draft="key" is kept while it is typed: at once in this browser, sealed; a moment later on the
// server; and offered again. Each window keeps its own words, so that two windows on one form never write over each other.
const sealPause = 300;
const sendPause = 1500;
const again = 10000;
const never = new Set(["__RequestVerificationToken", "FormId", "Version", "DraftKey"]);
const channel = window.BroadcastChannel ? new BroadcastChannel("drafts") : null;
const open = [];

export function drafts() {
  document.querySelectorAll("form[data-draft]").forEach(form => { const draft = new Draft(form); open.push(draft); draft.start(); });
  send();
}

// Words that a window left unsent when it was closed, or while the line was down: sent as soon as their owner is here with a line.
export async function send() {
  for (const left of await kept()) {
    if (open.some(draft => draft.copy === left.copy) || Date.now() - left.at < 2 * again) continue;
    try {
      const answer = await post("drafts", { key: left.key, copy: left.copy, fields: left.fields });
      if (taken(answer)) forget(left.copy);
    } catch { return; }
  }
}

addEventListener("online", () => send());

// Signing off asks the page to send what it has first; what was kept in the browser is then deleted.
addEventListener("submit", event => {
  if (event.target.getAttribute("action")?.endsWith("/sign-out")) open.forEach(draft => draft.save(true));
}, true);

const taken = answer => answer.ok && !answer.redirected; // a sign-in page instead of an answer took nothing

class Draft {
  constructor(form) {
    this.form = form;
    this.key = form.dataset.draft;
    this.copy = Array.from(crypto.getRandomValues(new Uint8Array(6)), byte => (byte % 36).toString(36)).join("") + Date.now().toString(36).slice(-4);
    this.sealing = this.sending = 0;
    this.unsealed = this.unsent = false;
  }

  start() {
    this.mark = this.form.querySelector("[data-draft-mark]") ?? this.form.appendChild(document.createElement("p"));
    this.mark.classList.add("saved");
    this.mark.setAttribute("role", "status");
    key();
    this.form.addEventListener("input", () => this.note());
    if (this.typedBefore()) this.note();
    this.form.addEventListener("submit", () => {
      clearTimeout(this.sending);
      this.seal();
      if (this.form.elements.DraftKey) this.form.elements.DraftKey.value = `${this.key}~${this.copy}`;
    });
    addEventListener("locking", () => this.save(true));
    addEventListener("online", () => this.save());
    addEventListener("pagehide", () => { if (!this.form.dataset.sent) this.save(true); });
    this.meet();
  }

  note() {
    this.unsealed = this.unsent = true;
    clearTimeout(this.sealing);
    this.sealing = setTimeout(() => this.seal(), sealPause);
    this.later(sendPause);
  }

  // On a slow line somebody may have typed before this script was here.
  typedBefore() {
    return [...this.form.elements].some(one => one.type === "checkbox" || one.type === "radio" ? one.checked !== one.defaultChecked
      : one.type !== "hidden" && one.defaultValue !== undefined && one.value !== one.defaultValue);
  }

  // Another window on the same form: both are told, and neither is offered the other's words as if they were left behind.
  meet() {
    this.live = new Set();
    channel?.addEventListener("message", ({ data }) => {
      if (data.form !== this.name || data.copy === this.copy) return;
      this.live.add(data.copy);
      if (data.hello) channel.postMessage({ form: this.name, copy: this.copy });
      this.beside ??= this.tell(word("This form is open in another window too. Each keeps its own words."));
    });
    channel?.postMessage({ form: this.name, copy: this.copy, hello: true });
    setTimeout(() => this.offer(), channel ? 150 : 0);
  }

  get name() {
    return `${meta("base")}${this.key}`;
  }

  tell(words) {
    const line = document.createElement("p");
    line.className = "soft";
    line.setAttribute("role", "status");
    line.textContent = words;
    this.form.prepend(line);
    return line;
  }

  fields() {
    const fields = {};
    for (const [name, value] of new FormData(this.form)) {
      if (never.has(name) || typeof value !== "string") continue;
      fields[name] = name in fields ? `${fields[name]}\n${value}` : value;
    }
    for (const secret of this.form.querySelectorAll("input[type=password]")) delete fields[secret.name];
    return fields;
  }

  async seal() {
    clearTimeout(this.sealing);
    if (!this.unsealed) return true;
    this.unsealed = false;
    const sealed = await keep(this.copy, { key: this.key, fields: this.fields() });
    if (!sealed) this.unsealed = true;
    return sealed;
  }

  later(pause) {
    clearTimeout(this.sending);
    this.sending = setTimeout(() => this.save(), pause);
  }

  async save(leaving = false) {
    clearTimeout(this.sending);
    if (!this.unsent) return;
    this.unsent = false;
    const body = { key: this.key, copy: this.copy, fields: this.fields() };
    try {
      const answer = leaving ? await this.last(body) : await post("drafts", body);
      if (!taken(answer)) throw new Error(String(answer.status));
      if (!this.unsent && !this.form.dataset.sent) { this.unsealed = false; clearTimeout(this.sealing); forget(this.copy); }
      const time = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hour12: false });
      this.say(word("saved {0}").replace("{0}", time));
    } catch {
      this.unsent = true;
      this.unsealed = true;
      const sealed = await this.seal();
      this.say(word(sealed ? "no line just now: kept on this device, sent when it is back" : "not saved yet, still here"));
      if (!leaving) this.later(again);
    }
  }

  last(body) {
    return fetch(at("drafts"), {
      method: "POST", credentials: "same-origin", keepalive: true,
      headers: { "Content-Type": "application/json", "RequestVerificationToken": meta("request-token") ?? "" },
      body: JSON.stringify(body),
    });
  }

  say(words) {
    this.mark.textContent = words;
  }

  async offer() {
    // A page that came back with mistakes holds the newest words itself.
    if (document.getElementById("error-summary") || document.getElementById("kept-post")) return;
    const here = (await kept()).filter(left => left.key === this.key).map(left => ({ copy: left.copy, fields: left.fields, savedAt: left.at }));
    const answer = await fetch(at(`drafts/${encodeURIComponent(this.key)}`), { credentials: "same-origin", headers: { Accept: "application/json" } }).catch(() => null);
    const there = answer?.ok && answer.status !== 204 && !answer.redirected ? await answer.json() : null;
    const all = [...here, ...there ? [there, ...there.others] : []];
    const seen = new Set([this.copy, ...this.live]);
    for (const draft of all) {
      if (seen.has(draft.copy) || !draft.fields || !Object.values(draft.fields).some(value => value)) continue;
      seen.add(draft.copy);
      this.show(draft);
    }
  }

  show(draft) {
    const box = document.createElement("div");
    box.className = "kept";
    box.setAttribute("role", "status");
    const words = document.createElement("p");
    const time = new Date(draft.savedAt).toLocaleString([], { weekday: "short", hour: "2-digit", minute: "2-digit", hour12: false });
    words.textContent = `${word("We kept what you typed.")} (${time})`;
    const buttons = document.createElement("div");
    buttons.className = "buttons";
    buttons.append(
      button(word("Use it"), async () => { this.use(draft.fields); box.remove(); await this.save(); this.drop(draft.copy); }),
      button(word("Throw it away"), () => { this.drop(draft.copy); box.remove(); }));
    box.append(words, buttons);
    this.form.prepend(box);
  }

  use(fields) {
    for (const [name, value] of Object.entries(fields)) {
      const kept = value.split("\n");
      const buttons = [...this.form.elements].filter(control => control.name === name && control.type === "radio").map(control => control.value);
      for (const control of this.form.elements) {
        if (control.name !== name || never.has(name)) continue;
        if (control.type === "radio" || control.type === "checkbox") control.checked = kept.includes(control.value);
        else if (control.tagName === "SELECT" && control.multiple) for (const option of control.options) option.selected = kept.includes(option.value);
        else if (control.type !== "file" && control.type !== "hidden") control.value = buttons.length ? kept.filter(one => !buttons.includes(one)).join("") : value;
        const details = control.closest("details");
        if (details && value) details.open = true;
      }
    }
    this.form.dispatchEvent(new Event("input", { bubbles: true }));
  }

  drop(copy) {
    if (copy === this.copy) return;
    if (copy) forget(copy);
    fetch(at(`drafts/${encodeURIComponent(this.key)}?copy=${encodeURIComponent(copy ?? "")}`), {
      method: "DELETE", credentials: "same-origin", headers: { "RequestVerificationToken": meta("request-token") ?? "" },
    }).catch(() => { });
  }
}

function button(words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}
