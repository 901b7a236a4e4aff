// Generated from openapi/openapi.yaml by `pnpm generate`. Not to be edited.

import type { EncryptionTask } from "@mpc-contract/client";
import type { Answer } from "../refuse.ts";

/** The tasks of the contract's examples, by project. */
export const tasks: Record<string, EncryptionTask[]> = {
  "77b6a44cba5143ab91d13ab9a8ff44fd": [
    {
      "task_id": 31207,
      "status": "SUCCEEDED",
      "create_time": 20201119103952,
      "end_time": 20201119104051,
      "input": {
        "bucket": "obs-apitest-01",
        "location": "cn-north-5",
        "object": "encrypt/m3u8/index.m3u8"
      },
      "output": {
        "bucket": "obs-apitest-01",
        "location": "cn-north-5",
        "object": "out_gamma/encrypt/001"
      },
      "output_file_name": [
        "index.m3u8"
      ]
    }
  ]
};

/** Projects of the contract's examples that answer every request with the same error. */
export const refusing: Record<string, Answer> = {};
