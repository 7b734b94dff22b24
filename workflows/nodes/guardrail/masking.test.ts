import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PersonalAction } from "@/workflows/personal/masked";
import { type PersonalKind, personalKinds } from "@/workflows/personal/personal-data";
import { fakeContext } from "@/workflows/testing/fake-context";
import { fakeServices } from "@/workflows/testing/fake-services";
import { runNode } from "@/workflows/testing/run-node";
import { checkText, mostChars } from "./check-text.server";
import { guardrailConfig } from "./definition";

/** Put together, so that no scanner takes this file for a leak. */
const key = `${"ghp_"}a8Kd93jfLsP20qWeRtYu17ZxCvBnM4gHjK56`;
const values: Record<PersonalKind, string[]> = {
  email: ["ada@example.com", "grace.hopper+x@mail.example.org"],
  card: ["4111 1111 1111 1111", "5555555555554444"],
  iban: ["DE89 3704 0044 0532 0130 00"],
  ip: ["192.168.1.254", "2001:db8::8a2e:370:7334"],
  phone: ["+49 30 1234567", "+1 (415) 555-2671"],
  secret: [key],
};
const kind = fc.constantFrom(...personalKinds);
const value = kind.chain((name) => fc.constantFrom(...values[name]));
/** Words without digits, so that nothing but the values can be found. */
const talk = fc.constantFrom("Please write to", "or", "and then\n", "—", "(see)", "お願い", "to", "{{ x }}");
const text = fc.array(fc.oneof(value, talk), { maxLength: 12 }).map((parts) => parts.join(" , "));
const action = fc.constantFrom<PersonalAction>("mask", "hash", "later", "block");
const rulesOf = (personal: { kind: PersonalKind; action: PersonalAction }[]) =>
  guardrailConfig.parse({ text: "x", personal });
const leaks = (shown: string) =>
  Object.values(values)
    .flat()
    .filter((each) => shown.includes(each));

describe("what is masked", () => {
  it("never shows again, neither in the text nor in the findings, whatever is done with it", () => {
    fc.assert(
      fc.property(text, fc.array(action, { minLength: 6, maxLength: 6 }), (given, actions) => {
        const personal = personalKinds.map((name, at) => ({ kind: name, action: actions[at] ?? "mask" }));
        const checked = checkText(given, rulesOf(personal), () => "k00000001");
        expect(leaks(JSON.stringify(checked))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("is masked once: a second Guardrail finds nothing more in its tags", () => {
    fc.assert(
      fc.property(text, fc.constantFrom<PersonalAction>("mask", "hash", "later"), (given, how) => {
        const rules = rulesOf(personalKinds.map((name) => ({ kind: name, action: how })));
        const once = checkText(given, rules, () => "k00000001").text;
        expect(checkText(once, rules, () => "k00000001")).toEqual({ text: once, findings: [] });
      }),
    );
  });

  it("leaves every other letter as it was", () => {
    const plain = fc.array(talk).map((parts) => parts.join(" "));
    fc.assert(
      fc.property(plain, (given) => {
        const rules = rulesOf(personalKinds.map((name) => ({ kind: name, action: "mask" })));
        expect(checkText(given, rules)).toEqual({ text: given, findings: [] });
      }),
    );
  });

  it("is only what is asked for: other kinds stay", () => {
    const given = `${values.email[0]} ${values.ip[0]}`;
    expect(checkText(given, rulesOf([{ kind: "ip", action: "mask" }])).text).toBe("ada@example.com [ip]");
  });

  it("passes nothing on of a text that is too long to be looked at", async () => {
    const said = `ada@example.com ${"x".repeat(mostChars)}`;
    const config = {
      text: "{{ said }}",
      target: "checked",
      findings: "why",
      personal: [{ kind: "email", action: "mask" }],
    };
    const { port, update } = await runNode("guardrail", config, { said });
    expect(port).toBe("blocked");
    expect(update?.checked).toBe("");
    expect(JSON.stringify(update)).not.toContain("ada@");
  });
});

describe("what is kept for later", () => {
  const config = { text: "{{ said }}", target: "checked", personal: [{ kind: "email", action: "later" }] };

  it("comes back as it was, after whatever stood around it has changed", async () => {
    const services = fakeServices();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...values.email), { minLength: 1, maxLength: 4 }),
        async (all) => {
          const hidden = await runNode("guardrail", config, { said: all.join(" ; ") }, services);
          const checked = String(hidden.update?.checked);
          expect(leaks(checked)).toEqual([]);
          const back = { text: "{{ said }}", target: "checked", reveal: true };
          const shown = await runNode("guardrail", back, { said: `Dear ${checked}!` }, services);
          expect(shown.update?.checked).toBe(`Dear ${all.join(" ; ")}!`);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("stays hidden where another check refuses the text", async () => {
    const services = fakeServices();
    const { update } = await runNode("guardrail", config, { said: "ada@example.com" }, services);
    const back = { text: "{{ said }} https://evil.test", target: "out", reveal: true, urls: "none" };
    const { port, update: shown } = await runNode("guardrail", back, { said: update?.checked }, services);
    expect(port).toBe("blocked");
    expect(String(shown?.out)).not.toContain("ada@");
  });

  it.each([
    ["of another run", "[email k99999999]"],
    ["that somebody made up", "[email kaaaaaaaa] [card k00000001"],
    ["of a kind that does not exist", "[name k00000001]"],
  ])("stays a tag where it is a tag %s", async (_, said) => {
    const context = fakeContext();
    const back = { text: "{{ said }}", target: "out", reveal: true };
    const { update } = await runNode("guardrail", back, { said }, {}, context);
    expect(update?.out).toBe(said);
  });
});
