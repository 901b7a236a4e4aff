import { urlParts, type SampleRequest } from "./request.ts";

/** The request with Go's `net/http`, in the manner of the example of its `Get`. */
export function go(request: SampleRequest): string {
  const { method, credential, body, answered, mediaType } = request;
  const imports = ["fmt", "io", "log", "net/http", "os", ...(body === undefined ? [] : ["strings"])];
  const url = urlParts(request).map((part) => JSON.stringify(part));
  return `package main

import (
${imports.map((name) => `\t"${name}"\n`).join("")})

func main() {
	url := ${url.join(" +\n\t\t")}
${body === undefined ? "" : `\tbody := strings.NewReader(${rawString(JSON.stringify(body, null, 2))})\n`}\
	req, err := http.NewRequest("${method}", url, ${body === undefined ? "nil" : "body"})
	if err != nil {
		log.Fatal(err)
	}
	req.Header.Set("${credential}", os.Getenv("TOKEN"))
${body === undefined ? "" : `\treq.Header.Set("Content-Type", "${mediaType}")\n`}\

	res, err := http.DefaultClient.Do(req)
	if err != nil {
		log.Fatal(err)
	}
	data, err := io.ReadAll(res.Body)
	res.Body.Close()
	if err != nil {
		log.Fatal(err)
	}
	if res.StatusCode > 299 {
		log.Fatalf("%s: %s", res.Status, data)
	}
	fmt.Println(${answered ? "string(data)" : "res.Status"})
}`;
}

/** What a raw string and a source file of Go cannot hold, JSON can escape. */
function rawString(json: string): string {
  return `\`${json.replaceAll("`", "\\u0060").replaceAll("\ufeff", "\\ufeff")}\``;
}
