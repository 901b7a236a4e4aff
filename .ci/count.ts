// Prints what failed, a line each, and then `N passed, N failed`: the tests as Vitest counted them, and the checks as
// turbo did. Takes the exit codes of the two commands that ran them; one that failed before it could count is a failure,
// too.
import { globSync, readFileSync } from "node:fs";
import { relative } from "node:path";

interface TestResults {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
}

interface RunSummary {
  tasks: { taskId: string; task: string; execution?: { exitCode: number } }[];
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
let passed = 0;
let failed = 0;
const failures: string[] = [];
const firstLine = (text = ""): string => text.split("\n", 1)[0];

for (const file of globSync("{openapi,packages/*,apps/*}/test-results.json")) {
  const results = read(file) as TestResults;
  passed += results.numPassedTests;
  // A file that does not load fails without a test.
  failed += Math.max(results.numFailedTests, Math.min(results.numFailedTestSuites, 1));
  for (const { assertionResults, message, name, status } of results.testResults) {
    const wrong = assertionResults.filter((test) => test.status === "failed");
    for (const { failureMessages, fullName } of wrong)
      failures.push(`${relative(".", name)}: ${fullName}: ${firstLine(failureMessages[0])}`);
    if (status === "failed" && wrong.length === 0)
      failures.push(`${relative(".", name)}: ${firstLine(message)}`);
  }
}

// A check that several runs took part in counts once, and as failed when it failed in any.
const checks = new Map<string, boolean>();
for (const file of globSync(".turbo/runs/*.json")) {
  for (const { execution, task, taskId } of (read(file) as RunSummary).tasks) {
    if (!execution) continue;
    // Also of tests: one whose tests all passed may have ended badly.
    if (execution.exitCode !== 0) failures.push(`${taskId} ended with ${execution.exitCode}`);
    if (!task.includes("check:")) continue;
    checks.set(taskId, (checks.get(taskId) ?? true) && execution.exitCode === 0);
  }
}
for (const succeeded of checks.values()) {
  if (succeeded) passed += 1;
  else failed += 1;
}

const commandsFailed = process.argv.slice(2).filter((code) => code !== "0").length;
failed = Math.max(failed, commandsFailed);
for (const failure of new Set(failures)) console.log(`✗ ${failure}`);
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;
