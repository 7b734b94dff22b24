import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** What a project came to: its state, or what it failed with. */
export type Outcome = { state: unknown } | { problem: string };

/** Runs every project of a folder in a process of its own and tells what each came to. */
const driver = `
import { Command } from "@langchain/langgraph";
import { readFileSync } from "node:fs";

const outcomes = {};
for (const { name, input, answers } of JSON.parse(readFileSync("jobs.json", "utf8"))) {
  const { agent, settings } = await import("./" + name + "/src/graph.ts");
  const { channels, inputs } = await import("./" + name + "/src/state.ts");
  const { inputState, plainState } = await import("./" + name + "/src/lib/state.ts");
  const config = { configurable: { thread_id: "one" }, recursionLimit: settings.recursionLimit };
  try {
    let next = inputState(channels, inputs, input);
    while (next) {
      await agent.invoke(next, config);
      const pauses = (await agent.getState(config)).tasks.flatMap((task) => task.interrupts);
      const given = pauses.map(({ id }) => [id, answers.shift()]);
      next = given.length > 0 ? new Command({ resume: Object.fromEntries(given) }) : null;
    }
    outcomes[name] = { state: plainState(Object.keys(channels), (await agent.getState(config)).values) };
  } catch (error) {
    outcomes[name] = { problem: error.message };
  }
}
process.stdout.write(JSON.stringify(outcomes));
`;

/** Stands in for the network of the exported code. */
const network = `
globalThis.fetch = async (url, init) => {
  const { host, pathname, search } = new URL(url);
  if (host === "api.test") return new Response("away", { status: 503 });
  const json = { "content-type": "application/json" };
  if (host === "signalbox.test") {
    const slug = pathname.split("/").at(-2);
    const answer = slug + " heard: " + JSON.stringify(JSON.parse(init.body).input);
    return new Response(JSON.stringify({ output: { answer } }), { headers: json });
  }
  if (host === "echo.test") {
    const { method, headers: { "idempotency-key": key, ...headers }, body } = init;
    const hasKey = typeof key === "string" && key !== "";
    return new Response(JSON.stringify({ method, pathname, search, headers, hasKey, body }), { status: 404, headers: json });
  }
  return new Response('{"id": 42}', { headers: json });
};
`;

export interface Job {
  name: string;
  input: unknown;
  /** Given to pauses in their order. */
  answers: unknown[];
}

export async function runProjects(folder: string, jobs: readonly Job[]): Promise<Record<string, Outcome>> {
  writeFileSync(join(folder, "jobs.json"), JSON.stringify(jobs));
  writeFileSync(join(folder, "driver.mts"), driver);
  writeFileSync(join(folder, "network.mjs"), network);
  const { stdout } = await inFolder(folder, ["--import", "./network.mjs", "driver.mts"]);
  return JSON.parse(stdout);
}

const environment = {
  SECRET_TOKEN: "secret-TOKEN",
  SIGNALBOX_URL: "https://signalbox.test",
  SIGNALBOX_KEY: "key",
  SECRET_SHOP_DB: "sqlite::memory:",
  EVENTS_URL: "https://events.test",
};

/** Runs tsx in a folder. @throws Error with what it said, where it failed */
export async function inFolder(folder: string, args: readonly string[], typed = "") {
  const tsx = resolve("node_modules/.bin/tsx");
  const child = spawn(tsx, args, { cwd: folder, env: { ...process.env, ...environment } });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (part) => {
    stdout += String(part);
  });
  child.stderr.on("data", (part) => {
    stderr += String(part);
  });
  child.stdin.end(typed);
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`The exported code failed: ${stderr}`);
  return { stdout, stderr };
}
