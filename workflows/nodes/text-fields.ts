import { entryField, entryNames, expressionField } from "./data-fields";
import type { ChannelRead } from "./definition";
import { expressionReads } from "./reads";

/** What nodes ask for that send a list of texts to a model. */
export const textsFields = {
  list: expressionField({
    label: "Texts",
    placeholder: "articles",
    help: "A channel or an expression that gives a text, a list of texts, or a list whose entries hold texts.",
  }),
  by: entryField({
    label: "Text of each entry",
    placeholder: "item.title",
    help: "Worked out for each entry, item. Empty: the entry itself is the text.",
  }),
};

export const noTexts = "Say which texts it works on.";

export function textsReads({ list, by }: { list: string; by: string }): ChannelRead[] {
  return [...expressionReads("list", list), ...expressionReads("by", by, entryNames)];
}
