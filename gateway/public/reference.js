/** Search of the reference page, with and without marks: "de nghi" finds "đề nghị". */
const plain = (text) => text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd');

const box = document.querySelector('#find');
const none = document.querySelector('#none');
const entries = [...document.querySelectorAll('[data-entry]')].map((element) => ({
  element,
  head: plain(`${element.dataset.entry} ${element.querySelector(':scope > p')?.textContent ?? ''}`),
  link: document.querySelector(`[data-for="${element.dataset.entry}"]`),
  members: [...element.querySelectorAll('[data-member]')].map((member) => ({ member, text: plain(member.textContent) })),
}));

function find(question) {
  const words = plain(question).split(/\s+/).filter(Boolean);
  const fits = (text) => words.every((word) => text.includes(word));
  let found = 0;
  for (const { element, head, link, members } of entries) {
    const whole = fits(head);
    const hits = members.filter(({ text }) => fits(text));
    const shown = whole || hits.length > 0;
    element.hidden = !shown;
    if (link) link.hidden = !shown;
    for (const entry of members) entry.member.hidden = !whole && !hits.includes(entry);
    if (shown) found += 1;
  }
  for (const group of document.querySelectorAll('[data-group]')) group.hidden = !group.querySelector('[data-entry]:not([hidden])');
  none.hidden = found > 0;
}

if (box) {
  box.addEventListener('input', () => find(box.value));
  const contents = document.querySelector('.contents');
  if (contents && matchMedia('(max-width: 60rem)').matches) contents.open = false;
}
