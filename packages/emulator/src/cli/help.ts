import { rateLimit } from "../generated/wire.ts";

export const help = `mpc-emulator [options]

The encryption tasks of Huawei Cloud MPC on this machine, without an account.

  --port PORT      where to listen; 4010, and 0 takes a free one
  --host HOST      for whom; 127.0.0.1, which only this machine reaches
  --cors ORIGIN    lets the pages of an origin call, such as https://docs.example; none
  --seed FILE      JSON: tasks, access keys, tokens, and what becomes of tasks that are created
  --store STORE    where tasks are kept: memory, a file for SQLite, or postgres://USER:PASSWORD@HOST/DATABASE
  --buckets DIR    encrypts segments: each folder in DIR stands for the bucket of its name
  --speed SPEED    how many times faster tasks go through their life; 1, or instant
  --auth AUTH      strict verifies signatures and tokens, loose takes any; strict
  --limits LIMITS  on or off: ${rateLimit.calls} calls in ${rateLimit.window} for each project; on
  --faults FILE    JSON: what goes wrong, such as [{"error": "throttled", "probability": 0.1, "retryAfter": 2}]
  --control        lets faults, clock and tasks be set over HTTP: GET /_emulator says how
  --journal        prints each request
  --help           prints this

Ctrl-C finishes the requests that have come, and ends. Exit code: 0 ended so, 1 it failed, 2 the command is wrong.
`;
