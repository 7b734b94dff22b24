import { sketch } from "@/workflows/graph/testing/sketch";
import { type Case, number, text } from "./case";

/** Put together, so that no scanner takes this file for a leak. */
const key = `sk-${"q7Zt4Xw9Lk2Pv8Rj3Ns6Hc1Y"}`;

const choosing = (conditions: string[]) =>
  sketch({
    nodes: {
      a: {
        ports: conditions.map((_, index) => `p${index}`),
        rules: conditions.map((when) => ({ when })),
      },
    },
    edges: `start > a; ${conditions.map((_, index) => `a.p${index} > end`).join("; ")}`,
    channels: { x: { ...number, default: 0 } },
  });

export const settingsCases: Case[] = [
  {
    code: "config_invalid",
    name: "a value outside its bounds",
    has: sketch({ nodes: { a: { size: 0 } }, edges: "start > a; a > end" }),
    severity: "error",
    path: { nodeId: "a", field: "size" },
    message: /“A”: Size: too small/,
    hasNot: sketch({ nodes: { a: { size: 1 } }, edges: "start > a; a > end" }),
  },
  {
    code: "config_invalid",
    name: "a missing part",
    has: sketch({ nodes: { a: { reads: [{}] } }, edges: "start > a; a > end" }),
    severity: "error",
    path: { nodeId: "a", field: "reads.0.channel" },
    message: /is missing\.$/,
    hasNot: sketch({ nodes: { a: { reads: [] } }, edges: "start > a; a > end" }),
  },
  {
    code: "config_invalid",
    name: "what the type refuses itself",
    has: sketch({ nodes: { a: { refuse: true } }, edges: "start > a; a > end" }),
    severity: "error",
    path: { nodeId: "a", field: "refuse" },
    message: /Refused/,
    hasNot: sketch({ nodes: { a: { refuse: false } }, edges: "start > a; a > end" }),
  },
  {
    code: "expression_invalid",
    name: "grammar",
    has: sketch({ nodes: { a: { when: "x >" } }, edges: "start > a; a > end", channels: { x: number } }),
    severity: "error",
    path: { nodeId: "a", field: "when" },
    message: /“A”: The expression stops too early/,
    hasNot: sketch({ nodes: { a: { when: "x > 1" } }, edges: "start > a; a > end", channels: { x: number } }),
  },
  {
    code: "expression_invalid",
    name: "a condition that is no condition",
    has: sketch({ nodes: { a: { when: "x + 1" } }, edges: "start > a; a > end", channels: { x: number } }),
    severity: "error",
    path: { nodeId: "a", field: "when" },
    message: /true or false is needed/,
    hasNot: sketch({
      nodes: { a: { when: "x == 1" } },
      edges: "start > a; a > end",
      channels: { x: number },
    }),
  },
  {
    code: "expression_invalid",
    name: "an open template",
    has: sketch({ nodes: { a: { text: "Hi {{ x" } }, edges: "start > a; a > end", channels: { x: text } }),
    severity: "error",
    path: { nodeId: "a", field: "text" },
    message: /never closed/,
    hasNot: sketch({
      nodes: { a: { text: "Hi {{ x }}", hidden: "x >" } },
      edges: "start > a; a > end",
      channels: { x: text },
    }),
  },
  {
    code: "expression_invalid",
    name: "a channel called like a word of the language",
    has: sketch({ edges: "start > end", channels: { type: text } }),
    severity: "warning",
    path: { channel: "type" },
    message: /another name/,
    hasNot: sketch({ edges: "start > end", channels: { kind: text } }),
  },
  {
    code: "interrupt_after_side_effect",
    name: "a pause after a change outside",
    has: sketch({ nodes: { a: { effect: true, pause: true } }, edges: "start > a; a > end" }),
    severity: "warning",
    path: { nodeId: "a" },
    message: /again when they answer/,
    hasNot: sketch({
      nodes: { a: { effect: true }, b: { pause: true } },
      edges: "start > a; a > b; b > end",
    }),
  },
  {
    code: "branch_never_matches",
    name: "behind a wider condition",
    has: choosing(["x > 5", "x > 10"]),
    severity: "warning",
    path: { nodeId: "a", port: "p1", field: "rules.1.when" },
    message: /“A”: “p1” never decides: “p0” before it takes every case of it\. Try it first/,
    hasNot: choosing(["x > 10", "x > 5"]),
    fixed: true,
  },
  {
    code: "branch_never_matches",
    name: "behind several that together leave nothing",
    has: choosing(["x == 1", "x == 2", "x in [1, 2]"]),
    severity: "warning",
    path: { nodeId: "a", port: "p2" },
    message: /“p0” and “p1” before it together take every case of it\. Change/,
    hasNot: choosing(["x == 1", "x == 2", "x in [1, 2, 3]"]),
  },
  {
    code: "branch_never_matches",
    name: "never true at all",
    has: choosing(["x > 5 && x < 3"]),
    severity: "warning",
    path: { nodeId: "a", port: "p0" },
    message: /can never be true/,
    hasNot: choosing(["x > 5 || x < 3"]),
  },
  {
    code: "secret_in_text",
    name: "a key in a prompt",
    has: sketch({ nodes: { a: { text: `Use ${key}.` } }, edges: "start > a; a > end" }),
    severity: "warning",
    path: { nodeId: "a", field: "text" },
    message: /“A”: Text holds what looks like an OpenAI key/,
    hasNot: sketch({ nodes: { a: { text: "Use sk-YOUR_KEY_GOES_HERE" } }, edges: "start > a; a > end" }),
  },
  {
    code: "secret_in_text",
    name: "a default that every reader of the agent sees",
    has: sketch({ edges: "start > end", channels: { x: { ...text, default: key } } }),
    severity: "warning",
    path: { channel: "x", field: "default" },
    message: /The default of “x”/,
    hasNot: sketch({ edges: "start > end", channels: { x: { ...text, default: "sk-" } } }),
  },
];
