import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Channel, Channels, ChannelType } from "@/workflows/graph/channel";
import { checkExpression, checkTemplate } from "./check";
import { typesFor } from "./expectation";

const channels: Channels = {
  count: { type: "number", reducer: "replace" },
  name: { type: "string", reducer: "replace" },
  done: { type: "boolean", reducer: "replace" },
  order: { type: "object", reducer: "merge" },
  tags: { type: "array", reducer: "append" },
  messages: { type: "messages", reducer: "messages" },
  anything: { type: "any", reducer: "replace" },
};

const legit: [string, ChannelType?][] = [
  ["count + 1", "number"],
  ["count > 3", "boolean"],
  ["count % 2 == 0 && done", "boolean"],
  ["name == null", "boolean"],
  ["tags[count]"],
  ["error.message"],
  ["error != null && error.code == 'http_failed'", "boolean"],
  ["count in [1, 2]", "boolean"],
  ["order.customer.name", "string"],
  ["last(messages).content", "string"],
  ["messages.filter(m, m.role == 'tool')", "messages"],
  ["tags.map(t, t)", "array"],
  ["anything.a.b > 2", "boolean"],
  ["anything", "boolean"],
  ["done ? 'a' : 'b'", "string"],
  ["size(tags) > 0 || name.startsWith('a')", "boolean"],
  ["{'a': count}", "object"],
  ["text(count) + name", "string"],
  ["name", "any"],
  ["type(count) == double", "boolean"],
];

const wrong: [text: string, code: string, message: RegExp, place: string, expected?: ChannelType][] = [
  ["", "syntax", /empty/, ""],
  ["count +", "syntax", /too early/, ""],
  ["count = 1", "syntax", /==/, "="],
  ["done and name", "syntax", /&&/, "and"],
  ["not done", "syntax", /!/, "done"],
  ["count <> 1", "syntax", /!=/, ">"],
  ["{{ count }}", "syntax", /curly/, "}"],
  ["'abc", "syntax", /closing quote/, "'abc"],
  ["(count", "syntax", /expected \)/, ""],
  ["while", "syntax", /reserved/, "while"],
  ["coutn > 1", "unknown_channel", /Did you mean “count”/, "coutn"],
  ["zzz", "unknown_channel", /^There is no channel named “zzz”\.$/, "zzz"],
  ["tags.map(t, t + nam)", "unknown_channel", /“name”/, "nam"],
  ["shout(name)", "unknown_function", /shout/, "shout(name)"],
  ["name.shout()", "unknown_function", /shout/, "name.shout()"],
  ["count > '3'", "type", /a number and a text do not go together with >/, "count > '3'"],
  ["name + count", "type", /text\(/, "name + count"],
  ["lower(count)", "type", /lower\(…\) works on a text, not on a number/, "lower(count)"],
  ["name && done", "type", /&& does not work on a text/, "name && done"],
  ["count", "type", /true or false is needed/, "count", "boolean"],
  ["name", "type", /a number is needed/, "name", "number"],
  ["order", "type", /Wrap it in text/, "order", "string"],
  ["done ? 1 : 2.5", "type", /a whole number.*a number with a point.*1\.0/, "done ? 1 : 2.5"],
  ["done ? 'a' : null", "type", /dyn\(…\)/, "done ? 'a' : null"],
  ["last(messages).contnet", "unknown_field", /Did you mean “content”/, "contnet"],
  ["error.mesage", "unknown_field", /Did you mean “message”/, "mesage"],
  ["last(messages).content > 3", "type", /a text and a number/, "last(messages).content > 3"],
  ["last(messages).content", "type", /gives a text, but true or false/, "last(messages).content", "boolean"],
  ["messages.map(m, m.content)", "type", /a list of texts/, "messages.map(m, m.content)", "string"],
];

describe("checkExpression", () => {
  it.each(legit)("finds nothing in %s", (text, expected) => {
    expect(checkExpression(text, channels, expected)).toEqual([]);
  });

  it.each(wrong)("finds in “%s” a problem of kind %s", (text, code, message, place, expected) => {
    const [problem, ...more] = checkExpression(text, channels, expected);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ code, message: expect.stringMatching(message) });
    expect(text.slice(problem?.start, problem?.end)).toBe(place);
  });

  it("reports each unknown channel once, where it stands first", () => {
    const found = checkExpression("a1 + b1 + a1", channels);
    expect(found.map(({ channel, start }) => [channel, start])).toEqual([
      ["a1", 0],
      ["b1", 5],
    ]);
  });

  it("copes with channels named like words of the language", () => {
    const odd: Channels = {
      type: { type: "string", reducer: "replace" },
      for: { type: "any", reducer: "replace" },
    };
    expect(checkExpression("1 + 1", odd)).toEqual([]);
  });

  it("never throws, and places problems inside the text", () => {
    const word = fc.constantFrom(
      ..."count name ( ) [ ] { } + == && ? : . , 'a' 1 2.5 .map(x, x) has(".split(" "),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ maxLength: 3 }))), (words) => {
        const text = words.join(" ");
        for (const { start, end } of checkExpression(text, channels)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

describe("checkTemplate", () => {
  it.each([["Hi {{ name }}"], ["no brackets"], ["{{ order }} and {{ tags }}"]])(
    "finds nothing in %s",
    (text) => {
      expect(checkTemplate(text, channels)).toEqual([]);
    },
  );

  it("counts places in the whole template", () => {
    const text = "Hi {{ name }}, {{ coutn }} {{ count + }}";
    const found = checkTemplate(text, channels);
    expect(found.map(({ code }) => code)).toEqual(["unknown_channel", "syntax"]);
    expect(text.slice(found[0]?.start, found[0]?.end)).toBe("coutn");
  });

  it("adds the brackets that never close", () => {
    expect(checkTemplate("{{ nam }} {{ x", channels).map(({ code }) => code)).toEqual([
      "unknown_channel",
      "unclosed",
    ]);
  });
});

describe("what may be written to a channel", () => {
  const problems = (text: string, channel: Channel) => checkExpression(text, channels, typesFor(channel));

  it.each<[string, Channel, number]>([
    ["name", { type: "string", reducer: "replace" }, 0],
    ["count", { type: "string", reducer: "replace" }, 1],
    ["null", { type: "string", reducer: "replace" }, 0],
    ["name", { type: "array", reducer: "append" }, 0],
    ["name", { type: "array", reducer: "replace" }, 1],
    ["name", { type: "messages", reducer: "messages" }, 0],
    ["{'role': 'user', 'content': name}", { type: "messages", reducer: "messages" }, 0],
    ["count", { type: "messages", reducer: "messages" }, 1],
    ["name", { type: "any", reducer: "replace" }, 0],
    ["name", { type: "any", reducer: "add" }, 1],
    ["count", { type: "any", reducer: "merge" }, 1],
  ])("%s to %j", (text, channel, count) => {
    expect(problems(text, channel)).toHaveLength(count);
  });
});
