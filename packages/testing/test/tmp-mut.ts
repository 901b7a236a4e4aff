import { readExchanges } from "@mpc-contract/openapi/generate";
import { createContract, loadDocument } from "../src/index.ts";
import { tellApart } from "../src/mutation/tell-apart.ts";
import { withValue } from "../src/document/json.ts";
import { runMutations } from "../src/mutation/run-mutations.ts";
const contract = createContract(await loadDocument("/work/main/openapi/openapi.yaml"));
const { invalid, valid } = await readExchanges();
let t = performance.now();
const mutants = [...runMutations(contract, [...valid, ...invalid] as any)];
console.log("time", performance.now() - t);
const count: any = {};
for (const m of mutants) { const k = m.result + " " + ((m as any).by ?? ""); count[k] = (count[k] ?? 0) + 1; }
console.log(mutants.length, count);
for (const m of mutants) if (m.result === "survived" || m.result === "equivalent") {
  let hint = "";
  if (m.result === "survived" && /\/(schemas|schema)\//.test(m.place)) { try { 
  const mc = createContract({ root: withValue(contract.root, m.changed, m.value) as any, locate: contract.locate });
  hint = JSON.stringify(tellApart(contract, mc, m.place.slice(0, m.place.lastIndexOf("/"))) ?? null); } catch (e) { hint = String(e); } }
  console.log(m.result.slice(0,5), m.kind.padEnd(16), m.place.replace("/paths/~1v1~1{project_id}~1encryptions/","/P/"), "|", m.what, "|", hint, (m as any).proof ?? "");
}
