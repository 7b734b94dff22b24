import { GraphInterrupt } from "@langchain/langgraph";
import { describe, expect, it } from "vitest";
import { AppError } from "@/workflows/errors/app-error";
import { type ErrorCode, errorCodes } from "@/workflows/errors/codes";
import { isWorthRetrying } from "@/workflows/errors/worth-retrying";
import { nodeProblem, runProblem } from "./node-problem.server";
import { node } from "./testing/draw";

const work = node("code", {}, {}, "Work");

describe("what a node threw, as a problem", () => {
  it.each<[string, unknown, object]>([
    [
      "an expected one gets its place",
      new AppError("http_failed", "Down"),
      { code: "http_failed", message: "Down", details: { nodeId: "work" } },
    ],
    [
      "details are kept",
      new AppError("http_failed", "Down", { field: "url", hint: "Check it" }),
      { details: { field: "url", hint: "Check it", nodeId: "work" } },
    ],
    [
      "a place it has already stays",
      new AppError("node_failed", "Inner", { nodeId: "inner" }),
      { message: "Inner", details: { nodeId: "inner" } },
    ],
    [
      "an unexpected one",
      new TypeError("x is undefined"),
      { code: "node_failed", message: "“Work” failed: x is undefined" },
    ],
    ["a thrown text", "no", { code: "node_failed", message: "“Work” failed: no" }],
    ["a thrown nothing", undefined, { code: "node_failed", message: "“Work” failed: undefined" }],
  ])("%s", (_, error, expected) => {
    expect(nodeProblem(error, "work", work)).toMatchObject(expected);
  });

  it("keeps what was thrown as its cause", () => {
    const bug = new TypeError("x");
    expect(nodeProblem(bug, "work", work)).toHaveProperty("cause", bug);
    const cause = new Error("socket");
    expect(nodeProblem(new AppError("http_failed", "Down", {}, { cause }), "work", work)).toHaveProperty(
      "cause",
      cause,
    );
  });

  it("lets a pause pass untouched: it travels by throwing", () => {
    const pause = new GraphInterrupt([]);
    expect(nodeProblem(pause, "work", work)).toBe(pause);
  });
});

describe("a problem as events carry it", () => {
  it.each<[string, unknown, object]>([
    [
      "place and advice, nothing else",
      new AppError("http_failed", "Down", {
        nodeId: "a",
        edgeId: "e",
        hint: "Wait",
        field: "url",
        data: { secret: 1 },
      }),
      { code: "http_failed", message: "Down", nodeId: "a", edgeId: "e", hint: "Wait" },
    ],
    ["no empty fields", new AppError("http_failed", "Down"), { code: "http_failed", message: "Down" }],
    ["a bug", new TypeError("x"), { code: "internal", message: "x" }],
    ["no error at all", 7, { code: "internal", message: "7" }],
  ])("%s", (_, error, expected) => {
    expect(runProblem(error)).toEqual(expected);
  });
});

describe("another attempt", () => {
  const pointless: ErrorCode[] = [
    "invalid_input",
    "not_found",
    "forbidden",
    "graph_invalid",
    "loop_cap_reached",
    "run_cancelled",
    "stopped",
    "outcome_unknown",
    "replay_diverged",
    "expression_failed",
    "model_not_configured",
    "model_not_allowed",
    "tool_not_configured",
    "model_auth",
    "model_bad_request",
    "egress_refused",
    "http_too_large",
    "code_failed",
    "code_memory",
    "circuit_open",
  ];

  it.each(errorCodes.map((code) => [code, !pointless.includes(code)] as const))(
    "after %s is worth it: %s",
    (code, worth) => {
      expect(isWorthRetrying(new AppError(code, "x"))).toBe(worth);
    },
  );

  it("is worth it after a bug, never after a stop", () => {
    expect(isWorthRetrying(new TypeError("x"))).toBe(true);
    expect(isWorthRetrying(new DOMException("Aborted", "AbortError"))).toBe(false);
  });
});
