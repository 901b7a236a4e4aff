// Generated from openapi/openapi.yaml by `pnpm generate`. Not to be edited.

import type { PathTable, SimpleOperationTable } from "../operation.ts";
import type { Unit } from "../unit.ts";
import * as strict from "./strict.ts";
import * as tolerant from "./tolerant.ts";
import type { operations as Operations } from "./types.ts";

export const units: Record<string, Unit> = {
 TaskIdFilter: {
  tolerant: tolerant.TaskIdFilter,
  strict: strict.TaskIdFilter,
  "origins": {
  "": "#/components/schemas/TaskIdFilter"
 },
 "secrets": [],
 "patterns": {
  "/pattern": "1 to 64 letters, digits, `_` or `-`"
 }
 },
 TaskStatusFilter: {
  tolerant: tolerant.TaskStatusFilter,
  strict: strict.TaskStatusFilter,
  "origins": {
  "": "#/components/schemas/TaskStatusFilter"
 },
 "secrets": [],
 "patterns": {}
 },
 TimestampText: {
  tolerant: tolerant.TimestampText,
  strict: strict.TimestampText,
  "origins": {
  "": "#/components/schemas/TimestampText"
 },
 "secrets": [],
 "patterns": {
  "/pattern": "14 digits `yyyymmddhhmmss` of a time that exists"
 }
 },
 ErrorCode: {
  tolerant: tolerant.ErrorCode,
  strict: strict.ErrorCode,
  "origins": {
  "": "#/components/schemas/ErrorCode"
 },
 "secrets": [],
 "patterns": {}
 },
 ErrorBody: {
  tolerant: tolerant.ErrorBody,
  strict: strict.ErrorBody,
  "origins": {
  "": "#/components/schemas/ErrorBody",
  "/properties/error_code": "#/components/schemas/ErrorCode"
 },
 "secrets": [],
 "patterns": {}
 },
 TaskId: {
  tolerant: tolerant.TaskId,
  strict: strict.TaskId,
  "origins": {
  "": "#/components/schemas/TaskId"
 },
 "secrets": [],
 "patterns": {}
 },
 TaskStatus: {
  tolerant: tolerant.TaskStatus,
  strict: strict.TaskStatus,
  "origins": {
  "": "#/components/schemas/TaskStatus"
 },
 "secrets": [],
 "patterns": {}
 },
 Timestamp: {
  tolerant: tolerant.Timestamp,
  strict: strict.Timestamp,
  "origins": {
  "": "#/components/schemas/Timestamp"
 },
 "secrets": [],
 "patterns": {
  "/pattern": "14 digits `yyyymmddhhmmss` of a time that exists"
 }
 },
 BucketName: {
  tolerant: tolerant.BucketName,
  strict: strict.BucketName,
  "origins": {
  "": "#/components/schemas/BucketName"
 },
 "secrets": [],
 "patterns": {}
 },
 BucketRegion: {
  tolerant: tolerant.BucketRegion,
  strict: strict.BucketRegion,
  "origins": {
  "": "#/components/schemas/BucketRegion"
 },
 "secrets": [],
 "patterns": {}
 },
 ObsObject: {
  tolerant: tolerant.ObsObject,
  strict: strict.ObsObject,
  "origins": {
  "": "#/components/schemas/ObsObject",
  "/properties/bucket": "#/components/schemas/BucketName",
  "/properties/location": "#/components/schemas/BucketRegion"
 },
 "secrets": [],
 "patterns": {}
 },
 EncryptionTask: {
  tolerant: tolerant.EncryptionTask,
  strict: strict.EncryptionTask,
  "origins": {
  "": "#/components/schemas/EncryptionTask",
  "/properties/task_id": "#/components/schemas/TaskId",
  "/properties/status": "#/components/schemas/TaskStatus",
  "/properties/create_time": "#/components/schemas/Timestamp",
  "/properties/end_time": "#/components/schemas/Timestamp",
  "/properties/input": "#/components/schemas/ObsObject",
  "/properties/input/properties/bucket": "#/components/schemas/BucketName",
  "/properties/input/properties/location": "#/components/schemas/BucketRegion",
  "/properties/output": "#/components/schemas/ObsObject",
  "/properties/output/properties/bucket": "#/components/schemas/BucketName",
  "/properties/output/properties/location": "#/components/schemas/BucketRegion"
 },
 "secrets": [],
 "patterns": {
  "/properties/create_time/pattern": "14 digits `yyyymmddhhmmss` of a time that exists",
  "/properties/end_time/pattern": "14 digits `yyyymmddhhmmss` of a time that exists"
 }
 },
 EncryptionTaskPage: {
  tolerant: tolerant.EncryptionTaskPage,
  strict: strict.EncryptionTaskPage,
  "origins": {
  "": "#/components/schemas/EncryptionTaskPage",
  "/properties/task_array/items": "#/components/schemas/EncryptionTask",
  "/properties/task_array/items/properties/task_id": "#/components/schemas/TaskId",
  "/properties/task_array/items/properties/status": "#/components/schemas/TaskStatus",
  "/properties/task_array/items/properties/create_time": "#/components/schemas/Timestamp",
  "/properties/task_array/items/properties/end_time": "#/components/schemas/Timestamp",
  "/properties/task_array/items/properties/input": "#/components/schemas/ObsObject",
  "/properties/task_array/items/properties/input/properties/bucket": "#/components/schemas/BucketName",
  "/properties/task_array/items/properties/input/properties/location": "#/components/schemas/BucketRegion",
  "/properties/task_array/items/properties/output": "#/components/schemas/ObsObject",
  "/properties/task_array/items/properties/output/properties/bucket": "#/components/schemas/BucketName",
  "/properties/task_array/items/properties/output/properties/location": "#/components/schemas/BucketRegion"
 },
 "secrets": [],
 "patterns": {
  "/properties/task_array/items/properties/create_time/pattern": "14 digits `yyyymmddhhmmss` of a time that exists",
  "/properties/task_array/items/properties/end_time/pattern": "14 digits `yyyymmddhhmmss` of a time that exists"
 }
 },
 EncryptionInput: {
  tolerant: tolerant.EncryptionInput,
  strict: strict.EncryptionInput,
  "origins": {
  "": "#/components/schemas/EncryptionInput",
  "/properties/bucket": "#/components/schemas/BucketName",
  "/properties/location": "#/components/schemas/BucketRegion"
 },
 "secrets": [],
 "patterns": {
  "/properties/object/pattern": "a path that ends in `.m3u8` or `.mpd`"
 }
 },
 EncryptionOutput: {
  tolerant: tolerant.EncryptionOutput,
  strict: strict.EncryptionOutput,
  "origins": {
  "": "#/components/schemas/EncryptionOutput",
  "/properties/bucket": "#/components/schemas/BucketName",
  "/properties/location": "#/components/schemas/BucketRegion"
 },
 "secrets": [],
 "patterns": {}
 },
 Base64Bits128: {
  tolerant: tolerant.Base64Bits128,
  strict: strict.Base64Bits128,
  "origins": {
  "": "#/components/schemas/Base64Bits128"
 },
 "secrets": [
  ""
 ],
 "patterns": {
  "/pattern": "128 bits in base64, 22 characters and `==`"
 }
 },
 EncryptionAlgorithm: {
  tolerant: tolerant.EncryptionAlgorithm,
  strict: strict.EncryptionAlgorithm,
  "origins": {
  "": "#/components/schemas/EncryptionAlgorithm"
 },
 "secrets": [],
 "patterns": {}
 },
 HlsEncryption: {
  tolerant: tolerant.HlsEncryption,
  strict: strict.HlsEncryption,
  "origins": {
  "": "#/components/schemas/HlsEncryption",
  "/properties/key": "#/components/schemas/Base64Bits128",
  "/properties/iv": "#/components/schemas/Base64Bits128",
  "/properties/algorithm": "#/components/schemas/EncryptionAlgorithm"
 },
 "secrets": [
  "/properties/key",
  "/properties/iv"
 ],
 "patterns": {
  "/properties/key/pattern": "128 bits in base64, 22 characters and `==`",
  "/properties/iv/pattern": "128 bits in base64, 22 characters and `==`"
 }
 },
 Encryption: {
  tolerant: tolerant.Encryption,
  strict: strict.Encryption,
  "origins": {
  "": "#/components/schemas/Encryption",
  "/properties/hls_encrypt": "#/components/schemas/HlsEncryption",
  "/properties/hls_encrypt/properties/key": "#/components/schemas/Base64Bits128",
  "/properties/hls_encrypt/properties/iv": "#/components/schemas/Base64Bits128",
  "/properties/hls_encrypt/properties/algorithm": "#/components/schemas/EncryptionAlgorithm"
 },
 "secrets": [
  "/properties/hls_encrypt/properties/key",
  "/properties/hls_encrypt/properties/iv"
 ],
 "patterns": {
  "/properties/hls_encrypt/properties/key/pattern": "128 bits in base64, 22 characters and `==`",
  "/properties/hls_encrypt/properties/iv/pattern": "128 bits in base64, 22 characters and `==`"
 }
 },
 EncryptionTaskRequest: {
  tolerant: tolerant.EncryptionTaskRequest,
  strict: strict.EncryptionTaskRequest,
  "origins": {
  "": "#/components/schemas/EncryptionTaskRequest",
  "/properties/input": "#/components/schemas/EncryptionInput",
  "/properties/input/properties/bucket": "#/components/schemas/BucketName",
  "/properties/input/properties/location": "#/components/schemas/BucketRegion",
  "/properties/output": "#/components/schemas/EncryptionOutput",
  "/properties/output/properties/bucket": "#/components/schemas/BucketName",
  "/properties/output/properties/location": "#/components/schemas/BucketRegion",
  "/properties/encryption": "#/components/schemas/Encryption",
  "/properties/encryption/properties/hls_encrypt": "#/components/schemas/HlsEncryption",
  "/properties/encryption/properties/hls_encrypt/properties/key": "#/components/schemas/Base64Bits128",
  "/properties/encryption/properties/hls_encrypt/properties/iv": "#/components/schemas/Base64Bits128",
  "/properties/encryption/properties/hls_encrypt/properties/algorithm": "#/components/schemas/EncryptionAlgorithm"
 },
 "secrets": [
  "/properties/encryption/properties/hls_encrypt/properties/key",
  "/properties/encryption/properties/hls_encrypt/properties/iv"
 ],
 "patterns": {
  "/properties/input/properties/object/pattern": "a path that ends in `.m3u8` or `.mpd`",
  "/properties/encryption/properties/hls_encrypt/properties/key/pattern": "128 bits in base64, 22 characters and `==`",
  "/properties/encryption/properties/hls_encrypt/properties/iv/pattern": "128 bits in base64, 22 characters and `==`"
 }
 },
 CreatedTask: {
  tolerant: tolerant.CreatedTask,
  strict: strict.CreatedTask,
  "origins": {
  "": "#/components/schemas/CreatedTask",
  "/properties/task_id": "#/components/schemas/TaskId"
 },
 "secrets": [],
 "patterns": {}
 },
 listEncryptionTasks_path: {
  tolerant: tolerant.listEncryptionTasks_path,
  strict: strict.listEncryptionTasks_path,
  "origins": {
  "/properties/project_id": "#/components/parameters/ProjectId/schema",
  "/required/project_id": "#/components/parameters/ProjectId/required"
 },
 "secrets": [],
 "patterns": {
  "/properties/project_id/pattern": "1 to 64 letters, digits, `_` or `-`"
 }
 },
 listEncryptionTasks_query: {
  tolerant: tolerant.listEncryptionTasks_query,
  strict: strict.listEncryptionTasks_query,
  "origins": {
  "/properties/task_id": "#/components/parameters/TaskIds/schema",
  "/properties/task_id/items": "#/components/schemas/TaskIdFilter",
  "/properties/status": "#/components/schemas/TaskStatusFilter",
  "/properties/start_time": "#/components/schemas/TimestampText",
  "/properties/end_time": "#/components/schemas/TimestampText",
  "/properties/page": "#/components/parameters/Page/schema",
  "/properties/size": "#/components/parameters/Size/schema",
  "/closed": "#/paths/~1v1~1{project_id}~1encryptions/get/parameters"
 },
 "secrets": [],
 "patterns": {
  "/properties/task_id/items/pattern": "1 to 64 letters, digits, `_` or `-`",
  "/properties/start_time/pattern": "14 digits `yyyymmddhhmmss` of a time that exists",
  "/properties/end_time/pattern": "14 digits `yyyymmddhhmmss` of a time that exists"
 }
 },
 listEncryptionTasks_header: {
  tolerant: tolerant.listEncryptionTasks_header,
  strict: strict.listEncryptionTasks_header,
  "origins": {},
 "secrets": [],
 "patterns": {}
 },
 listEncryptionTasks_200_headers: {
  tolerant: tolerant.listEncryptionTasks_200_headers,
  strict: strict.listEncryptionTasks_200_headers,
  "origins": {
  "/properties/x-request-id": "#/components/headers/RequestId/schema",
  "/properties/x-ratelimit": "#/components/headers/RateLimit/schema",
  "/properties/x-ratelimit-used": "#/components/headers/RateLimitUsed/schema",
  "/properties/x-ratelimit-window": "#/components/headers/RateLimitWindow/schema"
 },
 "secrets": [],
 "patterns": {}
 },
 BadRequest_headers: {
  tolerant: tolerant.BadRequest_headers,
  strict: strict.BadRequest_headers,
  "origins": {
  "/properties/x-request-id": "#/components/headers/RequestId/schema",
  "/properties/x-ratelimit": "#/components/headers/RateLimit/schema",
  "/properties/x-ratelimit-used": "#/components/headers/RateLimitUsed/schema",
  "/properties/x-ratelimit-window": "#/components/headers/RateLimitWindow/schema"
 },
 "secrets": [],
 "patterns": {}
 },
 Unauthorized_headers: {
  tolerant: tolerant.Unauthorized_headers,
  strict: strict.Unauthorized_headers,
  "origins": {
  "/properties/x-request-id": "#/components/headers/RequestId/schema",
  "/properties/x-ratelimit": "#/components/headers/RateLimit/schema",
  "/properties/x-ratelimit-used": "#/components/headers/RateLimitUsed/schema",
  "/properties/x-ratelimit-window": "#/components/headers/RateLimitWindow/schema"
 },
 "secrets": [],
 "patterns": {}
 },
 Forbidden_headers: {
  tolerant: tolerant.Forbidden_headers,
  strict: strict.Forbidden_headers,
  "origins": {
  "/properties/x-request-id": "#/components/headers/RequestId/schema",
  "/properties/x-ratelimit": "#/components/headers/RateLimit/schema",
  "/properties/x-ratelimit-used": "#/components/headers/RateLimitUsed/schema",
  "/properties/x-ratelimit-window": "#/components/headers/RateLimitWindow/schema"
 },
 "secrets": [],
 "patterns": {}
 },
 TooManyRequests_headers: {
  tolerant: tolerant.TooManyRequests_headers,
  strict: strict.TooManyRequests_headers,
  "origins": {
  "/properties/x-request-id": "#/components/headers/RequestId/schema",
  "/properties/x-ratelimit": "#/components/headers/RateLimit/schema",
  "/properties/x-ratelimit-used": "#/components/headers/RateLimitUsed/schema",
  "/properties/x-ratelimit-window": "#/components/headers/RateLimitWindow/schema"
 },
 "secrets": [],
 "patterns": {}
 },
 UnexpectedError_headers: {
  tolerant: tolerant.UnexpectedError_headers,
  strict: strict.UnexpectedError_headers,
  "origins": {
  "/properties/x-request-id": "#/components/headers/RequestId/schema",
  "/properties/x-ratelimit": "#/components/headers/RateLimit/schema",
  "/properties/x-ratelimit-used": "#/components/headers/RateLimitUsed/schema",
  "/properties/x-ratelimit-window": "#/components/headers/RateLimitWindow/schema"
 },
 "secrets": [],
 "patterns": {}
 },
 createEncryptionTask_path: {
  tolerant: tolerant.createEncryptionTask_path,
  strict: strict.createEncryptionTask_path,
  "origins": {
  "/properties/project_id": "#/components/parameters/ProjectId/schema",
  "/required/project_id": "#/components/parameters/ProjectId/required"
 },
 "secrets": [],
 "patterns": {
  "/properties/project_id/pattern": "1 to 64 letters, digits, `_` or `-`"
 }
 },
 createEncryptionTask_query: {
  tolerant: tolerant.createEncryptionTask_query,
  strict: strict.createEncryptionTask_query,
  "origins": {
  "/closed": "#/paths/~1v1~1{project_id}~1encryptions/post"
 },
 "secrets": [],
 "patterns": {}
 },
 createEncryptionTask_header: {
  tolerant: tolerant.createEncryptionTask_header,
  strict: strict.createEncryptionTask_header,
  "origins": {},
 "secrets": [],
 "patterns": {}
 },
 createEncryptionTask_202_headers: {
  tolerant: tolerant.createEncryptionTask_202_headers,
  strict: strict.createEncryptionTask_202_headers,
  "origins": {
  "/properties/x-request-id": "#/components/headers/RequestId/schema",
  "/properties/x-ratelimit": "#/components/headers/RateLimit/schema",
  "/properties/x-ratelimit-used": "#/components/headers/RateLimitUsed/schema",
  "/properties/x-ratelimit-window": "#/components/headers/RateLimitWindow/schema"
 },
 "secrets": [],
 "patterns": {}
 },
 cancelEncryptionTask_path: {
  tolerant: tolerant.cancelEncryptionTask_path,
  strict: strict.cancelEncryptionTask_path,
  "origins": {
  "/properties/project_id": "#/components/parameters/ProjectId/schema",
  "/required/project_id": "#/components/parameters/ProjectId/required"
 },
 "secrets": [],
 "patterns": {
  "/properties/project_id/pattern": "1 to 64 letters, digits, `_` or `-`"
 }
 },
 cancelEncryptionTask_query: {
  tolerant: tolerant.cancelEncryptionTask_query,
  strict: strict.cancelEncryptionTask_query,
  "origins": {
  "/properties/task_id": "#/components/schemas/TaskIdFilter",
  "/required/task_id": "#/components/parameters/CancelTaskId/required",
  "/closed": "#/paths/~1v1~1{project_id}~1encryptions/delete/parameters"
 },
 "secrets": [],
 "patterns": {
  "/properties/task_id/pattern": "1 to 64 letters, digits, `_` or `-`"
 }
 },
 cancelEncryptionTask_header: {
  tolerant: tolerant.cancelEncryptionTask_header,
  strict: strict.cancelEncryptionTask_header,
  "origins": {},
 "secrets": [],
 "patterns": {}
 },
 cancelEncryptionTask_204_headers: {
  tolerant: tolerant.cancelEncryptionTask_204_headers,
  strict: strict.cancelEncryptionTask_204_headers,
  "origins": {
  "/properties/x-request-id": "#/components/headers/RequestId/schema",
  "/properties/x-ratelimit": "#/components/headers/RateLimit/schema",
  "/properties/x-ratelimit-used": "#/components/headers/RateLimitUsed/schema",
  "/properties/x-ratelimit-window": "#/components/headers/RateLimitWindow/schema"
 },
 "secrets": [],
 "patterns": {}
 }
};

