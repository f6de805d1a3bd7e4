// Runs footfall-cli and DuckDB on the same generated inputs, in alternation, checks that their files are
// the same, and prints one table of times, ratios and memory; then one of the peers of single jobs, and one
// of packed inputs beside the plain one and what only unpacks them.
// With --before it compares with an older build of footfall-cli instead (compare_builds.mjs).
//
//   node compare_peers.mjs BUILD [--scale S] [--rounds N] [--only TEXT]
//   node compare_peers.mjs BUILD --before OLD_BUILD [--most 1.03] [--by wall|processor|both] [the same]
//
// BUILD is a build folder with footfall-cli, footfall-generate and footfall-measure, OLD_BUILD one with
// footfall-cli. DuckDB is looked for in BUILD/peers: npm install --prefix BUILD/peers @duckdb/node-api.
// Inputs stay in BUILD/bench-data. Scale 1 (the default) needs 5 GB there.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareBuilds } from './compare_builds.mjs';
import { jobs, others, packers } from './jobs.mjs';
import { difference, emptied, filesOf, jobInput, measure, plainInput, print, takeOption } from './running.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const given = process.argv.slice(2);
const before = takeOption(given, '--before', '');
const most = Number(takeOption(given, '--most', '1.03'));
const by = { wall: ['seconds'], processor: ['processor'], both: ['seconds', 'processor'] }[takeOption(given, '--by', 'both')];
const scale = Number(takeOption(given, '--scale', '1'));
const rounds = Number(takeOption(given, '--rounds', before ? '31' : '3'));
const only = takeOption(given, '--only', '');
if (given.length !== 1 || !(scale > 0) || !(rounds > 0) || !(most > 0) || !by) {
  console.error('usage: node compare_peers.mjs BUILD [--scale S] [--rounds N] [--only TEXT]\n' +
    '       node compare_peers.mjs BUILD --before OLD_BUILD [--most 1.03] [--by wall|processor|both] [the same]');
  process.exit(2);
}
const build = resolve(given[0]);
if (before) process.exit(compareBuilds(build, resolve(before), jobs, { scale, rounds, only, most, by }) ? 0 : 1);
const modules = join(build, 'peers', 'node_modules');
const duckdb = existsSync(join(modules, '@duckdb', 'node-api'));
if (!duckdb) console.log(`DuckDB is not there, so it is left out: npm install --prefix ${join(given[0], 'peers')} @duckdb/node-api`);

/** The program of another peer, built where it has a source; null where the machine lacks what it needs. */
function program(name) {
  const peer = others[name];
  if (spawnSync('sh', ['-c', `command -v ${peer.needs}`]).status !== 0) {
    console.log(`${name} is left out: ${peer.needs} is not installed`);
    return null;
  }
  if (!peer.source) return peer.needs;
  const built = join(build, 'peers', peer.needs);
  mkdirSync(dirname(built), { recursive: true });
  const made = spawnSync(peer.needs, ['build', '-o', built, join(here, peer.source)], { stdio: 'inherit' });
  if (made.status !== 0) throw new Error(`${peer.source} was not built`);
  return built;
}

/** The sum of the last column of a CSV file. */
function sum(file) {
  const lines = readFileSync(file, 'latin1').split('\n').slice(1, -1);
  return lines.reduce((total, line) => total + Number(line.slice(line.lastIndexOf(',') + 1)), 0);
}

