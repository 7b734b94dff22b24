import { describe, expect, it } from "vitest";
import { branch, draw, end, mark, node, start } from "@/workflows/compile/testing/draw";
import { portsOf } from "./ports";
import { nodeDefinitions } from "./registry";

const names = (document: ReturnType<typeof draw>, id: string) =>
  portsOf(document, id, nodeDefinitions).map((port) => port.name);

describe("the ports of a node", () => {
  const document = draw({
    nodes: {
      start: start(),
      plain: mark("plain"),
      safe: mark("safe", "trail", { onError: "port" }),
      check: branch({ yes: "true" }),
      odd: node("branch", { conditions: "none" }),
      strange: node("constructor", {}),
      end: end(),
    },
    edges: ["start > plain", "plain > safe", "safe > check", "check.yes > plain x3", "check.else > end"],
  });

  it.each([
    ["start", ["out"]],
    ["plain", ["out"]],
    ["safe", ["out", "error"]],
    ["check", ["yes", "else", "limit"]],
    ["end", []],
  ])("of %s follow from its type, its policy and its edges' caps", (id, ports) => {
    expect(names(document, id)).toEqual(ports);
  });

  it.each(["odd", "strange", "missing"])("are none for %s, which nothing is known about", (id) => {
    expect(names(document, id)).toEqual([]);
  });
});
