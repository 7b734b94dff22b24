import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { errorCodes } from "@/workflows/errors/codes";
import { hostileValues } from "@/workflows/testing/hostile-values";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { errorHandlerConfig } from "./definition";
import { handled } from "./handle";
import { codesIn, type FailureKind, failureKinds, handledBy } from "./kinds";

const caseOf = (id: string, kind: FailureKind, codes?: string) => ({
  id,
  label: id.toUpperCase(),
  kind,
  ...(codes !== undefined && { codes }),
});
const anyCase = fc
  .tuple(fc.constantFrom(...failureKinds), fc.constantFrom("", "too_much", "model_timeout, own", "own;own"))
  .map(([kind, codes]) => ({ kind, codes }));
const anyCases = fc
  .array(anyCase, { minLength: 1, maxLength: 6 })
  .map((all) => all.map(({ kind, codes }, at) => caseOf(`c${at}`, kind, codes)));
const anyCode = fc.constantFrom(...errorCodes, "own", "too_much", "constructor", "__proto__", "");

describe("the case that takes a failure", () => {
  it("is the first that lists its code", () => {
    fc.assert(
      fc.property(anyCases, anyCode, (cases, code) => {
        const found = handledBy(code, cases);
        const before = found ? cases.slice(0, cases.indexOf(found)) : cases;
        expect(before.some((each) => codesIn(each).includes(code))).toBe(false);
        expect(found ? codesIn(found) : [code]).toContain(code);
      }),
    );
  });

  it("that is removed as one that can take nothing changes no failure's way", () => {
    fc.assert(
      fc.property(anyCases, anyCode, (cases, code) => {
        const told = issuesOf("error-handler", { cases }).map((issue) => Number(issue.split(".")[1]));
        const useful = cases.filter((_, index) => !told.includes(index));
        expect(handledBy(code, useful)?.id).toBe(handledBy(code, cases)?.id);
      }),
    );
  });

  it.each<[string, readonly string[]]>([
    ["a, b", ["a", "b"]],
    [" a ;b\n\tc ", ["a", "b", "c"]],
    [",;, ", []],
    ["a,a", ["a", "a"]],
    ["too much", ["too", "much"]],
  ])("lists codes as people write them: %j", (codes, list) => {
    expect(codesIn(caseOf("a", "codes", codes))).toEqual(list);
  });

  it("of another kind does not look at codes left over", () => {
    expect(handledBy("own", [caseOf("a", "timeout", "own")])).toBeUndefined();
  });
});

describe("what is no failure", () => {
  it.each(hostileValues)("leaves by “Other”, and is written down as nothing: %s", async (_, error) => {
    const config = { cases: [caseOf("a", "timeout")], output: "why" };
    expect(await runNode("error-handler", config, { error })).toEqual({
      port: "else",
      update: { why: null },
    });
  });

  it.each([
    ["a code that is no text", { code: 1 }],
    ["no code", { node: "A", message: "x" }],
    ["a code in a list", [{ code: "model_timeout" }]],
  ])("is %s", (_, value) => {
    expect(handled(JSON.parse(JSON.stringify(value)), [caseOf("a", "timeout")])).toEqual({ failure: null });
  });

  it("keeps what it does not know, and its case over one that was there", () => {
    const failure = { node: "A", code: "model_timeout", message: "x", more: [1], case: "old" };
    expect(handled(failure, [caseOf("a", "timeout")])).toEqual({
      port: "a",
      failure: { ...failure, case: "A" },
    });
    expect(handled(failure, [])).toEqual({ failure: { ...failure, case: null } });
  });
});

describe("a handler that is visited again in a loop", () => {
  it("looks at the newest failure alone", async () => {
    const config = { cases: [caseOf("a", "timeout"), caseOf("b", "refused")] };
    const ports = [];
    for (const code of ["model_timeout", "model_auth", "own"])
      ports.push((await runNode("error-handler", config, { error: { code } })).port);
    expect(ports).toEqual(["a", "b", "else"]);
  });
});

describe("what people type", () => {
  it.each<[object, string]>([
    [{ cases: [] }, "cases"],
    [{ cases: [caseOf("error", "timeout")] }, "cases.0.id"],
    [{ cases: [{ ...caseOf("a", "timeout"), kind: "any" }] }, "cases.0.kind"],
    [{ cases: [{ ...caseOf("a", "timeout"), label: "" }] }, "cases.0.label"],
    [{ cases: [caseOf("a", "codes", "x".repeat(1_001))] }, "cases.0.codes"],
    [{ cases: [caseOf("a", "timeout"), caseOf("a", "refused")] }, "cases"],
    [{ failure: "" }, "failure"],
  ])("%.80j is refused at its field", (more, field) => {
    const found = errorHandlerConfig.safeParse({ cases: [caseOf("a", "timeout")], ...more });
    expect(found.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });
});
