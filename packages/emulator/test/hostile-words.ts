// What hostile requests are made of. Each character is one byte.

/** Request lines, of which few are any. */
export const lines = [
  "GET",
  "",
  " ",
  "GET  / HTTP/1.1",
  "GET / HTTP/9.9",
  "GET / HTTP/1.1 x",
  "/ GET HTTP/1.1",
  "GET\t/\tHTTP/1.1",
  "GET / http/1.1",
  " GET / HTTP/1.1",
  "GET /\0 HTTP/1.1",
  "GET http:// HTTP/1.1",
  "HTTP/1.1 200 OK",

  "GET /a b HTTP/1.1",
  "GET / HTTP/1.",
  "GET ? HTTP/1.1",
  "GET # HTTP/1.1",
  "GET / HTTP/1.1\r",
  "GET / HTTP/00001.1",
];

/** Methods, known, rare, and impossible. */
export const methods = [
  "TRACE",
  "CONNECT",
  "OPTIONS",
  "HEAD",
  "PATCH",
  "PUT",
  "DELETE",
  "PROPFIND",
  "M-SEARCH",
  "QUERY",
  "SOURCE",
  "get",
  "G E T",
  "PRI",
  "FOO",
  "__proto__",
  "constructor",
  "GET\0",
  "\xFF",
  "",
];

/** What no host is called. */
export const hosts = [
  "a:b",
  "a:99999",
  "[",
  "[::1",
  "::",
  "]",
  "a b",
  "a/b",
  "a@b",
  "\xFF",
  "",
  "a:80:80",
  "[v1.a]",
  "%",
];

/** Header fields that are none, or mean mischief. */
export const fields = [
  "No-Colon",
  ": nameless",
  "A B: 1",
  "A : 1",
  "A\0B: 1",
  "A: \0",
  "A: 1\rB: 2",
  "A: 1\nB: 2",
  "\xFF: 1",
  "A: \xFF\x80",

  "Host: b",
  "Host: a b",
  "__proto__: 1",
  "constructor: 1",
  "toString: 1",
  "hasOwnProperty: 1",
  "A(: 1",
  "A: \x7F",

  "X-Auth-Token: \x01",
  "X-Auth-Token: b",
  "Content-Type: \x00",
  "Content-Type: ;;;",
  "Cookie: =;=;",
  "\r: 1",
  " A: 1",

  "Expect: 100-continue",
  "Expect: a",
  "Upgrade: websocket\r\nConnection: Upgrade",
  "Connection: host, x-auth-token",
];

/** Bytes that are no UTF-8, or no text. */
export const badTexts = [
  "\xFF",
  "\xC0\xAF",
  "\xED\xA0\x80",
  "\xF8\x88\x80\x80\x80",
  "\xE2\x82",
  "\x80",
  "\0",
  "\xF4\x90\x80\x80",
];

/** Headers and bodies that two servers may take for two different things. */
export const framings: (readonly [headers: readonly string[], text: string])[] = [
  [["Content-Length: 4", "Transfer-Encoding: chunked"], "0\r\n\r\n"],
  [["Transfer-Encoding: chunked", "Content-Length: 4"], "1\r\na\r\n0\r\n\r\n"],
  [["Content-Length: 2", "Content-Length: 3"], "{}"],
  [["Content-Length: 2", "Content-Length: 2"], "{}"],
  [["Content-Length: 2, 2"], "{}"],
  [["Transfer-Encoding: chunked, chunked"], "0\r\n\r\n"],
  [["Transfer-Encoding: xchunked"], "0\r\n\r\n"],
  [["Transfer-Encoding: chunked", "Transfer-Encoding: identity"], "0\r\n\r\n"],
  [["Transfer-Encoding : chunked"], "0\r\n\r\n"],
  [["Transfer-Encoding:\r\n chunked"], "0\r\n\r\n"],
  [["A: 1\r\n\tB: 2", "Content-Length: 2"], "{}"],
  [["Transfer-Encoding: chunked"], "2;a=b;c\r\n{}\r\n0\r\n\r\n"],
  [["Transfer-Encoding: chunked"], `2;${"a".repeat(20_000)}\r\n{}\r\n0\r\n\r\n`],
  [["Transfer-Encoding: chunked"], "0x2\r\n{}\r\n0\r\n\r\n"],
  [["Transfer-Encoding: chunked"], "-2\r\n{}\r\n0\r\n\r\n"],
  [["Transfer-Encoding: chunked"], "FFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n"],
  [["Transfer-Encoding: chunked"], "00000000002\r\n{}\r\n0\r\nX-Auth-Token: b\r\n\r\n"],
  [["Transfer-Encoding: chunked"], "2\n{}\n0\n\n"],
  [["Transfer-Encoding: chunked"], `0\r\n${"T: 1\r\n".repeat(4000)}\r\n`],
];

/** Values of Content-Length for a body of two bytes. */
export const lengths = [
  "-1",
  "+2",
  "0x2",
  "2e0",
  "",
  " ",
  "2 2",
  "1",
  "0",
  "3",
  "9999",
  "99999999999999999999",
  "NaN",
  "2\0",
];

/** Parts of paths. */
export const segments = [
  "..",
  "%2e%2e",
  "%2F",
  "%00",
  "%",
  "%zz",
  "%ff",
  "%C0%AF",
  "%u0041",
  "\\",
  ";",
  "//",
  ".",
  "__proto__",
  "%252e",
];

/** Queries that are wrong, or look so. */
export const queries = [
  "task_id=%zz",
  "task_id=__proto__",
  "status=constructor",
  "size=1e9",
  "size=-1",
  "page=99999999999999999999",

  "__proto__=1&__proto__=2",
  "%00=%00",
  "&&&=&=",
  "start_time=0&end_time=%ff",
  "task_id=%ED%A0%80",
  "?",
  "[]=1",
  "#a?b",
];

/** Beginnings of whole URLs. */
export const targets = [
  "http://a",
  "http://",
  "HTTP://A:80",
  "https://u:p@b",
  "ftp://c",
  "http://[::1",
  "http://a:b",
  "a:1",
  "://",
];

/** Messages of another HTTP than 1.1. */
export const versions = [
  "GET /v1/p/encryptions\r\n",
  "GET /\n\n",
  "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0",
  "GET / HTTP/0.9\r\n\r\n",
];

/** Members of objects whose names objects have already. */
export const keys = [
  '"__proto__":{"polluted":1}',
  '"constructor":{"prototype":{"a":1}}',
  '"toString":1',
  '"hasOwnProperty":null',
];
