import { post } from "./page.js";

// Passkeys are a garnish: a form marked data-passkey="sign-in" or "add" shows itself where the browser can do it.
const able = window.PublicKeyCredential && PublicKeyCredential.parseRequestOptionsFromJSON && PublicKeyCredential.parseCreationOptionsFromJSON;

const ways = {
  "sign-in": async () => {
    const options = await ask("sign-in/passkey/options");
    return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  },
  add: async form => {
    const options = await ask("me/passkeys/options", { password: form.elements.CurrentPassword.value });
    return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
  },
};

async function ask(path, body = {}) {
  const answer = await post(path, body);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

if (able) document.querySelectorAll("[data-passkey-unable]").forEach(words => words.hidden = true);
if (able) document.querySelectorAll("form[data-passkey]").forEach(form => {
  form.hidden = false;
  form.addEventListener("submit", async event => {
    event.preventDefault();
    const problem = form.querySelector("[data-passkey-problem]");
    problem.hidden = true;
    try {
      const credential = await ways[form.dataset.passkey](form);
      form.elements.Credential.value = JSON.stringify(credential);
      form.submit();
    } catch {
      problem.hidden = false;
    }
  });
});
