import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "@/workflows/graph/principal";
import { codeToolsApi, toolsApi } from "../contract";
import { createWorld, type World } from "../testing/world";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const parameters = {
  type: "object",
  properties: { net: { type: "number" }, rate: { type: "number" } },
  required: ["net"],
};
const definition = (more: object = {}) => ({
  description: "Adds the tax to a price.",
  parameters,
  code: "if (args.net < 0) throw new Error('A price is not negative');\nreturn { gross: args.net * (1 + (args.rate ?? 20) / 100) };",
  tests: [
    { name: "twenty per cent", args: { net: 100 }, expect: { type: "result", value: { gross: 120 } } },
    { name: "below nothing", args: { net: -1 }, expect: { type: "error", includes: "not negative" } },
    { name: "no price", args: {}, expect: { type: "error", includes: "do not fit" } },
  ],
  ...more,
});

let count = 0;
const create = (more: object = {}, as: "admin" | "developer" = "developer") => {
  count += 1;
  return world.send(codeToolsApi.createCodeTool, {
    as,
    body: { name: `tax_${count}`, definition: definition(more), note: "First" },
  });
};
async function made(more: object = {}) {
  const { body } = await create(more);
  return codeToolsApi.codeToolSchema.parse(body);
}
const save = (id: string, basedOn: number, more: object) =>
  world.send(codeToolsApi.saveCodeTool, { params: { id }, body: { basedOn, definition: definition(more) } });
const stored = async (id: string) =>
  codeToolsApi.codeToolSchema.parse((await world.send(codeToolsApi.getCodeTool, { params: { id } })).body);

const gateway = () =>
  world.outside.nodeServices(world.home.id, { call: () => Promise.reject(new Error("not called")) }).tools;
async function call(
  id: string,
  args: { net: number },
  use: { version?: number; onBehalfOf?: Principal } = {},
) {
  const tool = await gateway().open(id, use);
  return tool.call({ args, callKey: "run_1:node:1:c1", signal: new AbortController().signal });
}

