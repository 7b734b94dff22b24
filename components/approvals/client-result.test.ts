import { expect, it } from "vitest";
import type { InterruptPayload } from "@/workflows/events/interrupt";
import type { JsonObject } from "@/workflows/graph/json";
import { readResult } from "./client-result";

const call = (resultSchema?: JsonObject): InterruptPayload => ({
  kind: "client",
  message: "",
  tool: { name: "open_page", purpose: "", args: {}, schema: { type: "object" } },
  ...(resultSchema && { resultSchema }),
  answers: [{ id: "result", label: "Send", tone: "primary" }],
  allowText: true,
});
const opened = { type: "object", properties: { opened: { type: "boolean" } }, required: ["opened"] };

it.each([
  ['{"a": 1}', { a: 1 }],
  ["null", null],
  ["It is open", "It is open"],
])("reads %s", (text, result) => {
  expect(readResult(call(), text)).toEqual({ result });
});

it("says what does not fit", () => {
  expect(readResult(call(opened), '{"opened": true}')).toEqual({ result: { opened: true } });
  expect(readResult(call(opened), "yes")).toMatchObject({
    error: expect.stringContaining("does not fit “open_page”"),
  });
  expect(readResult(call(), " ")).toMatchObject({ error: expect.any(String) });
});
