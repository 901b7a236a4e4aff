import { brokenLiteral, type Notation } from "./literal.ts";
import { urlParts, type SampleRequest } from "./request.ts";

/** A text of JSON is one of Python. */
const notation: Notation = {
  indent: "    ",
  padding: "",
  key: (name) => JSON.stringify(name),
  scalar: (value) => {
    if (value === null) return "None";
    if (typeof value === "boolean") return value ? "True" : "False";
    return JSON.stringify(value);
  },
};

/** The request with Python's standard library, which raises an `HTTPError` for what is no success. */
export function python(request: SampleRequest): string {
  const { method, credential, body, answered, mediaType } = request;
  const token = `"${credential}": os.environ["TOKEN"]`;
  const url = urlParts(request).map((part) => `    ${JSON.stringify(part)}\n`);
  return `${answered || body !== undefined ? "import json\n" : ""}import os
import sys
from urllib.error import HTTPError
from urllib.request import Request, urlopen

url = (
${url.join("")})
${body === undefined ? "" : `body = ${brokenLiteral(body, notation)}\n`}\
request = Request(
    url,
${method === "GET" ? "" : `    method="${method}",\n`}\
${
  body === undefined
    ? `    headers={${token}},\n`
    : `    headers={
        ${token},
        "Content-Type": "${mediaType}",
    },
    data=json.dumps(body).encode(),
`
})

try:
    with urlopen(request) as response:
        print(${answered ? "json.load(response)" : "response.status"})
except HTTPError as error:
    sys.exit(f"{error}\\n{error.read().decode()}")`;
}
