// Small helps on top of pages that work without: open the line a link leads to, show what belongs together.

/** Opens the folded line that the address points to, so that a dot of the drawing leads to its sentence. */
function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = target?.querySelector(':scope > details') ?? target?.closest('details');
  if (fold) fold.open = true;
  if (target) for (const other of together(target)) flash(other);
}

/** Sentence and notes of one claim. */
function together(element) {
  const note = element.closest('.note');
  if (note) return [...document.querySelectorAll('mark')].filter((m) => m.dataset.notes.split(' ').includes(note.id));
  const mark = element.closest('mark');
  return mark ? mark.dataset.notes.split(' ').map((id) => document.getElementById(id)).filter(Boolean) : [];
}

function flash(element) {
  for (const lit of document.querySelectorAll('.lit')) lit.classList.remove('lit');
  element.classList.add('lit');
}

/** Either way: a click on a sentence leads to its note, a click on a note to its sentence. */
document.addEventListener('click', (event) => {
  const element = event.target;
  if (!(element instanceof Element) || element.closest('a, button, summary, input')) return;
  if (String(getSelection())) return;
  const [other] = together(element);
  if (!other) return;
  flash(other);
  other.scrollIntoView({ block: 'nearest', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
});

for (const kind of ['mouseover', 'mouseout']) {
  document.addEventListener(kind, (event) => {
    if (!(event.target instanceof Element)) return;
    for (const other of together(event.target)) other.classList.toggle('near', kind === 'mouseover');
  });
}

// A drawing wider than the window starts at its newest end.
for (const box of document.querySelectorAll('.to-end')) box.scrollLeft = box.scrollWidth;

addEventListener('hashchange', openTarget);
openTarget();
