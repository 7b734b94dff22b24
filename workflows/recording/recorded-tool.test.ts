import { expect, test } from "vitest";
import { AppError } from "@/workflows/errors/app-error";
import type { OpenTool, ToolGateway } from "@/workflows/runtime/ports";
import { fakeServices } from "@/workflows/testing/fake-services";
import { recordedOpenTool } from "./recorded-tool.server";
import { Tape } from "./testing/tape";

const signal = new AbortController().signal;
const never: ToolGateway = { open: () => Promise.reject(new Error("The tool was opened.")) };

/** Counts how often a tool is opened. */
function counted(tool: Partial<OpenTool> = {}) {
  const opened: string[] = [];
  const gateway: ToolGateway = {
    open: async (id, use) => {
      opened.push(id);
      return { ...(await fakeServices().tools.open(id, use)), ...tool };
    },
  };
  return { opened, gateway };
}

/** Opens it and calls it with each text. */
async function use(gateway: ToolGateway, ...texts: string[]) {
  const tool = await recordedOpenTool(gateway, "lookup", { version: 2 });
  const answers: string[] = [];
  for (const [at, text] of texts.entries()) {
    answers.push(await tool.call({ args: { text }, callKey: `ask:${at}`, signal }));
  }
  const { name, description, parameters, repeatable, asks } = tool;
  return { facts: { name, description, parameters, repeatable, asks }, answers };
}

test("a tool is there with all its facts and answers, though nobody opens it", async () => {
  const tape = new Tape();
  const { opened, gateway } = counted({ asks: true, description: "Looks it up." });
  const live = await tape.during(() => use(gateway, "one", "two"));
  expect(opened).toEqual(["lookup"]);
  expect(live.facts).toMatchObject({ name: "lookup", asks: true, description: "Looks it up." });
  expect(await tape.replay().during(() => use(never, "one", "two"))).toEqual(live);
});

test("a call that failed fails again", async () => {
  const tape = new Tape();
  const broken = new AppError("tool_failed", "The shop is closed.");
  const { gateway } = counted({ call: () => Promise.reject(broken) });
  await expect(tape.during(() => use(gateway, "one"))).rejects.toBe(broken);
  await expect(tape.replay().during(() => use(never, "one"))).rejects.toMatchObject({
    code: "tool_failed",
    message: "The shop is closed.",
  });
});

test("a replay that goes on live opens the tool once, when it first calls it", async () => {
  const tape = new Tape();
  await tape.during(() => use(counted().gateway, "one"));
  const { opened, gateway } = counted();
  const replay = tape.replay({ otherwise: "live" });
  const { answers } = await replay.during(() => use(gateway, "another", "one more"));
  expect(answers).toEqual(['lookup heard: {"text":"another"}', 'lookup heard: {"text":"one more"}']);
  expect(opened).toEqual(["lookup"]);
  expect(replay.emitted).toMatchObject([{ type: "replay.diverged", data: { kind: "tool", live: true } }]);
});

test("another version is not taken for the recorded one", async () => {
  const tape = new Tape();
  await tape.during(() => use(counted().gateway, "one"));
  const { opened, gateway } = counted();
  const newer = () => recordedOpenTool(gateway, "lookup", { version: 3 });
  await tape.replay().during(newer);
  expect(opened).toEqual(["lookup"]);
});
