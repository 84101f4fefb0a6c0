// Arrivals a minute, as bars with a line at "now". Drawn in the pixels of its box, so that text keeps its size.

import { svg } from './dom.js';
import { words } from './words.js';

const MINUTE = 60000;
const LEFT = 28, RIGHT = 8, TOP = 24, BOTTOM = 24;

// Rows of [start of the minute, arrivals] -> what is drawn: `columns` minutes ending with the minute of `asOf`.
export function shownMinutes(minutes, asOf, columns) {
  const last = Math.floor(asOf / MINUTE) * MINUTE;
  const counts = new Map(minutes);
  const out = [];
  for (let start = last - (columns - 1) * MINUTE; start <= last; start += MINUTE) out.push([start, counts.get(start) || 0]);
  return out;
}

// The mean of the last `n` minutes, the running one included.
export function mean(minutes, asOf, n) {
  const sum = minutes.filter(([start]) => start > asOf - n * MINUTE).reduce((all, [, count]) => all + count, 0);
  return Math.round(sum / n);
}

// A round number of at least `most` that four grid lines divide well.
function ceiling(most) {
  for (const step of [1, 2, 5, 10, 20, 50, 100, 200, 500]) if (step * 4 >= most) return step;
  return Math.ceil(most / 4);
}

export function drawChart(box, live, time) {
  const { width, height } = box.getBoundingClientRect();
  if (width < 40 || height < 40) return;
  const columns = width < 420 ? 45 : 75;
  const rows = shownMinutes(live.minutes, live.as_of, columns);
  const most = Math.max(4, ...rows.map(([, count]) => count));
  const step = ceiling(most);
  const lines = Math.ceil(most / step);
  const bottom = height - BOTTOM;
  const x = (start) => LEFT + ((start - rows[0][0]) / MINUTE) * pitch;
  const y = (count) => bottom - (count / (step * lines)) * (bottom - TOP);
  const pitch = (width - LEFT - RIGHT) / (columns + 1);

  const all = rows.reduce((sum, [, count]) => sum + count, 0);
  const picture = svg('svg', {
    role: 'img',
    'aria-label': words.chartSummary(time.minute(rows[0][0]), time.minute(live.as_of), all, Math.max(...rows.map((row) => row[1]))),
  });
  for (let i = 0; i <= lines; ++i) {
    picture.append(svg('line', { class: 'grid', x1: LEFT, x2: width - RIGHT, y1: y(i * step), y2: y(i * step) }));
    picture.append(svg('text', { class: 'axis', x: LEFT - 8, y: y(i * step) + 4, 'text-anchor': 'end' }, i * step));
  }
  for (const [start, count] of rows) {
    if (start % (15 * MINUTE) === 0 && x(start) > LEFT + 12) {
      picture.append(svg('text', { class: 'axis', x: x(start), y: height - 6, 'text-anchor': 'middle' }, time.minute(start)));
    }
    if (count === 0) continue;
    picture.append(svg('rect', {
      class: 'minute', x: x(start) + pitch * 0.15, width: pitch * 0.7, y: y(count), height: bottom - y(count), rx: Math.min(1.5, pitch / 4),
    }));
  }
  const now = x(Math.floor(live.as_of / MINUTE) * MINUTE) + pitch;
  picture.append(svg('line', { class: 'now-line', x1: now, x2: now, y1: 4, y2: bottom }));
  picture.append(svg('text', { class: 'now-label', x: now - 6, y: 14, 'text-anchor': 'end' }, `${words.now} ${time.minute(live.as_of)}`));
  box.replaceChildren(picture);
}
