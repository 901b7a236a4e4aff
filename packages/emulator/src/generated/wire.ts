// Generated from openapi/openapi.yaml by `pnpm generate`. Not to be edited.

/** The names of headers. */
export const headers = {
  "requestId": "X-Request-Id",
  "token": "X-Auth-Token",
  "project": "X-Project-Id",
  "date": "X-Sdk-Date",
  "securityToken": "X-Security-Token"
};

/** How far the date of a signature may be from the clock, in seconds. */
export const dateTolerance = 900;

/** The scheme of a signed `Authorization`. */
export const signatureScheme = "SDK-HMAC-SHA256";

/** What an ID of a project looks like, as a pattern and in words. */
export const projectId = {
  "pattern": "^[0-9A-Za-z_-]{1,64}$",
  "words": "1 to 64 letters, digits, `_` or `-`"
};

/** Where tasks are listed. */
export const listPath = "/v1/{project_id}/encryptions";

/** The ID of the task in the contract's example of a listing. */
export const exampleId = 31207;

/** With which status each operation succeeds. */
export const success = {
  "listEncryptionTasks": 200,
  "createEncryptionTask": 202,
  "cancelEncryptionTask": 204
};

/** How many wrong signatures in a row lock an access key, and for how many seconds. */
export const lockout = {
  "failures": 5,
  "seconds": 300
};

/** How many calls a tenant has, in how many seconds, and the same window in words. */
export const rateLimit = {
  "calls": 100,
  "seconds": 60,
  "window": "1 minute"
};

/** The names of the headers that tell of it. */
export const rateLimitHeaders = {
  "limit": "X-ratelimit",
  "used": "X-ratelimit-used",
  "window": "X-ratelimit-window"
};

/** Where the contract expects an emulator. */
export const defaultEndpoint = "http://127.0.0.1:4010";

/** What page and size are when the query lacks them. */
export const defaults = {
  "page": 0,
  "size": 10
};

/** The status of a task at each point of its life, and when there is none. */
export const lifeCycle = {
  "created": "WAITING",
  "begun": "PROCESSING",
  "succeeded": "SUCCEEDED",
  "failed": "FAILED",
  "cancelled": "CANCELED",
  "missing": "NO_TASK"
};

/** The answer to each kind of wrong request. */
export const refusals = {
  "invalid-parameter": {
    "status": 400,
    "body": {
      "error_code": "MPC.10202",
      "error_msg": "Invalid request parameter."
    }
  },
  "not-authenticated": {
    "status": 401,
    "body": {
      "error_code": "MPC.10203",
      "error_msg": "Identity authentication failed."
    }
  },
  "wrong-method": {
    "status": 400,
    "body": {
      "error_code": "MPC.10204",
      "error_msg": "Incorrect request method."
    }
  },
  "wrong-content-type": {
    "status": 400,
    "body": {
      "error_code": "MPC.10205",
      "error_msg": "Incorrect request content type."
    }
  },
  "not-real-name": {
    "status": 401,
    "body": {
      "error_code": "MPC.10206",
      "error_msg": "Real-name authentication not completed."
    }
  },
  "other-project": {
    "status": 400,
    "body": {
      "error_code": "MPC.10208",
      "error_msg": "Failed to verify the tenant ID."
    }
  },
  "wrong-state": {
    "status": 403,
    "body": {
      "error_code": "MPC.10212",
      "error_msg": "Operation failed."
    }
  },
  "system-error": {
    "status": 500,
    "body": {
      "error_code": "MPC.10050",
      "error_msg": "System error."
    }
  },
  "no-such-path": {
    "status": 404,
    "body": {
      "error_code": "APIGW.0101",
      "error_msg": "The API does not exist."
    }
  },
  "not-signed": {
    "status": 401,
    "body": {
      "error_code": "APIGW.0301",
      "error_msg": "Incorrect IAM authentication information."
    }
  },
  "throttled": {
    "status": 429,
    "body": {
      "error_code": "APIGW.0308",
      "error_msg": "The throttling threshold has been reached."
    }
  }
};

/** What is said of a task that failed, by what it failed of. */
export const failures = {
  "input-not-fetched": "Failed to obtain the input file.",
  "input-missing": "The input file does not exist.",
  "input-format": "The input file format is incorrect."
};

/** The algorithm of a task that names none. */
export const defaultAlgorithm = "AES-128-CTR";

/** The METHOD of HLS that carries an algorithm; those missing cannot be carried. */
export const hlsMethods: Readonly<Record<string, string>> = {
  "AES-128-CBC": "AES-128"
};
