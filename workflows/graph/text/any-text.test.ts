import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply } from "@/workflows/graph/apply";
import { emptyDocument, type GraphDocument } from "@/workflows/graph/document";
import { invert } from "@/workflows/graph/invert";
import type { SingleOperation } from "@/workflows/graph/operation";
import { isStorable } from "@/workflows/graph/storable";
import { applied } from "@/workflows/graph/testing/arbitraries";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { templates } from "@/workflows/templates/registry";
import { findText } from "./find-text";
import { placeKey, textsOf } from "./places";
import { replaceText } from "./replace-text";
import { plainSearch, type Search, type SearchOptions } from "./search";

const options: SearchOptions = { matchCase: true, wholeWord: false };
function searchFor(query: string, more: Partial<SearchOptions> = {}): Search {
  const made = plainSearch(query, { ...options, ...more });
  return made.ok ? made.value : () => [];
}
const find = (document: GraphDocument, query: string) =>
  findText(document, searchFor(query), nodeDefinitions);

function replacedIn(document: GraphDocument, query: string, replacement: string): GraphDocument {
  const operation = replaceText(document, find(document, query), replacement, nodeDefinitions);
  const result = apply(document, operation);
  expect(result).toMatchObject({ ok: true });
  return result.ok ? result.value : document;
}

const drawn = fc.constantFrom(...templates.map(({ document }) => document));
/** Words that stand in templates, and some that do not. */
const query = fc.constantFrom("the", "text", "{{", "Title", "draft", "a", "What", "no such words", "Review");
const unseen = "⟦new⟧";
const texts = (document: GraphDocument) =>
  new Map(textsOf(document, nodeDefinitions).map(({ place, text }) => [placeKey(place), text]));

describe("what is found", () => {
  it("stands where it is said to stand, and everywhere else it does not", () => {
    fc.assert(
      fc.property(drawn, query, (document, words) => {
        const found = find(document, words);
        const all = texts(document);
        for (const { place, start, match, before, after } of found) {
          const text = all.get(placeKey(place)) ?? "";
          expect(text.slice(start, start + match.length)).toBe(words);
          expect(text).toContain(before + match + after);
        }
        const counted = [...all.values()].reduce((sum, text) => sum + text.split(words).length - 1, 0);
        expect(found).toHaveLength(counted);
      }),
    );
  });

  it("is as much or more where capitals do not count, and as much or less where only whole words do", () => {
    fc.assert(
      fc.property(drawn, query, (document, words) => {
        const count = (more: Partial<SearchOptions>) =>
          findText(document, searchFor(words, more), nodeDefinitions).length;
        expect(count({ matchCase: false })).toBeGreaterThanOrEqual(count({}));
        expect(count({ wholeWord: true })).toBeLessThanOrEqual(count({}));
      }),
    );
  });
});

describe("what is replaced", () => {
  it("is every match and nothing but the matches", () => {
    fc.assert(
      fc.property(drawn, query, (document, words) => {
        const [before, after] = [texts(document), texts(replacedIn(document, words, unseen))];
        for (const [key, text] of before) {
          expect(after.get(key)).toBe(text.replaceAll(words, unseen));
        }
        expect([...after.keys()]).toEqual([...before.keys()]);
      }),
    );
  });

  it("comes back as it was, by undo and by replacing it again", () => {
    fc.assert(
      fc.property(drawn, query, (document, words) => {
        const operation = replaceText(document, find(document, words), unseen, nodeDefinitions);
        const changed = applied(document, operation);
        expect(applied(changed, invert(document, operation))).toEqual(document);
        expect(replacedIn(changed, unseen, words)).toEqual(document);
      }),
    );
  });

  it("by itself changes nothing, and neither does what is not found", () => {
    fc.assert(
      fc.property(drawn, query, (document, words) => {
        expect(replacedIn(document, words, words)).toEqual(document);
        expect(replacedIn(document, "no such words", unseen)).toEqual(document);
      }),
    );
  });

  it("leaves edges, places, ids and the types of nodes alone", () => {
    fc.assert(
      fc.property(drawn, query, (document, words) => {
        const after = replacedIn(document, words, unseen);
        expect(after.edges).toEqual(document.edges);
        expect(after.layout.nodes).toEqual(document.layout.nodes);
        expect(Object.entries(after.nodes).map(([id, { type }]) => [id, type])).toEqual(
          Object.entries(document.nodes).map(([id, { type }]) => [id, type]),
        );
      }),
    );
  });
});

describe("what becomes too long", () => {
  const at = { x: 0, y: 0 };
  const full = (letter: string): GraphDocument => {
    const text = (length: number) => letter.repeat(Math.floor(length / letter.length) - 1);
    const steps: SingleOperation[] = [
      {
        op: "channel.add",
        name: "c",
        channel: { type: "any", reducer: "replace", description: `w${text(500)}` },
      },
      {
        op: "node.add",
        id: "n",
        node: {
          type: "set-state",
          typeVersion: 1,
          title: `w${text(120)}`,
          config: {},
          policy: { onError: "fail" },
          note: `w${text(10_000)}`,
        },
        position: at,
      },
      { op: "group.set", id: "g", group: { title: `w${text(120)}`, color: "red", nodes: ["n"] } },
      {
        op: "sticky.set",
        id: "s",
        sticky: { text: `w${text(10_000)}`, ...at, width: 9, height: 9, color: "red" },
      },
    ];
    return steps.reduce(applied, emptyDocument());
  };

  it.each(["x", "😀", "é"])("is cut between characters, so that it can be kept: %s", (letter) => {
    for (const replacement of ["w1", "w12", "w123"]) {
      const document = full(letter);
      expect(find(document, "w")).toHaveLength(5);
      const after = replacedIn(document, "w", replacement);
      expect(isStorable(after)).toBe(true);
      for (const text of texts(after).values()) expect(text.startsWith(replacement)).toBe(true);
    }
  });
});
