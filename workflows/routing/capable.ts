import type { Ability } from "@/workflows/catalogue/facts";
import { type Candidate, without } from "./rule-kind";

const words: Readonly<Record<Ability, string>> = {
  tools: "cannot call tools",
  json: "cannot answer by a JSON schema",
  images: "takes no images",
  files: "takes no PDF files",
  reasoning: "cannot be told how much to reason",
};

/** Leaves out models that are known to lack what the call needs. It holds for every slot. */
export function capable(models: readonly Candidate[], needs: readonly Ability[]) {
  return without(models, ({ facts }) => {
    const lacking = needs.find((need) => facts[need] === false);
    return lacking && words[lacking];
  });
}

export const lackWords = words;
