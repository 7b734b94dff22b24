import { expect, it } from "vitest";
import { safeHref } from "./safe-href";

it.each([["https://example.org/a?b=c#d"], ["http://example.org"], ["mailto:someone@example.org"]])(
  "lets %s through",
  (href) => {
    expect(safeHref(href)).toBe(href);
  },
);

it.each([
  [undefined],
  [""],
  ["javascript:alert(1)"],
  [" javascript:alert(1)"],
  ["data:text/html,<script>alert(1)</script>"],
  ["vbscript:x"],
  ["file:///etc/passwd"],
  ["/relative"],
  ["//host/protocol-relative"],
  ["blob:https://example.org/1"],
])("refuses %s", (href) => {
  expect(safeHref(href)).toBeUndefined();
});
