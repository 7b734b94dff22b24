import { runInThisContext } from "node:vm";
import { tool } from "@langchain/core/tools";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { writeIn } from "@/workflows/code/write/scope";
import { renderTemplate } from "@/workflows/expressions/template";
import type { JsonObject } from "@/workflows/graph/json";
import type { HttpCall } from "@/workflows/http/http-call";
import { refuseBadStatus } from "@/workflows/http/read-answer";
import { renderUrl } from "@/workflows/http/render-url";
import { fakeContext } from "@/workflows/testing/fake-context";
import { fakeHttp, fakeServices } from "@/workflows/testing/fake-services";
import { calculate, shown } from "./calculator/arithmetic";
import { timeIn } from "./current-time/time-in";
import { reckoningSchema } from "./date/args";
import { reckoned } from "./date/reckoned";
import { drawSchema } from "./random/args";
import { drawn } from "./random/drawn";
import { readPage } from "./read-page/read-page";
import { writeTool } from "./registry.code";
import { makeTool } from "./registry.server";
import { toolEntrySchema } from "./tool-entry";
import { converted } from "./units/converted";
import { searchWeb } from "./web-search/search";

const written = (type: string, config: JsonObject) => {
  const entry = toolEntrySchema.parse({ type, config });
  const place = { id: "n", title: "Helper", channels: {}, file: "helper" };
  return { entry, ...writeIn(place, (scope) => [writeTool(entry, scope)]) };
};

/** What of a tool's answers and requests can be seen. */
interface Callable {
  name: string;
  description: string;
  invoke(args: JsonObject): Promise<unknown>;
}

const secretsOf = (...names: string[]) => Object.fromEntries(names.map((name) => [name, `secret-${name}`]));

/** The tool that the written code makes, with the very modules that an exported project holds. */
function running(code: string, request: (call: HttpCall) => Promise<unknown>): Callable {
  const modules = {
    tool,
    z,
    renderUrl,
    renderTemplate,
    refuseBadStatus,
    calculate,
    shown,
    timeIn,
    converted,
    readPage,
    searchWeb,
    drawn,
    drawSchema,
    reckoned,
    reckoningSchema,
    secretsOf,
    request,
    config: {},
  };
  return runInThisContext(`({ ${Object.keys(modules).join(", ")} }) => ${code}`)(modules);
}

const http = (more: JsonObject = {}): JsonObject => ({
  name: "get_weather",
  purpose: "Tells the weather.",
  url: "https://api.test/{{ city }}?days={{ days }}",
  parameters: [
    { name: "city", description: 'Name of the "city"' },
    { name: "days", type: "number", required: false },
  ],
  ...more,
});

describe("a tool as code", () => {
  it.each<[string, JsonObject, JsonObject]>([
    ["calculator", {}, { expression: "(12.5 + 3) * 4" }],
    ["calculator", {}, { expression: "1 / 3" }],
    ["current-time", { timezone: "Asia/Kolkata" }, { timezone: "Mars/Olympus" }],
    ["units", {}, { value: 5, from: "km", to: "miles" }],
    ["units", {}, { value: 5, from: "km", to: "kg" }],
    ["random", {}, { kind: "choice", choices: ["only"] }],
    [
      "date",
      { timezone: "Asia/Kolkata" },
      { operation: "add", date: "2026-01-31", amount: 1, unit: "months" },
    ],
    ["date", {}, { operation: "describe", date: "never" }],
    ["web-search", { address: "https://search.test" }, { query: "cheese" }],
    ["web-search", { provider: "exa", secret: "KEY" }, { query: "cheese" }],
    ["read-page", {}, { url: "https://docs.test/" }],
    ["read-page", { hosts: "other.test" }, { url: "https://docs.test/" }],
    ["http-request", http(), { city: "São Paulo/../x", days: 3 }],
    ["http-request", http(), { city: "Rome" }],
    ["http-request", http({ purpose: "Two\nlines with `ticks` and $" + "{this}." }), { city: "`$" + "{1}`" }],
    ["http-request", http({ method: "POST", body: "arguments" }), { city: "Rome", days: 2 }],
    [
      "http-request",
      http({
        headers: [
          { name: "X-Key", value: "{{ secrets.KEY }}/{{ city }}" },
          { name: "Accept", value: "text/plain" },
        ],
      }),
      { city: "Rome" },
    ],
    ["http-request", http(), { days: 2 }],
    ["http-request", http(), { city: "Rome", days: "two" }],
  ])("does what the product's does: %s %j with %j", async (type, config, args) => {
    const { entry, body } = written(type, config);
    const [here, there] = [fakeHttp(() => ({ body: "Sunny" })), fakeHttp(() => ({ body: "Sunny" }))];
    const { tool: product } = await makeTool(entry, fakeServices({ http: here }), fakeContext());
    const exported = running(body.join("\n"), there.send);
    const outcome = (callable: Callable) =>
      callable.invoke(args).catch((error: unknown) => (error instanceof Error ? error.name : error));
    expect([exported.name, exported.description]).toEqual([product.name, product.description]);
    expect(await outcome(exported)).toEqual(await outcome(product));
    expect(there.calls.map(seen)).toEqual(here.calls.map(seen));
  });

  it("of the author's own JavaScript keeps it untouched in a file, which it imports", () => {
    const code = "// `ticks` and $" + "{holes}\nreturn args.a;";
    const { body, files, imports, notes } = written("code", {
      name: "work-it",
      purpose: "Works.",
      parameters: { type: "object", properties: { a: { type: "string" } } },
      code,
    });
    expect(files).toEqual({
      "src/nodes/helper.work-it.js": `export function work$it_code(args) {\n${code}\n}\n`,
    });
    expect(imports.get("./nodes/helper.work-it.js")).toEqual(new Set(["work$it_code"]));
    expect(body.join()).toContain("runCode(work$it_code, jsonOf(args))");
    expect(notes).toEqual([{ nodeId: "n", message: expect.stringMatching(/without sandbox/) }]);
  });

  it("that asks another agent says what it needs to reach it", () => {
    const { body, env, notes } = written("agent", { slug: "order-help", purpose: "Knows orders." });
    expect([...env.keys()]).toEqual(["SIGNALBOX_URL", "SIGNALBOX_KEY"]);
    expect(notes[0]?.message).toContain("“order-help”");
    expect(body.join()).toContain('askAgent("order-help", message, config.signal)');
  });

  it("names each secret once among the variables, with who needs it", () => {
    const value = "{{ secrets.KEY }}{{ secrets.KEY }}{{ secrets.OTHER }}";
    const { env, body } = written("http-request", http({ headers: [{ name: "a", value }] }));
    expect([...env]).toEqual([
      ["SECRET_KEY", "The secret KEY of “Helper”."],
      ["SECRET_OTHER", "The secret OTHER of “Helper”."],
    ]);
    expect(body.join()).toContain('const secrets = secretsOf("KEY", "OTHER");');
  });
});

/** The key that servers know a repeated call by is the product's own: the code has none. */
function seen({ method, url, headers, body }: HttpCall) {
  const { "idempotency-key": _, ...rest } = headers ?? {};
  return { method, url, headers: rest, body };
}
