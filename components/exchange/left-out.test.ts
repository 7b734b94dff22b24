import { expect, it } from "vitest";
import { parseDocument } from "@/workflows/graph/parse-document";
import { approval } from "@/workflows/templates/approval";
import { leftOut } from "./left-out";

const pin = { port: "out", update: {} };
const group = (nodes: string[]) => ({ title: "Words", color: "blue", nodes });

it.each([
  ["nothing where all of it fits", { pins: { accept: pin }, groups: { g: group(["write", "revise"]) } }, []],
  [
    "pins of nodes that are not there",
    { pins: { accept: pin, gone: pin }, groups: {} },
    ["Pinned outputs of nodes that are not in the file: gone."],
  ],
  [
    "members of groups that are not there, or in two",
    { pins: {}, groups: { g: group(["write", "gone"]), h: group(["write"]) } },
    ["2 places in groups, of nodes that are not in the file or in two groups."],
  ],
])("says %s", (_, { pins, groups }, expected) => {
  const { document } = approval;
  const json = { ...document, pins, layout: { ...document.layout, groups } };
  const parsed = parseDocument(json);
  if (!parsed.ok) throw new Error("The document was not read");
  expect(leftOut(json, parsed.value).map(({ message }) => message)).toEqual(expected);
});
