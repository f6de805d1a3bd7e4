// Time per row and memory of footfall-cli as inputs grow tenfold with the same keys, and what a second
// thread brings.
//
//   node growth.mjs BUILD [--most ROWS] [--rounds N]
//
// BUILD is a build folder with footfall-cli, footfall-generate and footfall-measure. Inputs stay in
// BUILD/bench-data; --most 100000000 (the default is 10000000) needs 12 GB there.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const given = process.argv.slice(2);
const option = (name, fallback) => {
  const at = given.indexOf(name);
  return at < 0 ? fallback : given.splice(at, 2)[1];
};
const most = Number(option('--most', '10000000'));
const rounds = Number(option('--rounds', '3'));
if (given.length !== 1 || !(most >= 1e6) || !(rounds > 0)) {
  console.error('usage: node growth.mjs BUILD [--most ROWS] [--rounds N]');
  process.exit(2);
}
const build = resolve(given[0]);
const data = join(build, 'bench-data');
mkdirSync(data, { recursive: true });

const jobs = [
  { name: 'campaign ranking, CSV', shape: ['campaigns'], report: 'campaign-ranking' },
  { name: 'hourly visitors, CSV', shape: ['pageviews', '--order', 'random', '--keys', '100000'], report: 'hourly-visitors' },
];

function generated(job, rows) {
  const file = join(data, `growth-${job.shape[0]}-${rows}`);
  if (!existsSync(file)) {
    const made = spawnSync(join(build, 'bin', 'footfall-generate'), [...job.shape, '--rows', String(rows), '--output', file], { stdio: 'inherit' });
    if (made.status !== 0) throw new Error(`footfall-generate failed for ${file}`);
  }
  return file;
}

/** The best seconds of the rounds, and MiB. */
function measure(job, file, threads) {
  const output = join(data, 'growth-output');
  let best = { seconds: Infinity, memory: 0 };
  for (let round = 0; round < rounds; ++round) {
    rmSync(output, { recursive: true, force: true });
    const args = [join(build, 'bin', 'footfall-cli'), job.report, '--quiet', '--threads', String(threads), '--output', output, file];
    const done = spawnSync(join(build, 'bin', 'footfall-measure'), args, { encoding: 'utf8' });
    const measured = /measured ([\d.]+) (\d+) (\d+)\n$/.exec(done.stderr ?? '');
    if (!measured || measured[3] !== '0') throw new Error(`footfall-cli failed on ${file}:\n${done.stderr}`);
    if (Number(measured[1]) < best.seconds) best = { seconds: Number(measured[1]), memory: Number(measured[2]) / 1024 };
  }
  rmSync(output, { recursive: true, force: true });
  return best;
}

console.log('job                          rows  one thread s  two s  ns a row    MiB  two threads bring');
for (const job of jobs) {
  for (let rows = 1e6; rows <= most; rows *= 10) {
    const file = generated(job, rows);
    const one = measure(job, file, 1);
    const two = measure(job, file, 2);
    console.log(job.name.padEnd(22) + String(rows).padStart(11) + one.seconds.toFixed(3).padStart(14) + two.seconds.toFixed(3).padStart(7) +
      (two.seconds / rows * 1e9).toFixed(1).padStart(10) + two.memory.toFixed(1).padStart(7) + (one.seconds / two.seconds).toFixed(2).padStart(17) + ' x');
  }
}
