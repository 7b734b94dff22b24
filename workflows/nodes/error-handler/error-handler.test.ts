import { describe, expect, it } from "vitest";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import { drive } from "@/workflows/compile/testing/drive";
import { AppError } from "@/workflows/errors/app-error";
import { type ErrorCode, errorCodes } from "@/workflows/errors/codes";
import { fakeHttp } from "@/workflows/testing/fake-services";
import { nodeContract } from "@/workflows/testing/node-contract";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { codesIn, failureKinds } from "./kinds";

nodeContract("error-handler");

const cases = [
  ...failureKinds
    .filter((kind) => kind !== "codes")
    .map((kind) => ({ id: kind.replace(" ", "_"), label: kind, kind })),
  { id: "own", label: "Own", kind: "codes", codes: "too_much, order_unknown;late\nother" },
];
const handle = (error: unknown, more: object = {}) => runNode("error-handler", { cases, ...more }, { error });

describe("error handler", () => {
  it.each<[string, string]>([
    ["node_timeout", "timeout"],
    ["model_timeout", "timeout"],
    ["code_timeout", "timeout"],
    ["model_rate_limited", "rate_limited"],
    ["queue_full", "rate_limited"],
    ["http_failed", "unavailable"],
    ["circuit_open", "unavailable"],
    ["model_auth", "refused"],
    ["egress_refused", "refused"],
    ["output_invalid", "invalid"],
    ["expression_failed", "invalid"],
    ["too_much", "own"],
    ["order_unknown", "own"],
    ["late", "own"],
    ["other", "own"],
    ["code_failed", "else"],
    ["toString", "else"],
    ["", "else"],
  ])("leaves after %s by %s", async (code, port) => {
    expect((await handle({ node: "A", code, message: "x" })).port).toBe(port);
  });

  it.each([[null], ["model_timeout"], [{ code: 1 }], [["model_timeout"]]])(
    "takes %j for no failure",
    async (error) => {
      expect(await handle(error, { output: "why" })).toEqual({ port: "else", update: { why: null } });
    },
  );

  it("writes the failure down with its case", async () => {
    const error = { node: "A", code: "model_timeout", message: "Slow." };
    expect((await handle(error, { output: "why" })).update).toEqual({ why: { ...error, case: "timeout" } });
    const unknown = { node: "A", code: "code_failed", message: "Broken." };
    expect((await handle(unknown, { output: "why" })).update).toEqual({ why: { ...unknown, case: null } });
  });

  it("may look at a failure that was kept", async () => {
    const kept = { first: { node: "A", code: "model_auth", message: "No." } };
    expect((await runNode("error-handler", { cases, failure: "kept.first" }, { kept })).port).toBe("refused");
  });

  it("knows each code of the product by one kind at most", () => {
    const listed = failureKinds.flatMap((kind) => (kind === "codes" ? [] : codesIn({ id: "x", kind })));
    expect(new Set(listed).size).toBe(listed.length);
    const known: readonly ErrorCode[] = errorCodes;
    expect(known).toEqual(expect.arrayContaining([...listed]));
  });

  it.each([
    [
      "a case without codes",
      [{ id: "a", label: "A", kind: "codes", codes: " , " }],
      [/^cases\.0\.codes: List the codes/],
    ],
    [
      "a kind twice",
      [
        { id: "a", label: "A", kind: "timeout" },
        { id: "b", label: "B", kind: "timeout" },
      ],
      [/^cases\.1\.kind: All of these leave by “A” already/],
    ],
    [
      "codes that a kind before takes",
      [
        { id: "a", label: "A", kind: "timeout" },
        { id: "b", label: "B", kind: "codes", codes: "model_timeout" },
      ],
      [/^cases\.1\.codes: All of these leave by “A”/],
    ],
    [
      "nothing against one code of a kind in front of it",
      [
        { id: "a", label: "A", kind: "codes", codes: "model_timeout" },
        { id: "b", label: "B", kind: "timeout" },
      ],
      [],
    ],
  ])("says of %s", (_, list, expected) => {
    const issues = issuesOf("error-handler", { cases: list });
    expect(issues).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(issues[index]).toMatch(pattern);
  });
});

it.each<[ErrorCode, string]>([
  ["http_failed", "unavailable"],
  ["egress_refused", "refused"],
])("a node that fails with %s comes out at “%s” of the handler behind it", async (code, outcome) => {
  const say = (word: string) =>
    node("set-state", { assignments: [{ channel: "outcome", value: JSON.stringify(word) }] });
  const document = draw({
    channels: { outcome: text, answer: text },
    nodes: {
      start: start(),
      ask: node("http", { url: "https://api.test/", output: "answer", parse: "text" }, { onError: "port" }),
      handle: node("error-handler", {
        cases: [
          { id: "away", label: "Away", kind: "unavailable" },
          { id: "no", label: "No", kind: "refused" },
        ],
      }),
      away: say("unavailable"),
      no: say("refused"),
      end: end("outcome"),
    },
    edges: [
      "start > ask",
      "ask > end",
      "ask.error > handle",
      "handle.away > away",
      "handle.no > no",
      "handle.else > end",
      "away > end",
      "no > end",
    ],
  });
  const http = fakeHttp(() => {
    throw new AppError(code, "It did not work.");
  });
  const run = drive(document, { http });
  await run.run();
  expect(await run.output()).toEqual({ outcome });
});
