// Generated from openapi/openapi.yaml by `pnpm generate`. Not to be edited.

import type { EncryptionTask } from "@mpc-contract/client";
import type { Answer } from "../message.ts";

/** The tasks of the contract's examples, by project. */
export const tasks: Record<string, EncryptionTask[]> = {
  "5f1c0b0e7a9d4c1f8e2b3a4d5c6e7f80": [
    {
      "task_id": 41002,
      "status": "FAILED",
      "create_time": 20261101080000,
      "end_time": "20261101080003",
      "input": {
        "bucket": "obs-film-01",
        "location": "cn-north-4",
        "object": "in/film-2/index.m3u8",
        "file_name": "index.m3u8"
      },
      "output": {
        "bucket": "obs-film-01",
        "location": "cn-north-4",
        "object": "out/film-2",
        "file_name": "film-2.m3u8"
      },
      "output_file_name": [],
      "user_data": "",
      "description": "The input file does not exist."
    },
    {
      "task_id": 41005,
      "status": "CANCELED",
      "create_time": 20261104120000,
      "end_time": 20261104120100,
      "input": {
        "bucket": "obs-film-01",
        "location": "cn-north-4",
        "object": "in/film-5/index.m3u8"
      },
      "output": {
        "bucket": "obs-film-01",
        "location": "cn-north-4",
        "object": "out/film-5"
      }
    },
    {
      "task_id": 41003,
      "status": "PROCESSING",
      "create_time": 20261102093000,
      "input": {
        "bucket": "obs-film-01",
        "location": "cn-north-4",
        "object": "in/电影/第1集/index.m3u8"
      },
      "output": {
        "bucket": "obs-film-01",
        "location": "cn-north-4",
        "object": "out/电影"
      },
      "user_data": "订单 4711 – \"Küche\" 😀 é\nsecond line\ttab \\ end"
    },
    {
      "task_id": "41001",
      "status": "SUCCEEDED",
      "create_time": "20261101080000",
      "end_time": "20261101080512",
      "input": {
        "bucket": "obs-film-01",
        "location": "cn-north-4",
        "object": "in/film-1/index.m3u8"
      },
      "output": {
        "bucket": "obs-film-01",
        "location": "cn-north-4",
        "object": "out/film-1"
      },
      "output_file_name": [
        "index.m3u8",
        "720p.m3u8",
        "1080p.m3u8"
      ],
      "user_data": "order 4711"
    },
    {
      "task_id": 41004,
      "status": "WAITING",
      "create_time": 20261103101500,
      "input": {
        "bucket": "obs-film-01",
        "location": "cn-north-4",
        "object": "in/film-4/manifest.mpd"
      },
      "output": {
        "bucket": "obs-film-01",
        "location": "cn-north-4",
        "object": "out/film-4"
      }
    }
  ],
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
  ],
  "project-with-tasks-at-the-bounds": [
    {
      "task_id": 9007199254740991,
      "status": "WAITING",
      "create_time": 99991231235959
    },
    {
      "task_id": "7",
      "status": "SUCCEEDED",
      "create_time": "20201119103952",
      "input": {
        "bucket": "b",
        "location": "r",
        "object": ""
      },
      "output_file_name": []
    },
    {
      "task_id": 0,
      "status": "SUCCEEDED",
      "create_time": 10000101000000
    }
  ]
};

