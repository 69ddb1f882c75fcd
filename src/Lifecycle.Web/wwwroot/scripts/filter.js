// On a narrow screen the filter is closed at first, so that the records come into sight; a mistake in it keeps it open.
const narrow = matchMedia("(max-width: 48rem)");

function fit(filter) {
  filter.open = !narrow.matches || filter.querySelector(".govuk-error-message") !== null;
}

for (const filter of document.querySelectorAll("details[data-closes-when-narrow]")) {
  fit(filter);
  narrow.addEventListener("change", () => fit(filter));
}
