// The organisers' live page: takes the key, listens, draws.

import { byId, SummitTime } from './dom.js';
import { HubFault, listen, takeKey } from './line.js';
import { drawLive } from './live.js';
import { drawChart } from './chart.js';
import { drawModes } from './modes.js';
import { offerLanguages, setUpGuest } from './guest.js';
import { words } from './words.js';

const page = byId('live');
let last = null; // the newest event and its clock, for drawing again in another size

function setFixedWords() {
  document.documentElement.lang = words.tag;
  const texts = {
    'chart-title': words.arrivalsAMinute, 'rooms-title': words.roomsTitle, 'now-title': words.sessionsNow,
    'next-title': words.sessionsNext, 'scans-title': words.scansTitle, 'terminals-title': words.terminals,
    'modes-title': words.modesTitle, 'guest-title': words.guestTitle, 'guest-name-label': words.guestName, 'guest-latin-label': words.guestLatin,
    'guest-language-label': words.guestLanguage, 'guest-add': words.guestAdd, 'locked-title': words.lockedTitle,
    state: words.connecting,
  };
  for (const [id, text] of Object.entries(texts)) byId(id).textContent = text;
}

function show(live) {
  const time = new SummitTime(live.summit.utc_offset_ms);
  last = { live, time };
  page.className = '';
  drawLive(live, time);
  drawStore(live.store);
  drawModes(live.checkpoints);
  offerLanguages(live.summit.languages);
}

// The store that this hub shares with others, when something is wrong with it.
function drawStore(store) {
  const line = byId('store');
  line.hidden = !store || !store.fault;
  line.textContent = line.hidden ? '' : `${words.storeAway(store.waiting)} ${store.fault}`;
}

// The numbers stay, with the time they are of.
function lost() {
  page.classList.add('lost');
  byId('dot').className = 'dot square';
  byId('state').textContent = words.lost;
}

function locked(text) {
  page.hidden = true;
  byId('locked').hidden = false;
  byId('locked-text').textContent = text;
}

async function start() {
  setFixedWords();
  setUpGuest();
  try {
    await takeKey(words.hubAway);
  } catch (fault) {
    if (!(fault instanceof HubFault)) throw fault;
    return locked(fault.message === words.hubAway ? words.hubAway : words.wrongToken);
  }
  new ResizeObserver(() => last && drawChart(byId('chart'), last.live, last.time)).observe(byId('chart'));
  return listen(words.tag, { live: show, lost, locked: () => locked(words.lockedText) });
}

addEventListener('hashchange', () => location.hash.includes('token=') && location.reload());
start();