/** Projects of the contract's examples that answer every request with the same error. */
export const refusing: Record<string, Answer> = {
  "project-cancel-out-of-order": {
    "status": 500,
    "headers": {
      "Content-Type": "application/json"
    },
    "body": {
      "error_code": "MPC.10050",
      "error_msg": "System error."
    }
  },
  "project-cancel-throttled": {
    "status": 429,
    "headers": {
      "Content-Type": "application/json",
      "X-ratelimit": "100",
      "X-ratelimit-used": "100",
      "X-ratelimit-window": "1 minute"
    },
    "body": {
      "error_code": "APIGW.0308",
      "error_msg": "The throttling threshold has been reached.",
      "request_id": "23165b00223eef001b9df300544aa740"
    }
  },
  "project-create-forbidden": {
    "status": 403,
    "headers": {
      "Content-Type": "application/json"
    },
    "body": {
      "error_code": "MPC.10212",
      "error_msg": "Operation failed."
    }
  },
  "project-create-refused": {
    "status": 400,
    "headers": {
      "Content-Type": "application/json"
    },
    "body": {
      "error_code": "MPC.10202",
      "error_msg": "Invalid request parameter."
    }
  },
  "project-input-missing": {
    "status": 400,
    "headers": {
      "Content-Type": "application/json"
    },
    "body": {
      "error_code": "MPC.10053",
      "error_msg": "The input file does not exist."
    }
  },
  "project-input-not-fetched": {
    "status": 400,
    "headers": {
      "Content-Type": "application/json"
    },
    "body": {
      "error_code": "MPC.10052",
      "error_msg": "Failed to obtain the input file."
    }
  },
  "project-input-of-another-format": {
    "status": 400,
    "headers": {
      "Content-Type": "application/json"
    },
    "body": {
      "error_code": "MPC.10066",
      "error_msg": "The input file format is incorrect."
    }
  },
  "project-create-out-of-order": {
    "status": 500,
    "headers": {
      "Content-Type": "application/json"
    },
    "body": {
      "error_code": "MPC.10050",
      "error_msg": "System error."
    }
  },
  "project-create-throttled": {
    "status": 429,
    "headers": {
      "Content-Type": "application/json",
      "X-ratelimit": "100",
      "X-ratelimit-used": "100",
      "X-ratelimit-window": "1 minute"
    },
    "body": {
      "error_code": "APIGW.0308",
      "error_msg": "The throttling threshold has been reached.",
      "request_id": "6c6b444061f7bf006cae83004437f700"
    }
  },
  "project-parameter-403": {
    "status": 403,
    "headers": {
      "Content-Type": "application/json"
    },
    "body": {
      "error_code": "MPC.10202",
      "error_msg": "Invalid request parameter."
    }
  },
  "project-of-another-tenant-403": {
    "status": 403,
    "headers": {
      "Content-Type": "application/json"
    },
    "body": {
      "error_code": "MPC.10208",
      "error_msg": "Failed to verify the tenant ID."
    }
  },
  "project-of-another-tenant": {
    "status": 400,
    "headers": {
      "Content-Type": "application/json"
    },
    "body": {
      "error_code": "MPC.10208",
      "error_msg": "Failed to verify the tenant ID."
    }
  },
  "project-refused-by-the-gateway": {
    "status": 401,
    "headers": {
      "Content-Type": "application/json",
      "X-ratelimit": "100",
      "X-ratelimit-used": "1",
      "X-ratelimit-window": "1 minute"
    },
    "body": {
      "error_code": "APIGW.0301",
      "error_msg": "Incorrect IAM authentication information.",
      "request_id": "0a8d8a5fb0c4bd8a9c8d7d2e2f0b1c3d"
    }
  },
  "project-out-of-order": {
    "status": 500,
    "headers": {
      "Content-Type": "application/json"
    },
    "body": {
      "error_code": "MPC.10050",
      "error_msg": "System error."
    }
  },
  "project-throttled-as-in-the-example": {
    "status": 429,
    "headers": {
      "Content-Type": "application/json"
    },
    "body": {
      "error_code": "APIGW.0308",
      "error_msg": "The throttling threshold has been reached.",
      "request_id": "0a8d8a5fb0c4bd8a9c8d7d2e2f0b1c3d"
    }
  },
  "project-throttled": {
    "status": 429,
    "headers": {
      "Content-Type": "application/json",
      "X-ratelimit": "100",
      "X-ratelimit-used": "100",
      "X-ratelimit-window": "1 minute"
    },
    "body": {
      "error_code": "APIGW.0308",
      "error_msg": "The throttling threshold has been reached.",
      "request_id": "51139d405ec3a4004d450400059ae400"
    }
  },
  "project-unknown-to-the-gateway": {
    "status": 404,
    "headers": {
      "Content-Type": "application/json",
      "X-ratelimit": "100",
      "X-ratelimit-used": "1",
      "X-ratelimit-window": "1 minute"
    },
    "body": {
      "error_code": "APIGW.0101",
      "error_msg": "The API does not exist.",
      "request_id": "0a8d8a5fb0c4bd8a9c8d7d2e2f0b1c3d"
    }
  },
  "project-failing": {
    "status": 403,
    "headers": {
      "Content-Type": "application/json",
      "X-ratelimit": "100",
      "X-ratelimit-used": "100",
      "X-ratelimit-window": "1 minute"
    },
    "body": {
      "error_code": "MPC.10212",
      "error_msg": "Operation failed."
    }
  },
  "project-without-real-name": {
    "status": 401,
    "headers": {
      "Content-Type": "application/json"
    },
    "body": {
      "error_code": "MPC.10206",
      "error_msg": "Real-name authentication not completed."
    }
  },
  "project-of-a-wrong-method": {
    "status": 400,
    "headers": {
      "Content-Type": "application/json",
      "X-ratelimit": "100",
      "X-ratelimit-used": "1",
      "X-ratelimit-window": "1 minute"
    },
    "body": {
      "error_code": "MPC.10204",
      "error_msg": "Incorrect request method."
    }
  }
};
