// Draws one `live` event of the hub: every number from the event, nothing kept from the one before.

import { bar, byId, make, svg } from './dom.js';
import { drawChart, mean } from './chart.js';
import { words } from './words.js';

const NEAR_FULL = 0.9;
const SHOWN_SESSIONS = 3; // what the laptop's page holds without scrolling

const percent = (part, whole) => (whole > 0 ? Math.round((100 * part) / whole) : 0);
const number = (n) => n.toLocaleString(words.dates);

// --- figures ---

function figure(id, label, value, note, foot) {
  const big = make('b', '', number(value));
  big.id = id;
  return make('div', 'card figure', make('div', 'label', label), make('div', 'value', big, make('span', '', note)), foot);
}

function drawFigures(live, time) {
  const peak = live.minutes.reduce((best, row) => (best && best[1] >= row[1] ? best : row), null);
  const fullest = live.rooms.reduce((best, room) => (best && best.inside >= room.inside ? best : room), null);
  const admitted = ADMITTED.reduce((sum, reason) => sum + (live.scans[reason] || 0), 0);
  const left = live.scans.left || 0;
  byId('figures').replaceChildren(
    figure('arrived', words.arrived, live.arrived, words.ofExpected(number(live.expected), percent(live.arrived, live.expected)),
      bar(live.expected ? live.arrived / live.expected : 0, 'green')),
    figure('inside', words.inside, live.inside, words.haveLeft(number(live.arrived - live.inside)),
      make('div', '', fullest && fullest.inside > 0 ? words.fullest(fullest.name) : '')),
    figure('rate', words.arrivalsAMinute, mean(live.minutes, live.as_of, 5), words.meanOfFive,
      make('div', '', peak ? words.peak(time.minute(peak[0]), peak[1]) : words.noArrivals)),
    figure('recorded', words.recorded, live.recorded, words.admittedOf(number(admitted)),
      make('div', '', words.notAdmitted(number(live.recorded - admitted - left)))),
  );
}

// --- rooms ---

function room(row) {
  const name = make('div', '', row.name);
  if (row.capacity === null) {
    return make('div', 'room', name, make('div', 'none small muted', words.noCapacity), make('div', 'count', make('b', '', number(row.inside))));
  }
  const share = row.capacity > 0 ? row.inside / row.capacity : 1;
  const near = share >= NEAR_FULL;
  return make('div', 'room', name, bar(share, near ? 'over' : '', true),
    make('div', near ? 'count amber' : 'count', make('b', '', number(row.inside)), make('span', '', ` / ${number(row.capacity)}`)),
    make('div', near ? 'share amber' : 'share muted', `${percent(row.inside, row.capacity)} %`));
}

function drawRooms(live) {
  byId('rooms-note').textContent = live.rooms.some((row) => row.capacity !== null) ? words.lineAt90 : '';
  byId('rooms').className = live.rooms.length > 8 ? 'many' : '';
  byId('rooms').replaceChildren(...(live.rooms.length ? live.rooms.map(room) : [make('p', 'empty', words.noRooms)]));
}

// --- sessions ---

function fullness(row, isNow) {
  if (isNow) {
    const line = make('div', 'small', make('b', '', number(row.inside)),
      ` ${row.capacity === null ? words.inTheRoom : words.of(number(row.capacity))}`);
    return make('div', 'fullness', line, row.capacity ? bar(row.inside / row.capacity, row.inside / row.capacity >= NEAR_FULL ? 'over' : '') : null);
  }
  if (!row.registered) return null; // the title takes its place
  if (row.capacity !== null && row.registered > row.capacity) {
    return make('div', 'fullness small', make('span', 'pill', words.expectedPlaces(number(row.registered), number(row.capacity))));
  }
  return make('div', 'fullness small', words.expected(number(row.registered)));
}

function session(row, isNow, live, time) {
  const when = isNow ? words.until(time.minute(row.ends)) : words.inMinutes(Math.ceil((row.starts - live.as_of) / 60000));
  return make('div', 'session', make('b', '', time.minute(row.starts)),
    make('div', '', make('b', '', row.title), make('div', 'dense muted', `${row.place} · ${when}`)), fullness(row, isNow));
}

function drawSessions(rows, box, isNow, live, time, none) {
  const shown = rows.slice(0, SHOWN_SESSIONS).map((row) => session(row, isNow, live, time));
  if (rows.length > shown.length) shown.push(make('p', 'small muted', words.andMore(rows.length - shown.length)));
  box.replaceChildren(...(shown.length ? shown : [make('p', 'empty', none)]));
}

// --- scans ---

const ADMITTED = ['welcome', 'welcome_back', 'admitted_flagged', 'by_hand', 'free_passage', 'to_table'];
const ASK_A_PERSON = ['revoked', 'withdrawn', 'forged', 'not_ours', 'unknown_offline', 'not_invited', 'cannot_record', 'outdated_badge',
  'unknown_key', 'retired_key', 'category', 'unpaid', 'needs_person', 'other_ticket'];

