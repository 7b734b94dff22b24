import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { toolsApi } from "../contract";
import { createWorld, type World } from "../testing/world";

const script = resolve("lib/tools/testing/stdio-server.ts");
const commands = {
  files: { command: process.execPath, args: [script], env: ["FILES_TOKEN"] },
  broken: { command: process.execPath, args: [script, "--broken"] },
  missing: { command: "/nowhere/at/all" },
};

// Each session is a process that has to come up.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

let world: World;
let files: Awaited<ReturnType<typeof imported>>;
beforeAll(async () => {
  process.env.FILES_TOKEN = "t0ken";
  process.env.UNNAMED = "hidden";
  world = await createWorld({ MCP_COMMANDS: JSON.stringify(commands) });
  files = await imported();
});
afterAll(() => world.close());

const settings = (command: string) => ({ kind: "mcp", command });
const discover = (command: string) => world.send(toolsApi.discoverTools, { body: settings(command) });

async function imported() {
  const { fingerprint, offers } = toolsApi.discoverTools.response.parse((await discover("files")).body);
  const keys = offers.map(({ key }) => key);
  const body = { ...settings("files"), name: "Files", fingerprint, keys };
  const made = await world.send(toolsApi.createSource, { body });
  const { id } = toolsApi.sourceSchema.parse(made.body);
  const full = await world.send(toolsApi.getSource, { params: { id } });
  const { tools } = toolsApi.getSource.response.parse(full.body);
  return { id, keys, idOf: (key: string) => tools.find((tool) => tool.key === key)?.id ?? "" };
}
async function call(id: string, args: object = {}) {
  const { body } = await world.send(toolsApi.tryTool, { params: { id }, body: { arguments: args } });
  return toolsApi.tryTool.response.parse(body);
}
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe("an MCP server that is a command of the operator", () => {
  test("is chosen by name, gets of the environment what was named, and ends with the call", async () => {
    expect((await world.send(toolsApi.listCommands)).body).toEqual({
      items: [{ name: "broken" }, { name: "files" }, { name: "missing" }],
    });
    const { id, idOf } = files;
    const { result } = await call(idOf("whoami"));
    const told = JSON.parse(result ?? "{}");
    expect(told).toMatchObject({ token: "t0ken", secret: null });
    expect(isAlive(told.pid)).toBe(false);
    const { body } = await world.send(toolsApi.getSource, { params: { id } });
    expect(body).toMatchObject({
      source: { command: "files", address: null, lastStderr: "stdio server is up" },
    });
  });

  test("has resources that agents list and read, and prompts that they ask for", async () => {
    const { keys, idOf } = files;
    expect(keys).toEqual(["whoami", "hang", "resources:list", "resources:read", "prompt:review"]);
    const listed = await call(idOf("resources:list"));
    expect(JSON.parse(listed.result ?? "")).toMatchObject([
      { uri: "file:///notes.txt", name: "Notes", description: "What to remember" },
    ]);
    expect(await call(idOf("resources:read"), { uri: "file:///notes.txt" })).toMatchObject({
      result: "Buy milk",
    });
    expect(await call(idOf("resources:read"), { uri: "file:///other.txt" })).toMatchObject({ ok: false });
    expect(await call(idOf("prompt:review"), { topic: "the plan" })).toMatchObject({
      result: "user: Review the plan with care.",
    });
    expect(await call(idOf("prompt:review"))).toMatchObject({ ok: false });
  });

  test("that never answers is stopped when its time is over", async () => {
    const { idOf } = files;
    const { body } = await world.send(toolsApi.updateTool, {
      params: { id: idOf("hang") },
      body: { name: "hang", settings: { timeoutMs: 300 } },
    });
    expect(body).toMatchObject({ name: "hang" });
    expect(await call(idOf("hang"))).toMatchObject({ ok: false, error: expect.stringMatching(/timed out/i) });
  });

  test.each([
    ["that fails says why", "broken", /No license found/],
    ["that is not there says so", "missing", /ENOENT/],
    ["that nobody named is not started", "rm", /named no command “rm”/],
  ])("%s", async (_, command, message) => {
    const { status, body } = await discover(command);
    expect(status).toBeGreaterThanOrEqual(422);
    expect(body).toMatchObject({ detail: expect.stringMatching(message) });
  });
});
