// What the page says about itself, and words it hands over for messages.
export const meta = name => document.querySelector(`meta[name="${name}"]`)?.content ?? null;
export const at = path => (meta("base") ?? "/") + path;
const words = JSON.parse(meta("words") ?? "{}");
export const word = english => words[english] ?? english;
export const post = (path, body) => fetch(at(path), {
  method: "POST",
  credentials: "same-origin",
  headers: { "Content-Type": "application/json", "RequestVerificationToken": meta("request-token") ?? "" },
  body: JSON.stringify(body),
});
