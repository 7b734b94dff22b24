import { expect, it } from "vitest";
import type { NodeHistory } from "./history";
import { historyInside } from "./history-inside";

const spread = { p5: 0, p50: 0, p95: 0 };
const of = (nodeId: string): NodeHistory => ({
  nodeId,
  runs: 1,
  visits: 1,
  tokensIn: spread,
  tokensOut: spread,
  costMicros: spread,
  unpricedCalls: 0,
  ms: spread,
  ports: [],
});

it.each([
  ["sub", ["a", "deep"]],
  ["sub/deep", ["b"]],
  ["elsewhere", []],
])("inside %s stand %j", (address, ids) => {
  const history = ["sub", "sub/a", "sub/deep", "sub/deep/b", "subtle/c"].map(of);
  expect(historyInside(history, address).map(({ nodeId }) => nodeId)).toEqual(ids);
});
