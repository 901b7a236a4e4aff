import { writeFile } from "node:fs/promises";
import { Spec, Validation } from "@cyclonedx/cyclonedx-library";
import satisfies from "spdx-satisfies";
import { run } from "./command.ts";
import type { PublicPackage } from "./packages.ts";

/** Licences under which everyone may use a package in a program of any kind. */
const permissive = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
];

interface Licence {
  license?: { id?: string; name?: string };
  expression?: string;
}

/** A bill of materials, as CycloneDX has it. */
export interface Bill {
  serialNumber?: string;
  metadata: { timestamp?: string };
  components: { "bom-ref": string; licenses?: Licence[] }[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

/**
 * Writes what a package depends on at run time, of itself and through others, as a bill of materials in
 * CycloneDX: the same lock file, the same bytes. So it has neither the time nor a number of its own.
 */
export async function writeBill({ name }: PublicPackage, file: string): Promise<Bill> {
  const format = ["--sbom-format", "cyclonedx", "--sbom-spec-version", Spec.Version.v1dot6];
  const chosen = ["--prod", "--exclude-peers", "--filter", name];
  const bill = JSON.parse(await run("pnpm", ["sbom", ...format, ...chosen])) as Bill;
  delete bill.serialNumber;
  delete bill.metadata.timestamp;
  bill.components.sort(by((component) => component["bom-ref"]));
  bill.dependencies.sort(by(({ ref }) => ref));
  const text = `${JSON.stringify(bill, undefined, 2)}\n`;
  const wrong = await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text);
  if (wrong) throw new Error(`The bill of materials of ${name} is no CycloneDX: ${JSON.stringify(wrong)}`);
  await writeFile(file, text);
  return bill;
}

/** The licence of each package in a bill. */
export function licencesIn(bill: Bill): Map<string, string> {
  return new Map(
    bill.components.map(({ "bom-ref": name, licenses = [] }) => [
      decodeURIComponent(name.replace(/^pkg:npm\//, "")),
      licenses.map(({ expression, license }) => expression ?? license?.id ?? license?.name).join(" AND "),
    ]),
  );
}

/** Whether a licence, or an expression of several, lets everyone use the package. */
export function isPermissive(licence: string): boolean {
  try {
    return satisfies(licence, permissive);
  } catch {
    // It is no expression of SPDX, such as the name of a file.
    return false;
  }
}

function by<T>(key: (item: T) => string): (one: T, other: T) => number {
  return (one, other) => (key(one) < key(other) ? -1 : 1);
}
