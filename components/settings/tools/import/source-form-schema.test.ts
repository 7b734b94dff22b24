import { describe, expect, it } from "vitest";
import { sourceSettingsSchema } from "@/lib/api/contract/tools";
import { documentOf, formOf, type SourceForm, settingsOf, sourceFormSchema } from "./source-form-schema";

const filled = (more: Partial<SourceForm> = {}): SourceForm => ({
  ...formOf("openapi"),
  describedAt: "https://api.test/openapi.json",
  ...more,
});
const wrong = (more: Partial<SourceForm>) =>
  sourceFormSchema.safeParse(filled(more)).error?.issues.map(({ path }) => path.join(".")) ?? [];

describe("what is missing is said at its field", () => {
  it.each<[Partial<SourceForm>, string[]]>([
    [{}, []],
    [{ describedAt: "" }, ["describedAt"]],
    [{ describedAt: "ftp://x" }, ["describedAt"]],
    [{ from: "text" }, ["document"]],
    [{ from: "text", document: "{}", describedAt: "" }, []],
    [{ address: "api.test" }, ["address"]],
    [{ authType: "bearer" }, ["secret"]],
    [{ authType: "header", secret: "KEY" }, ["authName"]],
    [{ authType: "basic", secret: "KEY" }, ["username"]],
    [{ authType: "query", secret: "KEY", authName: "key" }, []],
  ])("%j", (more, fields) => {
    expect(wrong(more)).toEqual(fields);
  });
});

describe("what is sent", () => {
  it.each<[Partial<SourceForm>, object]>([
    [{}, { type: "none" }],
    [
      { authType: "bearer", secret: "KEY", authName: "left over" },
      { type: "bearer", secret: "KEY" },
    ],
    [
      { authType: "header", secret: "KEY", authName: "X-Key" },
      { type: "header", name: "X-Key", secret: "KEY" },
    ],
    [
      { authType: "query", secret: "KEY", authName: "key" },
      { type: "query", name: "key", secret: "KEY" },
    ],
    [
      { authType: "basic", secret: "KEY", username: "ada" },
      { type: "basic", username: "ada", secret: "KEY" },
    ],
  ])("of %j", (more, auth) => {
    const settings = settingsOf(filled(more));
    expect(settings.auth).toEqual(auth);
    expect(sourceSettingsSchema.parse(settings)).toEqual(settings);
  });

  it("is either an address or a text", () => {
    expect([settingsOf(filled()).describedAt, documentOf(filled())]).toEqual([
      "https://api.test/openapi.json",
      undefined,
    ]);
    const pasted = filled({ from: "text", document: "{}" });
    expect([settingsOf(pasted).describedAt, documentOf(pasted)]).toEqual([null, "{}"]);
  });

  it("is what a source was made with, when it is opened again", () => {
    const settings = settingsOf(
      filled({ address: "https://api.test", authType: "basic", secret: "KEY", username: "ada" }),
    );
    const source = {
      ...settings,
      id: "src_1",
      name: "Shop",
      version: null,
      pasted: false,
      tools: 1,
      waiting: 0,
      lastContactAt: null,
      lastError: null,
      lastStderr: null,
      updatedAt: "2026-01-01T00:00:00Z",
    };
    expect(settingsOf(formOf("openapi", source))).toEqual(settings);
  });

  it("is a command without address and sign-in, or an address with a sign-in that was made", () => {
    const given = { kind: "mcp", authType: "oauth", address: "https://mcp.test" } as const;
    expect(settingsOf(filled({ ...given, via: "command", command: "files" }))).toMatchObject({
      command: "files",
      address: null,
      auth: { type: "none" },
    });
    expect(settingsOf(filled({ ...given, grant: "grant_1" }))).toMatchObject({
      command: null,
      auth: { type: "oauth", grant: "grant_1" },
    });
    const problems = (more: object) =>
      sourceFormSchema.safeParse(filled({ ...given, ...more })).error?.issues.map(({ path }) => path[0]);
    expect(problems({})).toEqual(["grant"]);
    expect(problems({ via: "command" })).toEqual(["command"]);
  });
});
