// The same work by PouchDB: COUNT check-ins from one database to another over HTTP on the loopback, both on LevelDB,
// the receiving one behind express-pouchdb in a process of its own. Run by bench_sync, in the folder where npm put the
// packages: node pouchdb.cjs FOLDER COUNT. Prints the seconds that the replication took.
const { fork } = require('child_process');
const fs = require('fs');
const path = require('path');
const { createRequire } = require('module');

const [folder, count, role] = process.argv.slice(2);
const from_here = createRequire(path.join(process.cwd(), 'package.json'));
const PouchDB = from_here('pouchdb');

function serve() {
  fs.mkdirSync(path.join(folder, 'hub'), { recursive: true });
  const express = from_here('express');
  const app = express();
  const served = PouchDB.defaults({ prefix: path.join(folder, 'hub') + path.sep, adapter: 'leveldb' });
  app.use('/', from_here('express-pouchdb')(served, {
    logPath: path.join(folder, 'log.txt'), configPath: path.join(folder, 'config.json') }));
  const server = app.listen(0, '127.0.0.1', () => process.send(server.address().port));
}

const check_in = (n) => ({
  _id: 'a0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5-' + String(n + 1).padStart(10, '0'),
  kind: 'entered', attendee: String(Math.floor(n / 5)), place: 'hall', checkpoint: 'door',
  badge: (n * 2654435761 % 2 ** 32).toString(16).padStart(16, '0'), reason: 'welcome',
  time: 1700000000000 + n, happened: 1700000000000 + n, observed: true,
  seen: [['a0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5', n]] });

async function replicate(port) {
  const local = new PouchDB(path.join(folder, 'terminal'), { adapter: 'leveldb' });
  for (let first = 0; first < count; first += 1000)
    await local.bulkDocs(Array.from({ length: Math.min(1000, count - first) }, (_, i) => check_in(first + i)));
  const hub = new PouchDB('http://127.0.0.1:' + port + '/checkins');
  const began = process.hrtime.bigint();
  const result = await local.replicate.to(hub, { batch_size: 1000 });
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  if (result.docs_written !== Number(count)) throw new Error('only ' + result.docs_written + ' arrived');
  return seconds;
}

if (role === 'hub') {
  serve();
} else {
  const hub = fork(__filename, [folder, count, 'hub'], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  hub.on('message', (port) => replicate(port)
    .then((seconds) => { console.log(seconds); hub.kill(); process.exit(0); })
    .catch((error) => { console.error(String(error)); hub.kill(); process.exit(1); }));
  hub.on('exit', () => process.exit(1));
}
