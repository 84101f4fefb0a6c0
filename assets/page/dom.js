// Small pieces for building the page. Text always goes in as text, never as markup.

export const byId = (id) => document.getElementById(id);

// make('p', 'small muted', 'text', child...): an element with classes and children.
export function make(tag, classes, ...children) {
  const element = document.createElement(tag);
  if (classes) element.className = classes;
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export function svg(tag, attributes, text) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text !== undefined) element.textContent = text;
  return element;
}

// A bar of `share` (0-1) of its track.
export function bar(share, classes = '', mark = false) {
  const fill = make('div', `fill ${classes}`);
  fill.style.width = `${Math.min(1, Math.max(0, share)) * 100}%`;
  const track = make('div', 'track', fill);
  if (mark) track.append(make('div', 'mark'));
  return track;
}

// Clock times in the summit's zone, whatever the browser's.
export class SummitTime {
  constructor(utcOffsetMs) { this.offset = utcOffsetMs; }
  iso(time) { return new Date(time + this.offset).toISOString(); }
  minute(time) { return this.iso(time).slice(11, 16); }
  second(time) { return this.iso(time).slice(11, 19); }
  day(time, language) {
    return new Date(time + this.offset).toLocaleDateString(language, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
  }
}
