import { expect, test } from "vitest";
import { messagesIn } from "./turn-messages";

const stored = { id: "m1", role: "user" as const, content: "Stored" };
const answer = { id: "m2", role: "assistant" as const, content: "Hello" };
const silent = { id: "m3", role: "assistant" as const, content: "" };

test.each([
  ["as stored", [stored, silent, answer], { messages: "Sent" }, "messages", ["Stored", "Hello"]],
  ["as sent, before anything is stored", [], { messages: "Sent" }, "messages", ["Sent"]],
  [
    "as a program sent it",
    [],
    { messages: [answer, { role: "user", content: "Sent" }] },
    "messages",
    ["Sent"],
  ],
  ["the answer alone where no message was sent", [answer], { messages: 4 }, "messages", ["Hello"]],
  ["nothing sent to an agent that takes no messages", [answer], { topic: "x" }, null, ["Hello"]],
])("what was said: %s", (_, messages, input, channel, said) => {
  expect(messagesIn({ messages, input }, channel).map(({ content }) => content)).toEqual(said);
});
