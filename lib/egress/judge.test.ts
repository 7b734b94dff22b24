import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createJudge } from "./judge";
import { parsePolicy } from "./policy";
import { parseRule } from "./rule";

const seen = z.object({ rule: z.string().optional(), list: z.string().optional() });

interface World {
  operator?: string[];
  own?: string[];
  allow?: string[];
  deny?: string[];
}

/** What becomes of a call, in the order in which the guard asks. */
function verdict({ operator = [], own = [], allow = [], deny = [] }: World, host: string, address = host) {
  const judge = createJudge({
    policy: parsePolicy(operator),
    own: parsePolicy(own),
    rules: { allow: allow.map(parseRule), deny: deny.map(parseRule) },
  });
  const refusal = judge.host({ host, port: "443" }) ?? judge.address({ host, port: "443", address });
  if (!refusal) return "called";
  const { rule, list } = seen.parse(refusal.details.data);
  return rule ?? list;
}

describe("the judge", () => {
  it.each<[string, World, string, string | undefined, string]>([
    ["anything public without lists", {}, "a.test", "8.8.8.8", "called"],
    ["a private address", {}, "a.test", "10.0.0.1", "private"],
    ["a private address of the operator's", { operator: ["a.test"] }, "a.test", "10.0.0.1", "called"],
    ["what is denied by name", { deny: ["*.test"] }, "a.test", "8.8.8.8", "*.test"],
    ["what is denied by address", { deny: ["8.8.0.0/16"] }, "a.test", "8.8.8.8", "8.8.0.0/16"],
    ["what is denied and allowed", { allow: ["a.test"], deny: ["a.test"] }, "a.test", "8.8.8.8", "a.test"],
    [
      "what is denied, though the operator opens it",
      { operator: ["private"], deny: ["a.test"] },
      "a.test",
      "10.0.0.1",
      "a.test",
    ],
    ["what is allowed by name", { allow: ["a.test"] }, "a.test", "8.8.8.8", "called"],
    ["what is allowed by address", { allow: ["8.8.8.0/24"] }, "a.test", "8.8.8.8", "called"],
    ["what is not allowed", { allow: ["b.test"] }, "a.test", "8.8.8.8", "allow"],
    ["what is not allowed by address", { allow: ["8.8.4.0/24"] }, "a.test", "8.8.8.8", "allow"],
    [
      "a private address that the workspace alone allows",
      { allow: ["a.test", "10.0.0.0/8"] },
      "a.test",
      "10.0.0.1",
      "private",
    ],
    ["a metadata name, whatever it stands for", {}, "metadata.google.internal", "8.8.8.8", "metadata"],
    [
      "a metadata name of the operator's",
      { operator: ["metadata"] },
      "metadata",
      "169.254.169.254",
      "called",
    ],
    ["a connection's own private host", { own: ["a.test:443"] }, "a.test", "10.0.0.1", "called"],
    [
      "metadata behind a connection's own host",
      { own: ["a.test:443"] },
      "a.test",
      "169.254.169.254",
      "metadata",
    ],
    ["another host than a connection's own", { own: ["a.test:443"] }, "b.test", "10.0.0.1", "private"],
    ["a literal address", {}, "127.0.0.1", undefined, "loopback"],
    ["a literal address that is denied", { deny: ["8.8.8.8"] }, "8.8.8.8", undefined, "8.8.8.8"],
  ])("%s", (_, world, host, address, expected) => {
    expect(verdict(world, host, address)).toBe(expected);
  });

  it.each<[World, RegExp, RegExp]>([
    [
      { deny: ["*.test"] },
      /a\.test is refused by this workspace's rule “\*\.test”/,
      /administrator of the workspace/,
    ],
    [{ allow: ["b.test"] }, /a\.test is not on the list/, /administrator of the workspace/],
    [
      {},
      /a\.test \(10\.0\.0\.1\) is a private address/,
      /Whoever runs this installation.*ALLOW_PRIVATE_NETWORK/,
    ],
  ])("says who can change it: %j", ({ allow = [], deny = [] }, message, hint) => {
    const rules = { allow: allow.map(parseRule), deny: deny.map(parseRule) };
    const judge = createJudge({ policy: [], own: [], rules });
    const target = { host: "a.test", port: "443" };
    const refusal = judge.host(target) ?? judge.address({ ...target, address: "10.0.0.1" });
    expect(refusal?.message).toMatch(message);
    expect(refusal?.details.hint).toMatch(hint);
  });

  it("does not let a name server hear of a host that no allow rule can mean", () => {
    const rules = { allow: [parseRule("a.test")], deny: [] };
    const judge = createJudge({ policy: [], own: [], rules });
    expect(judge.host({ host: "secret-in-a-name.evil.net", port: "443" })).not.toBeNull();
  });
});
