/* Sorting and filtering of the results. Without it the table stands as printed. */
(() => {
  "use strict";
  const table = document.getElementById("results");
  if (!table) return;
  const controls = document.querySelector(".controls");
  const words = document.getElementById("words");
  const verdict = document.getElementById("verdict");
  const status = document.getElementById("status");
  const heads = [...table.tHead.rows[0].cells];
  const groups = [...table.tBodies];
  const sorted = document.createElement("tbody");
  sorted.setAttribute("role", "rowgroup");
  const alphabet = new Intl.Collator("vi", { numeric: true });

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d").replace(/[\s\u00a0]+/g, " ");
  const rows = groups.flatMap((home) => [...home.rows].slice(1).map((row) => ({ row, home, text: fold(row.textContent) })));

  function key(row, column, kind) {
    const { value, text } = row.cells[column].dataset;
    const shown = (text ?? row.cells[column].textContent).trim();
    return { number: kind === "number" && value ? Number(value) : null, text: shown === "—" ? "" : shown };
  }

  /* Figures before words, and what is not there last, whichever way the figures run. */
  function order(a, b, way) {
    if (a.number !== null && b.number !== null) return way * (a.number - b.number);
    if (a.number !== null || b.number !== null) return a.number !== null ? -1 : 1;
    if (!a.text || !b.text) return (a.text ? 0 : 1) - (b.text ? 0 : 1);
    return way * alphabet.compare(a.text, b.text);
  }

  function sort(column) {
    const way = heads[column]?.getAttribute("aria-sort");
    const next = way === "none" ? "ascending" : way === "ascending" ? "descending" : "none";
    heads.forEach((head, index) => head.setAttribute("aria-sort", index === column ? next : "none"));
    if (column < 0 || next === "none") {
      rows.forEach(({ row, home }) => home.append(row));
      sorted.remove();
    } else {
      const kind = heads[column].firstElementChild.dataset.kind;
      const keyed = rows.map(({ row }) => ({ row, key: key(row, column, kind) }));
      keyed.sort((a, b) => order(a.key, b.key, next === "ascending" ? 1 : -1));
      sorted.replaceChildren(...keyed.map(({ row }) => row));
      table.append(sorted);
    }
    table.classList.toggle("flat", sorted.isConnected);
    filter();
  }

  function filter() {
    const wanted = fold(words.value).split(" ").filter(Boolean);
    let shown = 0;
    for (const { row, text } of rows) {
      const good = (!verdict.value || row.dataset.verdict === verdict.value) && wanted.every((word) => text.includes(word));
      row.hidden = !good;
      shown += good;
    }
    for (const group of groups) group.hidden = ![...group.rows].slice(1).some((row) => !row.hidden);
    say(shown);
  }

  function say(shown) {
    const head = heads.find((each) => each.getAttribute("aria-sort") !== "none");
    const way = head?.getAttribute("aria-sort") === "ascending" ? "tăng dần" : "giảm dần";
    const number = new Intl.NumberFormat("vi");
    const counted = shown ? `Hiện ${number.format(shown)}/${number.format(rows.length)} dòng` : "Không có dòng nào khớp";
    status.textContent = counted + (head ? `, xếp theo ${head.textContent.trim()} ${way}.` : ".");
  }

  heads.forEach((head, column) => head.firstElementChild.addEventListener("click", () => sort(column)));
  words.addEventListener("input", filter);
  verdict.addEventListener("change", filter);
  controls.addEventListener("submit", (event) => event.preventDefault());
  controls.addEventListener("reset", () => setTimeout(() => sort(-1)));
  controls.hidden = false;
  table.classList.add("live");
  filter();
})();
