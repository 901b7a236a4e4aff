import { urlParts, type SampleRequest } from "./request.ts";

/** The request with Java's `java.net.http`, as one file for `java Main.java`. */
export function java(request: SampleRequest): string {
  const { method, credential, body, answered, mediaType } = request;
  const url = urlParts(request).map((part) => JSON.stringify(part));
  return `import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
${body === undefined ? "" : "import java.net.http.HttpRequest.BodyPublishers;\n"}\
import java.net.http.HttpResponse.BodyHandlers;

class Main {
  public static void main(String[] args)
      throws IOException, InterruptedException {
    var url = ${url.join("\n        + ")};
${body === undefined ? "" : `    var body = ${textBlock(JSON.stringify(body, null, 2), "        ")};\n`}\
    var request = HttpRequest.newBuilder(URI.create(url))
        .header("${credential}", System.getenv("TOKEN"))
${body === undefined ? "" : `        .header("Content-Type", "${mediaType}")\n`}\
        .${method}(${body === undefined ? "" : "BodyPublishers.ofString(body)"})
        .build();
    var response = HttpClient.newHttpClient()
        .send(request, BodyHandlers.ofString());
    if (response.statusCode() > 299) {
      throw new IOException(
          response.statusCode() + ": " + response.body());
    }
    System.out.println(response.${answered ? "body" : "statusCode"}());
  }
}`;
}

/** JSON has no three quotes in a row, so only its backslashes need care. */
function textBlock(json: string, indent: string): string {
  const lines = json.replaceAll("\\", "\\\\").split("\n");
  return `"""\n${lines.map((line) => `${indent}${line}`).join("\n")}"""`;
}