const best = (runs) => runs.reduce((a, b) => (b.seconds < a.seconds ? b : a));
const otherTable = [['job', 'peer', 'Footfall s', 'peer s', 'MiB', 'times faster', 'answers']];
const packedTable = [['job', 'Footfall s', 'processor s', 'plain processor s', 'unpacking alone s', 'of half their sum', 'processor, of their sum']];
const notes = [];
const table = [['job', 'rows', 'MB', 'Footfall s', 'MB/s', 'MiB', 'DuckDB s', 'MiB', 'times faster', 'of its memory', 'answers']];
let differing = 0;
for (const [number, job] of jobs.entries()) {
  if (!job.name.includes(only)) continue;
  const rows = Math.max(1, Math.round(job.rows * scale));
  const input = jobInput(build, job, rows);
  const outputs = ['footfall', 'duckdb'].map((name) => join(build, 'bench-data', `out-${name}`));
  const ours = [];
  const theirs = [];
  const plains = [];
  const unpacked = [];
  const unpacks = job.packed && program(job.packed === 'gzip' ? 'igzip' : 'zstd');
  // A short job runs more often: the least of two runs of a tenth of a second says little.
  const begin = Date.now();
  while (ours.length < rounds || (Date.now() - begin < 10000 && ours.length < 5 * rounds)) {
    outputs.forEach(emptied);
    const [report, ...rest] = job.report;
    const run = (file) => measure(build, join(build, 'bin', 'footfall-cli'), [report, ...rest, '--quiet', '--output', outputs[0], file]);
    if (job.packed) plains.push(run(plainInput(build, job, rows)));
    if (unpacks) unpacked.push(measure(build, 'sh', ['-c', `${packers[job.packed].unpack} "$@" > /dev/null`, 'sh', ...filesOf(input)]));
    ours.push(run(input));
    if (duckdb) theirs.push(measure(build, process.execPath, [join(here, 'peer_duckdb.mjs'), modules, String(number), input, outputs[1]]));
  }
  const wrong = duckdb ? job.files.filter((file) => difference(join(outputs[0], file), join(outputs[1], file)) >= 0) : [];
  differing += wrong.length;
  const us = best(ours);
  const them = duckdb ? best(theirs) : null;
  const size = filesOf(input).reduce((bytes, file) => bytes + statSync(file).size, 0) / 1e6;
  table.push([job.name, String(rows), size.toFixed(0), us.seconds.toFixed(3), (size / us.seconds).toFixed(0), us.memory.toFixed(1),
    them ? them.seconds.toFixed(3) : '-', them ? them.memory.toFixed(0) : '-', them ? (them.seconds / us.seconds).toFixed(1) : '-',
    them ? `${(100 * us.memory / them.memory).toFixed(1)} %` : '-', !them ? 'not compared' : wrong.length === 0 ? 'same' : `differ: ${wrong.join(' ')}`]);
  if (unpacks) {
    const least = (runs) => Math.min(...runs.map((run) => run.processor));
    const sum = least(plains) + least(unpacked);
    packedTable.push([job.name, us.seconds.toFixed(3), least(ours).toFixed(3), least(plains).toFixed(3), least(unpacked).toFixed(3),
      (us.seconds / (sum / 2)).toFixed(2), (least(ours) / sum).toFixed(2)]);
  }
  if (job.report[0] === 'hourly-visitors' && !job.packed) {
    const triples = sum(join(outputs[0], 'hourly_visitors.csv'));
    notes.push(`${job.name}: ${triples} distinct (hour, page, visitor) triples, ${(us.memory * 1024 * 1024 / triples).toFixed(1)} bytes of peak memory each`);
  }
  for (const name of job.others ?? []) {
    const built = program(name);
    if (!built) continue;
    const peer = others[name];
    emptied(outputs[1]);
    const [command, ...args] = peer.command(built, input, outputs[1]);
    const runs = [];
    // A peer of minutes runs once.
    do runs.push(measure(build, command, args)); while (runs.length < rounds && best(runs).seconds < 10);
    const other = best(runs);
    const unlike = peer.same ? job.files.filter((file) => difference(join(outputs[0], file), join(outputs[1], file)) >= 0) : [];
    differing += unlike.length;
    otherTable.push([job.name, name, us.seconds.toFixed(3), other.seconds.toFixed(3), other.memory.toFixed(0), (other.seconds / us.seconds).toFixed(1),
      !peer.same ? 'of another kind' : unlike.length === 0 ? 'same' : `differ: ${unlike.join(' ')}`]);
  }
}
print(table);
if (otherTable.length > 1) {
  console.log('');
  print(otherTable);
}
if (packedTable.length > 1) {
  console.log('');
  print(packedTable);
}
if (notes.length > 0) console.log(`\n${notes.join('\n')}`);
process.exit(differing === 0 ? 0 : 1);
