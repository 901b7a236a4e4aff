// Generated from openapi/openapi.yaml by `pnpm generate`. Not to be edited.

/** The paths of the contract, each with its operations. */
export interface paths {
    "/v1/{project_id}/encryptions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ID of the project whose tasks are meant. The console lists it under *My Credentials*.
                 * @example 77b6a44cba5143ab91d13ab9a8ff44fd
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * Query encryption tasks
         * @description Finds tasks by their IDs, or else by status and time, a page at a time.
         */
        get: operations["listEncryptionTasks"];
        put?: never;
        /**
         * Create an encryption task
         * @description Creates a task, which is `WAITING` at first. The answer comes at once and holds only the ID.
         */
        post: operations["createEncryptionTask"];
        /**
         * Cancel an encryption task
         * @description Cancels a task that is still `WAITING`. Any other task goes on, and the answer is an error.
         */
        delete: operations["cancelEncryptionTask"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
/** The parts of the contract that have a name, such as its schemas. */
export interface components {
    schemas: {
        /**
         * @description The ID of a task, as it is sent.
         * @example 31207
         */
        TaskIdFilter: string;
        /**
         * @description A status to ask for. The list is open: a word that is not in it may be sent.
         * @example FAILED
         */
        TaskStatusFilter: "WAITING" | "PROCESSING" | "SUCCEEDED" | "FAILED" | "CANCELED" | (string & {});
        /**
         * @description A time in UTC, to the second, as the 14 digits `yyyymmddhhmmss`. The date must exist.
         * @example 20201119103952
         */
        TimestampText: string;
        /**
         * @description What went wrong, as a word for programs. `MPC.` comes from the service, `APIGW.` and `APIG.` from the
         *     gateway in front of it. The list is open: a code that is not in it is passed on as it came.
         * @example MPC.10202
         */
        ErrorCode: "MPC.10202" | "MPC.10203" | "MPC.10204" | "MPC.10205" | "MPC.10206" | "MPC.10208" | "MPC.10212" | "MPC.10050" | "MPC.10052" | "MPC.10053" | "MPC.10066" | "APIGW.0101" | "APIGW.0301" | "APIGW.0308" | (string & {});
        /**
         * @description What is said of an error. Decide by `error_code`: pages of the vendor give the same code different
         *     statuses.
         * @example {
         *       "error_code": "MPC.10202",
         *       "error_msg": "Invalid request parameter."
         *     }
         */
        ErrorBody: {
            error_code: components["schemas"]["ErrorCode"];
            /**
             * @description What went wrong, in English. For people, not for programs.
             * @example Invalid request parameter.
             */
            error_msg: string;
            /**
             * @description The ID of the request. Only the gateway in front of the service gives it.
             * @example 0a8d8a5fb0c4bd8a9c8d7d2e2f0b1c3d
             */
            request_id?: string;
        };
        /**
         * @description The ID of a task, as it comes back.
         * @example 31207
         * @example 31207
         */
        TaskId: string | number;
        /**
         * @description The status of a task. The list is open: a word that is not in it is passed on as it came.
         * @example SUCCEEDED
         */
        TaskStatus: "WAITING" | "PROCESSING" | "SUCCEEDED" | "FAILED" | "CANCELED" | "NO_TASK" | (string & {});
        /**
         * @description A time in UTC, to the second, as the 14 digits `yyyymmddhhmmss`. As text the date must exist; of a
         *     number a schema cannot say so.
         * @example 20201119103952
         * @example 20201119103952
         */
        Timestamp: string | number;
        /**
         * @description The name of an OBS bucket.
         * @example obs-apitest-01
         */
        BucketName: string;
        /**
         * @description The region of the bucket, which must be the region of the service.
         * @example cn-north-4
         */
        BucketRegion: string;
        /**
         * @description A place in OBS, as it comes back.
         * @example {
         *       "bucket": "obs-apitest-01",
         *       "location": "cn-north-5",
         *       "object": "encrypt/m3u8/index.m3u8"
         *     }
         */
        ObsObject: {
            bucket?: components["schemas"]["BucketName"];
            location?: components["schemas"]["BucketRegion"];
            /**
             * @description The path of a file or folder in the bucket, such as `encrypt/m3u8/index.m3u8`.
             * @example encrypt/m3u8/index.m3u8
             */
            object?: string;
            /**
             * @description The name of an output file. Only packaging tasks are said to have it.
             * @example index.m3u8
             */
            file_name?: string;
        };
        /**
         * @description A task, as it comes back.
         * @example {
         *       "task_id": 31207,
         *       "status": "SUCCEEDED",
         *       "create_time": 20201119103952,
         *       "end_time": 20201119104051,
         *       "input": {
         *         "bucket": "obs-apitest-01",
         *         "location": "cn-north-5",
         *         "object": "encrypt/m3u8/index.m3u8"
         *       },
         *       "output": {
         *         "bucket": "obs-apitest-01",
         *         "location": "cn-north-5",
         *         "object": "out_gamma/encrypt/001"
         *       },
         *       "output_file_name": [
         *         "index.m3u8"
         *       ]
         *     }
         */
        EncryptionTask: {
            task_id: components["schemas"]["TaskId"];
            status: components["schemas"]["TaskStatus"];
            /** @description When the task was created, in UTC, as `yyyymmddhhmmss`. */
            create_time?: components["schemas"]["Timestamp"];
            /** @description When the task ended, in UTC, as `yyyymmddhhmmss`. Absent while it has not. */
            end_time?: components["schemas"]["Timestamp"];
            /** @description The playlist that is read. */
            input?: components["schemas"]["ObsObject"];
            /** @description The folder that is written to. */
            output?: components["schemas"]["ObsObject"];
            /**
             * @description The names of the files that were written, in the folder of `output`.
             * @example [
             *       "index.m3u8"
             *     ]
             */
            output_file_name?: string[];
            /**
             * @description What the creator of the task gave it to carry, unchanged.
             * @example order 4711
             */
            user_data?: string;
            /**
             * @description What went wrong, when something did.
             * @example The input file does not exist.
             */
            description?: string;
        };
        /**
         * @description One page of tasks.
         * @example {
         *       "task_array": [],
         *       "is_truncated": 0,
         *       "total": 0
         *     }
         */
        EncryptionTaskPage: {
            /**
             * @description The tasks of this page.
             * @example []
             */
            task_array: components["schemas"]["EncryptionTask"][];
            /**
             * @description 1 when more tasks match than the pages up to this one hold: ask for the next `page`. Otherwise 0.
             * @example 0
             * @enum {integer}
             */
            is_truncated: 0 | 1;
            /**
             * @description How many tasks match, over all pages.
             * @example 1
             */
            total: number;
        };
        /**
         * @description The playlist to encrypt.
         * @example {
         *       "bucket": "obs-apitest-01",
         *       "location": "cn-north-4",
         *       "object": "encrypt/m3u8/index.m3u8"
         *     }
         */
        EncryptionInput: {
            bucket: components["schemas"]["BucketName"];
            location: components["schemas"]["BucketRegion"];
            /**
             * @description The path of the playlist in the bucket. Ends in `.m3u8` or `.mpd`.
             * @example encrypt/m3u8/index.m3u8
             */
            object: string;
        };
        /**
         * @description Where to write the encrypted files.
         * @example {
         *       "bucket": "obs-apitest-01",
         *       "location": "cn-north-4",
         *       "object": "encrypted/001"
         *     }
         */
        EncryptionOutput: {
            bucket: components["schemas"]["BucketName"];
            location: components["schemas"]["BucketRegion"];
            /**
             * @description The path of a folder in the bucket.
             * @example encrypted/001
             */
            object: string;
        };
        /**
         * Format: password
         * @description 128 bits in base64, 24 characters with the padding.
         * @example AAECAwQFBgcICQoLDA0ODw==
         */
        Base64Bits128: string;
        /**
         * @description The algorithm. The list is open: a word that is not in it may be sent.
         * @default AES-128-CTR
         * @example AES-128-CBC
         */
        EncryptionAlgorithm: "AES-128-CTR" | "AES-128-CBC" | "SM4CBC" | (string & {});
        /**
         * @description Encryption of HLS segments with one content key.
         * @example {
         *       "key": "AAECAwQFBgcICQoLDA0ODw==",
         *       "url": "https://keys.example.com/31207",
         *       "algorithm": "AES-128-CBC"
         *     }
         */
        HlsEncryption: {
            /** @description The content key, 128 bits, in base64. A secret. */
            key: components["schemas"]["Base64Bits128"];
            /**
             * Format: uri
             * @description The URL at which a player fetches the content key.
             * @example https://keys.example.com/31207
             */
            url: string;
            /** @description The initialization vector, 128 bits, in base64. The service takes a random one when it is absent. A secret. */
            iv?: components["schemas"]["Base64Bits128"];
            algorithm?: components["schemas"]["EncryptionAlgorithm"];
        };
        /**
         * @description How to encrypt.
         * @example {
         *       "hls_encrypt": {
         *         "key": "AAECAwQFBgcICQoLDA0ODw==",
         *         "url": "https://keys.example.com/31207"
         *       }
         *     }
         */
        Encryption: {
            hls_encrypt: components["schemas"]["HlsEncryption"];
        };
        /**
         * @description A task to create.
         * @example {
         *       "input": {
         *         "bucket": "obs-apitest-01",
         *         "location": "cn-north-4",
         *         "object": "encrypt/m3u8/index.m3u8"
         *       },
         *       "output": {
         *         "bucket": "obs-apitest-01",
         *         "location": "cn-north-4",
         *         "object": "encrypted/001"
         *       },
         *       "encryption": {
         *         "hls_encrypt": {
         *           "key": "AAECAwQFBgcICQoLDA0ODw==",
         *           "url": "https://keys.example.com/31207"
         *         }
         *       },
         *       "user_data": "order 4711"
         *     }
         */
        EncryptionTaskRequest: {
            input: components["schemas"]["EncryptionInput"];
            output: components["schemas"]["EncryptionOutput"];
            encryption: components["schemas"]["Encryption"];
            /**
             * @description Any text for the task to carry. It comes back unchanged.
             * @example order 4711
             */
            user_data?: string;
        };
        /**
         * @description The task that was created.
         * @example {
         *       "task_id": 31208
         *     }
         */
        CreatedTask: {
            task_id: components["schemas"]["TaskId"];
        };
    };
    responses: {
        /** @description Any other error. */
        UnexpectedError: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-ratelimit": components["headers"]["RateLimit"];
                "X-ratelimit-used": components["headers"]["RateLimitUsed"];
                "X-ratelimit-window": components["headers"]["RateLimitWindow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The request is wrong, and will be wrong again: mend it before you send it again. */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-ratelimit": components["headers"]["RateLimit"];
                "X-ratelimit-used": components["headers"]["RateLimitUsed"];
                "X-ratelimit-window": components["headers"]["RateLimitWindow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The token or the signature is missing, wrong or too old, or the account may not use the service yet. */
        Unauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-ratelimit": components["headers"]["RateLimit"];
                "X-ratelimit-used": components["headers"]["RateLimitUsed"];
                "X-ratelimit-window": components["headers"]["RateLimitWindow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The credentials are right, and do not allow this. */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-ratelimit": components["headers"]["RateLimit"];
                "X-ratelimit-used": components["headers"]["RateLimitUsed"];
                "X-ratelimit-window": components["headers"]["RateLimitWindow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Too many calls: a tenant has 100 a minute, and all tenants together 1000. */
        TooManyRequests: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-ratelimit": components["headers"]["RateLimit"];
                "X-ratelimit-used": components["headers"]["RateLimitUsed"];
                "X-ratelimit-window": components["headers"]["RateLimitWindow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
    };
    parameters: {
        /**
         * @description The ID of the project whose tasks are meant. The console lists it under *My Credentials*.
         * @example 77b6a44cba5143ab91d13ab9a8ff44fd
         */
        ProjectId: string;
        /**
         * @description The IDs of the tasks to look up, 10 at most, as a repeated key: `task_id=1002&task_id=31207`. When it
         *     is given, `start_time`, `end_time`, `page` and `size` have no effect.
         * @example [
         *       "31207"
         *     ]
         */
        TaskIds: components["schemas"]["TaskIdFilter"][];
        /**
         * @description Only tasks in this status.
         * @example SUCCEEDED
         */
        StatusFilter: components["schemas"]["TaskStatusFilter"];
        /**
         * @description Only tasks from this time on, in UTC, as `yyyymmddhhmmss`. Has no effect when `task_id` is given.
         * @example 20201119000000
         */
        StartTime: components["schemas"]["TimestampText"];
        /**
         * @description Only tasks up to this time, in UTC, as `yyyymmddhhmmss`. Has no effect when `task_id` is given.
         * @example 20201120000000
         */
        EndTime: components["schemas"]["TimestampText"];
        /**
         * @description Which page of the tasks that match, counted from 0. Has no effect when `task_id` is given.
         * @example 0
         */
        Page: number;
        /**
         * @description How many tasks a page holds at most, from 1 to 100. Has no effect when `task_id` is given.
         * @example 10
         */
        Size: number;
        /**
         * @description The ID of the task to cancel, exactly one. The task must still be `WAITING`.
         * @example 31207
         */
        CancelTaskId: components["schemas"]["TaskIdFilter"];
    };
    requestBodies: never;
    headers: {
        /**
         * @description The ID that the gateway gave the request. Quote it when you ask the vendor about the request.
         * @example 0a8d8a5fb0c4bd8a9c8d7d2e2f0b1c3d
         */
        RequestId: string;
        /**
         * @description How many calls a window allows, as text.
         * @example 100
         */
        RateLimit: string;
        /**
         * @description How many calls of the window are used up, as text.
         * @example 1
         */
        RateLimitUsed: string;
        /**
         * @description How long the window is, as text with a unit.
         * @example 1 minute
         */
        RateLimitWindow: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
/** The operations of the contract, by `operationId`. */
export interface operations {
    listEncryptionTasks: {
        parameters: {
            query?: {
                /**
                 * @description The IDs of the tasks to look up, 10 at most, as a repeated key: `task_id=1002&task_id=31207`. When it
                 *     is given, `start_time`, `end_time`, `page` and `size` have no effect.
                 * @example [
                 *       "31207"
                 *     ]
                 */
                task_id?: components["parameters"]["TaskIds"];
                /**
                 * @description Only tasks in this status.
                 * @example SUCCEEDED
                 */
                status?: components["parameters"]["StatusFilter"];
                /**
                 * @description Only tasks from this time on, in UTC, as `yyyymmddhhmmss`. Has no effect when `task_id` is given.
                 * @example 20201119000000
                 */
                start_time?: components["parameters"]["StartTime"];
                /**
                 * @description Only tasks up to this time, in UTC, as `yyyymmddhhmmss`. Has no effect when `task_id` is given.
                 * @example 20201120000000
                 */
                end_time?: components["parameters"]["EndTime"];
                /**
                 * @description Which page of the tasks that match, counted from 0. Has no effect when `task_id` is given.
                 * @example 0
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description How many tasks a page holds at most, from 1 to 100. Has no effect when `task_id` is given.
                 * @example 10
                 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path: {
                /**
                 * @description The ID of the project whose tasks are meant. The console lists it under *My Credentials*.
                 * @example 77b6a44cba5143ab91d13ab9a8ff44fd
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tasks that match. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-ratelimit": components["headers"]["RateLimit"];
                    "X-ratelimit-used": components["headers"]["RateLimitUsed"];
                    "X-ratelimit-window": components["headers"]["RateLimitWindow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EncryptionTaskPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    createEncryptionTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ID of the project whose tasks are meant. The console lists it under *My Credentials*.
                 * @example 77b6a44cba5143ab91d13ab9a8ff44fd
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /** @description The task to create. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["EncryptionTaskRequest"];
            };
        };
        responses: {
            /** @description The task is created. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-ratelimit": components["headers"]["RateLimit"];
                    "X-ratelimit-used": components["headers"]["RateLimitUsed"];
                    "X-ratelimit-window": components["headers"]["RateLimitWindow"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedTask"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    cancelEncryptionTask: {
        parameters: {
            query: {
                /**
                 * @description The ID of the task to cancel, exactly one. The task must still be `WAITING`.
                 * @example 31207
                 */
                task_id: components["parameters"]["CancelTaskId"];
            };
            header?: never;
            path: {
                /**
                 * @description The ID of the project whose tasks are meant. The console lists it under *My Credentials*.
                 * @example 77b6a44cba5143ab91d13ab9a8ff44fd
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task is cancelled. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-ratelimit": components["headers"]["RateLimit"];
                    "X-ratelimit-used": components["headers"]["RateLimitUsed"];
                    "X-ratelimit-window": components["headers"]["RateLimitWindow"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
}
