/** `src/main.ts`: one run from the command line, with pauses answered on the terminal and waits slept through. */
export const mainFile = `import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline/promises";
import { Command } from "@langchain/langgraph";
import { agent, settings } from "./graph";
import { inputState, plainState } from "./lib/state";
import { sleepOut } from "./lib/wait";
import { channels, inputs, outputs } from "./state";

/** One run: npm start -- '{"topic": "…"}'. With --state it prints every channel instead of the outputs. */
const [given = "{}"] = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const printed = process.argv.includes("--state") ? Object.keys(channels) : outputs;
const { recursionLimit, durability } = settings;
const thread = { configurable: { thread_id: randomUUID() }, recursionLimit, durability };
const lines = createInterface({ input: process.stdin, output: process.stderr });
const typed = lines[Symbol.asyncIterator]();

let next: Command | Record<string, unknown> = inputState(channels, inputs, JSON.parse(given));
for (;;) {
  await agent.invoke(next, { ...thread, signal: AbortSignal.timeout(settings.timeoutMs) });
  const { tasks, values } = await agent.getState(thread);
  const pauses = tasks.flatMap((task) => task.interrupts);
  if (pauses.length === 0) {
    console.log(JSON.stringify(plainState(printed, values), null, 2));
    break;
  }
  const answers: [string, unknown][] = [];
  for (const { id = "", value } of pauses) answers.push([id, await answerTo(value)]);
  next = new Command({ resume: Object.fromEntries(answers) });
}
lines.close();

/** An answer is its id alone, or JSON: {"answer": "approve", "text": "…", "edits": {}}. */
async function answerTo(question: unknown): Promise<unknown> {
  if (await sleepOut(question)) return { answer: "due" };
  console.error(JSON.stringify(question, null, 2));
  const { done, value } = await typed.next();
  if (done) throw new Error("The run waits for an answer, and there is nobody to give it.");
  return value.startsWith("{") ? JSON.parse(value) : { answer: value.trim() };
}
`;
