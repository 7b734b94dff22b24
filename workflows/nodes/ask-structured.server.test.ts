import { HumanMessage } from "@langchain/core/messages";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/workflows/graph/json";
import { AnsweringModel } from "@/workflows/testing/answering-model";
import { askStructured } from "./ask-structured.server";
import { misfitsOf } from "./misfits";

const schema: JsonObject = {
  type: "object",
  properties: { city: { type: "string" }, days: { type: "integer", minimum: 1 } },
  required: ["city"],
  additionalProperties: false,
};
const ask = (answer: object | string) =>
  askStructured(new AnsweringModel(answer), schema, [new HumanMessage("Where?")], {});

describe("a structured question", () => {
  it("gives the object that fits", async () => {
    expect(await ask({ city: "Rome", days: 3 })).toMatchObject({
      value: { city: "Rome", days: 3 },
      misfits: [],
    });
  });

  it("tells of everything that does not fit, and keeps what came", async () => {
    const { value, given, misfits } = await ask({ days: 0 });
    expect(value).toBeUndefined();
    expect(given).toEqual({ days: 0 });
    expect(misfits.map(({ path }) => path).sort()).toEqual(["city", "days"]);
  });

  it("has nothing where no object came", async () => {
    const reply = await ask("Rome, I think.");
    expect(reply).toMatchObject({ misfits: [{ path: "", message: "it is no JSON object" }] });
    expect(reply.raw.text).toBe("Rome, I think.");
    expect(reply.given).toBeUndefined();
  });
});

it.each<[unknown, string[]]>([
  [{ city: "Rome" }, []],
  [{ city: 1 }, ["city"]],
  [{ city: "Rome", days: 1.5 }, ["days"]],
  [{ city: "Rome", extra: 1 }, [""]],
  ["Rome", [""]],
])("finds what does not fit in %j", (value, paths) => {
  expect(misfitsOf(schema, value).map(({ path }) => path)).toEqual(paths);
});
