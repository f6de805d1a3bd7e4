// Time per row and memory of footfall-cli as inputs grow tenfold with the same keys, and what a second
// thread brings.
//
//   node growth.mjs BUILD [--most ROWS] [--rounds N]
//
// BUILD is a build folder with footfall-cli, footfall-generate and footfall-measure. Inputs stay in
// BUILD/bench-data; --most 100000000 (the default is 10000000) needs 12 GB there.
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { generated, measure, takeOption } from './running.mjs';

const given = process.argv.slice(2);
const most = Number(takeOption(given, '--most', '10000000'));
const rounds = Number(takeOption(given, '--rounds', '3'));
if (given.length !== 1 || !(most >= 1e6) || !(rounds > 0)) {
  console.error('usage: node growth.mjs BUILD [--most ROWS] [--rounds N]');
  process.exit(2);
}
const build = resolve(given[0]);
const data = join(build, 'bench-data');

const jobs = [
  { name: 'campaign ranking, CSV', shape: ['campaigns'], report: 'campaign-ranking' },
  { name: 'hourly visitors, CSV', shape: ['pageviews', '--order', 'random', '--keys', '100000'], report: 'hourly-visitors' },
];

/** The best seconds of the rounds, and MiB. */
function best(job, file, threads) {
  const output = join(data, 'growth-output');
  const args = [job.report, '--quiet', '--threads', String(threads), '--output', output, file];
  let least = { seconds: Infinity };
  for (let round = 0; round < rounds; ++round) {
    rmSync(output, { recursive: true, force: true });
    const run = measure(build, join(build, 'bin', 'footfall-cli'), args);
    if (run.seconds < least.seconds) least = run;
  }
  rmSync(output, { recursive: true, force: true });
  return least;
}

console.log('job                          rows  one thread s  two s  ns a row    MiB  two threads bring');
for (const job of jobs) {
  for (let rows = 1e6; rows <= most; rows *= 10) {
    const file = generated(build, join(data, `growth-${job.shape[0]}-${rows}`), job.shape, rows);
    const one = best(job, file, 1);
    const two = best(job, file, 2);
    console.log(job.name.padEnd(22) + String(rows).padStart(11) + one.seconds.toFixed(3).padStart(14) + two.seconds.toFixed(3).padStart(7) +
      (two.seconds / rows * 1e9).toFixed(1).padStart(10) + two.memory.toFixed(1).padStart(7) + (one.seconds / two.seconds).toFixed(2).padStart(17) + ' x');
  }
}
