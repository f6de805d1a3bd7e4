// Two builds of footfall-cli by turns on the jobs of compare_peers.mjs: is the newer one slower?
//
// Times of single runs say little on a machine that does other work, so each round runs three programs
// next to each other: the build before, a copy of it, and the build. The ratio of the build to the one
// before is judged by its median over all rounds; the ratio of the copy, which has to be 1, says
// whether the machine was quiet enough to judge. Their order changes with every round and is mirrored
// in the next (ABBA), so that neither place nor drift favours one.
import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { difference, emptied, jobInput, measure, print } from './running.mjs';

const orders = [[0, 1, 2], [2, 1, 0], [1, 2, 0], [0, 2, 1], [2, 0, 1], [1, 0, 2]];
const steady = { least: 0.99, most: 1.01 };
/** Rounds are added while the copy is off, to this many times those asked for. */
const patience = 4;

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** The names of files that are not the same in both folders. */
function unlike(a, b) {
  const names = new Set([...readdirSync(a), ...readdirSync(b)]);
  const both = (name) => [a, b].every((folder) => readdirSync(folder).includes(name));
  return [...names].filter((name) => !both(name) || difference(join(a, name), join(b, name)) >= 0);
}

/**
 * Runs the jobs whose name holds options.only; prints a line for each. options: scale, rounds, only,
 * most (the largest median that is well), by (the measures judged: 'processor', 'seconds').
 * Returns true if every job is within the bound, could be judged and wrote the same bytes.
 */
export function compareBuilds(build, before, jobs, options) {
  const copy = join(build, 'bin', `footfall-cli-before-${process.pid}`);
  const outputs = ['before', 'copy', 'now'].map((name) => join(build, 'bench-data', `out-${name}`));
  const programs = [join(before, 'bin', 'footfall-cli'), copy, join(build, 'bin', 'footfall-cli')];
  const table = [['job', 'rows', 'rounds', 'before s', 'now s', 'wall', 'copy', 'processor', 'copy', 'MiB before', 'now', 'bytes', '']];
  const notes = [];
  let well = true;
  copyFileSync(programs[0], copy);
  try {
    for (const job of jobs) {
      if (!job.name.includes(options.only)) continue;
      const rows = Math.max(1, Math.round(job.rows * options.scale));
      const input = jobInput(build, job, rows);
      const run = (which) => {
        const [report, ...rest] = job.report;
        return measure(build, programs[which], [report, ...rest, '--quiet', '--output', emptied(outputs[which]), input]);
      };
      // One run of each that does not count: the input is in memory afterwards, and the bytes are there.
      try {
        run(0);
      } catch (failed) {
        notes.push(`${job.name}: left out, the build before cannot do it: ${String(failed.message).trim().split('\n').at(-2) ?? failed.message}`);
        continue;
      }
      [1, 2].forEach((which) => run(which));
      const differing = unlike(outputs[0], outputs[2]);

      const rounds = [];
      const ratio = (which, by) => median(rounds.map((round) => round[which][by] / round[0][by]));
      const quiet = () => options.by.every((by) => ratio(1, by) >= steady.least && ratio(1, by) <= steady.most);
      while (rounds.length < options.rounds || (!quiet() && rounds.length < patience * options.rounds)) {
        const round = [];
        for (const which of orders[rounds.length % orders.length]) round[which] = run(which);
        rounds.push(round);
      }
      if (rounds.length > options.rounds) notes.push(`${job.name}: ${options.rounds} rounds left the copy off 1, so ${rounds.length} were run`);

      const slower = options.by.some((by) => ratio(2, by) > options.most);
      const verdict = !quiet() ? 'unsettled' : slower ? 'slower' : 'well';
      well &&= verdict === 'well' && differing.length === 0;
      const middle = (which, value) => median(rounds.map((round) => round[which][value]));
      table.push([job.name, String(rows), String(rounds.length), middle(0, 'seconds').toFixed(3), middle(2, 'seconds').toFixed(3),
        ratio(2, 'seconds').toFixed(3), ratio(1, 'seconds').toFixed(3), ratio(2, 'processor').toFixed(3), ratio(1, 'processor').toFixed(3),
        middle(0, 'memory').toFixed(1), middle(2, 'memory').toFixed(1), differing.length === 0 ? 'same' : `differ: ${differing.join(' ')}`, verdict]);
    }
  } finally {
    rmSync(copy, { force: true });
    outputs.forEach((output) => rmSync(output, { recursive: true, force: true }));
  }
  print(table);
  if (notes.length > 0) console.log(`\n${notes.join('\n')}`);
  if (table.length === 1) console.log(`no job's name holds "${options.only}"`);
  return well && table.length > 1;
}
