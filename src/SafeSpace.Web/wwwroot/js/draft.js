import { at, meta, post, word } from "./page.js";

// What is typed into a form marked data-draft="key" is kept on the server while it is typed, and offered again.
const pause = 1500;
const never = new Set(["__RequestVerificationToken", "FormId", "Version", "DraftKey"]);

export function drafts() {
  document.querySelectorAll("form[data-draft]").forEach(form => new Draft(form).start());
}

class Draft {
  constructor(form) {
    this.form = form;
    this.key = form.dataset.draft;
    this.timer = 0;
    this.changed = false;
  }

  start() {
    this.mark = this.form.querySelector("[data-draft-mark]") ?? this.form.appendChild(document.createElement("p"));
    this.mark.classList.add("saved");
    this.mark.setAttribute("role", "status");
    this.form.addEventListener("input", () => {
      this.changed = true;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), pause);
    });
    this.form.addEventListener("submit", () => clearTimeout(this.timer));
    addEventListener("locking", () => this.save(true));
    addEventListener("pagehide", () => { if (this.changed && !this.form.dataset.sent) this.save(true); });
    this.offer();
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

  async save(leaving = false) {
    clearTimeout(this.timer);
    if (!this.changed) return;
    this.changed = false;
    const body = { key: this.key, fields: this.fields() };
    try {
      const answer = leaving ? await this.last(body) : await post("drafts", body);
      if (!answer.ok) throw new Error(String(answer.status));
      const time = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hour12: false });
      this.say(word("saved {0}").replace("{0}", time));
    } catch {
      this.changed = true;
      this.say(word("not saved yet, still here"));
      if (!leaving) this.timer = setTimeout(() => this.save(), 10000);
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
    const answer = await fetch(at(`drafts/${encodeURIComponent(this.key)}`), { credentials: "same-origin", headers: { Accept: "application/json" } }).catch(() => null);
    if (!answer?.ok || answer.status === 204 || answer.redirected) return;
    const { fields } = await answer.json();
    if (!fields || !Object.values(fields).some(value => value)) return;
    const box = document.createElement("div");
    box.className = "kept";
    box.setAttribute("role", "status");
    const words = document.createElement("p");
    words.textContent = word("We kept what you typed.");
    const buttons = document.createElement("div");
    buttons.className = "buttons";
    buttons.append(button(word("Use it"), () => { this.use(fields); box.remove(); }), button(word("Throw it away"), () => { this.drop(); box.remove(); }));
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

  drop() {
    fetch(at(`drafts/${encodeURIComponent(this.key)}`), {
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
