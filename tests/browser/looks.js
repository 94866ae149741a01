// What can be wrong with how a page looks: an expression that gives a list of sentences.
(() => {
  const wrong = [];
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > room + 1) wrong.push(`the page is ${document.documentElement.scrollWidth} wide in ${room}`);
  const shown = (one) => one.getClientRects().length > 0;
  for (const svg of document.querySelectorAll("svg")) {
    if (!shown(svg)) continue;
    const frame = svg.getBoundingClientRect();
    if (!svg.classList.contains("wide") && frame.right > room + 1) wrong.push("a picture is cut off");
    const texts = [...svg.querySelectorAll("text")].filter(shown).map((t) => [t.textContent.trim(), t.getBoundingClientRect(), t]);
    for (const [words, box] of texts) {
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1) wrong.push(`"${words}" leaves the picture`);
    }
    for (const rect of svg.querySelectorAll("rect")) {
      const box = rect.getBoundingClientRect();
      for (const text of rect.parentElement.querySelectorAll("text")) {
        const own = text.getBoundingClientRect();
        if (own.right > box.right + 1 || own.left < box.left - 1) wrong.push(`"${text.textContent.trim()}" is wider than its box`);
      }
    }
    texts.forEach(([words, a], i) => texts.slice(i + 1).forEach(([others, b]) => {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 1 && down > 3) wrong.push(`"${words}" and "${others}" lie on each other`);
    }));
  }
  for (const cell of document.querySelectorAll("td, th")) {
    if (shown(cell) && cell.scrollWidth > cell.clientWidth + 1) wrong.push(`"${cell.textContent.trim().slice(0, 40)}" is wider than its column`);
  }
  for (const one of document.querySelectorAll("h1, h2, .tag, td, th, summary, nav a, button, .lead")) {
    if (!shown(one)) continue;
    const box = one.getBoundingClientRect();
    if (box.right > room + 1 || box.left < -1) wrong.push(`"${one.textContent.trim().slice(0, 40)}" leaves the window`);
    if (getComputedStyle(one).overflow !== "visible" && one.scrollWidth > one.clientWidth + 1) wrong.push(`"${one.textContent.trim().slice(0, 40)}" is clipped`);
  }
  return wrong;
})()
