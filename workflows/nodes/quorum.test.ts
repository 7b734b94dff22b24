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
const choice = fc.constantFrom("yes", "later", "no");
const rule = fc.constantFrom(...quorumRules);
const people = fc.integer({ min: 2, max: 7 });
const castBy = (given: readonly string[]): Vote[] => given.map((answer, n) => ({ by: `P${n}`, at, answer }));
const decide = (quorum: Quorum, given: readonly string[]) =>
  combineVotes({ answers, quorum }, castBy(given))?.answer;

/** The answer at which a vote ends, and how many had answered by then. */
function ended(quorum: Quorum, given: readonly string[]): { answer: string; after: number } | undefined {
  for (let after = 1; after <= given.length; after += 1) {
    const answer = decide(quorum, given.slice(0, after));
    if (answer !== undefined) return { answer, after };
  }
  return undefined;
}
const full = fc
  .tuple(rule, people)
  .chain(([how, count]) =>
    fc
      .array(choice, { minLength: count, maxLength: count })
      .map((given) => ({ quorum: { rule: how, people: count }, given })),
  );

describe("a vote of several people", () => {
  it("always ends, with the last of them at the latest", () => {
    fc.assert(
      fc.property(full, ({ quorum, given }) => {
        expect(ended(quorum, given)).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });

  it("ends with something that was chosen, or with no agreement", () => {
    fc.assert(
      fc.property(full, ({ quorum, given }) => {
        const answer = ended(quorum, given)?.answer ?? "";
        expect([...given, "split"]).toContain(answer);
      }),
    );
  });

  it("that a majority has decided is not turned by those who come later", () => {
    fc.assert(
      fc.property(full, ({ quorum, given }) => {
        fc.pre(quorum.rule === "majority");
        const end = ended(quorum, given);
        fc.pre(end?.answer !== "split");
        expect(decide(quorum, given)).toBe(end?.answer);
      }),
    );
  });

  it("comes to the same by majority, in whatever order they answer", () => {
    fc.assert(
      fc.property(full, ({ quorum, given }) => {
        fc.pre(quorum.rule === "majority");
        expect(ended(quorum, given.toReversed())?.answer).toBe(ended(quorum, given)?.answer);
        expect(ended(quorum, given.toSorted())?.answer).toBe(ended(quorum, given)?.answer);
      }),
    );
  });

  it("is won by more than half of all who are asked, never by fewer", () => {
    fc.assert(
      fc.property(full, ({ quorum, given }) => {
        fc.pre(quorum.rule === "majority");
        const winners = answers.filter(
          ({ id }) => given.filter((each) => each === id).length * 2 > quorum.people,
        );
        expect(ended(quorum, given)?.answer).toBe(winners[0]?.id ?? "split");
        expect(winners.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("by the same answer of all is split by the first who differs", () => {
    fc.assert(
      fc.property(full, ({ quorum, given }) => {
        fc.pre(quorum.rule === "same");
        const first = given.findIndex((each) => each !== given[0]);
        const end = ended(quorum, given);
        expect(end).toEqual(
          first === -1 ? { answer: given[0], after: quorum.people } : { answer: "split", after: first + 1 },
        );
      }),
    );
  });

  it("with a veto ends at the first rejection, whoever agreed before", () => {
    fc.assert(
      fc.property(full, ({ quorum, given }) => {
        fc.pre(quorum.rule === "veto");
        const end = ended(quorum, given);
        const rejected = given.indexOf("no");
        const wasInTime = rejected !== -1 && rejected < (end?.after ?? 0);
        expect(end?.answer === "no").toBe(wasInTime);
        expect(wasInTime ? end?.after : 0).toBe(wasInTime ? rejected + 1 : 0);
      }),
    );
  });

  it("keeps every vote on record, and changes none", () => {
    fc.assert(
      fc.property(full, ({ quorum, given }) => {
        const votes = castBy(given);
        const before = structuredClone(votes);
        expect(combineVotes({ answers, quorum }, votes)?.votes ?? before).toEqual(before);
        expect(votes).toEqual(before);
      }),
    );
  });

  it("of one person is ended by that person's answer", () => {
    fc.assert(
      fc.property(choice, (answer) => {
        expect(combineVotes({ answers }, castBy([answer]))?.answer).toBe(answer);
      }),
    );
  });
});

describe("what the winners brought", () => {
  const quorum: Quorum = { rule: "majority", people: 3 };
  const vote = (by: string, answer: string, more: Partial<Vote> = {}): Vote => ({ by, at, answer, ...more });

  it.each<[string, Vote[], object]>([
    ["empty texts", [vote("a", "yes", { text: " " }), vote("b", "yes", { text: "" })], {}],
    ["texts of those who lost", [vote("a", "no", { text: "x" }), vote("b", "yes"), vote("c", "yes")], {}],
    [
      "changes of both, the later over the earlier",
      [vote("a", "yes", { edits: { d: 1, e: 1 } }), vote("b", "yes", { edits: { d: 2 } })],
      { edits: { d: 2, e: 1 } },
    ],
    [
      "a form of the last who filled it in",
      [vote("a", "yes", { form: { n: 1 } }), vote("b", "yes")],
      { form: { n: 1 } },
    ],
    ["a result that is nothing", [vote("a", "yes", { result: null }), vote("b", "yes")], { result: null }],
    ["changes to nothing", [vote("a", "yes", { edits: {} }), vote("b", "yes", { edits: {} })], {}],
  ])("is %s", (_, votes, brought) => {
    expect(combineVotes({ answers, quorum }, votes)).toEqual({ answer: "yes", ...brought, votes });
  });

  it("is nothing where they did not agree", () => {
    const split = [
      vote("a", "yes", { text: "x", edits: { d: 1 } }),
      vote("b", "no", { form: { n: 1 } }),
      vote("c", "later"),
    ];
    expect(combineVotes({ answers, quorum }, split)).toEqual({ answer: "split", votes: split });
  });
});
