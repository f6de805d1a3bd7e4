// node peer_duckdb.mjs MODULES JOB INPUT OUTPUT: one job by DuckDB, on two threads, in its own process.
import { createRequire } from 'node:module';
import { jobs } from './jobs.mjs';

const [modules, job, input, output] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(`${modules}/`)('@duckdb/node-api');
const database = await DuckDBInstance.create(':memory:', { threads: '2', preserve_insertion_order: 'false' });
const connection = await database.connect();
await connection.run("SET TimeZone = 'UTC'").catch(() => {});
await connection.run(jobs[Number(job)].sql(jobs[Number(job)].parts ? `${input}/*` : input, output));
