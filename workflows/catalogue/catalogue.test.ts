import { describe, expect, it, test } from "vitest";
import { dataClasses, maySee, stricter } from "./data-class";
import { demandsOf } from "./data-rules";
import { type Facts, mergeFacts } from "./facts";
import { type AskingRun, refusalOf } from "./refusal";
import { isIn } from "./region";

describe("facts", () => {
  it("are as the most trusted says, each by itself", () => {
    const merged = mergeFacts({
      connection: { region: "eu", dataClass: "public" },
      known: { tools: true, images: true, contextTokens: 1_000 },
      provider: { contextTokens: 2_000 },
      chosen: { dataClass: "internal", tools: false, files: true },
      client: { files: false },
    });
    expect(merged).toEqual({
      facts: {
        region: "eu",
        dataClass: "internal",
        tools: false,
        images: true,
        contextTokens: 2_000,
        files: false,
      },
      sources: {
        region: "connection",
        dataClass: "chosen",
        tools: "chosen",
        images: "known",
        contextTokens: "provider",
        files: "client",
      },
    });
  });

  it("are not there where nobody knows", () => {
    expect(mergeFacts({ known: { tools: undefined } })).toEqual({ facts: {}, sources: {} });
  });
});

describe("classes of data", () => {
  it("let a model see its own and what is less delicate", () => {
    const seen = dataClasses.map((model) => dataClasses.filter((data) => maySee(model, data)));
    expect(seen).toEqual([["public"], ["public", "internal"], [...dataClasses]]);
    expect(dataClasses.filter((data) => maySee(undefined, data))).toEqual(["public"]);
  });

  it.each([
    [undefined, undefined, undefined],
    ["public", undefined, "public"],
    [undefined, "internal", "internal"],
    ["confidential", "internal", "confidential"],
    ["public", "internal", "internal"],
  ] as const)("%s and %s ask %s together", (a, b, both) => {
    expect(stricter(a, b)).toBe(both);
  });
});

test.each([
  ["eu", ["eu"], true],
  ["eu-central-1", ["us", "eu"], true],
  ["europe-west4", ["eu"], false],
  ["us", ["eu"], false],
  [undefined, ["eu"], false],
])("%s lies in %j: %s", (place, regions, expected) => {
  expect(isIn(place, regions)).toBe(expected);
});

it("sums up what workspace and agents ask", () => {
  expect(demandsOf([{}, { regions: [] }])).toEqual({ dataClass: undefined, regions: [] });
  expect(
    demandsOf([
      { dataClass: "internal", regions: ["eu"] },
      { dataClass: "public" },
      { regions: ["ch", "eu"] },
    ]),
  ).toEqual({ dataClass: "internal", regions: [["eu"], ["ch", "eu"]] });
});

const run: AskingRun = { onBehalfOf: "viewer", demands: { dataClass: "internal", regions: [["eu"]] } };
test.each<[string, Facts, string | undefined]>([
  ["fits", { region: "eu", dataClass: "internal" }, undefined],
  ["is for its role", { usableFor: ["viewer"], region: "eu-1", dataClass: "confidential" }, undefined],
  [
    "is for others",
    { usableFor: ["admin", "key"] },
    "is kept to administrators and API keys, and this run is made for viewers",
  ],
  ["is not cleared", { region: "eu" }, "is not cleared for internal data"],
  [
    "may see less",
    { region: "eu", dataClass: "public" },
    "may see public data at most, and this is internal",
  ],
  ["is elsewhere", { region: "us", dataClass: "internal" }, "runs in us, not in eu"],
  ["is somewhere", { dataClass: "internal" }, "runs nobody knows where, not in eu"],
])("a model that %s", (_, facts, why) => {
  expect(refusalOf(facts, run)).toBe(why);
});

it("keeps a model from runs of whom nobody knows for whom they are", () => {
  expect(refusalOf({ usableFor: ["admin"] }, { demands: { regions: [] } })).toBe(
    "is kept to administrators, and this run is made for somebody else",
  );
});

it("asks nothing where nothing is demanded", () => {
  expect(refusalOf({}, { demands: { regions: [] } })).toBeUndefined();
});
