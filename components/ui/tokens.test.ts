import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../../app/tokens.css", import.meta.url), "utf8");
const themes = { light: block(":root"), dark: block(".dark") };

const meanings = ["running", "done", "waiting", "failed"];
const categories = ["flow", "model", "agent", "data", "tools", "human", "code", "safety"];
const papers = ["slate", "blue", "green", "amber", "red", "violet"].map((color) => `paper-${color}`);
const surfaces = ["background", "canvas", "card", "popover", "muted", "accent"];

/** Every [text, background] that the product puts on one another. */
const textPairs: [string, string][] = [
  ...surfaces.flatMap((surface): [string, string][] => [
    ["foreground", surface],
    ["muted-foreground", surface],
    ...meanings.map((meaning): [string, string] => [`${meaning}-ink`, surface]),
  ]),
  ...meanings.map((meaning): [string, string] => [`${meaning}-ink`, `${meaning}-soft`]),
  ...meanings.map((meaning): [string, string] => ["muted-foreground", `${meaning}-soft`]),
  ...categories.map((category): [string, string] => [`category-${category}`, `category-${category}-soft`]),
  ...papers.flatMap((paper): [string, string][] => [
    ["foreground", paper],
    ["muted-foreground", paper],
    [`${paper}-ink`, paper],
    [`${paper}-ink`, "canvas"],
  ]),
  ["primary-foreground", "primary"],
  ["primary-foreground", "primary-hover"],
  ["destructive-foreground", "destructive"],
  ["destructive-foreground", "destructive-hover"],
];

describe.each(Object.entries(themes))("%s theme", (_, tokens) => {
  it.each(textPairs)("%s can be read on %s", (text, background) => {
    expect(contrast(tokens, text, background)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["1", "2", "3", "4", "5", "6", "rest"])("chart colour %s can be told from its card", (name) => {
    expect(contrast(tokens, `chart-${name}`, "card")).toBeGreaterThanOrEqual(3);
  });

  it.each([...meanings, "ring", ...papers.map((paper) => `${paper}-dot`)])(
    "%s can be told from the page and the canvas",
    (graphic) => {
      expect(contrast(tokens, graphic, "background")).toBeGreaterThanOrEqual(3);
      expect(contrast(tokens, graphic, "canvas")).toBeGreaterThanOrEqual(3);
    },
  );
});

it("gives the dark theme every token of the light one", () => {
  expect([...themes.dark.keys()].sort()).toEqual([...themes.light.keys()].sort());
});

function block(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const body = css.slice(start, css.indexOf("}", start));
  return new Map(
    [...body.matchAll(/--([\w-]+): ([^;]+);/g)].map((found) => [String(found[1]), String(found[2])]),
  );
}

/** WCAG 2.2 contrast ratio, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(tokens: Map<string, string>, a: string, b: string): number {
  const [light, dark] = [luminance(tokens, a), luminance(tokens, b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(tokens: Map<string, string>, name: string): number {
  const hex = tokens.get(name);
  if (!hex?.match(/^#[0-9a-f]{6}$/)) throw new Error(`--${name} is ${hex}, not a six-digit hex colour`);
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
