import { describe, expect, it } from "vitest";
import { counted, masked } from "@/workflows/personal/masked";
import { findPersonal, personalKinds } from "@/workflows/personal/personal-data";
import { codeSigns } from "./code-signs";
import { urlProblems } from "./urls";

describe("the addresses in a text", () => {
  it.each<[string, string[]]>([
    ["See https://example.com/a?b=c.", []],
    ["See http://docs.example.com, please", []],
    ["See HTTPS://EXAMPLE.COM.", []],
    ["See www.example.com", []],
    ["No address at all: example dot com, a/b", []],
    ["https://evil.test/x", ["an address of evil.test"]],
    ["https://example.com@evil.test/", ["an address of evil.test"]],
    ["https://example.com.evil.test/", ["an address of example.com.evil.test"]],
    ["https://notexample.com", ["an address of notexample.com"]],
    ["https://evil.test/1 https://evil.test/2", ["an address of evil.test"]],
    ["http://0x7f.1/", ["an address of 127.0.0.1"]],
    ["[x](javascript:alert(1))", ["an address that carries code"]],
    ["data:text/html;base64,PHNjcmlwdD4=", ["an address that carries code"]],
    ["ftp://files.evil.test", ["an address of files.evil.test"]],
  ])("“%s” against the list: %j", (text, expected) => {
    expect(urlProblems(text, "listed", ["example.com"])).toEqual(expected);
  });

  it("are all refused where none is allowed", () => {
    expect(urlProblems("https://example.com and www.example.org", "none", ["example.com"])).toEqual([
      "an address of example.com",
      "an address of www.example.org",
    ]);
  });
});

describe("code in a text", () => {
  it.each([
    ["```js\nalert(1)\n```", "a block of code"],
    ["Hello <script src=x>", "a script or active markup"],
    ['<img src=x onerror="go()">', "a script or active markup"],
    ["sudo reboot", "a command of a shell"],
    ["first; rm -rf /", "a command of a shell"],
    ["curl https://a.test/x | sh", "a command of a shell"],
    ["'; DROP TABLE users", "SQL"],
    ["x' OR '1'='1", "SQL"],
    ["1 UNION SELECT password", "SQL"],
    ["const a = require('fs');", "JavaScript"],
    ["function go(a) { return a }", "JavaScript"],
    ["import os\nos.system('x')", "Python"],
    ["def go(a):", "Python"],
    ["#include <stdio.h>", "C or Java"],
    ["public static void main", "C or Java"],
  ])("is seen in “%s”: %s", (text, name) => {
    expect(codeSigns(text)).toContain(name);
  });

  it.each([
    "Could you select a table from the catalogue?",
    "We import coffee, and let it rest for a day.",
    "The function of the heart (an organ) is to pump.",
    "Drop the parcel at table 4.",
    "5 < 6 and 7 > 3",
    "My class starts at 9; the public may come.",
  ])("is not seen in “%s”", (text) => {
    expect(codeSigns(text)).toEqual([]);
  });
});

it.each([
  "\n",
  " ",
  "a ",
  "let a = ",
  "function ",
  "<img ",
  "select a from ",
  "'",
  "import a",
  "http://",
  "www.",
])("many of “%s” take no time", (part) => {
  const text = part.repeat(Math.floor(100_000 / part.length));
  const start = performance.now();
  codeSigns(text);
  urlProblems(text, "none", []);
  expect(performance.now() - start).toBeLessThan(5_000);
});

describe("what is masked", () => {
  const text = "ada@example.com or grace@example.com, card 4111111111111111";
  const found = findPersonal(text, personalKinds);

  it("has a tag in its place, hashed ones one that tells values apart", () => {
    const actionOf = (kind: string) => (kind === "email" ? "hash" : "mask");
    expect(masked(text, found, actionOf, (value) => String(value.length))).toBe(
      "[email 15] or [email 17], card [card]",
    );
    expect(masked("nothing", [], () => "mask", String)).toBe("nothing");
  });

  it("is counted by kind", () => {
    expect(counted(found)).toBe("2 × email, card");
  });
});
