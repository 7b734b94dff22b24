import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ChannelAt } from "@/workflows/graph/analysis/channels-at";
import type { ChannelType } from "@/workflows/graph/channel";
import { parseExpression } from "../parse";
import { typeOfChannel } from "../types/of-channel";
import { listOf, number, text, type ValueType } from "../types/value-type";
import { completeExpression } from "./complete";
import { completeTemplate } from "./complete-template";
import type { Completion, CompletionScope } from "./completion";

const order: ValueType = {
  kind: "object",
  fields: { total: number, tags: listOf(text), "ship to": text },
  others: "none",
};

function channel(name: string, type: ChannelType, writers: string[]): ChannelAt {
  return { name, type, writers, hasDefault: false, filled: writers.length > 0 };
}

const scope: CompletionScope = {
  channels: [
    channel("name", "string", ["Start"]),
    channel("messages", "messages", ["Start", "Ask", "Tools", "Check"]),
    channel("order", "object", ["Fetch"]),
    channel("orders", "array", ["Fetch"]),
    channel("later", "number", []),
    channel("map", "string", ["Start"]),
  ],
  failure: true,
  shapes: {
    name: text,
    messages: typeOfChannel("messages"),
    order,
    orders: listOf(order),
    later: number,
    error: { kind: "object", fields: { message: text }, others: "none" },
  },
  names: ["secrets", "item", "index"],
};

/** `|` stands for the caret. */
function at(marked: string, complete = completeExpression) {
  const caret = marked.indexOf("|");
  const source = marked.replace("|", "");
  const found = complete(source, caret, scope);
  const write = (option: Completion | undefined) => {
    if (!found || !option) return "";
    const after = found.from + (option.caret ?? option.insert.length);
    const whole = source.slice(0, found.from) + option.insert + source.slice(found.to);
    return `${whole.slice(0, after)}|${whole.slice(after)}`;
  };
  const options = found?.options ?? [];
  return {
    labels: options.map(({ label }) => label),
    option: (label: string) => options.find((each) => each.label === label),
    written: (label: string) => write(options.find((each) => each.label === label)),
  };
}

describe("in an expression", () => {
  it("begins with the channels that can hold a value, says who writes them, and ends with the empty ones", () => {
    const { labels, option } = at("|");
    expect(labels.slice(0, 4)).toEqual(["name", "messages", "order", "orders"]);
    expect(labels.at(-1)).toBe("later");
    expect(labels).toContain("size");
    expect(option("name")).toMatchObject({ info: "Written by Start", detail: "text" });
    expect(option("messages")).toMatchObject({ info: "Written by Start, Ask, Tools and 1 more" });
    expect(option("later")).toMatchObject({ empty: true });
    expect(option("error")).toMatchObject({ kind: "channel" });
    expect(labels).not.toContain("map");
  });

  it.each([
    ["order.|", ["total", "tags"]],
    ["order.to|", ["total"]],
    ["last(messages).con|", ["content"]],
    ["orders[0].ta|", ["tags"]],
    ["name == 'x' && order.t|", ["total", "tags"]],
    ["orders.filter(o, o.total > 3).map(item, item.t|", ["total", "tags"]],
    ["orders.exists(o, size(o.tags) > 0 && o.t|otal)", ["total", "tags"]],
    ["orders.map(o, o.tags.filter(t, t == na|", ["name"]],
    ["orders.map(o, o|", ["o", "order", "orders"]],
    ["(order).t|", ["total", "tags"]],
    ["{'a': order}.a.t|", ["total", "tags"]],
    ["order.?t|", ["total", "tags"]],
  ])("%s", (marked, first) => {
    expect(at(marked).labels.slice(0, first.length)).toEqual(first);
  });

  it.each(["'na|", "\"a 'b |", "1|", "name |", "order.total |", "size(name) |", "true |", "zzz|"])(
    "offers nothing at %s",
    (marked) => {
      expect(at(marked).labels).toEqual([]);
    },
  );

  it("offers the methods of the type", () => {
    expect(at("orders.|").labels).toEqual(expect.arrayContaining(["map", "filter", "exists"]));
    expect(at("orders.|").labels).not.toContain("startsWith");
    expect(at("name.|").labels).toContain("startsWith");
  });

  it.each([
    ["na|", "name", "name|"],
    ["order.t|", "total", "order.total|"],
    ["na|me == 'x'", "name", "name| == 'x'"],
    ["si|", "size", "size(|)"],
    ["orders.fi|", "filter", "orders.filter(item, |)"],
    ["name.sta|", "startsWith", "name.startsWith(|)"],
    ["sec|", "secrets", "secrets.|"],
    ["ind|", "index", "index|"],
  ])("%s with %s is %s", (marked, label, written) => {
    expect(at(marked).written(label)).toBe(written);
  });

  it("finds letters in order where nothing begins with them", () => {
    expect(at("mgs|").labels).toEqual(["messages"]);
  });
});

describe("in a template", () => {
  const inTemplate = (marked: string) => at(marked, completeTemplate);

  it.each([
    ["Hi {{|", "name", "Hi {{ name }}|"],
    ["Hi {{ na|", "name", "Hi {{ name }}|"],
    ["Hi {{na|, how\nare {{ name }}?", "name", "Hi {{ name }}|, how\nare {{ name }}?"],
    ["Hi {{|}}!", "name", "Hi {{ name| }}!"],
    ["Hi {{ na| }}!", "name", "Hi {{ name| }}!"],
    ["{{ ord|", "order", "{{ order| }}"],
    ["{{ order.t|", "total", "{{ order.total }}|"],
    ["{{ si|", "size", "{{ size(|) }}"],
    ["{{ name }} {{ order.t| }} {{ name }}", "total", "{{ name }} {{ order.total| }} {{ name }}"],
    ["a {{ sec|", "secrets", "a {{ secrets.|"],
  ])("%s with %s is %s", (marked, label, written) => {
    expect(inTemplate(marked).written(label)).toBe(written);
  });

  it.each(["na|", "{{ name }} na|", "\\{{ na|", "|{{ name }}", "{|{ name }}"])(
    "offers nothing at %s",
    (marked) => {
      expect(inTemplate(marked).labels).toEqual([]);
    },
  );
});

describe("any text at all", () => {
  const words = "name order . ( ) [ ] { } , + == ' \" .map(o, o. 1 {{ }} \\ ? last( 😀 in".split(" ");
  const soup = fc.array(fc.constantFrom(...words)).map((parts) => parts.join(""));

  it("is completed without a crash, inside of the text", () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string()), fc.nat(40), (source, position) => {
        const caret = Math.min(position, source.length);
        for (const complete of [completeExpression, completeTemplate]) {
          const found = complete(source, caret, scope);
          if (!found) continue;
          expect(found.from).toBeLessThanOrEqual(caret);
          expect(found.to).toBeGreaterThanOrEqual(caret);
          expect(found.to).toBeLessThanOrEqual(source.length);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("leaves a channel chosen at an empty field an expression that reads", () => {
    const options = completeExpression("", 0, scope)?.options ?? [];
    const inserted = options.filter(({ kind }) => kind === "channel").map(({ insert }) => insert);
    expect(inserted.length).toBeGreaterThan(3);
    expect(inserted.filter((insert) => !parseExpression(insert).ok)).toEqual([]);
  });
});
