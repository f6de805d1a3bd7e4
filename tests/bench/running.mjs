// What the benchmarks share: options, generated inputs, measured runs, comparison of files, tables.
import { spawnSync } from 'node:child_process';
import { closeSync, copyFileSync, existsSync, mkdirSync, openSync, readdirSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packers } from './jobs.mjs';

/** Takes `name VALUE` out of the arguments; the fallback where it is not there. */
export function takeOption(given, name, fallback) {
  const at = given.indexOf(name);
  return at < 0 ? fallback : given.splice(at, 2)[1];
}

/** Runs a program by BUILD's footfall-measure; returns its seconds, its processor seconds and MiB. */
export function measure(build, program, args) {
  const done = spawnSync(join(build, 'bin', 'footfall-measure'), [program, ...args], { encoding: 'utf8', maxBuffer: 1 << 26 });
  const measured = /measured ([\d.]+) ([\d.]+) (\d+) (\d+)\n$/.exec(done.stderr ?? '');
  if (!measured || measured[4] !== '0') throw new Error(`${program} ${args.join(' ')} failed:\n${done.stderr}`);
  return { seconds: Number(measured[1]), processor: Number(measured[2]), memory: Number(measured[3]) / 1024 };
}

/** The file, made by BUILD's footfall-generate where it is not there yet. */
export function generated(build, file, shape, rows) {
  mkdirSync(dirname(file), { recursive: true });
  if (!existsSync(file)) {
    const args = [...shape, '--rows', String(rows), '--output', file];
    const done = spawnSync(join(build, 'bin', 'footfall-generate'), args, { stdio: 'inherit' });
    if (done.status !== 0) throw new Error(`footfall-generate ${args.join(' ')} failed`);
  }
  return file;
}

/** A job's input below BUILD/bench-data, plain. */
export function plainInput(build, job, rows) {
  const name = `${job.shape.filter((word) => !word.startsWith('-')).join('-')}-${rows}`;
  return generated(build, join(build, 'bench-data', name), job.shape, rows);
}

/** A job's input: a file, or the folder that holds its parts. */
export function jobInput(build, job, rows) {
  const plain = plainInput(build, job, rows);
  if (!job.packed) return plain;
  const { ending, pack } = packers[job.packed];
  const input = job.parts ? `${plain}-${job.parts}${ending}` : `${plain}${ending}`;
  if (existsSync(input)) return input;
  const work = emptied(`${plain}-packing`);
  if (job.parts) shell(`split -n l/${job.parts} -d "$1" "$2"/part-`, plain, work);
  else copyFileSync(plain, join(work, 'part'));
  shell(`${pack} "$@"`, ...filesOf(work));
  renameSync(job.parts ? work : filesOf(work)[0], input);
  rmSync(work, { recursive: true, force: true });
  return input;
}

/** The file, or those of the folder. */
export function filesOf(input) {
  return statSync(input).isDirectory() ? readdirSync(input).sort().map((name) => join(input, name)) : [input];
}

function shell(command, ...args) {
  const done = spawnSync('sh', ['-c', command, 'sh', ...args], { stdio: 'inherit' });
  if (done.status !== 0) throw new Error(`${command} failed`);
}

export function emptied(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Where two files differ first, or -1. */
export function difference(a, b) {
  const files = [openSync(a), openSync(b)];
  const blocks = [Buffer.alloc(1 << 20), Buffer.alloc(1 << 20)];
  try {
    for (let at = 0; ; at += blocks[0].length) {
      const read = files.map((file, i) => readSync(file, blocks[i], 0, blocks[i].length, at));
      const same = read[0] === read[1] && blocks[0].compare(blocks[1], 0, read[1], 0, read[0]) === 0;
      if (!same) return at;
      if (read[0] === 0) return -1;
    }
  } finally {
    files.forEach(closeSync);
  }
}

/** Lines of texts as columns, the first at the left. */
export function print(lines) {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  for (const line of lines) console.log(line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '));
}
