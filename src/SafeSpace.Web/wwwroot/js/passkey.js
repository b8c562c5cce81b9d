import { post } from "./page.js";

// Passkeys are a garnish: a form marked data-passkey="sign-in" or "add" shows itself where the browser can do it.
const able = window.PublicKeyCredential && PublicKeyCredential.parseRequestOptionsFromJSON && PublicKeyCredential.parseCreationOptionsFromJSON;

const ways = {
  "sign-in": async () => {
    const options = await ask("sign-in/passkey/options");
    return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  },
  add: async () => {
    const options = await ask("me/passkeys/options");
    return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
  },
};

async function ask(path) {
  const answer = await post(path, {});
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

if (able) document.querySelectorAll("form[data-passkey]").forEach(form => {
  form.hidden = false;
  form.addEventListener("submit", async event => {
    event.preventDefault();
    const problem = form.querySelector("[data-passkey-problem]");
    problem.hidden = true;
    try {
      const credential = await ways[form.dataset.passkey]();
      form.elements.Credential.value = JSON.stringify(credential);
      form.submit();
    } catch {
      problem.hidden = false;
    }
  });
});
