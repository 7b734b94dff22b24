import { describe, expect, it } from "vitest";
import { listOf, number, type Shapes, text, typeWord } from "../types/value-type";
import { isInHole } from "./complete-template";
import { type Place, placeIn } from "./place";

const order = { kind: "object", fields: { total: number, tags: listOf(text) }, others: "none" } as const;
const shapes: Shapes = {
  name: text,
  count: number,
  order,
  orders: listOf(order),
  grid: listOf(listOf(number)),
};

/** `|` stands for the caret. */
function at(marked: string): Place | undefined {
  return placeIn(marked.replace("|", ""), marked.indexOf("|"), shapes);
}
const words = (types: Shapes) => Object.entries(types).map(([name, type]) => `${name}: ${typeWord(type)}`);

describe("what a name is asked of", () => {
  it.each([
    ["name.|", "text"],
    ["name . si|", "text"],
    ["order.tags[0].|", "text"],
    ["order['tags'].|", "list of texts"],
    ["orders.filter(o, o.total > 1)[0].|", "object"],
    ["grid[0][1].|", "number"],
    ["first(grid).|", "list of numbers"],
    ["1 + size(orders[0].tags).|", "number"],
    ["(count > 1 ? order.tags : [name]).|", "list of texts"],
    ["[order, order].|", "list of objects"],
    ["{'a': [count]}.a.|", "list of numbers"],
    ["'text'.|", "text"],
    ["name + order.|", "object"],
    ["order.?total.|", "any"],
    ["order.?name.|", "any"],
    ["order.?|", "object"],
    ["stranger.|", "any"],
    [").|", "any"],
    [".|", "any"],
  ])("in %s is %s", (marked, word) => {
    const receiver = at(marked)?.receiver;
    expect(receiver && typeWord(receiver)).toBe(word);
  });

  it.each(["|", "na|", "count + |", "size(|", "[count, |", "count > 1 ? |", "{'a': |", "count in |"])(
    "is nothing where a value begins: %s",
    (marked) => {
      expect(at(marked)).toBeDefined();
      expect(at(marked)).not.toHaveProperty("receiver");
    },
  );
});

describe("the part that a name takes the place of", () => {
  it.each([
    ["|", ["", ""]],
    ["na|me", ["na", "me"]],
    ["count + na|me.size()", ["na", "me"]],
    ["|name", ["", "name"]],
    ["order.to|tal > 3", ["to", "tal"]],
    ["gr|öße_2 + 1", ["gr", "öße_2"]],
    ["tru|e", ["tru", "e"]],
    ["in| ", ["in", ""]],
  ])("in %s", (marked, [before = "", after = ""]) => {
    const caret = marked.indexOf("|");
    expect(at(marked)).toMatchObject({
      from: caret - before.length,
      to: caret + after.length,
      typed: before,
    });
  });
});

describe("no name can stand", () => {
  it.each([
    ["in a text", ["'a|", '"a|', "'''a\n|", 'r"\\d|', "'it\\'s |", "'a'|"]],
    ["in a number", ["12|", "1.5|", "0x1|"]],
    ["behind a value", ["name |", "'a' |", "1 |", "orders[0] |", "size(name) |", "{} |", "null |"]],
    ["in a comment", ["// na|", "count // na|", "count + // |", "count + //|"]],
  ])("%s", (_, places) => {
    expect(places.filter((marked) => at(marked))).toEqual([]);
  });

  it("but behind a text, a comment or a line that is over", () => {
    const places = ["'a' + |", "'''a''' + |", "count + // why\n|", "'open\n + |", "1 == |"];
    expect(places.filter((marked) => !at(marked))).toEqual([]);
  });
});

describe("the names that loops give", () => {
  it.each([
    ["orders.map(o, |", ["o: object"]],
    ["orders.map(o, o.tags.exists(t, |", ["o: object", "t: text"]],
    ["orders.map(o, o.tags.map(o, |", ["o: text"]],
    ["grid.all(row, row.exists_one(cell, cell > |", ["row: list of numbers", "cell: number"]],
    ["orders.map(o, size(o.|", ["o: object"]],
    ["orders.map(o, o.total).filter(n, |", ["n: number"]],
    ["name.map(x, |", ["x: any"]],
    ["orders.map(o, o.total) == [|", []],
    ["orders.map(|", []],
    ["orders.map(o|", []],
    ["orders.join(o, |", []],
    ["map(o, |", []],
    ["orders.map('o', |", []],
  ])("in %s", (marked, given) => {
    expect(words(at(marked)?.variables ?? {})).toEqual(given);
  });
});

describe("a place in a template", () => {
  it.each([
    ["{{ na|me }}", true],
    ["{{|", true],
    ["{{ a }} and {{ |b", true],
    ["{{ '}}' + | }}", true],
    ["{{ {'a': 1}.|a }}", true],
    ["|{{ name }}", false],
    ["{{ name }|}", false],
    ["{{ name }}|", false],
    ["\\{{ na|me }}", false],
  ])("%s is inside of its brackets: %j", (marked, inside) => {
    expect(isInHole(marked.replace("|", ""), marked.indexOf("|"))).toBe(inside);
  });
});
