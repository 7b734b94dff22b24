import { written } from "@/workflows/data/limits";
import { embedTexts } from "../embed-texts.server";
import type { NodeExecute } from "../execute";
import { textVisit } from "../text-visit";
import { textsIn } from "../texts-in";
import type { EmbedConfig } from "./definition";
import { shortNumbers } from "./short-numbers";

export const executeEmbed: NodeExecute<EmbedConfig> =
  ({ model, purpose, dimensions, batch, output, ...texts }, { texts: models }) =>
  async (state, context) => {
    const given = textsIn(texts, state).map(({ text }) => text);
    if (given.length === 0) return { update: written([[output, []]]) };
    const embedder = await models.embedder(model, textVisit(context));
    const vectors = await embedTexts(embedder, given, { purpose, dimensions, batch }, context);
    return { update: written([[output, shortNumbers(vectors)]]) };
  };
