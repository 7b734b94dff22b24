import { expect, it } from "vitest";
import type { Channels } from "./channel";
import { pinMisfits } from "./pin-misfits";

const channels: Channels = {
  reply: { type: "string", reducer: "replace" },
  trail: { type: "array", reducer: "append" },
};
const ports = [{ name: "yes" }, { name: "no" }];

it.each([
  [{ port: "yes", update: { reply: "Fine", trail: "one more" } }, []],
  [{ port: "limit", update: {} }, []],
  [{ port: "no", update: { reply: null } }, []],
  [{ port: "out", update: {} }, ["leaves by “out”, a port that is not there"]],
  [
    { port: "maybe", update: { reply: 7, gone: 1 } },
    [
      "leaves by “maybe”, a port that is not there",
      "writes “reply”, which needs a text, got 7",
      "writes “gone”, a channel that is not there",
    ],
  ],
])("of %j: %j", (pin, misfits) => {
  expect(pinMisfits(pin, ports, channels)).toEqual(misfits);
});