describe("a tool in code", () => {
  test("is a tool like any other: agents are offered its arguments, and it runs in the sandbox", async () => {
    const { tool, versions } = await made();
    expect(tool).toMatchObject({ state: "ready", effect: "read", version: 1 });
    expect(versions).toMatchObject([{ number: 1, note: "First" }]);
    const open = await gateway().open(tool.id);
    expect(open).toMatchObject({ parameters, description: "Adds the tax to a price.", repeatable: true });
    expect(await call(tool.id, { net: 10 })).toBe('{"gross":12}');
    await expect(call(tool.id, { net: -1 })).rejects.toMatchObject({ code: "code_failed" });
  });

  test("is not saved while a test of it fails, and says which", async () => {
    const refused = await create({ code: "return args.net;" });
    expect(refused).toMatchObject({
      status: 422,
      body: {
        field: "definition.tests",
        data: { outcomes: [{ passed: false }, { passed: false }, { passed: true }] },
      },
    });
    const { tool } = await made();
    expect(await save(tool.id, 1, { code: "return 0;" })).toMatchObject({ status: 422 });
    expect((await stored(tool.id)).tool.version).toBe(1);
  });

  test("is tested without being saved", async () => {
    const { body } = await world.send(codeToolsApi.testToolCode, {
      as: "developer",
      body: definition({ code: "console.log('net', args.net);\nreturn { gross: 120 };" }),
    });
    expect(codeToolsApi.testToolCode.response.parse(body).outcomes).toMatchObject([
      { name: "twenty per cent", passed: true, result: { gross: 120 }, logs: ["net 100"], problem: null },
      { passed: false, problem: 'It gave {"gross":120} where an error was expected.' },
      { passed: true },
    ]);
  });

  test.each([
    ["a loop without end", "for (;;);", /stopped after 300 ms/],
    ["a bomb", "let text = 'x'; for (;;) text += text;", /./],
    ["a way out", "return process.env;", /process/],
  ])("survives %s", async (_, code, message) => {
    const tests = [{ name: "it", args: { net: 1 }, expect: { type: "error", includes: "" } }];
    const { body } = await world.send(codeToolsApi.testToolCode, {
      body: definition({ code, tests, timeoutMs: 300 }),
    });
    const [outcome] = codeToolsApi.testToolCode.response.parse(body).outcomes;
    expect(outcome).toMatchObject({ passed: true, error: expect.stringMatching(message) });
  });

  test("has versions: a graph keeps to one, or follows the newest; an earlier one comes back as a new one", async () => {
    const { tool } = await made();
    const free = { code: "return { gross: args.net };", tests: [] };
    expect(await save(tool.id, 1, free)).toMatchObject({ status: 200, body: { tool: { version: 2 } } });
    expect(await call(tool.id, { net: 10 })).toBe('{"gross":10}');
    expect(await call(tool.id, { net: 10 }, { version: 1 })).toBe('{"gross":12}');
    await expect(gateway().open(tool.id, { version: 7 })).rejects.toMatchObject({
      code: "tool_not_configured",
    });
    expect(await save(tool.id, 1, free)).toMatchObject({ status: 409, body: { data: { version: 2 } } });
    const back = await world.send(codeToolsApi.restoreToolVersion, { params: { id: tool.id, number: 1 } });
    expect(back).toMatchObject({
      status: 200,
      body: { tool: { version: 3 }, versions: [{ note: "Version 1 again" }, {}, {}] },
    });
    expect(await call(tool.id, { net: 10 })).toBe('{"gross":12}');
    const second = await world.send(codeToolsApi.getToolVersion, { params: { id: tool.id, number: 2 } });
    expect(second.body).toMatchObject({ number: 2, definition: { code: free.code } });
  });

  test("of two who save at once, one is told of the other", async () => {
    const { tool } = await made();
    const answers = await Promise.all([save(tool.id, 1, {}), save(tool.id, 1, {})]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
  });

  test("acts only where it may call the web, and only as its author says", async () => {
    expect((await made({ effect: "act" })).tool.effect).toBe("read");
    expect((await made({ network: true })).tool.effect).toBe("act");
    expect((await made({ network: true, effect: "read" })).tool.effect).toBe("read");
  });

  test("is refused with arguments that are no object, and with a name that is taken", async () => {
    expect(await create({ parameters: { type: "array" } })).toMatchObject({
      status: 422,
      body: { field: "definition.parameters" },
    });
    const { tool } = await made();
    const again = { name: tool.name, definition: definition(), note: "" };
    expect(await world.send(codeToolsApi.createCodeTool, { body: again })).toMatchObject({
      status: 409,
      body: { field: "name" },
    });
  });

  test("is no tool source that could be edited, and goes with its versions", async () => {
    const { tool } = await made();
    const params = { id: tool.sourceId };
    expect(await world.send(toolsApi.getSource, { params })).toMatchObject({ status: 404 });
    expect(await world.send(toolsApi.deleteSource, { params })).toMatchObject({ status: 404 });
    await world.send(codeToolsApi.deleteCodeTool, { params: { id: tool.id } });
    expect(await world.send(codeToolsApi.getCodeTool, { params: { id: tool.id } })).toMatchObject({
      status: 404,
    });
    const { rows } = await world.pool.query("select 1 from tool_versions where tool_id = $1", [tool.id]);
    expect(rows).toEqual([]);
  });

  test("leaves a line in the audit log, without its code", async () => {
    const { tool } = await made();
    await save(tool.id, 1, {});
    const { rows } = await world.pool.query(
      "select data from audit_events where action = 'saveCodeTool' order by id desc limit 1",
    );
    expect(rows[0].data).toEqual({ basedOn: 1, note: "", network: false });
  });
});

describe("a tool that is kept to some", () => {
  const keep = (id: string, name: string, usableFor: Principal[] | null) =>
    world.send(toolsApi.updateTool, { params: { id }, body: { name, settings: { usableFor } } });

  test("is refused in runs for others, in words for the model", async () => {
    const { tool } = await made();
    expect(await keep(tool.id, tool.name, ["admin", "developer"])).toMatchObject({ status: 200 });
    expect(await call(tool.id, { net: 10 }, { onBehalfOf: "developer" })).toBe('{"gross":12}');
    await expect(call(tool.id, { net: 10 }, { onBehalfOf: "visitor" })).rejects.toMatchObject({
      code: "forbidden",
      message: `The tool “${tool.name}” is kept to administrators and developers, and this run is made for visitors of public pages.`,
    });
    await expect(call(tool.id, { net: 10 })).rejects.toMatchObject({ code: "forbidden" });
    const trial = (as: "admin" | "developer") =>
      world.send(toolsApi.tryTool, { as, params: { id: tool.id }, body: { arguments: { net: 10 } } });
    expect((await trial("developer")).body).toMatchObject({ ok: true });
    await keep(tool.id, tool.name, ["admin"]);
    expect((await trial("developer")).body).toMatchObject({
      ok: false,
      error: expect.stringContaining("kept to"),
    });
    expect(await keep(tool.id, tool.name, [])).toMatchObject({ status: 422 });
  });
});
