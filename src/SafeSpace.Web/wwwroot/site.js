// Everything here is a garnish: each page does its work without it.
import { leave } from "./js/leave.js";
import { once } from "./js/once.js";
import { idle } from "./js/idle.js";
import { search } from "./js/search.js";
import { any, obey } from "./js/kept.js";

document.documentElement.classList.add("js");
leave();
once();
idle();
search();
obey();
if (document.querySelector("form[data-draft]")) import("./js/draft.js").then(module => module.drafts());
else if (any() && document.querySelector("meta[name=request-token]")) import("./js/draft.js").then(module => module.send());
document.getElementById("error-summary")?.focus();
if (document.querySelector("[data-live]")) import("./js/live.js").then(module => module.live());
