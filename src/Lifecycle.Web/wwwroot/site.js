// Improves pages that work without it. The class is what the design system's styles and our tests look for.
import { initAll } from "./generated/govuk-frontend.min.js";
import "./scripts/filter.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();
document.documentElement.dataset.scripts = "ran";
