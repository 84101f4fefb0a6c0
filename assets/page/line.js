// The line to the hub: the organiser's key, the live events, and whether they still come.

const SILENCE_MAX_MS = 12000; // the hub speaks at least every 5 s

export class HubFault extends Error {}

// Posts JSON; throws HubFault with the hub's own sentence, or with `away` when there is no answer.
export async function post(path, body, away) {
  let response;
  try {
    response = await fetch(path, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
    });
  } catch {
    throw new HubFault(away);
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new HubFault(answer.error || `${response.status}`);
  return answer;
}

// Exchanges the key of the address (#token=...) for a cookie and takes it out of the address bar and the history.
export async function takeKey(away) {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (!token) return;
  history.replaceState(null, '', location.pathname + location.search);
  await post('/api/session', { token }, away);
}

// Calls on.live(data) for each event, on.lost() when none has come for a while, on.locked() when the key is missing.
export function listen(language, on) {
  let heard = Date.now();
  let source = null;
  let lost = false;

  const open = () => {
    source = new EventSource(`/events?lang=${encodeURIComponent(language)}`);
    source.addEventListener('live', (event) => {
      heard = Date.now();
      lost = false;
      on.live(JSON.parse(event.data));
    });
    source.addEventListener('error', () => {
      if (!lost) on.lost();
      lost = true;
      if (source.readyState === EventSource.CLOSED) refused(); // an answer that is no event stream
    });
  };
  const refused = async () => {
    const response = await fetch('/api/live').catch(() => null);
    if (response && response.status === 401) on.locked();
    else setTimeout(open, 2000);
  };
  setInterval(() => {
    if (lost || Date.now() - heard < SILENCE_MAX_MS) return;
    lost = true;
    on.lost();
    source.close();
    heard = Date.now();
    open(); // a line that hangs never ends by itself
  }, 1000);
  open();
}
