import { at, meta } from "./page.js";

// What was typed and not yet sent, kept in this browser: sealed with a key that only the signed-in user is handed, and that lives
// no longer than the page. Somebody else at the same computer finds letters that nobody can read.
const prefix = "draft.";
const oldest = 7 * 24 * 3600 * 1000;
let asked = null;

// The signed-in user's key; null while the line is down or nobody is signed in.
export function key() {
  asked ??= ask().catch(() => null).then(found => { if (!found) asked = null; return found; });
  return asked;
}

async function ask() {
  if (!window.crypto?.subtle) return null;
  const answer = await fetch(at("drafts/browser-key"), { credentials: "same-origin", headers: { Accept: "application/json" } });
  if (!answer.ok || answer.status === 204 || answer.redirected) return null;
  const { key: raw, tag } = await answer.json();
  const bytes = Uint8Array.from(atob(raw), letter => letter.charCodeAt(0));
  return { tag, aes: await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]) };
}

export async function keep(copy, words) {
  const mine = await key();
  if (!mine) return false;
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const name = `${prefix}${mine.tag}.${copy}`;
  const text = new TextEncoder().encode(JSON.stringify(words));
  const box = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce, additionalData: new TextEncoder().encode(name) }, mine.aes, text));
  try {
    localStorage.setItem(name, JSON.stringify({ at: Date.now(), nonce: base64(nonce), box: base64(box) }));
    return true;
  } catch {
    return false; // full, or a private window
  }
}

// What this user alone left here: [{ copy, at, key, fields }]. Older than a week goes, whoever's it is.
export async function kept() {
  const found = [];
  const mine = names().length > 0 ? await key() : null;
  for (const name of names()) {
    const entry = read(name);
    if (!entry || Date.now() - entry.at > oldest) { localStorage.removeItem(name); continue; }
    if (!mine || !name.startsWith(`${prefix}${mine.tag}.`)) continue;
    try {
      const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytes(entry.nonce), additionalData: new TextEncoder().encode(name) }, mine.aes, bytes(entry.box));
      found.push({ copy: name.slice(name.lastIndexOf(".") + 1), at: entry.at, ...JSON.parse(new TextDecoder().decode(text)) });
    } catch {
      localStorage.removeItem(name); // not as we wrote it
    }
  }
  return found;
}

// One window's words are saved, or were thrown away: no entry of that copy stays.
export function forget(copy) {
  for (const name of names()) if (name.endsWith(`.${copy}`)) localStorage.removeItem(name);
}

// The server's notes: what was saved, and who signed off.
export function obey() {
  const done = take("ss-done");
  if (done) forget(done);
  const off = take("ss-off");
  if (off) for (const name of names()) if (name.startsWith(`${prefix}${off}.`)) localStorage.removeItem(name);
}

export const any = () => names().length > 0;

function names() {
  try { return Object.keys(localStorage).filter(name => name.startsWith(prefix)); } catch { return []; }
}

function read(name) {
  try { return JSON.parse(localStorage.getItem(name)); } catch { return null; }
}

function take(note) {
  const value = document.cookie.split("; ").find(one => one.startsWith(`${note}=`))?.slice(note.length + 1);
  if (!value) return null;
  const path = (meta("base") ?? "/").replace(/\/$/, "") || "/";
  document.cookie = `${note}=; max-age=0; path=${path}; samesite=strict`;
  return decodeURIComponent(value);
}

const bytes = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));

function base64(array) {
  let text = "";
  for (let i = 0; i < array.length; i += 30000) text += String.fromCharCode(...array.subarray(i, i + 30000));
  return btoa(text);
}
