// Everything here is a garnish: each page does its work without it.
import { leave } from "./js/leave.js";
import { once } from "./js/once.js";
import { idle } from "./js/idle.js";
import { search } from "./js/search.js";

document.documentElement.classList.add("js");
leave();
once();
idle();
search();
if (document.querySelector("form[data-draft]")) import("./js/draft.js").then(module => module.drafts());
document.getElementById("error-summary")?.focus();
