// What is signed: a listing with a filter, at a time that is held fast, so that all signatures can be the same.
export const key = {
  accessKey: "QTWAOYTTINDUT2QVKYUC",
  secretKey: "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc",
};
export const endpoint =
  "https://mpc.cn-north-4.myhuaweicloud.com/v1/77b6a44cba5143ab91d13ab9a8ff44fd/encryptions";
export const query = { page: "0", size: "100", status: "FAILED" };
export const url = `${endpoint}?${new URLSearchParams(query).toString()}`;
export const date = new Date("2026-01-02T03:04:05Z");
