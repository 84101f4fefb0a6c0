// Every text of the page, one table a language. To add a language: copy `en`, translate, add it to `tables`; the hub
// gives names in the same language when the summit has them. A text with figures is a function of them.

const en = {
  tag: 'en',
  dates: 'en-GB', // how figures and dates are written
  live: 'live',
  asOf: (time) => `as of ${time}`,
  connecting: 'asking the hub',
  allConnected: (n) => (n === 0 ? 'no terminal has been enrolled yet'
    : `counts equal the facts of ${n} ${n === 1 ? 'terminal' : 'terminals'}`),
  someSilent: (fine, all, names) => `counts equal the facts of ${fine} of ${all} terminals; ${names}`,
  silentSince: (name, time) => `${name} as of ${time}`,
  neverHeard: (name) => `${name} not heard yet`,
  andMore: (n) => `and ${n} more`,
  lost: 'connection to the hub lost: these numbers stand still',
  storeAway: (n) => `Shared store: ${n.toLocaleString('en')} facts wait on this hub and on terminals; nothing is lost.`,

  arrived: 'Arrived',
  ofExpected: (expected, share) => `of ${expected} expected · ${share} %`,
  inside: 'Inside now',
  haveLeft: (n) => (n === 1 ? '1 has left' : `${n} have left`),
  fullest: (name) => `Most in ${name}`,
  arrivalsAMinute: 'Arrivals a minute',
  meanOfFive: 'mean of 5 min',
  peak: (time, n) => `Peak so far ${time}, ${n}`,
  noArrivals: 'Nobody has arrived yet',
  recorded: 'Recorded scans',
  admittedOf: (n) => `${n} admitted`,
  notAdmitted: (n) => `${n} sent on or asked to wait`,

  now: 'now',
  chartSummary: (from, to, n, most) => `Arrivals a minute from ${from} to ${to}: ${n} in all, at most ${most} in a minute.`,
  roomsTitle: 'Inside now, by room',
  lineAt90: 'line at 90 %',
  noCapacity: 'no capacity set',
  noRooms: 'The programme has no rooms yet: import a summit.',
  sessionsNow: 'Now',
  sessionsNext: 'Next',
  nothingNow: 'Nothing is on.',
  nothingNext: 'Nothing follows.',
  until: (time) => `to ${time}`,
  inMinutes: (n) => `in ${n} min`,
  of: (n) => `of ${n}`,
  inTheRoom: 'in the room',
  expectedPlaces: (expected, places) => `${expected} expected, ${places} places`,
  expected: (n) => `${n} expected`,
  scansTitle: 'Scans by verdict',
  noScans: 'No badge has been shown yet.',
  terminals: 'Terminals',
  connectedOf: (fine, all) => `${fine} of ${all} connected`,
  noTerminals: 'none enrolled',
  connected: 'connected',
  since: (time) => `silent ${time}`,
  never: 'never heard',
  facts: (n) => `${n} ${n === 1 ? 'fact' : 'facts'}`,
  lastFact: (time) => `last fact ${time}`,
  unsent: (n) => `${n} not sent`,
  doorsSeen: (n, all) => `${n} of ${all} doors`,
  clockOff: (span) => `clock off by ${span}`,
  seconds: (n) => `${n} s`,
  minutes: (n) => `${n} min`,

  guestTitle: 'Add a guest',
  guestName: 'Name',
  guestLatin: 'In Latin letters',
  guestLanguage: 'Language',
  guestAdd: 'Add and show badge',
  guestAdding: 'Adding',
  guestPdf: 'Badge as PDF',
  guestBadgeOf: (name) => `Badge of ${name}`,
  guestHint: 'Hold the code to a terminal.',
  guestNoPicture: 'This hub draws no badges: use the code.',
  guestFailed: (why) => `Not added. ${why}`,
  hubAway: 'The hub cannot be reached.',

  lockedTitle: 'For organisers',
  lockedText: 'Open the address that the hub printed when it started: it holds the key to this page.',
  wrongToken: 'The key in this address is not this hub’s, or is an old one. Open the address that the hub printed when it started.',

  languages: { en: 'English', zh: '中文', 'zh-Hans': '中文', fr: 'Français', de: 'Deutsch', ar: 'العربية', ru: 'Русский', ko: '한국어', ja: '日本語', es: 'Español' },

  // What a checkpoint answered: the name stored in facts -> words for organisers.
  reasons: {
    welcome: 'Welcome',
    welcome_back: 'Welcome back',
    left: 'Left',
    admitted_flagged: 'Admitted, to be checked',
    again: 'Second use, single entry',
    not_yet_open: 'Not open yet',
    closed: 'Closed',
    wrong_room: 'Another room',
    not_invited: 'Not registered here',
    room_full: 'Room full',
    outdated_badge: 'Outdated badge',
    revoked: 'Badge withdrawn',
    withdrawn: 'Registration withdrawn',
    forged: 'Code never issued',
    not_ours: 'Not one of our codes',
    unknown_offline: 'Unknown while offline',
    cannot_record: 'Could not be recorded',
  },
};

const tables = { en };

// The page's words in the first of the browser's languages that has a table.
export const words = tables[(navigator.languages || [])
  .map((tag) => tag.split('-')[0]).find((tag) => tag in tables)] || en;
