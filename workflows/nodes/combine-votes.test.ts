import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Quorum, quorumRules, type Vote } from "@/workflows/events/interrupt";
import { combineVotes } from "./combine-votes";

const answers = [
  { id: "yes", label: "Yes", tone: "primary" as const },
  { id: "later", label: "Later", tone: "neutral" as const },
  { id: "no", label: "No", tone: "danger" as const },
];
const at = "2026-03-05T09:00:00.000Z";
const votes = (...given: string[]): Vote[] =>
  given.map((answer, index) => ({ by: `Person ${index}`, at, answer }));
const quorum = (people: number, rule: Quorum["rule"]) => ({ answers, quorum: { people, rule } });

describe("answers of several people", () => {
  it.each<[string, Quorum["rule"], number, string[], string | undefined]>([
    ["the same from all", "same", 2, ["yes", "yes"], "yes"],
    ["one of two", "same", 2, ["yes"], undefined],
    ["two that differ, before the third is asked", "same", 3, ["yes", "no"], "split"],
    ["more than half, before all have answered", "majority", 3, ["yes", "yes"], "yes"],
    ["one each", "majority", 3, ["yes", "no"], undefined],
    ["one each of all three", "majority", 3, ["yes", "no", "later"], "split"],
    ["half and half", "majority", 4, ["yes", "no", "no", "yes"], "split"],
    ["half of them only", "majority", 4, ["yes", "yes"], undefined],
    ["a first rejection", "veto", 3, ["no"], "no"],
    ["a late rejection", "veto", 3, ["yes", "no"], "no"],
    ["no rejection and enough", "veto", 2, ["yes", "yes"], "yes"],
    ["no rejection and no agreement", "veto", 2, ["yes", "later"], "split"],
    ["nothing", "veto", 2, [], undefined],
  ])("%s (%s of %i): %j is %s", (_, rule, people, given, decided) => {
    expect(combineVotes(quorum(people, rule), votes(...given))?.answer).toBe(decided);
  });

  it("keep what those who agreed wrote, filled in and changed, and everybody's answer on record", () => {
    const given: Vote[] = [
      { by: "Ada", at, answer: "yes", text: " fine ", edits: { a: 1, b: 1 }, form: { sum: 1 } },
      { by: "Bob", at, answer: "no", text: "never", edits: { a: 9 }, form: { sum: 9 } },
      { by: "Cy", at, answer: "yes", text: "ok", edits: { a: 2 } },
    ];
    expect(combineVotes(quorum(3, "majority"), given)).toEqual({
      answer: "yes",
      text: "fine\nok",
      edits: { a: 2, b: 1 },
      form: { sum: 1 },
      votes: given,
    });
  });

  it("of one person is that person's, where one is asked", () => {
    const [vote] = votes("later");
    expect(vote && combineVotes({ answers }, [vote])).toEqual({ answer: "later", votes: [vote] });
  });

  it("never stay open once all have answered", () => {
    const ids = fc.constantFrom("yes", "later", "no");
    const drawn = fc.record({
      people: fc.integer({ min: 2, max: 6 }),
      rule: fc.constantFrom(...quorumRules),
      given: fc.array(ids, { minLength: 6, maxLength: 6 }),
    });
    fc.assert(
      fc.property(drawn, ({ people, rule, given }) => {
        const all = votes(...given.slice(0, people));
        expect(combineVotes(quorum(people, rule), all)).toBeDefined();
      }),
    );
  });
});
