import { AIMessage, type BaseMessage, HumanMessage } from "@langchain/core/messages";
import { messagesStateReducer } from "@langchain/langgraph";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toPlainValue } from "@/workflows/events/plain-message.server";
import { changedMessages } from "./changed-messages";

const user = (content: string, id?: string) => new HumanMessage({ content, ...(id && { id }) });
const [a, b, c] = [user("A", "1"), new AIMessage({ content: "B", id: "2" }), user("C", "3")];

describe("the messages that changed", () => {
  it.each<[string, unknown, unknown, unknown]>([
    ["all of them where there were none", undefined, [a, b], [a, b]],
    ["none of none", [], undefined, []],
    ["none of the same ones, whatever objects hold them", [a], [user("A", "1")], []],
    [
      "one that says something else by now, and one that is new",
      [a, b],
      [user("A!", "1"), b, c],
      [user("A!", "1"), c],
    ],
    ["one that another role says", [b], [user("B", "2")], [user("B", "2")]],
    ["a new one without an id", [user("A")], [user("A"), user("B")], [user("B")]],
  ])("are %s", (_, before, after, changed) => {
    expect(toPlainValue(changedMessages(before, after))).toEqual(toPlainValue(changed));
  });

  it.each<[string, unknown, unknown]>([
    ["one is gone", [a, b], [a]],
    ["all are gone", [a], []],
    ["two changed places", [a, b], [b, a]],
    ["one was put in front", [a], [b, a]],
    ["one has another id", [a], [user("A", "9")]],
    ["one without an id says something else", [user("A")], [user("A!")]],
  ])("cannot be written where %s", (_, before, after) => {
    expect(changedMessages(before, after)).toBeUndefined();
  });

  it("are all that it takes to write the same conversation again", () => {
    const message = fc
      .tuple(fc.constantFrom("1", "2", "3", "4"), fc.constantFrom("x", "y"))
      .map(([id, content]) => user(content, id));
    const distinct = fc.uniqueArray(message, { maxLength: 4, selector: ({ id }) => id });
    fc.assert(
      fc.property(distinct, distinct, (before, written) => {
        const after = messagesStateReducer(before, written);
        const changed = changedMessages(before, after);
        // What was written again as it stood is no change.
        expect(changed?.length).toBeLessThanOrEqual(written.length);
        const again = messagesStateReducer(before, changed?.filter(isMessage) ?? []);
        expect(toPlainValue(again)).toEqual(toPlainValue(after));
      }),
    );
  });
});

function isMessage(value: unknown): value is BaseMessage {
  return value instanceof HumanMessage;
}