// Shape says it too: a disc with a tick, a square with an arrow, an octagon with a bar.
function sign(kind) {
  const picture = svg('svg', { class: 'sign', viewBox: '0 0 18 18', 'aria-hidden': 'true' });
  const shapes = {
    green: ['M9 1a8 8 0 1 1 0 16a8 8 0 1 1 0-16z', 'M5.5 9.2l2.4 2.4 4.6-5'],
    'amber-row': ['M2 2h14v14H2z', 'M5 9h8M9.8 5.8L13 9l-3.2 3.2'],
    red: ['M6 1h6l5 5v6l-5 5H6l-5-5V6z', 'M9 5v4.6M9 12.4v.6'],
  };
  const colours = { green: 'var(--green)', 'amber-row': 'var(--amber)', red: 'var(--red)' };
  const [shape, stroke] = shapes[kind];
  picture.append(svg('path', { d: shape, fill: colours[kind] }));
  picture.append(svg('path', { d: stroke, fill: 'none', stroke: 'var(--card)', 'stroke-width': 2, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }));
  return picture;
}

function kindOf(reason) {
  if (ADMITTED.includes(reason) || reason === 'left') return 'green';
  return ASK_A_PERSON.includes(reason) ? 'red' : 'amber-row';
}

function drawScans(live) {
  const rows = Object.entries(live.scans).filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const most = rows.length ? rows[0][1] : 1;
  byId('scans').replaceChildren(...(rows.length ? rows.map(([reason, count]) => make('div', `scan ${kindOf(reason)}`,
    sign(kindOf(reason)), make('span', '', words.reasons[reason] || reason), make('span', 'number', number(count)), bar(count / most)))
    : [make('p', 'empty', words.noScans)]));
}

// --- terminals ---

// The hub itself and terminals that never spoke are not "silent".
const isTerminal = (device) => device.role !== 'hub';

function age(ms) {
  const s = Math.max(0, Math.round(ms / 1000));
  return s < 100 ? words.seconds(s) : words.minutes(Math.round(s / 60));
}

function terminal(device, live, time) {
  const square = device.connected ? '' : ' square';
  let state = words.never;
  if (device.connected) state = device.heard !== null ? age(live.as_of - device.heard) : words.connected;
  else if (device.heard !== null || device.last_fact !== null) state = words.since(time.minute(device.heard ?? device.last_fact));
  const row = make('li', device.connected ? '' : 'silent', make('b', '', device.name),
    make('div', 'line', make('span', `dot${square}`), make('span', '', state), make('span', 'facts', words.facts(number(device.facts)))));
  const more = [];
  if (device.unsent) more.push(words.unsent(number(device.unsent)));
  if (device.doors_enrolled) more.push(words.doorsSeen(number(device.doors_seen), number(device.doors_enrolled)));
  if (Math.abs(device.clock_offset_ms ?? 0) > 2000) more.push(words.clockOff(age(Math.abs(device.clock_offset_ms))));
  if (more.length) row.append(make('div', 'more', more.join(' · ')));
  if (device.last_fact !== null) row.title = words.lastFact(time.second(device.last_fact));
  return row;
}

function drawTerminals(live, time) {
  const devices = live.terminals.filter(isTerminal);
  const fine = devices.filter((device) => device.connected).length;
  byId('terminals-note').textContent = devices.length ? words.connectedOf(fine, devices.length) : words.noTerminals;
  byId('terminals').replaceChildren(...devices.map((device) => terminal(device, live, time)));
}

// --- guests who want staff ---

function call(row, live, time) {
  const state = row.taken_by === null ? words.nobodyYet : words.takenBy(row.taken_by);
  const item = make('li', row.taken_by === null ? 'open' : '', make('b', '', row.meeting ? words.lacksAt(row.place) : words.calledAt(row.place)),
    make('span', '', `${age(live.as_of - row.called)} · ${state}`));
  item.title = words.calledSince(time.second(row.called));
  return item;
}

function drawCalls(live, time) {
  const calls = live.calls || []; // an older hub tells of none
  byId('calls').hidden = calls.length === 0;
  byId('calls').replaceChildren(...calls.map((row) => call(row, live, time)));
}

// --- what the numbers are of ---

function drawState(live, time) {
  const devices = live.terminals.filter(isTerminal);
  const silent = devices.filter((device) => !device.connected);
  const named = silent.slice(0, 2).map((device) => {
    const last = device.heard ?? device.last_fact;
    return last === null ? words.neverHeard(device.name) : words.silentSince(device.name, time.second(last));
  });
  if (silent.length > named.length) named.push(words.andMore(silent.length - named.length));
  byId('dot').className = silent.length ? 'dot square' : 'dot';
  byId('as-of').textContent = words.asOf(time.second(live.as_of));
  byId('state').textContent = silent.length ? words.someSilent(devices.length - silent.length, devices.length, named.join(', '))
    : words.allConnected(devices.length);
}

export function drawLive(live, time) {
  const { summit } = live;
  byId('summit').textContent = [summit.name, summit.venue, time.day(live.as_of, words.dates)].filter(Boolean).join(' · ');
  byId('title').textContent = [summit.name, words.live].filter(Boolean).join(', ');
  document.title = `${number(live.arrived)} · ${summit.name || 'Foyer'}`;
  drawState(live, time);
  drawCalls(live, time);
  drawFigures(live, time);
  drawRooms(live);
  drawSessions(live.sessions.now, byId('now'), true, live, time, words.nothingNow);
  drawSessions(live.sessions.next, byId('next'), false, live, time, words.nothingNext);
  drawScans(live);
  drawTerminals(live, time);
  drawChart(byId('chart'), live, time);
}
