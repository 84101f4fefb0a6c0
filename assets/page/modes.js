// What each checkpoint is for, and another choice: every terminal that stands there follows at once.

import { byId, make } from './dom.js';
import { HubFault, post } from './line.js';
import { words } from './words.js';

let drawn = ''; // what the list shows: it is left alone while nothing changed, so that a list that is open stays open

async function choose(checkpoint, select) {
  const answer = byId('modes-answer');
  answer.textContent = '';
  select.disabled = true;
  try {
    await post(`/api/checkpoints/${encodeURIComponent(checkpoint.id)}/mode`, { mode: select.value }, words.hubAway);
  } catch (fault) {
    if (!(fault instanceof HubFault)) throw fault;
    select.value = checkpoint.mode;
    answer.textContent = words.modeFailed(fault.message);
  } finally {
    select.disabled = false;
  }
}

function row(checkpoint) {
  const select = make('select');
  select.replaceChildren(...Object.entries(words.modes).map(([mode, text]) => {
    const option = make('option', '', text);
    option.value = mode;
    return option;
  }));
  select.value = checkpoint.mode;
  select.addEventListener('change', () => choose(checkpoint, select));
  return make('label', 'mode', make('span', '', checkpoint.name || checkpoint.id), select);
}

export function drawModes(checkpoints) {
  const all = checkpoints || []; // an older hub tells of none
  byId('modes').hidden = all.length === 0;
  const now = JSON.stringify(all);
  if (now === drawn || byId('modes').contains(document.activeElement) && document.activeElement.disabled) return;
  drawn = now;
  byId('modes-list').replaceChildren(...all.map(row));
}