/** The names of the schemas that the contract itself names. */
export const schemas: string[] = [
 "TaskIdFilter",
 "TaskStatusFilter",
 "TimestampText",
 "ErrorCode",
 "ErrorBody",
 "TaskId",
 "TaskStatus",
 "Timestamp",
 "BucketName",
 "BucketRegion",
 "ObsObject",
 "EncryptionTask",
 "EncryptionTaskPage",
 "EncryptionInput",
 "EncryptionOutput",
 "Base64Bits128",
 "EncryptionAlgorithm",
 "HlsEncryption",
 "Encryption",
 "EncryptionTaskRequest",
 "CreatedTask"
];

export const paths: PathTable[] = [
 {
  "template": "/v1/{project_id}/encryptions",
  "contract": "#/paths/~1v1~1{project_id}~1encryptions",
  "operations": {
   "GET": "listEncryptionTasks",
   "POST": "createEncryptionTask",
   "DELETE": "cancelEncryptionTask"
  }
 }
];

export const operations: Record<keyof Operations, SimpleOperationTable> = {
 "listEncryptionTasks": {
  "contract": "#/paths/~1v1~1{project_id}~1encryptions/get",
  "parameters": [
   {
    "name": "project_id",
    "in": "path",
    "type": "string"
   },
   {
    "name": "task_id",
    "in": "query",
    "type": "array"
   },
   {
    "name": "status",
    "in": "query",
    "type": "string"
   },
   {
    "name": "start_time",
    "in": "query",
    "type": "string"
   },
   {
    "name": "end_time",
    "in": "query",
    "type": "string"
   },
   {
    "name": "page",
    "in": "query",
    "type": "integer"
   },
   {
    "name": "size",
    "in": "query",
    "type": "integer"
   }
  ],
  "units": {
   "path": "listEncryptionTasks_path",
   "query": "listEncryptionTasks_query",
   "header": "listEncryptionTasks_header"
  },
  "security": [
   [
    {
     "name": "x-auth-token"
    }
   ],
   [
    {
     "name": "authorization",
     "scheme": "SDK-HMAC-SHA256"
    },
    {
     "name": "x-sdk-date"
    },
    {
     "name": "x-project-id"
    }
   ],
   [
    {
     "name": "authorization",
     "scheme": "SDK-HMAC-SHA256"
    },
    {
     "name": "x-sdk-date"
    },
    {
     "name": "x-project-id"
    },
    {
     "name": "x-security-token"
    }
   ]
  ],
  "securityContract": "#/security",
  "responses": {
   "200": {
    "contract": "#/paths/~1v1~1{project_id}~1encryptions/get/responses/200",
    "headers": [
     "x-request-id",
     "x-ratelimit",
     "x-ratelimit-used",
     "x-ratelimit-window"
    ],
    "headersUnit": "listEncryptionTasks_200_headers",
    "content": {
     "application/json": {
      "contract": "#/paths/~1v1~1{project_id}~1encryptions/get/responses/200/content/application~1json",
      "unit": "EncryptionTaskPage"
     }
    }
   },
   "400": {
    "contract": "#/components/responses/BadRequest",
    "headers": [
     "x-request-id",
     "x-ratelimit",
     "x-ratelimit-used",
     "x-ratelimit-window"
    ],
    "headersUnit": "BadRequest_headers",
    "content": {
     "application/json": {
      "contract": "#/components/responses/BadRequest/content/application~1json",
      "unit": "ErrorBody"
     }
    }
   },
   "401": {
    "contract": "#/components/responses/Unauthorized",
    "headers": [
     "x-request-id",
     "x-ratelimit",
     "x-ratelimit-used",
     "x-ratelimit-window"
    ],
    "headersUnit": "Unauthorized_headers",
    "content": {
     "application/json": {
      "contract": "#/components/responses/Unauthorized/content/application~1json",
      "unit": "ErrorBody"
     }
    }
   },
   "403": {
    "contract": "#/components/responses/Forbidden",
    "headers": [
     "x-request-id",
     "x-ratelimit",
     "x-ratelimit-used",
     "x-ratelimit-window"
    ],
    "headersUnit": "Forbidden_headers",
    "content": {
     "application/json": {
      "contract": "#/components/responses/Forbidden/content/application~1json",
      "unit": "ErrorBody"
     }
    }
   },
   "429": {
    "contract": "#/components/responses/TooManyRequests",
    "headers": [
     "x-request-id",
     "x-ratelimit",
     "x-ratelimit-used",
     "x-ratelimit-window"
    ],
    "headersUnit": "TooManyRequests_headers",
    "content": {
     "application/json": {
      "contract": "#/components/responses/TooManyRequests/content/application~1json",
      "unit": "ErrorBody"
     }
    }
   },
   "default": {
    "contract": "#/components/responses/UnexpectedError",
    "headers": [
     "x-request-id",
     "x-ratelimit",
     "x-ratelimit-used",
     "x-ratelimit-window"
    ],
    "headersUnit": "UnexpectedError_headers",
    "content": {
     "application/json": {
      "contract": "#/components/responses/UnexpectedError/content/application~1json",
      "unit": "ErrorBody"
     }
    }
   }
  }
 },
 "createEncryptionTask": {
  "contract": "#/paths/~1v1~1{project_id}~1encryptions/post",
  "parameters": [
   {
    "name": "project_id",
    "in": "path",
    "type": "string"
   }
  ],
  "units": {
   "path": "createEncryptionTask_path",
   "query": "createEncryptionTask_query",
   "header": "createEncryptionTask_header"
  },
  "security": [
   [
    {
     "name": "x-auth-token"
    }
   ],
   [
    {
     "name": "authorization",
     "scheme": "SDK-HMAC-SHA256"
    },
    {
     "name": "x-sdk-date"
    },
    {
     "name": "x-project-id"
    }
   ],
   [
    {
     "name": "authorization",
     "scheme": "SDK-HMAC-SHA256"
    },
    {
     "name": "x-sdk-date"
    },
    {
     "name": "x-project-id"
    },
    {
     "name": "x-security-token"
    }
   ]
  ],
  "securityContract": "#/security",
  "responses": {
   "202": {
    "contract": "#/paths/~1v1~1{project_id}~1encryptions/post/responses/202",
    "headers": [
     "x-request-id",
     "x-ratelimit",
     "x-ratelimit-used",
     "x-ratelimit-window"
    ],
    "headersUnit": "createEncryptionTask_202_headers",
    "content": {
     "application/json": {
      "contract": "#/paths/~1v1~1{project_id}~1encryptions/post/responses/202/content/application~1json",
      "unit": "CreatedTask"
     }
    }
   },
   "400": {
    "contract": "#/components/responses/BadRequest",
    "headers": [
     "x-request-id",
     "x-ratelimit",
     "x-ratelimit-used",
     "x-ratelimit-window"
    ],
    "headersUnit": "BadRequest_headers",
    "content": {
     "application/json": {
      "contract": "#/components/responses/BadRequest/content/application~1json",
      "unit": "ErrorBody"
     }
    }
   },
   "401": {
    "contract": "#/components/responses/Unauthorized",
    "headers": [
     "x-request-id",
     "x-ratelimit",
     "x-ratelimit-used",
     "x-ratelimit-window"
    ],
    "headersUnit": "Unauthorized_headers",
    "content": {
     "application/json": {
      "contract": "#/components/responses/Unauthorized/content/application~1json",
      "unit": "ErrorBody"
     }
    }
   },
   "403": {
    "contract": "#/components/responses/Forbidden",
    "headers": [
     "x-request-id",
     "x-ratelimit",
     "x-ratelimit-used",
     "x-ratelimit-window"
    ],
    "headersUnit": "Forbidden_headers",
    "content": {
     "application/json": {
      "contract": "#/components/responses/Forbidden/content/application~1json",
      "unit": "ErrorBody"
     }
    }
   },
   "429": {
    "contract": "#/components/responses/TooManyRequests",
    "headers": [
     "x-request-id",
     "x-ratelimit",
     "x-ratelimit-used",
     "x-ratelimit-window"
    ],
    "headersUnit": "TooManyRequests_headers",
    "content": {
     "application/json": {
      "contract": "#/components/responses/TooManyRequests/content/application~1json",
      "unit": "ErrorBody"
     }
    }
   },
   "default": {
    "contract": "#/components/responses/UnexpectedError",
    "headers": [
     "x-request-id",
     "x-ratelimit",
     "x-ratelimit-used",
     "x-ratelimit-window"
    ],
    "headersUnit": "UnexpectedError_headers",
    "content": {
     "application/json": {
      "contract": "#/components/responses/UnexpectedError/content/application~1json",
      "unit": "ErrorBody"
     }
    }
   }
  },
  "requestBody": {
   "contract": "#/paths/~1v1~1{project_id}~1encryptions/post/requestBody",
   "required": true,
   "content": {
    "application/json": {
     "contract": "#/paths/~1v1~1{project_id}~1encryptions/post/requestBody/content/application~1json",
     "unit": "EncryptionTaskRequest"
    }
   }
  }
 },
 "cancelEncryptionTask": {
  "contract": "#/paths/~1v1~1{project_id}~1encryptions/delete",
  "parameters": [
   {
    "name": "project_id",
    "in": "path",
    "type": "string"
   },
   {
    "name": "task_id",
    "in": "query",
    "type": "string"
   }
  ],
  "units": {
   "path": "cancelEncryptionTask_path",
   "query": "cancelEncryptionTask_query",
   "header": "cancelEncryptionTask_header"
  },
  "security": [
   [
    {
     "name": "x-auth-token"
    }
   ],
   [
    {
     "name": "authorization",
     "scheme": "SDK-HMAC-SHA256"
    },
    {
     "name": "x-sdk-date"
    },
    {
     "name": "x-project-id"
    }
   ],
   [
    {
     "name": "authorization",
     "scheme": "SDK-HMAC-SHA256"
    },
    {
     "name": "x-sdk-date"
    },
    {
     "name": "x-project-id"
    },
    {
     "name": "x-security-token"
    }
   ]
  ],
  "securityContract": "#/security",
  "responses": {
   "204": {
    "contract": "#/paths/~1v1~1{project_id}~1encryptions/delete/responses/204",
    "headers": [
     "x-request-id",
     "x-ratelimit",
     "x-ratelimit-used",
     "x-ratelimit-window"
    ],
    "headersUnit": "cancelEncryptionTask_204_headers",
    "content": {}
   },
   "400": {
    "contract": "#/components/responses/BadRequest",
    "headers": [
     "x-request-id",
     "x-ratelimit",
     "x-ratelimit-used",
     "x-ratelimit-window"
    ],
    "headersUnit": "BadRequest_headers",
    "content": {
     "application/json": {
      "contract": "#/components/responses/BadRequest/content/application~1json",
      "unit": "ErrorBody"
     }
    }
   },
   "401": {
    "contract": "#/components/responses/Unauthorized",
    "headers": [
     "x-request-id",
     "x-ratelimit",
     "x-ratelimit-used",
     "x-ratelimit-window"
    ],
    "headersUnit": "Unauthorized_headers",
    "content": {
     "application/json": {
      "contract": "#/components/responses/Unauthorized/content/application~1json",
      "unit": "ErrorBody"
     }
    }
   },
   "403": {
    "contract": "#/components/responses/Forbidden",
    "headers": [
     "x-request-id",
     "x-ratelimit",
     "x-ratelimit-used",
     "x-ratelimit-window"
    ],
    "headersUnit": "Forbidden_headers",
    "content": {
     "application/json": {
      "contract": "#/components/responses/Forbidden/content/application~1json",
      "unit": "ErrorBody"
     }
    }
   },
   "429": {
    "contract": "#/components/responses/TooManyRequests",
    "headers": [
     "x-request-id",
     "x-ratelimit",
     "x-ratelimit-used",
     "x-ratelimit-window"
    ],
    "headersUnit": "TooManyRequests_headers",
    "content": {
     "application/json": {
      "contract": "#/components/responses/TooManyRequests/content/application~1json",
      "unit": "ErrorBody"
     }
    }
   },
   "default": {
    "contract": "#/components/responses/UnexpectedError",
    "headers": [
     "x-request-id",
     "x-ratelimit",
     "x-ratelimit-used",
     "x-ratelimit-window"
    ],
    "headersUnit": "UnexpectedError_headers",
    "content": {
     "application/json": {
      "contract": "#/components/responses/UnexpectedError/content/application~1json",
      "unit": "ErrorBody"
     }
    }
   }
  }
 }
};
