import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FilterKey, type FilterValues, filterKeys, readFilters } from "./address";

const now = Date.UTC(2026, 4, 10, 12);
const read = (values: FilterValues) => {
  const { query, wrong } = readFilters(values, false);
  return { query: query(now), wrong };
};

describe("filters of an address", () => {
  it.each<[string, FilterValues, object]>([
    ["none", {}, {}],
    ["a status", { status: "error" }, { status: "error" }],
    ["an agent, by the API's name", { agent: "agent_1" }, { agentId: "agent_1" }],
    ["a conversation", { thread: "thr_1" }, { threadId: "thr_1" }],
    ["numbers", { minMs: "500", maxMicros: "20000" }, { minMs: 500, maxMicros: 20_000 }],
    ["a time before now", { since: "24h" }, { since: "2026-05-09T12:00:00.000Z" }],
    [
      "moments",
      { since: "2026-05-01T00:00:00Z", before: "1d" },
      { since: "2026-05-01T00:00:00.000Z", before: "2026-05-09T12:00:00.000Z" },
    ],
  ])("asks for %s", (_, values, query) => {
    expect(read(values)).toEqual({ query, wrong: {} });
  });

  it.each<[FilterValues, FilterKey, string]>([
    [{ status: "gone" }, "status", "There is no such choice."],
    [{ version: "1.5" }, "version", "Enter a whole number."],
    [{ version: "x" }, "version", "Enter a whole number."],
    [{ version: "3" }, "version", "Choose an agent, too: each counts its own versions."],
    [{ version: "0" }, "version", "The least is 1."],
    [{ since: "yesterday" }, "since", "A moment, or a time before now such as 24h or 7d."],
    [{ text: "x".repeat(201) }, "text", "At most 200 letters."],
    [{ minMs: "2000", maxMs: "1000" }, "maxMs", "This is less than the least."],
    [{ since: "1h", before: "2h" }, "before", "This is not after the start."],
  ])("says what is wrong with %j and asks without it", (values, key, words) => {
    const { query, wrong } = read({ ...values, source: "chat" });
    expect(wrong).toMatchObject({ [key]: words });
    for (const name of Object.keys(wrong))
      expect(Object.entries(query)).not.toContainEqual([name, expect.anything()]);
    expect(Object.entries(query)).not.toContainEqual([key, expect.anything()]);
    expect(query).toMatchObject({ source: "chat" });
  });

  it("asks for a version of the agent whose list it is", () => {
    expect(readFilters({ version: "3" }, true).query(now)).toEqual({ version: 3 });
    expect(read({ version: "3", agent: "agent_1" }).query).toEqual({ version: 3, agentId: "agent_1" });
  });

  it("asks for no bounds of a score that has no name", () => {
    const words = "Say which score it is.";
    expect(read({ minScore: "0.5" })).toEqual({ query: {}, wrong: { minScore: words, maxScore: words } });
    expect(read({ score: "accuracy", minScore: "0.5" })).toEqual({
      query: { score: "accuracy", minScore: 0.5 },
      wrong: {},
    });
  });

  it("never fails, whatever somebody wrote", () => {
    const values = fc.dictionary(fc.constantFrom(...filterKeys), fc.string());
    fc.assert(fc.property(values, (any) => void read(any)));
  });
});
