// Generated from openapi/openapi.yaml by `pnpm generate`. Not to be edited.

import type { Divergence } from "../divergence.ts";

/** What the contract assumes, and the emulator with it. */
export const assumptions: readonly Divergence[] = [
  {
    "question": "Which error comes for a task that is no longer `WAITING`?",
    "emulator": "Status 403 with `MPC.10212`."
  },
  {
    "question": "Which error comes for an ID that the project has no task for?",
    "emulator": "Status 400 with `MPC.10202`."
  },
  {
    "question": "How are a `+` in the query and a `%2F` in the path read?",
    "emulator": "As a space and as a slash, as the vendor's SDKs in Go and Python do."
  },
  {
    "question": "Which characters can a project ID hold, and how many?",
    "emulator": "1 to 64 letters, digits, `_` and `-`. Those seen have 32 hexadecimal digits."
  },
  {
    "question": "Are filters that have no effect beside `task_id` ignored or refused?",
    "emulator": "Ignored. `status` is not among them, and goes on filtering."
  },
  {
    "question": "What comes for an ID that the project has no task for?",
    "emulator": "An entry with that ID and the status `NO_TASK`, which nothing else explains."
  },
  {
    "question": "In which order do tasks that were asked for by ID come?",
    "emulator": "In the order asked, each once."
  },
  {
    "question": "Which time of a task is held against the range?",
    "emulator": "Its `create_time`."
  },
  {
    "question": "Does the range hold its two ends?",
    "emulator": "It holds both."
  },
  {
    "question": "What comes for a `start_time` after `end_time`?",
    "emulator": "Status 400 with `MPC.10202`."
  },
  {
    "question": "In which order are the tasks listed?",
    "emulator": "Newest `create_time` first; of one second, by `task_id`, larger first."
  },
  {
    "question": "Which characters can a task ID hold, and how many?",
    "emulator": "1 to 64 letters, digits, `_` and `-`. Those seen have digits only."
  },
  {
    "question": "What does the gateway answer a call that is one too many, and a path that it does not know?",
    "emulator": "Status 429 with `APIGW.0308`, and status 404 with `APIGW.0101`. The pages seen do not say."
  },
  {
    "question": "What does the service answer a request when it fails itself?",
    "emulator": "Status 500 with `MPC.10050`. The pages seen give that code to tasks only."
  },
  {
    "question": "Can the same request succeed later, after which code?",
    "emulator": "After `APIGW.0308` and `MPC.10050`, and after no other."
  },
  {
    "question": "Which messages do the codes of tasks and of the gateway have, and which status has `APIGW.0301`?",
    "emulator": "Those given here, in words of our own, and status 401. The pages seen do not give them."
  },
  {
    "question": "Which properties does every error have?",
    "emulator": "`error_code` and `error_msg`. The tables of the source page mark none, and its example has both."
  },
  {
    "question": "Which status does a task have at first, and which once it is cancelled?",
    "emulator": "`WAITING`, and `CANCELED`, as the words say."
  },
  {
    "question": "Can a task change that is `SUCCEEDED`, `FAILED` or `CANCELED`?",
    "emulator": "No. A new task is made to try again."
  },
  {
    "question": "What does `NO_TASK` mean?",
    "emulator": "The project has no task with the ID that was asked for. No page of the vendor explains the word."
  },
  {
    "question": "In which time zone are the times of a response?",
    "emulator": "UTC, as the source page says of the filters."
  },
  {
    "question": "What is the `end_time` of a task that has not ended?",
    "emulator": "The task has none."
  },
  {
    "question": "Which properties does every task have?",
    "emulator": "`task_id` and `status`. The tables of the source page mark none, and its example lacks `user_data`, `description` and `file_name`."
  },
  {
    "question": "What do the two values of `is_truncated` mean?",
    "emulator": "What the vendor documents of the same property of a sibling operation: 1, more results remain; 0, all were returned."
  },
  {
    "question": "Does `total` count the tasks that match or those of the page?",
    "emulator": "Those that match. When `task_id` is given, the entries of `task_array`."
  },
  {
    "question": "Which properties does every page have?",
    "emulator": "All three. The tables of the source page mark none, and its example has all of them."
  },
  {
    "question": "What becomes of an input that ends in `.mpd`, where all else speaks of HLS?",
    "emulator": "It is taken, as the vendor's SDKs say. What it is encrypted to is not known."
  },
  {
    "question": "Which properties must a request have?",
    "emulator": "`input`, `output` and `encryption` with all that describes them: no task makes sense without. `user_data` may be absent."
  },
  {
    "question": "What do the values of the three rate limit headers look like?",
    "emulator": "Any text is taken. No page seen gives one; the examples here are made up."
  }
];
