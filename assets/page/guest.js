// "Add a guest": somebody who was not on the roster. Shows their badge, whose code opens the doors at once.

import { byId, make } from './dom.js';
import { HubFault, post } from './line.js';
import { words } from './words.js';

export function offerLanguages(tags) {
  const select = byId('guest').elements.language;
  const same = [...select.options].map((option) => option.value).join() === tags.join();
  if (same) return; // keeps what was chosen
  select.replaceChildren(...tags.map((tag) => {
    const option = make('option', '', words.languages[tag] || tag);
    option.value = tag;
    return option;
  }));
}

// Beside the page: at full size a camera reads it.
function opened(link, address) {
  link.href = address;
  link.target = '_blank';
  return link;
}

function badge(name, added) {
  const folder = `/api/attendees/${encodeURIComponent(added.id)}/`;
  const picture = make('img');
  picture.alt = words.guestBadgeOf(name);
  picture.src = `${folder}badge.png`;
  const large = opened(make('a', '', picture), `${folder}badge.png`);
  const link = opened(make('a', '', words.guestPdf), `${folder}badge.pdf`);
  const text = make('div', '', make('div', 'name', name), make('code', '', added.code), make('div', 'dense muted', words.guestHint), link);
  picture.addEventListener('error', () => {
    large.replaceWith(make('p', 'small muted', words.guestNoPicture));
    link.remove();
  });
  return make('div', 'badge', large, text);
}

async function add(event) {
  event.preventDefault();
  const form = byId('guest');
  const answer = byId('guest-answer');
  const button = byId('guest-add');
  const guest = Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim() !== ''));
  button.disabled = true;
  button.textContent = words.guestAdding;
  try {
    const added = await post('/api/attendees', guest, words.hubAway);
    answer.replaceChildren(badge(guest.name, added));
    form.elements.name.value = '';
    form.elements.latin_name.value = '';
  } catch (fault) {
    if (!(fault instanceof HubFault)) throw fault;
    answer.replaceChildren(make('p', 'wrong', words.guestFailed(fault.message)));
  } finally {
    button.disabled = false;
    button.textContent = words.guestAdd;
  }
}

export function setUpGuest() {
  byId('guest').addEventListener('submit', add);
}
