import fc from "fast-check";
import { expect, it } from "vitest";
import { toolNameSchema } from "../tool-name";
import { agentToolDefinition } from "./definition";
import { agentSlugSchema } from "./slug";

const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,62}$/);
const named = (text: string) => agentToolDefinition.name({ slug: text, purpose: "Helps." });

it("can be called by every model, whatever the agent's address", () => {
  fc.assert(
    fc.property(slug, (text) => {
      expect(agentSlugSchema.safeParse(text).success).toBe(true);
      expect([text, toolNameSchema.safeParse(named(text)).success]).toEqual([text, true]);
    }),
  );
});

it("can be called where the address is as long as addresses get", () => {
  const longest = "a".repeat(63);
  expect(agentSlugSchema.safeParse(longest).success).toBe(true);
  expect(named(longest)).toHaveLength(64);
});

it("tells any two agents apart whose addresses are not the longest ones", () => {
  const short = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,59}$/);
  fc.assert(
    fc.property(short, short, (one, other) => {
      expect(named(one) === named(other)).toBe(one === other);
    }),
  );
});

it.each(["", "-a", "A", "a_b", "a b", "ä", "a/b", "a".repeat(64)])("has no address such as %j", (text) => {
  expect(agentSlugSchema.safeParse(text).success).toBe(false);
});
